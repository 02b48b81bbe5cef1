-- 今年财政总收入增长18%,达到22.2亿元, and the year before 20.6亿元: what is
-- planned is the year before and the growth that is planned.
--
-- Growth with its level that is planned, or told of a year; the level of the
-- same name that was told before. Where the pairs of one block agree but for
-- some, these are reported; a lone one only where a slip of the pen mends it.
local figures, show, near = lib "figures", lib "show", lib "near"
local HUNDRED = 100
local ALL = { "全社会", "规模以上", "额$", "完成$" } -- may stand in one of two names of a thing
local PLANNED = re.new("预期|目标|计划|安排|预算|力争|确保|拟|预计|达到")
local NEXT = re.new("今年|明年|来年|下一年|新的一年|安排|目标|打算|任务|草案")
local REAL = re.new("生产总值|增加值|GDP")
local ONE = decimal(1)

local function key(c)
  local name = c.name
  for _, word in ipairs(ALL) do name = name:gsub(word, "") end
  return name .. "/" .. c.unit .. "/" .. c.scope
end

local function level(c)
  return c and c.value and c.bound == "exact" and c.aspect == "level" and not c.numeral and not c.list and c.name ~= "" and c.unit ~= ""
    and not c.sentence.cell
end

local BETWEEN = re.new([[^,?(?:总量|总额)?(?:力争|预计|确保)?(?:达到?|完成|为|实现|安排|突破)?$]])
local VERB = re.new([[^(?:左右)?[,、]?(?:同比|比上年|比去年|较上年)?(?:实际|执行数|完成数|预计)?(?:增长|增加|下降|减少)$]])

-- The level told right behind or before the rate.
local function level_of(rate, all)
  local behind, ahead = all[rate.index + 1], all[rate.index - 1]
  if level(behind) and behind.sentence == rate.sentence and behind.name == rate.name then
    local gap = figures.gap(rate, behind, 12)
    if gap and BETWEEN:find(gap) then return behind end
  end
  if level(ahead) and ahead.sentence == rate.sentence and ahead.name == rate.name then
    local gap = figures.gap(ahead, rate, 16)
    if gap and VERB:find(gap) then return ahead end
  end
end

-- Planned levels of the document with their growth.
local function planned_of(doc)
  local out, next_section = {}, {}
  for _, rate in ipairs(doc:figures("percent", { has = "growth", prose = true })) do
    if rate:has("growth") and not rate.sentence.cell and rate.bound == "exact" and rate.value then
      local section = rate.section
      if next_section[section] == nil then next_section[section] = NEXT:find(section) ~= nil end
      local ahead = doc.claims[rate.index - 1]
      local aimed = rate.modality == "target" or ahead and ahead.modality == "target" or next_section[section]
      local to = aimed and level_of(rate, doc.claims)
      if to and (rate.modality == "target" or to.modality == "target" or PLANNED:find(to.sentence.text)) then
        out[#out + 1] = { rate = rate, to = to }
      end
    end
  end
  return out
end

local function year(c) return tonumber(c.period:sub(1, 4)) end

-- May `from` be the year before `to`? Told before it, as done, of no later year.
local function before(from, to)
  if from.index >= to.index or from.modality ~= "actual" or from.sentence == to.sentence then return false end
  local a, b = year(from), year(to)
  return not (a and b) or b - a == 1
end

-- Levels of the names that are planned, in order.
local function levels_of(doc, pairs_)
  local wanted, out = {}, {}
  for _, p in ipairs(pairs_) do wanted[key(p.to)] = true end
  for _, c in ipairs(doc:figures("amount", "count")) do
    if level(c) and wanted[key(c)] then
      local k = key(c)
      out[k] = out[k] or {}
      table.insert(out[k], c)
    end
  end
  return out
end

local function grown(from, rate)
  local by = rate.interval / HUNDRED
  if rate.direction == "down" then by = interval(0, 0) - by end
  return from.amount * (by + interval(ONE, ONE))
end

-- The level of the year before that fits, else the last one told.
local function base_of(p, levels)
  local last
  for _, from in ipairs(levels[key(p.to)] or {}) do
    if before(from, p.to) then
      if grown(from, p.rate):widen(p.to.last_digit * p.to.factor):meets(p.to.amount) then return from, true end
      last = from
    end
  end
  return last, false
end

-- Which figure a slip mends, and what it would be.
local function slip(p)
  local want = grown(p.from, p.rate) / p.to.factor
  local kind, value = near.within(p.to.value, want, p.to.last_digit)
  if kind then return p.to, kind, show.value(value, p.to) end
  local growth = (p.to.amount / p.from.amount - interval(ONE, ONE)) * HUNDRED
  if p.rate.direction == "down" then growth = interval(0, 0) - growth end
  kind, value = near.within(p.rate.value, growth, p.rate.last_digit)
  if kind then return p.rate, kind, value:text() .. "%" end
  return nil, nil, show.range(growth, p.rate.decimals + 1) .. "%"
end

local function judge(p, agreed, report)
  local at, kind, expected = slip(p)
  local sure = at and (kind == "transposed" or not REAL:find(p.to.name)) or agreed > 1 and not REAL:find(p.to.name)
  if not sure or not at and p.rate.direction == "" then return end
  at = at or p.rate
  report {
    at = at, related = { at.index == p.rate.index and p.to or p.rate, p.from }, expected = expected,
    values = { from = p.from.text, rate = p.rate.text, to = p.to.text, expected = expected },
  }
end

return {
  api = 1,
  id = "planned-growth",
  severity = "warning",
  languages = { "zh" },
  summary = {
    zh = "计划数与上年数、计划增速不符（上年20.6亿元，今年增长18%、达到22.2亿元）",
    en = "what is planned is not the year before with the growth that is planned",
  },
  explain = {
    zh = [[“今年…增长8%，达到22.2亿元”与前文“去年…20.6亿元”相互核对，名称、单位、范围须相同。同一段中两个以上的
目标都与上年数相符而只有个别不符，或改正一处笔误即相符时报告；生产总值、增加值的增速按不变价格计算，只报笔误。]],
    en = [[A planned level with its growth is held against the level of the year before that has its name, unit
and scope. A difference is told where two others of the block agree or a slip of the pen mends it; growth of value
added is real, so only a slip is told of it.]],
  },
  messages = {
    base = {
      zh = "上年为{from}，增长{rate}、达到{to}三者不符，此处应为{expected}",
      en = "the year before was {from}: growth of {rate} to {to} does not fit, {expected} would",
    },
  },
  examples = {
    bad = {
      { "一、去年工作回顾\n\n固定资产投资完成90.5亿元,增长14.7%。\n\n二、今年工作安排\n\n主要预期目标是:固定资产投资增长20%,达到118.6亿元。",
        at = "118.6亿元" },
      { "一、去年工作回顾\n\n财政总收入完成20.6亿元;社会消费品零售总额完成98.4亿元;固定资产投资完成90.5亿元。\n\n二、今年工作安排\n\n主要预期目标是:财政总收入增长18%,达到22.2亿元;社会消费品零售总额增长14%,达到112.2亿元;固定资产投资增长20%,达到108.6亿元。",
        at = "22.2亿元" },
    },
    good = {
      "一、去年工作回顾\n\n财政总收入完成20.6亿元;固定资产投资完成90.5亿元;地区生产总值235.2亿元。\n\n二、今年工作安排\n\n主要预期目标是:财政总收入增长8%,达到22.2亿元;固定资产投资增长20%,达到108.6亿元;地区生产总值增长7%,达到257亿元。",
      "一、去年工作回顾\n\n全市财政总收入完成20.6亿元。\n\n二、今年工作安排\n\n市本级财政总收入增长18%,达到8.6亿元。",
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      local all = doc.lang == "zh" and planned_of(doc) or {}
      local levels, agreed, odd = #all > 0 and levels_of(doc, all), {}, {}
      for _, p in ipairs(all) do
        local fits
        p.from, fits = base_of(p, levels)
        local block = p.to.block.index
        if fits then
          agreed[block] = (agreed[block] or 0) + 1
          report.agrees { at = p.to, related = { p.rate, p.from }, how = p.from.text .. " × (1 + " .. p.rate.text .. ")" }
        elseif p.from then
          odd[#odd + 1] = p
        end
      end
      for _, p in ipairs(odd) do judge(p, agreed[p.to.block.index] or 0, report) end
    end
  end,
}
