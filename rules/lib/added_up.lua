-- added_up: 下达预算40.4亿元,加上提前下达的363.5亿元,合计下达403.9亿元: what 加上 adds and what
-- it comes to.

local added = {}

local FIGURE = "(?:[约近超达])?"
local NUMBER = "\\d[\\d,]*(?:\\.\\d+)?"
local GAP = "(?:[^,。;\\d]|20\\d\\d年){0,24}"
local LOOSE = 3 -- last digits by which what was rounded elsewhere may be off

-- 亏损3亿元,加上今年盈利5亿元: of two of which one counts against the other; 加上上月的
-- 18万辆,累计: of two months, and the whole is of more.
local LOSS = re.new("亏损?|赤字|逆差|流出|负债|欠")
local BEFORE = re.new("此前|前期|之前|先前|提前|已|历年|结转|原有")

-- Do the words bind the three otherwise than as a sum?
local function is_other(m, a, b)
  if (m.all or "") ~= "" and not BEFORE:find(b:before(24)) then return true end
  return (LOSS:find(a:before(12)) ~= nil) ~= (LOSS:find(b:before(12)) ~= nil)
end

local MADE = "(?:合计|共计|总计|(?<all>累计)|总共|共(?=[^,。;\\d]{0,4}\\d)|总额(?!度)|总量|核定|全年(?=[^,。;\\d]{0,8}总))" .. GAP .. "(?<c>" .. NUMBER .. ")"
local ADDED = "(?:再)?(?:加上|连同)" .. GAP .. FIGURE .. "(?<b>" .. NUMBER .. ")[^,。;\\d]{1,12}," .. GAP .. MADE
local OPENS = re.new("^再?(?:加上|连同)")

local function usable(c) return c and c.is_claim and c.value and c.amount.low and c.amount.high end

-- 安排资金216亿元支持336个项目。加上此前下达的389亿元,累计安排605亿元: the only figure of that
-- unit in the sentence before.
local function before(b)
  local found
  for i = b.index - 1, 1, -1 do
    local c = b.doc.claims[i]
    if c.block ~= b.block or c.sentence.index < b.sentence.index - 1 then break end
    if c.unit == b.unit and c.is_claim then
      if found then return nil end
      found = c
    end
  end
  return found
end

added.patterns = { "(?<a>" .. NUMBER .. ")[^,。;\\d]{1,12},?" .. ADDED, "^" .. ADDED }

function added.check(m, report)
  local b, c = m:figure("b"), m:figure("c")
  local a
  if not OPENS:find(m.text) then a = m:figure("a") elseif b then a = before(b) end
  if m.sentence.cell or not (usable(a) and usable(b) and usable(c)) or a.unit ~= b.unit or a.unit ~= c.unit then return end
  if is_other(m, a, b) then return end
  if a.kind == "percent" or a.kind == "point" or a:has("increment") or c:has("increment") then return end
  local sum = a.amount + b.amount
  local slack = c.last_digit * c.factor
  if b.last_digit * b.factor > slack then slack = b.last_digit * b.factor end
  local made = { a = a.text, b = b.text, sum = lib("show").like(sum, c) }
  if sum:widen(slack * LOOSE):meets(c.amount) then
    report.agrees { at = c, related = { a, b }, how = made.sum }
  else
    report { at = c, related = { a, b }, message = "added", severity = "warning", expected = made.sum, values = made }
  end
end

return added
