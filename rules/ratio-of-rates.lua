-- 133.2 cases per 100,000, against 4.0 cases per 100,000 (RR 33.3): a rate ratio that
-- stands in one bracket with its rate is that rate over the other one, or turned about.
local NUMBER = [[\d{1,3}(?:,\d{3})*(?:\.\d+)?]]
local UNIT = [[(?: [a-z]+(?: [a-z]+)?)? per [\d,]+(?: [a-z-]+(?: [a-z-]+)?)?]]
local RATIO = [[(?:crude |unadjusted )?(?:I?RR|PR|rate ratio|risk ratio|relative risk|incidence rate ratio|prevalence ratio)(?: \[[A-Z]{2,4}\])?]]
-- (4.0 cases per 100,000; RR 33.3)
local INSIDE = [[\((?<rate>]] .. NUMBER .. [[)]] .. UNIT .. [[[;,] (?:95% CI[^;()]{0,24}; )?]] .. RATIO .. [[(?:,| =| of|:)? ?(?<r>\d{1,3}(?:\.\d+)?)(?![\d.]*\d)]]
local RATE = re.new([[(?<![\d.,–-])(]] .. NUMBER .. [[)(?: [a-z]+(?: [a-z]+)?)? per [\d,]+]])
local PER = re.new([[per [\d,]+]])
local SLACK = decimal("0.03")

-- The rates of a sentence with their places.
local function rates_of(sentence)
  local list, from, text = {}, 1, sentence.text
  while true do
    local at, to, n = RATE:find(text, from)
    if not at then return list end
    list[#list + 1] = { x = interval((n:gsub(",", ""))), text = n, from = at, to = at + #n - 1, per = PER:match(text, at) }
    from = to + 1
  end
end

local function loose(x) return x:widen(x.high * SLACK) end

return {
  api = 1,
  id = "ratio-of-rates",
  severity = "warning",
  languages = { "en" },
  on = { pattern = INSIDE },
  summary = {
    zh = "率比（RR）不等于句中两率之比",
    en = "a rate ratio is not the ratio of the two rates told with it",
  },
  explain = {
    zh = [[“(4.0 cases per 100,000; RR 33.3)”：括号中的率与句中另一个率之比（或倒数）应等于率比（±3%）。都不等于，而只差一个数字或两个
数字对调时报告；调整后的率比不判断。]],
    en = [[The rate of the bracket over another rate of its sentence, or turned about, is the ratio printed with it (within
3%). It is reported where no rate of the sentence gives it and the ratio is a slip of the pen away from one. Adjusted ratios are left alone.]],
  },
  messages = {
    base = { zh = "率比印为 {stated}，{a} 与 {b} 之比为 {computed}", en = "a ratio of {stated} is printed; that of {a} and {b} is {computed}" },
  },
  examples = {
    bad = {
      { [[Risk was higher after infection (133.2 cases per 100,000) than after the first (4.0 cases per 100,000; RR 23.3) or second dose (4.7 cases per 100,000; RR 28.3).]], at = "23.3" },
      { [[Incidence was 84.0 per 100,000 in prisons and another one elsewhere (12.0 per 100,000; rate ratio = 0.7).]], at = "0.7" },
    },
    good = {
      [[Risk was higher after infection (133.2 cases per 100,000) than after the first (4.0 cases per 100,000; RR 33.3) or second dose (4.7 cases per 100,000; RR 28.2).]],
      [[Incidence was 84.0 per 100,000 in prisons and another one elsewhere (12.0 per 100,000; rate ratio = 7.0).]],
      [[Incidence was 84.0 per 100,000 in prisons and another one elsewhere (12.0 per 100,000; adjusted RR = 5.2).]],
    },
  },
  check = function(m, report)
    local at, rate = m:place("r"), m:place("rate")
    local said, list, own = loose(interval(m.r)), rates_of(m.sentence), nil
    local here = interval((m.rate:gsub(",", "")))
    local slip, per = nil, nil
    for _, other in ipairs(list) do
      if m.text:find("^%(" .. other.text:gsub("%p", "%%%0") .. " ") then own, per = other, other.per end
    end
    for _, other in ipairs(own and list or {}) do
      if other.per == per and other.text ~= m.rate and other.x.low:gt(0) and here.low:gt(0) then
        for _, ratio in ipairs { other.x / here, here / other.x } do
          if ratio:meets(said) then return report.agrees { at = at, related = rate, how = other.text .. " / " .. m.rate } end
          local meant = ((ratio.low + ratio.high) / 2):round(decimal(m.r) == decimal(m.r):round(0) and 0 or #m.r:match("%.(%d+)"))
          if not slip and lib("near").one_slip((m.r:gsub("%.", "")), (meant:text():gsub("%.", ""))) then slip = { other = other, ratio = meant } end
        end
      end
    end
    if not slip then return end
    report {
      at = at, related = { rate, m.sentence:place(slip.other.from, slip.other.to) }, expected = slip.ratio,
      values = { a = slip.other.text, b = m.rate, computed = slip.ratio },
    }
  end,
}
