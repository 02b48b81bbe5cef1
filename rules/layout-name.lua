-- “一核两翼四带”布局,做强中心城区一核,做优东西两翼,做实沿江、沿山、沿湖三带: what a
-- name counts is told one by one behind it, with another number.
local NUMERAL = "[一二三四五六七八九十两双]"
local PART = re.new("(" .. NUMERAL .. [[)(\p{Han})]])
local SAME = { ["二"] = "两", ["双"] = "两" }
local function number(text) return SAME[text] or text end

-- Where the part is told again: its number and noun at the end of a clause.
local function again(noun)
  return re.new("(?<!" .. NUMERAL .. ")(?<!第)(" .. NUMERAL .. ")" .. noun .. "(?=[,。;:、是为]|$)")
end
local made = {}
local function pattern_of(noun)
  made[noun] = made[noun] or again(noun)
  return made[noun]
end

-- The text of the block behind the name.
local function behind(m) return m:place():after(200) end

-- What contradicts part `n` `noun` of the name, nil where nothing or the same is told.
local function other(text, n, noun)
  local found
  for told in pattern_of(noun):gmatch(text) do
    if number(told) == number(n) then return nil end
    found = found or told
  end
  return found
end

return {
  api = 1,
  id = "layout-name",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = "“(?<name>(?:" .. NUMERAL .. [[\p{Han}){2,5})”]] },
  summary = {
    zh = "“一核两翼四带”之后所列与名称中的数字不同",
    en = "what a name counts is told behind it with another number",
  },
  explain = {
    zh = [[“一核两翼四带”布局，做强中心城区一核，做优东西两翼，做实沿江、沿山、沿湖三带：名称中至少另有一项照原数说到，
才判断其余各项。]],
    en = [[Judged only where another part of the name is told again with its own number.]],
  },
  messages = {
    base = {
      zh = "名称“{name}”中是“{part}”，后面说的是“{told}”",
      en = "“{name}” has “{part}”, “{told}” is told behind it",
    },
  },
  examples = {
    bad = {
      { [[围绕“一核两翼四带”布局,做强中心城区一核,做优东西两翼,做实沿江、沿山、沿湖三带。]], at = "一核两翼四带" },
    },
    good = {
      [[围绕“一核两翼三带”布局,做强中心城区一核,做优东西两翼,做实沿江、沿山、沿湖三带。推进“三区两园”开发,完善五区。]],
    },
  },
  check = function(m, report)
    local text, agreed, odd = behind(m), false, nil
    for n, noun in PART:gmatch(m.name) do
      local same = pattern_of(noun):find(text) and not other(text, n, noun)
      local told = other(text, n, noun)
      agreed = agreed or same
      if told and not odd then odd = { part = n .. noun, told = told .. noun } end
    end
    if agreed and odd then
      report { at = m:place("name"), stated = m.name, values = { name = m.name, part = odd.part, told = odd.told } }
    elseif agreed then
      report.agrees { at = m:place("name"), how = m.name }
    end
  end,
}
