-- relation: what the cells of a table link say of one another: whether they
-- hold together, and what each should be if the others are right.
--
-- A relation is { kind, cells, at, holds, shown, total, reference, wanted }: at
-- is the cell that is computed, shown what the others give, total what it says,
-- wanted(cell) an interval in base units, or nil.

local cells = lib "cells"
local show = lib "show"

local ZERO = interval(0, 0)

local relation = {}

function relation.parts(link)
  local r = { kind = "sum", cells = {}, sign = {} }
  local members, others, whole = link.members, link.others, link.whole
  local function put(list, sign)
    for _, c in ipairs(list) do
      r.cells[#r.cells + 1] = c
      r.sign[c.index] = sign
    end
  end
  put(members, 1)
  local target = ZERO
  if whole then
    put(others, -1)
    put({ whole }, -1)
    if #members == 1 and #others == 0 then r.kind = "equal" end
  elseif #others > 0 then
    r.kind, r.reference = "constant", others
    target = cells.sum(others)
    local exact = (target.low + target.high) / 2
    target = interval(exact, exact)
  else
    r.kind, target = "hundred", interval(100, 100)
  end
  local shown = cells.sum(members)
  for _, c in ipairs(whole and others or {}) do shown = shown - cells.range(c) end
  local middle = (shown.low + shown.high) / 2
  r.shown = (middle / cells.factor(whole or members[1])):text()
  r.total = whole and whole.text or ((target.low + target.high) / 2 / cells.factor(members[1])):text()
  function r.wanted(cell)
    local rest = target
    for _, c in ipairs(r.cells) do
      if c.index ~= cell.index then
        local x = cells.range(c)
        if r.sign[c.index] > 0 then rest = rest - x else rest = rest + x end
      end
    end
    if r.sign[cell.index] < 0 then rest = ZERO - rest end
    return rest
  end
  local at = whole or members[#members]
  r.at = at
  r.holds = (whole and shown or r.wanted(at)):meets(cells.range(at))
  return r
end

-- Rates are printed with either sign: a fall of 3.2 %, a change of -3.2 %.
function relation.change_of(link)
  local rate, level, base = link.rate, link.level, link.base
  local b, a = cells.range(base), cells.range(level)
  local below = b.high:lt(0) and a.high:lt(0) -- expenses in brackets
  if below then b, a = ZERO - b, ZERO - a end
  if not b.low:gt(0) then return nil end
  local computed = (a - b) / b * 100
  local printed = cells.range(rate):widen(rate.last_digit)
  local minus = ZERO - computed
  local r = { kind = "growth", cells = { rate, level, base }, at = rate,
              shown = show.range(computed, rate.decimals + 1), total = rate.text }
  r.holds = computed:meets(printed) or minus:meets(printed)
  local wanted = computed.low:lt(0) == cells.range(rate).low:lt(0) and computed or minus
  function r.wanted(cell)
    if cell.index == rate.index then return wanted end
    local share = cells.range(rate) / 100 + 1
    local out = cell.index == level.index and b * share or share.low:gt(0) and a / share or nil
    return out and below and ZERO - out or out
  end
  return r
end

function relation.share_of(link)
  local rate, part, whole = link.rate, link.members[1], link.whole
  local p, w = cells.range(part), cells.range(whole)
  if not w.low:gt(0) then return nil end
  local lost = p.high:lt(0) and cells.range(rate).high:lt(0) -- a loss per share
  local computed, scale = cells.scaled(lost and (ZERO - p) / w or p / w, rate.value:abs())
  if not computed then return nil end
  if lost then computed = ZERO - computed end
  local r = { kind = "ratio", cells = { rate, part, whole }, at = rate,
              shown = show.range(computed, rate.decimals + 1), total = rate.text }
  r.holds = computed:meets(cells.range(rate):widen(rate.last_digit))
  function r.wanted(cell)
    if cell.index == rate.index then return computed end
    local share = cells.range(rate) / scale
    if cell.index == part.index then return w * share end
    return (share.low:gt(0) or share.high:lt(0)) and p / share or nil
  end
  return r
end

return relation
