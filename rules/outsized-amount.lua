-- One amount is ten times all others of its currency in the document, and would be
-- among them with the scale word below its own.
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

return {
  api = 1,
  id = "outsized-amount",
  severity = "warning",
  languages = { "en" },
  summary = {
    zh = "一个金额比文件中其余金额大十倍以上，换小一级单位（billion 换 million）便在其列",
    en = "one amount is many times all others, but not with the scale word below its own (billion for million)",
  },
  explain = {
    zh = [[文件中同一币种的金额不少于十个（六个、四个），其中一个是次大金额的十倍（二十倍、百倍）以上，而除以一千后便与其余金额相当：
该处的 billion 可能是 million 之误。同句说到全国、市场或世界（词表 en/aggregate）的不报。]],
    en = [[Of ten amounts of a currency and more (six, four) in a document one is ten times (twenty, a hundred times) the next largest, and
would be among them if divided by a thousand: its billion was perhaps meant for million. Where its sentence speaks of a country, a market or the world (lexicon
en/aggregate) nothing is said.]],
  },
  messages = {
    base = { zh = "{stated} 是文件中次大金额 {next} 的十倍以上，单位是否写大了一级？", en = "{stated} is many times the next largest amount, {next}: is its scale word one too high?" },
  },
  examples = {
    bad = {
      { [[We issued 5 million shares with net proceeds of $17.9 billion under a programme of $40.0 million, of which $3.0 million were fees and $1.2 million taxes.]],
        at = "$17.9 billion" },
      { [[Grants of $14 billion were made. Schools received $309 million, clinics $38 million, roads $171 million, parks $96 million, ports $204 million, housing $584 million.]],
        at = "$14 billion" },
    },
    good = {
      [[Grants of $14 million were made. Schools received $309 million, clinics $38 million, roads $171 million, parks $96 million, ports $204 million, housing $584 million.]],
      [[Total trade of $14 billion was recorded. Schools received $309 million, clinics $38 million, roads $171 million, parks $96 million, ports $204 million, housing $584 million.]],
      [[The world spent US$900 billion. Schools received $309 million, clinics $38 million, roads $171 million, parks $96 million, ports $204 million, housing $584 million.]],
      [[Revenue came to $14 billion and spending to $13 billion. Schools received $309 million, clinics $38 million, roads $171 million, parks $96 million, ports $204 million.]],
      [[Grants of $14 billion were made. Schools received $309 million, clinics $38 million, roads $171 million.]],
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      for _, group in ipairs(amounts_of(doc)) do
        if is_outsized(group) then
          report { at = group.top, related = { group.next }, values = { next = group.next.text } }
        end
      end
    end
  end,
}
