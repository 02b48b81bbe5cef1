-- 工业经济稳中有升。规模以上工业总产值……下降5.3%: a heading or a short sentence
-- says which way a thing went, and the sentence below begins with a figure of
-- this thing that went the other.
local LONGEST = 60 -- bytes of a sentence that only says so
local TOPIC = {
  { "工业", "工业" }, { "农业", "农|粮食|畜牧" }, { "消费", "消费品|零售|消费" }, { "外贸", "进出口|出口|外贸" }, { "出口", "出口" },
  { "进口", "进口" }, { "投资", "投资" }, { "财政", "财政|预算收入|税收" }, { "旅游", "游客|旅游" }, { "服务业", "服务业|第三产业" },
  { "存款", "存款" }, { "贷款", "贷款" }, { "居民收入", "收入" }, { "粮食", "粮食" }, { "用电", "用电" },
}
local patterns = {}
for i, topic in ipairs(TOPIC) do patterns[i] = { topic[1], re.new(topic[2]) } end

local PACE = "(?:稳步|平稳|较快|快速|大幅|大幅度|持续|稳定|高速|强劲|明显|恢复性)"
local RISES = PACE .. "(?:增长|提升|上升|提高|扩大|攀升|活跃)|稳中有升|再创新高|稳步回升|企稳回升|持续回升|明显加快"
local FALLS = PACE .. "(?:下降|下滑|减少|萎缩)|负增长|降幅较大"
local HEAD = [[(?<n>)(?<pace>)^[^,。;\d]{0,16}(?:(?<up>]] .. RISES .. [[)|(?<down>]] .. FALLS .. [[))[^,。;\d]{0,6}[。;:]?$]]
local RATE = [[(?<up>)(?<down>)^[^,。;\d]{2,14}(?<n>增速|降幅|涨幅|增幅|跌幅)(?<pace>收窄|扩大|回落|放缓|加快|提高|回升|上升)(?:,[^,。;\d]{2,16})?[。;:]?$]]
-- What makes both hold: 下降2.1%,降幅收窄; 受……影响; names of what should fall.
local BOTH = re.new("收窄|回升|好转|改善|转正|扭转|但|虽|受|剔除|扣除|同口径|去年同期")
local OTHER = re.new("率$|成本|价格|失业|亏损|能耗|不良|事故|库存|支出|人均|进口商品|逾期|费用")
local WIDER = { ["扩大"] = 1, ["加快"] = 1, ["提高"] = 1, ["回升"] = 1, ["上升"] = 1, ["收窄"] = -1, ["回落"] = -1, ["放缓"] = -1 }
local TOLD = re.new([[(增速|降幅|涨幅|增幅|跌幅)[^,。;\d]{0,12}(?:比|较)[^,。;\d]{1,10}(收窄|扩大|回落|放缓|加快|提高|回升|上升|下降|减缓)(?=\d)]])

-- The sentence that follows: of the next block, where this is a heading.
local function following(sentence)
  local nxt = sentence.doc.sentences[sentence.index + 1]
  if not nxt then return nil end
  local heading = sentence.block.kind == "heading" or sentence.block.kind == "title"
  if nxt.block == sentence.block and not heading then return nxt end
  return heading and nxt.block ~= sentence.block and nxt.block.kind == "paragraph" and nxt or nil
end

-- The first growth told in a sentence, where it is of a topic of the head.
local function growth_of(sentence, head)
  for _, c in ipairs(sentence.claims) do
    if c.is_claim and c.kind == "percent" and c:has("growth") then
      if not c.verb or c.direction == "" or OTHER:find(c.name) then return nil end
      for _, topic in ipairs(patterns) do
        if head:find(topic[1], 1, true) and topic[2]:find(c.name) then return c end
      end
      return nil
    end
  end
end

local function judge_trend(m, report, below)
  local growth = growth_of(below, m.text)
  if not growth then return end
  local says = m.up and m.up ~= "" and "up" or "down"
  if growth.direction == says then
    report.agrees { at = growth, related = m:place(says), how = m[says] }
  elseif not BOTH:find(below.text) then
    report { at = growth.verb, related = m:place(says), stated = growth.cue, values = { cue = growth.cue, rate = growth.text, said = m[says] } }
  end
end

-- 规上工业降幅收窄 / ……,降幅比一季度扩大2.6个百分点
local function judge_pace(m, report, below)
  local n, against, at = 0, 0, nil
  for noun, word in TOLD:gmatch(below.text) do
    if noun ~= m.n then return end
    n = n + 1
    if (WIDER[word] or -1) ~= WIDER[m.pace] then against, at = against + 1, at or word end
  end
  if n == 0 or against < n then return end
  for _, c in ipairs(below.claims) do
    if c.kind == "point" and c.verb and c.cue:find(at, 1, true) then
      report { at = c.verb, related = m:place("pace"), stated = c.cue, values = { cue = c.cue, rate = c.text, said = m.n .. m.pace } }
      return
    end
  end
end

return {
  api = 1,
  id = "headline-contradiction",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = { HEAD, RATE } },
  summary = {
    zh = "标题或首句所说的走势与紧接着的数字相反（工业稳中有升。……下降5.3%）",
    en = "a heading says which way a thing went, and the figure right below it went the other",
  },
  explain = {
    zh = [[“工业经济稳中有升。规模以上工业总产值…下降5.3%”“降幅收窄 / 降幅比一季度扩大”：只看标题或短句之后紧接着的
第一个增速，名称须与标题所说的是一回事；下文说到收窄、好转、受…影响等的不判断。]],
    en = [[Only the first growth in the sentence below is looked at, where its name is what the heading speaks of;
a sentence that says why both may hold (the fall has narrowed) is left alone.]],
  },
  messages = {
    base = {
      zh = "“{cue}{rate}”与上面所说的“{said}”相反",
      en = "“{cue}” ({rate}) contradicts “{said}” above",
    },
  },
  examples = {
    bad = {
      { [[工业经济稳中有升。规模以上工业总产值完成198.1亿元,同比下降5.3%。]], at = "下降" },
      { [[外贸出口大幅下降。全年实现出口总额62亿元,增长22.4%。]], at = "增长" },
      { "### 规上工业降幅收窄\n\n全市规上工业增加值下降0.8%,降幅比一季度扩大2.6个百分点。", at = "扩大" },
      { "### 投资增速回落\n\n全市固定资产投资增长2.8%,增速比上月提高1.6个百分点。", at = "提高" },
    },
    good = {
      [[工业经济稳中有升。规模以上工业总产值完成198.1亿元,同比增长5.3%。消费市场稳步回升。社会消费品零售总额下降2.1%,降幅比上月收窄1.2个百分点。]],
      [[财政收入平稳增长。受减税降费影响,税收收入下降2.3%。居民收入稳步增长。城镇调查失业率下降0.2个百分点。]],
      "### 规上工业降幅收窄\n\n全市规上工业增加值下降0.8%,降幅比一季度收窄2.6个百分点,比上月扩大0.1个百分点。",
    },
  },
  check = function(m, report)
    if #m.sentence.text > LONGEST then return end
    local below = following(m.sentence)
    if not below then return end
    if m.n and m.n ~= "" then judge_pace(m, report, below) else judge_trend(m, report, below) end
  end,
}
