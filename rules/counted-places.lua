-- 与日本、韩国、新西兰四国签署协议: places that are listed and counted by a number
-- and their kind alone.
local calendar = lib "calendar"
local ITEM = [[[一-龥]{2,7}]]
local KINDS = [[(?:国|省|市|县|区|州|地|校|村|镇|乡|旗|盟|省区|省市|市县|县区|县市|区县)]]
local N = [[(?<n>[两三四五六七八九])]] .. KINDS
local LIST = re.new("(" .. ITEM .. "(?:、" .. ITEM .. "){1,7}(?:(?:和|与|及)[一-龥]{2,7})?)$")
local FARTHEST = 80 -- characters that such a list may take
local COMMA = re.new("、")
local JOINED = re.new("以及|[和与及]")
local LAST = re.new("[^、]*$")
local OPEN = re.new("等|其中|分别|或|前|全(?:[省市县区州国]|部)|各")
-- 太原、吕梁、忻州三市五县: the first count is of the list, the second of what is in it.
local COUNTED = re.new("[一两二三四五六七八九](?:省区市|省区|省|市|县|区|州|国|地|盟|旗)$")
local BRACKET = re.new("\\([一-龥]{1,6}\\)") -- 刚果(金)
local COUNTS_ON = re.new("^[一两二三四五六七八九][省市区县州国]") -- 三省一市
-- 拉美、非洲、中亚|五国; 西藏、新疆南疆|四地州: the last is a group by itself.
local GROUP = re.new("(?:上述|这|该|其他|[东西南北]部|[东西]欧|[东西]非|波罗的海|第|中亚|北欧|海湾|东盟|中东欧|东北|华北|西北|西南|金砖|非洲|拉美|京津|沪苏浙|南疆|北疆|苏南|苏北|皖北|川渝)$")
-- A list whose items are no places: 打造教育、医疗、养老三地.
local PLACE = re.new("(?:国|省|市|县|区|州|港|京|津|海|南|北|东|西|山|江|河|林|宁|肃|疆|藏|古|本|兰|亚|利|斯|尔|拉|哈|坡|潭|沙|洲|阳|安|城|镇|乡|村|旗|盟)$")
local divisions = lexicon("zh/division")
local KNOWN = re.new("(?:香港|澳门|台湾|雄安|" .. lexicon("zh/country"):any("word") .. ")$")
-- Foreign names, where three and more are counted.
local FOREIGN, FEW = re.new("(?:松|克|尼|塔|朗|牙|其|内|宾|甸|挝|寨|曼|律|加|威|典|麦|陶|隆|纳|维|瓦|姆|扎|法|格|德|奥|佐|纳|冈)$"), 3

-- 新疆、西藏和四川、云南、甘肃、青海四省藏区: those behind 和 alone.
local BEHIND = re.new("[和与及]([一-龥]+(?:、[一-龥]+)+)$")
local function count_behind_and(list)
  local names = BEHIND:match(list)
  return names and select(2, names:gsub("、", "")) + 1
end

return {
  api = 1,
  id = "counted-places",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = N },
  summary = {
    zh = "所列地方的个数与后面的数字不符（日本、韩国、新西兰四国）",
    en = "places are listed and counted in another number",
  },
  explain = {
    zh = [[“长沙、株洲、湘潭四市”：用顿号隔开的地方逐个计数；带“等”的不判断。]],
    en = [[Only lists of two places and more with enumeration commas, without 等.]],
  },
  messages = {
    base = {
      zh = "列出的是 {count} 个，此处称“{stated}”",
      en = "{count} are listed, “{stated}” is said",
    },
  },
  examples = {
    bad = {
      { [[与日本、韩国、新西兰四国签署协议。]], at = "四" },
      { [[推动长沙、株洲和湘潭两市同城化。]], at = "两" },
      { [[9月30日，顿涅茨克、卢甘斯克、扎波罗热与赫尔松五地宣布加入。]], at = "五" },
      { [[俄罗斯、叙利亚、土耳其和伊朗三国外长10日举行会谈。]], at = "三" },
      { [[昨天在上海、武汉、长沙、成都五地启动活动。运动会由广东、香港、澳门三地合办。]], at = "五" },
      { [[游客领略北京平谷、天津蓟县、河北兴隆等两地美景。]], at = "两" },
      { [[应邀对越南、马来西亚、柬埔寨两国进行国事访问。]], at = "两" },
    },
    good = {
      [[高速公路串联起太原、吕梁、忻州三市五县。四省区五市联动,途经海南州、果洛州两州四县。]],
      [[选举巴林、哥伦比亚、刚果(金)、拉脱维亚、利比里亚五国为非常任理事国。]],
      [[对拉美、非洲、中亚五国进出口分别增长9.3%、8.4%、43%。强化部市、院市、校市、央地及京津两市务实合作。]],
      [[与日本、韩国、新西兰三国签署协议。推动长沙、株洲和湘潭三市同城化。]],
      [[与日本、韩国、一些新西兰和丁一三国签署协议。]],
      [[改善交通、水利、能源等设施,长沙等三市先行。覆盖上海、武汉、成都等五地。上海、江苏、浙江、安徽三省一市联动。]],
      [[埃及、约旦、法国三国领导人发表文章。约旦、法国和埃及三国与会。打造教育、医疗、养老三地。]],
    },
  },
  check = function(m, report)
    local before = m:place("n"):before(FARTHEST)
    if COUNTED:find(before) then return end
    before = lib("strip").all(before, BRACKET)
    local open = before:sub(-3) == "等" -- 甲、乙、丙等两地: more than are counted
    local list = LIST:match(open and before:sub(1, -4) or before)
    local n = list and not COUNTS_ON:find(m:place():after(2)) and calendar.number(m.n)
    if not n or OPEN:find(list) or GROUP:find(list) then return end
    local count = 1
    for _ in COMMA:gmatch(list) do count = count + 1 end
    local last = LAST:match(list)
    local joined, to = JOINED:find(lib("parted").plain(last)) -- not 埃及
    local ends = last
    if joined then
      count = count + 1
      ends = last:sub(to + 1)
    end
    local known = divisions:prefix(ends) ~= nil or KNOWN:find(ends) ~= nil
    if not (known or PLACE:find(ends) or n >= FEW and count >= FEW and FOREIGN:find(ends)) or count == n or open and count < n or count_behind_and(list) == n then return end
    local at = m.sentence.text:find(list .. m.text, 1, true)
    report {
      at = m:place("n"), related = at and m.sentence:place(at, at + #list - 1), stated = m.n, expected = tostring(count),
      values = { count = count },
    }
  end,
}
