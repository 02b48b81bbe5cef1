-- 736 hospitals here, 763 hospitals there; 97.6% of the 2,351 counties and 96.7% of
-- counties; 1.8–5.6 times, 1.8–6.5 times: of the few figures that a text gives of one
-- noun two have the same digits, of which two are swapped.
local near = lib "near"

local NOUN = re.new([[^ (?:(?:U\.S\. |different |eligible |participating |selected |public |local )|[a-z]+ing )?([a-z]{4,}s)\b(?! (?:per|a|each)\b)]])
local OF = re.new([[^\)? of (?:the |all |our |these )?(?:\d[\d,]* )?(?:[a-z]+ )?([a-z]{4,}s)\b]])
local SPAN = [[(?<![\d.,–(=-])(?<low>\d{1,3}\.\d{1,2}) ?– ?(?<high>\d{1,3}\.\d{1,2})(?<unit>%| [a-z]{4,})(?![\w-])]]
-- Nouns of which every report has many figures: there the usual one stands twice.
local MANY = {}
for w in ([[cases deaths persons people patients participants respondents years months weeks days hours minutes times points thousands millions
  billions dollars shares units visits births households individuals adults children women students jobs homes tonnes hectares tests events
  records samples workers employees residents infections admissions hospitalizations others males females items dollars euros pounds crores
  metres meters kilometres kilometers miles barrels gallons acres cents degrees percents options points doses]]):gmatch("%S+") do MANY[w] = true end
local FEW, DIGITS = 3, 3 -- figures of one noun; digits of one

local spans = memo()
local function note(m)
  local doc = m.sentence.doc
  if m.sentence.cell then return end
  spans[doc] = spans[doc] or {}
  local list = spans[doc]
  list[#list + 1] = { text = m.low .. "–" .. m.high, key = "–" .. m.unit, place = m:place() }
end

local function is_plain(c) return c.bound == "exact" and c.value and not c.numeral and #c.number_text:gsub("%D", "") >= DIGITS end

local function add(groups, order, key, text, place)
  local group = groups[key]
  if not group then
    group = { many = MANY[key] }
    groups[key], order[#order + 1] = group, key
  end
  for _, one in ipairs(group) do
    if one.text == text then
      one.places[#one.places + 1] = place
      return
    end
  end
  group[#group + 1] = { text = text, places = { place } }
end

-- Of two one stands once; of two that stand once the later.
local function judge(group, report)
  for i = 2, #group do
    for k = 1, i - 1 do
      local a, b = group[k], group[i]
      if near.turned(a.text, b.text) and math.min(#a.places, #b.places) == 1 then
        local rare, usual = b, a
        if #b.places > 1 then rare, usual = a, b end
        if group.many and #usual.places == 1 then return end
        report { at = rare.places[1], related = usual.places, stated = rare.text, expected = usual.text, values = { other = usual.text } }
        return
      end
    end
  end
end

local function collect(doc)
  local groups, order = {}, {}
  for _, c in ipairs(doc:figures("count", { claim = true, prose = true, digits = DIGITS }) or {}) do
    local noun = is_plain(c) and (NOUN:match(c.unit_text ~= "" and " " .. c.unit_text .. c:after(20) or c:after(40)))
    if noun then add(groups, order, noun, c.number_text, c) end
  end
  for _, c in ipairs(doc:figures("percent", { claim = true, prose = true, digits = DIGITS }) or {}) do
    local noun = is_plain(c) and c.decimals > 0 and OF:match(c:after(48))
    if noun then add(groups, order, "%" .. noun, c.number_text, c) end
  end
  for _, s in ipairs(spans[doc] or {}) do add(groups, order, s.key, s.text, s.place) end
  return groups, order
end

return {
  api = 1,
  id = "turned-twin",
  severity = "warning",
  languages = { "en" },
  on = { set = true, pattern = SPAN },
  summary = {
    zh = "英文中同一名词的两个数字只是两位对调（736 hospitals、763 hospitals）",
    en = "two figures of one noun differ in two swapped digits alone (736 hospitals, 763 hospitals)",
  },
  explain = {
    zh = [[全文（表格外）中某一名词带三位以上的数字不超过三个，而其中两个只是两位数字对调时，必有一处误写。病例、年、人数等处处都有数字的名词，另一数字须出现两次以上。]],
    en = [[Where a text has at most three different figures of three and more digits for one noun (outside of tables), two that
differ in swapped digits alone are one figure mistyped. Of nouns of which every report has
many figures (cases, persons, years) the other one stands twice.]],
  },
  messages = {
    base = { zh = "此处为 {stated}，别处为 {other}，数字疑似对调", en = "{stated} here and {other} elsewhere: two digits look swapped" },
  },
  examples = {
    bad = {
      { "Births at 736 clinics were studied.\n\nThe data are of a subset of 763 clinics with a ward.", at = "763" },
      { "Movement fell in 2,295 (97.6%) of the 2,351 counties with data.\n\nIn 96.7% of counties with such orders, movement fell.", at = "96.7%" },
      { "We asked 1,245 persons. All 1,245 persons answered.\n\nOf the 1,254 persons most were men.", at = "1,254 persons" },
      { "The risk was 1.8–5.6 times as high after infection.\n\nAmong boys it was 1.8–6.5 times as high.", at = "1.8–6.5 times" },
    },
    good = {
      "Births at 736 clinics were studied.\n\nOf these, 673 clinics had a ward, 367 clinics a theatre and 637 clinics a garden.",
      "In 2019 there were 1,245 cases. In 2020 there were 1,254 cases.",
      "Movement fell in 97.6% of counties with data.\n\nIn 92.1% of counties with such orders, movement fell.",
      "The risk was 1.8–5.6 times as high after infection.\n\nAmong boys it was 2.1–6.5 times as high.",
    },
  },
  check = function(m, report)
    if m.type ~= "set" then return note(m) end
    for _, doc in ipairs(m.documents) do
      local groups, order = collect(doc)
      for _, key in ipairs(order) do
        if #groups[key] > 1 and #groups[key] <= FEW then judge(groups[key], report) end
      end
    end
  end,
}
