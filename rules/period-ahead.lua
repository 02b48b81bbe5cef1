-- A report of the first half year knows nothing of the first three quarters.
local ORDER = { ["一季度"] = 3, ["上半年"] = 6, ["前三季度"] = 9, ["前二季度"] = 6 }
local CUMULATIVE = [[(?<period>前三季度|上半年|一季度|前(?<n>1[0-2]|[2-9])个?月|1(?:-|—|至)(?<m>1[0-2]|[2-9])月)]]
local TITLE = re.new("^[^,。;0-9]{0,12}(?:19|20)?[0-9]{0,4}年?[^,。;0-9]{0,10}(一季度|上半年|前三季度)[^,。;]{0,30}$")
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
  },
  examples = {
    bad = {
      { "上半年全市经济运行情况分析\n\n上半年实现生产总值1228亿元。PPI走低(前三季度平均油价同比下降33.2%)。", at = "前三季度" },
    },
    good = {
      "上半年全市经济运行情况分析\n\n上半年实现生产总值1228亿元,增速比一季度提高0.3个百分点。预计前三季度增长5%。去年前三季度增长4%。",
      "全市经济运行情况分析\n\n上半年实现生产总值1228亿元。前三季度平均油价同比下降33.2%。",
    },
  },
  check = function(m, report)
    local title = month_of(m.doc)
    local month = ORDER[m.period] or tonumber(m.n) or tonumber(m.m)
    if not title or not month or month <= title.month then return end
    local place = m:place("period")
    if place.block == title.place.block or OTHER:find(place:before(16)) or BEHIND:find(place:after(8)) then return end
    report { at = place, related = title.place, values = { title = title.period } }
  end,
}
