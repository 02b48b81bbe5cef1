-- nouns_zh: does a count of a Chinese text speak of the things that an earlier
-- one counted? 推进39个欠发达县域托底性帮扶, 推进36个欠发达县域托底性帮扶: they are
-- held or worked at, not made anew, and the numbers are a slip of the pen apart.
-- Counted in 21 MB of reports and news: of counts before four ideographs that are
-- the same, told so in two paragraphs, 272 have one number and 10 two.
local calendar, near = lib "calendar", lib "near"
local nouns_zh = {}

-- What stands right before a count of things that are there: a mark, a verb of
-- going on with them, or 的.
local KEPT = re.new([=[(?:^|[,;:.。、(“"*]|推进|实施|推动|抓好|落实|落细|落地|持续|继续|深化|聚焦|围绕|依托|发挥|巩固|办好|办实|抓实|做强|做优|做大|做实|支持|统筹|强化|提升|用好|坚持|健全|完善|紧盯|盯紧|突出|按照|涵盖|覆盖|包括|加快|推行|优化|管好|对|把|将|以|的|加快建设|高质量建设|高标准建设|高水平建设|扎实建设|持续打造|着力打造|全力打造)\s*$]=])
-- What is new each time, or other ones of the same kind.
local ANEW = re.new("新|再|另|每|首批|第[一二三四五六七八九十]批|其他|其余|前|等|培育|创建|启动|命名|认定|遴选|选派|评选|创成|获批|获评|建成|举办|批复|竣工|完成[^,。;]{0,4}$|引进|签约|组建|成立|储备|谋划|出台|布局|申报|争取|余下|剩余|剩下|尚|还有")
-- 等55个, 天津、河北2个: of those that are named.
local NAMED = re.new("等$|、[^,。;:、]{1,12}$")
-- What a year has its own number of, and what many things have.
local YEARLY = re.new("^(?:[大类项件个]{0,2})(?:民生|为民|惠民|便民|实事|主要|国家和|国家的|县市|方面|领域|重大项目|重点项目|建设项目|项目|任务|改革|工作|措施|举措|(?:重点|具体|专项|改革|主要)(?:任务|改革|工作|措施|举措|行动)|老旧|行政村|村|乡镇|街道|省区|省份|城市)")
-- 已造成2人死亡, 已造成3人死亡: of two events of the day.
local EVENT = re.new("^(?:死亡|受伤|遇难|失踪|被困|受灾|获救|罹难|丧生|重伤|轻伤|感染|确诊|被捕|落网|伤亡|不同程度)")
local CLAUSE = re.new("[^,;。:]*$")
local ORDINAL = re.new("^[届次期轮批年级]")
local MANY = 100 -- from here on a round number tells of no list of things

local function text_before(place, n) return place:before(n) or "" end

-- The number and its digits; nil for a round one of a hundred and more.
local function number_of(place)
  local value = calendar.number(place.text) or tonumber((place.text:gsub(",", "")))
  if not value or value >= MANY and value % 10 == 0 then return nil end
  return value
end

-- 民营经济|32条政策: the same three ideographs.
local LEAD = re.new("^(?:(?![年月日])[一-龥]){3}$")
local function one_lead(a, b)
  local x = text_before(a, 3)
  return LEAD:find(x) ~= nil and x == text_before(b, 3)
end

local function is_kept(place)
  local clause = CLAUSE:match(text_before(place, 14)) or ""
  local behind = (place:after(8) or ""):gsub("^[^\0-\127][\128-\191]*", "", 1)
  return not ANEW:find(clause) and not NAMED:find(clause) and not ORDINAL:find(place:after(1) or "") and not YEARLY:find(behind)
    and not EVENT:find(behind)
end

-- 由32条扩至35条: the number is told to have changed.
local CHANGED = re.new("(?:扩|增|减|精简|压减|调整|拓展|优化|整合|合并)[^,。;]{0,6}[到至为]")
local function is_changed(place)
  local sentence = place.sentence
  return sentence == nil or CHANGED:find(sentence.text) ~= nil
end

-- Do both places count one and the same?
function nouns_zh.are_one(odd, usual)
  if odd.block == usual.block then return false end
  local x, y = number_of(odd), number_of(usual)
  if not (x and y) or x == y or not near.one_slip(tostring(x), tostring(y)) then return false end
  if not (is_kept(odd) and is_kept(usual)) or is_changed(odd) or is_changed(usual) then return false end
  return one_lead(odd, usual) or KEPT:find(text_before(odd, 6)) ~= nil and KEPT:find(text_before(usual, 6)) ~= nil
end

return nouns_zh
