-- The days of a document are those of lines that hold nothing but a date, or a
-- date behind a label (Date: …): its head and its signature. Two of them that
-- agree are needed; then nothing that is told as past can be later.
local calendar = lib "calendar"
local NEAR = 31 -- days between the places that date the document
local HEAD = 40 -- blocks of its head

local LABEL = re.new([[^\W{0,6}(?:date(?:d| of report)?|日期|成文日期|签署日期|发布日期|报告日期)\W{0,6}(?:\([^()]*\))?\W{0,4}$]], "i")
local BARE = re.new([[^[\s*_#|(—-]*$]])
local PAST = re.new([[\b(?:held|convened|announced|entered into|completed|approved|adopted|appointed|elected|signed|launched|filed|issued|published|repurchased|acquired|closed)\b[^.;:"]{0,80}?\bon\s$]])
local PLANNED = re.new([[\b(?:will|shall|to be|scheduled|expected|expects?|if|until|effective|ending|expir\w+|due|matur\w+|payable|beginning|may)\b]], "i")
local ON = re.new([[(?:^|\.\s)On\s$]])
local VERB = re.new([[^,\s(?:the|our|its|we|[A-Z])[^,.;]{0,60}\b(?:held|announced|entered into|completed|approved|adopted|appointed|signed|issued|acquired|filed)\b]])
local DONE_ZH = re.new([[(?:已|已经)于\s?$]])
local DONE_BEHIND = re.new([[^\s?(?:召开|举行|完成|通过|发布|印发|竣工|建成|开工|投产|签署)了]])

-- Does a line consist of this date, perhaps with a label?
local function dates_document(claim)
  local block = claim.block
  if block.length > #claim.text + 60 or not BARE:find(claim:after(6)) then return false end
  local before = claim:before(60)
  return LABEL:find(before) ~= nil or (BARE:find(before) ~= nil and not claim.sentence.cell and (block.index <= HEAD or #block.doc.blocks - block.index <= HEAD))
end

local function told_as_past(claim)
  local before = claim:before(110)
  if claim.doc.lang ~= "en" then return DONE_ZH:find(before) or (before:find("于$") and DONE_BEHIND:find(claim:after(4))) end
  local last = before:match("[^.;]*$")
  if PLANNED:find(last) then return false end
  return PAST:find(before) or (ON:find(before) and VERB:find(claim:after(80)) and not PLANNED:find(claim:after(80)))
end

local function number(claim)
  local y, m, d = calendar.split(claim.first)
  if y and claim.kind == "date" and claim.first == claim.last and claim.text:find("%d%d%d%d") then
    return calendar.day_number(y, m, d)
  end
end

-- The last day of the document and the places that say so; nil where fewer
-- than two do or they disagree.
local function last_day(list)
  local low, high
  for _, claim in ipairs(list) do
    local n = number(claim)
    low, high = math.min(low or n, n), math.max(high or n, n)
  end
  return #list >= 2 and high - low <= NEAR and high or nil
end

-- 2025年1月19日在……会议上: a work report's own day is said once.
local GIVEN = re.new([[^在[^,。;]{4,40}会议?(?:第[^,。;]{1,4}次会议)?上]])
local OPENING = 8
local THIS_YEAR = re.new([[^今年]])
local MONTH = re.new([[^今年\d{1,2}月份?$]])
local HAPPENED = re.new([[^,?[^。;将拟]{0,24}?(?:发生|召开|举行|成立|印发|通过|开通|投产|公布|发布|考察|会见|启动|亲临|莅临|视察|出席|主持|发表)]])

-- 今年1月27日,……发生: told as past in the report itself.
local function judge_given(doc, report)
  local given
  for _, claim in ipairs(doc:figures("date", "period")) do
    if not given and claim.block.index <= OPENING and GIVEN:find(claim:after(60)) and number(claim) then
      given = claim
    elseif given and THIS_YEAR:find(claim.text) and HAPPENED:find(claim:after(40)) then
      local y, m, d = calendar.split(claim.first)
      local _, month, day = calendar.split(given.first)
      local later = y and (m > month or (m == month and d > day))
      local told = claim.first == claim.last or later and MONTH:find(claim.text)
      if later and told then
        report { at = claim, related = given, message = "base", values = { day = given.text } }
      elseif y and told then
        report.agrees { at = claim, related = given, how = claim.text .. " ≤ " .. given.text }
      end
    end
  end
end

-- An English report is dated by the first day that its head prints alone, be it the
-- day of an event it tells of first: so what is told as past is later by SOME days.
local TITLED, BRIEF, SOME = 14, 120, 10 -- blocks and bytes of a head
local ENDED = re.new([[\b(?:ended|period|quarter|year|between|from|since|effective|updated)\b]], "i")
local DID = re.new([[\b(?:was|were|had|did|received|issued|declared|posted|occurred|began|started|took|came|held|opened|reported|]]
  .. [[identified|approved|adopted|published|completed|launched|signed|announced|met|rose|fell|increased|decreased|declined|grew|became|]]
  .. [[found|acquired|enacted|authorized|released|established|introduced|confirmed|conducted|collected|experienced|entered into)\b]])
local TO_COME = re.new([[\b(?:will|shall|would|could|can|(?-i:may)|might|if|provided|to be|scheduled|expect\w*|until|through|by|before|after|from|]]
  .. [[up to|effective|beginning|starting|expir\w*|due|matur\w*|notes?|bonds?|targets?|goals?|objectives|aim\w*|plan\w*|project(?:ed|ions?)|]]
  .. [[forecast\w*|budgeted|estimate[ds]?|next|upcoming|future|vision|ahead|propos\w+|intend\w*|prior to|later than|assum\w+|scenarios?|]]
  .. [[FY|fiscal|financial year|season|term|edition|adjourn\w*|agenda|guidelines|World Cup|Expo|Games|Olympics|Year of Assessment|]]
  .. [[accessed|strategy|initiative|period)\b]], "i")
local MANY = 3 -- days and years later than the head make the head wrong

-- A title of a later year is judged by title-year.
local function is_titled_later(doc, head)
  for year in doc.blocks[1].text:gmatch("%f[%w]20%d%d%f[%W]") do
    if tonumber(year) > head.year then return true end
  end
end

local function head_of(doc)
  for _, claim in ipairs(doc:figures("date")) do
    local block = claim.block
    if block.index > TITLED then return nil end
    if block.index > 1 and (block.length <= BRIEF or LABEL:find(claim:before(60))) and not claim.sentence.cell and number(claim) then
      return not ENDED:find(block.text) and not is_titled_later(doc, claim) and claim or nil
    end
  end
end

-- Is it told as past, in words that leave nothing to come?
local function was_told(claim)
  local before, after = claim:before(110):match("[^.;]*$"), claim:after(60):match("^[^.;]*")
  return (DID:find(before) or DID:find(after)) and not TO_COME:find(before .. after)
end

local function judge_head(doc, report)
  local head = head_of(doc)
  if not head then return end
  local limit, later, seen = number(head) + SOME, {}, {}
  for _, claim in ipairs(doc:figures("date", "period")) do
    local y, m, d = calendar.split(claim.first)
    if claim.first > head.first and y and claim.text:find("%d%d%d%d") and not claim.sentence.cell
      and calendar.day_number(y, m or 1, d or 1) > limit and was_told(claim) then
      if not seen[claim.first] then later[#later + 1] = claim end
      seen[claim.first] = true
    end
  end
  if #later >= MANY then
    report { at = head, related = later, message = "head", values = { day = later[1].text } }
    return
  end
  for _, claim in ipairs(later) do -- budgets tell of their year as it will have been
    if claim.kind == "date" then report { at = claim, related = head, message = "base", values = { day = head.text } } end
  end
end

local function judge(doc, report)
  if doc.lang == "zh" then judge_given(doc, report) end
  local days, others = {}, {}
  for _, claim in ipairs(doc:figures("date")) do
    if dates_document(claim) and number(claim) then
      days[#days + 1] = claim
    else
      others[#others + 1] = claim
    end
  end
  local last = last_day(days)
  if not last and doc.lang == "en" then judge_head(doc, report) end
  for _, claim in ipairs(last and others or {}) do
    local n, related = number(claim), { days[1], days[#days] }
    if n and told_as_past(claim) then
      if n > last then
        report { at = claim, related = related, message = "base", values = { day = days[#days].text } }
      else
        report.agrees { at = claim, related = related, how = claim.text .. " ≤ " .. days[#days].text }
      end
    end
  end
end

return {
  api = 1,
  id = "date-after-report",
  severity = "warning",
  summary = {
    zh = "写成已发生的事，日期却晚于文件自身的日期",
    en = "something is told as past with a day later than the document's own",
  },
  explain = {
    zh = [[文件抬头、落款的日期至少两处且相近（一个月内）时，“已于某日完成”“于某日召开了”的日期不应更晚。
英文报告只有一处抬头日期时，叙述为过去的日期晚于它十天以上即报；晚于它的有三处以上时，抬头有误。预定、到期、生效等将来的日期不核对。]],
    en = [[Where at least two lines date the document (its head, its signature) and lie within a month,
a meeting held or an agreement entered into on a later day cannot be right. An English report that its head alone dates tells nothing as past that is more than ten days
later; where it tells of three such days and years the head is wrong. Planned, due and effective days are not judged.]],
  },
  messages = {
    base = {
      zh = "“{at}”的事写成已发生，而文件日期是{day}",
      en = "told as past on {at}, but the document is dated {day}",
    },
    head = {
      zh = "文件日期为{at}，文中已述{day}的事",
      en = "the document is dated {at}, but tells of {day} and later as past",
    },
  },
  examples = {
    bad = {
      { "2025年政府工作报告\n\n——2025年1月19日在甲省第十二届人民代表大会第三次会议上\n\n今年1月27日,甲县发生6.8级地震。", at = "今年1月27日" },
      { "2025年政府工作报告\n\n——2025年1月19日在甲省第十二届人民代表大会第三次会议上\n\n正值关键时期,总书记今年12月亲临我省发表重要讲话。", at = "今年12月" },
      {
        "Current report\n\nDecember 14, 2023\n\nThe Company held its Annual Meeting on December 24, 2023.\n\nDate: December 15, 2023",
        at = "December 24, 2023",
      },
      { "Tests for Antigens at Two Universities\n\n*Weekly* / January 1, 2021 / 69(51)\n\nThe test received authorization on May 8, 2021, for use in symptomatic persons.", at = "May 8, 2021" },
      {
        "Connectedness of Students\n\n*Supplements* / April 28, 2020 / 72(1)\n\nIn 2021, the survey was given to 17,232 students. During March 2022, schools were asked again. Answers were collected on May 3, 2022.",
        at = "April 28, 2020",
      },
      { "2024年6月3日\n\n工程已于2024年7月20日完成。\n\n日期:2024年6月5日", at = "2024年7月20日" },
    },
    good = {
      "2025年政府工作报告\n\n——2025年1月19日在甲省第十二届人民代表大会第三次会议上\n\n今年1月7日,甲县发生6.8级地震。今年6月1日将召开大会。",
      "Current report\n\nDecember 14, 2023\n\nThe Company held its Annual Meeting on December 14, 2023. The Company will hold the next one on December 24, 2024.\n\nDate: December 15, 2023",
      "Current report\n\nDecember 14, 2023\n\nThe Company held its Annual Meeting on December 24, 2023.",
      "Budget statement\n\n1996-02-28\n\nThe road came into operation on 10th February 1996. The bridge will be opened on 10th March 1997. Fees were raised with effect from 1 April 1996.",
      "Quarterly report\n\nFor the period ended June 30, 2025\n\nThe act was signed on July 24, 2025.",
      "2024年6月3日\n\n工程已于2024年5月20日完成,将于2024年7月20日移交。\n\n日期:2024年6月5日",
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do judge(doc, report) end
  end,
}
