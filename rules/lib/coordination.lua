-- coordination: between how many and how many things a list may name.
-- Its members are cut where the cut is sure; a word like 和 or "and" inside
-- one may part two more.

local whole = lib "whole"

local coordination = {}

local WORDS = re.new("以及|和|与|及|或|暨|并|兼(?![具有顾任容备])| and | or | & |/")

-- How many more members the words inside one could make.
function coordination.more(text)
  if not WORDS:find(text) then return 0 end
  local plain, n, start = whole.mask(text), 0, 1
  local from, to = WORDS:find(plain, start)
  while from do
    n, start = n + 1, to + 1
    from, to = WORDS:find(plain, start)
  end
  return n
end

-- How many more things a member is that ; parts from others and that holds a
-- list of its own: Phoenix, Tucson, and other areas; Miami, Florida.
local function inside(text)
  local joint = text:find(" and ", 1, true) or text:find(" or ", 1, true)
  if not joint then return 0 end
  local commas = select(2, text:sub(1, joint):gsub(", ", ""))
  return text:sub(joint - 1, joint - 1) == "," and commas or commas + 1
end

-- Are two names parted by a mark that joins the last by a word: a、b和c, or by
-- none: “a”“b”和“c”?
local BESIDE = { ["”"] = true, ["》"] = true }
local function word_ends(name)
  local before = name:before(2)
  return before:find("、", 1, true) or before:find(",", 1, true) or BESIDE[name:before(1)]
end

-- 与|德国、法国: the word before the first joins nothing.
local LEAD = re.new("^(?:与|和|同|及|并)")
local function without_lead(text)
  local _, to = LEAD:find(text)
  return text:sub((to or 0) + 1)
end

-- “高质量发展和安全”、“乡村振兴”: what stands in quotation marks is one.
local QUOTED = re.new("^[“《][^“”《》]*[”》]$")
local function more_of(text) return QUOTED:find(text) and 0 or coordination.more(text) end

-- a, b and c: English joins the last two by a word without a comma, and they are
-- two, unless the mark parts longer ones.
local LAST = re.new(" and | or ")
local function ends_joined(names, n)
  local last = names[n]
  if last.doc.lang ~= "en" or last:before(2) ~= ", " then return false end
  for i = 1, n - 1 do
    if LAST:find(names[i].text) then return false end
  end
  local _, to = LAST:find(last.text)
  return to ~= nil and LAST:find(last.text:sub(to)) == nil
end

-- 技术与产业、人文与社会、治理与安全: each names two, and is one.
local function each_joins(names)
  for i, name in ipairs(names) do
    local text = i == 1 and without_lead(name.text) or name.text
    if coordination.more(text) ~= 1 or name.doc.lang ~= "zh" then return false end
  end
  return true
end

-- The fewest and the most things that the names of a link can be. A word can
-- part more at both ends of a list (a、b和c; 长沙和株洲、湘潭), not in its midst
-- and not where ; or a line parts its members.
function coordination.range(names)
  local n = #names
  local most = n
  if n > 2 and each_joins(names) then return n, n end
  if n == 1 or (n > 1 and word_ends(names[2])) then
    most = most + (n > 1 and more_of or coordination.more)(without_lead(names[1].text))
    if n > 1 then most = most + more_of(names[n].text) end
  elseif n > 1 and names[2]:before(2):find(";", 1, true) then
    for _, name in ipairs(names) do most = most + inside(name.text) end
  end
  return n + (n > 1 and ends_joined(names, n) and 1 or 0), most
end

return coordination
