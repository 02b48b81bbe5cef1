-- bigrams: the pairs of neighbouring ideographs of a text, by which two tellings of one
-- thing are known.
--
-- of(text, out): the pairs as keys, put into out where it is given; shared(a, b): how many
-- two such sets have in common.

local bigrams = {}

local FIRST = 0x4E00

function bigrams.of(text, out)
  local last
  out = out or {}
  for _, c in utf8.codes(text) do
    local char = c >= FIRST and utf8.char(c) or nil
    if last and char then out[last .. char] = true end
    last = char
  end
  return out
end

function bigrams.shared(a, b)
  local n = 0
  for pair in pairs(a) do
    if b[pair] then n = n + 1 end
  end
  return n
end

return bigrams
