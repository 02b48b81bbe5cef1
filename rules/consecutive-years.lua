-- The years must be named next to the count, so that both speak of one thing.
local calendar = lib "calendar"
local YEAR = [[(?:19|20)\d{2}]]
local HAN = [[(?<n>\d{1,2}|[一二两三四五六七八九十]{1,2})]]
local LIST = [[(?<list>]] .. YEAR .. [[年?(?:、]] .. YEAR .. [[年?)*(?:、|和|及|与|以及)]] .. YEAR .. [[年?)]]
local LIST_EN = [[(?<list>]] .. YEAR .. [[(?:,\s]] .. YEAR .. [[)*,?\s(?:and\s)?]] .. YEAR .. [[)]]
local COUNT_EN = [[(?<n>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s(?:consecutive|successive|straight)\syears]]

local WORDS = { two = 2, three = 3, four = 4, five = 5, six = 6, seven = 7, eight = 8, nine = 9, ten = 10 }
local ONE = re.new(YEAR)

-- The years of a list, or nil where they do not follow one another.
local function years_of(list)
  local years = {}
  for y in ONE:gmatch(list) do
    y = math.tointeger(tonumber(y))
    if years[1] and y ~= years[#years] + 1 then return nil end
    years[#years + 1] = y
  end
  return years
end

return {
  api = 1,
  id = "consecutive-years",
  severity = "error",
  on = {
    pattern = {
      [[(?<![\d.、和及与])]] .. LIST .. [[[,(]?(?:[我全][省市县区州国盟旗乡镇村])?(?:已|均|都)?(?<count>连续]] .. HAN .. [[个?年(?![前多以]))]],
      [[(?<count>连续]] .. HAN .. [[个?年)\s?\((?:即)?]] .. LIST .. [[\)]],
      LIST_EN .. [[,?\s(?:for|the|were|was)?\s?(?<count>]] .. COUNT_EN .. [[)]],
      [[(?<count>]] .. COUNT_EN .. [[),?\s?(?:\(|in\s|:\s?)]] .. LIST_EN .. [[(?![\d–-])]],
    },
  },
  summary = {
    zh = "“连续几年”与所列年份数不符（2021年、2022年、2023年连续四年）",
    en = "consecutive years are said in another number than are named",
  },
  explain = {
    zh = [[逐一列出的年份与紧跟的“连续N年”应当一样多。只比较首尾相接的年份；
“2019—2023年连续五年”这样的起止写法由 duration-mismatch 核对。]],
    en = [[Years that are listed next to "N consecutive years" must be N. Only lists without a hole are judged;
ranges such as 2019–2023 belong to duration-mismatch.]],
  },
  messages = {
    base = {
      zh = "称“{at}”，列出的是{listed}个年份：{list}",
      en = "{at} are said, {listed} are named: {list}",
    },
  },
  examples = {
    bad = {
      { [[2021年、2022年、2023年连续四年获评优秀。]], at = "连续四年" },
      { [[连续3年（2022年、2023年）增长。]], at = "连续3年" },
      { [[Output fell in 2020, 2021 and 2022, four consecutive years.]], at = "four consecutive years" },
    },
    good = {
      [[2021年、2022年、2023年连续三年获评优秀。]],
      [[2019年、2021年连续三年评估均为优秀。]],
      [[2023年，连续3年增长；连续三年获奖。]],
      [[Output fell in three consecutive years (2020, 2021 and 2022).]],
    },
  },
  check = function(m, report)
    local n = WORDS[m.n:lower()] or calendar.number(m.n)
    local years = years_of(m.list)
    if not (n and years) then return end
    if #years == n then
      report.agrees { at = m:place("count"), related = m:place("list"), how = m.list }
      return
    end
    report {
      at = m:place("count"), related = m:place("list"), expected = tostring(#years),
      values = { listed = #years, list = m.list },
    }
  end,
}
