-- “三公”经费比上年增加295.18万元,其中……减少25.36万元、减少26.7万元、减少243.12万元: the
-- changes of the parts make that of the whole but for one sign.
--
-- In: 其中 behind a change of an amount. The amounts fit whatever the signs; so
-- a sign is wrong and no part is missing. Rates: where the parts are all, the
-- rate of the whole lies between theirs.
local partition = lib "partition"
local MOST, DIGITS = 8, 4 -- parts; digits that all have, for their sum to be no chance
local ZERO = interval(0, 0)
local REACH = 10 -- figures behind 其中

local function turned(c, x) return c.direction == "down" and ZERO - x or x end

local function change(c, kind)
  return c.is_claim and c.kind == kind and (c.direction == "up" or c.direction == "down") and c.verb and c.value and not c.numeral
    and c.bound == "exact" and not c.sentence.cell
end

-- Changes of one kind and unit in claims [from, to) of the document.
local function collect(all, from, to, like, aspect)
  local out = {}
  for i = from, to do
    local c = all[i]
    if c and change(c, like.kind) and c.unit == like.unit and c:has(aspect) then out[#out + 1] = c end
  end
  return out
end

local function sum(list, but)
  local out = ZERO
  for _, c in ipairs(list) do
    out = out + (c == but and turned(c, ZERO - c.amount) or turned(c, c.amount))
  end
  return out
end

-- Is it the same to the last digit? Rounding of several small parts would let
-- any sign fit.
local function equals(a, b, whole)
  return a:meets(b) and ((a.low + a.high) / 2 - (b.low + b.high) / 2):abs() < whole.last_digit * whole.factor
end

-- The one whose sign, turned, makes the sum.
local function wrong_sign(whole, parts)
  if equals(sum(parts), ZERO - turned(whole, whole.amount), whole) then return whole end
  for _, c in ipairs(parts) do
    if equals(sum(parts, c), turned(whole, whole.amount), whole) then return c end
  end
end

local function tell(at, places, report, message)
  local others = {}
  for _, c in ipairs(places) do
    if c ~= at then others[#others + 1] = c end
  end
  report {
    at = at.verb, related = others, message = message, stated = at.cue, values = { cue = at.cue, change = at.text },
  }
end

-- 净收入增加26.51亿元,其中收入增加28.34亿元,支出增加1.83亿元: what is left of two.
local NET = re.new("净|利润|结余|盈余|差额|顺差|逆差|余额|损益")

local function judge_amounts(whole, parts, report)
  if #parts < 2 or #parts > MOST or NET:find(whole.name) or NET:find(whole:before(40)) then return end
  local digits = whole.digits
  for _, c in ipairs(parts) do digits = digits + c.digits end
  digits = digits >= DIGITS
  local places = { whole, table.unpack(parts) }
  if sum(parts):meets(turned(whole, whole.amount)) then
    report.agrees { at = whole, related = parts, how = "Σ = " .. whole.text }
    return
  end
  local at = digits and wrong_sign(whole, parts)
  if at then tell(at, places, report, "base") end
end

local function judge_rates(whole, parts, report)
  if #parts < 2 or not partition.is_whole(parts) then return end
  local low, high
  for _, c in ipairs(parts) do
    local x = turned(c, c.interval)
    low = (not low or x.low < low) and x.low or low
    high = (not high or x.high > high) and x.high or high
  end
  local range, own = interval(low, high), turned(whole, whole.interval)
  if range:meets(own) then
    report.agrees { at = whole, related = parts, how = whole.text }
  elseif range:meets(ZERO - own) and (low:gt(0) or high:lt(0)) then
    tell(whole, { whole, table.unpack(parts) }, report, "rate")
  end
end

-- 粮食面积增加0.3千公顷。其中,……。经济作物面积……: the next sentence of the paragraph
-- goes on with the parts only where 其中 has brought but one.
local function is_near(c, first, whole)
  if c.block ~= first.block then return false end
  return c.sentence == first.sentence or whole.sentence == first.sentence or c.sentence.index == first.sentence.index + 1 and c.index - first.index < 3
end

local function judge(m, report, kind, aspect, judged)
  local all, first = m.doc.claims, m:next_figure()
  if not first then return end
  local whole
  for i = first.index - 1, math.max(1, first.index - 4), -1 do
    if all[i].block ~= first.block then break end
    if not whole and change(all[i], kind) and all[i]:has(aspect) then whole = all[i] end
  end
  if not whole then return end
  local last = first.index
  while all[last + 1] and is_near(all[last + 1], first, whole) and last - first.index < REACH * 2 do last = last + 1 end
  judged(whole, collect(all, first.index, last, whole, aspect), report)
end

-- due to a $29.0 million decrease in fees, partially offset by $2.0 million of other
-- costs: reasons need not be all, so two digits or the point must have slipped.
local figures, offset, near = lib "figures", lib "offset", lib "near"

-- Is a figure, but for its point or two digits, one of the range?
local function slipped(c, range)
  local want = range / c.factor
  local kind, value = near.within(c.value, want, c.last_digit)
  if kind == "transposed" then return value end
  for _, v in ipairs { c.value * 10, c.value / 10 } do
    if c.decimals > 0 and want:contains(v) then return v end
  end
end

local function judge_offset(m, report)
  local whole, raised, taken = offset.read(m)
  if not whole then return end
  local net = figures.sum(raised) - figures.sum(taken)
  local places = {}
  for _, list in ipairs { raised, taken } do
    for _, c in ipairs(list) do places[#places + 1] = c end
  end
  if net:meets(whole.amount) then
    report.agrees { at = whole, related = places, how = net:text() .. " ∋ " .. whole.text }
    return
  end
  local at, value = whole, slipped(whole, net)
  for _, c in ipairs(value and {} or raised) do
    local v = slipped(c, whole.amount + figures.sum(taken) - figures.sum(raised, c))
    if v and not value then at, value = c, v end
  end
  for _, c in ipairs(value and {} or taken) do
    local v = slipped(c, figures.sum(raised) - figures.sum(taken, c) - whole.amount)
    if v and not value then at, value = c, v end
  end
  if not value then return end
  local others = at ~= whole and { whole } or {}
  for _, c in ipairs(places) do
    if c ~= at then others[#others + 1] = c end
  end
  report { at = at, related = others, message = "offset", expected = lib("show").value(value, at), values = { value = lib("show").value(value, at), whole = whole.text } }
end

return {
  api = 1,
  id = "changes-of-parts",
  severity = "warning",
  on = { pattern = { [[其中]], offset.pattern } },
  summary = {
    zh = "各部分增减之和与总的增减方向不符（增加295万元，其中各项都减少）",
    en = "the changes of the parts make that of the whole but for one sign",
  },
  explain = {
    zh = [[“比上年增加295.18万元，其中A减少25.36万元、B减少26.70万元、C减少243.12万元”：不计正负各项之和恰好等于总的
变动，只是方向相反，可见没有漏项而是方向写反。英文“due to …, partially offset by …”：各项相抵后只差小数点或对调两位时报告。增速：各部分已列全时，总体的增速在各部分增速之间。]],
    en = [[Where the changes told behind 其中 make the change of the whole exactly once one sign is turned, no part is
missing and a sign is wrong. What a change was due to and what offset it make the change: a slip of the point or of two
digits is reported. Where the parts are all of the whole, its rate of growth lies between theirs.]],
  },
  messages = {
    offset = {
      zh = "各项增减之和与 {whole} 不符；{stated} 若为 {value} 则相符",
      en = "what is told of it does not make {whole}; it would with {value} for {stated}",
    },
    base = {
      zh = "“{cue}{change}”的方向与各部分增减之和不符",
      en = "“{cue}” ({change}): the changes of the parts make the whole's only with the other sign",
    },
    rate = {
      zh = "“{cue}{change}”与各部分的增减方向相反",
      en = "“{cue}” ({change}): all parts go the other way",
    },
  },
  examples = {
    bad = {
      { [[The decrease of $28.8 million was due to a $29.0 million decrease in fees, partially offset by an increase in other costs of $2.0 million.]], at = "$2.0 million" },
      { [[Costs increased $12.3 million, due to $14.4 million of wages and $1.8 million of rent, offset in part by $9.3 million of savings.]], at = "$9.3 million" },
      { [[“三公”经费预算280.6万元,比上年增加29.1万元。其中:因公出国(境)费6万元,比上年减少2.5万元;公务接待费29.5万元,比上年减少2.6万元;公务用车费245.1万元,比上年减少24.0万元。]],
        at = "增加" },
      { [[财政收入120亿元,比上年增加12.5亿元。其中税收收入90亿元,增加16.7亿元;非税收入30亿元,增加4.2亿元。]], at = "增加", nth = 3 },
      { [[全年进出口总额下降6.1%,其中进口增长5.2%,出口增长7.1%。]], at = "下降" },
    },
    good = {
      [[The decrease of $28.8 million was due to a $29.0 million decrease in fees, partially offset by an increase in other costs of $0.2 million.]],
      [[Costs increased $12.3 million, due to $14.5 million of wages, partially offset by $1.7 million of savings and other items.]],
      [[粮食播种面积135.5千公顷,增加0.3千公顷。其中,稻谷减少0.6千公顷,玉米减少1.0千公顷,薯类增加1.4千公顷。经济作物面积增加2.3千公顷。其中,蔬菜增加1.2千公顷,油料增加0.5千公顷。果园面积减少0.3千公顷。]],
      [[“三公”经费预算280.6万元,比上年减少29.1万元。其中:因公出国(境)费6万元,比上年减少2.5万元;公务接待费29.5万元,比上年减少2.6万元;公务用车费245.1万元,比上年减少24.0万元。]],
      [[财政收入120亿元,比上年增加12.5亿元。其中税收收入90亿元,增加16.7亿元;非税收入30亿元,减少4.2亿元。]],
      [[手续费净收入170.85亿元,比上年增加26.51亿元。其中,手续费收入增加28.34亿元,手续费支出增加1.83亿元。]],
      [[全年进出口总额增长6.1%,其中进口增长5.2%,出口增长7.1%。工业产值下降2.1%,其中石化增长3.2%,建材增长1.8%。]],
    },
  },
  check = function(m, report)
    if m.text:find("^offset") then return judge_offset(m, report) end
    judge(m, report, "amount", "increment", judge_amounts)
    judge(m, report, "percent", "growth", judge_rates)
  end,
}
