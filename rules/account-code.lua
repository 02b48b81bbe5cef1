-- 30301 奖金, and 20599 below 207: codes of the budget's classification, which say
-- the class they are of, beside the names that they have.
local rows = lexicon "zh/account-code"
local CODE = re.new("^([23]\\d{2}(?:\\d{2}){0,2})\\s*([^\\d\\s].*)?$")
local CLASS, GROUP, ITEM = 3, 5, 7 -- digits
local LEAST = 3 -- codes that make a table one of accounts

-- The codes of names that stand for one alone; false: for several.
local code_of = {}
for i = 1, #rows do
  local row = rows[i]
  code_of[row.name] = code_of[row.name] == nil and row.code or false
end

-- The codes of a table's column, each with its cell and the name beside it.
local function codes_of(tab)
  local columns, n = {}, 0
  for _, cell in ipairs(tab.cells) do
    local code, name = CODE:match(cell.text)
    if code then
      local beside = name or (tab:cell(cell.row, cell.column + 1) or {}).text
      columns[cell.column] = columns[cell.column] or {}
      table.insert(columns[cell.column], { code = code, cell = cell, name = beside or "" })
      n = n + 1
    end
  end
  return n >= LEAST and columns or {}
end

local function at(entry) return entry.cell.claim or entry.cell.place end

-- Its name, the next code of the column, and where its code stands again.
local function others(list, i)
  local entry, out = list[i], {}
  local tab = entry.cell.table
  local beside = tab:cell(entry.cell.row, entry.cell.column + 1)
  for _, place in ipairs { beside and beside.place or entry.cell.place, list[i + 1] and at(list[i + 1]) } do out[#out + 1] = place end
  for _, cell in ipairs(tab.cells) do
    if cell.text:sub(1, #entry.code) == entry.code and cell.row ~= entry.cell.row then out[#out + 1] = cell.place end
  end
  return out
end

-- Is the name that of another code of its length?
local function judge_name(list, i, report)
  local entry = list[i]
  local name = entry.name:gsub("%s+", "")
  local code = code_of[name]
  if not code or #code ~= #entry.code then return false end
  if code == entry.code then
    report.agrees { at = at(entry), how = code .. " " .. name }
  else
    report { at = at(entry), related = others(list, i), stated = entry.code, expected = code, values = { name = name, code = code } }
  end
  return code ~= entry.code
end

-- How many digits differ?
local function apart(a, b)
  local n = 0
  for i = 1, #b do
    if a:byte(i) ~= b:byte(i) then n = n + 1 end
  end
  return n
end

-- Does it begin with the class, or the group, that it stands below? A table may
-- leave out the lines of a class; so of another class only one digit counts.
local function judge_place(entry, above, report)
  local parent = #entry.code == ITEM and above[GROUP] or above[CLASS]
  if not parent or #entry.code <= #parent.code or entry.code:sub(1, #parent.code) == parent.code then return end
  if entry.code:sub(1, CLASS) ~= parent.code:sub(1, CLASS) and apart(entry.code, parent.code) > 1 then return end
  report {
    at = at(entry), related = at(parent), message = "place", stated = entry.code,
    values = { parent = parent.code },
  }
end

local MOST = 12 -- findings of a table: more are another classification
local function judge(list, report)
  local above, n_wrong = {}, 0
  for i, entry in ipairs(list) do
    local n = #entry.code
    local wrong = n_wrong < MOST and judge_name(list, i, report)
    if wrong then n_wrong = n_wrong + 1 end
    if not wrong then judge_place(entry, above, report) end
    if n == CLASS then above = { [CLASS] = not wrong and entry or nil }
    elseif n == GROUP and not wrong then above[GROUP] = entry end
  end
end

return {
  api = 1,
  id = "account-code",
  severity = "warning",
  languages = { "zh" },
  on = { block = "table" },
  summary = {
    zh = "预算科目编码与名称或所属类款不符（30301 奖金，207 之下的 20599）",
    en = "a code of the budget's classification does not fit its name, or the class it stands below",
  },
  explain = {
    zh = [[政府收支分类科目的编码逐级编制：款的前三位是类，项的前五位是款；经济分类的款名与编码一一对应。
表中编码与其名称或其上级编码不符时报告。]],
    en = [[Codes of the government's classification are built level by level: a group begins with the three digits of its
class, an item with the five of its group; the economic items have one code each.]],
  },
  messages = {
    base = {
      zh = "“{name}”的科目编码为 {code}，此处印为 {stated}",
      en = "the code of “{name}” is {code}, here it is {stated}",
    },
    place = {
      zh = "编码 {stated} 不属于其上级 {parent}",
      en = "code {stated} stands below {parent} and does not begin with it",
    },
  },
  examples = {
    bad = {
      { [[
| 科目编码 | 科目名称 | 决算数 |
|---|---|---|
| 301 | 工资福利支出 | 20 |
| 30101 | 基本工资 | 9 |
| 30301 | 奖金 | 11 |]], at = "30301" },
      { [[
| 科目编码 | 科目名称 | 决算数 |
|---|---|---|
| 205 | 教育支出 | 20 |
| 20502 | 普通教育 | 9 |
| 2050305 | 高等教育 | 9 |]], at = "2050305" },
      { [[
| 科目编码 | 科目名称 | 决算数 |
|---|---|---|
| 207 | 文化旅游体育与传媒支出 | 20 |
| 20599 | 其他支出项目 | 9 |
| 208 | 社会保障和就业支出 | 9 |]], at = "20599" },
    },
    good = { [[
| 科目编码 | 科目名称 | 决算数 |
|---|---|---|
| 205 | 教育支出 | 20 |
| 20502 | 普通教育 | 9 |
| 2050205 | 高等教育 | 9 |
| 301 | 工资福利支出 | 9 |
| 30103 | 奖金 | 9 |]] },
  },
  check = function(block, report)
    local tab = block.table
    if not tab then return end
    local columns = codes_of(tab)
    for column = 1, tab.columns do
      if columns[column] then judge(columns[column], report) end
    end
  end,
}
