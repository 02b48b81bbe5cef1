-- respective: figures and names of an English "respectively" whose list is cut
-- by commas: 30%, 21% and 48% had full, partial, or no policies, respectively;
-- 3.75% and 4.00%, respectively, on the 2026 and 2029 notes.
--
-- patterns for on.pattern, and count(m): how many figures, how many names; nil
-- where a name may be two or a list may have begun earlier.

local strip = lib "strip"

local respective = {}

local FIGURE = [[(?:[$£€]\s?)?\d[\d,]*(?:\.\d+)?(?:\s?%| (?:thousand|million|billion|percent(?:age points)?|years|months|days|deaths|cases|persons))?(?: \([^()]{1,40}\))?]]
local FIGURES = [[(?<![\d.,$£€–-])(?<figures>]] .. FIGURE .. [[(?:, ]] .. FIGURE .. [[){0,6},? and ]] .. FIGURE .. [[)]]
local NAME = [[(?:[A-Za-z][\w’'/–-]*|(?:19|20)\d\d)(?: [A-Za-z][\w’'/–-]*){0,3}]]
local NAMES = [[(?<names>]] .. NAME .. [[(?:, ]] .. NAME .. [[){1,6},? (?:and|or) ]] .. NAME .. [[)]]

respective.patterns = {
  FIGURES .. [[ (?:[a-z]+ ){1,2}]] .. NAMES .. [[,? respectively\b]],
  FIGURES .. [[[^.;:\d]{0,40}\brespectively,? (?:on|for|in|among|at|to|from|during) (?:the )?]] .. NAMES,
  [[(?<=[.:;] |^)]] .. NAMES .. [[ (?:were|was|had|accounted for|increased|decreased|declined|rose|fell|grew|comprised|represented)(?: [a-z]+){0,2} ]]
    .. FIGURES .. [[,? respectively\b]],
}

local JOINT = re.new([[,? (?:and|or) |, ]])
local OPENS = re.new([[^(?:In|At|For|By|On|As|Of|Among|During|After|From|Overall|However|Similarly|Likewise|Together|Both)\b]])
local CLAUSE = re.new([[\b(?:with|which|who|while|where|when|as|compared|relative|because|although|but)\b]])
local BRACKETS = re.new([[ \([^()]*\)]])

-- How many pieces the joints make of a list; nil where "and" stands twice.
local function pieces(text)
  local n, ands, from = 1, 0, 1
  while true do
    local at, to = JOINT:find(text, from)
    if not at then break end
    local joint = text:sub(at, to)
    if joint:find("and", 1, true) or joint:find("or", 1, true) then ands = ands + 1 end
    n, from = n + 1, to + 1
  end
  return ands == 1 and n or nil
end

function respective.count(m)
  if OPENS:find(m.names) or CLAUSE:find(m.names) then return nil end
  if m:place("figures"):before(3):find("[%d%%)], ?$") then return nil end
  local figures, names = pieces(strip.all(m.figures, BRACKETS)), pieces(m.names)
  return figures, names
end

return respective
