-- prose: text(sentence), its text where it is as short as prose, else nil; asked for
-- once a sentence, for the text of a long one is dear to each of its matches.

local prose = {}
local LONGEST = 4000 -- bytes
local known = memo()

function prose.text(sentence)
  local text = known[sentence]
  if text == nil then
    text = sentence.text
    if #text > LONGEST then text = false end
    known[sentence] = text
  end
  return text or nil
end

return prose
