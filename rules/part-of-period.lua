-- 4月份出口43万辆;1至4月份出口38.4万辆: what was done in a part of a period is no
-- more than what was done in all of it.
local MOST = 24 -- figures of one thing that are compared

-- What there is at a time, and not what was done in it; what may be negative.
local STOCK = re.new("余额|储备|存量|保有|总数|人口|指数|用户|库存|规模|户数|市值|价|均|净|差|利润|收益|盈|亏|总量|面积|里程|装机|水位|蓄水|客户|会员|党员|网点|机构|家$|率$|count")
-- What is done, not what there is.
local FLOW = re.new("出口|进口|销量|销售|产销|产量|发送|运输|货运|客运|投资|收入|支出|使用外资|发行|成交|交易|接待|电量|零售|产值|增加值|税收|开行|吞吐|发放|客流")
local TOTAL = re.new("累计|截至|达到|日均|最高|峰值|单日|预计|约有|其中|目标|计划|力争")

-- Is the period told in the paragraph, up to BACK figures before the claim?
local BACK = 12
local function is_told(c, first, last)
  local claims = c.doc.claims
  for i = c.index - 1, math.max(1, c.index - BACK), -1 do
    local d = claims[i]
    if d.block ~= c.block then return false end
    if d.kind == "period" and d.first == first and d.last == last then return true end
  end
  return false
end

-- The first and last day of the claim's period, where its paragraph tells it,
-- and whether its own sentence does.
local function own_period(c)
  local first, last = c.period:match("^(.-)/(.*)$")
  if not first then return nil end
  local place = c:place("period")
  if place and place.sentence == c.sentence then return first, last, true end
  if is_told(c, first, last) then return first, last, false end
end

local LEVELS = { claim = true, aspect = "level", modality = "actual", digits = 2 }
local function is_flow(c)
  return c.is_claim and c.aspect == "level" and c.modality == "actual" and FLOW:find(c.name) and c.indicator ~= "count" and not c.list and c.digits > 1
    and c.amount.low and not STOCK:find(c.name) and not TOTAL:find(c:before(16)) and c.bound ~= "at_most" and c.bound ~= "less_than"
end

local UNIT = re.new("[^万亿]*$") -- without its scale
-- The flows of a document, by what they are of.
local function groups_of(doc)
  local groups, order = {}, {}
  for _, c in ipairs(doc:recurring("amount", "count", LEVELS)) do
    local first, last, told
    if is_flow(c) then first, last, told = own_period(c) end
    if first then
      local key = table.concat({ c.topic, c.name, c.scope, c.dimension, UNIT:match(c.unit_text) }, "\n")
      if not groups[key] then
        groups[key] = {}
        order[#order + 1] = groups[key]
      end
      if #groups[key] < MOST then table.insert(groups[key], { claim = c, first = first, last = last, told = told }) end
    end
  end
  return order
end

local function is_within(a, b)
  return a.first >= b.first and a.last <= b.last and (a.first ~= b.first or a.last ~= b.last)
end

-- 由23.5亿吨增长到; 截至11月底,累计使用外资; 年初1亿吨的判断; 总产值7381亿元,占全部的8.0%: where
-- a change begins, of more years, no fact, and a part of another whole.
local BEGAN, SO_FAR, GUESS, SHARED = re.new("[由从]$"), re.new("截至|累计"), re.new("^的(?:判断|目标|预期|预测|计划|设想)"), re.new("^[,、]?占")
local function tells_another(p, w)
  return BEGAN:find(w:before(2)) or SO_FAR:find(p.sentence.text) and not SO_FAR:find(w.sentence.text) or GUESS:find(p:after(6)) or SHARED:find(p:after(4)) or SHARED:find(w:after(4))
end

local function judge(list, report)
  for _, part in ipairs(list) do
    for _, whole in ipairs(list) do
      local p, w = part.claim, whole.claim
      if whole.told and is_within(part, whole) and w.amount.high then
        if p.amount.low > w.amount.high and p.doc.lang == "zh" and tells_another(p, w) then return end
        if p.amount.low > w.amount.high then
          report { at = w, related = { p }, expected = "≥ " .. p.text, values = { name = p.name, part = p.text, whole = w.text } }
          return
        end
        report.agrees { at = w, related = { p }, how = p.text .. " ≤ " .. w.text }
      end
    end
  end
end

return {
  api = 1,
  id = "part-of-period",
  severity = "warning",
  languages = { "zh" },
  summary = {
    zh = "一段时间的数大于包含它的更长时间的数（4月大于1至4月）",
    en = "a month is above the months of which it is one",
  },
  explain = {
    zh = [[4月份出口43万辆，1至4月份出口38.4万辆：同一指标的当月数不会大于包含该月的累计数。两句各自写明时间，
名称、地区、单位相同才比较；余额、保有量等时点数与可能为负的利润、净额不比较。]],
    en = [[What was exported in April is no more than what was exported from January to April. Both sentences must tell
their time; stocks, and what may be below zero, are not compared.]],
  },
  messages = {
    base = {
      zh = "{name}：一段时间的 {part} 大于包含它的更长时间的 {whole}",
      en = "{name}: {part} in a part of the time, {whole} in all of it",
    },
  },
  examples = {
    bad = {
      { [[2026年4月份,新能源汽车出口43万辆,同比增长1.1倍。今年1至4月份,新能源汽车出口38.4万辆,同比增长1.2倍。]], at = "38.4万辆" },
      { [[2026年4月份,新能源汽车出口43万辆,同比增长1.1倍。2026年1至4月份,新能源汽车出口38.4万辆,同比增长1.2倍。]], at = "38.4万辆" },
    },
    good = {
      [[2026年4月份,新能源汽车出口43万辆,同比增长1.1倍。今年1至4月份,新能源汽车出口138.4万辆,同比增长1.2倍。2026年4月份,各项贷款余额43万亿元。2026年1至4月份,各项贷款余额38.4万亿元。]],
      [[2026年3月末,外汇储备余额3.3万亿元。2026年1—5月,外汇储备余额3.1万亿元。]],
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      for _, list in ipairs(doc.lang == "zh" and groups_of(doc) or {}) do judge(list, report) end
    end
  end,
}
