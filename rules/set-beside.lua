-- a median age (40) below the county median of 39: a figure, a word that compares, and
-- the figure that it is set beside, told as a level (of, at, a bracket, "the 298 of").
local figures = lib "figures"

local UP = [[above|higher than|greater than|more than|larger than|bigger than|longer than|older than|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outstrip(?:s|ped)?]]
local DOWN = [[below|lower than|less than|fewer than|smaller than|shorter than|younger than]]
local WORD = "(?<word>" .. UP .. "|" .. DOWN .. ")"
local SAYS = [[\b(?:]] .. UP .. "|" .. DOWN .. [[)\b]]
local IS_UP = re.new("^(?:" .. UP .. ")$")
-- What leads from the word to the figure: the county median of 39, the 298 of, that of others (39
local THING = [[(?: (?!(?:and (?![A-Z])|or|but|while|to|by|from|than|for every)\b)[\w'’–-]+){0,8}?]]
local LEAD = re.new([[\b]] .. WORD .. [[ (?:the|that|those|its|their|our|his|her|an?|this|last|all|[A-Z][\w'’-]+)\b]] .. THING .. [[(?: of| at| was| were|,? \()? ?[$£€]?$]])
-- What may stand between the first figure and the word.
local BREAK = re.new([[\b(?:and (?!is|was|were|are|well|far|still|remain)|but|while|whereas|although|though|compared|than|versus|by|to|rose|fell|increas\w+|decreas\w+|grew|declin\w+|]] .. UP .. "|" .. DOWN .. [[)\b|[;:(]|\d(?!\d{3}\b)]])
local NOT = re.new([[\b(?:not|no|never|neither|nor|n't|if|whether|unless|either|or|over and|would|could|should|must|may|might|to be|remain|keep|kept|stay|fall|rise|drop|or)\s?(?:\w+ )?$]])
local DIFFERENCE = re.new([[^[ %]*(?:percentage |per cent |percent )?(?:points?|times|fold)?,?\s*$]])
local EXPECTED = re.new([[\b(?:range|ranging|between|threshold|aged?|ages|income|score|grade)\b]], "i")
local NEAR, GAP = 110, 130

local KINDS = { count = true, amount = true, percent = true, age = true, duration = true, rank = false }

-- The median age (40): a number in a bracket that is no reference.
local NOTED = re.new([[\b(?:age|mean|median|average|rate|score|number|total|count|ratio|index|price|wait|share|level|size|toll) $]])
local function noted(c)
  return c.kind == "identifier" and c.text:find("^%d+$") and c:before(1) == "(" and NOTED:find(c:before(12):sub(1, -2)) ~= nil
end

-- the average of one year ago; 1990 models, and 1989 models
local AGO, YEAR = re.new([[^ (?:ago|earlier|before|prior|previously)\b]]), re.new([[^(?:19|20)\d\d$]])
local function is_time(c)
  return c.kind == "duration" and AGO:find(c:after(12)) ~= nil or c.kind == "count" and not c.grouped and YEAR:find(c.text) ~= nil
end
-- down 13 percent, well below the 8 percent decline: it fell farther.
local DROP = re.new([[^ ?(?:percent |per cent )?(?:decline|drop|decrease|fall|loss|reduction)\b]])
local function both_fall(a, b) return a.direction == "down" and DROP:find(b:after(24)) ~= nil end

local function number(c) return not is_time(c) and c.is_claim and KINDS[c.kind] and c.value and not c.value:lt(0) or noted(c) end
local function value(c) return noted(c) and decimal(c.text) or c.value end
local function alike(a, b)
  if noted(a) then return value(a):lt(b.value * 3) and b.value:lt(value(a) * 3) end
  if a.dimension == b.dimension and a.unit == b.unit then return a.kind == b.kind or a.dimension ~= "" end
  return (a.unit == "" or b.unit == "") and a.kind ~= "percent" and b.kind ~= "percent" and a.kind ~= "amount" and b.kind ~= "amount"
end

local OF_OTHER = re.new([[\b(?:treble|triple|double|twice|times|than|previous|last|earlier)\b[^,;]{0,30}$]])

-- The figure before b that it may be set beside, and what stands between it and the word.
local function first_of(b, word_at, text)
  local a = b.doc.claims[b.index - 1]
  local back = 1
  while a and a.sentence == b.sentence and back < 5 and not (number(a) and alike(a, b)) do
    back = back + 1
    a = b.doc.claims[b.index - back]
  end
  if not a or a.sentence ~= b.sentence or not number(a) or both_fall(a, b) then return nil end
  return a
end

-- 40% of pupils scored above the mean, in 35 towns the rate exceeds it: the figure counts those
-- of whom the level is told. A record of time is surpassed by less.
local COUNTED = re.new([[^[^,)]*\b(?:had|have|has|having|with|who|whose|that|scor\w+|weigh\w*|live[ds]?|report\w*|read|achiev\w+|earn\w*|at a|rates?|levels?)\b|^\)? of (?:the )?[a-z]+\b[^,]*\b(?:had|have|has|of)\b]])
local OPENS = re.new([[(?:^|[,;.] )(?:[Ii]n|[Aa]mong|[Oo]f|[Ff]or|[Bb]y|[Aa]cross|[Ff]rom|[Aa]fter|[Ww]ithin|[Oo]ver) (?:\w+ ){0,3}$]])
local RECORD = re.new([[\b(?:record|time|limit|deadline)\b]])
local function is_counted(a, b, gap, lead)
  if b.kind == "duration" and RECORD:find(lead) then return true end
  return COUNTED:find(gap) ~= nil or gap:find(",", 1, true) ~= nil and OPENS:find(a:before(30)) ~= nil
end

-- The links of figures that another rule compares, by figure.
local links = memo()
local function linked_of(doc)
  local linked = links[doc]
  if linked then return linked end
  linked = {}
  for _, link in ipairs(doc:links("compare")) do
    if link.level then linked[link.level] = link end
    if link.base then linked[link.base] = link end
  end
  links[doc] = linked
  return linked
end

local function judge(b, report, linked)
  local before = b:before(NEAR)
  local from, to, word = LEAD:find(before)
  if not from or not number(b) or linked[b] then return end
  local a = first_of(b)
  if not a or linked[a] and linked[a] == linked[b] or not alike(a, b) then return end
  local gap = figures.gap(a, b, 160)
  if not gap then return end
  local lead = before:sub(from, to)
  if #gap < #lead then return end
  gap = gap:sub(1, #gap - #lead)
  if #gap > GAP or BREAK:find(gap) or not word:find("^[es][xu]") and DIFFERENCE:find(gap) and not gap:find("[%),]") or gap:find("respectively", 1, true)
    or OF_OTHER:find(a:before(40)) or b:after(40):find("^ ?%%? and [%d$]") or b:after(40):find("respectively", 1, true) or NOT:find(gap) or EXPECTED:find(lead) or is_counted(a, b, gap, lead) then return end
  local x, y = a.amount, b.amount
  if noted(a) then x, y = interval(a.text), b.interval elseif a.unit ~= b.unit then x, y = a.interval, b.interval end
  if not (x.low and x.high and y.low and y.high) then return end
  local up = IS_UP:find(word) ~= nil
  local at = b.sentence.text:find(lead, 1, true)
  local place = at and b.sentence:place(at, at + #word - 1) or b
  if up and x.high <= y.low and value(a) < b.value or not up and x.low >= y.high and value(a) > b.value then
    report { at = place, related = { a, b }, stated = word, values = { a = a.text, word = word, b = b.text } }
  elseif up and x.low >= y.high or not up and x.high <= y.low then
    report.agrees { at = place, related = { a, b }, how = a.text .. " " .. word .. " " .. b.text }
  end
end

local SIDES = { count = true, amount = true, percent = true, age = true, duration = true }
local asked = memo() -- sentences

return {
  api = 1,
  id = "set-beside",
  severity = "warning",
  languages = { "en" },
  on = { pattern = SAYS },
  summary = {
    zh = "英文“above”“lower than”与前后两个数相反（a median age (40) below the median of 39）",
    en = "a figure is said to be above or below another, told as a level, and is not",
  },
  explain = {
    zh = [[句中先有一个数，再说它高于、低于、超过另一个水平（the county median of 39、the 298 of the year before、that of others (24)）：
单位相同时按印出的数比较。两数之间另有比较词、变动词或分句的，以及相差数（5 points higher than），不判断。]],
    en = [[A figure, a word that compares, and the level that it is compared with (the county median of 39, the 298 of the year
before, that of others (24)) are held against each other where they have one unit. Nothing is said where another comparison, a
change or another clause stands between, or where the first is a difference (5 points higher than).]],
  },
  messages = { base = { zh = "{a} 并不“{word}”{b}", en = "{a} is not “{word}” {b}" } },
  examples = {
    bad = {
      { [[Hull was the only other town to have a median age (40) below the East Riding median of 39 years.]], at = "below" },
      { [[At 41 years, the median age was below that of the county (39 years).]], at = "below" },
      { [[Revenue of $4.2 million exceeded the budget of $4.9 million.]], at = "exceeded" },
      { [[With 312 deaths, the toll was lower than the 298 of the year before.]], at = "lower than" },
      { [[Output of 14.2 million tonnes was above the 2019 level of 15.3 million tonnes.]], at = "above" },
    },
    good = {
      [[The number of rigs fell from 246 in January to 219 in February, a fifth below the average of one year ago. Orders for 1990 models will be well below the level for 1989 models.]],
      [[Building was down 13 percent through April, well below the 8 percent decline for the nation.]],
      [[Hull was the only other town to have a median age (40) above the East Riding median of 39 years. Harbours (12) exceeded the target of 15.]],
      [[Men (82%) and women (72%) were well above the average (75% and 67% respectively).]],
      [[Duties will yield $1.3 million more than the estimate of $3.6 million, and fees are 4 points higher than the average of 40%.]],
      [[Growth was almost treble the previous rate of 6.7 per cent and lower than the average rate of 13.3 per cent. It was no lower than the target of 5 per cent.]],
      [[About 40% of pupils scored above the mean of 52%. In 35 towns, the rate exceeds the national average of 40.]],
      [[Of the 250 pupils, 30 weighed more than the average of 52 kg, and 12 had a score greater than the median of 70.]],
      [[Seven (12%) of the towns had a rate of more than the average of 15%. He ran it in 50 minutes, surpassing the world record of 57 minutes.]],
      [[Taxes yielded $45 million, over and above the provision of $76 million made before.]],
    },
  },
  check = function(m, report, _, doc)
    local sentence = m.sentence
    if asked[sentence] or sentence.cell then return end
    asked[sentence] = true
    for _, b in ipairs(sentence.claims) do
      if SIDES[b.kind] and b.is_claim and not is_time(b) then judge(b, report, linked_of(doc)) end
    end
  end,
}
