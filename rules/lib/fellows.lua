-- fellows: figures that stand side by side or are compared ($2.5 million,
-- $1.8 million and $1.4 million; 由3.2亿元增加到4.1亿元), and the one of them
-- whose scale word is another although its digits are of one size with theirs.

local figures = lib "figures"
local fellows = {}

local WIDE, BIG = 5, 3 -- printed numbers this near are of one size; powers of ten this far apart are not
local REACH = 60
local LISTED = re.new(
  "^(?:[,、]|,? and|,? or|[,、]?[和与及])? ?(?:in |for |during )?(?:fiscal )?(?:19\\d\\d|20\\d\\d)?(?:,? and)? ?(?:\\$|US\\$|£|€)?$")
local WHEN = "(?:in |for |during )?(?:the )?(?:fiscal |year |quarter )*(?:19\\d\\d|20\\d\\d)?,? ?"
local COMPARED = re.new(
  "^ ?(?:(?:[a-z]+ ){0,5}" .. WHEN .. "(?:as )?(?:compared (?:to|with)|versus|vs\\.?|against)"
    .. "|(?:up from|down from|from|to|\\((?:19\\d\\d|20\\d\\d)[:,–-]?)"
    .. "|年?的?[增提上下减降升回][一-龥]{0,3}[到至]|[到至])(?: (?:an?|the) (?:[a-z]+ ){1,4}(?:of|was)(?: up to)?)? ?(?:about |approximately |over |nearly |around |some )?$")

-- $1.4 billion and $1.0 million as of July 27, 2019 and July 28, 2018, respectively
local DATED = re.new(
  "^ (?:at|as of|in|for|during|on) [^.;$£€]{0,60}\\b20\\d\\d,? (?:and|or) [^.;$£€]{0,40}\\b20\\d\\d,? (?:respectively)\\b")

-- The text between two claims of a sentence, nil where they are far apart.
local function gap(a, b) return figures.gap(a, b, REACH) end

local SCALED = { claim = true, power = 1 }
local function is_scaled(c) return (c.power or 0) > 0 end

local function scaled(c)
  local value = is_scaled(c) and c.is_claim and not c.numeral and c.unit ~= "" and c.value
  return value and value:gt(0)
end

local function are_far(a, b) return math.abs((a.power or 0) - (b.power or 0)) >= BIG end

-- Is b of one size with a as printed, and far from it in truth?
local function odd(a, b)
  if not are_far(a, b) then return false end
  local x, y = a.value / a.scale, b.value / b.scale
  return x < y * WIDE and y < x * WIDE
end

-- The claim of a run whose scale no other has: three and more, or two that
-- are compared.
local function stray(run, compared)
  local by = #run == 2 and (run[1]:has("increment") or run[1]:before(4):find("by ?$")) -- by 27 million, to 10 billion
  if #run == 2 and compared and not by and odd(run[1], run[2]) then return run[2], { run[1] } end
  if #run < 3 then return nil end
  for i, c in ipairs(run) do
    local others, all = {}, true
    for k, d in ipairs(run) do
      if k ~= i then
        others[#others + 1] = d
        all = all and odd(c, d) and d.power == others[1].power
      end
    end
    if all then return c, others end
  end
end

-- The stray figure of a sentence and its fellows, or nil.
function fellows.find(sentence)
  local run, compared = {}, false
  for _, c in ipairs(sentence.claims) do
    if c.is_claim or c.kind == "count" then
      local last = run[#run]
      local between = last and scaled(c) and c.unit == last.unit and gap(last, c)
      local joins = between and (LISTED:find(between) or COMPARED:find(between))
      if not joins then
        local found, others = stray(run, compared)
        if found then return found, others end
        run, compared = {}, false
      else
        compared = compared or COMPARED:find(between) ~= nil or DATED:find(c:after(120)) ~= nil
      end
      if scaled(c) then run[#run + 1] = c end
    end
  end
  return stray(run, compared)
end

local LARGEST = 9 -- power of ten: of economies in trillions there may be one
local MANY, AWAY = 6, 10 -- figures that show what scale a document prints; times beyond the largest of them

-- What the figures of one unit and one scale word are, as printed.
local function spread(list)
  local low, high
  for _, c in ipairs(list) do
    local v = c.value / c.scale
    low = (not low or v < low) and v or low
    high = (not high or v > high) and v or high
  end
  return low, high
end

-- Is the one figure as printed among the many, and in truth far from all?
local function lone(one, many)
  local low, high = spread(many)
  local v = one.value / one.scale
  local scale = many[1].scale
  if one.scale > scale then
    return v >= low and v * 2 <= high * 3 and one.value > high * scale * AWAY
  end
  return v * 5 >= low * 4 and v <= high and one.value * AWAY < low * scale
end

-- The figures of a document that alone of their unit print another scale word
-- ($13.3 billion where all others are in millions): a list of pairs.
function fellows.lone(doc)
  local groups, keys, out = {}, {}, {}
  for _, c in ipairs(doc:figures("amount", SCALED)) do
    if is_scaled(c) and c.power <= LARGEST and c.bound == "exact" and scaled(c) then
      local unit = groups[c.unit]
      if not unit then
        unit = { scales = {}, by = {} }
        groups[c.unit] = unit
        keys[#keys + 1] = c.unit
      end
      local power = c.power
      if not unit.by[power] then
        unit.by[power] = {}
        unit.scales[#unit.scales + 1] = power
      end
      local list = unit.by[power]
      list[#list + 1] = c
    end
  end
  for _, key in ipairs(keys) do
    local unit = groups[key]
    for _, a in ipairs(unit.scales) do
      for _, b in ipairs(unit.scales) do
        local one, many = unit.by[a], unit.by[b]
        if a ~= b and #one == 1 and #many >= MANY and lone(one[1], many) then
          out[#out + 1] = { one = one[1], fellow = many[1] }
        end
      end
    end
  end
  return out
end

local PRICE = re.new([[^\s?(?:per\b|an?\s|/|-|each\b|apiece|(?:for|to)\s(?:each|every)\b|thousand|mill|bill|[mb]n\b)]], "i")
local PRICED = re.new([[(?:\bpric|per share|\bwage|\bfee|\bfare|\bcharg|\bhour|\bunit|\bbarrel|\bounce|\bcost of)[^.;]*$]], "i")
local PROSE = { prose = true }
local PRINTED, BARE_MANY = 3, 4 -- digits that tell a figure; figures that show how money is printed

-- Money with one decimal and no scale word ($218.1) where the same digits, or
-- all others with one decimal, have one ($218.1 million): pairs.
function fellows.bare(doc)
  local twin, scaled_ones, bare, out, of = {}, {}, {}, {}, {}
  for _, c in ipairs(doc:figures("amount", PROSE)) do
    if c.decimals == 1 and not c.numeral and c.value then
      if is_scaled(c) then
        twin[c.unit .. c.number_text] = twin[c.unit .. c.number_text] or c
        scaled_ones[#scaled_ones + 1] = c
      elseif not PRICE:find(c:after(12)) and not PRICED:find(c:before(60)) then
        bare[#bare + 1] = c
        of[c.sentence] = (of[c.sentence] or 0) + 1
      end
    end
  end
  for _, c in ipairs(bare) do
    local fellow = c.digits >= PRINTED and twin[c.unit .. c.number_text] or nil
    local first = scaled_ones[1]
    if not fellow and #bare == 1 and #scaled_ones >= BARE_MANY and first.unit == c.unit then
      local low, high = spread(scaled_ones)
      if c.value >= low and c.value <= high then fellow = first end
    end
    if fellow and of[c.sentence] == 1 and c.value:gt(0) then out[#out + 1] = { one = c, fellow = fellow } end
  end
  return out
end

local NAMED, SIZE = 12, 3 -- bytes of a name; printed numbers of one size
local STOCKS = { aspect = "level", name = NAMED }

-- May two figures of one name be compared over years and aims?
local function is_stock(c)
  local named = c.list == nil and not c.numeral and c.unit ~= "" and #c.name >= NAMED and c.scope == ""
  local value = named and c.aspect == "level" and c.value
  return value and value:gt(0)
end

local function one_size(a, b)
  if a.sentence == b.sentence or not are_far(a, b) then return false end -- listed or compared: fellows.find
  local x, y = a.value / a.scale, b.value / b.scale
  return x < y * SIZE and y < x * SIZE
end

-- 棉花产量3036担, and elsewhere 棉花产量3556万担: pairs of one name and unit,
-- of one size as printed; the rarer scale, of equals the later, first.
function fellows.twins(doc)
  local groups, order, out = {}, {}, {}
  for _, c in ipairs(doc:recurring("amount", "count", STOCKS)) do
    if is_stock(c) then
      local key = c.name .. "/" .. c.unit
      if not groups[key] then
        groups[key] = {}
        order[#order + 1] = key
      end
      table.insert(groups[key], c)
    end
  end
  for _, key in ipairs(order) do
    local list = groups[key]
    local first, other, n = list[1], nil, 0
    for _, c in ipairs(list) do
      if one_size(first, c) then other, n = other or c, n + 1 end
    end
    if other and #list - n >= n then
      out[#out + 1] = { one = other, fellow = first }
    elseif other and #list - n == 1 then
      out[#out + 1] = { one = first, fellow = other }
    end
  end
  return out
end

return fellows
