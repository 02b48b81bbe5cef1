-- Gross profit as a percentage of net sales: both are said elsewhere, for the
-- same period.
local MOST = 12 -- figures of one name that are tried
-- Words before a total that leave it the same: sales, net sales.
local SAME = { sales = true, revenue = true, revenues = true }
local BEFORE = { "net ", "total ", "total net ", "consolidated ", "our ", "" }

local function whole_names(text)
  local out = { [text] = true }
  for _, head in ipairs(BEFORE) do
    local rest = text:sub(1, #head) == head and text:sub(#head + 1)
    if rest and SAME[rest] then
      for _, other in ipairs(BEFORE) do out[other .. rest] = true end
    end
  end
  return out
end

-- The levels of these names and this period, of money or of one unit.
local function figures(doc, names, result)
  local out = {}
  for _, claim in ipairs(doc.claims) do
    if #out < MOST and names[claim.name] and claim.period == result.period and claim.scope == ""
      and claim.kind == "amount" and claim:has("level") and claim.modality == result.modality
      and claim.amount.low and claim.amount.high and claim.amount.low:gt(0) then
      out[#out + 1] = claim
    end
  end
  return out
end

-- The first pair whose ratio the percentage can be, else the first pair.
local function pair(parts, wholes, result)
  local wide = result.interval
  local first
  for _, a in ipairs(parts) do
    for _, b in ipairs(wholes) do
      if a.dimension == b.dimension and a.amount.low < b.amount.high then
        local ratio = a.amount / b.amount * 100
        if ratio:meets(wide) then return { a, b, ratio, true } end
        first = first or { a, b, ratio, false }
      end
    end
  end
  return first
end

-- Are the printed digits those of the ratio but for one, or two swapped?
local function slipped(result, ratio)
  local a = (result.value / result.last_digit):text()
  local b = (((ratio.low + ratio.high) / 2) / result.last_digit):round(0):text()
  if #a ~= #b or #a < 3 then return false end
  local at = {}
  for i = 1, #a do
    if a:sub(i, i) ~= b:sub(i, i) then at[#at + 1] = i end
  end
  return #at == 1 or #at == 2 and a:sub(at[1], at[1]) == b:sub(at[2], at[2]) and a:sub(at[2], at[2]) == b:sub(at[1], at[1])
end

local function judge(result, whole, doc, report)
  if result.period == "" or result.name == "" or result.interval.low == nil then return end
  local parts = figures(doc, { [result.name] = true }, result)
  local wholes = figures(doc, whole_names(whole), result)
  local found = pair(parts, wholes, result)
  if not found then return end
  local a, b, ratio, holds = found[1], found[2], found[3], found[4]
  if holds then
    report.agrees { at = result, related = { a, b }, how = a.text .. " / " .. b.text }
    return
  end
  if not slipped(result, ratio) or ratio:widen(result.last_digit):meets(result.interval) then return end
  local shown = lib("show").range(ratio, result.decimals + 1)
  report {
    at = result, related = { a, b }, expected = shown, values = { a = a.text, b = b.text, shown = shown },
  }
end

return {
  api = 1,
  id = "named-percentage",
  severity = "warning",
  languages = { "en" },
  on = {
    pattern = {
      [[\bas an? (?:percentage|percent|per cent|share|proportion) of (?<whole>(?:our |total |net |consolidated )*[a-z]+(?: [a-z]+)?)(?=,| (?:was|were|is|for|in|during|increased|decreased|rose|fell|of|to)\b)]],
    },
  },
  summary = {
    zh = "“甲占乙的百分比”与文中同期的甲、乙不符",
    en = "X as a percentage of Y disagrees with X and Y of that period",
  },
  explain = {
    zh = [[英文“X as a percentage of Y was r%”中，X与Y同一时期的数额若在文中另有，X÷Y应等于r%。只有相差一个数字
（或两个数字颠倒）时才报告：名称相同的数额可能属于别的部门。]],
    en = [[Where X and Y are printed for the same period, X / Y must be the percentage. Every pair of that name and
period is tried, and only a slip of the pen (one digit, two swapped) is reported: figures of one name may be those of
another segment.]],
  },
  messages = {
    base = {
      zh = "{a} / {b} 为 {shown}%，印为 {stated}",
      en = "{a} / {b} is {shown}%, printed as {stated}",
    },
  },
  examples = {
    bad = {
      { [[
Net sales for the fiscal year ended March 31, 2021 were $1,540.2 million.

Gross profit in the fiscal year ended March 31, 2021 was $431.3 million. Gross profit as a percentage of sales for the fiscal year ended March 31, 2021 was 26.0%.
]], at = "26.0%" },
    },
    good = {
      [[
Net sales for the fiscal year ended March 31, 2021 were $1,540.2 million.

Gross profit in the fiscal year ended March 31, 2021 was $431.3 million. Gross profit as a percentage of sales for the fiscal year ended March 31, 2021 was 28.0%.
]],
      [[Gross profit as a percentage of net sales decreased to 23.6% in 2021 from 25.1% in 2020.]],
    },
  },
  check = function(m, report, _, doc)
    local seen = 0
    for _, claim in ipairs(m.sentence.claims) do
      local behind = claim.kind == "percent" and claim:before(200):find(m.text, 1, true)
      if behind and seen < 2 and not claim:has("growth") and not claim:has("increment") then
        seen = seen + 1
        judge(claim, m.whole:lower(), doc, report)
      end
    end
  end,
}
