-- 撞响警世钟14下,代表中华民族14年抗战; 全长8844米,代表着总面积8844平方公里: the number that stands
-- for another is that number.
local near = lib "near"
local NUMBER = [[\d[\d,]*(?:\.\d+)?]]
local BEFORE = "(?<![\\d.])(?<a>" .. NUMBER .. [[)(?:公里|厘米|米|下|级|步|声|响|盏|朵|面|辆|颗|根|层|株|支|只|座|扇|杆)(?:钟声|礼炮|台阶|花瓣|红旗|石柱|浮雕|火炬|白鸽|和平鸽|星|灯)?,?(?:分别)?(?:代表|象征|寓意|意味)(?!队|团|作|处|性|们|大会|委员|参加|出席|法|人|中\d|候|和|的)着?[^。;\d]{0,14}(?<b>]] .. NUMBER .. ")"

return {
  api = 1,
  id = "stands-for",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = BEFORE },
  summary = {
    zh = "“代表”“象征”前后的数字不同（撞钟14下，代表13年抗战）",
    en = "a number that stands for another is not that number",
  },
  explain = {
    zh = [[“全长8844米，代表着总面积8844平方公里”：数字取的就是所代表的数。只报告一处笔误之差（两位颠倒、一位不同、相差一）。]],
    en = [[“14 strokes of the bell for 14 years”: the number is taken from what it stands for. Only slips of the pen are told.]],
  },
  messages = { base = { zh = "{a} 代表的应是同一个数，此处为 {stated}", en = "{a} stands for the same number, which is {stated} here" } },
  examples = {
    bad = {
      { [[撞钟手共同撞响警世钟14下,代表中华民族13年浴血抗战的艰苦历程。]], at = "13" },
      { [[线路全长8484米,代表着衢州总面积8844平方公里。]], at = "8844" },
      { [[14响钟声寓意着中国人民15年艰苦卓绝的抗战历程。]], at = "15" },
      { [[广场上80根石柱,象征走过的90年历程。]], at = "90" },
      { [[纪念碑高19.49米,寓意新中国于1994年成立。]], at = "1994" },
    },
    good = {
      [[撞钟手共同撞响警世钟14下,代表中华民族14年浴血抗战的艰苦历程。]],
      [[线路全长8844米,代表着衢州总面积8844平方公里。]],
      [[全国16支代表队的115名运动员参赛。16名代表参加了17场活动。]],
      [[广场上56根石柱,象征56个民族。]],
      [[纪念碑高19.49米,寓意新中国于1949年成立。]],
    },
  },
  check = function(m, report)
    local x, y = m.a:gsub("[,.]", ""), m.b:gsub("[,.]", "")
    if x == y then
      report.agrees { at = m:place("b"), related = m:place("a"), how = m.a }
      return
    end
    if #x ~= #y or #x < 2 or not near.one_slip(x, y) then return end
    report { at = m:place("b"), related = m:place("a"), expected = m.a, values = { a = m.a } }
  end,
}
