-- poles: two ends of one scale, or two opposites, of which the same is said: from 0
-- (highest burden) to 1 (highest burden); negative values indicate falling rates,
-- and positive values indicate falling rates; a reduction in both, with the former
-- up 3.1% and the latter down 4.7%.
--
-- patterns for on.pattern, and check(m): -1 or 1 as the second speaks
-- against the first or not, 0 where it is left open; then the place of the second,
-- and that of the first.

local poles = {}

local SAID = [[ ?(?:\(|=|,? ?(?:representing|indicating|meaning|being|denoting|reflecting|signifying) )(?:the |an? )?]]
local LABEL = [=[[a-z]+(?: [a-z]+){0,3}]=]
local SIGN = [[positive|negative|higher|lower|larger|smaller|greater|longer|shorter|older|younger|increasing|decreasing]]
local VERB = [[indicates?|means?|represents?|reflects?|suggests?|denotes?|implies|imply|corresponds? to]]
local WAY = [[up|down|rising|falling|increasing|decreasing]]
local NONE = [[(?<x>)(?<y>)]]

poles.patterns = {
  NONE .. [[(?<s>)\b\d+]] .. SAID .. "(?<a>" .. LABEL .. [[)[a-z ]{0,30}\)?,? (?:to|and|through) (?:an? (?:score|value|rating) of )?\d+]] .. SAID .. "(?<b>" .. LABEL .. [[)\b]],
  NONE .. [[\b(?<s>(?i:]] .. SIGN .. [[))(?: [A-Za-z]+){1,2} (?<v>]] .. VERB .. [[) (?:an? |the )?(?<a>[a-z][^,.;()]{2,50}?)(?:,|;)?(?: and| while| whereas| but)? (?<b>]] .. SIGN .. [[)(?: [A-Za-z]+){0,2} \k<v> (?:an? |the )?\k<a>(?![a-z-])(?! [a-z])]],
  [[\b(?<s>reductions?|decreases?|declines?|drops?|increases?|rises?|growth) in both (?<a>)(?<b>)[^.;]{3,140}?\b(?<x>]] .. WAY .. [[) (?:by )?[\d.]*\d(?:%| per ?cent)[^.;]{1,60}?\b(?<y>]] .. WAY .. [[) (?:by )?\d]],
}

local END = { highest = true, lowest = true, greatest = true, smallest = true, worst = true, best = true, maximum = true, minimum = true }
local OPPOSITE = {
  positive = "negative", negative = "positive", higher = "lower", lower = "higher", larger = "smaller", greater = "smaller",
  smaller = "larger", longer = "shorter", shorter = "longer", older = "younger", younger = "older", increasing = "decreasing",
  decreasing = "increasing",
}
local UP = { up = true, rising = true, increasing = true }
local RISE = re.new("^(?:incr|ris|grow)")

-- lowest burden and lowest; strongly disagree twice
local function same_end(m)
  local a, b = m.a, m.b
  local first, second = a:match("^%a+"), b:match("^%a+")
  if a == b then return END[first] or a:find(" ", 1, true) ~= nil end
  return first == second and END[first] and (a == first or b == second)
end

function poles.check(m)
  if m.x ~= "" then
    local up = RISE:find(m.s) ~= nil
    local bad = (UP[m.x] or false) ~= up and "x" or (UP[m.y] or false) ~= up and "y"
    return bad and -1 or 1, m:place(bad or "y"), m:place("s")
  end
  if m.s ~= "" then
    local b = m.b == "greater" and "larger" or m.b
    local way = OPPOSITE[m.s:lower()] == b and -1 or 0
    return way, m:place("b"), m:place("s")
  end
  return same_end(m) and -1 or 1, m:place("b"), m:place("a")
end

return poles
