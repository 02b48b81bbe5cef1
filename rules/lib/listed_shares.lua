-- listed_shares: shares of an English sentence that are said to be all of one whole:
-- 64% within a year, 25% in two years and the remaining 11% later; of total sales, 52%
-- in Asia, 33% in Europe and 15% in America.
--
-- pattern for on.pattern (what says that they are all), and read(m): the claims, or nil
-- where nothing says that they are all, or that each is of the same.

local prose = lib "prose"
local listed = {}

local LEAST, MOST, NEAR = 3, 9, 40
-- Near the last one: what is left.
local LEFT = [[\b(?:remaining|remainder|the rest|the balance|elsewhere|all others?|other (?:sources|countries|regions|areas|products|segments|purposes|uses|sectors|fuels|currencies|markets|parties|industries))\b]]
local REST = re.new(LEFT, "i")
-- Before the first: of what, and all of it.
local TOTAL = re.new([[\bof (?:the |our |its |their )?total\b|\b(?:consists?|consisted|comprised|composed|made up|broken down|divided|split)\b]], "i")
-- The last of classes of time or size has no end.
local OPEN = re.new([[\b(?:greater|more|longer|later|thereafter|beyond|after|over|above|older)\b]])
listed.pattern = LEFT .. [[|\bof (?:the |our |its |their )?total\b]]

-- Of what the shares are: rates of tax, discounts and what is owned add up to nothing.
local SHARED = re.new([[\b(?:account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|contribut|constitut|makes? up|made up|compris|consist|compos|provid(?:es|ed)|generat(?:es]]
  .. [[|ed)|supplie[sd]|c[ao]mes? from|allocat|spent|goes to|went to|invested|breakdown|split|divided|broken down|by (?:region|source|sector|area|type|segment|country|industry|purpose|destination]]
  .. [[|origin|use)|of (?:the|our|its|their) (?:land|area|forest|total)|realized|recognized|mature)]], "i")
local NO_SHARE = re.new([[\b(?:tax(?:es|ed)?|tariffs?|dut(?:y|ies)|discounts?|scores?|coverage|fees?|owns?|owned|stakes?|hold(?:s|ing)? of|support|turnout|probability|chance|turned out|discounted|income tranche|tranche|of (?:one|the (?:first|second|next|remaining)))\b]], "i")
-- Some may be told of several, or of a part, or of other times.
local OTHER = re.new([[\b(?:among|versus|vs|compared|(?<!less )(?<!more )(?<!greater )than|whom|which|including|includes?|each|both|multiple|more than one|increas]]
  .. [[|decreas|rose|fell|from \d|also|either|respectively|up|down|rates?|prevalence|average|customers|vendors|at least|or more|multiple|responses|answers|in (?:19|20)\d\d (?:and|to)|per annum|interest|compared|and (?:19|20)\d\d)\b]], "i")

local function shares(sentence)
  local out = {}
  for _, c in ipairs(sentence.claims) do
    if c.kind == "percent" then
      if not c.value or c:has("growth") or c.direction == "up" or c.direction == "down" or c.bound == "at_least" or c.bound == "less_than" then return nil end
      out[#out + 1] = c
    end
  end
  return #out >= LEAST and #out <= MOST and out or nil
end

-- Asked first: most sentences have none.
local function has_three(text)
  for _, sign in ipairs { "%", " per cent", " percent" } do
    local n, at = 0, 0
    repeat
      at = text:find(sign, at + 1, true)
      n = n + (at and 1 or 0)
    until not at or n == LEAST
    if n == LEAST then return true end
  end
  return false
end

function listed.read(m)
  if m.sentence.cell or m.sentence.doc.lang ~= "en" then return nil end
  local text = prose.text(m.sentence)
  if not text or not has_three(text) then return nil end
  if OTHER:find(text) or NO_SHARE:find(text) or not SHARED:find(text) then return nil end
  local list = shares(m.sentence)
  if not list then return nil end
  local first, last = list[1], list[#list]
  local tail = last:after(NEAR)
  tail = tail:match("^(.-)%. ") or tail
  local rest = REST:find(last:before(NEAR) .. " " .. tail) ~= nil
  if not rest and not (OPEN:find(tail) and TOTAL:find(first:before(2 * NEAR) .. " " .. first:after(NEAR))) then return nil end
  return list, rest
end

return listed
