-- said_total: totals that are said behind their parts (……总规模为1304亿元),
-- a number that is split into those that rise and those that fall, those who
-- should have come, came and stayed away, and two numbers of which the sentence
-- tells the same two kinds.
--
-- total, split, absent, twin: patterns for on.pattern; check(m, report) judges a
-- match.

local said = {}

said.total = [[(?<word>总规模|合计|总计|共计)(?:为|达到|达)?[\d.,]+(?:万|亿|万亿)?(?<unit>元|吨|人|户|亩|公里|个|家|台|辆|项|座|所|名|件|例|起|处|枚)]]
said.split = [[(?<n>\d+)(?<unit>[个种户家项类])[^,。;\d]{1,16}中,[^。\d]{0,80}(?<a>\d+)[个种户家项类][^,。;\d]{0,12}(?<rise>增长|上升|盈利|上涨)[^。]{0,60}?;[^。\d]{0,80}?(?<b>\d+)[个种户家项类][^,。;\d]{0,12}(?<fall>负增长|下降|亏损|下跌)]]

-- 应出席代表2956人,出席2877人,缺席79人
said.absent = [[应(?:到|出席)[^,。;\d]{0,8}(?<n>\d+)(?<unit>人|名),(?:实到|实际出席|出席)[^,。;\d]{0,6}(?<a>\d+)\k<unit>,(?:缺席|请假)[^,。;\d]{0,4}(?<b>\d+)\k<unit>(?![,、][^,。;\d]{0,6}(?:缺席|请假|未到|因故|病假|事假|\d))]]

-- 科学奖51项,其中一等奖3项、二等奖48项;发明奖58项,其中一等奖3项、二等奖55项
local OF_TWO = [[(?<![\d.])(?<n%s>\d+)%s,其中[:,]?(?<p%s>[一-龥]{2})[^,。;、\d]{0,8}(?<a%s>\d+)\k<unit>[、,](?<q%s>[一-龥]{2})[^,。;、\d]{0,8}(?<b%s>\d+)\k<unit>]]
said.twin = OF_TWO:gsub("%%s,", "(?<unit>[一-龥]),"):gsub("%%s", "") .. ";[^;。\\d]{2,24}" .. OF_TWO:gsub("%%s,", "\\k<unit>,"):gsub("%%s", "2")
  .. [[(?![、,和][^,。;、\d]{0,12}\d+\k<unit>)]]

local LEAST, MOST = 2, 4

local function is_level(claim, unit)
  return claim.is_claim and claim.unit == unit and claim.aspect == "level" and claim.value and claim.bound == "exact"
    and claim.amount.low and claim.amount.high
end

-- The claim that the match ends in, and the levels of its unit before it.
local function read(m)
  local all, total, list = m.sentence.claims, nil, {}
  for _, c in ipairs(all) do
    if c.is_claim and m.text:find(c.text, 1, true) and c:before(18):find(m.word, 1, true) then total = c end
  end
  if not total or not total.value or total.bound ~= "exact" then return nil end
  for _, c in ipairs(all) do
    if c.index < total.index and is_level(c, total.unit) then list[#list + 1] = c end
  end
  return total, list
end

local DIGITS = 3 -- of a figure whose swapped digits are no chance

-- What makes the sum right once two digits are swapped: the total, or one of
-- its members; then the figure, and what it would be.
local function swapped(total, members, sum)
  local near = lib "near"
  local kind, value = near.within(total.value, sum / total.factor, total.last_digit)
  if kind == "transposed" and total.digits >= DIGITS then return total, value end
  for _, c in ipairs(members) do
    kind, value = near.within(c.value, (total.amount - (sum - c.amount)) / c.factor, c.last_digit)
    if kind == "transposed" and c.digits >= DIGITS then return c, value end
  end
end

-- The last two to four of them make the total, or would with two digits of
-- one figure turned back.
local function judge_total(m, report)
  local total, list = read(m)
  if not total or #list < LEAST then return end
  local sum, found = list[#list].amount, nil
  for n = 2, math.min(MOST, #list) do
    sum = sum + list[#list - n + 1].amount
    local members = { table.unpack(list, #list - n + 1) }
    if sum:meets(total.amount) then
      report.agrees { at = total, related = members, how = "Σ = " .. total.text }
      return
    end
    local at, value = swapped(total, members, sum)
    if at and not found then found = { at = at, members = members, value = value, sum = sum } end
  end
  if not found then return end
  local places = {}
  for _, c in ipairs(found.members) do
    if c.index ~= found.at.index then places[#places + 1] = c end
  end
  if found.at.index ~= total.index then places[#places + 1] = total end
  report {
    at = found.at, related = places, message = "slip", expected = lib("show").value(found.value, found.at), severity = "warning",
    values = { sum = lib("show").like(found.sum, total), whole = total.text, kind = lib("near").words.transposed },
  }
end

local function place_of(m, name)
  for _, c in ipairs(m.sentence.claims) do
    if c.text == m[name] .. m.unit then return c end
  end
  return m:place(name)
end

local function judge_split(m, report)
  local n, a, b = tonumber(m.n), tonumber(m.a), tonumber(m.b)
  local at, x, y = place_of(m, "n"), place_of(m, "a"), place_of(m, "b")
  if a + b == n then
    report.agrees { at = at, related = { x, y }, how = m.a .. " + " .. m.b }
  else
    report {
      at = at, related = { x, y }, message = "split", expected = tostring(a + b) .. m.unit, severity = "warning",
      values = { a = m.a .. m.unit, b = m.b .. m.unit, sum = tostring(a + b) },
    }
  end
end

-- The first or the second of two like lists, as far as it adds up.
local function one_of(m, second)
  local n, a, b = m:figure(second and "n2" or "n"), m:figure(second and "a2" or "a"), m:figure(second and "b2" or "b")
  if not (n and a and b and n.value and a.value and b.value) then return nil end
  return { n = n, a = a, b = b, fits = a.value + b.value == n.value }
end

local function judge_sum(list, report)
  if list.fits then
    report.agrees { at = list.n, related = { list.a, list.b }, how = list.a.text .. " + " .. list.b.text }
    return
  end
  local sum = (list.a.value + list.b.value):text() .. list.n.unit_text
  report {
    at = list.n, related = { list.a, list.b }, message = "split", expected = sum, severity = "warning",
    values = { a = list.a.text, b = list.b.text, sum = sum },
  }
end

-- Where one list of the two kinds is all of its number, so is the other.
local function judge_twin(m, report)
  local first, second = one_of(m), one_of(m, true)
  if not (first and second) or m.p ~= m.p2 or m.q ~= m.q2 or not (first.fits or second.fits) then return end
  judge_sum(first, report)
  judge_sum(second, report)
end

local ABSENT, TWIN = re.new("^" .. said.absent), re.new("^" .. said.twin)
function said.check(m, report)
  if ABSENT:find(m.text) then
    local list = one_of(m)
    if list then judge_sum(list, report) end
    return
  end
  if TWIN:find(m.text) then return judge_twin(m, report) end
  if m.text:find("中,", 1, true) and m.text:find("^%d") then return judge_split(m, report) end
  return judge_total(m, report)
end

return said
