-- toll: how many died and were hurt, as headings say it (2死17伤) and as texts do (造成2人死亡、
-- 17人受伤).
--
-- headed(text): { dead =, hurt = } of a heading, each with from, to and value; told(text):
-- lists of the same of a sentence.

local toll = {}

local HEADED = { dead = re.new("(\\d+)死(?![一-龥]*率)"), hurt = re.new("(\\d+)伤") }
local ABOUT = re.new("[至少逾超近约多过]$")
local TOLD = {
  dead = { re.new("(\\d+)[名人][^,。;、\\d]{0,6}?(?:死亡|遇难|丧生|身亡)"), re.new("(?:死亡|遇难)(?:人数)?[^,。;、\\d]{0,6}?(\\d+)[名人]"), HEADED.dead },
  hurt = { re.new("(\\d+)[名人][^,。;、\\d]{0,8}?受伤"), re.new("受伤(?:人数)?[^,。;、\\d]{0,6}?(\\d+)[名人]"), HEADED.hurt },
}

local function add(list, form, text)
  local from, to, value = form:find(text)
  while from do
    local at = text:find(value, from, true)
    list[#list + 1] = { from = at, to = at + #value - 1, value = value }
    from, to, value = form:find(text, to + 1)
  end
end

function toll.headed(text)
  local out = {}
  for _, what in ipairs { "dead", "hurt" } do
    local from, _, value = HEADED[what]:find(text)
    if from and not ABOUT:find(text:sub(1, from - 1)) then out[what] = { from = from, to = from + #value - 1, value = value } end
  end
  return out
end

function toll.told(text)
  local out = { dead = {}, hurt = {} }
  for _, what in ipairs { "dead", "hurt" } do
    for _, form in ipairs(TOLD[what]) do add(out[what], form, text) end
  end
  return out
end

return toll
