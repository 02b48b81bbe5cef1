-- IFRS 9 Financial Instruments; Revenue from Contracts with Customers (Topic 606):
-- a standard of accounting has one title, and a title the number of its standard.
local rows = lexicon "en/standard-title"
local TITLE = "(?<title>" .. rows:any("title") .. [[)(?![A-Za-z])]]
local N = [[(?<n>\d{1,4}(?:-\d\d)?)(?!\d|[.,]\d|-\d)]]
local SERIES = [[\b(?<series>ASC|ASU|IFRS|IAS|Topic|Update)(?: No\.| Topic| Subtopic)? ?]]
local LEAD = [[(?:(?:Investments|Financial Instruments|Compensation|Intangibles|Income Statement)\s?[–—-]+\s?)?]]
local PATTERNS = {
  SERIES .. N .. [[(?:-\d\d)*(?: ?[,:–—-])? ?(?:on )?["“‘'(]?]] .. LEAD .. TITLE,
  -- ASU 2016-13, Financial Instruments (Topic 326): Measurement of Credit Losses
  [[\b(?<series>ASU|Update)(?: No\.)? ?]] .. N .. [[[^.;]{3,90}?: ["“]?]] .. TITLE,
  TITLE .. [[["”’']? \(["“]?(?<series>ASC|IFRS|IAS|Topic)(?: Topic)? ?]] .. N,
}
return {
  api = 1,
  id = "standard-title",
  severity = "warning",
  languages = { "en" },
  on = { pattern = PATTERNS },
  summary = {
    zh = "会计准则的编号与标题不符（IFRS 8 Financial Instruments）",
    en = "the number of an accounting standard is not that of its title (IFRS 8 Financial Instruments)",
  },
  explain = {
    zh = [[会计准则的编号与标题一一对应（词表 en/standard-title）：IFRS 9 是 Financial Instruments，Topic 606 是 Revenue from Contracts with Customers。]],
    en = [[Titles of the FASB codification, of its updates, of IFRS and IAS have one number each, or a few; they are rows of the
lexicon en/standard-title. Reported is a number right before its title, or in brackets behind it, that the title does not have.]],
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
    },
    good = {
      [[The Group has adopted IFRS 9 ‘Financial Instruments’, IFRS 15 ‘Revenue from Contracts with Customers’, and IFRS 16 ‘Leases’.]],
      [[IFRS 15 Revenue from Contracts with Customers replaced IAS 18 Revenue, IAS 11 Construction Contracts and others.]],
      [[We adopted ASU 2014-09, Revenue from Contracts with Customers (Topic 606), and ASC 842, Leases. ASC 740-10, Income Taxes, applies.]],
      [[ASU 2016-13, Financial Instruments—Credit Losses (Topic 326): Measurement of Credit Losses on Financial Instruments, is in force.]],
    },
  },
  check = function(m, report)
    local series = (m.series == "Topic" and "ASC") or (m.series == "Update" and "ASU") or m.series
    local row = rows:find(series .. "/" .. m.title)
    if not row then return end
    local stated = series == "ASU" and m.n or m.n:match("^%d+") -- 740-10 is of 740
    for number in row.numbers:gmatch("%S+") do
      if number == stated then
        report.agrees { at = m:place("n"), related = m:place("title"), how = m.series .. " " .. m.n }
        return
      end
    end
    report { at = m:place("n"), related = m:place("title"), expected = row.numbers, values = { title = m.title, series = m.series } }
  end,
}
