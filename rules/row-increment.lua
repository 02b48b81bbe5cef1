-- 债券较上年末增加28.26亿元,增长9.8%: two cells of the row that is named give both; where one
-- of the two figures is theirs and the other not, the other is wrong. Tables are printed in
-- yuan, thousands or millions: a difference fits at any of these scales.
local show = lib "show"

local FIGURE = [[\d[\d,]*(?:\.\d+)?]]
local BASE = [[(?:上年度?末|年初|期初|上年同期|上年度?|去年同期|去年末)]]
local function told(lead)
  return [[(?<name>[^,。;:\d]{2,30}?),?]] .. lead .. BASE
    .. [[(?<way>净?增加|增长|上升|提高|净?减少|下降|降低)了?(?<inc>]] .. FIGURE .. [[)[万亿]*(?:元|人|户|吨|家|亩|股)人?,(?:同比)?(?:增长|下降|上升|增幅|降幅|减少|增加)(?:为|达)?了?(?<rate>]] .. FIGURE .. [[)%]]
end

local OTHERWISE = re.new("年均|年化|同口径|剔除|扣除|可比|调整后|日均|平均")
local BLANK = re.new("[\\s()一二三四五六七八九十、.:*]|其中|加|减")
local LABEL = 6       -- bytes: two characters
local MOST_CELLS = 12 -- numbers of a row
local SURE_RATE, SURE_SUM = 3, 4 -- digits by which a figure shows that a row is meant

-- The rows of all tables that have a label and two figures.
local rows = memo()
local function rows_of(doc)
  if rows[doc] then return rows[doc] end
  local all = {}
  rows[doc] = all
  for _, t in ipairs(doc.tables) do
    local row
    for _, cell in ipairs(t.cells) do
      if not row or row.row ~= cell.row then
        row = { row = cell.row, label = BLANK:replace(cell.text, "") }
        if #row.label >= LABEL then all[#all + 1] = row end
      elseif cell.claim and cell.claim.value and cell.claim.is_claim and not cell.header and #row < MOST_CELLS then
        row[#row + 1] = cell.claim
      end
    end
  end
  return all
end

local function range(c)
  local half = c.last_digit / 2
  return interval(c.value - half, c.value + half)
end

-- What two cells differ by, and by how much of the second.
local HUNDRED = decimal(100)
local function change(level, base)
  local a, b = range(level), range(base)
  if not b.low:gt(0) or not a.low:gt(0) then return nil end
  local off = a - b
  if level.value < base.value then off = b - a end
  return off, off / b * HUNDRED
end

-- The scale at which the difference is the amount; else the one at which it is close.
local SCALES = { 1, 1000, 10000, 1000000, 100000000 }
local function scaled(off, inc)
  local close
  for _, scale in ipairs(SCALES) do
    local x = off * decimal(scale)
    if x:meets(inc.amount) then return x, true end
    if inc.amount.low and x.high:gt(0) and x.low < inc.amount.high * 2 and inc.amount.low < x.high * 2 then close = x end
  end
  return close, false
end

-- What the pair says of the two figures: which is wrong, and what it should be.
local function judge(level, base, inc, rate)
  local off, growth = change(level, base)
  if not off then return nil end
  local sum, fits = scaled(off, inc)
  local agrees = growth:meets(rate.interval)
  if fits and agrees then return "fits" end
  if agrees and rate.digits >= SURE_RATE and sum then return "inc", sum end
  if fits and inc.digits >= SURE_SUM then return "rate", growth end
end

return {
  api = 1,
  id = "row-increment",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = { told "较", told "比" } },
  summary = {
    zh = "正文所说的增减额、增幅与表中该行两数不符",
    en = "an increase and its rate, and the row that has one of them only",
  },
  explain = {
    zh = [[“某项目较上年末增加若干亿元，增长百分之几”：文档的表中有该项目的一行，其中两数之差或增幅与正文的一个数字相合，
另一个数字却不合，就报告。表的计量单位（元、千元、万元、百万元、亿元）不论；只看名称相同或互相包含的行；增幅至少三位、增减额至少四位有效数字相合才算数。]],
    en = [[Text tells by how much and by what rate an item grew, a row of that name in a table of the document has
two figures that give one of the two but not the other. Whatever the table's scale; three digits of a rate or four of an
amount show that the row is meant.]],
  },
  messages = {
    inc = {
      zh = "按表中“{label}”的 {level} 与 {base}，增减额应为 {computed}，此处为 {stated}",
      en = "{level} and {base} of the table's “{label}” differ by {computed}, not {stated}",
    },
    rate = {
      zh = "按表中“{label}”的 {level} 与 {base}，变动幅度应为 {computed}，此处为 {stated}",
      en = "{level} and {base} of the table's “{label}” differ by {computed}, not {stated}",
    },
  },
  examples = {
    bad = {
      { [[
| 项目 | 2021年12月31日 | 2020年12月31日 |
|---|---|---|
| 债券 | 3,145,660 | 2,863,403 |
| 基金 | 98,395 | 110,223 |

报告期末，债券投资余额较上年末增加2,288.57亿元，增长9.86%。]], at = "2,288.57亿元" },
      { [[
| 项目 | 年末数 | 年初数 |
|---|---|---|
| 应收账款 | 5,210.44 | 4,308.12 |
| 存货 | 1,204.00 | 1,310.50 |

应收账款较年初增加902.32万元，增长29.04%，存货变动不大。]], at = "29.04%" },
    },
    good = {
      [[
| 项目 | 2021年12月31日 | 2020年12月31日 |
|---|---|---|
| 债券 | 3,145,660 | 2,863,403 |
| 基金 | 98,395 | 110,223 |

报告期末，债券投资余额较上年末增加2,822.57亿元，增长9.86%。基金较上年末减少118.28亿元，下降10.73%。债券较上年末增加1,000.50亿元，增长4.20%。
剔除划转，债券较上年末增加2,288.57亿元，增长9.86%。]],
    },
  },
  check = function(m, report)
    local inc, rate = m:figure("inc"), m:figure("rate")
    if m.sentence.cell or not inc or not rate or not inc.value or rate.kind ~= "percent" or OTHERWISE:find(m.sentence.text) then return end
    local name, found = BLANK:replace(m.name, ""), nil
    for _, row in ipairs(rows_of(m.doc)) do
      if name:find(row.label, 1, true) or row.label:find(name, 1, true) then
        for i = 1, #row - 1 do
          for j = i + 1, #row do
            for _, pair in ipairs { { row[i], row[j] }, { row[j], row[i] } } do
              local what, computed = judge(pair[1], pair[2], inc, rate)
              if what == "fits" then
                report.agrees { at = inc, related = pair, how = inc.text .. ", " .. rate.text }
                return
              end
              if what and not found then found = { what = what, computed = computed, pair = pair, label = row.label } end
            end
          end
        end
      end
    end
    if not found then return end
    local at = found.what == "inc" and inc or rate
    local computed = found.what == "inc" and show.like(found.computed, inc) or show.range(found.computed, rate.decimals) .. "%"
    report {
      at = at, related = found.pair, message = found.what, expected = computed,
      values = { label = found.label, level = found.pair[1].text, base = found.pair[2].text, computed = computed, stated = at.text },
    }
  end,
}
