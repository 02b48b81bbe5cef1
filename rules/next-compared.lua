-- A surplus of $3.9 billion is expected. This is lower than the surplus of $2.4 billion …: the
-- word that compares, and the figures of this sentence and the one before.
local NUMBER = [[(?<cur>(?:US|S|A|NZ|C|HK)?[$£€])?(?<b>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)]]
local SCALE = [[(?<scale> (?:thousand|million|billion|trillion))?]]
local UNIT = [[(?<unit>%| per ?cent(?: of [A-Z]+)?| percentage points?| (?:cases|deaths|births|infections)? ?per [\d,]+| (?!for|in|to|and|or|of|at|by|from|per)[a-z]{3,})?]]
local WORD = [[(?<word>higher|lower|more|less|greater|smaller|larger|better|worse|longer|shorter|fewer)]]
local ADVERB = [[(?:also |still |even |much |far |slightly |somewhat |significantly |substantially |considerably |marginally |well |markedly ){0,2}]]
-- This is lower than the surplus of $2.4 billion
local THAN = [[^(?:This|It|That|These|Both|The (?:figure|rate|deficit|surplus|growth|increase|total|number|result|estimate|share|percentage)) (?:is|was|were|are|will be) ]]
  .. ADVERB .. WORD .. [[ than (?:the |our |an? |its |their )?(?<noun>[a-z]+)?[^.,;:()\d$£€]{0,50}?\(?(?<! by )]] .. NUMBER .. SCALE .. UNIT
local UP = { higher = true, more = true, greater = true, larger = true, better = true, longer = true }
local EITHER = { better = true, worse = true }

local FIGURE = re.new([[(?<![\d.,–-])((?:US|S|A|NZ|C|HK)?[$£€])?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)( (?:thousand|million|billion|trillion))?(%| per ?cent| percentage points?|(?: [a-z]+)? per [\d,]+| [a-z]+)?]])
local POWER = { [""] = decimal(1), [" thousand"] = decimal(1000), [" million"] = decimal(1000000), [" billion"] = decimal(1000000000), [" trillion"] = decimal(1000000000000) }
local PER = re.new([[per [\d,]+]])

-- $3.9 billion, 12%, 10.6 per 100,000: what may be held against one another.
local function unit_of(cur, unit)
  if cur and cur ~= "" then return cur end
  unit = unit or ""
  if unit:find("%%") or unit:find("^ per ?cent$") or unit:find("^ per ?cent of") then return "%" end
  return PER:match(unit) or (unit:gsub("s$", ""))
end

local function value_of(n, scale) return decimal((n:gsub(",", ""))) * POWER[scale or ""] end

local NEGATIVE = re.new([[\b(?:deficits?|loss|losses|fell|fall|decline[ds]?|decrease[ds]?|negative|minus|down|drop(?:ped)?|not|no)\b|−]], "i")

local function figures_of(sentence, unit)
  local list, from, text = {}, 1, sentence.text
  while true do
    local at, to, cur, n, scale, own = FIGURE:find(text, from)
    if not at then return list end
    if unit_of(cur, own) == unit then
      list[#list + 1] = { value = value_of(n, scale), text = text:sub(at, to), place = sentence:place(at, to) }
    end
    from = to + 1
  end
end

return {
  api = 1,
  id = "next-compared",
  severity = "warning",
  languages = { "en" },
  on = { pattern = THAN },
  summary = {
    zh = "英文“This is lower than …”与前一句的数字相反",
    en = "this is lower than so much, and the figures of the sentence before say the opposite",
  },
  explain = {
    zh = [[“A surplus of $3.9 billion is expected. This is lower than the surplus of $2.4 billion”：前一句中同单位的数字都在另一边时报告。
赤字、亏损、下降等以及 better、worse 不判断符号，须两句用同一名词。]],
    en = [[The figures of the sentence before that have the unit of the one behind "than" are held against the word; where all of
them lie on the other side it is reported. Of what is told as a fall, a deficit or a loss nothing is said unless the noun is the same.]],
  },
  messages = {
    base = { zh = "“{word}”与数字相反：前句为 {a}，此处为 {b}", en = "“{word}” contradicts the figures: {a} before, and {b} here" },
  },
  examples = {
    bad = {
      { [[The budget is to have a surplus of $3.9 billion, or 1.1% of GDP. This is lower than the surplus of $2.4 billion that was planned.]], at = "lower" },
      { [[In May 34.2% of homes had a meter. This was higher than the 41.0% of the county.]], at = "higher" },
      { [[The rate in ports was 10.6 per 100,000. It was lower than the rate of 8.1 per 100,000 elsewhere.]], at = "lower" },
      { [[We expect a deficit of $4.9 billion. This is higher than the deficit of $6.7 billion of last year.]], at = "higher" },
    },
    good = {
      [[Pay came to $4.7 billion. This is lower than in the year before by $220 million.]],
      [[The budget is to have a surplus of $3.9 billion, or 1.1% of GDP. This is higher than the surplus of $2.4 billion that was planned.]],
      [[In May 34.2% of homes had a meter, against 47.1% in June. This was higher than the 41.0% of the county.]],
      [[Exports fell by 5.1%. This was lower than the rise of 2.0% in March. Output fell by 3.0%. It is better than the 4.0% that we feared.]],
    },
  },
  check = function(m, report)
    local sentence = m.sentence
    local before = sentence.doc.sentences[sentence.index - 1]
    if not before or before.block ~= sentence.block or sentence.cell then return end
    local unit, b = unit_of(m.cur, m.unit), value_of(m.b, m.scale)
    if unit == "" or EITHER[m.word] then return end
    local text = before.text
    local same = m.noun and #m.noun > 3 and text:find(m.noun, 1, true)
    if (NEGATIVE:find(text) or NEGATIVE:find(sentence.text)) and not same then return end
    local list, up, places = figures_of(before, unit), UP[m.word] or false, {}
    if #list == 0 or #list > 3 then return end
    for _, f in ipairs(list) do
      if f.value:eq(b) or (f.value > b) == up then
        if #list == 1 then report.agrees { at = m:place("word"), related = f.place, how = f.text } end
        return
      end
      places[#places + 1] = f.place
    end
    places[#places + 1] = m:place("b")
    report { at = m:place("word"), related = places, values = { word = m.word, a = list[1].text, b = m.b } }
  end,
}
