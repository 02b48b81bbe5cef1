-- Shares of one list are of one whole, printed or not: 142 (52%) were female,
-- 98 (36%) Hispanic, 96 (35%) White and 48 (81%) Black.
local calendar = lib "calendar"
local ITEM = re.new([[(?<![\d.,–/-])(\d{1,3}(?:,\d{3})+|\d{1,5})( \(|[,;] )(\d{1,3}(?:\.\d+)?)%\)]])
local OWN = re.new([[\b(?:of (?:whom|which|these|those|them)|among (?:whom|these|those|the)|including|of the|for whom)\b[^;()]{0,60}$]], "i")
local MOST, FELLOWS = 12, 3 -- shares that are looked at; that must imply one whole
local AROUND = 20 -- sentences

local near = lib "near"

-- The wholes that a share leaves open, nil where it is too small to tell.
local function implied(n, p)
  local share = interval(p)
  if not share.low:gt(0) or decimal(p):gt(100) then return nil end
  return n * 100 / share
end

local function items_of(sentence)
  local list, text, from = {}, sentence.text, 1
  while #list < MOST do
    local at, to, n, mark, p = ITEM:find(text, from)
    if not at then break end
    local percent = at + #n + #mark
    local count = decimal(n)
    local whole = implied(count, p)
    if whole then
      list[#list + 1] = { n = count, p = p, whole = whole, own = OWN:find(text:sub(1, at - 1)) ~= nil, listed = mark ~= " (",
                          place = sentence:place(percent, percent + #p), count = sentence:place(at, at + #n - 1) }
    end
    from = to
  end
  return list
end

local function meet(a, b)
  local low = a.low > b.low and a.low or b.low
  local high = a.high < b.high and a.high or b.high
  return low <= high and interval(low, high) or nil
end

-- The wholes that most shares but the k-th agree on, and how many they are.
local function common(list, k)
  local best, most
  for first = 1, #list do
    if first ~= k then
      local range, n = list[first].whole, 1
      for i = first + 1, #list do
        local both = i ~= k and meet(range, list[i].whole)
        if both then range, n = both, n + 1 end
      end
      if not most or n > most then best, most = range, n end
    end
  end
  return best, most or 0
end

-- Is the share that of a figure printed in the sentence or near it in its
-- paragraph?
local function of_another(sentence, item)
  local doc = sentence.doc
  for i = math.max(1, sentence.index - AROUND), math.min(#doc.sentences, sentence.index + AROUND) do
    local other = doc.sentences[i]
    for _, claim in ipairs(other.block == sentence.block and other.claims or {}) do
      if claim.value and claim.kind ~= "percent" and claim.value > item.n and item.whole:contains(claim.value) then return true end
    end
  end
  return false
end

-- (n = 6, 40%), (n = 4, 27%), (n = 3, 30%): in such a list all are of one
-- whole; a share that is off by a quarter is wrong.
local FAR = decimal(5) / 4
local function is_far(share, p)
  local v = decimal(p)
  return v > share.high * FAR or v * FAR < share.low
end

-- Reports the share that would fit the whole with two digits swapped.
local function try(sentence, list, item, whole, report)
  local share = item.n * 100 / whole
  local printed = interval(item.p)
  local step = printed.high - printed.low
  local kind, value = near.within(decimal(item.p), share:widen(step / 2), step)
  local far = item.listed and not value and is_far(share, item.p)
  if far then value = ((share.low + share.high) / 2):round(0) end
  if kind ~= "transposed" and not far or value:gt(100) or of_another(sentence, item) then return end
  local others = {}
  for _, other in ipairs(list) do
    if other ~= item then others[#others + 1] = other.place end
  end
  report {
    at = item.place, related = others, expected = value:text() .. "%", stated = item.p .. "%",
    values = { whole = lib("show").range(whole, 0), value = value:text() }, message = far and "far" or "base",
  }
  return true
end

-- 227 (20.7%) had symptoms, and 871 (79.3%) had none: two that make the whole.
local function judge_pairs(sentence, list, report)
  for i = 1, #list - 1 do
    local a, b = list[i], list[i + 1]
    local whole = interval(a.n + b.n, a.n + b.n)
    local fits, other = a.whole:meets(whole), b.whole:meets(whole)
    local sure = fits and a or b
    if fits ~= other and #sure.p > 3 and try(sentence, { a, b }, fits and b or a, whole, report) then return end
  end
end

-- 5,376 (58.1%) were younger, and 3,780 (41.9%) older: two that make 100 % are of
-- one whole; a count that is a slip away from what the other's whole asks.
local HUNDRED, ROUNDED, LEAST = decimal(100), decimal("0.11"), decimal(100)
local function wanted(item, other)
  return interval(item.p) * (other.whole / HUNDRED)
end

local function judge_counts(list, report)
  for i = 1, #list - 1 do
    local a, b = list[i], list[i + 1]
    local all = decimal(a.p) + decimal(b.p)
    if (all - HUNDRED):abs() <= ROUNDED and not a.whole:meets(b.whole) and a.n >= LEAST and b.n >= LEAST then
      for _, pair in ipairs { { b, a }, { a, b } } do
        local item, range = pair[1], wanted(pair[1], pair[2])
        local kind, value = near.within(item.n, range, decimal(1))
        if kind == "transposed" or kind == "digit" then
          report {
            at = item.count, related = { item.place, pair[2].count, pair[2].place }, expected = value:text(), stated = item.count.text,
            values = { value = item.p, whole = lib("show").range(pair[2].whole, 0) }, message = "count",
          }
          return
        end
      end
    end
  end
end

local function judge(sentence, report)
  local list = items_of(sentence)
  if #list <= FELLOWS then
    judge_counts(list, report)
    return judge_pairs(sentence, list, report)
  end
  for k, item in ipairs(list) do
    local range, n = common(list, k)
    if n >= FELLOWS and not item.own and not meet(range, item.whole) then try(sentence, list, item, range, report) end
  end
end

-- $238 million or 0.18% of GDP: all such shares of a report are of one economy, which
-- years make a little larger. One that is of another, and of this but for a slip.
local OF_GDP = [[(?<![\d.,])(\d[\d,]*(?:\.\d+)?) (million|billion|trillion),? (?:or |\()(?:about |approximately |nearly |almost |some )?(\d[\d.]*)(?: ?%| per ?cent) of (?:the )?(?:GDP|[Gg]ross [Dd]omestic [Pp]roduct)\b]]
local GDP = re.new(OF_GDP)
local SCALE = { million = 1, billion = 1000, trillion = 1000000 }
local ECONOMIES, APART, YEARS = 3, decimal("1.5"), decimal("1.35") -- shares that say it; times off; by which years may differ

local MANY = 40 -- that are compared with one another
local function economies(doc)
  local out = {}
  for _, sentence in ipairs(doc.sentences) do
    local from, text = 1, sentence.text
    while #out < MANY and text:find("GDP", from, true) or text:find("omestic ", from, true) do
      local at, to, n, scale, p = GDP:find(text, from)
      if not at then break end
      local share = interval(p)
      local amount = interval(n) * SCALE[scale]
      local percent = text:find(p, at + #n + #scale + 1, true)
      if share.low:gt(0) then
        out[#out + 1] = { amount = amount, p = p, whole = amount * HUNDRED / share, place = sentence:place(percent, percent + #p - 1),
                          count = sentence:place(at, at + #n + #scale) }
      end
      from = to
    end
  end
  return out
end

local function near_to(a, b, times) return a.low <= b.high * times and b.low <= a.high * times end

local function judge_economy(doc, report)
  local list = economies(doc)
  for k, item in ipairs(list) do
    local others = {}
    local apart = true
    for i, other in ipairs(list) do
      if i ~= k then
        apart = apart and not near_to(item.whole, other.whole, APART)
        others[#others + 1] = other
      end
    end
    local one = #others >= ECONOMIES and apart
    for i = 2, one and #others or 0 do one = one and near_to(others[1].whole, others[i].whole, YEARS) end
    if one then
      local share = item.amount * HUNDRED / others[1].whole
      report {
        at = item.place, related = { item.count, others[1].count, others[2].count }, expected = lib("show").range(share, 2) .. "%",
        stated = item.p .. "%", values = { value = lib("show").range(share, 2), p = item.p }, message = "economy",
      }
    end
  end
end

-- A balance of $0.1 billion or 0.02% of GDP, a surplus of $2.3 million or 0.7% of GDP: two
-- shares of one thing that a scale word parts from one another.
local SHARE = [[(?<![\d.,])\d[\d,]*(?:\.\d+)? (?<scale>million|billion|trillion),? (?:or |\(|(?:accounting for|representing|equivalent to|equal to|which is|that is) )]]
  .. [[(?:about |approximately |nearly |almost |some )?\d[\d.]*(?: ?%| per ?cent) of (?:(?:the|its|our|all|their|this year's|that year's) )?(?:GDP\b|[A-Za-z][A-Za-z' -]{1,40}?]]
  .. [[(?=[.,;:)]| (?:in|for|this|last|by|compared|at|from|which|as|and|is|was|will|on|to)\b))]]
local TOLD = re.new([[^(\d[\d,]*(?:\.\d+)?) (million|billion|trillion).*?(\d[\d.]*)(?: ?%| per ?cent) of (?:(?:the|its|our|all|their|this year's|that year's) )?(.*)$]])
local THOUSAND, TWICE, MOST_TOLD, GROSS = 1000, 2, 12, re.new("^gross domestic product$")

local OF_ECONOMY = re.new("(?:GDP|[Gg]ross [Dd]omestic [Pp]roduct)$")

local function parted(a, b) return near_to(a.whole * THOUSAND, b.whole, TWICE) or near_to(a.whole, b.whole * THOUSAND, TWICE) end

-- 4% of GDP, in Samoa: one of several economies; so it is where the shares told before
-- do not agree with one another.
local ELSEWHERE = re.new("^[,)]{0,2} (?:in|of|for) (?!FY|(?:" .. calendar.MONTHS .. "|Q\\d|H\\d|Year|Fiscal|Financial)\\b)[A-Z]")
local FAR_APART = 5
local function are_several(list)
  for i = 2, #list do
    if not parted(list[1], list[i]) and not near_to(list[1].whole, list[i].whole, FAR_APART) then return true end
  end
  return false
end

local shares_told = memo() -- by document and what they are of

local function judge_scale(m, report)
  local n, scale, p, of = TOLD:match(m.text)
  local share = n and interval(p)
  if not share or not share.low:gt(0) or ELSEWHERE:find(m:place():after(40)) then return end
  local key = m.doc.name .. "|" .. GROSS:replace(of:lower(), "gdp")
  local list = shares_told[key] or {}
  shares_told[key] = list
  local item = { n = n, scale = scale, p = p, whole = interval(n) * SCALE[scale] * HUNDRED / share, place = m:place("scale") }
  local parts, near_one = nil, false
  for _, other in ipairs(list) do
    if parted(item, other) and other.scale ~= item.scale then parts = parts or other else near_one = near_one or near_to(item.whole, other.whole, 10) end
  end
  if #list < MOST_TOLD then list[#list + 1] = item end
  if not parts or near_one or are_several(list) then return end
  report {
    at = item.place, related = { parts.place },
    stated = scale, expected = parts.scale, message = "scale", values = { scale = scale, other = parts.n .. " " .. parts.scale, p = parts.p, of = of },
  }
end

local judged, told = memo(), memo()

return {
  api = 1,
  id = "sibling-shares",
  severity = "warning",
  languages = { "en" },
  on = { pattern = { SHARE, [[\d \(\d[\d.]*%\)[^.;]{1,120}\d \(\d[\d.]*%\)]], [[\d[,;] \d[\d.]*%\)[^.]{1,120}\d[,;] \d[\d.]*%\)]] } },
  summary = {
    zh = "并列的占比中有一个与其余所指的总体不符",
    en = "one share of a list does not fit the whole that the others imply",
  },
  explain = {
    zh = [[“142（52%）……98（36%）……96（35%）……48（81%）”：每个数除以其占比即得总体。三个以上的占比指向同一总体，
另一个不符而对调两位数字即相符，且段内没有别的数能作它的总体时报告。合计 100% 的两个占比，以及一份报告中
占国内生产总值（或同一事物）的各个占比，也应指向同一总体。]],
    en = [["142 (52%) …, 98 (36%) …, 96 (35%) …, 48 (81%)": a number over its share gives the whole. Where three and
more give one and another does not, but would with two digits swapped, it is reported, unless a figure of the
paragraph is its whole. Two that make 100% are of one whole, and so are all shares of GDP
(or of one other thing) that a report tells: where two are a thousand times apart, a scale word is wrong.]],
  },
  messages = {
    economy = {
      zh = "报告中其余占比所指的国内生产总值大致相同，此处应约为 {value}%，印为 {p}%",
      en = "by the other shares of GDP of the report this would be about {value}%, printed as {p}%",
    },
    scale = {
      zh = "按{other}（{p}%）推算的总体与此处相差千倍，请核对 {scale}",
      en = "{other} is told to be {p}% of the same; by it this is a thousand times off: is {scale} right?",
    },
    count = {
      zh = "与它合计 100% 的另一占比所指的总体为 {whole}，{stated} 不是其 {value}%",
      en = "the share that makes 100% with it is of {whole}, of which {stated} is not {value}%",
    },
    far = {
      zh = "其余占比所指的总体为 {whole}，此处应为 {value}%",
      en = "the other shares are of {whole}, of which this is {value}%",
    },
    base = {
      zh = "其余占比所指的总体为 {whole}，此处若为 {value}% 则相符（数字疑似颠倒）",
      en = "the other shares are of {whole}; it would fit as {value}% (two digits look transposed)",
    },
  },
  examples = {
    bad = {
      { [[The deficit was $2.1 billion, or 0.4% of GDP. Health takes $11.3 billion or 2.2% of GDP.

Defence will be $15.5 billion or 3.0% of GDP, and research $238 million or 0.52% of GDP. Transfers are $6.4 billion (1.2% of GDP).]], at = "0.52" },
      { [[We had expected a balance of $0.1 billion or 0.02% of GDP. There will be a surplus of about $2.3 million or 0.7% of GDP.]], at = "million" },
      { [[Grants take $48 million, or 12% of total expenditure. Pay will be $215 billion, or 54% of total expenditure.]], at = "billion" },
      { [[Of these reports, 5,376 (58.1%) were of adolescents aged 12–15 years and 3,780 (41.9%) of persons aged 16–17 years.]], at = "3,780" },
      { [[Reasons were severe pain (n = 6, 40%), no cartilage (n = 4, 27%), unable to walk (n = 3, 30%), no relief (n = 2, 13%) and others (n = 3, 20%).]],
        at = "30%" },
      { [[In all, 142 (52%) were female, 98 (36%) were Hispanic, 96 (35%) were White, 48 (81%) were Black and 32 (12%) were of another race.]],
        at = "81%" },
      { [[Overall, 227 (20.7%) participants reported symptoms, and 871 (97.3%) reported none.]], at = "97.3%" },
    },
    good = {
      [[The deficit was $2.1 billion, or 0.4% of GDP. Health takes $11.3 billion or 2.2% of GDP.

Defence will be $15.5 billion or 3.0% of GDP, and research $238 million or 0.05% of GDP. Transfers are $6.4 billion (1.2% of GDP).]],
      [[We had expected a balance of $0.1 billion or 0.02% of GDP. There will be a surplus of about $2.3 billion or 0.7% of GDP. Grants are $238 million, or 0.05% of GDP.]],
      [[The budget is $90 billion, or 30% of GDP. Grants are $23 million, or 4% of GDP, in Samoa, and $2 billion, or 0.1% of GDP, in Spain.]],
      [[Grants take $48 million, or 12% of total revenue. The world spent $215 billion, or 54% of total expenditure, on it.]],
      [[Of these reports, 5,376 (58.1%) were of adolescents aged 12–15 years and 3,870 (41.9%) of persons aged 16–17 years.]],
      [[Reasons were severe pain (n = 6, 40%), no cartilage (n = 4, 27%), unable to walk (n = 3, 20%), no relief (n = 2, 13%).]],
      [[Of all, 227 (20.7%) participants reported symptoms, and 871 (79.3%) reported none; 12 (5.3%) of the 227 died.]],
      [[In all, 142 (52%) were female, 98 (36%) were Hispanic, 96 (35%) were White, 48 (18%) were Black and 32 (12%) were of another race.]],
      [[In all, 142 (52%) were female, 98 (36%) were Hispanic, 96 (35%) were White, including 39 (41%) who smoked.]],
    },
  },
  check = function(m, report)
    if OF_ECONOMY:find(m.text) then
      told[m.doc] = (told[m.doc] or 0) + 1 -- the walk is dear: only where there are enough
      if told[m.doc] == ECONOMIES + 1 then judge_economy(m.doc, report) end
    end
    if TOLD:find(m.text) then return judge_scale(m, report) end
    if judged[m.sentence] then return end
    judged[m.sentence] = true
    judge(m.sentence, report)
  end,
}
