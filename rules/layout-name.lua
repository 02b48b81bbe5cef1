-- “一核两翼四带”布局,做强中心城区一核,做优东西两翼,做实沿江、沿山、沿湖三带: what a
-- name counts is told one by one behind it, with another number.
local NUMERAL = "[一二三四五六七八九十两双]"
local PART = re.new("(" .. NUMERAL .. [[)([一-龥])]])
local SAME = { ["二"] = "两", ["双"] = "两" }
local function number(text) return SAME[text] or text end

-- Where a part is told again: its number and noun at the end of a clause.
local AGAIN = re.new("(?<!" .. NUMERAL .. ")(?<!第)(" .. NUMERAL .. [[)([一-龥])(?=[,。;:、是为]|$)]])
local REACH = 200

-- What is told behind the name: for each noun the numbers it has.
local function told_behind(m)
  local out = {}
  for n, noun in AGAIN:gmatch(m:place():after(REACH)) do
    out[noun] = out[noun] or {}
    out[noun][number(n)] = true
    out[noun].first = out[noun].first or n
  end
  return out
end

return {
  api = 1,
  id = "layout-name",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = "“(?<name>(?:" .. NUMERAL .. [[[一-龥]){2,5})”]] },
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
    local told, agreed, odd = told_behind(m), false, nil
    for n, noun in PART:gmatch(m.name) do
      local again = told[noun]
      if again and again[number(n)] then
        agreed = true
      elseif again and not odd then
        odd = { part = n .. noun, told = again.first .. noun }
      end
    end
    if agreed and odd then
      report { at = m:place("name"), stated = m.name, values = { name = m.name, part = odd.part, told = odd.told } }
    elseif agreed then
      report.agrees { at = m:place("name"), how = m.name }
    end
  end,
}
