-- News of one day say it again and again: 今天(2月24日). One that says another
-- day was mistyped; and where the head of the text has its day, 昨天 and 明天 are
-- known too. Of 10,700 such days in the news, four are other ones: all in a speech
-- that is quoted.

local calendar, ownday = lib "calendar", lib "ownday"
local BEHIND = [[\s?(?:上午|下午|中午|晚上?|凌晨|早晨|清晨|早上|傍晚|夜间)?\s?\($]]
local DAYS = { { re.new("今[天日晚晨早]" .. BEHIND), 0 }, { re.new("昨[天日晚夜]" .. BEHIND), -1 }, { re.new("明[天日晚晨早]" .. BEHIND), 1 } }
local QUOTED = re.new("(?:表示|指出|强调|说|称|写道|[“])[^。;]*$")
local PRINTED = re.new([[^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$]])

local TODAY = re.new([[(?:今天|今日|今晚|今晨|今早)\s?(?:上午|下午|晚上?|凌晨|早晨|中午)?\s?\($]])
local LEAST = 3

-- 2025年4月26日, 4月26日 and 26日 are one day: what all of them can say.
local function day_of(claim) return claim.text:gsub("^%d+年", "") end
local function is_same(a, b)
  local x, y = day_of(a), day_of(b)
  return x == y or x:sub(-#y) == y and y:find("^%d+日$") ~= nil or y:sub(-#x) == x and x:find("^%d+日$") ~= nil
end

-- The day that most places say, and those places; nil where none is usual.
local function usual(list)
  local count, best = {}, nil
  for _, claim in ipairs(list) do
    local key = day_of(claim)
    count[key] = count[key] or {}
    table.insert(count[key], claim)
    if not best or #count[key] > #count[best] then best = key end
  end
  return best and #count[best] >= LEAST and #list - #count[best] <= #count[best] // LEAST and count[best] or nil
end

-- The word before a day in brackets: how many days off the text's own.
local function offset_of(before)
  for _, row in ipairs(DAYS) do
    if row[1]:find(before) then return row[2] end
  end
end

-- 昨天(6月6日) in a text of 8 June.
local function judge(doc, own, report)
  for _, claim in ipairs(doc:figures("date")) do
    local year, month, day = PRINTED:match(claim.text)
    local offset = month and claim:before(1) == "(" and offset_of(claim:before(24))
    if offset and not QUOTED:find(claim:before(90)) then
      local m, d = calendar.shifted(own.year, own.month, own.day, offset)
      local turned = m ~= own.month and math.abs(m - own.month) > 1 -- of the year
      if tonumber(month) ~= m or tonumber(day) ~= d or (year and not turned and tonumber(year) ~= own.year) then
        local right = m .. "月" .. d .. "日"
        report { at = claim, related = own.claim, message = "day", expected = right, values = { day = own.claim.text, right = right } }
      else
        report.agrees { at = claim, related = own.claim, how = claim.text }
      end
    end
  end
end

return {
  api = 1,
  id = "today-mismatch",
  severity = "warning",
  languages = { "zh" },
  summary = {
    zh = "“今天（某月某日）”的日期与全文其他“今天”不同",
    en = "“today (date)” is another day than everywhere else in the text",
  },
  explain = {
    zh = [[当日的新闻稿反复写“今天（2月24日）”。三处以上写同一天，个别一处写另一天的，报告那一处。文首写明日期的，“昨天”“明天”之后的日期也须相合；引语除外。]],
    en = [[News of one day repeat its date. Where three places and more say one day, and few say another, those few
are reported. Where the head of the text has its day, what 昨天 and 明天 (yesterday, tomorrow) have in brackets must
fit it, but for speech that is quoted.]],
  },
  messages = {
    day = {
      zh = "全文日期为{day}，此处应为{right}",
      en = "the text is of {day}, so that this is {right}",
    },
    base = {
      zh = "此处“今天”是 {stated}，其余 {n} 处是 {day}",
      en = "“today” is {stated} here and {day} in {n} other places",
    },
  },
  examples = {
    bad = {
      { "# 《新闻联播》 (20221107)\n\n第十四届中国航展明天(11月18日)将在珠海举行。今天(11月7日)有雨。", at = "11月18日" },
      { "# 《新闻联播》 (20230301)\n\n昨天(2月27日)下了雨。", at = "2月27日" },
      { [[今天(2月24日),大桥开工。

今天(2月24日),大会闭幕。

国务院新闻办公室今天(2月14日)举行发布会。

自然资源部今天(2月24日)发布公报。]], at = "2月14日" },
    },
    good = {
      "# 《新闻联播》 (20240607)\n\n总统表示,今天(6月6日)的签字仪式具有历史意义。昨天(6月6日)下了雨,明天(6月8日)转晴。",
      "# 《新闻联播》 (20231231)\n\n明天(2024年1月1日)出版的《人民日报》将发表社论。昨晚(12月30日)有雨。",
      [[今天(2月24日),大桥开工。昨天(2月23日)下了雨。

今天(2月24日),大会闭幕。

自然资源部今天(2月24日)发布公报。]],
      [[今天(2月24日),大桥开工。

今天(2月25日),大会闭幕。]],
      [[今天(2024年2月24日),大桥开工。

今天(2月24日),大会闭幕。今天(24日)凌晨有雨。

今天(2月24日),公报发布。

自然资源部今天(2月24日)发布公报。]],
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      local own, list = ownday.of(doc), {}
      if own then judge(doc, own, report) end
      for _, claim in ipairs(own and {} or doc:figures("date")) do
        if TODAY:find(claim:before(24)) then list[#list + 1] = claim end
      end
      local day = usual(list)
      for _, claim in ipairs(day and list or {}) do
        if not is_same(claim, day[1]) then
          report {
            at = claim, related = { day[1], day[2], day[3] }, expected = day[1].text,
            values = { n = #day, day = day[1].text },
          }
        end
      end
      if day and #day == #list then report.agrees { at = day[1], related = { day[2], day[3] }, how = day[1].text } end
    end
  end,
}
