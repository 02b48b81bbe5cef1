-- In November 2023, the FASB issued ASU No. 2023-07; Directive 2014/65/EU of 15 May
-- 2014: what is numbered by its year was issued in that year.
local calendar = lib "calendar"
local MONTH = "(?:" .. calendar.MONTHS .. ")"
local ISSUED = re.new(MONTH .. [[ (?:\d{1,2}, )?((?:19|20)\d\d),? (?:the )?(?:FASB|Financial Accounting Standards Board|GASB|Governmental Accounting Standards Board)[^.;]{0,40}? issued [^;]{0,60}?$]])
local COUNCIL = [[(?: of the (?:European Parliament and of the )?(?:Council|Commission)|, of| as amended)?]]

return {
  api = 1,
  id = "numbered-by-year",
  severity = "warning",
  languages = { "en" },
  on = {
    pattern = {
      [[(?<year>)(?:ASU|Accounting Standards? Updates?|GASB Statement)[^.\d]{0,30}(?:No\.? ?)?(?<n>20\d\d)-\d\d\b]],
      [[(?:Regulation|Directive|Decision) (?:\((?:EU|EC|EEC)[^)]{0,12}\) )?(?:No\.? )?(?<n>(?:19|20)\d\d)/\d{1,4}(?:/E[CEU]+)?]]
        .. COUNCIL .. [[ of \d{1,2} ]] .. MONTH .. [[ (?<year>(?:19|20)\d\d)]],
    },
  },
  summary = {
    zh = "按年份编号的文件与其发布年份不符（2022年发布的 ASU 2023-07）",
    en = "what is numbered by its year is dated in another (ASU 2023-07, issued in 2022)",
  },
  explain = {
    zh = [[会计准则更新（ASU 2023-07）、欧盟条例和指令（2014/65/EU）的编号以发布年份开头，两处年份应当一致。]],
    en = [[Accounting Standards Updates (ASU 2023-07), regulations and directives of the European Union (2014/65/EU) are numbered
by the year in which they were issued: both years are one.]],
  },
  messages = {
    base = { zh = "编号为{n}年，发布于{year}年", en = "numbered {n}, but dated {year}" },
  },
  examples = {
    bad = {
      { [[In November 2022, the Financial Accounting Standards Board (FASB) issued Accounting Standards Update (ASU) No. 2023-07, “Segment Reporting”.]],
        at = "2023" },
      { [[Trading is governed by Directive 2014/65/EU of the European Parliament and of the Council of 15 May 2015.]], at = "2014" },
    },
    good = {
      [[In November 2023, the Financial Accounting Standards Board (FASB) issued Accounting Standards Update (ASU) No. 2023-07, “Segment Reporting”.]],
      [[Trading is governed by Directive 2014/65/EU of the European Parliament and of the Council of 15 May 2014. In June 2020, we adopted ASU 2016-13.]],
    },
  },
  check = function(m, report)
    local at = m:place("n")
    local year = m.year ~= "" and m.year or ISSUED:match(m:place():before(160))
    if not year then return end
    if year == m.n then
      report.agrees { at = at, how = m.n .. ": " .. year }
    else
      report { at = at, stated = m.n, expected = year, values = { n = m.n, year = year } }
    end
  end,
}
