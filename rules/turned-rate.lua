-- CPI环比上涨0.2% in a headline, 居民消费价格指数(CPI)环比下降0.2% below it: one rate of one
-- thing that is told as a rise and as a fall.
local HAN, RUN, MOST = 3, 4, 40 -- bytes of an ideograph; ideographs in common; rates of one size
local LEVEL = 3 -- digits of a level that tells one fact
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

-- Sales in cities grew 12.4 %, sales in villages fell 12.4 %.
local WHERE = re.new([[\b(?:in|of|for|at|among) (?:the )?([A-Za-z-]+)]])
local function one_place(a, b)
  local x, y = WHERE:match(a:before(60):match("[^.;]*$")), WHERE:match(b:before(60):match("[^.;]*$"))
  return not x or not y or x == y
end

local function one_thing(a, b)
  if a.period ~= "" and b.period ~= "" and a.period ~= b.period then return false end
  local x, y = level_of(a), level_of(b)
  if x and y then return x.text == y.text and x or nil end
  if a.doc.lang == "en" then return a.name ~= "" and a.name:lower() == b.name:lower() and a.digits > 1 and one_place(a, b) end
  local s, t = acronym(a), acronym(b)
  if s and t then return s == t and a.base_cue_value == b.base_cue_value and a.base_cue ~= "" end
  local na, nb = plain(a.subject .. a.indicator), plain(b.subject .. b.indicator)
  local run = common(na, nb)
  return run >= RUN * HAN and run * 5 >= math.max(#na, #nb) * 4
end

local function one_base(a, b) return a.base_cue_value == b.base_cue_value or a.base_cue == "" or b.base_cue == "" end

local function judge(list, report)
  local told = {}
  for i, b in ipairs(list) do
    for k = 1, math.min(i - 1, MOST) do
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
    zh = [[数字相同的两个增长率，一处说增长、一处说下降：所说的事物相同（紧前的总量相同，名称大部分相同，或同一英文缩写），时期和
比较基准不矛盾时，必有一处误写。]],
    en = [[Two rates of change with one figure, one told as a rise and one as a fall, are one where the level right before them is
the same, or the name of what changed, and neither the period nor the base of comparison speaks against it.]],
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
        if #list > 1 then judge(list, report) end
      end
    end
  end,
}
