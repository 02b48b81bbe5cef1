-- share_wholes: which whole the shares of a document are of: the named one, the
-- one that most of them fit.
--
-- In: SHARE_OF links in order. Out: a whole, or nil where none is beyond doubt.

local fit = lib "share_fit"
local wholes = {}

local LEADING = 3 -- wholes that are tried in every sentence
local HEAD = 85 -- strength of a link whose sentence tells its whole

-- Which wholes the shares agree on: index -> { doc = count, [block] = count },
-- and those that two or more fit.
function wholes.support(links)
  local votes, voted = {}, {}
  for _, link in ipairs(links) do
    local part, rate = link.members[1], link.rate
    for _, whole in ipairs(link.others) do
      local share = fit.share(part, whole)
      if share and share:meets(fit.meant(rate)) and whole.value ~= part.value then
        local v = votes[whole.index] or { doc = 0, zeros = 0 }
        votes[whole.index] = v
        if part.value and part.value:eq(0) then -- 0 is 0% of all: it may excuse, not accuse
          v.zeros = v.zeros + 1
        else
          local block = rate.block.index
          v.doc = v.doc + 1
          v[block] = (v[block] or 0) + 1
        end
        if v.doc + v.zeros == 2 and #voted < 24 then voted[#voted + 1] = whole end
      end
    end
  end
  return votes, voted
end

-- The whole to judge by, or nil: the named one, else the one that most other
-- shares fit; one of the same paragraph counts like two elsewhere.
function wholes.judge(link, votes, settled)
  local part = fit.part(link.members[1])
  local function larger(whole)
    local high = whole and whole.amount.high
    return part and high and high > part.high
  end
  if larger(link.whole) or link.whole and link.strength >= HEAD then return link.whole end
  if larger(settled) then return settled end
  local best, most = nil, 1
  for _, whole in ipairs(link.others) do
    local v = votes[whole.index]
    local n = v and v.doc + (v[link.rate.block.index] or 0) or 0
    if n > most and larger(whole) then best, most = whole, n end
  end
  return best
end

-- The whole that two other shares of the link's sentence fit, of those that
-- most shares of the document fit; it may stand too far away to be among the
-- candidates. Then a figure from elsewhere that makes this share true does so
-- by chance.
function wholes.settle(links, votes, voted)
  local leading = { table.unpack(voted) }
  table.sort(leading, function(a, b)
    local x, y = votes[a.index].doc, votes[b.index].doc
    if x ~= y then return x > y end
    return a.index < b.index
  end)
  local settled = {}
  for i = 1, math.min(LEADING, #leading) do
    local whole, said = leading[i], {}
    for _, link in ipairs(links) do
      local sentence = link.rate.sentence.index
      if not settled[sentence] and whole.sentence.index ~= sentence and fit.holds(link, whole) then
        said[sentence] = (said[sentence] or 0) + 1
      end
    end
    for sentence, n in pairs(said) do
      if n >= 2 then settled[sentence] = whole end
    end
  end
  return settled
end

-- A figure near by, or a whole that other shares of the document fit, that
-- makes the share true.
function wholes.any(link, settled, voted)
  for _, list in ipairs { link.others, voted } do
    for _, whole in ipairs(list) do
      local far = settled and whole ~= settled or link.strength == HEAD
      local near = not far or whole.sentence.index == link.rate.sentence.index
      if near and fit.holds(link, whole) then return whole end
    end
  end
end

return wholes
