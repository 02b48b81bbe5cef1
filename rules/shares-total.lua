-- Shares of one whole that are said to be all of it make 100 %. A list of
-- shares need not be all of it: there only a slip of the pen is reported, or
-- more than 100 %.

local HUNDRED, LIST_LOW, LIST_HIGH = 100, 85, 115
local LONG_HIGH = 200 -- of four and more, each told by its own 占, a wrong one may be far off
local SAID, SAID_LOW = re.new("比重(?:将)?(?:变化)?(?:如下|为|是)|构成|占比如下|结构"), 60 -- lists that are said to be all
local BEFORE = 24 -- figures that are looked at before a rest

-- The sum as an interval, one unit of every last digit, the sum as printed.
local function total(members)
  local sum, step, printed = nil, decimal(0), decimal(0)
  for _, m in ipairs(members) do
    if not (m.value and m.interval.low and m.interval.high) then return nil end
    sum = sum and sum + m.interval or m.interval
    step = step + m.last_digit
    printed = printed + m.value
  end
  return sum, step, printed
end

-- The member that one slip away would make the sum 100 %.
local function slip(link, near)
  for k, m in ipairs(link.members) do
    local rest = interval(HUNDRED, HUNDRED)
    for i, other in ipairs(link.members) do
      if i ~= k then rest = rest - other.interval end
    end
    local kind, value = near.within(m.value, rest, m.last_digit)
    if kind then return m, kind, value end
  end
end

-- Another reading of the rest: of what is said before it, together with the
-- shares of the sentences before, or the rest of a share said there.
local function fits_before(link, sum, step)
  local at, hundred = link.members[1], interval(HUNDRED, HUNDRED)
  local block, all = at.block.index, at.doc.claims
  for i = at.index - 1, math.max(1, at.index - BEFORE), -1 do
    local c = all[i]
    if c.block.index ~= block then return false end
    if c.kind == "percent" and c.value and c.bound == "exact" then
      if sum:widen(step / 2):meets(c.interval) then return true end
      if (sum + c.interval):widen(step / 2):meets(hundred) then return true end
    end
  end
end

-- 外商40.7%,港澳台59.3%;合资68.6%,合作10.8%,独资20.6%: some of them are a whole by
-- themselves, at either end. 好40.6%,一般56.0%,……即好及一般占96.6%: the last is the sum of
-- some. 从2.4%提高到4.6%, 合计占53.5%: of more than one whole or time.
local APART = re.new("(?:从|由|合计占?比?(?:为|达)?|共占)$")
local function is_several(link)
  local members, n = link.members, #link.members
  local hundred = interval(HUNDRED, HUNDRED)
  local function part_fits(from, to, goal)
    local sum, step = total({ table.unpack(members, from, to) })
    return sum ~= nil and sum:widen(step / 2):meets(goal)
  end
  for _, m in ipairs(members) do
    if APART:find(m:before(18)) then return true end
  end
  for k = 2, n - 1 do
    if part_fits(1, k, hundred) or part_fits(n - k + 1, n, hundred) then return true end
    if k < n and part_fits(1, k, members[n].interval) then return true end
  end
  return false
end

-- 男性占71.0%,女性占28.4%,其他占0.6%: a rest behind the two.
local REST = re.new("(?:其他|其它|不详|未知|未填|拒答|保密)[^,。;\\d]{0,12}$")
local function has_rest(link)
  local last = link.members[#link.members]
  local rest = last.doc.claims[last.index + 1]
  return rest and rest.sentence == last.sentence and rest.kind == "percent" and REST:find(rest:before(16)) ~= nil
end

-- 股票占92.15%,债券占5.02%,存款占3.11%,其他资产减负债后为-0.28%; 48 (40%) in men,
-- 66 (55%) in women and six (5%) not recorded: with the shares beside it.
local function share_beside(claim, step)
  local c, all = claim, claim.doc.claims
  repeat
    c = all[c.index + step]
  until not c or c.sentence ~= claim.sentence or c.kind == "percent"
  if c and c.sentence == claim.sentence and c.value then return c.interval end
end

local function fits_with_beside(link, sum, step)
  local before, behind = share_beside(link.members[1], -1), share_beside(link.members[#link.members], 1)
  local hundred = interval(HUNDRED, HUNDRED)
  local function fits(x) return x:widen(step / 2):meets(hundred) end
  return before and fits(sum + before) or behind and fits(sum + behind)
end

-- 31 percent expect a rise, down from 50 percent in May; gains of 15 percent for food.
local BASE = re.new([[\b(?:from|(?:gains?|increases?|rises?|growth|declines?|decreases?|drops?) of)(?: about| some| roughly| nearly)? $]])
local function has_base(link)
  for _, m in ipairs(link.members) do
    if m.doc.lang == "en" and BASE:find(m:before(24)) then return true end
  end
  return false
end

local function others(link, at)
  local out = {}
  for _, m in ipairs(link.members) do
    if m.index ~= at.index then out[#out + 1] = m end
  end
  return out
end

-- 肝癌患者中男性占74.2%,胃癌患者中女性占31.5%; 已婚男性占82.1%,已婚女性占79.3%: of two
-- groups each.
local MAN, WOMAN = re.new("([一-龥]*)男[性]?[^,。;男女]*$"), re.new("([一-龥]*)女[性]?[^,。;男女]*$")
local OPEN = re.new("(?:^|中|其|从业|按性别分|看|者|员|工|口|生)$")
local function of_two_groups(link)
  if #link.members ~= 2 or link.members[1].sentence.doc.lang ~= "zh" then return false end
  local a = MAN:match(link.members[1]:before(40)) or WOMAN:match(link.members[1]:before(40))
  local b = WOMAN:match(link.members[2]:before(40)) or MAN:match(link.members[2]:before(40))
  return a ~= nil and b ~= nil and b ~= "" and not (a == b and OPEN:find(b))
end

-- 对东盟、拉美、非洲进出口分别增长……,占全国同期比重分别达33.4%、37.6%、36.1%: each of its
-- own whole elsewhere.
local OF_OTHERS = re.new("占(?:全国|全省|全市|全区|全县|全球|世界)(?:同期)?(?:的)?(?:比重|比例|份额)[^,;。]*$")

-- Four and more, each told by its own 占, of which none is a part of another.
local OWN = re.new("占(?:比)?(?:为|达|约|近)?$")
local function is_long(link)
  if #link.members < 4 or link.doc.lang ~= "zh" or link.members[1].sentence.text:find("其中", 1, true) then return false end
  for _, m in ipairs(link.members) do
    if not OWN:find(m:before(4)) then return false end
  end
  return true
end

-- All percentages of a sentence: its link is made where one slip mends the sum; two
-- swapped digits are likelier than one wrong one.
local ALL = "all percentages of the sentence"
local told = memo()
local function judge_all(link, report)
  local members, near = link.members, lib "near"
  local sum, step, printed = total(members)
  if not sum then return end
  if sum:widen(step / 2):meets(interval(HUNDRED, HUNDRED)) then
    report.agrees { at = members[1], related = others(link, members[1]), how = "Σ = 100%" }
    return
  end
  local at, how, value
  for _, m in ipairs(members) do
    local rest = HUNDRED - (printed - m.value)
    local kind, fit = near.within(m.value, interval(rest, rest), m.last_digit)
    if kind and (not at or how ~= "transposed" and kind == "transposed") then at, how, value = m, kind, fit end
  end
  if not at or told[at.sentence] then return end
  told[at.sentence] = true
  report { at = at, related = others(link, at), message = "slip", expected = value:text(), values = { sum = printed, kind = near.words[how] } }
end

-- 64% in less than a year, 35% in two years, 9% in three and 2% later, of total revenue:
-- more than all, or all but for two digits swapped.
local listed = lib "listed_shares"
local OVER, UNDER, MOST_LISTED = 102, 98, 140 -- beyond rounding, and 2% who do not know; else of several things
local judged = memo()
local function judge_listed(m, report)
  if judged[m.sentence] then return end
  judged[m.sentence] = true
  local list, rest = listed.read(m)
  if not list then return end
  local sum, step, printed = total(list)
  local hundred = interval(HUNDRED, HUNDRED)
  if not sum then return end
  if sum:widen(step / 2):meets(hundred) then
    report.agrees { at = list[1], related = others({ members = list }, list[1]), how = "Σ = 100%" }
    return
  end
  local at, kind, value = slip({ members = list }, lib "near")
  if kind ~= "transposed" then at = nil end
  if sum.low:gt(MOST_LISTED) or sum.low:le(OVER) and not (rest and at and sum.high:lt(UNDER)) then return end
  if at then
    report { at = at, related = others({ members = list }, at), message = "slip", expected = value:text(), values = { sum = printed, kind = lib("near").words[kind] } }
  else
    local last = list[#list]
    report { at = last, related = others({ members = list }, last), message = "base", expected = "100%", values = { sum = printed } }
  end
end

return {
  api = 1,
  id = "shares-total",
  severity = "warning",
  on = { link = "parts", pattern = listed.pattern },
  summary = {
    zh = "各项占比之和不是 100%",
    en = "shares of one whole do not make 100 %",
  },
  explain = {
    zh = [[男女、三次产业、城乡等完整划分的占比之和应为 100%（容许各项舍入误差）。一句中并列的占比未必列全，
只有改一处笔误即为 100%，或总和超过 100% 时才报告。]],
    en = [[The shares of a full partition (male and female, urban and rural) make 100 %, rounding allowed for.
Shares listed in one sentence need not be all: reported only where one slip of the pen makes them 100 %, or
where they exceed it.]],
  },
  messages = {
    slip = {
      zh = "各项占比之和为 {sum}%；{stated} 若为 {expected}% 则合计 100%（{kind}）",
      en = "the shares make {sum}%; {stated} would fit as {expected}% ({kind})",
    },
    base = {
      zh = "各项占比之和为 {sum}%，不是 100%",
      en = "the shares make {sum}%, not 100%",
    },
  },
  examples = {
    bad = {
      { [[各种成分在总产值中所占的比重如下:国营占63.8%,合作社营占4.7%,公私合营占13.1%,而私营只占0.4%。]], at = "13.1%" },
      { [[安居工程和社会事业投资占73.4%,自主创新和生态建设占15.3%,重大基础设施建设占23.6%,灾后恢复重建占14.8%。]], at = "14.8%" },
      { [[分配模式为:农户占60%、村集体占20%、龙头企业占30%。]], at = "30%" },
      { [[We expect 64% of total deferred revenue to be realized in less than a year, 35% within one-to-two years, 9% within two-to-three years and 2% in greater than three years.]], at = "2%" },
      { [[Coal provided 61% of the power, gas 25%, hydro 15% and other sources 8%.]], at = "8%" },
      { [[全区人口中,男性占47.77%,女性占55.23%。]], at = "47.77%" },
      { [[Surveys were returned by masters (67.0%), mates (21.0%), pursers (4.7%), or other hands (16.3%).]], at = "21.0%" },
      { [[Of all fares, 48.4% were paid in coins, 23.8% with cards, 20.2% by phone and 17.6% with passes.]], at = "48.4%" },
      { [[Coal came to 67.1% of the cargo and grain to 29.6%. The remaining cargo (8.7%) was timber.]], at = "67.1%" },
      { [[Sales in Asia, Europe and America represented 31.4%, 21.7% and 41.5% of total sales.]], at = "21.7%" },
    },
    good = {
      [[About 31 percent of owners now expect a rise, down from 50 percent of owners in May and 37 percent of owners in June. Sales had a gain of 20 percent, with gains of 15 percent for food and 29 percent for cars.]],
      [[Of the dealers 29 percent said that stocks were too high, 25 percent that they were too low. About 71 percent of the dealers expect sales to fall, 21 percent expect them to rise, and the remaining 8 percent expect no change.]],
      [[We expect 64% of total deferred revenue to be realized in less than a year, 25% within one-to-two years, 9% within two-to-three years and 2% in greater than three years.]],
      [[Of those polled, 62% had read the paper, 55% had seen the film and 12% had done other things. Coal provided 61% of the power, gas 25%, hydro 6% and other sources 8%.]],
      [[Surveys were returned by masters (67.0%), mates (12.0%), pursers (4.7%), or other hands (16.3%).]],
      [[Fares rose from 28.4% to 32.8% of income for clerks, and from 20.2% to 27.6% for dockers.]],
      [[Boys smoked more often in the north (21.6% and 34.8%) than girls did (16.7% and 24.9%).]],
      [[已婚男性占82.1%,已婚女性占79.3%。肝癌患者中男性占74.2%,胃癌患者中女性占31.5%。]],
      [[股票投资占基金资产净值的比例为92.15%,债券投资占5.02%,银行存款占3.11%,其他各项资产减负债后为-0.28%。]],
      [[Of 120 infections, 48 (40%) were in men, 66 (55%) in women and six (5%) in persons whose sex was not recorded.]],
      [[A total of 120 infections were identified: 48 (40%) in men, 66 (55%) in women and six (5%) in persons whose sex was not recorded.]],
      [[前十大客户分别占销售额的51.4%、81.2%、45.5%、10.5%。劳动改造的占42.3%,其中已经释放的占25.6%,在押的占16.7%,管制的占32%。]],
      [[男性受访者占71.0%,女性占28.4%,其他占0.6%。]],
      [[In the year before, 39.7% of students felt sad, 28.5% slept badly, 20.4% had considered leaving, and 9.5% had left.]],
      [[各种成分在总产值中所占的比重如下:国营占63.8%,合作社营占4.7%,公私合营占31.1%,而私营只占0.4%。]],
      [[分配模式为:农户占60%、村集体占20%、龙头企业占20%。]],
      [[全区人口中,男性占47.77%,女性占52.23%。]],
      [[大专学历占12%,本科学历占35%,研究生学历占21%。]],
      [[一产占4.1%,二产占68.3%,三产占27.7%。]],
      [[In 2016, 34.3% of workers in the construction, 30.4% of workers in the mining, and 30.2% of workers in the transport industries smoked.]],
      [[Carbon dioxide accounted for 84.4% of emissions. Methane accounted for 8.7% of emissions, nitrous oxide for 4.2% and other gases for the remaining 2.6%.]],
      [[Screening applies to 88.7% of adults. One recommendation applies to most adults (64.8%), with the remaining 23.9% under the other.]],
      "At age 85, 15 per cent of males provided care compared to 6 per cent of females.\n\nOf those aged 85, 72 per cent (500,000) of females and 68 per cent of males have poor health.",
    },
  },
  check = function(link, report)
    if link.type == "match" then return judge_listed(link, report) end
    if has_base(link) or link.reason == ALL and is_several(link) then return end
    if link.reason == ALL then return judge_all(link, report) end
    local first = link.members[1]
    if link.whole or first.kind ~= "percent" or link.complete or of_two_groups(link) then return end
    if OF_OTHERS:find(first:before(24)) then return end
    local sum, step, printed = total(link.members)
    if not sum then return end
    local hundred = interval(HUNDRED, HUNDRED)
    local shown = printed and printed:text()
    if sum:widen(step / 2):meets(hundred) then
      report.agrees { at = first, related = others(link, first), how = "Σ = 100%" }
      return
    end
    if fits_with_beside(link, sum, step) then return end
    if is_several(link) then return end
    local partition = link.strength > 60
    if partition and has_rest(link) then return end -- and a rest that is not printed
    local low = #link.members > 3 and SAID:find(first.sentence.text) and SAID_LOW or LIST_LOW
    -- English surveys list shares of those who answered yes: each of the same whole.
    local english = first.sentence.doc.lang == "en"
    local high = is_long(link) and not english and LONG_HIGH or LIST_HIGH
    if (english or not partition) and (sum.high < decimal(low) or sum.low > decimal(high)) then return end
    if link.reason == "shares and the rest" and fits_before(link, sum, step) then return end
    local near = lib "near"
    local at, kind, value = slip(link, near)
    if at and (sum.high < decimal(LIST_LOW) or english and not partition) and kind ~= "transposed" then at = nil end
    if at then
      report {
        at = at, related = others(link, at), message = "slip", expected = value:text(),
        values = { sum = shown, kind = near.words[kind] },
      }
    elseif partition or not english and sum.low > decimal(HUNDRED) then
      local last = link.members[#link.members]
      report {
        at = last, related = others(link, last), message = "base", expected = "100%",
        values = { sum = shown },
      }
    end
  end,
}
