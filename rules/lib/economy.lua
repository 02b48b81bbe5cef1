-- economy: the growth of the whole economy that a document prints, and what is
-- said to grow faster or slower than it.

local economy = {}

local GDP = re.new("生产总值|GDP")
local MOST = 24

-- Claims of that growth, by document.
local growths = memo()
function economy.growth_of(doc)
  local list = growths[doc]
  if list then return list end
  list = {}
  for _, c in ipairs(doc:figures("percent", { has = "growth", modality = "actual" })) do
    if c.direction ~= "down" and GDP:find(c.indicator) and c.value and #list < MOST then
      list[#list + 1] = c
    end
  end
  growths[doc] = list
  return list
end

local BETWEEN = [[(?:[、,](?:位?居|位列|排名?|名列)[^,。;、\d]{2,8})?[、,]?(?:[^,。;、\d]{0,8}(?:增速|增幅|增长))?(?:继续|持续|明显|实际|分别)?]]
economy.compared = [[增长(?:\d+(?:\.\d+)?%[、和])*(?<rate>\d+(?:\.\d+)?)%]] .. BETWEEN .. [[(?<w>快于|高于|跑赢|超过|慢于|低于)(?:同期|全[省市区县国])?(?<gdp>经济增长|经济增速|GDP增速|GDP增长|(?:地区|国内)?生产总值(?:增速|增长|增幅))(?!\d|目标)]]

-- 增长8.1%;……增长9.1%,均高于GDP增速: all that the sentence tells.
economy.all = [[增长\d+(?:\.\d+)?%(?:[、,])?(?:增速|增幅)?(?:均|都)(?<w>快于|高于|跑赢|超过|慢于|低于)(?:同期|[我全][省市区县国])?(?<gdp>经济增长|经济增速|GDP增速|GDP增长|(?:地区|国内)?生产总值(?:增速|增长|增幅))(?!\d|目标)]]

local ALL = re.new("^" .. economy.all)

local LESS = { ["慢于"] = true, ["低于"] = true }

-- -1, 0, 1 as the word contradicts every growth of the economy that the
-- document prints for the year, leaves it open, or agrees; then the rate and
-- one of these.
local function check_one(m)
  local rate, n, right, other = nil, 0, false, nil
  for _, c in ipairs(m.sentence.claims) do
    if c.kind == "percent" and c.value and c.number_text == m.rate and c:has("growth") then rate = c end
  end
  for _, c in ipairs(rate and economy.growth_of(m.doc) or {}) do
    if c.scope == "" and not c:has("average") and c.index ~= rate.index then
      n, other = n + 1, other or c
      local less = rate.value < c.value
      right = right or (rate.value ~= c.value and less == (LESS[m.w] or false))
    end
  end
  if n == 0 or (rate:has("average")) then return 0 end
  return right and 1 or -1, rate, other
end

-- The same of a match of economy.all: as every growth before the word agrees,
-- or one of at least two contradicts.
local LEAST = 2
local function check_all(m)
  local rates, growth = {}, economy.growth_of(m.doc)
  local own = #growth == 1 and growth[1]
  if not own or own.sentence == m.sentence or own.scope ~= "" then return 0 end
  for _, c in ipairs(m.sentence.claims) do
    if c.kind == "percent" and c.value and c:has("growth") and c.direction ~= "down" and c.bound == "exact" then rates[#rates + 1] = c end
  end
  local less, against = LESS[m.w] or false, 0
  for _, c in ipairs(rates) do
    if c.value ~= own.value and (c.value < own.value) ~= less then against = against + 1 end
  end
  if #rates < LEAST then return 0 end
  return against == 0 and 1 or against == #rates and -1 or 0, rates[#rates], own
end

function economy.judge(m)
  if ALL:find(m.text) then return check_all(m) end
  return check_one(m)
end

return economy
