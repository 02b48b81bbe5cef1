-- Years that run on by one step, of which one is told twice or out of turn:
-- | 2019 | 2018 | 2017 | 2017 | 2015 |; 71 in 2014, 74 in 2015, 70 in 2015, 62 in 2017.
local YEAR = [[(?:19|20)\d\d]]
local AND = [[,? (?:and|or|&) ]]
local SAID = [[[^\s,;()]{1,12}(?: (?:million|billion|trillion|percent|per cent|cases|deaths))? (?:in|for|during) ]] .. YEAR
local ZH = [[(?<![\d—–-])(?<list>]] .. YEAR .. [[年?(?:、]] .. YEAR .. [[年?)+(?:、|和|及|与|以及)]] .. YEAR .. [[年)]]
local ONE = re.new([[(?<!\d)]] .. YEAR .. [[(?!\d)]])
local CELL = re.new([[^\W*(?:FY ?)?((?:19|20)\d\d)年?[A-Z*†‡§¶]?\W*$]])
local STEPS = { 1, -1, 2, -2, 5, -5, 10, -10 }
local LEAST = 4 -- years that tell a step though one is wrong
local WIDE = 3 -- cells of a row that hold something else

-- The year that the others ask for at i; nil where they keep no step.
local function wanted(list, i, step)
  local base
  for k, one in ipairs(list) do
    local own = one.year - step * k
    if k ~= i and base and own ~= base then return nil end
    if k ~= i then base = own end
  end
  return base + step * i
end

-- Is the year of i there twice, or not between those beside it?
local function is_misplaced(list, i)
  local year, before, after = list[i].year, list[i - 1], list[i + 1]
  for k, one in ipairs(list) do
    if k ~= i and one.year == year then return true end
  end
  return before ~= nil and after ~= nil
    and (year - before.year) * (after.year - year) < 0
end

-- Which one breaks the step of the others, and the year that would not; of two
-- that are equal the one that the others do not ask for.
local function odd_of(list)
  for _, step in ipairs(STEPS) do
    for i in ipairs(list) do
      local year = wanted(list, i, step)
      if year and year ~= list[i].year and is_misplaced(list, i) then return i, year end
    end
  end
end

-- 2019, 2018 and 2016: what counts down from the latest year leaves none out; and
-- of three no two are equal.
local function odd_of_three(list)
  local a, b, c = list[1].year, list[2].year, list[3].year
  if a - b == 1 and c ~= b - 1 and (c < b - 1 and c >= b - 3 or c >= b) then return 3, b - 1 end
  if math.abs(c - a) == 2 and (b == a or b == c) then return 2, (a + c) // 2 end
  if b - c == 1 and a == b then return 1, b + 1 end
  if b - a == 1 and c == b then return 3, b + 1 end
  if c - b == 1 and a == b then return 1, b - 1 end
end

local function keeps_step(list)
  local step = list[2].year - list[1].year
  for k = 3, #list do
    if list[k].year - list[k - 1].year ~= step then return false end
  end
  return step ~= 0
end

local function judge(list, report)
  if #list < 3 then return end
  local find = #list >= LEAST and odd_of or odd_of_three
  local i, year = find(list)
  if i then
    report {
      at = list[i].place, related = { list[i > 1 and i - 1 or i + 1].place }, expected = tostring(year),
      values = { year = tostring(year) },
    }
  elseif keeps_step(list) then
    report.agrees { at = list[1].place, related = list[#list].place, how = list[1].year .. " … " .. list[#list].year }
  end
end

-- The years of a match, with their places.
local function years_of(m)
  local list, text = {}, m.sentence.text
  local at, behind = text:find(m.list, 1, true)
  while at do
    local first, last = ONE:find(text, at)
    if not first or last > behind then break end
    list[#list + 1] = { year = math.tointeger(tonumber(text:sub(first, last))), place = m.sentence:place(first, last) }
    at = last + 1
  end
  return list
end

-- The years of a row's cells; nil where it holds much else.
local function years_of_row(tab, row)
  local list, others = {}, 0
  for column = 1, tab.columns do
    local cell = tab:cell(row, column)
    local text = cell and cell.text or ""
    local year = CELL:match(text)
    if year then
      list[#list + 1] = { year = math.tointeger(tonumber(year)), place = cell }
    elseif text:find("%S") then
      others = others + 1
    end
    if others > WIDE then return nil end
  end
  return #list >= LEAST and list or nil
end

-- The run of years that begins at a row of the first column, and the row behind it.
local function years_of_column(tab, row)
  local list = {}
  while row <= tab.rows do
    local cell = tab:cell(row, 1)
    local year = CELL:match(cell and cell.text or "")
    if not year then break end
    list[#list + 1] = { year = math.tointeger(tonumber(year)), place = cell }
    row = row + 1
  end
  return list, row + 1
end

local HEAD = 4 -- rows that may be a table's head

local function judge_table(tab, report)
  for row = 1, math.min(HEAD, tab.rows) do
    local list = years_of_row(tab, row)
    if list then judge(list, report) end
  end
  local row = 1
  while row <= tab.rows do
    local list
    list, row = years_of_column(tab, row)
    if #list > LEAST then judge(list, report) end
  end
end

return {
  api = 1,
  id = "year-series",
  severity = "warning",
  on = {
    set = true,
    pattern = {
      [[(?<![\d/–-])(?<list>]] .. YEAR .. "(?:, (?:fiscal |FY ?)?" .. YEAR .. ")+" .. AND .. "(?:fiscal |FY ?)?" .. YEAR .. [[)(?![\d–/-])]],
      [[(?<![\d,.–-])(?<list>]] .. SAID .. "(?:[,;] (?:and |to )?" .. SAID .. "){3,})",
      ZH,
    },
  },
  summary = {
    zh = "一串年份中有一个重复或次序错乱（2019年、2018年、2018年）",
    en = "of years that follow one another one is told twice or out of turn",
  },
  explain = {
    zh = [[表头、首列或正文中依次列出的年份，其余各年间隔相等，而有一年重复出现或次序错乱的，当有误写。由近及远列出的三个年份
（2019, 2018 and 2016）不应缺年。间隔本来不等、没有重复的不核对。]],
    en = [[Where years are listed in a table's head, in its first column or in a sentence, and all but one keep one step,
the one that stands there twice or out of turn is mistyped. Three years that count down from the latest leave none out.
Lists with gaps and without repetition are left alone.]],
  },
  messages = {
    base = { zh = "按其余年份此处应为{year}年", en = "the other years of the list ask for {year} here" },
  },
  examples = {
    bad = {
      { "| (In millions) | 2019 | 2018 | 2017 | 2017 | 2015 |\n|---|---|---|---|---|---|\n| Sales | 5 | 4 | 3 | 2 | 1 |", at = "2017", nth = 2 },
      { "| Year | Births |\n|---|---|\n| 2010 | 51 |\n| 2011 | 48 |\n| 2021 | 47 |\n| 2013 | 45 |\n| 2014 | 40 |", at = "2021" },
      { [[The share varied (71.5% in 2014, 74.0% in 2015, 70.0% in 2016, 62.4% in 2016, and 67.3% in 2018).]], at = "2016", nth = 2 },
      { [[Charges were $1.7 million, $9.4 million and $5.2 million during the years ended December 2019, 2018 and 2016, respectively.]],
        at = "2016" },
      { [[Rent was 5, 4 and 3 million for fiscal 2019, fiscal 2018 and fiscal 2016.]], at = "2016" },
      { [[Sales in 2017, 2017 and 2019 were flat.]], at = "2017", nth = 2 },
      { [[2016年、2017年、2017年和2019年产量分别为3、4、5、6万吨。]], at = "2017", nth = 2 },
    },
    good = {
      "| | 2019 | 2018 | 2019 | 2018 |\n|---|---|---|---|---|\n| Sales | 5 | 4 | 3 | 2 |",
      "| | 2015 | 2016 | 2017 | 2019 |\n|---|---|---|---|---|\n| Sales | 5 | 4 | 3 | 2 |",
      [[Surveys were held in 1990, 1999, and 2009, in 1995, 2003 and 2008, and in 2010, 2012 and 2013.]],
      [[The share varied (71.5% in 2014, 74.0% in 2016, 70.0% in 2018, 62.4% in 2019).]],
      [[The 2026, 2029 and 2049 Notes; the years 2019, 2018 and 2017; since 2008, 1998 and 1988.]],
      [[2015年、2017年和2020年举办三届。]],
    },
  },
  check = function(m, report)
    if m.type ~= "set" then return judge(years_of(m), report) end
    for _, doc in ipairs(m.documents) do
      for _, tab in ipairs(doc.tables) do judge_table(tab, report) end
    end
  end,
}
