-- 4月份出口43万辆, 1至4月份出口38.4万辆: a month is no more than the months it is one of.
local NAMED = 15 -- bytes of a name that says whose and what: five ideographs
-- What adds up over the months.
local FLOW = re.new("(?:出口|进口|进出口|产量|销量|产销量|销售量|投资|收入|支出|产值|增加值|电量|运量|吞吐量|周转量|零售额|销售额|成交额|交易额|总额|总值|出口额|进口额|保费|开行|业务量|签约额)$")
-- What is no sum over its months: what there is at one day, what may be below zero.
local STOCK = re.new("余额|结余|存量|库存|保有|总数|人口|用户|存栏|资产|负债|净|差额|顺差|逆差|利润|盈|均|率|指数|价|规模|在[校建册]|持有|储备|装机|面积|里程")

local LEVELS = { aspect = "level", modality = "actual", name = NAMED }
local function is_told(c)
  return #c.name >= NAMED and c.unit ~= "" and c.aspect == "level" and c.modality == "actual" and c.direction == "" and not c.list
    and not c.numeral and c.period ~= "" and c.amount.low and c.amount.low:gt(0) and not c.unit:find("/", 1, true) and FLOW:find(c.name) ~= nil and not STOCK:find(c.name)
end

local function ends(c) return c.period:sub(1, 10), c.period:sub(12, 21) end

-- Is the period of a one of those of b, and shorter?
local function is_within(a, b)
  local first, last = ends(a)
  local from, to = ends(b)
  return from <= first and last <= to and (from ~= first or last ~= to) and from:sub(1, 4) == to:sub(1, 4)
end

local MOST = 6 -- figures of one name that a figure is held against

local function judge(part, whole, report)
  if part.amount.low and whole.amount.high and part.amount.low > whole.amount.high then
    report { at = part, related = whole, values = { name = part.name, whole = whole.text, part = part.text } }
  else
    report.agrees { at = part, related = whole, how = part.text .. " ≤ " .. whole.text }
  end
end

return {
  api = 1,
  id = "period-part",
  severity = "warning",
  languages = { "zh" },
  on = { set = true },
  summary = {
    zh = "一个月（季度）的数大于包含它的累计数",
    en = "a figure of one month is above that of the months it belongs to",
  },
  explain = {
    zh = [[同一名称、单位、范围的流量（出口、销量、投资），4月份的数不会大于1至4月份的；余额、人口、利润等存量或可为负的指标不比较。]],
    en = [[Flows of one name, unit and scope: those of April are no more than those of January to April. What there is at one day
(balances, people) and what may be negative is left alone.]],
  },
  messages = {
    base = {
      zh = "“{name}”此处为 {stated}，而包含这一时期的累计数为 {whole}",
      en = "{name} is {stated} here, and {whole} in the period that contains it",
    },
  },
  examples = {
    bad = {
      { [[2026年4月份,新能源汽车出口43万辆,同比增长1.1倍。2026年1至4月份,新能源汽车出口38.4万辆,同比增长1.2倍。]], at = "43万辆" },
    },
    good = {
      [[2026年4月份,新能源汽车出口43万辆,同比增长1.1倍。2026年1至4月份,新能源汽车出口138.4万辆,同比增长1.2倍。]],
      [[2026年4月份,各项贷款余额43万亿元。2026年1至4月份,各项贷款余额38.4万亿元。]],
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      local groups = {}
      for _, c in ipairs(doc.lang == "zh" and doc:recurring("amount", "count", LEVELS) or {}) do
        if is_told(c) then
          local key = c.name .. "/" .. c.unit .. "/" .. c.scope
          local list = groups[key] or {}
          groups[key] = list
          for i = #list, math.max(1, #list - MOST + 1), -1 do
            local other = list[i]
            if other.block ~= c.block then break elseif is_within(c, other) then judge(c, other, report) elseif is_within(other, c) then judge(other, c, report) end
          end
          list[#list + 1] = c
        end
      end
    end
  end,
}
