-- A price index of a year whose base is the year before says the change
-- itself: 99.5 is a fall of 0.5%.

local HUNDRED = 100
local PRICES = re.new("居民消费价格|工业生产者|出厂价格|购进价格|零售价格|生产价格|投资价格|消费物价|CPI|PPI")
local OTHER_BASE = re.new("环比|比上月|较上月|点")
local REACH = 120

-- The change that the index stands for, as a signed interval.
local function change_of(index) return index.interval - HUNDRED end

local function signed(rate)
  return rate.direction == "down" and interval(0, 0) - rate.interval or rate.interval
end

return {
  api = 1,
  id = "index-mismatch",
  severity = "error",
  languages = { "zh" },
  on = { link = "change_of" },
  summary = {
    zh = "价格指数与所说的涨跌幅不符（指数为99.5，却说上涨0.5%）",
    en = "a price index and the change said with it disagree (99.5, and a rise of 0.5 %)",
  },
  explain = {
    zh = [[居民消费价格、工业生产者价格等指数以上年同期为100，指数减100就是涨跌幅：99.5即下降0.5%，142即上涨42%。
以“点”计的定基指数、环比的涨跌幅不在此列。方向相反而数值相同时，报告动词。]],
    en = [[Indexes of consumer and producer prices have the year before as 100, so that the index less 100 is the
change. Indexes with a fixed base (in points) and changes on the month before are not judged.]],
  },
  messages = {
    base = {
      zh = "指数 {index} 即{direction} {expected}，印为 {stated}",
      en = "an index of {index} is a change of {expected} ({direction}), printed as {stated}",
    },
    direction = {
      zh = "指数 {index} 即{direction} {change}，与“{cue}”相反",
      en = "an index of {index} is the opposite of “{cue}” {change}",
    },
  },
  examples = {
    bad = {
      { [[城市居民消费价格总指数为99.5,同比上涨0.5%。]], at = "上涨" },
      { [[一季度工业生产者出厂价格指数为142,同比上涨24%。]], at = "24%", severity = "warning" },
      { [[PPI:工业生产者出厂价格指数为78.9,同比下降20.2%。]], at = "20.2%", severity = "warning" },
    },
    good = {
      [[城市居民消费价格总指数为99.5,同比下降0.5%。工业生产者出厂价格指数为142,同比上涨42%。]],
      [[农产品批发价格指数为113.4点,环比上涨0.7%,同比上涨1.3%。]],
      [[商品零售价格指数为113.4,环比上涨0.7%。]],
      [[采购经理指数为50.4,同比上升0.3%。]],
    },
  },
  check = function(link, report)
    local index, rate = link.level, link.rate
    if not (index and rate) or index.kind ~= "index" or link.increment or not (index.value and rate.value) then return end
    if not PRICES:find(index:before(REACH)) or OTHER_BASE:find(index:after(24)) then return end
    if rate.direction ~= "up" and rate.direction ~= "down" then return end
    local is, said = change_of(index):widen(rate.last_digit / 2), signed(rate)
    if is:meets(said) then
      report.agrees { at = rate, related = index, how = index.text .. " − 100" }
      return
    end
    local falls = index.value:lt(HUNDRED)
    local values = {
      index = index.text, change = rate.text, cue = rate.cue,
      direction = falls and { zh = "下降", en = "down" } or { zh = "上涨", en = "up" },
    }
    if is:meets(interval(0, 0) - said) then
      report { at = rate.verb or rate, related = { index, rate }, message = "direction", stated = rate.cue, values = values }
    else
      local change = (index.value - decimal(HUNDRED)):abs()
      report { at = rate, related = index, expected = change:text() .. "%", severity = "warning", values = values }
    end
  end,
}
