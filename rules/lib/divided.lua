-- divided: 零售总额890亿元。分规模看,限额以上67.9亿元,限额以下222.1亿元: parts that are announced by
-- what the whole is divided by make the whole.

local divided = {}

local figures, near, show = lib "figures", lib "near", lib "show"
local MOST, BACK, DIGITS = 6, 8, 3
local AGAIN = re.new([[(?:按|分)[^,。;\d]{1,10}(?:分|看|统计|划分),]])
local OTHER = re.new("人均|平均|均价|占|其中")

local function level(c, like)
  return c.is_claim and (c.kind == "amount" or c.kind == "count") and c.aspect == "level" and c.value and c.unit ~= "" and not c.numeral
    and c.bound == "exact" and not c.sentence.cell and (not like or c.unit == like.unit) and c.amount.low and c.amount.high
end

-- The levels of one unit behind the announcement, up to the next one.
local function parts_of(m)
  local text, list, before = m.sentence.text, {}, #m:place():before(400)
  local from = text:find(m.text, 1, true)
  local rest = from and text:sub(from + #m.text) or ""
  local stop = AGAIN:find(rest)
  if stop then rest = rest:sub(1, stop - 1) end
  for _, c in ipairs(m.sentence.claims) do
    if #c:before(400) > before and level(c, list[1]) and rest:find(c.text, 1, true) then
      if OTHER:find(c:before(8)) then return nil end
      list[#list + 1] = c
    end
  end
  return #list >= 2 and #list <= MOST and list or nil
end

-- The last level of the unit before the announcement, of the paragraph.
local function whole_of(m, first)
  local all, text = m.doc.claims, #m:place():before(400)
  for i = first.index - 1, math.max(1, first.index - BACK), -1 do
    local c = all[i]
    if c.block ~= first.block then return nil end
    if #c:before(400) < text and level(c, first) then return c end
  end
end

-- The figure that a slip mends, and what it would be.
local function slip(whole, parts)
  local best, how, value
  for _, c in ipairs(parts) do
    local kind, v = near.within(c.value, (whole.amount - figures.sum(parts, c)) / c.factor, c.last_digit)
    if kind and kind ~= "power" and v:gt(0) and c.digits >= DIGITS and how ~= "transposed" then best, how, value = c, kind, v end
  end
  local kind, v = near.within(whole.value, figures.sum(parts) / whole.factor, whole.last_digit)
  if kind and kind ~= "power" and whole.digits >= DIGITS and how ~= "transposed" then best, how, value = whole, kind, v end
  return best, how, value
end

divided.pattern = [[(?<![一-龥])(?:按|分)(?!别)[^,。;\d]{1,10}(?:分|看|统计|划分),]]

function divided.check(m, report, book)
  local parts = parts_of(m)
  local whole = parts and whole_of(m, parts[1])
  if not whole then return end
  local sum = figures.sum(parts)
  if sum:meets(whole.amount) then
    report.agrees { at = whole, related = parts, how = "Σ = " .. whole.text }
    return
  end
  local at, kind, value = slip(whole, parts)
  if not at or not lib("once").first(book, at) then return end
  local places = at ~= whole and { whole } or {}
  for _, c in ipairs(parts) do
    if c ~= at then places[#places + 1] = c end
  end
  local expected = show.value(value, at)
  report {
    at = at, related = places, message = "divided", severity = "warning", expected = expected,
    values = { sum = show.like(sum, whole), whole = whole.text, expected = expected, near = near.note(kind) },
  }
end

return divided
