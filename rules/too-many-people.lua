-- 308.7 billion U.S. population: more than the world has or will have.
local WORLD = decimal(12000000000) -- above all projections of the United Nations to 2100
local SCALE = { million = decimal(1000000), billion = decimal(1000000000), trillion = decimal(1000000000000) }
local WORDS = [[(?:[A-Za-z.'’]+[ -]){0,3}?]]
local PEOPLE = [[(?:people|persons|population|residents|inhabitants|workers|employees|adults|children|women|men|patients|students|pupils|households|voters|migrants|refugees|pensioners)]]
local NUMBER = re.new([[(?<![\d.,$£€¥])(\d[\d,]*(?:\.\d+)?) ?$]])
local OF_ALL = re.new([[\b(?:per|for|of|to|in|by|from|and|on|among|with|the|that|which|who|dollars|yuan|euros)\b]])

return {
  api = 1,
  id = "too-many-people",
  severity = "warning",
  languages = { "en" },
  on = { pattern = "(?<scale>billion|trillion) (?<between>" .. WORDS .. ")" .. PEOPLE .. [[\b(?!-)]] },
  summary = {
    zh = "人数超过世界人口（308.7 billion people）",
    en = "more people than the world has (308.7 billion people)",
  },
  explain = {
    zh = [[世界人口约80亿，预计不会超过120亿。多于此的人数，billion 当为 million 之误。]],
    en = [[The world has some eight thousand million people and is projected to stay below twelve. A larger number of them has the
wrong scale word, billion for million.]],
  },
  messages = {
    base = { zh = "{at} 超过世界人口", en = "{at}: more people than the world has" },
  },
  examples = {
    bad = {
      { [[Of the 308.7 billion U.S. population, some live near a highway.]], at = "308.7 billion" },
      { [[The network covers 59.64 billion rural residents.]], at = "59.64 billion" },
    },
    good = {
      [[Of the 308.7 million U.S. population, 1.4 billion Chinese people and 8.1 billion persons in the world, some live near a highway.]],
      [[We spent $59.64 billion on people in need and 30 billion yuan for rural residents; 59.64 billion of these people-days were lost. It paid 20 billion to residents.]],
    },
  },
  check = function(m, report)
    if OF_ALL:find(m.between) then return end
    local before = m:place():before(24)
    local number = NUMBER:match(before)
    if not number or decimal((number:gsub(",", ""))) * SCALE[m.scale] <= WORLD then return end
    local text = m.sentence.text
    local first = text:find(number .. " " .. m.scale, 1, true)
    if first then report { at = m.sentence:place(first, first + #number + #m.scale) } end
  end,
}
