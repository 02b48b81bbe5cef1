-- On November 21, 2017, the board met … the meeting of November 12, 2017: a day that
-- stands once beside one that differs in the day, the month or the year alone, in the
-- same words, is that day mistyped. Ends of months and weekdays in a row are told
-- side by side by right.
local nearby = lib "nearby"

local MOST, TRIED = 400, 12 -- days of a document; days that one is held against
local CITED = re.new([[\b(?:accessed|retrieved|updated|cited|available|e-?pub|preprint|posted|personal communication|unpublished|doi|et al|ed\.|eds\.)|https?:]], "i")
local AHEAD = re.new([[\b(?:due|matur\w+|expir\w+|through|until|up to|notes?|bonds?|beginning|fiscal|annual|each|every|ended|ending|ends?)\b]], "i")
local LAST = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }
local OLD = re.new([[^,? 1[0-8]\d\d]])
local MIDDLE = 15 -- many things fall due on the 15th of some month

-- The days that a date or a range of dates prints, with the year if it does.
local DAY, LETTER = re.new([[(?<!\d)\d\d?(?!\d)]]), re.new("[A-Za-z]")
local NONE = {}
local function points_of(claim)
  local text = claim.text
  if not DAY:find(text) or not LETTER:find(text) or claim.sentence.cell or claim.impossible then return NONE end
  local year = text:match("%f[%d]%d%d%d%d%f[%D]")
  local days = {}
  for day in text:gmatch("%f[%d]%d%d?%f[%D]") do days[#days + 1] = day end
  local isos = claim.first == claim.last and { claim.first } or { claim.first, claim.last }
  if #isos ~= #days then return {} end
  local out = {}
  for i, iso in ipairs(isos) do
    local month, day = iso:match("^%d+-(%d%d)-(%d%d)$")
    if not month or tonumber(day) ~= tonumber(days[i]) then return {} end
    out[i] = { claim = claim, year = year, month = month, day = day, other = isos[3 - i] and isos[3 - i]:sub(6) or "" }
  end
  return out
end

local function is_edge(p)
  local day = tonumber(p.day)
  return day == 1 or day == MIDDLE or day >= LAST[tonumber(p.month)]
end

-- Two digits are swapped, or one is lost or doubled: 21 and 12, 13 and 3.
local function is_slip(a, b)
  local x, y = tostring(tonumber(a)), tostring(tonumber(b))
  if #x > #y then x, y = y, x end
  if #x < #y then return y:sub(1, 1) == x or y:sub(2) == x end
  return x == y:reverse()
end

-- One digit of two differs; a day later is another day.
local function is_digit(a, b)
  local x, y = tostring(tonumber(a)), tostring(tonumber(b))
  return #x == 2 and #y == 2 and math.abs(tonumber(a) - tonumber(b)) > 1 and (x:sub(1, 1) == y:sub(1, 1)) ~= (x:sub(2) == y:sub(2))
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

-- What recurs, falls due or is to come has many days of one form.
local function recurs(p)
  if p.recurs == nil then p.recurs = AHEAD:find(p.claim:before(60) .. p.claim:after(30)) ~= nil end
  return p.recurs
end

local function is_alone(a, b) return a.other == "" and b.other == "" end

-- How many words must be shared for two days that differ in the day, the month or
-- the year to be one, where the usual one stands so often; nil: they are two.
local WAYS = {
  {
    key = function(p) return p.month end,
    least = function(a, b, often)
      if not one_year(a, b) or (not is_alone(a, b) and (a.other ~= "" and b.other ~= "" or often < 2)) then return nil end
      if is_slip(a.day, b.day) then return is_alone(a, b) and 2 or 3 end
      return often > 2 and is_alone(a, b) and is_digit(a.day, b.day) and 4 or nil
    end,
  },
  {
    key = function(p) return p.day end,
    least = function(a, b, often)
      if not (is_alone(a, b) and one_year(a, b)) or is_edge(a) or is_edge(b) or recurs(a) or recurs(b) then return nil end
      return often > 1 and 2 or 3
    end,
  },
  {
    key = function(p) return p.month .. p.day end,
    least = function(a, b, often)
      if not is_alone(a, b) or not (a.year and b.year) or a.year == b.year or is_edge(a) or recurs(a) or recurs(b) then return nil end
      return often > 1 and 1 or 3
    end,
  },
}

local function value_of(p, way) return way == 3 and p.month .. p.day .. (p.year or "") or p.month .. p.day end

-- The days of the document by what a slip leaves as it was, and how often each stands.
local function collect(doc)
  local all, times, groups = {}, {}, { {}, {}, {} }
  for _, claim in ipairs(doc:figures("date", "period")) do
    for _, p in ipairs(#all < MOST and points_of(claim) or {}) do
      all[#all + 1] = p
      for way, w in ipairs(WAYS) do
        local key, value = w.key(p), way .. value_of(p, way)
        groups[way][key] = groups[way][key] or {}
        table.insert(groups[way][key], p)
        times[value] = (times[value] or 0) + 1
      end
    end
  end
  return all, times, groups
end

-- The day that p, which stands once, was meant to be, and where else that stands.
local function meant(p, way, times, group)
  local tried, own = 0, value_of(p, way)
  for _, other in ipairs(group) do
    local value = value_of(other, way)
    local often = times[way .. value]
    local least = value ~= own and other.claim ~= p.claim and tried < TRIED and (often > 1 or p.claim.index > other.claim.index)
      and WAYS[way].least(p, other, often)
    if least then
      tried = tried + 1
      if not is_cited(p) and not is_cited(other) and one_event(p, other, least) and not names_both(p, other) then return other end
    end
  end
end

local function judge(doc, report)
  local all, times, groups = collect(doc)
  local told = {}
  for way, w in ipairs(WAYS) do
    for _, p in ipairs(all) do
      local group = groups[way][w.key(p)]
      if #group > 1 and not told[p.claim] and times[way .. value_of(p, way)] == 1 then
        local other = meant(p, way, times, group)
        if other then
          told[p.claim] = true
          report { at = p.claim, related = other.claim, expected = other.claim.text }
        end
      end
    end
  end
end

return {
  api = 1,
  id = "date-told",
  severity = "warning",
  languages = { "en" },
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
      { [[The state issued an order requiring masks in public spaces, effective July 3, 2020. In some counties the order requiring masks in public spaces, effective June 3, was not kept.]],
        at = "June 3" },
      { [[The Ferry Terminal opened to traffic on 9 May 2011. It was a wet spring. Since the Ferry Terminal opened to traffic on 9 May 2012, crossings have doubled.]],
        at = "9 May 2012" },
    },
    good = {
      [[On November 21, 2017 (the "Harbour Acquisition Date"), the company bought all shares of Harbour. On December 14, 2017 (the "Quay Acquisition Date"), it bought those of Quay.]],
      [[Rates were set on March 31, 2019 for the first quarter. Rates were set on June 30, 2019 for the second quarter. Classes started on August 28. Classes started on August 29.]],
      [[The Ferry Terminal was begun on 9 May 2011. The annual meeting of owners was held on 9 May 2012.]],
      [[The notes were issued on May 20, 2014 and are due May 20, 2024. The other notes were issued on May 20, 2015 and are due May 20, 2025.]],
      [[Health Agency. Guidance for schools (accessed October 13, 2021). Health Agency. Guidance for hospitals (accessed October 31, 2021).]],
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do judge(doc, report) end
  end,
}
