-- CUSIP 53814L108 and 53814L180, Sec. 4302 and the Section 4203 Workgroup: a code
-- that stands once and is another one of the document with two characters swapped.
-- A code of letters and digits has four digits at least, as has one behind a word (Rule
-- 144 and Rule 414 are two), one of digits alone six. A short one (N95 respirators, the
-- 2041 Notes) is told by the word behind it.
local near, codes = lib "near", lib "codes"

local WORD = [[(?<word>Sections?|Sec\.|§§?|Rule|Form|Item|Article|Regulation|Resolution|Law|Directive|ASU|Topic|Subtopic|Chapter|Title|Part|Act|Order|Route|Bill|ISO|Standard|Flight|Executive Order|Proposition|Amendment|Opinion|Note|Circular|Decision|Case|Docket|File|]]
  .. [[Grant|Award|Contract|Permit|License|Patent|Protocol|Study|Trial|Model|Room|Suite)\s(?:Nos?\.? |\((?:EU|EC|EEC)\) (?:No\.? )?)?]]
local PATTERNS = {
  WORD .. [[(?<code>\d{4,}(?:[/-]\d+)*|\d{2,3}/\d{4})(?![\d%]|/(?!E[CEU])|[.,]\d)(?<noun>)]], -- Directive 2012/27/EU
  [[(?<![\w/.=&?%#–-])(?<word>)(?<code>[A-Z]{1,4}-?\d{2}) (?<noun>[a-z]{4,})]],
  [[(?<![\w/.=&?%#$–-])(?<word>)(?<code>20\d\d) (?<noun>Notes|Debentures|Bonds|Warrants)\b]],
  [[\b(?<noun>Notes|Debentures|Bonds|Warrants) due (?:(?:]] .. lib("calendar").MONTHS .. [[)(?: \d{1,2},)? )?(?<word>)(?<code>20\d\d)\b]],
  [[(?<![\w/.=&?%#-])(?<word>)(?<code>[A-Z]{1,5}-?\d{4}[A-Z0-9-]*[A-Z0-9]|\d{3}[A-Z0-9]*[A-Z]\d[A-Z0-9]*)(?![\w/=-]|\.\d)(?<noun>)]],
  [[(?<![\w/.=&?%#-])(?<word>)(?<code>[A-Z]{1,5}\d{3,}[a-z]\d{0,3})(?![\w/=-]|\.\d)(?<noun>)]], -- BNT162b2
  [[(?<![\w/.=&?%#-])(?<word>)(?<code>[A-Z]{1,3}(?:\.\d{1,4}){2,4})(?![\w/=-]|\.\d)(?<noun>)]], -- B.1.617.2
  [[(?<![\w/.=&?%#$€£,–-])(?<word>)(?<code>\d{6,12})(?![\w/=%,–-]|\.\d)(?<noun>)]],
}
local FAMILY = { Sections = "Section", ["Sec."] = "Section", ["§"] = "Section", ["§§"] = "Section" }
local FEW = 3 -- codes of one form; more are a series

local found = memo() -- of each document: codes by their characters, in order

local function skeleton(code) return (code:gsub("%d", "0")) end

local function characters(code)
  local list = {}
  for i = 1, #code do list[i] = code:sub(i, i) end
  table.sort(list)
  return table.concat(list)
end

local STEM = 6 -- letters of the word behind a short code: respirator, respirators

local function note(m)
  local word = m.noun ~= "" and m.noun:sub(1, STEM) or FAMILY[m.word] or m.word
  local code, fresh, here = codes.note(found, m, word .. "/" .. characters(m.code))
  if not fresh then return end
  code.word, code.form, code.short = word, word .. "/" .. skeleton(m.code), m.noun ~= ""
  here.forms = here.forms or {}
  here.forms[code.form] = (here.forms[code.form] or 0) + 1
end

local function odd(group)
  if #group ~= 2 then return nil end
  local a, b = group[1], group[2]
  if #b.places == 1 then return b, a end
  if #a.places == 1 then return a, b end
end

local function judge(forms, group, report)
  local rare, usual = odd(group)
  if not rare or not near.turned(rare.text, usual.text) then return end
  if #usual.places == 1 and forms[rare.form] > FEW then return end
  if rare.text:find(".", 1, true) and forms[rare.form] > FEW then return end -- lineages
  if rare.short and #usual.places == 1 then return end
  if rare.word == "" and #usual.places == 1 and rare.text:find("^%d+$") then return end
  codes.report(report, rare, usual)
end

return {
  api = 1,
  id = "code-told",
  severity = "warning",
  languages = { "en" },
  on = { set = true, pattern = PATTERNS },
  summary = {
    zh = "编号（53814L108、Section 4302）有一处两个字符对调",
    en = "a code (53814L108, Section 4302) has two characters swapped in one place",
  },
  explain = {
    zh = [[证券代码、条款号、法规号等只出现一次，而与另一编号只是相邻（或隔一个）的两个字符对调时报告。同形编号很多的（清单）须另一编号出现两次以上。]],
    en = [[A code that stands once and has the characters of another with two of them swapped, next to one another or with
one between, is that code mistyped. In lists of many codes of one form the other stands twice at least.]],
  },
  messages = {
    base = { zh = "编号此处为“{stated}”，别处为“{expected}”", en = "the code is “{stated}” here and “{expected}” elsewhere" },
  },
  examples = {
    bad = {
      { [[Directive 2012/27/EU sets the goals. Under Directive 2012/27/EU members report. Plans of Directive 2012/72/EU are late.]], at = "2012/72" },
      { [[Standards are issued under Section 4302 of the Act. The Section 4203 Workgroup wrote them.]], at = "4203" },
      { [[The CUSIP of the shares is 53814L108. Holders of 53814L180 are listed below.]], at = "53814L180" },
      { [[The trial is registered as NCT04368728. Patients of NCT04367828 were followed for a year.]], at = "NCT04367828" },
      { [[All wore N95 respirators on the ward. In spring N95 respirators were short, and N59 respirators were worn twice.]], at = "N59" },
      { [[We sold 2.5% Senior Notes due May 2034 (the “2034 Notes”). Interest on the 2043 Notes is paid twice a year.]], at = "2043" },
      { [[Regulation (EU) No 528/2012 is on biocides. Firms apply under Regulation (EU) No 582/2012.]], at = "582/2012" },
      { [[The vaccine RXT417b3 was given twice. Two doses of RXT417b3 are needed. Those with one dose of RXT471b3 were left out.]], at = "RXT471b3" },
      { [[The lineage C.2.438.1 came in May. Most cases were of C.2.483.1 by July; C.2.438.1 is now rare. All C.2.438.1 cases are told.]], at = "C.2.483.1" },
      { [[Directive 2014 binds banks. Insurers follow Directive 2041 since May.]], at = "2041" },
      { [[The file of the matter is 20045711. It was opened in May. See 20045711 for letters. The appeal is kept in 20045171 too.]], at = "20045171" },
    },
    good = {
      [[Regulation 164.520 tells of notices, Regulation 164.502 of uses. Section 12 and Section 21 are new.]],
      [[Rule 415 and Rule 424 apply. Form 1040 and Form 1099 are due.]],
      "| Class | Code |\n|---|---|\n| A | C000013712 |\n| B | C000013713 |\n| C | C000013721 |\n| D | C000013731 |\n| E | C000013732 |",
      [[Gene P53 mutations and P35 mutations were found; P53 mutations and P35 mutations are many. The H12 strain and the H21 strain differ. The 2024 Notes and the 2042 Notes are senior.]],
      [[Sales were 345612 units in 2019 and 345621 units in 2020.]],
      [[The shares trade as 53814L108. Notes trade as 53814L207.]],
      [[Lineages C.2.12.1, C.2.21.1, C.2.12.3 and C.2.11.1 are new. C.2.12.1 is common.]],
      [[See Topic 606 and Topic 605 of the Codification; Topic 842 replaced Topic 840.]],
    },
  },
  check = function(m, report)
    if m.type ~= "set" then return note(m) end
    for _, doc in ipairs(m.documents) do
      for _, group in ipairs(codes.groups(found, doc)) do judge(found[doc].forms, group, report) end
    end
  end,
}
