-- stray_year: 早在2044年 in a report of 2023: a year that is still to come, told as past. Of 490
-- years two and more ahead of their texts (16 million characters of reports and
-- news), goals aside, all but one have a word of plans in their clause; one that has
-- none and a word of what is past was mistyped.

local stray = {}

local ownyear, years = lib "ownyear", lib "years"

local LEAST = 2 -- places at which a bulletin says what year it is of
local CENTENARY = 2049

-- What leads to a year of the future, and what a clause says of it.
local LEADS = re.new([[(?:[到至前]|[-—–~、]|截止|期限|预计|计划|将|拟|力争|有望|面向|展望|锚定|联合国|参选|举办|承办|申办|主办|担任|目标|规划|原定|推迟|延[长期迟续]|有效期|预测|预估|估计|到了|离|距)[于在到至]?\s?$]])
local PLANNED = re.new([[预计|计划|将|拟|力争|有望|目标|届时|预测|预期|确保|争取|施行]])
local AHEAD = re.new([[规划|远景|前景|愿景|展望|部署|实现|建成|议程|任期|举办|主办|承办|申办|候选|大选|选举|奥运|世界杯|冬奥|亚运|世博|亚冬|到期|期限|延长|推迟|合同|协议|可能|会|承诺|纲要|方案|蓝图|碳达峰|碳中和|战略|[以底之年]前|[运产用]后|起(?:$|,)|实施|执行|债券|贷款|租赁|质押|股权|信托|基金|年期|寿命|退役]])
-- What is over: nothing planned is told so.
local EARLY = re.new([[早在\s?$]])
local SINCE = re.new([[^\s?[^,]{0,40}(?:以来(?!水|自)|基础上)|^的[^,]{1,40}[到至](?:目前|去年|今年|现在|当前)|^.{0,40}?(?:荣获|获评|被评为|增长了|创下|就开始|就提出|就已|就启动|曾(?!经济)|提出的|打下了|提出过|发生了|我们提出|作出的)]])
local PAST = re.new([[了[^解]|曾|已|提出|以来|发生|成功|获得|出现|比上年|比去年|^[末底]?为\d]])

local BEFORE, AFTER = 120, 180 -- bytes of a clause that are looked at
local CLAUSE, REST = re.new("[^。;]*$"), re.new("^[^。;]*")

-- Goals stand in five-year steps; next year is much told of.
local function is_near(year, own) return year % 5 == 0 or year == CENTENARY or year == own + 1 end

-- Is a year behind the text's own told as past, or named with no word of plans?
local function is_stray(claim, year, own)
  local before, after = CLAUSE:match(claim:before(BEFORE)), REST:match(claim:after(AFTER))
  if LEADS:find(before) then return false end
  local head = CLAUSE:match(claim:before(36))
  local planned = PLANNED:find(before) or PLANNED:find(after)
  if (EARLY:find(before) or SINCE:find(after)) and not (PLANNED:find(head) or PLANNED:find(after:match("^[^,]*"))) then return true end
  if planned or is_near(year, own) or AHEAD:find(before) or AHEAD:find(after) then return false end
  return PAST:find(after) ~= nil
end

-- The year a text is written in, and where it says so.
local function own_year(doc)
  local own = ownyear.of(doc)
  if own then return own, ownyear.places(doc) end
  local day = lib("ownday").of(doc)
  if day then return day.year, { day.claim } end
  local votes = years.read(doc).bulletin
  local best, against = years.majority(votes)
  if best and against == 0 and #votes[best] >= LEAST then return best + 1, { votes[best].claims[1] } end
end

-- The year near the report's own that was meant: digits swapped, or one wrong.
local function meant(year, own)
  local swapped = math.floor(year / 100) * 100 + year % 10 * 10 + math.floor(year / 10) % 10
  if swapped <= own then return swapped end
  for back = 0, 30, 10 do
    if year - back <= own then return year - back end
  end
  return own
end

function stray.judge(doc, report)
  local own, places
  for _, claim in ipairs(doc:figures("period", "date", { prose = true })) do
    local year = tonumber(claim.text:match("^(%d%d%d%d)年"))
    if year and own == nil then
      own, places = own_year(doc)
      if not own then return end
    end
    if year and year > own then
      if is_stray(claim, year, own) then
        report { at = claim, related = places, message = "year", values = { year = own, meant = meant(year, own) } }
      else
        report.agrees { at = claim, related = places, how = own .. " ≤ " .. year }
      end
    end
  end
end



return stray
