-- Sales increased by 3%. The decrease was due to …: what a sentence takes up
-- goes the way of the sentence before.
local UP = [[increas(?:e[sd]?|ing)|rises?|rose|risen|gr[eo]w[ns]?|climbed|surged|jumped|higher|(?:was|were) up]]
local DOWN = [[decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|falls?|fell|fallen|drop(?:s|ped)?|reduc(?:tions?|e[sd]?|ing)|lower|fewer|contract(?:ed|ion)|shrank|shrunk|slipped|slid|(?:was|were) down]]
local WAY = re.new([[\b(?:(]] .. UP .. ")|(" .. DOWN .. [[))\b(?<!up|down)|\b(?:was|were) (?:up|down)(?= by\b| [$£€]?\d)]], "i")
local IS_UP = re.new([[^(?:]] .. UP .. ")$", "i")
local CAUSE = re.new([[\b(?:due to|because|as a result|owing to|offset|excluding|despite|although|while|primarily|mainly|largely|principally|driven|attribut\w+|reflect\w+|resulting|caus\w+)\b]])
-- What says of nothing that it went a way.
local OPEN = re.new([[\b(?:not?|nor|without|if|would|could|(?-i:may)|might|expected|slow\w*|pace|limit|outside|other than|accounted for)\b]], "i")

-- The noun of a change and what it is of: The net decrease in cost of sales was.
local OF = [[(?: (?:in|of|to) (?:the |our |its )?(?<of>[A-Za-z][^,.;:()\d$£€%]*?))?]]
local VERB = [[ (?:was|is|were|are|reflect\w*|results?|resulted|primarily|mainly|largely|due|relate\w*|came|represent\w*|from|attribut\w+|stem\w*|can be|includ\w+|for|in|during|between|compared|over|has|have|had) ]]
local ECHO = [[^(?:(?:For|In|During|Over) [^,.;]{2,60}, )?(?:[Tt]he|[Tt]his) (?:net |overall |significant |sharp |slight |large |total |further |year-over-year )?(?<way>increase|rise|decrease|decline|reduction|fall|drop)]]
  .. OF .. [[(?: of [$£€]?\d[\d.,]*%?(?: million| billion)?(?:,? or [\d.]+%,?| \([\d.]+%\))?)?]] .. "(?=" .. VERB .. ")"
-- The fall in energy prices and rents, together with: of what is open; not: in 2019.
local OF_OTHER = re.new([[^ (?:in|of|to) (?!(?:19|20)\d\d|[$£€\d]|the (?:first|second|third|fourth|last|current|prior|quarter|year|period|three|six|nine|twelve)\b|fiscal|both|this|each|20)]])
-- use has grown, but that decline has stalled; factors for this growth
local TAKEN = [[(?<of>)(?<!^)(?:\b(?:this|these|such)|(?<=\bof|\bbut|\bfor|\bfrom|\bwith|\bby) that) (?:[a-z-]+ )?(?<way>increase|rise|growth|decrease|decline|reduction|(?<!this )fall|drop)\b(?! in\b| of [a-z]| of the)]]
local PART = re.new([[(?:[;:(]|\bwhile\b|\bwhereas\b|\balthough\b)[^;:(]*$]])
local HEADLESS = re.new([=[^[a-z]]=]) -- a line that was parted from its head
local GLUED = "[%%%d%l]%.%u" -- and 3.2%.In May: two sentences run into one
local TAKEN_UP = re.new([[\b(?:[Tt]he|[Tt]his|[Tt]hese|[Ss]uch|[Tt]hat)\s(?:[a-z-]+\s)?(?:increases?|decreases?|declines?|rises?|reductions?|falls?|drops?|growth|changes?|improvements?)\b]])
local YEAR = re.new([[\b(?:19|20)\d\d\b]])
local AHEAD = 120 -- bytes of a sentence that say of which years it is
local SMALL = { the = true, of = true, and_ = true, our = true, its = true, net = true, total = true }

local function stem(word) return (word:lower():gsub("ies$", ""):gsub("[ey]?s?$", "")) end

-- Which way the main clause goes, and the word that says so; nil: both or none.
local function way_in(text, sentence)
  if OPEN:find(text) or TAKEN_UP:find(text) then return nil end
  local found, place
  local from = 1
  while true do
    local a, b = WAY:find(text, from)
    if not a then return found, place end
    local up = IS_UP:find(text:sub(a, b)) ~= nil
    if found ~= nil and found ~= up then return nil end
    found, place, from = up, place or sentence:place(a, b), b + 1
  end
end

local function way_of(sentence)
  local text = sentence.text
  local stop = CAUSE:find(text)
  return way_in(stop and text:sub(1, stop - 1) or text, sentence)
end

-- $1.2 million compared with $1.5 million; $1.2 and $1.5 million in 2019 and
-- 2018, respectively: which way the first went, and the figures.
local AGAINST = re.new([[\b(?:compared|versus|against|vs\.?)\s]])
local OTHER_SIGN = re.new([[\b(?:loss\w*|income|gains?|profit|benefit|deficit|surplus|provided|used|earnings)\b]])
local function levels_of(sentence)
  local levels, years = {}, {}
  for _, claim in ipairs(sentence.claims) do
    if claim.kind == "period" or claim.kind == "date" then
      years[#years + 1] = claim.year or 0
    elseif claim.is_claim and claim.value and claim.kind ~= "duration" and claim.kind ~= "age" then
      if claim:before(1) == "(" or claim.value:lt(0) then return {}, years end
      levels[#levels + 1] = claim
    end
  end
  return levels, years
end

local function between(a, b)
  local text = a.sentence.text
  local from = text:find(a.number_text, 1, true)
  local to = from and text:find(b.number_text, from + #a.number_text, true)
  return to and text:sub(from, to) or ""
end

local function way_of_levels(sentence)
  local levels, years = levels_of(sentence)
  local a, b = levels[1], levels[2]
  if not (b and a.kind == b.kind and a.unit == b.unit and a.amount.low and b.amount.low) or OPEN:find(sentence.text) then return nil end
  local gap = between(a, b)
  if #levels == 2 and AGAINST:find(gap) then
    if OTHER_SIGN:find(gap) then return nil end
  elseif #levels ~= #years or years[1] ~= years[2] + 1 then
    if #levels ~= 2 or #years ~= 2 or years[2] ~= years[1] + 1 then return nil end
    a, b = b, a
  end
  if a.value == b.value then return nil end
  if a.amount.low >= b.amount.high then return true, a, b end
  if a.amount.high <= b.amount.low then return false, a, b end
end

-- Are all words of the noun in the sentence?
local function speaks_of(sentence, noun)
  local words = {}
  for word in sentence.text:gmatch("%a+") do words[stem(word)] = true end
  for word in noun:gmatch("%a+") do
    if not SMALL[word:lower()] and word ~= "and" and not words[stem(word)] then return false end
  end
  return true
end

-- Is the last year that it is of one that the sentence before does not name?
local function of_other_year(sentence, before)
  local last
  local text = sentence.text
  local cause = CAUSE:find(text)
  if cause then text = text:sub(1, cause - 1) end
  local ahead = #text > AHEAD and text:sub(1, utf8.offset(text, 0, AHEAD + 1) - 1) or text
  for year in YEAR:gmatch(ahead) do last = math.max(last or 0, tonumber(year)) end
  return last and YEAR:find(before.text) and not before.text:find(tostring(last), 1, true)
end

local TAKES = re.new("^(?:this|these|such| ?that)\\b")
local PAST = re.new([[^(?:increased|rose|risen|grew|grown|climbed|surged|jumped|decreased|declined|fell|fallen|dropped|contracted|shrank|slipped|slid)$]], "i")
local MORE = re.new([[^ (?:more|less|out|into|further apart|under|behind|short)\b]])
local function tell(m, report, up, place)
  if not PAST:find(place.text) or MORE:find(place:after(12)) then return end
  local way = m:place("way")
  local told_up = IS_UP:find(m.way) ~= nil or m.way == "growth"
  if told_up == up then
    report.agrees { at = way, related = place, how = place.text .. ": " .. m.way }
  else
    report { at = way, related = place, values = { way = m.way, word = place.text } }
  end
end

local function judge_taken(m, report)
  if m.sentence.cell then return end
  local text = m.sentence.text
  local from = text:find(m[0], 1, true)
  local ahead = from and text:sub(1, from - 1) or ""
  local part = PART:find(ahead)
  local up, place = way_in(ahead, m.sentence)
  if up ~= nil then return part == nil and tell(m, report, up, place) end
  if WAY:find(ahead) then return end
  local before = m.doc.sentences[m.sentence.index - 1]
  if not before or before.block ~= m.sentence.block or of_other_year(m.sentence, before) or HEADLESS:find(before.text) then return end
  up, place = way_of(before)
  if up ~= nil then tell(m, report, up, place) end
end

return {
  api = 1,
  id = "echoed-change",
  severity = "warning",
  languages = { "en" },
  on = { pattern = { ECHO, TAKEN } },
  summary = {
    zh = "上句说上升，下句承接时却说“这一下降”",
    en = "what rose in one sentence is called the decrease in the next",
  },
  explain = {
    zh = [[“Sales increased by 3%. The decrease was due to …”：下句用 the decrease 承接上句的变动，方向应当一致。上句主句的
变动词方向须一致（原因从句不计），the decrease in X 的 X 须全在上句之中。this growth、but that decline 承接其前的动词。]],
    en = [["Sales increased by 3%. The decrease was due to …": the noun takes up what the sentence before told, so both
go one way. All words of change in that sentence, up to its reasons, must agree, and what the noun is said to be of
(the decrease in net sales) must be named there. "This growth" and "but that decline" take up the verb before them, in one
sentence or two.]],
  },
  messages = {
    levels = { zh = "“{way}”承接的上句数字为 {word}", en = "“{way}” takes up {word} of the sentence before" },
    base = { zh = "“{way}”承接的前文是“{word}”", en = "“{way}” takes up what was said to have “{word}”" },
  },
  examples = {
    bad = {
      { [[Service revenue increased by $3.1 million in 2019. The decrease was primarily due to higher volumes.]], at = "decrease" },
      { [[Cost of sales decreased 4% to $1.2 million. The increase in cost of sales was due to lower volumes.]], at = "increase" },
      { [[Net cash used in investing decreased $43 million for fiscal 2018 as compared to fiscal 2017. The increase was primarily due to cash paid for the 2016 acquisition.]], at = "increase" },
      { [[Annual inflation in food fell by 1.59% to 12.87% in May. This rise stemmed from the unprocessed food group.]], at = "rise" },
      { [[Free cash flow shrank 1.2% to S$3.65 billion. The increase was driven by lower capital expenditure.]], at = "increase" },
      { [[Gross margin was 56.9% and 64.9% for fiscal years 2023 and 2022, respectively. The increase in gross margin was primarily due to inventory provisions.]], at = "increase" },
      { [[Dividend payments were $11.0 million in 2024 and $10.5 million in 2023. The decrease in dividend payments was driven by a new rate.]], at = "decrease" },
      { [[Earnings per share were $14.91 in fiscal 2024 compared to $15.11 in fiscal 2023. The increase in earnings per share was small.]], at = "increase" },
      { [[The number of ferries has grown, but that decline has stalled during the past five years.]], at = "decline" },
      { [[The share of pupils who cycle rose to 35%, with most of that decrease occurring since 1980.]], at = "decrease" },
      { [[Since 2000, the number of gauges has fallen rapidly. Major reasons for this growth have been cheaper parts.]], at = "growth" },
    },
    good = {
      [[Sales of tents grew. Camp sites, which rose in number, will close this fall.]],
      [[The number of ferries has fallen, but that decline has stalled. The recession grew more serious. The town felt this decline. Measures will reduce fees. For others, such growth is welcome.]],
      [[Service revenue increased by $3.1 million in 2019. The increase was primarily due to higher volumes, and the decrease in costs was small.]],
      [[Gross margin increased 4%. The decrease in cost of sales was due to lower volumes.]],
      [[Costs did not increase in 2019. The decrease was due to lower volumes.]],
      [[Annual inflation in food fell by 1.59% in May. This decline stemmed from the unprocessed food group. Sales may have risen. The decrease was small.]],
      [[Prices rose and volumes fell. The decrease was due to the weather.]],
      [[Gross margin was 56.9% and 64.9% for fiscal years 2023 and 2022, respectively. The decrease in gross margin was due to inventory provisions.]],
      [[The tax was an expense of $3 million compared with income of $5 million. The decrease in the tax was due to losses.]],
      [[Sales abroad accounted for 53% and 56% in 2025 and 2024. The increase in sales was due to demand.]],
      [[Prices rose in the whole of the year before last in all of the groups of goods that the statistical office has in the b–c. The decrease in rates was small.]],
      [[Rates in the market had risen in May. The fall in the unemployment rate to 6.9%, below the threshold, and the surveys had moved them.]],
      [[Shares were 10 per cent higher this year. The decline in bond yields had probably contributed to it. They expected wages to rise by 5%. The fall in energy prices and easing bottlenecks, together with jobs, were expected to go on.]],
      [[Rates declined during 1991–2005. The increase in rates during 2005–2007 was observed in all groups.]],
    },
  },
  check = function(m, report)
    if TAKES:find(m[0]) then return judge_taken(m, report) end
    local before = m.doc.sentences[m.sentence.index - 1]
    if not before or before.block ~= m.sentence.block or before.cell or of_other_year(m.sentence, before) then return end
    local named = m.of and m.of ~= ""
    if HEADLESS:find(before.text) or before.text:find(GLUED) or not named and OF_OTHER:find(m:place("way"):after(30)) then return end
    if named and not speaks_of(before, m.of) then return end
    local up, place, base = way_of(before)
    if up == nil and named then up, place, base = way_of_levels(before) end
    if up == nil then return end
    local way, told = m:place("way"), base and place.text .. " / " .. base.text or place.text
    if (IS_UP:find(m.way) ~= nil) == up then
      report.agrees { at = way, related = { place, base }, how = told .. ": " .. m.way }
    else
      report { at = way, related = { place, base }, message = base and "levels" or "base", values = { way = m.way, word = told } }
    end
  end,
}
