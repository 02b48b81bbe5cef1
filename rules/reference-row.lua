-- Differences from a reference row: 51.5 | 30.9, 20.6 | Ref.: the column says in its
-- other rows how it is made.

local near = lib "near"
local judged = memo() -- tables

local REF = re.new([[^[\s*_]*(?:[Rr]ef\.?|REF|[Rr]eferen(?:t|ce)(?: group)?)[\s*_]*$]])
local NUMBER = re.new([[^[\s*_(]*((?:--?|−|–)?)\s?(\d[\d,]*(?:\.\d+)?)\s?%?[\s*_)†‡§¶^]*$]])
local KEPT, MOST_LEFT = 4, 3 -- rows that must keep the column; columns to its left that are tried
local RARE = 5 -- of so many rows one may break it

-- The figure of a cell: value, last digit, text.
local function read(cell)
  if not cell then return nil end
  local sign, text = NUMBER:match(cell.text)
  if not text then return nil end
  local value, point = decimal((text:gsub(",", ""))), text:find(".", 1, true)
  local step = point and decimal("0." .. ("0"):rep(#text - point - 1) .. "1") or decimal(1)
  local size = value
  if sign ~= "" then value = value * -1 end
  return { value = value, size = size, step = step, cell = cell, decimals = point and #text - point or 0,
           range = interval(value - step / 2, value + step / 2) }
end

local MAKES = {
  function(v, r) return v.range - r.range end,
  function(v, r) return r.value:gt(0) and r.range.low:gt(0) and (v.range / r.range - 1) * 100 end,
}

-- The rows of a group: those next to the reference row with a figure in the column.
local function group(t, ref, column)
  local out = {}
  for _, step in ipairs { -1, 1 } do
    local row = ref + step
    while row >= 1 and row <= t.rows do
      local d = read(t:cell(row, column))
      if not d then break end
      out[#out + 1] = { row = row, d = d }
      row = row + step
    end
  end
  return out
end

-- The entries of a column of differences, by a column to the left of it.
local function entries(t, refs, column, of)
  local out = {}
  for _, ref in ipairs(refs) do
    local r = read(t:cell(ref, of))
    for _, e in ipairs(r and group(t, ref, column) or {}) do
      local v = read(t:cell(e.row, of))
      if v then out[#out + 1] = { d = e.d, v = v, r = r } end
    end
  end
  return out
end

local function judge_column(t, refs, column, report)
  for of = column - 1, math.max(2, column - MOST_LEFT), -1 do
    local list = entries(t, refs, column, of)
    for _, make in ipairs(#list >= KEPT and MAKES or {}) do
      local kept, broken, signed = 0, {}, false
      for _, e in ipairs(list) do signed = signed or e.d.value:lt(0) end
      for _, e in ipairs(list) do
        local x = make(e.v, e.r)
        if x and not signed and x.high:lt(0) then x = x * -1 end -- differences without their signs
        if x and x:widen(e.d.step):meets(e.d.range) then kept = kept + 1 elseif x then broken[#broken + 1] = { e = e, made = x } end
      end
      if kept >= KEPT and #broken * RARE <= math.max(RARE, kept) then
        for _, b in ipairs(broken) do report(b) end
        return
      end
    end
  end
end

-- 39.0 for 30.9: two digits swapped, or one that differs by much: the differences
-- are made of figures before they are rounded, and adjusted ones at times.
local STEPS, SHARE = 10, 12 -- a digit is off by so many last digits, and by one of so many parts
local function slip(d, made)
  local size = made.high:lt(0) and made * -1 or made
  if (made.high:lt(0)) ~= d.value:lt(0) then return nil end
  local kind, value = near.within(d.size, size:widen(d.step / 2), d.step)
  if kind == "transposed" then return value end
  local want = ((size.low + size.high) / 2):round(d.decimals)
  local gap = (want - d.size):abs()
  local far = gap >= d.step * STEPS and gap * SHARE >= want
  return far and (kind and value or near.one_slip(d.size:text(), want:text()) and want) or nil
end

return {
  api = 1,
  id = "reference-row",
  severity = "warning",
  languages = { "en" },
  on = { pattern = [[^[\s*_]*(?:[Rr]ef\.?|REF|[Rr]eferen(?:t|ce)(?: group)?)[\s*_]*$]] },
  summary = {
    zh = "表中与参照行之差与各行数值不符",
    en = "a difference from the reference row is not what the rows make it",
  },
  explain = {
    zh = [[表中某列写明参照行（Ref.），其余各行为与参照行之差或相对差。该列由哪一列怎样算出，由多数行得知（至少四行）；
其中一行不符、改动一处笔误即符合的，予以报告。]],
    en = [[A column with a row of reference (Ref.) holds differences or relative differences from that row. How it is made of
a column to its left is learnt from its rows, four at least; a row that breaks it and keeps it after a slip of the pen is reported.]],
  },
  messages = {
    base = {
      zh = "{value} 与参照行 {ref} 应得 {wanted}，印为 {stated}",
      en = "{value} against {ref} of the reference row makes {wanted}, printed as {stated}",
    },
  },
  examples = {
    bad = {
      { [[
| Group | % | Difference |
|---|---|---|
| Rural | 51.5 | 39.0 |
| Urban | 20.6 | Ref. |
| Young | 30.9 | 10.3 |
| Middle | 28.1 | 7.5 |
| Old | 22.4 | 1.8 |
| Oldest | 19.0 | -1.6 |
| Other | 27.7 | 7.1 |
]], at = "39.0" },
      { [[
| Group | Share (%) | Relative difference (%) |
|---|---|---|
| White | 9.7 | Ref. |
| Black | 15.2 | 56 |
| Asian | 26.2 | 169 |
| Native | 8.2 | --61 |
| Islander | 22.0 | 125 |
| Hispanic | 26.6 | 174 |
]], at = "--61" },
    },
    good = {
      [[
| Group | % | Absolute difference |
|---|---|---|
| Rural | 51.5 | 30.9 |
| Urban | 20.6 | Ref. |
| Young | 10.3 | 10.3 |
| Middle | 28.1 | 7.5 |
| Old | 22.4 | 1.8 |
| Oldest | 19.0 | 1.6 |
]],
      [[
| Group | Share (%) | Relative difference (%) |
|---|---|---|
| White | 9.7 | Ref. |
| Black | 15.2 | 56 |
| Asian | 26.2 | 169 |
| Native | 8.2 | --16 |
| Islander | 22.0 | 125 |
| Hispanic | 26.6 | 174 |
]],
      [[
| Group | % | Adjusted odds ratio |
|---|---|---|
| White | 9.7 | Ref. |
| Black | 15.2 | 1.3 |
| Asian | 26.2 | 2.9 |
| Native | 8.2 | 0.7 |
| Islander | 22.0 | 3.1 |
| Hispanic | 26.6 | 1.1 |
]],
    },
  },
  check = function(m, report)
    local t = m.sentence.cell and m.sentence.cell.table
    if not t or judged[t] then return end
    judged[t] = true
    local refs = {}
    for _, cell in ipairs(t.cells) do
      if REF:find(cell.text) and cell.column > 2 then
        refs[cell.column] = refs[cell.column] or {}
        table.insert(refs[cell.column], cell.row)
      end
    end
    for column, rows in pairs(refs) do
      judge_column(t, rows, column, function(b)
        local e = b.e
        local want = slip(e.d, b.made)
        if not want then return end
        report {
          at = e.d.cell, related = { e.v.cell, e.r.cell }, expected = want:text(),
          values = { value = e.v.cell.text, ref = e.r.cell.text, wanted = want },
        }
      end)
    end
  end,
}
