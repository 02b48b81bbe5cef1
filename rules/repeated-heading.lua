-- A headline in the list of contents and above its news, an item of a summary
-- and its heading: told twice in the same words, with one number another.
local calendar = lib "calendar"
local LEAST, MOST, HAN = 18, 300, 6 -- bytes of a line; ideographs beside its numbers
local NUMBER = re.new("[0-9][0-9,]*(?:\\.[0-9]+)?|[一二三四五六七八九十百千万亿两]+")
local IDEOGRAPHS = re.new("^(?:[^\\x{4000}-\\x{9fff}]*[\\x{4000}-\\x{9fff}]){" .. HAN .. "}")
local TAIL = re.new("[;。,:\\s*#]+$")
-- Lines of a series, which differ in nothing else: 第二部分, 附件3, 2023年.
local SERIES = re.new("^(?:第#(?!届)|附件|附表|表|图|专栏|案例|之)|第#[部章节号条款期篇]|\\(#\\)|#[、.]")
local DATE = re.new("^(?:年|月|日|季度)")
local NTH = re.new("^(?:次|场|批|期|轮|天|站|号)") -- 第三次会议 and 第四次会议 of one day

-- Where a line begins in its first sentence, behind its marker. What a
-- conversion has joined to it is another sentence.
local function start_of(text, place) return text:find(place.text:sub(1, LEAST), 1, true) or 1 end

-- The first character of a line or its key, that of all numbers being one.
local FIRST = re.new("(?s)^.")
local function first_of(text)
  local first = FIRST:match(text) or ""
  return NUMBER:find(first) and "#" or first
end

-- `firsts`: how a key may begin; nil: anyhow.
local function read(block, firsts)
  local place = block.body or block.place
  local sentence = place and place.sentence
  local text = sentence and sentence.text
  if not text or #text < LEAST then return nil end
  text = text:sub(start_of(text, place))
  if #text < LEAST or #text > MOST or (firsts and not firsts[first_of(text)]) then return nil end
  local tail, listed = TAIL:find(text), text:sub(-1) == ";"
  if tail then text = text:sub(1, tail - 1) end
  local key, n = NUMBER:replace(text, "#")
  if n == 0 or SERIES:find(key) or not IDEOGRAPHS:find(key) then return nil end
  return { key = key, text = text, block = block, sentence = sentence, listed = listed }
end

local function numbers_of(line)
  local out = {}
  for number in NUMBER:gmatch(line.text) do out[#out + 1] = number end
  return out
end

-- The k-th number of the line.
local function place_of(line, k)
  local text = line.sentence.text
  local from = start_of(text, line.block.body or line.block.place)
  for i = 1, k do
    local a, b = NUMBER:find(text, from)
    if not a then return nil end
    if i == k then return line.sentence:place(a, b) end
    from = b + 1
  end
end

-- 八 and 8 are one number.
local function is_one(x, y)
  local a, b = calendar.number(x), calendar.number(y)
  return a ~= nil and a == b
end

-- What stands behind the k-th number of a key.
local function behind(key, k)
  local from = 0
  for _ = 1, k do from = key:find("#", from + 1, true) end
  return key:sub(from + 1)
end

-- The one number in which they differ, and what a has; nil where more do, or none,
-- or a date.
local function difference(a, b)
  local at
  local these, those = numbers_of(a), numbers_of(b)
  for i = 1, math.min(#these, #those) do -- one may say more behind a blank
    if these[i] ~= those[i] and not is_one(these[i], those[i]) then
      if at then return nil end
      at = i
    end
  end
  local after = at and behind(a.key, at)
  if not at or DATE:find(after) or NTH:find(after) then return nil end
  return at, these[at]
end

-- Holds a line against the one before it, where there is one.
local function judge(before, line, report)
  local at, number
  if before then at, number = difference(before, line) end
  if at then
    report { at = place_of(line, at) or line.block.place, related = place_of(before, at), expected = number }
  elseif before then
    report.agrees { at = place_of(line, 1), related = place_of(before, 1), how = line.key }
  end
  return before ~= nil
end

-- What stands before the first blank of a headline: its news may be headed by no
-- more; nil where that has no number.
local function head_of(key)
  local blank = key:find(" ", 1, true)
  local head = blank and key:sub(1, blank - 1)
  return head and #head >= LEAST and head:find("#", 1, true) and IDEOGRAPHS:find(head) and head or nil
end

-- A line that nothing marks as a heading: it is short and ends without a stop.
local BARE, CONTENTS = 150, 2 -- bytes; lines that end in a semicolon
local STOP = re.new("[。;:,!?]\\s*$")
local function is_bare_line(block)
  local length = block.length
  return length >= LEAST and length <= BARE and block.number == 0 and block.kind == "paragraph" and not STOP:find(block.text)
end

return {
  api = 1,
  id = "repeated-heading",
  severity = "warning",
  languages = { "zh" },
  on = { set = true },
  summary = {
    zh = "同一标题出现两次，只有一个数字不同",
    en = "a heading stands twice in the same words, with one number another",
  },
  explain = {
    zh = [[内容提要与正文标题逐字相同，只有一个数字不同（第二届、第三届峰会），两处必有一误。“第一部分”“附件1”、年月之类成组的标题不比较。]],
    en = [[Headlines in a list of contents and above the text that are the same but for one number. Lines of a series (part one, part
two; months, years) are not compared.]],
  },
  messages = {
    base = {
      zh = "同一标题此处为“{stated}”，别处为“{expected}”",
      en = "the same heading has “{stated}” here and “{expected}” elsewhere",
    },
  },
  examples = {
    bad = {
      { "1.黎方称空袭已致近3500人死亡 救援仍在进行;\n\n2.第二十六届洽谈会开幕 签约超600亿元;\n\n# 详细新闻\n\n黎方称空袭已致近1500人死亡\n\n央视网消息。", at = "1500" },
      { "1.体操世锦赛中国队两金两银收官;\n\n2.前三季度经济运行平稳向好;\n\n# 详细新闻\n\n体操世锦赛中国队三金两银收官\n\n央视网消息。", at = "三", nth = 2 },
      { "一、会见出席第二届海峡两岸中华文化峰会文化界人士代表\n\n二、经济运行平稳向好消息\n\n三、会见出席第三届海峡两岸中华文化峰会文化界人士代表\n\n央视网消息。", at = "三", nth = 2 },
    },
    good = {
      "1.体操世锦赛中国队三金两银收官;\n\n2.前三季度经济运行平稳向好;\n\n# 详细新闻\n\n体操世锦赛中国队三金两银收官\n\n央视网消息。",
      "一、会见出席第三届海峡两岸中华文化峰会文化界人士代表\n\n二、经济运行平稳向好消息\n\n三、会见出席第三届海峡两岸中华文化峰会文化界人士代表\n\n央视网消息。",
      "一、第二部分上海市普陀区财政局部门决算情况\n\n二、经济运行平稳向好消息\n\n三、第三部分上海市普陀区财政局部门决算情况\n\n说明。",
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      local seen, heads, firsts, contents = {}, {}, {}, 0 -- lines of a list of contents
      for _, block in ipairs(doc.marked_blocks) do
        local line = block.kind ~= "table" and read(block)
        if line and line.listed then contents = contents + 1 end
        if line and not judge(seen[line.key] or heads[line.key], line, report) then
          seen[line.key], firsts[first_of(line.key)] = line, true
          local head = line.listed and head_of(line.key)
          if head then heads[head] = heads[head] or line end
        end
      end
      for _, block in ipairs(contents >= CONTENTS and doc.blocks or {}) do
        local line = is_bare_line(block) and read(block, firsts)
        if line then judge(seen[line.key] or heads[line.key], line, report) end
      end
    end
  end,
}
