local SURE = 80 -- strength of a link whose names and figures are all there

-- Is n a whole multiple of a number of names in the range? Then each name may
-- have several figures (由…提高到…, two groups of names).
local function fits(n, fewest, most)
  for k = fewest, most do
    if n % k == 0 and k > 1 then return true end
  end
  return false
end

-- What a figure says of each of several things, where it stands alone: 甲、乙
-- 分别奖励10万元 gives as much to each, 要分别下降3% sets one target for each;
-- 分别增长5% has lost the other.
local MEASURED = re.new("达|为|增|降|升|跌|涨|至|到|完成|实现|占|居|回落|下滑|减|于|超|办理|办结|受理|审结|查处")
local RATES = { percent = true, point = true, multiple = true, rank = true, index = true }

local TIMES = re.new("[届次]$")
local GOES_ON = re.new("^(?:\\([^()]{1,30}\\))?(?:[^,。;\\d]{0,6})?[、和与及]|^以上|^左右|^以下")
local EACH = re.new("两[侧岸端边旁]|双方|各[跨侧边]") -- 两侧人行道宽度分别为3米
local BOTH = "(?:up|down|rose|fell|grew|flat|steady|unchanged|stable|top|bottom|first|last|increased|decreased|declined)"
local VERBS = re.new("\\b" .. BOTH .. " and " .. BOTH .. "\\b[^,;]*$")
local function alone(link)
  local m = link.members[1]
  if link.doc.lang == "en" and VERBS:find(m:before(40)) then return false end -- flat and up 4%
  if link.doc.lang == "zh" and m.kind == "percent" and (m.number_text == "100" or m:after(2) == "以上") then return false end
  if link.doc.lang == "zh" and (GOES_ON:find(m:after(40)) or EACH:find(link.anchor:before(36))) then return false end
  if #link.members > 1 or (m.bound ~= "exact" and m.bound ~= "about") then return false end
  if m.numeral and m.bound ~= "exact" then return false end -- 分别增长近一倍
  if TIMES:find(m.text) then return false end -- 分别作的关于十三届全国人大……的报告
  local english = m.sentence.doc.lang == "en"
  if m.modality == "target" and not english then return false end
  if english or RATES[m.kind] then return true end
  local said = link.anchor:after(12)
  local at = said:find(m.number_text, 1, true)
  return at and m.decimals + m.digits > 1 and MEASURED:find(link.anchor.text .. said:sub(1, at - 1)) ~= nil
end

-- 贡献率分别为:消费65.2%,投资24.3%: each name stands with its figure.
local ENDS = re.new("[为是]$")
local NAMED = re.new("^:?[一-龥]{2,12}[\\d.]")
local NEXT = re.new("^(?:\\([^()]{1,30}\\))?[,、;]?[一-龥]{2,12}[\\d.]")
local function named_each(link)
  local anchor = link.anchor
  return (ENDS:find(anchor.text) or anchor:after(1) == ":") and NAMED:find(anchor:after(48))
    and NEXT:find(link.members[1]:after(72))
end

-- 30% and 48% had full, partial, or no policies, respectively.
local respective = lib "respective"
local told = memo() -- sentences that a finding was told of, by a link; a match is judged behind it
local function commas(m, report)
  local figures, names = respective.count(m)
  if not figures or not names or fits(figures, names, names) then return end
  local places = { m:place("figures"), m:place("names") }
  if figures == names then
    report.agrees { at = places[1], related = places[2], how = figures .. " = " .. names }
    return
  end
  if told[m.sentence] then return end
  told[m.sentence] = true
  report {
    at = places[1], related = places[2], message = "commas", values = { figures = figures, names = names },
  }
end

-- 支出分别为774亿元、536亿元、138亿元和123亿元,比上年增长29.2%、39.4%和23.9%: the
-- rates that follow are as many as the figures, though 分别 is said once.
local FIGURE = "[0-9.]+[万亿]*(?:元|美元|吨|人|人次|辆|台|户|家|件|个|平方米|千瓦|千瓦时|斤|亩|公里)?"
local RATE = "[-−]?[0-9.]+%"
local JOINT = "(?:、|和|与)"
local RATES_BEHIND = "分别(?:为|达到|达|完成|实现|增至)?(?<levels>" .. FIGURE .. "(?:、" .. FIGURE .. ")*" .. JOINT .. FIGURE
  .. "),(?:比上年|同比|较上年|比上年同期|比去年)?(?:增长|下降|增加|减少|提高)了?(?<rates>" .. RATE .. "(?:、" .. RATE .. ")*" .. JOINT .. RATE .. ")"
local CUT = re.new(JOINT)

-- $1.7 million and $5.2 million in 2019, 2018 and 2017, respectively
local prose, looked = lib "prose", memo()
local function periods(m, report)
  local sentence = m.sentence
  if told[sentence] or looked[sentence] or m.doc.lang ~= "en" then return end
  looked[sentence] = true
  local text = prose.text(sentence)
  if not text then return end
  local wrong, fits_one, values, names, offset = respective.periods(text, text:find("respectively", 1, true))
  if not wrong and not fits_one then return end
  local at, other = sentence:place(values.from + offset, values.to + offset), sentence:place(names.from + offset, names.to + offset)
  if fits_one then
    report.agrees { at = at, related = other, how = values.n .. " = " .. names.n }
    return
  end
  told[sentence] = true
  report { at = at, related = other, message = "commas", values = { figures = values.n, names = names.n } }
end

-- admitted, ventilated or dead, compared with partially (6.2%, 1.0%, and 0.3%, respectively) and
-- fully vaccinated persons (7.6%, 1.5%, and 0.5%, respectively): each list bears the other out.
local BRACKET = re.new([[\(((?:[$£€]?\d[\d.,]*%?,? (?:and )?)+)respectively\)]])
local function has_peer(link)
  local n = 0
  for inside in BRACKET:gmatch(link.anchor.sentence.text) do
    local figures = select(2, inside:gsub("%d[%d.]*", ""))
    if figures == #link.members then n = n + 1 end
  end
  return n > 1
end

-- grew by 25% respectively: a figure alone, right before the word or before what
-- it is told of; (28.1%, and 56.1%, respectively) has lost a third.
local WORD = "respectively"
local function find_single(text)
  local at = text:find(WORD, 1, true)
  local from, to = respective.single(text, at)
  if from and not VERBS:find(text:sub(1, from - 1)) then return from, to end
  while at do
    local place, kind = lib("lone_value").find(text, at)
    if place then return place.from, place.to, kind end
    at = text:find(WORD, at + #WORD, true)
  end
end

-- 212±104 and 223±118: a figure and how far it is spread is one.
local SPREAD = re.new([[(?:±|\+/-)\s?\d[\d.,]*]])
local function blank_spreads(text)
  local at = 1
  while text:find("±", at, true) or text:find("+/-", at, true) do
    local from, to = SPREAD:find(text, at)
    if not from then break end
    text, at = text:sub(1, from - 1) .. (" "):rep(to - from + 1) .. text:sub(to + 1), to
  end
  return text
end

local read = memo()
local function single(m, report)
  local sentence = m.sentence
  if told[sentence] or read[sentence] or sentence.cell or m.doc.lang ~= "en" then return end
  read[sentence] = true
  local text = prose.text(sentence)
  if not text or not text:find(WORD, 1, true) then return end
  text = blank_spreads(text)
  local first, last = respective.of_one_year(text, text:find(WORD, 1, true))
  if first then
    told[sentence] = true
    report { at = m:place(), related = sentence:place(first, last), message = "year", stated = sentence:place(first, last).text }
    return
  end
  local from, to, kind = find_single(text)
  if not from then return end
  told[sentence] = true
  local place = sentence:place(from, to)
  report { at = m:place(), related = place, message = kind or "single", stated = place.text, values = { figure = place.text } }
end

local function members_of(text)
  local n = 1
  for _ in CUT:gmatch(text) do n = n + 1 end
  return n
end

local function behind(m, report)
  local levels, rates = members_of(m.levels), members_of(m.rates)
  local at, other = m:place("rates"), m:place("levels")
  if levels == rates then
    report.agrees { at = at, related = other, how = levels .. " = " .. rates }
  else
    report { at = at, related = other, message = "behind", values = { levels = levels, rates = rates } }
  end
end

-- 收入9422元,纯收入2936元,分别实际增长7.7%: wherever its names stand, 分别 asks for two
-- figures; an aim may be one for each (要分别下降3%). Of 2,209 in reports and news seven
-- have one figure, three of them aims, two mistakes. And of 636 that names parted by 、 stand
-- before none has fewer figures than names.
local distributed = lib "distributed"
local VALUE = distributed.VALUE
local LONE = "(?<respectively>分别)(?<verb>[^,。;、:()\\d]{0,16}?|占[^,。;:()\\d]{2,24}的)(?<values>" .. VALUE .. "(?:、" .. VALUE .. ")*(?:(?:和|与|及|以及)" .. VALUE .. ")?)(?=[,。;])"
local IS_LONE = re.new("^分别(?:[^,]|,\\d{3})*$") -- 分别为2,918.15万元: the comma groups
local AIM = re.new("[要应须可]$|[要应须]分别[^。]*$")
local VERB = re.new("(?:增长|增加|上升|上涨|提高|提升|下降|减少|降低|下跌|回落|占到?[^,]{0,6}|占[^,]{2,24}的|高于|低于|控制在|保持在|稳定在|恢复到)了?$")
local RATE_ONLY = re.new("(?:%|个百分点|倍|成|分之[一二三四五六七八九十])(?:以下|以内)?$")
local LEVEL = re.new("(?:达到?|突破|超过?|为|完成|实现|[增升降提高少落加跌]至|[增升降提高少落加跌]到)了?$")
local SHARED = re.new("以上$|^[约近]?100%$")
local GOES_ON_ZH = re.new("^[,;](?:\\d|增|下|上|减|提|降|回|与|和|以及|[^,。;\\d]{1,10}分别)")

-- 城乡居民收入分别增长5%: two are named, though no mark parts them.
local function together(m, report, at, n)
  local values = m:place("values")
  local k = lib("run_together").count(distributed.clause(at:before(60)), m.values, n)
  if not k or n > k then return false end
  if n == k then
    report.agrees { at = at, related = values, how = n .. " = " .. k }
  else
    told[m.sentence] = true
    report { at = at, related = values, message = "fewer", stated = m.text, values = { anchor = "分别", figures = n, names = k } }
  end
  return true
end

-- 达标率分别达到100%,覆盖率分别为98%: of each, as before.
local WHOLE = re.new("分别[^,]{0,6}100%,[^,]{0,10}$")
local function lone(m, report)
  local at = m:place("respectively")
  if told[m.sentence] or m.doc.lang ~= "zh" or m.sentence.cell then return end
  local before, n = at:before(110), distributed.numbers(m.values)
  if together(m, report, at, n) then return end
  local k = distributed.things(before)
  if n > 1 and n < k then
    told[m.sentence] = true
    report { at = at, related = m:place("values"), message = "fewer", stated = m.text, values = { anchor = "分别", figures = n, names = k } }
  elseif n == 1 and not WHOLE:find(before) and not AIM:find(before) and not SHARED:find(m.values) and not GOES_ON_ZH:find(m:place("values"):after(24)) and (RATE_ONLY:find(m.values) and VERB:find(m.verb) or LEVEL:find(m.verb)) then
    report { at = at, related = m:place("values"), message = "lone", stated = m.text, values = { said = m.text } }
  elseif n > 1 and n == k then
    report.agrees { at = at, related = m:place("values"), how = n .. " = " .. k }
  end
end

-- 前三季度分别增长5.1%、5.6%: what is said to be three.
local function by_count(link, n, report)
  if link.doc.lang ~= "zh" or link.members[1].kind == "rank" then return end
  local fewest, most = lib("due").count(link)
  if not fewest or fewest < 2 then return end
  if n >= fewest and n <= most then
    report.agrees { at = link.anchor, related = link.members[1], how = n .. " = " .. most }
    return true
  end
  told[link.anchor.sentence] = true
  local last = link.members[n]
  if n > most or fits(n, fewest, most) or n == 1 and not alone(link) or GOES_ON:find(last:after(40)) then return true end
  local places = {}
  for _, m in ipairs(link.members) do places[#places + 1] = m end
  report {
    at = link.anchor, related = places, message = "fewer", stated = link.anchor,
    values = { anchor = link.anchor, figures = n, names = fewest },
  }
  return true
end

-- 增速由高到低依次为:甲增长23.5%,乙……: each name stands with its figure.
local SORTED = re.new("(?:高到低|低到高|大到小|小到大|多到少|少到多|大小|高低|多少|先后)[^,。;]{0,6}$")

-- 6 cents and 11 cents, which are read as one amount
local TWO_OF_UNIT = re.new([[\d ([a-z]+) and [\d.,]+ \1\b]])

return {
  api = 1,
  id = "respectively-arity",
  severity = "warning",
  on = { link = "list", pattern = { respective.patterns[1], respective.patterns[2], respective.patterns[3], RATES_BEHIND, LONE, [[\brespectively]] } },
  summary = {
    zh = "“分别”前后的名称与数字个数不等",
    en = "names and figures of a \"respectively\" differ in number",
  },
  explain = {
    zh = [[“甲、乙、丙分别增长1%、2%、3%”：有几个名称就要有几个数字，只有一个数字而用“分别”，另一个就丢了。
名称中的“和”可能是并列也可能在名称之内，只有任何切分都对不上时才报告。一个名称有两个数字（由…提高到…）、两组名称相乘、共用一个界限（均超过50%）都不报。]],
    en = [["X and Y were 53 and 42 respectively": as many figures as names. A word like "and" inside a name may
part two; only where no cut fits it is reported. Several figures for each name, two groups of names, and one
bound that all share are right.]],
  },
  messages = {
    behind = {
      zh = "前面有 {levels} 个数，增幅却有 {rates} 个",
      en = "{levels} figures, but {rates} rates behind them",
    },
    lone = {
      zh = "“{said}”：“分别”只有一个数字",
      en = "“{said}”: 分别 (respectively) has one figure only",
    },
    single = {
      zh = "“respectively”前只有一个数字 {figure}",
      en = "{figure} alone stands before “respectively”",
    },
    year = {
      zh = "“respectively”前有几个数（{stated}），年份只有一个",
      en = "{stated} for “respectively”, but one year only",
    },
    pair = {
      zh = "{figure} 后的“, and”表明“respectively”少了一个数",
      en = "“{figure}, and”: the comma tells of a third figure for “respectively”",
    },
    commas = {
      zh = "“respectively”的名称有 {names} 个，数字有 {figures} 个",
      en = "{names} names and {figures} figures for “respectively”",
    },
    fewer = {
      zh = "“{anchor}”前有 {names} 个名称，数字只有 {figures} 个",
      en = "{names} names and only {figures} figure(s) for “{anchor}”",
    },
    more = {
      zh = "“{anchor}”前有 {names} 个名称，数字却有 {figures} 个",
      en = "{names} names but {figures} figures for “{anchor}”",
    },
  },
  examples = {
    bad = {
      { [[受理居民来信812件、网民留言365条，分别占来信、留言总数的94.8%，均已答复。]], at = "分别" },
      { [[Exports and imports showed higher rates of growth in that year, and grew by 14.5 per cent respectively.]], at = "respectively" },
      { [[Coverage was lower among Black adults (28.1%, and 56.1%, respectively) than among White adults.]], at = "respectively" },
      { [[Sales to A totaled approximately $0.3 million, or 1%, of all receivables as of December 31, 2019 and 2018, respectively.]], at = "respectively" },
      { [[Output grew 5% in 2016 and 2017, respectively.]], at = "respectively" },
      { [[Carriers accounted for 32% of total trade receivables as of June 29, 2024 and September 30, 2023, respectively.]], at = "respectively" },
      { [[Coverage increased to 80% among urban and rural children, respectively, by 2013.]], at = "respectively" },
      { [[Abuse was told by 19.7% and 74.4%, respectively, more than by others (13.4%, respectively) in 2021.]], at = "respectively" },
      { [[The disparity was lower in the community (0.72 for low and high income level, respectively).]], at = "respectively" },
      { [[Older adults were less likely to have poor control than young and middle-aged adults (19.1%, respectively).]], at = "respectively" },
      { [[For the closing of centers and the lease of space in Canada and Peru, it recorded charges of $1.7 million and $5.2 million during the years ended December 2019, 2018 and 2017, respectively, related to exits.]], at = "$1.7 million and $5.2 million" },
      { [[We incurred realized losses of $8.3 million and $13.9 million during 2019, respectively, under the agreements.]], at = "respectively" },
      { [[Financing was $29.6 billion, $28.2 billion, and $27.0 billion in fiscal 2019, 2018, respectively.]], at = "$29.6 billion, $28.2 billion, and $27.0 billion" },
      { [[By May 1, 2021, 82%, 63% of adults aged ≥65, 50–64, and 18–49 years, respectively, were vaccinated.]], at = "82%, 63%" },
      { [[前三季度分别增长5.1%、5.6%,呈逐季加快态势。]], at = "分别" },
      { [[城镇居民收入9422元,农村居民收入2936元,扣除价格因素,分别实际增长7.7%。]], at = "分别" },
      { [[集成电路、人工智能产业规模分别占到全国的约五分之三,大飞机集聚成势。]], at = "分别" },
      { [[工业贷款、农业贷款、商业贷款和民营贷款同比增速分别为27.3%、20.3%和10.7%。]], at = "分别为" },
      { [[甲市居民6954.1万人次、港澳居民5911.5万人次、外籍人员1307.4万人次,同比分别上升114.9%、100.4%。]], at = "分别" },
      { [[造船完工量、新接订单量、手持订单量以载重吨计算,分别占全球市场份额的45.8%、48.7%,继续领先。]], at = "分别" },
      { [[东部、中部、西部和东北地区投资分别增长4.2%、5.6%、6.1%。]], at = "分别" },
      { [[跌幅居前的三个城市分别是甲市、乙市和丙市,分别下跌17.2%、13.4%。]], at = "分别是" },
      { [[2021年、2022年、2023年,全县造林面积分别为8.6万亩、9.2万亩。]], at = "分别为" },
      { [[男性、女性人口分别为24.93万人,性别比为105.2。]], at = "分别为" },
      { [[科技、教育、卫生和文化支出分别为774亿元、536亿元、138亿元和123亿元,比上年增长29.2%、39.4%和23.9%。]], at = "29.2%、39.4%和23.9%" },
      { [[Among 233 districts, 30% and 48% had full, partial, or no mask policies, respectively, at baseline.]], at = "30% and 48%" },
      { [[Interest is 3.75% and 4.875%, respectively on the 2026, 2029 and 2049 notes.]], at = "respectively" },
      { [[Cities, towns, and villages accounted for 48.1%, 30.2%, 12.4% and 9.3%, respectively.]], at = "respectively" },
      { [[完成周转量、客运量、货运量分别为531.3亿吨公里、2.84亿人次、327.6万吨,分别恢复到上年同期的84.6%、93.1%。]], at = "分别", nth = 2 },
      { [[汽车产销量分别达到1324.8万辆和1323.9万辆,同比分别增长9.3%。]], at = "分别", nth = 2 },
      { [[发电量、用电量、外送电量分别增长10.6%、22.9%，装机稳步增加。]], at = "分别" },
      { [[酱油/食醋/蚝油营收分别为8.40/2.31亿元。]], at = "分别为" },
      { [[毛利率、净利率、费用率分别提升1.59/0.57个百分点。]], at = "分别" },
      { [[高校毕业生、返乡农民工就业分别增长7.7%，研发投入增长12.2%。]], at = "分别" },
      { [[货运量和客运量分别增长13.7%,惠及160余万人。]], at = "分别" },
      { [[交通、水利、能源领域投资分别达300亿元、200亿元、140亿元、60亿元。]], at = "分别" },
      { [[城乡居民人均可支配收入分别增长5%左右,粮食产量稳定。]], at = "分别" },
      { [[一二三产增加值分别增长3.5%左右、6%左右。]], at = "分别" },
      { [[粮肉奶产量分别稳定在800亿斤、160亿斤以上。]], at = "分别" },
      { [[食品烟酒、衣着、居住、医疗保健、其他用品类上涨7.2%、6.3%、3.5%、0.8%。]], at = "上涨" },
      { [[Boys and girls in rural schools had the highest median scores (53 points respectively).]], at = "respectively" },
    },
    good = {
      [[Diesel fuel and gasoline prices rose 6 cents and 11 cents per gallon, respectively, in December.]],
      [[受理居民来信812件、网民留言365条，分别占来信、留言总数的94.8%和95%，分别占全省来信、留言总数的10%，12%。]],
      -- Read from 400 bytes before the word, of which the first is inside a character.
      "Rates of the north, " .. ("é"):rep(250) .. " and the south fell to 3 days and 38 days, respectively.",
      [[Meanwhile, the trimmed mean and the weighted median were 3.2 percent and 2.8 percent, respectively. More specifically, auto loans, card debt and housing loans grew by 19.9 percent, 22.3 percent and 24.0 percent, respectively.]],
      [[Other countries, such as Brazil and Chile, also reported falls of 15.5% and 5.6%, respectively. Credit grew by 18.3%, 135 and 499 bp below the rates of March and July, respectively.]],
      [[Inflation averaged 0.6% in early 2010, increasing from -0.3% and -0.8% in the last two quarters of 2009 respectively. The index registered monthly changes of 0.6%, 0.4% and 0.5%, respectively, between February and April.]],
      [[Fever and cough were present respectively in nine (100%) and four (44%) persons. Sectors like commerce, financial and business services also grew by 11.1% and 10.1% respectively.]],
      [[With effect from 1st April, 1981, the domestic and international passenger charges will be raised to $5 and $12 respectively.]],
      [[城乡居民人均可支配收入分别增长5%和7%,农林牧渔增加值分别增长1%、2%、3%、4%。城乡低保标准分别提高到每人每月800元、每年8000元。]],
      [[东中西部城乡居民收入分别增长5%、6%、7%。城乡居民参保率分别达95%以上。城乡收入比和恩格尔系数分别为2.3、0.3。进出口、产销总额分别增长5%、6%。]],
      [[二氧化硫、氮氧化物、挥发性有机物等主要污染物排放量和强度分别下降5%、6%。汽车、手机、家电的销量和均价分别增长8.2%和1.5%。国有、集体、民营企业营业收入和利润分别增长3.2%和5.1%。]],
      [[出口机械、电子、轻工产品的企业数和金额分别增长4%、9%。对东盟、欧盟、美国三大市场出口、进口分别增长4%、9%。]],
      [[城市和县城生活垃圾无害化处理率分别达到100%。村级、镇级卫生室达标率分别达到100%,覆盖率分别为98%、99%。冬小麦、夏玉米良种覆盖率分别达100%。设区市和县城分别达到95%以上。]],
      [[Exports and imports grew by 3 per cent and 14.5 per cent respectively, from three to 25 and 40 respectively, and by 45.0 per cent over 1971 and 1972, respectively.]],
      [[Sales and costs were $8.3 million and $13.9 million in 2019, respectively. They were $4.1 million and $5.2 million in 2018, respectively. The two funds paid $1 million and $2 million in 2017, respectively.]],
      [[Men spend 66.2 years of 77.3 years and women 59.2 years of 71.4 years of life respectively without it (PR = 0.52 and PR = 0.61, respectively).]],
      [[It recorded charges of $1.7 million, $9.4 million and $5.2 million during the years ended December 31, 2019, 2018 and 2017, respectively.]],
      [[Sales and costs were 12.3, 4.5, 14.1 and 5.6 million in 2018 and 2019, respectively. By May 1, 2021, 82%, 63%, and 42% of adults aged ≥65, 50–64, and 18–49 years, respectively, were vaccinated.]],
      [[甲市居民6954.1万人次、港澳居民5911.5万人次、外籍人员1307.4万人次,同比分别上升114.9%、100.4%、98%。造船完工量、新接订单量、手持订单量以载重吨计算,分别占全球市场份额的45.8%、48.7%和50%。]],
      [[会议听取了主任委员李飞、副主任委员杜德印分别作的关于十三届全国人大五次会议议案审议结果的报告。]],
      [[城镇居民收入9422元,农村居民收入2936元,分别实际增长7.7%、6.8%。化学需氧量、氨氮排放量要分别下降2%,出口、进口分别增长5%,下降3%。]],
      [[东部、中部、西部和东北地区投资分别增长4.2%、5.6%、6.1%、7.2%。汽车制造业、黑色金属冶炼和压延加工业分别增长4.2%、5.6%。]],
      [[新发展党员中,大专及以上学历、35岁及以下、女性、少数民族分别占51.4%、81.2%、45.5%、10.5%。产销量均超过680万辆,同比分别增长近一倍。]],
      [[步行街、商圈客流量、营业额同比分别增长5.7%、5.0%。汽车、集成电路、锂电池等高技术、高附加值、绿色产品出口分别增长7.3%、1.8%、15.2%。]],
      [[挖掘机和装载机前5个月出口量分别增长13.9%和29.3%。高新技术产品、“新三样”产品出口分别增长10.6%、30.6%。]],
      [[年均受灾人次、死亡人数和损失占比,相比前五年分别下降36.0%、22.9%、39.0%。]],
      [[对增长的贡献率分别为:消费65.2%,投资24.3%,净出口10.5%。产业的占比分别为一产8.0%,二产41.0%,三产51.0%。]],
      [[贷款增速从高到低依次为:普惠小微贷款增长23.5%,制造业贷款增长18.9%,涉农贷款增长14.2%。]],
      [[前三季度分别增长5.1%、5.6%、5.9%。近三年研发投入分别为2.1亿元、2.6亿元、3.2亿元。]],
      [[主要因素包括薪酬、发展空间以及地点,这些因素的比例分别为52.5%、41.1%和31.1%。]],
      [[科技、教育和文化支出分别为774亿元、536亿元和123亿元,比上年增长29.2%、39.4%和23.9%。]],
      [[甲区、乙区、丙县、丁县一般公共预算收入分别完成42亿元、36亿元、15亿元、12亿元,增长6.1%、5.4%、8.8%和-2.3%。]],
      [[Among 233 districts, 30%, 21%, and 48% had full, partial, or no mask policies, respectively, at baseline.]],
      [[Interest is 3.75%, 4.00%, and 4.875%, respectively, on the 2026, 2029 and 2049 notes.]],
      [[Sales, costs, and profits rose 1,204, 2,310, and 45, respectively. In Ohio, sales, costs and profits rose 1%, 2% and 3%, respectively.]],
      [[汽车产销量分别达到1324.8万辆和1323.9万辆,同比分别增长9.3%和9.8%。]],
      [[甲市、乙市、丙市分别完成投资12亿元、15亿元、18亿元,其中工业和农业分别增长2.1%和3.1%。]],
      [[发电量、用电量分别增长10.6%、22.9%。]],
      [[甲组、乙组和丙组的阳性率分别为16.6%(46/277)、25.2%(525/2057)和34.1%(573/1680)。]],
      [[发电量和用电量分别增长10.6%和22.9%,居全国前列。]],
      [[钢材、水泥产量分别由120万吨、80万吨增加到130万吨、90万吨。]],
      [[农产品加工和食品制造业、纺织业分别增长5.1%、4.2%。]],
      [[重点产业、重点企业产值分别增长20%以上。]],
      [[甲、乙两镇分别获得奖励10万元。]],
      [[东区、西区分别新增1所学校。]],
      [[出口、进口分别增长5.2%,下降3.1%。]],
      [[2009年和2010年开发费分别为2,918.15万元和3,136.49万元,增长较快。]],
      [[今年烟尘、粉尘排放量要分别下降3%。]],
      [[去年烟尘、粉尘排放量分别下降5.6%和4%，62个城市空气好转。]],
      [[农、林、牧、渔业和服务业分别增长3.2%、4.1%。]],
      [[Rent expense was $12.1 million, $11.2 million and $10.3 million for the years ended December 31, 2019, 2018 and 2017, respectively.]],
      [[Depreciation for the years ended June 30, 2019, 2018 and 2017 was $3.2 million, $2.9 million and $2.5 million, respectively.]],
      [[酱油/醋营收分别为8.40/2.31亿元,其中直销、经销收入分别为1.52/4.60亿元。毛利率、净利率较去年分别提升1.59/0.57个百分点。]],
      [[当前股价对应PE分别为43/25/16倍。收入分别为4.28\6.85\10.64亿元。一季度出口、国内销量分别为27/61万辆,家数、只数分别为148家/5674只。]],
      [[前三季度酱油/醋营收分别为8.40/2.31亿元,同比增长9.93%/2.52%。]],
      [[公司销售商品、提供劳务收到的现金分别为95万元、100万元及96万元。购买商品、接受劳务支付的现金占比分别为36%、38%和48%。]],
      [[今年一季度,销售费用,研发费用、管理费用分别为1161.15万元、644.47万元、6370.28万元。]],
      [[近三年,城乡居民收入分别增长5.1%、7.3%。前三季度进出口分别增长5.1%、3.2%。]],
      [[Exports and imports rose by 5% and 6%, respectively.]],
      [[大桥两侧人行道宽度分别为3米。南北两岸引桥分别长500米。]],
      [[Rates of admission (1.2%), ventilation (0.4%) and death (0.1%) fell, compared with boys (6.2%, 1.0%, and 0.3%, respectively) and girls (7.6%, 1.5%, and 0.5%, respectively).]],
      [[Loans and deposits were unchanged and rose 4.5%, respectively. Revenue and costs were flat and up 4%, respectively.]],
      "Cash was $7.9 billion and $8.0 billion as of March\u{A0}31, 2025 and June\u{A0}30, 2024, respectively, and the duties are due.",
      [[Last year, operating and development outlays were budgeted at $19.5 billion and $8.8 billion, respectively.]],
      [[Dividends of $0.25 a share were approved, payable in March and June, respectively. They received $5 million in 2012 and 2014, respectively.]],
      [[Road emissions fell by 73.1% between 1990 and 2012 from 932.6 to 250.6 thousand tonnes respectively. The rates of A/B were 5/6, respectively.]],
      [[The Ohio plant and the Texas plant were opened at a cost of $5 million in 2010 and 2012, respectively. Two lines were sold for $5 million in 2019 and 2020, respectively.]],
      [[Reports came from 12 states in the North and South, respectively. Tests with 95% confidence were done for boys and girls, respectively.]],
      [[This is illustrated for 50 states in Figures 1 and 2, respectively. Among 50 states, Ohio and Texas ranked first and second, respectively.]],
      [[Interest of 5% is paid in May and November, respectively. Two groups of 30 pupils were taught by Smith and Jones, respectively.]],
      [[Men and women received one and 25 doses, respectively, and saved $3.7 billion and $700 million, respectively.]],
      [[The share of the ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé towns was told, respectively, and so it was – respectively.]],
      [[The share was 1.4% in boys and 7.1% in girls, respectively. Workers can lose as much as ₹8,300 - ₹23,800 and ₹9,000 - ₹25,900 a year, respectively.]],
      [[The authors concluded that CO2 has antinociceptive, respectively antihyperalgesic effects. They reported earlier return to work (median 2·9 versus 4·8 days respectively).]],
      [[The scores of the treated and the control group were 212±104 and 223±118 respectively. Troughs were 412 ± 215 and 514 ± 399 ng/ml, respectively.]],
    },
  },
  check = function(link, report)
    if link.type == "match" and IS_LONE:find(link.text) then return lone(link, report) end
    if link.type == "match" and link.text:find("分别", 1, true) == 1 then return behind(link, report) end
    if link.type == "match" and link.text == "respectively" then
      periods(link, report)
      return single(link, report)
    end
    if link.type == "match" then return commas(link, report) end
    local n = #link.members
    if n == 1 and TWO_OF_UNIT:find(link.members[1].text) then return end
    if n == 1 and link.doc.lang == "zh" and WHOLE:find(link.anchor:before(30)) then return end
    if n == 2 and link.doc.lang == "zh" and distributed.is_pair(link.anchor:before(60)) then return end
    if by_count(link, n, report) then return end
    local fewest, most = lib("coordination").range(link.names)
    local sure, cut_names = link.strength >= SURE, lib "cut_names"
    if sure and cut_names.joins_last(link, n, fewest, most) then fewest = most end
    if n >= fewest and n <= most and not (sure and alone(link)) then
      report.agrees { at = link.anchor, related = link.names, how = n .. " = " .. #link.names }
      return
    end
    if link.anchor.text == "依次" and SORTED:find(link.anchor:before(36)) then return end
    if n == 1 and named_each(link) or link.doc.lang == "en" and has_peer(link) then return end
    if link.doc.lang == "zh" and cut_names.are_otherwise(link, n, most) then return end
    if not sure or fits(n, fewest, most) or (n == 1 and not alone(link)) then return end
    if n > most and (fewest < 2 or n - most > 1) then return end
    if n == 1 and fewest == 1 then fewest = 2 end
    if link.doc.lang == "en" and cut_names.are_otherwise(link, n, most) then return end
    told[link.anchor.sentence] = true
    local places = {}
    for _, m in ipairs(link.members) do places[#places + 1] = m end
    for _, name in ipairs(link.names) do places[#places + 1] = name end
    report {
      at = link.anchor, related = places, message = n < fewest and "fewer" or "more",
      stated = link.anchor,
      values = { anchor = link.anchor, figures = n, names = n < fewest and fewest or most },
    }
  end,
}
