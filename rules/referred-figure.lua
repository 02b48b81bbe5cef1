-- “the $4.7 million charge-off discussed above”: a figure that a text points
-- back to stands before, of the same thing.
local FIGURE = [[(?<figure>[$£€]?\d[\d,]*(?:\.\d+)?(?:\s(?:million|billion|trillion)|%)?)]]
local NOUN = [[(?<noun>[A-Za-z-]+(?:\s[a-z-]+){0,3}?)]]
local LAST = re.new([[([A-Za-z-]+)$]])

local function figure_of(m)
  for _, claim in ipairs(m.sentence.claims) do
    if claim.is_claim and claim.value and m[0]:find(claim.number_text, 1, true) and claim:before(4):find("the ", 1, true)
      and (claim.text .. claim:after(#m.noun + 1)):find(m.noun, 1, true) then
      return claim
    end
  end
end

-- Does an earlier figure have the noun right beside it?
local function is_of(claim, noun)
  local before, after = claim:before(60):gsub("^.*[.;] ", ""), claim:after(40):gsub("[.;] .*$", "")
  return (before .. " " .. claim.text .. after):lower():find(noun, 1, true) ~= nil
end

return {
  api = 1,
  id = "referred-figure",
  severity = "warning",
  languages = { "en" },
  on = {
    pattern = [[\bthe ]] .. FIGURE .. [[\s]] .. NOUN
      .. [[\s(?:(?:that (?:is|was|were)|which (?:is|was|were)) )?(?:discussed|mentioned|noted|described|referred to|reported|cited|enrolled|named) (?:above|earlier|previously|before)\b]],
  },
  summary = {
    zh = "上文提到的数字与上文不符（上述470万元）",
    en = "a figure that the text points back to is another one there (the $7.4 million charge-off discussed above)",
  },
  explain = {
    zh = [[“上文所述470万元”应在上文出现。上文没有这个数，而同一事项的数与之只差一处笔误时报告。]],
    en = [[What is “discussed above” must stand above. Reported where the figure does not, and one of the same
thing does that is a slip of the pen away.]],
  },
  messages = {
    base = { zh = "上文为 {expected}，此处为 {stated}", en = "it is {expected} above, and {stated} here" },
  },
  examples = {
    bad = {
      { [[Losses rose because of a charge-off of $4.7 million on a real estate loan. The decrease since is due to the $7.4 million charge-off discussed above.]],
        at = "$7.4 million" },
      { [[Tax was $7.4 million. A charge-off of $4.7 million was made. The fall is due to the $7.4 million charge-off discussed above.]],
        at = "$7.4 million", nth = 2 },
      { [[The fund made a grant of $2.6 million to the museum. The museum has spent the $6.2 million grant mentioned above.]], at = "$6.2 million" },
      { [[The trial took in 412 adults in six towns. Data of the 421 adults described above were analysed.]], at = "421 adults" },
    },
    good = {
      [[Losses rose because of a charge-off of $4.7 million on a loan. The decrease since is due to the $4.7 million charge-off discussed above.]],
      [[Tax was $7.4 million. A charge-off of $4.7 million was made, and one of $7.4 million. See the $7.4 million charge-off discussed above.]],
      [[A grant of $2.6 million was made in May. The museum used the $500,000 loan mentioned above.]],
    },
  },
  check = function(m, report, _, doc)
    local claim, near = figure_of(m), lib "near"
    local noun = LAST:match(m.noun):lower():gsub("s$", "")
    local like
    for i = 1, claim and claim.index - 1 or 0 do
      local other = doc.claims[i]
      if other.is_claim and other.value and other.kind == claim.kind and other.unit == claim.unit then
        if other.amount:meets(claim.amount) and is_of(other, noun) then
          report.agrees { at = claim, related = other, how = other.text }
          return
        end
        local miss = near.miss(other.value, claim.value)
        if (miss == "transposed" or miss == "digit" or miss == "power") and is_of(other, noun) then like = other end
      end
    end
    if like then report { at = claim, related = like, expected = like.text } end
  end,
}
