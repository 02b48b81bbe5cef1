-- 18–24, 25–34, 36–44 and 45–54: a class of a series that does not begin where the
-- one before it ends.

local classes, prose = lib "classes", lib "prose"
local judged = memo()
local RANGE = [[\d ?(?:–|-{1,2}|—| to) ?[$£€]?\d]]

return {
  api = 1,
  id = "class-gap",
  severity = "warning",
  languages = { "en" },
  on = { pattern = RANGE .. [[[^.]{0,90}?]] .. RANGE },
  summary = {
    zh = "英文中一列分组有间断或重叠（18–24, 25–34, 36–44）",
    en = "a series of classes has a gap or an overlap (18–24, 25–34, 36–44)",
  },
  explain = {
    zh = [[“18–24, 25–34, 36–44 and 45–54”：一组之后应从下一个数开始。只有同列其余各组（两处以上）都首尾相接，而一处差一两个单位时才报告；
“≥65”“under 18”也算作组。]],
    en = [[Each class begins one unit of the last digit behind the end of the one before it. Reported where all other
joints of the series hold, two at least, and one is missed by a unit or two; "≥65" and "under 18" are classes, too.]],
  },
  messages = {
    base = {
      zh = "{stated} 应从 {wanted} 开始：前一组为 {before}",
      en = "{stated} should begin with {wanted}: the class before it is {before}",
    },
  },
  examples = {
    bad = {
      { [[Adults were grouped by age (18–24, 25–34, 36–44, 45–54, and ≥55 years).]], at = "36–44" },
      { [[Income bands were: $0–$9,999, $10,000–$19,999, $20,001–$29,999 and $30,000 or more.]], at = "$20,001–$29,999" },
      { [[Rates are shown for persons aged 0–4, 5–17, 18–49, 50–64, and ≥66 years.]], at = "66" },
      { [[Use was 12% at ages 15–19 (n = 12), 20–24 (n = 14), 26–29 (n = 9) and 30–34 (n = 7).]], at = "26–29" },
    },
    good = {
      [[Adults were grouped by age (18–24, 25–34, 35–44, 45–54, and ≥55 years).]],
      [[Age groups were <18, 18–29, 30–44, 45–59 and 60 years or older. Body mass index was 18.5–24.9, 25.0–29.9, 30.0–34.9 and 35.0–39.9.]],
      [[Rates rose at ages 15–19, 20–24, 25–29 and 40–44, fell at 15–24, 18–24 and 25–64, and were given for 10–20, 20–30, 30–40 and 40–50 miles.]],
      [[Call 404-639-3286, 404-639-3311, or see pages 12–14, 15–18, 19–22 and 43–46 of the issues of 1991–1995, 1996–2000 and 2001–2005.]],
    },
  },
  check = function(m, report)
    local sentence = m.sentence
    if judged[sentence] or sentence.cell then return end
    judged[sentence] = true
    local text = prose.text(sentence)
    if not text then return end
    local found, holding = classes.broken(text)
    for _, f in ipairs(found) do
      local before = sentence:place(f.previous.from, f.previous.to)
      report { at = sentence:place(f.from, f.to), related = before, expected = f.wanted, values = { wanted = f.wanted, before = before.text } }
    end
    if holding > 0 then report.agrees { at = m:place(), how = holding .. "" } end
  end,
}
