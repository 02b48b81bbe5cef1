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
local ENDED = re.new([[\b(?:ended|period|quarter|year|between|from|since|effective|updated|held|minutes|meeting|appointed|incorporat\w+|born|established|founded)\b]], "i")
local DID = re.new([[\b(?:was|were|had|did|received|issued|declared|occurred|began|started|took|came|held|opened|reported|]]
  .. [[identified|approved|adopted|published|completed|launched|signed|announced|met|rose|fell|increased|decreased|declined|grew|became|]]
  .. [[found|acquired|enacted|authorized|released|established|introduced|confirmed|conducted|collected|experienced|entered into)\b]])
local TO_COME = re.new([[\b(?:will|shall|would|could|can|(?-i:may)|might|if|provided|to be|scheduled|expect\w*|until|through|by|before|after|from|]]
  .. [[up to|effective|beginning|starting|expir\w*|due|matur\w*|notes?|bonds?|targets?|goals?|objectives|aim\w*|plan\w*|project(?:ed|ions?)|]]
  .. [[forecast\w*|budgeted|estimate[ds]?|next|upcoming|future|vision|ahead|propos\w+|intend\w*|prior to|later than|assum\w+|scenarios?|]]
  .. [[FY|fiscal|financial year|season|term|edition|adjourn\w*|agenda|guidelines|World Cup|Expo|Games|Olympics|Year of Assessment|]]
  .. [[accessed|strategy|initiative|period)\b]], "i")
local PERIODICAL = re.new([[/[^/]{4,40}/\s*\d+\(|\bVol(?:\.|ume)\s?\d]])
local COVER = re.new([[\boutstanding\b|\bas of\s$]], "i")
local MANY = 3 -- days and years later than the head make the head wrong

-- A title of a later year is period-ahead's.
local function is_titled_later(doc, head)
  for year in doc.blocks[1].text:gmatch("%f[%w]20%d%d%f[%W]") do
    if tonumber(year) > head.year then return true end
  end
end

local function head_of(doc)
  for _, claim in ipairs(doc:figures("date")) do
    local block = claim.block
    if block.index > TITLED then return nil end
    local own = LABEL:find(claim:before(60)) or block.length <= BRIEF and PERIODICAL:find(block.text)
    if block.index > 1 and own and not claim.sentence.cell and number(claim) then
      return not ENDED:find(block.text) and not is_titled_later(doc, claim) and claim or nil
    end
  end
end

-- Is it told as past, in words that leave nothing to come?
local function was_told(claim)
  local before, after = claim:before(110):match("[^.;]*$"), claim:after(60):match("^[^.;]*")
  return (DID:find(before) or DID:find(after)) and not TO_COME:find(before .. after)
    and not COVER:find(claim:before(8)) and not COVER:find(claim:after(120))
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

-- 12月13日在晋江启动。 in news of 4 December: of 1,584 later days in the news 14 stand
-- without a word of what is to come, none of them told so.
local ownday = lib "ownday"
local DAY = re.new([[^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$]])
local TOLD = re.new([[^(?:上午|下午|晚)?(?:0[—-]24时|在[^,。;]{2,16}(?:启动|揭牌|发布)(?:。|$)|[^,。;]{0,12}(?:通报|公布的|发布的)|[^,。;]{0,16}(?:接任|成功|顺利|宣布了|签署了|发生)|[^,。;]{0,20}了(?!解))]])
local NOT_YET = re.new([[将|预计|计划|起|[到至]|截止|前|力争|届时|有望|未来|下周|下月|去年|上年|(?:19|20)\d\d年$|[—~-]$|决定|定于|要求|可能|建议|施行|实施|生效|结束|拟|申请|推迟|纪念|那年|当年]])
local CLAUSE, REST = re.new("[^。;]*$"), re.new("^[^。;]*")
local LEAST_LATER, WINTER, AUTUMN = 2, 3, 9 -- days; months in which one of autumn is the last year's

-- 5月14日上午,国家主席…… at the head of what news of 14 April tell: of 3,497 such days
-- in the news none told as past lies behind their day, none three weeks before.
local LEAD, HOUR = re.new([[(?:^|新闻联播\s?[)）][:,])\s*(?:当地时间)?\s*$]]), re.new([[^(?:上午|下午|晚|中午|凌晨|傍晚|清晨)]])
local OPENS = re.new("新闻联播") -- reviews of a year open a paragraph with a day of it, too
local LONG_AGO, YEAR = 21, 365 -- days
local function is_far(claim, own, n)
  if not HOUR:find(claim:after(3)) or not LEAD:find(claim:before(40)) or NOT_YET:find(REST:match(claim:after(60))) then return false end
  local days = n - own.number
  if days > YEAR / 2 then days = days - YEAR elseif days < -YEAR / 2 then days = days + YEAR end
  return days > 1 or days < -LONG_AGO and OPENS:find(claim:before(40)) ~= nil
end

local function judge_dated(doc, own, report)
  for _, claim in ipairs(doc:figures("date")) do
    local year, month, day = DAY:match(claim.text)
    local of_last = not year and own.month <= WINTER and tonumber(month or 0) >= AUTUMN
    if month and not of_last and not claim.impossible and claim.sentence.text:find("。", 1, true) then
      local n = calendar.day_number(tonumber(year or own.year), tonumber(month), tonumber(day))
      local behind = n - own.number >= LEAST_LATER and claim:after(60)
      local far = not year and is_far(claim, own, n)
      if far then report { at = claim, related = own.claim, message = "lead", values = { day = own.claim.text } } end
      behind = not far and behind
      if behind and TOLD:find(behind) and not NOT_YET:find(CLAUSE:match(claim:before(40))) and not NOT_YET:find(REST:match(behind)) then
        report { at = claim, related = own.claim, message = "base", values = { day = own.claim.text } }
      end
    end
  end
end

-- On March 29, 2021, this report was posted online: before the issue it is of, or on its
-- day; and what it tells has ended by then.
local ONLINE = re.new([[^,? this (?:report|article|paper|study) was (?:first )?(?:posted|published|released)\b]])
local BY_THEN = re.new([[\b(?:ended|ending|completed|concluded|closed)(?: on)? $]])

local function judge_posted(doc, report)
  local head, posted
  for _, claim in ipairs(doc:figures("date")) do
    if claim.block.index > HEAD then break end
    local n = number(claim)
    head = head or n and claim.block.length <= BRIEF and PERIODICAL:find(claim.block.text) and claim
    posted = posted or n and ONLINE:find(claim:after(60)) and claim
  end
  if not posted then return end
  if head and number(posted) > number(head) then
    report { at = posted, related = head, message = "posted", values = { day = head.text } }
    return
  end
  for _, claim in ipairs(doc:figures("date")) do
    local n = claim.index > posted.index and number(claim)
    if n and n > number(posted) and BY_THEN:find(claim:before(24)) then
      report { at = claim, related = posted, values = { day = posted.text } }
    end
  end
end

local function judge(doc, report)
  if doc.lang == "en" then judge_posted(doc, report) end
  local own = doc.lang == "zh" and ownday.of(doc)
  if own and not lib("ownyear").of(doc) then judge_dated(doc, own, report) end
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
英文报告只有一处抬头日期时，叙述为过去的日期晚于它十天以上即报；晚于它的有三处以上时，抬头有误。文首写明日期的新闻，写成已发生的日期也不应更晚。预定、到期、生效等将来的日期不核对。]],
    en = [[Where at least two lines date the document (its head, its signature) and lie within a month,
and in news with its day in the head, a meeting held or an agreement entered into on a later day cannot be right. An English report that its head alone dates tells nothing as past that is more than ten days
later; where it tells of three such days and years the head is wrong. Planned, due and effective days are not judged.]],
  },
  messages = {
    base = {
      zh = "“{at}”的事写成已发生，而文件日期是{day}",
      en = "told as past on {at}, but the document is dated {day}",
    },
    lead = {
      zh = "{at}的事作为新闻叙述，而全文日期是{day}",
      en = "{at} is told as news, but the document is dated {day}",
    },
    posted = {
      zh = "先行发布的日期{at}晚于正式刊出的{day}",
      en = "posted on {at}, before its issue, which is of {day}",
    },
    head = {
      zh = "文件日期为{at}，文中已述{day}的事",
      en = "the document is dated {at}, but tells of {day} and later as past",
    },
  },
  examples = {
    bad = {
      { "Attitudes in Two Cities\n\n*Weekly* / June 19, 2020 / 69(24)\n\n*On June 21, 2020, this report was posted online as an Early Release.*", at = "June 21, 2020" },
      { "Effects in Two Cities\n\n*Weekly* / April 2, 2021 / 70(13)\n\n*On March 29, 2021, this report was posted online.*\n\nThe study began at the sites on December 14, 2020 and ended March 31, 2021.",
        at = "March 31, 2021" },
      { "# 《新闻联播》 (20260414)\n\n甲视网消息(新闻联播):5月14日上午,国家主席在北京会见来访的王储。", at = "5月14日" },
      { "# 《新闻联播》 (20231214)\n\n甲视网消息(新闻联播):当地时间11月13日下午,总书记同总书记话别。", at = "11月13日" },
      { "# 《新闻联播》 (20241204)\n\n消费季12月13日在福建晋江启动。", at = "12月13日" },
      { "# 《新闻联播》 (20221107)\n\n国家卫生健康委今天(11月7日)通报,11月16日0—24时,报告新增确诊病例569例。", at = "11月16日" },
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
      "Effects in Two Cities\n\n*Weekly* / April 2, 2021 / 70(13)\n\n*On March 29, 2021, this report was posted online.*\n\nThe study began at the sites on December 14, 2020 and ended March 13, 2021.",
      "关于召开会议的通知\n\n2024年6月3日\n\n会议6月28日在县政府召开。请各单位6月20日前报名。",
      "# 《新闻联播》 (20260307)\n\n甲视网消息(新闻联播):3月9日上午9时,会议将举行。\n\n当地时间3月5日上午,国家主席会见王储。",
      "# 《新闻联播》 (20241203)\n\n会议12月18日在县会议中心召开。文化节12月21日在市文化中心举办。博览会12月10日在上海举办。",
      "# 《新闻联播》 (20241204)\n\n消费季将于12月13日在福建晋江启动。会议决定12月20日在北京召开大会。火车票12月13日起在各地开售。去年12月13日在晋江启动。",
      "2025年政府工作报告\n\n——2025年1月19日在甲省第十二届人民代表大会第三次会议上\n\n今年1月7日,甲县发生6.8级地震。今年6月1日将召开大会。",
      "Current report\n\nDecember 14, 2023\n\nThe Company held its Annual Meeting on December 14, 2023. The Company will hold the next one on December 24, 2024.\n\nDate: December 15, 2023",
      "Current report\n\nDecember 14, 2023\n\nThe Company held its Annual Meeting on December 24, 2023.",
      "Budget statement\n\n1996-02-28\n\nThe road came into operation on 10th February 1996. The bridge will be opened on 10th March 1997. Fees were raised with effect from 1 April 1996.",
      "# Minutes of the board\n\nHeld on 12 March 2024\n\nThe minutes were approved on 16 April 2024.",
      "# Inquiry into the bridge\n\nAppointed on 3 March 2020\n\nThe inquiry was opened on 16 April 2021.",
      "# Annual return\n\nDate of incorporation: March 3, 1999\n\nThe accounts were approved on April 16, 2021.",
      "# Form 10-Q\n\nApril 30, 2024\n\nAs of May 15, 2024, there were 12,345,678 shares of common stock outstanding.",
      "# Measles in two counties\n\nMay 3, 2019\n\nOn May 28, 2019, this report was posted as an MMWR Early Release.",
      "Quarterly report\n\nFor the period ended June 30, 2025\n\nThe act was signed on July 24, 2025.",
      "2024年6月3日\n\n工程已于2024年5月20日完成,将于2024年7月20日移交。\n\n日期:2024年6月5日",
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do judge(doc, report) end
  end,
}
