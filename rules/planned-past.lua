-- A report of 2024 cannot plan for 2019, nor tell of what was since 2026.
local ownyear, ownday = lib "ownyear", lib "ownday"
local OPENS = re.new("(?:^|[,。;:、(]|力争|确保)$")
local LEAST = 3 -- mentions that make a year the report's

local ENDS = [[(?:[一二三四1-4]季度|\d{1,2}月|[上下]半年)?(?:底|末|初|年底|年末|年中)?(?:前|左右)?]]
local DONE = [[(?:全面|正式|全部|完全|基本|初步|整体|实现|竣工)?(?:建成|完工|竣工|通车|投产|投用|投入(?:使用|运营|运行)|完成|开通|启用|交付|投运|达产|贯通)]]
local PLANS = [[(?<plan>(?<!原)(?:计划|预计|预期|将|拟|力争|争取|有望))(?:于|到|在)?]]

-- 将于2024年3月1日实施, 自2021年1月1日起施行, 到2017年……力争 in a text that has its day in
-- its head: of 1,077 such years in the news none is over, but what was put off
-- (原定) and what has an end told (目标任务如期完成).
local FROM = re.new("公布|颁布|印发|发布|签署|出台|审议通过|日前|近日|今天")
local AIMED = re.new("^[^。;]{0,80}(?:力争|确保|目标是|预计|有望)")
local ENDED = re.new("完成|达成|如期|已|共推|推迟|延期|原|曾|基础上|如今|全面实现|建成小康|脱贫")
local EARLIER = re.new("(?:19|20)\\d\\d(?=年)")
-- 2018年,他宣布将于2019年4月举办: told of another year.
local function names_earlier(m, year)
  for told in EARLIER:gmatch(m.sentence.text) do
    if tonumber(told) < year then return true end
  end
end
local REST = re.new("^[^。;]*")
local OF_DATED = re.new("^将[于在]\\d{4}年$|^自|,$")
local MONTH = re.new([[^年(\d{1,2})月(?:(\d{1,2})日)?]])
local function judge_dated(m, day, report)
  local year, at = tonumber(m.year), m:place("year")
  local behind = REST:match(at:after(150))
  local month, of_month = MONTH:match(at:after(9))
  local gone = tonumber(month or 0)
  local past = year < day.year or m.text:find("^将") and year == day.year and month
    and (gone < day.month or gone == day.month and of_month ~= "" and of_month and tonumber(of_month) < day.day)
  if past and (ENDED:find(behind) or ENDED:find(at:before(24)) or names_earlier(m, year)) then return end
  if past and m.plan == "到" and not (OPENS:find(m:place("plan"):before(3)) and AIMED:find(behind)) then return end
  if past and m.plan == "自" and not FROM:find(m:place("plan"):before(90)) then return end
  if past then
    report { at = at, related = day.claim, message = "day", values = { plan = m.plan, day = day.claim.text } }
  else
    report.agrees { at = at, related = day.claim, how = day.year .. " ≤ " .. year }
  end
end

-- 到1988年底,已收到判决319130名; 到1992年底,全国共有法庭18000多个: it was so.
local DID = re.new("^年[底末]?,?(?:已|全[国省市区县]共|我[国省市区县]共|累计|共)")

-- The latest year that the text names often: what it reports on.
local reported = memo()
local function year_of(doc)
  if reported[doc] ~= nil then return reported[doc] end
  local count, best = {}, false
  for _, claim in ipairs(doc:figures("period", "date")) do
    local year = tonumber(claim.text:match("^(20%d%d)年"))
    if year then
      count[year] = (count[year] or 0) + 1
      if count[year] >= LEAST and (not best or count[year] > count[best]) then best = year end
    end
  end
  reported[doc] = best
  return best
end

return {
  api = 1,
  id = "planned-past",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = {
      PLANS .. [[(?<year>20\d\d)年]] .. ENDS .. DONE,
      [[(?<plan>到)(?<year>(?:19|20)\d\d)年(?:底|末)?(?!以来|的|[,。;、]|[^,。;]{0,6}已|[^,。;]{0,2}累计)]],
      [[(?<year>(?:19|20)\d\d)年(?<plan>以来)]],
      [[(?<plan>到)(?<year>20\d\d)年,]],
      [[(?<plan>将)[于在](?<year>20\d\d)年(?=\d{1,2}月|[底末初]|正式|[^,。;]{0,4}(?:举行|举办|召开|启动|实施|施行|开工|开通|投))]],
      [[(?<plan>自)(?<year>20\d\d)年\d{1,2}月\d{1,2}日起(?:正式)?(?:施行|实施|执行|生效)]],
    },
  },
  summary = {
    zh = "计划完成的年份早于报告年份（2024年的报告：计划2019年建成通车）",
    en = "a plan for a year that has gone by when the report was written",
  },
  explain = {
    zh = [[“计划某年建成”“预计某年完工”的年份早于全文最常说到的年份两年以上时报告；文首写明日期的，“将于某年”“到某年力争”“自某年起施行”不应早于当年；“原计划”不在此列。]],
    en = [[A year that is planned for (建成, 完工, 投产) and lies two years and more before the one that the text
names most is reported; so is one before the day in the head of a text; what was planned at first (原计划) is not.]],
  },
  messages = {
    base = {
      zh = "“{plan}”的是 {stated} 年，而全文说的是 {year} 年",
      en = "{stated} is planned for, but the text is of {year}",
    },
    day = {
      zh = "“{plan}”的是 {stated} 年，而全文日期为{day}",
      en = "{stated} is planned for, but the text is of {day}",
    },
    since = {
      zh = "“{stated}年以来”晚于报告年份 {year}",
      en = "since {stated}, and the report is of {year}",
    },
  },
  examples = {
    bad = {
      { "# 《新闻联播》 (20241204)\n\n两项规范都将于2023年3月1日正式实施。", at = "2023" },
      { "# 《新闻联播》 (20241204)\n\n两项规范都将于2024年3月1日正式实施。", at = "2024", nth = 2 },
      { "# 《新闻联播》 (20221107)\n\n总理日前签署国务院令,公布《条例》,自2021年1月1日起施行。", at = "2021" },
      { "# 《新闻联播》 (20221107)\n\n项目今天开工,预计2021年建成投用。", at = "2021" },
      { "# 《新闻联播》 (20241204)\n\n到2017年,社会物流总费用占比力争降到13.5%左右。", at = "2017" },
      { "2025年甲省政府工作报告\n\n——2025年1月19日在甲省第十二届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n经济平稳。\n\n二、2025年工作安排\n\n从今年起免除学杂费;到2024年在全省普遍实行。", at = "2024", nth = 2 },
      { "2025年甲省政府工作报告\n\n——2025年1月19日在甲省第十二届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n2028年以来,经济平稳。\n\n二、2025年工作安排\n\n继续努力。", at = "2028" },
      { [[2024年,经济平稳。2024年,投资增长。2024年开工项目多。大桥计划2019年建成通车。]], at = "2019" },
    },
    good = {
      "# 《新闻联播》 (20241204)\n\n2018年,主席宣布将于2019年4月举办第二届论坛。2021年8月,合同约定将于2023年3月举行婚礼。2015年提出的蓝图是:到2020年,力争贫困人口全部脱贫。规划提出,到2020年,力争建成小康社会,如今这一目标全面实现。《生物安全法》自2021年4月15日起施行,今天,最高法发布典型案例。",
      "# 《新闻联播》 (20241204)\n\n两项规范都将于2025年3月1日正式实施。该法自2021年1月1日起施行。世锦赛原定于2020年2月举行。到2020年底,目标任务如期完成。到2027年,占比力争降到13.5%。",
      "2025年甲省政府工作报告\n\n——2025年1月19日在甲省第十二届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n2018年以来,总磷浓度达到2007年以来最好水平,投入从2020年的18亿元增加到2024年的30亿元。\n\n二、2025年工作安排\n\n从今年起免除学杂费,到2027年在全省普遍实行。",
      [[2024年,经济平稳。2024年,投资增长。2024年开工项目多。大桥计划2029年建成通车。隧道原计划2019年建成。铁路2019年建成通车。]],
    },
  },
  check = function(m, report)
    local year = tonumber(m.year)
    local day = m.plan ~= "以来" and not ownyear.of(m.doc) and ownday.of(m.doc)
    if day then return judge_dated(m, day, report) end
    if OF_DATED:find(m.text) then return end
    local dated = m.plan == "到" or m.plan == "以来"
    local own = dated and ownyear.of(m.doc) or not dated and year_of(m.doc)
    if not own or m.plan == "到" and not OPENS:find(m:place("plan"):before(3)) then return end
    if m.plan == "到" and DID:find(m:place("year"):after(40)) then return end
    if m.plan == "以来" and year > own then
      report { at = m:place("year"), related = ownyear.places(m.doc), message = "since", values = { year = own } }
    elseif m.plan == "到" and year < own or not dated and year + 1 < own then
      local told = ownyear.places(m.doc)
      table.insert(told, 1, m:place("plan"))
      report { at = m:place("year"), related = told, values = { plan = m.plan, year = own } }
    else
      report.agrees { at = m:place("year"), related = m:place("plan"), how = own .. " ≤ " .. year }
    end
  end,
}
