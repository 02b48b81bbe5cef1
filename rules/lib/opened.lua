-- opened: a count and the list that a dash, a colon or "namely" opens: three
-- fronts – lives, jobs and businesses; two tiers of agents, namely, bankers and
-- brokers; four pillars of the plan: jobs and skills; innovation; and growth.
--
-- is(m) whether a match of bracketed's patterns is such, and range(m): how many
-- members the list has at least and at most; nil where it is no list of all
-- that is counted. How members are cut is bracketed's.

local calendar = lib "calendar"
local bracketed = lib "bracketed"
local opened = {}

local IS = re.new([[[–—:-]|namely|that is|i\.e\.]])
function opened.is(m) return IS:find(m["in"]) ~= nil end

local DASH = re.new([[ [–—-]{1,2} |[–—]|--]])
local TAIL = re.new([[, (?:which|who|whose|where|all|each|both|with|as(?! well)|in order|for|to|so|while|because|since|but|are|were|is|was|has|have|had|will|would|and (?:it|they|we|this|there|he|she|I)|it|they|we|this|these|there)\b.*$|[.:]$]])
local VERB = re.new([[\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|we|they|he|she|it|I|you|there|this|that|these|if|when|after|before|not|also|then)\b]])
local ALSO = re.new([[^(?:and|or|not|but|as|like|in|on|at|by|for|from|to|of|with|who|which|that|one|only|even|just|so|such|including|mainly|particularly|especially|both|all|each|more|less|see)\b]])
local MONTH = re.new([[\b(?:]] .. calendar.MONTHS .. [[) ?(?:\d|[–-])]])
local FIGURE = re.new([[\d]])

-- three cities: Norton, Sutton, Ashby.
local WORDS_MOST, LONGEST, LONG = 6, 110, 16 -- words; bytes and words of a member that "and" joins
local function unjoined(list)
  if list:find(" and ", 1, true) or FIGURE:find(list) or list:find('["“”(:]') then return nil end
  local n = 0
  for part in (list .. ", "):gmatch("(.-), ") do
    local _, words = part:gsub("%S+", "")
    if words > WORDS_MOST or words == 0 or ALSO:find(part) then return nil end
    n = n + 1
  end
  if n > 1 then return n, n end
end

-- the pay they had, the help they get, and the home they live in: things, of which more
-- is said.
local THING = re.new([=[^(?:and |or )?(?:the|their|his|her|its|our|your|an?) [a-z]]=])
local function are_things(list)
  local n = 0
  for part in (list .. ", "):gmatch("(.-), ") do
    if not THING:find(part) then return false end
    n = n + 1
  end
  return n > 1
end

local PREDICATE = re.new([[,? (?:are|were|is|was|will|have|has|had|would|can|could|continued?|remain(?:ed)?|rose|fell|grew)\b]])
-- The list up to where it ends; nil where it is none.
local function stretch(m)
  local list = m.list
  if not m["in"]:find("[:,y]") then
    local at = DASH:find(list)
    if at then list = list:sub(1, at - 1) end
  end
  if list:find("; ", 1, true) then return list end
  if not list:find(", ", 1, true) and not list:find(" and ", 1, true) then return nil end
  if m["in"]:find("namely", 1, true) and not m["in"]:find(":", 1, true) then -- namely A, B and C are expected to …
    local at = PREDICATE:find(list)
    if at and list:sub(1, at):find(" and ", 1, true) then list = list:sub(1, at - 1) end
  end
  list = list:gsub(",? as well as ", ", and "):gsub("%s*[.]?%s*$", "")
  local at = TAIL:find(list)
  if at then list = list:sub(1, at - 1) end
  if VERB:find(list) and not are_things(list) or MONTH:find(m.list) then return nil end
  return list, at == nil
end

function opened.range(m)
  local quoted = bracketed.quoted(bracketed.bare(m.list))
  if quoted and bracketed.is_counter(m) then return quoted, quoted end
  local list, whole = stretch(m)
  if not list or not bracketed.is_counter(m) then return nil end
  list = bracketed.bare(list)
  if bracketed.is_example(list) then return nil end
  local stop = list:find("; ", 1, true)
  if stop and list:sub(1, stop):find(", and ", 1, true) then return nil end
  if stop then return bracketed.by_semicolons(list) end
  local fewest, most = bracketed.by_commas(list, LONGEST, LONG)
  if fewest then return fewest, most end
  if whole then return unjoined(list) end
end

return opened
