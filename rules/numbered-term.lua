-- The First Session of the Twelfth National People's Congress on March 5, 2008; the
-- Eleventh Five-Year Plan (2001–2005): the years of such numbers are known.
local calendar = lib "calendar"
local ordinals = lib "ordinals"
local N = "(?<n>" .. ordinals.PATTERN .. ")"
local Y = [[(?:19|20)\d\d]]
local MONTH = "(?:" .. calendar.MONTHS .. ")"
local PATTERNS = {
  [[(?<k>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth) (?:[Pp]lenary )?[Ss]ession of (?:the )?]] .. N .. [[ National People['’]s Congress(?: \(NPC\))?(?:,| was)?(?: held| convened)?(?: in Beijing)?(?: on| in)? (?:]]
    .. MONTH .. [[ )?(?:\d{1,2}, )?(?<year>]] .. Y .. [[)(?<to>)]],
  N .. [[ Five-Year (?:Plan|Program(?:me)?)(?: for National Economic and Social Development)?(?: [Pp]eriod)?,? ?\((?:from )?(?<year>]] .. Y .. [[)\s?(?:[-–—]+|to)\s?(?<to>]] .. Y .. [[)\)(?<k>)]],
}
local FIFTH, TERM, SIXTH = 1978, 5, 6 -- the congress of 1978; years of one; the first of both that kept to them
local PLAN = 1951

local function judge_session(m, report)
  local n, k = ordinals.value(m.n), ordinals.value(m.k)
  if not n or not k or n < SIXTH then return end
  local year = FIFTH + TERM * (n - TERM) + k - 1
  if year == tonumber(m.year) then
    report.agrees { at = m:place("n"), related = m:place("year"), how = m.n .. ", " .. m.k .. ": " .. year }
  else
    report { at = m:place("n"), related = m:place("year"), stated = m.n, values = { year = year, told = m.year, k = m.k } }
  end
end

local function judge_plan(m, report)
  local n = ordinals.value(m.n)
  if not n or n < SIXTH then return end
  local first = PLAN + TERM * n
  local last = first + TERM - 1
  if first == tonumber(m.year) and last == tonumber(m.to) then
    report.agrees { at = m:place("n"), related = m:place("year"), how = m.n .. ": " .. first .. "–" .. last }
  else
    report { at = m:place("n"), related = { m:place("year"), m:place("to") }, message = "plan", values = { first = first, last = last } }
  end
end

return {
  api = 1,
  id = "numbered-term",
  severity = "warning",
  languages = { "en" },
  on = { pattern = PATTERNS },
  summary = {
    zh = "英文稿中人大届次、五年规划的序号与年份不符",
    en = "the number of a congress or of a five-year plan is not that of its years",
  },
  explain = {
    zh = [[第N届全国人民代表大会第k次会议在 1978+5(N-5)+(k-1) 年召开（第六届起）；第N个五年计划（规划）为 1951+5N 至 1955+5N 年。]],
    en = [[The National People's Congress meets each year, a new one every five (the sixth in 1983); the five-year plans follow each
other without a gap (the sixth from 1981 to 1985).]],
  },
  messages = {
    base = { zh = "{stated} 届第 {k} 次会议在 {year} 年召开，此处为 {told} 年", en = "the {k} session of the {stated} congress was in {year}, not in {told}" },
    plan = { zh = "{stated} 个五年规划为 {first}–{last} 年", en = "the {stated} Five-Year Plan is of {first}–{last}" },
  },
  examples = {
    bad = {
      { [[Delivered at the First Session of the Twelfth National People's Congress on March 5, 2008]], at = "Twelfth" },
      { [[It was approved at the second session of the 10th National People's Congress in 2005.]], at = "10th" },
      { [[Growth was fast in the Eleventh Five-Year Plan period (2001–2005).]], at = "Eleventh" },
      { [[The 13th Five-Year Plan (2016-2021) sets the aims.]], at = "13th" },
    },
    good = {
      [[Delivered at the First Session of the Eleventh National People's Congress on March 5, 2008]],
      [[It was approved at the second session of the 10th National People's Congress in 2004. The Third Session of the Tenth National People's Congress met in March.]],
      [[Growth was fast in the Tenth Five-Year Plan period (2001–2005). The 13th Five-Year Plan (2016-2020) sets the aims, India's Twelfth Plan (2012-17) others.]],
    },
  },
  check = function(m, report)
    if m.k ~= "" then return judge_session(m, report) end
    judge_plan(m, report)
  end,
}
