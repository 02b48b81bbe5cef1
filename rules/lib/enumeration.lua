-- enumeration: which members of numbered lists are missing, doubled or out of
-- order.
--
-- A member is { number, key, place, block, near, resumes }. Members of one key
-- have one form (一是, (1), First); near(a, b) tells whether b may belong to the
-- list of a, resumes(a, b) whether it may behind an inner list, pairs(a, b)
-- whether two members 1 and nothing else can be 1 and 2. Lists nest: a member 1 opens a list,
-- a number that goes on with an outer list closes the inner ones. What fits no
-- open list and is too far from it begins a list of its own: its head may
-- stand in a part of the report that is not here.

local enumeration = {}

local MOST_MISSING = 3 -- more are another list
local MOST_OPEN = 32

-- ---- numbers as they are written ---------------------------------------

local DIGITS = { [0] = "", "一", "二", "三", "四", "五", "六", "七", "八", "九" }

local function numeral(n)
  if n < 10 then return DIGITS[n] end
  return (n < 20 and "" or DIGITS[n // 10]) .. "十" .. DIGITS[n % 10]
end

local ORDER = { "first", "second", "third", "fourth", "fifth", "sixth",
                "seventh", "eighth", "ninth", "tenth" }
local FOLLOW = { "首先", "其次", "再次" }

local function swap(text, from, to)
  local at = from ~= "" and text:find(from, 1, true)
  return at and text:sub(1, at - 1) .. to .. text:sub(at + #from)
end

local function swap_word(text, words, number, to)
  local from = words[number]
  if not (from and words[to]) then return nil end
  local lower = text:lower()
  local out = swap(lower, from, words[to])
  if out and lower ~= text then out = out:sub(1, 1):upper() .. out:sub(2) end
  return out
end

local ROMAN = { "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv" }

-- (d) as (c), (iv) as (iii).
local LETTERS = re.new("^\\(?([a-z]+)\\)")
local function swap_letters(text, number, to)
  local letters = LETTERS:match(text)
  if not letters then return nil end
  if letters == ROMAN[number] and ROMAN[to] then return swap(text, letters, ROMAN[to]) end
  if #letters == 1 and letters:byte() == 96 + number then return swap(text, letters, string.char(96 + to)) end
end

-- The marker `text` of member `number` as member `to` would have it, or nil.
function enumeration.renumber(text, number, to)
  return swap_letters(text, number, to) or swap_word(text, ORDER, number, to) or swap_word(text, FOLLOW, number, to) or
    swap(text, tostring(number), tostring(to)) or
    swap(text, numeral(number), numeral(to)) or
    swap(text, utf8.char(0x245F + number), utf8.char(0x245F + to))
end

-- Is the ordinal of the number (The third component, the second initiative)
-- said in blocks from..to of an English text? Then the member is there, only
-- not at the head of its sentence.
local SAID = {}
for number, word in ipairs(ORDER) do SAID[number] = re.new("\\b" .. word .. "(?:ly)?\\b", "i") end
function enumeration.is_said(doc, from, to, number)
  if doc.lang ~= "en" or not ORDER[number] then return false end
  for i = math.max(1, from), math.min(to, #doc.blocks) do
    if SAID[number]:find(doc.blocks[i].text) then return true end
  end
  return false
end

-- Is it said behind the last member of a list, in its block or in up to n behind
-- it, before another list begins? The third quarter and one third say nothing.
local REACH, SENTENCES = 1000, 60 -- characters of its own sentence, and sentences that are read
local COUNTS = {}
for number, word in ipairs(ORDER) do
  COUNTS[number] = re.new([[(?<!one )(?<!one-)\b]] .. word .. [[(?:ly)?\b(?!-| (?:of|part(?:y|ies)|quarters?|grades?|years?|months?|weeks?|days?|half|world|most|largest|highest|lowest|straight|consecutive|successive|trimester|person|decade|century|edition|time|dose|wave)\b)]], "i")
end
local ANEW = re.new([[^First(?:ly)?,]])
function enumeration.goes_on(name, n, number)
  local doc, first = name.doc, name.sentence.index
  if doc.lang ~= "en" or not COUNTS[number] then return false end
  for i = first, math.min(first + SENTENCES, #doc.sentences) do
    local sentence = doc.sentences[i]
    local text = i == first and name:after(REACH) or sentence.text
    if sentence.block.index > name.block.index + n or i > first and ANEW:find(text) then return false end
    if COUNTS[number]:find(text) then return true end
  end
  return false
end

-- constructed 1) models; 2) counts: does a list of its own begin in its block, with a
-- first that was not read, and the list before stand in another one?
local function has_own_first(doc, before, m)
  if doc.lang ~= "en" or m.number < 2 or m.block == before.block or not m.near then return false end
  local first = enumeration.renumber(m.place.text, m.number, 1)
  local at = m.block.text:find(m.place.text, 1, true)
  local head = first and at and m.block.text:find(first, 1, true)
  return head ~= nil and head < at
end

-- Second, … Third, … long behind another Second: their first was said otherwise (The
-- first source of support, A start); First, … Next, … Third.
local FAR_BACK = 8 -- blocks
local NEXT = re.new([[^(?:Next|Then|Another|In addition|Also|Besides|Equally),]])
local function begins_anew(doc, fault)
  local m, before = fault.member, fault.previous
  if doc.lang ~= "en" or not (m.begins and m.heads) or fault.kind == "missing" or fault.kind == "headless" then return false end
  if m.number == 1 then
    for i = m.block.index + 1, math.min(m.block.index + FAR_BACK, #doc.blocks) do
      if NEXT:find(doc.blocks[i].text) then return true end
    end
    return false
  end
  local between = m.block.index - before.block.index
  return m.number == 2 and between > 1 and
    (between >= FAR_BACK and fault.kind == "double" or enumeration.is_said(doc, before.block.index + 1, m.block.index - 1, 1))
end

-- PART I, and behind it PART I REVIEW: the title of a part, and its first heading.
local function is_said_again(m, before)
  local a, b = m.block.text:gsub("^[#%s]+", ""), before.block.text:gsub("^[#%s]+", "")
  return m.mark ~= nil and m.number == before.number and m.block.index - before.block.index <= 2 and
    #a ~= #b and (a:sub(1, #b) == b or b:sub(1, #a) == a)
end

-- Is the member behind the break of another list than the one before it, or said twice?
function enumeration.is_another_list(doc, fault)
  local m, before = fault.member, fault.previous
  return fault.kind == "number" and is_said_again(m, before) or has_own_first(doc, before, m) or begins_anew(doc, fault)
end

-- ---- the walk ------------------------------------------------------------

local function innermost(lists, key)
  for d = #lists, 1, -1 do
    if lists[d].key == key then return lists[d] end
  end
end

-- Is it likelier that m is wrong in the nearest list than that it goes on with
-- one around it? So it is where the nearest would have a single member, or
-- where the number after m is the same.
local function belongs_inside(nearest, m, follows)
  if not m.near(nearest.member, m) then return false end
  return m.number == nearest.last + 2 and (nearest.last == 1 or follows == m.number)
end

-- The innermost list that m goes on with; what is inside it is closed. A list
-- is taken up again behind inner ones only where it reaches as far as m.
local function go_on(lists, m, follows)
  local nearest = innermost(lists, m.key)
  for d = #lists, 1, -1 do
    local list = lists[d]
    if list.key == m.key and list.last + 1 == m.number and
       (list == nearest or (m.resumes(list.member, m) and not belongs_inside(nearest, m, follows))) then
      for i = #lists, d + 1, -1 do lists[i] = nil end
      return list
    end
  end
end

local function open(lists, m)
  if #lists == MOST_OPEN then table.remove(lists, 1) end
  lists[#lists + 1] = { key = m.key, last = m.number, member = m,
                        first = not innermost(lists, m.key) }
end

-- What is wrong with m behind its list, given the number that follows it: a
-- kind of fault and the number that m should have had (nil: only missing).
local function judge(list, m, follows)
  local due = list.last + 1
  if m.number == 1 then
    if list.last == 1 and (follows == 3 or (not follows and list.first and m.pairs(list.member, m))) then
      return "number", due
    end
  elseif follows == due + 1 then
    return "number", due
  elseif m.number == list.last then
    return follows == due and "double" or "number", due
  elseif m.number > due and m.number - due < MOST_MISSING then
    return "missing", nil
  end
end

-- For each member the next of the same form, where both can be of one list.
local function following(members)
  local after, last = {}, {}
  for i = #members, 1, -1 do
    local m = members[i]
    local next_one = last[m.key]
    m.at = i
    after[i] = next_one and m.near and m.near(m, next_one) and next_one or false
    last[m.key] = m
  end
  return after
end

-- Two lists side by side, read line by line as 1, 1, 2, 2: the columns of a
-- table. Remembers it for the key of m until a list begins anew. First, First,
-- Second is a list in the first point of another.
local function side_by_side(state, next_of, i, m, kind)
  local after = next_of[i]
  if m.number == 1 then
    local second = after and next_of[after.at]
    local nested = m.begins and after and after.number == 2 and not (second and second.number == 2)
    state.parallel[m.key] = state.last[m.key] == 1 and kind ~= "number" and not nested
  elseif kind == "double" and after then
    local second = next_of[after.at]
    state.parallel[m.key] = state.parallel[m.key] or (second and second.number == after.number)
  end
  state.last[m.key] = m.number
  return state.parallel[m.key]
end

-- The fault of m behind the open lists, which it joins or opens; or nil.
local function place(lists, m, after, parallel)
  local follows = after and after.number
  local list = m.number > 1 and go_on(lists, m, follows)
  if list then
    list.last, list.member = m.number, m
    parallel(nil)
    return nil
  end
  list = innermost(lists, m.key)
  local kind, due
  if list and m.near(list.member, m) then kind, due = judge(list, m, follows) end
  local silent = parallel(kind)
  if not kind then
    open(lists, m)
    if m.begins and m.number == 2 and follows == 3 then
      return { kind = "headless", member = m, previous = after, due = 1 }
    end
    return nil
  end
  local fault = { kind = kind, member = m, previous = list.member, due = due or list.last + 1 }
  list.last, list.member = kind == "number" and due or m.number, m
  return not silent and fault or nil
end

-- All faults of the members in order: { kind, member, previous, due }.
-- `closes(lists, m)` shuts lists before m is looked at.
function enumeration.faults(members, closes)
  local faults, lists = {}, {}
  local next_of, state = following(members), { last = {}, parallel = {} }
  for i, m in ipairs(members) do
    closes(lists, m)
    if m.number > 0 then
      faults[#faults + 1] = place(lists, m, next_of[i], function(kind)
        return side_by_side(state, next_of, i, m, kind)
      end)
    end
  end
  return faults
end

return enumeration
