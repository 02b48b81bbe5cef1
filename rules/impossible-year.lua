-- 检查2823年高考准备工作, 在北京20220年冬奥会: what is written as a year and can be none.
local LATEST, ROUND, FIVE = 2100, 50, 10000 -- models of the climate go on to 2100; 建城2250年 is round
local DIGITS = re.new("^(\\d{4,5})年(?:\\d{1,2}月)?$")
local FIVE_OF_YEAR = re.new("^(?:19|20)\\d{3}年")
-- 距今约4300年, 逾2500年: so long ago, or for so long.
local LASTING = re.new("距今|历史|史前|古|树龄|建城|建都|文明|公元|世纪|至今|得名|化石|遗址|年代|寿命|光年|长达|年前")
local ABOUT = re.new("[约近超逾达过满有]$")
local OPENS = re.new("(?:^|[,。;:、(《“”]|[自到从]|截至|截止)\\s*$")
local GOES_ON = re.new("^(?:度|底|初|末|\\d{1,2}月|第?[一二三四]季度|[上下]半年|高考|以来|以后|之前|起|同期|[一-龥]{2,8}(?:会议|大会|论坛|年会|工作|计划|报告|规划|预算|目标|冬奥会|奥运会|世博会|博览会))")
local SENTENCE = re.new("[^。;]*$")
local AHEAD, BEHIND = 40, 30

local function is_year(c, year)
  local before, after = c:before(AHEAD), c:after(BEHIND)
  if LASTING:find(SENTENCE:match(before) or "") or LASTING:find(after) or ABOUT:find(before) then return false end
  if year >= FIVE then return FIVE_OF_YEAR:find(c.text) ~= nil end
  return year > LATEST and year % ROUND ~= 0 and (OPENS:find(before) ~= nil or GOES_ON:find(after) ~= nil)
end

-- Year of Assessment 2105, Fiscal Year 2109, in 9198: a year of the text with two digits
-- swapped, of another millennium or of the next century.
local near, calendar = lib "near", lib "calendar"
local ENGLISH = [[\b(?:[Yy]ears?(?: of Assessment)?|Budget|FY|[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|through|(?:]] .. calendar.MONTHS .. [[)(?: \d{1,2},)?) (?<year>2[1-9]\d\d|[3-9]\d{3})(?![\w,%/–-]|\.\d| of\b| \(| [A-Z]?[a-z]+(?<![sui])s\b(?<! was| is| has| as))]]
local YEAR = re.new([[\b((?:19|20)\d\d)\b]])
local AGAIN = 2 -- times that the text has the year
local odd = memo() -- of each document: what stands as a year and is none

local function note(m)
  if m.doc.lang ~= "en" or m.sentence.cell then return end
  local list = odd[m.sentence.doc] or {}
  odd[m.sentence.doc] = list
  list[#list + 1] = m:place("year")
end

local function judge(doc, report)
  local times = {}
  for _, claim in ipairs(odd[doc] and doc:figures("period", "date") or {}) do
    for year in YEAR:gmatch(claim.text) do times[year] = (times[year] or 0) + 1 end
  end
  for _, place in ipairs(odd[doc] or {}) do
    local usual
    for year, n in pairs(times) do
      if n >= AGAIN and near.turned(place.text, year) then usual = year end
    end
    if usual then report { at = place, expected = usual } end
  end
end

return {
  api = 1,
  id = "impossible-year",
  severity = "warning",
  on = { set = true, claim = "duration", unit = { "year", "month" }, pattern = ENGLISH },
  summary = {
    zh = "写作年份的数不可能是年份（20220年、2823年高考）",
    en = "what is written as a year can be none",
  },
  explain = {
    zh = [[五位的“年份”，或2100年以后的年份：报告、新闻中没有一处。讲历史、距今多少年的不判断。英文：2100年以后而两位对调即为文中年份的。]],
    en = [[A year of five digits, or one after 2100 that opens a clause or goes on as a year does; what tells how long ago something was
is left alone. In English what stands as a year beyond 2100 and is a year of the text with two digits swapped.]],
  },
  messages = {
    base = { zh = "“{stated}”不可能是年份", en = "“{stated}” can be no year" },
  },
  examples = {
    bad = {
      { "他到教育考试院检查2823年高考准备工作。", at = "2823年" },
      { "在北京20220年冬奥会决赛现场,他夺得冠军。", at = "20220年" },
      { "到2305年建成科技强国。", at = "2305年" },
      { "It takes effect from Year of Assessment 2105. Growth slowed in 2015 and rose in 2014. In June 2015 rates fell.", at = "2105" },
      { "2203年1月,全市常住人口增加1.2万人。", at = "2203年1月" },
    },
    good = {
      "到2035年建成科技强国,检查2023年高考准备工作。",
      "遗址距今约4320年,陶寺文化从2303年前延续下来。",
      "运河开凿至今逾2510年,到2100年海平面上升。到2300年,海平面还会上升。",
      "In 2105 patients and in 2105 (34%) of them it was found. Growth slowed in 2015 and rose in 2014. In June 2015 rates fell. By 2100 seas will rise. In Model 2105 it is shown, in 3,015 too.",
      "该树树龄2312年。这个税种延续了2600年。",
    },
  },
  check = function(c, report)
    if c.type == "match" then return note(c) end
    if c.type == "set" then
      for _, doc in ipairs(c.documents) do judge(doc, report) end
      return
    end
    if c.document.lang ~= "zh" then return end
    local year = DIGITS:match(c.text)
    if year and is_year(c, math.tointeger(tonumber(year))) then report { at = c } end
  end,
}
