-- A report of the first half year knows nothing of the first three quarters.
local ORDER = { ["一季度"] = 3, ["上半年"] = 6, ["前三季度"] = 9, ["前二季度"] = 6 }
local CUMULATIVE = [[(?<period>前三季度|上半年|一季度|前(?<n>1[0-2]|[2-9])个?月|1(?:-|—|至)(?<m>1[0-2]|[2-9])月)]]
local TITLE = re.new("^[^,。;0-9]{0,12}(?:19|20)?[0-9]{0,4}年?[^,。;0-9]{0,10}(一季度|上半年|前三季度)[^,。;]{0,30}$")
local PLANS = re.new("预计|预测|计划|目标|将|有望|力争")
local BEHIND = re.new("^[^,。;]{0,4}(?:将|预计|目标|力争|确保)")
local TITLE_BLOCKS = 3
local OTHER = re.new("去年|上年|同期|全年|(?:19|20)[0-9]{2}年[^,。;]{0,4}$|预计|目标|计划|力争|确保|争取|下一步|将|到|比")

-- The last month of what the report's title says it is of.
local titles = memo()
local function month_of(doc)
  if titles[doc] ~= nil then return titles[doc] end
  titles[doc] = false
  for i = 1, math.min(TITLE_BLOCKS, #doc.blocks) do
    local block = doc.blocks[i]
    local period = block.length < 150 and TITLE:match(block.text)
    if period then
      titles[doc] = { month = ORDER[period], place = block.body or block.place, period = period }
      break
    end
  end
  return titles[doc]
end

-- 《新闻联播》(20260511): what a text of one day tells of 1至5月 is not yet known.
local NEAR = 18 -- days before the end of a month in which its figures may be foretold
local CLAUSE = re.new("[^,。;]*$")
local TOLD = re.new("^[^。;]{0,60}?(?:同比|增长|下降|累计|完成|达到?|实现|为)")
local calendar = lib "calendar"
-- The period that the match ends, 今年 before it included.
local function span_of(m)
  for _, claim in ipairs(m.sentence.claims) do
    if claim.kind == "period" and claim.text:find(m.period, 1, true) then return claim end
  end
end
local function judge_day(m, place, report)
  local doc = m.doc
  local year, month, day = calendar.split(doc.date)
  local span = day and doc.date:sub(6) ~= "01-01" and span_of(m)
  if not span then return end
  local own = span.last:sub(1, 4) == doc.date:sub(1, 4) and span.last > doc.date
  if not own then
    if span.last ~= "" then report.agrees { at = place, how = span.last .. " ≤ " .. doc.date } end
    return
  end
  local y, mon, d = calendar.split(span.last)
  local left = y and calendar.day_number(y, mon, d) - calendar.day_number(year, month, day)
  if not left or left <= NEAR or OTHER:find(CLAUSE:match(place:before(24))) or BEHIND:find(place:after(8)) or not TOLD:find(place:after(200)) then return end
  if PLANS:find(m.sentence.text) then return end
  report { at = place, message = "day", values = { day = doc.date } }
end

return {
  api = 1,
  id = "period-ahead",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = CUMULATIVE },
  summary = {
    zh = "报告期之后的数据（上半年的分析写“前三季度平均油价”）",
    en = "a period that ends after the one that the report is of",
  },
  explain = {
    zh = [[标题写明是一季度、上半年或前三季度的分析，正文写到更晚的累计期（前三季度、1—9月）时报告；预计、目标和上年的不在此列。]],
    en = [[Where the title says that a report is of the first quarter, half year or three quarters, a longer period
in its text is reported; forecasts, aims and other years are not.]],
  },
  messages = {
    base = {
      zh = "标题是“{title}”，这里却是“{stated}”",
      en = "the title says {title}, here it is {stated}",
    },
    day = {
      zh = "全文日期为{day}，“{stated}”的数据还不会有",
      en = "the text is of {day}: figures of {stated} are not known yet",
    },
  },
  examples = {
    bad = {
      { "# 《新闻联播》(20260511)\n\n今年1至5月,我国新能源汽车出口138.4万辆,同比增长1.2倍。", at = "1至5月" },
      { "上半年全市经济运行情况分析\n\n上半年实现生产总值1228亿元。PPI走低(前三季度平均油价同比下降33.2%)。", at = "前三季度" },
    },
    good = {
      "# 《新闻联播》(20260511)\n\n今年1至4月,我国新能源汽车出口138.4万辆,同比增长1.2倍。预计前6个月出口200万辆。",
      "# 《新闻联播》(20260529)\n\n今年前5个月,航线累计开行1.2万列。",
      "上半年全市经济运行情况分析\n\n上半年实现生产总值1228亿元,增速比一季度提高0.3个百分点。预计前三季度增长5%。去年前三季度增长4%。",
      "全市经济运行情况分析\n\n上半年实现生产总值1228亿元。前三季度平均油价同比下降33.2%。",
    },
  },
  check = function(m, report)
    local title = month_of(m.doc)
    local month = ORDER[m.period] or tonumber(m.n) or tonumber(m.m)
    local place = m:place("period")
    if not title then return (m.n or m.m) and judge_day(m, place, report) end
    if not month or month <= title.month then return end
    if place.block == title.place.block or OTHER:find(place:before(16)) or BEHIND:find(place:after(8)) then return end
    report { at = place, related = title.place, values = { title = title.period } }
  end,
}
