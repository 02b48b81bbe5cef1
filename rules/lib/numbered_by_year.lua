-- numbered_by_year: In November 2023, the FASB issued ASU No. 2023-07; Directive 2014/65/EU of 15 May
-- 2014: what is numbered by its year was issued in that year.

local numbered = {}

local calendar = lib "calendar"
local MONTH = "(?:" .. calendar.MONTHS .. ")"
local ISSUED = re.new(MONTH .. [[ (?:\d{1,2}, )?((?:19|20)\d\d),? (?:the )?(?:FASB|Financial Accounting Standards Board|GASB|Governmental Accounting Standards Board)[^.;]{0,40}? issued [^;]{0,60}?$]])
local COUNCIL = [[(?: of the (?:European Parliament and of the )?(?:Council|Commission)|, of| as amended)?]]

numbered.patterns = {
  [[(?<year>)(?:ASU|Accounting Standards? Updates?|GASB Statement)[^.\d]{0,30}(?:No\.? ?)?(?<n>20\d\d)-\d\d\b]],
  [[(?:Regulation|Directive|Decision) (?:\((?:EU|EC|EEC)[^)]{0,12}\) )?(?:No\.? )?(?<n>(?:19|20)\d\d)/\d{1,4}(?:/E[CEU]+)?]]
    .. COUNCIL .. [[ of \d{1,2} ]] .. MONTH .. [[ (?<year>(?:19|20)\d\d)]],
}

function numbered.check(m, report)
  if m.doc.lang ~= "en" then return end
  local at = m:place("n")
  local year = m.year ~= "" and m.year or ISSUED:match(m:place():before(160))
  if not year then return end
  if year == m.n then
    report.agrees { at = at, how = m.n .. ": " .. year }
  else
    report { at = at, message = "dated", stated = m.n, expected = year, values = { n = m.n, year = year } }
  end
end

return numbered
