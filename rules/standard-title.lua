-- IFRS 9 Financial Instruments; Revenue from Contracts with Customers (Topic 606);
-- 企业会计准则第14号——收入; ISO 9001质量管理体系: a standard has one title, and a
-- title the number of its standard.
local EN, ZH = lexicon "en/standard-title", lexicon "zh/standard-title"
local TITLE = "(?<title>" .. EN:any("title") .. [[)(?![A-Za-z])]]
local N = [[(?<n>\d{1,5}(?:-\d\d)?)(?!\d|[.,]\d|-\d)]]
local SERIES = [[\b(?<series>ASC|ASU|IFRS|IAS|Topic|Update|S?FAS|Statement of Financial Accounting Standards|FIN|APB|ISA|ISRE|ISAE|SDG|Sustainable Development Goal)(?: No\.| Topic| Subtopic| Opinion(?: No\.)?)? ?]]
local ISO = [[\bISO(?:/IEC)? ?(?<n>\d{4,5})(?:[-:]\d{4})? ?[(]?(?:for )?]]
local LEAD = [[(?:(?:Investments|Financial Instruments|Compensation|Intangibles|Income Statement)\s?[–—-]+\s?)?]]
local ZH_TITLE = "(?<title>" .. ZH:any("title") .. ")"
local PATTERNS = {
  SERIES .. N .. [[(?:-\d\d)*(?:\(R\))?(?: ?[,:–—-])? ?(?:on )?["“‘'(]?]] .. LEAD .. TITLE,
  -- ASU 2016-13, Financial Instruments (Topic 326): Measurement of Credit Losses
  [[\b(?<series>ASU|Update)(?: No\.)? ?]] .. N .. [[[^.;]{3,90}?: ["“]?]] .. TITLE,
  TITLE .. [[["”’']? \(["“]?(?<series>ASC|IFRS|IAS|Topic|SDG)(?: Topic)? ?]] .. N,
  "(?<series>)" .. ISO .. TITLE,
  [[(?<series>会计准则|审计准则|审阅准则|鉴证业务准则|编报规则|内容与格式准则|解释性公告|监管指引)第 ?(?<n>\d{1,4}) ?号 ?(?:——?|--?|:|《)? ?]] .. ZH_TITLE,
  [[(?<series>GB/T|IATF|OHSAS) ?(?<n>\d{4,5})(?:[-—:]\d{4})? ?[(]?]] .. ZH_TITLE,
  "(?<series>)" .. ISO .. ZH_TITLE,
}

-- What the rows call them.
local NAMES = {
  [""] = "ISO", Topic = "ASC", Update = "ASU", FAS = "SFAS", ["Statement of Financial Accounting Standards"] = "SFAS",
  ["Sustainable Development Goal"] = "SDG", ["会计准则"] = "企业会计准则",
}
local GUIDES = { "上市公司监管指引", "自律监管指引" }
local function row_of(series, title)
  if series ~= "监管指引" then return EN:find(series .. "/" .. title) or ZH:find(series .. "/" .. title) end
  for _, guide in ipairs(GUIDES) do
    local row = ZH:find(guide .. "/" .. title)
    if row then return row end
  end
end

return {
  api = 1,
  id = "standard-title",
  severity = "warning",
  on = { pattern = PATTERNS },
  summary = {
    zh = "准则、标准的编号与标题不符（企业会计准则第41号——收入，ISO 9100质量管理体系）",
    en = "the number of a standard is not that of its title (IFRS 8 Financial Instruments)",
  },
  explain = {
    zh = [[会计准则、审计准则、信息披露规则和管理体系标准的编号与标题一一对应（词表 zh/standard-title、en/standard-title）：
企业会计准则第14号是收入，IFRS 9 是 Financial Instruments，ISO 14001 是环境管理体系。]],
    en = [[Titles of the FASB codification, of its updates and the statements before it, of IFRS, IAS and ISA, of management
systems of ISO, of the Sustainable Development Goals and of Chinese standards have one number each, or a few; they are rows
of the lexicons en/standard-title and zh/standard-title. Reported is a number right before its title, or in brackets behind
it, that the title does not have.]],
  },
  messages = {
    base = { zh = "{title} 是 {series} {expected}，此处为 {stated}", en = "{title} is {series} {expected}, not {stated}" },
  },
  examples = {
    bad = {
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
    local series = NAMES[m.series] or m.series
    local row = row_of(series, m.title)
    if not row then return end
    local stated = series == "ASU" and m.n or m.n:match("^%d+") -- 740-10 is of 740
    for number in row.numbers:gmatch("%S+") do
      if number == stated then
        report.agrees { at = m:place("n"), related = m:place("title"), how = series .. " " .. m.n }
        return
      end
    end
    local usual = series == "ASC" and row.numbers or row.numbers:match("^%S+")
    report { at = m:place("n"), related = m:place("title"), expected = usual, values = { title = m.title, series = series } }
  end,
}
