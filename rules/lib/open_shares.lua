-- open_shares: shares whose whole is said elsewhere in the passage: a total of
-- 53 counties ... Twenty-six (49.1%) of these ... Four counties (7.5%).
--
-- In: a document, its SHARE_OF links, which of them fit a whole already. Out:
-- shares that no count of the passage makes true, while one slip of the pen
-- makes them true of a whole that other shares of the paragraph are of. The
-- nouns need not be said with each figure, so units are not compared; what keeps
-- chance away is that the whole is proved and that the slip is one of few.

local near = lib "near"
local open = {}

local MOST, LEAST = 40, 20 -- counts of a passage; the smallest whole
local HUNDRED = decimal(100)
local N_IS = re.new([=[[(\[]\s?[nN]\s?=\s?$]=])

local function share(part, whole)
  return part.amount / whole.amount * 100
end

local function is_count(c)
  return c.kind == "count" and c.is_claim and c.value and c.amount.low and c.amount.low:gt(0) and not c.sentence.cell
end

-- Sentences with such a bracket: Twelve percent of tracts (n = 8,343).
open.pattern = [=[(?<name>)[(\[]\s?[nN]\s?=]=]
local bracketed = memo() -- of each document, in order
function open.note(m)
  local sentence = m.sentence
  local all = bracketed[m.doc] or {}
  bracketed[m.doc] = all
  if not sentence.cell and (not all[1] or all[#all].index ~= sentence.index) then all[#all + 1] = sentence end
end

-- The share and the count behind it.
local function add_bracketed(sentence, out)
  local rate
  for _, c in ipairs(sentence.claims) do
    if c.kind == "percent" then
      rate = c.value and c
    elseif rate and is_count(c) and N_IS:find(c:before(6)) then
      out[#out + 1] = { rate = rate, part = c }
      rate = nil
    end
  end
end

-- The pairs of each block, in order, { block =, pairs = }.
local function grouped(doc, links)
  local of, list, seen, extra = {}, {}, {}, {}
  local function put(pair)
    local block = pair.rate.block
    if not of[block.index] then
      of[block.index] = { block = block, pairs = {} }
      list[#list + 1] = of[block.index]
    end
    table.insert(of[block.index].pairs, pair)
  end
  for _, link in ipairs(links) do
    local part, rate = link.members[1], link.rate
    if part and rate and rate.value and is_count(part) and not rate.sentence.cell and not seen[rate.index] then
      seen[rate.index] = true
      put { rate = rate, part = part, link = link }
    end
  end
  for _, sentence in ipairs(bracketed[doc] or {}) do add_bracketed(sentence, extra) end
  for _, pair in ipairs(extra) do
    if not seen[pair.rate.index] then put(pair) end
  end
  return list
end

-- Counts of the block and the one before it that may be wholes.
local function wholes_of(group)
  local claims, block, out = group.pairs[1].rate.doc.claims, group.block.index, {}
  local from = group.pairs[1].rate.index
  while from > 1 and claims[from - 1].block.index >= block - 1 do from = from - 1 end
  for i = from, #claims do
    local c = claims[i]
    if #out == MOST or c.block.index > block then break end
    if is_count(c) and c.value:ge(LEAST) then out[#out + 1] = c end
  end
  return out
end

local function slip(pair, whole)
  local rate, computed = pair.rate, share(pair.part, whole)
  if not (computed.low and computed.high) or rate.digits < 2 then return nil end
  local want = ((computed.low + computed.high) / 2):round(rate.decimals)
  if near.miss(rate.value, want) == "transposed" or not rate.number_text:find("%d") and near.teen(rate.value, want) then return want end
end

-- Has the share no whole yet?
local function is_open(pair)
  return not pair.fits and not (pair.link and pair.link.whole) and pair.rate.bound == "exact" and pair.rate.value < HUNDRED
end
local function any_open(group)
  for _, pair in ipairs(group.pairs) do
    if is_open(pair) then return true end
  end
  return false
end

local function judge(group, report_of)
  local wholes = wholes_of(group)
  local votes = {}
  for _, pair in ipairs(group.pairs) do
    for _, whole in ipairs(wholes) do
      local computed = whole.index ~= pair.part.index and whole.value > pair.part.value and share(pair.part, whole)
      if computed then
        if computed:meets(pair.rate.interval) then
          votes[whole.index] = (votes[whole.index] or 0) + 1
          pair.fits = true
        elseif computed:widen(pair.rate.last_digit):meets(pair.rate.interval) then
          pair.fits = true
        end
      end
    end
  end
  for _, pair in ipairs(group.pairs) do
    local rate = pair.rate
    if is_open(pair) then
      for _, whole in ipairs(wholes) do
        local enough = (votes[whole.index] or 0) >= (rate.digits >= 3 and 1 or 2)
        local want = enough and whole.value > pair.part.value and slip(pair, whole)
        if want then
          report_of[#report_of + 1] = { rate = rate, part = pair.part, whole = whole, expected = want }
          break
        end
      end
    end
  end
end

-- settled: by the index of a rate, what ratio-mismatch has judged.
function open.judge(doc, links, settled)
  local out = {}
  if doc.lang ~= "en" then return out end
  for _, group in ipairs(grouped(doc, links)) do
    for _, pair in ipairs(group.pairs) do pair.fits = settled[pair.rate.index] end
    if #group.pairs > 1 and any_open(group) then judge(group, out) end
  end
  return out
end

return open
