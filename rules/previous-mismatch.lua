-- This year's report against last year's (--previous): a figure of the year
-- before that both print, the base that this year's change leads back to, and
-- how many years something has gone on.

local change = lib "change"
local show = lib "show"
local streak = lib "streak"

-- What last year's report says to have gone on.
local rows = memo()
local function rows_of(doc)
  rows[doc] = rows[doc] or streak.list(doc)
  return rows[doc]
end

local function check_row(m, report)
  local n = streak.years(m.n)
  for _, doc in ipairs(m.doc:companions("previous")) do
    local last = n and streak.same(rows_of(doc)[m.what], m.before, m.what, n - 1)
    if last and n == last.n + 1 then
      report.agrees { at = m:place("n"), related = last.at, how = last.n .. " + 1 = " .. n }
    elseif last then
      report { at = m:place("n"), related = last.at, message = "row", expected = tostring(last.n + 1),
               values = { what = m.what, last = last.n } }
    end
  end
end

-- The base that level and change lead back to; nil where they are not of one
-- kind of prices.
local function base_of(link)
  local level = link.level
  if link.increment then return level.amount - change.signed(link.increment, link.cue_value) end
  if change.real_terms(level) or change.real_terms(link.rate) then return nil end
  local factor = change.signed(link.rate, link.cue_value) / 100 + 1
  if not change.finite(factor) or not factor.low:gt(0) then return nil end
  return level.amount / factor
end

-- What the change should be by last year's figure; nil where that is no figure
-- to divide by.
local function wanted(link)
  local level, last, said = link.level.amount, link.base.amount, link.rate or link.increment
  if not last.low:gt(0) then return nil end
  local change_of = level - last
  if link.rate then change_of = change_of / last * 100 end
  if change.signed(said, link.cue_value).high:lt(0) then change_of = interval(0, 0) - change_of end
  return link.rate and show.range(change_of, said.decimals + 1) .. "%" or show.like(change_of, said)
end

return {
  api = 1,
  id = "previous-mismatch",
  severity = "warning",
  on = { link = "previous", pattern = streak.patterns },
  summary = {
    zh = "与上一年报告的数字不符（--previous）",
    en = "a figure disagrees with last year's report (--previous)",
  },
  explain = {
    zh = [[用 --previous 给出上一年的报告时，两份报告中同一指标、同一时期的数字应当一致；本年数除以（1 + 增幅）、
本年数减去增加量，应当得出上一年报告中的数。按可比价计算的增幅（增加值、生产总值）不与现价总量相比。“连续五年……”
（“连续第五年……”）应比上一年报告的“连续四年……”多一年。基数经过修订的，两份报告可以不同，请核对后注明。]],
    en = [[With last year's report given by --previous, a figure of one indicator and one period is the same in
both; this year's level, taken back by the growth or the increase that is said, gives last year's. Growth in real
terms is not held against nominal levels. 连续五年 of something follows 连续四年, the fifth
consecutive year four consecutive years. A revised base may differ: look, and
say so in the report.]],
  },
  messages = {
    base = {
      zh = "上一年报告为 {last}，此处为 {stated}",
      en = "last year's report has {last}, this one {stated}",
    },
    back = {
      zh = "由 {stated} 推算，上一年应为 {computed}，上一年报告为 {last}",
      en = "{stated} leads back to {computed} for the year before; last year's report has {last}",
    },
    row = {
      zh = "上一年报告说连续{last}年{what}，本年应为 {expected} 年",
      en = "last year's report has {last} years in a row, so this year it is {expected}",
    },
  },
  examples = {
    bad = {
      { [[2024年，全省进出口总额1748亿元，比上年增长15%。]], at = "15%",
        with = { previous = [[2023年，全省进出口总额1480亿元，比上年增长6.2%。]] } },
      { [[2024年，全省粮食总产量1936.2万吨，比2023年增加36.1万吨。]], at = "36.1万吨",
        with = { previous = [[2023年，全省粮食总产量1890.1万吨。]] } },
      { [[粮食产量连续五年稳定在1900万吨以上。]], at = "五",
        with = { previous = [[粮食产量连续三年稳定在1900万吨以上。]] } },
      { [[经济总量连续六年居中部第三位，进出口连续九年居中部第三位。]], at = "九",
        with = { previous = [[经济总量连续五年居中部第三位，进出口连续七年居中部第三位。]] } },
      { [[空气质量优良天数比率连续第三年超过85%。]], at = "三",
        with = { previous = [[空气质量优良天数比率连续三年超过85%。]] } },
      { [[Grain output has stayed above 90 million tonnes for the sixth consecutive year.]], at = "sixth",
        with = { previous = [[Grain output has stayed above 90 million tonnes for four consecutive years.]] } },
      { [[2024年末，常住人口城镇化率62.3%，比上年末提高0.8个百分点。]], at = "0.8个百分点",
        with = { previous = [[2023年末，常住人口城镇化率61.8%，比上年末提高0.9个百分点。]] } },
    },
    good = {
      { [[2024年，全省进出口总额1748亿元，比上年增长15%。]],
        with = { previous = [[2023年，全省进出口总额1520亿元，比上年增长6.2%。]] } },
      { [[2024年，全省地区生产总值18640亿元，比上年增长5.6%。粮食产量连续五年稳定在1900万吨以上。]],
        with = { previous = [[2023年，全省地区生产总值18120亿元，比上年增长6.2%。粮食产量连续四年稳定在1900万吨以上。]] } },
      { [[经济总量连续六年居中部第三位，进出口连续九年居中部第三位。利润连续四年增长。]],
        with = { previous = [[经济总量连续五年居中部第三位，出口连续七年居中部第三位。税收连续两年增长。]] } },
      { [[进出口连续九年居中部第三位。]], with = { previous = [[出口连续七年居中部第三位。]] } },
      { [[Exports grew for the third year in a row. Output rose for six consecutive years.]],
        with = { previous = [[Imports grew for two years in a row. Output rose for the fifth consecutive year.]] } },
      { [[2024年末，常住人口城镇化率62.3%，比上年末提高0.8个百分点。]],
        with = { previous = [[2023年末，常住人口城镇化率61.5%，比上年末提高0.9个百分点。]] } },
      { [[2024年，全省粮食总产量1936.2万吨，比2023年增加36.1万吨。]],
        with = { previous = [[2023年，全省粮食总产量1900.1万吨。2024年，力争粮食总产量达到1950万吨。]] } },
    },
  },
  check = function(link, report)
    if link.type == "match" then return check_row(link, report) end
    local level, last, said = link.level, link.base, link.rate or link.increment
    local computed = said and base_of(link) or not said and level.amount
    if not change.finite(computed) or not change.finite(last.amount) then return end
    local at = said or level
    if computed:meets(last.amount) then
      report.agrees { at = at, related = last, how = last.text }
      return
    end
    local related = said and { level, last } or last
    report {
      at = at, related = related, message = said and "back" or "base",
      expected = not said and last.text or said and wanted(link) or nil,
      values = { last = last.text, computed = said and show.like(computed, last) or "" },
    }
  end,
}
