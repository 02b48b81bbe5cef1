-- higher in towns (52.3%) than in the country (58.1%); less likely than others (aOR
-- = 1.7); highest in the North (23.1%), followed by the South (32.0%): the word that
-- compares and the figures of the brackets.

local prose = lib "prose"
local sides, superlative, twice = lib "sides", lib "superlative", lib "twice"

local ROWS = lexicon("en/comparative")
local WORD = re.new([[\b(?:]] .. ROWS:any("said") .. [[)\b]], "i")

-- What a sentence must have to be read: two sides, a ratio, or what follows a
-- superlative, and a figure in a bracket or behind a colon.
local SIDES = [[\b(?:than|compared|versus|vs|relative|contrast|comparison|against|followed|then|exceed\w*|surpassed|outnumbered|above|below|outpaced|[ac]?(?:OR|RR|HR|PR|IRR)|[AC](?:OR|RR|HR|PR)|SMR|SIR|ratio|(?i:lowest|highest|largest|smallest|greatest|most|least|fewest|higher|lower))\b]]
local FIGURES = re.new([[[(\[:][^()]{0,120}\d]])

-- A figure of the sentence with its sign.
local function shown(text, f)
  return f.text .. (text:sub(f.to + 1, f.to + 1) == "%" and "%" or "")
end

-- lower than expected (30% versus 20%): the bracket tells what was expected; a lower
-- point estimate (hazard ratio 1.80): lower than another one.
local OF_OTHER = re.new([[^ (?:(?:point |effect )estimates?\b|than (?:we |had |was |were |been |originally |initially |previously ){0,2}(?:expected|planned|anticipated|predicted|assumed|hypothesi[sz]ed|projected|budgeted|forecast)\b)]])

-- higher for mothers with high distress compared to mothers with lower distress (87
-- versus 56%): the last names a group.
local GROUP = re.new([[\b(?:compared (?:to|with)|than)\b[^,;()]{0,60}\bwith $]])

local NEAR = 90 -- bytes
local function before_word(text, at)
  return text:sub(at > NEAR and utf8.offset(text, 0, at - NEAR) or 1, at - 1)
end

-- The verdicts on the sentence, those on one word together.
local function judge(text)
  local out, list = {}, sides.events(text)
  sides.compare(out, text, list)
  superlative.compare(out, text, list)
  if #out == 0 then twice.compare(out, text) end
  return out
end

local judged = memo()
-- Who has the figure of an opening "Compared with girls," first does so again: of
-- each document, whether more such sentences are so than slips may be.
local MISTAKES = 2
local FRONTED = re.new([[\b(?:[Cc]ompared (?:with|to)|[Rr]elative to)\b.*\b(?:versus|vs)\b]])
local turns = memo()
local function turns_pairs(doc)
  if turns[doc] ~= nil then return turns[doc] end
  local n = 0
  for _, sentence in ipairs(doc.sentences) do
    local text, turned = sentence.text, 0
    for _, v in ipairs(FRONTED:find(text) and judge(text) or {}) do
      if v.kind == "fronted" and v.way < 0 then turned = 1 end
    end
    n = n + turned
  end
  turns[doc] = n > MISTAKES
  return turns[doc]
end

local MESSAGE = { fronted = "base", told = "base", pair = "base", single = "base", ratio = "ratio", order = "order", twofold = "twofold", loss = "loss" }

local function tell(report, sentence, v)
  if v.kind == "fronted" and v.way < 0 and turns_pairs(sentence.doc) then return end
  local text, at = sentence.text, sentence:place(v.word.from, v.word.to)
  local a, b = sentence:place(v.a.from, v.a.to), v.b and sentence:place(v.b.from, v.b.to)
  local first, second = shown(text, v.a), v.b and shown(text, v.b)
  if v.way > 0 then
    report.agrees { at = at, related = { a, b }, how = first .. " / " .. (second or "1") }
    return
  end
  report {
    at = at, related = { v.other and sentence:place(v.other.from, v.other.to) or a, v.other and a or b, v.other and b or nil }, message = MESSAGE[v.kind],
    values = { cue = at.text, first = first, second = second or "1" },
  }
end

return {
  api = 1,
  id = "compared-sides",
  severity = "warning",
  languages = { "en" },
  on = { pattern = SIDES },
  summary = {
    zh = "英文“高于”“低于”“最高”与两边括号中的数字相反",
    en = "higher, less likely, exceeded, highest, and the figures in brackets say the opposite",
  },
  explain = {
    zh = [[“higher among men (34.5%) than among women (29.1%)”“(39.8% versus 47.5%)”“lower odds (aOR = 0.72)”“highest in A
(20%), followed by B (15%)”：把句子读成比较词、than 等标记和带数字的括号，比较词管到下一个比较词、分号或 but、while
为止。两边单位相同才比较；置信区间含1的比值不判断；
句首的 compared with 加 (a versus b) 在一篇中多处相反时，是作者的写法，也不判断。]],
    en = [[A sentence is read as words that compare, marks such as "than", and brackets with figures; a word holds up
to the next one, a semicolon, or "but" and "while". Figures of one unit are held against the word: of each side's
bracket, of (a versus b), a ratio against 1, or a difference whose interval has one sign. Ratios whose interval has 1 in it are left open, and so is (a versus b)
behind an opening "Compared with …" where a document turns it about again and again.]],
  },
  messages = {
    base = {
      zh = "“{cue}”与数字相反：{first} 与 {second} 相比",
      en = "“{cue}” contradicts the figures: {first} against {second}",
    },
    ratio = {
      zh = "“{cue}”与比值 {first} 相反",
      en = "“{cue}” contradicts a ratio of {first}",
    },
    twofold = {
      zh = "“{cue}”说了两次，数字却不同：{first} 与 {second}",
      en = "both are said to be “{cue}”: {first} and {second}",
    },
    loss = {
      zh = "“{cue}”与差值 {first} 相反",
      en = "“{cue}” contradicts a difference of {first}",
    },
    order = {
      zh = "“{cue}”与顺序不符：{first} 与 {second}",
      en = "“{cue}” contradicts the figures: {first}, and for another {second}",
    },
  },
  examples = {
    bad = {
      { [[Coverage was higher in urban areas (52.3%) than in rural areas (58.1%).]], at = "higher" },
      { [[Emissions were 37.7% higher in 2012 (0.38 thousand tonnes) compared with 1997 (0.61 thousand tonnes).]], at = "higher" },
      { [[Young blacks had a higher rate at age 3 months (58.0%) than did young whites (72.7%); all were seen twice.]], at = "higher" },
      { [[Steeper increases were seen among blacks (2.7%), Hispanics (0.4%) and Asians (4.4%) than among whites (0.7%).]], at = "Steeper" },
      { [[Rates of increase were higher for type 2 diabetes (4.8% per year) than for type 1 (9.1%).]], at = "higher" },
      { [[Use was lower in towns than in villages (62.3% versus 58.1%).]], at = "lower" },
      { [[Incidence differed, with highest rates observed among whites (0.77) and higher rates among blacks (5.97).]], at = "highest" },
      { [[The share was highest in the North (23.1%), followed by the South (32.0%).]], at = "highest" },
      { [[The share of smokers among men (12.5%) was lower than that among women (n = 412; 10.2%).]], at = "lower" },
      { [[In 2014 the arrivals of migrants (318,000) were lower than departures (277,000).]], at = "lower" },
      { [[Births in the county (5,410) exceeded deaths (5,870).]], at = "exceeded" },
      { [[Renters were less likely than owners to move (31% versus 12%), and to sell (9% versus 4%).]], at = "less" },
      { [[Compared with owners (12.4%), renters (17.9%) had a lower rate of moving.]], at = "lower" },
      { [[Renters had a lower share of moves (57.0%), loans (20.1%) and sales (7.4%) than owners (38.8%, 15.3%, and 4.7%, respectively).]], at = "lower" },
      { [[Night work was associated with lower odds of sleep (adjusted odds ratio [aOR] = 1.72; 95% CI = 1.31–2.26).]], at = "lower" },
      { [[The highest rate was found in Hull (2.4%), and the lowest in Poole (3.1%).]], at = "highest" },
      { [[Attack rates were higher in the young (6.3%–25.0%) than in the old (59.4%–82.6%).]], at = "higher" },
      { [[The interval was slightly longer in Kent (138–150 days) than in Devon (162–171 days).]], at = "longer" },
      { [[The rate was highest in Pennsylvania (7.94) and highest in Louisiana (3.92).]], at = "highest", nth = 2 },
      { [[Hull had the smallest share of tests within two years (72.5%), and Poole had the smallest (49.7%).]], at = "smallest", nth = 2 },
      { [[Compared with owners, renters had lower rates of moving (17.9% versus 12.4%).]], at = "lower" },
      { [[Exports were lower than imports: exports were $34.2 billion and imports were $31.8 billion.]], at = "lower" },
      { [[Men were less often affected than women (58% of men, 47% of women).]], at = "less" },
      { [[More women than men were out of work: 6.2% of men and 5.1% of women.]], at = "More" },
      { [[The highest estimates were for West End (18%; 95% CI, 14%–47%) and Tutu (26%; 95% CI, 16%–38%).]], at = "highest" },
      { [[Among the old, dementia (41.0%) was the least common mental illness, followed by mood disorders (35.3%).]], at = "least" },
      { [[The lowest rates were observed among the old (71.6%), adults with diabetes (59.4%), and others (41.3%).]], at = "lowest" },
      { [[Stays were shorter in old wards than in new ones (9 vs. 6 days).]], at = "shorter" },
      { [[Intake was lower in 2013–2016 (PR, 1.26; 95% CI, 1.11–1.43) than in 2011–2012.]], at = "lower" },
      { [[The mean level for urban children (1.9 mg/L) was significantly lower (36%) than that of rural children (1.4 mg/L).]], at = "lower" },
      { [[The share was higher among women (22.0%) than among the other groups (range, 40.5%–51.0%).]], at = "higher" },
      { [[Rates among other groups (0–4 years: 5.7; 5–17: 2.9; 35–64: 3.0) were lower than among people aged 18 to 34 years (1.9).]], at = "lower" },
      { [[Quartile 4 (67.3%) had lower shares of patients with incomes less than 138% of the poverty level compared with quartile 1 (43.3%).]], at = "lower" },
      { [[Drinking among whites (17.5%) was similar to that among Indians (15.4%), but significantly lower (p<0.0001) than among Hispanics (14.4%).]], at = "lower" },
      { [[The share in this study (35.0%), measured less than 1 year later, was higher than a previously reported estimate (40.3%).]], at = "higher" },
      { [[Hypertension is least prevalent among blacks (42% vs 28.8% among whites).]], at = "least" },
      { [[Black households spent more on visits (−$467.25; 95% CI, −$559.46 to −$375.04) than White households.]], at = "more" },
      { [[The share of homes with broadband (61.2%) was well above that of homes with cable (71.3%).]], at = "well above" },
      { [[Black children had the lowest rate (range, 9.8–36.7 stays per 10,000 children), and the lowest (2.2 stays per 10,000 children) was in Poole.]], at = "lowest", nth = 2 },
      { [[Rates were lower among girls (3.26) than boys (3.43) and among the young (2.82) versus the old (2.42).]], at = "lower" },
      { [[The visit rate was higher for males (43.0) than for females (59.5) and for the young (89.5), others (86.0), and the poor (35.2) than for the rich (14.4).]], at = "higher" },
    },
    good = {
      [[Rates were lower among girls (2.26) than boys (2.43) and among the young (2.12) versus the old (2.42). The visit rate was higher for males (43.0) than for females (29.5) and for the young (89.5), others (86.0), and the poor (35.2) than for the rich (14.4).]],
      [[Rates were higher among children (9.3%) than among adults (7.3%), among females (8.6%) than among males (6.9%), and among the poor (11.2%) than among others (8.3%).]],
      [[Patients were more likely to be young (OR = 1.78; 95% CI, 1.45–2.19) or poor (OR = 1.22; 95% CI, 1.01–1.48) than rich, aged 5 to 14 years (OR = 2.22; 95% CI, 1.83–2.68) than aged 0 to 4 years.]],
      [[The difference was smaller in towns (50.6% vs 49.4%). The gap between the sexes was smaller for girls (31.2% versus 30.1%). There was a lower disparity in the south (50.6% vs 49.4%).]],
      [[Renters had lower capacity and more limitations than owners (mean 5.1 vs 6.9).]],
      [[Dementia (41.0%) was the most common illness, followed by mood disorders (35.3%). The highest rates were observed among the old (71.6%), adults with diabetes (59.4%), and others (41.3%), and among girls (11%), men (12%) and boys (10%).]],
      [[The highest estimates were for West End (28%) and Tutu (26%). The largest shares were White (57.4%), Black (11.6%), and Hispanic (20.2%). Most respondents were White (55.7%), female (65.3%) and young (72.1%).]],
      [[Intake was higher in 2013–2016 (PR, 1.26; 95% CI, 1.11–1.43). Boys did not have lower odds (OR, 1.06; 95% CI, 0.71–1.43).]],
      [[Drinking among whites (17.5%) was similar to that among Indians (15.4%), but higher (p<0.0001) than among Hispanics (14.4%). The rate was 10 times that of whites (1.8) and higher than that of others (6.0).]],
      [[Coverage was higher in those above poverty (23.6%) than in those who were below poverty (16.7%). White households spent less (−$7.25; 95% CI, −$9.46 to −$5.04), and more on food (−$7.25; 95% CI, −$9.46 to $5.04).]],
      [[More men than women were out of work: 6.2% of men and 5.1% of women. Exports were lower than imports: exports rose by 5% and imports by 3%.]],
      [[Coverage was lower in urban areas (52.3%) than in rural areas (58.1%).]],
      [[Emissions were 37.7% lower in 2012 (0.38 thousand tonnes) compared with 1997 (0.61 thousand tonnes).]],
      [[Steeper increases were seen among blacks (2.7%), Hispanics (4.0%) and Asians (4.4%) than among whites (0.7%).]],
      [[Rates of increase were higher for type 2 diabetes (4.8% per year) than for type 1 (1.9%).]],
      [[Incidence differed, with lowest rates among whites (0.77) and higher rates among blacks (5.97).]],
      [[Use was lower in towns than in villages (52.3% versus 58.1%). It was most common in the North (33.1%), followed by the South (32.0%).]],
      [[Births (6,410) exceeded deaths (5,870). The rate in the young (3.2) was lower than in earlier studies (2). Rents (£612) were higher than in the north (£540).]],
      [[Men were less likely to smoke (10.5%) than women (12.2%), but more likely to drink.]],
      [[The share was not higher in towns (52.3%) than in villages (58.1%).]],
      [[Prices were higher in both towns (23.6% and 42.8%, respectively) than in both villages (16.7% and 34.9%, respectively).]],
      [[In 2021, compared with girls, boys were less likely to answer (15.2% versus 11.3%). In 2021, compared with girls, boys were more likely to call (2.3% versus 4.6%). Compared with girls, boys had higher rates (7.3% versus 9.6%).]],
      [[The odds ratio for tea was lower (OR = 3.6) than that for cake (OR = 19.0). Risk was no lower (RR = 1.2).]],
      [[Use was lower among those with less income (12.1%) than among others (15.3%). Homes of one or more rooms (12%) were fewer than others (88%).]],
      [[Attack rates were higher in the young (6.3%–65.0%) than in the old (59.4%–82.6%), and in the young (18–49 years) than in the old (50–64 years).]],
      [[Coverage was higher in the young (34.5%; 31.2%–37.8%) than in the old (23.1%; 20.2%–26.0%), and was lower in May (2010–2012) than in June (2013–2015).]],
      [[The highest rate was among men (12.1%), and the highest among women aged 65 or more (9.2%) was in Hull. Among boys the rate was highest in Hull (24%), whereas among girls, it was highest in Poole (22%).]],
      [[Rates were lowest in Maine (3.1%) in 2010 and lowest in Utah (2.8%) in 2012. Builders had the highest rate (65.1%), and farmers had the highest number (2.9 million).]],
      [[Rates of 22.0% in wards with alerts and 15.9% in the others were lower than expected (30% versus 20%). The second analysis has a modestly lower point estimate (hazard ratio 1.80 [95% CI 1.26–3.76]).]],
      [[Rates were higher for mothers with high levels of distress compared to mothers with lower distress levels (87 versus 56%).]],
      [[Lower income was associated with poor sleep (aOR = 1.46). The risk was higher in old wards (RR = 0.95; 95% CI = 0.82–1.10).]],
    },
  },
  check = function(m, report)
    if judged[m.sentence] then return end
    judged[m.sentence] = true
    local text, told = prose.text(m.sentence), {}
    if not text or not FIGURES:find(text) or not WORD:find(text) then return end
    for _, v in ipairs(judge(text)) do
      if v.way < 0 and (OF_OTHER:find(text:sub(v.word.to + 1)) or GROUP:find(before_word(text, v.word.from))) then told[v.word] = true end
      if v.way > 0 or not told[v.word] then tell(report, m.sentence, v) end
      told[v.word] = told[v.word] or v.way < 0
    end
  end,
}
