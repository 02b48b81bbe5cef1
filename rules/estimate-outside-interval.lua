-- A figure and the interval printed with it: 9.9 (95% CI = 5.0–14.7).
local X = [[(?<![\d.,/–≥≤<>−-])(?<x>(?<sign>[−-]?)(?!0\d)\d{1,3}(?:,\d{3})*(?:\.\d+)?)]]
local UNIT = [[(?:\s?%|\s(?:percent(?:age points?)?|(?:years|months|days|hours)(?![^.;]{0,40}%\s?(?:--|–|—|-|to))|per \d[\d,]*(?: 000)*)|-fold)?]]
local END = [[\d{1,3}(?:,\d{3})*(?:\.\d+)?]]
local ENDS = [[[(\[]?(?<a>[−-]?]] .. END .. [[)%?\s?(?:--|–|—|-|to|,)\s?(?<b>[−-]?]] .. END .. [[)(?![\d.]*\d|\s?[–—-])]]
local LEAD = [[\s?(?:[=:,]|of|was)?\s?]]
local INTERVAL = [[\s?[(\[,;]\s?(?:(?:90|95|99)\s?% (?:CI|CrI|UI|confidence interval|credible interval)(?: \[(?:CI|CrI|UI)\])?|(?:IQR|interquartile range|[Rr]ange))]]
local FELLOWS, AROUND = 3, 20 -- cells of a column that must hold what is asked of one, rows asked

local function decimals(text)
  local point = text:find(".", 1, true)
  return point and #text - point or 0
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

local CELL = re.new([=[^\s*([−-]?\d{1,3}(?:\.\d+)?)%?\s?[(\[]([−-]?\d{1,3}(?:\.\d+)?)\s?(?:--|–|—|-|to)\s?([−-]?\d{1,3}(?:\.\d+)?)[)\]]]=])

-- Do the cells of the column about it hold their figures in their intervals?
local function column_holds(cell)
  local kept = 0
  for row = math.max(1, cell.row - AROUND), math.min(cell.table.rows, cell.row + AROUND) do
    local other = row ~= cell.row and cell.table:cell(row, cell.column)
    local x, a, b = CELL:match(other and other.text or "")
    if x then
      if not inside(x, a, b) then return false end
      kept = kept + 1
    end
  end
  return kept >= FELLOWS
end

local NO_LEVEL = [[(?<level>)]]
local LEVELS = re.new([[^(?:50|6[678]|70|75|80|8[2345]|89|9[0-9](?:\.\d+)?|68\.\d+)$]])

return {
  api = 1,
  id = "estimate-outside-interval",
  severity = "warning",
  on = {
    pattern = {
      NO_LEVEL .. X .. UNIT .. INTERVAL .. LEAD .. ENDS,
      [[(?<x>)(?<sign>)(?<a>)(?<b>)(?<![\d.,–-])(?<level>\d{1,2}(?:\.\d+)?)\s?% (?:CIs?|CrIs?|confidence intervals?|credible intervals?)\b]],
      NO_LEVEL .. [=[^\s*(?<x>(?<sign>[−-]?)\d{1,3}\.\d+)%?\s?[(\[](?<a>[−-]?\d{1,3}\.\d+)\s?(?:--|–|—|-|to)\s?(?<b>[−-]?\d{1,3}\.\d+)[)\]]]=],
    },
  },
  summary = {
    zh = "估计值落在与之同印的置信区间或范围之外",
    en = "a figure lies outside the interval or range that is printed with it",
  },
  explain = {
    zh = [[“9.9 (95% CI = 5.0–14.7)”：估计值必在其置信区间之内，中位数必在其四分位距和范围之内。估计值或区间一端的数字有误。
表格中只在同列其他单元格都如此时才判断。]],
    en = [["9.9 (95% CI = 5.0–14.7)": an estimate lies within its confidence interval, a median within its
interquartile range and its range. Either the figure or an end is mistyped. In a table it is asked only of a
column whose other cells all have their figures inside.]],
  },
  messages = {
    level = { zh = "{stated} 不是通用的置信水平", en = "{stated} is no level at which intervals are computed: 95%?" },
    base = { zh = "{x} 不在同印的区间 {a}–{b} 之内", en = "{x} lies outside {a}–{b}, printed as its interval" },
  },
  examples = {
    bad = {
      { [[The ratio was 1.12 (59% CI = 1.03–1.46).]], at = "59" },
      { [[The difference fell to 19.9 percentage points (95% CI = 5.0–14.7) in a year.]], at = "19.9" },
      { [[Risk was higher among men (odds ratio = 4.12; 95% CI: 1.03, 1.46).]], at = "4.12" },
      { [[The median age was 93 years (range = 3–80 years).]], at = "93" },
      { [[
| Group | % (95% CI) |
|---|---|
| Men | 12.1 (10.2–14.0) |
| Women | 15.3 (13.1–17.5) |
| Children | 91.8 (17.0–22.6) |
| All | 13.7 (12.2–15.2) |
]], at = "91.8" },
    },
    good = {
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
    },
  },
  check = function(m, report)
    if m.level ~= "" then
      if not LEVELS:find(m.level) then report { at = m:place("level"), message = "level", stated = m.level .. "%" } end
      return
    end
    local cell = m.sentence.cell
    local holds = inside(m.x, m.a, m.b)
    if holds == nil or cell and not holds and not column_holds(cell) then return end
    local places = { m:place("a"), m:place("b") }
    if holds then
      report.agrees { at = m:place("x"), related = places, how = m.a .. "–" .. m.b }
    else
      report { at = m:place("x"), related = places, values = { x = m.x, a = m.a, b = m.b } }
    end
  end,
}
