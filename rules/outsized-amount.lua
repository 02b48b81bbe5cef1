-- One amount is ten times all others of its currency in the document, or lies apart from
-- them, and would be among them with another scale word.
local bands = lib "bands"
-- How many times the next amount it must be, where there are so many amounts.
local LADDER = { { many = 10, times = 10 }, { many = 6, times = 20 }, { many = 4, times = 100 } }
local STEP = 1000
local BILLION = 9 -- trillions are of countries
local AGGREGATE = re.new([[\b(?:]] .. lexicon("en/aggregate"):any("word") .. [[)\b]], "i")

-- Amounts with a scale word, by the currency as printed: US$ is not $.
local function amounts_of(doc)
  local groups = {}
  for _, claim in ipairs(doc:figures("amount", { claim = true, power = 3 })) do
    if claim.is_claim and claim.value and claim.power and claim.power >= 3 and claim.value:gt(0) then
      local key = claim.unit .. "/" .. claim.text:match("^[^%d]*")
      local group = groups[key]
      if not group then
        group = { n = 0, key = key }
        groups[key] = group
        groups[#groups + 1] = group
      end
      group.n = group.n + 1
      if not group.top or claim.value > group.top.value then
        group.top, group.next = claim, group.top
      elseif not group.next or claim.value > group.next.value then
        group.next = claim
      end
    end
  end
  return groups
end

local function times_asked(n)
  for _, rung in ipairs(LADDER) do
    if n >= rung.many then return rung.times end
  end
end

local function is_outsized(group)
  local top, after = group.top, group.next
  local times = times_asked(group.n)
  if not times or top.power ~= BILLION or not top.dimension:find("^money") then return false end
  if top.sentence.cell or AGGREGATE:find(top.sentence.text) then return false end
  return top.value >= after.value * times and top.value <= after.value * STEP
end

-- 过2000万元的工业新增长点, must each exceed $10 million: what the text sets as a mark.
local MARK = re.new([[(?:[过超满达]|不[少低]于|exceed\w*|over|than|up to|least|most|minimum of|maximum of|cap of|each|every|per)[^,;。]{0,12}$]], "i")
local OF_MARK = re.new("^(?:以[上下内]|及以[上下]|的|封顶| (?:or|and) (?:more|less|above|below)| (?:per|a|an|each|every)\\b)")
local MONEY = re.new("^money")

local function is_money(c) return MONEY:find(c.dimension) ~= nil and not c.unit:find("/", 1, true) end
local function is_scaled_money(c) return (c.power or 0) > 0 and is_money(c) end

local ASKED = {
  en = { many = 8, above = 3, below = 10, few = 9, wanted = is_scaled_money },
  zh = { many = 12, above = 5, below = 10, few = 3, wanted = is_money },
}

local function judge_apart(doc, told, report)
  for _, found in ipairs(bands.stray(doc, ASKED[doc.lang])) do
    local one = found.one
    if one.is_claim and not told[one] and not (MARK:find(one:before(24)) or OF_MARK:find(one:after(12)) or AGGREGATE:find(one:before(160)) or AGGREGATE:find(one.sentence.text)) then
      report { at = one, related = found.fellow, message = "apart", values = { fellow = found.fellow.text } }
    end
  end
end

return {
  api = 1,
  id = "outsized-amount",
  severity = "warning",
  languages = { "zh", "en" },
  summary = {
    zh = "一个金额与文件中其余金额相差悬殊，换一级单位（billion 换 million，万元换亿元）便在其列",
    en = "one amount is far from all others, but not with the next scale word (billion for million, 万元 for 亿元)",
  },
  explain = {
    zh = [[文件中同一币种的金额不少于十个（六个、四个），其中一个是次大金额的十倍（二十倍、百倍）以上，而除以一千后便与其余金额相当：
该处的 billion 可能是 million 之误。过大过小而与任何金额都不相近、换一级单位便与十分之一以上的金额相当的也报告：
英文要八个金额，中文要十二个；“2000万元以上”一类的界限不算。同句说到全国、市场或世界（词表 en/aggregate）的不报。]],
    en = [[Of ten amounts of a currency and more (six, four) in a document one is ten times (twenty, a hundred times) the next largest, and
would be among them if divided by a thousand: its billion was perhaps meant for million. So is one, too large or too small, that
is near none of more than eight amounts (twelve in Chinese) and with another scale word near a tenth of them; marks such as
“must exceed $10 million” are left out. Where its sentence speaks of a country, a market or the world (lexicon
en/aggregate) nothing is said.]],
  },
  messages = {
    apart = {
      zh = "{stated} 与文件中其余金额都相差悬殊，换一个“万”“亿”便与 {fellow} 等相当",
      en = "{stated} is far from all amounts of its unit, and with another scale word of the order of {fellow}",
    },
    base = { zh = "{stated} 是文件中次大金额 {next} 的十倍以上，单位是否写大了一级？", en = "{stated} is many times the next largest amount, {next}: is its scale word one too high?" },
  },
  examples = {
    bad = {
      { "完成投资120亿元,其中铁路48亿元、公路36亿元、水利26亿元。教育支出152亿元,卫生支出87亿元,农业支出64亿元,就业支出23亿元。财政赤字95亿元,国债42亿元,税收310亿元,基金78亿元,粮补35亿元。\n\n中央安排危房改造补助74.6万元。",
        at = "74.6万元" },
      { [[Grants of $1.4 billion were made. Schools received $3.9 billion, clinics $3.8 billion, roads $1.7 billion, parks $2.6 billion, ports $2.4 billion, housing $5.8 billion, and trains $4.1 billion. The scheme will cost $40 million, and libraries $2.9 million.]],
        at = "$2.9 million" },
      { [[We issued 5 million shares with net proceeds of $17.9 billion under a programme of $40.0 million, of which $3.0 million were fees and $1.2 million taxes.]],
        at = "$17.9 billion" },
      { [[Grants of $14 billion were made. Schools received $309 million, clinics $38 million, roads $171 million, parks $96 million, ports $204 million, housing $584 million.]],
        at = "$14 billion" },
    },
    good = {
      "完成投资120亿元,其中铁路48亿元、公路36亿元、水利26亿元。教育支出152亿元,卫生支出87亿元,农业支出64亿元,就业支出23亿元。财政赤字95亿元,国债42亿元,税收310亿元,基金78亿元,粮补35亿元。\n\n新增2000万元以上企业36家。",
      [[Grants of $14 million were made. Schools received $309 million, clinics $38 million, roads $171 million, parks $96 million, ports $204 million, housing $584 million.]],
      [[Total trade of $14 billion was recorded. Schools received $309 million, clinics $38 million, roads $171 million, parks $96 million, ports $204 million, housing $584 million.]],
      [[The world spent US$900 billion. Schools received $309 million, clinics $38 million, roads $171 million, parks $96 million, ports $204 million, housing $584 million.]],
      [[Revenue came to $14 billion and spending to $13 billion. Schools received $309 million, clinics $38 million, roads $171 million, parks $96 million, ports $204 million.]],
      [[Grants of $14 billion were made. Schools received $309 million, clinics $38 million, roads $171 million.]],
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      local told = {}
      for _, group in ipairs(doc.lang == "en" and amounts_of(doc) or {}) do
        if is_outsized(group) then
          told[group.top] = true
          report { at = group.top, related = { group.next }, values = { next = group.next.text } }
        end
      end
      if ASKED[doc.lang] then judge_apart(doc, told, report) end
    end
  end,
}
