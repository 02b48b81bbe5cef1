-- The rate for men (18.4) was four times that for women (4.8). … rates were lower for men
-- than for women: which of two is higher is told without figures, and near it with them.
local SAY = [[\b]] .. [[(?<word>higher|lower|greater|smaller|larger|(?:more|less) (?:common|likely|frequent|prevalent)(?:ly)?)\b(?<what>[^.;:()\d]{0,50}?) (?:for|among|in) (?<a>[A-Za-z][a-z-]+(?: [a-z-]+){0,2}?)]]
  .. [[ than (?:(?:for|among|in|that|those|did|were|of|it|was|the) ){0,4}(?<b>[A-Za-z][a-z-]+(?: [a-z-]+){0,2})(?=[,.;)]| and\b| but\b| in\b|$)]]
local HAD = [[\b(?<a>[A-Za-z][a-z-]+(?: [a-z-]+)?) (?:had|have|has|were|are|was|is|showed|reported|experienced)(?: [a-z]+){0,3}? (?<word>higher|lower|greater|smaller|larger|more likely|less likely)\b(?<what>[^.;:()\d]{0,50}?)]]
  .. [[ than (?:(?:for|among|in|that|those|did|were|of|it|was|the) ){0,4}(?<b>[A-Za-z][a-z-]+(?: [a-z-]+)?)\b]]
local IS_UP = re.new("^(?:higher|greater|larger|more)")
local NEAR, REACH = 3, 60 -- sentences before or behind; bytes before a name
local MEASURE = re.new([[\b(rate|prevalence|percentage|proportion|share|incidence|mortality|coverage|number|risk|level|cost|age|score|wage|income|price|earning|ratio|odds|use|death)s?\b]], "i")
local NOT = re.new([[\b(?:not?|nor|neither|except|although|while|whereas|difference|ratio|odds|increase\w*|decrease\w*|decline\w*|change\w*|growth|expected|would|might|could)\b]], "i")
local FIGURE = re.new([[^(?:n ?= ?|range,? )?([$£€]?)(\d+(?:,\d{3})*(?:\.\d+)?)(?![\d–-]|,\d)(%| ?per ?cent| per [\d,]+| [a-z]+)?]])
local BEFORE = re.new([[(?<![\d.,–-])([$£€]?)(\d+(?:,\d{3})*(?:\.\d+)?)(%| ?per ?cent| per [\d,]+)?(?: [a-z]+){0,3}? (?:of|for|among|in) (?:the |all |adult |young ){0,2}$]])
local SMALL = {}
for w in ([[than that these those with were among from each also have been other groups group population overall persons rates rate
higher lower greater smaller larger compared approximately]]):gmatch("%a+") do SMALL[w] = true end

-- The one figure that a sentence has in a bracket behind the name, and its unit.
local function figure_of(text, name)
  local from, found, unit = 1, nil, nil
  while true do
    local at, last = text:lower():find(name:lower(), from, true)
    if not at then return found, unit end
    local before = at > 1 and text:sub(at - 1, at - 1) or " "
    local inner = not before:find("%a") and text:match("^%s?%(([^()]+)%)", last + 1)
    local money, digits, what
    if inner then
      money, digits, what = FIGURE:match(inner)
    elseif not before:find("%a") then
      money, digits, what = BEFORE:match(text:sub(at > REACH and utf8.offset(text, 0, at - REACH) or 1, at - 1))
    end
    if digits then
      if found then return nil end
      found, unit = digits, (money or "") .. (what or "")
    end
    from = last + 1
  end
end

local function measure_of(m)
  local said = MEASURE:match(m.what)
  if said then return said:lower() end
  local last
  for word in MEASURE:gmatch(m:place("word"):before(70):match("[^.;:()]*$")) do last = word end
  return last and last:lower()
end

local function share_word(a, b, groups)
  for word in a:lower():gmatch("%a+") do
    if #word > 4 and not SMALL[word] and not groups:find(word, 1, true) and not MEASURE:find(word) and b:lower():find(word:sub(1, -2), 1, true) then return true end
  end
end

-- Among elderly persons, rates were higher for women: of a part, of which the other may not tell.
local PART = re.new([[(?:^|[,;.] )(?:[Aa]mong|[Ww]ithin|[Ff]or|[Aa]t|[Dd]uring|[Bb]y|[Oo]f|[Ii]n(?! (?:each|every|all|both|either|general|total)\b))\b[^,;]*,]])

local function judge(m, sentence, measure, report)
  local text = sentence.text
  if not text:lower():find(measure, 1, true) then return end
  local x, unit = figure_of(text, m.a)
  local y, other = figure_of(text, m.b)
  local p, q = x and interval(x), y and interval(y)
  if not (x and y) or unit ~= other or p:meets(q) or not share_word(m.sentence.text, text, m.a .. " " .. m.b) then return end
  local up, word = IS_UP:find(m.word) ~= nil, m:place("word")
  local from = text:lower():find(m.a:lower(), 1, true)
  local place = sentence:place(from, from + #m.a - 1)
  if (p.low > q.high) == up then
    report.agrees { at = word, related = place, how = m.a .. " " .. m.word }
  else
    report { at = word, related = place, stated = m.word, values = { word = m.word, a = m.a, x = x, b = m.b, y = y } }
  end
  return true
end

return {
  api = 1,
  id = "sides-elsewhere",
  severity = "warning",
  languages = { "en" },
  on = { pattern = { SAY, HAD } },
  summary = {
    zh = "两组高低的说法（rates were lower for men than for women）与邻近句中两组的数字相反",
    en = "which of two groups is higher is told without figures, and against those told near it",
  },
  explain = {
    zh = [[句中只说哪一组高、哪一组低；同段前后三句内有同一指标、两组各一个数字、单位相同的，方向应当一致。]],
    en = [[A sentence says that rates are higher for one group than for another and prints no figures; one of its paragraph,
three sentences away at most, has one for each group, of one unit and of the same measure. Both go the same way.]],
  },
  messages = {
    base = { zh = "“{word}”与邻近的数字相反：{a} {x}，{b} {y}", en = "“{word}” contradicts the figures told near it: {a} {x}, {b} {y}" },
  },
  examples = {
    bad = {
      { "The accident rate for men (18.4 per 100,000) was four times that for women (4.8 per 100,000). In each town, accident rates were lower for men than for women.", at = "lower" },
      { "The accident rate was 18.4 per 100,000 for men and 4.8 per 100,000 for women. In each town, women had higher accident rates than men.", at = "higher" },
    },
    good = {
      "The accident rate for men (18.4 per 100,000) was four times that for women (4.8 per 100,000). In each town, accident rates were higher for men than for women.",
      "The accident rate for men (18.4 per 100,000) was four times that for women (4.8 per 100,000). Wages were lower for men than for women, and the increase in accident rates was lower for men than for women.",
      "The accident rate for men (18.4 per 100,000) was four times that for women (4.8 per 100,000). Among elderly persons, accident rates were lower for men than for women.",
    },
  },
  check = function(m, report)
    if m.sentence.cell or NOT:find(m:place("word"):before(45):match("[^,;]*$") .. m.what) then return end
    if PART:find(m:place("word"):before(120)) then return end
  local measure = measure_of(m)
    if not measure then return end
    for step = 1, NEAR do
      for _, at in ipairs { m.sentence.index - step, m.sentence.index + step } do
        local sentence = m.doc.sentences[at]
        if sentence and sentence.block == m.sentence.block and judge(m, sentence, measure, report) then return end
      end
    end
  end,
}
