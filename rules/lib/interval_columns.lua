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
  .. [=[(?:[(\[;]|,(?!\d{3}))\s?(?:9[059]%\s?)?(?:CI|CrI|UI)?\s?[:=,]?\s?]=] .. ENDS .. [=[[)\]]?]=])
local ALONE = re.new([=[^[\s*_]*[(\[]?]=] .. ENDS .. [=[[)\]]?]=] .. NOTE .. "$")
local ONE = re.new([=[^[\s*_]*(?:\d[\d,]*(?:/\d[\d,]*)?\s?\()?]=] .. X .. NOTE .. [=[\)?[*_\s]*$]=])
local SPACED = re.new([[\d]] .. DASH .. [[[−-]?\d]]) -- what a cell of two ends has
local OF_INTERVALS = re.new([[\bC\.?I\.?\b|\bCIs\b|\bUI\b|[Cc]onfidence|[Cc]redible]])
local ROW_OF_RANGES = re.new([[\b(?:IQR|[Rr]ange)\b|[Ii]nterquartile]])
local LOWER, UPPER = re.new([[\b[Ll](?:ower|ow|CL|CI)\b]]), re.new([[\b[Uu](?:pper|CL|CI)\b|\b[Hh]igh\b]])

local TELLING = 8 -- an interval this many last digits wide says where its middle is
local KEPT, RARE = 5, 25 -- cells that must keep it; of so many one may break it
local INSIDE = 3 -- cells that must have their estimate inside, where a name says so
local LOOSE = { keeps = 25, breaks = 12.5, more = 3 } -- so many times is the interval as wide
local LEAST_OFF = 50 -- and as this: less may be another rounding
local COMMON, NEAR_MIDDLE = 3, 16 -- the scales of whatever is printed; so near the middle by any scale, it may be another method's
local HUNDRED, TWO = decimal(100), decimal(2)

-- Figures are compared in whole hundredths of the finest last digit of the three,
-- which doubles hold exactly; products that they may not are worked out as decimals.
local PARTS = 100
local HOLDS, COARSE = 2.0 ^ 52, 1e-9
local MOST_PLACES = 9

local function decimals(text)
  local point = text:find(".", 1, true)
  return point and #text - point or 0
end

local function unit_of(places)
  local unit = decimal(1)
  for _ = 1, places do unit = unit / 10 end
  return unit
end

-- A figure of an interval, as printed: n of its last digit. nil where it is longer than estimates are.
local function figure(text)
  local places = decimals(text)
  local value = tonumber(text) or tonumber((text:gsub("−", "-"):gsub(",", "")))
  if not value or places > MOST_PLACES then return nil end
  -- with room for what scale_to sets
  return { text = text, places = places, n = math.floor(value * 10.0 ^ places + 0.5), at = nil, half = nil, low = nil, high = nil }
end

-- What a printed figure may stand for.
local function range_of(text)
  local value = decimal((text:gsub("−", "-")))
  return interval(value, value):widen(unit_of(decimals(text)) / TWO)
end

-- Sets the value and half of the last digit of a figure; false: a double does not hold it.
local function scale_to(f, places)
  local step = PARTS * 10.0 ^ (places - f.places)
  f.at, f.half = f.n * step, step / 2
  f.low, f.high = f.at - f.half, f.at + f.half
  return math.abs(f.at) < HOLDS
end

local function entry(cell, x, a, b)
  if not (x and a and b) then return nil end
  local places = math.max(x.places, a.places, b.places)
  if not (scale_to(x, places) and scale_to(a, places) and scale_to(b, places)) then return nil end
  local swapped, width = a.at > b.at, b.at - a.at
  return {
    cell = cell, x = x, a = a, b = b, width = width, unit = PARTS * 10.0 ^ places, swapped = swapped,
    inside = not swapped and a.low <= x.high and b.high >= x.low, telling = not swapped and width > 2 * x.half * TELLING,
    left = nil, right = nil, named = nil, alone = nil, -- where it stands, set by who reads it
  }
end

-- Is l no more than r? nil where doubles are too coarse to say.
local function at_most(l, r)
  local size = math.abs(l) + math.abs(r)
  if size < HOLDS or math.abs(l - r) > size * COARSE then return l <= r end
end

local function both(one, other)
  if one == false or other == false then return false end
  return one and other
end

local function meet(low, high, l, h) return both(at_most(low, h), at_most(l, high)) end

local function square(l, h)
  if l > 0 then return l * l, h * h end
  if h < 0 then return h * h, l * l end
  return l * h, math.max(l * l, h * h)
end

-- How a scale may be asked of an entry, and whether the three figures keep it: of
-- decimals, and quickly of an estimate from l to h and the ends; nil: not to be said so.
local function odds(r) return r / (interval(HUNDRED, HUNDRED) - r) end
local function above(e) return e.a.low > 0 and e.x.low > 0 end
local function below(e, all) return e.b.high < all and e.x.high < all and e.a.high < all end
local function of_ratio(r) return r + HUNDRED end
local function of_effect(r) return interval(HUNDRED, HUNDRED) - r end
local SCALES = {
  {
    may = function() return true end,
    keeps = function(x, a, b) return ((a + b) / 2):meets(x) end,
    quick = function(l, h, a, b) return meet(a.low + b.low, a.high + b.high, 2 * l, 2 * h) end,
  },
  {
    may = above,
    keeps = function(x, a, b) return (a * b):meets(x * x) end,
    quick = function(l, h, a, b) return meet(a.low * b.low, a.high * b.high, square(l, h)) end,
  },
  {
    may = function(e, all) return above(e) and below(e, all) end,
    keeps = function(x, a, b) return (odds(a) * odds(b)):meets(odds(x) * odds(x)) end,
    quick = function(l, h, a, b, all)
      if l <= 0 or h >= all then return nil end
      return both(at_most(a.low * b.low * (all - h) ^ 2, h * h * (all - a.low) * (all - b.low)),
        at_most(l * l * (all - a.high) * (all - b.high), a.high * b.high * (all - l) ^ 2))
    end,
  },
  { -- −1.4 (−10.6 to 8.8): the change that a ratio says
    may = function(e, all) return all + e.a.low > 0 end,
    keeps = function(x, a, b) return (of_ratio(a) * of_ratio(b)):meets(of_ratio(x) * of_ratio(x)) end,
    quick = function(l, h, a, b, all)
      return meet((all + a.low) * (all + b.low), (all + a.high) * (all + b.high), square(all + l, all + h))
    end,
  },
  { -- 91 (85–95): effectiveness, what is left of a ratio
    may = below,
    keeps = function(x, a, b) return (of_effect(a) * of_effect(b)):meets(of_effect(x) * of_effect(x)) end,
    quick = function(l, h, a, b, all)
      return meet((all - a.high) * (all - b.high), (all - a.low) * (all - b.low), square(all - h, all - l))
    end,
  },
}

-- Has the scale the estimate, from l to h, in the middle?
local function keeps(scale, e, l, h)
  local quick = scale.quick(l, h, e.a, e.b, e.unit * 100)
  if quick ~= nil then return quick end
  local function exact(v) return decimal(("%.0f"):format(v)) / decimal(("%.0f"):format(e.unit)) end
  local function range(low, high) return interval(exact(low), exact(high)) end
  return scale.keeps(range(l, h), range(e.a.low, e.a.high), range(e.b.low, e.b.high))
end

-- 1: the cell keeps the scale, -1: breaks it, 0: neither. loose: the middle may
-- be off by a part of the interval (other methods, bootstraps).
local function state(scale, e, loose)
  if not e.telling or not scale.may(e, e.unit * 100) then return 0 end
  local x, more = e.x, loose and e.width / loose.keeps or 0
  if keeps(scale, e, x.low - more, x.high + more) then return 1 end
  more = math.max(e.width / (loose and loose.breaks or LEAST_OFF), 2 * x.half)
  if x.low - more <= 0 and x.at > 0 then return 0 end
  return keeps(scale, e, x.low - more, x.high + more) and 0 or -1
end

-- Exact and bootstrapped intervals are the middle of no scale, and near that of some.
local function is_near_middle(e)
  local more = e.width / NEAR_MIDDLE
  for i = 1, COMMON do
    local scale = SCALES[i]
    if scale.may(e, e.unit * 100) and keeps(scale, e, e.x.low - more, e.x.high + more) then return true end
  end
end

-- The figure of an entry that a slip explains, and what it was made of.
local function blame(scale, e)
  for _, name in ipairs { "x", "a", "b" } do
    for _, text in ipairs(slips.all(e[name].text)) do
      local r = { x = range_of(e.x.text), a = range_of(e.a.text), b = range_of(e.b.text) }
      r[name] = range_of(text)
      if scale.keeps(r.x, r.a, r.b) then return name, text end
    end
  end
end

-- The estimate and interval of a cell that holds both.
local function read_both(cell, text)
  local x, a, b = BOTH:match(text)
  return x and entry(cell, figure(x), figure(a), figure(b))
end

-- Of a cell that holds the interval, with its estimate in the one on its left.
local function read_beside(t, cell, text)
  local a, b = ALONE:match(text)
  local left = a and t:cell(cell.row, cell.column - 1)
  local x = left and ONE:match(left.text)
  local e = x and entry(cell, figure(x), figure(a), figure(b))
  if e then e.left = left end
  return e
end

local headers = lib("table_heads").of

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

-- The columns of lower ends, those of upper ends being on their right; nil: none.
local function lower_columns(t, names)
  local out
  for k = 2, t.columns - 1 do
    if names[k] and names[k + 1] and LOWER:find(names[k]) and UPPER:find(names[k + 1]) then
      out = out or {}
      out[k] = true
    end
  end
  return out
end

-- The entry of a cell of text; spaced: it may hold two figures.
local function read_cell(t, cell, text, spaced, lower)
  local e = spaced and (read_both(cell, text) or cell.column > 1 and read_beside(t, cell, text))
  if e or not lower or not lower[cell.column] then return e or nil end
  return read_apart(t, cell)
end

local known = memo() -- by table

-- The entries of each column.
local function read(t)
  if known[t] then return known[t] end
  local out, names = {}, headers(t)
  local lower = lower_columns(t, names)
  local of_intervals, of_ranges = {}, {} -- by column, by row
  known[t] = out
  for _, cell in ipairs(lower and t.cells or t:matching(SPACED)) do
    local text = cell.text
    local spaced = not lower or SPACED:find(text)
    local e = not cell.header and read_cell(t, cell, text, spaced, lower)
    if e then
      local k, row = cell.column, cell.row
      if of_intervals[k] == nil then of_intervals[k] = OF_INTERVALS:find(names[k] or "") ~= nil end
      if of_ranges[row] == nil then of_ranges[row] = ROW_OF_RANGES:find(first_text(t, row)) ~= nil end
      e.named = of_intervals[k] or text:find("(", 1, true) or text:find("[", 1, true)
      e.alone = of_ranges[row]
      out[k] = out[k] or {}
      table.insert(out[k], e)
    end
  end
  return out
end

-- How many entries keep and break a scale; nil where those that keep it cannot
-- outnumber the others by more than `least`.
local function count(scale, list, loose, least)
  local most, kept, broken = #list, 0, 0
  for _, e in ipairs(list) do
    local k = state(scale, e, loose)
    if k > 0 then kept = kept + 1 elseif k < 0 then broken = broken + 1 end
    most = most - 1 + k
    if most <= least then return nil end
  end
  return kept, broken
end

-- The scale that most entries keep.
local function best_of(list, loose)
  local best, least = nil, -math.huge
  for i, scale in ipairs(SCALES) do
    local kept, broken
    if #list > least then kept, broken = count(scale, list, loose, least) end
    if kept and kept - broken > least then
      best, least = { index = i, kept = kept, broken = broken, loose = loose }, kept - broken
    end
  end
  return best
end

local function proves(s)
  return s.kept >= KEPT + (s.loose and LOOSE.more or 0) and s.broken * RARE <= math.max(RARE, s.kept)
end

-- Those of the entries that tell where their middle is.
local function telling_of(list)
  local out = {}
  for _, e in ipairs(list) do
    if e.telling then out[#out + 1] = e end
  end
  return out
end

-- Sets list.best of each column: the scale that it, or with it the other
-- columns of one scale, prove; nil where they prove none.
local function find_scales(all)
  local pool, telling, n = {}, {}, 0
  for k, list in pairs(all) do
    telling[k] = telling_of(list)
    n = n + #telling[k]
  end
  if n < KEPT then return end
  for k, list in pairs(all) do
    list.best = best_of(telling[k])
    if not proves(list.best) and list.best.broken > 1 then list.best = best_of(telling[k], LOOSE) end
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
  if k >= 0 or is_near_middle(e) then return nil, k > 0 end
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
      local fault, good = fault_of(e, list, inside)
      if fault then faults[#faults + 1] = fault end
      if good then kept[#kept + 1] = e end
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
