-- 突破千亿元大关,达到930多亿元; 突破18500亿元,正迈向万亿目标: a mark that is told in
-- words or at the end of the sentence, and the figure that is to lie on one side of it.
local NUMBER = "[0-9][0-9,]*(?:\\.[0-9]+)?"
local UNIT = "(?:元|斤|吨|公斤|千瓦时|千瓦|人次|人|户|家|辆|件|标准箱|TEU|立方米|公里|美元|亩|度)"
local WORD = "(?<mark>(?:[百千]亿|万亿|十万亿|百万|千万)(?!级))(?<unit>" .. UNIT .. ")?" -- a figure as mark: threshold-contradiction
local MARK = "(?<mark>(?:[百千]亿|万亿|十万亿|百万|千万)(?!级)|" .. NUMBER .. "[万亿]*)(?<unit>" .. UNIT .. ")?"
local PASSED = "(?:突破|跨越|迈上|跨上|站上|越过|迈过|跨过|登上)"
local STAIR = "(?:大关|新?台阶|关口|门槛)"
local NONE = "(?<%s>)(?<%s>)"

-- What is said of the mark: the figure behind it, or one before.
local BEHIND = PASSED .. WORD .. STAIR .. "?[,、](?:达到?|实现|完成|为)(?:近|约)?(?<n>" .. NUMBER .. ")(?<more>[余多])?[万亿]*" .. UNIT .. "(?<kind>)"
local BEFORE = PASSED .. WORD .. STAIR .. "(?<kind>)" .. NONE:format("n", "more")
local FIRST = "(?:首个|唯一)[^。;,0-9]{0,12}?(?:超过?|突破|达到?)" .. MARK .. "的(?<kind>)" .. NONE:format("n", "more")
local TOWARDS = "(?:迈向|冲刺|挺进|迈进|进军|逼近|冲击)" .. MARK .. "(?<kind>目标|级|大关|台阶|新台阶|规模)" .. NONE:format("n", "more")

-- 103万人、超额完成国家下达的110万人年度任务; 39.08亿人次,年度发送量首次突破40亿人次
local EXCEEDED = "超额完成[^,。;0-9]{0,14}" .. MARK .. "(?=[^,。;0-9]{0,6}(?:任务|目标|计划))(?<kind>)" .. NONE:format("n", "more")
local NUMBERED = "首次突破" .. MARK .. "(?<kind>)" .. NONE:format("n", "more")

-- What stands between the figure and such a mark.
local GAPS = {
  re.new("^(?:[^,。;0-9]{0,4})[、,](?!累计)[^,。;0-9累]{0,6}超额完成(?![^,。;0-9]*累计)[^,。;0-9]{0,14}$"),
  re.new("^[,、]([^,。;0-9加和与]{0,16})首次突破$"),
  re.new("^(?:[,、](?:同比|比[^,。;0-9]{2,10}|较[^,。;0-9]{2,10})?(?:增长|增加|提高|上升|下降)[0-9.]+%)?[,、][^,。;0-9]{0,8}" .. PASSED .. "$"),
  re.new("^[^。;]{0,24}?[,、](?:成为|是)[^。;,0-9]{0,12}(?:首个|唯一)[^。;,0-9]{0,12}(?:超过?|突破|达到?)$"),
  re.new("^[,、][^,。;0-9]{0,10}(?:迈向|冲刺|挺进|迈进|进军|逼近|冲击)$"),
}
local WORDS = { ["百亿"] = "10000000000", ["千亿"] = "100000000000", ["万亿"] = "1000000000000", ["十万亿"] = "10000000000000",
                ["百万"] = "1000000", ["千万"] = "10000000" }
local SCALE = { ["万"] = 10000, ["亿"] = 100000000 }


-- What a mark is worth: 千亿, 5000万.
local function worth(text)
  if WORDS[text] then return decimal(WORDS[text]) end
  local digits = text:match("^[%d.,]+")
  local value = decimal((digits:gsub(",", "")))
  for _, c in utf8.codes(text:sub(#digits + 1)) do value = value * SCALE[utf8.char(c)] end
  return value
end

-- Is the figure counted in what the mark is? A mark may leave it to the figure
-- where both have a scale word.
local function one_unit(m, claim)
  local unit = m.unit
  if not unit then return claim.scale:gt(1) and (m.mark:find("亿", 1, true) or m.mark:find("万", 1, true)) ~= nil end
  return claim.unit_text:sub(-#unit) == unit and (unit ~= "元" or claim.unit == "CNY")
end

local WINDOW, BACK = 60, 8 -- characters, and figures, before a mark
local DIGIT = re.new("^[0-9]")

-- The figure before the mark that it is of.
local function figure_before(m)
  local window, own, claims = m:place("mark"):before(WINDOW), m.sentence.claims, m.sentence.doc.claims
  local behind = m:next_figure()
  local last = behind and behind.sentence == m.sentence and behind.index - 1 or #own > 0 and own[#own].index or 0
  for i = last, math.max(1, last - BACK), -1 do
    local claim = claims[i]
    if claim.sentence ~= m.sentence then return end
    local level = claim.is_claim and not claim:has("increment") and not claim:has("growth") -- 增加85.2亿元,总量突破千亿元
    local fits = level and DIGIT:find(claim.text) and one_unit(m, claim)
    local _, to = window:find(claim.text, 1, true)
    local gap = fits and to and window:sub(to + 1)
    for _, between in ipairs(gap and GAPS or {}) do
      if between:find(gap) then return claim end
    end
  end
end

-- A mark with a number may be of another thing: its figure lies just below it,
-- and its clause has a word of what the figure is of.
local OF_MONTH = re.new("\\d月份?|季度|当月|本月|今日|当日|规划|“十[一二三四五]五”")
local NUMBERS, NEAR = re.new("^首次突破"), decimal(9) / 10
local OWN = re.new("([一-龥]+)首次突破$")
local function is_near(m, claim, high, mark)
  if high < mark * NEAR then return false end
  local name = OWN:match(m:place(0):before(20) .. "首次突破")
  local told = claim.name .. claim:before(16)
  for i = 1, name and #name - 5 or 0, 3 do
    if told:find(name:sub(i, i + 5), 1, true) then return true end
  end
  return false
end

return {
  api = 1,
  id = "milestone-contradiction",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = { BEHIND, BEFORE, FIRST, TOWARDS, EXCEEDED, NUMBERED } },
  summary = {
    zh = "所说的关口与数值矛盾（突破千亿元大关，达到930多亿元）",
    en = "a milestone said to be passed, or still ahead, and the figure disagree",
  },
  explain = {
    zh = [[“突破千亿元大关，达到930亿元”“4950万标准箱……成为首个超过5000万标准箱的大港”：数值没有过关；
“突破18500亿元，正迈向万亿目标”：早已过了目标。]],
    en = [[The figure beside a milestone that was passed must lie above it, the one beside a milestone still ahead below it.]],
  },
  messages = {
    base = {
      zh = "称已过 {mark}，而数值为 {value}",
      en = "said to be beyond {mark}, but the figure is {value}",
    },
    ahead = {
      zh = "称正迈向 {mark}，而数值已达 {value}",
      en = "said to be on the way to {mark}, but the figure is {value} already",
    },
  },
  examples = {
    bad = {
      { [[铁路投资将连续第7年突破千亿元大关,达到930多亿元。]], at = "930多亿元" },
      { [[出口0.94万亿元,同比增长20.1%,首次突破万亿元大关。]], at = "0.94万亿元" },
      { [[吞吐量达到4950.6万标准箱、连续15年排名第一,成为全球首个年吞吐量超过5000万标准箱的大港。]], at = "4950.6万标准箱" },
      { [[城镇新增就业超103万人、超额完成国家下达的110万人年度任务。]], at = "103万人" },
      { [[全国铁路累计发送旅客39.08亿人次,年度旅客发送量首次突破40亿人次,创历史新高。]], at = "39.08亿人次" },
      { [[绿色产业产值增长19.2%、突破18500亿元,正加快迈向万亿目标。]], at = "18500亿元" },
    },
    good = {
      [[铁路投资将连续第7年突破千亿元大关,达到1300多亿元。出口1.06万亿元,首次突破万亿大关。]],
      [[吞吐量达到5150.6万标准箱、连续15年排名第一,成为全球首个年吞吐量超过5000万标准箱的大港。]],
      [[绿色产业产值增长19.2%、突破8500亿元,正加快迈向万亿目标。完成投资10893亿元,比上年增长43.8%,历史性地迈上万亿元台阶。]],
      [[11月份植树9.5万亩,累计超额完成全年10万亩任务。节能改造95万平方米,超额完成“十四五”累计100万平方米任务。旅游总收入980亿元,旅游业总收入加会展收入首次突破1000亿元。]],
      [[新建高标准农田1.05亿亩,超额完成10亿亩阶段性建设目标。城镇新增就业超143万人、超额完成国家下达的110万人年度任务。原油产量1180.5万吨,全年油气当量合计首次突破2000万吨。]],
      [[装机突破4500万千瓦,正加快迈向5000万千瓦目标。]],
      [[经济总量突破千亿、达到1042亿元。成交额5500亿元,连续4年每年跨越一个千亿台阶。外贸1.2万亿元,其中36个国家超百亿元。]],
    },
  },
  check = function(m, report)
    local claim = m.n ~= "" and m:figure("n") or m.n == "" and figure_before(m)
    if not claim or not claim.is_claim or not claim.low or not one_unit(m, claim) then return end
    local mark, ahead = worth(m.mark), m.kind ~= ""
    local high = claim.value or m.more and m.more ~= "" and claim.low + claim.last_digit * 10 -- as printed: the mark has no unit's factor
    if not high and claim.bound == "more_than" and claim.digits > 1 then high = claim.low + claim.last_digit end -- 超103万
    local wrong
    if ahead then wrong = claim.low >= mark else wrong = high and high < mark end
    local text = m.mark .. (m.unit or "")
    if wrong and NUMBERS:find(m[0]) and not is_near(m, claim, high, mark) then return end
    if wrong and m[0]:find("^超额") and (high * 2 < mark or OF_MONTH:find(claim:before(30))) then return end -- 1.05亿亩,超额完成10亿亩阶段性目标: of many years
    if wrong then
      report { at = claim, related = m:place("mark"), message = ahead and "ahead" or "base", values = { mark = text, value = claim.text } }
    else
      report.agrees { at = claim, related = m:place("mark"), how = text }
    end
  end,
}
