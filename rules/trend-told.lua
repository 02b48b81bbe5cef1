-- 汽车出口稳中有升,1至9月出口431.2万辆,同比下降27.3%: a clause says which way a
-- thing went, and the first rate right behind it, of a thing with like words,
-- went the other.

local PACE = "(?<pace>(?:稳步|平稳|较快|快速|大幅|持续|稳定|高速|强劲|明显|显著|不断|逐步|逐年|稳中有|恢复性|两位数|较大幅)度?)(?:的|地)?"
local UP = "(?<up>增长|提升|上升|提高|扩大|攀升|增加|回升|上涨|走高|升|增)(?<down>)"
local DOWN = "(?<up>)(?<down>下降|下滑|减少|萎缩|走低|下跌|回落|降低|降|减)"
local ENDS = "(?:态势|势头|趋势|走势)?(?=[,。;]|$)"

local REACH = 90 -- code points in which the rate stands
local RATE = re.new([[(增长|上升|上涨|增加|提高|下降|下跌|减少|回落|降低)了?[\d.]+(?:%|倍)]])
local FALLS = re.new("^[下减回降]")
-- Another sentence, another reason, parts of the whole.
local APART = re.new("[。;:!?]|但|却|扣除|剔除|受|由|其中|除|而|虽|不良|单位|比重|率|速|幅|成本|价格|负|因|人均|不良|亏损|库存|同期|同口径|曾|若|如果|增长|上升|下降|减少|回落|提高|增加(?!值)|仅")
local NO_THING = re.new("增长|下降|率|速|幅|成本|单位|不良|亏损|赤字|逆差|之比|扣除|负|因素|影响|差距|风险|比重|占比|库存|压力|预期|预计")
-- 稳步回升。……下降2.1%,降幅比上月收窄: both hold.
local BOTH = re.new("^[^。;,]*,[^。;,]{0,16}(?:收窄|好转|改善|转正|降幅|跌幅|缩小)")
local CLAUSE = re.new("[^,。;:!?]*$")
local ADVERBS = re.new("(?:也|均|都|还|继续|保持|总体|整体|呈现?|实现|了|更|依然|仍|大幅|持续|明显|有所)+$")
local TAIL = 4 -- ideographs at most behind the shared word: the head of the phrase is shared
local MARK = re.new("^[,。;]")
-- Words that two things share without being one.
local EMPTY = {}
for w in ("全国 我国 全省 全市 今年 去年 上年 中国 企业 同比 数据 地区 产品 项目 月份 分别 发展 实现 保持 经济 产业 工作 生产 水平 服务 同时 我们 全年"):gmatch("%S+") do EMPTY[w] = true end
local HAN = 3 -- bytes of an ideograph
-- 煤炭产量稳步增长,煤炭消费量下降1.2%: what one has and the other lacks makes them two.
local KINDS = {}
for w in ("出口 进口 产量 消费量 销量 城镇 农村 就业 失业 燃油 传统 线上 线下 网上 实体 公路 铁路 民航 水路 破案 差距 周期 收入比 民间 国有 外资 房地产 制造业 农业 服务业 建筑业 玉米 大豆 小麦 水稻 猪 牛"):gmatch("%S+") do KINDS[#KINDS + 1] = w end
local function are_two(a, b)
  a, b = a:gsub("进出口", ""), b:gsub("进出口", "")
  for _, kind in ipairs(KINDS) do
    if b:find(kind, 1, true) and not a:find(kind, 1, true) then return true end
  end
  return false
end

-- The longest word that both hold, at the end of the first, in ideographs; 0 where it says nothing.
local function shared(a, b)
  local best, word = 0, nil
  for from = 1, #a - 2 * HAN + 1 do
    local first = a:byte(from)
    if first >= 0xE3 and first < 0xEA then
      local n = best + 1 < 2 and 2 or best + 1
      while from + n * HAN - 1 <= #a and b:find(a:sub(from, from + n * HAN - 1), 1, true) do
        if from + n * HAN - 1 >= #a - TAIL * HAN then best, word = n, a:sub(from, from + n * HAN - 1) end
        n = n + 1
      end
    end
  end
  if best == 2 and EMPTY[word] then return 0 end
  return best
end

-- 流动量稳中有增,日均达1.7亿人次,同比下降2.6%: what names no thing of its own is of the same.
local OWN = re.new("^,?(?:\\d{1,2}(?:至|-|—|–)?\\d{0,2}月份?,?|(?:前|上)?[一二三四\\d]个?(?:季度|月)份?,?|上半年,?|全年,?|当日,?)?(?:日均|月均|平均|累计|共计?|预计|超过?|约|近|达到?|为|突破)*\\d[\\d.,]*(?:万|亿)?(?:人次|吨|元|亿元|辆|标箱|千瓦时|件|辆次|美元|立方米|户|台|人|架次|班次|列)(?:左右|以上)?,(?:同比|环比|比上年|比上年同期|较上年|较去年同期|比去年同期|比[一-龥\\d]{2,8})?$")

-- The text behind the trend: of its paragraph, or of the one below a heading.
local function behind(m, at)
  local rest = at:after(REACH)
  if #rest > HAN then return rest:sub(2 + (MARK:find(rest) and rest:byte(1) > 0x7F and 2 or 0)), m.sentence end
  local kind = m.sentence.block.kind
  local below = (kind == "heading" or kind == "title") and m.sentence.doc.sentences[m.sentence.index + 1]
  if below and below.block ~= m.sentence.block and below.block.kind == "paragraph" then return below.text, below end
end

-- The place of that verb behind the trend.
local function verb_place(m, verb_at, text, sentence, word)
  if sentence ~= m.sentence then return sentence:place(verb_at, verb_at + #word - 1) end
  for _, s in ipairs { m.sentence, m.sentence.doc.sentences[m.sentence.index + 1] } do
    local piece = text:sub(1, verb_at + #word - 1)
    local from = s.text:find(piece, 1, true)
    if from then return s:place(from + verb_at - 1, from + verb_at + #word - 2) end
    from = s.text:find(text:sub(math.max(1, verb_at - 12), verb_at + #word + 4), 1, true)
    if from then
      local skip = verb_at - math.max(1, verb_at - 12)
      return s:place(from + skip, from + skip + #word - 1)
    end
  end
end

return {
  api = 1,
  id = "trend-told",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = { PACE .. UP .. ENDS, PACE .. DOWN .. ENDS } },
  summary = {
    zh = "所说的走势与紧接着的同一事物的增长率方向相反（出口稳中有升，……出口同比下降27.3%）",
    en = "a trend told in words, and the rate of the same thing right behind it goes the other way",
  },
  explain = {
    zh = [[“花卉出口持续增长，1至2月花卉出口额达1.03亿美元，同比下降11.5%”：走势之后第一个增长率，其前的词语与走势的主语有两个
（走势为下降的三个）以上相连的字相同，方向应当相同。中间有但、受、其中、扣除等词的，以及增速、比率、成本，不判断。]],
    en = [[The first rate behind the trend is of the same thing where both have two ideographs in a row in common (three where the
trend falls): in 65 MB of published text 318 such pairs agree and none is at odds, once "but", "of which", rates
and costs are left out.]],
  },
  messages = {
    base = {
      zh = "前面说“{said}”，这里是“{rate}”",
      en = "“{said}” before, and here “{rate}”",
    },
  },
  examples = {
    bad = {
      { [[消费市场稳步回升,社会消费品零售总额下降4.5%。]], at = "下降" },
      { [[汽车出口也稳中有升,1至9月份,汽车出口431.2万辆,同比下降27.3%。]], at = "下降" },
      { [[我国花卉出口持续增长,1至2月花卉出口额达1.03亿美元,同比减少11.5%。]], at = "减少" },
      { [[固定资产投资平稳增长。一季度,全国固定资产投资10.3万亿元,同比下降3.8%。]], at = "下降" },
      { [[全市刑事案件发案数大幅下降,全年刑事案件发案3.1万起,比上年增加12.4%。]], at = "增加" },
      { [[进入7月以来,全社会跨区域客流稳中有增,日均达1.7亿人次,同比下降2.6%。]], at = "下降" },
      { "### 社会消费品零售额较快增长\n\n全年实现社会消费品零售总额812亿元,比上年下降9.6%。", at = "下降" },
    },
    good = {
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
    local falls = m.down ~= ""
    local pace = m:place("pace")
    local thing = CLAUSE:match(pace:before(24))
    thing = thing:sub(1, (ADVERBS:find(thing) or 0) - 1)
    if #thing < 2 * HAN or NO_THING:find(thing) then return end
    local text, sentence = behind(m, m:place())
    if not text then return end
    local from, _, word = RATE:find(text)
    local mid = from and text:sub(1, from - 1)
    if not mid or mid == "" or BOTH:find(text:sub(from)) or APART:find(mid) then return end
    if not OWN:find(mid) and (shared(thing, mid) < (falls and 3 or 2) or are_two(thing, mid)) then return end
    local at = verb_place(m, from, text, sentence, word)
    if not at then return end
    local said = m.pace .. (falls and m.down or m.up)
    if (FALLS:find(word) ~= nil) == falls then
      report.agrees { at = at, related = m:place(), how = said .. " / " .. word }
    else
      report { at = at, related = m:place(), values = { said = said, rate = text:sub(from, select(2, RATE:find(text))) } }
    end
  end,
}
