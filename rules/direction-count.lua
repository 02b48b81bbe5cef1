-- 八大类价格“四升三降一平”: as many verbs follow as are counted.
local calendar = lib "calendar"

local N = [[([一二三四五六七八九十两]|\d)]]
local COUNT = [[(?<up>[一二三四五六七八九十两]|\d)(?:升|涨|增)(?<down>[一二三四五六七八九十两]|\d)(?:降|跌|减)(?:(?<flat>[一二三四五六七八九十两]|\d)(?:平|稳))?]]
local FLAT = re.new("持平|平稳|不变")
local WHOLE = re.new("^" .. N .. "(?:升|涨|增)")

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

return {
  api = 1,
  id = "direction-count",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = COUNT },
  summary = {
    zh = "“四升三降一平”与随后所列的升降个数不符",
    en = "so many are said to rise and fall, but others are told",
  },
  explain = {
    zh = [[“四升三降一平”之后同一句中逐项列出涨跌时，上涨、下降的个数应与所说相同；列出的总数不等于所说总数的不核对。]],
    en = [[Where as many changes are told in the sentence as were counted, as many rise and fall as was said.]],
  },
  messages = {
    base = {
      zh = "称“{stated}”，列出的是 {ups} 升 {downs} 降",
      en = "“{stated}” is said; {ups} rise and {downs} fall",
    },
  },
  examples = {
    bad = {
      { [[八大类价格呈现“三升二降一平”格局:食品上涨2.6%,居住上涨0.5%,医疗下降0.8%;衣着下降1.5%,交通下降0.7%;其他用品与同期持平。]], at = "三升二降一平" },
    },
    good = {
      [[八大类价格呈现“三升二降一平”格局:食品上涨2.6%,居住上涨0.5%,医疗上涨0.8%;衣着下降1.5%,交通下降0.7%;其他用品与同期持平。]],
      [[八大类价格呈现“五升二降一平”格局:食品上涨2.6%,衣着下降1.5%。]],
    },
  },
  check = function(m, report)
    if not WHOLE:find(m.text) then return end
    local up, down, flat = calendar.number(m.up), calendar.number(m.down), m.flat ~= "" and calendar.number(m.flat) or 0
    local ups, downs, stay = told(m)
    if not (up and down) or #ups + #downs ~= up + down or stay ~= flat then return end
    local verbs = {}
    for _, list in ipairs { ups, downs } do
      for _, verb in ipairs(list) do verbs[#verbs + 1] = verb end
    end
    if #ups == up then
      report.agrees { at = m:place(), related = verbs, how = m.text }
    else
      report { at = m:place(), related = verbs, values = { ups = #ups, downs = #downs } }
    end
  end,
}
