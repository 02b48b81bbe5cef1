-- change: the two ends of a change as a link tells them, printed or computed
-- from the increment.

local ZERO = interval(0, 0)

local change = {}

function change.finite(x) return x and x.low and x.high end

-- Signed: a fall is printed as a positive figure with direction down.
function change.signed(claim, cue_value)
  local x = claim.kind == "percent" and claim.interval or claim.amount
  local down = claim.direction == "down"
    or (claim.direction == "" and (cue_value == "down" or cue_value == "less"))
  return down and ZERO - x or x
end

-- Points of a percentage are its increment, as amounts are of an amount.
local function increment_of(link)
  return link.increment and change.signed(link.increment, link.cue_value)
end

function change.base(link)
  if link.base then return link.base.amount end
  local inc = increment_of(link)
  return link.level and inc and link.level.amount - inc
end

function change.level(link)
  if link.level then return link.level.amount end
  local inc = increment_of(link)
  return link.base and inc and link.base.amount + inc
end

-- Real growth of value added is never derived from nominal levels.
local REAL = { "增加值", "生产总值", "GDP", "gross domestic product" }
function change.real_terms(claim)
  for _, w in ipairs(REAL) do
    if claim.indicator:find(w, 1, true) or claim.subject:find(w, 1, true) then return true end
  end
  return claim.price == "constant"
end

-- Growth of another base than the one printed: like-for-like, at constant
-- currency, on a … basis, in the clause of the rate.
local OTHER_BASIS = re.new([[\b(?:like[- ]for[- ]like|constant[- ](?:currency|currencies|exchange|prices?)|organic(?:ally)?(?! (?:food|farm|matter|carbon|product|waste))]]
  .. [[|underlying(?! (?:health|medical|chronic|condition|disease|illness|cause))]]
  .. [[|in real terms|comparable(?! (?:period|quarter|month))|pro[- ]forma|on an? (?!consolidated |reported )(?:[\w-]+ ){0,4}basis)\b]], "i")
local told = memo() -- is one said in the sentence?
function change.other_basis(claim)
  local sentence = claim.sentence
  if told[sentence] == nil then told[sentence] = OTHER_BASIS:find(sentence.text) ~= nil end
  if not told[sentence] then return false end
  for clause in claim.sentence.text:gmatch("[^;]+") do
    if clause:find(claim.text, 1, true) and OTHER_BASIS:find(clause) then return true end
  end
  return false
end

-- The printed places of a change other than `at`.
function change.places(link, at)
  local out = {}
  for _, c in ipairs { link.base or false, link.level or false, link.increment or false, link.rate or false } do
    if c and c.index ~= at.index then out[#out + 1] = c end
  end
  return out
end

-- 今年上半年出口额46亿美元 against 2010年出口额69.84亿美元; 消化35万吨……期初库存500万吨左右,
-- 同比增幅为11%; 小麦9930万吨……,1994年稻谷17590万吨: not of one thing, or a time of
-- another length, or later than what it should be the base of.
local PERIOD = re.new("^(\\d{4})-(\\d\\d)-\\d\\d/(\\d{4})-(\\d\\d)-\\d\\d$")
local function months_of(period)
  local y, m, last, n = PERIOD:match(period)
  if not y then return nil end
  return (tonumber(last) - tonumber(y)) * 12 + tonumber(n) - tonumber(m), tonumber(y)
end
function change.unlike(base, level)
  if not base or not level or base.doc.lang ~= "zh" then return false end
  if base.subject ~= "" and level.subject ~= "" and base.subject ~= level.subject and not base.subject:find(level.subject, 1, true)
    and not level.subject:find(base.subject, 1, true) then return true end
  local x, from = months_of(base.period)
  local y, to = months_of(level.period)
  if not x or not y then return false end
  return from > to or x ~= y and x > 0 and y > 0
end

-- 3162美元/吨,较5月下跌39美元: per tonne, and not.
function change.one_of_each(a, b)
  return a ~= nil and b ~= nil and a.doc.lang == "zh" and (a.unit_text:find("/", 1, true) ~= nil) ~= (b.unit_text:find("/", 1, true) ~= nil)
end

return change
