-- 27% had A and 73% B; … 36% had A and 46% B: pairs of the same two names that make 100%
-- but for one. A rate of 37%, with firms paying 17 and workers 20 percentage points.
local P = [[(?<![\d.,–-])(?<%s>\d{1,2}(?:\.\d+)?)(?:%%| per ?cent)]]
local NAME = [[[A-Za-z][A-Za-z-]+]]
local PAIR = re.new(P:format("p") .. [[ (?:[a-z]+ ){0,4}?(?<x>]] .. NAME .. [[)(?:,? and | versus ),?]] .. P:format("q") .. [[ (?:[a-z]+ ){0,4}?(?<y>]] .. NAME .. [[)(?=[.,;:)]| (?:and|in|among|of|for|while|but)\b|$)]])
local POINTS = [[(?:%| per ?cent| percentage points?| points?)]]
-- What several pay together is set exactly, not rounded.
local WITH = [[(?<![\d.,–-])(?<t>\d{1,2}(?:\.\d+)?)(?:%| per ?cent),? (?:with|of which)(?: the)? (?<x>[a-z]+s?)(?: [a-z]+)? (?:contributing|paying|bearing|contribute|pay|bear) (?<p>\d{1,2}(?:\.\d+)?)]]
  .. POINTS .. [[,? and (?:the )?[a-z]+(?: [a-z]+){0,2} (?<q>\d{1,2}(?:\.\d+)?)]] .. POINTS .. [[(?! (?:higher|lower|more|less)\b)]]
local HUNDRED, ROUND = decimal(100), decimal("1.01")

local function pairs_of(sentence)
  local list, from, text = {}, 1, sentence.text
  while true do
    local at, to, p, x, q, y = PAIR:find(text, from)
    if not at then return list end
    local second = text:find(q, at + #p + #x, true)
    while second and not text:find("^%%", second + #q) and not text:find("^ per ?cent", second + #q) do second = text:find(q, second + 1, true) end
    list[#list + 1] = { p = decimal(p), q = decimal(q), names = (x .. "/" .. y):lower(), text = q, first = sentence:place(at, at + #p - 1),
                        place = second and sentence:place(second, second + #q - 1) }
    from = to + 1
  end
end

local function makes_all(pair) return (pair.p + pair.q - HUNDRED):abs() <= ROUND end

local judged = memo()
local function judge_pairs(m, report)
  local block = m.sentence.block
  if judged[block] or m.sentence.cell then return end
  judged[block] = true
  local groups, order = {}, {}
  for i = m.sentence.index, math.min(m.sentence.index + 8, #m.doc.sentences) do
    local s = m.doc.sentences[i]
    for _, pair in ipairs(s.block == block and pairs_of(s) or {}) do
      local group = groups[pair.names] or {}
      if not groups[pair.names] then groups[pair.names], order[#order + 1] = group, pair.names end
      group[#group + 1] = pair
    end
  end
  for _, key in ipairs(order) do
    local odd, fits = nil, {}
    for _, pair in ipairs(groups[key]) do
      if makes_all(pair) then
        fits[#fits + 1] = pair
      else
        odd = odd == nil and pair or false
      end
    end
    if odd and #fits >= 2 and odd.place then
      local wanted = HUNDRED - odd.p
      report { at = odd.place, related = { odd.first, fits[1].first, fits[1].place }, expected = wanted:text() .. "%", stated = odd.text .. "%",
               values = { sum = odd.p + odd.q, all = "100" } }
    elseif #fits >= 2 and odd == nil then
      report.agrees { at = fits[1].place, related = fits[1].first, how = "100%" }
    end
  end
end

return {
  api = 1,
  id = "pair-total",
  severity = "warning",
  languages = { "en" },
  on = { pattern = { [[(?<t>)\d(?:%| per ?cent) (?:[a-z]+ ){0,4}?[A-Za-z][A-Za-z-]+(?:,? and | versus ),?\d[\d.]*(?:%| per ?cent)]], WITH } },
  summary = {
    zh = "同样两项的百分比别处都合计 100%，此处不是；或两项之和不等于前面的比率",
    en = "two percentages that make 100% elsewhere do not here, or do not make the rate told before them",
  },
  explain = {
    zh = [[一段中同样两项（27% had A and 73% B）至少两次合计为 100%，另一次不是；或“37%, with firms paying 17 and workers 20 percentage
points”中两项之和不等于总比率。]],
    en = [[In a paragraph the shares of the same two names make 100% twice at least, and once they do not; or the two parts of a
rate ("37%, with firms paying 17 and workers 20 percentage points") do not make it.]],
  },
  messages = {
    base = { zh = "两项合计 {sum}%，应为 {all}%", en = "the two make {sum}%, not {all}%" },
  },
  examples = {
    bad = {
      { [[In the first group, 27% of persons chose Alpha and 73% chose Beta. In the second, 36% chose Alpha and 46% Beta, and in the third, 29% chose Alpha and 71% Beta.]], at = "46" },
      { [[The overall rate will be 37%, with employers contributing 16 percentage points and employees 20 percentage points.]], at = "37" },
    },
    good = {
      [[In the first group, 27% of persons chose Alpha and 73% chose Beta. In the second, 36% chose Alpha and 64% Beta, and in the third, 29% chose Alpha and 71% Beta.]],
      [[Of men, 27% owned Alpha and 40% owned Beta. Of women, 36% owned Alpha and 64% owned Beta.]],
      [[The overall rate will be 37%, with employers contributing 17 percentage points and employees 20 percentage points.]],
    },
  },
  check = function(m, report)
    if m.t == "" then return judge_pairs(m, report) end
    local sum = decimal(m.p) + decimal(m.q)
    local at, related = m:place("t"), { m:place("p"), m:place("q") }
    if sum == decimal(m.t) then return report.agrees { at = at, related = related, how = m.p .. " + " .. m.q } end
    report { at = at, related = related, expected = sum:text() .. "%", stated = m.t .. "%", values = { sum = sum, all = m.t } }
  end,
}
