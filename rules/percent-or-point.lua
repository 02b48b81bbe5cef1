local HUNDRED = 100

local function finite(x) return x.low and x.high end

local function positive(x)
  if x.low:lt(0) and x.high:le(0) then return interval(0, 0) - x end
  return x
end

-- 3.99 printed as 3: cut off rather than rounded?
local function one_off(relative, rate) return relative:widen(rate.last_digit):meets(rate.interval) end

return {
  api = 1,
  id = "percent-or-point",
  severity = "error",
  on = { link = { "from_to", "compare" } },
  summary = {
    zh = "两个百分数之差写成了“%”，或两个数的增幅写成了“个百分点”",
    en = "the difference of two percentages is called percent, or a rate of change is called points",
  },
  explain = {
    zh = [[由75%提高到78%，是提高3个百分点，或提高4%。印作“提高3%”，三者不能同时成立。反过来，
由200亿元增加到250亿元是增长25%，不是25个百分点。两种读法中按所印单位的一种不成立、另一种成立时报告。]],
    en = [[From 7% to 9% is a rise of 2 percentage points, or of 29 percent: "up 2 percent" is neither. The other way
round, a rise from 200 to 250 is 25 percent and not 25 points. Reported where the figure is wrong in the unit that
is printed and right in the other.]],
  },
  messages = {
    points = {
      zh = "{from} 与 {to} 相差 {stated} 的应是百分点；按百分比算是 {computed}%",
      en = "from {from} to {to} is a difference in percentage points, not {stated}; as a rate it is {computed}%",
    },
    percent = {
      zh = "由 {from} 到 {to} 是增减 {computed}%，不是百分点",
      en = "from {from} to {to} is a change of {computed}%, not of percentage points",
    },
  },
  examples = {
    bad = {
      { [[产品合格率由75.2%提高到78.2%,提高了3%。]], at = "3%", severity = "warning" },
      { [[城镇登记失业率为3.2%,比2019年的3.8%下降0.6%。]], at = "0.6%" },
      { [[技术合同成交额由200亿元增加到250亿元,增长25个百分点。]], at = "25个百分点" },
      { [[The charge went up 2 percent from 7% to 9%.]], at = "2 percent", severity = "warning" },
    },
    good = {
      [[产品合格率由75%提高到78%,提高了3个百分点。]],
      [[产品合格率由75%提高到78%,提高了4%。]],
      [[城镇登记失业率为3.2%,比2019年的3.8%下降0.6个百分点。]],
      [[技术合同成交额由200亿元增加到250亿元,增长25%。]],
      [[The charge went up 2 percentage points from 7% to 9%.]],
      [[Sales went up 25 percent from $200 million to $250 million.]],
    },
  },
  check = function(link, report, _, doc)
    local rate, from, to = link.rate, link.base, link.level
    if not (rate and from and to and rate.value) or link.complete or rate.unit_text:find("千分点", 1, true) then return end
    local a, b = from.amount, to.amount
    if not (finite(a) and finite(b)) or not a.low:gt(0) then return end
    local gap = positive(b - a)
    local relative = positive((b - a) / a * HUNDRED)
    local of_rates = from.kind == "percent"
    local message
    if of_rates and rate.kind == "percent" then
      if not relative:meets(rate.interval) and gap:meets(rate.interval) then message = "points" end
    elseif not of_rates and rate.kind == "point" and relative:meets(rate.interval) then
      message = "percent"
    end
    if message then
      local shown = lib("show").range(relative, rate.decimals + 1)
      report {
        at = rate, related = { from, to }, message = message,
        expected = rate.number_text .. (doc.lang == "en" and
          (message == "points" and " percentage points" or " percent") or (message == "points" and "个百分点" or "%")),
        values = { from = from.text, to = to.text, computed = shown },
        severity = (doc.lang == "en" or of_rates and one_off(relative, rate)) and "warning" or "error",
      }
    elseif of_rates and rate.kind == "percent" and relative:meets(rate.interval) then
      report.agrees { at = rate, related = { from, to }, how = relative:text() .. " ∋ " .. rate.text }
    end
  end,
}
