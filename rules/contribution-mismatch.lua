-- 第三产业对经济增长的贡献率为33.5%,拉动GDP增长3.4个百分点 (of 10.2).

local SETS = {
  { "第一产业", "第二产业", "第三产业" },
  { "最终消费", "资本形成", "净出口" },
}

local function has(text, words)
  for _, w in ipairs(words) do
    if text:find(w, 1, true) then return true end
  end
  return false
end

local growth_of = lib("economy").growth_of

local PULL = re.new("拉动[^,。;]{0,20}$")
local function pull_of(claim) return claim.kind == "point" and PULL:find(claim:before(24)) ~= nil end
local function rate_of(claim) return claim.kind == "percent" and claim:before(12):find("贡献率", 1, true) ~= nil end

-- The contribution rates and pulls of the sentence, and of the one before
-- where this one says no rate.
local function read(sentence)
  local rates, pulls = {}, {}
  for _, c in ipairs(sentence.claims) do
    if rate_of(c) then rates[#rates + 1] = c end
    if pull_of(c) then pulls[#pulls + 1] = c end
  end
  local before = sentence.doc.sentences[sentence.index - 1]
  if #rates == 0 and #pulls == 1 and before and before.block.index == sentence.block.index then
    for _, c in ipairs(before.claims) do
      if rate_of(c) then rates[#rates + 1] = c end
    end
  end
  return rates, pulls
end

-- pull = growth × rate, of any growth of the whole that is printed.
local function check_product(rate, pull, report)
  local nearest
  for _, growth in ipairs(growth_of(pull.doc)) do
    local computed = growth.interval * rate.interval / 100
    if computed:meets(pull.interval) then
      report.agrees { at = pull, related = { rate, growth }, how = computed:text() .. " ∋ " .. pull.text }
      return
    end
    if not nearest or growth.period == pull.period then nearest = { growth = growth, computed = computed } end
  end
  if not nearest then return end
  local shown = lib("show").range(nearest.computed, pull.decimals + 1)
  report {
    at = pull, related = { rate, nearest.growth }, expected = shown, severity = "warning",
    values = { rate = rate.text, growth = nearest.growth.text, computed = shown },
  }
end

-- All members of a set named in the sentence, each before its figure.
local function complete(sentence, list)
  if #list ~= 3 then return false end
  for _, set in ipairs(SETS) do
    local n = 0
    for _, name in ipairs(set) do
      if sentence.text:find(name, 1, true) then n = n + 1 end
    end
    if n == 3 then return true end
  end
  return has(sentence.text, { "三次产业", "三大需求" })
end

-- 向下拉动0.6个百分点, 拉低
local DOWN = re.new("向下拉动|下拉|拉低|负拉动")
local function signed(claim)
  return (claim.direction == "down" or DOWN:find(claim:before(24))) and interval(0, 0) - claim.interval or claim.interval
end

local function check_sum(list, wanted, report)
  local sum = interval(0, 0)
  for _, c in ipairs(list) do sum = sum + signed(c) end
  local first
  for _, w in ipairs(wanted) do
    if sum:widen(list[1].last_digit):meets(w.interval) then
      report.agrees { at = list[#list], related = list, how = sum:text() }
      return
    end
    first = first or w
  end
  if not first then return end
  local others = { first.claim }
  for i = 1, #list - 1 do others[#others + 1] = list[i] end
  report {
    at = list[#list], related = others, message = "sum", severity = "warning",
    values = { sum = lib("show").range(sum, list[1].decimals), total = first.text },
  }
end

-- 投资的贡献率为57%,拉动1.1个百分点。消费的贡献率为35%,拉动0.7个百分点: points
-- by rate is the growth of the whole, the same for all of a paragraph.
local WHOLE = re.new("经济增长|经济的增长|GDP增长|生产总值增长|全市经济|全省经济|全区经济|全县经济")
local function pairs_of(sentence)
  local out, all, k, block = {}, sentence.doc.sentences, sentence.index, sentence.block
  while all[k - 1] and all[k - 1].block == block do k = k - 1 end
  while all[k] and all[k].block == block do
    local rates, pulls = read(all[k])
    if #rates == 1 and #pulls == 1 and rates[1].sentence == all[k] and WHOLE:find(all[k].text) then
      local rate, pull = rates[1].interval, pulls[1].interval
      if rate.low and rate.low:gt(0) and pull.high then
        out[#out + 1] = { rate = rates[1], pull = pulls[1], growth = pull / rate * 100 }
      end
    end
    k = k + 1
  end
  return out
end

-- The one pair whose growth none of the others has, where these agree.
local function check_siblings(sentence, report)
  local list = pairs_of(sentence)
  if #list < 3 then return end
  local odd, others = nil, {}
  for i, one in ipairs(list) do
    local n = 0
    for k, other in ipairs(list) do
      if k ~= i and one.growth:meets(other.growth) then n = n + 1 end
    end
    if n == 0 then
      if odd then return end
      odd = one
    elseif n < #list - 2 then
      return
    else
      others[#others + 1] = one
    end
  end
  if not odd then
    report.agrees { at = list[1].rate, related = { list[2].rate, list[3].rate }, how = list[1].growth:text() }
    return
  end
  local shown = lib("show").range(odd.pull.interval / others[1].growth * 100, odd.rate.decimals)
  report {
    at = odd.rate, related = { odd.pull, others[1].rate, others[1].pull, others[2].rate, others[2].pull }, message = "siblings",
    expected = shown .. "%", values = { pull = odd.pull.text, shown = shown },
  }
end

local seen, seen_blocks = memo(), memo()

return {
  api = 1,
  id = "contribution-mismatch",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = { [[拉动[^。;]{0,30}?[\d.]+个?百分点]], [[贡献率[^。;]{0,14}?[\d.]+%]] } },
  summary = {
    zh = "拉动点数与增速、贡献率不符，或各项拉动、贡献率之和不等于总数",
    en = "points of growth contributed disagree with growth and contribution rate, or do not add up",
  },
  explain = {
    zh = [[拉动增长的百分点 = 总增速 × 贡献率。总增速取文中印出的生产总值增速，任何一个能成立就不报告。三次产业（或消费、
投资、净出口）的拉动点数之和应等于总增速，贡献率之和应为100%，按印刷精度取区间比较。]],
    en = [[Points contributed = growth of the whole × contribution rate; any printed growth of GDP may be meant. The
points of the three industries (or of consumption, investment and net exports) add up to the growth, their rates to
100%.]],
  },
  messages = {
    base = {
      zh = "拉动印为 {stated}，按增速 {growth}、贡献率 {rate} 应为 {computed} 个百分点",
      en = "{stated} are said to be contributed; {growth} by a rate of {rate} are {computed}",
    },
    siblings = {
      zh = "贡献率印为 {stated}，拉动 {pull}，按同段其他各项应为 {shown}%",
      en = "a rate of {stated} with {pull}; by the others of the paragraph it is {shown}%",
    },
    sum = {
      zh = "各项之和为 {sum}，总数为 {total}",
      en = "the contributions make {sum}, the whole is {total}",
    },
  },
  examples = {
    bad = {
      { [[投资对经济增长的贡献率为57%,拉动GDP增长1.1个百分点。消费对经济增长的贡献率为53%,拉动GDP增长0.7个百分点。净流出对经济增长的贡献率为8%,拉动GDP增长0.2个百分点。]], at = "53%" },
      { [[一季度全市生产总值增长10.2%。第三产业对经济增长的贡献率为33.5%,拉动GDP增长4.3个百分点。]], at = "4.3个百分点" },
      { [[全年国内生产总值增长5.2%。最终消费支出拉动国内生产总值增长4.3个百分点,资本形成总额拉动1.5个百分点,货物和服务净出口向下拉动0.1个百分点。]],
        at = "0.1个百分点" },
      { [[第一产业贡献率为5.1%,第二产业贡献率为38.2%,第三产业贡献率为65.7%。]], at = "65.7%" },
    },
    good = {
      [[投资对经济增长的贡献率为57%,拉动GDP增长1.1个百分点。消费对经济增长的贡献率为35%,拉动GDP增长0.7个百分点。净流出对经济增长的贡献率为8%,拉动GDP增长0.2个百分点。]],
      [[国内生产总值增长5.2%。最终消费支出拉动增长4.3个百分点,资本形成总额拉动增长1.5个百分点,货物和服务净出口向下拉动0.6个百分点。]],
      [[一季度全市生产总值增长10.2%。第三产业对经济增长的贡献率为33.5%,拉动GDP增长3.4个百分点。]],
      [[全年国内生产总值增长3.0%。最终消费支出拉动国内生产总值增长1.0个百分点,资本形成总额拉动1.5个百分点,货物和服务净出口拉动0.5个百分点。]],
      [[第一产业贡献率为5.1%,第二产业贡献率为38.2%,第三产业贡献率为56.7%。]],
      [[农业科技进步贡献率达64%,拉动消费38.4亿元。]],
    },
  },
  check = function(m, report)
    local sentence = m.sentence
    if seen[sentence] or sentence.cell then return end
    seen[sentence] = true
    if not seen_blocks[sentence.block] then
      seen_blocks[sentence.block] = true
      check_siblings(sentence, report)
    end
    local rates, pulls = read(sentence)
    if #rates == 1 and #pulls == 1 then check_product(rates[1], pulls[1], report) end
    if complete(sentence, pulls) then
      local wanted = {}
      for _, g in ipairs(growth_of(m.doc)) do
        wanted[#wanted + 1] = { interval = g.interval, text = g.text, claim = g }
      end
      check_sum(pulls, wanted, report)
    end
    if complete(sentence, rates) then
      check_sum(rates, { { interval = interval(100, 100), text = "100%", claim = nil } }, report)
    end
  end,
}
