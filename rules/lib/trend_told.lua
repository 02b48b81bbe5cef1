-- trend_told: 汽车出口稳中有升,1至9月出口431.2万辆,同比下降27.3%: a clause says which way a
-- thing went, and the first rate right behind it, of a thing with like words,
-- went the other.

local told = {}

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

told.patterns = { PACE .. UP .. ENDS, PACE .. DOWN .. ENDS }

function told.check(m, report, book)
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
  elseif lib("once").first(book, at) then
    report { at = at, related = m:place(), message = "told", values = { said = said, rate = text:sub(from, select(2, RATE:find(text))) } }
  end
end

return told
