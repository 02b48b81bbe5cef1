-- share_set: what the shares around a share that fails say: that its last digit
-- gives way to theirs, that all are of another whole, that the whole is a slip.
--
-- In: SHARE_OF links in order, the place of one among them, its whole.

local fit = lib "share_fit"
local set = {}

local HUNDRED = 100
local SET = 6 -- shares before one that may be of its set
local HEAD = 85 -- strength of a link whose sentence tells its whole

-- Is the share one of a complete set that is printed to add up to 100, every
-- member within one unit of its last digit? Last digits give way to that; so
-- does one where the others, rounded as they should be, leave it no other.
function set.gives_way(links, at, whole)
  for from = math.max(1, at - SET), at do
    local parts, shares, printed
    for k = from, math.min(#links, from + 2 * SET) do
      local part, rate = links[k].members[1], links[k].rate
      local share = fit.share(part, whole)
      if not share or not rate.value then break end
      parts = parts and parts + part.amount or part.amount
      local rounded = k == at and rate.value or ((share.low + share.high) / 2):round(rate.decimals)
      shares = shares and shares + rounded or rounded
      local close = share:widen(rate.last_digit):meets(interval(rate.value, rate.value))
      printed = (printed or decimal(0)) + (close and rate.value or 1000)
      if k > from and k >= at and parts:meets(whole.amount) then
        return shares:eq(HUNDRED) or printed:eq(HUNDRED)
      end
    end
  end
end

-- Two shares near by that fail with one whole and imply one other are of that
-- other, which is not printed.
function set.implies_other(links, at, whole)
  local function implied(link)
    local rate, part = fit.meant(link.rate), link.members[1].amount
    return rate.low and rate.low:gt(0) and rate.high and part.low and part.high and part / rate
  end
  local mine = implied(links[at])
  for k = math.max(1, at - SET), math.min(#links, at + SET) do
    local link = links[k]
    local near = k ~= at and link.rate.block == links[at].rate.block and link.rate.index ~= links[at].rate.index
    local other = near and mine and implied(link)
    if other and other:meets(mine) and not fit.holds(link, whole) then return true end
  end
end

-- The figure within the range that has two neighbouring digits of the count swapped, or
-- one another.
local function mended(count, range)
  local digits = count.value:text()
  local function try(text)
    local v = decimal(text)
    return text:sub(1, 1) ~= "0" and v ~= count.value and range:contains(v) and v or nil
  end
  for i = 1, #digits - 1 do
    local v = try(digits:sub(1, i - 1) .. digits:sub(i + 1, i + 1) .. digits:sub(i, i) .. digits:sub(i + 2))
    if v then return v end
  end
  for i = 1, #digits do
    for c = 0, 9 do
      local v = try(digits:sub(1, i - 1) .. c .. digits:sub(i + 1))
      if v then return v end
    end
  end
end

-- Among 91,491 sailors 34,896 (48.8%) took leave, 9,525 (13.3%) courses: all shares of
-- what the sentence tells are of another number, a slip away.
function set.whole_slip(links, at, whole)
  local link, range, n = links[at], nil, 0
  if link.strength ~= HEAD or whole.digits < 3 or whole.kind ~= "count" or whole.bound ~= "exact" then return nil end
  for k = math.max(1, at - SET), math.min(#links, at + SET) do
    local other = links[k]
    local part, rate = other.members[1], other.whole and other.whole == whole and other.strength == HEAD and fit.meant(other.rate)
    if rate and rate.low and rate.low:gt(0) and rate.high and part.amount.low and part.amount.high then
      local implied = part.amount * HUNDRED / rate
      if range and not range:meets(implied) or fit.holds(other, whole) then return nil end
      range = range and interval(range.low > implied.low and range.low or implied.low, range.high < implied.high and range.high or implied.high) or implied
      n = n + 1
    end
  end
  if n < 2 then return nil end
  return mended(whole, range)
end

return set
