-- row_growth: a rate of the text against two cells of the row that holds its
-- level: revenue rose 21% to $377.3 billion | Revenue | 377,289 | 312,694 |.
--
-- In: a document. Out: { rate =, level =, cell =, base =, computed =, fits = }
-- for each rate with a level that a table has, where a cell of the year before
-- stands in its row.

local figures = lib "figures"
local growth = {}

local ONE, HUNDRED = decimal(1), decimal(100)
local LEAST_DIGITS = 3

-- The cell that holds a figure of the text, by the figure's number.
local function cells_of(doc)
  local out = {}
  for _, link in ipairs(doc:links("text_cell")) do
    local level, cell = link.level, link.base
    if level and cell and cell.sentence.cell and level.value and cell.value and not level.sentence.cell then
      out[level.index] = out[level.index] or cell.sentence.cell
    end
  end
  return out
end

-- The year before, of a period first/last.
local function year_before(period)
  local a, b, c, d = period:match("^(%d%d%d%d)(%-%d%d%-%d%d)/(%d%d%d%d)(%-%d%d%-%d%d)$")
  return a and ("%04d%s/%04d%s"):format(tonumber(a) - 1, b, tonumber(c) - 1, d)
end

-- The growth from one figure to the other, in per cent.
local function grown(level, base)
  return (level / base - ONE) * HUNDRED
end

-- Figures of the cell's row that are of its kind; the one of the year before.
local function bases_of(cell)
  local claim, grid, before, all = cell.claim, cell.table, nil, {}
  local wanted = year_before(claim.period)
  for column = 1, grid.columns do
    local other = column ~= cell.column and grid:cell(cell.row, column)
    local base = other and other.claim
    if base and base.kind == claim.kind and base.unit == claim.unit and base.value and base.value:gt(0) and base.digits >= LEAST_DIGITS then
      all[#all + 1] = base
      if base.period ~= "" and base.period == wanted then
        if before then return all, nil end
        before = base
      end
    end
  end
  return all, before
end

local function signed(rate)
  return rate.direction == "down" and interval(0, 0) - rate.interval or rate.interval
end

-- The rate holds between the cell and any other of its row, whichever came first.
local function holds(rate, claim, bases)
  local printed = signed(rate):widen(rate.last_digit)
  for _, base in ipairs(bases) do
    if grown(claim.interval, base.interval):meets(printed) or grown(base.interval, claim.interval):meets(printed) then return base end
  end
end

-- What may stand between a rate and its level, either first.
local TO = re.new([[^,? ?(?:\(?(?:year|quarter)[ -](?:on|over)[ -](?:year|quarter)\)?|yoy|y/y|annually)?,? ?(?:to|and (?:reached|was|amounted to|stood at)|reaching|amounting to) (?:a (?:total|record) (?:of )?)?(?:about |approximately |over )?[$€£¥]?$]], "i")
local UP = re.new([[^,? ?\(?(?:in (?:fiscal )?\d{4},? ?)?(?:which (?:was|is) )?(?:(?:represent|mark|reflect)ing )?(?:up|down|an? (?:[a-z-]+ ){0,3}(?:increase|rise|growth|decrease|decline|fall|drop|gain)|or|grew|rose|fell|\+|[−-])?(?: year[ -]on[ -]year)? ?(?:of|by)? ?(?:about |nearly )?$]], "i")

-- The rate that is said with a level: the figure right before or behind it.
local function rate_of(doc, level)
  for _, step in ipairs { -1, 1 } do
    local rate = doc.claims[level.index + step]
    if rate and not rate.is_claim then rate = doc.claims[level.index + 2 * step] end -- in 2019
    if rate and rate.sentence == level.sentence and rate.kind == "percent" and rate.value and rate.bound == "exact"
      and rate:has("growth") and (rate.direction == "up" or rate.direction == "down") then
      local first, second = rate, level
      if step == 1 then first, second = level, rate end
      local gap = figures.behind_last(second:before(60), first.text)
      if gap and (step == -1 and TO or UP):find(gap) then return rate end
    end
  end
end

function growth.of(doc)
  local out = {}
  for index, cell in pairs(cells_of(doc)) do
    local level, claim = doc.claims[index], cell.claim
    local able = claim and claim.value and claim.value:gt(0) and claim.digits >= LEAST_DIGITS and claim.kind ~= "percent"
    local rate = able and rate_of(doc, level)
    if rate then
      local all, before = bases_of(cell)
      local base = holds(rate, claim, all)
      if base or before then
        out[#out + 1] = { rate = rate, level = level, cell = claim, base = base or before, fits = base ~= nil,
                          computed = grown(claim.interval, (base or before).interval), printed = signed(rate) }
      end
    end
  end
  return out
end

return growth
