local DAYS_OF_YEAR = 366

-- Rates that are parts of a whole by definition. 毛入学率 and 完成率 are not
-- among them: they may exceed 100 %.
local BOUNDED = {
  "覆盖率", "普及率", "达标率", "合格率", "失业率", "城镇化率", "优良率", "满意率", "优良天数比例",
  "优良比例", "优良天数比率", "水体比例", "断面比例", "面积比例", "水质优良率", "水质优良比例", "优良水体比例", "普惠率", "入园率",
  "巩固率", "破案率", "知晓率", "集中供热率", "收集率", "无害化率", "绿化率", "入网率", "及格率", "就业率", "识别率",
  "处理率", "硬化率", "办结率", "入户率", "参保率", "通达率",
}
-- Names that end in one of them and are ratios of two amounts.
local OPEN = re.new("(?:拨备|流动性|利息|债务|资金|偿付)覆盖率$")

-- English: “140% of the market value” is no share; these words say a part.
local PART = re.new("\\b(?:shares?|proportions?|accounted|accounts|accounting|comprised|constituted|made up)\\b")

local function ends_with(text, tail)
  return #text >= #tail and text:sub(-#tail) == tail
end

-- 完成投资占年度计划的104%: more may be done than was planned.
local PLAN = re.new("(?:计划|预算|任务|目标|进度)(?:总?投资|数)?的?$")

-- 累计投入占预算比例, 现金分红占净利润的比率: what a column's header relates
-- its cells to is no whole.
local NO_WHOLE = re.new("预算|计划|利润|估算|概算")

local function is_of_no_whole(cell)
  for row = 1, cell.row - 1 do
    local above = cell.table:cell(row, cell.column)
    if not above or not above.header then break end
    if NO_WHOLE:find(above.text) then return true end
  end
  return false
end

local function is_share(claim)
  local cell = claim.sentence.cell
  if cell and is_of_no_whole(cell) then return false end
  if not claim:has("share") or PLAN:find(claim:before(12)) then return false end
  return claim.sentence.doc.lang == "zh" or PART:find(claim.sentence.text) ~= nil
end

local function is_bounded(claim)
  if OPEN:find(claim.name) then return false end
  for _, word in ipairs(BOUNDED) do
    if ends_with(claim.name, word) then return true end
  end
  return false
end

local function is_level(claim)
  return not claim:has("growth") and not claim:has("increment") and not claim:has("completion")
end

return {
  api = 1,
  id = "impossible-value",
  severity = "error",
  on = { claim = { "percent", "count", "duration" }, unit = { "%", "天", "d", "day" }, above = 100 },
  summary = {
    zh = "不可能的数值：占比超过 100%，一年的天数超过 366 天",
    en = "a value that cannot be: a share above 100 %, more days than a year has",
  },
  explain = {
    zh = [[部分占总体的比例、覆盖率、合格率等不会超过 100%；一年之中达标、优良的天数不会超过 366 天。
增幅、完成进度、毛入学率可以超过 100%，不在此列。]],
    en = [[A share of a whole, a coverage or a pass rate cannot exceed 100 %; a year has at most 366 days with
some property. Growth, completion of a plan and gross enrolment may exceed 100 % and are left alone.]],
  },
  messages = {
    share = { zh = "“{name}”为 {stated}，占比不会超过 100%", en = "“{name}” is {stated}; a share cannot exceed 100%" },
    days = { zh = "“{name}”为 {stated}，一年最多 366 天", en = "“{name}” is {stated}; a year has at most 366 days" },
  },
  examples = {
    bad = {
      { [[地表水考核断面水质优良比例108.2%,近岸海域优良水质面积比例92.9%。]], at = "108.2%" },
      { [[全市空气质量优良天数达到392天,同比增加4天。]], at = "392天" },
      { [[农村自来水普及率达到112%。]], at = "112%" },
      { [[高新技术产品占出口的132%。]], at = "132%", severity = "warning" },
      { [[| 产品 | 收入 | 占全部收入比例 |
|---|---|---|
| 原料药 | 3,000 | 102.09% |]], at = "102.09%", severity = "warning" },
      { [[Services accounted for 112% of output.]], at = "112%", severity = "warning" },
    },
    good = {
      [[完成投资14.8亿元,占年计划投资的126.5%。]],
      [[全市空气质量优良天数达到329天,同比增加4天。]],
      [[农村自来水普及率达到92%。]],
      [[高中阶段毛入学率达到102%。]],
      [[完成年度投资计划的124%。]],
      [[连续安全生产1825天。]],
      [[税收收入占年初预算的112%。]],
      [[完成投资占年度计划的104%,比序时进度快4个百分点。]],
      [[银行业拨备覆盖率达到212%。]],
      [[The fee is 140% of the market value.]],
      [[| 工程名称 | 预算数 | 工程累计投入占预算比例 |
|---|---|---|
| 年产2500吨项目 | 3,000 | 102.09% |]],
    },
  },
  check = function(claim, report)
    if claim.bound == "less_than" or claim.bound == "at_most" then return end
    if claim.kind == "percent" then
      local bounded = is_bounded(claim)
      if not is_level(claim) or not (bounded or is_share(claim)) then return end
      if claim.sentence.text:find("预算", 1, true) then return end
      report {
        at = claim, message = "share", values = { name = claim.name },
        -- A debt may be 120 % of the product: what 占 relates is not always a part.
        severity = bounded and "error" or "warning",
      }
    else
      if claim.low:gt(DAYS_OF_YEAR) and ends_with(claim.name, "天数") and is_level(claim) then
        report { at = claim, message = "days", values = { name = claim.name } }
      end
    end
  end,
}
