-- 占比最高,为34.6%;其次是……,占37.8%: what is said to be first is not below what
-- is said to be second, and a list 由高到低 falls.

local MOST = re.new("最[高大多快强好]|居(?:首位?|第一|榜首)|(?:位居|位列|排名?|名列)第一|排在?首位|首位")
local LEAST = re.new("最[低小少慢弱]")
local SECOND = re.new("其次|次之|紧随其后|紧跟其后|(?:居于?|位居|位列|名列|排名?|排在)(?:第二|次席|次位)|居次")
local FALLING = re.new("(?:由|从)(?:高到低|大到小|多到少|强到弱)|(?:按|以)[^,。;]{0,8}(?:高低|大小|多少)(?:顺序|排序|排列)?[^,。;]{0,4}(?:依次|分别)|居?前[一二三四五六七八九十\\d]+位的?(?:依次|分别)|最[^,。;\\d]{1,10}(?:问题|因素|原因|领域|方面|需求|困难)[^,。;\\d]{0,4}依次")
local NOT = re.new("最低工资|最低生活|最低收购|最多跑|最大限度|单产|之一|除|不是|并非|去年|上年|此前|曾")

-- The sentence's figures with the bytes at which they stand.
local function figures(sentence)
  local out, from, text = {}, 1, sentence.text
  for _, c in ipairs(sentence.claims) do
    local at, to = text:find(c.text, from, true)
    if at then
      from = to + 1
      if c.is_claim and c.value and c.unit ~= "" and c.kind ~= "rank" and c.kind ~= "age" and c.kind ~= "point"
        and c.kind ~= "duration" and not c:has("increment") then
        out[#out + 1] = { claim = c, from = at, to = to }
      end
    end
  end
  return out
end

local function breaks(text)
  local _, n = text:gsub(",", "")
  return n
end

-- The figure that the word at from..to is said of: one of its own clause, the
-- next first; else one a comma away.
-- 最高,为34.6%; not 最大的是餐饮业,收入下降12.1%: another measure.
local LEAD = re.new("[,、][^,、]*$")
local VERB = re.new("^[,、](?:均|约|也)?(?:为|达到?|占比?|是|有|约为|增长|上涨|下降)?(?:约|近)?$")
local function is_own(text, to, f)
  local lead = text:sub(to + 1, f.from - 1)
  local from = LEAD:find(lead)
  return not from or VERB:find(lead:sub(from)) ~= nil
end

local function figure_of(list, text, from, to, low, limit)
  local before, after
  for _, f in ipairs(list) do
    if f.from > to and f.from <= limit then after = after or f end
    if f.to < from and f.from > low then before = f end
  end
  local gone = after and breaks(text:sub(to + 1, after.from - 1)) or 9
  local come = before and breaks(text:sub(before.to + 1, from - 1)) or 9
  local found = gone > come and before or after
  if found and found == after and not is_own(text, to, found) then return nil end
  return math.min(gone, come) <= 1 and found and found.claim or nil
end

local FAR = 5 -- times: what is so much more is another measure
local function alike(a, b)
  local x, y = a.amount, b.amount
  if not (x.low and y.low) or x.low > y.low * FAR or y.low > x.low * FAR or a.unit_text ~= b.unit_text then return false end
  return a.dimension == b.dimension and a.kind == b.kind and a:has("growth") == b:has("growth")
    and a.direction == b.direction and a.modality == b.modality and a.index ~= b.index
end

-- Is a surely below b?
local function below(a, b)
  local x, y = a.amount, b.amount
  return x.high and y.low and (x.high < y.low or x.high <= y.low and a.value ~= b.value)
end

local function tell(report, first, second, word, of)
  if below(first, second) then
    report { at = second, related = first, values = { word = word, first = first.text, of = of } }
  elseif below(second, first) then
    report.agrees { at = second, related = first, how = first.text .. " ≥ " .. second.text }
  end
end

-- The most and what is said to follow it, or to be the least.
local function judge_pair(sentence, list, report)
  local text = sentence.text
  local from, to = MOST:find(text)
  if not from or NOT:find(text) then return end
  for _, other in ipairs { SECOND, LEAST } do
    local a, b = other:find(text, to + 1)
    if a then
      local first = figure_of(list, text, from, to, 0, a)
      local low = 0
      for _, f in ipairs(list) do
        if first and f.claim.index == first.index then low = f.to end
      end
      local second = first and figure_of(list, text, a, b, low, #text)
      if second and alike(first, second) then tell(report, first, second, text:sub(from, to), text:sub(a, b)) end
    end
  end
end

-- 由高到低依次为……: the figures behind it, as far as they are alike.
local GROWTH = re.new("增速|增幅|涨幅|增长|降幅|跌幅")
local RESULT = re.new("办结率|满意率|合格率|完成率")
local function judge_list(sentence, list, report)
  local text = sentence.text
  local from, to = FALLING:find(text)
  if not from then return end
  local last
  for _, f in ipairs(list) do
    if f.from > to then
      if last and not alike(last, f.claim) then return end
      if f.claim:has("growth") and not GROWTH:find(text:sub(1, to)) or RESULT:find(f.claim:before(60)) then return end
      if last and below(last, f.claim) then return tell(report, last, f.claim, text:sub(from, to), text:sub(from, to)) end
      last = f.claim
    end
  end
end

-- 占比最高,达到30.5%。其次是……,占24.6%: the second in a sentence of its own.
local function judge_next(m, list, report)
  local block = m.sentence.block
  local doc = block.doc
  local before = doc.sentences[m.sentence.index - 1]
  if not before or before.block ~= block then return end
  local text = before.text
  local from, to = MOST:find(text)
  if not from or NOT:find(text) then return end
  local first = figure_of(figures(before), text, from, to, 0, #text)
  local second = list[1] and list[1].claim
  if first and second and alike(first, second) then tell(report, first, second, text:sub(from, to), m.text) end
end

-- 得票率为20.8%,排名第二;……得票率为16.4%,排名第三: the place by the figure.
local RANKED = re.new("^[^,。;\\d]{0,4}[,、]?(?:位居|位列|名列|排名|排在|列)第([一二三四五六七八九十]|\\d{1,2})")
local NUMERAL = { ["一"] = 1, ["二"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9, ["十"] = 10 }
local BACK, TAIL = 6, 6 -- figures; bytes of a name

local function place_of(claim)
  local n = RANKED:match(claim:after(16))
  return n and (NUMERAL[n] or tonumber(n))
end

local function judge_places(m, list, report)
  for _, f in ipairs(list) do
    local c = f.claim
    local mine = not c:has("growth") and (c:has("share") or c.name:find("票", 1, true)) and place_of(c)
    for i = mine and c.index - 1 or 0, math.max(1, c.index - BACK), -1 do
      local other = c.document.claims[i]
      local place = other.block == c.block and other.is_claim and other.value and alike(c, other) and place_of(other)
      if place and place ~= mine and #c.name >= TAIL and c.name:sub(-TAIL) == other.name:sub(-TAIL) then
        local first, second = c, other
        if place < mine then first, second = other, c end
        tell(report, first, second, m.text, m.text)
        return
      end
    end
  end
end

local judged = memo()

return {
  api = 1,
  id = "order-contradiction",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = {
      "(?:最[高大多快强好]|首位|第一|榜首)[^。]{4,90}(?:其次|次之|紧随其后|第二|次席|次位|居次|最[低小少慢弱])",
      "(?:由|从)(?:高到低|大到小|多到少|强到弱)|(?:高低|大小|多少)(?:顺序|排序|排列)?[^,。;]{0,4}(?:依次|分别)|前[一二三四五六七八九十\\d]+位的?(?:依次|分别)|(?:问题|因素|原因|领域|方面|需求|困难)[^,。;\\d]{0,4}依次(?:是|为)",
      "^(?:其次|次之)[^。]{3,}\\d",
      "(?:位居|位列|名列|排名|排在|列)第(?:[一二三四五六七八九十]|\\d{1,2})",
    },
  },
  summary = {
    zh = "“最高”“其次”“由高到低”与所列数字的大小不符",
    en = "what is said to be the highest is below what is said to come second",
  },
  explain = {
    zh = [[“占比最高，为34.6%；其次是……，占37.8%”：居首的不会小于居次的，最高的不会小于最低的，由高到低列出的数字依次减小。
单位、类别相同，同为水平或同为增速的才比较。]],
    en = [[What is first is not below what is second, the highest not below the lowest, and a list from high to low
falls. Compared where unit and kind are the same.]],
  },
  messages = {
    base = {
      zh = "“{of}”的 {stated} 大于“{word}”的 {first}",
      en = "{stated} (“{of}”) is above {first} (“{word}”)",
    },
  },
  examples = {
    bad = {
      { [[受访者中,31至40岁的占比最高,为34.6%;其次是41至50岁,占37.8%。]], at = "37.8%" },
      { [[制造业贷款占比最大,达42.6%,批发零售业次之,占48.3%。]], at = "48.3%" },
      { [[各县中,东平县增长最快,为9.8%,西河县增速最慢,为13.2%。]], at = "13.2%" },
      { [[投资额由高到低依次为能源126.4亿元、交通198.2亿元、水利64.7亿元。]], at = "198.2亿元" },
      { [[代码贡献占比最高,达到30.5%。其次是文档,占34.6%。]], at = "34.6%" },
      { [[甲党得票率为10.8%,排名第二。乙党得票率为16.4%,排名第三。]], at = "16.4%" },
      { [[成都上涨2.25%居于首位,北京上涨4.72%居于次位。]], at = "4.72%" },
    },
    good = {
      [[主要贸易伙伴居前三位的依次是甲国、乙国、丙国,分别增长6.9%、1.6%、4.2%。固定资产投资增长8.2%,位居第一;技改投资增长15.6%,位居第三。]],
      [[人均可支配收入最高的是东区,为6.8万元;地区生产总值居第二的是西区,为986亿元。困难补贴最高2000元,最低工资标准2490元。]],
      [[受影响最大的是餐饮业,收入下降12.1%;其次是旅游业,收入下降15.6%。全市最大的水库蓄水3.2亿立方米,其次是东湖水库,库容4.1亿立方米。]],
      [[受访者中,31至40岁的占比最高,为34.6%;其次是41至50岁,占27.8%。]],
      [[投资额由高到低依次为能源126.4亿元、交通98.2亿元、水利64.7亿元。]],
      [[代码贡献占比最高,达到30.5%。其次是文档,占24.6%。]],
      [[东平县增长最快,增长9.8%;西河县总量最大,达126亿元,增速最慢,为3.2%。]],
      [[甲党得票率为20.8%,排名第二。乙党得票率为16.4%,排名第三。]],
      [[成都上涨12.25%居于首位,北京上涨4.72%居于次位。]],
    },
  },
  check = function(m, report)
    local list = figures(m.sentence)
    if m.text:find("^其次") or m.text:find("^次之") then return judge_next(m, list, report) end
    if judged[m.sentence] or m.sentence.text:find("\\", 1, true) then return end
    judged[m.sentence] = true
    judge_places(m, list, report)
    judge_pair(m.sentence, list, report)
    judge_list(m.sentence, list, report)
  end,
}
