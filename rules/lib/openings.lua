-- openings: the years that open a work report's parts, and the year the report may
-- be given in where one is right. 2024年工作回顾 asks for 2025, 2025年重点工作 for 2025,
-- a paragraph that opens with 2024年 for 2024 or 2025: of 100 such paragraphs in
-- reports of the nation and the provinces, 99 do.
--
-- read(doc): list of { claim=, low=, high= }, in order; odd(list): those that the
-- others speak against, those others, and the year they agree on.

local openings = {}

local SHORT = 150 -- bytes of a block that is as good as a heading
local MOST = 60 -- openings that are looked at
local LEAD = 8 -- blocks in which the day stands
local NUMBER = re.new([[^[\s*#()一二三四五六七八九十.、]*$]])
local REVIEW = re.new([[^[^,。;0-9]{0,8}(?:回顾|总结|完成情况)]])
local TASKS = re.new([[^度?[^,。;0-9]{0,12}(?:安排|重点工作|任务|部署|总体要求|建议|打算|思路|目标)]])
local IS, TELLS = re.new([[^是]]), re.new([[^(?:,|全[国省市区县年])]])
local TO_DO = re.new([[做好今年|今年的?(?:工作|政府工作)]])
local REPORTED = re.new([[报告$]])
local WORK = re.new([[^的?(?:政府)?工作]])
local GIVEN = re.new([[^[^,。;]{0,16}在[^,。;]{2,40}会议?(?:第[^,。;]{1,4}次会议)?上]])

local function is_heading(block)
  return block.kind == "heading" or block.kind == "title" or (block.length <= SHORT and not block.text:find("。", 1, true))
end

-- The years a report may be of that names this one so; nil where nothing is said.
local function range_of(claim, year)
  local block, before, behind = claim.block, claim:before(30), claim:after(60)
  if claim.kind == "date" then
    local given = block.index <= LEAD and GIVEN:find(behind)
    if given then return year, year end
  elseif not claim.text:find("^%d%d%d%d年$") then
    return nil
  elseif REPORTED:find(before) and WORK:find(behind) then
    return year + 1, year + 1
  elseif NUMBER:find(before) then
    if is_heading(block) then
      if REVIEW:find(behind) then return year + 1, year + 1 end
      if TASKS:find(behind) then return year, year end
    elseif IS:find(behind) then
      return year, TO_DO:find(block.text) and year or year + 1
    elseif TELLS:find(behind) and block.previous and is_heading(block.previous) then
      return year, year + 1
    end
  end
end

function openings.read(doc)
  local out = {}
  for _, claim in ipairs(doc:figures("period", "date", { prose = true })) do
    local year = tonumber(claim.text:match("^(%d%d%d%d)年"))
    if year then
      local low, high = range_of(claim, year)
      if low then out[#out + 1] = { claim = claim, low = low, high = high } end
      if #out == MOST then break end
    end
  end
  return out
end

local function fits(opening, year) return opening.low <= year and year <= opening.high end

local function votes(list, year)
  local n = 0
  for _, opening in ipairs(list) do
    if fits(opening, year) then n = n + 1 end
  end
  return n
end

-- Of two years with as many votes, the later: what was left from an older text is
-- of a year before.
function openings.odd(list)
  local best, most
  for _, opening in ipairs(list) do
    for year = opening.low, opening.high do
      local n = year ~= best and votes(list, year) or 0
      if n > (most or 0) or n > 0 and n == most and year > best then best, most = year, n end
    end
  end
  if not best or most < 2 or #list - most ~= 1 then return nil end
  local odd, others = nil, {}
  for _, opening in ipairs(list) do
    if fits(opening, best) then others[#others + 1] = opening.claim else odd = opening end
  end
  return odd, others, best
end

return openings
