-- loose_sum: why figures that stand as a whole and its parts need not add up.
--
-- In: a PARTS link, the sum of its members. Out: true where they need not.

local sum_slip = lib "sum_slip"
local loose = {}

-- 其中 need not name all: what is left out is some gap, and a gap is one digit of
-- some part by chance as often as the room that rounding leaves is wide, held
-- against the place of the digit.
-- Things that are counted one by one leave less room; of known classes some may be missing.
local ROOM, COUNTED_ROOM = decimal(1) / 40, decimal(1) / 10
function loose.by_chance(link, sum)
  local whole = link.whole
  local partition = lib "partition"
  if link.strength >= 90 or partition.is_whole(link.members) then return false end
  if partition.are_kinds(link.members) and (sum.low > whole.amount.high or not partition.are_apart(link.members)) then return false end
  local gap = whole.amount - sum
  local place = whole.last_digit * whole.factor
  local room = sum.high - sum.low + place
  local far = gap.high and (gap.high:gt(0) and gap.high or gap.low * -1)
  if not far or not place:gt(0) then return false end
  local one = place
  for _ = 1, 20 do
    if one * 10 > far then break end
    one = one * 10
  end
  local counted = place:eq(1) and not partition.are_apart(link.members)
  return room > one * (counted and COUNTED_ROOM or ROOM)
end

-- $10.6 billion in bonds: $6 billion in May and $4.6 billion in June: a member
-- is what those behind it make.
local function is_nested(members)
  for k = 1, #members - 2 do
    local sum = members[k + 1].amount + members[k + 2].amount
    for i = k + 3, #members do
      if sum:meets(members[k].amount) then return true end
      sum = sum + members[i].amount
    end
    if sum:meets(members[k].amount) then return true end
  end
  return false
end

-- 218人,其中处分132人,组织处理86人,移送司法9人: the first ones make the whole
-- exactly, and those behind them overlap.
-- Or those before a semicolon, within what is rounded: 机构104.0万个,其中甲3.3万个,……丁57.1万个;
-- 专业机构9217个.
local LAST_OF = re.new("^[^,。、]{0,30};")
local function first_ones_fit(link)
  local sum, range = decimal(0), nil
  for k, m in ipairs(link.members) do
    sum = sum + sum_slip.printed(m) * m.factor
    range = range and range + m.amount or m.amount
    if k >= 2 and k < #link.members and link.doc.lang == "zh" and LAST_OF:find(m:after(36)) and range:meets(link.whole.amount) then return true end
    if k >= 2 and k < #link.members and sum == sum_slip.printed(link.whole) * link.whole.factor then return true end
  end
end

-- 失业率5.2%,其中男性5.3%,女性5.0%: a rate lies between those of its parts and is no sum.
local SHARES = "shares that make up a share"
local function is_mean(link)
  local whole, below, above = link.whole, false, false
  if whole.kind ~= "percent" or link.reason == SHARES then return false end
  for _, m in ipairs(link.members) do
    below = below or m.amount.low < whole.amount.low
    above = above or m.amount.high > whole.amount.high
  end
  return below and above
end

-- 受理案件860件,审结830件。其中刑事案件60件,民事案件800件: parts of what is counted before.
-- Not of money: what is received and what is spent are often the same.
local function of_another(link, sum)
  local whole = link.whole
  for i = whole.index - 1, 1, -1 do
    local c = whole.doc.claims[i]
    if c.sentence ~= whole.sentence then return false end
    if c.kind == "count" and c.unit == whole.unit and c.amount.low and c.amount.high and c.amount:meets(sum) then
      return true
    end
  end
end

-- After deducting $40 million from $300 million, about $250 million remain, since $10
-- million are reserved: roughly, or with what else the sentence tells.
local ROUGHLY, TOLD = decimal("0.1"), 4 -- of the whole; digits that are no chance
local function is_rough(c) -- approximately 12,206 is none
  if c.bound == "exact" then return false end
  local tens = c.last_digit * 10
  return not c.value or c.digits < TOLD or (c.value / tens):round(0) * tens == c.value
end

local function fits_roughly(link, sum)
  local whole, rough = link.whole, is_rough(link.whole)
  for _, m in ipairs(link.members) do rough = rough or is_rough(m) end
  if rough and sum:widen(whole.amount.high * ROUGHLY):meets(whole.amount) then return true end
  local last = link.members[#link.members]
  for i = math.max(last.index, whole.index) + 1, last.index + 8 do
    local c = whole.doc.claims[i]
    if not c or c.sentence ~= last.sentence then return false end
    if c.kind == whole.kind and c.unit == whole.unit and c.amount.low and c.amount.high and (sum + c.amount):meets(whole.amount) then return true end
  end
  return false
end

-- Of 267 who gave a swab 98 (36.7%) were positive, 171 (64.0%) had antibodies: shares that
-- bear each figure out, and are more than all, are of what is counted twice.
local OWN_SHARE = re.new([[^[^,;.()]{0,40}\((\d[\d.]*)%\)]])
local function bear_out(link)
  if link.doc.lang ~= "en" or not link.whole.value or not link.whole.value:gt(0) then return false end
  local all = interval(0, 0)
  for _, m in ipairs(link.members) do
    local share = OWN_SHARE:match(m:after(60))
    if not share or not m.value or not interval(share):meets(m.amount / link.whole.amount * 100) then return false end
    all = all + interval(share)
  end
  return all.low:gt(100)
end

function loose.is(link, sum)
  if link.doc.lang == "en" and fits_roughly(link, sum) or bear_out(link) then return true end
  return is_mean(link) or first_ones_fit(link) or is_nested(link.members) or of_another(link, sum)
end

return loose
