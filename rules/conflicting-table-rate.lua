-- 工业增加值3157.4亿元,同比增长9.5%: where the table has the amount, the rate
-- stands in the same row. Which column holds rates is learnt from the other
-- amounts and rates of the text.

local LEAST_DIGITS, MOST_PLACES, LEAST_PAIRS = 4, 4, 2
local HAN = 3

-- The other figures of the cell's row.
local function row_of(cell)
  local out, grid = {}, cell.table
  for column = 1, grid.columns do
    local other = column ~= cell.column and grid:cell(cell.row, column)
    if other and other.claim and other.claim.value and other.claim.kind ~= "amount" then out[#out + 1] = other end
  end
  return out
end

-- Two Han characters of the row's name in the name of the amount?
local function is_named(cell, claim)
  local first = cell.table:cell(cell.row, 1)
  local name = first and first.text:gsub("%s", "") or ""
  if #name < 2 * HAN or claim.name == "" then return false end
  return claim.name:find(name, 1, true) ~= nil or name:find(claim.name, 1, true) ~= nil
    or claim.name:find(name:sub(1, 2 * HAN), 1, true) == 1
end

local function signed(rate) return rate.direction == "down" and interval(0, 0) - rate.interval or rate.interval end

-- Amounts of the text with their rates.
local function rated(doc)
  local out = {}
  for _, link in ipairs(doc:links("change_of")) do
    local level, rate = link.level, link.rate
    if level and rate and rate.kind == "percent" and level.digits >= LEAST_DIGITS and rate.value and level.value
      and not level.sentence.cell then
      out[#out + 1] = { level = level, rate = rate, number = level.number_text }
    end
  end
  return out
end

-- Those that a row has, once for each such cell.
local function pairs_of(amounts, cells)
  local out = {}
  for _, a in ipairs(amounts) do
    local found = cells[a.number] or {}
    for _, cell in ipairs(#found <= MOST_PLACES and found or {}) do
      if is_named(cell, a.level) then out[#out + 1] = { level = a.level, rate = a.rate, cell = cell } end
    end
  end
  return out
end

local function key_of(cell, other) return cell.table.number * 10000 + cell.column * 100 + other.column end

-- Figures of the text that are held against a cell already:
-- conflicting-table-figure's.
local function taken_of(doc)
  local out = {}
  for _, link in ipairs(doc:links("text_cell")) do
    if link.level then out[link.level.index] = true end
  end
  return out
end

local function judge(list, taken, report)
  local kept = {}
  for _, p in ipairs(list) do
    for _, other in ipairs(row_of(p.cell)) do
      if signed(p.rate):meets(other.claim.interval) then
        local key = key_of(p.cell, other)
        kept[key] = (kept[key] or 0) + 1
        p.fits = other
      end
    end
  end
  for _, p in ipairs(list) do
    if p.fits then
      report.agrees { at = p.rate, related = { p.level, p.cell.claim, p.fits.claim }, how = p.fits.text }
    elseif not taken[p.rate.index] then
      for _, other in ipairs(row_of(p.cell)) do
        local usual = (kept[key_of(p.cell, other)] or 0) >= LEAST_PAIRS
        local off = signed(p.rate):widen(p.rate.last_digit):meets(other.claim.interval)
        if usual and not off then
          report {
            at = p.rate, related = { other.claim, p.level, p.cell.claim }, expected = other.text,
            values = { level = p.level.text, cell = other.text },
          }
          break
        end
      end
    end
  end
end

-- 现金流量净额上升37.88%, where the row of that name has -37.88%.
local LEAST_RATE, NAMED = 3, 12 -- digits of a rate; bytes of a row's name

-- Rates of growth of the text that say which way.
local function directed(doc)
  local out = {}
  for _, claim in ipairs(doc:figures("percent")) do
    local known = claim.direction == "up" or claim.direction == "down"
    if known and claim:has("growth") and not claim.sentence.cell and claim.value then out[#out + 1] = claim end
  end
  return out
end

local function put(list, key, cell)
  list[key] = list[key] or {}
  table.insert(list[key], cell)
end

-- Cells by the number that they print, where it is one of the amounts', and by
-- their rate without its sign.
local function index_of(doc, amounts)
  local wanted, numbers, rates = {}, {}, {}
  for _, a in ipairs(amounts) do wanted[a.number] = true end
  for _, grid in ipairs(doc.tables) do
    for _, cell in ipairs(grid.cells) do
      local claim = cell.claim
      local digits = claim and claim.digits or 0
      local number = digits >= LEAST_DIGITS and claim.number_text
      if number and wanted[number] and claim.value then put(numbers, number, cell) end
      if digits >= LEAST_RATE and claim.kind == "percent" and claim.value then put(rates, claim.value:abs():text(), cell) end
    end
  end
  return numbers, rates
end

-- Does the sentence say the row's whole name shortly before the rate?
local function names_row(claim, cell)
  local first = cell.table:cell(cell.row, 1)
  local name = first and first.text:gsub("[%s*]", "") or ""
  return #name >= NAMED and claim:before(#name // HAN + 16):find(name, 1, true) ~= nil
end

local function judge_signs(doc, claims, cells, report)
  for _, claim in ipairs(claims) do
    local found = cells[claim.value:abs():text()]
    for _, cell in ipairs(found and #found <= MOST_PLACES and found or {}) do
      if names_row(claim, cell) then
        local falls = cell.claim.value:lt(0)
        if falls == (claim.direction == "down") then
          report.agrees { at = claim, related = cell.claim, how = cell.text }
        elseif falls or doc.lang == "zh" and cell.claim.value:gt(0) and claim.value:gt(0) then
          report {
            at = claim.verb or claim, related = { claim, cell.claim }, message = "sign", stated = claim.cue, expected = cell.text,
            values = { cue = claim.cue, rate = claim.text, cell = cell.text },
          }
        end
        break
      end
    end
  end
end

-- Revenue rose 12% to $377.3 billion | Revenue | 377,289 | 312,694 |: by the
-- cells of two years. A slip of the pen, or two cells that other rates keep.
local function judge_rows(doc, report)
  local list, kept, near = lib("row_growth").of(doc), {}, lib "near"
  for _, g in ipairs(list) do
    local key = key_of(g.cell.sentence.cell, g.base.sentence.cell)
    if g.fits then
      kept[key] = (kept[key] or 0) + 1
      report.agrees { at = g.rate, related = { g.level, g.cell, g.base }, how = g.cell.text .. "/" .. g.base.text }
    end
    g.key = key
  end
  for _, g in ipairs(list) do
    local size = g.computed.high and g.computed.high:lt(0) and interval(0, 0) - g.computed or g.computed
    local slip = not g.fits and size.low and size.high and near.within(g.rate.value, size:widen(g.rate.last_digit / 2), g.rate.last_digit)
    if not g.fits and (slip or (kept[g.key] or 0) >= LEAST_PAIRS) then
      report {
        at = g.rate, related = { g.level, g.cell, g.base }, message = "computed",
        expected = lib("show").range(g.computed, g.rate.decimals + 1),
        values = { level = g.level.text, cell = g.cell.text, base = g.base.text, computed = lib("show").range(g.computed, g.rate.decimals + 1) },
      }
    end
  end
end

return {
  api = 1,
  id = "conflicting-table-rate",
  severity = "warning",
  summary = {
    zh = "正文所说的增幅与表中同一行的增幅不同",
    en = "a rate of the text is another than in the row of the table that holds its amount",
  },
  explain = {
    zh = [[正文的数额见于表中某一行时，正文的增幅应与该行的增幅相同。哪一列是增幅，由正文其他数额与增幅（至少两处相符）得知。]],
    en = [[Where a table has the amount of the text, the rate said with it stands in the same row. The column is
learnt from other amounts and rates of the text, two at least.]],
  },
  messages = {
    sign = {
      zh = "“{cue} {rate}”与表中的 {cell} 方向相反",
      en = "“{cue} {rate}” goes the other way than {cell} in the table",
    },
    computed = {
      zh = "表中该行为 {cell} 与 {base}，增长 {computed}%，此处为 {stated}",
      en = "{cell} after {base} in the table's row is a change of {computed} %, printed as {stated}",
    },
    base = {
      zh = "{level} 的增幅此处为 {stated}，表中为 {cell}",
      en = "the rate of {level} is {stated} here and {cell} in the table",
    },
  },
  examples = {
    bad = {
      { "Revenues increased by 12% to RMB377.3 billion in 2019. Revenues from payments grew by 39% year-on-year to RMB101.4 billion.\n\n| RMB in millions | 2019 | 2018 |\n|---|---|---|\n| Payments | 101,355 | 73,138 |\n| Others | 275,934 | 239,556 |\n| Total revenues | 377,289 | 312,694 |",
        at = "12%" },
      { "Sales were $5,841 million in 2019, down 10.2% from the year before.\n\n| $ million | 2018 | 2019 |\n|---|---|---|\n| Sales | 6,635 | 5,841 |\n| Costs | 4,112 | 3,976 |",
        at = "10.2%" },
      { "经营活动产生的现金流量净额较上年上升37.88%。\n\n| 项目 | 2019年 | 2018年 | 增减 |\n|---|---|---|---|\n| 经营活动产生的现金流量净额 | 36,228,660.52 | 58,318,179.79 | -37.88% |\n| 投资活动产生的现金流量净额 | 16,228,660.52 | 18,318,179.79 | -11.41% |",
        at = "上升" },
      { "全市第一产业增加值153.6亿元,增长11.0%;建筑业增加值978.5亿元,增长5.3%。工业增加值3157.4亿元,同比增长9.5%。\n\n| 指标 | 数值 | 增长 |\n|---|---|---|\n| 第一产业 | 153.6 | 11.0 |\n| 工业 | 3157.4 | 9.9 |\n| 建筑业 | 978.5 | 5.3 |",
        at = "9.5%" },
    },
    good = {
      "Revenues increased by 21% to RMB377.3 billion in 2019. Revenues from payments grew by 39% year-on-year to RMB101.4 billion.\n\n| RMB in millions | 2019 | 2018 |\n|---|---|---|\n| Payments | 101,355 | 73,138 |\n| Others | 275,934 | 239,556 |\n| Total revenues | 377,289 | 312,694 |",
      "Sales were $5,841 million in 2019, down 12.0% from the year before; costs came to $3,976 million, 3% less.\n\n| $ million | 2018 | 2019 |\n|---|---|---|\n| Sales | 6,635 | 5,841 |\n| Costs | 4,112 | 3,976 |",
      "经营活动产生的现金流量净额较上年下降37.88%。\n\n| 项目 | 2019年 | 2018年 | 增减 |\n|---|---|---|---|\n| 经营活动产生的现金流量净额 | 36,228,660.52 | 58,318,179.79 | -37.88% |\n| 投资活动产生的现金流量净额 | 16,228,660.52 | 18,318,179.79 | -11.41% |",
      "全市第一产业增加值153.6亿元,增长11.0%;建筑业增加值978.5亿元,增长5.3%。工业增加值3157.4亿元,同比增长9.9%。\n\n| 指标 | 数值 | 增长 |\n|---|---|---|\n| 第一产业 | 153.6 | 11.0 |\n| 工业 | 3157.4 | 9.9 |\n| 建筑业 | 978.5 | 5.3 |",
      "工业增加值3157.4亿元,同比增长9.5%。\n\n| 指标 | 数值 | 占比 |\n|---|---|---|\n| 第一产业 | 153.6 | 11.0 |\n| 工业 | 3157.4 | 9.9 |",
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      if #doc.tables > 0 then judge_rows(doc, report) end
      if #doc.tables > 0 and doc.lang == "zh" then
        local amounts, claims = rated(doc), directed(doc)
        if #amounts + #claims > 0 then
          local numbers, rates = index_of(doc, amounts)
          judge(pairs_of(amounts, numbers), taken_of(doc), report)
          judge_signs(doc, claims, rates, report)
        end
      end
    end
  end,
}
