local leads, gap_told, bracketed = lib "leads", lib "gap_told", lib "bracketed_change"
local ZERO = interval(0, 0)

local function finite(x) return x.low and x.high end

-- 增速由 5% 提高到 7%: points of rates. A fall of 5 % is a rate of -5 %.
local function signed(claim)
  local x = claim.amount
  local falls = claim:has("growth") and claim.direction == "down"
  return falls and ZERO - x or x, falls
end

local function about(claim)
  return claim.bound == "about" or claim.bound == "more_than" or claim.bound == "less_than"
end

-- Is the figure within one unit of its last digit of what was computed?
local function one_off(gap, change)
  local middle = (gap.low + gap.high) / 2 / change.factor
  return (middle - (change.value or change.low)):abs() <= change.last_digit
end

-- 比3856亿斤的水平超过133亿斤: by how much, not more than which.
local SURPLUS = re.new("(?:超过|超出|超)了?$")
local function range_of(change)
  if change.bound ~= "more_than" or not change.low or not SURPLUS:find(change:before(12)) then return change.amount end
  local half = change.last_digit / 2
  return interval(change.low - half, change.low + half) * change.factor
end

-- The figures of the sentence make the difference, or one a slip of the pen off.
local told = memo()
local function between(m, report)
  local change, ends, gap = gap_told.check(m)
  if not change then return end
  local seen = told[m.sentence] or {}
  told[m.sentence] = seen
  if seen[change.index] then return end
  seen[change.index] = true
  if not gap then
    report.agrees { at = change, related = ends, how = ends[1].text .. " / " .. ends[2].text }
    return
  end
  local shown = lib("show").like(gap, change)
  report {
    at = change, related = ends, expected = shown, severity = "warning",
    values = { from = ends[1].text, to = ends[2].text, computed = shown },
  }
end

local said = memo() -- changes that are reported

-- a 6 percentage point increase (24% to 36%)
local function check_bracket(m, report)
  local change, ends, gap = bracketed.check(m)
  if not change then return end
  if not gap then
    report.agrees { at = change, related = ends, how = m.a .. " / " .. m.b }
    return
  end
  if said[change] then return end
  said[change] = true
  report {
    at = change, related = ends, expected = gap:text(), severity = "warning",
    values = { from = m.a, to = m.b, computed = gap:text() },
  }
end

return {
  api = 1,
  id = "difference-mismatch",
  severity = "error",
  on = { link = { "compare", "from_to", "change_of" }, pattern = { bracketed.pattern, leads.pattern, table.unpack(gap_told.patterns) } },
  summary = {
    zh = "相差数与所比较的两个数不符",
    en = "a difference disagrees with the two figures it lies between",
  },
  explain = {
    zh = [[“由60.2%提高到62.5%，提高2.3个百分点”“比2020年的2.5%提高0.7个百分点”“高于全国（61.2%）1.3个百分点”：
两个数都印出时，相差数应等于两数之差。按印刷精度取区间比较，末位相差一个单位以内不报告。]],
    en = [["Rose from 60.2% to 62.5%, an increase of 2.3 points", "7 points higher than the 53% of 2001": where
both figures are printed, the difference between them is computed in intervals of the printed precision. One unit
of the last digit is no finding.]],
  },
  messages = {
    leads = {
      zh = "{rate} 减 {stated} 不等于 {base}；若为 {expected} 则相符（数字疑似颠倒）",
      en = "{rate} less {stated} is not {base}; it would be with {expected}",
    },
    base = {
      zh = "相差数印为 {stated}，{from} 与 {to} 相差 {computed}",
      en = "the difference is printed as {stated}; between {from} and {to} lie {computed}",
    },
  },
  examples = {
    bad = {
      { [[The report indicated an approximately 6 percentage point increase (24% to 36%) in the prevalence.]], at = "6 percentage point" },
      { [[Coverage rose by 12 percentage points (from 45% to 75%).]], at = "12 percentage points" },
      { [[Costs saw an increase of $14 million in the year ($120 million to $143 million).]], at = "$14 million" },
      { [[规模以上工业增加值增长6.0%。高技术产业和装备制造业增加值同比分别增长10.6%和9.1%,增速分别比规模以上工业快4.6和1.3个百分点。]], at = "1.3个百分点", severity = "warning" },
      { [[粮食产量将达到3989亿斤,比上年增长8.4%,比原定1957年3856亿斤的水平超过153亿斤。]], at = "153亿斤" },
      { [[规上工业企业较上年净增25家,达到312家,上年为278家。]], at = "25家" },
      { [[Operating margin improved 150 basis points to 12.3% from 11.3%.]], at = "150 basis points", severity = "warning" },
      { [[公路里程达到1.56万公里,比2015年末增加0.32万公里,2015年末为1.32万公里。]], at = "0.32万公里" },
      { [[城镇化率由60.2%提高到62.5%,提高3.3个百分点。]], at = "3.3个百分点" },
      { [[研发投入强度为3.2%,比2020年的2.5%提高0.9个百分点。]], at = "0.9个百分点" },
      { [[常住人口城镇化率达到62.5%,高于全国平均水平(61.2%)2.3个百分点。]], at = "2.3个百分点" },
      { [[城镇调查失业率为3.2%,比上年下降0.3个百分点,上年为3.8%。]], at = "0.3个百分点" },
      { [[全年新认定高新技术企业320家,比上年的180家增加120家。]], at = "120家" },
      { [[规模以上工业增加值增长6.3%,高于全国0.9个百分点(全国增长5.8%)。]], at = "0.9个百分点" },
      { [[The employment rate was 62%, 7 percentage points higher than the 53% recorded in 2001.]],
        at = "7 percentage points", severity = "warning" },
      { [[The change in counties with masks (16.32 cases per 100,000) was 13.53 cases per 100,000 lower than in those without (34.85 per 100,000).]],
        at = "13.53", severity = "warning" },
      { [[Average pay was £612.40 for men and £498.10 for women, a gap of £141.30.]], at = "£141.30", severity = "warning" },
      { [[Coverage rose by 6 percentage points from 71% to 75%.]], at = "6 percentage points", severity = "warning" },
    },
    good = {
      [[The report indicated an approximately 6 percentage point increase (24% to 30%) in the prevalence, and a 25% increase (24% to 30%) in use; costs saw an increase of $23 million in the year ($120 million to $143 million).]],
      [[Use rose by 12 percentage points (from 45% to 57%), a 6-point gain (95% CI: 4 to 8). The increase was 8 points (range 24 to 30).]],
      [[The change in counties with masks (16.32 cases per 100,000) was 18.53 cases per 100,000 lower than in those without (34.85 per 100,000).]],
      [[Average pay was £612.40 for men and £498.10 for women, a gap of £114.30. Rents of £612.40 were £114.30 more than the £498.10 paid by others. Men aged 35.20 on average were 12.10 years older than women (34.85).]],
      [[The levy was reduced by 1 percentage point from 4% to 3%. Grants were 1.2% of output, doubling from 0.66%.]],
      [[In 2012 councils spent £14.2 billion on drains, £0.1 billion less than in 2011 (£14.3 billion).]],
      [[The waiting list was 7.2 million, 110,000 fewer than in October and 400,000 more than a year before.]],
      [[全年降水日数142天,比常年少8天;日照时数1825.6小时,比常年多65.6小时。]],
      [[There were 2.41 million people in training, 62,000 more than for the quarter before and 148,000 more than a year earlier.]],
      [[规模以上工业增加值增长6.0%。高技术产业和装备制造业增加值同比分别增长10.6%和9.1%,增速分别比规模以上工业快4.6和3.1个百分点。]],
      [[粮食产量将达到3989亿斤,比上年增长8.4%,比原定1957年3856亿斤的水平超过133亿斤。]],
      [[Operating margin improved 100 basis points to 12.3% from 11.3%.]],
      [[城镇化率由60.2%提高到62.5%,提高2.3个百分点。]],
      [[研发投入强度为3.2%,比2020年的2.5%提高0.7个百分点。]],
      [[常住人口城镇化率达到62.5%,高于全国平均水平(61.2%)1.3个百分点。]],
      [[城镇调查失业率为3.2%,比上年下降0.6个百分点,上年为3.8%。]],
      [[全年新认定高新技术企业320家,比上年的180家增加140家。]],
      [[工业增加值增长6.3%,高于全国0.5个百分点,服务业增加值增长7.1%,高于全国1.2个百分点。]],
      [[绿化覆盖率由39.8%提高到41.5%,比全省平均水平高1.2个百分点。]],
      [[The employment rate was 62%, 9 percentage points higher than the 53% recorded in 2001.]],
      [[The rate was 62%, 7 percentage points higher than a year ago, while 53% of men were at work.]],
    },
  },
  check = function(link, report, _, doc)
    if link.type ~= "link" then
      if link.text:find("(", 1, true) and doc.lang == "en" then return check_bracket(link, report) end
      if doc.lang == "en" then return between(link, report) end
      return leads.check(link, report, doc)
    end
    local change, from, to = link.increment, link.base, link.level
    if not (change and from and to) then return end
    if link.kind ~= "compare" and change.kind ~= "point" then return end -- growth-mismatch's
    if change.kind == "multiple" then return end -- multiple-mismatch's
    if doc.lang == "zh" and lib("turned_zh").between(to, change) then return end
    local a, falls_from = signed(from)
    local b, falls_to = signed(to)
    local printed = range_of(change)
    if not (finite(a) and finite(b) and finite(printed)) or about(from) or about(to) then return end
    if falls_from ~= falls_to then return end -- a rise against a fall: of what is open
    local gap = b - a
    if (gap.low + gap.high):lt(0) then gap = ZERO - gap end
    if gap:meets(printed) then
      report.agrees { at = change, related = { from, to }, how = gap:text() .. " ∋ " .. change.text }
    elseif not one_off(gap, change) and not said[change] then
      said[change] = true
      local shown = lib("show").like(gap, change)
      report {
        at = change, related = { from, to }, expected = shown,
        values = { from = from.text, to = to.text, computed = shown },
        severity = doc.lang == "en" and "warning" or "error",
      }
    end
  end,
}
