-- 达3200亿元,比上一个五年增加3710亿元; 增加2910元,达到1826元; 达59.3万户、净增92万户: what is added
-- is no more than what it comes to.
local figures = lib "figures"

local BEHIND = re.new("^(?:左右|以上)?[,、](?:(?:比|较)[^,。;、\\d]{0,16}?)?(?:净增加?|年均?净增加?|(?<=[年末底期初季月比的平])(?:实际|共|约|净)?(?:增加|新增|多|提高|上升|增长))了?(?:近|约|大约|超过|超)?$")
local AHEAD = re.new("^(?:左右|以上)?[,、](?:总[数量额]|总规模)?(?:已经?|将|可)?(?:达到?|增至|增加到|提高到|上升到)了?(?:近|约|超过?)?$")
local ADDED = re.new("(?:增加|净增|提高|增长|上升)了?(?:近|约|超过|超)?$")
-- What may have been below zero, and what is counted of several.
local SIGNED = re.new("损益|盈余|差额|结余|净[额流利]|顺差|逆差|利润|赤字|亏损|余缺|增速|涨幅|升幅")
local LEFT = re.new("注销|淘汰|减|退|关|撤|拆|流出|新")
local FROM = re.new("[比较由从自][^,。;]{0,14}$") -- 相比2012年底的5500万户,净增超1亿户
local TIMES = re.new("倍|累计|分别|各|其中|计划|目标|预算")

local function is_amount(c)
  return c and c.is_claim and (c.kind == "amount" or c.kind == "count") and c.low and c.low:gt(0) and c.unit ~= "" and not c.sentence.cell and not c.list
end

local function gap(a, b) return figures.gap(a, b, 40) or "" end

-- The figure before or behind it of the same unit, past years and what is no amount.
local FAR = 3
local function neighbour(c, step)
  for i = 1, FAR do
    local other = c.doc.claims[c.index + i * step]
    if not other or other.sentence ~= c.sentence then return nil end
    if is_amount(other) and other.dimension == c.dimension then return other.unit == c.unit and other or nil end
  end
end

local function level_of(c)
  local ahead = neighbour(c, -1)
  if ahead and not ahead:has("increment") and not FROM:find(ahead:before(16)) and BEHIND:find(gap(ahead, c)) then return ahead end
  local behind = ADDED:find(c:before(8)) and neighbour(c, 1)
  if behind and AHEAD:find(gap(c, behind)) then return behind end
end

local ADDITIONS = { claim = true, prose = true, has = "increment" }
local function judge(c, report)
  if not is_amount(c) then return end
  local level = level_of(c)
  if not level then return end
  local low, high = c.amount.low, level.amount.high
  if not (low and high) then return end
  if low <= high then
    report.agrees { at = c, related = level, how = c.text .. " ≤ " .. level.text }
  elseif not SIGNED:find(level.name .. level:before(14) .. c:before(14)) and not TIMES:find(c:before(14) .. level:before(6)) and not LEFT:find(level:before(6)) then
    report { at = c, related = level, values = { level = level.text } }
  end
end

return {
  api = 1,
  id = "increment-exceeds",
  severity = "warning",
  languages = { "zh" },
  on = { set = true },
  summary = {
    zh = "增加的比增加以后的还多（增加2910元，达到1826元）",
    en = "more was added than there is afterwards",
  },
  explain = {
    zh = [[“达到3200亿元，比上一个五年增加3710亿元”：增加数不会大于增加以后的数。可能为负的（差额、利润、结余）不判断。]],
    en = [[What is added to a quantity that cannot be negative is at most what it comes to. Balances and profits are left out.]],
  },
  messages = { base = { zh = "增加 {stated}，多于增加后的 {level}", en = "{stated} were added, more than the {level} that it came to" } },
  examples = {
    bad = {
      { [[对教育事业的投入达３２００亿元,比上一个五年增加３７１０亿元。]], at = "３７１０亿元" },
      { [[１９９２年同１９８７年相比,城镇居民人均生活费收入增加２９１０元,达到１８２６元。]], at = "２９１０元" },
      { [[全省经营主体达59.3万户、净增92万多户,创新型企业达194户。]], at = "92万多户" },
      { [[年末藏书120万册,比上年末增加150万册。]], at = "150万册" },
      { [[粮食总产量达到三亿吨,比一九七八年增加五亿吨。]], at = "五亿吨" },
    },
    good = {
      [[对教育事业的投入达３２００亿元,比上一个五年增加１７１０亿元。]],
      [[城镇居民人均生活费收入增加９１０元,达到１８２６元。]],
      [[全省经营主体达59.3万户、净增2万多户。]],
      [[财政结余12亿元,比上年增加15亿元。]],
      [[新登记3.6万户,注销1.2万户,净增2.4万户。]],
      [[建成高速公路120公里,通车里程比上年增加150公里。]],
      [[市场主体达1.63亿户,相比2012年底的5500万户,净增超1亿户。]],
      [[新增贷款120亿元,累计达到150亿元。]],
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      for _, c in ipairs(doc.lang == "zh" and doc:figures("amount", "count", ADDITIONS) or {}) do judge(c, report) end
    end
  end,
}
