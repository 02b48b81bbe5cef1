-- Three statements are needed: one that …, and a second that …; two enablers, and then
-- a fourth; stage 1 and stage 3; three groups. The first group are … The second group …;
-- 分三个步骤:第一步……,第二步……. Members that are told in sentences, held against their
-- count or against each other.
local NUMBER = { two = 2, three = 3, four = 4, five = 5, six = 6, seven = 7, eight = 8, nine = 9 }
local ORDER = { "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth" }
local N = [[(?<n>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[2-9])]]
local NOUN = [[(?<noun>(?: [a-z][a-z-]+){1,4}s)]]
local BE = [[(?:is|was|will|would|has|had)]]
local STATES = {
  [[\b(?<!in )(?<!of )]] .. N .. NOUN .. [[(?: [a-z]+){0,4}(?::|,| ?[–—]+) (?<one>one) (?!in |of |out )[^.;:]{3,160}?,? and (?<last>a second|another|the other|the second|a third|the third)\b(?<member>)]],
  [[^(?<one>One)(?: of (?:these|them))? ]] .. BE .. [[\b[^.;]{3,200}?,? and (?<last>the other|the second) ]] .. BE .. [[\b(?<n>)(?<noun>)(?<member>)]],
  [[^(?:An?|The) (?<last>third|fourth|fifth|sixth|seventh|eighth)(?<member>(?: [a-z][a-z-]+){1,4})\b(?<one>)(?<n>)(?<noun>)]],
  [[\b(?:[Ii]n|[Dd]uring|[Aa]t|[Ff]or) (?<member>stage|step|phase|round|wave|part) (?<n>[1-9])\b(?<one>)(?<noun>)(?<last>)]],
}
local ordered = lib "ordered"
local OWN = #STATES -- of the patterns; those of ordered stand behind
for _, p in ipairs(ordered.patterns) do STATES[#STATES + 1] = p end

local COUNT = re.new([[\b([Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[2-9])(?: [a-z][a-z-]+){1,4}s\b]])
local BEFORE, BEHIND = 2, 4 -- sentences between a count and its members; between a count and the next member

local BEHIND_COUNT = re.new([[\b([Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[2-9])((?: [a-z][a-z-]+){0,2})$]])
local stages = memo()

local function number(text) return NUMBER[text:lower()] or tonumber(text) end

local function says(report, at, related, said, listed)
  if said == listed then
    report.agrees { at = at, related = related, how = said .. " = " .. listed }
  else
    report { at = at, related = related, values = { listed = listed } }
  end
end

-- three statements: one that …, and a second that …
local function judge_sentence(m, report)
  local rest = m:place("last"):after(120):match("^[^.;]*")
  local text = m[0]:sub((m[0]:find(" one ", 1, true) or 1) + 1)
  if rest:find("%f[%a]third%f[%A]") or rest:find("%f[%a]another%f[%A]") or text:find(", one ", 1, true) or text:find("another,", 1, true) then return end
  local listed = m.last:find("third", 1, true) and 3 or 2
  says(report, m:place("n"), m:place("last"), number(m.n), listed)
end

-- Three systems are being studied. One is … and the other is …
local function judge_behind(m, report)
  local here = m.sentence
  for k = 1, BEFORE do
    local sentence = m.doc.sentences[here.index - k]
    if not sentence or sentence.block ~= here.block then return end
    local from, to, word = COUNT:find(sentence.text)
    if from then
      if COUNT:find(sentence.text, to) then return end
      says(report, sentence:place(from, from + #word - 1), m:place("last"), number(word), 2)
      return
    end
  end
end

local function words_of(text)
  local words = {}
  for word in text:gmatch("%S+") do words[#words + 1] = word end
  return words
end

-- A fourth key enabler, behind two of them: the count of the words, some sentences before.
local function count_before(m, words)
  local here = m.sentence.index
  for i = here - 1, math.max(1, here - BEHIND), -1 do
    local sentence = m.doc.sentences[i]
    local text = " " .. sentence.text
    for k = #words, 1, -1 do
      local from = text:find(" " .. table.concat(words, " ", 1, k) .. "s", 1, true)
      local word, gap = BEHIND_COUNT:match(from and text:sub(1, from - 1) or "")
      if word then
        local at = from - 1 - #gap - #word
        return number(word), sentence:place(at, at + #word - 1)
      end
    end
  end
end

local NEXT = { third = 3, fourth = 4 }
local function judge_next(m, report)
  local n = NEXT[m.last]
  local said, place = count_before(m, words_of(m.member))
  if not n or not said then return end
  if n > said + 1 then
    report { at = m:place("last"), related = place, message = "next", values = { n = said } }
  else
    report.agrees { at = m:place("last"), related = place, how = m.last }
  end
end

-- three groups. The first group are … The second group …
local judged = memo() -- sentences of a count that was held against its members
local function judge_ordered(m, report)
  local said, told, place, places, sentence = ordered.count(m)
  if not said or judged[sentence] then return end
  judged[sentence] = true
  if said == told then
    report.agrees { at = place, related = places, how = said .. " = " .. told }
  elseif math.abs(said - told) == 1 then
    report { at = place, related = places, expected = tostring(told), values = { listed = told } }
  end
end

local function note_stage(m)
  local doc, n = m.sentence.doc, tonumber(m.n)
  stages[doc] = stages[doc] or {}
  local list = stages[doc][m.member] or { most = 0, at = {} }
  stages[doc][m.member] = list
  list.at[n] = list.at[n] or m:place("n")
  list.most = math.max(list.most, n)
end

-- The only number that a row from 1 to the last lacks.
local function hole_of(list)
  local hole
  for n = 1, list.most do
    if not list.at[n] then
      if hole or n == 1 then return nil end
      hole = n
    end
  end
  return hole
end

local function is_named(doc, word, n)
  for _, sentence in ipairs(doc.sentences) do
    local text = sentence.text:lower()
    if text:find(word .. "s? " .. n) or text:find(ORDER[n] .. " " .. word, 1, true) then return true end
  end
end

local function judge_stages(doc, report)
  for word, list in pairs(stages[doc] or {}) do
    local hole = hole_of(list)
    if hole and ORDER[hole] and not is_named(doc, word, hole) then
      report { at = list.at[hole + 1], related = list.at[hole - 1], message = "stage", values = { word = word, n = hole } }
    end
  end
end

return {
  api = 1,
  id = "told-members",
  severity = "warning",
  on = { set = true, pattern = STATES },
  summary = {
    zh = "用句子逐项说的（第一步……，第二步……）与所说的项数不符，或阶段序号缺号",
    en = "members told in sentences (one …, and a second …) are not as many as was said, or a stage is missing",
  },
  explain = {
    zh = [[“three statements: one that …, and a second that …”“Three systems… One is …, and the other is …”：列出两项；
“分三个步骤：第一步……，第二步……”也是如此；“two enablers”之后又说“A fourth enabler”；只有 stage 1 与 stage 3：缺号。]],
    en = [[Who tells of one and of a second, or of one and of the other, tells of two, as do
"The first group are … The second group …". Behind two key enablers comes a third, no
fourth. Where a text tells what was done in stage 1 and in stage 3, stage 2 stands somewhere.]],
  },
  messages = {
    base = { zh = "所说为 {stated}，列出的是 {listed} 项", en = "{stated} are said, {listed} are told" },
    next = { zh = "前面说的是 {n} 项，此处却是“{stated}”", en = "{n} were named before, this is the {stated}" },
    stage = { zh = "没有 {word} {n}", en = "there is no {word} {n}" },
  },
  examples = {
    bad = {
      { [[Three vision statements are needed: one that reflects the net effect and a second that tells it to the public.]], at = "Three" },
      { [[The bank runs four funds, one for small firms and the other for farms.]], at = "four" },
      { [[Three other systems are being studied. One is the clearing system and the other is the funds transfer system.]], at = "Three" },
      { [[I have talked about two key enablers – technology and capital. A fourth key enabler is the actions of our people.]], at = "fourth" },
      { [[国家的改造是分三个步骤实现的,第一步是转变为国家资本主义,第二步是转变为社会主义。]], at = "三个步骤" },
      { "保障对象分为两类。\n\n第一类是城镇居民,每月发放补助。\n\n第二类是农村居民。\n\n第三类是困难群体。", at = "两类" },
      { "I will highlight four groups that need more support.\n\nThe first group are workers. The second group are poor families. The third group are our children.\n\nMuch was done.", at = "four groups" },
      { [[There are three differences between them. The first is that men work longer. The second is that women are paid less.]], at = "three differences" },
      { [[It passed two resolutions. In the first, the limit was lowered. The second established a seat belt law. The third is on fees.]], at = "two resolutions" },
      { [[In stage 1, we drew a sample of towns. In stage 3, we drew households.]], at = "3" },
    },
    good = {
      [[Two vision statements are needed: one that reflects the net effect and a second that tells it to the public.]],
      [[Three funds are run, one for small firms, one for farms and one for schools. Three other systems are studied. One is for banks, one for shops and another is for farms.]],
      [[I have talked about two key enablers – technology and capital. A third key enabler is the actions of our people. The fourth quarter was good.]],
      [[国家的改造是分两个步骤实现的,第一步是转变为国家资本主义,第二步是转变为社会主义。今年有三个变化,第一季度增长,第二季度回落。]],
      [[There are three reasons. The first is cost. The second is time. Another is law. It rose in four years. The first was cold, the second was warm.]],
      [[Of these four regions, the first was seen in May, the second in June. Three surveys were done. The first survey was of men, the second survey of women, and the third survey of children.]],
      [[In stage 1, we drew a sample of towns. The second stage was of blocks. In stage 3, we drew households.]],
      [[Classes were held in three public school districts, one private school district, and one independent school.]],
      [[About one in three students reported pain, one in five took a drug and the other drank, said the nurse.]],
      [[Two systems are being studied. One is the clearing system and the other is the funds transfer system.]],
    },
  },
  check = function(m, report)
    if m.type == "set" then
      for _, doc in ipairs(m.documents) do judge_stages(doc, report) end
    elseif m.pattern > OWN then
      judge_ordered(m, report)
    elseif m.doc.lang ~= "en" then
      return
    elseif m.one == "one" then
      judge_sentence(m, report)
    elseif m.one == "One" then
      judge_behind(m, report)
    elseif m.last ~= "" then
      judge_next(m, report)
    else
      note_stage(m)
    end
  end,
}
