-- named_shares: a share of a total that is named, whose figure stands in another
-- paragraph: local firms committed $520 million. They accounted for 29% of total
-- investment commitments.
--
-- In: a match of pattern. Out: { rate, part, whole, expected } or, where it holds,
-- { rate, part, whole }; nil where part or whole is open. The whole is the nearest
-- amount before that is said of the name; any other of that name, and any amount of
-- the passage, may make the share true.

local near = lib "near"
local named = {}

local IS = [[(?:\b(?:accounts?|accounted|accounting) for|\b(?:mak|tak)(?:es|ing|e|en) up|\b(?:made|took) up|\bconstitut\w+|\brepresent\w*|\bcompris\w+|\bor|\bform\w*|\babsorb\w*|\bis|\bare|\bwas|\bwere)]]
local ROUGH = [[(?: about| around| nearly| almost| some| approximately| just over| over)?]]
named.pattern = IS .. ROUGH .. [[ (?<r>\d[\d.]*)(?:%| ?per ?cent) of (?:the |our |its |their |this )?(?:total|overall|entire|all)? ?(?<name>[a-z][a-z-]+(?: [a-z][a-z-]+){0,2})]]

local WORD = re.new("[a-z][a-z-]+")
local STOP = { ["of"] = true, ["in"] = true, ["the"] = true, ["for"] = true, ["and"] = true, ["to"] = true, ["by"] = true, ["on"] = true,
  ["as"] = true, ["at"] = true, ["from"] = true, ["with"] = true, ["or"] = true, ["was"] = true, ["were"] = true, ["is"] = true, ["are"] = true,
  ["that"] = true, ["which"] = true, ["who"] = true, ["this"] = true, ["while"] = true, ["during"] = true, ["a"] = true }

-- The words of the name before the first that is none.
local function name_of(text)
  local out = {}
  for w in WORD:gmatch(text) do
    if STOP[w] then break end
    out[#out + 1] = w
  end
  return out
end

local AMOUNTS = { amount = true, count = true }
local function is_level(c)
  return AMOUNTS[c.kind] and c.is_claim and c.value and c.value:gt(0) and not c.sentence.cell and c.unit ~= ""
    and not c:has("increment") and c.amount.low and c.amount.high
end

-- The amount that the share is of what: right before it in the sentence, else the
-- last of the sentence before, where the sentence begins with they or this.
local THEY = re.new([[^(?:They|It|This|These|That|Together|Which)\b]])
local BETWEEN, BACK, LONG = 60, 12, 80
local function part_of(rate)
  local all = rate.doc.claims
  for i = rate.index - 1, math.max(1, rate.index - BACK), -1 do
    local c = all[i]
    if c.block ~= rate.block then return nil end
    if c.sentence == rate.sentence then
      if is_level(c) then return rate:before(LONG):find(c.text, 1, true) and c or nil end
      if c.kind == "percent" then return nil end
    elseif not THEY:find(rate.sentence.text) or c.sentence.index < rate.sentence.index - 1 then
      return nil
    elseif is_level(c) then
      return c
    end
  end
end

-- Income tax accounts for 33% of total revenue. Collections of it are $3,300 million.
local function part_behind(rate)
  local all = rate.doc.claims
  for i = rate.index + 1, math.min(#all, rate.index + 3) do
    local c = all[i]
    if c.block ~= rate.block or c.sentence.index > rate.sentence.index + 1 then return nil end
    if c.sentence.index == rate.sentence.index + 1 and is_level(c) then
      local subject = rate.sentence.text:match("^(%u%l+ %u?%l+)") or rate.sentence.text:match("^(%u%l+)")
      return subject and c.sentence.text:lower():find(subject:lower(), 1, true) and c or nil
    end
  end
end

-- energy consumption from fossil fuels is not all of it
local OF = re.new([[^s? (?:from|of|by|for|on|among|excluding|other|per|in [a-z])\b]])

-- Is it said of the name: does that stand before it in its sentence?
local function is_of(c, words)
  local text = c:before(BETWEEN + 40):lower()
  local from = text:match(".*()[.;] ")
  if from then text = text:sub(from) end
  local phrase = table.concat(words, " ")
  local _, to = text:find(phrase, 1, true)
  return to ~= nil and not OF:find(text:sub(to + 1))
end

local REACH, FOUND = 60, 4
local function wholes_of(rate, part, words)
  local out, all = {}, rate.doc.claims
  for i = math.min(rate.index, part.index) - 1, math.max(1, rate.index - REACH), -1 do
    local c = all[i]
    if #out < FOUND and is_level(c) and c.unit == part.unit and c.amount.low > part.amount.high and is_of(c, words) then out[#out + 1] = c end
  end
  return out
end

-- Any amount around that makes it true.
local function fits_any(rate, part)
  local all, range = rate.doc.claims, rate.interval
  for i = math.max(1, rate.index - REACH), math.min(#all, rate.index + 20) do
    local c = all[i]
    if is_level(c) and c.unit == part.unit and c.amount.low > part.amount.high and (part.amount / c.amount * 100):meets(range) then return c end
  end
end

function named.check(m)
  local rate
  for _, c in ipairs(m.sentence.claims) do
    if c.kind == "percent" and c.number_text == m.r and c.value and m:place():after(1) and m.text:find(c.number_text, 1, true) then rate = rate or c end
  end
  local words = name_of(m.name)
  if not rate or #words == 0 or not rate.interval.low or not rate.interval.high then return nil end
  local part = part_of(rate) or part_behind(rate)
  local wholes = part and wholes_of(rate, part, words) or {}
  local whole = wholes[1]
  if not whole then return nil end
  for _, w in ipairs(wholes) do
    if (part.amount / w.amount * 100):widen(rate.last_digit):meets(rate.interval) then return { rate = rate, part = part, whole = w } end
  end
  if fits_any(rate, part) then return nil end
  local computed = part.amount / whole.amount * 100
  local want = ((computed.low + computed.high) / 2):round(rate.decimals)
  local slip = near.miss(rate.value, want) or near.one_slip(rate.value:text(), want:text())
  return slip and { rate = rate, part = part, whole = whole, expected = want } or nil
end

return named
