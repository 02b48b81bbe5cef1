-- A table in millions, 2,946.1, and the text of its row: $2.95 million. Where the
-- digits are the same and the scale is not, one of the two scale words is wrong.
local SCALE = re.new([[(?<![a-z])(?:in |of |\$ ?|£ ?|€ ?|\()(thousand|million|billion)s?\b|(?<![a-z])(thousand|million|billion)s of\b|(['’]?000)s?(?![\d,.])|[$£€](m|bn)\b|\b(x 1,000)\b]], "i")
local POWERS = { thousand = 3, million = 6, billion = 9, m = 6, bn = 9, ["x 1,000"] = 3 }
local MIXED = re.new([[(?:thousand|million|billion|['’]000)]], "i")
local LEAST, MOST = 3, 7 -- digits that are held against each other
local CELLS = 20000 -- cells of a document that are read
-- What a block ends in: what stands before a table may be of another table.
local LAST = re.new([[((?:\([^()]{0,80}\)|\bin (?:thousand|million|billion)s(?: of [a-zA-Z. ]{2,20})?)[:.]?\s*)$]], "i")
local STEM, SHORT = 5, 3 -- letters of a word that tell it; of words that tell nothing
local WORDS = 2 -- of a label that must be said

-- The power of ten that a text speaks of, where it speaks of one only.
local function power_of(text)
  local power
  for a, b, c, d, e in SCALE:gmatch(text) do
    local word = (a ~= "" and a or b ~= "" and b or d ~= "" and d or e ~= "" and e or ""):lower()
    local own = POWERS[word] or (c ~= "" and 3)
    if power and own ~= power then return nil, true end
    power = own
  end
  return power
end

-- What a table is in, and the place that says so.
local function scale_of(tab)
  for row = 1, math.max(1, tab.header_rows) do
    for column = 1, tab.columns do
      local cell = tab:cell(row, column)
      local power, mixed = power_of(cell and cell.text or "")
      if mixed then return nil end
      if power then return power, cell end
    end
  end
  local above = tab.block.previous
  for _, block in ipairs { tab.caption or above, above } do
    local power = power_of(LAST:match(block.text) or "")
    if power then return power, block end
  end
end

local function stem(word) return word:sub(1, STEM) end

local function words_of(text)
  local list, at = {}, {}
  for word in text:lower():gmatch("%a+") do
    if #word > SHORT and not at[stem(word)] then
      at[stem(word)] = true
      list[#list + 1] = stem(word)
    end
  end
  return list, at
end

-- With what digits a figure of a table may begin that is the text's, rounded.
local HEAD = 2
local function add_heads(heads, digits)
  local below = tostring(math.tointeger(tonumber(digits)) - 1)
  heads[digits:sub(1, HEAD)], heads[below:sub(1, HEAD)] = true, true
end

-- The figures of the text in thousands and more, by their digits, and with what
-- those of a table may begin.
local function told_by(doc)
  local all, heads, any = {}, {}, false
  for _, claim in ipairs(doc:figures("amount", "count", { claim = true, prose = true, power = 3, digits = LEAST })) do
    local power = claim.is_claim and claim.power
    if power and power >= 3 and claim.digits >= LEAST and not claim.numeral and not claim.sentence.cell and claim.value then
      local digits = claim.number_text:gsub("%D", ""):gsub("^0+", "")
      if #digits:gsub("0+$", "") >= LEAST and #digits <= MOST then
        all[digits] = all[digits] or {}
        table.insert(all[digits], claim)
        add_heads(heads, digits)
        any = true
      end
    end
  end
  return all, heads, any
end

-- The first n digits of a row of digits, rounded.
local function rounded(digits, n)
  if #digits == n then return digits, 0 end
  local head = math.tointeger(tonumber(digits:sub(1, n)))
  if digits:byte(n + 1) >= 53 then head = head + 1 end
  local text = tostring(head)
  return text:sub(1, n), #text - n
end

-- How many powers of ten the text is above the cell.
local function apart(claim, cell_text, digits, grown, power)
  local whole = #(cell_text:gsub("%..*", ""):gsub("%D", ""):gsub("^0+", ""))
  local said = #(claim.number_text:gsub("%..*", ""):gsub("%D", ""):gsub("^0+", ""))
  if whole == 0 or said == 0 or #digits < 1 then return nil end
  return said + claim.power - (whole + grown + power)
end

local NONE = {}
local NUMBER = re.new([[^[\s(−$£€-]*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)[\s)]*$]])

-- Do enough words of the row's label stand in the sentence of the claim? Of three
-- digits two in three, of more digits any.
local function is_named(label, claim, n)
  local _, at = words_of(claim.sentence.text)
  local hits = 0
  for _, word in ipairs(label) do
    if at[word] then hits = hits + 1 end
  end
  if n > LEAST then return hits > 0 end
  return hits >= WORDS and hits * 3 >= #label * 2
end

-- One cell in the text's scale is enough to be silent.
local function note(found, claim, cell, gap)
  if gap == 0 and not found.right[claim] then
    found.right[claim] = true
    found.report.agrees { at = claim, related = { cell }, how = claim.text .. " = " .. cell.text }
  elseif gap ~= 0 and gap % 3 == 0 and gap >= -6 and gap <= 6 then
    table.insert(found.wrong, { claim = claim, cell = cell, place = found.place })
  end
end

-- Tables whose scale conflicting-table-figure tells of.
local function told_tables(doc)
  local numbers = {}
  for _, link in ipairs(doc:links("text_cell")) do
    local cell = link.differs == "scale" and link.base.sentence.cell
    if cell then numbers[cell.table.number] = true end
  end
  return numbers
end

local function tell(found, doc)
  local told = #found.wrong > 0 and told_tables(doc) or {}
  for _, one in ipairs(found.wrong) do
    if not found.right[one.claim] and not told[one.cell.table.number] then
      found.right[one.claim] = true -- it is told once
      found.report { at = one.claim, related = { one.cell, one.place }, values = { cell = one.cell.text } }
    end
  end
end

-- Holds the figures of one row against those of the text.
local function read_row(found, row)
  local tab, power, told = found.tab, found.power, found.told
  local head, label = tab:cell(row, 1), nil
  for column = 2, head and tab.columns or 0 do
    local cell = tab:cell(row, column)
    local number = NUMBER:match(cell and cell.text or "")
    local digits = number and number:gsub("%D", ""):gsub("^0+", "") or ""
    for n = LEAST, found.heads[digits:sub(1, HEAD)] and math.min(#digits, MOST) or 0 do
      local key, grown = rounded(digits, n)
      for _, claim in ipairs(told[key] or NONE) do
        if not label and MIXED:find(head.text) then return end
        label = label or words_of(head.text)
        local gap = is_named(label, claim, n) and apart(claim, number, digits, grown, power)
        if gap then note(found, claim, cell, gap) end
      end
    end
  end
end

local function judge(doc, report)
  local told, heads, any = told_by(doc)
  local found = { told = told, heads = heads, right = {}, wrong = {}, report = report }
  local cells = 0
  for _, tab in ipairs(any and doc.tables or {}) do
    cells = cells + tab.rows * tab.columns
    if cells > CELLS then break end
    found.tab = tab
    found.power, found.place = scale_of(tab)
    for row = 1, found.power and tab.rows or 0 do read_row(found, row) end
  end
  tell(found, doc)
end

return {
  api = 1,
  id = "table-scale",
  severity = "warning",
  languages = { "en" },
  summary = {
    zh = "正文与表格数字相同而数量级（thousand、million、billion）不同",
    en = "text and table print one figure in two scales (2,946.1 in millions, $2.95 million)",
  },
  explain = {
    zh = [[表格标明单位（in millions），正文在同一项目下复述其数字，位数四舍五入后相同而相差千倍、百万倍的，两处的单位必有一处写错。]],
    en = [[A table says what it is in (in millions). Where a sentence that names its row prints a cell's digits, rounded, and is
a thousand or a million times off, the scale word of the one or of the other is wrong.]],
  },
  messages = {
    base = { zh = "此处为 {stated}，表中同一项为 {cell}，数量级不同", en = "{stated} here, the table has {cell} in its unit: one of the two scales is wrong" },
  },
  examples = {
    bad = {
      { "| (in millions) | 2019 | 2018 |\n|---|---|---|\n| Net cash used for financing activities | (2,946.1) | (2,100.9) |\n\nFor fiscal 2019, net cash used for financing activities was $2.95 million.",
        at = "$2.95 million" },
      { "Spending by department was as follows (dollars in thousands):\n\n| | 2019 | 2018 |\n|---|---|---|\n| Health | 26,557 | 21,009 |\n| Schools | 12,300 | 11,950 |\n\nThe health budget came to $26.56 billion.",
        at = "$26.56 billion" },
    },
    good = {
      "Spending by department was as follows (dollars in thousands):\n\n| | 2019 | 2018 |\n|---|---|---|\n| Health | 26,557 | 21,009 |\n| Schools (in millions) | 12,300 | 11,950 |\n\nThe health budget came to $26.56 million, that of schools to $12.3 billion. Of $21.0 billion nothing is said.",
      "| (in millions) | 2019 | 2018 |\n|---|---|---|\n| Net cash used for financing activities | (2,946.1) | (2,100.9) |\n\nFor fiscal 2019, net cash used for financing activities was $2.95 billion.",
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do judge(doc, report) end
  end,
}
