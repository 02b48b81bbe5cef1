-- near: is one figure a slip of the pen away from another?
-- Works on printed digits, so it needs decimals, never floats.

local near = {}

-- The digits of a decimal without sign, point and outer zeros.
local function digits(x)
  local s = x:abs():text()
  if s:find("/", 1, true) then return nil end
  local out = {}
  for i = 1, #s do
    local c = s:sub(i, i)
    if c ~= "." then out[#out + 1] = c end
  end
  while #out > 1 and out[1] == "0" do table.remove(out, 1) end
  while #out > 1 and out[#out] == "0" do table.remove(out) end
  return out
end

-- Places at which two digit lists of one length differ.
local function differing(a, b)
  local at = {}
  for i = 1, #a do
    if a[i] ~= b[i] then at[#at + 1] = i end
  end
  return at
end

-- "transposed" (two neighbouring digits), "digit" (one digit), "power" (a
-- factor of ten), or nil. Figures of one digit are near nothing.
function near.miss(x, y)
  local a, b = digits(x), digits(y)
  if not a or not b or x == y then return nil end
  if #a == #b and #differing(a, b) == 0 then
    return #a > 1 and "power" or nil
  end
  if #a ~= #b or #a < 2 then return nil end
  local at = differing(a, b)
  if #at == 2 and at[2] == at[1] + 1 and a[at[1]] == b[at[2]] and
     a[at[2]] == b[at[1]] then
    return "transposed"
  end
  if #at == 2 and #a >= 3 and a[at[1]] == b[at[2]] and a[at[2]] == b[at[1]] then
    return "transposed"
  end
  if #at == 1 and #a >= 3 then return "digit" end
  return nil
end

-- The same for a printed figure and an interval: any value in the interval
-- with the figure's decimals may be the one that was meant.
function near.within(x, range, step)
  if not range.low or not range.high or step:eq(0) then return nil end
  local v = (range.low / step):round(0) * step
  for _ = 1, 3 do
    if range:contains(v) then
      local kind = near.miss(x, v)
      if kind then return kind, v end
    end
    v = v + step
  end
  return nil
end

near.words = {
  zh = { transposed = "数字疑似颠倒", digit = "疑似一位数字有误", power = "疑似差十倍或单位有误" },
  en = { transposed = "two digits look transposed", digit = "one digit differs",
         power = "off by a power of ten" },
}

return near
