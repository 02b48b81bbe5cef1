-- sides: which of two sides an English sentence sets above the other, and the
-- figures that its brackets have for them.
--
--   higher among men (34.5%) than among women (29.1%)
--   Black students (23.1%) had a higher prevalence than white students (18.1%)
--   compared with women (12.4%), men (17.9%) had a higher prevalence
--   more likely than women to smoke (41% versus 33%), to drink (62% versus 51%)
--   lower odds than others (aOR = 0.72; 95% CI = 0.61–0.85)
--
-- A sentence is read as words that compare, marks (than, compared with), ends of
-- what is compared (; but, while) and brackets with figures, in their order.
-- A comparative holds for what stands up to the next one or such an end.
--
-- compare(out, text, events(text)) appends { way = 1 or -1, kind = "pair", "fronted",
-- "single" or "ratio", word =, a =, b = }: the word, an event, agrees with the figures a and
-- b (of a ratio: a), or they speak against it.

local figured = lib "figured"
local sides = {}

local ROWS = lexicon("en/comparative")
local EVENT = re.new([[\b(?:]] .. ROWS:any("said") .. [[)\b|\bthan\b|\bcompared (?:with|to)\b|\b(?:versus|vs)\b|\b(?:relative|in relation) to\b|\bin (?:contrast|comparison) (?:with|to)\b|\bas against\b|[(\[;:]|\b(?:but|while|whereas|although|though|however|despite|even)\b]], "i")
local MARK = re.new("^(?:than|compared|versus|vs|relative|in |as )", "i")
local LONGEST = 400 -- bytes of a bracket
local BYTES = 2000  -- of a sentence that is read

local CLOSING = { ["("] = ")", ["["] = "]" }
-- The byte of the bracket that closes the one at `at`, or nil.
local function closing(text, at)
  local opens, closes, depth = text:sub(at, at), CLOSING[text:sub(at, at)], 0
  for i = at, math.min(#text, at + LONGEST) do
    local c = text:sub(i, i)
    if c == opens then depth = depth + 1 elseif c == closes then depth = depth - 1 end
    if depth == 0 then return i end
  end
end

-- What makes a comparative none of the sentence's: or more; no more than; more
-- than 12; lower-income; in older houses (but in lower proportions).
local BOUNDED = re.new([[^ than (?:an? (?:third|quarter|half|fifth|tenth|hour|year|month|week|day|decade|century|dozen|hundred|thousand|million|billion|few|couple)|one|half|two|three|four|five|six|ten|twice|[$£€]?\d[\d,.]*)\b]])
local ONLY_BEFORE = re.new([[(?:\bor|\bno|\bnot|\bnot significantly|\bneither|\bnor)$]], "i")
local PREPOSITION = re.new([[(?<!associated )\b(?:with|of|in|at|to|for|from|by|among|between|on|those|living in)(?: an?| the)?$]], "i")
local MEASURE = re.new([[^(?: [a-z-]+){0,2} (?:risks?|odds|rates?|prevalences?|likelihood|incidence|mortality|percentages?|proportions?|shares?|frequency|numbers?|coverage|chances?|probability|levels?|scores?|times?|periods?|durations?|stays?)\b]])

-- Up to n bytes in front of and behind a stretch, of whole characters.
local function around(text, from, to, n)
  local before = text:sub(math.max(1, from - n), from - 1):gsub("^[\x80-\xBF]+", "")
  local after = text:sub(to + 1, to + n)
  if #text > to + n then after = after:gsub("[\xC0-\xFF][\x80-\xBF]*$", "") end
  return before, after
end

-- were below poverty; well above the state average
local LEVEL = re.new([[^ (?:that|those|the(?! (?:poverty|age))|its|their|our|average|(?:national|state|county)[a-z]* average|an? (?!certain))\b]])

local function counts(text, row, from, to)
  local before, after = around(text, from, to, 60)
  before = before:gsub("[ *_]+$", "")
  if after:sub(1, 1) == "-" or before:sub(-1) == "-" then return false end
  if row.said:find(" ", 1, true) and row.kind == "verb" and not LEVEL:find(after) then return false end
  if ONLY_BEFORE:find(before) or row.kind == "size" and BOUNDED:find(after) then return false end
  if row.kind ~= "most" and PREPOSITION:find(before) then return MEASURE:find(after) ~= nil end
  return true
end

-- A steeper | increase: what is compared, no word that compares.
local function is_measure(text, row, from, before)
  if row.kind ~= "ratio" or not before or before.type ~= "word" then return false end
  return text:sub(before.to + 1, from - 1):find("^ [a-z]* ?$") ~= nil
end

-- The events of a sentence.
local function events(text)
  local out, at = {}, 1
  while true do
    local from, to = EVENT:find(text, at)
    if not from then return out end
    local word = text:sub(from, to):lower()
    local row = ROWS:find(word)
    at = to + 1
    if word == "(" or word == "[" then
      local close = closing(text, from)
      if close then
        local read = figured.read(text:sub(from + 1, close - 1), from + 1)
        read.type, read.from, read.to = "figures", from, close
        out[#out + 1] = read
        at = close + 1
      end
    elseif row then
      if row.way ~= "none" and counts(text, row, from, to) and not is_measure(text, row, from, out[#out]) then
        out[#out + 1] = { type = "word", kind = row.kind, up = row.way == "up", from = from, to = to }
        if row.kind == "verb" then out[#out + 1] = { type = "mark", from = to, to = to } end
      elseif BOUNDED:find(select(2, around(text, from, to, 20))) then
        at = to + #" than" + 1 -- with less than 138% of it
      end
    else
      out[#out + 1] = { type = MARK:find(word) and "mark" or word == ":" and "colon" or "end", from = from, to = to }
    end
  end
end

-- The first and last event that the comparative at i holds for, and that the
-- words before it may.
local function reach(list, i)
  local first, last = i, i
  while list[first - 1] and list[first - 1].type ~= "word" and list[first - 1].type ~= "end" do first = first - 1 end
  while list[last + 1] and list[last + 1].type ~= "word" and list[last + 1].type ~= "end" do last = last + 1 end
  return first, last
end

local function has_single(event)
  return event.type == "figures" and #event.pairs == 0 and (event.ratio ~= nil or #event.singles > 0)
end

-- The figures of two brackets that have one unit, or nil. Two ratios are held
-- against each other, and not against 1.
local function alike(a, b)
  if a.ratio and (b.ratio or b.singles[1] and b.singles[1].unit == "") then return a.ratio, b.ratio or b.singles[1] end
  for _, x in ipairs(a.singles) do
    for _, y in ipairs(b.singles) do
      if x.unit == y.unit then return x, y end
    end
  end
end

local TIME = { year = true, month = true, day = true, week = true, hour = true, minute = true }
-- Is a all above b, or all below it? Times in stretches may be names of groups.
local function apart(word, a, b)
  if not (a.high or b.high) then return a.value ~= b.value end
  if TIME[a.unit] and word.kind ~= "time" then return false end
  return a.value > (b.high or b.value) or b.value > (a.high or a.value)
end

local function judge(out, word, kind, a, b)
  local kind_of = word.kind
  if not apart(word, a, b) then return end
  if kind_of == "ratio" or kind_of == "time" and not TIME[a.unit] or kind_of == "pace" and a.unit ~= "%" or a.value == b.value then
    return
  end
  out[#out + 1] = {
    way = (a.value > b.value) == word.up and 1 or -1, kind = kind, word = word, a = a, b = b,
  }
end

-- lower odds than others (aOR = 0.72): a ratio above 1 is no lower one. An
-- interval with 1 in it leaves it open; so does what is not done.
local ONE = decimal("1")
local OTHER = { time = true, pace = true, verb = true }
local TOLD = re.new([[\d ?(?:%|per ?cent)(?: \([^()]{1,40}\))? $]]) -- 24% lower: relative-risk's
local DENIED = re.new([[\b(?:not?|never|abst[a-z]+|avoid[a-z]*)\b]])
-- Lower income was associated with poor sleep (aOR = 1.46).
local BEGINS = re.new([[^(?:[^,]{0,40}, )?(?:a |an )?$]])
local CAUSE = re.new([[\b(?:associated|related|correlated|linked|predict[a-z]*)\b]])
local function is_cause(text, word, r)
  local _, after = around(text, word.from, word.to, 60)
  return CAUSE:find(text:sub(word.to + 1, r.from - 1)) ~= nil or BEGINS:find(text:sub(1, word.from - 1)) ~= nil and not MEASURE:find(after)
end

local function judge_ratio(out, text, word, r)
  if r.value == ONE or OTHER[word.kind] or TOLD:find(text:sub(1, word.from - 1)) or DENIED:find(text:sub(word.to + 1, r.from - 1)) then return end
  if is_cause(text, word, r) then return end
  local sure = not r.low or (r.low > ONE) == (r.value > ONE) and (r.high > ONE) == (r.value > ONE)
  local way = (r.value > ONE) == word.up and 1 or -1
  if sure or way > 0 then out[#out + 1] = { way = way, kind = "ratio", word = word, a = r } end
end

-- spent more (−$467.25; 95% CI, −$559.46 to −$375.04)
local function judge_loss(out, text, word, r)
  if OTHER[word.kind] or word.kind == "ratio" or DENIED:find(text:sub(word.to + 1, r.from - 1)) or is_cause(text, word, r) then return end
  out[#out + 1] = { way = word.up and -1 or 1, kind = "loss", word = word, a = r }
end

-- A list of brackets from `k` on, in steps of `step`, as long as only names part
-- them: (48.1%), X (39.2%) and Y (31.0%).
local LINK = re.new([[^(?:,? (?:and|or|and among|or among|and for|and in|or in)\b|,)?[^.;:()\[\]\d]{0,50}$]])
local function run(text, list, k, limit, step)
  local out = {}
  while (step > 0 and k <= limit or step < 0 and k >= limit) and has_single(list[k]) do
    local last = out[#out]
    if last then
      local a, b = last, list[k]
      if step < 0 then a, b = b, a end
      if not LINK:find(text:sub(a.to + 1, b.from - 1)) then break end
    end
    out[#out + 1] = list[k]
    k = k + step
  end
  return out
end

-- The first bracket with figures of one side; nil where one with both comes first.
local function first_figures(list, from, to, step)
  for k = from, to, step do
    if has_single(list[k]) then return k end
    if list[k].type == "figures" and #list[k].pairs > 0 then return nil end
  end
end

-- The figures of brackets of which one lists several things, or nil.
local function listed(brackets)
  local out, any = {}, false
  for _, e in ipairs(brackets) do
    any = any or e.listed
    for _, f in ipairs(e.listed and e.singles or { e.singles[1] }) do out[#out + 1] = f end
  end
  return out, any
end

-- Of a list against one figure all are above it, or all below.
local function judge_all(out, word, left, right)
  if #left ~= 1 and #right ~= 1 then return end
  local found = {}
  for _, x in ipairs(left) do
    for _, y in ipairs(right) do
      if x.unit ~= y.unit then return end
      judge(found, word, "single", x, y)
    end
  end
  local first = found[1]
  for _, v in ipairs(found) do
    if v.way ~= first.way then return end
  end
  if #found == #left * #right then out[#out + 1] = first end
end

-- (57.0%), (20.1%) and (7.4%) than (38.8%, 15.3%, and 4.7%, respectively): one by
-- one where as many; else each of the one side is above each of the other.
local function judge_runs(out, word, left, right)
  local l, many = listed(left)
  local r, more = listed(right)
  if many or more then
    for i = 1, #l == #r and #l or 0 do
      if l[i].unit == r[i].unit then judge(out, word, "single", l[i], r[i]) end
    end
    if #l ~= #r then judge_all(out, word, l, r) end
    return
  end
  for _, x in ipairs(left) do
    for _, y in ipairs(right) do
      local a, b = alike(x, y)
      if a then judge(out, word, "single", a, b) end
    end
  end
end

local function mark_in(list, from, to)
  for k = from, to do
    if list[k].type == "mark" then return k end
  end
end

local NEAR = 110 -- bytes between the bracket of what is compared and the comparative
local CUT = re.new([[^,? ?(?:and|or|but)\b|, (?:and|which|with|who)\b|\. ]])

-- The brackets of what is compared: between the word and the mark, or else right
-- before the word.
local function subject(text, list, i, first, mark, other)
  local k = first_figures(list, i + 1, mark - 1, 1)
  if k and (alike(list[k], other) or list[k].listed or other.listed) then return run(text, list, k, mark - 1, 1) end
  k = first_figures(list, i - 1, first, -1)
  if not k or mark_in(list, first, k) then return {} end -- of what stands behind an earlier than
  local gap = text:sub(list[k].to + 1, list[i].from - 1)
  if #gap > NEAR or CUT:find(gap) then return {} end
  local out, back = {}, run(text, list, k, first, -1)
  for n = #back, 1, -1 do out[#out + 1] = back[n] end
  return out
end

-- higher risk than infants of others (9.6% and 7.8%, respectively): no other
-- bracket, and one name behind the mark.
local TWO = re.new([[\b(?:and|or|both)\b|,]])
local function both_sides(out, list, i, mark, k, text)
  local e = list[k]
  if not e.respective or #e.singles ~= 2 or TWO:find(text:sub(list[mark].to + 1, e.from - 1)) then return false end
  judge(out, list[i], "pair", e.singles[1], e.singles[2])
  return true
end

-- X (17.5%) was similar to Y (15.4%), but higher than Z (14.4%); X (5%) was higher
-- than Y (4%) and lower than Z (6%): what is compared again stands where the clause
-- before has it. All figures that it may be have to tell the same.
local AGAIN = re.new([[^,? (?:and|but|yet)?(?: (?:was|were|is|are|also|still|even|much|far|well|slightly|somewhat|significantly|substantially|considerably|markedly|notably))* $]])
local LIKE = re.new([[\b(?:similar|comparable|close|equal|identical) to\b]])
local function carried(out, text, list, i, k)
  local at = i - 1
  while list[at] and list[at].type == "end" do at = at - 1 end
  if not list[at] or list[at].type ~= "figures" or not AGAIN:find(text:sub(list[at].to + 1, list[i].from - 1)) then return false end
  local found, from = {}, at
  while list[from - 1] and list[from - 1].type ~= "end" do from = from - 1 end
  local mark = mark_in(list, from, at)
  if not mark and not LIKE:find(text:sub(list[from].from, list[at].from)) then return false end
  for n = from, mark or at do
    local x, y = nil, nil
    if has_single(list[n]) then x, y = alike(list[n], list[k]) end
    if x then judge(found, list[i], "single", x, y) end
  end
  for _, v in ipairs(found) do
    if v.way ~= found[1].way then return false end
  end
  out[#out + 1] = found[1]
  return #found > 0
end

-- than for girls (29.5) and for the young (89.5) and others (86.0) than for the old
-- (14.4): behind the first bracket of the second side the word compares anew. A list
-- of ratios (than whites, aged 5 to 14 (OR = 2.22) than those under 5) has one for each.
local function again(out, text, list, i, k, mark, last)
  while mark do
    local right = first_figures(list, mark + 1, last, 1)
    if not right or CUT:find(text:sub(list[mark].to + 1, list[right].from - 1)) then return end
    local anew = mark_in(list, right + 1, last)
    local left = run(text, list, k + 1, mark - 1, 1)
    judge_runs(out, list[i], left, anew and { list[right] } or run(text, list, right, last, 1))
    k, mark = right, anew
  end
end

-- One bracket for each side. Returns whether figures of both were found.
local function across(out, text, list, i, first, last)
  local mark = mark_in(list, i + 1, last)
  if mark then
    local k = first_figures(list, mark + 1, last, 1)
    if not k or CUT:find(text:sub(list[mark].to + 1, list[k].from - 1)) then return false end
    local left = subject(text, list, i, first, mark, list[k])
    if #left == 0 then return carried(out, text, list, i, k) or both_sides(out, list, i, mark, k, text) end
    local anew = mark_in(list, k + 1, last)
    if anew and left[1].ratio then return false end
    judge_runs(out, list[i], left, anew and { list[k] } or run(text, list, k, last, 1))
    again(out, text, list, i, k, anew, last)
    return true
  end
  -- Compared with women (12.4%), men (17.9%) had a higher prevalence.
  mark = mark_in(list, first, i - 1)
  local b, a = mark and list[mark + 1], nil
  for k = (mark or last) + 2, last do
    if has_single(list[k]) then a = a or list[k] end
  end
  if not (a and b and has_single(b)) then return false end
  judge_runs(out, list[i], { a }, { b })
  return true
end

-- In 2021, compared with girls, boys were less likely (11.3% versus 15.2%): few
-- writers have the girls' figure first.
local FRONT = re.new([[^(?:[^,;]{0,40}, )?$]])
local function is_fronted(text, list, i)
  local first = i
  while first > 1 and list[first - 1].type ~= "end" do first = first - 1 end
  local mark = mark_in(list, first, i)
  local begins = first > 1 and list[first - 1].to + 1 or 1
  return mark ~= nil and FRONT:find(text:sub(begins, list[mark].from - 1):gsub("^ +", "")) ~= nil
end

-- The difference was smaller in towns (50.6% vs 49.4%).
local DIFFERENCE = [[(?:differen(?:ce|tial)s?|gaps?|disparit(?:y|ies)|spread|contrasts?|inequalit(?:y|ies)|imbalances?|discrepanc(?:y|ies)|divergences?)]]
local DIFFERS_BEFORE = re.new([[\b]] .. DIFFERENCE .. [[\b[^,;()]{0,40}$]], "i")
local DIFFERS_BEHIND = re.new([[^(?: [a-z-]+){0,2} ]] .. DIFFERENCE .. [[\b]])
local function is_difference(text, word)
  local before, after = around(text, word.from, word.to, 90)
  return DIFFERS_BEFORE:find(before) ~= nil or DIFFERS_BEHIND:find(after) ~= nil
end

-- lower capacity and more limitations than others (5.1 vs 6.9): the figures are of
-- the one or of the other.
local JOINS = re.new([[^[^,;:()]{1,60},? (?:and|or) (?:an? )?$]])
local function has_opposite(text, list, i)
  local word, other = list[i], list[i - 1]
  return other ~= nil and other.type == "word" and other.up ~= word.up and JOINS:find(text:sub(other.to + 1, word.from - 1)) ~= nil
end

-- Figures in pairs, and ratios, that stand behind the comparative.
local function behind(out, text, list, i, last, crossed)
  local word, fronted = list[i], is_fronted(text, list, i)
  if is_difference(text, word) or has_opposite(text, list, i) then return end
  for k = i + 1, last do
    local e = list[k]
    for _, pair in ipairs(e.pairs or {}) do
      for n = 2, #pair do judge(out, word, fronted and "fronted" or "pair", pair[1], pair[n]) end
    end
    if e.ratio and not crossed then judge_ratio(out, text, word, e.ratio) end
    if e.loss and not crossed then judge_loss(out, text, word, e.loss) end
  end
end

-- Appends to out what the comparatives of the sentence say.
function sides.compare(out, text, list)
  for i, e in ipairs(list) do
    if e.type == "word" and e.kind ~= "most" then
      local first, last = reach(list, i)
      local crossed = across(out, text, list, i, first, last)
      behind(out, text, list, i, last, crossed)
    end
  end
end

-- The events of a sentence; none where it is longer than prose.
function sides.events(text)
  return #text <= BYTES and events(text) or {}
end

return sides
