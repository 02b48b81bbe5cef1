-- years: the places at which a report says of which year it is.
--
-- In: a document. Out: votes, a table year -> list of {claim=, year=} with the
-- claims alone in `claims`; captions, headings and days that are judged.
-- A vote of a work report is for the year it plans: a review of 2024 and
-- tasks for 2025 vote alike. A bulletin votes for the year it describes.

local years = {}

local calendar = lib "calendar"
local SHORT = 150 -- bytes of a block that is as good as a heading
local LEAD = 8 -- blocks in which the title and the day it was given stand

-- What stands behind a year in a heading, and how far off the planned year is.
local headings = {
  { re.new([[^度?[^,。;0-9]{0,8}(?:回顾|总结|完成情况|执行情况|开展情况|工作情况|进展|成效|公报)]]), 1 },
  { re.new([[^度?[^,。;0-9]{0,8}(?:总体要求|重点工作|工作安排|工作部署|工作思路|工作总体|主要任务|目标任务|重点任务|主要目标|计划草案|预算草案|预算安排|计划安排|预期目标|发展目标|工作建议|工作计划|工作打算|工作要点|的?工作(?:$|的))]]), 0 },
  { re.new([[^[^,。;0-9]{0,12}政府工作报告]]), 0 },
}
local headings_en = {
  { re.new([[\breview of (?:the )?(?:government )?work (?:in|of|for) $]], "i"), 1 },
  { re.new([[\b(?:tasks|plan|work|requirements|objectives|arrangements) (?:for|in) $]], "i"), 0 },
}
-- They end in one of these.
local HEADING_ENDS = { ["in "] = true, ["of "] = true, ["or "] = true }
local function heads_en(claim) return HEADING_ENDS[claim:before(3):lower()] end
-- What stands before a year in running text.
local phrases = {
  { re.new([[(?:刚刚|即将)?过去的$]]), 1 },
  { re.new([[去年\s?[(,]?(?:即)?$]]), 1 },
  { re.new([[今年\s?[(,]?(?:即)?$]]), 0 },
  { re.new([[(?:做好|展望)$]]), 0 },
}
-- Any of them.
local PHRASE = re.new([[(?:过去的|[去今]年\s?[(,]?(?:即)?|做好|展望)$]])
-- 做好2008年北京奥运会筹办工作: the year is the event's.
local EVENT = re.new([[^[^,。;、]{0,4}(?:奥运|冬奥|残奥|亚运|世博|世界博览|世界杯|全运)]])
-- What stands behind a year in running text that sets its targets, and before
-- and behind one whose tasks are still to be done.
local TARGETS = re.new([[^度?(?:全[国省市县区])?(?:国民)?(?:经济)?和?(?:社会)?(?:发展)?的?(?:主要)?(?:预期|发展|工作|奋斗)?目标(?:是|为|:|如下|建议)]])
local TO_DO = re.new([[(?:做好|完成好|抓好|落实好|确保完成|努力完成|力争完成|高质量完成)$]])
local TASKS = re.new([[^度?的?[^,。;0-9]{0,12}(?:任务|工作|目标)]])
-- Characters of which these end in one, or begin with one: seldom any is there.
local function set(text)
  local out = {}
  for _, c in utf8.codes(text) do out[utf8.char(c)] = true end
  return out
end
local PHRASE_ENDS, TO_DO_ENDS = set("的年(,即好望 \t\n\r\f\v"), set("好成")
local TARGETS_BEGIN = set("度全国经和社发的主预工奋目")
local SECTION_BEGINS = set(",是全")
local CAPTION_ENDS = set("0123456789一二三四五六七八九十-:：.、* \t\n\r\f\v")
local AS_OF_ENDS = set("至止 \t\n\r\f\v")
local GIVEN = re.new([[^在[^,。;]{2,40}会议?(?:第[^,。;]{1,4}次会议)?上?]])
local CAPTION = re.new([[^\s*[*#]*\s?(?:表|图|附表|附图)\s?[0-9一二三四五六七八九十-]{1,4}\s?[::.、]?\s?[*]*\s*$]])
local ANOTHER = re.new([[(?:19|20)[0-9]{2}]])
local BULLETIN = re.new([[统计公报|年度报告|年报|决算|年鉴]])
local OPENING = re.new([[^(?:,|全[市县区省国年]|我[市县区省国])]])
local ACCOUNT = re.new([[决算|预算|统计公报|年度报告]])
local TAIL = re.new([[^(?:度|\s)*([^\s,。;:(0-9]{4})]])
local CAPTION_EN = re.new([[^\W*+(?:TABLE|Table|FIGURE|Figure)(?:\s[0-9A-Z]{1,2})?\.]])
local REVIEW = re.new([[(?:(?:19|20)[0-9]{2}|过去一|上一|去)年(?:来)?[^,。;]{0,8}回顾$]])
local PLANS = re.new([[(?:19|20)[0-9]{2}年[^,。;]{0,6}(?:工作安排|工作部署|工作思路|主要任务|目标任务|重点工作|工作任务|工作打算|主要工作)$]])
local AS_OF = re.new([[(?:^|[。;\n])\s*截[至止]\s*$]])
local YEAR = re.new([[^(?:((?:19|20)[0-9]{2})|([二一][〇零一二三四五六七八九]{3}))\s?(?:年|$|[-–—/])]])

-- The year that a date or period begins with; nil for others.
local function year_of(claim)
  local digits, han = YEAR:match(claim.text)
  return calendar.number(digits or han)
end

local function is_heading(block, text)
  local kind = block.kind
  return kind == "heading" or kind == "title" or (block.length <= SHORT and not (text or block.text):find("。", 1, true))
end

-- What is asked of a claim's block, once a block, for claims come in order: its
-- index, whether it is a heading, captions a table in English; more when it matters.
local function about(found, claim)
  local block = claim.block
  if not found.at or found.at.block ~= block then
    local text = block.text
    found.at = {
      block = block, index = block.index, heading = is_heading(block, text), table = CAPTION_EN:find(text) ~= nil,
      han = nil, silent = nil, section = nil, account = nil, -- set when they are asked for
    }
  end
  return found.at
end

-- Sets whether the block is Chinese, and whether no year of it votes but for what an
-- English heading says before it.
local function read_language(found, at)
  if at.han == nil then
    at.han = found.zh or at.block.ideographs
    at.silent = at.index > LEAD and not at.han
  end
end

-- Does the claim stand for one year and nothing shorter or longer?
local function whole_year(claim)
  return claim.year and claim.first:sub(5) == "-01-01" and claim.last:sub(5) == "-12-31"
end

-- ---- work reports ---------------------------------------------------------
local function first_of(rows, text)
  for _, row in ipairs(rows) do
    if row[1]:find(text) then return row[2] end
  end
end

-- The heading of review or of tasks that a block stands below, at most ABOVE
-- blocks up: how far off the planned year is.
local ABOVE = 8
local function section_of(at)
  if at.section == nil then
    local block, left = at.block.previous, ABOVE
    at.section = false
    while block and left > 0 and not at.section do
      local text = is_heading(block) and block.text
      at.section = text and (REVIEW:find(text) and 1 or PLANS:find(text) and 0) or false
      block, left = block.previous, left - 1
    end
  end
  return at.section
end

-- 2009年是不平凡的一年 opens a paragraph below a heading of review, 2010年是……
-- below one of tasks.
local function opens_section(claim, at)
  if at.heading or not claim.text:find("年$") or claim.sentence.block ~= at.block or not claim:before(4):find("^%s*$") then return nil end
  local behind = claim:after(1)
  local offset = (behind == "," or behind == "是" or behind == "全") and section_of(at)
  local opens = offset == 1 or offset == 0 and behind == "是"
  return opens and offset or nil
end

-- 2025年主要预期目标是, 完成好2025年各项工作任务; `last` stands before the year.
local function sets_targets(claim, last)
  if TARGETS_BEGIN[claim:after(1)] and TARGETS:find(claim:after(60)) then return true end
  return TO_DO_ENDS[last] and TO_DO:find(claim:before(30)) and TASKS:find(claim:after(60))
end

-- (二)2021年主要工作: of what is reviewed, or of what is to be done.
local MAIN = re.new([[^度?主要工作]])

-- How far off the planned year the claim's is, by the Chinese words about it.
local function offset_of(claim, at)
  local last = claim:before(1)
  local before = PHRASE_ENDS[last] and claim:before(30)
  return before and PHRASE:find(before) and not EVENT:find(claim:after(12)) and first_of(phrases, before) or opens_section(claim, at)
    or (sets_targets(claim, last) and 0) or (at.heading and not (last == ")" and MAIN:find(claim:after(8))) and first_of(headings, claim:after(24)))
end

-- The year a claim votes for, or nil.
local function planned(claim, year, at, dated)
  if dated then
    if at.index > LEAD then return nil end
    local _, month = calendar.split(claim.first)
    local given = month and month <= 4 and (GIVEN:find(claim:after(50)) or at.block.length <= #claim.text + 6)
    return given and year or nil
  end
  local offset = at.han and offset_of(claim, at)
  if not offset and at.heading and heads_en(claim) then offset = first_of(headings_en, claim:before(30)) end
  return offset and year + offset
end

-- Where a bulletin names its year: "title", "opening" or "caption".
local function described(claim, at)
  if at.han and CAPTION:find(claim:before(12)) then return not ANOTHER:find(claim:after(40)) and "caption" or nil end
  if at.index > LEAD then return nil end
  if at.heading and at.han and BULLETIN:find(at.block.text) then return "title" end
  local text = claim.text
  local first = claim.sentence.text:sub(1, #text) == text
  return first and OPENING:find(claim:after(4)) and "opening" or nil
end

local function put(votes, year, claim, own)
  votes[year] = votes[year] or {}
  table.insert(votes[year], { claim = claim, year = own or year })
  votes[year].claims = votes[year].claims or {}
  table.insert(votes[year].claims, claim)
end

-- What an account's heading says behind its year: 部门决算.
local function tail_of(claim, at)
  if not (at.heading and at.han) then return nil end
  local text = at.block.text
  if at.account == nil then at.account = ACCOUNT:find(text) ~= nil end
  if not at.account then return nil end
  return TAIL:match(text:sub((select(2, text:find(claim.text, 1, true)) or 0) + 1))
end

-- A period with two ends in the title or in a caption.
local function is_span(claim, at)
  if claim.year or claim.first == "" then return false end
  return (at.index <= 2 and at.heading) or (at.han and CAPTION:find(claim:before(12))) or at.table
end

years.of = year_of

-- Is it plain from the characters beside a date or period of running text that
-- it says nothing? So are most.
local function says_nothing(claim, at, dated)
  if at.heading or at.table or at.index <= LEAD then return false end
  local last = claim:before(1)
  if last == "" then return false end
  if dated then return not AS_OF_ENDS[last] end
  if PHRASE_ENDS[last] or TO_DO_ENDS[last] or CAPTION_ENDS[last] then return false end
  local behind = claim:after(1)
  return not (TARGETS_BEGIN[behind] or SECTION_BEGINS[behind])
end

-- Enters what one date or period says.
local function enter(found, claim, dated)
  local at = about(found, claim)
  if says_nothing(claim, at, dated) then return end
  read_language(found, at)
  if not dated and is_span(claim, at) then table.insert(found.spans, claim) end
  if at.silent and (dated or not at.heading or not heads_en(claim)) then return end
  local year = year_of(claim)
  if not year then return end
  local plan, place, tail = planned(claim, year, at, dated), nil, nil
  if not dated and whole_year(claim) then place, tail = described(claim, at), tail_of(claim, at) end
  if plan then put(found.plan, plan, claim, year) end
  if place then put(found.bulletin, year, claim) end
  if place == "caption" then table.insert(found.captions, claim) end
  if tail then
    found.account[tail] = found.account[tail] or {}
    put(found.account[tail], year, claim)
  end
  if dated and AS_OF:find(claim:before(8)) then table.insert(found.dates, claim) end
end

-- plan, bulletin: votes; account: votes by what stands behind the year;
-- captions, dates: claims that are judged; spans: periods of title and captions.
-- Read once a document: who asks for it at each of its matches would else take
-- the square of its length.
local known = memo()
function years.read(doc)
  local found = known[doc]
  if found then return found end
  found = { plan = {}, bulletin = {}, account = {}, captions = {}, dates = {}, spans = {}, zh = doc.lang == "zh" }
  for _, claim in ipairs(doc:figures("period", "date")) do
    enter(found, claim, claim.kind == "date")
  end
  known[doc] = found
  return found
end

-- Numbers of four digits and more that the text outside of tables prints.
function years.numbers(doc)
  local out = {}
  for _, claim in ipairs(doc.claims) do
    if claim.digits >= 4 and claim.value and not claim.sentence.cell then out[claim.number_text] = claim end
  end
  return out
end

-- Two numbers of the table below a caption that the text gives too, nil where
-- there are none; the text speaks of the report's year.
function years.told(caption, numbers)
  local out, seen = {}, {}
  local below = caption.next and caption.next.table
  for _, cell in ipairs(below and below.cells or {}) do
    local claim = cell.claim
    local twin = claim and claim.digits >= 4 and numbers[claim.number_text]
    if twin and not seen[claim.number_text] then
      seen[claim.number_text] = true
      out[#out + 1] = twin
    end
  end
  return #out >= 2 and out or nil
end

-- Is the year named in the table below a caption, too?
function years.in_table(caption, year)
  local below = caption.next and caption.next.table
  return below and below.block.text:find(tostring(year), 1, true) ~= nil
end

-- The period that the title of a bulletin or an analysis names, and that the
-- first paragraph opens with; nil where they are not of one form (年, 上半年).
local TITLE = re.new([[^[^,。;]{0,24}(?:统计公报|经济(?:运行|发展)?(?:情况|形势)?(?:分析|简析|综述)?|运行(?:情况|分析)|工作总结|情况(?:通报|分析))$]])
local function form(claim) return (claim.text:gsub("^%d+", ""):gsub("全年$", ""):gsub("度$", "")) end
function years.title(doc)
  local title
  for _, claim in ipairs(doc:figures("period")) do
    local block = claim.block
    if block.index > LEAD then return nil end
    if not title then
      if not (is_heading(block) and year_of(claim) and TITLE:find(claim:after(40))) then return nil end
      title = claim
    elseif not is_heading(block) and not claim.sentence.cell then
      local opens = claim:before(4):find("^%s*$") and year_of(claim) and form(claim) == form(title)
      local behind = claim:after(2)
      local goes_on = behind:sub(1, 1) == "," or behind == "全市" or behind == "全省" or behind == "全县" or behind == "全区" or behind == "全年" or claim.text:find("全年$") ~= nil
      if opens and goes_on then return title, claim end
      return nil
    end
  end
end

-- The year with most votes, `except` aside, and how many speak for others.
function years.majority(votes, except)
  local best, all = nil, 0
  for year, list in pairs(votes) do
    if year ~= except then
      all = all + #list
      if not best or #list > #votes[best] then best = year end
    end
  end
  return best, best and all - #votes[best] or 0
end

return years
