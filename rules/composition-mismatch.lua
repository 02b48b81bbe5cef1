-- A structure said as a:b:c is held against 100 and against the classes of
-- the partition (三次产业) told before it.
local LOW, HIGH, HUNDRED = 90, 110, 100
local REACH = 60 -- figures back at which the partition may end
local STRUCTURE = re.new("结构|构成|比重|占比|之比|比例|产业比")

-- 粮经饲比例87:9:4: the structure of what is sown, not of the economy.
local OTHER = re.new("(?:粮经饲|种植|用地|用水|能源|用电|年龄|学历|收入)[^,。;]{0,8}(?:比例|结构|之比|构成)[^,。;]{0,6}$")

-- The figures of the run that begins with `first`: 3.6:47.9:48.5.
local function run_of(first, all)
  local before = all[first.index - 1]
  if before and before.kind == "ratio" and before.sentence == first.sentence and first:before(1) == ":" then return nil end
  local out = { first }
  local nxt = all[first.index + 1]
  while nxt and nxt.kind == "ratio" and nxt.sentence == first.sentence and nxt:before(1) == ":" do
    out[#out + 1] = nxt
    nxt = all[nxt.index + 1]
  end
  for _, c in ipairs(out) do
    if not (c.value and c.interval.low and c.interval.high) then return nil end
  end
  -- of 由3.9:49.0:47.1调整为…… the later is the present one
  local old = nxt and nxt.kind == "ratio" and nxt.sentence == first.sentence
  return #out >= 3 and out, old
end

local function others(run, at)
  local out = {}
  for _, c in ipairs(run) do
    if c.index ~= at.index then out[#out + 1] = c end
  end
  return out
end

-- 3.6:48.5:49.7 makes 101.8. Returns the sum's interval where it could be 100.
local function judge_sum(run, report)
  local sum, step = nil, decimal(0)
  for _, c in ipairs(run) do
    sum, step = sum and sum + c.interval or c.interval, step + c.last_digit
  end
  if sum.high:lt(LOW) or sum.low:gt(HIGH) then return nil end
  if sum:widen(step / 2):contains(decimal(HUNDRED)) then return sum end
  local near, hundred = lib "near", interval(HUNDRED, HUNDRED)
  local at, kind, value
  for _, c in ipairs(run) do
    local rest = hundred - sum + c.interval
    local found, what = near.within(c.value, rest, c.last_digit)
    if found then at, kind, value = c, found, what end
  end
  at = at or run[#run]
  report {
    at = at, related = others(run, at), message = "sum", expected = value and value:text() or tostring(HUNDRED),
    values = { sum = lib("show").range(sum, 1), near = near.note(kind) },
  }
end

-- The partition with as many classes that ends last before the run.
local function partition(run, doc)
  local best
  for _, link in ipairs(doc:links("parts")) do
    local last = link.members[#link.members]
    if not link.whole and not link.complete and #link.members == #run and last.kind ~= "percent" and last.index < run[1].index
      and run[1].index - last.index <= REACH and (not best or last.index > best[#best].index) then
      best = link.members
    end
  end
  return best
end

local function judge_amounts(run, report, doc)
  local parts = partition(run, doc)
  if not parts or parts[1].sentence.block.heading ~= run[1].sentence.block.heading then return end
  local total
  for _, p in ipairs(parts) do
    if not (p.amount.low and p.amount.high) then return end
    total = total and total + p.amount or p.amount
  end
  if not total.low:gt(0) then return end
  local wrong, shown
  for k, c in ipairs(run) do
    local share = parts[k].amount / total * HUNDRED
    if not share:widen(c.last_digit):meets(c.interval) then
      wrong, shown = wrong or c, shown or lib("show").range(share, c.decimals)
    end
  end
  if wrong then
    local places = others(run, wrong)
    for _, p in ipairs(parts) do places[#places + 1] = p end
    report { at = wrong, related = places, expected = shown, values = { shown = shown } }
  else
    report.agrees { at = run[1], related = parts, how = "Σ = 100" }
  end
end

-- 中直与地方经济比重为31.3:68.7: the two amounts of those names before it.
local PAIR = re.new([[([^\p{P}\s\d]{2,8})[与和]([一-龥]{2})[^\p{P}\s\d]{0,10}?(?:比重|结构|占比|之比|比例)(?:分别)?(?:为|是)?$]])
-- 油与非油经济比重为……: X and what is not X.
local NOT = re.new([[(?:^|[^一-龥])([一-龥]{1,6})[与和](非\1)[^\p{P}\s\d]{0,10}?(?:比重|结构|占比|之比|比例)(?:分别)?(?:为|是)?$]])
local PARTS = re.new([[^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$]])
local PAIR_BACK = 16

local function named(claim, word)
  return claim.kind == "amount" and claim.unit == "CNY" and claim.aspect == "level" and claim.name:find(word, 1, true) == 1
    and claim.amount.low and claim.amount.high and claim.bound == "exact"
end

-- The nearest amount of that name before the claim, in its block.
local function amount_of(claim, word, all)
  for step = 1, PAIR_BACK do
    local c = all[claim.index - step]
    if not c or c.block ~= claim.block then return nil end
    if named(c, word) then return c end
  end
end

-- 轻重工业比例为34.2:67.6: two shares that make 100 when digits are turned back.
local SHARES = re.new([[(?:比重|结构|占比|构成|比例|之比|人口比)(?:分别)?(?:约?为|是|达|达到|调整为|变为|优化为|提高到)?$]])
local WIDTH = 3
local function judge_two(claim, first, second, report)
  local a, b = decimal(first), decimal(second)
  local sum = a + b
  if not SHARES:find(claim:before(24)) or #first < WIDTH or #second < WIDTH or sum:lt(LOW) or sum:gt(HIGH)
    or not first:find(".", 1, true) then return false end
  local near, hundred, step = lib "near", decimal(HUNDRED), decimal(1) / 10
  local kind = near.within(a, interval(hundred - b, hundred - b), step) or near.within(b, interval(hundred - a, hundred - a), step)
  if not kind or (hundred - sum):abs() <= step then return false end
  report {
    at = claim, message = "two", expected = tostring(HUNDRED), values = { sum = sum:text(), near = near.note(kind) },
  }
end

local function judge_pair(claim, report, all)
  local first, second = PARTS:match(claim.text)
  if not first then return end
  if not (decimal(first) + decimal(second)):eq(HUNDRED) then return judge_two(claim, first, second, report) end
  local word, other = NOT:match(claim:before(72))
  if not word then word, other = PAIR:match(claim:before(72)) end
  local a, b = word and amount_of(claim, word, all), word and amount_of(claim, other, all)
  if not (a and b) or a.name:sub(#word + 1) == "" or not b.amount.low:gt(0) then return end
  local share = a.amount / (a.amount + b.amount) * HUNDRED
  if share:widen(decimal("0.15")):contains(decimal(first)) then
    report.agrees { at = claim, related = { a, b }, how = share:text() }
    return
  end
  local shown = lib("show").range(share, 1)
  report { at = claim, related = { a, b }, message = "pair", expected = shown, values = { shown = shown, a = a.text, b = b.text } }
end

return {
  api = 1,
  id = "composition-mismatch",
  severity = "warning",
  on = { claim = "ratio" },
  summary = {
    zh = "“三次产业结构为a:b:c”之和不是100，或与各产业的数额不符",
    en = "a structure said as a:b:c does not make 100 or disagrees with the amounts of its classes",
  },
  explain = {
    zh = [[“三次产业结构为3.6:47.9:48.5”各项之和应为100（容许舍入误差），各项应等于前文各产业增加值所占的百分比。
“由……调整为……”的只核对后一组；和不近于100的比例（4:3:3）不在此列。]],
    en = [[The members of a structure such as 3.6:47.9:48.5 make 100, rounding allowed for, and each is the
share of its class in the amounts that were told before. Of a change from one structure to another only the
later is held against the amounts; a ratio far from 100 (4:3:3) is left alone.]],
  },
  messages = {
    base = {
      zh = "按所列数额此项应为 {shown}，印为 {stated}",
      en = "by the amounts this is {shown}, printed as {stated}",
    },
    pair = {
      zh = "按 {a} 与 {b}，前一项应为 {shown}，印为 {stated}",
      en = "by {a} and {b} the first is {shown}, printed as {stated}",
    },
    two = {
      zh = "{stated} 两项之和为 {sum}，不是 100{near}",
      en = "{stated} makes {sum}, not 100{near}",
    },
    sum = {
      zh = "各项之和为 {sum}，不是 100{near}",
      en = "the members make {sum}, not 100{near}",
    },
  },
  examples = {
    bad = {
      { [[煤业实现产值312.6亿元;非煤业实现产值418.2亿元。煤业与非煤业产值比重为47.2:52.8。]], at = "47.2:52.8" },
      { [[轻重工业比例为34.2:67.6。]], at = "34.2:67.6" },
      { [[全市三次产业结构为3.6:47.9:45.8。]], at = "45.8" },
      { [[全市三次产业比为3.6:47.9:45.8。]], at = "45.8" },
      { [[中直经济实现增加值384.8亿元,同比下降1.2%;地方经济实现增加值834.2亿元,同比增长3.4%。中直与地方经济比重为31.3:68.7。]], at = "31.3:68.7" },
      { [[第一产业增加值208亿元;第二产业增加值2771亿元;第三产业增加值2802亿元。三次产业结构为3.6:48.5:47.9。]], at = "48.5" },
    },
    good = {
      [[轻重工业比例为32.4:67.6。城乡居民收入比为2.31:1,男女性别比为104.2:100。]],
      [[第一产业增加值16.9亿元,第二产业增加值375.6亿元,第三产业增加值234.4亿元。粮经饲比例达到87:9:4。]],
      [[油经济实现增加值312.6亿元;非油经济实现增加值418.2亿元。油与非油经济比重为42.8:57.2。]],
      [[第一产业增加值208亿元;第二产业增加值2771亿元;第三产业增加值2802亿元。三次产业结构为3.6:47.9:48.5。]],
      [[三次产业结构由上年的3.9:49.0:47.1调整为3.6:47.9:48.5。]],
      [[中直经济实现增加值384.8亿元,同比下降1.2%;地方经济实现增加值843.2亿元,同比增长3.4%。中直与地方经济比重为31.3:68.7。]],
      [[财政、企业、个人按4:3:3的比例分担。]],
    },
  },
  check = function(claim, report, _, doc)
    if claim.text:find(":", 1, true) and not claim.sentence.cell then judge_pair(claim, report, doc.claims) end
    local run, old = run_of(claim, doc.claims)
    if not run or run[1].sentence.cell then return end
    if not (STRUCTURE:find(run[1].name) or STRUCTURE:find(claim:before(40))) then return end
    if judge_sum(run, report) and not old and not OTHER:find(claim:before(40)) then judge_amounts(run, report, doc) end
  end,
}
