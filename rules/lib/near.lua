-- near: is one figure a slip of the pen away from another?
-- Works on printed digits, so it needs decimals, never floats.

local near = {}

local ZERO = 48 -- the byte

-- The digits of a decimal without sign, point and leading zeros, as bytes; nil of a fraction. And how many
-- stand before the point.
local function digits(x)
  local s = x:abs():text()
  if s:find("/", 1, true) then return nil end
  local point = s:find(".", 1, true)
  local plain = point and s:sub(1, point - 1) .. s:sub(point + 1) or s
  local first = plain:find("[1-9]")
  return first and { plain:byte(first, -1) } or {}, point and point - 1 or #s
end

-- How many digits there are before trailing zeros.
local function length(a)
  local n = #a
  while n > 1 and a[n] == ZERO do n = n - 1 end
  return n
end

-- Places at which two digit lists differ; the shorter is filled with zeros.
local function differing(a, b)
  local at = {}
  for i = 1, math.max(#a, #b) do
    if (a[i] or ZERO) ~= (b[i] or ZERO) then at[#at + 1] = i end
  end
  return at
end

-- Are the digits at both places the other list's, swapped?
local function swapped(a, b, at)
  local i, k = at[1], at[2]
  return #at == 2 and (a[i] or ZERO) == (b[k] or ZERO) and (a[k] or ZERO) == (b[i] or ZERO)
end

-- Has b the digits of a in another order (four at least)?
local function shuffled(a, b)
  if #a ~= #b or #a < 4 then return false end
  local left = {}
  for _, digit in ipairs(a) do left[digit] = (left[digit] or 0) + 1 end
  for _, digit in ipairs(b) do
    left[digit] = (left[digit] or 0) - 1
    if left[digit] < 0 then return false end
  end
  return true
end

-- "transposed" (two digits swapped, or four and more in another order), "digit" (one digit of at least three),
-- "power" (a factor of ten), or nil. Figures of one digit are near nothing.
function near.miss(x, y)
  if x == y then return nil end
  local a, whole = digits(x)
  local b, other_whole = digits(y)
  if not a or not b or #a == 0 or #b == 0 then return nil end
  local at = differing(a, b)
  if #at == 0 then return length(a) > 1 and "power" or nil end
  if whole ~= other_whole then return nil end
  if swapped(a, b, at) or shuffled(a, b) then return "transposed" end
  if #at == 1 and math.max(length(a), length(b)) >= 3 then return "digit" end
  return nil
end

-- Whole numbers as printed, of as many digits: one digit differs, or two are swapped.
function near.one_slip(a, b)
  if #a ~= #b then return false end
  local differ = 0
  for i = 1, #a do differ = differ + (a:byte(i) == b:byte(i) and 0 or 1) end
  return differ == 1 or near.miss(decimal(a), decimal(b)) == "transposed"
end

-- Codes as printed, of as many characters: two swapped, next to one another or with one between.
function near.turned(a, b)
  if #a ~= #b then return false end
  local at = {}
  for i = 1, #a do
    if a:byte(i) ~= b:byte(i) then at[#at + 1] = i end
  end
  return #at == 2 and at[2] - at[1] <= 2 and a:byte(at[1]) == b:byte(at[2]) and a:byte(at[2]) == b:byte(at[1])
end

-- Thirteen for thirty, or thirty for thirteen.
local function is_teen(x, y) return x:ge(13) and x:le(19) and y == (x - 10) * 10 end
function near.teen(a, b) return is_teen(a, b) or is_teen(b, a) end

-- Are the leading digits that the coarser figure prints, three at least, the
-- other's with two of them swapped: 121万亿 and 112.0207万亿?
function near.leading(x, y)
  local a, whole = digits(x)
  local b, other_whole = digits(y)
  if not a or not b or #a == 0 or #b == 0 or whole ~= other_whole then return false end
  local n = math.min(length(a), length(b))
  if n < 3 or length(a) == length(b) then return false end
  local head, tail = { table.unpack(a, 1, n) }, { table.unpack(b, 1, n) }
  local at = differing(head, tail)
  return swapped(head, tail, at)
end

-- near.miss for a printed figure and an interval: any value in the interval
-- with the figure's decimals may be the one that was meant.
function near.within(x, range, step)
  local tries = 12
  if not range.low or not range.high or step:eq(0) then return nil end
  local v = (range.low / step):round(0) * step
  local found, value
  for _ = 1, tries do
    if range:contains(v) then
      local kind = near.miss(x, v)
      if kind == "transposed" then return kind, v end
      if kind and not found then found, value = kind, v end
    end
    v = v + step
    if v > range.high then break end
  end
  return found, value
end

-- What kind of slip it is, in both languages: a value of a message.
near.words = {
  transposed = { zh = "数字疑似颠倒", en = "two digits look transposed" },
  digit = { zh = "疑似一位数字有误", en = "one digit differs" },
  power = { zh = "疑似差十倍或单位有误", en = "off by a power of ten" },
  sign = { zh = "疑似正负号有误", en = "the sign looks wrong" },
}

-- The same in brackets, for the end of a sentence; "" where there is none.
function near.note(kind)
  local word = near.words[kind or ""]
  return word and { zh = "（" .. word.zh .. "）", en = " (" .. word.en .. ")" } or ""
end

return near
