-- The core lays the passages of two languages side by side; what is left over
-- on both sides is judged here.

local near = lib "near"
local show = lib "show"

-- A converted figure (亩, hectares) is rounded to what reads well.
local PART = 200
local function converted(x, other)
  if x.unit == other.unit or not x.amount.high then return x.amount end
  return x.amount:widen(x.amount.high:abs() / PART)
end

-- "At most" of the one language may be "not above" of the other.
local function same_print(x, other)
  local a, b = x.low or x.high, other.low or other.high
  return a and b and a * x.factor == b * other.factor
end

-- The other figure's value with this one's scale and unit: 390.83 billion yuan
-- for 39038.1亿元 would be 3903.81.
local function expected(claim, other)
  if claim.kind ~= "amount" then return other.text end
  return show.like(other.amount, claim)
end

return {
  api = 1,
  id = "translation-mismatch",
  severity = "warning",
  on = { link = "translation" },
  summary = {
    zh = "两种语言的同一段文字数字不同（39038.1亿元译作 390.83 billion yuan）",
    en = "one passage in two languages gives two figures (39038.1亿元, 390.83 billion yuan)",
  },
  explain = {
    zh = [[一份文件里逐段对照的中英文，或一并核对的两份译本，对应段落的数字应当相同。对应关系由两边共有的数字
确定，次序不论；单位先换算（斤与吨、亩与公顷），约数、取整和换算的尾数不算不符。一段之内除去相符的数字，两边各只剩
一个同类数字而又不等，才予以报告。以文字写出的小数目（三项、three）不比较。]],
    en = [[Passages that stand in two languages in one document, or in two versions checked together, give the
same figures. Which passages belong together is told by the figures they share, in whatever order; units are
converted (斤 and tons, 亩 and hectares), and approximations and rounding are no mismatch. It is reported only
where just one figure of a kind is left on both sides and the two differ. Small numbers in words are not compared.]],
  },
  messages = {
    base = {
      zh = "同一段的另一种文字为 {other}，此处为 {stated}{near}",
      en = "the other language has {other} where this has {stated}{near}",
    },
  },
  examples = {
    bad = {
      { [[1—7月份，全国规模以上工业企业实现利润总额39038.1亿元，同比增长17.1%，增速放缓0.1个百分点。

From January to July, the profits of industrial enterprises reached 390.83 billion yuan, up 17.1%, and growth slowed by 0.1 percentage points.]],
        at = "390.83 billion yuan" },
      { [[全年粮食产量5210万吨，比上年增长2.4%。

Grain output was 5.21 million tons, an increase of 2.4%.]], at = "5.21 million tons" },
      { [[Visitors spent 48.6 million yuan in the old town, 12.5% more than a year before.

游客在古城消费4860万元，增长15.2%。]], at = "15.2%" },
    },
    good = {
      [[全年粮食产量1.37万亿斤，比上年增长2.4%；造林9200多万亩。

Grain output reached 685 million metric tons, an increase of 2.4%, and 6.13 million hectares of trees were planted.]],
      [[在上海等省市设立11个试验区，投资超过320亿元，增长8.1%。

Trial zones were set up in Shanghai and 10 other provinces; investment of more than 32 billion yuan was 8.1% higher.]],
      [[全年粮食产量5210万吨，比上年增长2.4%。

Steel output was 5.31 million tons, an increase of 3.7%.]],
      [[“十三五”时期经济年均增长6.5%，公路里程增加1.2万公里。

GDP grew by 6.5% a year during the 13th Five-Year Plan (2016–2020), and 12,000 kilometres of roads were built.]],
    },
  },
  check = function(link, report)
    local claim, other = link.level, link.base
    if same_print(claim, other) or converted(claim, other):meets(converted(other, claim)) then
      report.agrees { at = claim, related = other, how = other.text }
      return
    end
    local kind
    if claim.value and other.value then
      kind = near.miss(claim.value * claim.factor, other.value * other.factor)
    end
    report {
      at = claim, related = other, expected = expected(claim, other),
      values = { other = other.text, near = near.note(kind) },
    }
  end,
}
