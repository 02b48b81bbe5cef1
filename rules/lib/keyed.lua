-- keyed: what a document says of one key (the period of 13 weeks that ended in
-- November 2024: the 2nd), value by value, with the places.
--
-- note(doc, key, value, place) keeps one; each(doc) gives, in order, lists of
-- values { text =, places = } of one key; judge(doc) reports on them.

local keyed = {}

function keyed.new() return { docs = memo() } end

function keyed.note(store, doc, key, value, place)
  local all = store.docs[doc]
  if not all then
    all = { at = {} }
    store.docs[doc] = all
  end
  local list = all.at[key]
  if not list then
    list = { key = key, at = {} }
    all.at[key] = list
    all[#all + 1] = list
  end
  local one = list.at[value]
  if not one then
    one = { text = value, places = {} }
    list.at[value] = one
    list[#list + 1] = one
  end
  one.places[#one.places + 1] = place
end

function keyed.each(store, doc) return ipairs(store.docs[doc] or {}) end

-- Of a key with two values the one that stands once, else the later of two,
-- and the other; nil where both stand often or there are more.
function keyed.odd(list)
  if #list ~= 2 then return nil end
  local a, b = list[1], list[2]
  if #b.places == 1 then return b, a end
  if #a.places == 1 then return a, b end
end

-- Reports of each key with two values the odd one, where accepts(odd, usual), if
-- given, takes it, with the values of its message that values(list) makes, if
-- given; and that what is said more than once agrees.
function keyed.judge(store, doc, report, accepts, values)
  for _, list in keyed.each(store, doc) do
    local odd, usual = keyed.odd(list)
    if odd and (not accepts or accepts(odd, usual)) then
      report {
        at = odd.places[1], related = usual.places, stated = odd.text, expected = usual.text,
        values = values and values(list),
      }
    elseif #list == 1 and #list[1].places > 1 then
      report.agrees { at = list[1].places[1], related = list[1].places, how = list[1].text }
    end
  end
end

return keyed
