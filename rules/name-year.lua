-- The 2009 Surveillance Consultation, the Recovery Act of 2009, IHR 2005: a name that
-- carries a year carries the same one wherever a text writes it, unless it is one of
-- a row of editions (surveys, notes, annual meetings).
local calendar = lib "calendar"
local WORD = [[[A-Z][A-Za-z&'’-]+]]
local Y = [[(?<year>(?:19|20)\d\d)]]
local LAW = [[(?:Act|Law|Code|Regulations?|Order|Directive|Convention|Agreement|Protocol|Treaty|Rules|Amendments?|Accord|Declaration|Resolution|Bill|Ordinance|Charter)]]
local MONTHS = calendar.MONTHS .. "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Spring|Summer|Fall|Autumn|Winter"
-- Each begins where it is rare; the words before are read from the text (NAME, LAW_NAME).
local LEAST, LONGEST = 3, 14 -- letters of the word right before the year
local CAPITAL = {}
for n = LEAST, LONGEST do CAPITAL[#CAPITAL + 1] = [[\b[A-Z][A-Za-z&'’-]{]] .. n - 1 .. "} " end
local PATTERNS = {
  -- Recovery and Reinvestment Act (ARRA) of 2009
  [[\b(?<law>]] .. LAW:sub(4, -2) .. [[)(?: \([A-Z][A-Za-z]+\))?(?: of|,) ]] .. Y .. [[(?![\d/–-]|[.,]\d)(?<behind>)]],
  -- IHR 2005, Green Plan 2030; what ; : and ( follow is the year of a journal
  [[(?<law>)(?<=]] .. table.concat(CAPITAL, "|") .. [[)(?<!]] .. MONTHS:gsub("%?", ""):gsub("|", " |") .. [[ )]] .. Y
    .. [[(?![\d/:;(–—-]|[.,]\d| [;(]|\s?[–—-]\s?\d| [A-Z][a-z]{2} \d)(?<behind>)]],
  -- the 2009 Surveillance Consultation
  [[(?<law>)(?<![\w,/–—-])]] .. Y .. [[ (?<behind>]] .. WORD .. "(?: " .. WORD .. [[){0,4})]],
}
local NAME = re.new("(?<![\\w.-])((?:" .. WORD .. " ){0,4}" .. WORD .. ") $")
local LAW_NAME = re.new("(" .. WORD .. " (?:" .. WORD .. " |and |of |for |in |to ){0,6})$")

local PLAIN = re.new("^(?:" .. MONTHS .. [[|Since|In|During|From|By|Through|Until|To|At|On|As|Before|After|Between|For|The|Of|And|Or|With|When|While|Table|Figure|Fig|Chart|Box|Panel|Years?|Fiscal|FY|YA|CY|AY|Quarter|Half|Calendar|Copyright|Suppl|Rep|Group|Total|Notes?|]]
  .. [[Page|Vol|No|Mid|End|Early|Late|Beginning|Committee|Board|An?|This|These|Those|Our|We|It|All|Their|His|Her|Its|Each|Most)$]])
-- What is made anew each year: of laws and of what stands before its year, and of what stands behind.
local ANNUAL = re.new([[\b(?:Appropriations?|Finance|Authorization|Budget|Tax|Healthy People|Agreements?|Amendments?|Order|Directive|Notes?|Publication|Annual)\b]])
local EDITIONS = re.new([[\b(?:Notes?|Loans?|Bonds?|Debentures|Warrants|Awards?|Grants?|Plans?|Facility|Offerings?|Meetings?|Statements?|Budgets?|Forms?|Proxy|Season|Class|Annual|Fiscal|Quarter|Half|Results|Cash Flows?|Forecasts?|Outlook|Estimates?|Appropriations?|]]
  .. [[Finance|Tax|Healthy People|Games|Cup|Olympics?|Summit|Session|Elections?|Senior|Term|Convertible|Fund|Series|Trust|Agreements?|Credit|Amendments?|Publications?)\b]])
-- Of these a text that names one year twice and another once may mean two.
local REPEATED = re.new([[\b(?:Surveys?|Systems?|Reports?|Guidelines?|Recommendations?|Supplement|Model|Edition|Update|Standards?|Interviews?|Statistics|Data|Rates?|Revenue|Conference|Congress|Dietary|Program|Project|Goals|Objectives|Prices|Population|Value|Tables?|Census|Index|Study)\b]])
local FISCAL = re.new([[(?:[Ff]iscal|[Yy]ear|FY|[Qq]uarter)(?: [Yy]ear)? $]])
local REFERENCE = re.new([[\b(?:doi|Available (?:at|from)|Accessed|https?:|et al\b|Suppl|Vol\.|PMID|Cong(?:ress)?\b|Stat\.|Pub\. ?L)|^\d{1,3}\. |^\[\d+\]|; (?:19|20)\d\d|(?:19|20)\d\d;]])
-- (Educate Girls 2010), (NHIA 2012; CAF 2007), Source: JMP 2013.: who wrote it, and when
local CITED, CITED_ON = re.new([[(?:[(;]|\b[Ss]ources?:)[^()]*$]]), re.new([[^(?:[a-f]\b)?(?:[);,:.]|$| ?[–-]\d)]])
-- 2017 and 2019 Surveys; NHIS 2007, 2009
local LISTED = re.new([[(?:\d\d(?:,|, and| and| or| to|–|-|--|/| vs\.?| versus| through)|between|from) ?$]])
local LIST_ON = re.new([[^(?:,? (?:and|or|to|through|versus|vs\.?) |, |–|-|/)(?:the )?(?:(?:19|20)\d\d|[A-Z]\w+ (?:19|20)\d\d)]])
local SHORT_ITEM = 700 -- bytes of a reference
local TWO = 2 -- places that name the usual year, of what is repeated

local REACH = 90 -- characters before a year in which its name stands

local all = memo() -- of each document: names by their head, in order

local function split(text)
  local words = {}
  for word in text:gmatch("%S+") do words[#words + 1] = word end
  return words
end

local function last(words, n) return table.concat(words, " ", math.max(1, #words - n + 1)) end

-- The key of a name that stands before its year; nil where it is a word like any.
local function key_before(text)
  local words = split(text)
  while #words > 0 and PLAIN:find(words[1]) do table.remove(words, 1) end
  if #words == 0 or PLAIN:find(words[#words]) then return nil end
  if #words == 1 and not words[1]:find("^%u%u%u+$") then return nil end
  return "before/" .. last(words, 2), table.concat(words, " ")
end

local LEAST_LETTERS = 6 -- of a name of one word: the 2020 Census
-- the 2020 Parliamentary elections, by 2021 Estonia became: no name.
local GOES_ON, DETERMINED = re.new("^ [a-z]"), re.new([[(?:\b(?:[Tt]he|[Aa]|[Oo]ur|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hat|[Ee]ach|[Ff]irst)|’s|'s|^[\W]*) $|^[\W]*$]])
local ADJECTIVE = re.new("(?:ary|al|ian|ive|ic|ern)$")
local function is_no_name(m, word)
  return ADJECTIVE:find(word) and GOES_ON:find(m:place("behind"):after(2)) or not DETERMINED:find(m:place("year"):before(8))
end

local function key_behind(m)
  local words = split(m.behind)
  if #words == 1 and is_no_name(m, words[1]) then return nil end
  if PLAIN:find(words[1]) or #words == 1 and #words[1] < LEAST_LETTERS or FISCAL:find(m:place("year"):before(14)) then return nil end
  return "behind/" .. words[#words], m.behind
end

local function key_of(m)
  if m.behind ~= "" then return key_behind(m) end
  if m.law == "" then
    local text = NAME:match(m:place("year"):before(REACH))
    if text then return key_before(text) end
    return nil
  end
  local words = LAW_NAME:match(m:place("law"):before(REACH))
  if words then return "law/" .. last(split(words .. m.law), 3), words .. m.law end
end

local function is_citation(m)
  if m.behind ~= "" or m.law ~= "" then return false end
  local year = m:place("year")
  return CITED_ON:find(year:after(4)) and CITED:find(year:before(REACH))
end

local function note(m)
  local key, name = key_of(m)
  if not key or is_citation(m) then return end
  local doc = m.sentence.doc
  local here = all[doc] or { at = {} }
  all[doc] = here
  local list = here.at[key]
  if not list then
    list = { behind = m.behind ~= "", at = {} }
    here.at[key], here[#here + 1] = list, list
  end
  local year = list.at[m.year]
  if not year then
    year = { text = m.year, places = {} }
    list.at[m.year], list[#list + 1] = year, year
  end
  year.places[#year.places + 1] = { place = m:place("year"), name = name }
end

local function in_reference(one)
  local sentence = one.place.sentence
  local block = sentence.block
  return sentence.cell or REFERENCE:find(sentence.text) or block.kind == "item" and block.length < SHORT_ITEM and REFERENCE:find(block.text)
end

-- Of two years the one that stands once, the later of two or the one outside of
-- the references, and the other.
local function odd(list)
  if #list ~= 2 then return nil end
  local a, b = list[1], list[2]
  if #a.places > 1 and #b.places > 1 then return nil end
  if #b.places > 1 or #a.places == 1 and in_reference(b.places[1]) then return a, b end
  return b, a
end

-- Does who writes it name the other year beside it?
local function in_row(one, other, law)
  local place = one.place
  if place.sentence.text:find(other, 1, true) then return true end
  return not law and (LISTED:find(place:before(14)) or LIST_ON:find(place:after(40)))
end

-- Has b all the words of a?
local function within(a, b)
  local known = {}
  for _, word in ipairs(split(b)) do known[word] = true end
  for _, word in ipairs(split(a)) do
    if not known[word] then return false end
  end
  return true
end

local function of_one_name(one, usual)
  local out = {}
  for _, other in ipairs(usual.places) do
    if within(one.name, other.name) or within(other.name, one.name) then out[#out + 1] = other.place end
  end
  return out
end

local function judge(list, report)
  local rare, usual = odd(list)
  if not rare then
    if #list == 1 and #list[1].places > 1 then
      report.agrees { at = list[1].places[1].place, related = list[1].places[2].place, how = list[1].text }
    end
    return
  end
  local one = rare.places[1]
  local law = not list.behind and one.place:before(3) == "of "
  if (list.behind and EDITIONS or ANNUAL):find(one.name) or in_row(one, usual.text, law) or in_reference(one) then return end
  for _, other in ipairs(usual.places) do
    if in_row(other, rare.text, law) then return end
  end
  local others = of_one_name(one, usual)
  if #others < (list.behind and REPEATED:find(one.name) and TWO or 1) then return end
  report { at = one.place, related = others, stated = rare.text, expected = usual.text, values = { name = one.name } }
end

return {
  api = 1,
  id = "name-year",
  severity = "warning",
  languages = { "en" },
  on = { set = true, pattern = PATTERNS },
  summary = {
    zh = "名称所带的年份（the Recovery Act of 2009、IHR 2005）前后不一",
    en = "a name that carries a year (the Recovery Act of 2009, IHR 2005) carries another in one place",
  },
  explain = {
    zh = [[法律、会议、规划、标准等名称所带的年份应当一致；只有一处不同时报告。年年都有的（预算、债券、年会、调查）、
并列写出两个年份的、参考文献和表格中的不报。]],
    en = [[Names of laws, meetings, plans and standards carry one year. Where one place has another, it is reported. What
comes anew each year (budgets, notes, annual meetings, appropriations), years told side by side, references and tables are left alone;
of surveys and the like the usual year stands twice.]],
  },
  messages = {
    base = { zh = "“{name}”的年份此处为 {stated}，别处为 {expected}", en = "{name}: {stated} here, {expected} elsewhere" },
  },
  examples = {
    bad = {
      { [[Members met at the 2009 Surveillance Consultation in Atlanta. What the 2006 Consultation concluded was printed later.]], at = "2006" },
      { [[The Recovery and Reinvestment Act of 2009 gave money to states. Schools that the Recovery and Reinvestment Act (RRA) of 2007 paid for are open.]], at = "2007" },
      { [[The revised IHR 2005 bind all states. Few states meet what IHR 2008 asks for.]], at = "2008" },
      { [[Last week we launched the Island Green Plan 2030. Agencies will do more. The Green Plan 2020 deals with floods.]], at = "2020" },
      { [[Residents come from the 2020 Decennial Census. The 2020 Census is used for weights. The 2010 Census reported 70,060 adults.]], at = "2010" },
      { [[The Migratory Birds Convention of 1971 is in force. Sites that the Migratory Birds Convention of 1917 lists are kept.]], at = "1917" },
    },
    good = {
      [[The 2015 Parliamentary elections were lost by the party. The 2020 Parliamentary elections were won by it. The party won the 2020 Parliamentary elections.

By 2021 Estonia became the first of them. The crisis of 2008 Estonia survived, as 2008 Estonia was small.]],
      [[The 2017 and 2019 Youth Risk Behavior Surveys asked pupils. Data of the 2019 Youth Risk Behavior Survey are used.]],
      [[The 2024 Notes bear interest at 5%. The 2024 Notes are senior. The 2026 Notes bear interest at 6%.]],
      [[Directors serve until the 2025 Annual Meeting. The 2024 Annual Meeting was held in May.]],
      [[The Clean Rivers Act of 1972 was amended by the Clean Harbours Act of 1986.]],
      [[The Consolidated Appropriations Act, 2022 was followed by the Consolidated Appropriations Act, 2023.]],
      [[Goals of Healthy People 2020 replaced those of Healthy People 2010. Goals of Healthy People 2020 are higher.]],
      [[Prices rose in June 2019. Since March 2020 the Board has met. By May 2021 the Board had left. Fiscal Year 2018 Cash Flows were lower than Fiscal Year 2019 Cash Flows.]],
      [[The health survey of 2012 was large. Data of the 2012 Health Interview Survey are used. The 2010 Health Interview Survey was small.]],
      "The 2014 Guideline Panel met.\n\n# References\n\n1. Smith A. The 2010 Guideline Panel. Accessed May 3, 2020.\n2. Jones B. Lung cancer. J Adolesc Health 2014;12:3–9.",
      [[Four results were told (Educate Girls 2010): more came. Most left (Educate Girls 2013). Funds come from levies (NHIA 2012), as before (NHIA 2010; NHIA 2010). They wrote Annual Report 2011 and Annual Report 2009.]],
      [[Under the Montreal Protocol of 1987 and the Kyoto Protocol of 1997 states report.]],
    },
  },
  check = function(m, report)
    if m.type ~= "set" then return note(m) end
    for _, doc in ipairs(m.documents) do
      for _, list in ipairs(all[doc] or {}) do judge(list, report) end
    end
  end,
}
