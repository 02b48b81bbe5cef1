-- News of one day say it again and again: 今天(2月24日). One that says another
-- day was mistyped.

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
    zh = [[当日的新闻稿反复写“今天（2月24日）”。三处以上写同一天，个别一处写另一天的，报告那一处。]],
    en = [[News of one day repeat its date. Where three places and more say one day, and few say another, those few
are reported.]],
  },
  messages = {
    base = {
      zh = "此处“今天”是 {stated}，其余 {n} 处是 {day}",
      en = "“today” is {stated} here and {day} in {n} other places",
    },
  },
  examples = {
    bad = {
      { [[今天(2月24日),大桥开工。

今天(2月24日),大会闭幕。

国务院新闻办公室今天(2月14日)举行发布会。

自然资源部今天(2月24日)发布公报。]], at = "2月14日" },
    },
    good = {
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
      local list = {}
      for _, claim in ipairs(doc:figures("date")) do
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
