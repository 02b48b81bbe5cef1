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

-- 服务质量提优、乡村旅游提质“七大行动”: the last of a list is no verb of it.
function counted_name.is_bare(place)
  local text = before(place)
  local lead = LEAD:match(text) or ""
  return lead == "" or not LISTED:find(text) and GOVERNS:find(lead) ~= nil
end

local TAIL = re.new("\\p{Han}{2}$")
-- The last two characters of what is before it.
function counted_name.tail(place) return TAIL:match(counted_name.lead(place)) end

-- What is behind the number, to the end of the quotation; nil without one.
function counted_name.core(place)
  return counted_name.is_quoted(place) and place:after(16):match("^(.-)”") or nil
end

local VALUES = { ["双"] = 2 }
-- The number, where it is one numeral; nil for 一湖两.
function counted_name.value(text) return VALUES[text] or lib("calendar").number(text) end

-- Has everybody this number in the name (rows of zh/fixed-name)?
local fixed = lexicon("zh/fixed-name")
function counted_name.is_fixed(place)
  local core = counted_name.core(place)
  if not core then return false end
  for _, head in ipairs { "N", "“N", (counted_name.tail(place) or "") .. "“N" } do
    local row = fixed:find(head .. core .. "”")
    if row and ("|" .. row.number .. "|"):find("|" .. place.text .. "|", 1, true) then return true end
  end
  return false
end

return counted_name
