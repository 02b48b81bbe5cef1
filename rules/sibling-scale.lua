-- 营业收入312.5亿元,营业成本268.4万元: what is told side by side, or of one thing
-- at two times, has figures of one size, and one of them another scale word.
local WIDE, APART = 4, 1000 -- printed numbers this near are of one size; scales this far apart are not
local SAME = 6 -- bytes of the end of two names that are of one kind (净利润, 增加值)
local YEARS = 15 -- in so many all may grow a hundred times
local siblings = lexicon "zh/sibling"

local function level(c)
  return c and c.is_claim and (c.kind == "amount" or c.kind == "count") and c.unit ~= "" and not c.numeral
    and c.value and c.value:gt(0) and not (c:has("growth") or c:has("increment") or c:has("share") or c:has("rank"))
end

-- Are both of one size as printed, and far apart in truth?
local function odd(a, b)
  local far = a.scale / b.scale
  if far:lt(APART) and (b.scale / a.scale):lt(APART) then return false end
  local x, y = (a.value or a.low) / a.scale, (b.value or b.low) / b.scale
  return x < y * WIDE and y < x * WIDE and a.unit == b.unit
end

local function are_siblings(a, b)
  local x, y = a.name, b.name
  if #x >= SAME and #y >= SAME and x ~= y and a.indicator ~= "count" and x:sub(-SAME) == y:sub(-SAME) then return true end
  for i = 1, #siblings do
    local one, other = siblings[i].one, siblings[i].other
    if x:find(one, 1, true) and y:find(other, 1, true) or x:find(other, 1, true) and y:find(one, 1, true) then return true end
  end
  return false
end

-- 营业收入32.1万元,净利润2.6亿元: the first is never the lesser.
local ORDER = { { "营业收入", "净利润" }, { "营业收入", "利润总额" }, { "总资产", "净资产" }, { "资产总额", "净资产" } }
local function turned_round(a, b)
  if a.unit ~= b.unit or (b.scale / a.scale):lt(APART) then return false end
  for _, pair in ipairs(ORDER) do
    if a.name:find(pair[1], 1, true) and b.name:find(pair[2], 1, true) then
      return a.amount.high ~= nil and b.amount.low ~= nil and b.amount.low > a.amount.high
    end
  end
  return false
end

-- Of whole and part, or of one and all, the smaller has a smaller scale.
local PART = re.new("其中|人均|户均|平均|每|单位|补助|标准|单价|均价")

-- Of two figures of a sentence the one whose scale fewer levels have.
local function rarer(sentence, a, b)
  local n = 0
  for _, c in ipairs(sentence.claims) do
    if level(c) and c.unit == a.unit then n = n + (c.scale == a.scale and 1 or 0) - (c.scale == b.scale and 1 or 0) end
  end
  if n < 0 then return a, b end
  return b, a
end

local JOINS = re.new("[和及与、]")
local told = memo()
local function tell(at, other, report)
  if told[at] then return end
  told[at] = true
  report { at = at, related = other, values = { other = other.text } }
end

-- 低保标准740万元/月和485元/月: nothing but 和 stands between.
local function judge_pair(m, report)
  local b = m:figure("b")
  local a = b and b.doc.claims[b.index - 1]
  if not (a and a.low and b.low and a.is_claim and b.is_claim) or a.sentence ~= b.sentence or not JOINS:find(a:after(1)) then return end
  if not (a.low:gt(0) and b.low:gt(0)) or a.numeral or b.numeral then return end
  if odd(a, b) then
    local at, other = b, a
    if a.scale:gt(1) and b.scale:eq(1) then at, other = a, b end
    tell(at, other, report)
  elseif a.scale == b.scale then
    report.agrees { at = b, related = a, how = m.u }
  end
end

-- 营业收入312.5亿元,……;营业成本268.4万元, with rates between.
local seen = memo()
local function judge_neighbours(m, report)
  local sentence = m.sentence
  if seen[sentence] then return end
  seen[sentence] = true
  local last
  for _, c in ipairs(sentence.claims) do
    if level(c) then
      local gap = last and odd(last, c) and last.decimals == c.decimals and c.decimals > 0 and c:before(60)
      if gap and are_siblings(last, c) and not PART:find(gap) and not PART:find(last:before(12)) then
        local at, other = rarer(sentence, last, c)
        tell(at, other, report)
      elseif last and turned_round(last, c) then
        tell(last, c, report)
      end
      last = c
    end
  end
end

local function year(claim) return tonumber(claim.period:sub(1, 4)) end

-- 从26310元增长到35804万元
local function judge_step(link, report)
  local from, to = link.base, link.level
  if not (from and to and from.value and to.value) or from.numeral or to.numeral or from.unit ~= to.unit then return end
  local old, new = year(from), year(to)
  if from.value:gt(0) and to.value:gt(0) and odd(from, to) and not (old and new and new - old > YEARS) then
    report { at = to, related = from, values = { other = from.text } }
  elseif from.scale == to.scale then
    report.agrees { at = to, related = from, how = to.unit }
  end
end

-- 第一产业62.3亿元,第二产业312.8万元,第三产业402.1亿元
local function judge_parts(link, report)
  local members = link.members
  if link.whole or link.complete or #members < 2 then return end
  for i, c in ipairs(members) do
    local all = level(c) and c.decimals > 0
    local near = false
    for k, d in ipairs(members) do
      all = all and (i == k or level(d) and ((c.scale / d.scale):ge(APART) or (d.scale / c.scale):ge(APART)))
      near = near or all and i ~= k and odd(c, d)
    end
    if all and near and (#members > 2 or i == 2) then
      local other = members[i == 1 and 2 or 1]
      tell(c, other, report)
      return
    end
  end
end

return {
  api = 1,
  id = "sibling-scale",
  severity = "warning",
  languages = { "zh" },
  on = {
    link = { "from_to", "parts" },
    pattern = {
      [[亿(?:元|人|吨|户)[^。|]{1,40}?\d\.\d+万(?:元|人|吨|户)(?<u>)(?<b>)]],
      [[万(?:元|人|吨|户)[^。|]{1,40}?\d\.\d+亿(?:元|人|吨|户)(?<u>)(?<b>)]],
      [[(?:万|亿)(?<u>[一-龥]{1,4}?(?:/[一-龥])?)[和及与、](?<b>\d[\d.,]*)[万亿]{0,2}\k<u>(?![/一-龥])]],
      [[(?<u>(?:元|人|户|家|个|吨|套|亩|斤|公里|平方米)(?:/[一-龥]{1,3})?)[和及与、](?<b>\d[\d.,]*)[万亿]{1,2}\k<u>(?![/一-龥])]],
    },
  },
  summary = {
    zh = "并列或前后对比的两个数大小相近而单位差万倍（收入312.5亿元，成本268.4万元）",
    en = "two figures side by side are of one size as printed, and their scale words are worlds apart",
  },
  explain = {
    zh = [[进口与出口、收入与成本、三次产业等并列的数，或“由…增加到…”的两个数，印出的数字相差不到四倍而“万”“亿”
不同，其中一个单位可能有误。人均、其中的数不在此列；相隔十五年以上的两个数也不在此列。]],
    en = [[Imports and exports, revenue and cost, a figure and what it grew to: where their printed numbers are
within four times of each other and one is in 万 and the other in 亿, one scale word is probably wrong.]],
  },
  messages = {
    base = {
      zh = "与并列的{other}数字相近而单位相差悬殊",
      en = "printed of one size with {other} beside it, and its scale word is another",
    },
  },
  examples = {
    bad = {
      { [[城乡低保标准提高到不低于740万元/月和485元/月,残疾人补贴提高到每人100元/月。]], at = "740万元/月" },
      { [[两座水库分别蓄水32.5万立方米和41.2亿立方米。]], at = "41.2亿立方米" },
      { [[营业收入312.5亿元,营业成本268.4万元。]], at = "268.4万元" },
      { [[公司实现营业收入32.1万元,净利润2.6亿元。]], at = "32.1万元" },
      { [[全年进口312.4亿元,增长5.1%;出口428.5万元,增长7.3%。]], at = "428.5万元" },
      { [[公司实现净利润3,120.50万元,扣除非经常性损益的净利润2,986.20亿元。]], at = "2,986.20亿元" },
      { [[居民人均可支配收入从26310元增长到35804万元。]], at = "35804万元" },
      { [[第一产业增加值62.3亿元,第二产业增加值312.8万元,第三产业增加值402.1亿元。]], at = "312.8万元" },
    },
    good = {
      [[城乡低保标准提高到不低于740元/月和485元/月。两座水库分别蓄水32.5亿立方米和412万立方米,奖补2万元和500元。]],
      [[营业收入312.5亿元,营业成本268.4亿元。全年进口312.4亿元,出口428.5亿元。]],
      [[税收收入3.2亿元,非税收入8600万元。人均收入2.6万元,收入总计3.1亿元。]],
      [[居民人均可支配收入从26310元增长到35804元。工业总产值由1952年的3.2亿元增长到2012年的5.4万亿元。]],
      [[项目总投资3.5亿元,其中补助资金2.8万元。]],
    },
  },
  check = function(m, report)
    if m.type ~= "link" and m.b ~= "" then return judge_pair(m, report) end
    if m.type ~= "link" then return judge_neighbours(m, report) end
    if m.kind == "parts" then return judge_parts(m, report) end
    judge_step(m, report)
  end,
}
