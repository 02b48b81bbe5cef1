-- lasting: how long a thing takes, from one length to another: 由现在的5小时缩短至2.5
-- 小时, 从39个月延长至36个月. Links leave lengths of time out, as most are no
-- claims of a report.
--
-- pattern for on.pattern, and check(m): -1, 0 or 1 as the verb speaks
-- against the two lengths, leaves it open, or agrees; then the two.

local lasting = {}

local VERBS = "延长|增加|提高|扩大|拉长|升|增|缩短|压缩|压减|缩减|减少|降低|下降|缩小|精简|降|减"
lasting.pattern = [[(?<lasting>)[由从](?<said>[^,。;]{1,40}?)(?<w>]] .. VERBS .. [[)(?:[至到为]|成为?)[^,。;\d]{0,8}(?:\d|[一二两三四五六七八九十半])]]

local DOWN = re.new("缩|压|减|降|精简")

-- The claims on both sides of a place.
local function around(w)
  local before, behind
  for _, c in ipairs(w.sentence.claims) do
    if c:before(120):find(w:before(40) .. w.text, 1, true) then behind = behind or c
    else before = c end
    if behind then break end
  end
  return before, behind
end

local function is_length(c) return c and c.kind == "duration" and (c.amount.low or c.amount.high) end

-- 3个多小时, which is read as a count, in the base unit of another length.
local HOURS = re.new("^多?小时")
local MINUTES = 60
local function hours(c, other)
  local per = other.unit == "hour" and other.factor or other.unit == "minute" and other.factor * MINUTES
  if not per or c.unit_text ~= "个" or not c.value or not HOURS:find(c:after(4)) then return nil end
  return interval(c.value, c.value + 1) * per
end

-- 2小时 and 1小时, printed alike, differ though what they are rounded from may meet;
-- so do 1小时 and 30分钟.
local function ends_of(from, to)
  local a, b = is_length(from) and from.amount or hours(from, to), to.amount
  local alike = from.unit ~= to.unit or from.decimals >= to.decimals
  if is_length(from) and from.value and to.value and alike then
    return interval(from.value, from.value) * from.factor, interval(to.value, to.value) * to.factor
  end
  return a, b
end

function lasting.check(m)
  local from, to = around(m:place("w"))
  if not from or not is_length(to) or not m.said:find(from.number_text, 1, true) then return 0 end
  local a, b = ends_of(from, to)
  if not a then return 0 end
  local longer, shorter = a.high and b.low and a.high < b.low, b.high and a.low and b.high < a.low -- 2小时以内 has no low end
  if not (longer or shorter) then return 0 end
  local down = DOWN:find(m.w) ~= nil
  return (shorter or false) == down and 1 or -1, { from, to }
end

return lasting
