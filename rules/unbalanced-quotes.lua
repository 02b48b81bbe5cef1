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
local NEAR_BLOCKS = 3 -- how far a quotation may run on
local TWIN_BYTES = 60
local MOST_TOLD = 4 -- of one block
local MOST_LOOKED_AT = 12 -- orphans of one block
local MOST_OPEN = 500 -- beyond it the block is no prose
local LONG = 20000 -- bytes: a longer block is looked at by its sentences only

local mark = re.new([=[[“”‘’《》〈〉「」『』【】()\[\]"]]=])
-- Marks that want no partner. never: half-open intervals, smileys,
-- apostrophes inside words, addresses of links that lost their words. maybe:
-- list markers, inches, the apostrophe of a plural; these may also close.
local never = {
  re.new([=[[\[(]\s*[-+−]?[\d.∞]+\s*,\s*[-+−]?[\d.∞]+\s*[\])]]=]),
  re.new([=[(?:^|(?<=\s))[:;]-?[()](?=\s|$)]=]),
  re.new([=[(?<=[A-Za-z0-9*_])’(?=[*_]?[A-Za-z])|[’‘](?=\d\ds?(?![\d–-]))|(?<=[\s-])[’‘](?=[Tt]il\b|tis\b|em\b)]=]),
  re.new([=[(?<=[).\s])’(?=s\b)|[’‘](?=000(?!\d))]=]),
  re.new([=[\]\((?:https?:|#|/)[^\s)]*\)?]=]),
}
local maybe = {
  re.new([=[(?:^|(?<=[\s,;:.、。“‘]|\p{Han}))(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3})\)]=]),
  re.new([=[\d\s?"(?!\w)]=]),
  re.new([=[(?<=[sS])’(?=\s)]=]),
}

local marker = re.new([=[(?:^|(?<=[\s,;:.、。“‘(]|\p{Han}))(\d{1,2}|[a-z])\)]=])

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
local function exempted(text, in_series)
  local set = {}
  collect(set, text, never, "never")
  if in_series then collect_series(set, text) end
  collect(set, text, maybe, "maybe")
  return set
end

-- Adds the marks of the text to the state.
local function scan(text, exempt, state, where)
  local at = 1
  while at <= #text do
    local from, to = mark:find(text, at)
    if not from or to < from then break end
    local m = text:sub(from, to)
    at = to + 1
    local stack = state.open[CLOSING[m] or m]
    local open = stack and #stack > 0
    local taken = exempt[from]
    local counts = not taken or (taken == "maybe" and open)
    if counts and m == '"' then
      state.straight = state.straight + 1
      if state.straight > 2 * MOST_OPEN then state.no_prose = true end
      state.last = { m, where, from, to }
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
  return { open = {}, orphans = {}, straight = 0 }
end

-- All orphans of a state, those of one kind in their order.
local function orphans_of(state)
  local out = {}
  if state.no_prose then return out end
  for _, orphan in ipairs(state.orphans) do out[#out + 1] = orphan end
  for _, stack in pairs(state.open) do
    for _, orphan in ipairs(stack) do out[#out + 1] = orphan end
  end
  if state.straight % 2 == 1 then out[#out + 1] = state.last end
  return out
end

-- Do the marks balance as they stand? Quick, and so for most blocks.
local function is_balanced(text)
  local depth, open, straight = {}, 0, false
  for m in mark:gmatch(text) do
    local opening = CLOSING[m]
    if opening then
      local d = depth[opening] or 0
      if d == 0 then return false end
      depth[opening], open = d - 1, open - 1
    elseif m == '"' then
      straight = not straight
    else
      depth[m], open = (depth[m] or 0) + 1, open + 1
    end
  end
  return open == 0 and not straight
end

local NOTHING = {}
local function nothing() return NOTHING end
local function in_series(text) return exempted(text, true) end

-- The orphans of texts (sentences[i] is where texts[i] stands) by that of three
-- ways to take their marks which leaves the fewest.
local function orphans_in(texts, sentences)
  local best
  for _, exempt in ipairs { nothing, exempted, in_series } do
    local state = new_state()
    for i, text in ipairs(texts) do
      scan(text, exempt(text), state, sentences and sentences[i])
    end
    local orphans = orphans_of(state)
    if not best or #orphans < #best then best = orphans end
    if #best == 0 then break end
  end
  return best
end

local function is_well(text)
  return is_balanced(text) or #orphans_in { text } == 0
end

-- A quotation over several blocks: the partner of m is an orphan of a block
-- near by, and no other orphan between claims it; or the next block opens
-- anew, as each paragraph of a long quotation does.
local function runs_over(block, m)
  local forward = OPENING[m]
  local other, open = block, 1
  for _ = 1, NEAR_BLOCKS do
    other = forward and other.next or other.previous
    if not other then return false end
    local text = other.text
    if #text > LONG then return false end
    if forward and #m > 1 and text:sub(1, #m) == m then return true end
    local orphans = is_balanced(text) and NOTHING or orphans_in { text }
    local first, last, step = 1, #orphans, 1
    if not forward then first, last, step = last, first, -1 end
    for i = first, last, step do
      if orphans[i][1] == m then open = open + 1 end
      if orphans[i][1] == PARTNER[m] then open = open - 1 end
      if open == 0 then return true end
    end
  end
  return false
end

-- The orphans of the sentences from `sentence` on that same() accepts.
local function located(sentence, same)
  local all = sentence.doc.sentences
  local i = sentence.index
  local texts, sentences = {}, {}
  while sentence and same(sentence) do
    texts[#texts + 1], sentences[#sentences + 1] = sentence.text, sentence
    i = i + 1
    sentence = i <= #all and all[i] or nil
  end
  return orphans_in(texts, sentences)
end

-- “term“ and “term》 are one slip: an orphan near one that was told is not.
local function is_twin(orphan, told)
  for _, other in ipairs(told) do
    local distance = orphan[3] - other[3]
    if orphan[2].index == other[2].index and distance < TWIN_BYTES and -distance < TWIN_BYTES then
      return true
    end
  end
  return false
end

-- Reports what is lost in the block (or cell) whose first sentence is `first`.
local function tell(report, block, first, same)
  local told = {}
  for i, orphan in ipairs(first and located(first, same) or told) do
    local m, sentence, from, to = orphan[1], orphan[2], orphan[3], orphan[4]
    if #told == MOST_TOLD or i > MOST_LOOKED_AT then return end
    if not is_twin(orphan, told) and (m == '"' or not runs_over(block, m)) then
      local place = sentence:place(from, to)
      report {
        at = place, message = OPENING[m] and "open" or m == '"' and "straight" or "close",
        values = { mark = m, left = place:before(8), right = place:after(8) },
      }
      told[#told + 1] = orphan
    end
  end
end

return {
  api = 1,
  id = "unbalanced-quotes",
  severity = "warning",
  on = { block = "any", where = "unpaired" },
  summary = {
    zh = "引号、书名号或括号不成对",
    en = "a quotation mark or bracket has no partner",
  },
  explain = {
    zh = [[在一个段落（表格里是一个单元格）内，“”‘’《》「」『』【】()[] 应当成对；直引号只看是否为偶数个。
缺了一个，往往是那里的文字也丢了。连续几段的引文每段开头重新用“、只在最后一段收尾，是合规的。
撇号、序号里的 1)、a)、区间 [0,1) 和表情不算。]],
    en = [[Within a paragraph (a cell in a table) quotation marks and brackets come in pairs; of
straight quotes there is an even number. Where one is missing, text next to it is often missing
too. A quotation over several paragraphs may open each of them anew and close in the last only.
Apostrophes, markers such as 1) or a), intervals [0,1) and smileys are none.]],
  },
  messages = {
    open = {
      zh = "{mark} 没有与它成对的后一半：{left}{mark}{right}",
      en = "{mark} is opened and not closed: {left}{mark}{right}",
    },
    close = {
      zh = "{mark} 没有与它成对的前一半：{left}{mark}{right}",
      en = "{mark} closes nothing: {left}{mark}{right}",
    },
    straight = {
      zh = "直引号不成对：{left}{mark}{right}",
      en = "a straight quotation mark without a partner: {left}{mark}{right}",
    },
  },
  examples = {
    bad = {
      { [[评级为“优的项目有1个，评级为“良”的项目有3个。]], at = "“" },
      { [[全市上下送”字当先，服务上门。]], at = "”" },
      { [[执行《统计法的有关规定，同时执行《预算法》。]], at = "《" },
      { [[Several groups (e.g., farmers and retailers, were asked again.]], at = "(" },
      { [[The rules were for staff (1), others (2), and homes (3), and (see Table 1 were revised.]], at = "(", nth = 4 },
      { [[Urdu was spoken in the ’25-34’ age group.]], at = "’" },
      { [[The principle of "one market, two systems, is kept.]], at = '"' },
    },
    good = {
      [[实施“小巨人”计划（第一批）和《行动方案》。]],
      "“第一段引文。\n\n“第二段引文到此结束。”",
      "他说：“第一段引文。\n\n第二段引文到此结束。”",
      [[已有三种情形（如 1)旧宅；2)危房；3)其他）的按 b)处理。]],
      [[The index ’99 was kept (as in 1), as were stockholders’ rights.]],
      [[要求如下：1)整地；2)播种；a)灌溉。]],
      [[The value lies in [0, 1) and the authors' survey (n = 12) didn’t change it.]],
      [[He asked: "Is it so?" and the states’ answer was “yes”.]],
      [[A 5" pipe was used.]],
      [[Orders are good-’til-date.]],
      [[In a given county, *c’*s window holds the ‘25-34’ age group.]],
      [[The Ministry of Water (MOW)’s budget and Acme, Inc.’s income were $’000 and USD ‘000.]],
    },
  },
  check = function(block, report)
    if block.kind == "skipped" then return end
    local grid = block.table
    if not grid then
      local text = block.text
      if #text <= LONG and is_well(text) then return end
      local place = block.place
      local index = block.index
      tell(report, block, place.sentence, function(s) return s.block.index == index end)
      return
    end
    for i = 1, #grid.cells do
      local cell = grid.cells[i]
      if not is_well(cell.text) then
        local row, column = cell.row, cell.column
        tell(report, block, cell.place and cell.place.sentence, function(s)
          local c = s.cell
          return c and c.row == row and c.column == column and s.block.index == block.index
        end)
      end
    end
  end,
}
