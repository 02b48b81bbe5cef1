-- On November 21, 2017, the board met … the meeting of November 12, 2017: a day that
-- stands once beside one that differs in the day, the month or the year alone, in the
-- same words, is that day mistyped. Ends of months and weekdays in a row are told
-- side by side by right.
local nearby = lib "nearby"

local MOST, TRIED = 400, 12 -- days of a document, those that one is held against
local CITED = re.new([[\b(?:accessed|retrieved|updated|cited|available|e-?pub|preprint|posted|personal communication|unpublished|doi|et al|ed\.|eds\.)|https?:]], "i")
local AHEAD = re.new([[\b(?:due|matur\w+|expir\w+|through|until|up to|notes?|bonds?|beginning|fiscal|annual|each|every|ended|ending|ends?)\b]], "i")
local LAST = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }
local OLD = re.new([[^,? 1[0-8]\d\d]])
local MIDDLE = 15 -- many things fall due on the 15th of some month

local days = memo() -- of each document, in order

-- Keeps a day that running text prints, with the year if it does.
local function note(claim)
  local text, iso = claim.text, claim.first
  local month, day = tonumber(iso:sub(6, 7)), tonumber(iso:sub(9, 10))
  if not (month and day) or tonumber(text:match("%f[%d](%d%d?)%f[%D]")) ~= day or not text:find("%a") or claim.sentence.cell then return end
  local all = days[claim.doc]
  if not all then
    all = {}
    days[claim.doc] = all
  end
  if #all < MOST then all[#all + 1] = { claim = claim, year = text:match("%f[%d]%d%d%d%d%f[%D]"), month = month, day = day } end
end

local function is_edge(p)
  return p.day == 1 or p.day == MIDDLE or p.day >= LAST[p.month]
end

-- Two digits are swapped, or one is lost or doubled: 21 and 12, 13 and 3.
local function is_slip(a, b)
  local x, y = tostring(a), tostring(b)
  if #x > #y then x, y = y, x end
  if #x < #y then return y:sub(1, 1) == x or y:sub(2) == x end
  return x == y:reverse()
end

-- One digit of two differs; a day later is another day.
local function is_digit(a, b)
  local x, y = tostring(a), tostring(b)
  return #x == 2 and #y == 2 and math.abs(a - b) > 1 and (x:sub(1, 1) == y:sub(1, 1)) ~= (x:sub(2) == y:sub(2))
end

local function words_of(p)
  p.words = p.words or nearby.of(p.claim)
  return p.words
end

-- In a reference, or of a century whose years are not read.
local function is_cited(p)
  if p.cited == nil then p.cited = OLD:find(p.claim:after(8)) or CITED:find(p.claim:before(60) .. " " .. p.claim:after(30)) ~= nil end
  return p.cited
end

-- The first case, the last case; the order was issued, was lifted: two events.
local ORDER = re.new([[\b(first|second|third|fourth|fifth|sixth|last|next|initial|final|amend\w*|further|additional|subsequent\w*|Mr|Ms|Mrs|Dr)\b]], "i")
local DEED = re.new([[\b(filed|granted|denied|issued|lifted|declared|announced|confirmed|began|begun|ended|opened|closed|started|expired|extended|terminated|]]
  .. [[signed|approved|published|acquired|sold|appointed|resigned|launched|completed|adopted|enacted|repealed)\b]], "i")

local function said(p, pattern)
  local out, n = {}, 0
  for word in pattern:gmatch(p.claim:before(90):match("[^.;]*$") .. " " .. p.claim:after(110):match("^[^.;]*")) do
    word = word:lower()
    if not out[word] then n = n + 1 end
    out[word] = true
  end
  return out, n
end

-- Are the words of order about both days the same, and is one deed told of both
-- where both tell of any?
local function tell_one(a, b)
  local x, n = said(a, ORDER)
  local y, m = said(b, ORDER)
  if n ~= m then return false end
  for word in pairs(x) do
    if not y[word] then return false end
  end
  x, n = said(a, DEED)
  y, m = said(b, DEED)
  if n == 0 or m == 0 then return true end
  for word in pairs(x) do
    if y[word] then return true end
  end
  return false
end

local function one_year(a, b) return not a.year or not b.year or a.year == b.year end

-- Are the words about two days those of one event?
local function one_event(a, b, least)
  local shared, close = nearby.shared(words_of(a), words_of(b))
  return shared >= least + 1 or (shared >= least and close)
end

-- Does the sentence of a name the day that b is, too?
local function names_both(a, b)
  for _, claim in ipairs(a.claim.sentence.claims) do
    if claim ~= a.claim and (claim.first == b.claim.first or claim.last == b.claim.last) then return true end
  end
end

-- On December 1, September 2, June 2: days of one thing that comes again.
local SEVERAL = 3
local function in_row(p)
  if p.row == nil then
    local n = 0
    for _, claim in ipairs(p.claim.sentence.claims) do n = n + (claim.kind == "date" and 1 or 0) end
    p.row = n >= SEVERAL
  end
  return p.row
end
-- Dividends, filings, orders of an agency: one form, many days.
local AGAIN = re.new([[\b(?:dividend\w*|payable|distribution|dated|Form (?:8|10)-[KQ]|indenture|supplemental|vest\w*|matur\w+|due|filed|filing|submitted|CPUC|FERC|SEC|later than|no event)\b]])
local function is_of_series(p)
  if p.series == nil then p.series = in_row(p) or AGAIN:find(p.claim:before(70):match("[^.;]*$") .. " " .. p.claim:after(60):match("^[^.;]*")) ~= nil end
  return p.series
end

-- What recurs, falls due or is to come has many days of one form.
local function recurs(p)
  if p.recurs == nil then p.recurs = AHEAD:find(p.claim:before(60) .. p.claim:after(30)) ~= nil end
  return p.recurs
end

-- How many words must be shared for two days that differ in the day, the month or
-- the year to be one, where the usual one stands so often; nil: they are two.
local WAYS = {
  {
    key = function(p) return p.month end,
    least = function(a, b, often)
      if not one_year(a, b) then return nil end
      if is_slip(a.day, b.day) then return #tostring(a.day) == #tostring(b.day) and 2 or 4 end
      return often > 2 and is_digit(a.day, b.day) and 4 or nil
    end,
  },
  {
    key = function(p) return p.day end,
    least = function(a, b, often)
      if often < 2 or not one_year(a, b) or is_edge(a) or is_edge(b) or recurs(a) or recurs(b) then return nil end
      return 2
    end,
  },
  {
    key = function(p) return 100 * p.month + p.day end,
    least = function(a, b, often)
      if not (a.year and b.year) or a.year == b.year or is_edge(a) or recurs(a) or recurs(b) then return nil end
      return often > 1 and 1 or 3
    end,
  },
}

-- What is counted: days of any year, or each of its year.
local function value_of(p, way)
  local day = 100 * p.month + p.day
  return way == 3 and 10000 * tonumber(p.year or 0) + day or day
end

local function count(all, way)
  local times = {}
  for _, p in ipairs(all) do
    local value = value_of(p, way)
    times[value] = (times[value] or 0) + 1
  end
  return times
end

-- The days by what a slip leaves as it was.
local function group_by(all, way)
  local groups, key = {}, WAYS[way].key
  for _, p in ipairs(all) do
    local group = groups[key(p)]
    if group then group[#group + 1] = p else groups[key(p)] = { p } end
  end
  return groups
end

-- The day that p, which stands once, was meant to be, and where else that stands.
local function meant(p, way, times, group)
  local tried, own = 0, value_of(p, way)
  for _, other in ipairs(group) do
    local value = value_of(other, way)
    local often = times[value]
    local least = value ~= own and other.claim ~= p.claim and tried < TRIED and (often > 1 or p.claim.index > other.claim.index)
      and WAYS[way].least(p, other, often)
    if least then
      tried = tried + 1
      if not is_cited(p) and not is_cited(other) and not (is_of_series(p) and is_of_series(other)) and one_event(p, other, least) and tell_one(p, other) and not names_both(p, other) then return other end
    end
  end
end

local function judge_way(all, way, told, report)
  local times, groups = count(all, way), group_by(all, way)
  for _, p in ipairs(all) do
    local group = groups[WAYS[way].key(p)]
    if group and #group > 1 and not told[p.claim] and times[value_of(p, way)] == 1 then
      local other = meant(p, way, times, group)
      if other then
        told[p.claim] = true
        report { at = p.claim, related = other.claim, expected = other.claim.text }
      end
    end
  end
end

local function judge(doc, report)
  local all, told = days[doc] or {}, {}
  for way = 1, #all > 1 and #WAYS or 0 do judge_way(all, way, told, report) end
end

return {
  api = 1,
  id = "date-told",
  severity = "warning",
  languages = { "en" },
  on = { claim = "date", set = true },
  summary = {
    zh = "同一事件的日期前后不一",
    en = "one event is told with two days that differ in the day, the month or the year",
  },
  explain = {
    zh = [[同样的词句中日期只差日、只差月或只差年，而其中一个全文只出现一次时，多半是笔误。月末、月初、十五日不按月、按年比较；
相邻两日、文献引用日期不报。]],
    en = [[A day that a document names once, and that differs from another in its day (by a slip), its month or its year alone, is
held against it where the words about both are the same. First, last and middle days of months are not compared by month or year, neighbouring
days and those of references not at all.]],
  },
  messages = {
    base = { zh = "同一事件此处为 {stated}，别处为 {expected}", en = "{stated} here, {expected} elsewhere in the same words" },
  },
  examples = {
    bad = {
      { [[On November 21, 2017 (the "Harbour Acquisition Date"), the company bought all shares of Harbour. On November 12, 2017 (the "Harbour Acquisition Date"), restricted shares were granted.]],
        at = "November 12, 2017" },
      { [[The state issued an order requiring masks in public spaces, effective July 3, 2020. It was July 3 when shops closed. In some counties the order requiring masks in public spaces, effective June 3, was not kept.]],
        at = "June 3" },
      { [[The Ferry Terminal opened to traffic on 9 May 2011. It was a wet spring. Since the Ferry Terminal opened to traffic on 9 May 2012, crossings have doubled.]],
        at = "9 May 2012" },
    },
    good = {
      [[In 2015 the company paid a dividend of $0.34 per share on December 1, September 1, June 1 and March 2. In 2014 it paid a dividend of $0.31 per share on December 1, September 2, June 2 and March 3.]],
      [[On May 3, 2021, the Company entered into the First Amendment to the Credit Agreement with Wells Fargo. On May 30, 2021, the Company entered into the Second Amendment to the Credit Agreement with Wells Fargo.]],
      [[The Board declared a quarterly dividend on February 12, 2019, payable to holders of record. On February 21, 2019, the Board announced the quarterly dividend payable to holders of record.]],
      [[The first case of measles was confirmed on January 2, 2019. The last case of measles was confirmed on January 20, 2019.]],
      [[A stay-at-home order was issued in Ohio on March 22, 2020. The stay-at-home order was lifted in Ohio on May 22, 2020.]],
      [[A claim was filed in the District Court on March 14, 2018. An amended claim was filed in the District Court on July 14, 2018. A motion was filed in the District Court on October 14, 2018.]],
      [[On August 8, 2018, the plaintiffs filed a motion in the Superior Court. On August 8, 2019, the Superior Court granted the plaintiffs motion.]],
      [[Interviews of the first round ended on April 12, 2021. Interviews of the second round ended on May 12, 2021. Interviews of the third round ended on June 12, 2021.]],
      [[An option was granted to Mr. Smith on March 1, 2020. An option was granted to Ms. Jones on March 11, 2020. The index closed on October 2 at 98. The index closed on October 12 at 97.]],
      [[On November 21, 2017 (the "Harbour Acquisition Date"), the company bought all shares of Harbour. On December 14, 2017 (the "Quay Acquisition Date"), it bought those of Quay.]],
      [[Rates were set on March 31, 2019 for the first quarter. Rates were set on June 30, 2019 for the second quarter. Classes started on August 28. Classes started on August 29.]],
      [[The Ferry Terminal was begun on 9 May 2011. The annual meeting of owners was held on 9 May 2012.]],
      [[The notes were issued on May 20, 2014 and are due May 20, 2024. The other notes were issued on May 20, 2015 and are due May 20, 2025.]],
      [[Health Agency. Guidance for schools (accessed October 13, 2021). Health Agency. Guidance for hospitals (accessed October 31, 2021).]],
    },
  },
  check = function(item, report)
    if item.type == "claim" then return note(item) end
    for _, doc in ipairs(item.documents) do judge(doc, report) end
  end,
}
