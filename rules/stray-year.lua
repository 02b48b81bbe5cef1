-- 2044年预算安排 in a report of 2023: a year of the future that is one digit
-- off a year that the report is about.

local LEAST = 2 -- mentions that make a year the report's, one of them in its head
local HEAD = 8 -- blocks
local AHEAD = 5 -- years that reports look ahead without a plan that has a name
local CENTENARY = 2049
local LEADS = re.new([[(?:到|至|[-–—~]|截止|期限|有效期|到期日?|于|前|面向|展望)\s?$]])
local BEHIND = re.new([[^(?:底|末|初|\d{1,2}月(?:\d{1,2}日)?)?(?:前|到期|届满|止|远景|愿景|建成|实现|达到|以前|收回|还本|兑付|修订|版|颁布|发布|制定|出版)]])
local LONG = re.new([[债券|票据|贷款|租赁|租约|合同|协议|质押|股权|信托|基金|年期|特许|远景|展望|预测|寿命|退役|碳中和|规划]])

-- How often each year is named, and the one that the text names most, where
-- half of all are that year or one beside it.
local function named(doc)
  local count, head, all, best = {}, {}, 0, nil
  for _, claim in ipairs(doc:figures("period", "date")) do
    local year = not claim.sentence.cell and tonumber(claim.text:match("^(20%d%d)年"))
    if year then
      count[year] = (count[year] or 0) + 1
      all = all + 1
      head[year] = head[year] or claim.block.index <= HEAD
      if not best or count[year] > count[best] or (count[year] == count[best] and year < best) then best = year end
    end
  end
  for year, n in pairs(count) do
    if year > best + 1 and n == count[best] then return count, nil end
  end
  local near = best and count[best] + (count[best - 1] or 0) + (count[best + 1] or 0)
  return count, near and count[best] >= LEAST and head[best] and near * 2 >= all and best or nil
end

-- Do the two differ in one digit, the decade's?
local function decade_off(a, b) return a % 10 == b % 10 and a ~= b end

-- Years of goals: 2030, 2035, 2049.
local function is_goal(year) return year % 5 == 0 or year == CENTENARY end

-- Is another year named that is later than the report's own and its next?
local function is_led_to(year, own, count)
  for k in pairs(count) do
    if k > own + 1 and k ~= year and not is_goal(k) then return true end
  end
end

-- The year near the report's own that this one was meant to be.
local function meant(year, own)
  for _, near in ipairs { own, own + 1, own - 1 } do
    if decade_off(year, near) then return near end
  end
end

-- 2044年预算安排, 比2032年末: where only the report's own years can stand.
local OWN = re.new("^(?:末|底|初)?(?:[全市县区省州]*)(?:预算|决算|财政|主要|重点|工作|国民经济|收支|上半年|[一二三四]季度|1[-—])")
local HELD = re.new("(?:比|较|与|同)\\s?$")
local function is_stray(claim, year, own, count)
  return (OWN:find(claim:after(24)) or HELD:find(claim:before(4))) and year > own + AHEAD and count[year] == 1 and not is_goal(year) and not is_led_to(year, own, count)
    and not LEADS:find(claim:before(16)) and not BEHIND:find(claim:after(24)) and not LONG:find(claim.sentence.text)
end

return {
  api = 1,
  id = "stray-year",
  severity = "warning",
  state = "preview",
  languages = { "zh" },
  on = { set = true },
  summary = {
    zh = "写成了多年以后的年份（2023年的报告写“2044年预算安排”）",
    en = "a year far ahead that is one digit off the report's own",
  },
  explain = {
    zh = [[全文最常说到的年份以后五年以上、只出现一次、与报告年份或其前后一年只差十位一个数字的年份，多半是笔误。
2030年、2035年等目标年份，“到某年”“某年前”，债券、合同、规划等长期事项不报。]],
    en = [[A year more than five ahead of the one that the text names most, named once, and with only the decade's
digit other than that year's or its neighbours', was probably mistyped. Years of goals (2030, 2035), "by 2044" and what
runs for long (bonds, contracts, plans) are left alone.]],
  },
  messages = {
    base = {
      zh = "报告说的是 {year} 年前后，这里是 {stated}，疑为 {meant} 年",
      en = "the report is of {year}, here it is {stated}; {meant} was probably meant",
    },
  },
  examples = {
    bad = {
      { [[2023年,全县财政收入增长9.1%。2023年支出结构优化。

2044年预算安排:收入增长5%。]], at = "2044年" },
      { [[2023年,全县经济向好。2023年末,全县常住人口52.3万人,比2032年末减少0.4万人。]], at = "2032年末" },
    },
    good = {
      [[2024年,全市接待游客3200万人次。2024年新开工项目120个。我市将承办2034年全国运动会。]],
      [[2024年,全市人口412万人。2024年出生3.1万人。预计2034年人口达到峰值,业内认为2034年首批组件集中报废。]],
      [[2023年,全县财政收入增长9.1%。2023年支出结构优化。2024年预算安排:收入增长5%。]],
      [[2023年,全县经济向好。2023年发行的债券2033年到期。到2043年,城乡面貌将焕然一新。]],
      [[2023年,全县经济向好。2023年,规划展望到2033年。2035年目标可期。]],
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      local count, own = named(doc)
      if own then
        for _, claim in ipairs(doc:figures("period", "date")) do
          local year = tonumber(claim.text:match("^(20%d%d)年"))
          local right = year and not claim.sentence.cell and is_stray(claim, year, own, count) and meant(year, own)
          if right then report { at = claim, values = { year = own, meant = right } } end
        end
      end
    end
  end,
}
