-- International Classification of Diseases, Tenth Revision (ICD-9): the number in
-- words and the number in the abbreviation are one. Resolution WHA58.3 is of the
-- Fifty-eighth World Health Assembly, which stands before or behind it.
local ROMAN = { I = 1, II = 2, III = 3, IV = 4, V = 5, VI = 6, VII = 7, VIII = 8, IX = 9, X = 10, XI = 11 }
local ordinals = lib "ordinals"
local ORDINAL = "(?<n>" .. ordinals.PATTERN .. ")"
local PATTERNS = {
  ORDINAL .. [[ (?:[Rr]evision|[Ee]dition|[Vv]ersion)[^.;()\d]{0,70}\((?<name>[A-Z][A-Za-z]+)-(?<code>\d{1,2}|[IVX]+)\b[^()]{0,20}\)]],
  ORDINAL .. [[ World Health Assembly(?<name>)(?<code>)]],
}

local COUNT = { two = 2, three = 3, four = 4, five = 5, six = 6, seven = 7, eight = 8, nine = 9, ten = 10, eleven = 11, twelve = 12, thirteen = 13, fifteen = 15, twenty = 20 }
local COUNTS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty"
-- 13-valent pneumococcal vaccine (PCV31), 8-item Patient Health Questionnaire (PHQ-9); a
-- rule and its place in the code: Rule 425 (17 CFR 230.452).
local NUMBERED = {
  [[(?<![\d–-])(?<n>\d{1,2}|\b(?:]] .. COUNTS .. [[))-(?:valent|item|point|question)\b[^.;()\d]{0,70}\((?<name>[A-Z][A-Za-z]{1,6})-?(?<code>\d{1,2})\)]],
  [[(?<name>Rule) (?<n>\d{2,3}[a-z]?-?\d{0,2})(?:\([a-z0-9]\))* under the (?:Securities |Securities Exchange |Exchange )?Act(?: of 19\d\d)? \(17 CFR \d{3}\.(?<code>\d{2,3}[a-z]?-?\d{0,2})(?:\([a-z0-9]\))*\)]],
}
for _, pattern in ipairs(NUMBERED) do PATTERNS[#PATTERNS + 1] = pattern end

local WHA = re.new([[\bWHA(\d{2})(?=\.\d)]])
local NEAR = 3 -- sentences of a reference between the two

-- The place of the resolution's number, in the same block, and the number.
local function resolution(m)
  local sentence, sentences = m.sentence, m.doc.sentences
  for i = math.max(1, sentence.index - NEAR), math.min(#sentences, sentence.index + NEAR) do
    local one = sentences[i]
    local code = one.block == sentence.block and WHA:match(one.text)
    if code then
      local from = WHA:find(one.text)
      return one:place(from + 3, from + 4), code
    end
  end
end

local function judge(at, m, code, name, report)
  local said, number = COUNT[m.n] or ordinals.value(m.n), ROMAN[code] or tonumber(code)
  if m.name == "Rule" then said, number = m.n, code end
  if not said or not number then return end
  if said == number then
    report.agrees { at = at, related = m:place("n"), how = m.n .. " = " .. code }
  else
    report { at = at, related = m:place("n"), stated = code, expected = tostring(said), values = { words = m.n, name = name } }
  end
end

return {
  api = 1,
  id = "named-version",
  severity = "warning",
  languages = { "en" },
  on = { pattern = PATTERNS },
  summary = {
    zh = "版本的序数词与缩写中的数字不一（Tenth Revision (ICD-9)）",
    en = "the number in words and the one in the abbreviation differ (Tenth Revision (ICD-9))",
  },
  explain = {
    zh = [[“Tenth Revision (ICD-10)”“Fifth Edition (DSM-5)”中序数词与缩写所带数字应当一致；世界卫生大会决议号（WHA58.3）的前两位是届次。]],
    en = [[Tenth Revision (ICD-10), Fifth Edition (DSM-5): the number in words is the number of the abbreviation in the
brackets behind it. The first two digits of a resolution of the World Health Assembly (WHA58.3) are the number of the assembly.]],
  },
  messages = {
    base = { zh = "{words} 与 {name}{stated} 不一致", en = "{words}, but {name} {stated}" },
  },
  examples = {
    bad = {
      { [[Deaths are coded by the International Classification of Diseases, Tenth Revision (ICD-9).]], at = "9" },
      { [[Patients met the criteria of the Diagnostic and Statistical Manual, Fifth Edition (DSM-IV).]], at = "IV" },
      { [[We used the 10th revision of the International Classification of Diseases (ICD-11) throughout.]], at = "11" },
      { [[Symptoms were scored with the nine-item Patient Health Questionnaire (PHQ-6).]], at = "6" },
      { [[Children had the 13-valent pneumococcal conjugate vaccine (PCV31) by the age of two.]], at = "31" },
      { [[Soliciting material pursuant to Rule 14a-12 under the Exchange Act (17 CFR 240.14a-21).]], at = "14a-21" },
      { "See below.\n\n6. World Health Organization. Resolution WHA85.3. Revision of the Regulations. In Fifty-eighth World Health Assembly. 2005.", at = "85" },
    },
    good = {
      [[Deaths are coded by the International Classification of Diseases, Tenth Revision (ICD-10), or its Ninth Revision, Clinical Modification (ICD-9-CM).]],
      [[Symptoms were scored with the 8-item Patient Health Questionnaire (PHQ-8) and the seven-item Anxiety Scale (GAD-7). Written communications pursuant to Rule 425 under the Securities Act (17 CFR 230.425).]],
      [[Patients met the criteria of the Diagnostic and Statistical Manual, Fourth Edition, Text Revision (DSM-IV-TR).]],
      [[Infants were seen with the third edition of the Scales of Infant Development (Bayley-III); the second edition (2 volumes) is out of print.]],
      "See below.\n\n6. World Health Organization. Resolution WHA58.3. Revision of the Regulations. In Fifty-eighth World Health Assembly. 2005.",
    },
  },
  check = function(m, report)
    if m.code ~= "" then return judge(m:place("code"), m, m.code, m.name, report) end
    local at, code = resolution(m)
    if at then judge(at, m, code, "WHA", report) end
  end,
}
