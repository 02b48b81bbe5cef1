-- strip: all(text, pattern) is the text without what the pattern finds in it.

local strip = {}

function strip.all(text, pattern)
  local from, to = pattern:find(text)
  while from do
    text = text:sub(1, from - 1) .. text:sub(to + 1)
    from, to = pattern:find(text)
  end
  return text
end

return strip
