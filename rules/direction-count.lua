-- 八大类价格“四升三降一平”: as many verbs follow as are counted.
local calendar = lib "calendar"

local N = [[(?:[一二三四五六七八九十两]|\d)]]
local UP, DOWN = "(?:升|涨|增)", "(?:降|跌|减)"
local FLATS = [[(?:(?<flat>]] .. N .. [[)(?:平|稳))?]]
local COUNT = [[(?<![一-龥])(?<up>]] .. N .. ")" .. UP .. [[(?<down>]] .. N .. ")" .. DOWN .. FLATS
local TURNED = [[(?<![一-龥])(?<down>]] .. N .. ")" .. DOWN .. [[(?<up>]] .. N .. ")" .. UP .. FLATS
local FLAT = re.new("持平|平稳|不变")
-- 八大行业“四升三降”: how many there are.
local WHOLE = re.new("(" .. N .. [[)(?:大|个|项)?(?:类|行业|指标|门类|品种|商品|区县|县区|县市|产业|价格)[^,。;、\d一二三四五六七八九十]{0,10}“$]])
-- 一减四增: what is listed behind the verb, each with its figure.
local LISTED = re.new([[(调减|减少|压减|调增|增加|扩大|新增)([^,。;]*)]])
local LESS = { ["调减"] = true, ["减少"] = true, ["压减"] = true }

-- The changes told behind the count in its sentence: those that rise, those
-- that fall, and how many stay.
local function told(m)
  local ups, downs, flat, from = {}, {}, 0, m.sentence.text:find(m.text, 1, true) + #m.text
  local rest = m.sentence.text:sub(from)
  for _, c in ipairs(m.sentence.claims) do
    local behind = c.kind == "percent" and c:has("growth") and c.verb and rest:find(c.text, 1, true)
    if behind and c.direction == "up" then ups[#ups + 1] = c.verb end
    if behind and c.direction == "down" then downs[#downs + 1] = c.verb end
  end
  local start = 1
  local a, b = FLAT:find(rest, start)
  while a do
    flat, start = flat + 1, b + 1
    a, b = FLAT:find(rest, start)
  end
  return ups, downs, flat
end

-- 调减玉米77万亩,增加水稻26万亩、蔬菜16万亩: the parts of the lists that have a
-- figure, less and more.
local function listed(m)
  local ups, downs, from = 0, 0, m.sentence.text:find(m.text, 1, true) + #m.text
  for verb, list in LISTED:gmatch(m.sentence.text:sub(from)) do
    for item in (list .. "、"):gmatch("(.-)、") do
      if not item:find("%d") then return 0, 0 end
      if LESS[verb] then downs = downs + 1 else ups = ups + 1 end
    end
  end
  return ups, downs
end

-- Is what is told no list of the counted, but less of one kind and all of the other?
local function contradicts(ups, downs, up, down)
  local all = ups + downs
  if all == up + down then return ups ~= up end
  return all > up + down and (ups == up or downs == down)
end

return {
  api = 1,
  id = "direction-count",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = { COUNT, TURNED } },
  summary = {
    zh = "“四升三降一平”与随后所列的升降个数不符",
    en = "so many are said to rise and fall, but others are told",
  },
  explain = {
    zh = [[“四升三降一平”之后同一句中逐项列出涨跌时，上涨、下降的个数应与所说相同；列出的总数不等于所说总数的不核对。]],
    en = [[Where as many changes are told in the sentence as were counted, as many rise and fall as was said.]],
  },
  messages = {
    whole = {
      zh = "称“{stated}”，合计 {sum}，前面说的是 {whole}",
      en = "“{stated}” makes {sum}, {whole} is said before",
    },
    base = {
      zh = "称“{stated}”，列出的是 {ups} 升 {downs} 降",
      en = "“{stated}” is said; {ups} rise and {downs} fall",
    },
  },
  examples = {
    bad = {
      { [[种植结构呈“一减五增”趋势:调减玉米77万亩,增加水稻26万亩、蔬菜16万亩、经济作物12万亩、饲草35万亩、大豆8万亩、杂粮3万亩。]], at = "一减五增" },
      { [[八大行业“四升三降”,石化增长3.1%。]], at = "四升三降" },
      { [[六大类价格呈现“三升二降一平”格局:食品上涨2.6%,居住上涨0.5%,医疗下降0.8%;衣着下降1.5%,交通下降0.7%;其他用品与同期持平。]], at = "三升二降一平" },
    },
    good = {
      [[种植结构呈“一减四增”趋势:调减玉米77万亩,增加水稻26万亩、蔬菜16万亩、经济作物12万亩、饲草35万亩。]],
      [[八大行业“五升三降”,其中石化增长3.1%、纺织下降2.1%。]],
      [[六大类价格呈现“三升二降一平”格局:食品上涨2.6%,居住上涨0.5%,医疗上涨0.8%;衣着下降1.5%,交通下降0.7%;其他用品与同期持平。]],
      [[八大类价格呈现“五升二降一平”格局:食品上涨2.6%,衣着下降1.5%。八大类价格中,居住类“三升二降”。]],
    },
  },
  check = function(m, report)
    local place = m:place()
    local up, down, flat = calendar.number(m.up), calendar.number(m.down), m.flat ~= "" and calendar.number(m.flat) or 0
    if not (up and down) then return end
    local whole = calendar.number(WHOLE:match(place:before(16)))
    if whole and whole ~= up + down + flat and whole > 2 then
      report { at = place, message = "whole", values = { sum = up + down + flat, whole = whole } }
      return
    end
    local ups, downs, stay = told(m)
    local verbs = {}
    for _, list in ipairs { ups, downs } do
      for _, verb in ipairs(list) do verbs[#verbs + 1] = verb end
    end
    local n_up, n_down = #ups, #downs
    local all_told = #verbs == 0 -- a list of what is grown names all
    if all_told then n_up, n_down = listed(m) end
    if n_up + n_down == 0 or stay ~= flat then return end
    if n_up == up and n_down == down then
      report.agrees { at = place, related = verbs, how = m.text }
    elseif contradicts(n_up, n_down, up, down) or all_told and (n_up == up) ~= (n_down == down) then
      report { at = place, related = verbs, values = { ups = n_up, downs = n_down } }
    end
  end,
}
