-- impossible_year: 检查2823年高考准备工作, 在北京20220年冬奥会: what is written as a year and can be none.

local impossible = {}

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
impossible.pattern = [[\b(?:[Yy]ears?(?: of Assessment)?|Budget|FY|[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|through|(?:]] .. calendar.MONTHS .. [[)(?: \d{1,2},)?) (?<year>2[1-9]\d\d|[3-9]\d{3})(?![\w,%/–-]|\.\d| of\b| \(| [A-Z]?[a-z]+(?<![sui])s\b(?<! was| is| has| as))]]
local YEAR = re.new([[\b((?:19|20)\d\d)\b]])
local AGAIN = 2 -- times that the text has the year
local odd = memo() -- of each document: what stands as a year and is none

function impossible.note(m)
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
    if usual then report { at = place, message = "year", severity = "warning", expected = usual } end
  end
end

function impossible.judge_all(set, report)
  for _, doc in ipairs(set.documents) do judge(doc, report) end
end

function impossible.check(claim, report)
  if claim.document.lang ~= "zh" then return end
  local year = DIGITS:match(claim.text)
  if year and is_year(claim, math.tointeger(tonumber(year))) then report { at = claim, message = "year", severity = "warning" } end
end

return impossible
