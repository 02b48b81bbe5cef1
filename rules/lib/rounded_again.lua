-- rounded_again: 28% were admitted, 18% needed ventilation … 27.5% were admitted, 15.8% needed
-- ventilation: a summary rounds what the text tells, and one figure is no rounding of its own.
-- Known again by three words behind both, while a figure beside the one is the other's rounded.

local near = lib "near"

local WORDS = re.new([[^ ([a-z]{3,}) ([a-z-]{2,}) ([a-z-]{4,})]])
local REACH = 40 -- bytes behind a figure
local BESIDE = 3 -- figures on each side
local LIST = 4 -- figures of one key that are compared

local function key_of(c)
  local a, b, d = WORDS:match(c:after(REACH))
  return a and a .. " " .. b .. " " .. d
end

local function rounds(coarse, fine) return coarse.value == fine.value:round(0) or (fine.value - coarse.value):abs():lt(1) end

-- Digits of the figures beside c that are those beside `of`, rounded.
local function agreeing(coarse, fine)
  local n = 0
  for _, a in ipairs(coarse:around(BESIDE, "")) do
    for _, b in ipairs(a.kind == "percent" and a.value and a.decimals == 0 and a.sentence == coarse.sentence and fine:around(BESIDE, "") or {}) do
      if b.kind == "percent" and b.value and b.decimals > 0 and b.sentence == fine.sentence and a.value == b.value:round(0) then n = n + a.digits end
    end
  end
  return n
end

-- Two digits of which one is the same, or swapped.
local function is_slip(a, b)
  local x, y = a:text(), b:text()
  if #x ~= 2 or #y ~= 2 then return false end
  return x:byte(1) == y:byte(1) or x:byte(2) == y:byte(2) or near.miss(a, b) == "transposed"
end

local function judge(c, a, report)
  local coarse, fine = c, a
  if a.decimals == 0 then coarse, fine = a, c end
  if coarse.decimals ~= 0 or fine.decimals == 0 or coarse.block == fine.block or rounds(coarse, fine) then return end
  if coarse.period ~= "" and fine.period ~= "" and coarse.period ~= fine.period then return end
  local wanted = fine.value:round(0)
  if not is_slip(coarse.value, wanted) or agreeing(coarse, fine) < 2 then return end
  report {
    at = coarse, related = { fine }, expected = wanted:text() .. "%", message = "rounded",
    values = { other = fine.text },
  }
end

local rounded_again = {}

function rounded_again.judge(doc, report)
  local lists = {}
  for _, c in ipairs(doc:figures("percent", { claim = true, prose = true })) do
    local key = c.value and key_of(c)
    if key then
      local list = lists[key] or {}
      lists[key] = list
      for _, a in ipairs(list) do judge(c, a, report) end
      if #list < LIST then list[#list + 1] = c end
    end
  end
end

return rounded_again
