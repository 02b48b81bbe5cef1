-- way_open: does an English word of change leave open which way its figures went?
-- In "the increase in M3 went from 16.3% to 14.6%" the noun is the rate itself; in
-- "from 6.2% to 6.0% in advanced economies" the participle is of the economies.
--
-- of(at, from, to): at is the word's place; from and to the two ends (claims or
-- places; to may be nil). True where the word proves nothing.

local way_open = {}

local calendar, figures = lib "calendar", lib "figures"

-- In advanced economies, with reduced hours: a participle behind a preposition.
local PARTICIPLE = re.new([[ed$]])
local PREPOSITION = re.new([[\b(?:in|of|for|with|by|from|across|among|within|between|under|through|at|despite|via)\s$]])
local NOUN_NEXT = re.new([[^\s(?!by\b|to\b|from\b|in\b|on\b|at\b|over\b|during\b|for\b|since\b|and\b|only\b|slightly\b|markedly\b|the\b|an?\b)[a-z]+]])
local ADVANCED = re.new([[^advanced$]], "i")
local function is_adjective(at)
  if not PARTICIPLE:find(at.text) then return false end
  local after = at:after(24)
  return NOUN_NEXT:find(after) ~= nil and (ADVANCED:find(at.text) ~= nil or PREPOSITION:find(at:before(16)) ~= nil)
end

-- The annual increase in prices went from 5.3% to 2.7%: a rate, which moved.
local NOUN = re.new([[^(?:increases?|rises?|decreases?|declines?|falls?|drops?|growth|reductions?|cuts?|gains?|contraction|hikes?|expansion|build-up)\b]], "i")
local MOVED = re.new([[\b(?:went|goes|moved|passed|shifted|changed|(?:was|were|been) revis\w+|improv\w+|worsen\w+|slow\w+|eased|moderat\w+|accelerat\w+|deceler\w+|slipped|edged|jumped|soften\w+|strengthen\w+|weaken\w+|picked|reached)\b]])
local DETERMINED = re.new([[(?:^|\b(?:the|an?|this|that|its|their|annual|annualised|monthly|quarterly|yearly|overall|net|total|average|estimated|projected|expected|rates?|pace|policy|year-on-year|cumulative|gdp|credit|price|wage)\s)$]], "i")
local PACE = re.new([[\b(?:pace|rate|speed|size|magnitude|extent|transmission|scale) of (?:the |an? |its )?(?:(?!ha[sd]\b|have\b|is\b|was\b|were\b|are\b)[a-z-]+ ){0,3}$|\bless of an? $|\b(?:intensif|deepen|temper|moderat|slow|soften|accelerat|eas|worsen)\w* (?:the |its |this )?(?:[a-z]+ )?$]])

-- Fall to 8.6% in May, reflecting an increase in food prices from 9.4%: of another.
local OTHER = re.new([[, and (?:was|were|has been|have been|had been) revis\w+|\b(?:reflecting|after having|following|because of|due to|amid|given) [^.;]*\b(?:increas|decreas|declin|ris|rose|gr[eo]w|f[ae]ll|drop|reduc|contract)\w*]])
-- Up from the decline of 1.0 per cent: below zero.
local BELOW = re.new([[\b(?:decline|fall|drop|contraction|decrease|deflation)[^.;,\d]{0,40}$]], "i")
-- The 5 per cent target, 6 per cent of the basket: no level that anything left.
local AIM = re.new([[^\s?(?:%|per ?cent|-per ?cent)? ?(?:inflation |medium-term |official )?(?:target|goal|objective|ceiling|threshold|target range)\b]])
local WEIGHT = re.new([[\b(?:account(?:s|ed|ing)? for|weight of|share of|constitut\w+|represent(?:s|ed|ing)?) (?:about |around |nearly |approximately )?$]])

-- To 1.3% and 2.2%, from 1.4% and 2.3%: which is of which is for others to say.
local AND_BEFORE, AND_AFTER = re.new([[\d(?: ?%| per ?cent)? and (?:to )?$]]), re.new([[^(?: ?%| per ?cent)? and (?:from )?\d]])

-- From about 4.5 to 5.5 cents in 2002 to 3.6 cents: a range that went to another.
local ON = re.new([[^(?:(?! and )[^.;,()]){0,60}? to (?:about |around |approximately |less than |an? )?[$£€]?\d]])
local DAY = re.new([[^\s(?:]] .. calendar.MONTHS .. [[)\b]])

function way_open.of(at, from, to)
  if is_adjective(at) or NOUN:find(at.text) and PACE:find(at:before(60)) then return true end
  local between = figures.gap(at, from, 220)
  if between then
    if NOUN:find(at.text) and MOVED:find(between) and DETERMINED:find(at:before(16)) then return true end
    if OTHER:find(between) or BELOW:find(between:sub(-70)) and not BELOW:find(at.text) then return true end
  end
  if AIM:find(from:after(40)) or WEIGHT:find(from:before(40)) or DAY:find(from:after(12)) then return true end
  if not to then return false end
  return AND_BEFORE:find(to:before(20)) ~= nil and AND_AFTER:find(from:after(14)) ~= nil
    or ON:find(to:after(90)) ~= nil and from.sentence == to.sentence and from:after(60):find(to.text, 1, true) ~= nil
end

return way_open
