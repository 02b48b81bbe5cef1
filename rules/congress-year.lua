-- 八届全国人大二次会议确定的1993年的任务: congresses, their sessions and their
-- plenums have numbers and years that are known.
local calendar, ownyear, ownday = lib "calendar", lib "ownyear", lib "ownday"

local N = "[一二三四五六七八九十]{1,3}"
local M = "[一二三四五六七八九]"
local YEAR = "(?:19|20)\\d\\d"
local TERM, NPC_14, PARTY_12 = 5, 2023, 1982
local SPOKEN = 6 -- people's congresses before the sixth met when they met
local PLENUMS = { 0, 1, 1, 2, 3, 4, 5 } -- years behind the congress, 14th to 19th
local TWENTIETH = { 0, 1, 2, 3 } -- and of the 20th, as far as they were held
local FUTURE = re.new("(?:将|迎接|喜迎|迎来|召开|筹备|下一|后|展望)[^。;]{0,24}$")

local NOW = re.new("(?:今年|本年)[^,。;]{0,10}召开[^,。;]{0,6}$|(?:迎接|喜迎)$")

local PAIR = "党的(?<a>" .. N .. ")大(?:精神)?(?:和|及|以及|、)(?:党的)?(?<b>" .. N .. ")届(?=" .. M .. "中)"
local ROW = "届(?<m>" .. M .. ")中(?:、(?<next>" .. M .. ")中)?全会"
local SESSION = "届全国(?:人大|人民代表大会)第?(?<m>[一二三四五])次会议"
local TASKS = SESSION .. "(?:确定|批准|通过|审议通过|提出)的?(?<year>" .. YEAR .. ")年"
local GIVEN = SESSION .. "上(?<year>)"
local PARTY = "(?:党的(?<b>" .. N .. ")大(?![一-龥]{0,1}[家国])|中国共产党第(?<long>" .. N .. ")次全国代表大会)"
-- The number before 届, and the day before it on which the session was told.
local BEFORE = re.new("^(.*)届")
local NUMBER = re.new("(" .. N .. ")$")
local DAY = re.new("(" .. YEAR .. ")年\\d{1,2}月\\d{1,2}日,?在第?$")

-- What stands before 届, less its number; the number.
local function number_before(m)
  local before = BEFORE:match(m:place("m"):before(40)) or ""
  local text = NUMBER:match(before)
  return text and calendar.number(text), text and before:sub(1, -#text - 1) or ""
end

local function party_year(n) return n >= 12 and PARTY_12 + TERM * (n - 12) or nil end

-- 党的二十大和二十届二中、三中全会: one congress.
local function judge_pair(m, report)
  if m.a == m.b then
    report.agrees { at = m:place("b"), related = m:place("a"), how = m.a }
  else
    report { at = m:place("a"), related = m:place("b"), message = "pair", expected = m.b, values = { a = m.a, b = m.b } }
  end
end

-- The year of a plenum, nil where it is not known.
local function plenum_year(n, k)
  local behind = n >= 14 and n <= 19 and PLENUMS[k] or n == 20 and TWENTIETH[k]
  return behind and party_year(n) + behind or nil
end

local function judge_plenum(m, report)
  local n, k = number_before(m), calendar.number(m.m)
  if not n then return end
  local nth = m.next and calendar.number(m.next)
  if nth and nth ~= k + 1 then
    report { at = m:place("next"), related = m:place("m"), message = "row", values = { a = m.m, b = m.next } }
    return
  end
  local day = ownday.of(m.doc)
  local own, year = ownyear.of(m.doc) or day and day.year, plenum_year(n, nth or k)
  if own and year and year > own and not FUTURE:find(m:place("m"):before(60)) then
    local told = ownyear.places(m.doc)
    if #told == 0 and day then told[1] = day.claim end
    report { at = m:place("m"), related = told, message = "ahead", values = { year = tostring(year), own = tostring(own) } }
  elseif own and year then
    report.agrees { at = m:place("m"), how = year .. " ≤ " .. own }
  end
end

-- The day and the term that stand before a session in its sentence.
local TERM_OF, BEFORE_IT = re.new("届$"), 90
local function told_before(m)
  local out, before = { m:place("m") }, m:place("m"):before(BEFORE_IT)
  for _, claim in ipairs(m.sentence.claims) do
    local dated = claim.kind == "date" or TERM_OF:find(claim.text)
    if dated and before:find(claim.text, 1, true) then out[#out + 1] = claim end
  end
  return out
end

-- The year in which a session of the National People's Congress meets.
local function judge_session(m, report)
  local n, before = number_before(m)
  local told = m.year ~= "" and m.year or n and DAY:match(before)
  if not n or not told or n < SPOKEN then return end
  local year = NPC_14 + TERM * (n - 14) + calendar.number(m.m) - 1
  local at = m:place(m.year ~= "" and "year" or "m")
  if tonumber(told) == year then
    report.agrees { at = at, related = m:place("m"), how = tostring(year) }
  else
    report { at = at, related = told_before(m), message = "session", expected = tostring(year), values = { year = tostring(year), told = told } }
  end
end

-- 今年将召开党的十九大 in a report of 2022; what is not yet held told as held.
local function judge_party(m, report)
  local group = m.long and "long" or "b"
  local n, own = calendar.number(m.long or m.b), ownyear.of(m.doc)
  local year = n and party_year(n)
  if not own or not year then return end
  local place = m:place(group)
  local before = place:before(75)
  local now = NOW:find(before)
  if now and year < own or year > own and not FUTURE:find(before) then
    report { at = place, related = ownyear.places(m.doc), message = "party", values = { name = m.text, year = tostring(year), own = tostring(own) } }
  else
    report.agrees { at = place, how = m.text .. ": " .. year }
  end
end

return {
  api = 1,
  id = "congress-year",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = { PAIR, ROW, TASKS, GIVEN, PARTY },
  },
  summary = {
    zh = "党代会、全国人大的届次与年份不符（八届全国人大二次会议确定的1993年任务）",
    en = "a congress, its session or plenum has a number that its year speaks against",
  },
  explain = {
    zh = [[全国人大每届五年、每年一次会议（十四届一次会议在2023年），党代会五年一次（二十大在2022年）；“党的二十大和二十届三中全会”
说的是同一届，并列的全会次序相接；报告年份以后才召开的会议不会已经开过。]],
    en = [[The National People's Congress meets once a year in terms of five years (the first session of the 14th in 2023), the
party's congress every five years (the 20th in 2022). Congress and plenum named together are of one number, plenums in a row
follow each other, and what is held after the year of the report has not been held.]],
  },
  messages = {
    pair = {
      zh = "“{a}大”与“{b}届”不是同一届",
      en = "the congress is number {a} and the plenum of number {b}",
    },
    row = {
      zh = "“{a}中”之后是“{b}中”，次序不接",
      en = "plenum {b} does not follow plenum {a}",
    },
    ahead = {
      zh = "此会在{year}年召开，而报告是{own}年的",
      en = "it was held in {year}, and the report is of {own}",
    },
    session = {
      zh = "此次会议在{year}年，此处为{told}年",
      en = "the session was in {year}, {told} here",
    },
    party = {
      zh = "“{name}”在{year}年召开，与报告年份{own}年不合",
      en = "it was held in {year}, and the report is of {own}",
    },
  },
  examples = {
    bad = {
      { [[深入贯彻党的十九大和二十届二中、三中全会精神。]], at = "十九" },
      { [[贯彻党的二十届二中、五中全会精神。]], at = "五" },
      { [[基本完成了八届全国人大二次会议确定的1993年的工作任务。]], at = "1993" },
      { [[2024年3月5日在第十四届全国人民代表大会第三次会议上]], at = "三" },
      { "2022年政府工作报告\n\n2022年3月5日在第十三届全国人民代表大会第五次会议上\n\n一、2021年工作回顾\n\n经济平稳。\n\n二、2022年工作安排\n\n今年将召开中国共产党第十九次全国代表大会。", at = "十九" },
      { "2021年政府工作报告\n\n2021年3月5日在第十三届全国人民代表大会第四次会议上\n\n一、2020年工作回顾\n\n学习贯彻党的二十大精神。\n\n二、2021年工作安排\n\n继续努力。", at = "二十" },
    },
    good = {
      [[深入贯彻党的二十大和二十届二中、三中全会精神。党的十一届三中全会以来。基本完成了八届全国人大二次会议确定的1994年的工作任务。]],
      "2022年政府工作报告\n\n2022年3月5日在第十三届全国人民代表大会第五次会议上\n\n一、2021年工作回顾\n\n学习贯彻党的十九大和十九届六中全会精神。党的十八大以来成就显著。\n\n二、2022年工作安排\n\n今年将召开中国共产党第二十次全国代表大会。迎接党的二十大胜利召开。",
    },
  },
  check = function(m, report)
    local text = m.text
    if text:find("届全国", 1, true) == 1 then return judge_session(m, report) end
    if text:find("届", 1, true) == 1 then return judge_plenum(m, report) end
    if text:find("届", 1, true) then return judge_pair(m, report) end
    judge_party(m, report)
  end,
}
