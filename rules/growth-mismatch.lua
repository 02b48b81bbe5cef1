local HUNDRED = 100

local change, figures, rough, fromto = lib "change", lib "figures", lib "rough", lib "fromto"
local signed, finite, places = change.signed, change.finite, change.places

-- One unit of the last printed digit off is no finding.
local function fits(computed, printed, step)
  return computed:widen(step):meets(printed)
end

-- Where it is open which figures belong together, only a slip is a finding.
local UNSURE = 60
local SAID = 70 -- words tie the figures together
local POWERS = { 10, 100, 1000, 10000, 1000000, 1000000000 }

-- 93 million for 93 billion.
local function off_by_power(claim, computed)
  if claim.digits < 2 then return false end
  for _, power in ipairs(POWERS) do
    if (claim.interval * power):meets(computed) or (claim.interval / power):meets(computed) then return true end
  end
  return false
end

local function trusted(link, claim, computed)
  if link.strength >= UNSURE then return true end
  local kind = lib("near").within(claim.value, computed, claim.last_digit)
  return kind == "transposed" or kind == "power" or off_by_power(claim, computed)
end

local function trusted_rate(link, rate, computed)
  if link.strength >= UNSURE or not rate.value then return true end
  local size = computed.low:lt(0) and interval(0, 0) - computed or computed
  return lib("near").within(rate.value, size:widen(rate.last_digit / 2), rate.last_digit) ~= nil
end

-- Which figure has a slip of the pen, where base is of another place: the
-- increment, else the level, else the base; what it should be, in base units.
local OTHER_BASE = re.new("前年|实际|可比|同口径|预算|计划|\\d{4}年")
local function slip_of(link, base)
  local inc, level = link.increment, link.level
  local computed = level.amount - base.amount
  if inc.direction == "down" then computed = interval(0, 0) - computed end
  local wanted = computed / inc.factor
  if wanted.low:gt(0) and trusted(link, inc, wanted) then return inc, computed end
  computed = base.amount + signed(inc, link.cue_value)
  wanted = computed / level.factor
  if lib("near").within(level.value, wanted, level.last_digit) == "transposed" then return level, computed end
  if OTHER_BASE:find(inc:before(16)) then return nil end
  computed = level.amount - signed(inc, link.cue_value)
  wanted = computed / base.factor
  local kind = base.value and lib("near").within(base.value, wanted, base.last_digit)
  if kind == "transposed" or kind == "digit" then return base, computed end
end

-- The base of an increment is one of the figures of that name elsewhere.
local function check_others(link, report)
  local inc, level, found = link.increment, link.level, nil
  for _, base in ipairs(link.others) do
    local computed, printed = level.amount - base.amount, signed(inc, link.cue_value)
    if finite(computed) and finite(printed) and level.value and not change.unlike(base, level) then
      if computed:meets(printed) then
        report.agrees { at = inc, related = { level, base }, how = computed:text() }
        return
      end
      local claim, wanted = slip_of(link, base)
      found = found or (claim and { claim = claim, base = base, wanted = wanted })
    end
  end
  if not found then return end
  local claim = found.claim
  local shown = lib("show").like(found.wanted, claim)
  local of_base = claim.index == found.base.index
  report {
    at = claim, related = { claim.index == inc.index and level or inc, of_base and level or found.base },
    message = claim.index == inc.index and "increment" or of_base and "base" or "level", expected = shown,
    severity = "warning", values = { computed = shown },
  }
end

-- 由75%提高到78%,提高3%: points that are called percent; percent-or-point's.
local function points(link, printed)
  local base, level = link.base, link.level
  return base and level and base.kind == "percent" and (level.amount - base.amount):meets(printed)
end

-- "60% higher" of two printed figures is mostly rounded to tens; about 200%
-- is said of 207%.
local THAN = { more = true, less = true }
local function step_of(link, rate)
  local tens = link.kind == "compare" and THAN[link.cue_value] and rate.decimals == 0
    and rate.value and (rate.value / 10):is_integer()
  local step, slack = tens and rate.last_digit * 5 or rate.last_digit, rough.slack(rate)
  return slack > step and slack or step
end

-- 60% of 56.9% may be meant, as tens are: not proved to be wrong.
local function in_tens(rate, computed)
  local v = rate.value
  return rate.doc.lang == "en" and rate.decimals == 0 and v and (v / 10):is_integer() and computed:widen(rate.last_digit * 5):meets(interval(v, v))
end

-- Between two figures that English compares, other figures may be meant.
local function certain(link)
  local said = link.base and link.level or link.increment
  return said and link.same_sentence and link.strength >= SAID and not (link.kind == "compare" and link.doc.lang == "en")
end

-- The figures fit but for the sign: direction-contradiction's.
local function turned(link, computed, printed)
  local ends = link.kind ~= "change_of" or link.base and link.level
  return ends and (interval(0, 0) - computed):meets(printed)
end

-- Level, increment and rate tell the direction by themselves: $156.1 million,
-- a decrease of $6.4 million or 4.3%, is an increase. A base that is printed
-- too is direction-contradiction's.
local function against_verb(link, printed, report)
  local inc, level, rate = link.increment, link.level, link.rate
  if link.base or not (inc and level and inc.verb) or inc.direction == "" or inc.kind == "point" then return false end
  local base = level.amount + signed(inc, link.cue_value)
  if not (finite(base) and base.low:gt(0)) then return false end
  local turn = (base - level.amount) / base * HUNDRED
  if not turn:meets(printed) and not turn:meets(interval(0, 0) - printed) then return false end
  for _, claim in ipairs(level.sentence.claims) do
    if claim.is_claim and claim.index ~= level.index and claim.amount.low and claim.dimension == level.dimension
      and claim.amount:meets(base) then return true end
  end
  report {
    at = inc.verb, related = { level, inc, rate }, message = "turned", severity = "warning", stated = inc.cue,
    values = { cue = inc.cue, level = level.text, inc = inc.text, rate = rate.text },
  }
  return true
end

-- from 10 to 17 stays per 10,000 population: rates, which are rounded.
local PER_HEAD = re.new([[^[^.;,()]{0,30}\bper 1[\d,]+]])
local function as_rate(c)
  return c.amount:widen(c.last_digit / 2 * c.factor)
end

-- Do level and base give the rate where both are round?
local function rounded(link, printed)
  if not (link.base and link.level) or link.doc.lang ~= "en" then return false end
  local base, level = rough.both(link.base, link.level)
  if PER_HEAD:find(link.level:after(60)) then base, level = as_rate(link.base), as_rate(link.level) end
  local computed = base.low:gt(0) and (level - base) / base * HUNDRED
  return computed and finite(computed) and computed:meets(printed)
end

-- Inflation rose 0.44% in May, up from 0.35% in April, and by 4.65% in twelve
-- months: what lies between percentages is a rate only right before "from".
local FROM = re.new([[^,? \(?from ]])
local NEXT = re.new("^[,、]?(?:同比|环比|降幅|增幅|共|累计)?[^,。;、]{0,6}$") -- 由5%提高到8%,提高60%
local function of_rates(link, rate)
  if not (link.base and link.level and link.base.kind == "percent") then return false end
  if link.doc.lang == "en" then return not FROM:find(rate:after(8)) end
  local gap = figures.gap(link.level, rate, 60)
  return rate.index > link.level.index and not (gap and NEXT:find(gap))
end

-- A link and the words of told_apart may both tell of one rate.
local judged = memo()
local function first_time(rate)
  local seen = judged[rate.sentence] or {}
  judged[rate.sentence] = seen
  if seen[rate.index] then return false end
  seen[rate.index] = true
  return true
end

local function check_rate(link, report)
  local rate, base, level = link.rate, change.base(link), change.level(link)
  if not rate or rate.kind ~= "percent" or not finite(base) or not finite(level) then return end
  if of_rates(link, rate) then return end
  if not (base.low:gt(0)) or change.real_terms(rate) or (link.level and change.real_terms(link.level)) then return end
  local computed = (level - base) / base * HUNDRED
  local printed = signed(rate, link.cue_value)
  if not finite(computed) or not finite(printed) then return end
  if computed:meets(printed) then
    report.agrees { at = rate, related = places(link, rate), how = computed:text() .. " ∋ " .. rate.text }
  elseif not rounded(link, printed) and not fits(computed, printed, step_of(link, rate)) and not points(link, printed)
    and not turned(link, computed, printed) and not against_verb(link, printed, report) and trusted_rate(link, rate, computed) and first_time(rate) then
    local shown = lib("show").range(computed, rate.decimals + 1)
    report {
      at = rate, related = places(link, rate), message = "rate",
      expected = shown, values = { computed = shown },
      severity = certain(link) and not in_tens(rate, computed.low:lt(0) and interval(0, 0) - computed or computed) and "error" or "warning",
    }
  end
end

local ABOUT = 20 -- 减少近1000亿: a twentieth of it
local function check_increment(link, report)
  local inc = link.increment
  if not inc or not link.base or not link.level or inc.kind == "point" or link.kind == "compare" then return end
  local computed = link.level.amount - link.base.amount
  local printed = signed(inc, link.cue_value)
  if not finite(computed) or not finite(printed) then return end
  local step = inc.last_digit * inc.factor
  if inc.bound == "about" and inc.doc.lang == "zh" then step = (printed.high:abs() / ABOUT) end
  if computed:meets(printed) then
    report.agrees { at = inc, related = places(link, inc), how = computed:text() }
  elseif not fits(computed, printed, step) and not turned(link, computed, printed) then
    local shown = lib("show").like(computed, inc)
    report {
      at = inc, related = places(link, inc), message = "increment",
      expected = shown, values = { computed = shown },
    }
  end
end

-- decreased 59% (p<0.001) from 1.99 (95% CI = 1.96–2.01) to 0.82: brackets part
-- what a link ties together.
local function told_apart(m, report)
  local rate = m:figure("p")
  local computed = m.text:find("(", 1, true) and rate and rate.value and fromto.rate(m)
  if not computed or change.other_basis(rate) then return end
  local ends = { m:place("a"), m:place("b") }
  if fits(computed, rate.interval, rate.last_digit) then
    report.agrees { at = rate, related = ends, how = m.a .. " → " .. m.b }
  elseif first_time(rate) then
    local shown = lib("show").range(computed, rate.decimals + 1)
    report {
      at = rate, related = ends, message = "rate", severity = "warning", expected = shown, values = { computed = shown },
    }
  end
end

-- from $5 million to $27 million, and foreign investment, which increased by 67 per cent
local NEXT_ONE = re.new([[^[^.;]*, (?:and|while|but) [^.;\d]{3,70}, (?:which|who|whose) [^.;,\d]*$]])
local function of_next(link, told)
  if not told or not link.level or link.doc.lang ~= "en" or link.level.index > told.index then return false end
  local gap = lib("figures").gap(link.level, told, 140)
  return gap ~= nil and NEXT_ONE:find(gap) ~= nil
end

-- Rs. 117/litre in 2015, Rs. 434 as of May: of which the second is told is left out.
local function one_is_per(a, b) return (a.unit:find("/", 1, true) ~= nil) ~= (b.unit:find("/", 1, true) ~= nil) end

-- by about 10,000 per year, from 39,000 in 1988 to 80,000 in 1992: what each year has.
local EACH = re.new([[^ (?:[a-z]+ ){0,2}?(?:(?:per|a|each|every) (?:year|annum|quarter|month|week|day)|annually|yearly|monthly|weekly)\b]])
local function is_each(link)
  local function is(c) return c ~= nil and EACH:find(c:after(36)) ~= nil end
  return link.doc.lang == "en" and link.base ~= nil and is(link.increment) and not is(link.level) and not is(link.base)
end

-- $105O: a letter for a digit.
local LETTER = re.new([[^[OoIl](?![A-Za-z])]])
local function is_misread(link)
  for _, c in ipairs { link.base or link.level, link.level or link.base } do
    if LETTER:find(c:after(2)) then return true end
  end
  return false
end

-- from $2.0 billion to $2.7 billion, an increase of $636 million: the first is no level.
local FROM_IT, TO = re.new([[\bfrom $]]), re.new([[^[^.;]{0,30}? to (?:[a-z]+ ){0,2}(?:[A-Z]{0,3}[$£€])?\d]])
local function is_left(link)
  return link.doc.lang == "en" and not link.base and link.level ~= nil and FROM_IT:find(link.level:before(6)) ~= nil and TO:find(link.level:after(60)) ~= nil
end

-- an increase of 22.5% (43): a reference
local CITES = re.new("% ?\\($")
local function is_citation(c)
  return c.kind == "count" and c.unit == "" and c.digits <= 2 and CITES:find(c:before(4)) ~= nil and c:after(1) == ")"
end

return {
  api = 1,
  id = "growth-mismatch",
  severity = "error",
  on = { link = { "change_of", "from_to", "compare" }, pattern = fromto.told },
  summary = {
    zh = "增幅、增量与前后数值不符",
    en = "a rate or increment disagrees with the figures it is computed from",
  },
  explain = {
    zh = [[给出现值、增量、增幅（或基数、现值、增幅）时，用区间算术复算：增幅 =（现值 − 基数）÷ 基数。
地区生产总值、增加值等按可比价计算的增速不与名义值比较；与末位相差一个单位以内不报告。]],
    en = [[Where level, increment and rate (or base, level and rate) are printed, the rate is recomputed:
(level − base) / base, in intervals of the printed precision. Real growth rates of value added are not held
against nominal levels; one unit of the last digit is no finding.]],
  },
  messages = {
    turned = {
      zh = "“{cue}”与数字相反：{level}、{inc}、{rate} 只有反向变动才成立",
      en = "“{cue}” contradicts the figures: {level}, {inc} and {rate} agree the other way round",
    },
    rate = { zh = "增幅印为 {stated}，按所列数值应为 {computed}%", en = "the rate is printed as {stated}; the figures give {computed}%" },
    level = {
      zh = "印为 {stated}，按基数和变动量应为 {computed}",
      en = "printed as {stated}; base and change give {computed}",
    },
    base = {
      zh = "印为 {stated}，按后来的数和变动量应为 {computed}",
      en = "printed as {stated}; the later level and the change give {computed}",
    },
    increment = { zh = "变动量印为 {stated}，按前后数值应为 {computed}", en = "the change is printed as {stated}; the figures give {computed}" },
  },
  examples = {
    bad = {
      { [[Compared with 11.1 (95% CI = 7.8-15.8) in May, the rate was 9.2 (95% CI = 7.0-9.9) in June, which marked a fall of 17%.

Compared with 800 clinics in 2019, the network had 900 clinics in 2020, which marked a rise of 15%.]], at = "15%", severity = "error" },
      { [[6月末,贷款余额1200亿元,比年初增加100亿元,增长9.1%,比上年同期增加150亿元,增长24.3%。]], at = "24.3%" },
      { [[The ratio decreased 95% (p<0.001) from 1.99 (95% CI = 1.96–2.01) to 0.82 (95% CI = 0.80–0.84).]], at = "95%", severity = "warning" },
      { [[2023年当年预算执行数为357.56万元,2024年预算安排460.85万元,比2023年预算执行数增加18.89%。]], at = "18.89%" },
      { [[Takings fell by 18.6% in the year. They came to $41.3 million, against $53.2 million in 2012.]], at = "18.6%" },
      { [[The number of berths fell by 32.6% between the two surveys from 18,420 to 12,114 respectively.]], at = "32.6%" },
      { [[Landings decreased by 81.4% over the decade, from 6,410 tonnes to 1,912 tonnes.]], at = "81.4%" },
      { [[For harbours, where $64.3 million had been voted, $68.9 million is provided this year, an increase of 48.8%.]], at = "48.8%" },
      { [[Grants declined by 60% from $981 million in 1989 to $423 million in 1990.]], at = "60%", severity = "warning" },
      { "Berth hours on the eastern quay, which had been 48,350 before the dredging, came to 54,830 and so had increased by 31.4%.", at = "31.4%", severity = "warning" },
      { "Income from moorings increased by $31.2 million, which after a wet summer is 41.7% more, and ended at $244.1 million.", at = "41.7%", severity = "warning" },
      { [[Smoking decreased 52.3%, from 20.9% in 2005 to 15.6% in 2014.]], at = "52.3%" },
      { [[全年完成支出214,858万元,完成预算数的94.7%,比上年增加14,056万元,增长17%。]], at = "17%" },
      { [[Expense was $156.1 million, a decrease of $6.4 million or 4.3%.]], at = "decrease of", severity = "warning" },
      { [[The rate among men (99 per 100,000) was 几% higher than that among women (61 per 100,000).]], at = "几%", severity = "warning" },
      { [[2024年度收入支出总计9859.38万元。与2023年度相比,收入支出总计增加1062.85万元,增长10.28%。]], at = "10.28%", severity = "warning" },
      { [[运行维护费3100万元(其中车辆购置200万元、车辆运行2900万元),比上年减少140万元,下降3.4%。]], at = "3.4%" },
      { [[全市规上企业增长22.5%,由800家增至900家。]], at = "22.5%" },
      { [[外汇储备规模为30524亿美元,较9月末上升235亿美元,升幅为3.77%。]], at = "3.77%" },
      { [[Operating expenses rose by $8.7 million, or 6.5%, from $120.8 million to $128.6 million.]], at = "$8.7 million" },
      { [[Backlog grew to $71.2 million from $65.4 million, up 9.8%.]], at = "9.8%" },
      { [[Backlog increased 38% in 2019 to $77.2 million compared to $60.4 million in 2018.]], at = "38%" },
      { "去年住房补助资金551亿元。\n\n今年安排住房补助资金623亿元,比上年增加81亿元。", at = "623亿元", severity = "warning" },
      { "去年财政用于教育的支出2975亿元。\n\n今年安排财政用于教育的支出3397亿元,比上年增加242亿元。", at = "242亿元", severity = "warning" },
      { "去年财政用于教育的支出2795亿元。\n\n今年安排财政用于教育的支出3397亿元,比上年增加422亿元。", at = "2795亿元", severity = "warning" },
      { "去年安排农村义务教育经费1440亿元。\n\n今年安排农村义务教育经费2235亿元,比去年增加395亿元。", at = "1440亿元", severity = "warning" },
      { [[常住人口与第六次普查的442854人相比,十年共增加136247人,增长37.07%。]], at = "37.07%" },
      { [[全年接待游客120万人次,增加20万人次,增长40%。]], at = "40%" },
      { [[图书馆藏书由200万册增加到250万册,增长52%。]], at = "52%" },
      { [[The rate among men (99 per 100,000) was 30% higher than that among women (61 per 100,000).]], at = "30%",
        severity = "warning" },
      { [[全年新设企业480家,比2020年的400家增长30%。]], at = "30%" },
      { [[The rate increased by approximately 200%, from 130.5 to 450.9.]], at = "200%" },
      { [[Earnings per share were $2.40 for the second quarter of 2023, up 20.0% from the earnings per share of $1.80 reported for the second quarter of 2022.]],
        at = "20.0%", severity = "warning" },
      { [[Lettings of 18,450 were 14.0 per cent down on the same period last year (20,592).]], at = "14.0 per cent", severity = "warning" },
      { [[The board plans to trim its budget of $80 million for libraries by 51 percent, to $68 million.]], at = "51 percent", severity = "warning" },
      { [[The average rent moved up 21.0 per cent from $400 to $448.]], at = "21.0 per cent" },
      { [[Claims fell from 1,250 in 2017 to 1,100 in 2018, or 21.0%.]], at = "21.0%" },
      { [[Net profit rose by 51% to 46 million euros (2022: 40 million euros).]], at = "51%" },
      { [[Income was $23.7 million, up 10.2% from the prior quarter, and up $5.0 million, or 72.0%, from the year before.]], at = "72.0%" },
      { [[The number of visitors rose 4,300 (6.2 percent) to 58,240.]], at = "6.2 percent" },
      { [[Gross premiums for the year decreased 3.6 percent to $75.0 million from gross premiums of $80.0 million for the prior year.]], at = "3.6 percent" },
      { [[Margins fell with declines in hardware of 52% from $8.0 billion in 2016 to $6.0 billion in 2017.]], at = "52%" },
      { [[In 2015 there were 84,000 applications. This compares with 80,000 applications in 2014. In 2015 there was a 15.0% increase in the number of applications.]], at = "15.0%", severity = "warning" },
      { [[The allocation will rise from $2,400 million to $3,000 million. This marks an increase of 52 per cent.]], at = "52 per cent", severity = "warning" },
      { [[For roads, as against $18,696 million in 2006, I propose $24,603 million in 2007, which marks an increase of 13.6 per cent.]], at = "13.6 per cent" },
    },
    good = {
      [[The number of cases is expected to increase by about 10,000 per year, from 39,000 cases in 1988 to 80,000 in 1992.]],
      [[The rate of stays for mood disorders increased 80% during 1997–2010, from 10 to 17 stays per 10,000 population.]],
      [[A large car will have its tax increased by $150 from $105O per annum to $1,200 per annum.]],
      [[Debt costs will rise from $2.0 billion last year to $2.7 billion this year. This represents an increase of $636 million or 31.3%.]],
      [[Households in need rose from 40 million in 2019 to 49 million in 2022, an increase of 22.5% (43).]],
      [[Petrol has increased from Rs. 117/litre in 2015 to Rs. 434 as of May, a 271% increase.]],
      "去年安排教育补助资金1240亿元。\n\n今年安排教育补助资金1295亿元,比前年增加155亿元,比上年实际增加100亿元。",
      [[6月末,外汇储备为31930亿美元,较5月末上升165亿美元,升幅为0.52%;较去年12月末上升653亿美元,升幅为2.09%。]],
      [[The ratio decreased 59% (p<0.001) from 1.99 (95% CI = 1.96–2.01) to 0.82 (95% CI = 0.80–0.84).]],
      [[Payrolls rose by 43,000 in April, following a revision, from 58,000 to 21,000, to the change of March.]],
      [[There was an increase in the balance of intentions to +18, from +9; the balance of services fell to –17, from 0.]],
      "Berth hours on the eastern quay, which had been 48,350 before the dredging, came to 54,830 and so had increased by 13.4%.",
      "It is driven by borrowings, which increased from $5 million to $27.7 million, and foreign direct investment (FDI) to the islands, which increased by 67 per cent.",
      "Of the fees of $1,800, $2,300 and $900 the last, which is paid by the smallest societies, had risen by 27.9% within the year.",
      [[Exports grew 14.8% last year. Imports rose from $312 million to $344 million.]],
      [[The fare rises by 12%. A family of four will pay $26 where it paid $32.]],
      [[The number of berths fell by 34.2% between the two surveys from 18,420 to 12,114 respectively.]],
      [[Income per head grew from $4,200 in 1990 to $12,600 in 2004, a real growth of 4.1% a year.]],
      [[In May we announced a 2.2% increase in our quarterly dividend from $2.25 to $2.30 per share.]],
      [[将今年经济增长预期从早前的2.2%下调为1.4%,同时预计明年经济将陷入衰退,萎缩0.4%。]],
      [[招生数将由二十八万人增加到四十万人,增长百分之四十二点二。]],
      [[Inflation increased 0.38% in May, up from 0.30% in April, and accelerated to 0.74% in June. The core reached 0.44%, up from 0.35% in April, increasing 4.65% in the last twelve months.]],
      [[Smoking decreased 25.3%, from 20.9% in 2005 to 15.6% in 2014.]],
      [[Revenue in FY 74 was 15.2% more than that in FY 73, and in FY 75 it was 6.7% more than in FY 74.]],
      [[The duty will rise from 20 cents to 25 cents for every increase of 50 cents in the price.]],
      [[Duties on beer will be increased by $6 to $22 per litre while the duty for wine will be raised from $75 to $100 per litre.]],
      [[The number of scooters increased from 17,244 to 26,008, an average increase of 730 per month.]],
      [[Revenue is put at $29.2 billion, including a $2.4 billion contribution from fees. This is $2.3 billion less than the revenue of the year before.]],
      [[The revenue was $4.56 billion, $0.44 billion less than in 1996 and much lower than the $7.56 billion collected in 1994.]],
      [[Output reached a high of 62.3 million tons before dropping 40.3 million tons (a 65% decrease) to 22 million tons.]],
      [[Income rose 12 percent to $56 million from a gain of $4 million. Sales rose 10% to $22 million in part from sales of $4 million to new customers.]],
      [[In 2015 there were 84,000 applications. This compares with 80,000 applications in 2014. There was a 2.0% increase in the number of applications from farmers.]],
      [[There were 84,000 births. This compares with a mean of 80,000 births in the ten years before. The number of births rose by 1.0%.]],
      [[The grant rose from $24 million to $30 million. This represents an increase of 5% a year on average.]],
      [[In 2015 there were 270,000 births. This compares with 261,000 births in 2014. In 2015 there was a 3.1% increase in the number of births.]],
      [[全年完成支出214,858万元,完成预算数的94.7%,比上年增加14,056万元,增长7.0%。]],
      [[全年完成收入12.3亿元,为预算的94.8%,短收0.67亿元,下降9.1%。]],
      [[项目支出86.4亿元,占总支出的30.2%,比上年增加4.1亿元,占比提高1.3个百分点。]],
      [[Like-for-like sales increased by 5.1% to £46.2 million (2022: £40.1 million), reflecting the acquisition.]],
      [[Adjusted EBITDA increased 8% at constant currency to $46.2 million (2022: $45.9 million).]],
      [[Profit before tax increased by 12% on an underlying basis to £46 million (2022: £31 million).]],
      [[Expense was $156.1 million, an increase of $6.4 million or 4.3%. Debt fell by $6.4 million or 3.9% to $156.1 million.]],
      [[运行维护费3100万元(其中车辆购置200万元、车辆运行2900万元),比上年减少140万元,下降4.3%。]],
      [[2024年度收入支出总计9859.38万元。与2023年度相比,收入支出总计增加1062.85万元,增长12.08%。]],
      [[Interest rose to $279.1 million in 2019, compared to $254.1 million in 2018, due to an increase of $29.9 million in rents.]],
      [[Operating expenses rose by $7.8 million, or 6.5%, from $120.8 million to $128.6 million.]],
      [[Backlog grew to $71.2 million from $65.4 million, up 8.9%.]],
      "去年财政用于教育的支出2975亿元。\n\n今年安排财政用于教育的支出3397亿元,比上年增加422亿元。",
      [[全县人口共46217人,与2010年(第六次普查数据,下同)的42018人相比,增加4199人,增长9.99%。]],
      [[常住人口与第六次普查的442854人相比,十年共增加136247人,增长30.77%。]],
      [[图书馆藏书由200万册增加到250万册,增长25%。]],
      [[全市生产总值由200亿元增加到250亿元,增长6.5%。]],
      [[The rate among males increased by approximately 200%, from 130.5 to 400.9, and among females, increased approximately 250% from 32.3 in 2001 to 113.5 in 2014.]],
      [[安全事故由27起减少到20起,下降25.9%。]],
      [[Earnings per share were $2.40 for the second quarter of 2023, up 33.3% from the earnings per share of $1.80 reported for the second quarter of 2022.]],
      [[Lettings of 18,450 were 10.4 per cent down on the same period last year (20,592).]],
      [[The board plans to trim its budget of $80 million for libraries by 15 percent, to $68 million.]],
      [[Income was $23.7 million, up 10.2% from the prior quarter, and up $5.0 million, or 27.0%, from the year before.]],
      [[Pay was £672 in the public sector and £648 in the private sector, growing 5.8% and 6.5% respectively over the year.]],
      [[There were 5,200 vacancies, 300 fewer than in March but 450 more than in June 2022.]],
      [[Revenue was $450 million, $50 million higher than in 2019 ($400 million).]],
    },
  },
  check = function(link, report)
    if link.type == "match" then return told_apart(link, report) end
    if link.base and link.level and (link.base.kind == "rank" or one_is_per(link.base, link.level)) then return end
    local told = link.rate or link.increment
    if link.increment and (is_citation(link.increment) or is_each(link)) or is_misread(link) or is_left(link) then return end
    if told and change.other_basis(told) then return end
    if link.kind == "change_of" and change.unlike(link.base, link.level) or change.one_of_each(link.level, link.increment) then return end
    if link.complete and link.rate and link.rate.sentence.cell then return end -- table-total's
    if of_next(link, told) then return end
    if not link.base and link.level and link.increment and #link.others > 0 then
      check_others(link, report)
    end
    check_rate(link, report)
    check_increment(link, report)
  end,
}
