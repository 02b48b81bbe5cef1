-- paired: two names that a word joins and right behind them the count of them: 中央和地方
-- 两个积极性, 东线和中线这两条长廊, 俄罗斯和乌克兰两国. Of 620 in reports and news that
-- name two, none of these shapes counts more.
--
-- pattern for on.pattern, and count(m): what is said, how many are named, and the place
-- of the names; nil where it counts something else.

local calendar = lib "calendar"
local parted = lib "parted"
local paired = {}

local KIND = "(?:大(?![队学会赛户院厦桥棚]|[一-龥]{0,3}以上)|国(?!际|家|有|内|道)|省(?!道)|市(?!场|值)|县(?!域)|区(?!域)|州|城|地|种|类|方面|领域|个(?!月|百分点|工作日|小时|亿|千|百|多|交易日)|条|项(?!规定)|者|点(?!多|钟|半|[一二三四五六七八九\\d])|方(?!面)|款|门|支|张|座(?!谈)|块|部(?!分|队|门)|阶段|部分|端|翼|线|岸|会)"
local NAME = [=[[^,。;:、!?“”《》()<>|\s\d等了的和与及]{2,14}?]=]
paired.pattern = "(?<joint>以及|和|与|及)(?<b>" .. NAME .. ")(?<these>这)?(?<![十百千万零〇第上下前后])(?<n>[两三])" .. KIND .. "(?=[一-龥,。;])"

local BEFORE = 40
local FIRST = re.new([=[[^,。;:、!?“”《》()<>|\s]*$]=])
local PARTED = re.new("[、“《(]$")
-- Words that lead to the first name.
local LEAD = re.new("^.*(?:发挥|坚持|包括|分为|实现|打造|构建|聚焦|围绕|抓好|推进|统筹|贯通|连接|涉及|处理好|运用|抓住|把握|守好|守住|牢固树立|正确处理|称为?|形成|建立|完成|[在对向由将把从用以为是分给让使按就成到经])(?=[一-龥]{2})")
local NOT_LEAD = re.new("(?:存在|现在|对外|方向|导向|以上|以下|人为|行为|成为|成果|成就|为主|分布|分类|以色列|从业|用水|用电|使用|应用|利用|对接|对象|生成|构成|由于)")

-- What stands before a count that is of something else: 东北三省, 中美三个公报, 周边三个
-- 乡镇, 一家三代, 前三大, 北三县.
local OTHER = re.new("(?:东北|西北|华北|华东|中亚|海湾|上述|周边|附近|[前后每近约共各另第北南东西上下中内全外]|其他|其它|[欧亚美非洲盟]|世界|地区|方向|全部|[英法德美中俄日韩乌伊以印巴土越朝蒙老缅柬泰欧]{2,}|[共合总]计|一共|共处|铁人|控制|提出|发布|连续|扩大|拓展|推进|设立|新增|新建|建成|批复|启动|获批|主要|涉及|公布|总书记|主席)$")
local VERB = re.new("[一-龥](?:的|了|着|过)|[是在将把被]|控制|提出|发表|举行|签署|包括|造成|导致|实施|推进|建设|开展|完成|落实|加强|深化|推动|坚持|贯彻")

local function characters(text) return utf8.len(text) or 0 end

-- Are the last word of what leads to the joint and the name behind it alike?
local function alike(lead, b)
  local name = LEAD:replace(NOT_LEAD:find(lead) and "" or lead, "")
  if name == "" then name = lead end
  local a, n = characters(name), characters(b)
  if parted.plain(name) == name and name:sub(-3) == b:sub(-3) then return true end
  return a >= 2 and a <= 2 * n and n <= 2 * a
end

function paired.count(m)
  local lead = FIRST:match(m:place("joint"):before(BEFORE))
  local ahead = m:place("joint"):before(BEFORE):sub(1, -#lead - 1)
  if lead == "" or PARTED:find(ahead) or m.sentence.cell then return nil end
  local whole = lead .. m.joint
  local plain = parted.plain(whole .. m.b)
  if plain:sub(#lead + 1, #whole) ~= m.joint then return nil end
  if parted.plain(lead):find("和", 1, true) or lead:find("以及", 1, true) or lead:find("%d") then return nil end
  if OTHER:find(m.b) or VERB:find(m.b) or not (m.these ~= "" or alike(lead, m.b)) then return nil end
  return calendar.number(m.n), 2, m:place("b")
end

return paired
