local marks = lib "marks"
local OPENING, PARTNER, orphans_in, is_balanced = marks.OPENING, marks.PARTNER, marks.orphans, marks.is_balanced
local singles_in, ends_quotation = marks.singles, marks.ends_quotation
local NOTHING = {}
local NEAR_BLOCKS = 3 -- how far a quotation may run on, short lines not counted
local SHORT, MOST_BLOCKS = 24, 12 -- bytes; blocks in all
local TWIN_BYTES = 60
local MOST_TOLD = 4 -- of one block
local MANY = 6 -- of one document: beyond it, one finding tells of all
local MOST_LOOKED_AT = 12 -- orphans of one block
local LONG = 20000 -- bytes: a longer block is looked at by its sentences only

local function is_well(text)
  if text:find("'", 1, true) and #singles_in { text } > 0 then return false end
  if is_balanced(text) then return true end
  local orphans, mixed = orphans_in { text }
  return #orphans + #mixed == 0
end

-- Lines of a converter that stand as blocks of their own: (January 23 to February |
-- 18) goes on. What could be a list's 18) or the possessive of banks’ is a partner
-- where the block before does not end.
local ENDS = re.new([=[[.!?:;。][^A-Za-z一-龥]{0,16}$]=])
local CLOSES_AT_ONCE = {
  ["("] = re.new([=[^[^()]{0,60}\)]=]),
  ["‘"] = re.new([=[^[^‘’]{0,200}’(?:[\s.,;:)]|$)]=]),
}
local function goes_on_below(block, m)
  local pattern, other = CLOSES_AT_ONCE[m], block.next
  return pattern and other and not ENDS:find(block.text) and #other.text <= LONG and pattern:find(other.text) ~= nil
end

-- A page ended within the sentence, and a note or a heading stands before it goes on:
-- (credit to medium-sized and | 2 See table 3. | small firms).
local GOES_ON, BREAKS_OFF = re.new([=[^[a-z]]=]), re.new([=[[A-Za-z,]\s*$]=])
local BRACKET = { ["("] = true, [")"] = true }
local TORN = 60 -- bytes of a paragraph at least
local function is_torn(block, m)
  local text = block.text
  if OPENING[m] then
    return #text > TORN and block.kind == "paragraph" and block.next ~= nil and BREAKS_OFF:find(text) ~= nil
  end
  local other = block.previous
  if not GOES_ON:find(text) then return false end
  for _ = 1, NEAR_BLOCKS do
    if not other then return false end
    if other.kind == "paragraph" and not ENDS:find(other.text) then return true end
    other = other.previous
  end
  return false
end

-- Straight marks over a line that broke: one has no partner here, one there.
local function count_straight(text) return select(2, text:gsub('"', "")) end

-- "The first paragraph. | Another. | The last one.": what one quotes, over blocks.
local QUOTES, QUOTED = re.new([=[^"[A-Za-z]]=]), re.new([=[[A-Za-z.!?)]"[.,;]?\s*(?:[—–-]{1,3} .{0,60})?$]=])
local function quotes_blocks(block)
  local way = QUOTES:find(block.text) and "next" or QUOTED:find(block.text) and "previous"
  local other = way and count_straight(block.text) == 1 and block or nil
  for _ = 1, NEAR_BLOCKS do
    other = other and other[way]
    if not other or #other.text > LONG then return false end
    local n = count_straight(other.text)
    if n > 0 then return n == 1 and (way == "next" and QUOTED or QUOTES):find(other.text) ~= nil end
  end
  return false
end
local function straight_runs_over(block)
  for _, way in ipairs { "next", "previous" } do
    local other = block
    for _ = 1, NEAR_BLOCKS do
      local before = other
      other = before[way]
      if not other or #other.text > LONG then break end
      if ENDS:find(way == "next" and before.text or other.text) then break end
      if count_straight(other.text) % 2 == 1 then return true end
    end
  end
  return false
end

-- A quotation over several blocks: the partner of m is an orphan of a block
-- near by, and no other orphan between claims it; or the next block opens
-- anew, as each paragraph of a long quotation does.
-- One that opens a paragraph and ends another may quote many of them.
local FAR, MOST_FAR = 12, 40
local TAIL = re.new([=[[\s.,;:!?]*$]=])
local function is_at_edge(text, m)
  if OPENING[m] then return text:sub(1, #m) == m end
  local from = TAIL:find(text)
  return text:sub(from - #m, from - 1) == m
end
local function runs_over(block, m)
  local forward = OPENING[m]
  local other, open, left = block, 1, NEAR_BLOCKS
  local edge = is_at_edge(block.text, m)
  edge = edge and block.doc.lang == "en" -- 第二段另起“
  local beyond = edge and FAR - NEAR_BLOCKS or 0
  for _ = 1, edge and MOST_FAR or MOST_BLOCKS do
    other = forward and other.next or other.previous
    if not other or left + beyond == 0 then return false end
    local text = other.text
    if #text > SHORT then left = left - 1 end
    if #text > LONG then return false end
    if forward and #m > 1 and text:sub(1, #m) == m then return true end
    local orphans = is_balanced(text) and NOTHING or orphans_in { text }
    local first, last, step = 1, #orphans, 1
    if not forward then first, last, step = last, first, -1 end
    for i = first, last, step do
      if orphans[i][1] == m then open = open + 1 end
      if orphans[i][1] == PARTNER[m] then open = open - 1 end
      if open == 0 then return left >= 0 or is_at_edge(text, PARTNER[m]) end
    end
  end
  return false
end

-- Is a quotation that ' opens in the block closed in one near by?
local function single_runs_over(block)
  local other = block
  for _ = 1, NEAR_BLOCKS do
    other = other.next
    if not other or #other.text > LONG then return false end
    if other.text:find("'", 1, true) and ends_quotation(other.text) then return true end
  end
  return false
end

local function is_one_of(places, orphan)
  for _, place in ipairs(places) do
    if place[1] == orphan[2] and place[2] == orphan[3] then return true end
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
  local orphans, mixed = orphans_in(texts, sentences)
  local told, closing = singles_in(texts, sentences)
  for _, orphan in ipairs(orphans) do
    if not is_one_of(closing, orphan) then told[#told + 1] = orphan end
  end
  return told, mixed
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

-- 信息通信行业管理的改革和实践(202...: the list that names it cut the name off.
local CUT_OFF = re.new([[(?:\.\.\.|…)\s*$]])
local function is_cut_off(orphan) return OPENING[orphan[1]] and CUT_OFF:find(orphan[2].text) ~= nil end

-- Each paragraph of a long quotation opens it anew.
local function opens_anew(orphan, block)
  local sentence, from = orphan[2], orphan[3]
  local before = from > 1 and sentence.text:sub(from - 1, from - 1) or " "
  return before:find("[%s(]") and block.next and block.next.text:sub(1, 1) == orphan[1]
end

-- What is lost in each document, in its order, until the last block was seen.
local lost, mixed_in = memo(), memo()
local function keep(list, doc, item)
  local of = list[doc] or {}
  list[doc] = of
  of[#of + 1] = item
end

-- Does what m opens or closes have its partner in a block near by? Known of each
-- mark of a block once: a table may have thousands of cells.
local function is_over(block, m, known)
  if known[m] == nil then
    if m == "'" then
      known[m] = single_runs_over(block)
    elseif m == '"' then
      known[m] = straight_runs_over(block) or quotes_blocks(block)
    else
      known[m] = runs_over(block, m) or goes_on_below(block, m) or (BRACKET[m] and is_torn(block, m)) or false
    end
  end
  return known[m]
end

-- "term,' and 'term": one mark is closed by another.
local CLOSED_BY_ONE = re.new([=[^[A-Za-z][^"]{1,240}?(?:[.,!?;]|[a-rt-z])'(?=[\s.,;:)]|$)]=])
local OPENED_BY_ONE = re.new([=[(?:^|[\s(])'[A-Za-z][^"']{0,240}$]=])
local CLOSED_BY_TWO = re.new([=[^[A-Za-z][^"']{1,240}[A-Za-z.,!?;]"(?![A-Za-z0-9])]=])
local function is_mismatched(orphan)
  local text, from, to = orphan[2].text, orphan[3], orphan[4]
  if orphan[1] == "'" then return CLOSED_BY_TWO:find(text:sub(to + 1)) ~= nil end
  return orphan[1] == '"' and (CLOSED_BY_ONE:find(text:sub(to + 1)) ~= nil or OPENED_BY_ONE:find(text:sub(1, from - 1)) ~= nil)
end

local STRAIGHT = { ["'"] = true, ['"'] = true }
-- Notes what is lost in the block (or cell) whose first sentence is `first`; known:
-- of the block's marks, for is_over.
local function look(block, first, same, known)
  if not first then return end
  local told = {}
  local orphans, mixed = located(first, same)
  for _, m in ipairs(mixed) do keep(mixed_in, first.doc, m) end
  for i, orphan in ipairs(orphans) do
    local m = orphan[1]
    if #told == MOST_TOLD or i > MOST_LOOKED_AT then return end
    local alone = STRAIGHT[m] and opens_anew or is_cut_off
    if is_mismatched(orphan) then
      if not is_twin(orphan, mixed_in[first.doc] or NOTHING) then keep(mixed_in, first.doc, orphan) end
    elseif not is_twin(orphan, told) and not alone(orphan, block) and not is_over(block, m, known) then
      keep(lost, first.doc, orphan)
      told[#told + 1] = orphan
    end
  end
end

local function place_of(orphan) return orphan[2]:place(orphan[3], orphan[4]) end
local function message_of(m) return (OPENING[m] or m == "'") and "open" or m == '"' and "straight" or "close" end

-- One finding for the many of a document whose marks are broken throughout.
local function tell_all(list, message, severity, report)
  local related = {}
  for i = 2, #list do related[#related + 1] = place_of(list[i]) end
  local at = place_of(list[1])
  report { at = at, related = related, message = message, severity = severity,
           values = { n = #list, mark = list[1][1], left = at:before(8), right = at:after(8) } }
end

local function tell(set, report)
  for _, doc in ipairs(set.documents) do
    local list = lost[doc] or NOTHING
    if #list > MANY then
      tell_all(list, "many", "warning", report)
    else
      for _, orphan in ipairs(list) do
        local place = place_of(orphan)
        report { at = place, message = message_of(orphan[1]),
                 values = { mark = orphan[1], left = place:before(8), right = place:after(8) } }
      end
    end
    if mixed_in[doc] then tell_all(mixed_in[doc], "mixed", "note", report) end
  end
end

-- (State or other jurisdiction of | in the row below: incorporation): the lines
-- of a form are cells of a column.
local LINES = 2 -- rows below
local function goes_on(grid, cell)
  local orphans = orphans_in { cell.text }
  local mark = #orphans == 1 and orphans[1][1]
  local by = mark and (OPENING[mark] and 1 or -1)
  for i = 1, mark and LINES or 0 do
    local other = grid:cell(cell.row + i * by, cell.column)
    local there = other and other.unpaired and orphans_in { other.text } or NOTHING
    if #there == 1 and there[1][1] == PARTNER[mark] then return true end
  end
  return false
end

-- Columns of a page, side by side on one line: what is opened in one goes on
-- below it.
local COLUMNS = re.new("\\S {4,}\\S[^\\n]* {4,}\\S")

return {
  api = 1,
  id = "unbalanced-quotes",
  severity = "warning",
  on = { block = "any", where = "unpaired", set = true },
  summary = {
    zh = "引号、书名号或括号不成对",
    en = "a quotation mark or bracket has no partner",
  },
  explain = {
    zh = [[在一个段落（表格里是一个单元格）内，“”‘’《》「」『』【】()[] 应当成对；直引号应为偶数个，
英文里不能一个没收又开一个；英文词前的 ' 后面要有收尾的。缺了一个，往往是那里的文字也丢了。连续几段的引文每段开头重新用“、只在最后一段收尾，是合规的。
撇号、序号里的 1)、a)、区间 [0,1) 和表情不算。“弯引号以直引号收尾"只提示一次；不成对的多于六处，合为一条。]],
    en = [[Within a paragraph (a cell in a table) quotation marks and brackets come in pairs; of
straight quotes there is an even number, and ' opens no word without a partner. Where one is missing, text next to it is often missing
too. A quotation over several paragraphs may open each of them anew and close in the last only.
Apostrophes, markers such as 1) or a), intervals [0,1) and smileys are none. That “term" is closed by
another kind of mark is noted once; more than six places without a partner are one finding.]],
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
    many = {
      zh = "全文有 {n} 处引号、书名号或括号不成对，第一处：{left}{mark}{right}",
      en = "{n} marks have no partner in this document, the first: {left}{mark}{right}",
    },
    mixed = {
      zh = "成对的引号前后写法不一（如“…\"），全文 {n} 处：{left}{mark}{right}",
      en = "marks of two kinds are a pair (“…\") in {n} places: {left}{mark}{right}",
    },
    straight = {
      zh = "直引号不成对：{left}{mark}{right}",
      en = "a straight quotation mark without a partner: {left}{mark}{right}",
    },
  },
  examples = {
    bad = {
      { "大力发展多式联运,推进“公转铁、“公转水”,提升海铁联运质效,深化与周边省区的经济互补和协同发展,扩大与长江经济带的合作。\n\n加快建设西部陆海新通道。", at = "“" },
      { [[评级为“优的项目有1个，评级为“良”的项目有3个。]], at = "“" },
      { [[全市上下送”字当先，服务上门。]], at = "”" },
      { [[执行《统计法的有关规定，同时执行《预算法》。]], at = "《" },
      { [[Several groups (e.g., farmers and retailers, were asked again.]], at = "(" },
      { [[The rules were for staff (1), others (2), and homes (3), and (see Table 1 were revised.]], at = "(", nth = 4 },
      { [[Urdu was spoken in the ’25-34’ age group.]], at = "’" },
      { [[The principle of "one market, two systems, is kept.]], at = '"' },
      { [[A "one market, two systems and "open doors is the aim.]], at = '"' },
      { [[She called the scheme "timely, as did the "Board" and others.]], at = '"' },
      { [[The new 'Healthy Homes fund and the farmer's union opened in May.]], at = "'" },
      { [[建设“数字绿洲"和“智慧水网"。]], at = '"', severity = "note" },
      { [[She called it "timely,' as did the board.]], at = '"', severity = "note" },
      { [[She spoke of a 'timely" plan.]], at = "'", severity = "note" },
      { "| 名称 | 说明 |\n|---|---|\n| “甲” | （一） |\n| 乙（二 | “三” |\n", at = "（", nth = 2 },
      { "（甲。\n\n（乙。\n\n（丙。\n\n（丁。\n\n（戊。\n\n（己。\n\n（庚。", at = "（" },
    },
    good = {
      [[A contact noted ''good sales this year." Others saw ''little change".]],
      [[Health in Hawai‘i and on O‘ahu (the researchers’^a^ list).]],
      "\"The first of the paragraphs that are quoted is this one.\n\nAnother one ends the quotation of the report on a growing town\".",
      "【图例:\n\n甲区\n\n乙区\n\n丙区\n\n丁区\n\n】\n\n全省经济稳定增长,各项工作取得新的进展。",
      "| 报告 | 日期 |\n|---|---|\n| 通信行业管理的改革和实践(202... | 2023-07-20 |",
      "#### Minutes of the Meeting[1)]\n\n##### Summary of Discussions2)\n\nThe growth of the banks’\n\nholdings slowed.",
      [[实施“小巨人”计划（第一批）和《行动方案》。]],
      "| (State or other jurisdiction of | Name |\n|---|---|\n| incorporation) | A |\n| (I.R.S. | B |\n| | C |\n| number) | D |",
      "Caveats: 1.) We kept the model. 2.) Weight fell. Correlations are shown in A)–C) of the plate. He said \"I did not expect it :)\" there.",
      "Others went on:\n\n\"These are no big challenges, but conveniences that I miss.\n\nSome form of them would be appreciated.\"",
      [[Doctors 1] ask, 2] advise, 3] assist; the aims are: 1 ) care, 2 ) rest.]],
      "“第一段引文。\n\n“第二段引文到此结束。”",
      "他说：“第一段引文。\n\n第二段引文到此结束。”",
      [[已有三种情形（如 1)旧宅；2)危房；3)其他）的按 b)处理。]],
      [[The index ’99 was kept (as in 1), as were stockholders’ rights.]],
      [[要求如下：1)整地；2)播种；a)灌溉。]],
      [[The value lies in [0, 1), [10-20) or (5%–10%] and the authors' survey (n = 12) didn’t change it.]],
      [[He asked: "Is it so?" and the states’ answer was “yes”.]],
      [[A 5" pipe was used.]],
      [[The "open "door" policy" and a 5' 10" board, 6" deep, of the '90s and '08-09.]],
      [[The 'Big Six' and the 'Six's share, the workers' pay, 'tis the 'flu and rock 'n' roll in 's-Hertogenbosch.]],
      [[Roads in 'Asir and near 'Ayn Dar, 28°12'N, cost £'000 and (in '000s) more; a 'term’ is one.]],
      "He wrote: 'The first paragraph.\n\n'The second one.'",
      "He wrote: 'the first paragraph.\n\nThe second one ends it.'",
      "He said: \"The first paragraph.\n\n\"The second one of the quotation.\"",
      [[The bank (‘’the Bank’’) reports.]],
      [[They turned a “crisis’’ into a “chance”; a Mr 10%’s share bought one Dunkin’ shop. Rise, O’ worker.]],
      "“We hold that the levy must stay low.\n\nIt was raised twice in the year before last.\n\nIt was raised again in the spring of this year.\n\nFarms were hit the hardest by the new levy.\n\nWe will cut it when the budget allows it.”",
      [[Orders are good-’til-date. The corporations’ (PNFCs’) deposits rose, as did those of price setters’. Thailand’ s coups d’état; each protégé’s record.]],
      "The fund fell at the beginning of the period (January 23 to February\n\n18) and then rose.",
      "The growth of business credit was strong (credit to medium-sized and\n\n12 See the annex.\n\n13 See table 4.\n\n14 As amended.\n\n15 See the annex.\n\nsmall firms) and of mortgages.",
      "Rates are given in the Table ‘\n\nInterest rates on the operations’\n\n.",
      "### Vote on the establishment of \"Principal Terms and\n\n### Conditions for the operation\"\n\nMembers voted. II. Discussion (Summary)2)",
      [[Orders are good-’til-date.]],
      [[In a given county, *c’*s window holds the ‘25-34’ age group.]],
      [[The Ministry of Water (MOW)’s budget and Acme, Inc.’s income were $’000 and USD ‘000.]],
    },
  },
  check = function(block, report)
    if block.type == "set" then return tell(block, report) end
    if block.kind == "skipped" then return end
    local grid = block.table
    if not grid then
      local text = block.text
      if #text <= LONG and is_well(text) or COLUMNS:find(text) then return end
      local place = block.place
      local index = block.index
      look(block, place.sentence, function(s) return s.block.index == index end, {})
      return
    end
    local known = {}
    for _, cell in ipairs(grid.cells) do
      if cell.unpaired and not is_well(cell.text) and not goes_on(grid, cell) then
        local row, column = cell.row, cell.column
        look(block, cell.place and cell.place.sentence, function(s)
          local c = s.cell
          return c and c.row == row and c.column == column and s.block.index == block.index
        end, known)
      end
    end
  end,
}
