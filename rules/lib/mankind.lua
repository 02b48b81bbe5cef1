-- mankind: numbers of people, jobs or houses that no country, or not the world, has.
--
-- In: a match of the pattern. Out: the claim that is too large, or nil.

local mankind = {}

-- 11.86 billion urban jobs: no country has so many.
local COUNTED_BY = [[billion (?:[a-zA-Z.-]+ ){0,3}?(?:people|persons|population|inhabitants|residents|jobs|workers|taxpayers|students|]]
  .. [[pupils|children|households|families|houses|homes|patients|employees|adults|women|men|migrants|teachers|farmers|dwellings)]]
local PEOPLE = re.new(COUNTED_BY .. "$")
mankind.pattern = [[(?<unit>)(?<![\d.,$£€])\d[\d,]*(?:\.\d+)? ]] .. COUNTED_BY .. [[\b(?!-)]]
local OF_ALL = re.new([[\b(?:per|for|of|to|in|by|from|and|on|among|with|the|that|which|who|dollars|yuan|euros)\b]])
local WORLD = re.new([[\b(?:world\w*|global\w*|planet|international\w*|countries|humanity|mankind|region\w*|continents?|asia\w*|africa\w*|emerging|developing|FTA)\b]], "i")
local NATION = decimal("1500000000")
local MANKIND = decimal("12000000000") -- above all projections of the United Nations to 2100
-- Where several numbers are so large, the text is about the world, or much of it.
local OF_BILLIONS, several = re.new([[\b(?:[2-9]|1\d|1\.[5-9]\d*)(?:\.\d+)? billion people\b]]), memo()
local function tells_of_many(doc)
  if several[doc] == nil then
    local n = 0
    for _, s in ipairs(doc.sentences) do n = n + (OF_BILLIONS:find(s.text) and 1 or 0) end
    several[doc] = n > 1
  end
  return several[doc]
end

function mankind.exceeded(m)
  for _, claim in ipairs(m.sentence.claims) do
    if claim.is_claim and claim.value and m.text:find(claim.number_text, 1, true) == 1 then
      local many = claim.value > MANKIND or claim.value > NATION and not (WORLD:find(m.sentence.text) or tells_of_many(m.sentence.doc))
      return many and not OF_ALL:find(m.text) and claim or nil
    end
  end
end

function mankind.is(m) return PEOPLE:find(m.text) ~= nil end

return mankind
