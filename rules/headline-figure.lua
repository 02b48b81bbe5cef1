-- ### 新建油气管道超4000公里 / ……已经突破3000公里: a heading gives a figure, and what
-- stands below gives another of its unit in the same words, and never that one.
local near, bigrams, briefs = lib "near", lib "bigrams", lib "briefs"

local MOST = 40 -- figures of a sentence; a longer one tells nothing
local SENTENCES, FIRST = 12, 4 -- of what is below: where its figure may stand; where it is told
local AHEAD, BEHIND = 14, 10 -- characters beside a figure
local LONG, FEW, MANY = 3, 3, 4 -- digits that seldom agree; pairs of characters the two sides share
local SMALL, TAIL = 10, 9 -- TAIL: bytes in which names may end alike

-- Another thing, a part, or one of several that the heading counts together.
local APART = re.new("其中|另有|另外|分别|各[新自有]?[控]?|至此|包括|共|部分|新增|累计|此前")

local TOGETHER = re.new("共|至此|累计")

local function around(c) return bigrams.of(c:before(AHEAD) .. "|" .. c:after(BEHIND)) end
local function shared(a, b) return bigrams.shared(around(a), around(b)) end

-- 超11亿 of 超11.6亿: a mark below the figure by less than its last digit.
local function is_rounded(mark, c)
  local unit = mark.last_digit
  local n = mark.low / unit
  while n:ge(10) and (n / 10):is_integer() do n, unit = n / 10, unit * 10 end
  return c.low > mark.low and c.low < mark.low + unit
end

-- 269件 and 270件: two figures that are printed as precisely are not one by rounding.
local function as_precise(a, b)
  return a.bound == "exact" and b.bound == "exact" and a.value ~= nil and b.value ~= nil and not a.numeral and not b.numeral
    and a.scale == b.scale and a.unit_text == b.unit_text and a.last_digit == b.last_digit
end
local function is_beside(a, b) return as_precise(a, b) and (a.value - b.value):abs() == a.last_digit end

-- Two marks (超4000, 突破3000) meet wherever they are: their numbers are compared.
local function agree(a, b)
  if a.number_text == b.number_text and a.scale == b.scale then return true end -- 1700人, 1700多人
  if a.bound ~= "exact" and a.bound == b.bound and a.low ~= b.low then return is_rounded(a, b) end
  if is_beside(a, b) then return false end
  return a.amount:meets(b.amount)
end

-- 6.6级 (of an earthquake) counts nothing and is no claim, but is told again.
local function is_degree(c) return c.kind == "ordinal" and c.decimals > 0 and c.text:find("级", 1, true) ~= nil end

local function figure(c)
  return is_degree(c) or c.is_claim and c.unit ~= "" and c.kind ~= "duration" and c.low and c.amount.low
end

-- The figures of a heading's unit below it, those of the first sentences apart;
-- nil where one agrees.
local function rivals_of(head, in_brief)
  local out, sentences = {}, head.doc.sentences
  for i = head.sentence.index + 1, head.sentence.index + SENTENCES do
    local s = sentences[i]
    if not s or briefs.ends(s, head.block, in_brief) then break end
    for _, c in ipairs(#s.claims <= MOST and s.claims or {}) do
      if c.low and c.amount.low and c.dimension == head.dimension and c.unit == head.unit then
        if agree(head, c) then return nil, c end
        if figure(c) and c.kind == head.kind and i <= head.sentence.index + FIRST then out[#out + 1] = c end
      end
    end
  end
  return out
end

-- Is it the same but for one digit, an order of digits or a zero, and are the
-- words alike enough for so many digits?
local function slipped(head, c, words)
  if head.numeral or c.numeral then return false end
  local a, b = head.number_text:gsub("[,.]", ""), c.number_text:gsub("[,.]", "")
  local kind = near.miss(head.low, c.low)
  if kind == "transposed" then return words >= FEW end
  if is_beside(head, c) then return #a > 1 and words >= (#a >= LONG and 2 or FEW) end
  if #a < 2 and #b < 2 or not (head.value or head.bound == c.bound) then return false end
  local digits = a:gsub("0+$", "")
  if digits == b:gsub("0+$", "") then return words >= MANY and (#digits > 1 or head.scale == c.scale) end
  if head.scale ~= c.scale or #head.number_text ~= #c.number_text then return false end
  local differ = 0
  for i = 1, #a do
    if a:byte(i) ~= b:byte(i) then differ = differ + 1 end
  end
  return differ == 1 and words >= (#a >= LONG and FEW or MANY)
end

-- 加沙城26人死亡,汗尤尼斯36人死亡: what the heading adds up.
local function adds_up(head, all)
  local sum = decimal(0)
  for i, c in ipairs(all) do
    sum = sum + c.low
    for k = i + 1, #all do
      if c.low + all[k].low == head.low then return true end
    end
  end
  return sum == head.low
end

-- Small numbers (两个定居点, 三个): the only one told in these words, and no part of
-- a sum that the heading gives.
local function is_other_number(head, alike)
  local c = alike[1]
  return #alike == 1 and head.low:le(SMALL) and c.low:le(SMALL) and head.low:gt(1) and c.low:gt(1) and c.low:is_integer()
end

-- 前三季度 and 9月份, 进出口 and 出口, 粮食 and 秋粮: of another time or name.
local KEY = re.new("进出口|出口|进口|昨[天日]|今[天日]|明[天日]|当[天日月]|秋粮|夏粮|早稻")
-- Where a text has no year of its own, the kind of time is compared.
local TIMES = { re.new("季度"), re.new("半年"), re.new("全年"), re.new("月份|个月|\\d月") }
local SENTENCE = re.new("[^。]*$")
local YEAR = re.new("(?:19|20)\\d\\d年")
local function is_other_time(head, c)
  if head.period == "" and YEAR:find(SENTENCE:match(c:before(24)) or "") then return true end -- 1990年人均预期寿命
  for _, kind in ipairs(TIMES) do
    if kind:find(c:before(24)) and not kind:find(head.sentence.text) then return true end
  end
  return false
end
local function words_of(text)
  local out = {}
  for word in KEY:gmatch(text) do out[word] = true end
  return out
end
local function is_other(head, c)
  if head.period == "" or c.period == "" then
    if is_other_time(head, c) then return true end
  elseif head.period ~= c.period then
    return true
  end
  local a, b = head.name, c.name
  if a ~= "" and b ~= "" and not a:find(b, 1, true) and not b:find(a, 1, true) and a:sub(-TAIL) ~= b:sub(-TAIL) then return true end
  local own = words_of(head.sentence.text)
  for word in pairs(words_of(SENTENCE:match(c:before(24)) or "")) do
    if not own[word] then return true end
  end
  return false
end

-- Is it told as another thing, which the heading does not say (新增 in both)?
local function is_apart(head, c)
  if is_other(head, c) then return true end
  local before = c:before(24)
  if is_beside(head, c) then before = TOGETHER:replace(before, "") end
  local from, to = APART:find(before)
  while from do
    if not head:before(24):find(before:sub(from, to), 1, true) then return true end
    from, to = APART:find(before, to + 1)
  end
  return false
end

-- Are the words of the heading those of the sentence below, most of them? Then it tells
-- of the same thing, under another name (国开行, 国家开发银行) or day.
local COVERED, LEAST_PAIRS, EARLY = 55, 5, 2 -- percent; pairs; sentences below the heading
local words = memo()
local function pairs_in(sentence)
  if not words[sentence] then words[sentence] = bigrams.of(sentence.text) end
  return words[sentence]
end
local function retells(head, c)
  if c.sentence.index > head.sentence.index + EARLY then return false end
  local n, all, below = 0, 0, pairs_in(c.sentence)
  for pair in pairs(pairs_in(head.sentence)) do
    all = all + 1
    if below[pair] then n = n + 1 end
  end
  return n >= LEAST_PAIRS and n * 100 >= all * COVERED
end

-- 3850亿元 and 3580亿元, 90亿吨 and 90万吨, 6.6级 and 6.9级.
local function misprinted(head, c)
  if head.numeral or c.numeral or head.last_digit ~= c.last_digit and head.scale == c.scale then return false end
  local a, b = head.number_text:gsub("[,.]", ""), c.number_text:gsub("[,.]", "")
  if #a < 2 or #a ~= #b or head.kind == "percent" and head.direction ~= c.direction then return false end
  if a == b then return head.scale ~= c.scale and head.number_text == c.number_text end
  return head.scale == c.scale and (near.miss(head.low, c.low) ~= nil or near.one_slip(a, b) or is_beside(head, c))
end

local function is_same_time(head, c)
  local own = words_of(head.sentence.text)
  for word in pairs(words_of(SENTENCE:match(c:before(24)) or "")) do
    if not own[word] then return false end
  end
  for _, kind in ipairs(TIMES) do
    if kind:find(c:before(24)) and not kind:find(head.sentence.text) then return false end
  end
  local before = c:before(16)
  local from, to = APART:find(before)
  return not from or head.sentence.text:find(before:sub(from, to), 1, true) ~= nil
end

-- 降息25个基点 above 上调25个基点: one figure, two ways.
local UP, DOWN = re.new("上调|提高|上升|增长|增加|上涨|加息|提升|扩大|攀升"), re.new("下调|降低|下降|减少|下跌|降息|回落|缩小|收窄|下滑")
local function way(c)
  local before = c:before(6)
  local up, down = UP:find(before) ~= nil, DOWN:find(before) ~= nil
  if up == down then return nil end
  return up and "up" or "down"
end
local function is_turned(head, c)
  local a, b = way(head), way(c)
  return a ~= nil and b ~= nil and a ~= b and retells(head, c) and is_same_time(head, c)
end

local function judge(head, report, in_brief)
  local all, equal = rivals_of(head, in_brief)
  if equal and is_turned(head, equal) then
    report { at = equal, related = head, message = "turned", values = { head = head:before(6) .. head.text, below = equal:before(6) .. equal.text } }
    return
  end
  if equal then report.agrees { at = equal, related = head, how = equal.text } end
  local alike, found, most = {}, nil, -1
  for _, c in ipairs(all or {}) do
    local words_shared, slip = shared(head, c), false
    if misprinted(head, c) and retells(head, c) and is_same_time(head, c) then slip = true end
    if words_shared > 1 and not is_apart(head, c) then
      alike[#alike + 1] = c
      slip = slip or slipped(head, c, words_shared)
    end
    if slip and words_shared > most then found, most = c, words_shared end
  end
  if not found and #alike > 0 and is_other_number(head, alike) then found = alike[1] end
  if found and not adds_up(head, all) then
    report { at = found, related = head, expected = head.text, values = { head = head.text } }
  end
end

local function judge_block(block, report, in_brief)
  local place = block.body or block.place
  local sentence = place and place.sentence
  for _, c in ipairs(sentence and #sentence.claims <= MOST and sentence.claims or {}) do
    if figure(c) then judge(c, report, in_brief) end
  end
end

return {
  api = 1,
  id = "headline-figure",
  severity = "warning",
  languages = { "zh" },
  on = { block = { "heading", "title" } },
  summary = {
    zh = "标题中的数字与其下正文不一致（标题超4000公里，正文突破3000公里）",
    en = "a heading gives one figure and the text below it another",
  },
  explain = {
    zh = [[标题中的数字在其下正文里一般都会再说一次：近14兆新闻的五千八百多个标题数字中，正文没有同一数字、而有相同词语、
相同单位、只差一个数字的，没有一处不是笔误。分别、其中、合计等所说的不比较。]],
    en = [[What a heading counts is told again below it. Of 5,800 figures of headlines none had another figure of its unit in
its words below, a slip of the pen away, without one that agrees.]],
  },
  messages = {
    base = {
      zh = "标题为 {head}，正文为 {stated}",
      en = "the heading has {head}, the text below it {stated}",
    },
    turned = {
      zh = "标题为“{head}”，正文为“{below}”，方向相反",
      en = "the heading has “{head}”, the text below it “{below}”, the other way",
    },
  },
  examples = {
    bad = {
      { "### 国开行前7个月发放3850亿元贷款支持先进制造业\n\n今年前7个月,国家开发银行发放先进制造业贷款3580亿元。", at = "3580亿元" },
      { "### 大秦铁路累计货运量突破90亿吨\n\n今天(8月21日),随着列车驶出大同,大秦铁路累计货运量突破90万吨。", at = "90万吨" },
      { "### 爱媛县附近发生6.6级地震 多人受伤\n\n据气象厅消息,爱媛县附近海域17日晚发生里氏6.9级地震。", at = "6.9级" },
      { "### 尼泊尔西部发生强震 已致138人死亡\n\n尼泊尔西部地区3日深夜发生地震,截至目前,已造成至少183人死亡。", at = "183人" },
      { "### 美联储宣布降息25个基点\n\n美国联邦储备委员会(美联储)17日宣布将利率目标区间上调25个基点到4.00%至4.25%之间。", at = "25个基点", nth = 2 },
      { "### 国内联播快讯\n\n我国人均预期寿命达到78.6岁\n\n国家卫生健康委今天发布公报。公报显示,我国人均预期寿命达到76.8岁,卫生资源总量稳步增长。\n\n我国已建成基准站一张网\n\n今天发布的数据显示,基准站覆盖全国。", at = "76.8岁" },
      { "### 我国今年新建油气管道超4000公里\n\n我国油气管网加速建设。截至目前,新建的油气管道里程已经突破3000公里。", at = "3000公里" },
      { "### 前十个月机械工业增加值同比增长5.5%\n\n今年1至10月份,机械工业增加值同比增长5.8%,呈现平稳增长。", at = "5.8%" },
      { "### 全国景区客流平稳 预计假期8.96亿人次出游\n\n数据中心预测,今年国庆假期,全国国内旅游出游预计将达到8.95亿人次。", at = "8.95亿人次" },
      { "### 中央组织部划拨5355万元用于支持抢险救灾工作\n\n近日,中央组织部划拨专项资金5356万元,用于支持抢险救灾工作。", at = "5356万元" },
      { "### 政府军称打死200余名武装分子\n\n政府军3日称,过去24小时打死了20余名武装分子。", at = "20余名" },
      { "### 俄称控制两个定居点\n\n俄军在142个地区实施打击,并控制了三个定居点。", at = "三个" },
    },
    good = {
      "### 爱媛县附近发生6.6级地震 多人受伤\n\n据气象厅消息,爱媛县附近海域17日晚发生里氏6.6级地震。去年发生过6.9级地震。",
      "### 新增贷款3850亿元支持先进制造业\n\n去年全年,新增贷款3580亿元支持先进制造业,今年前7个月增至3850亿元。",
      "### 美联储宣布降息25个基点\n\n美联储17日宣布将利率目标区间下调25个基点。此前曾上调25个基点。",
      "### 国内联播快讯\n\n我国人均预期寿命达到78.6岁\n\n公报显示,我国人均预期寿命达到78.6岁,女性人均预期寿命达到81.6岁。\n\n我国最高养老金标准提高\n\n今天发布的数据显示,昆山市人均预期寿命达到84.3岁。",
      "我国铁路里程达到15.9万公里\n\n公报显示,1990年铁路里程只有5.9万公里。",
      "### 前10个月我国货物贸易进出口增长5.2%\n\n前10个月,我国货物贸易出口增长6.2%,进口增长3.2%。",
      "### 前三季度规模以上工业增加值增长5.8%\n\n9月份,规模以上工业增加值增长5.4%。",
      "### 昨日全国铁路发送旅客1650万人次\n\n今天全国铁路预计发送旅客1850万人次。",
      "### 全省粮食总产量达到412亿斤\n\n全省秋粮总产量达到312亿斤,夏粮总产量100亿斤。",
      "### 以军空袭加沙地带致62人死亡\n\n造成加沙城26人死亡,汗尤尼斯36人死亡。",
      "### 全市生产总值增长6.5%\n\n一季度全市生产总值增长5.6%,上半年增长6.1%,全年增长6.5%。",
      "### 缅甸地震已致1700人遇难\n\n遇难人数升至1700多人。",
      "### 我国今年新建油气管道超4000公里\n\n截至目前,新建的油气管道里程已经突破4000公里,其中天然气管道突破3000公里。",
      "### 全国人大三次会议收到议案269件\n\n去年收到议案270件。到3月8日12时,全国人大三次会议收到269件议案。",
      "### 港口前10个月货物吞吐量超11亿吨\n\n港口前10个月货物吞吐量超过11.6亿吨。",
      "### 今年我国将培育1万名乡村工匠\n\n计划培育100名全国乡村工匠名师,带动培育名师。",
      "### 接连发生事故 7人死亡\n\n一起事故造成4人死亡。另一起事故造成3人死亡。",
      "### 俄称控制两个定居点\n\n俄军在苏梅和哈尔科夫分别控制了一个定居点。",
    },
  },
  check = function(block, report)
    briefs.each(block, function(heading, in_brief) judge_block(heading, report, in_brief) end)
  end,
}
