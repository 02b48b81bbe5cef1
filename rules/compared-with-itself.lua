-- A figure and the one it is compared with are of two times; where both say
-- their time and it is the same, one of the two dates is wrong.
local WITH = [[\b(?:compared (?:to|with)|(?:up|down) from|versus|against)\s(?:a total of |the |about |only |just )?(?=[$£€]?\d)]]
-- Nothing but the time follows the figure: in 2018; for the same period in 2018.
local TIME = re.new([[^(?:\s(?:million|billion|cases|reported|recorded|registered|posted|seen))*\s(?:in|for|during|at|on|as of|a year earlier in)\s(?:the\s)?]]
  .. [[(?:same\s(?:[a-z-]+\s){0,2}(?:period|quarter|months?|half)\s(?:in|of)\s(?:the\s)?)?]]
  .. [[(?:(?:fiscal|calendar)\s)?(?:years?\s)?(?:(?:three|six|nine|twelve)[- ]months?\s)?(?:(?:ended|to|ending)\s)?$]])
-- 1,200 aimed at and 1,050 reached are compared in one year; so are a fiscal
-- year and a calendar year, the first reckoning and the second.
local PLANNED = re.new([[\b(?:plan\w*|targets?|goals?|budget\w*|forecasts?|projected|guidance|expected|estimates?|estimated|assum\w+|accrued|initial(?:ly)?|revised|carrying|principal|GAAP|respectively|mean|median|average|peak)\b]], "i")
local FISCAL = re.new([[\bfiscal\b]], "i")
local CALENDAR = re.new([[\bcalendar\b]], "i")
local ENDS = re.new([[^\s*(?:[.,;:)]|$)]])

local function is_dated(claim)
  return (claim.kind == "period" or claim.kind == "date") and claim.first ~= ""
end

local YEAR = re.new([[(?:19|20)\d\d]])

-- The figure that the match ends at, the date right behind it, and what the
-- sentence says before.
local function around(m)
  local before, dates, figure, last = {}, {}, nil, nil
  for _, claim in ipairs(m.sentence.claims) do
    if not figure and claim.is_claim and claim:before(#m[0]) == m[0] then
      figure, last = claim, claim
    elseif figure then
      if is_dated(claim) then return before, figure, claim, dates[#dates], last end
      if claim.kind ~= "duration" and last ~= figure then return nil end
      if claim.kind ~= "duration" then last = claim end -- $16.0 million for a rate of 23.7% for the same period
    elseif is_dated(claim) then
      dates[#dates + 1] = claim
    elseif claim.is_claim then
      before[#before + 1] = claim
    end
  end
end

-- What stands between a figure and the date behind it.
local function gap(figure, date)
  local ahead, at = date:before(80), nil
  for from in ahead:gmatch("()" .. figure.text:gsub("%W", "%%%0")) do at = from end
  return at and ahead:sub(at + #figure.text) or "?"
end

return {
  api = 1,
  id = "compared-with-itself",
  severity = "warning",
  state = "preview",
  languages = { "en" },
  on = { pattern = WITH },
  summary = {
    zh = "与自身同期相比（2019年与2019年相比）",
    en = "a figure is compared with one of the same time (in 2019, compared with 38 in 2019)",
  },
  explain = {
    zh = [[相比的两个数各自写明时期而时期相同，必有一处年份有误。只看时期之后句子或分句就结束的，
因为同一年的两个地区、两组人也可以相比。]],
    en = [[Where two compared figures both say their time, it is not the same one. Looked at only where nothing but
the time follows the second figure: two groups or places may well be compared in one year.]],
  },
  messages = {
    base = {
      zh = "与之相比的 {figure} 也是 {at} 的数",
      en = "{figure}, with which it is compared, is of the same time ({at})",
    },
  },
  examples = {
    bad = {
      { [[In 2019, 45 cases were reported, compared with 38 in 2019.]], at = "2019", nth = 2 },
      { [[For the six months ended June 30, 2020, the charge was $20.3 million compared to $16.0 million for the same period in 2020.]],
        at = "2020", nth = 2 },
      { [[For the nine months ended September 30, 2024, the provision was $20.3 million compared to $16.0 million for a rate of 23.7% for the same period in 2024.]],
        at = "2024", nth = 2 },
      { [[Income for the third quarter of 2018 was $12 million, compared with $10 million in the same quarter of 2018.]],
        at = "2018", nth = 2 },
    },
    good = {
      [[In 2019, 45 cases were reported, compared with 38 in 2018.]],
      [[In 2019, 45 cases were reported in men, compared with 38 in women in 2019.]],
      [[In 2019, 45 cases were reported, compared with 38 in 2019 in the north.]],
      [[For the six months ended June 30, 2021, the charge was $20.3 million compared to $16.0 million for the same period in 2020.]],
      [[For the nine months ended September 30, 2025, the provision was $20.3 million compared to $16.0 million for a rate of 23.7% for the same period in 2024.]],
      [[The target for 2023 was 1,200 homes, against 1,050 in 2023. Receipts for fiscal year 2023 were $31 million versus $29 million in calendar year 2023.]],
      [[In 2022, males had 31 deaths; females had fewer, compared with 12 in 2022.]],
      [[The rate rose in 2019 to 4.5%, up from 4.1% in 2018.]],
    },
  },
  check = function(m, report)
    local before, figure, date, first, last = around(m)
    if not (date and first) or figure.period == "" or not (YEAR:find(date.text) and YEAR:find(first.text)) then return end
    local text = m.sentence.text
    if figure.kind == "duration" or figure.unit_text:find("week", 1, true) then return end -- 53 weeks in 2024, 52 in 2023
    if PLANNED:find(text) or FISCAL:find(text) and CALENDAR:find(text) then return end
    if not TIME:find(gap(last, date)) or not ENDS:find(date:after(3)) then return end
    local like
    for _, claim in ipairs(before) do
      if claim.kind == figure.kind and claim.unit == figure.unit then like = claim end
    end
    if not like or (last == figure and like.scope ~= figure.scope) or like.text == figure.text then return end
    local far = last ~= figure and like.period:match("/(%d+)") ~= date.last:sub(1, 4)
    local joined = like and figure:before(400):match(like.text:gsub("%W", "%%%0") .. "(.*)$")
    if joined and joined:find(";", 1, true) then return end -- another clause, of others
    if like.period == figure.period and not far then
      report { at = date, related = { first, like }, values = { figure = figure } }
    elseif like.period ~= figure.period then
      report.agrees { at = figure, related = like, how = like.period .. " ≠ " .. figure.period }
    end
  end,
}
