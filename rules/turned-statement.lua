-- The association was stronger during the second wave; … was lower during the second
-- wave: one statement told twice, once the other way round.
local statements = lib "statements"

local LEAST, PART, OF_LONGER, OFTEN = 4, 0.8, 0.5, 40 -- stems in common, as parts of the shorter and the longer clause; clauses of one stem
local MOST = 1500 -- statements of a document

-- Statements that have so many stems in common with the n-th, before it.
local function like(list, index, n)
  local times, out = {}, {}
  for _, stem in ipairs(list[n].all) do
    local at = index[stem]
    for _, k in ipairs(at and #at <= OFTEN and at or {}) do
      times[k] = (times[k] or 0) + 1
      if times[k] == LEAST - 1 then out[#out + 1] = k end
    end
  end
  table.sort(out)
  return out
end

local function is_one(a, b)
  local n = statements.shared(a.all, b.all)
  local least, most = math.min(#a.all, #b.all), math.max(#a.all, #b.all)
  if n < LEAST or n < LEAST + 1 and n < least or n < PART * least or n < OF_LONGER * most then return false end
  if #a.all > n and #b.all > n then return false end
  if a.when ~= b.when and a.when ~= "" and b.when ~= "" then return false end
  if #a.numbers > 0 and #b.numbers > 0 and statements.shared(a.numbers, b.numbers) == 0 then return false end
  if #a.figures > 0 and #b.figures > 0 and statements.shared(a.figures, b.figures) == 0 then return false end
  if a.years == b.years then return a.row.family ~= "change" or a.years ~= "" or #a.figures > 0 and #b.figures > 0 end
  return a.row.family ~= "change" and (a.years == "" or b.years == "")
end

-- Are the sides of "than" the same, or each the other's? nil: one has none.
local function sides(a, b)
  if #a.second == 0 or #b.second == 0 then return nil end
  local straight = statements.shared(a.second, b.second)
  local crossed = statements.shared(a.second, b.first) + statements.shared(b.second, a.first)
  if crossed > 2 * straight then return "crossed" end
  return straight > crossed and "same" or "unclear"
end

local function is_turned(a, b)
  if a.row.family ~= b.row.family then return false end
  local way = sides(a, b)
  if way == "unclear" then return false end
  return way ~= "crossed" and a.row.way ~= b.row.way
end

local function judge(doc, report)
  local list, index = statements.of(doc), {}
  if #list > MOST then return end
  for n, b in ipairs(list) do
    for _, k in ipairs(like(list, index, n)) do
      local a = list[k]
      if a.sentence ~= b.sentence and is_one(a, b) and is_turned(a, b) then
        report { at = b.place, related = a.place, stated = b.said, expected = a.said, values = { own = b.said, other = a.said } }
        break
      end
    end
    for _, stem in ipairs(b.all) do
      local at = index[stem]
      if at then at[#at + 1] = n else index[stem] = { n } end
    end
  end
end

return {
  api = 1,
  id = "turned-statement",
  severity = "warning",
  languages = { "en" },
  on = { set = true },
  summary = {
    zh = "同一句话说了两遍，升降、高低相反",
    en = "one statement is told twice, once the other way round",
  },
  explain = {
    zh = [[摘要、正文、讨论常把一件事说几遍。两个分句的词大半相同，年份不矛盾，“than”两侧没有对调，而一处说更高（增加、最高），一处说更低，其中之一就错了。]],
    en = [[Abstract, results and discussion tell one thing again. Where two clauses have most of their words in common, name no
other years, and have the sides of "than" in the same order, and one says higher (increased, highest) and the other lower, one of
them is wrong.]],
  },
  messages = {
    base = { zh = "此处为“{own}”，同样的话另一处为“{other}”", en = "“{own}” here, “{other}” elsewhere in the same words" },
  },
  examples = {
    bad = {
      { "The magnitude of the association with stillbirth was stronger during the period of variant predominance than during earlier waves. Ferries ran. The magnitude of the association with stillbirth was weaker during the period of variant predominance than during earlier waves.",
        at = "weaker" },
      { "Ferry use was more common among rural adults owning a car. Boats ran. In all states, ferry use was less common among rural adults owning a car.", at = "less common" },
      { "The highest prevalence of ferry use occurred among rural adults. Boats ran. As told, the lowest prevalence of ferry use occurred among rural adults.", at = "lowest" },
      { "Net cash inflow from ferry operations declined 9.9% to $537 million. Boats ran. Net cash inflow from ferry operations increased 9.9%.", at = "increased" },
      { "During 2010 to 2014, ferry accidents among rural commuters declined. Boats ran. Ferry accidents among rural commuters rose during 2010 to 2014.", at = "rose" },
    },
    good = {
      "The prevalence of school noncompletion was higher among rural adults than among urban adults. Ferries ran. The prevalence of school noncompletion was lower among urban adults than among rural adults.",
      "Ferry use was more common among rural adults owning a car. Boats ran. Ferry use was less common among urban adults owning a car.",
      "During 2010 to 2014, ferry accidents among rural commuters declined. Boats ran. Ferry accidents among rural commuters rose during 2014 to 2018.",
      "Ferry accidents among rural commuters rose before the governor's order. Boats ran. Ferry accidents among rural commuters fell after the governor's order.",
      "Net cash inflow from ferry operations declined 9.9% to $537 million. Boats ran. Net cash inflow from ferry operations increased 4.2%.",
      "Coverage for ferry commuters aged 18 years was higher. Boats ran. Coverage for ferry commuters aged 65 years was lower. If ferry use by rural adults were higher, it would cost more. Ferry use by rural adults was lower.",
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      if doc.lang == "en" then judge(doc, report) end
    end
  end,
}
