-- classes: series of classes that a sentence lists: 18–24, 25–34, 35–44 and ≥45
-- years; $0–$9,999, $10,000–$19,999 and $20,000 or more.
--
-- broken(text) -> list of { from, to, previous = { from, to }, wanted = }: the
-- bytes of a class that does not begin where the one before it ends, while all
-- others of its series do; and how many series hold.

local classes = {}

local NUMBER = [[[$£€]?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)]]
local DASH = [[(?: ?(?:–|-{1,2}|—) ?| to )]]
local RANGE = re.new([[(?<![\d.,–\-/:_$£€])(?<![A-Za-z]-)]] .. NUMBER .. DASH .. NUMBER .. [[(?![\d–/:-]|\.\d|,\d)]])
local OPEN = re.new([[^(?:,? ?(?:and|or) |, |; )(?:[a-z]+ ){0,2}(?:(≥|>|>=|at least |over |more than ) ?]] .. NUMBER .. [[|]] .. NUMBER .. [[(?: [a-z]+)?(?:\+| (?:or|and) (?:more|older|over|above|greater|higher)))]])
local FIRST = re.new([[(?:(<|under |below |less than )|(≤|up to )) ?]] .. NUMBER .. [[(?: [a-z.]+)?(?:,? (?:and|or) |, |; )$]])
-- Between two members of a series; figures of the members may stand in brackets.
local JOINT = re.new([[^(?: [a-z]+(?: (?:old|of age))?| ?%)?(?: \([^()]{1,60}\))?(?:,? (?:and|or) |[,;] )(?:(?:and|or|those|aged|ages|persons|adults|from) ){0,2}$]])
local LEAST = 2 -- joints of a series that hold; one, where the last class is open
local SMALL = 2 -- steps by which a slip misses, or one digit and less than half a class
local YEAR_RANGE = re.new([[^(?:1[89]|20)\d\d$]])

local function value(text) return decimal((text:gsub(",", ""))) end

local function decimals(text)
  local point = text:find(".", 1, true)
  return point and #text - point or 0
end

-- All ranges of the text with their bytes.
local function ranges(text)
  local out, at = {}, 1
  while true do
    local from, to = RANGE:find(text, at)
    if not from then return out end
    local a, b = RANGE:match(text:sub(from, to))
    if a then
      local low, high = value(a), value(b)
      if low < high then
        out[#out + 1] = { from = from, to = to, low = low, high = high, decimals = math.max(decimals(a), decimals(b)), year = YEAR_RANGE:find(a) ~= nil }
      end
    end
    at = to + 1
  end
end

local function step_of(member) return decimal(({ [0] = "1", "0.1", "0.01", "0.001" })[member.decimals] or "1") end

-- By how many steps b misses the end of a.
local function miss(a, b)
  local step = step_of(a)
  return (b.low - a.high - step) / step
end

-- 18 years or older behind the last, under 18 before the first.
local function with_ends(text, series)
  local last, first = series[#series], series[1]
  local behind = text:sub(last.to + 1, last.to + 60):gsub("[\xC0-\xFF][\x80-\xBF]*$", ""):gsub("^ ?(%l+)%f[,; ]", function(w) return (w == "and" or w == "or") and " " .. w or "" end):gsub("^ %([^()]*%)", "")
  local strict, n, plain = OPEN:match(behind)
  local low = n and n ~= "" and n or plain
  if low and low ~= "" then
    local from, to = text:find(low, last.to + 1, true)
    local v = value(low)
    local above = strict == ">" or strict == "over " or strict == "more than "
    if not (above and v == last.high) then series[#series + 1] = { from = from, to = to, low = v, high = v, decimals = decimals(low), open = true } end
  end
  local before = text:sub(math.max(1, first.from - 40), first.from - 1):gsub("^[\x80-\xBF]+", "")
  local under, upto, top = FIRST:match(before)
  if top and top ~= "" then
    local v = value(top)
    local high = (under and under ~= "") and v - step_of(first) or v
    if upto or under then table.insert(series, 1, { from = first.from - 1, to = first.from - 1, low = high, high = high, decimals = first.decimals }) end
  end
  return series
end

-- The series of the text.
local function series_of(text)
  local out, current = {}, nil
  for _, r in ipairs(ranges(text)) do
    local last = current and current[#current]
    if last and last.year == r.year and JOINT:find(text:sub(last.to + 1, r.from - 1)) then
      current[#current + 1] = r
    else
      current = { r }
      out[#out + 1] = current
    end
  end
  return out
end

local function one_digit(x, y)
  local n = 0
  for i = 1, #x do n = n + (x:byte(i) == y:byte(i) and 0 or 1) end
  return #x == #y and n == 1
end

-- Is it a slip, and no class left out or class of another kind?
local function is_slip(a, b, by)
  if not by:abs():gt(SMALL) then return true end
  local step, gap = step_of(a), (b.low - a.high):abs()
  local narrow = (gap * 2) < a.high - a.low and (b.open or (gap * 2) < b.high - b.low)
  return narrow and one_digit((b.low / step):text(), (a.high / step + 1):text())
end

function classes.broken(text)
  local out, holding = {}, 0
  for _, series in ipairs(series_of(text)) do
    if #series > 1 then with_ends(text, series) end
    local good, bad = 0, nil
    for i = 2, #series do
      local by = miss(series[i - 1], series[i])
      if by:eq(0) then
        good = good + 1
      elseif bad or not is_slip(series[i - 1], series[i], by) then
        good = -#series
      else
        bad = i
      end
    end
    local enough = good >= LEAST or good == 1 and series[#series].open
    if bad and enough then
      local a, b = series[bad - 1], series[bad]
      out[#out + 1] = { from = b.from, to = b.to, previous = a, wanted = a.high + step_of(a) }
    elseif enough then
      holding = holding + 1
    end
  end
  return out, holding
end

return classes
