-- style: one finding a document for a notation that is used throughout it.
--
-- gather{} keeps places by document and key; tell() reports each key once, at
-- its first place, with the next ones as related.

local style = {}

local PLACES = 23 -- related ones that a finding names

function style.gather()
  local docs, order = {}, {}
  local gathered = {}

  function gathered.put(place, key)
    local doc = place.doc
    if not docs[doc] then
      docs[doc] = {}
      order[#order + 1] = doc
    end
    local lists = docs[doc]
    lists[key] = lists[key] or {}
    table.insert(lists[key], place)
  end

  -- The places of a document and key; an empty list where there are none.
  function gathered.of(doc, key)
    return docs[doc] and docs[doc][key] or {}
  end

  -- tell(key, places): what report needs beyond the places; nil: nothing.
  function gathered.report(report, tell)
    for _, doc in ipairs(order) do
      for key, places in pairs(docs[doc]) do
        local finding = tell(key, places, doc)
        if finding then
          finding.at = places[1]
          finding.related = { table.unpack(places, 2, math.min(#places, PLACES)) }
          report(finding)
        end
      end
    end
  end

  return gathered
end

return style
