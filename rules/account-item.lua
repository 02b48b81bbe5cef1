-- 一般公共服务支出(类)财政事务(款)行政运行(项)。……支出决算为1151.89万元: the item of the
-- budget's classification that a paragraph explains, and the table's row of its name.
local near = lib "near"
local ITEM = re.new("([一-龥]+)\\s*\\(项\\)")
local HAN = 0xE4 -- the least first byte of an ideograph

local function plain(text) return (text:gsub("%s+", "")) end

-- The rows of a document's tables, by name: the first cell of each that begins
-- with an ideograph.
local rows = memo()
local function rows_of(doc)
  if rows[doc] then return rows[doc] end
  local out = {}
  rows[doc] = out
  for _, tab in ipairs(doc.tables) do
    local named = 0
    for _, cell in ipairs(tab.cells) do
      local row, text = cell.row, cell.text
      if row ~= named and (text:byte(1) or 0) >= HAN then
        named = row
        local name = plain(text)
        out[name] = out[name] or {}
        table.insert(out[name], { tab = tab, row = row })
      end
    end
  end
  return out
end

-- The figures of the rows that have a name.
local function figures_of(doc, name)
  local out = {}
  for _, place in ipairs(rows_of(doc)[name] or {}) do
    for column = 1, place.tab.columns do
      local cell = place.tab:cell(place.row, column)
      local claim = cell and cell.claim
      if claim and claim.value and claim.decimals > 0 then out[#out + 1] = claim end
    end
  end
  return out
end

-- The item that a paragraph names; false where it names none.
local items = memo()
local function item_of(block)
  if items[block] == nil then items[block] = ITEM:match(plain(block.text)) or false end
  return items[block]
end

-- 83.80 and 80.38: the printed digits in another order.
local function sorted(claim)
  local digits = {}
  for d in claim.number_text:gmatch("%d") do digits[#digits + 1] = d end
  table.sort(digits)
  return table.concat(digits)
end

-- The cell that the figure equals, or the one that it is a slip away from.
local function nearest(claim, cells)
  local slipped
  for _, cell in ipairs(cells) do
    if cell.value == claim.value / claim.scale then return cell end
    local kind = not slipped and (sorted(cell) == sorted(claim) and "transposed" or near.miss(cell.value, claim.value / claim.scale))
    if kind == "transposed" or kind == "digit" then slipped = { cell = cell, kind = kind } end
  end
  return nil, slipped
end

return {
  api = 1,
  id = "account-item",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = "支出决算(?:数)?为\\s*(?<n>\\d[\\d,]*\\.\\d+)\\s*万?元?" },
  summary = {
    zh = "决算说明中某项的决算数与决算表中该项不符",
    en = "what an account says of an item is not what its table has",
  },
  explain = {
    zh = [[部门决算说明按“类、款、项”逐项列出支出决算，决算表中有同名的行。说明中的数字在该行没有，而与该行某数只差一处
笔误的，报告。]],
    en = [[Accounts of departments explain each item of the classification, and their tables have a row of its name. A figure
that the row does not have, and that a slip of the pen makes of one it has, is told.]],
  },
  messages = {
    base = {
      zh = "“{name}”的决算数此处为 {stated}，表中为 {expected}{near}",
      en = "the account of “{name}” is {stated} here and {expected} in the table{near}",
    },
  },
  examples = {
    bad = {
      { [[
| 科目名称 | 合计 | 基本支出 |
|---|---|---|
| 行政运行 | 1,511.89 | 1,503.52 |
| 住房公积金 | 187.19 | 187.19 |

1、一般公共服务支出(类)财政事务(款)行政运行(项)。主要用于局本部的基本支出。年初预算为1560.05万元,支出决算为1151.89万元。]],
        at = "1151.89万元" },
    },
    good = { [[
| 科目名称 | 合计 | 基本支出 |
|---|---|---|
| 行政运行 | 1,511.89 | 1,503.52 |
| 住房公积金 | 187.19 | 187.19 |

1、一般公共服务支出(类)财政事务(款)行政运行(项)。主要用于局本部的基本支出。年初预算为1560.05万元,支出决算为1511.89万元。]] },
  },
  check = function(m, report)
    local claim = m:figure("n")
    local name = claim and claim.value and item_of(m.sentence.block)
    local cells = name and figures_of(m.doc, name)
    if not cells or #cells == 0 then return end
    local equal, slipped = nearest(claim, cells)
    if equal then
      report.agrees { at = claim, related = equal, how = name }
    elseif slipped then
      local related = {}
      for _, cell in ipairs(cells) do
        if cell.value == slipped.cell.value then related[#related + 1] = cell end
      end
      report {
        at = claim, related = related, expected = slipped.cell.text,
        values = { name = name, near = near.note(slipped.kind) },
      }
    end
  end,
}
