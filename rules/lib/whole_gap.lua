-- whole_gap: words that want no number where others have lost theirs.
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
  -- declined by from 0.5 percent to 5.5 percent; decreases of from 1.0 to 11.0 percent
  { re.new([[^from$]]), re.new([[\b(?:by|of)\s$]]), re.new([[^ (?:about |roughly |around )?[$£€]?\d[\d.,]*(?:[a-z %]{0,10}) (?:to|through) ]]) },
  { re.new([[^[A-Z][a-z]+$]]), re.new([[\b[A-Z][a-z]+ Table\s$]]), nil }, -- the Economists Round Table Meeting
  { re.new([[^(?:million|billion|trillion)$]]), re.new([[\bfirst\s$]]), re.new([[^[ -]dollar]]) }, -- the city's first billion dollar project
  { re.new([[^(?:percent|per cent)$]]), re.new([[\b(?:largest|highest|biggest|smallest|lowest|greatest)\s$]]), re.new([[^ (?:to|so|that|who|which|in|since)\b]]) },
  { re.new([[^(?:percent|per cent)$]]), nil, re.new([[^ shares? of \d]]) }, -- with percent shares of 35 compact, 34 intermediate
  { re.new([[^level$]]), re.new([[\bas\s$]]), re.new([[^ (?:or|and|with)\b]]) }, -- describe sales as level or rising
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
  -- within weeks of the attack, litigated over years, out of use for weeks
  { re.new([[^(?:weeks|months)\b]]), re.new([[\b(?:within|over|for)\s$]]), re.new([[^(?: of (?!(?:age|onset|symptom|birth|diagnosis|exposure|vaccin|life|follow)\w*)|[.,;])]]) },
  { re.new([[^years\b]]), re.new([[\b(?:over|for)\s$]]), re.new([[^ of (?!age|life|follow|education|school|experience)]]) },
  -- for each additional percentage point; the estimated percentage point difference
  { re.new([[^(?:percentage points?|pp)\b]]), re.new([[\b(?:additional|each|every|per)\s$]]), nil },
  { re.new([[^percentage point$]]), nil, re.new([[^ (?:diff|gap|chang|spread)]]) },
  -- start highlight5.6end highlight percentage points: what a converter made of a mark
  { re.new([[^(?:percentage points?|percent|per cent|%)]]), re.new([=[[a-z]\d[\d.,]*[a-z]+ [a-z]+\s$]=]), nil },
  -- the % that had no access, one of the lowest % in science, a 20+% share, 33-1/3rd per cent
  { re.new("^%$"), re.new([[\b(?:the|lowest|votes?)\s?$]]), re.new([[^(?: (?:that|being|in the|in [A-Z])|,)]]) },
  { re.new("^(?:%|per ?cent)$"), re.new([[\d(?:\+|st|nd|rd|th)\s?$]]), nil },
  { re.new("^Since$"), nil, re.new("^,") }, -- Since, in this matter, it is so
  { re.new("^from$"), re.new([[\beffect to\s$]]), nil },
  { re.new("^in$"), re.new([[\b[Aa](?:part|side) from\s$]]), nil },
  { re.new("^(?:and|or)$"), re.new([[-aged\s$]]), nil }, -- middle-aged and older adults
  { re.new("^of$"), re.new([[\b(?:spill|spilled|hand|take) over\s$]]), nil },
  { re.new("^(?:million|billion)$"), nil, re.new("^-") }, -- other than million-ton plants
  { re.new("^%$"), nil, re.new("^ Change") },
  { re.new("^and$"), re.new([[\b(?:was|were|is|are)\s$]]), re.new([[^ (?:is|are|was|were|will|remains?)\b]]) },
  { re.new("^times$"), re.new([[\bas\s$]]), re.new("^ of") },
  { re.new([[^(?:week|day|month|quarter|page|chapter|grade|phase)$]]), nil, re.new([[^ \d]]) }, -- until about week 25
  { re.new([=[^(?:US|Rs)?[$£€]?$]=]), nil, re.new([[^ ?(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|hundred)\b]]) },
  { re.new("^million$"), nil, re.new([[^ plus\b]]) }, -- cities of million plus
  { re.new("^[–-]$"), re.new([=[[\[(]\d$]=]), re.new([=[^\\?\([A-Z]]=]) }, -- [1–(PPV×VE)]: a formula
  { re.new([[^shows?$]]), re.new([[\bThe Figure\s$]]), nil }, -- the only one
  -- dozens of percent, the number of square feet
  { re.new("^"), re.new([[\b(?:dozens|tens|hundreds|scores|thousands|millions|billions|couple|number|lots?) of $]]), nil },
  -- a small percent of farmers, the quarter per cent differential
  { re.new([[^per ?cents?$]], "i"), re.new([[\b(?:(?:very |quite )?(?:small|large|siz(?:e)?able|high|low|good|certain|substantial|significant|considerable|fair|growing)|smaller|larger|greater|higher|lower|(?<!\d )quarter|(?<!\d )half) $]]), nil },
  { re.new([[^from$]]), re.new([[\b(?:of|by) $]]), re.new([[^ \d[^.;()]{0,24}? to \d]]) }, -- gains of from 3 to 11 percent
  { re.new([[^(?:minutes|hours|days)$]]), re.new([[\bwithin $]]), re.new([[^ of\b]]) }, -- quit within days of being hired
  -- the decrease in gross profit percent in 2019; the baseline percent minus that of the follow-up
  { re.new([[^per ?cent$]]), re.new([[\b(?:increase|decrease|change|decline|rise|fall|reduction|improvement|difference)s? in (?:[a-z-]+ ){1,5}$]]), nil },
  { re.new([[^per ?cent$]]), nil, re.new([[^ (?:minus|plus|times|less|(?:divided|multiplied) by)\b]]) },
  { re.new([[^per ?cent$]]), re.new([[\b(?:minus|plus|times|less|(?:divided|multiplied) by) (?:the )?(?:[a-z-]+ ){1,2}$]]), nil },
  -- what a note says all cells are: values are % (95% CI), indirect cost = % of total cost
  { re.new("^%$"), re.new([[\b(?:[Vv]alues|[Dd]ata|[Ee]stimates|[Rr]esults|[Ff]igures|[Nn]umbers|[Cc]ells|[Ee]ntries|[Rr]ates|[Pp]ercentages) (?:shown |given |presented )?(?:are|is|as|in)\s$]]), re.new([[^ ?(?:\(|unless\b|of\b|and\b|,|\.)]]) },
  { re.new("^%$"), re.new([=[[a-z]\s=\s$]=]), re.new([=[^ of (?:the )?[a-z]]=]) },
  -- aged 80 years or older (vs 60–79 y): the class told before is the other side
  { re.new([[^vs\.?$]]), re.new([[\b(?:older|younger|aged|over|above|under|below)\s?\($]]), re.new([[^ [\d–-]+ (?:years?|y|yrs?|months?)\b]]) },
  { re.new([[^years$]]), re.new([[\b(?:trends?|changes?|averaged?|variations?|differences?|growth) over\s$]]), nil }, -- a trend over years
  { re.new([[^\.$]]), nil, re.new([[^ ?\. ?\.]]) }, -- . . .: what a quotation leaves out
  { re.new("^;$"), nil, re.new([[^\d+ =]]) }, -- a blank on the wrong side: 5 = low ;6 = high
  { re.new([[^savings$]]), re.new([[\b[Aa]n? [a-z]+\s$]]), re.new([[^ of [$£€]?\d]]) }, -- an estimated savings of $6.4
  { re.new([[^(?:several|many|few|some|once|twice|half|one|two|three|four|five|six|seven|eight|nine|ten|dozens?)\b]]), re.new("[≥≤<>]\\s?$"), nil },
  { re.new([=[^[A-Z][a-z]+]=]), re.new([=[’s (?:Table|Box|Note|Figure|Section)\s$|'s (?:Table|Box|Note|Figure|Section)\s$]=]), nil }, -- Eating at America's Table Study
  { re.new("^=$"), nil, re.new([=[^\s?[*_]*\s?\.[*_]+\d|^\s?[*_]+\s?\.\d]=]) }, -- *P =* .*01: the marks of a converter
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

-- (Figure ): of a document that has one, nowhere with a number.
local REFERRED, OPENING, CLOSING = re.new([[^(?:Figure|Table|Box|Map|Chart|Exhibit|Appendix)$]]), re.new([[\((?:[Ss]ee )?(?:(Figure|Table|Box|Map|Chart|Exhibit|Appendix)\s)?$]]), re.new([[^\s?\)]])
local numbered = memo()
local function is_numbered(doc, word)
  local key = doc.name .. "/" .. word
  if numbered[key] == nil then
    local with_number = re.new("\\b" .. word .. "s?\\s\\d")
    numbered[key] = false
    for _, s in ipairs(doc.sentences) do
      if with_number:find(s.text) then numbered[key] = true break end
    end
  end
  return numbered[key]
end
local function is_only_one(place, doc)
  local text, word = place.text, nil
  if REFERRED:find(text) then
    word = OPENING:find(place:before(8)) and CLOSING:find(place:after(2)) and text
  elseif text == ")" then
    word = OPENING:match(place:before(20))
  end
  return word and word ~= "" and not is_numbered(doc, word)
end

-- docid=f:h3590enr.txt, ?q=: an address has no figures to lose.
local ADDRESS = re.new([[(?:https?:|www\.)[^\s]*$]])

-- Chinese: what the word is, what stands before it and what behind.
local HAN = {
  -- 家是最小国, 把片区当成家, 以店为家, 演到家门前, 我的家位于; 有家保险, 贝好家 and 纪立家 are names
  { re.new("^家"), nil, re.new("^(?:是|有|位于|门|里|中|庭|一体|乡|园|长|务|的|保险|团队|成功)") },
  { re.new("^家$"), re.new("(?:为|成|作|是|与|的|回|归)$"), re.new("^[,。;、一]") },
  { re.new("^人$"), re.new("国$"), nil }, -- 约1000万美国人
  { re.new("^人$"), re.new("(?:培养|锻炼|教育|感动|激励|塑造|吸引|形成)$"), re.new("^[,。;、海]") },
  { re.new("^万里"), nil, nil }, -- 黄河万里
  { re.new("^纳米"), nil, nil },
  { re.new("^(?:厘米|毫米|分米|微米|米)$"), nil, re.new("^级") },
  { re.new("^万家$"), re.new("[映进入暖亮照惠]$"), nil },
  { re.new("^海里"), re.new("[到在入进从出]$"), nil },
  { re.new("^天$"), re.new("(?:高于|大于|大过|高过)$"), nil },
  { re.new("^[颗辆架艘台座]$"), re.new("单$"), nil },
  { re.new("^笔$"), re.new("算了$"), nil },
  { re.new("^套"), re.new("(?:阿克|乌勒|河)$"), nil }, -- 阿克套, 河套
  { re.new("^场$"), nil, re.new("^次数") },
  { re.new("^件$"), re.new("(?:服务办|政务办|答复)$"), nil },
  { re.new("^项$"), re.new("(?:关键|必[选考答]|[可优]选|[加减扣得]分|强|弱|短板)$"), nil },
  { re.new("^[万亿]"), re.new("(?:[内到达到于了的]上|不过|可达|动辄|数以)$"), nil }, -- 不过万元, 上亿摄氏度
}
-- 转移至扶手处: where it is. 大河家、刘集、柳沟等乡镇: names side by side.
local AT, PLACE = re.new("^处$"), re.new("(?:在|至|从|于|往|向|距|经|(?<![加扩展升达])到)[^,。;\\d]{2,16}$")
local NAMES = re.new("^、[一-龥]{2,6}、[一-龥]{2,8}(?:等|和|、)")
local ONE_WORD = re.new("^[一-龥]$")
-- 196.40 at the end of a line and 万元 on the next; 部 件 in a narrow cell, 所 and 致 of two.
local ENDS_IN_FIGURE, TORN = re.new("\\d\\s*$"), re.new("^\\s+[一-龥]")
local WORDS_TORN = re.new("[一-龥]\\s[一-龥]")
local LEAST_TORN = 3
local function is_torn(place)
  if place:before(1) == "" then
    local above = place.block.previous
    return above ~= nil and ENDS_IN_FIGURE:find(above.text) ~= nil
  end
  local below = place.text == "所" and place:after(1) == "" and place.block.next
  if below and below.text:find("^致") then return true end
  if not TORN:find(place:after(4)) or not (place.sentence and place.sentence.cell) then return false end
  local n = 0
  for _ in WORDS_TORN:gmatch(place.sentence.text) do n = n + 1 end
  return n >= LEAST_TORN
end
local function is_whole_zh(place)
  local text = place.text
  if AT:find(text) and PLACE:find(place:before(20)) then return true end
  if ONE_WORD:find(text) and NAMES:find(place:after(18)) or is_torn(place) then return true end
  for _, row in ipairs(HAN) do
    if row[1]:find(text) and (not row[2] or row[2]:find(place:before(4))) and (not row[3] or row[3]:find(place:after(4))) then return true end
  end
end

-- </p>, <br />: text that kept its marks.
local TAG = re.new([=[^/|^[a-z]{1,10}[ />]]=])
local function is_in_tag(place)
  if place.text == "<" then return TAG:find(place:after(12)) ~= nil end
  return place:before(1) == "<" and TAG:find(place.text .. place:after(12)) ~= nil
end

function whole_gap.is(place, doc)
  if is_in_tag(place) then return true end
  if doc.lang == "zh" then return is_whole_zh(place) == true end
  local text = place.text
  local before, after
  if ADDRESS:find(place:before(200)) then return true end
  for _, row in ipairs(WHOLE) do
    if row[1]:find(text) then
      before, after = before or place:before(48), after or place:after(24)
      if (not row[2] or row[2]:find(before)) and (not row[3] or row[3]:find(after)) and not (row[4] and row[4]:find(before)) then return true end
    end
  end
  if is_only_one(place, doc) then return true end
  if text == "–" and OPENED:find(place:before(300)) then return true end
  return text:find("^[.,;]$") ~= nil and place:before(1) == " " and is_loose(doc)
end

return whole_gap
