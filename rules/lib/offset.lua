-- offset: an amount by which something changed, the amounts it was due to and those
-- that partially offset them: decreased $28.8 million due to a $29.0 million decrease in
-- fees, partially offset by $0.2 million of other costs.
--
-- pattern for on.pattern; read(m): the whole, what raised it and what is taken off, as
-- lists of claims; nil where the sentence has other amounts.

local figures, prose = lib "figures", lib "prose"
local offset = {}

offset.pattern = [[\boffset (?:in part )?by\b]]

local CAUSE = re.new([[\b(?:due (?:primarily |mainly |principally )?to|attributable to|driven by|result(?:ed|ing)? (?:primarily )?from|(?:as a |the )?result of|because of|reflect(?:ed|ing|s)|caused by)\b]])
local CHANGED = re.new([[\b(?:increas|decreas|declin|grew|rose|fell|reduction|rise|higher|lower)]], "i")
local MOST = 8

local function is_one(c, like)
  return c.kind == "amount" and c.bound == "exact" and c.amount.low and c.amount.high and (not like or c.unit == like.unit)
end

function offset.read(m)
  local text = prose.text(m.sentence)
  local at = text and text:find(m.text, 1, true)
  local cause, behind = nil, nil
  if at then cause, behind = CAUSE:find(text:sub(1, at)) end
  if not cause or not CHANGED:find(text:sub(1, cause)) then return nil end
  local whole, raised, taken = nil, {}, {}
  for _, f in ipairs(figures.of(m.sentence)) do
    local c = f.claim
    if c.kind == "amount" then
      if not is_one(c, whole) or f.from < cause and whole then return nil end
      if f.from < cause then whole = c
      elseif f.from > behind and f.from < at then raised[#raised + 1] = c
      elseif f.from > at then taken[#taken + 1] = c end
    end
  end
  if not whole or #raised == 0 or #taken == 0 or #raised + #taken > MOST then return nil end
  return whole, raised, taken
end

return offset
