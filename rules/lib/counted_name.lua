-- counted_name: a name that counts (“六个工程”, 三大攻坚战, “双减”): what it counts
-- and whose it is, by the words before it.
--
-- In: the place of its number. A name is bare where it stands alone or behind a word
-- that only handles it (实施“六个工程”); else the words before it are part of it
-- (洞庭湖治理“五大工程”).

local counted_name = {}

-- Words that govern a name and tell nothing of it.
local GOVERNS = re.new("(?:实施|推进|推动|开展|落实|构建|打造|聚焦|围绕|坚持|坚定|按照|锚定|紧扣|突出|做[好到实优强]|[抓用打管办守兜]好|抓实|打赢|兜牢|筑牢|强化|深化|贯彻|完善|建立|健全|形成|启动|部署|制定|出台|组织|确保|统筹|加快|加强|优化|支持|巩固|拓展|践行|弘扬|牢记|"
  .. "坚守|提出|确定|发挥|塑造|塑强|培育|落细|狠抓|深抓|推行|推广|创新|创建|持续|全力|全面|深入|扎实|大力|继续|着力|有力|力推|谋划|聚力|激活|彰显|厚植|做|抓|建成|建设好|用足|守牢|守住|服务|融入|严守|提升|增强|建设|攻坚|[以了的和与及把将对在是为好实入据按了出从等])$")
-- 基层能力建设: with so much before it the word is a noun.
local NOUN = re.new("[一-龥]{3}(?:建设|提升|攻坚|增强|服务|创新|支持|优化|融入|拓展|完善|发挥|推广|统筹|谋划|培育|深化|强化|巩固|创建|融合|结合|促进|发展|引导|引领|整治|夯实)$")
local function is_verb(lead) return GOVERNS:find(lead) ~= nil and not NOUN:find(lead) end
local LEAD = re.new("[^,。;:、()“”《》〈〉|\\s]*$")
local LISTED, BACK = re.new("、[^,。;:()“”《》|]*$"), 20

local function before(place)
  local text = place:before(BACK)
  if text:sub(-#"“") == "“" then return text:sub(1, -#"“" - 1), true end
  return text, false
end

-- The words before the name in its part of the sentence.
function counted_name.lead(place) return LEAD:match((before(place))) or "" end

-- Is it in quotation marks?
function counted_name.is_quoted(place)
  local _, quoted = before(place)
  return quoted
end

-- Is it behind other words in quotation marks (“退后十”)?
local INSIDE = re.new("“[^”]+$")
function counted_name.is_inside(place) return INSIDE:find(place:before(BACK)) ~= nil end

-- Verbs that take such a name beside those, and end a list that it does not count:
-- 抓改革、反对“四风”.
local TAKES = re.new("(?:打击|反对|反|纠治|缩小|当好|牢记|进行|确立|破解|提高|合?称|叫|特别是|整治|纠正|遏制|解决|克服|结合|夯实|赋予|关于|优先配置|实行|学习|宣传|掌握|走好|唱响|答好|念好|奏响|增进|拧紧|把握|抓住|抓牢|扭住|站稳|扛[牢起]|[亮交]出|守护|拥有|引领|助力|促进|引导|挺进|发展|擦亮|叫响|揭批|卖身投靠|战胜)$")
local OPEN = re.new("[等的]$")
function counted_name.governed(place)
  local lead = counted_name.lead(place)
  return not OPEN:find(lead) and (is_verb(lead) or TAKES:find(lead) ~= nil and not NOUN:find(lead))
end

-- 服务质量提优、乡村旅游提质“七大行动”: the last of a list is no verb of it.
function counted_name.is_bare(place)
  local text = before(place)
  local lead = LEAD:match(text) or ""
  return lead == "" or not LISTED:find(text) and is_verb(lead)
end

local TAIL = re.new("[一-龥]{2}$")
-- The last two characters of what is before it.
function counted_name.tail(place) return TAIL:match(counted_name.lead(place)) end

-- What is behind the number, to the end of the quotation; nil without one.
function counted_name.core(place)
  return counted_name.is_quoted(place) and place:after(16):match("^(.-)”") or nil
end

-- 蓝天保卫、碧水攻坚等“五大工程”; “四个结合”,一是……: what it counts is told with it,
-- and counted-list counts it.
local LISTED_BEFORE, TOLD_BEHIND, FAR = re.new("、[^,。;]{1,30}等$"), re.new("^[^”]{0,12}”[^,。;:”]{0,4}[,:(]?(?:一是|即|就是|包括|分别[是为]|首先)"), 40
function counted_name.tells_members(place)
  local text = place:before(FAR)
  if text:sub(-#"“") == "“" then text = text:sub(1, -#"“" - 1) end
  return LISTED_BEFORE:find(text) ~= nil or TOLD_BEHIND:find(place:after(24)) ~= nil
end

local VALUES = { ["双"] = 2 }
-- The number, where it is one numeral; nil for 一湖两.
function counted_name.value(text) return VALUES[text] or lib("calendar").number(text) end

-- Has everybody this number in the name (rows of zh/fixed-name)?
function counted_name.is_fixed(place)
  local core = counted_name.core(place)
  if not core then return false end
  for _, head in ipairs { "N", "“N", (counted_name.tail(place) or "") .. "“N" } do
    local row = lexicon("zh/fixed-name"):find(head .. core .. "”")
    if row and ("|" .. row.number .. "|"):find("|" .. place.text .. "|", 1, true) then return true end
  end
  return false
end

return counted_name
