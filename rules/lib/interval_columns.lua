-- interval_columns: the estimates of a table and the intervals printed with them.
--
-- Each column of intervals says itself how they were computed: the estimate is
-- the middle of its interval, or of the logarithms (ratios; changes and effects
-- that are told by ratios), or of the log odds (shares; Wilson's intervals too).
-- Where a column keeps one of them, the cell that breaks it has a mistyped figure.

local slips = lib "slips"

local columns = {}

local END = [[−?-?(?:\d{1,3}(?:,\d{3})+|\d{1,4})(?:\.\d+)?]]
local X = [[(?<x>]] .. END .. [[)\s?%?]]
local DASH = [[%?\s?(?:--|–|—|-|to|,\s|;)\s?]]
local ENDS = [[(?<a>]] .. END .. [[)]] .. DASH .. [[(?<b>]] .. END .. [[)%?]]
local NOTE = [[[*†‡§¶^_\\]{0,6}\s?]]
local BOTH = re.new([=[^[\s*_]*(?:\d[\d,]*\s?[(;:]\s?)?]=] .. X .. NOTE
  .. [=[[(\[;,]\s?(?:9[059]%\s?)?(?:CI|CrI|UI)?\s?[:=,]?\s?]=] .. ENDS .. [=[[)\]]?]=])
local ALONE = re.new([=[^[\s*_]*[(\[]?]=] .. ENDS .. [=[[)\]]?]=] .. NOTE .. "$")
local ONE = re.new([=[^[\s*_]*(?:\d[\d,]*(?:/\d[\d,]*)?\s?\()?]=] .. X .. NOTE .. [=[\)?[*_\s]*$]=])
local OF_INTERVALS = re.new([[\bC\.?I\.?\b|\bCIs\b|\bUI\b|[Cc]onfidence|[Cc]redible]])
local ROW_OF_RANGES = re.new([[\b(?:IQR|[Rr]ange)\b|[Ii]nterquartile]])
local LOWER, UPPER = re.new([[\b[Ll](?:ower|ow|CL|CI)\b]]), re.new([[\b[Uu](?:pper|CL|CI)\b|\b[Hh]igh\b]])

local TELLING = 8 -- an interval this many last digits wide says where its middle is
local KEPT, RARE = 5, 25 -- cells that must keep it; of so many one may break it
local INSIDE = 3 -- cells that must have their estimate inside, where a name says so
local LOOSE = { keeps = decimal("0.04"), breaks = decimal("0.08"), more = 3 }
local LEAST_OFF = decimal("0.02") -- of the interval: less may be another rounding
local HUNDRED, TWO = decimal(100), decimal(2)

local function decimals(text)
  local point = text:find(".", 1, true)
  return point and #text - point or 0
end

local function unit_of(places)
  local unit = decimal(1)
  for _ = 1, places do unit = unit / 10 end
  return unit
end

-- A figure of an interval: its value, what it may stand for and its last digit.
local function figure(text)
  local value = decimal((text:gsub("−", "-")))
  local step = unit_of(decimals(text))
  return { value = value, text = text, step = step, range = interval(value, value):widen(step / TWO) }
end

local function entry(cell, x, a, b)
  local e = { cell = cell, x = x, a = a, b = b, width = b.value - a.value }
  e.swapped = a.value > b.value
  e.inside = not e.swapped and interval(a.range.low, b.range.high):meets(x.range)
  e.telling = e.width > x.step * TELLING
  return e
end

-- How a scale may be asked of an entry, and whether the three figures keep it.
local function odds(r) return r / (interval(HUNDRED, HUNDRED) - r) end
local function above(e) return e.a.range.low:gt(0) and e.x.range.low:gt(0) end
local function of_ratio(r) return r + HUNDRED end
local function of_effect(r) return interval(HUNDRED, HUNDRED) - r end
local SCALES = {
  {
    may = function() return true end,
    keeps = function(x, a, b) return ((a + b) / 2):meets(x) end,
  },
  { may = above, keeps = function(x, a, b) return (a * b):meets(x * x) end },
  {
    may = function(e)
      return above(e) and e.b.range.high:lt(100) and e.x.range.high:lt(100) and e.a.range.high:lt(100)
    end,
    keeps = function(x, a, b) return (odds(a) * odds(b)):meets(odds(x) * odds(x)) end,
  },
  { -- −1.4 (−10.6 to 8.8): the change that a ratio says
    may = function(e) return of_ratio(e.a.range).low:gt(0) end,
    keeps = function(x, a, b) return (of_ratio(a) * of_ratio(b)):meets(of_ratio(x) * of_ratio(x)) end,
  },
  { -- 91 (85–95): effectiveness, what is left of a ratio
    may = function(e) return e.b.range.high:lt(100) and e.x.range.high:lt(100) and e.a.range.high:lt(100) end,
    keeps = function(x, a, b) return (of_effect(a) * of_effect(b)):meets(of_effect(x) * of_effect(x)) end,
  },
}

-- 1: the cell keeps the scale, -1: breaks it, 0: neither. loose: the middle may
-- be off by a part of the interval (other methods, bootstraps).
local function state(scale, e, loose)
  if e.swapped or not e.telling or not scale.may(e) then return 0 end
  local x = loose and e.x.range:widen(e.width * loose.keeps) or e.x.range
  if scale.keeps(x, e.a.range, e.b.range) then return 1 end
  local least = loose and loose.breaks or LEAST_OFF
  x = e.x.range:widen(e.width * least)
  x = x.low < e.x.range.low - e.x.step and x or e.x.range:widen(e.x.step)
  if x.low:le(0) and e.x.value:gt(0) then return 0 end
  return scale.keeps(x, e.a.range, e.b.range) and 0 or -1
end

-- The figure of an entry that a slip explains, and what it was made of.
local function blame(scale, e)
  for _, name in ipairs { "x", "a", "b" } do
    for _, text in ipairs(slips.all(e[name].text)) do
      local r = { x = e.x.range, a = e.a.range, b = e.b.range }
      r[name] = figure(text).range
      if scale.keeps(r.x, r.a, r.b) then return name, text end
    end
  end
end

-- The estimate and interval of a cell that holds both.
local function read_both(cell)
  local x, a, b = BOTH:match(cell.text)
  return x and entry(cell, figure(x), figure(a), figure(b))
end

-- Of a cell that holds the interval, with its estimate in the one on its left.
local function read_beside(t, cell)
  local a, b = ALONE:match(cell.text)
  local left = a and t:cell(cell.row, cell.column - 1)
  local x = left and ONE:match(left.text)
  local e = x and entry(cell, figure(x), figure(a), figure(b))
  if e then e.left = left end
  return e
end

local function headers(t)
  local out = {}
  for _, cell in ipairs(t.cells) do
    if not cell.header then break end
    out[cell.column] = (out[cell.column] or "") .. " " .. cell.text
  end
  return out
end

-- Ends in two columns, | 12.1 | 10.2 | 14.0 |.
local function read_apart(t, cell)
  local left, right = t:cell(cell.row, cell.column - 1), t:cell(cell.row, cell.column + 1)
  local x, a, b = left and ONE:match(left.text), ONE:match(cell.text), right and ONE:match(right.text)
  local e = x and a and b and entry(cell, figure(x), figure(a), figure(b))
  if e then e.left, e.right = left, right end
  return e
end

local function first_text(t, row)
  local cell = t:cell(row, 1)
  return cell and cell.text or ""
end

-- The entries of each column.
local function read(t)
  local out, names = {}, headers(t)
  for _, cell in ipairs(t.cells) do
    local k = cell.column
    local name = names[k] or ""
    if not cell.header and cell.text:find("%d") then
      local e = read_both(cell)
      if not e and k > 1 then e = read_beside(t, cell) end
      if not e and k > 1 and LOWER:find(name) and UPPER:find(names[k + 1] or "") then e = read_apart(t, cell) end
      if e then
        e.named = OF_INTERVALS:find(name) or cell.text:find("[(%[]")
        e.alone = ROW_OF_RANGES:find(first_text(t, cell.row))
        out[k] = out[k] or {}
        table.insert(out[k], e)
      end
    end
  end
  return out
end

-- How many entries keep and break a scale.
local function count(scale, list, loose)
  local kept, broken = 0, 0
  for _, e in ipairs(list) do
    local k = state(scale, e, loose)
    if k > 0 then kept = kept + 1 elseif k < 0 then broken = broken + 1 end
  end
  return kept, broken
end

-- The scale that most entries keep.
local function best_of(list, loose)
  local best
  for i, scale in ipairs(SCALES) do
    local kept, broken = count(scale, list, loose)
    if not best or kept - broken > best.kept - best.broken then
      best = { index = i, kept = kept, broken = broken, loose = loose }
    end
  end
  return best
end

local function proves(s)
  return s.kept >= KEPT + (s.loose and LOOSE.more or 0) and s.broken * RARE <= math.max(RARE, s.kept)
end

-- Sets list.best of each column: the scale that it, or with it the other
-- columns of one scale, prove; nil where they prove none.
local function find_scales(all)
  local pool = {}
  for _, list in pairs(all) do
    list.best = best_of(list)
    if not proves(list.best) and list.best.broken > 1 then list.best = best_of(list, LOOSE) end
    local key = list.best.index .. (list.best.loose and "loose" or "")
    list.pool = pool[key] or { kept = 0, broken = 0, loose = list.best.loose }
    pool[key] = list.pool
    list.pool.kept, list.pool.broken = list.pool.kept + list.best.kept, list.pool.broken + list.best.broken
  end
  for _, list in pairs(all) do
    if not (proves(list.best) or list.best.broken <= 1 and proves(list.pool)) then list.best = nil end
  end
end

-- What is wrong with an entry of which `inside` of its column have theirs inside; the second result: it keeps its column's scale.
local function fault_of(e, list, inside)
  local best, others = list.best, #list - inside
  if not e.inside then
    local sure = others == 1 or others * RARE <= inside
    local least = e.named and INSIDE or KEPT
    return (e.alone or sure and inside >= least) and { kind = e.swapped and "swapped" or "outside", entry = e }
  end
  if not best then return nil end
  local k = state(SCALES[best.index], e, best.loose)
  if k >= 0 then return nil, k > 0 end
  local name, value = blame(SCALES[best.index], e)
  return name and { kind = "centre", name = name, expected = value, entry = e }
end

-- The faults of a table: list of { entry =, kind = "outside", "swapped" or
-- "centre", name = of the figure that is wrong, expected = }, and the entries
-- that keep what their column says.
function columns.judge(t)
  local faults, kept, all = {}, {}, read(t)
  find_scales(all)
  for _, list in pairs(all) do
    local inside = 0
    for _, e in ipairs(list) do inside = inside + (e.inside and 1 or 0) end
    for _, e in ipairs(list) do
      local fault, keeps = fault_of(e, list, inside)
      if fault then faults[#faults + 1] = fault end
      if keeps then kept[#kept + 1] = e end
    end
  end
  return faults, kept
end

-- All entries of a table, column by column.
function columns.entries(t)
  local out = {}
  for _, list in pairs(read(t)) do
    for _, e in ipairs(list) do out[#out + 1] = e end
  end
  return out
end

-- An entry that stands in the text, of the three figures as printed.
function columns.of_text(x, a, b) return entry(nil, figure(x), figure(a), figure(b)) end

-- Does the estimate stand in the middle of its interval, on any scale?
function columns.is_centred(e)
  for _, scale in ipairs(SCALES) do
    if state(scale, e) > 0 then return true end
  end
  return false
end

-- Where one of the three figures of an entry stands.
function columns.place(e, name)
  local cell = (name == "x" and e.left) or (name == "b" and e.right) or e.cell
  local sentence = cell.claim and cell.claim.sentence
  local from, to = nil, 0
  for _, each in ipairs(cell == e.left and { "x" } or e.left and (e.right and { name } or { "a", "b" }) or { "x", "a", "b" }) do
    from, to = cell.text:find(e[each].text, to + 1, true)
    if each == name or not from then break end
  end
  if not (from and sentence) or sentence.text:sub(from, to) ~= e[name].text then return cell end
  return sentence:place(from, to)
end

return columns
