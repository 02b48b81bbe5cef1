-- The rate of growth of a whole is a mean of its parts' rates, weighted with
-- their amounts. It is judged where all parts are told with amount and rate.
local HUNDRED = 100
local AHEAD = 3 -- figures behind an amount among which its rate is looked for
local SLACK, PER_RANGE, PER_RANGE_NOMINAL = decimal(15) / 100, decimal(1) / 10, decimal(2) / 100
local REAL = re.new("生产总值|增加值|总产值|产值|GDP") -- printed at current, grown at constant prices
local RATES = re.new("[率比价度]$")

local done = memo() -- by document and rate: 其中 and 三次产业 are two links of one thing

-- The rate behind an amount: 182.4亿元,增长4.1%. A fall is negative.
local function rate_of(claim, all)
  for k = 1, AHEAD do
    local c = all[claim.index + k]
    if not c or c.sentence ~= claim.sentence then return nil end
    if c.is_claim then
      if c.kind ~= "percent" or not c:has("growth") or c:has("average") or not c.value or c.bound ~= "exact" then return nil end
      if c.direction ~= "up" and c.direction ~= "down" then return nil end
      return c, c.direction == "down" and decimal(0) - c.value or c.value
    end
  end
end

-- Amounts and rates of the parts; nil where one is not told.
local function read(link, all)
  local parts = {}
  for i, m in ipairs(link.members) do
    local claim, rate = rate_of(m, all)
    if not claim or not m.value or not (m.amount.low and m.amount.high) or RATES:find(m.name) then return nil end
    parts[i] = { amount = m.amount, low = m.amount.low, rate = rate, claim = claim }
  end
  return parts
end

-- The whole: the one that is said, or the one that the amounts make.
local function whole_of(link, sum)
  for _, whole in ipairs(link.whole and { link.whole } or link.others) do
    if whole.amount.low and whole.amount.high and sum:meets(whole.amount) then return whole end
  end
end

-- Σ a / Σ (a / (1 + g)) - 1, and the range of the rates.
local function mean(parts)
  local now, before, low, high = decimal(0), decimal(0), parts[1].rate, parts[1].rate
  for _, p in ipairs(parts) do
    now = now + p.low
    local factor = p.rate / HUNDRED + 1
    if not factor:gt(0) then return nil end
    before = before + p.low / factor
    if p.rate < low then low = p.rate end
    if p.rate > high then high = p.rate end
  end
  return (now / before - 1) * HUNDRED, high - low
end

return {
  api = 1,
  id = "growth-of-parts",
  severity = "warning",
  on = { link = "parts" },
  summary = {
    zh = "总体的增幅与各部分的增幅不合（各产业增长4%至6%，总计不会增长2%）",
    en = "the growth of a whole does not follow from the growth of its parts",
  },
  explain = {
    zh = [[各部分之和等于总体时，总体的增幅是各部分增幅按数额加权的平均数。各部分与总体都印有数额和增幅才核对；
容许0.15个百分点和各部分增幅极差的2%；增加值、产值的不变价与现价权重不同，容许极差的10%。不合时至少一个增幅有误。]],
    en = [[Where parts make a whole, its rate of growth is the mean of theirs, weighted with their amounts.
Judged only where all of them are printed with amount and rate. 0.15 points and 2 % of
the range of the parts' rates are allowed for, 10 % where growth is in constant prices. Else at least one of the rates is wrong.]],
  },
  messages = {
    base = {
      zh = "按各部分的数额和增幅，总体约增长 {mean}%，印为 {stated}",
      en = "by the amounts and rates of its parts the whole grew by about {mean}%, printed as {stated}",
    },
  },
  examples = {
    bad = {
      { [[全年地区生产总值1000亿元,增长2.5%。其中,第一产业增加值100亿元,增长4.1%;第二产业增加值400亿元,增长4.7%;第三产业增加值500亿元,增长5.8%。]], at = "2.5%" },
    },
    good = {
      [[全年地区生产总值1000亿元,增长5.2%。其中,第一产业增加值100亿元,增长4.1%;第二产业增加值400亿元,增长4.7%;第三产业增加值500亿元,增长5.8%。]],
      [[全年地区生产总值1000亿元,增长2.5%。其中,第一产业增加值100亿元,增长4.1%;第二产业增加值400亿元;第三产业增加值500亿元,增长5.8%。]],
    },
  },
  check = function(link, report, _, doc)
    if #link.members < 2 or link.members[1].kind == "percent" or link.members[1].sentence.cell then return end
    local parts = read(link, doc.claims)
    local whole = parts and whole_of(link, lib("figures").sum(parts))
    local stated, rate
    if whole then stated, rate = rate_of(whole, doc.claims) end
    if not stated or not (parts[1].claim.base_cue == stated.base_cue or stated.base_cue == "" or parts[1].claim.base_cue == "") then return end
    local grown, range = mean(parts)
    local key = doc.name .. "/" .. stated.index
    if not grown or done[key] then return end
    done[key] = true
    local places = {}
    for i, p in ipairs(parts) do places[i] = p.claim end
    if (grown - rate):abs() > SLACK + range * (REAL:find(whole.name) and PER_RANGE or PER_RANGE_NOMINAL) then
      report { at = stated, related = places, expected = grown:round(1):text() .. "%", values = { mean = grown:round(1):text() } }
    else
      report.agrees { at = stated, related = places, how = grown:round(2):text() .. "%" }
    end
  end,
}
