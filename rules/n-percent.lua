-- The forms in which numerator and denominator stand inside the bracket or with
-- a stroke; “12 of 61 (20%)” is a link of its own and ratio-mismatch's.
local N = [[(?<n>\d[\d,]*)]]
local OF = [[(?<total>\d[\d,]*)]]
local P = [[(?<p>(?<number>\d{1,3}(?:\.\d+)?)\s?%)]]
local BARE = [[(?<p>(?<number>\d{1,2}\.\d))]] -- of a cell, without its sign
local WORD = [[(?:\sof\s(?:the\s|all\s)?|\sout\sof\s(?:the\s)?|\s?/\s?)]]
local OUT = [[(?:\sof\s(?:the\s|all\s)?|\sout\sof\s(?:the\s)?)]]
local NAME = [[(?:\s[a-z]+){0,2}]]

local function integer(text)
  return decimal((text:gsub(",", "")))
end

return {
  api = 1,
  id = "n-percent",
  severity = "error",
  languages = { "en" },
  on = {
    pattern = {
      [[^]] .. N .. [[\s?/\s?]] .. OF .. [[\s?\(]] .. BARE .. [[\)$]],
      [[(?<![\d./,–-])]] .. N .. [[\s?/\s?]] .. OF .. NAME .. [[\s?[(\[]\s?]] .. P .. [[(?=[)\];,])]],
      [[(?<![\d.,–-])]] .. P .. NAME .. [[\s?[(\[]\s?(?:[nN]\s?=\s?)?]] .. N .. WORD .. OF .. NAME .. [[(?=[)\];,])]],
      [=[[(\[;:,]\s?(?:[nN]\s?=\s?)?]=] .. N .. [[\s?/\s?]] .. OF .. [[[,;]\s]] .. P .. [[(?=[)\];,])]],
      -- (74.4%; 152 of 210), (152 of 210; 74.4%)
      [=[[(\[;]\s?]=] .. P .. [[[,;]\s(?:[nN]\s?=\s?)?]] .. N .. WORD .. OF .. NAME .. [[(?=[)\];,])]],
      [=[[(\[;:]\s?(?:[nN]\s?=\s?)?]=] .. N .. OUT .. OF .. NAME .. [[[,;]\s]] .. P .. [[(?=[)\];,])]],
      [[(?<![\d.,–-])]] .. P .. [[,?\s[nN]\s?=\s?]] .. N .. [[\s?/\s?]] .. OF .. [[(?!\d|[./]\d)]],
    },
  },
  summary = {
    zh = "百分比与其后的分子/分母不符（60%（12/61））",
    en = "a percentage and the n/N printed with it disagree (60% (12/61))",
  },
  explain = {
    zh = [[“12/61（60%）”“60%（12/61）”的百分比应等于n÷N，按印出的位数四舍五入。差末位一个单位的只作警告。]],
    en = [[In 12/61 (60%), (12/61, 60%), 60% (12/61), 60% (12 of 61) the percentage is n/N, rounded to the printed digits. One
unit of the last digit is a warning (truncated?). 12 of 61 (60%) is held by ratio-mismatch.]],
  },
  messages = {
    base = {
      zh = "{n}/{total}为{computed}%，印为{stated}",
      en = "{n}/{total} is {computed}%, printed as {stated}",
    },
  },
  examples = {
    bad = {
      { [[For samples taken within five days (74.4%; 152 of 210), results were good.]], at = "74.4%" },
      { [[Men were in the majority (n = 152 of 210; 74.4%).]], at = "74.4%" },
      { "| Group | Smokers, n/N (%) |\n|---|---|\n| Dockers | 71/1,422 (5.0) |\n| Clerks | 67/1,479 (5.4) |", at = "5.4" },
      { [[The rate was similar with the drug (23/25, 92%) and saline (16/20, 60%).]], at = "60%" },
      { [[Of those tested, 12/61 (60%) had antibodies.]], at = "60%" },
      { [[Recovery was seen in 19.0% (12 of 61 patients).]], at = "19.0%" },
      { [[The response rate was 41.2% (1,204/3,622) overall.]], at = "41.2%", severity = "error" },
      { [[Vaccination was refused by 24%, n = 12/61.]], at = "24%" },
    },
    good = {
      [[For samples taken within five days (72.4%; 152 of 210), results were good; so were most (152 of 210 samples, 72.4%).]],
      "| Group | Smokers, n/N (%) |\n|---|---|\n| Dockers | 71/1,422 (5.0) |\n| Clerks | 67/1,479 (4.5) |",
      [[Of those tested, 12/61 (20%) had antibodies; the 2019/20 (5%) season was mild.]],
      [[Recovery was seen in 19.7% (12 of 61) and in 20% (12/61, one of 5).]],
      [[Blood pressure 120/80 (12%) and risk 5% (1 of 2 studies) are not shares.]],
    },
  },
  check = function(m, report)
    local n, total = integer(m.n), integer(m.total)
    if total:lt(10) or n > total then return end
    -- 2019/20 is a season, 120/80 a pressure; a part is no more than its whole.
    local printed = interval(m.number)
    local share = n / total * 100
    local at, related = m:place("p"), { m:place("n"), m:place("total") }
    if printed:contains(share) then
      report.agrees { at = at, related = related, how = m.n .. "/" .. m.total }
      return
    end
    local point = m.number:find(".", 1, true)
    local places = point and #m.number - point or 0
    local near = printed:widen(printed.high - printed.low):contains(share)
    local bare = not m.sentence.text:find("%", 1, true)
    local wanted = interval(share:round(1), share:round(1))
    if bare and (near or not m.sentence.cell or not lib("near").within(decimal(m.number), wanted, decimal("0.1"))) then return end
    report {
      at = at, related = related, expected = share:round(places + 1):text(),
      severity = near and "warning" or "error",
      values = { n = m.n, total = m.total, computed = share:round(places + 1) },
    }
  end,
}
