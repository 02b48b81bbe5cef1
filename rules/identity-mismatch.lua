-- Indicators that are computed from others, by the rows of a lexicon. Each
-- figure near by that may be an operand is tried; only if none fits is the
-- nearest pair a finding.
local rows = lexicon("zh/identity")
local HUNDRED = 100
local NEAR, FAR = 24, 120 -- figures around the result in which operands are looked for
local BEFORE = 4 -- figures between an amount and its share
local ABOUT = decimal(5) -- per cent that 约 and 左右 leave
local MOST = 6 -- candidates for an operand

-- "+a|b#1" -> { { sign = "+", word = "a" }, { word = "b", n = "1" } }, and the
-- words alone.
local function operands(text)
  local out = { words = {} }
  for name in text:gmatch("[^|]+") do
    local sign, word, n = name:match("^(%+?)([^#]+)#?(%d?)$")
    out[#out + 1] = { sign = sign, word = word, n = n }
    out.words[#out] = word
  end
  return out
end

-- The last row of which a word is the result, read when it is asked for.
local last_of, read = {}, memo()
for i = 1, #rows do
  for word in rows[i].result:gmatch("[^|]+") do last_of[word] = i end
end
local function row_of(word)
  if not read[word] then
    local row = rows[last_of[word]]
    read[word] = { op = row.operation, left = operands(row.left), right = operands(row.right),
                   times = decimal(row.times), slack = decimal(row.slack) }
  end
  return read[word]
end

local HARMLESS = re.new("^(?:全[国省市县区州]|全社会|全体|年末|期末|全年|户籍|常住|人口|金融机构|本外币|人民币|各项|货物|对外|贸易|外贸|海关|规模以上|规上|工业|企业|城乡|第[一二三]产业|对|经济|增长|的|实现|完成)+$")
local NARROW = re.new("事故|交通|婴儿|孕产妇|儿童|生产|出生|新生|青年|儿童|少年|老年|婴|职工|流动|农民工|户籍|外来|学生|教师")
local RATE = "汇率" -- 按平均汇率6.8985折算: a conversion, no row

local function ends_with(text, tail)
  return #text >= #tail and text:sub(-#tail) == tail
end

local function is_level(claim)
  return not (claim:has("growth") or claim:has("increment") or claim:has("new") or claim:has("rank") or claim:has("completion"))
end

-- What a figure stands for: a percentage as printed, else base units.
local function value(claim)
  if claim.kind == "percent" or claim.kind == "point" or claim.kind == "ratio" then return claim.interval end
  return claim.amount
end

local function closed(range) return range.low and range.high end

-- 城乡居民人均可支配收入分别达6.6万元和3.2万元: is it the first (1) or the
-- second (2) of two figures with one name?
local function is_nth(claim, n, all)
  local other = all[claim.index + (n == "1" and 1 or -1)]
  return other and other.name == claim.name and other.sentence == claim.sentence and other.unit == claim.unit
end

-- What may stand before an operand's word and not make it another thing:
-- nothing, 年末, 全市, or what the result's own name has (服务进出口逆差).
local function is_harmless(prefix, result)
  return prefix == "" or HARMLESS:find(prefix) or result.name:find(prefix, 1, true)
end

-- May the claim be the operand that `names` speak of?
local function is_operand(claim, names, all, result)
  local own = claim.name
  for _, name in ipairs(names) do
    local word = name.word
    if ends_with(own, word) and is_harmless(own:sub(1, -#word - 1), result) then
      if name.sign == "+" then return claim:has("growth") end
      return is_level(claim) and (name.n == "" or is_nth(claim, name.n, all))
    end
  end
end

-- Is it of the same place and time as the result, and as real?
local function beside(claim, result)
  local year, other = claim.period:sub(1, 4), result.period:sub(1, 4)
  return claim.is_claim and not claim.sentence.cell and claim.scope == result.scope
    and claim.modality == result.modality and (year == other or year == "" or other == "")
end

-- 研发经费……2007年的3664亿元,占国内生产总值比重……: the amount before.
local function amount_before(doc, result)
  for step = 1, BEFORE do
    local claim = doc.claims[result.index - step]
    if not claim or claim.sentence ~= result.sentence then return {} end
    if claim.kind == "amount" and claim.unit == "CNY" then
      return is_level(claim) and closed(claim.amount) and { claim } or {}
    end
  end
  return {}
end

-- Candidates, the nearest first.
local function candidates(doc, result, names, average, reach)
  if names[1] and names[1].word == "@" then return amount_before(doc, result) end
  local out, all = {}, doc.claims
  for _, claim in ipairs(result:around(reach, table.unpack(names.words))) do
    if #out < MOST and is_operand(claim, names, all, result) and beside(claim, result)
      and (average or not claim:has("average")) and closed(value(claim)) then
      out[#out + 1] = claim
    end
  end
  return out
end

local function compute(row, a, b, result)
  local x, y = value(a), value(b)
  if row.op == "product" then
    return a.kind == "percent" and b.kind == "percent" and result.kind == "point" and x * y * row.times or nil
  end
  if row.op == "between" then
    local low, high = x.low < y.low and x.low or y.low, x.high > y.high and x.high or y.high
    return a.dimension == b.dimension and a.dimension == result.dimension and interval(low, high) or nil
  end
  if row.op == "difference" and not (a.dimension == b.dimension and a.dimension == result.dimension) then return nil end
  if row.op == "difference" then return (x - y) * row.times end
  local one = a.dimension == b.dimension or (row.times:lt(HUNDRED) and b.kind ~= "percent" and a.kind ~= "percent")
  if not one or not y.low:gt(0) then return nil end
  return x / y * row.times
end

local function fits(range, result, slack)
  if result.bound == "about" then slack = slack + ABOUT end
  local wide = range:widen(((range.high + range.low) / 2 * slack / HUNDRED):abs()):widen(result.last_digit)
  return wide:meets(value(result))
end

-- What stands behind the last `word` of the text, or nil.
local function behind(text, word)
  local from, to = text:find(word, 1, true)
  local last
  while from do
    last = to
    from, to = text:find(word, from + 1, true)
  end
  return last and text:sub(last + 1)
end

-- The figure that the matched word names: the first behind it, of 由…到… the
-- second; brackets (以女性为100) are passed over.
local STOCK = re.new(",[^,]*(?:结存|储备|余额|存款)") -- 呈现顺差,国家现汇结存增加到110亿美元
local function result_of(m)
  local from
  for _, claim in ipairs(m.sentence.claims) do
    local gap = claim.is_claim and behind(claim:before(60), m.text)
    if gap then
      gap = gap:gsub("%b()", "")
      if STOCK:find(gap) then return nil end
      if from or not (gap:find("(", 1, true) or gap:find("。", 1, true)) then
        if from or not (gap:find("由", 1, true) or gap:find("从", 1, true)) then return claim end
        from = claim
      end
    end
  end
end

local function usable(result)
  return result and not result.sentence.cell and closed(value(result)) and is_level(result)
    and result.kind ~= "rank" and (result.bound == "exact" or result.bound == "about")
end

local function report_pair(report, result, a, b, range)
  local shown = lib("show").range(range / result.factor / (result.kind == "percent" and 1 or result.scale), result.decimals + 1)
  report {
    at = result, related = { a, b }, expected = shown, severity = "warning",
    values = { a = a.text, b = b.text, shown = shown },
  }
end

-- 出生人口|性别比: what narrows the result narrows its operands; they are not
-- those of 总人口.
local function is_narrowed(result, word)
  local at = result.name:find(word, 1, true)
  return at and at > 1 and NARROW:find(result.name:sub(1, at - 1)) ~= nil
end

-- The first pair that fits (true), else the nearest.
local function find_pair(row, result, left, right)
  local nearest
  for _, a in ipairs(left) do
    for _, b in ipairs(right) do
      local range = a.index ~= b.index and compute(row, a, b, result)
      if range and fits(range, result, row.slack) then return { a, b, range }, true end
      nearest = nearest or (range and { a, b, range })
    end
  end
  return nearest
end

-- 城镇居民人均可支配收入 is not the 居民人均可支配收入 of all.
local function is_of_all(result, word)
  local at = result.name:find(word, 1, true)
  return at and (at == 1 or HARMLESS:find(result.name:sub(1, at - 1)))
end

-- 赤字率拟按2.8%安排,财政赤字2.76万亿元: of the product that stands where it stands.
local function judge_of_economy(rate, names, report)
  local amount, product, wanted, fit = lib("of_economy").check(rate, names)
  if fit then
    report.agrees { at = rate, related = { amount, product }, how = wanted:round(1):text() .. "%" }
  elseif amount then
    local shown = wanted:round(1):text()
    report { at = rate, related = { amount, product }, expected = shown .. "%", severity = "warning", message = "economy",
             values = { a = amount.text, b = product.text, shown = shown } }
  end
end

local function judge(m, report, doc)
  local result = result_of(m)
  if not usable(result) or is_narrowed(result, m.text) then return end
  local row = row_of(m.text)
  if row.op == "economy" then return judge_of_economy(result, row.left.words, report) end
  if row.op == "between" and not is_of_all(result, m.text) then return end
  local average = m.text:find("居民", 1, true) or m.text:find("收入", 1, true)
  local pair, fit, found
  for _, reach in ipairs { NEAR, FAR } do
    -- far away only where one operand is near, or the definition is loose
    if not fit and (reach == NEAR or found or row.slack:gt(0)) then
      local left = candidates(doc, result, row.left, average, reach)
      local right = #left > 0 and candidates(doc, result, row.right, average, reach) or left
      found = #left > 0
      pair, fit = find_pair(row, result, left, right)
    end
  end
  local local_only = row.op == "difference" or row.op == "between"
  if fit then
    report.agrees { at = result, related = { pair[1], pair[2] }, how = m.text }
  elseif pair and not (local_only and pair[1].block ~= result.block) then
    report_pair(report, result, pair[1], pair[2], pair[3])
  end
end

-- 按平均汇率6.8985折算,约合20533美元: one amount before it, converted.
local function judge_rate(m, report)
  local rate, result, others = nil, nil, {}
  for _, claim in ipairs(m.sentence.claims) do
    if rate and not result and claim.unit == "USD" then result = claim end
    if not rate and claim.unit == "" and claim.value and claim.decimals > 1 and claim:before(12):find(RATE, 1, true) then rate = claim end
    if not rate and claim.unit == "CNY" and closed(claim.amount) then table.insert(others, 1, claim) end
  end
  if not (rate and result and others[1] and rate.value:gt(1) and closed(result.amount)) then return end
  for _, other in ipairs(others) do
    if (other.amount / rate.interval):widen(result.last_digit):meets(result.interval) then
      report.agrees { at = result, related = { other, rate }, how = RATE }
      return
    end
  end
  report_pair(report, result, others[1], rate, others[1].amount / rate.interval)
end

-- 毛利率 of each row of a table; where no row keeps it, all are told as one.
local function judge_margins(block, report)
  local kept, broken = lib("margin").check(block.table)
  if not kept or #broken == 0 then
    for _, f in ipairs(kept or {}) do
      report.agrees { at = f.rate, related = { f.sales, f.cost }, how = f.computed:text() }
    end
    return
  end
  if #kept == 0 and #broken < 3 then return end
  for i, f in ipairs(broken) do
    if #kept == 0 and i > 1 then return end
    local related = { f.sales, f.cost }
    for k = 2, #kept == 0 and #broken or 1 do related[#related + 1] = broken[k].rate end
    local shown = lib("show").range(f.computed, f.rate.decimals + 1)
    report {
      at = f.rate, related = related, expected = shown, severity = "warning",
      values = { a = f.sales.text, b = f.cost.text, shown = shown .. "%" },
    }
  end
end

local pattern = "(?:" .. RATE .. "|" .. rows:any("result") .. ")"

return {
  api = 1,
  id = "identity-mismatch",
  severity = "warning",
  on = { pattern = pattern, block = "table" },
  summary = {
    zh = "由定义算出的指标与所列数值不符（人均生产总值、城镇化率、自然增长率、城乡收入比）",
    en = "an indicator disagrees with the figures that it is computed from by definition",
  },
  explain = {
    zh = [[有些指标按定义由别的数字算出：城镇化率 = 城镇人口 ÷ 常住人口，人均地区生产总值 = 地区生产总值 ÷ 人口，
表中毛利率 =（收入 − 成本）÷ 收入，自然增长率 = 出生率 − 死亡率，城乡居民收入比 = 城镇 ÷ 农村。定义是词表 zh/identity 的行，可以增补。
同一范围、同一年份的每一对数字都试过而没有一对相符时，报告最近的一对；按印刷精度的区间比较，人均指标容许年平均人口与年末人口之差。]],
    en = [[Some indicators are computed from others by definition: the urban share is urban over resident
population, natural growth is births less deaths, the ratio of incomes is urban over rural, a gross margin in a table is (sales − cost) / sales. The definitions
are rows of the lexicon zh/identity. Every pair of figures of the same place and year is tried; if none
fits, the nearest is reported. Compared in intervals; per-head figures allow for the average population.]],
  },
  messages = {
    economy = {
      zh = "{a} 约为生产总值 {b} 的 {shown}%，印为 {stated}",
      en = "{a} is about {shown}% of the product, {b}, printed as {stated}",
    },
    base = {
      zh = "按 {a} 与 {b} 应为 {shown}，印为 {stated}",
      en = "by {a} and {b} this is {shown}, printed as {stated}",
    },
  },
  examples = {
    bad = {
      { "过去一年,国内生产总值增长6.6%,总量突破90万亿元。\n\n积极的财政政策要加力提效。今年赤字率拟按0.8%安排,比去年预算高0.2个百分点;财政赤字2.76万亿元,其中中央财政赤字1.83万亿元。", at = "0.8%" },
      { "全年国内生产总值达到47.2万亿元。\n\n今年拟安排财政赤字8000亿元,赤字率下降到15%左右,其中中央财政赤字5500亿元。", at = "15%" },
      { "全省地区生产总值14.16万亿元、增长3.5%。\n\n全省研发经费支出约5100亿元、研发投入强度6.3%左右,高新技术企业约7.7万家。", at = "6.3%" },
      { "| | 营业收入 | 营业成本 | 毛利率 |\n|---|---|---|---|\n| 医药 | 1,608.86 | 983.15 | 38.89% |\n| 染料 | 1,316.83 | 465.70 | 46.63% |\n| 其他 | 15.72 | 14.31 | 8.97% |",
        at = "46.63%" },
      { [[年末全市常住人口450.2万人,其中城镇人口300.1万人,城镇化率为67.6%。]], at = "67.6%" },
      { [[全年出生率为8.5‰,死亡率为6.1‰,自然增长率为4.2‰。]], at = "4.2‰" },
      { [[城镇居民人均可支配收入66000元,农村居民人均可支配收入32000元,城乡居民收入比缩小至2.60:1。]], at = "2.60:1" },
      { [[居民人均可支配收入93218元。城镇居民人均可支配收入51821元。农村居民人均可支配收入21691元。]], at = "93218元" },
      { [[2007年,国内生产总值达到24.66万亿元。研究与实验发展经费从2002年1288亿元增加到2007年的6364亿元,占国内生产总值比重从1.07%提高到1.49%。]], at = "1.49%" },
      { [[人均生产总值为141647元,按平均汇率6.8985折算,约合20353美元。]], at = "20353美元" },
    },
    good = {
      "过去一年,国内生产总值增长6.6%,总量突破90万亿元。\n\n今年赤字率拟按2.8%安排,比去年预算高0.2个百分点;财政赤字2.76万亿元,其中中央财政赤字1.83万亿元。",
      "国内生产总值达到39.8万亿元。\n\n今年拟安排财政赤字9000亿元,其中中央财政赤字7000亿元,赤字率下降到2%左右。今年拟安排财政赤字9000亿元,赤字率从去年的2.5%下降到2%左右。",
      "全县地区生产总值416亿元。\n\n规模以上工业企业研发经费支出18亿元,研发投入强度提升到2.57%。",
      [[外汇收支呈现顺差,国家现汇结存增加到110亿美元。出口总额621亿美元,进口总额534亿美元。]],
      [[年末常住人口318.6万人,全年死亡人口2.31万人,死亡率7.24‰。亿元地区生产总值生产安全事故死亡率0.018。]],
      "| | 营业收入 | 营业成本 | 毛利率 |\n|---|---|---|---|\n| 医药 | 1,608.86 | 983.15 | 38.89% |\n| 染料 | 1,316.83 | 465.70 | 64.63% |\n| 其他 | 15.72 | 14.31 | 8.97% |",
      [[年末全市常住人口450.2万人,其中城镇人口300.1万人,城镇化率为66.7%。]],
      [[全年出生率为8.5‰,死亡率为6.1‰,自然增长率为2.4‰。]],
      [[城镇居民人均可支配收入66000元,农村居民人均可支配收入32000元,城乡居民收入比缩小至2.06:1。]],
      [[居民人均可支配收入39218元。城镇居民人均可支配收入51821元。农村居民人均可支配收入21691元。]],
      [[2007年,国内生产总值达到24.66万亿元。研究与实验发展经费从2002年1288亿元增加到2007年的3664亿元,占国内生产总值比重从1.07%提高到1.49%。]],
      [[人均生产总值为141647元,按平均汇率6.8985折算,约合20533美元。]],
      [[全年货物进出口总额1000.2亿元,出口700.1亿元,进口300.1亿元,贸易顺差400.0亿元。]],
      [[男性人口229.6万人,占51.0%;女性人口220.6万人,占49.0%。总人口性别比为104.08。出生人口性别比为111.3。]],
      [[全年地区生产总值4412.3亿元,常住人口450.2万人,人均地区生产总值98094元。]],
    },
  },
  check = function(m, report, _, doc)
    if m.type == "block" then return judge_margins(m, report) end
    if m.text == RATE then return judge_rate(m, report) end
    judge(m, report, doc)
  end,
}
