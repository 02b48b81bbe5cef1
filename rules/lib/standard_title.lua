-- standard_title: IFRS 9 Financial Instruments; Revenue from Contracts with Customers (Topic 606);
-- 企业会计准则第14号——收入; ISO 9001质量管理体系: a standard has one title, and a
-- title the number of its standard.

local standard = {}

local EN, ZH = lexicon "en/standard-title", lexicon "zh/standard-title"
local TITLE = "(?<title>" .. EN:any("title") .. [[)(?![A-Za-z])]]
local N = [[(?<n>\d{1,5}(?:-\d\d)?)(?!\d|[.,]\d|-\d)]]
local SERIES = [[\b(?<series>ASC|ASU|IFRS|IAS|Topic|Update|S?FAS|Statement of Financial Accounting Standards|FIN|APB|ISA|ISRE|ISAE|SDG|Sustainable Development Goal)(?: No\.| Topic| Subtopic| Opinion(?: No\.)?)? ?]]
local ISO = [[\bISO(?:/IEC)? ?(?<n>\d{4,5})(?:[-:]\d{4})? ?[(]?(?:for )?]]
local LEAD = [[(?:(?:Investments|Financial Instruments|Compensation|Intangibles|Income Statement)\s?[–—-]+\s?)?]]
local ZH_TITLE = "(?<title>" .. ZH:any("title") .. ")"
standard.patterns = {
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

function standard.check(m, report)
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
  local at = m:place("n")
  report { at = at, related = m:place("title"), message = "title", expected = usual, values = { title = m.title, series = series } }
  return at
end

return standard
