-- A row that says of what it is the share (研发投入占营业收入比例), and the rows that hold
-- both: in its own table, or in another that has a column of the same head.
local near = lib "near"

local BLANKS, UNIT = re.new("\\s+"), re.new("\\((?:[百千万亿]*元|%)\\)$")
local PART_TAIL, WHOLE_TAIL = re.new("^(?:金额|总额|合计|支出|数)?$"), re.new("^(?:合计|总额|总计)?$")
local LOW, HIGH = 20, 500 -- per cent of what is printed: farther away it is of something else
local ALL = 100

local function plain(text)
  local bare = BLANKS:replace(text, "")
  return (UNIT:replace(bare, ""))
end

-- Head of a column: what stands in it in the first row, or in the second, where a
-- converter left the first one empty.
local HEADS = 2
local function head_of(t, column)
  for row = 1, HEADS do
    local cell = t:cell(row, column)
    local text = cell and plain(cell.text) or ""
    if text ~= "" then return text end
  end
  return ""
end

local function begins(text, name, tail)
  return text:sub(1, #name) == name and tail:find(text:sub(#name + 1)) ~= nil
end

-- Number of the row whose label is the name, with no more than a word behind it.
local function row_of(t, name, tail, but)
  for row = 2, t.rows do
    local label = t:cell(row, 1)
    if label and row ~= but and begins(plain(label.text), name, tail) then return row end
  end
end

local function figure(t, row, column)
  local cell = t:cell(row, column)
  local claim = cell and cell.claim
  return claim and claim.value and claim.kind ~= "percent" and claim.value:gt(0) and claim or nil
end

-- Where the whole stands in the column of that head: in the share's table first.
local function wholes_of(doc, own, name)
  local out = {}
  local function look(t)
    local row = row_of(t, name, WHOLE_TAIL)
    for column = 2, row and t.columns or 0 do
      local head = head_of(t, column)
      if head ~= "" and not out[head] then out[head] = figure(t, row, column) end
    end
  end
  look(own)
  for _, t in ipairs(doc.tables) do look(t) end
  return out
end

-- Both as printed, for they may stand in tables of two units: what the power of ten
-- that is nearest makes of them.
local function share_of(part, whole, rate)
  local function printed(c) return interval((c.number_text:gsub("^%((.*)%)$", "%1"))) end
  local share, ten = printed(part) / printed(whole) * ALL, 10000
  if not (share.low and share.high) then return nil end
  for _ = 1, 2 do
    if share.high * ALL < rate.value * LOW then share = share * ten end
    if share.low * ALL > rate.value * HIGH then share = share / ten end
  end
  return share
end

local function judge(case, confirmed, report)
  local rate, share = case.rate, case.share
  if share.high * ALL < rate.value * LOW or share.low * ALL > rate.value * HIGH then return end
  local range = share:widen(rate.last_digit / 2)
  local kind, value = near.within(rate.value, range, rate.last_digit)
  if not (kind == "transposed" or kind and confirmed) or (value - rate.value):abs() <= rate.last_digit then return end
  report {
    at = rate, related = { case.part, case.whole }, expected = value:text() .. "%",
    values = { part = case.part.text, whole = case.whole.text, computed = lib("show").range(share, rate.decimals + 1) },
  }
end

-- The columns of the row in which share, part and whole are all told.
local function cases_of(t, row, part_row, wholes)
  local out = {}
  for column = 2, t.columns do
    local cell = t:cell(row, column)
    local rate, part, whole = cell and cell.claim, figure(t, part_row, column), wholes[head_of(t, column)]
    local told = rate and rate.value and rate.value:gt(0) and rate.digits > 1 and part and whole
    local share = told and share_of(part, whole, rate)
    if share then out[#out + 1] = { rate = rate, part = part, whole = whole, share = share } end
  end
  return out
end

return {
  api = 1,
  id = "row-share",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = [=[^\s*(?<part>[一-龥]{2,12}?)\s*占\s*(?<whole>[一-龥]{2,10}?)\s*的?\s*(?:比例|比重)\s*(?:\(%\))?\s*$]=] },
  summary = {
    zh = "表中“某某占某某比例”一行与部分、总体两行的数不符",
    en = "a row that is named a share of something disagrees with the rows of both",
  },
  explain = {
    zh = [[“研发投入占营业收入比例”：同表“研发投入金额”一行与“营业收入”一行（可在另一张表中，按栏目年份对应）相除即得。
只有改动一处笔误就能相符的才报告；数字不是颠倒的，还须另有一栏相符。]],
    en = [[研发投入占营业收入比例 is the row of the one by the row of the other, which may stand in another table, in the
column of the same head. A slip of the pen alone is reported; where no digits are swapped another column must hold.]],
  },
  messages = {
    base = {
      zh = "{part} 占 {whole} 应为 {computed}%，印为 {stated}",
      en = "{part} of {whole} is {computed}%, printed as {stated}",
    },
  },
  examples = {
    bad = {
      { [[
| 项目 | 2019年 | 2018年 |
|---|---|---|
| 营业收入合计 | 308,024,319.30 | 310,070,653.13 |
| 其他业务收入 | 8,024,319.30 | 9,070,653.13 |

| | 2019年 | 2018年 | 2017年 |
|---|---|---|---|
| 研发投入金额（元） | 21,634,548.66 | 15,165,695.27 | 12,975,516.64 |
| 研发投入占营业收入比例 | 7.20% | 4.89% | 3.61% |
]], at = "7.20%" },
      { [[
| 指标 | 本年 | 上年 |
|---|---|---|
| 营业收入 | 8,412 | 7,935 |
| 海外收入 | 2,671 | 2,214 |
| 海外收入占营业收入的比重(%) | 31.75 | 29.70 |
]], at = "29.70" },
    },
    good = {
      [[
| 项目 | 2019年 | 2018年 |
|---|---|---|
| 营业收入合计 | 308,024,319.30 | 310,070,653.13 |

| | 2019年 | 2018年 | 2017年 |
|---|---|---|---|
| 研发投入金额（元） | 21,634,548.66 | 15,165,695.27 | 12,975,516.64 |
| 研发投入占营业收入比例 | 7.02% | 4.89% | 3.61% |
]],
      [[
| 项目 | 2019年 | 2018年 |
|---|---|---|
| 净利润 | 8,412 | 7,935 |
| 研发投入 | 2,671 | 2,214 |
| 研发投入占净资产比例 | 3.17% | 2.79% |
]],
    },
  },
  check = function(m, report, _, doc)
    local cell = m.sentence.cell
    if not cell or cell.column ~= 1 then return end
    local t = cell.table
    local part_row = row_of(t, plain(m.part), PART_TAIL, cell.row)
    if not part_row then return end
    local cases, kept = cases_of(t, cell.row, part_row, wholes_of(doc, t, plain(m.whole))), 0
    for _, case in ipairs(cases) do
      if case.share:widen(case.rate.last_digit / 2):contains(case.rate.value) then
        kept = kept + 1
        report.agrees { at = case.rate, related = { case.part, case.whole }, how = case.part.text .. " / " .. case.whole.text }
      end
    end
    for _, case in ipairs(cases) do
      if not case.share:widen(case.rate.last_digit / 2):contains(case.rate.value) then judge(case, kept > 0, report) end
    end
  end,
}
