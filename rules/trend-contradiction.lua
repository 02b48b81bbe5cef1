-- Words that say which way a thing went, and a figure right behind them that
-- went the other: 大幅增加,……同比下降29.8%; 下降2.1%,涨幅比上年扩大; PMI为49.2%,高于
-- 临界点; 1.2亿元,首次突破万亿大关.

local groups = lib "groups"
local get = groups.get

local UP, DOWN = {}, {}
for w in ("上调 增加 上升 增长 提高 提升 扩大 攀升 回升 上涨 升 涨 正 增 高 多 高于 以上"):gmatch("%S+") do UP[w] = true end
for w in ("下调 下降 减少 下滑 回落 降低 缩小 下跌 降 跌 负 减 低 少 低于 以下"):gmatch("%S+") do DOWN[w] = true end

local function way(word)
  return word and (UP[word] and 1 or DOWN[word] and -1) or 0
end

local MARK = { ["万亿"] = "1000000000000", ["千亿"] = "100000000000", ["百亿"] = "10000000000", ["十亿"] = "1000000000",
               ["亿"] = "100000000", ["千万"] = "10000000", ["百万"] = "1000000", ["万"] = "10000" }
local CRITICAL, LOW, HIGH = 50, 30, 70
local BUT = re.new("但|不过|虽|而|其中|除|剔除|却")

local once = lib "once"
local told = once.new()
local function tell(m, report, at, word, other)
  if not once.first(told, m:place(at)) then return end
  report { at = m:place(at), related = m:place(other), values = { word = m[word], other = m[other] } }
end

-- PMI为49.2%,高于临界点
local LISTED = re.new("[和与、]$")
local function judge_critical(m, report)
  if LISTED:find(m:place("n"):before(1)) or m.sentence.text:find("分别", 1, true) then return end
  local n = decimal(m.n)
  local says = way(get(m, "w")) ~= 0 and way(m.w) or way(get(m, "side"))
  if says == 0 or n:eq(CRITICAL) or n:lt(LOW) or n:gt(HIGH) then return end
  if n:gt(CRITICAL) ~= (says > 0) then
    report { at = m:place("n"), related = m:place("mark"), message = "critical", values = { mark = m.mark, word = get(m, "w") or m.side } }
  end
end

local ADDED = re.new("[增多]|其中")
-- 达1.2亿元,首次突破万亿大关
local function judge_mark(m, report)
  local value = decimal((m.n:gsub(",", "")))
  local unit = get(m, "u")
  if unit then value = value * decimal(MARK[unit]) end
  if value < decimal(MARK[m.mark]) then
    for _, c in ipairs(m.sentence.claims) do
      if c.number_text == m.n and not c:has("increment") and not ADDED:find(c:before(24)) then
        report { at = c, related = m:place("mark"), message = "mark", values = { mark = m.mark } }
        return
      end
    end
  end
end

-- 相比去年的26.5%,今年为29.5%,参与比例有所下降
local function judge_pair(m, report)
  local a, b = decimal(m.a), decimal(m.b)
  local says = way(m.x)
  if a == b or says == 0 or (b > a) == (says > 0) then return end
  report { at = m:place("x"), related = { m:place("a"), m:place("b") }, message = "pair", values = { word = m.x, a = m.a .. "%", b = m.b .. "%" } }
end

local AHEAD = 27 -- bytes of what stands before the noun
local OTHER = re.new("不良|亏损|逾期|办结|查处|结案|补助|补贴|缴费|登记|率|利|价格[^0-9]")
-- 环比受季节因素影响小幅下降,同比上涨0.3%: both hold.
local ON_MONTH, ON_YEAR = re.new("环比[^。;]*$"), re.new("同比|比上年|较上年|比去年")
local PRICE = re.new("(?:价|标准|工资|电费|水费|税率),")
-- ……纠纷大幅增加,新收……纠纷5.7万件,同比下降29.8%
local function judge_noun(m, report)
  local rest = m.rest or ""
  if BUT:find(rest) or OTHER:find(rest) or ON_MONTH:find(m:place("w"):before(60)) and ON_YEAR:find(m[0]) then return end
  if m.noun == "" and not PRICE:find(m[0]) then return end
  if m.noun ~= "" and rest ~= "" and not (rest:find(m.noun .. "%d") and #rest:match("^(.-)" .. m.noun .. "%d") <= AHEAD) then return end
  if way(m.w) * way(m.x) < 0 then tell(m, report, "x", "x", "w") end
end

local ROSE, FELL = re.new("(?:上涨|增长|上升|提高)了?[0-9]"), re.new("(?:下降|下跌|回落|减少)了?[0-9]")

local NAMES = { "w", "x", "n", "mark", "side", "rec", "turn", "noun", "rest", "a", "b", "u" }

local TOLD = 2 -- patterns of a trend whose rate may stand anywhere behind it

return {
  api = 1,
  id = "trend-contradiction",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = groups.all({
      lib("trend_told").patterns[1], lib("trend_told").patterns[2],
      "(?<w>下降|下跌|回落|减少|降低)了?[\\d.]+%[,、](?<x>涨幅|增幅|升幅)(?:比|较|同比|环比|收窄|扩大|回落)",
      "(?<w>上涨|增长|上升|提高)了?[\\d.]+%[,、](?<x>降幅|跌幅|减幅)(?:比|较|同比|环比|收窄|扩大)",
      "(?<![\\d.])(?<n>\\d{2}(?:\\.\\d+)?)%?,(?:继续|仍|连续[^,。;]{1,8})?(?<w>高于|低于|位于|处于|运行在|保持在)(?<mark>临界点|荣枯线|荣枯分水岭|50%?的?临界点|50%?的?荣枯线)(?<side>以上|以下)?",
      "偏(?<w>低|少|高|多)[\\d.]+(?:℃|度|毫米|%|成)(?:(?!偏)[^。;]){0,24}第[一二三四五六七八九十\\d]+(?<rec>高|多|低|少)",
      "(?<noun>[一-龥]{2})由(?<turn>降|跌|负|减|升|涨|正|增)转(?<w>升|涨|正|增|降|跌|负|减),(?<rest>[^。;]{0,40}?)(?:同比|比上年|较上年|比去年)(?<x>增长|上升|增加|提高|上涨|下降|减少|降低|下跌)了?[\\d.]+%",
      "(?<noun>[一-龥]{2})(?:总体|整体|呈现?)?(?:大幅|明显|显著|持续|逐年|逐步|稳步|有所|快速|小幅|稳中有|不断)(?<w>增加|上升|增长|提高|提升|扩大|攀升|回升|升|下降|减少|下滑|回落|降低|缩小|降)(?:趋势|态势)?,(?<rest>[^。;]{0,40}?)(?:同比|比上年|较上年|比去年)(?<x>增长|上升|增加|提高|上涨|下降|减少|降低|下跌)了?[\\d.]+%",
      "(?:进一步|继续|适当|大幅|全面|再次|持续|稳步)(?<w>提高|降低|上调|下调|增加|减少)(?<noun>)[^,。;\\d]{3,16},(?<rest>[^。;,\\d]{0,24}每[^。;,\\d]{1,6}?)(?:分别|均)?(?<x>提高|降低|上调|下调|增加|减少)了?(?:到|至)?\\d",
      "(?:相比|较|比)[^,。;\\d]{0,6}(?:去年|上年|上一年度?)的?\\s?(?<a>\\d+(?:\\.\\d+)?)%[^,。;\\d]{0,12},[^。;%\\d]{0,36}?(?<b>\\d+(?:\\.\\d+)?)%,[^。;,\\d不投]{0,8}(?:比例|比率|占比|比重)(?:有所|明显|略有|显著|大幅)(?<x>上升|提高|增加|增长|提升|下降|减少|降低|回落)",
      "(?<![\\d.])(?<n>\\d[\\d,]*(?:\\.\\d+)?)(?<u>万亿|亿|万)?(?:元|吨|人次|千瓦时|斤|件|美元|立方米),?(?:首次|再次|历史性|成功|首度|一举|率先|在[^,。;\\d]{1,5})*(?:突破|跨越|迈上|站上|跨上|登上|越过|迈过|跨过)了?(?<mark>万亿|千亿|百亿|十亿|亿|千万|百万)(?:元|级|斤|吨|千瓦时|美元)?(?:人民币)?(?:大关|台阶|关口|门槛)",
    }, NAMES),
  },
  summary = {
    zh = "所说的趋势与紧随其后的数字相反（大幅增加却同比下降，49.2%却高于临界点）",
    en = "a trend told in words and the figure right behind it go opposite ways",
  },
  explain = {
    zh = [[“纠纷大幅增加，……纠纷同比下降29.8%”“下降2.1%，涨幅比上年扩大”“由降转升，比上年下降”“49.2%，高于临界点”
“1.2亿元，首次突破万亿大关”：前后所说的是同一名词而方向相反时报告。
“花卉出口持续增长，1至2月花卉出口额达1.03亿美元，同比下降11.5%”：走势之后第一个增长率，其前的词语与走势的主语有两个
（走势为下降的三个）以上相连的字相同，方向应当相同。中间有但、受、其中、扣除等词的，以及增速、比率、成本，不判断。]],
    en = [[What "rose markedly" cannot have fallen by 29.8 % in the next clause, a fall has no 涨幅 (size of a rise), 49.2 is
not above the critical 50, 120 million has not passed a trillion. Reported where both speak of one noun. The first rate behind
a trend is of the same thing where both have two ideographs in a row in common (three where the trend falls), once "but",
"of which", rates and costs are left out.]],
  },
  messages = {
    base = {
      zh = "“{word}”与前文“{other}”相反",
      en = "“{word}” contradicts “{other}”",
    },
    critical = {
      zh = "{stated} 与“{word}{mark}”不符：界线是50",
      en = "{stated} is on the other side of 50 than “{word}” says",
    },
    mark = {
      zh = "{stated} 没有达到“{mark}”",
      en = "{stated} has not passed the mark of {mark}",
    },
    pair = {
      zh = "“{word}”与数字相反：由 {a} 到 {b}",
      en = "“{word}” contradicts the figures: from {a} to {b}",
    },
    told = {
      zh = "前面说“{said}”，这里是“{rate}”",
      en = "“{said}” before, and here “{rate}”",
    },
  },
  examples = {
    bad = {
      { [[居民消费价格比上年下降2.1%,涨幅比上年扩大0.4个百分点。]], at = "涨幅" },
      { [[制造业采购经理指数为49.2%,高于临界点。]], at = "49.2" },
      { [[全省平均气温15.8℃,较常年偏低0.6℃,为历史第三高。]], at = "低" },
      { [[出口由升转降,全年出口112.8亿元,比上年增长9.4%。]], at = "增长" },
      { [[融资租赁纠纷大幅增加,新收融资租赁合同纠纷5.7万件,同比下降29.83%。]], at = "下降" },
      { [[相比去年的26.5%,今年参与过志愿服务的为29.5%,参与比例有所下降。]], at = "下降" },
      { [[进一步降低粮食最低收购价,早籼稻每斤提高3分。]], at = "提高" },
      { [[执行到位金额达1.2亿元,首次在上半年突破万亿大关。]], at = "1.2亿元" },
      { [[消费市场稳步回升,社会消费品零售总额下降4.5%。]], at = "下降" },
      { [[汽车出口也稳中有升,1至9月份,汽车出口431.2万辆,同比下降27.3%。]], at = "下降" },
      { [[我国花卉出口持续增长,1至2月花卉出口额达1.03亿美元,同比减少11.5%。]], at = "减少" },
      { [[固定资产投资平稳增长。一季度,全国固定资产投资10.3万亿元,同比下降3.8%。]], at = "下降" },
      { [[全市刑事案件发案数大幅下降,全年刑事案件发案3.1万起,比上年增加12.4%。]], at = "增加" },
      { [[进入7月以来,全社会跨区域客流稳中有增,日均达1.7亿人次,同比下降2.6%。]], at = "下降" },
      { "### 社会消费品零售额较快增长\n\n全年实现社会消费品零售总额812亿元,比上年下降9.6%。", at = "下降" },
    },
    good = {
      [[居民消费价格环比受季节性因素影响小幅下降,同比上涨0.3%,涨幅与上月相同。]],
      [[居民消费价格同比上涨0.6%,环比下降0.1%,涨幅比上月回落0.2个百分点。平均气温偏高0.6℃,降水量偏少12%,为历史第三少。]],
      [[贷款稳步增长,不良贷款余额比上年下降12.1%。投诉明显减少,投诉办结率比上年提高3.1%。]],
      [[进一步降低医疗负担,医保财政补助每人每年提高30元。地区生产总值增加85.2亿元,总量突破千亿元大关。]],
      [[生产指数和新订单指数分别为51.2%和49.3%,位于临界点以上和以下。]],
      [[居民消费价格比上年上涨2.1%,涨幅比上年扩大0.4个百分点。工业增长3.2%,增速比上月回落0.1个百分点。]],
      [[制造业采购经理指数为50.2%,高于临界点。平均气温较常年偏高0.6℃,为历史第三高。]],
      [[出口由降转升,全年出口112.8亿元,比上年增长9.4%。]],
      [[进一步提高粮食最低收购价,早籼稻每斤提高3分。进一步降低企业负担,公积金缴存上限提高5%。]],
      [[居民收入稳步增长,恩格尔系数比上年下降0.6%。]],
      [[执行到位金额达1.2万亿元,首次在上半年突破万亿大关。]],
      [[汽车出口也稳中有升,1至9月份,汽车出口431.2万辆,同比增长27.3%。我国花卉出口持续增长,但鲜切花出口额同比减少11.5%。]],
      [[固定资产投资平稳增长,其中房地产开发投资同比下降9.8%。外贸进出口稳定增长。受基数影响,进口同比下降1.2%。]],
      [[居民消费价格明显回落,扣除春节错月影响,居民消费价格同比上涨0.1%。]],
      [[研究与试验发展经费与国内生产总值之比稳定提高。单位国内生产总值能耗下降3.4%。]],
      [[农产品出口稳步增长,农产品进口下降5%。煤炭产量稳步增长,煤炭消费量下降1.2%。新能源汽车产量大幅增长,传统燃油汽车产量下降12%。]],
      [[网上零售额快速增长,实体店零售额下降4.5%。城镇就业稳定增长,城镇登记失业人数下降3%。刑事案件明显下降,刑事案件破案数增加12%。]],
      [[农业生产稳定增长。生猪出栏下降2.1%,家禽出栏增长3.2%。投资增速继续回落。全国固定资产投资同比增长5.5%。]],
    },
  },
  check = function(m, report)
    if m.sentence.cell then return end
    if m.pattern <= TOLD then return lib("trend_told").check(m, report, told) end
    if get(m, "a") then return judge_pair(m, report) end
    if get(m, "n") then return (MARK[m.mark] and judge_mark or judge_critical)(m, report) end
    if get(m, "noun") or get(m, "rest") then return judge_noun(m, report) end
    if get(m, "rec") then
      if way(m.w) * way(m.rec) < 0 then tell(m, report, "w", "w", "rec") end
      return
    end
    -- 同比上涨0.6%,环比下降0.1%,涨幅比上月回落: of the first.
    local before = m:place("w"):before(60)
    if way(m.w) < 0 and ROSE:find(before) or way(m.w) > 0 and FELL:find(before) then return end
    tell(m, report, "x", "x", "w")
  end,
}
