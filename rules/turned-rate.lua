-- CPI环比上涨0.2% in a headline, 居民消费价格指数(CPI)环比下降0.2% below it: one rate of one
-- thing that is told as a rise and as a fall.
local words = lib "shared_words"

local HAN, RUN, MOST = 3, 4, 40 -- bytes of an ideograph; ideographs in common; rates of one size: more are so by chance
local LONG = 40 -- ideographs of a name: what is longer is none
local LEVEL = 3 -- digits of a level that tells one fact
local SAME, PART = 3, 0.75 -- English words that both sentences have, and of the shorter one's
-- What no one measured, and what is told of two bases or prices.
local SUPPOSED = re.new([[\b(?:if|were|would|could|should|expect\w*|forecast\w*|target\w*|plan\w*|each|every|per)\b]], "i")
local BASIS = re.new([[\b(?:previous|prior|preceding|earlier|last|same|constant|current|nominal|real|seasonally|annual\w*|month\w*|quarter\w*|first|second|third|fourth)\b]], "i")
local TIME = re.new([[\d{1,2}月|[上下]半年|[一二三四]季度|前[一二三四]季度|20\d\d年|[去今上本]年|全年]])
local ACRONYM = re.new([[[A-Z]{3,}]])
local HEADS = { ["总额"] = "", ["总值"] = "", ["总量"] = "", ["数量"] = "" }

local function plain(text)
  for from, to in pairs(HEADS) do text = text:gsub(from, to) end
  return text
end

-- The longest run of characters that both have, in bytes.
local function common(a, b)
  local best = 0
  for from = 1, #a do
    while a:byte(from) >= 0xE0 and from + best + HAN - 1 <= #a and b:find(a:sub(from, from + best + HAN - 1), 1, true) do best = best + HAN end
  end
  return best
end

-- The figure right before the rate, of which it is: 增加值275.7亿元,同比下降0.9%.
local function level_of(c)
  local a = c.doc.claims[c.index - 1]
  if not a or a.sentence ~= c.sentence or not a.is_claim or a.digits < LEVEL or a.kind ~= "amount" and a.kind ~= "count" then return nil end
  local gap = c:before(20)
  return gap:find(a.text, 1, true) and a or nil
end

local function acronym(c) return ACRONYM:match(c:before(24)) end

-- Do both say when, and not the same? What stands before the rate in its sentence.
local function of_two_times(a, b)
  local x, y = {}, false
  for time in TIME:gmatch(a:before(LONG)) do x[time] = true end
  for time in TIME:gmatch(b:before(LONG)) do
    if x[time] then return false end
    y = true
  end
  return y and next(x) ~= nil
end

-- One is the other, or what is between its words: 甲市工业 is not 乙市工业.
local function one_name(a, b)
  local na, nb = plain(a.subject .. a.indicator), plain(b.subject .. b.indicator)
  local least, most = math.min(#na, #nb), math.max(#na, #nb)
  if least < RUN * HAN or most > LONG * HAN then return false end
  local run = common(na, nb)
  return run == least and run * 5 >= most * 4
end

-- 一线城市|新建住宅价格同比: what stands before the name in its clause; nil: the name is elsewhere.
local CLAUSE = re.new("[^,。;:、]*$")
local function lead_of(c)
  local clause = CLAUSE:match(c:before(LONG))
  local at = c.indicator ~= "" and clause:find(c.indicator, 1, true)
  return at and clause:sub(1, at - 1) or nil
end

-- Do both have a lead, and not the same? 其中 is none.
local function led_apart(a, b)
  local x, y = lead_of(a), lead_of(b)
  return x ~= nil and y ~= nil and x ~= "" and y ~= "" and not x:find(y, 1, true) and not y:find(x, 1, true)
end

local function one_english(a, b)
  if a.name == "" or a.name:lower() ~= b.name:lower() or a.digits < 2 then return false end
  local s, t = a.sentence.text, b.sentence.text
  if SUPPOSED:find(s) or SUPPOSED:find(t) or BASIS:find(s) or BASIS:find(t) then return false end
  local n, part = words.count(a, b)
  return n >= SAME and part >= PART
end

local function one_thing(a, b)
  if a.period ~= "" and b.period ~= "" and a.period ~= b.period then return false end
  local x, y = level_of(a), level_of(b)
  if x and y then return x.text == y.text and x or nil end
  if a.doc.lang == "en" then return one_english(a, b) end
  if of_two_times(a, b) then return false end
  local s, t = acronym(a), acronym(b)
  if s and t then return s == t and a.base_cue_value == b.base_cue_value and a.base_cue ~= "" end
  return one_name(a, b) and not led_apart(a, b)
end

local function one_base(a, b) return a.base_cue_value == b.base_cue_value or a.base_cue == "" or b.base_cue == "" end

local function judge(list, report)
  local told = {}
  for i, b in ipairs(list) do
    for k = 1, i - 1 do
      local a = list[k]
      if not told[b] and a.sentence ~= b.sentence and one_base(a, b) and one_thing(a, b) then
        told[b] = true
        if a.direction == b.direction then
          report.agrees { at = b, related = a, how = a.cue .. a.text }
        else
          report { at = b.verb or b, related = a, stated = b.cue, expected = a.cue, values = { cue = b.cue, rate = b.text, other = a.cue } }
        end
      end
    end
  end
end

return {
  api = 1,
  id = "turned-rate",
  severity = "warning",
  on = { set = true },
  summary = {
    zh = "同一事物的同一增长率一处说升、一处说降",
    en = "one rate of one thing is told as a rise here and as a fall there",
  },
  explain = {
    zh = [[数字相同的两个增长率，一处说增长、一处说下降：所说的事物相同（紧前的总量相同，一个名称大部分就是另一个，或同一英文缩写），
时期和比较基准不矛盾时，必有一处误写。]],
    en = [[Two rates of change with one figure, one told as a rise and one as a fall, are one where the level right before them is
the same, or the name of what changed with most words about it, and neither the period nor the base of comparison speaks against it.]],
  },
  messages = {
    base = { zh = "{rate}此处为“{cue}”，别处为“{other}”", en = "{rate} is “{cue}” here and “{other}” elsewhere" },
  },
  examples = {
    bad = {
      { "7月份物价总体平稳 CPI环比上涨0.2%\n\n全市居民消费价格指数(CPI)环比下降0.2%。", at = "下降" },
      { "陶瓷业增加值75.7亿元,同比下降0.9%。\n\n日用陶瓷和建筑陶瓷制造业实现增加值75.7亿元,同比增长0.9%。", at = "增长" },
      { "2025年规模以上食品企业利润下降0.6%。\n\n2025年,规模以上食品企业实现利润总额73.9亿元,比上年增长0.6%。", at = "增长" },
      { "The number of ferry passengers fell by 3.4% in May. It was cold. The number of ferry passengers rose by 3.4% in May.", at = "rose" },
    },
    good = {
      "7月份物价总体平稳 CPI环比上涨0.2%\n\n全市居民消费价格指数(CPI)环比上涨0.2%,同比下降0.2%。",
      "陶瓷业增加值75.7亿元,同比下降0.9%。\n\n造纸业实现增加值57.7亿元,同比增长0.9%。",
      "上半年规模以上食品企业利润下降0.6%。\n\n2025年,规模以上造纸企业实现利润总额73.9亿元,比上年增长0.6%。",
      "7月份CPI环比上涨0.2%。\n\n8月份CPI环比下降0.2%。\n\n一线城市新建商品住宅价格同比上涨0.9%。\n\n二线城市新建商品住宅价格同比下降0.9%。",
      "Exports rose by 3.4% from a year earlier. It was cold. Exports fell by 3.4% from the previous month.",
      "Ferry fares rose by 3.4% in Asia. It was cold. Ferry fares fell by 3.4% in Europe. If fares were to rise by 2.5%, sales would fall by 2.5%.",
      "The number of ferry passengers fell by 3.4% in May. The number of bus passengers rose by 3.4% in May.",
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      local rates, order = {}, {}
      for _, c in ipairs(doc:figures("percent", { claim = true, prose = true, has = "growth" }) or {}) do
        if c.verb and (c.direction == "up" or c.direction == "down") and c.value and c.digits > 0 then
          local list = rates[c.number_text]
          if not list then
            list = {}
            rates[c.number_text], order[#order + 1] = list, list
          end
          list[#list + 1] = c
        end
      end
      for _, list in ipairs(order) do
        if #list > 1 and #list <= MOST then judge(list, report) end
      end
    end
  end,
}
