-- named_whole: the whole of a Chinese share by what is said of it: 服务进出口总额
-- 20816.5亿元……知识密集型服务进出口9057.9亿元,占服务进出口总额的43.5%; 122种产品中,
-- 有75种产量增长,占比61.5%.
--
-- In: a link whose whole no rule of the grammar gave, and which no figure of the
-- passage makes true. Out: the whole that is named (or counted with 中, or the only
-- other figure of the sentence), where the share is one slip of the pen off.
-- Of 110 such shares in texts nobody read, 57 had no whole before.

local near = lib "near"
local named = {}

local SAID = re.new("占([^,。;:]*)$")
local LEAD = re.new("^(?:我国|全国|中国|全省|全市|全区|全县|全州|全部|所有|同期|当期|当年|其|全年|的|总)+")
local TAIL = re.new("(?:总值|总额|总量|总数|总规模|数量|规模|金额|总|的|比重|比例|份额|[约近超达为至到]|达到|超过|接近|已|提升|提高|上升|下降|降|升|分别)+$")
local TRADE, GOODS = re.new("^(?:我国|中国)?(?:对?外贸易?|货物贸易)$"), "进出口"
local CLAUSE = re.new("[^,。;:]*$")
local WIDER, LOCAL = re.new("全国|我国|全球|世界"), re.new("全[省市县区州]|[省市县区]$")
local AMONG = re.new("^[^,。;\\d]{0,16}中[,:]?(?:已?有)?")
-- 一般贸易|出口 is not 出口; what leads to the whole says where or when alone.
local LEADS = re.new("(?:^|我国|全国|中国|货物贸易|外贸|总|全部|同期|[年月日度]|全球|世界|共|累计|[省市县区]|完成|实现)$")
local SUMMED = re.new("累计|一共|[年月][—至到][^,]*年")
local SEVERAL = re.new("分别|、|同类")
local LEAST, LONG = 6, 9 -- bytes of a name that tells; of one that a rate of two digits needs
local FAR = 60 -- characters before a figure that may name it

-- What is said to be the whole, without the words that say so.
local function core_of(rate)
  local said = SAID:match(rate:before(FAR))
  if not said then return nil, "" end
  if SEVERAL:find(said) then return nil, said end
  local _, to = LEAD:find(said)
  local core = said:sub((to or 0) + 1)
  local from = TAIL:find(core)
  core = from and core:sub(1, from - 1) or core
  if TRADE:find(core) then core = GOODS end
  return #core >= LEAST and not core:find("%d") and core or nil, said
end

-- 新增装机总容量 is 新增装机容量.
local ALL = "总"
local function names(whole, core, said)
  local clause = CLAUSE:match(whole:before(FAR))
  if not clause:find(core, 1, true) then
    clause, core = clause:gsub(ALL, ""), core:gsub(ALL, "")
    if #core < LONG then return false end
  end
  if WIDER:find(said) and LOCAL:find(clause) or SUMMED:find(clause) then return false end
  local from = clause:find(core, 1, true)
  return from ~= nil and LEADS:find(clause:sub(1, from - 1)) ~= nil
end

-- Is it the whole by its words: 122种产品中,有|75种?
local function counts_among(part, whole)
  return whole.kind == "count" and whole.unit_text == part.unit_text and whole.sentence == part.sentence
    and whole.index == part.index - 1 and AMONG:find(whole:after(24)) ~= nil
end

-- The one other figure of the sentence that could be a whole.
local function only_other(link, part)
  local found
  for _, whole in ipairs(link.others) do
    if whole.sentence == link.rate.sentence then
      if found then return nil end
      found = whole
    end
  end
  return found and found.index == part.index - 1 and found or nil
end

-- How one slip of the pen would make the share that of the whole.
local function slip(rate, part, whole, brief)
  if not (whole.amount.low and whole.amount.high and whole.amount.low:gt(0)) or whole.amount.low <= part.amount.high then return nil end
  local share = part.amount / whole.amount * 100
  if not (share.low and share.high) then return nil end
  local kind, value = near.within(rate.value, share:widen(rate.last_digit / 2), rate.last_digit)
  if kind and (value - rate.value):abs() <= rate.last_digit * 3 then return nil end -- rounded otherwise
  if not kind and brief and rate.digits == 2 then
    local want = ((share.low + share.high) / 2):round(rate.decimals)
    local a, b = want:text(), rate.value:text()
    local by = (want - rate.value):abs()
    if #a == #b and by > rate.last_digit * 2 and (a:sub(1, 1) == b:sub(1, 1) or a:sub(-1) == b:sub(-1)) then return want end
  end
  return kind and value
end

-- Two swapped digits, or another 万 or 亿, of the part or of the whole: the share then is
-- as it is computed, and the rate that is printed would do.
local function mends(claim, range)
  if not (claim.value and range.low and range.high and claim.digits > 2) then return false end
  return near.within(claim.value, range / claim.factor, claim.last_digit) == "transposed"
    or lib("myriads").member({ claim }, function() return range end) ~= nil
end
local function turned(rate, part, whole)
  local share = rate.interval / 100
  if rate.digits < 3 or not (share.low and share.low:gt(0)) then return nil end
  if not (mends(part, whole.amount * share) or mends(whole, part.amount / share)) then return nil end
  local made = part.amount / whole.amount * 100
  return made.low and made.high and ((made.low + made.high) / 2):round(rate.decimals)
end

-- Figures before the share, where the grammar left none for the place they are of.
local BACK, WHOLE_NAME = 12, 12 -- figures; bytes
local function before(link, core)
  local rate, out = link.rate, {}
  if not core or #core < WHOLE_NAME then return out end
  for i = rate.index - 1, math.max(1, rate.index - BACK), -1 do
    local c = rate.doc.claims[i]
    if c.block.index < rate.block.index - 1 then break end
    if c.is_claim and c.index ~= link.members[1].index then out[#out + 1] = c end
  end
  return out
end

-- What a bound should be that is above the share (占比超过75%, 57% it is), and the share.
local SURE = 80 -- strength of a link that a bound is held against
function named.below(link, whole)
  local part, rate = link.members[1], link.rate
  if rate.kind ~= "percent" or not rate.low or link.whole ~= whole or link.strength < SURE or part.bound ~= "exact" then return nil end
  if not (part.amount.low and whole.amount.low and whole.amount.high and whole.amount.low:gt(0)) then return nil end
  local share = part.amount / whole.amount * 100
  if not (share.low and share.high) or share.high >= rate.low then return nil end
  local kind, value = near.within(rate.low, share:widen(rate.last_digit), rate.last_digit)
  return kind and value, share
end

-- The whole and what the share would be; nil: nothing is known.
function named.find(link)
  local part, rate = link.members[1], link.rate
  if rate.doc.lang ~= "zh" or not rate.value or rate.bound ~= "exact" or rate.sentence.cell or rate.digits < 2 then return nil end
  if not (part.amount.low and part.amount.high) or part.sentence ~= rate.sentence then return nil end
  local core, said = core_of(rate)
  for _, whole in ipairs(#link.others > 0 and link.others or before(link, core)) do
    if whole.unit == part.unit and core and names(whole, core, said) then
      local want = slip(rate, part, whole, #core >= LONG) or turned(rate, part, whole)
      if want then return whole, want end
    elseif counts_among(part, whole) then
      local want = slip(rate, part, whole, true)
      if want then return whole, want end
    end
  end
  local other = not core and not SEVERAL:find(said) and not rate.list and rate.digits > 2 and only_other(link, part)
  local want = other and other.unit == part.unit and slip(rate, part, other)
  if want and near.miss(rate.value, want) == "transposed" then return other, want end
end

return named
