-- 第二产业 is 工业 and 建筑业: in a column of a table in which the three
-- industries make the whole, these two make the second.

local HAN_MARKS = re.new("[\\s*#:]|其中|增加值|\\([^()]*\\)|^[一二三四五六七八九十0-9]+[、.]")
local SETS = {
  { whole = { ["地区生产总值"] = true, ["生产总值"] = true, ["国内生产总值"] = true, ["GDP"] = true }, parts = { "第一产业", "第二产业", "第三产业" } },
  { whole = { ["第二产业"] = true }, parts = { "工业", "建筑业" } },
}
local near, cells, strip = lib "near", lib "cells", lib "strip"

local judged = memo() -- tables

-- label -> row, the first of each; nil for tables without such rows
local function rows_of(grid)
  local out, n = {}, 0
  for _, cell in ipairs(grid.cells) do
    if cell.column == 1 and not cell.header then
      local name = strip.all(cell.text, HAN_MARKS)
      if name ~= "" and not out[name] then out[name], n = cell.row, n + 1 end
    end
  end
  return out
end

local function figure(grid, row, column)
  local cell = row and grid:cell(row, column)
  local claim = cell and cell.claim
  return claim and claim.value and claim.kind ~= "percent" and claim or nil
end

-- The figures of a set in a column: whole and parts; nil where one is missing.
local function read(grid, rows, set, column)
  local whole, parts = nil, {}
  for name in pairs(set.whole) do whole = whole or figure(grid, rows[name], column) end
  for i, name in ipairs(set.parts) do
    parts[i] = figure(grid, rows[name], column)
    if not parts[i] then return nil end
  end
  return whole and { whole = whole, parts = parts } or nil
end

local function holds(set)
  return cells.sum(set.parts):meets(cells.range(set.whole)) and set.parts[1].value:gt(0)
end

-- The figure that two swapped digits set right.
local function slip(set)
  for k, part in ipairs(set.parts) do
    local rest = cells.range(set.whole)
    for i, other in ipairs(set.parts) do
      if i ~= k then rest = rest - cells.range(other) end
    end
    local kind, value = near.within(part.value, rest / part.factor, part.last_digit)
    if kind then return part, kind, value end
  end
  local kind, value = near.within(set.whole.value, cells.sum(set.parts) / set.whole.factor, set.whole.last_digit)
  return kind and set.whole, kind, value
end

local function judge(set, report)
  local at, kind, value = slip(set)
  local related = {}
  for _, claim in ipairs { set.whole, table.unpack(set.parts) } do
    if not at or claim.index ~= at.index then related[#related + 1] = claim end
  end
  at = at or table.remove(related, 1)
  report {
    at = at, related = related, expected = value and value:text() or nil,
    values = { whole = set.whole.text, sum = lib("show").range(cells.sum(set.parts) / set.whole.factor, set.whole.decimals),
               near = near.note(kind) },
  }
end

return {
  api = 1,
  id = "industry-sum",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = [[第\s*二\s*产\s*业[\s*#:]*(?:增加值)?[\s*#:]*(?:\([^()]*\))?[\s*#:]*$]] },
  summary = {
    zh = "表中工业与建筑业之和不等于第二产业",
    en = "industry and construction of a table do not make the secondary sector",
  },
  explain = {
    zh = [[同一列中三次产业之和等于生产总值，则第二产业也应等于工业与建筑业之和（反之亦然）；增速列不满足前者，不会核对。]],
    en = [[In a column in which the three sectors make the gross product, industry and construction make the second
sector, and the other way round. Columns of rates keep neither.]],
  },
  messages = {
    base = {
      zh = "分项之和为 {sum}，总数为 {whole}{near}",
      en = "the parts make {sum}, the whole is {whole}{near}",
    },
  },
  examples = {
    bad = {
      { "| 指标 | 数值 | 增长 |\n|---|---|---|\n| 地区生产总值 | 4000.5 | 10.0 |\n| 第一产业 | 153.6 | 11.0 |\n| 第二产业 | 3235.9 | 9.8 |\n| 工业 | 3157.4 | 9.9 |\n| 建筑业 | 87.5 | 5.3 |\n| 第三产业 | 611.0 | 11.0 |", at = "87.5" },
    },
    good = {
      "| 指标 | 数值 | 增长 |\n|---|---|---|\n| 地区生产总值 | 4000.5 | 10.0 |\n| 第一产业 | 153.6 | 11.0 |\n| 第二产业 | 3235.9 | 9.8 |\n| 工业 | 3157.4 | 9.9 |\n| 建筑业 | 78.5 | 5.3 |\n| 第三产业 | 611.0 | 11.0 |",
      "| 指标 | 增长 |\n|---|---|\n| 地区生产总值 | 10.0 |\n| 第一产业 | 11.0 |\n| 第二产业 | 9.8 |\n| 工业 | 9.9 |\n| 建筑业 | 5.3 |\n| 第三产业 | 11.0 |",
    },
  },
  check = function(m, report)
    local cell = m.sentence.cell
    local grid = cell and cell.table
    if not grid or judged[grid] then return end
    judged[grid] = true
    local rows = rows_of(grid)
    if not (rows["第二产业"] and rows["工业"] and rows["建筑业"]) then return end
    for column = 2, grid.columns do
      local all, second = read(grid, rows, SETS[1], column), read(grid, rows, SETS[2], column)
      if all and second then
        local first_holds, second_holds = holds(all), holds(second)
        if first_holds and second_holds then
          report.agrees { at = second.whole, related = second.parts, how = "Σ = " .. second.whole.text }
        elseif first_holds then
          judge(second, report)
        end
      end
    end
  end,
}
