-- 进出口达3.38万亿元 and 出口4万亿元: what an indicator is a part of by its
-- definition cannot be less, wherever in the report the two stand.
local STRIP = re.new("^(?:全[国省市区县州旗]|我[国省市区县州]|完成|实现|地方|预计|全年|累计|规上|规模以上)+")
local HALF_MORE = decimal(3) / 2 -- of a mark that is passed nobody knows the end
local COUNTRY = { ["我国"] = "", ["全国"] = "", ["中国"] = "" } -- where the report is the country's, one need not be said

-- Name to {row, is it the whole?}, of the rows of the lexicon.
local roles = {}
for i, row in ipairs(lexicon "zh/within") do
  for _, role in ipairs { "whole", "part" } do
    for name in row[role]:gmatch("[^|]+") do
      roles[name] = roles[name] or {}
      table.insert(roles[name], { row = i, whole = role == "whole" })
    end
  end
end

-- First characters of what STRIP takes away.
local LEADS = { ["全"] = true, ["我"] = true, ["完"] = true, ["实"] = true, ["地"] = true, ["预"] = true, ["累"] = true, ["规"] = true }
local HAN = 3 -- bytes of a character
local BARE = 9 -- bytes: 进出口 may be anybody's, 进出口总值 is the whole's

-- What names of figures that may have a role are, or begin with.
local sought = {}
for name in pairs(roles) do sought[name] = true end
for lead in pairs(LEADS) do sought[lead] = true end
local LEVELS = { claim = true, aspect = "level", modality = "actual", digits = 1, names = sought }

local function roles_of(claim)
  local name = claim.name
  local found = roles[name]
  if found or not LEADS[name:sub(1, HAN)] then return found end
  local _, to = STRIP:find(name)
  return to and roles[name:sub(to + 1)] or nil
end

local UPPER = { less_than = true, at_most = true }
local function is_level(c) return not c.list and c.dimension ~= "" and not UPPER[c.bound] and c.period ~= "" and c.amount.low end

local function most(c)
  return c.amount.high or c.amount.low * HALF_MORE
end

-- What the figures of a row have in common.
local function key_of(row, c) return table.concat({ row, COUNTRY[c.scope] or c.scope, c.period, c.dimension }, "\n") end

-- The figures of a document that are wholes, by row, scope, period and
-- dimension, those that are parts, and which rows have a whole; nil where
-- there are no wholes or no parts.
local function read(doc)
  local tops, parts, wholes, rows = {}, {}, {}, {}
  for _, c in ipairs(doc:figures("amount", "count", LEVELS)) do
    for _, role in ipairs(roles_of(c) or {}) do
      local list = role.whole and tops or parts
      list[#list + 1] = { row = role.row, claim = c }
    end
  end
  if #tops == 0 or #parts == 0 then return nil end
  for _, top in ipairs(tops) do
    if is_level(top.claim) then
      local key = key_of(top.row, top.claim)
      wholes[key] = wholes[key] or {}
      table.insert(wholes[key], top.claim)
      rows[top.row] = true
    end
  end
  return wholes, parts, rows
end

-- The whole of a part: the last before it in its sentence, or the only one that
-- the document tells below its heading, or at all.
local function whole_of(part, list)
  local before
  for _, w in ipairs(list) do
    if w.sentence == part.sentence and w.index < part.index then before = w end
  end
  if before then return before end
  local near = {}
  for _, w in ipairs(list) do
    if w.block.heading == part.block.heading and #w.name > BARE then near[#near + 1] = w end
  end
  if #near > 0 then list = near elseif list[1].scope ~= part.scope then return nil end
  for _, w in ipairs(list) do
    if not w.amount:meets(list[1].amount) then return nil end
  end
  return list[1]
end

-- Another figure, of a whole that has another name, from which the part may be:
-- 服务进出口总额32543.6亿元。其中,出口14033.7亿元.
local LOOK_BACK = 4
local function has_other(part, whole)
  local claims = part.doc.claims
  for i = part.index - 1, math.max(1, part.index - LOOK_BACK), -1 do
    local c = claims[i]
    if c.block ~= part.block or c.index == whole.index then return false end
    if c.is_claim and c.dimension == part.dimension and c.amount.low and c.amount.low >= part.amount.low then return true end
  end
  return false
end

local EACH = re.new("人均[^,。;]*$")
local function judge(doc, report)
  local wholes, parts, rows = read(doc)
  for _, p in ipairs(wholes and parts or {}) do
    local part = p.claim
    local list = rows[p.row] and is_level(part) and wholes[key_of(p.row, part)]
    local whole = list and whole_of(part, list)
    local of_each = whole and EACH:find(whole:before(75)) -- 人均地区生产总值从10.5万元提高到14万元
    if whole and not of_each and part.amount.low > most(whole) then
      if not has_other(part, whole) then
        report { at = part, related = { whole }, expected = "≤ " .. whole.text,
                 values = { name = part.name, part = part.text, of = whole.name, whole = whole.text } }
      end
    elseif whole and not of_each and part.amount.high and whole.amount.high then
      report.agrees { at = part, related = { whole }, how = part.text .. " ≤ " .. whole.text }
    end
  end
end

return {
  api = 1,
  id = "beyond-whole",
  severity = "warning",
  languages = { "zh" },
  summary = {
    zh = "按指标定义属于部分的，大于其总体（出口大于进出口）",
    en = "an indicator is above what it is by definition a part of",
  },
  explain = {
    zh = [[出口是进出口的一部分，服务业增加值是生产总值的一部分，高铁里程是铁路里程的一部分：同一地区、同一时期的
部分不会大于总体，无论两个数字在报告何处。名称与所列的相同才比较；总体只说“超过”时，部分大一半以上才报告。]],
    en = [[Exports are a part of trade, value added of services of the product, high-speed lines of railways: of one
place and period the part is never more, wherever the two stand. Names must be those of the table; where the whole
is only said to pass a mark, the part must be half as much again.]],
  },
  messages = {
    base = {
      zh = "{name} {part} 大于其总体{of} {whole}",
      en = "{name} {part} is more than {of} {whole}, of which it is a part",
    },
  },
  examples = {
    bad = {
      { [[2024年,全省进出口达3.38万亿元、出口首次突破4万亿元。]], at = "4万亿元" },
      { [[2024年地区生产总值9.86万亿元。服务业增加值达15.23万亿元、增长5.4%。]], at = "15.23万亿元" },
      { [[2024年总算力突破7000PF,智能算力达20000PF。]], at = "20000PF" },
      { [[2022年,我国外贸进出口总值34.62万亿元。2022年一般贸易进出口42.09万亿元,同比增长13.3%。]], at = "42.09万亿元" },
    },
    good = {
      [[2024年,全省进出口达3.38万亿元、出口首次突破2万亿元。]],
      [[2024年进出口3.38万亿元。五年累计出口8万亿元。2025年力争出口达4万亿元。]],
      [[2024年总算力突破7000PF,智能算力达2000PF。]],
      [[2025年进出口9200.5亿元。2025年服务进出口总额32543.6亿元,增长7.7%。其中,出口14033.7亿元,增长15.1%。]],
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      if doc.lang == "zh" then judge(doc, report) end
    end
  end,
}
