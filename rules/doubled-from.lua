-- will double the limit, from $450 to $950; halve the share from 40% to 30%; double from
-- one in eight to one in six: a verb that says a multiple, with both ends behind it.
local VERB = [[\b(?<bound>(?:more than|at least|almost|nearly|about|roughly) )?(?<word>double|triple|treble|quadruple|halve)s?\b]]
local TO_VERB = [[(?:[^.;()\d]|\([A-Za-z]{2,10}\)){0,100}?,? ?from ]]
local ABOUT = [[(?:about |around |approximately |nearly |just |over |almost |some |just over |just under |more than |less than )?]]
local NUMBER = [[[$£€]?(?<a>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?<ua>%| per ?cent| (?:thousand|million|billion|trillion))?]]
local OTHER = [[[$£€]?(?<b>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?<ub>%| per ?cent| (?:thousand|million|billion|trillion))?(?![\d%]|[.,]\d)]]
local ONE_IN = [[one in (?<%s>[a-z]+|\d+)]]
local WHEN = [[(?: (?!to\b)[A-Za-z][a-z-]*){0,4}(?: (?:19|20)\d\d)?(?: \([^()]{1,30}\))?,? to ]]
local PATTERNS = {
  VERB .. TO_VERB .. ABOUT .. NUMBER .. WHEN .. ABOUT .. OTHER,
  VERB .. TO_VERB .. ABOUT .. ONE_IN:format("a") .. [[(?<ua>)]] .. WHEN .. ABOUT .. ONE_IN:format("b") .. [[(?<ub>)\b]],
}
local TIMES = { double = decimal(2), triple = decimal(3), treble = decimal(3), quadruple = decimal(4), halve = decimal("0.5") }
local LEAST, MOST = decimal("0.85"), decimal("1.4") -- times the multiple, which is told roughly

-- Another verb governs the figures; double that of 2010, double the number who went from 5 to 8.
local OTHERS = re.new([[\b(?:while|whereas|and(?! [a-z-]+s ?(?:\([A-Za-z]{2,10}\))? ?from)|but|as|which|who|that|rose|fell|than|if|or|when|after|before|since|raise[sd]?|raising|increas\w+|reduc\w+|lower\w*)\b|\bwith\b]])
-- the double tax; a double of it
local NOUN = re.new([[\b(?:the|a|an|this|that|of|its|their|our|by|single|or|and|in|on|with|no|any)\s$]], "i")

-- What is planned is told exactly: a doubled limit of 450 is 900.
local PLANS = re.new([[\b(?:will|shall|to|would|propose|plan)(?: (?:also|further|now|more than))? $]])

local WORDS = { two = 2, three = 3, four = 4, five = 5, six = 6, seven = 7, eight = 8, nine = 9, ten = 10, twelve = 12, twenty = 20 }
local function value_of(text) return text:find("%d") and decimal((text:gsub(",", ""))) or WORDS[text] and decimal(WORDS[text]) end

return {
  api = 1,
  id = "doubled-from",
  severity = "warning",
  languages = { "en" },
  on = { pattern = PATTERNS },
  summary = {
    zh = "英文 double、triple、halve 与其后 from … to … 两数不符",
    en = "double, triple or halve, and the two figures behind it (from … to …) have another ratio",
  },
  explain = {
    zh = [[“will double the limit, from $450 to $950”：后数除以前数应大致等于所说的倍数（0.85 至 1.4 倍）；计划中的调整是准数，
差一个数字或两个数字对调也予以报告。]],
    en = [[The second figure over the first is the multiple that the verb says, roughly (0.85 to 1.4 times it). What is planned
is exact: there a figure with one digit off, or two swapped, is reported as well.]],
  },
  messages = {
    base = { zh = "“{word}”，但 {a} 到 {b} 为 {computed} 倍", en = "{word} is said; from {a} to {b} is {computed} times" },
    exact = { zh = "“{word}”，{a} 应变为 {wanted}，印为 {b}", en = "{word} is said; {a} would become {wanted}, and {b} is printed" },
  },
  examples = {
    bad = {
      { [[We expect to more than triple the number of places for managers and technicians (MATs) from 2,000 to over 4,000.]], at = "triple" },
      { [[We will also double the limit for medical costs, from $450 to $950, from May.]], at = "950" },
      { [[The share of residents aged over 70 will double from one in eight today, to one in six by 2030.]], at = "double" },
      { [[The plan is to halve the poverty rate from 24% in 2010 to 21% by 2020.]], at = "halve" },
      { [[The number of clinics is set to double from 40 this year to 120.]], at = "double" },
    },
    good = {
      [[We will also double the limit for medical costs, from $450 to $900. We expect to triple the number of places from 2,000 to over 6,000.]],
      [[The share of residents aged over 70 will double from one in eight today, to one in four by 2030. The plan is to halve the rate from 24% in 2010 to 12% by 2020.]],
      [[They double the load after raising the limit from 20 tonnes to 25 tonnes. The double room rate rose from $90 to $110.]],
      [[Places will nearly double from 412 to 790. Exports could double from 3.4 million in 2010 to 7.1 million.]],
      [[We will double down on staff, and move from 20 to 30 sites.]],
    },
  },
  check = function(m, report)
    local from, to = value_of(m.a), value_of(m.b)
    local times = TIMES[m.word:lower()]
    if not (from and to and times and from:gt(0) and to:gt(0)) or (m.ua or "") ~= (m.ub or "") and m.ua and m.ua ~= "" then return end
    if OTHERS:find(m.text, #(m.bound or "") + 1) or NOUN:find(m:place("word"):before(12)) then return end
    if m.text:find("one in ", 1, true) then from, to = to, from end
    local ratio = to / from
    local at, a, b = m:place("word"), m:place("a"), m:place("b")
    local wanted = from * times
    local plan = not m.bound and PLANS:find(at:before(24)) and wanted ~= to and lib("near").one_slip(wanted:text(), to:text())
    local low = (m.bound or ""):find("^[ma][ot]") and times or times * LEAST
    if (m.bound or ""):find("^almost") then low = times * LEAST end
    if ratio < low or ratio > times * MOST then
      report { at = at, related = { a, b }, expected = ratio:round(2), values = { word = m.word, a = m.a, b = m.b, computed = ratio:round(2) } }
    elseif plan then
      report { at = b, related = { a, at }, message = "exact", expected = wanted, values = { word = m.word, a = m.a, b = m.b, wanted = wanted } }
    else
      report.agrees { at = at, related = { a, b }, how = m.a .. " → " .. m.b }
    end
  end,
}
