-- magnitude: of what order the figures of a noun are (lexicon zh/magnitude), in texts of the
-- whole country, of provinces, and at most; and the figure that is of another, but would be
-- of that order with another 万 or 亿.

local magnitude = {}

local rows = lexicon "zh/magnitude"
local OVER, UNDER = 10, 100 -- times beyond the largest, below the smallest
local SHIFTS = { decimal(10000), decimal(100000000) }
local LONGEST, SHORTEST = 10, 2 -- characters of a noun

-- Which row a noun has with a unit, and by unit the least of the largest figures and the
-- most of the smallest.
local of, least_most, most_least = { before = {}, behind = {} }, {}, {}
for i = 1, #rows do
  local row = rows[i]
  local unit, most, small = row.unit, tonumber(row.most), tonumber(row.nation) or tonumber(row.province) or 0
  least_most[unit] = math.min(most, least_most[unit] or most)
  most_least[unit] = math.max(small, most_least[unit] or small)
  of[row.side][row.noun .. "/" .. unit] = i
end

local function row_at(i)
  local row = rows[i]
  return {
    noun = row.noun, most = decimal(row.most),
    nation = row.nation ~= "-" and decimal(row.nation) or nil,
    province = row.province ~= "-" and decimal(row.province) or nil,
  }
end

-- Does the text speak of the country, and not of a place or a firm of its own?
local COUNTRY, OWN = re.new("我国|全国"), re.new("[全我本](?:市|县|区|省|州|旗|镇|乡|街道|公司|集团|校|院|局|部门)")
local OFTEN, RARELY = 4, 3
local nations = memo()
local function of_country(doc)
  if nations[doc] == nil then
    local country, own = 0, 0
    for _, block in ipairs(doc.blocks) do
      for _ in COUNTRY:gmatch(block.text) do country = country + 1 end
      for _ in OWN:gmatch(block.text) do own = own + 1 end
    end
    nations[doc] = country >= OFTEN and own * RARELY <= country
  end
  return nations[doc]
end

local HAN, JOINT = re.new("[一-龥]+$"), re.new("(?:累计|合计|总计|总数|共计?|分别|均|已|各?约|近|超过?|突破|达到?了?|完成|实现|为|是|有|增至|增加到|提高到|上升到|下降到|降至|升至|增长到"
  .. "|扩大到|至|到|逾|了|过|的|保持在|稳定在|上|多达|高达|不少于|不低于|以上|最高|每年|全年|年均|再|又|将|可|计|于|在)$")
local MOST_JOINTS = 4
local BRACKET = re.new("\\([^()]{1,14}\\)$")
local function noun_before(claim)
  local text = BRACKET:replace(claim:before(24), "")
  text = HAN:match(text) or ""
  for _ = 1, MOST_JOINTS do
    local from = JOINT:find(text)
    if not from then break end
    text = text:sub(1, from - 1)
  end
  return text
end

local BEHIND = re.new("^(?:以上|左右|多|余|的)*([一-龥]{2,6})")

-- The row of the longest known noun that ends right before, begins right behind the figure.
local function row_before(claim)
  local text = noun_before(claim)
  local n = utf8.len(text) or 0
  for length = math.min(n, LONGEST), SHORTEST, -1 do
    local row = of.before[text:sub(utf8.offset(text, n - length + 1)) .. "/" .. claim.unit]
    if row then return row_at(row) end
  end
end

local function row_behind(claim)
  local text = BEHIND:match(claim:after(12)) or ""
  for length = utf8.len(text) or 0, SHORTEST, -1 do
    local row = of.behind[text:sub(1, utf8.offset(text, length + 1) - 1) .. "/" .. claim.unit]
    if row then return row_at(row) end
  end
end

local function least(row, doc)
  if lib("province").is(doc) then return row.province end
  return of_country(doc) and row.nation or nil
end

-- Would the figure be of the row's order if its scale word were another?
local function is_shifted(row, value, over, doc)
  local floor = of_country(doc) and row.nation or row.most / SHIFTS[1]
  if row.province and row.province < floor then floor = row.province end
  for _, shift in ipairs(SHIFTS) do
    local meant = over and value / shift or value * shift
    if meant * 2 >= floor and meant <= row.most * 2 then return true end
  end
  return false
end

-- What is wrong by a row: "over", "under", nil; false where the figure is as it should be.
local function verdict(row, value, doc)
  if value > row.most * OVER then return is_shifted(row, value, true, doc) and "over" or nil end
  if value > row.most * 3 then return nil end
  local low = value * UNDER < row.most and least(row, doc) -- not asked of each figure
  if low and value * UNDER < low then return is_shifted(row, value, false, doc) and "under" or nil end
  return false
end

-- Is it worth asking which noun a figure has? Most are ten times no largest figure of
-- their unit, nor a hundredth of a smallest.
local bounds = memo()
local function bounds_of(unit)
  if not bounds[unit] then
    bounds[unit] = { over = decimal(tostring(least_most[unit])) * OVER, under = decimal(tostring(most_least[unit])) / UNDER }
  end
  return bounds[unit]
end
function magnitude.may_stray(claim)
  local value = least_most[claim.unit] and claim.value
  if not value then return false end
  local bound = bounds_of(claim.unit)
  return value > bound.over or value <= bound.under
end

-- The row a figure that may stray is against, and how ("over", "under"); nil where none is, or one is for it.
function magnitude.stray(claim, doc)
  local value = claim.value
  if not value:gt(0) then return nil end
  local found, how
  for _, row in ipairs { row_before(claim) or false, row_behind(claim) or false } do
    local said = row and verdict(row, value, doc)
    if row and said == false then return nil, nil, row end
    if said then found, how = found or row, how or said end
  end
  return found, how
end

-- 5600000 and 356亿件: 560万件.
local SCALE = re.new("^[千百十]?[万亿]+多?余?")
local SCALES = { { decimal(1000000000000), "万亿" }, { SHIFTS[2], "亿" }, { SHIFTS[1], "万" } }
local function printed(value, claim)
  local unit = SCALE:replace(claim.unit_text, "")
  for _, scale in ipairs(SCALES) do
    if value >= scale[1] then return (value / scale[1]):text() .. scale[2] .. unit end
  end
  return value:text() .. unit
end

-- The order that a figure should be of.
function magnitude.told(row, how, claim, doc)
  if how == "over" then return "≤ " .. printed(row.most, claim) end
  return "≥ " .. printed(least(row, doc), claim)
end

return magnitude
