-- all_parts: whether the parts that are told are all, so that a sum that no slip
-- mends is wrong all the same.
--
-- In: a PARTS link. Out: the members that are all, or true.

local all_parts = {}

-- consists of A and B: the parts are all, and end behind "and".
local ALL = re.new("^(?:consist|compris|made up|composed)", "i")
local NOT_ALL = re.new("\\b(?:mainly|primarily|largely|mostly|chiefly|principally|partly|among)\\b", "i")
local LESS = re.new("\\b(?:offset|less|minus|net of|reduced by|excluding)\\b", "i")
function all_parts.said(link)
  local anchor = link.anchor
  if link.members[1].unit ~= link.whole.unit or link.whole.unit == "" then return nil end -- 36 languages comprising 59 dialects
  if LESS:find(link.members[#link.members]:after(80)) then return nil end
  if not anchor or not ALL:find(anchor.text) or NOT_ALL:find(anchor:before(14)) or NOT_ALL:find(anchor:after(14)) then return nil end
  local members = { link.members[1] }
  for i = 2, #link.members do
    local between = link.members[i]:before(90)
    local _, from = between:find(link.members[i - 1].text, 1, true)
    if not from then return nil end
    members[i] = link.members[i]
    if between:find(" and ", from, true) then return i == #link.members and members or nil end
  end
end

-- 36 languages comprising 59 dialects: what is counted is not the same.
function all_parts.are_more_things(link)
  local most = link.whole.amount.high
  for _, m in ipairs(link.members) do
    if m.kind == "count" and m.amount.low > most then return true end
  end
end

-- $5.3 million, of which $3.7 million expire within a year and $2.6 million later: money
-- is in one place only; persons may be counted twice.
local OF_WHICH, NESTED = re.new(", of which (?:about |approximately |an estimated )?$"), re.new("\\b(?:including|of which|another|respectively)\\b")
local MOST_BEYOND = 3 -- times
function all_parts.are_of_which(link, sum)
  local whole, members = link.whole, link.members
  if whole.kind ~= "amount" or whole.unit ~= members[1].unit or whole.bound ~= "exact" or not OF_WHICH:find(members[1]:before(40)) then return false end
  if whole:has("increment") or sum.low <= whole.amount.high or sum.low > whole.amount.high * MOST_BEYOND then return false end
  local last = members[#members]
  if NESTED:find(last:after(40)) or whole:after(30):find("respectively", 1, true) or LESS:find(last:after(60)) then return false end
  for _, m in ipairs(members) do
    if m.unit ~= whole.unit or m.bound ~= "exact" or m.amount.low > whole.amount.high or m.amount.low:le(0) then return false end
  end
  return true
end

return all_parts
