-- marks: quotation marks and brackets without a partner.
--
-- Each kind of mark is balanced for itself: a stack of the open ones in a
-- block (a cell of a table is a block here). What is left on the stack and
-- what closes nothing are orphans; a stack leaves the outer, earlier one of
-- two openings, which is where the closing mark was lost.
local CLOSING = {
  ["”"] = "“", ["’"] = "‘", ["》"] = "《", ["〉"] = "〈", ["」"] = "「", ["』"] = "『",
  ["】"] = "【", [")"] = "(", ["]"] = "[",
}
local OPENING, PARTNER = {}, {}
for close, open in pairs(CLOSING) do OPENING[open], PARTNER[open], PARTNER[close] = close, close, open end
local MOST_OPEN = 500 -- beyond it the block is no prose

local mark = re.new([=[(?<!['0-9])''(?!')|[“”‘’《》〈〉「」『』【】()\[\]"]]=])
-- Marks that want no partner. never: half-open intervals, smileys,
-- apostrophes inside words, two single marks for a double one, addresses of
-- links that lost their words. maybe:
-- list markers, inches, the apostrophe of a plural, notes; these may also close.
local never = {
  re.new([=[[\[(]\s*[-+−]?[\d.∞]+%?\s*[,~～–—-]\s*[-+−]?[\d.∞]+%?\s*[\])]]=]), -- [0, 1) (10–20] [70-80)
  re.new([=[(?:^|(?<=\s))[:;]-?[()](?=\s|["”]|$)]=]),
  re.new([=[(?<=[\p{L}0-9*_+])’(?=[*_]?\p{L})|(?<=[A-Za-z])‘(?=[a-zāēīōū])|(?<![^\s(])‘(?=[OŌAĀEĒIĪUŪ](?:hana|ina|lelo|wa|iwi|ahu|olani|kina)\b)|[’‘](?=\d\ds?(?![\d–-]))|(?<=[\s-])[’‘](?=[Tt]il\b|tis\b|em\b)]=]),
  re.new([=[(?<=[).\s])’(?=s\b)|[’‘](?=000(?!\d))|‘[‘’]|’’]=]),
  re.new([=[\]\((?:https?:|#|/)[^\s)]*\)?]=]),
  re.new([=[\[\d{1,2}\)\]]=]), -- Meeting[1)]
  re.new([=[\([A-Z][A-Za-z]{0,9}s’\)]=]), -- corporations’ (PNFCs’) deposits
  re.new([=[(?<=[\p{L}])’(?= s\b)]=]), -- Thailand’ s
  re.new([=[(?<=[\d%])’(?=s\b)|(?<=\bO)’(?= [a-z])]=]), -- Mr 10%’s share, O’ warrior
}
local maybe = {
  re.new([=[(?:^|(?<=[\s,;:.、。“‘]|[一-龥]))(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3})\.?\)]=]),
  re.new([=[(?<=\)–|\)-)[A-Za-z\d]\)]=]), -- A)–C)
  re.new([=[(?:^|(?<=[\s(]))\d(?:\]|\s\))(?=\s)]=]), -- 1] 2 )
  re.new([=[\d\s?"(?!\w)]=]),
  re.new([=[(?<=[sS]|[a-z]{2}in)’(?=[\s.,;:)^*[]|$)]=]), -- farmers’ shops, a Dunkin’ shop
  re.new([=[(?<=[a-z)])\d{1,2}\)$]=]), -- a note's number behind a heading
}

local NOTHING = {}
local marker = re.new([=[(?:^|(?<=[\s,;:.、。“‘(]|[一-龥]))(\d{1,2}|[a-z])\)]=])

-- Adds the brackets of 1) 2) 3) and a) b): members of a series that begins.
local function collect_series(set, text)
  local at, due = 1, { number = 1, letter = 1 }
  while at <= #text do
    local from, to, label = marker:find(text, at)
    if not from then break end
    local kind = label:find("^%d") and "number" or "letter"
    local n = kind == "number" and tonumber(label) or label:byte() - 96
    if n == due[kind] or n == 1 then
      if text:sub(from - 1, from - 1) ~= "(" then set[to] = "never" end
      due[kind] = n + 1
    end
    at = to + 1
  end
end

-- Adds to set, under `value`, the places that the patterns match.
local function collect(set, text, patterns, value)
  for _, pattern in ipairs(patterns) do
    local at = 1
    while at <= #text do
      local from, to = pattern:find(text, at)
      if not from or to < from then break end
      for i = from, to do set[i] = set[i] or value end
      at = to + 1
    end
  end
end

-- Place to how it is to be taken: "never" a mark, "maybe" one that closes.
local function exempted(text)
  local set = {}
  collect(set, text, never, "never")
  collect(set, text, maybe, "maybe")
  return set
end

-- Marks of two kinds that are a pair for who typed or scanned them: “term".
local MIXED = { ["”"] = { '"' }, ['"'] = { "“" }, ["」"] = { "[" }, ["]"] = { "「" }, ["』"] = { "[" } }

-- Takes the last open mark that m closes in another kind; is there one?
local function take_mixed(state, m, where, from, to)
  for _, kind in ipairs(MIXED[m] or {}) do
    local stack = state.open[kind]
    if stack and #stack > 0 then
      stack[#stack] = nil
      state.mixed[#state.mixed + 1] = { m, where, from, to }
      return true
    end
  end
end

-- The next mark from `at` on: its place, itself, the stack of what it opens or
-- closes, whether that has an open one, and whether the mark counts.
local function next_mark(text, at, exempt, state)
  local from, to = mark:find(text, at)
  if not from or to < from then return nil end
  local m = text:sub(from, to)
  if m == "''" then m = '"' end
  local stack = state.open["“"]
  if m == "’" and stack and #stack > 0 and text:sub(to + 1, to + #m) == m then -- “term’’
    return from, to + #m, "”", stack, true, true
  end
  stack = state.open[CLOSING[m] or m]
  local open = stack and #stack > 0
  local taken = exempt[from]
  return from, to, m, stack, open, not taken or (taken == "maybe" and open)
end

-- Straight marks tell by what is beside them whether they open or close; “5"”
-- may be inches, and "so" among Han or loose spaces says neither.
local opens_straight = re.new([=[\G(?<![^\s(\[“‘—–])(?:"|'')(?=[A-Za-z0-9])]=])
local closes_straight = re.new([=[\G(?<=[A-Za-z.,!?;)%])(?:"|'')(?![^\s.,;:!?)\]—–])]=])

local function direction_of(text, from)
  return opens_straight:find(text, from) and "open" or closes_straight:find(text, from) and "close" or nil
end

-- Like scan for marks of which one kind may close another: straight marks are
-- opened and closed, too.
local function scan_mixed(text, exempt, state, where)
  local at = 1
  while at <= #text and not state.no_prose do
    local from, to, m, stack, open, counts = next_mark(text, at, exempt, state)
    if not from then break end
    at = to + 1
    local straight = m == '"' and (direction_of(text, from) or "close")
    if counts and open and (CLOSING[m] or straight == "close") then
      stack[#stack] = nil
    elseif counts and not take_mixed(state, m, where, from, to) then
      if CLOSING[m] then
        state.orphans[#state.orphans + 1] = { m, where, from, to }
      else
        state.open[m] = stack or {}
        table.insert(state.open[m], { m, where, from, to })
      end
      state.no_prose = #state.orphans + #(state.open[m] or NOTHING) > MOST_OPEN
    end
  end
end

-- Those of the straight marks of a block (direction is their fifth part) that
-- have no partner. Where one of them tells no direction their number decides.
local function straight_orphans(straight)
  local open, lone, sure = {}, {}, true
  for _, m in ipairs(straight) do
    local direction = m[5]
    sure = sure and direction ~= nil
    if direction == "open" or (not direction and #open == 0) then
      open[#open + 1] = m
    elseif #open > 0 then
      open[#open] = nil
    else
      lone[#lone + 1] = m
    end
  end
  if #straight % 2 == 1 then return { open[1] or lone[#lone] or straight[#straight] } end
  return sure and #lone == 0 and open or NOTHING
end

-- Adds the marks of the text to the state.
local function scan(text, exempt, state, where)
  local at = 1
  while at <= #text do
    local from, to, m, stack, open, counts = next_mark(text, at, exempt, state)
    if not from then break end
    at = to + 1
    if counts and m == '"' then
      local straight = state.straight
      straight[#straight + 1] = { m, where, from, to, direction_of(text, from) }
      if #straight > 2 * MOST_OPEN then state.no_prose = true end
    elseif counts and not CLOSING[m] then
      stack = stack or {}
      state.open[m] = stack
      stack[#stack + 1] = { m, where, from, to }
      if #stack > MOST_OPEN then state.no_prose = true end
    elseif counts and open then
      stack[#stack] = nil
    elseif counts then
      state.orphans[#state.orphans + 1] = { m, where, from, to }
      if #state.orphans > MOST_OPEN then state.no_prose = true end
    end
    if state.no_prose then return end
  end
end

local function new_state()
  return { open = {}, orphans = {}, straight = {}, mixed = {} }
end

-- All orphans of a state, those of one kind in their order.
local function orphans_of(state)
  local out = {}
  if state.no_prose then return out end
  for _, orphan in ipairs(state.orphans) do out[#out + 1] = orphan end
  for _, stack in pairs(state.open) do
    for _, orphan in ipairs(stack) do out[#out + 1] = orphan end
  end
  for _, orphan in ipairs(straight_orphans(state.straight)) do out[#out + 1] = orphan end
  return out
end

-- Do the marks balance as they stand? Quick, and so for most blocks; straight
-- ones want a closer look.
local function is_balanced(text)
  local depth, open = {}, 0
  for m in mark:gmatch(text) do
    local opening = CLOSING[m]
    if opening then
      local d = depth[opening] or 0
      if d == 0 then return false end
      depth[opening], open = d - 1, open - 1
    elseif m == '"' or m == "''" then
      return false
    else
      depth[m], open = (depth[m] or 0) + 1, open + 1
    end
  end
  return open == 0
end

-- The orphans of texts (sentences[i] is where texts[i] stands) by that of four
-- ways to take their marks which leaves the fewest: all of them, some exempted,
-- those of a series too, and one kind of mark may close another; the marks that
-- do so.
local function orphans_in(texts, sentences)
  local best, mixed
  local exempt = {}
  for way = 1, 4 do
    local state = new_state()
    for i, text in ipairs(texts) do
      if way == 2 then exempt[i] = exempted(text) end
      if way == 3 then collect_series(exempt[i], text) end
      local take = way < 4 and scan or scan_mixed
      take(text, exempt[i] or NOTHING, state, sentences and sentences[i])
    end
    local orphans = orphans_of(state)
    if not best or #orphans < #best then best, mixed = orphans, state.mixed end
    if #best == 0 then break end
  end
  return best, mixed
end

-- ' opens only before a word, and behind nothing that it could be part of: no
-- 's-Gravenhage, no 'til or 'flu, and no 'Ayn of an Arabic name. Whatever could close
-- does: the possessive of a plural, and that of what is quoted (the 'Six's).
local single = re.new([=[['’]]=])
local opens_single = re.new([=[\G(?<![^\s(\[“"—])'(?=(?:[Aa]\s)?[A-Za-z]{2})(?![EIOU]|A\w)]=] ..
  [=[(?!(?i:till?|t[iw]as|twere|em|cause|round|bout|cos|re|ve|ll|am|er|uns?|neath|mongst|gainst|cept|fore|]=] ..
  [=[flu|phones?|planes?|bus|buses|quakes?|net|nets|fridges?|hoods?|burbs?|zines?|cellos?|roos?|ndrangheta|]=] ..
  [=[ulama|ulema|umrah?|ushr|id|iddah|asr|okina|aina|olelo)\b)]=])
local closes_single = re.new([=[\G['’](?![A-Za-z0-9])]=])
local possessive = re.new([=[\G['’]s\b]=])
local QUOTED_NAME = 30 -- bytes

-- Does the mark at `from` of the text close what stands open?
local function closes_at(text, from, open, where)
  return closes_single:find(text, from)
    or (possessive:find(text, from) and open[2] == where and from - open[3] < QUOTED_NAME)
end

-- The ' of the texts that open a quotation which nothing closes, and the ' and
-- ’ that close one ({where, from} each). Where ` is a mark, ' is no such one.
local function singles_in(texts, sentences)
  local out, open, closing = {}, nil, {}
  for i, text in ipairs(texts) do
    local where = sentences and sentences[i] or i
    local from, to = single:find(text)
    while from do
      if opens_single:find(text, from) then
        out[#out + 1] = open
        open = { "'", where, from, from }
      elseif open and closes_at(text, from, open, where) then
        closing[#closing + 1] = { where, from }
        open = nil
      end
      from, to = single:find(text, to + 1)
    end
    if text:find("`", 1, true) or #out > MOST_OPEN then return {}, {} end
  end
  out[#out + 1] = open
  return out, closing
end

-- Does the text end a quotation in ' that began before it?
local ends_single = re.new([=[(?<=[A-Za-rt-z.,!?])'(?=[\s"”]|$)]=])
local function ends_quotation(text)
  local from = ends_single:find(text)
  local start = from and single:find(text)
  while start and start < from do
    if opens_single:find(text, start) then return false end
    start = single:find(text, start + 1)
  end
  return from ~= nil
end

return {
  orphans = orphans_in, singles = singles_in, ends_quotation = ends_quotation,
  is_balanced = is_balanced, OPENING = OPENING, PARTNER = PARTNER,
}
