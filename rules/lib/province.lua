-- province: whether a document is the report of a province.

local province = {}

local known = memo()
function province.is(doc)
  if known[doc] == nil then
    local row = doc.entity ~= "" and lexicon("zh/division"):find(doc.entity)
    known[doc] = row and row.code:sub(3) == "0000" or false
  end
  return known[doc]
end

return province
