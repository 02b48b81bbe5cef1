-- Cases per 100,000 persons throughout, and once cases per 1,000 persons: the
-- denominator of a rate, told by the word before per and the noun behind.
local LEAST = 3 -- how often the usual denominator is told

local PER = [[\bper (?<n>1?00|1,?000|10,?000|100,?000|1,?000,?000|hundred|thousand|million)\s(?<noun>[A-Za-z]+)]]
-- cases (95% CI = 1.2–3.4) per, deaths 12.5 per
local BEFORE = re.new([[([A-Za-z][\w-]*)(?:\s\([^()]{1,40}\))?(?:\s\d[\d.,]*)?\s$]])
local REACH = 80
local WORDS = { hundred = "100", thousand = "1000", million = "1000000" }

local known = memo()

local function gather(m)
  local measure = BEFORE:match(m:place():before(REACH))
  if not measure then return end
  local n = WORDS[m.n] or m.n:gsub(",", "")
  local by = known[m.doc]
  if not by then
    by = { keys = {} }
    known[m.doc] = by
  end
  local key = measure:lower() .. " per " .. m.noun:lower()
  if not by[key] then
    by[key] = {}
    table.insert(by.keys, key)
  end
  table.insert(by[key], { n = n, at = m:place("n") })
end

-- The denominator that all but one of the places tell; nil: none, or no other.
local function usual_of(places)
  local count, odd = {}, nil
  for _, p in ipairs(places) do count[p.n] = (count[p.n] or 0) + 1 end
  local usual
  for n, times in pairs(count) do
    if times >= LEAST then
      if usual then return nil end
      usual = n
    end
  end
  if not usual or count[usual] ~= #places - 1 then return nil end
  for _, p in ipairs(places) do
    if p.n ~= usual then odd = p end
  end
  return usual, odd
end

local function judge(places, report)
  local usual, odd = usual_of(places)
  local others = {}
  for _, p in ipairs(places) do
    if p ~= odd then others[#others + 1] = p.at end
  end
  if usual then
    report { at = odd.at, related = others, values = { usual = others[1].text, n = #others } }
  elseif #places > LEAST and places[1].n == places[#places].n then
    report.agrees { at = others[1], related = others[2], how = others[1].text }
  end
end

return {
  api = 1,
  id = "odd-denominator",
  severity = "warning",
  languages = { "en" },
  on = { pattern = PER, set = true },
  summary = {
    zh = "同一比率的分母不一（per 100,000 persons 与 per 1,000 persons）",
    en = "the denominator of a rate differs once from all other places",
  },
  explain = {
    zh = [[“cases per 100,000 persons”在文中出现三次以上，而仅有一处写作“cases per 1,000 persons”时报告。比率由 per 前的词和
分母后的名词认定。已发布的2500万字符中，这样的比率73处一致，无一例外。]],
    en = [[Where a report tells cases per 100,000 persons three times or more and once cases per 1,000 persons, the odd one is
reported. The rate is known by the word before per and the noun behind. In 25 million characters as published 73 such places
agree and none differs.]],
  },
  messages = {
    base = {
      zh = "分母为 {stated}，别处{n}次都是 {usual}",
      en = "per {stated} here, per {usual} in all {n} other places",
    },
  },
  examples = {
    bad = {
      { [[Incidence rose to 12.5 cases per 100,000 persons in May to 14.1 cases per 100,000 persons in June and to 14.9 cases per 100,000 persons in July. By August it was 15.2 cases per 1,000 persons.]],
        at = "1,000" },
      { [[Deaths per million population fell. There were 3.1 deaths (95% CI = 2.2–4.0) per million population in 2018, 3.0 deaths per million population in 2019 and 2.8 deaths per thousand population in 2020.]],
        at = "thousand" },
    },
    good = {
      [[Incidence rose to 12.5 cases per 100,000 persons in May to 14.1 cases per 100,000 persons in June and to 14.9 cases per 100,000 persons in July. Births were 15.2 per 1,000 women.]],
      [[There were 12.5 visits per 1,000 persons, 3.1 deaths per 100,000 persons and 4.4 injuries per 10,000 persons.]],
    },
  },
  check = function(item, report)
    if item.type == "match" then return gather(item) end
    for _, doc in ipairs(item.documents) do
      local by = known[doc]
      for _, key in ipairs(by and by.keys or {}) do judge(by[key], report) end
    end
  end,
}
