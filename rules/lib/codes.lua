-- codes: what stands in a document as a code, in groups of which one may be another mistyped.

local codes = {}

-- Notes the code of a match (groups word, code) in the group of that key; `found` is a rule's memo. The code, with all
-- its places, whether it is the first time that it stands, and all that is noted of its document.
function codes.note(found, m, key)
  local doc = m.sentence.doc
  local here = found[doc] or { groups = {}, at = {} }
  found[doc] = here
  local group = here.at[key]
  if not group then
    group = { at = {} }
    here.at[key], here.groups[#here.groups + 1] = group, group
  end
  local code = group.at[m.code]
  local fresh = not code
  if fresh then
    code = { text = m.code, places = {} }
    group.at[m.code], group[#group + 1] = code, code
  end
  code.places[#code.places + 1] = m:place("code")
  return code, fresh, here
end

-- The groups of a document, in the order in which they begin.
function codes.groups(found, doc) return found[doc] and found[doc].groups or {} end

-- The code that stands once is the usual one mistyped.
function codes.report(report, rare, usual)
  report { at = rare.places[1], related = usual.places, stated = rare.text, expected = usual.text }
end

return codes
