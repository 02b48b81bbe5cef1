-- ### 新建油气管道超4000公里 / ……已经突破3000公里: a heading gives a figure, and what
-- stands below gives another of its unit in the same words, and never that one.
local near = lib "near"

local MOST = 40 -- figures of a sentence; a longer one tells nothing
local SENTENCES, FIRST = 12, 4 -- of what is below: where its figure may stand; where it is told
local AHEAD, BEHIND = 14, 10 -- characters beside a figure
local LONG, FEW, MANY = 3, 3, 4 -- digits that seldom agree; pairs of characters the two sides share
local SMALL = 10

-- Another thing, a part, or one of several that the heading counts together.
local APART = re.new("其中|另有|另外|分别|各[新自有]?[控]?|至此|包括|共|部分|新增|累计|此前")

-- The pairs of neighbouring ideographs of a text.
local function pairs_of(text)
  local out, last = {}, nil
  for _, c in utf8.codes(text) do
    local char = utf8.char(c)
    if c < 0x4E00 then char = nil end
    if last and char then out[last .. char] = true end
    last = char
  end
  return out
end

local function shared(a, b)
  local n, own = 0, pairs_of(a:before(AHEAD) .. "|" .. a:after(BEHIND))
  for pair in pairs(pairs_of(b:before(AHEAD) .. "|" .. b:after(BEHIND))) do
    if own[pair] then n = n + 1 end
  end
  return n
end

-- 超11亿 of 超11.6亿: a mark below the figure by less than its last digit.
local function is_rounded(mark, c)
  local unit = mark.last_digit
  local n = mark.low / unit
  while n:ge(10) and (n / 10):is_integer() do n, unit = n / 10, unit * 10 end
  return c.low > mark.low and c.low < mark.low + unit
end

-- Two marks (超4000, 突破3000) meet wherever they are: their numbers are compared.
local function agree(a, b)
  if a.bound ~= "exact" and a.bound == b.bound and a.low ~= b.low then return is_rounded(a, b) end
  return a.amount:meets(b.amount)
end

local function figure(c)
  return c.is_claim and c.unit ~= "" and c.kind ~= "duration" and c.low and c.amount.low
end

-- The figures of a heading's unit below it, those of the first sentences apart;
-- nil where one agrees.
local function rivals_of(head)
  local out, sentences = {}, head.doc.sentences
  for i = head.sentence.index + 1, head.sentence.index + SENTENCES do
    local s = sentences[i]
    if not s or s.block.kind == "heading" or s.block.kind == "title" or s.block.number > 0 then break end
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

-- Small numbers (两个定居点, 三个): the only one told in these words, and no part of
-- a sum that the heading gives.
local function is_other_number(head, alike, all)
  local c = alike[1]
  if #alike ~= 1 or not (head.low:le(SMALL) and c.low:le(SMALL) and head.low:gt(1) and c.low:gt(1) and c.low:is_integer()) then return false end
  local sum = decimal(0)
  for _, other in ipairs(all) do sum = sum + other.low end
  return sum ~= head.low
end

-- Is it told as another thing, which the heading does not say (新增 in both)?
local function is_apart(head, c)
  local before = c:before(24)
  local from, to = APART:find(before)
  while from do
    if not head:before(24):find(before:sub(from, to), 1, true) then return true end
    from, to = APART:find(before, to + 1)
  end
  return false
end

local function judge(head, report)
  local all, equal = rivals_of(head)
  if equal then report.agrees { at = equal, related = head, how = equal.text } end
  local alike, found = {}, nil
  for _, c in ipairs(all or {}) do
    local words = shared(head, c)
    if words > 1 and not is_apart(head, c) then
      alike[#alike + 1] = c
      if not found and slipped(head, c, words) then found = c end
    end
  end
  if not found and #alike > 0 and is_other_number(head, alike, all) then found = alike[1] end
  if found then
    report { at = found, related = head, expected = head.text, values = { head = head.text } }
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
  },
  examples = {
    bad = {
      { "### 我国今年新建油气管道超4000公里\n\n我国油气管网加速建设。截至目前,新建的油气管道里程已经突破3000公里。", at = "3000公里" },
      { "### 前十个月机械工业增加值同比增长5.5%\n\n今年1至10月份,机械工业增加值同比增长5.8%,呈现平稳增长。", at = "5.8%" },
      { "### 政府军称打死200余名武装分子\n\n政府军3日称,过去24小时打死了20余名武装分子。", at = "20余名" },
      { "### 俄称控制两个定居点\n\n俄军在142个地区实施打击,并控制了三个定居点。", at = "三个" },
    },
    good = {
      "### 我国今年新建油气管道超4000公里\n\n截至目前,新建的油气管道里程已经突破4000公里,其中天然气管道突破3000公里。",
      "### 港口前10个月货物吞吐量超11亿吨\n\n港口前10个月货物吞吐量超过11.6亿吨。",
      "### 今年我国将培育1万名乡村工匠\n\n计划培育100名全国乡村工匠名师,带动培育名师。",
      "### 接连发生事故 7人死亡\n\n一起事故造成4人死亡。另一起事故造成3人死亡。",
      "### 俄称控制两个定居点\n\n俄军在苏梅和哈尔科夫分别控制了一个定居点。",
    },
  },
  check = function(block, report)
    local place = block.body or block.place
    local sentence = place and place.sentence
    for _, c in ipairs(sentence and #sentence.claims <= MOST and sentence.claims or {}) do
      if figure(c) then judge(c, report) end
    end
  end,
}
