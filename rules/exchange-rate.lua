-- 175亿美元、约合1243万元人民币: a sum told in two currencies, at a rate that
-- there never was.
local figures = lib "figures"

-- Yuan for one unit of each currency: the lowest and the highest since 1985,
-- rounded outwards (State Administration of Foreign Exchange, yearly means).
local RATES = {
  CNY = { "1", "1" }, USD = { "2.5", "9" }, EUR = { "6", "12" }, GBP = { "4", "17" }, JPY = { "0.01", "0.11" },
  HKD = { "0.3", "1.3" }, AUD = { "2", "8" }, CAD = { "2", "9" }, KRW = { "0.004", "0.012" }, CHF = { "1.5", "10" },
}
local SLACK = 5 -- times beyond: other years, round figures

local MONEY = "[万亿]{0,2}(?:美元|欧元|英镑|日元|港元|港币|澳元|加元|韩元|瑞士法郎|元人民币|元)"
local ZH = "(?:折合|约合|相当于|合人民币|合约)(?:人民币|[一-龥]{0,4}?)约?(?<b>\\d[\\d,.]*)" .. MONEY
local EN = "(?:about|approximately|around|roughly|equivalent to|equal to|worth)\\s(?:about\\s)?"
  .. "(?:(?:US|C|A|HK)?[$£€]\\s?|(?:RMB|CNY|USD|EUR)\\s?)?(?<b>\\d[\\d,.]*)"
-- What stands between the two sums.
local JOINS = re.new("^[^。;,、(\\d]{0,6}[(,、]?(?:折合|约合|相当于|合人民币|合约)[^\\d]{0,16}$|^\\s?[(,]\\s?(?:or\\s)?(?:about|approximately|around|roughly|some|equivalent to|equal to|worth)\\s[^\\d.;]{0,12}$")

-- The sum right before b.
local function sum_before(b)
  local a = b.doc.claims[b.index - 1]
  if not a or a.sentence ~= b.sentence then return nil end
  local gap = figures.gap(a, b, 40)
  return gap and JOINS:find(gap) and a or nil
end

-- How many yuan a sum may be.
local function yuan(claim)
  local rate = RATES[claim.unit]
  if not rate or not claim.amount.low or not claim.amount.high then return end
  return claim.amount.low * decimal(rate[1]), claim.amount.high * decimal(rate[2])
end

return {
  api = 1,
  id = "exchange-rate",
  severity = "warning",
  languages = { "zh", "en" },
  on = { pattern = { ZH, EN } },
  summary = {
    zh = "同一金额的两种货币数量级不合（175亿美元、约合1243万元人民币）",
    en = "a sum told in two currencies at a rate that there never was",
  },
  explain = {
    zh = [[“约合”“折合”前后的两个金额，按1985年以来的汇率范围再放宽五倍仍不相合时报告，多为“万”“亿”之误。]],
    en = [[Two sums joined by "about" in brackets are reported where no rate since 1985, five times widened, makes the one of the
other: a scale word is probably wrong.]],
  },
  messages = {
    base = {
      zh = "{other} 不会合 {stated}，请核对“万”“亿”",
      en = "{other} cannot be {stated}: check the scale words",
    },
  },
  examples = {
    bad = {
      { [[实际使用外资175亿美元左右、约合1243万元人民币。]], at = "1243万元人民币" },
      { [[签约金额31亿欧元(约合241万元人民币)。]], at = "241万元人民币" },
      { [[The deal is worth $1.2 billion (about 8.6 million yuan).]], at = "8.6 million yuan" },
    },
    good = {
      [[实际使用外资175亿美元左右、约合1243亿元人民币;发行199713亿日元,约合人民币1.05万亿元;签约31亿欧元(约合241亿元人民币)。]],
      [[The deal is worth $1.2 billion (about 8.6 billion yuan). Profit was $1.2 billion, about 8% more.]],
    },
  },
  check = function(m, report)
    local b = m:figure("b")
    local a = b and sum_before(b)
    if not a or a.unit == b.unit or (a.text .. b.text .. a:before(3)):find("¥", 1, true) then return end -- yen or yuan
    local low, high = yuan(a)
    local least, most = yuan(b)
    if not low or not least then return end
    if low > most * SLACK or least > high * SLACK then
      report { at = b, related = a, values = { other = a.text } }
    else
      report.agrees { at = b, related = a, how = a.unit .. " / " .. b.unit }
    end
  end,
}
