-- 同比 is against the same time a year before, 环比 against the period just
-- before. Reported only where the clause itself names the other base, or where
-- a whole year would be compared with the month before.
local YEAR_BASE = [[(?:比|较|与)(?:上年|去年|上一年|前一年)(?:同期|同月|同季)?]]
local MONTH_BASE = [[(?:比|较|与)(?:上月|上个月|上一月|上季度?|上一季度?|上周|上一周)]]
local GAP = [[(?:(?![幅速率])[^,。;:同环0-9]){0,6}]] -- 同比升幅与上月持平 holds two rates against one another
local FIRST = [[(?:previous|prior|preceding)\s(?:month|quarter|week)]]
local SHORTER = re.new([[月|季|周|旬|末]])

-- 全年…环比: the figure's period is a whole year.
local function whole_year(claim)
  local first, last = claim.period:match("^(%d+%-%d+%-%d+)/(%d+%-%d+%-%d+)$")
  return first and first:sub(6) == "01-01" and last:sub(6) == "12-31" and first:sub(1, 4) == last:sub(1, 4)
end

local WHOLE = [[^(?<stop>)(?<word>)(?<base>)(?=[\s\S]*全年)[\s\S]*环比]]
local function judge_claim(claim, report)
  local sentence = claim.sentence
  if claim.base_cue ~= "环比" or not whole_year(claim) or SHORTER:find(sentence.text) then return end
  for _, token in ipairs(sentence.tokens) do
    if token.class == "base" and token.text == "环比" then
      report {
        at = token.place, related = claim, message = "whole", expected = "同比", severity = "warning",
        values = { figure = claim.text },
      }
      return
    end
  end
end

local other = { ["同比"] = "环比", ["环比"] = "同比" }

local function judge_year(sentence, report)
  for _, claim in ipairs(sentence.claims) do
    if claim.kind == "percent" or claim.kind == "point" then judge_claim(claim, report) end
  end
end

local function judge(m, report)
  if m.stop ~= "" then
    report { at = m:place("stop"), message = "stop", severity = "note", expected = "截至" }
  elseif m.word ~= "" then
    report {
      at = m:place("word"), related = m:place("base"), message = "base", expected = other[m.word] or (m.word:lower():find("^year") and "month-over-month" or "year-over-year"),
      values = { base = m.base },
    }
  else
    judge_year(m.sentence, report)
  end
end

return {
  api = 1,
  id = "month-or-year",
  severity = "error",
  on = {
    pattern = {
      WHOLE,
      [[(?<stop>)(?<base>]] .. YEAR_BASE .. [[)]] .. GAP .. [[(?<word>环比)]],
      [[(?<stop>)(?<word>环比)]] .. GAP .. [[(?<base>]] .. YEAR_BASE .. [[)]],
      [[(?<stop>)(?<base>]] .. MONTH_BASE .. [[)]] .. GAP .. [[(?<word>同比)]],
      [[(?<stop>)(?<word>同比)]] .. GAP .. [[(?<base>]] .. MONTH_BASE .. [[)]],
      [[(?<stop>)(?<word>(?i:year[- ](?:over|on)[- ]year))[^,.;()0-9]{0,40}?\b(?:from|than|over|compared (?:with|to))\sthe\s(?<base>]] .. FIRST .. [[)]],
      [[(?<stop>)(?<word>(?i:(?:month|quarter)[- ](?:over|on)[- ](?:month|quarter)))[^,.;()0-9]{0,40}?\b(?:from|than|compared (?:with|to))\s(?:the\s)?(?<base>(?:a|one)\syear\s(?:earlier|ago|before)|same\s(?:month|quarter|period)\s(?:of\s)?(?:last|the\sprevious)\syear)]],
      [[(?<word>)(?<base>)(?<stop>截止)(?=\s?(?:(?:19|20)\d{2}\s?年|\d{1,2}月|目前|今年|去年|上年|本报告期))]],
    },
  },
  summary = {
    zh = "同比与环比混用（比上年同期环比）；“截止”应为“截至”",
    en = "year-over-year and month-over-month are mixed up",
  },
  explain = {
    zh = [[同比以上年同期为基期，环比以上月、上季为基期。同一分句写明的基期与用词相反的为错误；
全年数字称环比的为警告。“截止2024年底”的规范写法是“截至”，为提示；“截止日期”“截止到”不报。]],
    en = [[A year-over-year change is against the same time a year before, one over the month against the
period just before. An error where the clause names the other base; a figure of a whole year over the
month is a warning.]],
  },
  messages = {
    base = {
      zh = "“{base}”是{expected}的基期，却写作“{at}”",
      en = "{at}, but the base is “{base}”",
    },
    whole = {
      zh = "{figure}是全年数字，“环比”疑为“同比”",
      en = "{figure} is of a whole year: 环比 was probably meant to be 同比",
    },
    stop = {
      zh = "“截止”后接时间点时应为“截至”",
      en = "before a point in time 截止 is to be written 截至",
    },
  },
  examples = {
    bad = {
      { [[进出口总额比上年同期环比增长5.2%。]], at = "环比" },
      { [[用电量同比比上月增长3.1%。]], at = "同比" },
      { [[2023年全年实现税收收入320亿元,环比增长5.2%。]], at = "环比", severity = "warning" },
      { [[截止2024年12月31日,登记企业35家。]], at = "截止", severity = "note" },
      { [[Output rose 5% year-over-year from the previous month.]], at = "year-over-year" },
    },
    good = {
      [[4月出厂价格同比升幅与上月持平,环比降幅比上年同期收窄0.2个百分点。]],
      [[11月,进出口总额环比增长5.2%,比上年同期增长3.1%。]],
      [[用电量比上月增长3.1%,同比增长5%。]],
      [[四季度网签销售面积环比、同比分别增长51.3%、15.3%。]],
      [[截至2024年12月31日,登记企业35家,报名截止日期为次年3月。]],
      [[Output rose 5% year-over-year and 1% from the previous month.]],
    },
  },
  check = judge,
}
