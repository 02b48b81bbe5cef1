-- 下降7.7%,增速比上月加快: what is said right behind a rate is of a rise where
-- the rate is of a fall, or the other way round.

local groups = lib "groups"
local get = groups.get

local NOT_STEP = "(?<!环比)"
local FELL = [[(?<w>下降|下跌|减少|降低|回落|下滑)了?(?<n>\d[\d.]*%(?:[、和]\d[\d.]*%)*)]]
local ROSE = [[(?<w>增长|上涨|上升|提高|增加|提升)了?(?<n>\d[\d.]*%(?:[、和]\d[\d.]*%)*)]]
local FELL_BY = [[(?<!降幅|增速|增幅)(?<w>下降|减少|降低|下跌)了?(?<n>\d[\d.]*[^,。;、\d]{1,6}(?:[、和]\d[\d.]*[^,。;、\d]{1,6})*)]]
local POINTS = [[(?<n>\d[\d.]*(?:个百分点|个点|点)(?:[、和]\d[\d.]*(?:个百分点|个点|点))*)]]
local FELL_POINTS = [[(?<w>下降|下跌|减少|降低|回落|下滑)了?]] .. POINTS
local ROSE_POINTS = [[(?<w>增长|上涨|上升|提高|增加|提升|回升)了?]] .. POINTS
local BRACKET = "(?:\\([^()]{1,24}\\))?[,、]"
local AGAIN = [[(?:且|并|已|均|双双|同比|环比|继续|实现|保持|延续|呈现|进出口|规模|总量|再次?|,)*]]
local STREAK = [[(?:连续|连)(?:第)?[一二两三四五六七八九十\d]{1,3}个?(?:月|季度|年)(?:保持|实现|呈现|呈|同比|环比|两位数|正|稳步|大幅|小幅|明显)*]]
local PACE = [[(?:较快|快速|两位数|稳步|稳定|平稳|高速|大幅|强劲)]]

-- 环比上涨0.7%,同比下降0.2%,涨幅比上月: of the first of two.
local OTHER_WAY = {
  down = re.new([[(?:上涨|增长|上升|提高|增加|提升)了?[\d.]+%?[^。;]{0,18}$]]),
  up = re.new([[(?:下降|下跌|减少|降低|回落|下滑)了?[\d.]+%?[^。;]{0,18}$]]),
}
local DOWN = re.new("^[下减降回]")
-- 单位成本下降5%,利润创历史新高: what is good when it falls breaks no record of its own,
-- nor does what is told of another thing; 减少120万吨,创近年来最高降幅.
local PACED = re.new("^" .. PACE)
local RECORD, CLAUSE = re.new("新高|最高|最好水平"), re.new("[^,、。;]*$")
local GOOD_FALL = re.new("成本|费用|价|[^税费]率|[能煤电水]耗|用[水电]量|亏损|库存|失业|事故|贫困|排放|污染|浓度|债务|死亡|发案|病例|负担|面积.{0,6}荒")
local ADVERBS = re.new("^(?:且|并|已|均|都|双双|同比|环比|继续|实现|保持|延续|呈现|规模|总量|总额|总值|进出口|全年|当年|再次?|又|也|仍|连续|首次|,)*")
local FALL = re.new("^[^,。;]{0,8}(?:[降减跌]幅|降量|减量)")
local LOOK, SUBJECT = 40, 6 -- code points; bytes of what both clauses have

local function is_of_other(m, w, x)
  local said = w:before(LOOK)
  if GOOD_FALL:find(said) then return true end
  if not RECORD:find(m.x) then return false end
  if FALL:find(x:after(10)) then return true end
  local gap = CLAUSE:match(x:before(9))
  gap = gap:sub((select(2, ADVERBS:find(gap)) or 0) + 1)
  return #gap >= SUBJECT and not said:find(gap:sub(-SUBJECT), 1, true)
end

return {
  api = 1,
  id = "change-followed",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = groups.all({
      NOT_STEP .. FELL .. BRACKET .. [[(?<x>增速|增幅|涨幅|升幅)(?=比|较|分别|同比|环比|明显|略|继续|连续|高|快|低|居|位|在|创|有所|加|回|收|扩|保持|均|与|远|排|提)]],
      NOT_STEP .. ROSE .. BRACKET .. [[(?<x>降幅|跌幅|减幅)(?=比|较|分别|同比|环比|明显|略|继续|连续|高|低|居(?!前的)|位|创|有所|收|扩|均|与|大)]],
      FELL_BY .. "[,、]" .. [[[^,。;\d速幅比]{0,8}(?<x>(?:创|刷新)[^,。;\d降跌低]{0,14}(?:新高|最高|最好水平))]],
      ROSE .. BRACKET .. AGAIN .. [[(?<x>创(?:下|出|造)?(?:了)?[^,。;增涨高]{0,9}(?:新低|最低纪录))]],
      FELL .. BRACKET .. AGAIN .. STREAK .. [[(?<x>增长|上升|回升|上涨|正增长|提高|提升)]],
      ROSE .. BRACKET .. AGAIN .. STREAK .. [[(?<x>下降|回落|下滑|下跌|负增长|减少)]],
      FELL_POINTS .. BRACKET .. AGAIN .. STREAK .. [[(?<x>增长|上升|回升|上涨|正增长|提高|提升)]],
      ROSE_POINTS .. BRACKET .. AGAIN .. STREAK .. [[(?<x>下降|回落|下滑|下跌|负增长|减少)]],
      FELL .. BRACKET .. [[[^,。;\d]{0,8}(?:由|从)(?<x>(?:负|降|跌|减)转(?:正|升|增|涨))]],
      ROSE .. BRACKET .. [[[^,。;\d]{0,8}(?:由|从)(?<x>(?:正|升|涨|增)转(?:负|降|减|跌))]],
      FELL .. BRACKET .. AGAIN .. [[(?<x>]] .. PACE .. [[(?:增长|提升|上升))]],
      ROSE .. BRACKET .. AGAIN .. [[(?<x>]] .. PACE .. [[(?:下降|下滑|减少|回落))]],
    }, { "w", "n", "x" }),
  },
  summary = {
    zh = "增长率之后紧接着说的走势与其方向相反（下降7.7%，增速加快；增长5%，降幅收窄）",
    en = "what is said right behind a rate of change goes the other way",
  },
  explain = {
    zh = [[下降之后的“增速”“涨幅”“创新高”“连续三个月增长”“由降转升”“保持较快增长”，增长之后的“降幅”“创新低”等，
在六千五百万字节的公开文本中一次也没有；增长之后的各有几十次。同一句前面另有相反方向的变动时不判断。]],
    en = [[A fall has no 增速 or 涨幅, makes no record high, ends no fall. In 65 MB of published text none of these
stands behind a fall, while behind a rise each stands dozens of times. Nothing is said where the words
may be of a change the other way told just before.]],
  },
  messages = {
    base = {
      zh = "“{w}{n}”之后说“{x}”，方向相反",
      en = "“{x}” is said of “{w}{n}”, which goes the other way",
    },
  },
  examples = {
    bad = {
      { [[全市进口增长12.5%,降幅较大。]], at = "增长" },
      { [[夏粮产量达2996亿斤,比2023年减少72.5亿斤,再创历史新高。]], at = "减少" },
      { [[进出口总额下降5.6%,创历史新高。]], at = "下降" },
      { [[全省事故起数、死亡人数分别上升10.5%、12.7%,降幅居全国前5位。]], at = "上升" },
      { [[农村居民人均可支配收入下降7.6%、增速居中部前列。]], at = "下降" },
      { [[全省发生事故385起,比上年增长10.5%,降幅居全国前5位。]], at = "增长" },
      { [[10月份,全国服务业生产指数同比下降7.7%,增速比上月加快0.8个百分点。]], at = "下降" },
      { [[5月份,居民消费价格同比上涨0.2%,跌幅比上月收窄0.1个百分点。]], at = "上涨" },
      { [[全年进出口总值3.5万亿元,同比下降8.9%,规模创历史同期新高。]], at = "下降" },
      { [[一季度,小微企业用电量同比减少3.2%,连续4个月保持增长。]], at = "减少" },
      { [[上半年,工业利润同比下降5.2%,实现由降转升。]], at = "下降" },
      { [[3月份景气指数为55.5%,比上月下降5.4个百分点,连续两个月大幅回升。]], at = "下降" },
      { [[全年网上零售额比上年下降8.6%,继续保持较快增长。]], at = "下降" },
      { [[全年降水量比常年增加12.1%,创1961年以来新低。]], at = "增加" },
      { [[中欧班列开行1.9万列、发送货物207万标箱,同比分别下降10%、9%,再创历史新高。]], at = "下降" },
    },
    good = {
      [[10月份,全国服务业生产指数同比增长7.7%,增速比上月加快0.8个百分点。制造业投资下降1.2%,降幅比上月收窄0.3个百分点。]],
      [[居民消费价格同比上涨0.6%,环比下降0.1%,涨幅比上月回落0.2个百分点。]],
      [[全年进出口总值3.5万亿元,同比增长8.9%,规模创历史同期新高。失业人数下降0.2%,创近十年新低。]],
      [[个人消费环比下降0.7%,连续四个季度负增长。工业利润同比增长5.2%,实现由降转升。]],
      [[单位能耗下降3.1%,连续五年下降;工业投资增长12%,连续三年保持两位数增长。]],
      [[单位成本下降5%,规模保持较快增长。价格下跌12%,销量再创新高。产量比上年减少120万吨,创近年来最高降幅。]],
      [[亏损减少5.2亿元,净利润创新高。用水量减少2亿立方米,粮食产量再创历史新高。贫困人口减少1289万人,创历史最好水平。]],
      [[事故起数下降12%,保持平稳下降态势。出口下降2.3%,进口保持较快增长。]],
    },
  },
  check = function(m, report)
    local w, x = m:place("w"), m:place("x")
    local way = DOWN:find(m.w) and "down" or "up"
    if not get(m, "x") or OTHER_WAY[way]:find(w:before(30)) then return end
    if way == "down" and (RECORD:find(m.x) or PACED:find(m.x)) and is_of_other(m, w, x) then return end
    report { at = w, related = x, values = { w = m.w, n = m.n, x = m.x } }
  end,
}
