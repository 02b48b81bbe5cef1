-- figures: the figures of a sentence with the bytes at which they stand.

local figures = {}

-- A list of { claim, from, to }, those that claim something and have a value.
function figures.of(sentence)
  local out, from, text = {}, 1, sentence.text
  for _, c in ipairs(sentence.claims) do
    local at, to = text:find(c.text, from, true)
    if at then
      from = to + 1
      if c.is_claim and c.value then out[#out + 1] = { claim = c, from = at, to = to } end
    end
  end
  return out
end

-- What stands between a figure, or another place, and one behind it, in so many characters; nil where it is farther.
function figures.gap(a, b, reach)
  local text = a:after(reach)
  local at = text:find(b.text, 1, true)
  return at and text:sub(1, at - 1)
end

-- What stands in a text behind the last place of a part of it; nil where it has none.
function figures.behind_last(text, part)
  local at, from = nil, 1
  repeat
    local _, last = text:find(part, from, true)
    if last then at, from = last, last + 1 end
  until not last
  return at and text:sub(at + 1)
end

-- The first figure of the sentence behind the match, right behind its words:
-- none between, nor a mark that ends a clause.
local BETWEEN = re.new("[0-9,;。(]")
function figures.behind(m)
  local claim = m:next_figure()
  local before = claim and claim:before(14) or ""
  local _, at = before:find(m.text, 1, true)
  return at and not BETWEEN:find(before, at + 1) and claim or nil
end

-- The sum of their amounts, an interval, without one of them.
function figures.sum(list, but)
  local sum = interval(0, 0)
  for _, c in ipairs(list) do
    if c ~= but then sum = sum + c.amount end
  end
  return sum
end

-- Is the claim a level of exactly its figure?
function figures.is_level(c)
  return (c.kind == "count" or c.kind == "amount") and c.unit ~= "" and c.bound == "exact" and c.amount.low and c.amount.high
    and not (c:has("growth") or c:has("average") or c:has("rank"))
end

function figures.is_share(c)
  return c.kind == "percent" and c.bound == "exact" and not c:has("growth") and c.direction == ""
end

local PERSONS = { ["人"] = true, ["名"] = true, ["位"] = true }
function figures.alike(a, b)
  return a.kind == b.kind and (a.dimension == b.dimension or PERSONS[a.unit] and PERSONS[b.unit] or false)
end

return figures
