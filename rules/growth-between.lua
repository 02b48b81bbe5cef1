-- 地区生产总值增长6.2%,一、二、三产业增加值分别增长4%、5.3%、3.4%: the whole grows
-- neither faster than its fastest part nor slower than its slowest.
local NEAR = 3 -- sentences from the whole to its last part
local SLACK, AIMED = decimal(5) / 100, decimal(5) / 10 -- of an aim, which is rounded
local ZERO = interval(0, 0)

local CLAUSE = re.new("[^,;。:、()]*$")
local LEAD = re.new("^(?:其中|分?产业看|全[国省市区县]|我[国省市区县]|按[^,]{0,8}分|全年|从[^,]{0,8}看|受[^,]{0,12}影响)+")
local TAIL = re.new("(?:(?:同比|比上年同期|比上年|比去年同期|比去年|较上年|环比|比上月|同期)?(?:实际|平均|累计)?(?:分别)?(?:增加值)?(?:同比|比上年|较上年)?)$")
local EACH = re.new("([^,;。:()\\d]{2,40}?)(?:增加值|投资|总?额|价格)?(?:同比|比上年|较上年)?分别[^,;。\\d]{0,12}$")
local CUT = re.new("[、和与及]")
local NTH = re.new("^第?([一二三])(?:产业?)?$")
local ALL = re.new("^(?:三次|一二三|三大)产业?$") -- 三次产业分别增长
local NUMERALS = { "一", "二", "三" }

-- The rate with its sign, as an interval; nil where the sign is not known, and
-- of what is told against the month before.
local MONTHLY = re.new("环比|上月|上季|上旬|年初|计划|预算|目标")
local RATES = { claim = true, has = "growth" }
local PARTED, parted = re.new("三产|产业|出口|餐饮|非税"), memo() -- sentences whose aims may be of parts
local function is_parted(sentence)
  if parted[sentence] == nil then parted[sentence] = PARTED:find(sentence.text) ~= nil end
  return parted[sentence]
end

local function rate(c)
  local direction, bound, modality = c.direction, c.bound, c.modality
  if direction ~= "up" and direction ~= "down" or bound ~= "exact" and bound ~= "about" or modality == "forecast" then return nil end
  local aim = modality == "target"
  if c:has("average") or c:has("cumulative") or aim and not is_parted(c.sentence) or not c.value then return nil end
  if MONTHLY:find(c.base_cue .. (aim and "" or c:before(12))) then return nil end
  local range = aim and interval(c.value, c.value) or c.interval
  if not (range.low and range.high) then return nil end
  return direction == "down" and ZERO - range or range
end

local function strip(text)
  local from, to = LEAD:find(text)
  if from then text = text:sub(to + 1) end
  from = TAIL:find(text)
  return from and text:sub(1, from - 1) or text
end

-- The name of member i of a list: 一、二、三产业增加值分别.
local function listed(c)
  local first = c.verb or c
  local before = first:before(60) .. first.text
  local names = before:find("分别", 1, true) and EACH:match(before)
  if not names then return nil end
  local _, lead = LEAD:find(names)
  if lead then names = names:sub(lead + 1) end
  if ALL:find(strip(names)) then return NUMERALS[c.list_index] and "第" .. NUMERALS[c.list_index] .. "产业" end
  local n, from = 1, 1
  while true do
    local at, to = CUT:find(names, from)
    if n == c.list_index then
      local name = names:sub(from, at and at - 1 or #names)
      local nth = NTH:match(name)
      return nth and "第" .. nth .. "产业" or strip(name)
    end
    if not at then return nil end
    n, from = n + 1, to + 1
  end
end

local function name_of(c)
  if c.list_index then return listed(c) end
  local said = strip(CLAUSE:match((c.verb or c):before(24)))
  if said ~= "" then return said end
  return strip(c.name), true
end

-- Name to the rows of the lexicon and what it is in them.
local rows, roles = lexicon "zh/between", {}
for i = 1, #rows do
  for _, role in ipairs { "total", "first", "second", "third" } do
    for name in rows[i][role]:gmatch("[^|]+") do
      roles[name] = roles[name] or {}
      table.insert(roles[name], { row = i, role = role })
    end
  end
end

local function alike(a, b)
  return a.scope == b.scope and a.modality == b.modality and (a.base_cue_value == b.base_cue_value or a.base_cue == "" or b.base_cue == "")
end

local function signed(c)
  return (c.direction == "down" and "-" or "") .. c.text
end

local function judge(total, parts, report)
  local value, least, most = rate(total), parts[1], parts[1]
  for _, p in ipairs(parts) do
    if rate(p).low < rate(least).low then least = p end
    if rate(p).high > rate(most).high then most = p end
  end
  local low, high = signed(least), signed(most)
  local slack = total.modality == "target" and AIMED or SLACK
  if value.low > rate(most).high + slack or value.high < rate(least).low - slack then
    report { at = total, related = parts, expected = low .. "—" .. high,
             values = { name = name_of(total), rate = signed(total), low = low, high = high } }
  else
    report.agrees { at = total, related = parts, how = low .. " ≤ " .. signed(total) .. " ≤ " .. high }
  end
end

-- The parts of a row behind its total, once all are there.
local function complete(state, row)
  local parts = { state.first, state.second, state.third }
  local wanted = row.third ~= "" and 3 or 2
  for i = 1, wanted do
    if not parts[i] then return nil end
  end
  return parts
end

local function is_near(c, total)
  return c.block == total.block and c.sentence.index - total.sentence.index <= NEAR
end

-- A total that its own clause does not name (41.76万亿元,增长0.2%) is none where one
-- was named just before.
local function take(c, states, report)
  local name, inherited = name_of(c)
  for _, r in ipairs(roles[name or ""] or {}) do
    local state = states[r.row]
    if r.role == "total" and inherited and state and is_near(c, state.total) then
      state.done = state.done or state.first ~= nil
    elseif r.role == "total" then
      states[r.row] = { total = c }
    elseif state and not state.done and not state[r.role] and alike(c, state.total) and is_near(c, state.total) then
      state[r.role] = c
      local parts = complete(state, rows[r.row])
      if parts then
        state.done = true
        judge(state.total, parts, report)
      end
    end
  end
end

return {
  api = 1,
  id = "growth-between",
  severity = "warning",
  languages = { "zh" },
  summary = {
    zh = "总体的增幅不在各组成部分的增幅之间",
    en = "a whole grows faster or slower than every one of its parts",
  },
  explain = {
    zh = [[地区生产总值的增幅介于三次产业增幅之间，进出口介于出口与进口之间，CPI介于城市与农村、食品与非食品之间：
同一段里总体与全部组成部分的增幅都写出来，总体比最高的还高或比最低的还低（超过末位一个单位），其中之一就错了。]],
    en = [[The product grows between its three industries, trade between exports and imports, prices between food and
what is no food. Where a paragraph tells the whole and all of its parts, a whole above the highest or below the lowest
by more than a last digit is wrong, or one of the parts is.]],
  },
  messages = {
    base = {
      zh = "{name}增幅 {rate} 不在各部分增幅 {low} 至 {high} 之间",
      en = "{name} changes by {rate}, its parts by {low} to {high}",
    },
  },
  examples = {
    bad = {
      { "2025年甲省政府工作报告\n\n二、2025年工作安排\n\n主要预期目标是:全省地区生产总值增长8.5%左右,其中一、二、三产增加值分别增长3.5%左右、7%左右、5%左右。", at = "8.5%" },
      { [[地区生产总值增长3.2%,三次产业分别增长3.5%、7.4%、5.1%。]], at = "3.2%" },
      { [[地区生产总值增长6.2%左右,一、二、三产业增加值分别增长4%、5.3%、3.4%。]], at = "6.2%" },
      { [[地区生产总值增长7.2%。其中,第一产业增加值增长2.3%,第二产业增加值增长7.0%,第三产业增加值增长6.8%。]], at = "7.2%" },
      { [[货物进出口总额41.76万亿元,增长2.2%。其中,出口增长0.6%,进口下降0.3%。]], at = "2.2%" },
      { [[居民消费价格同比上涨2.1%。其中,城市上涨1.3%,农村上涨1.0%。]], at = "2.1%" },
    },
    good = {
      "2025年甲省政府工作报告\n\n二、2025年工作安排\n\n主要预期目标是:全省地区生产总值增长5.5%左右,其中一、二、三产增加值分别增长3.5%以上、5%左右、5%以上。全县生产总值增长6%以上,力争达到7%,第一产业增加值增长4%,第二产业增加值增长6%以上,第三产业增加值增长5.8%以上。",
      "2025年甲省政府工作报告\n\n二、2025年工作安排\n\n去年地区生产总值增长8.5%。今年一、二、三产业增加值分别增长3.5%、7%、5%。",
      [[地区生产总值增长4.2%左右,一、二、三产业增加值分别增长4%、5.3%、3.4%。]],
      [[地区生产总值增长7.1%。其中,第一产业增加值增长2.3%,第二产业增加值增长7.0%,第三产业增加值增长6.8%。]],
      [[货物进出口总额41.76万亿元,增长0.2%。其中,出口增长0.6%,进口下降0.3%。一般公共预算收入增长3%,税收收入增长5%。]],
      [[居民消费价格同比上涨1.1%,环比下降0.1%,1—5月累计上涨0.4%。城市上涨1.3%,农村上涨0.9%;城市环比上涨0.3%。]],
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      local states = {}
      for _, c in ipairs(doc.lang == "zh" and doc:figures("percent", RATES) or {}) do
        if rate(c) then take(c, states, report) end
      end
    end
  end,
}
