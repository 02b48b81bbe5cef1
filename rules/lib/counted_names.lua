-- counted_names: names and their count where no mark opens the list: three
-- providers, Norton, Sutton and Ashby, were chosen; Japan, Korea and Vietnam were
-- the three largest buyers.
--
-- is(m) whether a match of bracketed's is such, range(m): how many names there are
-- at least and at most; nil where they may be other things.

local bracketed = lib "bracketed"
local counted_names = {}

local IS = re.new([[^(?:, (?:both |all )?| (?:are|were|being|remain|remained|became|will be|have been)(?: .*)?)$]])
function counted_names.is(m) return m["in"] ~= nil and m["in"] ~= " are " and m["in"] ~= " were " and IS:find(m["in"]) ~= nil end

local CLAUSE = re.new([[(?:^|[.;:(]|\b(?:that|which|but|while|although|because|where|when|since|and (?:that|the fact)|says?|said|shows?|showed|found|as|of whom) )\s*((?:(?!\b(?:that|which|but|while|because|where|when)\b)[^.;:()])*)$]])
local OPENS = re.new([[^(?:In|At|For|By|On|As|Of|To|With|Under|Among|During|After|Since|From|Last|This|Next|Today|Overall|However|Similarly|Together|Currently|Also|Thus|Hence|Here|Again|Over|Until|Before)\b[^,]*, ]])
local VERB = re.new([[\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|they|we|it|there|both|these|those|them|which|who)\b|[\d"“”]|^(?:and|or|but|if|then) ]], "i")
local WITH = re.new([[.*\bwith ]]) -- with A and B being the two main causes
local NEAR = 220

function counted_names.range(m)
  if not bracketed.is_counter(m) then return nil end
  if m["in"]:find("^,") and m.mid ~= "" and not m.mid:find("^ of ") then return nil end
  local list = m["in"]:find("^,") and m.list or CLAUSE:match(m:place("in"):before(NEAR))
  if not list then return nil end
  if m["in"]:find("^ being") then
    local _, to = WITH:find(list)
    if not to then return nil end
    list = list:sub(to + 1)
  end
  local from, to = OPENS:find(list)
  if from then list = list:sub(to + 1) end
  list = bracketed.bare(list)
  if VERB:find(list) or bracketed.is_example(list) then return nil end
  return bracketed.by_commas(list)
end

return counted_names
