-- A figure and the interval printed with it: 9.9 (95% CI = 5.0–14.7). In tables
-- columns say how estimate and interval belong together (interval_columns).
local figures, intervals = lib "figures", lib "interval_columns"

local X = [[(?<![\d.,/–≥≤<>−-])(?<!±|± |/- )(?<![nN]=|[nN] = )(?<x>(?<sign>[−-]?)(?!0\d)\d{1,3}(?:,\d{3})*(?:\.\d+)?)]]
local UNIT = [[(?:\s?%|\s(?:percent(?:age points?)?|(?:years|months|days|hours)(?![^;)]{0,40}%\s?(?:--|–|—|-|to))|per \d[\d,]*(?: 000)*)|-fold(?: (?:higher|lower|greater|more|less|fewer|increase|decrease|reduction))?)?]]
local END = [[\d{1,3}(?:,\d{3})*(?:\.\d+)?]]
local ENDS = [[[(\[]?(?<a>[−-]?]] .. END .. [[)%?\s?(?:--|–|—|-|to|,)\s?(?<b>[−-]?]] .. END .. [[)(?![\d.]*\d|\s?[–—-])]]
local LEAD = [[\s?(?:[=:,]|of|was)?\s?]]
local INTERVAL = [[\s?[(\[,;]\s?(?:(?:90|95|99)\s?% (?:CI|CrI|UI|confidence interval|credible interval)(?: \[(?:CI|CrI|UI)\])?|(?:IQR|interquartile range|[Rr]ange))]]
-- Inflation averaged 7.1%, well within the target band of 1 to 3 per cent.
local NAMED = [[\b(?:ranges?|bands?|targets?|targeted|guidance|forecasts?|projections?|corridor|estimates?|norms?|tolerance|objectives?)\b]]
local WITHIN = [[(?<level>)(?<x>)(?<sign>)(?<a>)(?<b>)\b(?:within|inside|in the middle of|at the (?:lower|upper|low|high|top|bottom) end of) (?:the|our|its|their|an?|this|his)\b(?=[^;()]{0,90}?]] .. NAMED
  .. [[)[^.;:()\d$£€]{0,70}?(?=[$£€]?\d)]]
-- 5.4 times more likely to be admitted (95% CI = 5.1–5.6)
local FAR = [=[(?:\s?%| percent(?:age points?)?| times|-fold)\s[^.;:()\[\]\d%]{1,80}]=]
local CELL = [[(?<level>)(?<x>)(?<sign>)(?<a>)(?<b>)]]

local function decimals(text)
  local point = text:find(".", 1, true)
  return point and #text - point or 0
end

local judged = memo() -- tables
local function judge_table(t, report)
  if judged[t] then return end
  judged[t] = true
  local faults, kept = intervals.judge(t)
  for _, e in ipairs(kept) do report.agrees { at = e.cell, related = { e.left, e.right }, how = e.a.text .. "–" .. e.b.text } end
  for _, f in ipairs(faults) do
    local e = f.entry
    report {
      at = intervals.place(e, f.name or (f.kind == "swapped" and "a" or "x")), message = f.kind, stated = f.name and e[f.name].text or e.x.text, expected = f.expected,
      related = { e.cell, e.left, e.right }, values = { x = e.x.text, a = e.a.text, b = e.b.text },
    }
  end
end

-- Has the figure the interval about it, whose coarser end tells how exact both
-- are? nil where that is no interval of it.
local function inside(x, a, b)
  local n = math.min(decimals(a), decimals(b))
  local said, low, high = interval(x), interval(a, n).low, interval(b, n).high
  if decimal(a) > decimal(b) then return nil end
  local range = interval(low, high)
  -- decreased by 10.8% (95% CI = −18.1 to −3.0): the verb has the sign
  return range:meets(said) or decimal(b):le(0) and range:meets(interval(0, 0) - said)
end

-- In 2011, | , well | which was still |: nothing else is told between the figure and the word.
local JOINED = re.new([[^(?: (?:higher|lower|more|less))?(?: (?:in|for|during|over|at|last|this) [^,.;()]{0,40})?(?: \([^()]{0,40}\))?,? ?]]
  .. [[(?:(?:and|which|is|are|was|were|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|still|well|comfortably|broadly|squarely|firmly|safely|easily|just|again|also|falls|falling|lies|lying|came|coming) ){0,4}$]])
local NAME, IN = re.new(NAMED), re.new("^(?:within|in|at)")
local PLACED = { percent = true, amount = true, count = true, temperature = true }

-- The figure that is said to lie in the range, and the range.
local function placed(m)
  local x, cue = nil, m.text
  for _, c in ipairs(m.sentence.claims) do
    if c.kind ~= "period" and c.kind ~= "date" then
      if x and c:before(#cue):sub(-#cue) == cue then
        return PLACED[x.kind] and x.kind == c.kind and x.dimension == c.dimension and c.low and c.high and c.low < c.high and x, c
      end
      x = c
    end
  end
end

local function judge_place(m, report)
  local x, range = placed(m)
  if not x or not x.value or x.modality == "target" then return end
  local gap = figures.gap(x, m, 100)
  if not gap or not JOINED:find(gap) or not NAME:find(m.text .. range:after(12)) then return end
  local half = x.last_digit / 2
  if (x.interval or x.amount):widen(half):meets(interval(range.low, range.high)) then
    report.agrees { at = x, related = range, how = x.text .. " ∈ " .. range.text }
  else
    report { at = x, related = { range }, message = "range", values = { x = x.text, range = range.text } }
  end
end

local NO_LEVEL = [[(?<level>)]]
local LEVELS = re.new([[^(?:50|6[678]|70|75|80|8[2345]|89|9[0-9](?:\.\d+)?|68\.\d+)$]])

return {
  api = 1,
  id = "estimate-outside-interval",
  severity = "warning",
  on = {
    pattern = {
      WITHIN,
      NO_LEVEL .. X .. UNIT .. INTERVAL .. LEAD .. ENDS,
      NO_LEVEL .. X .. FAR .. INTERVAL .. LEAD .. ENDS,
      [[(?<x>)(?<sign>)(?<a>)(?<b>)(?<![\d.,–-])(?<level>\d{1,2}(?:\.\d+)?)\s?% (?:CIs?|CrIs?|confidence intervals?|credible intervals?)\b]],
      CELL .. [=[^[^a-z]{0,30}\d\s?%?[*†‡§¶^_\\]{0,6}\s?[(\[;,]\s?(?:9[059]% CI:? )?[−-]?\d[\d.,]*%?\s?(?:--|–|—|-|to|,\s|;)\s?[−-]?\d[\d.,]*%?[)\]]]=],
      CELL .. [=[^[_*(\[]*[−-]?\d[\d.,]*%?\s?(?:--|–|—|-|to|,\s|;)\s?[−-]?\d[\d.,]*%?[)\]*_]*$]=],
      CELL .. [[^[^.;]{0,60}\b(?:C\.?I\.?|CIs|UI|[Cc]onfidence|[Cc]redible|[Ll]ower|LCL|LCI)\b[^.;]{0,40}$]],
    },
  },
  summary = {
    zh = "估计值落在与之同印的置信区间或范围之外",
    en = "a figure lies outside the interval or range that is printed with it",
  },
  explain = {
    zh = [[“9.9 (95% CI = 5.0–14.7)”：估计值必在其置信区间之内，中位数必在其四分位距和范围之内。估计值或区间一端的数字有误。
表格中只在同列其他单元格都如此时才判断；若同列其他估计值都是区间的中点（比值取对数、百分比取对数优势），不在中点的一处也予以报告。]],
    en = [["9.9 (95% CI = 5.0–14.7)": an estimate lies within its confidence interval, a median within its
interquartile range and its range. Either the figure or an end is mistyped. In a table it is asked only of a
column whose other cells all have their figures inside. Where the column's other estimates are the middle of their
intervals (of ratios by logarithms, of shares by log odds), the one that is not is reported, if a slip explains it.]],
  },
  messages = {
    level = { zh = "{stated} 不是通用的置信水平", en = "{stated} is no level at which intervals are computed: 95%?" },
    outside = { zh = "{x} 不在同印的区间 {a}–{b} 之内，同列其他各格都在", en = "{x} lies outside {a}–{b}, printed as its interval; the column's other cells hold theirs" },
    swapped = { zh = "区间 {a}–{b} 的两端颠倒或有误", en = "the ends of the interval {a}–{b} are swapped or mistyped" },
    centre = {
      zh = "同列其他估计值都居区间之中，{x} 不居 {a}–{b} 之中；请核对 {stated}",
      en = "the column's other estimates are the middle of their intervals, {x} is not that of {a}–{b}; check {stated}",
    },
    range = { zh = "{x} 不在所说的范围 {range} 之内", en = "{x} is said to lie within {range}" },
    base = { zh = "{x} 不在同印的区间 {a}–{b} 之内", en = "{x} lies outside {a}–{b}, printed as its interval" },
  },
  examples = {
    bad = {
      { [[The ratio was 1.12 (59% CI = 1.03–1.46).]], at = "59" },
      { [[The difference fell to 19.9 percentage points (95% CI = 5.0–14.7) in a year.]], at = "19.9" },
      { [[Risk was higher among men (odds ratio = 4.12; 95% CI: 1.03, 1.46).]], at = "4.12" },
      { [[Rates were higher among the vaccinated (3.1-fold higher [95% CI = 2.6–3.7] in one state and 2.9-fold higher [95% CI = 1.5–2.3] in the other).]], at = "2.9" },
      { [[The economy grew by 9.4% in 2011, within the 4% to 6% range that was forecast.]], at = "9.4%" },
      { [[Inflation averaged 7.1%, well within the target band of 1 to 3 per cent.]], at = "7.1%" },
      { [[Sales of $12.5 billion were within our guidance of $15.0 billion to $15.4 billion.]], at = "$12.5 billion" },
      { [[Pregnant women were 4.5 times more likely to be admitted (95% CI = 5.1–5.6).]], at = "4.5" },
      { [[The median age was 93 years (range = 3–80 years).]], at = "93" },
      { [[
| Group | % (95% CI) |
|---|---|
| Men | 12.1 (10.2–14.0) |
| Women | 15.3 (13.1–17.5) |
| Children | 91.8 (17.0–22.6) |
| All | 13.7 (12.2–15.2) |
]], at = "91.8" },
      { [[
| Grade | % (95% CI) |
|---|---|
| 9 | 21.9 (19.5–24.5) |
| 10 | 24.1 (22.2–26.1) |
| 11 | 19.1 (16.0–22.2) |
| 12 | 27.5 (24.9–30.4) |
| Girls | 26.4 (20.9–28.3) |
| Boys | 18.4 (16.2–20.8) |
| All | 21.7 (19.9–23.6) |
]], at = "26.4" },
      { [[
| Group | Rate | 95% CI |
|---|---|---|
| Men | 12.1 | 10.2–14.0 |
| Women | 15.3 | 17.5–13.1 |
| Children | 19.8 | 17.0–22.6 |
| North | 14.2 | 12.1–16.3 |
| South | 11.7 | 10.2–13.2 |
| East | 13.4 | 11.9–14.9 |
]], at = "17.5" },
      { [[
| Factor | OR | Lower | Upper |
|---|---|---|---|
| Age | 1.46 | 1.03 | 2.07 |
| Sex | 0.88 | 0.61 | 1.27 |
| Smoking | 2.45 | 1.38 | 4.35 |
| Asthma | 1.21 | 0.86 | 1.70 |
| Obesity | 1.97 | 1.55 | 2.02 |
| Diabetes | 1.62 | 1.20 | 2.19 |
| Renal | 3.10 | 2.05 | 4.69 |
]], at = "1.97" },
      { [[
| Measure | Cases | Controls |
|---|---|---|
| Median age (range) | 34 (13–71) | 73 (15–68) |
| Men | 12 | 14 |
]], at = "73" },
    },
    good = {
      [[The economy grew by 4.9% in 2011, within the 4% to 6% range that was forecast. Inflation fell from 8.1% to within the target range of 2 to 4 per cent.]],
      [[Prices rose 0.5% in May, keeping annual inflation within the target range of 2 to 3 per cent. Growth was 7.9%, not within the range of 4 to 6 per cent.]],
      [[
Confidence intervals are in Annex C

Spending was $12.5 (20.1 to 30.2)
]],
      [[The mean age was 24.4 ± 0.7 years, range 21-35 years. Weight fell by 3.1 ± 0.4 kg (range 5–9).]],
      [[The difference fell to 9.9 percentage points (95% CI = 5.0–14.7), any change being −1.2 (95% CI = −2.3 to 0.6).]],
      [[Mortality was 9.8 per 100 000 (95% CI 8.9 to 10.7) in 2000 and 4.9 per 100 000 (4.3 to 5.5) in 2020.]],
      [[Rates decreased by 10.8% (95% CI = −18.1 to −3.0) a year.]],
      [[Risk was higher among men (odds ratio = 1.12; 95% CI: 0.93, 1.46). Median age: 35 years (range = 3–80 years).]],
      [[The decline was 1.7% each year among patients aged ≥65 years (95% CI = −2.3% to −1.0%).]],
      [[
| Group | n (range) |
|---|---|
| Men | 12.1 (10.2–14.0) |
| Women | 95.3 (13.1–17.5) |
| Children | 91.8 (17.0–22.6) |
]],
      [[Smoking was commonest among clients aged 35 to 44 years (range, 48.4%–57.4%), and in the top quartile (n = 790, range 14.4%–25.9%).]],
      -- Exact intervals have no common middle.
      [[
| Site | Rate (95% CI) |
|---|---|
| A | 4.9 (2.4–10.1) |
| B | 10.9 (6.9–17.2) |
| C | 12.1 (9.0–18.0) |
| D | 3.1 (0.6–9.1) |
| E | 7.7 (4.2–12.9) |
| F | 5.2 (2.8–8.7) |
]],
      [[
| Group | Age | n |
|---|---|---|
| 12 | 15–17 | 8 |
| 40 | 18–44 | 9 |
| 31 | 45–64 | 6 |
| 17 | 65–74 | 8 |
]],
    },
  },
  check = function(m, report)
    if m.level ~= "" then
      local bound = m.level == "5" and m.sentence.text:find("95%% CI") -- 5% CI, mean, 95% CI: two ends
      if not LEVELS:find(m.level) and not bound then report { at = m:place("level"), message = "level", stated = m.level .. "%" } end
      return
    end
    if m.sentence.cell then
      judge_table(m.sentence.cell.table, report)
      return
    end
    if IN:find(m.text) then return judge_place(m, report) end
    if m.x == "" then return end -- looks like a cell, and is none
    local holds = inside(m.x, m.a, m.b)
    if holds == nil then return end
    local places = { m:place("a"), m:place("b") }
    if holds then
      report.agrees { at = m:place("x"), related = places, how = m.a .. "–" .. m.b }
    else
      report { at = m:place("x"), related = places, values = { x = m.x, a = m.a, b = m.b } }
    end
  end,
}
