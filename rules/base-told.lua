-- 1955年铺轨1222公里。……1956年铺轨1985公里,比1955年增加26%: the figure a change is
-- measured against stands elsewhere in the text, under its own year.
local change, near, show, figures = lib "change", lib "near", lib "show", lib "figures"

local HUNDRED = 100
local ONE = decimal(1)
local SLACK = decimal(1) -- in points: what is rounded twice
local MANY = 4 -- levels of one name and year: then it is not told apart

-- What may stand in one of two names of a thing, and what its growth is told of otherwise.
local ALL, ANY_ALL = { "全社会", "规模以上", "完成", "总" }, re.new("全社会|规模以上|完成|总")
local TAIL = re.new("(?:额|量|里数|决算数|预算数|数)$")
local LEAD = re.new("^(?:\\([^()]*\\)|[我全][国省市区县]|国家|预算|决算|规定|计划|安排|其中|全年|本年|用于|的|共|各项)+")
local OTHER = re.new("可比|实际|口径|扣除|不变价|平均每|年均|计划|预算|剔除|环比|同期|增速|累计|年预计|原定|规定")
local REAL = re.new("总产值|收入|支出|生产总值|增加值|GDP")
local YEAR = re.new("^(\\d{4})-(?:01-01/(\\d{4})|(12)-31/(\\d{4}))-12-31$")

-- The year of a period, and whether it is the end of it.
local function year_of(period)
  local a, b, last, c = YEAR:match(period)
  if not a or a ~= (last ~= "" and last and c or b) then return nil end
  return tonumber(a), last ~= nil and last ~= ""
end

local function key(c, name)
  if ANY_ALL:find(name) then
    for _, word in ipairs(ALL) do name = name:gsub(word, "") end
  end
  return TAIL:replace(LEAD:replace(name, ""), "") .. "/" .. c.dimension .. "/" .. c.unit .. "/" .. c.aspect
end

local ASPECTS, BOUNDS = { level = true, new = true }, { exact = true, about = true }
local function is_level(c)
  return ASPECTS[c.aspect] and BOUNDS[c.bound] and c.is_claim and c.unit ~= "" and c.name ~= "" and c.value and c.value:gt(0) and not c.sentence.cell
end

-- The levels of a document by the period they are of, in order; false in most reports of one
-- year, where few are of another.
local LEVELS, PART = { claim = true, prose = true }, 10
local told = memo()
local function levels_of(doc)
  if told[doc] ~= nil then return told[doc] end
  local out, years, all, most = {}, {}, 0, 0
  for _, c in ipairs(doc:figures("amount", "count", LEVELS)) do
    local period = c.period
    if period ~= "" then
      local list = out[period]
      if not list then
        list = {}
        out[period] = list
      end
      list[#list + 1] = c
    end
  end
  for period, list in pairs(out) do
    local year = period:sub(1, 4)
    years[year] = (years[year] or 0) + #list
    all = all + #list
    most = math.max(most, years[year])
  end
  told[doc] = (all - most) * PART >= all and all > most and { of = out, by_name = {} }
  return told[doc]
end

-- Those of a period by name; made when they are first asked for.
local function named_in(levels, period)
  if levels.by_name[period] then return levels.by_name[period] end
  local out = {}
  for _, c in ipairs(levels.of[period] or {}) do
    if is_level(c) then
      local k = key(c, c.name)
      out[k] = out[k] or {}
      table.insert(out[k], c)
    end
  end
  levels.by_name[period] = out
  return out
end

-- 比1955年铺轨里数增加: between the level and its change.
local AGAINST = re.new("^[,、]?(?:(?:比|较)(?:上年|去年|(?<year>[\\d〇零一二三四五六七八九]{4})年)末?的?(?:同期)?(?<noun>[^,。;:\\d]{0,12}?)|同比)?(?:将|要|预计|约|大约|共|均|实)*(?:增长|增加|减少|下降|降低|提高|上升|多|少)了?(?:约|大约|近)?$")

-- Do two names share two characters side by side?
local function share(a, b)
  for from, _ in utf8.codes(a) do
    local next_at = utf8.offset(a, 3, from)
    if next_at and b:find(a:sub(from, next_at - 1), 1, true) then return true end
  end
  return false
end

local NOUNLESS = re.new("^(?:的|决算数|预算数|水平|实际|全年)*$")
-- The level that stands right before its change, and the year it is told against
-- where that is printed.
local function level_of(by, claims)
  local index = by.index
  local ahead = claims[index - 1]
  local told_year
  if ahead and not ahead.is_claim and ahead.kind == "period" then
    told_year = ahead.year
    ahead = claims[index - 2]
  end
  if not ahead or ahead.sentence ~= by.sentence or not is_level(ahead) then return nil end
  local found, _, year, noun = AGAINST:find(figures.gap(ahead, by, 36) or "?")
  if not found or noun and not NOUNLESS:find(noun) and not share(noun, ahead.name) then return nil end
  return ahead, year and year ~= "" and told_year or nil
end

local function bases_of(level, by, base)
  local own, at_end = year_of(level.period)
  if not own or base and base >= own then return nil end
  local year = base or own - 1
  local levels = named_in(levels_of(level.doc), (at_end and "%d-12-31/%d-12-31" or "%d-01-01/%d-12-31"):format(year, year))
  local out = levels[key(level, level.name)]
  if not out and by.name ~= "" then out = levels[key(level, by.name)] end
  if not out or #out > MANY then return nil end
  for _, c in ipairs(out) do
    if c.scope ~= level.scope and c.scope ~= "" and level.scope ~= "" or c.sentence == level.sentence then return nil end
  end
  return out
end

-- What the change should be, in the terms it is printed in.
local function computed_of(level, base, by)
  local x
  if by.kind == "percent" then
    x = (level.amount / base.amount - interval(ONE, ONE)) * HUNDRED
  else
    x = (level.amount - base.amount) / by.factor
  end
  return by.direction == "down" and interval(0, 0) - x or x
end

-- A slip of the pen, or a thing that is weighed and counted and far from it.
local function is_wrong(level, base, by, computed)
  local stated = by.interval
  if computed.high:lt(0) then return false end
  if near.within(by.value, computed:widen(by.last_digit / 2), by.last_digit) then return true end
  if level.unit == "CNY" and REAL:find(level.name) or base.bound == "about" or level.bound == "about" then return false end
  return not computed:widen(SLACK * 2):meets(stated)
end

-- What is far from it by more than a change can be is of another thing; 超过计划220万吨
-- is no level; 一季度 is not the year; the same figure again is the same fact.
local MOST_CHANGE = 300 -- per cent
local SURPLUS = re.new("(?:低于|高于|超过|少于|多于|超)[^,。;\\d]{0,8}(?:计划|目标|预期|预算)[^,。;\\d]{0,3}$")
local PART_YEAR = re.new("[一二三四1-4]季|[上下]半年|\\d{1,2}月|个月")
local LISTED = re.new("^[、和与及]\\d") -- 增长2.1%和1.6%: of two
local function is_base(level, base)
  if SURPLUS:find(base:before(54)) or level.value == base.value and level.unit == base.unit then return false end
  if base.amount.high and level.amount.low and level.amount.low * HUNDRED > base.amount.high * (HUNDRED + MOST_CHANGE) then return false end
  local x, y = PART_YEAR:find(level.sentence.text) ~= nil, PART_YEAR:find(base.sentence.text) ~= nil
  return x == y
end

local function judge(level, by, year, report)
  if LISTED:find(by:after(4)) then return end
  local wrong
  for _, base in ipairs(bases_of(level, by, year) or {}) do
    local computed = computed_of(level, base, by)
    if not change.finite(computed) then return end
    if computed:widen(by.last_digit):meets(by.interval) then
      report.agrees { at = by, related = { level, base }, how = computed:text() .. " ∋ " .. by.text }
      return
    end
    if not wrong and is_base(level, base) and is_wrong(level, base, by, computed) then wrong = { base = base, computed = computed } end
  end
  if not wrong then return end
  local shown = by.kind == "percent" and show.range(wrong.computed, by.decimals + 1) .. "%" or show.range(wrong.computed / by.scale, by.decimals) .. by.unit_text
  report {
    at = by, related = { level, wrong.base }, expected = shown,
    values = { base = wrong.base.text, level = level.text, computed = shown },
  }
end

-- What a change says of itself: growth, or more of the unit of its level.
local CHANGES = { { claim = true, prose = true, aspect = "growth" }, { claim = true, prose = true, aspect = "increment" } }

local function check(by, claims, report)
  local bound = by.bound
  if bound ~= "exact" and bound ~= "about" or not by.value then return end
  local level, year = level_of(by, claims)
  if level and not OTHER:find(by:before(14)) and not change.real_terms(by) then judge(level, by, year, report) end
end

return {
  api = 1,
  id = "base-told",
  severity = "warning",
  languages = { "zh" },
  on = { set = true },
  summary = {
    zh = "增幅、增量与别处所说的基期数不符（1955年1222公里，1956年1985公里，比1955年增加26%）",
    en = "a change disagrees with the level of its base year that is told elsewhere",
  },
  explain = {
    zh = [[“1956年……1985公里，比1955年增加26%”，而1955年的数在文中另一处写着：由两个数复算。名称、单位、范围相同，
两数各有自己的年份才比较；基期数有一个相符就不报告。收入、产值的增幅可能按可比价计算，只报告笔误（两位颠倒、一位有误、差十倍）。]],
    en = [[A change against a year whose level of the same name, unit and scope stands elsewhere in the text is recomputed.
One level that fits is enough. Of incomes and output, which may grow in real terms, only slips of the pen are told.]],
  },
  messages = {
    base = {
      zh = "由 {base} 到 {level}，增减应为 {computed}，印为 {stated}",
      en = "from {base} to {level} the change is {computed}, printed as {stated}",
    },
  },
  examples = {
    bad = {
      { "1955年新建铁路铺轨1222公里。\n\n1956年新建铁路铺轨1985公里,比1955年铺轨里数增加26%。", at = "26%" },
      { "１９５５年粮食总产量达到３，６８０亿斤,比１９５４年增长９％。\n\n１９５６年粮食产量将要达到３，９８９亿斤,比１９５５年增长４．８％。", at = "４．８％" },
      { "1955年国防费支出6499862000元。\n\n1956年国家预算规定国防费支出为6141391000元,比上年国防费决算数减少了2.55%。", at = "2.55%" },
      { "1955年完成的基本建设投资额共为86.3亿元。1956年全国基本建设的投资共有140亿元,比1955年基本建设投资增长42%。", at = "42%" },
      { "2010年全市茶叶产量500万吨。\n\n2011年全市茶叶产量达到550万吨,比上年增长15%。", at = "15%" },
      { "2010年油料产量30万吨。\n\n2011年油料产量达到33万吨,比2010年增加8万吨。", at = "8万吨" },
      { "一九八五年原煤产量八亿五千万吨。\n\n一九八六年原煤产量八亿七千万吨,比一九八五年增长百分之六点四。", at = "百分之六点四" },
      { "2018年末公路通车里程12500公里。\n\n2019年末公路通车里程13200公里,比上年增长6.5%。", at = "6.5%" },
      { "2015年接待游客1240万人次。\n\n2016年接待游客1488万人次,比2015年增长2%。", at = "2%" },
      { "2003年末在校学生21600人。\n\n2004年末在校学生24000人,比上年增加4200人。", at = "4200人" },
    },
    good = {
      "1955年新建铁路铺轨1222公里。\n\n1956年新建铁路铺轨1985公里,比1955年铺轨里数增加62%。",
      "2010年全市茶叶产量500万吨。\n\n2011年全市茶叶产量达到550万吨,比上年增长10%。",
      "2010年全市茶叶产量500万吨,红茶产量100万吨。\n\n2011年全市红茶产量达到110万吨,比2010年增长10%。",
      "2010年全市生产总值500亿元。\n\n2011年全市生产总值达到550亿元,比上年增长8%。",
      "2010年农民人均收入5000元。\n\n2011年农民人均收入5500元,比上年增长6.5%。",
      "1980年粮食产量33212万吨。\n\n1981年粮食产量34250万吨,比1980年预计增加1000万吨。",
      "2009年用电量500亿千瓦时。\n\n2011年用电量达到605亿千瓦时,比2010年增长10%。",
      "2010年用电量500亿千瓦时。\n\n2011年用电量达到550亿千瓦时,按可比口径比上年增长12%。",
      "2010年甲县茶叶产量5万吨。\n\n2011年乙县茶叶产量5.5万吨,比2010年增长20%。",
      "2010年接待游客500万人次。\n\n2011年接待游客约550万人次,比上年增长13%。",
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      local claims = doc.claims
      for _, sieve in ipairs(doc.lang == "zh" and levels_of(doc) and CHANGES or {}) do
        for _, by in ipairs(doc:figures("percent", "amount", "count", sieve)) do check(by, claims, report) end
      end
    end
  end,
}
