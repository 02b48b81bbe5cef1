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

-- ASC 660, Revenue from Contracts with Customers: the title says best what it is.
local once = lib "once"
local titled = once.new() -- numbers that were told so

local function judge(list, report)
  local known, first = {}, nil
  for number in numbers_of(list.key):gmatch("%S+") do
    first = first or number
    known[number] = true
  end
  for _, one in ipairs(list) do
    if known[one.text] then
      report.agrees { at = one.places[1], how = list.key .. " " .. one.text }
    elseif #one.places <= OFTEN and shape_of(one.text) == shape_of(first) and not once.is_marked(titled, one.places[1]) then
      report { at = one.places[1], expected = first, values = { name = list.key } }
    end
  end
end

local OWN = 3 -- patterns; those behind them are those of helpers
local ASKERS = { "goal_year", "goal_year", "numbered_by_year", "numbered_by_year" } -- in order, and then standard_title

return {
  api = 1,
  id = "fixed-number",
  severity = "warning",
  on = {
    set = true,
    pattern = {
      spelled.patterns[1], spelled.patterns[2],
      "(?<name>" .. rows:any("name") .. [[)(?<gap>\s?)(?<n>\d[\dA-Za-z]*(?:-[\dA-Z]+)?)(?![\d%–-]|[.,]\d)]],
      lib("goal_year").patterns[1], lib("goal_year").patterns[2],
      lib("numbered_by_year").patterns[1], lib("numbered_by_year").patterns[2],
      lib("standard_title").patterns[1], lib("standard_title").patterns[2], lib("standard_title").patterns[3],
      lib("standard_title").patterns[4], lib("standard_title").patterns[5], lib("standard_title").patterns[6],
      lib("standard_title").patterns[7],
    },
  },
  summary = {
    zh = "专名、准则、目标中固定的数字有误（COVID-29，企业会计准则第41号——收入，到2053年基本实现社会主义现代化）",
    en = "a name, standard or goal that has a known number is written with another (Securities Exchange Act of 1943)",
  },
  explain = {
    zh = [[法律的年份、申报表格的编号、疾病和指数名称中的数字是固定的（词表 en/fixed-number）。
会计准则、审计准则、信息披露规则和管理体系标准的编号与标题一一对应（zh/standard-title、en/standard-title）；按年份编号的文件
（ASU 2023-07、2014/65/EU）发布于该年；国家确定的目标各有其年（zh/goal-year），年份与目标之间没有别的话而年份不同时报告，
单说碳达峰、碳中和的（各地、各国不同）不核对。]],
    en = [[The year of an act, the number of a form, of a disease or an index is fixed; the names and all numbers they may
have are rows of the lexicon en/fixed-number. So have titles of standards (en/standard-title, zh/standard-title): reported is a
number right before its title, or in brackets behind it, that the title does not have. What is numbered by its year (ASU 2023-07,
2014/65/EU) was issued in it, and goals that the State has set for a year (zh/goal-year) are told with no other right before them.]],
  },
  messages = {
    name = { zh = "此处的固定提法为“{name}”", en = "this name is written “{name}”" },
    base = { zh = "“{at}”：应为 {name} {expected}", en = "“{at}”: it is {name} {expected}" },
    goal = { zh = "{goal}的年份是 {year} 年，此处为 {stated}", en = "{goal} is set for {year}, {stated} here" },
    dated = { zh = "编号为{n}年，发布于{year}年", en = "numbered {n}, but dated {year}" },
    title = { zh = "{title} 是 {series} {expected}，此处为 {stated}", en = "{title} is {series} {expected}, not {stated}" },
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
      { [[到2053年基本实现社会主义现代化。]], at = "2053" },
      { [[力争2020年前实现碳达峰、2060年前实现碳中和。]], at = "2020" },
      { [[2030年前碳达峰、2050年前碳中和目标有序推进。]], at = "2050" },
      { [[确保如期实现2037年建军一百年奋斗目标。]], at = "2037" },
      { [[落实联合国2020年可持续发展议程。]], at = "2020" },
      { [[In November 2022, the Financial Accounting Standards Board (FASB) issued Accounting Standards Update (ASU) No. 2023-07, “Segment Reporting”.]],
        at = "2023" },
      { [[Trading is governed by Directive 2014/65/EU of the European Parliament and of the Council of 15 May 2015.]], at = "2014" },
      { [[The Group has applied IFRS 8 Financial Instruments since April.]], at = "8" },
      { [[We adopted ASC 660, Revenue from Contracts with Customers, in 2018.]], at = "660" },
      { [[Sales follow Revenue from Contracts with Customers (Topic 605) since 2018.]], at = "605" },
      { [[In June 2016 the Board issued ASU 2016-31, Financial Instruments—Credit Losses (Topic 326): Measurement of Credit Losses on Financial Instruments.]], at = "2016-31" },
      { [[Deferred tax is recognised under IAS 21 ‘Income Taxes’.]], at = "21" },
      { [[Derivatives are recorded under SFAS No. 131, “Accounting for Derivative Instruments and Hedging Activities.”]], at = "131" },
      { [[Both plants are certified to ISO 9001 environmental management systems.]], at = "9001" },
      { [[The programme supports SDG 6 (Climate Action) in four countries.]], at = "6" },
      { [[公司自2020年起执行《企业会计准则第41号——收入》。]], at = "41" },
      { [[我们按照中国注册会计师审计准则第1540号——在审计报告中沟通关键审计事项的要求执行了工作。]], at = "1540" },
      { [[公司通过了ISO14001质量管理体系认证。]], at = "14001" },
      { [[根据《上市公司监管指引第5号——上市公司现金分红》制定本规划。]], at = "5" },
    },
    good = {
      [[We uphold "one country, two systems" and the eight-point decision on improving conduct; One Country, two Systems. The 5 Principles of Peaceful Coexistence, the five-Sphere Integrated Plan, two of three critical battles and the 2030 Agenda for Sustainable Development go on.]],
      [[Pursuant to the Securities Exchange Act of 1934 and the Private Securities Litigation Reform Act of 1995 we file an Annual Report on Form 10-K, Quarterly Reports on Form 10-Q and Current Reports on Form 8-K.]],
      [[The Bribery Act 2010, the Texas Equal Pay Act of 1999, the EU-27, vitamin B12 and 10 Boeing 737 aircraft are all as they are. Vitamin B6 too.]],
      [[The COVID-19 pandemic (SARS-CoV-2) hit Fortune 500 and S&P 500 companies. The Texas Securities Act of 1957 and the Civil Rights Act of 1991 apply. Fortune 12 months later.]],
      [[到2035年基本实现社会主义现代化。力争2030年前实现碳达峰、2060年前实现碳中和。实现2027年建军一百年奋斗目标。]],
      [[德国提出2045年前实现碳中和。我市2028年前碳达峰。落实联合国2030年可持续发展议程。]],
      [[2025年,我们要为基本实现社会主义现代化打下基础。]],
      [[In November 2023, the Financial Accounting Standards Board (FASB) issued Accounting Standards Update (ASU) No. 2023-07, “Segment Reporting”.]],
      [[Trading is governed by Directive 2014/65/EU of the European Parliament and of the Council of 15 May 2014. In June 2020, we adopted ASU 2016-13.]],
      [[The Group has adopted IFRS 9 ‘Financial Instruments’, IFRS 15 ‘Revenue from Contracts with Customers’, and IFRS 16 ‘Leases’.]],
      [[IFRS 15 Revenue from Contracts with Customers replaced IAS 18 Revenue, IAS 11 Construction Contracts and others.]],
      [[We adopted ASU 2014-09, Revenue from Contracts with Customers (Topic 606), and ASC 842, Leases. ASC 740-10, Income Taxes, applies.]],
      [[ASU 2016-13, Financial Instruments—Credit Losses (Topic 326): Measurement of Credit Losses on Financial Instruments, is in force.]],
      [[SFAS No. 133, “Accounting for Derivative Instruments and Hedging Activities,” and SFAS No. 123(R), Share-Based Payment, apply. Both plants hold ISO 9001:2015 quality management and ISO 14001 (environmental management) certificates. It supports SDG 13: Climate Action.]],
      [[公司执行《企业会计准则第14号——收入》《企业会计准则第22号——金融工具确认和计量》，通过ISO9001:2015质量管理体系、GB/T 24001-2016环境管理体系和IATF16949质量管理体系认证。]],
      [[按照《公开发行证券的公司信息披露编报规则第15号——财务报告的一般规定》和《上市公司自律监管指引第2号——创业板上市公司规范运作》编制。]],
    },
  },
  check = function(m, report)
    if m.type == "match" and m.pattern > OWN then
      local told = lib(ASKERS[m.pattern - OWN] or "standard_title").check(m, report)
      if told then once.mark(titled, told) end
      return
    end
    if m.type == "match" and m.doc.lang ~= "en" then return end
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
