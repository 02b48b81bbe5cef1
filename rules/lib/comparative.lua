-- comparative: 214.8 Mtoe, 1.2% higher than in 2011 (212.2 Mtoe); $672 million were
-- higher than the $606 million before. What both sides have in brackets is
-- compared-sides'.
--
-- patterns for on.pattern, and check(m): -1, 0 or 1 as the words disagree with
-- the two figures, leave it open, or agree; then the places.

local comparative = {}

local WORD = [[\b(?<w>[Hh]igher|[Ll]ower|[Gg]reater|[Ss]maller|[Ll]arger|[Mm]ore|[Ll]ess|[Ff]ewer|[Ss]teeper)\b]]
local AMOUNT = [[(?<![\d.,–-])(?<!to )(?<!and )[$£€]?\d[\d,]*(?:\.\d+)?]]
local UNIT = [[(?<u>%| (?:million|billion|thousand|trillion|per cent|[A-Za-z]{2,8})\b)]]

comparative.patterns = {
  [[(?<a>]] .. AMOUNT .. [[)]] .. UNIT .. [[(?:[^.;()\d]|\([^()]{0,50}\)){0,40}?, (?:or |which (?:was|is) |a figure )?(?:about |approximately )?]]
    .. [[[$£€]?\d[\d,.]*(?:%| ?[a-z]+(?: points)?)(?: \([^()]{1,30}\))? ]] .. WORD .. [[[^.;()\d]{0,25}\bthan\b(?:[^.;()\d]|(?:19|20)\d\d\b){0,70}?\(?(?<b>]]
    .. AMOUNT .. [[)\k<u>(?! ?(?:to|and|–|-) ?[$£€]?\d)]],
  [[(?<a>]] .. AMOUNT .. [[)]] .. UNIT .. [[(?:[^.;()\d]|\b(?:19|20)\d\d\b|\b[QH]\d\b){0,60}?(?:,| was| were| is| are) ]] .. WORD .. [[ than (?:the |in (?:19|20)\d\d \()(?<b>]]
    .. AMOUNT .. [[)\k<u>(?! ?(?:to|and|–|-) ?[$£€]?\d)]],
  -- around 11 per cent, which is lower than the average growth of 12.5 per cent
  [[(?<a>]] .. AMOUNT .. [[)]] .. UNIT .. [[(?:[^.;()\d]|\b(?:19|20)\d\d\b|\b[QH]\d\b){0,60}?(?:, (?:or |and |but |which (?:is|was) )?| was| were| is| are| and) (?:still |also |even )?(?:much |far |well |slightly |somewhat |significantly |substantially |considerably |marginally |a little )?]]
    .. WORD .. [[ than (?:the |an? |its |our |last year's )(?:[a-z]+ ){0,2}?(?:averages?|figures?|targets?|estimates?|forecasts?|projections?|rates?|levels?|growth|sum|amount|total|budget|provisions?|increases?|median|mean)(?: [a-z]+){0,2} of (?:about |around |over )?(?<b>]]
    .. AMOUNT .. [[)\k<u>(?! ?(?:to|and|–|-) ?[$£€]?\d)]],
  -- ranked the highest with 20.6 per cent, followed closely by Y (17.5 per cent)
  [[\b(?<w>highest|lowest|largest|smallest|most|least)\b[^.;()\d]{0,60}(?:with|at|of|,|\() (?:about )?(?<a>]] .. AMOUNT .. [[)]] .. UNIT
    .. [[(?:[^.;()\d]|\.\d|\b(?:19|20)\d\d\b){0,60}?,? (?:closely )?followed (?:closely )?by [^.;()\d]{0,90}?\(?(?<b>]] .. AMOUNT .. [[)\k<u>]],
}

local MOST = { highest = true, lowest = true, largest = true, smallest = true, most = true, least = true }
local UP = { highest = true, largest = true, most = true, higher = true, greater = true, larger = true, more = true, steeper = true }
local AGAIN = re.new([[\b(?:higher|lower|greater|smaller|larger|more|less|fewer|steeper|not|no|nor|neither|except|but|while|whereas)\b]], "i")

local function figure(text) return decimal((text:gsub("[%%,$]", ""):gsub("£", ""):gsub("€", ""))) end

-- Another comparative of the sentence (higher in those with lower income), or
-- a negation, leaves open what is compared.
local function alone(m)
  local n = 0
  for _ in AGAIN:gmatch(m.text) do n = n + 1 end
  local lead = m.text:sub(1, (m.text:find(m.w, 1, true) or 1) - 1)
  if lead:find(" and %l") or lead:find(" and$") then return false end -- treble the rate of 6.7% and was higher than
  if MOST[m.w] then return n == 0 end
  local at = m.sentence.text:find(m.text, 1, true)
  local before = m.sentence.text:sub(1, (at or 1) - 1)
  return n == 1 and not AGAIN:find(before)
end

-- -1, 0 or 1, the places, and the first figure as printed.
function comparative.check(m)
  if not alone(m) or (m.a:find("%", 1, true) == nil) ~= (m.b:find("%", 1, true) == nil) then return 0 end
  local up, a, b = UP[m.w:lower()] or false, figure(m.a), figure(m.b)
  if a == b then return 0 end
  return (a > b) == up and 1 or -1, { m:place("a"), m:place("b") }, m.a
end

return comparative
