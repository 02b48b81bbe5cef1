-- loose: may an English word of change say nothing of the two figures that a
-- link holds against each other?
--
-- loose.is(link): annual growth went from 14.5% to 11.5% (what grew less still
-- grew); the trimmed means core moved from 0.4% to 0.5%; it fell to 95.9
-- (revised up from 94.0); it rose to 5.6%, but that of goods fell from 8.6%.

local figures = lib "figures"
local loose = {}

local REACH = 240
local GROWTH = re.new([[^growth]], "i")
local NOUN = re.new([[^(?:increase|decrease|decline|rise|fall|reduction|cuts?|drop)$]], "i")
local VERBAL = re.new([[\b(?:to|we|they|it|I|will|would|shall|can|could|may|must|should|has|have|had|was|were|be|been|being|also|then|further|not) $]])
local AT_ONCE = re.new([[^,? (?:from|to|of)\b]])
local PARTED = re.new([[\b(?:while|whereas|whilst|but|respectively|although|though)\b|;|: ]])
local REVISED = re.new([[\brevis\w+ [^()]{0,24}$]])
local NAMES = re.new([[^[- ]means?\b]])

-- What stands between two places, whichever is first; "" where they are far.
local function behind(a, b) return figures.behind_last(b:before(REACH), a.text) end
local function between(a, b) return behind(a, b) or behind(b, a) or "" end

-- 12.5% in 2010 but has since risen to; 412 in 2010; this figure rose to: no other
-- thing begins right before the word.
local NAMED = [[(?:(?:this|that|it|the)(?: (?:figure|number|rate|share|total|ratio|proportion|percentage|amount|level))? )?]]
local WHEN = [[(?:(?:in|by|during) [^ ]* ?(?:19|20)\d\d,? )?]]
local GOES_ON = re.new([[(?:\bbut|;(?: and| but)?) ]] .. NAMED .. WHEN
  .. [[(?:(?:has|have|had|then|since|later|subsequently|again|also|will|would|is|was|to|be|been|expected) )*$]])
local function said_before(at, from)
  local text = between(at, from)
  local cut = GOES_ON:find(text)
  return cut and text:sub(1, cut - 1) or text
end

function loose.is(link)
  local at, from, to = link.anchor, link.base, link.level
  if not (at and from and to) or link.doc.lang ~= "en" or link.kind ~= "from_to" then return false end
  local rates = from.kind == "percent" and to.kind == "percent"
  if rates and (GROWTH:find(at.text) or NOUN:find(at.text) and not AT_ONCE:find(at:after(8)) and not VERBAL:find(at:before(12))) then return true end
  if rates and to:has("growth") and to.direction == "down" then return true end -- a decrease of 15%, down from 11%
  local revised = REVISED:find(from:before(40)) and between(from, to) ~= " to " -- from 7.6% to 7.1% is one
  return NAMES:find(at:after(8)) ~= nil or revised
    or PARTED:find(said_before(at, from)) ~= nil or PARTED:find(between(at, to)) ~= nil
end

return loose
