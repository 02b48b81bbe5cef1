local SURE, CLOSED = 80, 95 -- strengths of a link: the cuts are sure; 即 closes it
local FAR = 2               -- a list that differs by more is another list
local PLACES = 23           -- named by one finding
local SAID_WITHIN = 40      -- blocks behind a list in which "the third" goes on with it

local uncounted = lib "uncounted"
local BEFORE = uncounted.BEFORE -- reason of a link

-- How many the text says: several counts may share one list.
local function counted(link)
  local sum = link.whole.low
  for _, c in ipairs(link.others) do sum = sum + c.low end
  return math.tointeger(tonumber(sum:text()))
end

-- A、B、C、D、E、F、G等8个方向: who writes so names all or a few; of 60 such lists
-- in published texts none names all but one.
local OPEN_LEAST, QUOTED_LEAST, LONG_LEAST = 3, 2, 6 -- of 103 lists of six and more none
local CLOSED_KIND, QUOTED_COUNT = re.new("[大省类种项重家位名国市所条]$"), re.new("[“\"]$")
local CLOSED_ONE, OF_ASPECTS = re.new("个$"), re.new("^(?:方面|领域|项目)") -- as often in part as all
local function lacks_one(link, said, fewest, most)
  local open = link.doc.lang == "zh" and fewest == most and link.reason == BEFORE
  local least = QUOTED_COUNT:find(link.anchor:before(1)) and QUOTED_LEAST or OPEN_LEAST
  if not open or most < least or said - most ~= 1 then return false end
  if most >= LONG_LEAST then return true end
  if CLOSED_ONE:find(link.anchor.text) and not OF_ASPECTS:find(link.anchor:after(2)) then return true end
  return CLOSED_KIND:find(link.anchor.text) ~= nil or QUOTED_COUNT:find(link.anchor:before(1)) ~= nil or lib("ownyear").of(link.doc) ~= nil
end

-- 西班牙和葡萄牙四国: the last two are two.
local KIND_OF = re.new("^[\\d一二三四五六七八九十两]+(.+)$")
local function parts_last(link)
  local texts = {}
  for i, name in ipairs(link.names) do texts[i] = name.text end
  local anchor = link.anchor
  return lib("parted").is(texts, KIND_OF:match(anchor.text .. anchor:after(6)) or "", not link.complete)
end

-- By how many the list misses the count; 0: some cut of it gives the number.
local headed = lib "headed"
local function missed(link, said, fewest, most)
  local by = said - #link.names
  if link.doc.lang == "zh" and (link.complete or by <= 1) and headed.holds(link) then return by end
  if not link.complete and lacks_one(link, said, fewest, most) then return 1 end
  if said > most then return link.complete and said - most or 0 end
  if said < fewest and link.strength >= SURE then return said - fewest end
  return 0
end

-- 需求收缩、预期转弱三重压力; 面积、总产实现“三增长”
local apposed = lib "apposed"
local NO_APPOSED = re.new("一二$|省市县$|同等重要的[‘“]?$") -- 一二三产; 省市县两级: of both below the first
local function judge_apposed(m, report)
  local said, listed, list = apposed.count(m)
  if not said or NO_APPOSED:find(m:place("n"):before(24)) then return end
  local at, first, last = m:place("n"), m.sentence.text:find(list, 1, true)
  local place = first and m.sentence:place(first, last)
  if said == listed then
    report.agrees { at = at, related = place, how = said .. " = " .. listed }
  elseif math.abs(said - listed) <= FAR then
    report {
      at = at, related = place, stated = m.n, expected = tostring(listed), severity = "warning",
      message = said > listed and "fewer" or "more", values = { listed = listed },
    }
  end
end

-- 中央和地方两个积极性
local paired = lib "paired"
local function judge_paired(m, report)
  local said, listed, names = paired.count(m)
  if not said then return end
  if said == listed then
    report.agrees { at = m:place("n"), related = names, how = said .. " = " .. listed }
  else
    report {
      at = m:place("n"), related = names, expected = tostring(listed), severity = "warning",
      message = "fewer", values = { listed = listed },
    }
  end
end

-- five domains of functioning (hearing, vision, and walking)
local bracketed, other_list = lib "bracketed", lib "other_list"
local once = lib "once"
local told = once.new() -- counts that a link or another pattern was told of

-- How many an English list names at least: some may tell of others among them.
local function fewest_of(names, fewest)
  local texts = {}
  for i, name in ipairs(names) do texts[i] = name.text end
  return bracketed.at_least(texts, fewest)
end

local function in_brackets(m, report)
  if m.doc.lang ~= "en" or m.sentence.cell or lib("other_count").is_reference(m.sentence.block) then return end
  local counted_names, opened = lib "counted_names", lib "opened"
  local reader = counted_names.is(m) and counted_names or opened.is(m) and opened or bracketed
  local fewest, most = reader.range(m)
  if not fewest or not once.first(told, m:place("n")) then return end
  local said, at, list = bracketed.count(m), m:place("n"), m:place(counted_names.is(m) and "in" or "list")
  if said >= fewest and said <= most then
    report.agrees { at = at, related = list, how = said .. " = " .. fewest }
    return
  end
  local listed = said < fewest and fewest or most
  if math.abs(said - listed) > FAR or other_list.is(at, said, listed) then return end
  report {
    at = at, related = list, stated = m.n .. m.noun, expected = tostring(listed), severity = "warning",
    message = said > most and "fewer" or "more", values = { listed = listed },
  }
end

local patterns = {}
for _, p in ipairs(apposed.patterns) do patterns[#patterns + 1] = p end
for _, p in ipairs(bracketed.patterns) do patterns[#patterns + 1] = p end
patterns[#patterns + 1] = paired.pattern
local PAIRED = #patterns -- its number
patterns[#patterns + 1] = bracketed.behind

-- 四个坚持:坚持……,坚持……,坚持……
for _, p in ipairs(headed.patterns) do patterns[#patterns + 1] = p end
local linked = memo()
local function judge_headed(m, report)
  local at = m:place("n")
  if linked[m.sentence] then return end
  local said, fewest, most, more_behind = headed.count(m)
  if not said or fewest < 2 then return end
  if said >= fewest and said <= most then
    report.agrees { at = at, how = said .. " = " .. fewest }
  elseif (said < fewest and fewest - said or said - most) <= (said < fewest and FAR or 1) and not (said > most and more_behind) then
    local listed = said < fewest and fewest or most
    report {
      at = at, stated = m.n, expected = tostring(listed), severity = "warning",
      message = said > most and "fewer" or "more", values = { listed = listed },
    }
  end
end

local ENUMERATED = re.new("^(?:一是|第一|首先|First|\\(?[1ai]\\)|1)")
-- 办好9件实事。一是……。二是……。
local pointed, by_link = lib "pointed", memo()
patterns[#patterns + 1] = pointed.pattern
local function judge_pointed(m, report)
  local said, listed, at = pointed.count(m)
  if not said or not at or by_link[m.sentence.block] then return end
  local points = m:place("one")
  if said == listed then
    report.agrees { at = at, related = points, how = said .. " = " .. listed }
  elseif math.abs(said - listed) == 1 and not pointed.is_open_text(m, said - listed) then
    report {
      at = at, related = points, expected = tostring(listed), severity = "warning",
      message = said > listed and "fewer" or "more", values = { listed = listed },
    }
  end
end

return {
  api = 1,
  id = "counted-list",
  severity = "error",
  on = { link = "counted", pattern = patterns },
  summary = {
    zh = "所说的项数与列出的项数不符",
    en = "a count and the list that it announces differ",
  },
  explain = {
    zh = [[“六类(即:…)”“10种有色金属:…”“a、b、c三大领域”“九个方面工作”后的（一）至（九）：所说的个数与列出的
个数应当一致。列举中的“和”“与”“及”可能是并列，也可能在名称之内，只有任何切分都得不到该数时才报告；
以“等”结尾的列举没有列全，列出的少于所说的个数时不报；只少一个的例外（三项以上）：这样写的不是列全就是略举几项。]],
    en = [["Six categories include a, b, …", "two limitations. First, …", "the following five areas" with what is
numbered behind it, 六类(即:…), a、b、c三大领域: as many are listed as are said. A word like "and" inside a member may part
two; only where no cut gives the number it is reported. Lists that end in "etc." or 等 are open and
may name fewer.]],
  },
  messages = {
    fewer = {
      zh = "所说为 {stated}，列出的只有 {listed} 项",
      en = "{stated} are said, {listed} are listed",
    },
    more = {
      zh = "所说为 {stated}，列出的却有 {listed} 项",
      en = "{stated} are said, but {listed} are listed",
    },
  },
  examples = {
    bad = {
      { [[论坛聚焦合作与发展、技术与产业、人文与社会、治理与安全五大板块。]], at = "五大" },
      { [[重点是做大油气、煤炭、矿业、粮油、棉花、果蔬、畜产品、新能源等七大产业集群。]], at = "七大", severity = "warning" },
      { [[赴辽宁、上海、福建、山东、湖北、广西等5个省（区、市）开展检查。]], at = "5个", severity = "warning" },
      { [[火炬将在北京、哈尔滨、深圳、重庆、宜宾四座城市传递，之后回到成都。]], at = "四座" },
      { [[提出健全社会保障体系、完善养老服务体系、推进无障碍设施建设两项主张。]], at = "两项" },
      { [[实施基础研究提升、关键技术攻关、成果转移转化、高水平人才引领提升等三大行动。]], at = "三大", severity = "warning" },
      { [[聚焦人工智能核心基础、智能产品、公共支撑两大类、18个核心方向开展任务。]], at = "两大" },
      { [[聚焦稳岗扩岗力度提出六项措施，包括降低贷款申请门槛、扩大贷款支持对象范围、提高授信额度、降低利率水平、创新贷款模式。]], at = "六项" },
      { [[从创新、协调、绿色、开放、共享、安全7个维度设置了指标。]], at = "7个" },
      { [[关键是遵循相互尊重、和平共处、合作共赢四项原则。]], at = "四项" },
      { [[指导中央宣传部、中央网信办、文化和旅游部、国家文物局5家单位。]], at = "5家" },
      { [[推出系列招聘、定向访企、就业指导、实习促就业等五项举措。]], at = "五项", severity = "warning" },
      { [[冯雨、常昊、王赐月、张雅怡、王柳懿和向玢璇7名选手上场。]], at = "7名" },
      { [[京津冀、粤港澳、长三角两大动力引擎作用增强。]], at = "两大" },
      { [[实施海峡两岸建设、京津冀协同发展、长江经济带发展两大战略。]], at = "两大" },
      { [[蔬菜、水果、茶叶、畜禽产品和水产品4大类样品检测合格。英国、法国、丹麦、希腊和斯洛文尼亚5国弃权。]], at = "4大", severity = "warning" },
      { [[3月4日在得克萨斯、俄亥俄、佛罗里达、佛蒙特五个城市选举。]], at = "五个" },
      { [[软件信息、科技服务和商务服务两大产业贡献突出。]], at = "两大", severity = "warning" },
      { [[必须坚持“四个结合”,坚持当前与长远相结合、坚持整体与重点相结合、坚持远近相结合。]], at = "四", severity = "warning" },
      { [[切实抓好“四个强化”:强化组织领导,强化资金保障,强化队伍建设,强化宣传引导,强化考核问效。]], at = "四个", severity = "warning" },
      { [[明确了“五个聚焦”,包括聚焦产业升级、聚焦长期执政和领导能力、聚焦美丽中国、聚焦人民生活。]], at = "五个", severity = "warning" },
      { [[推广品种被划分为骨干型、成长型、苗头型和特专型三种类型,形成品种梯队。]], at = "三种", severity = "warning" },
      { [[德国、意大利、奥地利、西班牙和葡萄牙四个国家日前致信欧盟委员会。]], at = "四个", severity = "warning" },
      { [[试点产品涵盖乘用车、客车以及货车两大类产品。]], at = "两大", severity = "warning" },
      { [[商品经营类、租赁经营类和电商经营类这四大分类指数均处于扩张区间。]], at = "四大", severity = "warning" },
      { [[开展“四送”活动,即送政策、送技术、送岗位。]], at = "四", severity = "warning" },
      { [[全面落实“两个不低于”要求,增速不低于平均、户数不低于上年、获贷率不低于上年。]], at = "两", severity = "warning" },
      { [[今年要继续办好群众可感可及的5件实事。一是建学校,新增学位3万个。二是修道路,改造20公里。三是建医院。四是办养老。]], at = "5件", severity = "warning" },
      { [[It measures difficulty in five basic domains of functioning (hearing, vision, cognition, walking, self-care, and living).]], at = "five" },
      { [[The sample had the four largest racial and ethnic groups (Black, White, and Hispanic) in view.]], at = "four", severity = "warning" },
      { [[It was measured at five sites per tooth (mesial, midbuccal, distal, buccal, lingual, and apical).]], at = "five", severity = "warning" },
      { [[In two sites (Vermont, the District of Columbia, and Palau), all were asked.]], at = "two sites", severity = "warning" },
      { [[The study found three causes closely associated with N-95 hoarding: late orders and fear of dealers.]], at = "three", severity = "warning" },
      { [[The survey found 4 causes of late payment: lost forms, slow banks, and closed offices.]], at = "4 causes", severity = "warning" },
      { [[In 2019, six (3%) of 180 member states (Benin, Chad, Mali, Niger, and Togo) had no census.]], at = "six", severity = "warning" },
      { [[Sales are high, with coffee and cocoa being the 3 main crops (5,6) of the valley.]], at = "3", severity = "warning" },
      { [[Parents agreed with 3 statements: “The school is near” (access) and “The school is good” (quality).]], at = "3", severity = "warning" },
      { [[The 6 response options were never, rarely, sometimes, often, and always.]], at = "6", severity = "warning" },
      { [[We use four criteria together – the wage they earned, the help they get, and the type of home they live in.]], at = "four", severity = "warning" },
      { [[The three direct taxes, namely income tax, property tax, payroll tax and estate duty are expected to yield more.]], at = "three direct taxes", severity = "warning" },
      { [[The three institutions of higher learning, Norton College, Sutton University, the Ashby Polytechnic, and the University of Leeds, will grow.]], at = "three", severity = "warning" },
      { [[It has five categories of attainment: less than high school, high school graduate or equivalent, some college, and college degree or higher.]], at = "five", severity = "warning" },
      { [[The four main drivers of growth were exports, investment and tourism.]], at = "four" },
      { [[The plan has consisted of three segregated sections: the Old Section and the New & Late Section (“NLS”). Both are closed.]], at = "three segregated sections", severity = "warning" },
      { [[The measures work on three fronts – lives, jobs, homes and businesses – and cost little.]], at = "three", severity = "warning" },
      { [[The rates differ for three groups of workers – those aged 50 to 55 and 60 to 65.]], at = "three", severity = "warning" },
      { [[It is paid by two Ministries, namely, the Ministries of Finance, Health and Education.]], at = "two", severity = "warning" },
      { [[It rose in five of the nine regions: London, the South East, Wales and Scotland.]], at = "five", severity = "warning" },
      { [[Duty is levied at three rates: 5%, 10%, 15% and 20%.]], at = "three", severity = "warning" },
      { [[Japan, Korea and Vietnam were the four largest buyers.]], at = "four", severity = "warning" },
      { [[Two providers, Norton, Sutton and Ashby, were chosen.]], at = "Two", severity = "warning" },
      { [[The purpose of this study is threefold. First, we count. Second, we weigh.]], at = "threefold", severity = "warning" },
      { [[The work was shaped by 3 main developments in trade. First, it grew. Second, it fell.

Third, one third of it stopped.

Three barriers were obvious. First, it rained. Second, it snowed. Much was done in the third quarter.]], at = "Three barriers", severity = "warning" },
      { [[The company applies a four-step approach: (1) find the contract, (2) find the price, and (3) take it.]], at = "four-step approach", severity = "warning" },
      { [[There are at least five obstacles to achieving a cure for all: 1) the failure of patients to comply, 2) resistant organisms, and 3) the cost.]],
        at = "five obstacles", severity = "warning" },
      { [[We analyzed four age groups (18–39, 40–64, and ≥65 years).]], at = "four" },
      { [[Three cohorts of adults were considered: persons who were 1) not seen, 2) seen once, 3) seen twice, and 4) lost.]], at = "Three" },
      { [[The plan defined four tiers of readiness, consisting of front-line clinics, assessment hospitals, and treatment centers.]], at = "four" },
      { [[回购注销的限制性股票为离职的激励对象赵敏、李建平、何明炬、陈顺强5人,合计15.0万股。]], at = "5人" },
      { [[健全覆盖城乡的县乡村四级养老服务网络。]], at = "四", severity = "warning" },
      { [[构建县、村三级养老服务网络。]], at = "三", severity = "warning" },
      { [[妥善处理改革、发展、稳定四者之间的关系。]], at = "四", severity = "warning" },
      { [[今年将在扩大内需、稳定外贸、促进创新和保障民生五个方面发力。]], at = "五个" },
      { [[大桥兼具公路、铁路、管道四种功能。]], at = "四种" },
      { [[我国经济发展面临需求收缩、预期转弱三重压力。]], at = "三", severity = "warning" },
      { [[粮食生产面积、总产实现“三增长”。]], at = "三", severity = "warning" },
      { [[持续深化医疗、医保、医药“四医联动”改革。]], at = "四", severity = "warning" },
      { [[东部、中部、西部四大区域投资分别增长4.4%、0.3%和0.1%。]], at = "四大" },
      { [[推动实现高质量发展水平、科技创新实力、改革开放效能、美丽山东建设成效、人民生活品质、安全发展能力等“七个显著提升”。]], at = "七个" },
      { [[The three largest markets were Japan and Korea.]], at = "three largest markets" },
      { [[The survey covered five countries: France, Germany, Italy, Spain.]], at = "five countries" },
      { [[Three factors explain the rise: lower taxes and cheap credit.]], at = "Three factors" },
      { [[清查国有资源六类(即:矿产、林业、水利、能源、土地),逐项登记。]], at = "六类", severity = "error" },
      { [[出台《促进就业条例》《科技创新条例》三部地方性法规。]], at = "三部" },
      { [[建立“一张清单、一个平台、一支队伍”的“四个一”机制。]], at = "四个" },
      { [[实施生态环保设施补短板、工业固废综合治理和秸秆综合利用“四大攻坚突破”。]], at = "四大" },
      { [[实施先期预防、应急指挥、救援力量、基层能力建设“五大工程”,构建防治模式。]], at = "五大" },
      { [[建立健全重大项目谋划、项目建设推进服务等“三个机制”,优化基础设施投资。]], at = "三个", severity = "warning" },
      { [[固定资产投资、一般公共预算收入、常住人口实现“四个翻番”,成绩显著。]], at = "四个" },
      { [[要充分发挥中央和地方三个积极性。]], at = "三", severity = "warning" },
      { [[俄罗斯和乌克兰三国代表团举行谈判。]], at = "三", severity = "warning" },
      { [[社会主义和资本主义这三种生产关系不能长期并存。]], at = "三", severity = "warning" },
      { [[火炬分为冬奥会和冬残奥会三个版本,使用可回收材料。]], at = "三", severity = "warning" },
      { [[认真开展讲学习、讲正气的“三讲”教育。]], at = "三", nth = 1, severity = "warning" },
      { [[中国队在男子团体、男子双杠、女子高低杠四个项目上夺得金牌。]], at = "四个" },
      { [[推动呼和浩特、满洲里3个综保区高质量发展。]], at = "3个" },
      { [[公司设有研发中心、营销中心、制造中心、财务中心共五个中心。]], at = "五个" },
      { [[除了昆明、北海、太原和惠州,这6个城市房价上涨。]], at = "6个" },
      { [[另外7个城市是丹东、洛阳、沈阳、泉州和宜昌,跌幅较小。]], at = "7个" },
      { [[监测的6个断面(王庄、李桥、赵村、孙口、周湾)水质达标。]], at = "6个" },
      { [[受访者分为18—29岁、30—44岁、45—59岁三个年龄组,其余不计;60岁以上另行分析。经济总量迈上4万亿、5万亿三个台阶。]], at = "三个", nth = 2 },
      { [[全省有5个市产值超过3000亿元,分别是东江市、西岭市、南湖市、北原市、中州市、海门市。]], at = "5个" },
      { [[监测8种金属：铜、铅、锌、锡、铝、镁、钛。]], at = "8种" },
      { [[重点推进钢铁、化工、建材四大行业绿色化改造。]], at = "四大" },
      { [[推动钢铁、化工、建材、纺织等三大行业改造升级。]], at = "三大" },
      { "2025年甲省政府工作报告\n\n——2025年1月15日在甲省第十四届人民代表大会第三次会议上\n\n一、2024年工作回顾\n\n重点开展能源生态、客户服务、生产运行、经营管理、智慧物联、基础支撑、技术研究等8个方向建设。", at = "8个", severity = "warning" },
      { [[纳入决算范围的单位共4家：局机关、信息中心、培训中心。]], at = "4家" },
      { [[收入包括财政拨款、事业收入、其他收入四部分。]], at = "四部分" },
      { [[实施“强基、提质、惠民”四大行动。]], at = "四大" },
      { [[We considered three outcomes, namely mortality and readmission.]], at = "three outcomes" },
      { [[The following four risks are monitored: credit risk, market risk and liquidity risk.]], at = "four risks" },
      { "今年要抓好以下四个方面工作：\n\n（一）稳增长\n\n投资增长5%。\n\n（二）促改革\n\n完成改革12项。\n\n（三）惠民生\n\n新增学位3万个。\n", at = "四个" },
      { [[今年要办好三件实事：一是新建学校10所；二是改造道路20公里。]], at = "三件" },
      { [[The findings are subject to three limitations. First, the sample was small. Second, the follow-up was short.]], at = "three limitations" },
      { [[Status has five categories: 1) unvaccinated, as of that day; 2) partially vaccinated (5, 7); and 3) fully vaccinated.

The findings are subject to limitations. Fourth, few came (4, 5).]], at = "five categories", severity = "warning" },
      { "Our support will be along six thrusts:\n\nFirst, we will invest more.\n\nSecond, we will build more.\n\nThird, we will train.\n\nFourth, we will export.\n\nLastly, we will help builders.\n\nMuch was done last year.\n\nFinally, I thank all.\n",
        at = "six thrusts", severity = "warning" },
      { [[It has six sites (Phoenix and Tucson, Arizona; Miami, Florida; Duluth, Minnesota; and Temple, Texas).]], at = "six sites" },
      { [[The five categories include cities, large towns, small towns, suburbs, villages, and hamlets.]], at = "five categories" },
      { [[Seven counties using the mobile laboratory (Adair; Boone; Clay, east; Dade; Ozark; and Polk) tested farms.]], at = "Seven counties", severity = "warning" },
      { [[This bulletin covers two types of premises: warehouses, restaurants, and hotels, because most staff work there.]], at = "two types", severity = "warning" },
      { [[We made progress in the four key tasks of cutting debt, lowering costs, opening markets, raising pay, and protecting rivers.]], at = "four key tasks", severity = "warning" },
      { [[There are three main differences between this survey and the census. Firstly, it leaves out hostels. Secondly, it asks one person.]], at = "three main differences", severity = "warning" },
    },
    good = {
      [[北京南站开启京沪高铁、京津城际4个快速进站厅。对建设者齐心协力、攻坚克难、保质保量完成任务、确保两座大楼建成表示敬意。工作专班、中央办公厅公开通报3批共4起问题。]],
      [[龙舟队按照职业男子、女子组,青少年男子、女子组以及精英公开组五个组别展开角逐。提出四大重点方向,包括绿色储粮、节粮减损和装备升级等内容,进一步筑牢屏障。]],
      [[Insecurity was defined as at least 2 affirmative responses (eg, often, sometimes, or yes). Three studies used national data (either large claims or other data).]],
      "description: 陆家嘴财经新闻\n\nkeywords: 财经,陆家嘴,早报,晚报\n\n- 甲\n\n- 乙",
      "It has two components (Gladstein, 1983; Mahrer et al., 1994; Kerem et al., 2001).",
      "Based on the answers to these two questions and others, we identified three groups of work:\n\n- Incremental rebuilds\n- Clean builds\n- Cached builds",
      "The discussion focused on four main issues: (1) the rate of inflation; (2) the housing\n\nmarket; (3) growth; and (4) the world.",
      [[Six members voted to maintain the rate with the following rationales: (1) Monetary policy was loose; (2) growth was weak; (3) debt was high; and (4) rates were low.]],
      [[We selected two grant programs and two contracts: (1) the vocational grants, (2) the adult grants, (3) a lease contract, and (4) a call centre.]],
      [[IRS issued notices to three units: the Office of Civil Rights and Compliance; Taxpayer Experience Office; and Office of Diversity, Equity, and Inclusion.]],
      [[7 We included museum disciplines that were out of scope (zoos, aquariums, gardens, arboretums, and centers).]],
      "The contracts set standards on six metrics: accuracy, call quality, call abandon rate, customer satisfaction,\n\n4 See the annex.\n\nspeed, and cost.",
      [[六班的5名战士——班长马宝玉、副班长葛振林和战士宋学义、胡德林、胡福才边打边撤。]],
      [[全市辖4区3县:甲区、乙区、丙区、丁区,戊县、己县、庚县。共5人:组长1人,副组长1人,成员3人。]],
      [[深入推进禁毒斗争、坚决打击“三股势力”。加强农村集体资产管理、农村集体“三资”监管。坚持问题导向、狠抓“三大攻坚”落实。]],
      [[完善招商产业、项目、目标企业和政策“四个清单”。农村寄递物流、充电桩、5G网络、四好农村路实现“四个全覆盖”。]],
      [[立冬与立春、立夏、立秋合称“四立”。央行、外汇局在三地试点。大湾区内地城市、香港与澳门三地规则衔接。认真落实中央、省委“三个坚决”要求。]],
      [[涉企案件数、涉及人数和金额“三下降”。推进“源网荷储”一体工程、算力“四网融合”工程。围绕增速、结构、效率提出5项指标。]],
      [[抓好四项工作:一是稳增长,二是促改革,三是惠民生,同时,还要抓好安全生产。]],
      [[出现三方面变化。一是价格上涨,二是需求回暖,与此同时,企业预期也在改善。]],
      [[存在三个问题:一是人才不足;二是资金短缺;其三是机制不活。]],
      [[实施项目4个。一是道路,二是桥梁,三是水渠。此外,实施供水项目。]],
      [[整改存在的3项问题。一是作风不实;二是台账不全;三是监管不严。四是加强督导。]],
      [[要统筹好三大关系。一是速度和效益,二是城市和乡村,三是发展和安全。四是要坚持党的领导。]],
      [[There are three limitations. First, the sample was small. Second, it was short. In addition, responses were self-reported.]],
      [[The report covers three topics. First, it reviews the data. Second, it compares groups, and finally it makes recommendations.]],
      [[We used a three-step method: (1) collect data, (2) clean it, then (3) analyse.]],
      [[We identified two groups. First, men. Second, women. Third, we compared both groups.]],
      [[建成省市县三级联动体系,全国县乡村三级站点数,市、区、街镇三级平台,市区街乡三级监管部门,中央、省、市、县四级巡察,自治区、盟市、旗县三级宣讲。]],
      [[The dispute is about the lease of three LNG carriers (or the Northern Fleet) in a joint venture.]],
      [[粮食面积、单产、总产实现“三增长”,煤电机组“三改联动”,事故起数和死亡人数持续“双下降”。]],
      [[上海、江苏、浙江、安徽三省一市;速度滑冰、跳台滑雪、北欧两项等项目;出口到拉美、非洲、中亚五国等市场。]],
      [[对东盟、欧盟、非洲、中亚五国进出口分别增长4.4%、0.3%、5%、6%。]],
      [[要充分发挥中央和地方两个积极性,连接东线和中线两条长廊,主要涉及快递包装和服务质量两大方面。]],
      [[我国同俄罗斯和中亚三国签约,央企与东北三省、福岛县和宫城县的三个团体、纽约州和周边三个乡镇合作,恪守原则和中美三个公报。包括十个水泥厂和二十三个企业,中国与欧洲三国对接。]],
      [[比赛有公开水域游泳和铁人三项,甲公司和乙公司控制了三个园区,参与构建和平稳定的三方关系。]],
      [[国家、集体、个人三者利益,总量和结构双重功能,经济、政治、文化、社会、生态文明建设“五位一体”。]],
      [[It measures difficulty in six basic domains of functioning (hearing, vision, cognition, walking, self-care, and living).]],
      [[We analyzed three age groups (18–39, 40–64, and ≥65 years), two sites (the old town, e.g., the port, and the new one), and any two risks (smoking, diabetes, or obesity).]],
      [[Four of the five domains (hearing, vision, and others) and two years (age, sex, and region adjusted) were used in five cities (Austin, Texas; Boise, Idaho; Reno, Nevada; Salem, Oregon; and Provo, Utah).]],
      [[增强“四个意识”、坚定“四个自信”、做到“两个维护”。推动质量、创新、民生、安全等“四个显著提升”。]],
      [[国家电网在辽宁本溪、葫芦岛分别开工建设大雅河、兴城两座电站。应急管理部会同国家粮食和物资储备局向甘肃、青海两省调拨棉被。]],
      [[对涉及工程建设、运营管护失职失责问题的交通厅、水利厅、控股公司3个责任单位问责。第一卷、第二卷蒙古文、藏文等两种文版出版。]],
      [[造成车内3人死亡、检查站3名士兵受伤。60多部纪录片、专题片以英、西、法、阿、俄五种语言播出。支持京津冀及黑龙江、吉林5省救灾。]],
      [[论坛聚焦合作与发展、技术与产业、人文与社会三大板块。推进产业集群化发展、空间布局优化等四项措施。推进乙镇、加快建设3个园区。]],
      [[加快交通、水利设施建设3项。聚焦核心基础、智能产品、公共支撑三大类、18个方向。三个阶段做好应对措施,包括排查隐患、清理河道。]],
      [[文化和旅游部、国家文物局两家单位发文。埃及、阿尔及利亚两个国家参加。软件信息、科技服务和商务服务三大产业贡献突出。]],
      [[回购注销离职的激励对象赵敏、李建平、何明炬、陈顺强4人的股票。设主任1名、副主任、秘书长、干事3人。]],
      [[我国政府同英国、葡萄牙政府在执行中英、中葡两个声明上进行了合作。我们应当旗帜鲜明、理直气壮地宣传四项基本原则。]],
      [[改革的五项重点工作:是指为深化改革,实现建立制度、人人享有服务的目标,在三年内要抓好的改革。]],
      [[Two sites in each country (Ghana; Kenya; and Togo) were visited. Two reports on the register (Northwick; Easton) were read.]],
      [[There are five ways of heating, cooling, and lighting a home, and two risks of rising prices, falling wages, and slowing trade.]],
      [[The two surveys show large differences. First, men work longer. Second, women are paid less. Third, children go to school earlier.]],
      [[对内容、渠道、形式的需求如图4所示。]],
      [[公司可能不再满足国家电网、南方电网或五大发电集团的投标资格。]],
      [[农业农村部、国家发展改革委、财政部、国家粮食和物资储备局四部门发布。铁路、船舶、航空航天和其他设备制造业两位数增长。]],
      [[做强大健康、现代金融、高新技术、会展商贸和文化体育等四大产业。波斯尼亚和黑塞哥维那、塞尔维亚、特立尼达和多巴哥三个国家参加。]],
      [[我们要传承好、发扬好相互尊重、睦邻友好、同舟共济、互利共赢这4个法宝。设立海翔药业、台州前进和临港两个研究院。]],
      [[甲乙高速、丙丁新线和东江、西岭两条通道如期通车。投资、消费和建设文体、会展中心4项没有完成。]],
      [[加快海东煤制油、湖西3个煤制气、北山清洁利用等项目建设。]],
      [[“三环五带”：环城北、环新区、环主城示范环；山前带、长城带、河谷带、京南带、沿海带。]],
      [[坚持三个坚持：坚持稳字当头，坚持深化改革，坚持惠民生；四个稳：稳就业、稳外贸、稳投资、稳预期。]],
      [[破解“人口多、土地少，小生产、大市场，投入高、产出低”三大矛盾。]],
      [[落实“四个坚决”要求。①加强管控。②加强规划。③加强治理。④加强巡查。⑤加强宣传。]],
      [[The three groups were similar and well balanced. The three largest markets were China, Japan and Korea.]],
      [[Four key areas: jobs and skills, trade, and roads. Three rules: New buildings and renovation of old ones are prohibited.]],
      [[We visited these three markets in spring. First, we went north. Second, we went south. In three years we saw much. First, we read. Second, we wrote.]],
      [[There are two reasons for this. First, it rained.

Second, it snowed. The plan goes on for three years. First, we build.]],
      [[The team visited three districts, Norton and Sutton among them.]],
      [[共同关心的包括“改革”“经济”“就业”和“产业”,这4个词最多;与德国、法国、意大利三国签约。]],
      [[覆盖3个乡镇(街道、园区、社区),主要原因有三个:经费、人才、场地;前三个原因是资源丰富、获取方便、成本低;其他原因不一。]],
      [[清查国有资源六类(即:矿产、林业、水利、能源、土地、数据),逐项登记。]],
      [[重点推进钢铁、化工、有色和建材四大行业绿色化改造。]],
      [[推动电子信息、汽车等五大产业集群发展。打造电子信息、汽车、生物医药、新材料等七大支柱板块。]],
      [[新增国家级企业技术中心、工程研究中心3家。]],
      [[统筹国内国际两个市场、两种资源。]],
      [[实施“三项政策、一项改革”，即敞开收购余粮、顺价销售、资金封闭运行，加快粮食企业改革。]],
      [[全市在册企业、个体户新增3个行业。]],
      [[建立用地、用林等报批三级联动机制，甲、乙、丙三县参加。]],
      [[17个县（市、区）完成验收，21个园区获评省级示范。]],
      [[今年要办好三件实事：一是新建学校10所；二是改造道路20公里；三是植树3万株。]],
      [[They agreed on three things: trade, tariffs and, above all, trust. The scheme has two parts: a loan, repayable over ten years, and a grant.]],
      [[The 2 latter questions response options were always, sometimes, or never. The five items were added, averaged, and compared with the mean. Norton and Sutton were two miles from the sea.]],
      [[The 3 methods were useful, cheap, and easy, and two of 180 member states (Benin, Chad) replied. It found 3 causes: slow banks, lost forms, and closed offices.]],
      [[The three sisters – Anna, a doctor, Beth, a nurse, and Clara – live in Leeds. Two companies – Smith, Jones and Brown Ltd and Marks and Spencer – merged.]],
      [[Two ministers – Mr Lim, the Minister for Finance, and Mr Goh – spoke. Food, drink and tobacco and fuel were the two largest groups.]],
      [[Three groups were compared: men, women and children, and their parents. In Asia, Japan and Korea were the two largest buyers.]],
      [[It has four categories: less than high school, high school graduate or equivalent, some college, and college degree or higher.]],
      [[The four direct taxes, namely income tax, property tax, payroll tax and estate duty are expected to yield more.]],
      [[The focus is on three key areas – technology and innovation, our enterprise ecosystem, as well as our infrastructure.]],
      [[Transmission at two family gatherings — Chicago, Illinois, February–March 2020. We used four types of insurance: health; work, sickness, and other insurance; life; and fire.]],
      [[Two programmes (the Native Health Consortium and the State’s Breast, Cervical, and Colon Health Program) replied. Two countries (mainly France, Germany and Italy) joined.]],
      [[Coverage differs for four groups: Hispanic and non-Hispanic whites, blacks, and those of other races.]],
      [[The two groups are compared: children and adults, who were followed for 3 years, were seen twice.]],
      [[Sales rose in four regions, including Asia and Europe.]],
      [[Orders were coded into one of five categories: 1) all persons; 2) all in some areas; 3) some persons; 4) some in some areas; or 5) none.]],
      [[It has eight sites (Phoenix, Tucson, and other areas in Arizona; Miami, Florida; Duluth, Minnesota; Portland, Oregon; Temple, Texas; and Salt Lake City, Utah).]],
      [[Risks were higher for four of five conditions (mood disorders, psychosis, anxiety, and dependence) and for any two risks (smoking, diabetes, or obesity).]],
      [[It has three components: the wage credit scheme, the tax rebate and the innovation bonus.]],
    },
  },
  check = function(link, report)
    if link.type == "match" then
      local judge = link.pattern == PAIRED and judge_paired or headed.is(link) and judge_headed or pointed.is(link.text) and judge_pointed or apposed.is(link.text) and judge_apposed or in_brackets
      return judge(link, report)
    end
    linked[link.anchor.sentence] = true
    if link.names[1].text == "一是" then by_link[link.anchor.block] = true end
    local said = counted(link)
    local fewest, most = lib("coordination").range(link.names)
    if link.doc.lang == "en" and fewest > said and link.names[2] and link.names[2]:before(2) == ", " then fewest = fewest_of(link.names, fewest) end
    if link.doc.lang == "zh" and link.reason == BEFORE then
      if said >= #link.names and (said == #link.names or not link.complete) and parts_last(link) then
        fewest = #link.names + 1
      elseif said == 2 and most > #link.names then
        return -- 甲、乙、丙和丁两个: of the last two alone
      end
    end
    local by = missed(link, said, fewest, most)
    if link.doc.lang == "en" and (by ~= 0 or fewest == most) then once.mark(told, link.anchor) end
    local places = {}
    for i, name in ipairs(link.names) do
      if i <= PLACES then places[i] = name end
    end
    if link.doc.lang == "zh" and by ~= 0
      and (uncounted.is(link, said) or uncounted.is_joined(link, said, by) and not headed.holds(link)) then return end
    if by == 0 then
      if link.complete then
        report.agrees { at = link.anchor, related = places, how = said .. " = " .. #link.names }
      end
      return
    end
    if lib("other_count").is(link, by, most) then return end
    if link.strength < CLOSED and (by > FAR or by < -FAR) then return end
    local last = link.names[#link.names]
    if (by == 1 or by == -1) and ENUMERATED:find(link.names[1].text) and lib("pointed").is_open(link.names, by) then return end
    local numbered = link.names[1].text:find("^%(?%d+%)$") ~= nil
    if by > 0 and not numbered and lib("enumeration").goes_on(last, SAID_WITHIN, most + 1) then return end
    local listed = by > 0 and most or fewest
    if listed == said or other_list.is(link.anchor, said, listed) then return end
    report {
      at = link.anchor, related = places, stated = link.anchor, expected = tostring(listed),
      message = by > 0 and "fewer" or "more",
      severity = link.strength >= CLOSED and fewest == most and "error" or "warning",
      values = { listed = listed },
    }
  end,
}
