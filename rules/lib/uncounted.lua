-- uncounted: is what stands beside a Chinese count no list of what it counts, or a list
-- that is cut at what parts no members?
--
-- BEFORE: the reason of a link whose list stands before its count.
-- is(link, said): said is the count.
-- is_joined(link, said, by): may 和 part members, so that the list that lacks `by` lacks
-- none?
-- is_of_other(link): is the list behind it one of another noun, or another count?
-- is_corps(at): a count with 大 that counts nothing (二大队, 十大学).

local uncounted = { BEFORE = "a list before its count" }
local BEFORE = uncounted.BEFORE

local CORPS = re.new("^[队学会]")
function uncounted.is_corps(at) return at.text:find("大$") ~= nil and CORPS:find(at:after(3)) ~= nil end

-- 三省一市……包括; 省、市、县四级 is lib/apposed's; 4名……: and numbered headlines; 在内的 names
-- some of each; 分别为5000亿元证券、基金……; 工作 between long names is a part of one; and
-- “两个务必”:务必……谦虚、谨慎 is cut by commas.
local QUOTE = re.new("[“\"]$")
local COUNTS_ON = re.new("^[一二两三四五六][市省区县州]")
local TIERED, PERSONS, AMONG = re.new("级$"), re.new("[名人次年月岁天]$"), re.new("在内的")
local MONEY, WORD = re.new("^\\d[\\d.,]*[万亿元]"), re.new("^([^”\"]{2,4})[”\"]")
-- The word that is counted opens the first and is not in the second.
local function is_cut_by_commas(at, names)
  local word = WORD:match(at:after(8))
  return word and names[2] and names[1].text:find(word, 1, true) == 1 and not names[2].text:find(word, 1, true)
end
-- 共5人:组长1人,副组长1人,成员3人: so many of each.
local COUNTED_EACH = re.new("[\\d一二三四五六七八九十两]+(个|人|名|家|项|件|所|座|条|处|只|场|次|位|台|辆|份|篇|部|支|种|类)$")
local function counts_each(at, names)
  for _, name in ipairs(names) do
    local unit = COUNTED_EACH:match(name.text)
    if not unit or at.text:sub(-#unit) ~= unit then return false end
  end
  return true
end
local BRIEF, LENGTHY, PLACES_MOST = 6, 24, 12
local function is_no_list(link, said)
  local at, names = link.anchor, link.names
  local first = names[1].text
  if TIERED:find(at.text) or MONEY:find(first) and names[2] and not names[2].text:find("^%d") or AMONG:find(first) then return true end
  if counts_each(at, names) then return true end
  if first:find("^%(%d+%)$") and PERSONS:find(at.text) then return true end
  if link.reason ~= BEFORE and COUNTS_ON:find(at:after(6)) then return true end
  if #names <= said then return false end
  if QUOTE:find(at:before(1)) and link.reason ~= BEFORE and is_cut_by_commas(at, names) then return true end
  local brief, lengthy = false, false
  for i = 1, math.min(#names, PLACES_MOST) do -- words that lead to the list are in the first
    brief = brief or #names[i].text <= BRIEF
    lengthy = lengthy or #names[i].text >= LENGTHY and (i > 1 or link.reason ~= BEFORE)
  end
  return not link.complete and brief and lengthy
end

-- What stands around a count that shows the list to be no list of what it
-- counts.
local CIRCLED = re.new("^[\\x{2460}-\\x{2473}]$")
local BESIDE_COUNT = re.new("(?:或|和|与|及|以及)$") -- 甲、乙或五大集团
local BOTH = re.new("[\\d一二三四五六七八九十两][个部项件条类种][一-龥]{2,12}[和及与、]$") -- 1部法规和|2个决定予以修改:一是……
local SECOND = re.new("[\\d一二三四五六七八九十两](?:[区县市镇乡园带环岛]|街道|个[一-龥]{1,2})$") -- 4区|3县:……;……
local GOES_ON = re.new("^[^,。;:和与及]{0,12}、")
local FIGURES = re.new("^[^,。;:和与及\\d]{0,10}\\d[^,。;:和与及]{0,8}、") -- 四大区域投资分别增长4.4%、0.3%
local COUNTS_MORE = re.new("^[^,。;:和与及、]{0,2}、\\d+[个项条]") -- 三大类、18个核心方向
local OF_LAST = re.new("[国省市县区地]$") -- 非洲、中亚五国
local function goes_on(at, after)
  after = after:gsub("%(区、市%)", "") -- 6省(区、市)
  return GOES_ON:find(after) ~= nil and not COUNTS_MORE:find(after) and (OF_LAST:find(at.text) ~= nil or not FIGURES:find(after))
end -- 甲、乙3个项目、丙: counts the last member
local OWN_LIST = re.new("^一[一-龥]") -- “四个一批”
local PAIRS = re.new("“[^”]*、[^”]*[,;][^”]*$") -- “投入高、产出低,小生产、大市场”三大矛盾
-- 同英国、葡萄牙在执行中英、中葡两个声明上合作; 理直气壮地宣传四项原则: a verb
-- stands among the names.
local ACTS = re.new("[一-龥](?:在(?!建|职|校|岗|线|编|押|研|库|途)|地(?=宣传|推进|贯彻|坚持|落实|执行|开展|抓好|实施|做好))[一-龥]")
-- 今年将在甲、乙、丙三个方面加力: the list begins behind the verb.
local IN_FIRST = re.new("^[^在]*(?:将|要|已|正|可|能|须|应|重点|着重|主要|力争|争取|分别|今年|明年)在[^地]*$")
-- 在本溪、葫芦岛分别开工建设大雅河、兴城两座; 部委会同储备局向甘肃、青海两省; 第一卷、第二卷蒙古文、藏文两种:
-- the list begins in the midst.
local PLACED = re.new("[国省市县州区校所地座]$") -- 在甲、乙、丙三国
local BEGINS = re.new("会同|分别|^第[一二三四五六七八九]")
local TOWARDS = re.new("[一-龥](?<![方导意面取去倾走定双单纵横转投流外内逆反相迈奔通指])向[一-龥]{2}")
local OF = re.new("的[一-龥]{2}")
local function begins_within(names, said, at)
  for i = 2, #names do
    if BEGINS:find(names[i].text) or PLACED:find(at.text) and TOWARDS:find(names[i].text) or OF:find(names[i].text) and said == #names - i + 1 then return true end
  end
end
local OWNER = re.new("[委府省市县央部局院级厅区乡镇村组国党]$") -- 中央、省委“三个坚决”要求
local WITHIN = re.new("^[一-龥]{0,4}[上中]") -- 在甲、乙、丙三个项目上
local PLACE_NOUN = re.new("^[一-龥]{0,4}(?:国家|省份|城市|地区|赛区|会场|地点|站点|园区|基地|州|港口|口岸|机场|试验区|村|乡镇|县|市|区)")
local CARED = re.new("[一-龥]好(?![转评感])") -- 传承好、发扬好甲、乙、丙这三个法宝
local LOWER = re.new("^(?:乡|镇|村|州|社区|街道|行政村|建制村|小区)")
local function ends_alike(name, after)
  local from, to = LOWER:find(after)
  local word = from and after:sub(from, to)
  return word ~= nil and word:find(name:sub(-3), 1, true) ~= nil -- 城关镇: of 乡镇
end
-- 三省一市 counts on; 二大队 counts nothing; 北欧两项, 中亚五国, 中俄蒙三国 are names,
-- 上述三国 were named before.
local IN_NAME = re.new("(?:北欧|冬季|现代|铁人|共处|中亚|海湾|上述|[中俄蒙日韩美英法德印巴越老柬缅泰欧]{2,3}|第)$")
-- 抓改革、反对“四风”: the last is a verb and the name behind it no count of the list.
local function ends_in_verb(at) return lib("counted_name").governed(at) end
-- 保定、涿州4个乡镇: so many in each or in all, not those.
local function is_other_list(link, said)
  local at, names = link.anchor, link.names
  local before, after = at:before(4), at:after(30)
  if link.reason == BEFORE then
    if COUNTS_ON:find(after) or uncounted.is_corps(at) or IN_NAME:find(before) then return true end
    if begins_within(names, said, at) then return true end
    if CARED:find(names[1].text) and CARED:find(names[2].text) then return true end
    if QUOTE:find(before) and (ends_in_verb(at) or #names == 2 and OWNER:find(names[2].text)) then return true end
    for i, name in ipairs(names) do
      local opens = i == 1 and (IN_FIRST:find(name.text) or WITHIN:find(after) or PLACED:find(at.text) or PLACE_NOUN:find(after))
      if ACTS:find(name.text) and not opens then return true end
    end
    if LOWER:find(after) and at.text:find("个$") and not ends_alike(names[#names].text, after) then return true end
  elseif names[1].text:find("^是指") or names[1].text:find("^一方面") then
    return true
  end
  if CIRCLED:find(names[1].text) and QUOTE:find(before) then return true end
  if link.reason ~= BEFORE and (BOTH:find(at:before(24)) or SECOND:find(before)) then return true end
  if link.reason ~= BEFORE then return OWN_LIST:find(after) ~= nil and #names > 1 and names[2]:before(2):find(";", 1, true) ~= nil end
  return BESIDE_COUNT:find(before) ~= nil and BESIDE_COUNT:find(lib("whole").mask(at:before(12))) ~= nil or before:find("  ", 1, true) ~= nil or after:sub(1, 2) == "  "
    or goes_on(at, after) or PAIRS:find(names[1]:before(60)) ~= nil
end

-- 三环五带:环甲、环乙、环丙;甲带、乙带……: the count is of what stands before the ;.
local function fits_first(link, said)
  if #link.names < 2 or not link.names[2]:before(2):find(";", 1, true) then return false end
  for _, mark in ipairs { "、", "," } do
    local _, n = link.names[1].text:gsub(mark, "")
    if n + 1 == said then return true end
  end
end

-- 甲乙高速、丙丁新线和东江、西岭两条通道: 和 in the midst may part two, or begin what
-- is counted.
local JOINING = re.new("和|与|及")
function uncounted.is_joined(link, said, by)
  local names, mask = link.names, lib("whole").mask
  local n, behind = 0, false
  for i = 1, #names - 1 do
    if JOINING:find(mask(names[i].text)) then
      n = n + 1
      behind = behind or said == #names - i + 1
    end
  end
  if n == #names - 1 and JOINING:find(names[#names].text) then return false end -- 礼品及饰品 each
  if link.reason == BEFORE then return n > 0 and (by > 0 or behind) end
  return n > 0 and by > 0 and by <= n and PERSONS:find(link.anchor.text) ~= nil -- 班长甲、副班长乙和战士丙、丁、戊
end

-- What stands between a count and its list: another noun, or another count, that the
-- list is of. 三个阶段做好应对措施,包括……; 四大行业用电增长较快的省份依次是……; 这三件事采取的主要措施:;
-- 三家公司资产主要包括土地53万平方米; 十大计划……重点实施“八大行动”:; 中外正反两方面的经验证明:;
-- 五大板块包括27个子项目; 三国商定在以下领域合作:; 四点主张【作者:甲;乙】.
local GAP = 120
local OTHER_NOUN = re.new("的[一-龥]{0,6}(?:措施|省份|地区|经验|企业|行业|品种|国家|城市|办法|方式|内容|资产|产品)(?:依次|分别|主要)?(?:是|为|有|包括)?[:,]?$"
  .. "|[一-龥]{5,}措施,(?:主要)?包括$|资产(?:主要)?包括$|证明:$|表明:$|说明:$|作者[:：]?$|[一二三四五六七八九十两\\d]+(?:大|项|个|条|点)[一-龥]{2,6}”?:$|(?:商定|同意|决定|一致)[^。;]*:$")
local FIRST_COUNTS, MEASURED = re.new("^\\d+(?:个|项|家|条)"), re.new("\\d[\\d.,]*(?:平方米|台|个|项|亩|吨|[万亿]?元|%\\)?)$")
local PRINCIPLES = re.new("和平共处$")
local FORMAL = re.new("^[壹贰叁肆伍陆柒捌玖]") -- 陆家嘴: cheques have such numerals, lists have not
local ENDS_IN_VERB = re.new("^(?:确保|保证|实现|完成|推进|推动|建成|办好|做好|抓好|通过|落实)$") -- 齐心协力、攻坚克难、确保两座大楼
function uncounted.is_of_other(link)
  if link.doc.lang ~= "zh" then return false end
  local at, names = link.anchor, link.names
  if at.text:find("批$") then return true end
  if link.reason == BEFORE then return ENDS_IN_VERB:find(names[#names].text) ~= nil end
  if FORMAL:find(at.text) or uncounted.is_corps(at) or PRINCIPLES:find(at:before(12)) then return true end
  if FIRST_COUNTS:find(names[1].text) or names[2] and MEASURED:find(names[1].text) and MEASURED:find(names[2].text) then return true end
  local gap = at:after(GAP)
  local to = gap:find(names[1].text, 1, true)
  return to ~= nil and OTHER_NOUN:find(gap:sub(1, to - 1)) ~= nil
end

function uncounted.is(link, said)
  return is_no_list(link, said) or is_other_list(link, said) or fits_first(link, said)
end

return uncounted
