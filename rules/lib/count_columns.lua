-- count_columns: columns of counts with their shares, 323 (95) or 323 | 95%.
--
-- A column says itself what its shares are of: the whole that most counts and
-- shares about a row imply, or another column's figure in the same row. A row
-- that implies another whole is judged where a slip of the pen would mend it
-- and chance hardly would.

local slips = lib "slips"

local columns = {}

local COUNT = [[(?<n>\d{1,3}(?:,\d{3})+|\d+)]]
local SHARE = [[(?<p>\d{1,3}(?:\.\d+)?)]]
local NOTE = [[[*†‡§¶^_\\]{0,6}]]
local BOTH = re.new([=[^[\s*_]*]=] .. COUNT .. NOTE .. [=[\s?[(\[]\s?]=] .. SHARE .. [=[\s?%?[)\]]]=])
local ONE = re.new([=[^[\s*_]*]=] .. COUNT .. NOTE .. [=[[\s*_]*$]=])
local RATE = re.new([=[^[\s*_(]*]=] .. SHARE .. [=[\s?%?\)?]=] .. NOTE .. [=[[\s*_]*$]=])
local LEADING = re.new([=[^[\s*_$]*]=] .. COUNT .. [=[(?![\d.,]*\d)]=])
local OF_SHARES = re.new([[%|[Pp]er ?cent|占比|比重|比例]])

local AROUND, FELLOWS = 6, 4 -- entries on each side that may say the whole, how many must
local KEPT, RARE = 5, 25 -- rows that must keep a column, of so many one may break it
local TELLING = decimal("1.15") -- the whole that a row implies is known within 15 %
local MOST_CHANCE, MOST_ABOVE = decimal("0.2"), decimal("0.6") -- mends that chance would find
local FEWER, FAR = decimal("0.95"), decimal("0.8") -- of the whole: what is left where some did not answer
local HUNDRED, TWO = decimal(100), decimal(2)

local function integer(text) return decimal((text:gsub(",", ""))) end

local function step_of(text)
  local step, point = decimal(1), text:find(".", 1, true)
  for _ = 1, point and #text - point or 0 do step = step / 10 end
  return step
end

local function share_range(text)
  local value = decimal(text)
  return interval(value, value):widen(step_of(text) / TWO)
end

-- What `n` is the share p of.
local function implied(n, p)
  local value, range = integer(n), share_range(p)
  if not range.low:gt(0) then return nil end
  return interval(value, value) * 100 / range
end

-- One last digit off is no slip.
local function fits(e, whole)
  local range = share_range(e.p):widen(step_of(e.p))
  return (range * whole / 100):meets(interval(integer(e.n), integer(e.n)))
end

local function entry(cell, beside, n, p)
  local whole = decimal(p) <= HUNDRED and integer(n):gt(0) and implied(n, p)
  if not whole then return nil end
  return { cell = cell, beside = beside, row = cell.row, n = n, p = p, whole = whole,
           telling = whole.high < whole.low * TELLING }
end

-- The whole that most of the entries have in common, and how many of those
-- that tell one do.
local function common(list)
  local ends = {}
  for _, e in ipairs(list) do
    if e.telling then
      ends[#ends + 1] = { at = e.whole.low, step = 1 }
      ends[#ends + 1] = { at = e.whole.high, step = -1 }
    end
  end
  table.sort(ends, function(a, b)
    if a.at ~= b.at then return a.at < b.at end
    return a.step > b.step
  end)
  local n, most, low, high = 0, 0, nil, nil
  for i, e in ipairs(ends) do
    n = n + e.step
    if n > most then most, low, high = n, e.at, ends[i + 1].at end
  end
  return low and interval(low, high), most
end

-- ---- the wholes of a column ---------------------------------------------------
-- The entries around the i-th that say a whole, without it.
local function window(list, i)
  local out = {}
  for k = math.max(1, i - AROUND), math.min(#list, i + AROUND) do
    if k ~= i then out[#out + 1] = list[k] end
  end
  return out
end

-- Do the entries next to the i-th have the whole: one on each side, or two
-- where it is the first or last?
local function is_flanked(list, i, whole)
  local function has(k) return list[k] and list[k].whole:meets(whole) end
  if list[i - 1] and list[i + 1] then return has(i - 1) and has(i + 1) end
  return has(i - 1) and has(i - 2) or has(i + 1) and has(i + 2)
end

-- Is the row's whole another, which a row beside it has as well?
local function has_fellow(list, i, whole)
  for _, k in ipairs { i - 2, i - 1, i + 1, i + 2 } do
    local other = list[k]
    if other and not other.whole:meets(whole) and other.whole:meets(list[i].whole) then return true end
  end
  return false
end

-- ---- slips ----------------------------------------------------------------------
-- How many slips of a figure chance puts into a range of so many last digits.
local function chance(text, width)
  local digits = #text:gsub("%D", "")
  local all = decimal(1)
  for _ = 1, digits do all = all * 10 end
  return (width + 1) * (10 * digits - 1) / all
end

-- The slip that mends the entry for a whole: which figure, and what it was.
local function mend(e, whole)
  local share, step = interval(integer(e.n), integer(e.n)) * 100 / whole, step_of(e.p)
  local count = share_range(e.p) * whole / 100
  local luck = chance(e.p, (share.high - share.low) / step) + chance(e.n, count.high - count.low)
  for _, text in ipairs(slips.all(e.p)) do
    if share_range(text):meets(share) then return "p", text, luck end
  end
  for _, text in ipairs(slips.all(e.n)) do
    if text:byte(1) ~= 48 and count:contains(integer(text)) then return "n", text, luck end
  end
end

-- May it be no slip but another whole? A share is of no more than all there is,
-- but of some fewer where some did not answer.
local function is_excused(e, whole, luck, how)
  if e.whole.low > whole.high then return luck > MOST_ABOVE end
  if e.whole.high > whole.low * FEWER then return true end
  if e.whole.high < whole.low * FAR then return how == "column" and luck > MOST_ABOVE end
  return luck > MOST_CHANCE
end

local function fault(e, whole, how)
  local name, value, luck = mend(e, whole)
  if not name or is_excused(e, whole, luck, how) then return nil end
  return { entry = e, name = name, expected = value, whole = whole, how = how }
end

-- ---- reading ----------------------------------------------------------------------
local function headers(t)
  local out = {}
  for _, cell in ipairs(t.cells) do
    if not cell.header then break end
    out[cell.column] = (out[cell.column] or "") .. " " .. cell.text
  end
  return out
end

-- The entries of each column, and the leading counts of all cells by row.
local function read(t)
  local lists, counts, names = {}, {}, headers(t)
  for _, cell in ipairs(t.cells) do
    local k = cell.column
    if not cell.header and cell.text:find("%d") then
      local n, p = BOTH:match(cell.text)
      local e = n and entry(cell, nil, n, p)
      if not n and OF_SHARES:find(names[k + 1] or "") and not OF_SHARES:find(names[k] or "") then
        local right = t:cell(cell.row, k + 1)
        n, p = ONE:match(cell.text), right and RATE:match(right.text)
        e = n and p and entry(cell, right, n, p)
      end
      if e then
        lists[k] = lists[k] or {}
        table.insert(lists[k], e)
      end
      local count = LEADING:match(cell.text)
      counts[cell.row] = counts[cell.row] or {}
      counts[cell.row][k] = count and integer(count)
    end
  end
  return lists, counts
end

-- The column whose figure in the same row most rows' shares are of: its number,
-- and how many rows keep and break it.
local function row_whole(list, counts, columns_of)
  local best
  for k = 1, columns_of do
    local kept, broken = 0, 0
    for _, e in ipairs(list) do
      local whole = k ~= e.cell.column and (not e.beside or k ~= e.beside.column) and counts[e.row][k]
      if whole and e.telling then
        if e.whole:contains(whole) then
          kept = kept + 1
        elseif not fits(e, interval(whole, whole)) then
          broken = broken + 1
        end
      end
    end
    if not best or kept - broken > best.kept - best.broken then best = { column = k, kept = kept, broken = broken } end
  end
  return best
end

local function is_proved(s) return s and s.kept >= KEPT and s.broken * RARE <= math.max(RARE, s.kept) end

-- ---- judging ------------------------------------------------------------------------
local function judge_rows(list, counts, column, out)
  for _, e in ipairs(list) do
    local whole = counts[e.row][column]
    if whole and whole:gt(0) and not fits(e, interval(whole, whole)) then
      out[#out + 1] = fault(e, interval(whole, whole), "row")
    end
  end
end

local function judge_column(list, out)
  local all, most = common(list)
  for i, e in ipairs(list) do
    local near, n = common(window(list, i))
    local whole = near and n >= FELLOWS and near or most >= KEPT and all
    if whole and not fits(e, whole) and not (all and fits(e, all)) and is_flanked(list, i, whole)
      and not has_fellow(list, i, whole) then
      out[#out + 1] = fault(e, whole, "column")
    end
  end
end

-- The faults of a table: list of { entry =, name = "n" or "p", expected =,
-- whole =, how = "row" or "column" }.
function columns.judge(t)
  local faults, lists, counts = {}, read(t)
  for _, list in pairs(lists) do
    local best = row_whole(list, counts, t.columns)
    if is_proved(best) then
      judge_rows(list, counts, best.column, faults)
    elseif #list > KEPT and not (best and best.kept * 2 > #list) then
      judge_column(list, faults)
    end
  end
  return faults
end

return columns
