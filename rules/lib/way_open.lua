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

-- 35 percent expect prices to increase, down from 39 percent: what they say goes that
-- way, and their share goes another.
local SAYING = [[(?:expect|report|indicat|anticipat|plan|cit|not|predict|forecast|perceiv|experienc|said|say|saw|see)(?:e?s|ed|ing|e|n?ed)?]]
local RESPONDENTS = re.new([[(?:%|\bper ?cent|\bhalf|\bthirds?|\bquarters?|\bfifths?|\bmajority|\brespondents|\b(?:brokers|firms|contacts)) (?:(?:of|in|to|from|who|that) (?:[^.;,]|,\d){1,70}? )?]] .. SAYING .. [[\b[^.;]{0,100}$]])

-- Driving the unemployment rate down from 5.9; hold down increases … varied from 5 to 1;
-- slowed from the 15 to 20 percent rates.
local NEARER = re.new([[\b(up|down|higher|lower)(?: [a-z]+ly)? from [^\d]{0,30}$]])
local WENT = { up = "up", higher = "up", down = "down", lower = "down" }
local VARIED = re.new([[\b(?:vary|varies|varied|varying|rang(?:e|es|ed|ing)|anywhere|hold down|holding down|held down)\b]])
local CLOSED = re.new([[^[^()]*\)]]) -- (up from 67 percent a year ago) expect no more than 3 percent
local SPREAD = re.new([[^(?: ?%| per ?cent)? (?:rates?|range)\b]])
local function is_governed(at, from, to, gap)
  if not gap then return false end
  local word = NEARER:match(gap)
  return word ~= nil and WENT[at.text:lower()] == nil or VARIED:find(gap) ~= nil or VARIED:find(at:before(40)) ~= nil
    or to ~= nil and (SPREAD:find(to:after(16)) ~= nil or CLOSED:find(figures.gap(from, to, 120) or "") ~= nil)
end

-- Sales were down from 5 to 20 percent; prices have fallen from 15 to 26 percent: by so
-- much, here more and there less. A rate, and what is told of two times, fell to a level.
local LEVELS = "rate|share|ratio|proportion|percentage|prevalence|incidence|level|coverage|tax|duty|levy|fee|margin|yield|utili[sz]ation|unemployment"
  .. "|inflation|growth|limit|cap|threshold|ceiling|target|deduction|contribution|index|score|penetration|approval|turnout|vacancy|probability|interest"
  .. "|discount|weight|requirement|stake|number"
local LEVEL = re.new([[\b(?:]] .. LEVELS .. [[)s?\b]], "i")
local NEXT = re.new([[^(?: ?%| per ?cent)? to (?:about |around |as much as |over |more than |less than |nearly |almost |perhaps )?$]])
local TIMED = re.new([[^(?: ?%| per ?cent)?,? (?:in|during|for|by|at|since|between|through) (?:the (?!past|last))?(?:[A-Z]|\d|this|last|first|second|third|fourth|fiscal|year)|^(?: ?%| per ?cent)?,? (?:today|now|this|last|currently)\b]])
local DOWN = re.new([[^(?:down|f[ae]ll|drop|declin|decreas|reduc|cut|slow|lower|slump|slid|dip|plung|shr[aiu]nk|slip|trim|paring|pared?)]], "i")
local PIECES = re.new([[^(?:cuts|reductions|layoffs|losses)$]], "i")
-- By 5 to 20 percent, in words and whole: 18.5% to 40.8% were measured.
local WORDED, POINTED = re.new([[^[^%]{0,14}?\bper ?cent]]), re.new([[\d\.[1-46-9]|\d\.\d\d]])
local function amount_of(place) return place.type == "claim" and place.low or decimal((place.text:gsub(",", ""):match("%d[%d.]*")) or "0") end
local function is_spread(at, from, to, led)
  local low, high = amount_of(from), amount_of(to)
  if not (low:lt(high) and DOWN:find(at.text)) then return false end
  local gap, after = figures.gap(from, to, 60), to:after(40)
  if not gap or not NEXT:find(gap) or TIMED:find(after) then return false end
  if PIECES:find(at.text) then return true end
  return led ~= nil and WORDED:find(to.text .. after) ~= nil and not (POINTED:find(from.text) or POINTED:find(to.text)) and not led:find("(", 1, true)
    and not LEVEL:find(at:before(50)) and not LEVEL:find(led)
end

local LED = 160 -- code points from the word to the figure that it leads to
function way_open.of(at, from, to)
  local led = figures.gap(at, from, LED)
  if RESPONDENTS:find(at:before(180)) or is_governed(at, from, to, led) or to and is_spread(at, from, to, led) then return true end
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
