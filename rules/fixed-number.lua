-- Securities Exchange Act of 1934, Quarterly Report on Form 10-Q, COVID-19: the number
-- of such a name is known.
local keyed = lib "keyed"
local rows = lexicon "en/fixed-number"
local spelled = lib "spelled"
local ACT = re.new([[ (?:of|Act)$]])
local OF_ANOTHER = re.new([[\b(?!The |Under |In |See |And )[A-Z][A-Za-z-]* $]])

-- 10-Q and 8-K are of one shape, 500 and 12 are not.
local function shape_of(number)
  if number:find("^%d+$") then return (number:gsub("%d", "0")) end
  return (number:gsub("%d+", "0"):gsub("%a", "A"))
end

-- Does a longer name end so: the Texas Securities Act of 1957?
local function is_of_another(m) return ACT:find(m.name) and OF_ANOTHER:find(m:place():before(24)) ~= nil end

-- What a document says often it means: SARS-CoV-1 beside SARS-CoV-2. And what is of
-- another shape is something else: Fortune 12 months later.
local OFTEN = 2
local all = keyed.new()

-- "= FASB ASC": those of another name.
local function numbers_of(name)
  local numbers = rows:find(name).numbers
  local same = numbers:match("^= (.+)$")
  return same and rows:find(same).numbers or numbers
end

local function judge(list, report)
  local known, first = {}, nil
  for number in numbers_of(list.key):gmatch("%S+") do
    first = first or number
    known[number] = true
  end
  for _, one in ipairs(list) do
    if known[one.text] then
      report.agrees { at = one.places[1], how = list.key .. " " .. one.text }
    elseif #one.places <= OFTEN and shape_of(one.text) == shape_of(first) then
      report { at = one.places[1], expected = first, values = { name = list.key } }
    end
  end
end

return {
  api = 1,
  id = "fixed-number",
  severity = "warning",
  languages = { "en" },
  on = { set = true, pattern = { spelled.patterns[1], spelled.patterns[2], "(?<name>" .. rows:any("name") .. [[)(?<gap>\s?)(?<n>\d[\dA-Za-z]*(?:-[\dA-Z]+)?)(?![\d%–-]|[.,]\d)]] } },
  summary = {
    zh = "专名中的数字有误（Securities Exchange Act of 1943，COVID-29）",
    en = "a name that has a known number is written with another (Securities Exchange Act of 1943)",
  },
  explain = {
    zh = [[法律的年份、申报表格的编号、疾病和指数名称中的数字是固定的（词表 en/fixed-number）。]],
    en = [[The year of an act, the number of a form, of a disease or an index is fixed; the names and all numbers they may
have are rows of the lexicon en/fixed-number.]],
  },
  messages = {
    name = { zh = "此处的固定提法为“{name}”", en = "this name is written “{name}”" },
    base = { zh = "“{at}”：应为 {name} {expected}", en = "“{at}”: it is {name} {expected}" },
  },
  examples = {
    bad = {
      { [[We will implement the principle of "one country, three systems" and uphold it.]], at = "three" },
      { [[The Four Principles of Peaceful Coexistence guide relations with neighbours.]], at = "Four" },
      { [[The decade of action for the 2035 Agenda for Sustainable Development goes on.]], at = "2035" },
      { [[The report was filed pursuant to the Securities Exchange Act of 1943.]], at = "1943" },
      { [[See the risk factors in our Quarterly Report on Form 10-K for the period.]], at = "10-K" },
      { [[Revenue is recognised under ASC 660 since 2018.]], at = "660" },
      { [[Officers are bound by the Inspector General Act of 1987 and the Bribery Act 2010.]], at = "1987" },
      { [[Officers are bound by the Inspector General Act of 1978 and the Bribery Act 2001.]], at = "2001" },
      { [[Growth in the EU-72 slowed; two Boeing 737 aircraft were delivered.]], at = "72" },
      { [[The COVID-29 pandemic disrupted schools.]], at = "29" },
      { [[Infection with SARS-CoV-1 was seldom found; those exposed to SARS-CoV-2 stay at home.]], at = "1" },
      { [[It covers coronavirus disease 2018 among adults and companies of the S&P 500.]], at = "2018" },
    },
    good = {
      [[We uphold "one country, two systems" and the eight-point decision on improving conduct; One Country, two Systems. The 5 Principles of Peaceful Coexistence, the five-Sphere Integrated Plan, two of three critical battles and the 2030 Agenda for Sustainable Development go on.]],
      [[Pursuant to the Securities Exchange Act of 1934 and the Private Securities Litigation Reform Act of 1995 we file an Annual Report on Form 10-K, Quarterly Reports on Form 10-Q and Current Reports on Form 8-K.]],
      [[The Bribery Act 2010, the Texas Equal Pay Act of 1999, the EU-27, vitamin B12 and 10 Boeing 737 aircraft are all as they are. Vitamin B6 too.]],
      [[The COVID-19 pandemic (SARS-CoV-2) hit Fortune 500 and S&P 500 companies. The Texas Securities Act of 1957 and the Civil Rights Act of 1991 apply. Fortune 12 months later.]],
    },
  },
  check = function(m, report)
    if m.type ~= "set" and spelled.is(m) then
      local name, number = spelled.expected(m)
      if number then
        report { at = m:place("spelled"), message = "name", expected = number, values = { name = name } }
      elseif name then
        report.agrees { at = m:place("spelled"), how = name }
      end
      return
    end
    if m.type ~= "set" then
      if not is_of_another(m) then keyed.note(all, m.sentence.doc, m.name, m.n, m:place("n")) end
      return
    end
    for _, doc in ipairs(m.documents) do
      for _, list in keyed.each(all, doc) do judge(list, report) end
    end
  end,
}
