-- 增长7.8%,略高于8%的预定目标; 不超过12%,大于1952年所占的13.2%: a percentage, a word of comparison
-- and the percentage that it is compared with.
local figures = lib "figures"

local GAP = re.new("^(?<end>左右|以上|以内|以下|以外)?[,、]?(?:而|虽然|尽管|但|且|仍然?|又|均|都|也|还|将|已|略|稍|微|明显|显著|远|远远|大大|大幅|进一步|继续|连续|依然|首次|不仅|这|这一|该|增速|增幅|涨幅|降幅|比例|比重|占比|水平|速度|下降速度|增长速度|这个速度)*"
  .. "(?<word>高于|大于|多于|快于|超过了?|超出了?|低于|小于|少于|慢于)(?<mid>[^,。;:、]{0,24})$")
local MORE = re.new("^[高大多快超]")
local LEVEL, TAIL = re.new("(?:的|所占|预测|预期|目标)$"), re.new("^(?:左右|以上|以内)?的|^(?:左右)?[^,。;\\d]{0,4}(?:目标|预期|水平|平均|警戒线|承诺)")
local ROUGH = re.new("^(?:左右|上下)")
local LOW, HIGH = re.new("超过?|突破|至少|不低于|不少于|高于|大于|多于"), re.new("不超过|低于|不足|不高于|小于|不到|近")

-- 左右, 以上, 超, 不足: which side of the printed figure it may be on.
local function may_be_more(a, ending) return a.bound == "more_than" or a.bound == "at_least" or ending == "以上" or ending == "左右" or a.bound == "about" or LOW:find(a:before(4)) ~= nil and not HIGH:find(a:before(4)) end
local function may_be_less(a, ending) return a.bound == "less_than" or a.bound == "at_most" or ending == "以内" or ending == "以下" or ending == "左右" or a.bound == "about" or HIGH:find(a:before(4)) ~= nil end

-- 98%,高于国家标准95%,高于省内96%: both are compared with the first.
local COMPARED = re.new("[高低大小快慢多少]于[^,。;]{0,10}$")

local function gap_of(b)
  local a = b.doc.claims[b.index - 1]
  local back = 1
  while a and not a.is_claim and (a.kind == "period" or a.kind == "date") and back < 3 do
    back = back + 1
    a = b.doc.claims[b.index - back]
  end
  if not a or COMPARED:find(a:before(14)) or a.kind ~= "percent" or a.sentence ~= b.sentence or not (a.low or a.high) then return nil end
  return a, figures.gap(a, b, 44)
end

local function judge(b, report)
  if not (b.low or b.high) then return end
  local before = b:before(28)
  if not before:find("于", 1, true) and not before:find("超", 1, true) then return end
  local a, gap = gap_of(b)
  if not gap then return end
  local from, _, ending, word, mid = GAP:find(gap)
  if not from then return end
  local up = MORE:find(word) ~= nil
  if word:find("超", 1, true) and mid == "" and not TAIL:find(b:after(10)) or ROUGH:find(b:after(3)) then return end
  local a_low, a_high, b_low, b_high = a.low or a.high, a.high or a.low, b.low or b.high, b.high or b.low
  if not up and not LEVEL:find(mid) and not TAIL:find(b:after(10)) then return end
  local wrong, right
  if up then
    wrong, right = a_high < b_low and not may_be_more(a, ending), a_low > b_high
  else
    wrong, right = a_low > b_high and not may_be_less(a, ending), a_high < b_low
  end
  if wrong then
    local at = a:after(44):find(word, 1, true)
    local place = b
    local start = a.sentence.text:find(a:after(12), 1, true)
    if at and start then place = a.sentence:place(start + at - 1, start + at + #word - 2) end
    report { at = place, related = { a, b }, stated = word, expected = up and "低于" or "高于", values = { a = a.text, word = word, b = b.text } }
  elseif right then
    report.agrees { at = b, related = { a }, how = a.text .. " " .. word .. " " .. b.text }
  end
end

local PROSE, COMPARES = { prose = true }, re.new("于|超")

return {
  api = 1,
  id = "level-compared",
  severity = "warning",
  languages = { "zh" },
  on = { set = true },
  summary = {
    zh = "“高于”“低于”与前后两个百分数相反（增长7.8%，略高于8%的预定目标）",
    en = "a percentage is said to be above or below another, and is not",
  },
  explain = {
    zh = [[百分数后面接着说“高于”“低于”另一个百分数：按印出的数比较，方向相反即报告。1,700万字的报告和新闻中51处，
后一个数都是所比的水平，没有一处相反。“低于……2%”也可能说的是相差数，只在“的”“目标”“水平”等字说明是水平时报告。]],
    en = [[A percentage and the one that it is said to be above or below are compared. In 17 million characters of reports and
news 51 such pairs all hold. What is “below” by a figure may be a difference, so there the words must say that it is a level.]],
  },
  messages = {
    base = { zh = "{a} 并不“{word}”{b}", en = "{a} is not “{word}” {b}" },
  },
  examples = {
    bad = {
      { [[国内生产总值比上年增长7.8％,虽然略高于8％的预定目标,但来之不易。]], at = "高于" },
      { [[农业税在产量中所占的比例仍将不超过１２％,大于１９５２年所占的比例１３．２％。]], at = "大于" },
      { [[国民收入增长百分之七点八,高于百分之八点五的计划目标。]], at = "高于" },
      { [[货币供应量增长13.3%,低于12.8%的警戒水平。]], at = "低于" },
      { [[关税总水平降至9.4%,低于9.2%的入世承诺。]], at = "低于" },
      { [[经济增速为2.1%,高于2024年的2.8%。]], at = "高于" },
      { [[支持率为48.6%,远低于在野党43.8%的支持率。]], at = "低于" },
      { [[价格指数同比上涨2.5%,显著高于前月的2.8%。]], at = "高于" },
      { [[增长率达到0.57%,远远超过了全球1.3%的增长率。]], at = "超过了" },
      { [[失业率为5.8%,低于5.5%的控制目标。]], at = "低于" },
    },
    good = {
      [[国内生产总值比上年增长7.8％,虽然略低于8％的预定目标,但来之不易。]],
      [[农业税在产量中所占的比例仍将不超过12%,小于1952年所占的比例13.2%。]],
      [[算力增速高达30%,超过七成新增算力来自东部。]],
      [[货币供应量增长13%左右,低于13%的预期目标。]],
      [[绿色低碳产业达到近90%,绿电比重超过95%。]],
      [[经济增速为2.8%,高于2024年的2.1%。]],
      [[普及率超过85%,高于全国90%的目标仍需努力。]],
      [[增长7.8%,其中工业增长8%,高于服务业7.1%的增速。]],
      [[抽检合格率98%,高于国家标准95%,高于省内96%。]],
      [[得票率为44.96%,两人票数都没有超过50%。]],
      [[失业率为5.2%,低于5.5%的控制目标,高于上年5.1%的水平。]],
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      local sentence, compares
      for _, b in ipairs(doc.lang == "zh" and doc:figures("percent", PROSE) or {}) do
        if b.sentence ~= sentence then
          sentence = b.sentence
          compares = COMPARES:find(sentence.text) ~= nil
        end
        if compares then judge(b, report) end
      end
    end
  end,
}
