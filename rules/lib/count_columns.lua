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
local MOST_CHANCE, MOST_ABOVE = decimal("0.2"), decimal("0.6") -- mends that chance would find
local TELLING = 115 -- the whole that a row implies is known within 15 %
local FEWER, FAR = decimal("0.95"), decimal("0.8") -- of the whole: what is left where some did not answer
local TWO = decimal(2)
local LONGEST, MOST_PLACES = 11, 5 -- digits of a count, and behind the point of a share

local function integer(text) return decimal((text:gsub(",", ""))) end

-- Of a count; nil where it is longer than counts are.
local function number(text)
  local n = math.tointeger(tonumber(text) or tonumber((text:gsub(",", ""))))
  return n and n < 10 ^ LONGEST and n or nil
end

local function step_of(text)
  local step, point = decimal(1), text:find(".", 1, true)
  for _ = 1, point and #text - point or 0 do step = step / 10 end
  return step
end

local function share_range(text)
  local value = decimal(text)
  return interval(value, value):widen(step_of(text) / TWO)
end

-- What the count is the share of, a fraction of integers: from each end of what the
-- share p may be, of which 2p + 1 and 2p - 1 are twice its last digits.
local function entry(cell, beside, n, p)
  local share, count = tonumber(p), number(n)
  local point = p:find(".", 1, true)
  local places = point and #p - point or 0
  if not count or count == 0 or share > 100 or share == 0 or places > MOST_PLACES then return nil end
  local twice = math.floor(share * 10 ^ places + 0.5) * 2
  local all = count * 200 * math.tointeger(10 ^ places)
  return { cell = cell, beside = beside, row = cell.row, n = n, p = p, all = all, twice = twice,
           low = { n = all, of = twice + 1 }, high = { n = all, of = twice - 1 },
           telling = (twice + 1) * 100 < (twice - 1) * TELLING }
end

-- Fractions in their order; a whole is { low =, high = } of two.
local function less(a, b) return a.n * (b.of + 0.0) < b.n * (a.of + 0.0) end
local function meets(a, b) return not less(a.high, b.low) and not less(b.high, a.low) end
local function whole_of(n) return { low = { n = n, of = 1 }, high = { n = n, of = 1 } } end
local function exact(f) return integer(("%d"):format(f.n)) / f.of end
local function range_of(whole) return interval(exact(whole.low), exact(whole.high)) end

-- One last digit off is no slip.
local function fits(e, whole)
  local low, high = { n = e.all, of = e.twice + 3 }, { n = e.all, of = e.twice - 3 }
  return not less(whole.high, low) and (high.of <= 0 or not less(high, whole.low))
end

-- The whole that most of the entries have in common, and how many of those
-- that tell one do.
local function common(list)
  local ends = {}
  for _, e in ipairs(list) do
    if e.telling then
      ends[#ends + 1] = { at = e.low.n / e.low.of, end_of = e.low, step = 1 }
      ends[#ends + 1] = { at = e.high.n / e.high.of, end_of = e.high, step = -1 }
    end
  end
  table.sort(ends, function(a, b)
    if a.at ~= b.at then return a.at < b.at end
    return a.step > b.step
  end)
  local n, most, low, high = 0, 0, nil, nil
  for i, e in ipairs(ends) do
    n = n + e.step
    if n > most then most, low, high = n, e.end_of, ends[i + 1].end_of end
  end
  return low and { low = low, high = high }, most
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
  local function has(k) return list[k] and meets(list[k], whole) end
  if list[i - 1] and list[i + 1] then return has(i - 1) and has(i + 1) end
  return has(i - 1) and has(i - 2) or has(i + 1) and has(i + 2)
end

-- Is the row's whole another, which a row beside it has as well?
local function has_fellow(list, i, whole)
  for _, k in ipairs { i - 2, i - 1, i + 1, i + 2 } do
    local other = list[k]
    if other and not meets(other, whole) and meets(other, list[i]) then return true end
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
  local low, high = exact(e.low), exact(e.high)
  if low > whole.high then return luck > MOST_ABOVE end
  if high > whole.low * FEWER then return true end
  if high < whole.low * FAR then return how == "column" and luck > MOST_ABOVE end
  return luck > MOST_CHANCE
end

local function fault(e, fraction, how)
  local whole = range_of(fraction)
  local name, value, luck = mend(e, whole)
  if not name or is_excused(e, whole, luck, how) then return nil end
  return { entry = e, name = name, expected = value, whole = whole, how = how }
end

-- ---- reading ----------------------------------------------------------------------
local headers = lib("table_heads").of

-- The columns of counts whose shares stand on their right.
local function paired_columns(t, names)
  local out, any = {}, false
  for k = 1, t.columns - 1 do
    out[k] = OF_SHARES:find(names[k + 1] or "") and not OF_SHARES:find(names[k] or "")
    any = any or out[k]
  end
  return any and out or nil
end

-- The entry of a cell, with its share in the one on its right where paired.
local function read_cell(t, cell, text, paired)
  local n, p = BOTH:match(text)
  if n then return entry(cell, nil, n, p) end
  n = paired and paired[cell.column] and ONE:match(text)
  local right = n and t:cell(cell.row, cell.column + 1)
  p = right and RATE:match(right.text)
  return p and entry(cell, right, n, p)
end

-- No. (Rate): per so many people, no share of the column.
local RATES = re.new([[\b[Rr]ates?\b|\bper \d]])

local BRACKET = re.new([=[[(\[]]=])

-- The entries of each column.
local function read(t)
  local names = headers(t)
  local lists, paired, rates = {}, paired_columns(t, names), {}
  for _, cell in ipairs(paired and t.cells or t:matching(BRACKET)) do
    local column = cell.column
    if rates[column] == nil then
      local name = names[column] or ""
      rates[column] = RATES:find(name) ~= nil and not OF_SHARES:find(name)
    end
    local e = not rates[column] and not cell.header and read_cell(t, cell, cell.text, paired)
    if e then
      local k = cell.column
      lists[k] = lists[k] or {}
      table.insert(lists[k], e)
    end
  end
  return lists
end

-- Adds the counts that cells of the entries' rows begin with, by row and column.
local function add_leading(t, list, counts)
  for _, e in ipairs(list) do
    local row = counts[e.row] or {}
    for k = 1, counts[e.row] and 0 or t.columns do
      local cell = t:cell(e.row, k)
      local count = cell and LEADING:match(cell.text)
      row[k] = count and number(count)
    end
    counts[e.row] = row
  end
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
        if whole * e.low.of >= e.all and whole * e.high.of <= e.all then
          kept = kept + 1
        elseif not fits(e, whole_of(whole)) then
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
    if whole and whole > 0 and not fits(e, whole_of(whole)) then
      out[#out + 1] = fault(e, whole_of(whole), "row")
    end
  end
end

local function judge_column(list, out)
  local all, most = common(list)
  for i, e in ipairs(list) do
    if not (all and fits(e, all)) then
      local near, n = common(window(list, i))
      local whole = near and n >= FELLOWS and near or most >= KEPT and all
      if whole and not fits(e, whole) and is_flanked(list, i, whole) and not has_fellow(list, i, whole) then
        out[#out + 1] = fault(e, whole, "column")
      end
    end
  end
end

-- A short column that ends, or begins, with its total of 100 %: most rows keep it,
-- and one does not.
local SHORT = 3
local function judge_total(list, out)
  local total
  for _, e in ipairs { list[1], list[#list] } do
    if tonumber(e.p) == 100 then total = e end
  end
  if not total then return end
  local whole, kept, broken = whole_of(number(total.n)), 0, nil
  for _, e in ipairs(list) do
    if e ~= total and fits(e, whole) then
      kept = kept + 1
    elseif e ~= total then
      if broken then return end
      broken = e
    end
  end
  local name, value = nil, nil
  if broken and kept >= 2 then name, value = mend(broken, range_of(whole)) end
  if name then out[#out + 1] = { entry = broken, name = name, expected = value, whole = range_of(whole), how = "column" } end
end

-- The faults of a table: list of { entry =, name = "n" or "p", expected =,
-- whole =, how = "row" or "column" }.
function columns.judge(t)
  local faults, counts = {}, {}
  for _, list in pairs(read(t)) do
    if #list >= KEPT then add_leading(t, list, counts) end
    local best = #list >= KEPT and row_whole(list, counts, t.columns)
    if is_proved(best) then
      judge_rows(list, counts, best.column, faults)
    elseif #list > KEPT and not (best and best.kept * 2 > #list) then
      judge_column(list, faults)
    elseif #list > SHORT and #list <= KEPT then
      judge_total(list, faults)
    end
  end
  return faults
end

return columns
