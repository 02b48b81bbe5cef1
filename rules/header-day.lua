-- For the year ended 31 March 2020, below a table whose columns are 31 March 2019 and
-- 31 March 2018; our March 28, 2019 balance sheet, above one as of March 29, 2019.
-- Joint filing agreement of January 5, 2024, signed "Dated: January 5, 2023".
local near = lib "near"
local ENDED = re.new([[\b(?:[Yy]ears?|[Pp]eriods?|[Mm]onths?|[Qq]uarters?|[Ww]eeks?)[- ]end(?:ed|ing)(?: on)? $]])
local SHEET = re.new([[^,?(?:'s|’s)? (?:[Cc]onsolidated |[Aa]udited |[Cc]ondensed |[Gg]roup |[Cc]ompany )*(?:[Bb]alance [Ss]heets?|[Ff]inancial [Ss]tatements?|[Ss]tatements? of|[Yy]ear[- ]end)]])
-- What is to come, or is told of another day by right.
local AHEAD = re.new([[\b(?:will|would|shall|expect\w*|forecast\w*|project\w*|plan\w*|budget\w*|future|next|until|through|expire\w*|matur\w*|due|beginning|effective|subsequent\w*|after|adopt\w*|anticipat\w*|intend\w*|estimated?|going forward|remainder|enacted|interim|]]
  .. [[vest\w*|payable|may|can|must|commit\w*|guarantee\w*|outlook|guidance|target\w*|extend\w*|post|[Ff]iscal 20)\b]])
local AND_YEARS = re.new([[^(?:,| and| or|,? respectively) ?(?:and )?(?:19|20)\d\d]])
local SIGNED = re.new([[^\W*(?:Dated?|DATED?|Date Signed)(?: as of)?\W*$]])
local HEAD_ROWS, SHORT, AGAIN = 3, 40, 2

-- Year, month-day and year-month, day of a claim that is one day written with its year.
local function parts(claim)
  local y, m, d = claim.first:match("^(%d%d%d%d)-(%d%d)-(%d%d)$")
  if y and claim.first == claim.last and claim.text:find(y, 1, true) then return y, m .. "-" .. d, y .. "-" .. m, d end
end

local function note_header(headers, claim, y, md, ym, d)
  local row = claim.sentence.cell.row
  if not claim.sentence.cell.header and row > HEAD_ROWS then return end
  local latest = headers[md]
  if not latest or y > latest.year then headers[md] = { year = y, claim = claim } end
  local month = headers[ym] or { day = d, claim = claim }
  month.many = month.many or month.day ~= d
  headers[ym] = month
end

local function read(doc)
  local found = { headers = {}, texts = {}, years = {} }
  for _, claim in ipairs(doc:figures("date")) do
    local y, md, ym, d = parts(claim)
    if y and claim.sentence.cell then note_header(found.headers, claim, y, md, ym, d) end
    if y and not claim.sentence.cell then table.insert(found.texts, { claim = claim, year = y, md = md, ym = ym, day = d }) end
    if y then
      found.years[md] = found.years[md] or {}
      found.years[md][y] = found.years[md][y] or {}
      table.insert(found.years[md][y], claim)
    end
  end
  return found
end

-- The year behind the latest of the columns, of what is over.
local function is_year_off(one, latest)
  return latest and tonumber(one.year) == tonumber(latest.year) + 1 and ENDED:find(one.claim:before(24))
    and not AND_YEARS:find(one.claim:after(12)) and not AHEAD:find(one.claim.sentence.text)
end

-- Another day of the month in which the columns have one.
local function is_day_off(one, month)
  local told = ENDED:find(one.claim:before(24)) or SHEET:find(one.claim:after(40))
  return month and told and not month.many and month.day ~= one.day and near.one_slip(one.day, month.day)
end

-- Signed a year before or after the day that is named again and again.
local function signed_as(one, years)
  if not SIGNED:find(one.claim:before(SHORT)) or one.claim.block.length > SHORT then return nil end
  for _, by in ipairs { 1, -1 } do
    local others = years[tostring(tonumber(one.year) + by)]
    if others and #others >= AGAIN then return others end
  end
end

local function judge(doc, report)
  local found = read(doc)
  for _, one in ipairs(found.texts) do
    local years = found.years[one.md]
    if #years[one.year] == 1 then
      local latest, month, signed = found.headers[one.md], found.headers[one.ym], signed_as(one, years)
      local other = is_year_off(one, latest) and latest.claim or not latest and is_day_off(one, month) and month.claim or signed and signed[1]
      if other then report { at = one.claim, related = other, expected = other.text } end
    end
  end
end

return {
  api = 1,
  id = "header-day",
  severity = "warning",
  languages = { "en" },
  on = { set = true },
  summary = {
    zh = "正文所述年度截止日与表头不合（31 March 2020 与 31 March 2019）",
    en = "the day on which a year ended is another in the text than at the head of the table",
  },
  explain = {
    zh = [[表头为 31 March 2019、31 March 2018，正文却写“the year ended 31 March 2020”；表头为 March 29, 2019，正文写 March 28, 2019
资产负债表；全文反复出现的日期在落款处差一年。只出现一次的日期才报，涉及将来的不报。]],
    en = [[The text beside a table tells of years that ended on the days of its columns. Reported is a day that stands once and is the
one behind the latest column, or differs from the column's in a digit of the day; and a day of signature that is a year off the day that the
document names twice. What is to come is left alone.]],
  },
  messages = {
    base = { zh = "此处为 {stated}，别处为 {expected}", en = "{stated} here, {expected} elsewhere" },
  },
  examples = {
    bad = {
      { "|  | 31 March 2019 | 31 March 2018 |\n|---|---|---|\n| Goodwill | 21.4 | 20.9 |\n\nFor the year-ended 31 March 2020, the Directors have reviewed the value of goodwill.", at = "31 March 2020" },
      { "|  |  | As of March 29, 2019 |\n|---|---|---|\n| Inventories | 8.1 | 9.2 |\n\nThe effects on our March 28, 2019 Consolidated Balance Sheets were as follows.", at = "March 28, 2019" },
      { "|  | December 31, 2018 | December 31, 2017 |\n|---|---|---|\n| Notes | 412 | 388 |\n\nInterest of $4 million was paid during the year ended December 31, 2019.", at = "December 31, 2019" },
      { "Joint Filing Agreement, dated as of January 5, 2024, by and among the holders.\n\nDated: January 5, 2024\n\nThe holders agree.\n\nDated: January 5, 2023", at = "January 5, 2023" },
    },
    good = {
      "|  | 31 March 2019 | 31 March 2018 |\n|---|---|---|\n| Goodwill | 21.4 | 20.9 |\n\nFor the year ended 31 March 2019, the Directors have reviewed the value of goodwill. For the year ending 31 March 2020, they expect no change.",
      "|  | December 31, 2018 | December 31, 2017 |\n|---|---|---|\n| Notes | 412 | 388 |\n\nAs of March 1, 2019, there were 12 million shares. Grants made in the years ended December 31, 2018, 2017 and 2016 are listed.",
      "|  | March 29, 2019 | March 30, 2018 |\n|---|---|---|\n| Inventories | 8.1 | 9.2 |\n\nThe balance at March 29, 2019 was small. Leases signed on March 12, 2019 are left out.",
      "Agreement dated as of January 5, 2024, by and among the holders.\n\nDated: January 8, 2024",
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      if doc.lang == "en" then judge(doc, report) end
    end
  end,
}
