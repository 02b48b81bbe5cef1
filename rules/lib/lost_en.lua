-- lost_en: words of English grammar that stand side by side, or before a mark, only
-- where the figure between them was lost. What stands where it was is the group `lost`.
local calendar = lib "calendar"
local MONTH = "(?:" .. calendar.MONTHS .. ")"
local YEAR = [[(?:19|20)\d\d]]
local END = [[(?=\s|$)]]
-- What stands before a place, `behind` included: words of a list, "s?" an s that may be there.
local function after(words, behind)
  local out = {}
  for word in words:gmatch("%S+") do
    out[#out + 1] = word:gsub("s%?$", ""):gsub("_", " ") .. behind
    if word:find("s%?$") then out[#out + 1] = word:sub(1, -3) .. "s" .. behind end
  end
  return "(?<=" .. table.concat(out, "|") .. ")"
end
local function whole(words) return (words:gsub("%S+", "\\b%0")) end
-- What has an amount, behind “of”. Such words are looked for last, where all else is rarer.
local QUANTITY = after(whole [[maximum minimum total average mean median sum amounts? rates? costs? values? balance provision income loss losses
charges? savings? consideration gains? expenses? expenditure revenues? sales prices? proportion shares? percentage deficit surplus
growth capacity scores? ratio age range target payments? prevalence incidence increases? decreases? declines? rises? falls?
reductions? investments? profits? dividends? fees? grants? population length depth height weight speed temperature]], [[\sof]])
-- a savings of. a maximum of on bonds; a loss of or 17% of revenue
local NO_AMOUNT = [[(?:[.;)](?=\s|$)|,(?<!cost of,)(?!\s(?:and|or)\s)(?=\s|$)|(?<=\s)(?:in|on|is|was|were|to|from|compared|during|by|has|had)\b(?!-)]]
  .. [[|(?<=\s)(?:or|and)(?=\s(?:about\s|approximately\s)?[$£€]?\d)|(?<=\s)for(?=\s(?:FY|fiscal|]] .. YEAR .. [[|the (?:year|quarter|month|period)|\d))]]
  .. [[|(?<= )per(?= (?:month|year|person|share|day|annum|hour|head|week|unit|household|tonne|100,000|1,000)\b))]]
local FIGURE = [[\d % percent per_cent million billion]]
-- What is told of a time or a place.
local TOLD = whole [[reported published recorded conducted completed founded enacted rates? ratio prices sales revenues? income growth profits? costs diagnosis census survey]]
  .. " " .. [[tions? ments? itys? siss? ances? ences? ships? isms? ures? ports? sectors? datas? levels? questions? plans? years? periods? studys?]]
-- What follows a date; a noun would have it for its attribute (on May 2019 prices).
local BEHIND_DATE = [[(?=[,.;)]|$| (?:the|we|our|it|there|an?|he|she|they|in|at|to|and|or|when|that|all|this|these|was|were|is|by|for|with)\b)]]

return {
  shapes = {
    [[\bof(?=\s?]] .. NO_AMOUNT .. ")" .. QUANTITY .. [[\s?(?<lost>]] .. NO_AMOUNT .. ")",
    [[\b(?<lost>of)(?=\sper ?cent\b)]] .. QUANTITY,
    [[\bto (?<lost>to|and) \d]],
    [[(?<![\d.,])\d{1,3}\.(?<lost>%)]], -- 0.% of visits
    MONTH .. [[ ]] .. YEAR .. [[\s?(?<lost>–)\s?]] .. YEAR .. [[(?=[),;.])]], -- (March 2020–2021)
    [[\b(?:factor|multiple) of\s?(?<lost>[(.,;])]],
    -- 26.2 million in. 5 to, 2.75% and, respectively; from 1 (never) to (always); 12 per.
    [[\sin(?=\s?[.;](?:\s|$))]] .. after(FIGURE .. " " .. TOLD, [[\sin]]) .. [[\s?(?<lost>[.;])]],
    [=[\b(?!Log|Sign|Check|Opt|Come|Plug|Built|Buy|Drop|Fill|Step)[A-Z][A-Za-z]*\sin\s?(?<lost>[.;])]=] .. END,
    [[\bcompared (?:to|with)\s?(?<lost>[.;)])]],
    [[(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )(?<!\bbeing )(?<!\boften )(?<!\busually )\bcompared (?:to|with)\s?(?<lost>,)]],
    [[\b(?:years|in|of|for|and|during|since|fiscal)\s(?<lost>,)\s]] .. YEAR,
    [[[a-z]\s(?<lost>,)\s[$£€]\d]],
    after(FIGURE, "") .. [[(?:\s(?:since|during|until|between|than)\s?(?=[.,;)])|\s(?:from|to|at|through|per)\s?(?=[.,;)])]]
      .. [[|\sby\s?(?=[.;)])|\s(?:and|or)\s?(?=[.;:]))(?<lost>[.,;):])]] .. END,
    after(FIGURE, "") .. [[\s(?:and|or),?\s(?<lost>respectively)\b(?!,? [$£€\d])]],
    [[\b(?:from|between)\s[$£€]?\d[\d,.]*%?\s(?:\([^()]{1,40}\)\s)?(?:to|and)\s(?<lost>\()(?!\d)]],
    [[\b(?:budgeted|estimated|valued|priced|stood|stands|remained|capped|fixed|recorded|projected|peaked) at\s?(?<lost>[.;,])(?!\s(?:or|and|but)\s)]] .. END,
    [[\b(?:of|to|by|at|for|than|reached|totall?ed|from|in) (?:about|approximately|around|nearly|almost|roughly)\s?(?<lost>[.,;)])(?!\s(?:and|or)\s)]] .. END,
    [[\b(?:amounted to|of|to|by|at|was|were|is|for|with|in) (?:more|less|fewer|greater) than\s?(?<lost>[.,;)])(?!\s(?:or|and|but)\s)]] .. END,
    [[\b(?:add|sum|total)(?: up)? to (?<lost>because|due)\b]],
    -- a preposition of time and none: in compared with 2018; from through 2029; by in 2024
    [[\b(?:in|during) (?<lost>compared|than|through(?= (?:19|20)\d\d))\b]],
    [[\bin (?<lost>was|were)\s(?=[$£€]?\d|about|approximately|nearly|mainly|primarily|due)]],
    [[\bfrom (?<lost>through|compared)\s]],
    [[\bof (?<lost>compared|or earlier)\b]],
    [[\b(?:in|since|before|by|from) (?<lost>or (?:earlier|later))\b]],
    [[\b(?:in|during|since|from|for|of|by|between) (?<lost>and)(?: in)?\s\d(?![^.;]{0,40} against\b)]], -- votes for and 3,212 against
    [[\bby (?<lost>in|on|during|from|since) ]] .. YEAR .. [[(?=[.,;)]|$| [a-z])]],
    [[\bby (?<lost>between) ]] .. YEAR .. [[ and ]] .. YEAR .. [[(?=[.,;)]|$)]],
    [[\b(?:during|from|in|for|between|since)\s(?<lost>--?|–)\s?]] .. YEAR,
    [[\b[Aa]ged?\s(?<lost>--?|–)\s?\d]],
    [[\b(?:\d|one|two|three|four|five|six|seven|eight|nine)\s(?<lost>in)\s\(\d]],
    [[\b(?:quarter|half|end|beginning|start|middle|spring|summer|autumn|winter|]] .. calendar.MONTHS .. [[) of\s?(?<lost>[.;)]|\b(?:on|was|were|compared|due|as|in|from|to)\b)]],
    [[\bfrom ]] .. YEAR .. [[ (?:to|through) (?<lost>there|it|we|was|were|the (?:number|total|rate|share|proportion|percentage|prevalence|population|average|median|mean|company|group|country|value|cost|amount|index|price|ratio))\b]],
    [[\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d+) (?:out )?of (?<lost>were|was|had|have|are|is|reported|did)\b]],
    [[\b[Tt]he (?<lost>were|had|have|are|has|is|was|and ]] .. YEAR .. [[|to \d+ (?:population|age))\b(?!-)]],
    -- a date with a part gone: on March 2019, June 30 and 2018, January 1–June
    [[(?<!based|report|data|focus|focused|statement|decision|update|note)\son (?<lost>]] .. MONTH .. [[) ]] .. YEAR .. BEHIND_DATE,
    [[^On (?<lost>]] .. MONTH .. [[) ]] .. YEAR .. BEHIND_DATE,
    MONTH .. [[\s\d{1,2},?\s(?<lost>and)\s]] .. YEAR,
    MONTH .. [[\s\d{1,2}\s?(?:–|--?)\s?(?<lost>]] .. MONTH .. [[)(?=[.,;)]|\s[a-z])]],
    [[\b(?:in|for|during|since|from|to|and|with|between|over|than|through|until) [Ff]iscal(?: years?)?\s?(?<lost>[.;)])]],
    [[\b[Ff]iscal\s(?<lost>was|were|we|to (?=fiscal|\d)|compared|includes?|included|our)\b]],
    [[\b(?:in|for|of|from|since|during|and|to|than)\s(?<lost>FY)(?=\s?[.,;)])]],
    -- a sign, a label or a unit with one side: n = ), (2018: ), within level, Form -K
    [[(?<![A-Za-z])(?<lost>[nN]\s?=)\s?(?:\)|(?:participants|respondents|patients|women|men|adults|children|students|cases|persons|people)\b)]],
    [=[(?<![A-Za-z])(?<lost>[nN]\s?=)\s(?!one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|number|sample|total|count)[a-z]{4,}]=],
    [[\((?<lost>\sof)\s\d]],
    [[\b(?:Table|Figure|Note|Appendix|Section|Chapter)\s(?<lost>[,;.])\s]],
    [[\([^()]{0,60}(?:\d|\b(?:a?OR|RR|HR|CI|PR|mean|median|range|IQR|SD|total|average))\s?[:=]\s?(?<lost>\))]],
    [[\b(?<!as )per (?<lost>(?!s)[a-z]{3,}(?<![sui])s)\b(?=\s(?:in|for|of|aged|and|among|per|from|to|who|during)\b|[.,;)])]],
    [[\b(?:is|was|were|are|which|yields?|raise|costs?|about|only|totall?ing|worth|spend|additional|exceeding|averaging|another|reaching) (?<lost>million|billion|trillion)\b(?!-)]],
    [[\b(?:within|as|included in|classified in)\s(?<lost>[Ll]evel)(?=\s?[.,;)]|\s(?:and|or|that|of the fair value|inputs|of the hierarchy))]],
    [[\bForms?\s(?<lost>-\s?[KQF])\b]],
    [[\b(?:[Ss]ee|[Rr]efer to|[Ii]n)\s(?<lost>Notes?)\s(?=[A-Z][a-z]+\s(?:[A-Z][a-z]|and|of|to|for))]],
    [[\bwithin (?<lost>days|months|years|hours|weeks|minutes)\s(?:before|prior)\b]],
    [[[a-z)]\s?=\s(?<lost>years|months|days|hours|weeks)(?=[).,;]|$)]],
    -- 61 (12%) boys and 40 () girls: a bracket that lost what its fellows have
    [[\(\d[\d.,]*%?\)[^.;()]{0,120}\s(?<lost>\(\s?\))]],
    [[\s(?<lost>\(\s?\))[^.;()]{0,120}\(\d[\d.,]*%\)]],
  },
}
