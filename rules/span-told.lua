-- During January–June 2021, half of the students reported …: a span that stands once
-- beside one that differs in one end alone, in the same words, is that span mistyped.
local calendar = lib "calendar"
local nearby = lib "nearby"

local NAME = [[(?:]] .. calendar.MONTHS .. [[|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)]]
local Y = [[(?:19|20)\d\d]]
local UNTIL = [[\s?(?:–|—|--|-|\bto\b|\bthrough\b|\buntil\b)\s?]]
local BARE = [[(?<ma>)(?<da>)(?<mb>)(?<db>)]]
local PATTERNS = {
  -- March 24–June 14; March 1, 2020–May 31, 2020; April–June 2020
  [[\b(?<ma>]] .. NAME .. [[)(?: (?<da>\d{1,2})(?:st|nd|rd|th)?)?(?:,? (?<ya>]] .. Y .. [[))?,?]] .. UNTIL .. [[(?<mb>]] .. NAME
    .. [[)\b(?: (?<db>\d{1,2})(?:st|nd|rd|th)?(?![\d%]|[.,]\d))?(?:,? (?<yb>]] .. Y .. [[)(?!\d))?]],
  -- 1 April 2019 to 31 March 2020
  [[(?<![-–\d.])(?<da>\d{1,2})(?:st|nd|rd|th)? (?<ma>]] .. NAME .. [[)(?:,? (?<ya>]] .. Y .. "))?,?" .. UNTIL
    .. [[(?<db>\d{1,2})(?:st|nd|rd|th)? (?<mb>]] .. NAME .. [[)\b(?:,? (?<yb>]] .. Y .. [[)(?!\d))?]],
  -- 2010–2015
  BARE .. [[(?<![\d.,/$£€A-Za-z-])(?<![A-Za-z] [–-])(?<ya>]] .. Y .. ")" .. UNTIL .. [[(?<yb>]] .. Y .. [[)(?![\d%/–-]|[.,]\d)]],
}

-- The parts of a span: year, month and day of both ends, and the year of both.
local FIRST_YEAR, LAST_YEAR, BOTH_YEARS, PARTS = 1, 4, 7, 7
local IS_YEAR = { [FIRST_YEAR] = true, [LAST_YEAR] = true, [BOTH_YEARS] = true }
local IS_MONTH = { [2] = true, [5] = true }
local MOST, TRIED = 400, 40 -- spans of a document, those that one is held against
local SLIPS = { [1] = true, [2] = true, [10] = true } -- years that a slip is off
local CITED = re.new([[^\W*\d+\.\s|\bet al\b]])
local OWN = re.new([[^\W*(?i:cite|suggested citation)|(?i)citation for this article]])
local OTHER = re.new([[\b(?:only|subset|another|previous\w*|earlier|prior|compared|versus|respectively)\b]], "i")

local spans, words_told = memo(), memo()

local function note(m)
  if m.sentence.cell then return end
  local list = spans[m.doc]
  if not list then
    list = { of = {} }
    spans[m.doc] = list
  end
  local last = m.yb or ""
  local first = m.ya and m.ya ~= "" and m.ya or last
  if #list >= MOST or first > last then return end
  list.of[m.sentence] = (list.of[m.sentence] or 0) + 1
  list[#list + 1] = {
    order = #list, at = m:place(), sentence = m.sentence, said = m.sentence.text, text = m[0],
    part = { first, m.ma:sub(1, 3), m.da or "", last, m.mb:sub(1, 3), m.db or "", first == last and first or "" },
  }
end

local function words_of(p)
  if not p.words then
    p.words = nearby.of(p.at)
    p.size = #p.words.each
  end
  return p.words
end

local function figures_of(p)
  if not p.figures then
    p.figures, p.each = {}, {}
    for _, claim in ipairs(p.sentence.claims) do
      if claim.is_claim and claim.digits >= 2 and claim.value and not p.figures[claim.number_text] then
        p.figures[claim.number_text], p.each[#p.each + 1] = true, claim.number_text
      end
    end
  end
  return p.figures
end

-- Whether the two have a figure in common; nil where one has none.
local function same_figures(a, b)
  figures_of(a)
  local y = figures_of(b)
  if #a.each == 0 or #b.each == 0 then return nil end
  for _, text in ipairs(a.each) do
    if y[text] then return true end
  end
  return false
end

local function is_cited(p)
  if p.cited == nil then p.cited = CITED:find(p.sentence.block.text) ~= nil and not OWN:find(p.sentence.block.text) end
  return p.cited
end

-- Does the document say a year, or a month (its first letters), but here nowhere?
local function is_stray(doc, said)
  local told = words_told[doc] or {}
  words_told[doc] = told
  if told[said] ~= nil then return told[said] end
  local times, year = 0, tonumber(said)
  for _, sentence in ipairs(doc.sentences) do
    local text = sentence.text
    if text:find(said, 1, true) then
      for word in text:gmatch("%w+") do
        if word == said or not year and word:sub(1, #said) == said then times = times + 1 end
      end
      if times > 1 then break end
    end
  end
  told[said] = times <= 1
  return told[said]
end

local function off(p, q, i) return math.abs(tonumber(p.part[i]) - tonumber(q.part[i])) end

-- April 3–July 19, April 3–June 19: days that few spans have, and months of one length.
local LONG = 21
local function is_odd_day(day) return day ~= "" and day ~= "1" and day ~= "15" and tonumber(day) < 28 end
local function days_of(p)
  local months = (calendar.month(p.part[5]) - calendar.month(p.part[2])) % 12
  return months * 30 + tonumber(p.part[6]) - tonumber(p.part[3])
end
local function same_days(p, q)
  return is_odd_day(p.part[3]) and is_odd_day(p.part[6]) and days_of(p) > LONG and days_of(q) > LONG and spans[p.at.doc].of[p.sentence] == 1
    and p.part[2] ~= p.part[5]
end

-- Spans of a few months are many.
local FEW = 5
local function is_long(p)
  if p.part[2] == "" then return false end
  return p.part[1] ~= p.part[4] or calendar.month(p.part[5]) - calendar.month(p.part[2]) >= FEW
end

local function one_year(p, q)
  for _, i in ipairs { FIRST_YEAR, LAST_YEAR } do
    if p.part[i] ~= q.part[i] and p.part[i] ~= "" and q.part[i] ~= "" then return false end
  end
  return true
end

-- Captions of two figures are of two spans.
local CAPTION = re.new([[^\W*(?:figure|fig\.|table|box) (\d+)]], "i")
local function caption_of(p)
  if p.caption == nil then p.caption = CAPTION:match(p.sentence.block.text) or false end
  return p.caption
end
local function are_captions(p, q)
  local x, y = caption_of(p), caption_of(q)
  return x and y and x ~= y
end

-- How many words speak for q being what p, which differs in its part i, was meant
-- to be, q told so often; nil where too few do.
local function alike(p, q, i, often)
  local year = IS_YEAR[i]
  if year and not SLIPS[off(p, q, i)] or not year and not one_year(p, q) or are_captions(p, q) then return nil end
  local n, close = nearby.shared(words_of(p), words_of(q))
  local ratio = n / math.max(1, math.min(p.size, q.size))
  local figures = same_figures(p, q)
  if IS_MONTH[i] and same_days(p, q) then return n + 1 end
  if figures == false or OTHER:find(p.said) then return nil end
  if is_cited(p) or is_cited(q) then return not year and close and n >= 6 and ratio >= 0.8 and n or nil end
  if figures and n >= 5 and ratio >= 0.5 then return n end
  if year and often == 1 and off(p, q, i) > 2 then return nil end
  local least, share = 3, 0.6
  if often == 1 then least, share = 5, 0.7 end
  if year then least, share = least + 2, share + 0.1 end
  if (close or often > 1 and n >= 6) and n >= least and ratio >= share then return n end
  local stray = often > 1 and n > (year and 2 or 0) and ratio >= 0.2 and (year or is_long(p) and is_long(q) and (n > 1 or often > 2)) and spans[p.at.doc].of[p.sentence] == 1
  return stray and (year and off(p, q, i) ~= 2 or IS_MONTH[i]) and is_stray(p.at.doc, p.part[i]) and n or nil
end

-- Does the sentence of one name the span of the other, too?
local function names_both(p, q)
  return p.sentence == q.sentence or p.said:find(q.text, 1, true) or q.said:find(p.text, 1, true)
end

-- The span of a bucket that p was meant to be.
local function meant(p, bucket)
  local tried, best, top = 0, nil, 0
  for _, q in ipairs(bucket) do
    local value = q.part[bucket.part]
    if tried < TRIED and value ~= p.part[bucket.part] and not names_both(p, q) then
      tried = tried + 1
      local n = alike(p, q, bucket.part, bucket.times[value])
      if n and n > top then best, top = q, n end
    end
  end
  return best
end

-- The spans that are equal but for one part, by that part and the others; months
-- and days also where one does not tell the year.
local function key_of(p, i)
  local part, years = p.part, i == FIRST_YEAR or i == LAST_YEAR
  return i .. "/" .. (years and i ~= FIRST_YEAR and part[1] or "*") .. "/" .. (i == 2 and "*" or part[2]) .. "/" .. (i == 3 and "*" or part[3])
    .. "/" .. (years and i ~= LAST_YEAR and part[4] or "*") .. "/" .. (i == 5 and "*" or part[5]) .. "/" .. (i == 6 and "*" or part[6])
end

local function buckets_of(list)
  local at, order = {}, {}
  for _, p in ipairs(list) do
    for i = 1, PARTS do
      if p.part[i] ~= "" then
        local key = key_of(p, i)
        local bucket = at[key]
        if not bucket then
          bucket = { part = i, times = {} }
          at[key], order[#order + 1] = bucket, bucket
        end
        bucket[#bucket + 1] = p
        bucket.times[p.part[i]] = (bucket.times[p.part[i]] or 0) + 1
      end
    end
  end
  return order
end

local function judge(list, report)
  for _, bucket in ipairs(#list > 1 and buckets_of(list) or {}) do
    for _, p in ipairs(#bucket > 1 and bucket or {}) do
      local other = bucket.times[p.part[bucket.part]] == 1 and not p.told and meant(p, bucket)
      if other then
        p.told, other.told = true, true
        local odd, usual = p, other
        if bucket.times[other.part[bucket.part]] == 1 and other.order > p.order then odd, usual = other, p end
        report { at = odd.at, related = usual.at, expected = usual.text }
      end
    end
  end
end

return {
  api = 1,
  id = "span-told",
  severity = "warning",
  languages = { "en" },
  on = { set = true, pattern = PATTERNS },
  summary = {
    zh = "同样的词句中，同一段时间（January–June 2021）有一端前后不一",
    en = "one span of time (January–June 2021) is told in the same words with another end",
  },
  explain = {
    zh = [[全文只出现一次、与另一起止时间只差一端的年、月或日，而前后词句相同（或两句有同一数字）的，多半是笔误。
两句各有数字而无一相同的、参考文献中只差年份的，不报；年份或月份在全文别处都不出现的，词句要求从宽。]],
    en = [[A span that stands once, and that differs from another in the year, the month or the day of one end, is held against it
where the words about both are the same, or both sentences have a figure in common. Sentences with figures of their own and
years of references are left alone; a year or month that the document says nowhere else needs fewer words.]],
  },
  messages = {
    base = { zh = "此处为 {stated}，别处为 {expected}", en = "{stated} here, {expected} elsewhere in the same words" },
  },
  examples = {
    bad = {
      { "During January–June 2021, half of the pupils reported abuse at home. Teachers agreed. During January–July 2021, half of the pupils reported abuse at home.", at = "January–July 2021" },
      { [[Grants to harbour towns, Northern District, 2016–2019

Grants to harbour towns of the Northern District rose in 2016–2019.

Figure 2. Grants to harbour towns, Northern District, 2016–2018]], at = "2016–2018" },
      { [[Divers were enrolled from March 2020 to May 2021. Divers of all ports were asked from March 2020 to May 2021. The list of divers of ports has those of June 2020 to May 2021.]],
        at = "June 2020 to May 2021" },
      { [[Divers were asked from 3 April to 19 June 2021. All 250 had dived in winter. In 12 harbours they were enrolled from 3 April to 19 July.]], at = "3 April to 19 July" },
      { [[Ferries to the outer islands ran twice from 5 April 2019 to 9 June 2019. They were full. Ferries to the outer islands ran twice from 5 April 2019 to 8 June 2019.]], at = "5 April 2019 to 8 June 2019" },
    },
    good = {
      "During January–June 2021, half of the pupils reported abuse at home. During January–July 2021, ports were closed.",
      "Imports of timber rose by 14% in 2010–2015. Imports of timber rose by 23% in 2010–2017.",
      "2. Keeper A. Use of seat belts in harbour towns, 2001–2005. Oslo; 2006.\n\n3. Keeper A. Use of seat belts in harbour towns, 2001–2006. Oslo; 2007.",
      "Use of seat belts in harbour towns rose in 2001–2005. An earlier study of use of seat belts in harbour towns covers 2001–2004.",
      "Use of nets rose in 2001–2005 and 2005–2009. Use of nets in 2001–2005 was low. Use of nets in 2001–2009 was high.",
    },
  },
  check = function(m, report)
    if m.type ~= "set" then return note(m) end
    for _, doc in ipairs(m.documents) do judge(spans[doc] or {}, report) end
  end,
}
