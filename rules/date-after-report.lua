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
预定、到期、生效等将来的日期不核对。]],
    en = [[Where at least two lines date the document (its head, its signature) and lie within a month,
a meeting held or an agreement entered into on a later day cannot be right. Planned, due and effective days are
not judged.]],
  },
  messages = {
    base = {
      zh = "“{at}”的事写成已发生，而文件日期是{day}",
      en = "told as past on {at}, but the document is dated {day}",
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
      { "2024年6月3日\n\n工程已于2024年7月20日完成。\n\n日期:2024年6月5日", at = "2024年7月20日" },
    },
    good = {
      "2025年政府工作报告\n\n——2025年1月19日在甲省第十二届人民代表大会第三次会议上\n\n今年1月7日,甲县发生6.8级地震。今年6月1日将召开大会。",
      "Current report\n\nDecember 14, 2023\n\nThe Company held its Annual Meeting on December 14, 2023. The Company will hold the next one on December 24, 2024.\n\nDate: December 15, 2023",
      "Current report\n\nDecember 14, 2023\n\nThe Company held its Annual Meeting on December 24, 2023.",
      "2024年6月3日\n\n工程已于2024年5月20日完成,将于2024年7月20日移交。\n\n日期:2024年6月5日",
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do judge(doc, report) end
  end,
}
