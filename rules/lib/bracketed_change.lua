-- bracketed_change: a change with both ends in a bracket behind it: a 6 percentage
-- point increase (24% to 30%); rose by 12 points (from 45% to 57%).
--
-- pattern for on.pattern, and check(m): the change, the places of the ends, and nil
-- where they make it, else what they make; nil where it is none.

local figures = lib "figures"
local bracketed = {}

local NUMBER = [[[$£€]?\d[\d,]*(?:\.\d+)?]]
bracketed.pattern = [[(?<w>\b(?:increas\w*|ris\w+|rose|gain\w*|grew|growth|jump\w*|improve\w*|decreas\w*|declin\w*|drop\w*|fall\w*|fell|reduc\w*|higher|lower|difference|change))(?:[ -][^().;,\d]{0,40})?]]
  .. [[(?: (?:by|of) (?:about |approximately )?[$£€]?\d[\d,.]*%?(?: percentage[ -]points?| points?| million| billion)?(?: [a-z]+){0,4})? ?\((?:from )?(?<a>]]
  .. NUMBER .. [[)(?<ua>%| percent| per cent| million| billion)? ?(?:to|→|vs\.?|versus) (?<b>]] .. NUMBER .. [[)(?<ub>%| percent| per cent| million| billion)?(?=[);,]| in \d| per )]]

local function number(text) return decimal((text:gsub("[^%d.]", ""))) end
local function step(text)
  local point = text:find(".", 1, true)
  return point and decimal("0." .. ("0"):rep(#text - point - 1) .. "1") or decimal(1)
end

-- The last figure of the sentence before the bracket, within a few words of it.
local function told(m)
  local at, found = m:place("a"), nil
  local lead = at:before(90)
  for _, c in ipairs(m.sentence.claims) do
    local gap = c.is_claim and c.value and figures.behind_last(lead, c.text)
    if gap and (c.kind == "point" or c:has("growth") or c:has("increment")) and not gap:find("[%d.;,]") then found = c end
  end
  return found
end

local KINDS = { point = true, percent = true, count = true, amount = true }
function bracketed.check(m)
  local c = told(m)
  if not c or not KINDS[c.kind] or c.bound ~= "exact" and c.bound ~= "about" then return nil end
  local share = m.ub and m.ub:find("^%%") or m.ub and m.ub:find("per ?cent")
  if (c.kind == "point") ~= (share ~= nil) and c.kind ~= "percent" then return nil end
  if m.ua and m.ub and m.ua ~= m.ub then return nil end
  local a, b = number(m.a), number(m.b)
  local slack = (step(m.a) + step(m.b)) / 2 + c.last_digit / c.scale
  local gap, value = (b - a):abs(), c.value / c.scale
  if c.bound == "about" then slack = slack + value / 10 end
  local places = { m:place("a"), m:place("b") }
  if (gap - value):abs() <= slack then return c, places end
  if c.kind == "percent" then
    if not a:gt(0) then return nil end
    local low = (b - step(m.b)) / (a + step(m.a)) * 100 - 100
    local high = a > step(m.a) and (b + step(m.b)) / (a - step(m.a)) * 100 - 100
    if not high then return nil end
    local size = interval(low, high)
    if size:widen(slack):meets(interval(value, value)) or size:widen(slack):meets(interval(value * -1, value * -1)) then return c, places end
    return nil
  end
  return c, places, gap
end

return bracketed
