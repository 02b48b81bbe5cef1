-- whole_gap: English that wants no number where others have lost theirs.
--
-- is(place, doc): place is what stands behind the hole. The examples were seen in
-- published reports: over the next months, gross margin percent, US$ strength, "the
-- report , as said" of a converter that sets blanks before commas.

local whole_gap = {}

-- What a percent may be: gross margin percent, the determined percent of sales.
local NOUNED = re.new([[\b(?:margins?|ownership|tax|gross|operating|plan|owner|occupancy|growth|change|minimum|maximum|certain|specified|stated|fixed|]]
  .. [[(?:pre)?determined|given|same|equal|actual|quarterly|annual|monthly|weekly|included?|including|average|couple of|for|of|this|these|which|few|how many|sales|total|base)\s$]])

-- What stands behind the hole, and what may then stand before it and behind the place.
local WHOLE = {
  -- over the next months, in past weeks
  { re.new([[^(?:days|weeks|months|quarters|years|decades)\b]]), re.new([[\b(?:next|last|past|coming|following|previous|preceding|recent|ensuing|subsequent)\s$]]), re.new([[^(?! or so\b)]]) },
  { re.new([[^(?:percent|per cent)\b]]), NOUNED, nil, re.new([[\b(?:cost|a total) of\s$|\b(?:rose|grew|fell) for\s$]]) },
  { re.new([[^(?:Million|Billion|Thousand|Percent|Days?|Years?)$]]), nil, re.new([=[^ [A-Z][a-z]]=]) }, -- Million Hearts
  -- on the 24 th day; fir st, a nd, th e: what a converter tore
  { re.new([[^(?:st|nd|rd|th)$]]), re.new([[\d\s?$|\b(?:fir|tre|lea|wor|mo|ju|lo|mu|po|(?!of|in|on|to|by|at|as|an|is|or|my|no|so|it|mid)[b-z][a-z]?)\s$]]), nil },
  { re.new([[^nd$]]), re.new([[(?:\b[Aa]|[a-z]e)\s$]]), nil },
  { re.new([[^th$]]), nil, re.new([[^ (?:e|is|rough|at|ese|ose|ere|eir|an|en|em|ings?|ree|ough|ink|us|under|rough|e[a-z]+)\b]]) },
  { re.new([[^-(?:days?|weeks?|months?|years?|hours?|quarters?)\b]]), re.new([[\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s$]]), nil }, -- one -year terms
  { re.new([[^or$]]), re.new([[\bg[ia]ves? rise to\s$|\bgiv(?:ing|en) rise to\s$]]), nil },
  -- fell by more than spreads had risen, by less than profits
  { re.new([[^[a-z]+s$]]), re.new([[\bby (?:much |far |slightly |somewhat )?(?:more|less) than\s$]]), re.new([[^(?:[.,;]| (?:ha[ds]|have|did|do|were|was|are|is)\b)]]) },
  -- US$ strength, movements of S$ against others, the S$ regained
  { re.new([[^(?:US|S|A|NZ|C|HK|M|NT)\$$]]), nil, re.new([[^ (?:strength\w*|weak\w*|against|terms|apprec\w+|deprec\w+|denominated|exchange|rates?|funding|liquidity|regain\w*|rose|fell|gain\w*|lost|nominal|index|NEER|bonds?|appreciated|depreciated|interest|swap\w*|has|had|is|was|will)\b]]) },
  { re.new([[^(?:yuan|euro|dollar|pound|rupee)\b]]), nil, re.new([[^ (?:deprec|apprec|weak|streng|exchange|bond|rate|against)]]) },
  { re.new([[^\$\d]]), re.new([=[[A-Z]$]=]), nil }, -- R$2,35
  { re.new([[^[$£€]$]]), nil, re.new([[^ ?\(\d]]) }, -- $ (261): below zero
  { re.new([[^-$]]), nil, re.new([=[^ (?:and|or|to) \d+-[a-z]]=]) }, -- the 1994- and 2000-based series
  { re.new([[^[–-]$]]), re.new([[\bNote \d+$]]), re.new([=[^ [A-Z]]=]) }, -- Note 2– Policies
  { re.new([[^[.,;]$]]), re.new([[\b(?:or|and|as|be|is|are|been)(?: [a-z]+ly)? [a-z]+ed by\s?$]]), nil }, -- as reduced by, among others
  { re.new("^,$"), re.new([[\b(?:by|to|of|at|from|than|in|about|around)\s?$]]), re.new([[^ (?:on|in|at|for|as|to|with|among|say|even|roughly|approximately|respectively|inter|first|if)\b[^,.;]{0,30},]]) }, -- by, on average,
  { re.new([[^(?:includes?|excludes?|shows?|does|is|reflects?)\b]]), re.new([[\bNotes?: (?:This |The )?(?:Figure|Table|Chart|Map)\s$]]), nil },
}

-- – since 2019–, between dashes.
local OPENED = re.new([[(?:^|\s)–[A-Za-z][^–]*$]])

-- Does a blank stand before commas and stops in this text, number or none?
local LOOSE = re.new([[[A-Za-z)] [.,;](?:\s|$)]])
local MANY = 3
local loose = memo()
local function is_loose(doc)
  if loose[doc] == nil then
    local n = 0
    for _, s in ipairs(doc.sentences) do
      if n < MANY and LOOSE:find(s.text) then n = n + 1 end
    end
    loose[doc] = n >= MANY
  end
  return loose[doc]
end

function whole_gap.is(place, doc)
  local text = place.text
  local before, after
  for _, row in ipairs(WHOLE) do
    if row[1]:find(text) then
      before, after = before or place:before(48), after or place:after(24)
      if (not row[2] or row[2]:find(before)) and (not row[3] or row[3]:find(after)) and not (row[4] and row[4]:find(before)) then return true end
    end
  end
  if text == "–" and OPENED:find(place:before(300)) then return true end
  return text:find("^[.,;]$") ~= nil and place:before(1) == " " and is_loose(doc)
end

return whole_gap
