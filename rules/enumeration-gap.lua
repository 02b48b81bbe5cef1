-- Three kinds of members are judged apart: those inside paragraphs (一是,
-- First), the markers of blocks (一、 (一) 1.) and captions (表3, Table 3).

local MOST_BLOCKS = 40 -- between two members of one list of paragraphs

local BLOCK_MARKS = { han_comma = true, han_paren = true, han_chapter = true, dot = true,
                      paren = true, circle = true, decimal = true, letter = true }

-- The prose of a cell is a paragraph of its own; where it is a whole article (a page
-- laid out by a table) nothing tells its lists from references.
local ARTICLE = 6000 -- bytes
local function same_block(a, b)
  return a.block.index == b.block.index and a.cell == b.cell
end

-- A member inside a paragraph belongs to the list before it in the same
-- paragraph or the one before, or, where it heads its paragraph, farther up.
local function near_inline(a, b)
  local between = b.block.index - a.block.index
  if between == 0 then return same_block(a, b) end
  return b.heading == a.heading and between <= (b.heads and MOST_BLOCKS or 1)
end

-- A list is taken up again behind another within its paragraph, or by members
-- that head their paragraphs.
local function resumes_inline(a, b)
  return same_block(a, b) or (a.heads and near_inline(a, b))
end

-- "(2)" may be a reference; a word at the head of a clause is a member.
local HEADLESS_SIGN = re.new("[0-9()、.\\x{2460}-\\x{2473}]")

-- What may stand before a member at the head of its paragraph.
local HEAD = re.new("^[\\s“\"]*$")

-- A passage that stands twice is one defect, and another rule's.
local COPY = 40 -- code points behind a member
local function is_copy(e, seen)
  local text = e.text .. e:after(COPY)
  if seen[text] then return true end
  seen[text] = #text > COPY
  return false
end

-- 首先是国内资源,其次是国际资源: the second is no member, so the first is none.
local RANKED = re.new("^是[^。;]{1,60}其次是")

-- 一是……,一是……: so pairs were told in the reports of the fifties to eighties.
local PAIRED_UNTIL = "1993"
local function tells_pairs(doc) return doc.date ~= "" and doc.date < PAIRED_UNTIL end
local function never_pairs() return false end

-- 两大趋势,一是大型化,一是高速化: two of one sentence, and no third.
local ONE, MORE = "一是", re.new("[二三四]是")
local function is_pair(a, b)
  return a.place.text == ONE and b.place.text == ONE and a.place.sentence == b.place.sentence
    and not MORE:find(a.block.text) and select(2, a.block.text:gsub(ONE, "")) == 2
end
local function pairs_apart(a, b) return same_block(a, b) and not is_pair(a, b) end

-- … not good?” (11).: what it refers to stands in the list of references.
local NOTE_ENDS = re.new([[^\s*(?:[.,;:)]|$)]])
local function is_note(e) return e.doc.lang == "en" and e.text:sub(1, 1) == "(" and NOTE_ENDS:find(e:after(2)) ~= nil end

local function inline_members(doc)
  local members, seen = {}, {}
  for _, e in ipairs(doc.enumerators) do
    local block = e.block
    local cell = block.table and e.place.sentence.cell
    if cell and #cell.text > ARTICLE or is_note(e) or is_copy(e, seen) or e.text == "首先" and RANKED:find(e:after(64)) then goto next end
    members[#members + 1] = {
      number = e.number, key = e.series, place = e.place, block = block, cell = cell,
      heading = block.heading and block.heading.index or 0,
      heads = HEAD:find(e:before(2)) ~= nil, begins = not HEADLESS_SIGN:find(e.text),
      near = near_inline, resumes = resumes_inline, pairs = tells_pairs(doc) and never_pairs or pairs_apart,
    }
    ::next::
  end
  return members
end

-- Lists inside paragraphs end at a heading.
local function close_inline(lists, m)
  local last = lists[#lists]
  if last and last.member.heading ~= m.heading then
    for i = #lists, 1, -1 do lists[i] = nil end
  end
end

local function near_block(a, b)
  return a.outline and b.outline or b.block.index - a.block.index <= MOST_BLOCKS
end

-- Two sections, both called the first.
local function both_outline(a, b)
  return a.outline and b.outline and b.mark ~= "dot" and b.mark ~= "paren"
end

-- How the marker is written, without its number: 第#章, (#), #.
local SHAPE = re.new("[0-9一二三四五六七八九十〇]+|[\\x{2460}-\\x{2473}]")
local FIRST = re.new("^.")
local function shape(text)
  local from, to = SHAPE:find(text)
  return from and text:sub(1, from - 1) .. "#" .. (FIRST:match(text:sub(to + 1)) or "") or text
end

-- The series a marker belongs to: 1.2 and 1.3 are of 1.#.
local function series_of(b)
  if b.mark == "dot" then return "dot" end
  if b.mark == "decimal" then return b.marker.text:match("^(.*%D)%d+%D*$") or "decimal" end
  if b.mark == "letter" then return b.marker.text:gsub("%a", "a") end
  return shape(b.marker.text)
end

-- A heading numbered without a mark: 3 Results.
local PLAIN = re.new([[^(\d{1,2})\s+(?=[A-Z一-龥])]])

-- (a), ii): members inside paragraphs, wherever they stand.
local function is_inline(b)
  return b.mark == "letter" and b.doc.lang == "en" and b.marker.text:sub(-1) == ")"
end

local RUNNING, OFTEN = 60, 4 -- bytes of a line that pages repeat; times

-- Markers of blocks, and headings without one (number 0), which close lists.
local function block_members(doc)
  local members, times = {}, {}
  for _, b in ipairs(doc.marked_blocks) do
    if b.length <= RUNNING then times[b.text] = (times[b.text] or 0) + 1 end
  end
  for _, b in ipairs(doc.marked_blocks) do
    local above = b.previous
    if above and above.length == b.length and above.text == b.text then goto next end -- a heading said twice
    if b.length <= RUNNING and times[b.text] >= OFTEN then goto next end -- PART II at the head of each page
    local outline = b.kind == "heading" or b.kind == "title"
    local plain = outline and b.number == 0 and PLAIN:match(b.text)
    if plain then
      members[#members + 1] = { number = math.tointeger(tonumber(plain)), key = "plain " .. b.level, block = b,
                                place = b.place.sentence:place(1, #plain), level = b.level, outline = true, near = near_block,
                                resumes = near_block, pairs = both_outline, mark = "plain" }
    elseif b.number > 0 and BLOCK_MARKS[b.mark] and b.marker and not is_inline(b) then
      local key = series_of(b)
      members[#members + 1] = { number = b.number, key = key, place = b.marker, block = b,
                                level = b.level, outline = outline,
                                near = near_block, resumes = near_block,
                                pairs = both_outline, mark = b.mark }
    elseif outline then
      members[#members + 1] = { number = 0, key = "", block = b, level = b.level,
                                outline = true }
    end
    ::next::
  end
  return members
end

local function close_block(lists, m)
  if m.number > 0 then return end
  for i = #lists, 1, -1 do
    local open = lists[i].member
    if not open.outline or open.level >= m.level then table.remove(lists, i) end
  end
end

local LAW = 100 -- no report has so many sections
local SAID_BEFORE = 8 -- blocks before a list in which its first may be told

-- ---- captions ------------------------------------------------------------
local CAPTION = [[^(?<label>(?<kind>附?[表图]|专栏|TABLE|Table|FIGURE|Figure|CHART|Chart|BOX|Box)\s?(?<n>\d{1,2}))(?![\d.–-]*\d|\s[a-z(]|[、和及与,)]|[a-z](?![a-z])|所示|显示|表明|反映|可|中|列)]]
-- Objective 3: health; Annex B. Data; Step 2 – dry it: at the head of a sentence.
local KINDS = [[Step|Objective|Recommendation|Annex|Appendix|Section|Phase|Stage|Finding|Lesson|]]
  .. [[Principle|Action|Target|Priority|Pillar|Module|Schedule|Theme|Component|Task|Indicator|Outcome|]]
  .. [[Output|Option|Scenario|Measure|Chapter]]
local LABELS = [[^(?<label>(?<kind>]] .. KINDS .. [[)\s?(?<n>\d{1,2}|[A-Z]))(?=[.:)](?:\s|$)|\s[–—-]\s)]]
local LONG = 250 -- bytes of a block that is no caption

local captions, labels = memo(), memo() -- by document

local IS_CAPTION = re.new("^(?:附?[表图]|专栏|Table|Figure|Chart|Box)", "i")
local function anywhere() return true end
local function never() return false end

-- Evaluation guide. Module 6: Costs. 2021. Accessed May 8, 2023: a title that is cited.
local CITED = re.new([[\b(?:[Aa]ccessed|[Rr]etrieved) (?:on )?[A-Z\d]|\bdoi:|https?://]])

local function add_label(m)
  if CITED:find(m.sentence.block.text) then return end
  local members = labels[m.doc] or {}
  labels[m.doc] = members
  local number = math.tointeger(tonumber(m.n)) or m.n:byte() - 64
  members[#members + 1] = { number = number, key = m.kind .. (m.n:find("%d") and "1" or "A"), place = m:place("label"),
                            block = m.sentence.block, near = near_block, resumes = never, pairs = never }
end

-- Labels are a list where they begin at 1 and are some; excerpts have gaps.
local FEWEST = 4
local function label_faults(members)
  local first, count, gaps, told = {}, {}, {}, {}
  for _, m in ipairs(members) do
    first[m.key] = first[m.key] or m.number
    count[m.key] = (count[m.key] or 0) + 1
  end
  local faults = lib("enumeration").faults(members, never)
  for _, f in ipairs(faults) do gaps[f.member.key] = (gaps[f.member.key] or 0) + 1 end
  for _, f in ipairs(faults) do
    local key = f.member.key
    if first[key] == 1 and count[key] >= FEWEST and gaps[key] == 1 then told[#told + 1] = f end
  end
  return told
end

-- TABLE 3. (Continued): the rest of the table before.
local CONTINUED = re.new([[^[\s._*()—–-]*(?:continued|cont[’']?d|续)]], "i")
local function add_caption(m)
  if CONTINUED:find(m:place("label"):after(24)) then return end
  if m.sentence.block.length > LONG and not m.sentence.block.table then return end
  local members = captions[m.doc] or {}
  captions[m.doc] = members
  members[#members + 1] = { number = math.tointeger(tonumber(m.n)), key = m.kind, place = m:place("label"),
                            block = m.sentence.block, near = anywhere, resumes = never, pairs = never }
end

-- What stands before a member that begins a clause.
local BEFORE_MEMBER = re.new("[\\s。、,;:!?.”)]$")

-- 图10 增加值及增速|四、服务业: a line that was joined to the one before it. Not
-- 一、二、三产业.
local LINE = re.new("、$")
local JOINED = re.new("[^一二三四五六七八九十第、和]$")
local function is_joined_line(marker, before)
  return LINE:find(marker) ~= nil and JOINED:find(before) ~= nil
end

-- 夯实财政发展之基|一是……。二是: does the first stand in the block before it?
local FIRSTS = re.new("^二(?<tail>是|要|抓)")
local function has_first(m)
  local tail = FIRSTS:match(m.place.text)
  local text = m.block.text
  return tail and (text:find("一" .. tail, 1, true) or text:find("首先", 1, true)) ~= nil -- 首先要……。二是……
end

-- 首先,……。 第二,……; 一是……。第二,……; 第一阶段……。第二个阶段……: the first in another form,
-- in the paragraph before the member, or at the head of one of those before it.
local OTHER_FIRST = re.new("(?:^|[。;:,、“])(?:“)?(?:首先|第一(?!产业|季度|书记|时间|批|线|位|大)|一是|一要|其一|一方面|1[.、])")
local HEAD_FIRST = re.new("^[\\s“]*(?:首先|第一(?!产业|季度)|一是|一要|其一|1[.、])")
local SECOND = re.new("^(?:第二|其二|二是)")
local function is_opened_otherwise(doc, m)
  if doc.lang ~= "zh" or not SECOND:find(m.place.text) then return false end
  local text = m.block.text
  local at = text:find(m.place.text, 1, true)
  if at and at > 1 and OTHER_FIRST:find(text:sub(1, at - 1)) then return true end
  if not m.heads then return false end
  for i = math.max(1, m.block.index - SAID_BEFORE), m.block.index - 1 do
    if HEAD_FIRST:find(doc.blocks[i].text) then return true end
  end
  return false
end

-- Does the missing marker stand somewhere between, where it was not read?
local function hidden(doc, from, to, marker)
  for i = from.block.index, to.block.index do
    local text = doc.blocks[i].text
    local start = i == from.block.index and text:find(from.place.text, 1, true) or 1
    local stop = i == to.block.index and text:find(to.place.text, 1, true) or #text
    local at = text:find(marker, start, true)
    while at and at < stop do
      local before = text:sub(1, at - 1)
      if at == 1 or BEFORE_MEMBER:find(before) or is_joined_line(marker, before) then return true end
      at = text:find(marker, at + 1, true)
    end
  end
  return false
end

local ANY_CAPTION = re.new("^(?:表|图|Table|Tab|Figure|Fig)", "i")

-- Does the caption that is due stand elsewhere?
local function stands_elsewhere(members, fault)
  for _, m in ipairs(members) do
    if m.number == fault.due and m.key == fault.member.key then return true end
  end
end

-- Columns of a page give several such captions (1 4 2 5 3 6), a slip one.
local COLUMNS = 2
local function in_columns(members, faults)
  local n = 0
  for _, f in ipairs(faults) do
    if f.kind == "missing" and stands_elsewhere(members, f) then n = n + 1 end
  end
  return n >= COLUMNS
end

-- Does it stand behind the caption in another language?
local function is_joined(doc, fault)
  local due = fault.due
  local caption = re.new(fault.member.key .. "\\s?" .. due .. "(?!\\d)")
  for i = fault.previous.block.index, fault.member.block.index do
    local text = doc.blocks[i].text
    if #text <= 4 * LONG and ANY_CAPTION:find(text) and caption:find(text) then return true end
  end
  return false
end

-- Captions that went with their pictures: several of one series are missing, or the
-- one that is missing is spoken of.
local FEW = 2
local function count_gaps(faults)
  local gaps = {}
  for _, f in ipairs(faults) do
    local key = f.member.key
    gaps[key] = (gaps[key] or 0) + (f.kind == "missing" and 1 or FEW * -4)
  end
  return gaps
end
local function was_dropped(doc, fault, gaps)
  local m = fault.member
  if (gaps[m.key] or 0) >= FEW then return true end
  if gaps[m.key] ~= 1 or doc.lang ~= "en" then return false end
  local name = re.new("\\b" .. m.key .. "s? (?:\\d+ (?:and|to) )?" .. fault.due .. "\\b", "i")
  for _, block in ipairs(doc.blocks) do
    if name:find(block.text) then return true end
  end
  return false
end

return {
  api = 1,
  id = "enumeration-gap",
  severity = "warning",
  on = { pattern = { CAPTION, LABELS }, set = true },
  summary = {
    zh = "列举或编号缺项、重号或次序有误",
    en = "a numbered list lacks a member, has one twice, or is out of order",
  },
  explain = {
    zh = [[“一是…三是”之间没有“二是”，“首先、其次”“第一、第二”“(1)(2)(3)”各级标题、条目（含1.2、1.3）和图表的编号跳号、
重号，都会报告，位置在断开处后面的那一项，相关位置是前一项。一处错号只报一次：“8、8、10”报第二个8。
从1重新开始的编号是新的一列；嵌套的同形列举按层次分开；相隔太远、开头不在文中的列举不报。]],
    en = [[Members of a list that is numbered (First, Second; (1), (2); 1., 2.; 一是, 二是; headings, tables, figures)
follow one another. A missing, doubled or misplaced number is reported at the member behind the break,
with the member before it. One wrong number is one finding: of 8, 8, 10 the second 8 is named. Numbering
that starts again at 1 is a new list, lists of one form may be nested, and a list whose beginning is not in
the text is passed over.]],
  },
  messages = {
    missing = {
      zh = "“{previous}”之后是“{stated}”，缺“{expected}”",
      en = "“{stated}” follows “{previous}”: “{expected}” is missing",
    },
    headless = {
      zh = "列举从“{stated}”开始，前面没有“{expected}”",
      en = "the list begins with “{stated}”: “{expected}” is missing",
    },
    number = {
      zh = "“{previous}”之后是“{stated}”，按次序应为“{expected}”",
      en = "“{stated}” follows “{previous}”: by its place it is “{expected}”",
    },
    double = {
      zh = "“{stated}”出现两次",
      en = "“{stated}” stands twice",
    },
  },
  examples = {
    bad = {
      { [[We define the work as a set of steps consisting of 1) planning, 2) collection, and 4) analysis.]], at = "4)" },
      { "The history falls in periods as follows: (i) 1959-63 (ii) 1964-65 (iv) 1966-69.", at = "(iv)" },
      { "First, we build skills.\n\nFirst, in advanced manufacturing.\n\nSecond, in health.\n\nFourth, in urban solutions.\n\nFourth, in logistics.\n\nSecond, we invest.\n", at = "Fourth" },
      { "Objective 1: end poverty.\n\nObjective 2: end hunger.\n\nObjective 4: good health.\n\nObjective 4: education.", at = "Objective 4" },
      { [[The board has funded (1) gas from coal, (2) its storage and (4) its use.]], at = "(4)" },
      { [[The aims are (a) to cut deaths, (b) to cut costs and (d) to improve access.]], at = "(d)" },
      { [[(i) The board met. (ii) The audit committee met. (iv) The risk committee met.]], at = "(iv)" },
      { [[第一阶段,动员部署;第二阶段,自查自纠;第四阶段,总结提升。]], at = "第四阶段" },
      { [[今年重点做了三件事。一是修路，全年新修道路20公里。三是植树，全年植树3万株。]], at = "三是" },
      { [[要做到：一要守住底线，二要稳住价格，二要保障供应，四要加强监管。]], at = "二要", nth = 2 },
      { "一、总体情况\n\n全年完成投资20亿元。\n\n二、主要成绩\n\n新增企业300家。\n\n四、存在问题\n\n人才不足。\n", at = "四、" },
      { "主要职责：\n\n1.负责预算编制。\n\n2.负责资产管理。\n\n2.负责政府采购。\n\n4.负责内部审计。\n", at = "2.", nth = 2 },
      { "1.1 研究背景\n\n略述。\n\n1.2 研究方法\n\n略述。\n\n1.4 数据来源\n\n略述。\n", at = "1.4" },
      { "表1 人口情况\n\n人口增长。\n\n表2 就业情况\n\n就业稳定。\n\n表4 收入情况\n\n收入增长。\n", at = "表4" },
      { "Table 1. Sales\n\nTable 2. Costs\n\nTable 4. Profit\n\nTable 4. Tax\n", at = "Table 4" },
      { "# 1 Overview\n\nSales rose.\n\n# 2 Segments\n\nThree.\n\n# 4 Outlook\n\nGood.\n", at = "4" },
      { [[推进招商。二是优化服务,办结事项300件。三是强化督查,通报问题12个。]], at = "二是" },
      { [[The study has three limitations. First, the sample was small. Third, the follow-up was short.]], at = "Third" },
      { [[First, roads were repaired. Second, schools were built. Second, wells were dug. Fourth, trees were planted.]], at = "Second", nth = 2 },
    },
    good = {
      "We built two kinds of models: 1) one of counts; and 2) one of costs.\n\nBesides, the table (1) tells the costs; 2) the number of moves; 3) the state.\n\nOf the table (a) presents sales, and (b) costs.",
      "Do you have difficulty walking? (8).\n\nWas your health not good? (11).\n\nWe asked, too, how often they slept? (12).",
      "1. Health Office. Guide. Module 1: Costs. Accessed May 8, 2023.\n\n2. Health Office. Guide. Module 2: Staff. Accessed May 8, 2023.\n\n3. Health Office. Guide. Module 3: Rooms. Accessed May 8, 2023.\n\n4. Health Office. Guide. Module 6: Data. Accessed May 8, 2023.",
      "First, we cut the levy.\n\nSecond, we raise the rebate.\n\nThird, we help the poor.\n\nLet me speak of firms. The first source of support is public works.\n\nSecond, firms will have a rebate of 50%.\n\nThey will have it in May.",
      "First, we begin with the young.\n\nFirst, firms will work together.\n\nNext, each firm will have help.\n\nThird, workers will be trained.",
      "# PART I REVIEW OF THE YEAR\n\nPART I REVIEW OF THE YEAR Growth in 2000\n\nSales rose.",
      [[The goal is twofold: 1) to look, and 2) to use the data. We define it as steps consisting of 1) planning, 2) collection, and 3) analysis.]],
      "PART I. FINANCIAL INFORMATION\n\nSales.\n\nPART I. FINANCIAL INFORMATION\n\nCosts.\n\nPART II\n\nRisks.\n\nPART II\n\nTax.\n\nPART II\n\nLeases.\n\nPART II\n\nDebt.",
      "Figure 1: Births\n\nFigure 3 shows that deaths fell.\n\nFigure 2: Deaths\n\nFigure 4: Moves\n\nFigure 5: Homes",
      "Figure 1: Births\n\nFigure 3: Deaths\n\nFigure 4: Moves\n\nFigure 6: Homes",
      "Table 1. Households by region\n\nTable 2. Householders by age\n\nTable 2. (Continued) Householders by age\n\nTable 3. Rents",
      "The history falls in periods as follows: (i) 1959-63 (ii) 1964-65 (iii) 1966-69.",
      "It is due (i) by law and under clause (iii) of the contract (iv) of 1966, or (ii) by habit.",
      "一、总体情况\n\n增长平稳。\n\n二、工业\n\n图2 工业增加值及增速\n三、服务业\n\n稳步恢复。\n\n四、投资\n\n持续扩大。\n",
      "（一）锚定增收目标，夯实发展之基\n一是强化财源建设，培育新的税源。二是强化征管，做到应收尽收。三是盘活资产。\n",
      [[Goal 3: good health. Goal 5: gender equality. Goal 8: decent work. Exhibit 21. Subsidiaries. Exhibit 23. Consents.]],
      [[Objective 1: progress was good. Objective 3: progress was slow. Q2: sales rose 5%. Q4: sales rose 7%.]],
      [[Section A was revised. Section C was dropped.]],
      [[Under section 3 (a) and (c), see (b) of paragraph (d). Goals are (a) access, (b) cost and (c) quality (see (e)).]],
      "Target 1: end poverty.\n\nTarget 2: end hunger.\n\nTarget 3: good health. Target 5 is not met here.",
      [[第一步,摸底;第二步,整改。第四方面是保障,第二部分见附件。]],
      [[First, we cut the levy. Second, we raise the ceiling on monthly contributions by two steps, in May and in September.

Second, we raise the ceiling on monthly contributions by two steps, which employers share. Third, we help small firms.]],
      [[今年重点做了三件事。一是修路。二是植树。三是办学。]],
      [[一是抓项目。要求：一要快，二要好。二是抓招商。三是抓服务。]],
      [[一是抓生产、二是抓销售、三是抓服务，三项工作同步推进。]],
      "一、总体情况\n\n（一）投资\n\n（二）消费\n\n二、主要成绩\n\n（一）工业\n\n（二）农业\n\n（三）服务业\n",
      "目录\n\n一、概况\n\n二、决算\n\n三、说明\n\n一、概况\n\n二、决算\n\n三、说明\n",
      [[二、三产业比重提高到85.2%,一、二、三产业结构继续优化。]],
      "Figure 1\n\nFigure 2\n\nFIGURE 1. Rates\n\nFigure 2 shows that rates fell.\n\nFIGURE 2. Deaths\n",
      "图1 人口\n\n图4 收入\n\n图2 就业\n\n图5 支出\n\n图3 物价\n\n图6 城镇\n",
      "图1 人口\n\n图2 收入\n\n图3a 城镇\n\n图3b 农村\n",
      [[甲居第一,其次为乙。丙用得最多,其次是丁。经济评论,2003,(1): 6-12; 经济评论,2013,(3): 43-45.]],
      [[Call the office in the north, (07) 123 4567, or in the south, (09) 123 4567.]],
      "表1 人口\n\n表2 就业\n\n表1 收入\n\n1.1 背景\n\n2.1 方法\n\n2.2 数据\n",
      [[The goals are focused on (1) making ethanol, and (2) making wind energy cheaper. The board has funded (1) gas from coal and (2) its storage, and it selected (i) states and (ii) schools; support stems from factors such as (1) rates and (2) wages.]],
      [[First, we will cut costs. In doing so we face two risks. First, demand may fall. Second, prices may rise. Second, we will invest.]],
      [[Rates were highest in the second, third and fifth quintiles. Third parties were excluded.]],
      [[Risks were calculated after first, second, unspecified, or any (first, second, or unspecified) dose. They were higher than after first, second, or unspecified doses.]],
      "1. See Annex D.\n\n2. See Annex E.\n\n3. See Annex F.\n\n4. [Area](http://a.org/x.html \"UK\")\n\n5. It does not hold.\n",
      [[三是推进改革，完成国企改革任务12项。四是扩大开放，新增外资企业30家。]],
    },
  },
  check = function(set, report)
    if set.type == "match" then return (IS_CAPTION:find(set.text) and add_caption or add_label)(set) end
    local enumeration = lib "enumeration"
    local function tell(doc, fault)
      local m, before = fault.member, fault.previous
      if fault.kind ~= "missing" and m.number >= LAW and m.number == before.number then return end -- Section 610 is spoken of again
      if m.mark and fault.kind ~= "missing" and m.block ~= before.block and m.block.text == before.block.text then return end
      if before and enumeration.is_another_list(doc, fault) then return end
      local text = m.place.text
      local due = enumeration.renumber(text, m.number, fault.due) or tostring(fault.due)
      if fault.kind == "missing" and hidden(doc, before, m, due) then return end
      if fault.kind == "headless" and (has_first(m) or is_opened_otherwise(doc, m)) then return end
      local from = fault.kind == "missing" and before.block.index or m.block.index - SAID_BEFORE
      local absent = fault.kind == "missing" or fault.kind == "headless"
      if m.begins and absent and enumeration.is_said(doc, from, m.block.index, fault.due) then return end
      report {
        at = m.place, related = { before.place }, message = fault.kind,
        stated = text, expected = fault.kind ~= "double" and due or nil,
        values = { previous = before.place.text },
      }
    end
    for _, doc in ipairs(set.documents) do
      for _, f in ipairs(enumeration.faults(inline_members(doc), close_inline)) do tell(doc, f) end
      for _, f in ipairs(enumeration.faults(block_members(doc), close_block)) do tell(doc, f) end
      local of = captions[doc] or {}
      local faults = enumeration.faults(of, never)
      local columns, gaps = in_columns(of, faults), count_gaps(faults)
      for _, f in ipairs(faults) do
        local there = f.kind == "missing" and ((columns and stands_elsewhere(of, f)) or is_joined(doc, f) or was_dropped(doc, f, gaps))
        if not there then tell(doc, f) end
      end
      for _, f in ipairs(label_faults(labels[doc] or {})) do tell(doc, f) end
      captions[doc], labels[doc] = nil, nil
    end
  end,
}
