-- Values of one name, in order of first appearance, with their places.
local function values(names)
  local out, at = {}, {}
  for _, place in ipairs(names) do
    local text = place.text
    if not at[text] then
      at[text] = { text = text, places = {} }
      out[#out + 1] = at[text]
    end
    table.insert(at[text].places, place)
  end
  return out
end

return {
  api = 1,
  id = "name-number",
  severity = "warning",
  on = { link = "same_name" },
  summary = {
    zh = "同一名称中的数字前后写法不一",
    en = "a name with a number in it is written in two ways",
  },
  explain = {
    zh = [[“1650”产业体系与“1560”产业体系：引号内名称除数字外完全相同，数字却有两种写法。
只有两种写法、且其中一种只出现一次时报告，出现次数少的（次数相同则后出现的）为存疑处。]],
    en = [[The quoted name is the same but for its number. Reported where there are two spellings and one of
them stands only once; the rarer one, of equals the later, is in doubt.]],
  },
  messages = {
    base = {
      zh = "名称中的数字此处为“{stated}”，别处为“{expected}”",
      en = "the number in this name is “{stated}” here and “{expected}” elsewhere",
    },
  },
  examples = {
    bad = {
      { [[加快建设“1650”产业体系。

围绕“1560”产业体系推进强链补链。]], at = "1560" },
      { [[深入实施“十大战略”。落实“十大战略”要求。

持续推进“八大战略”。]], at = "八" },
    },
    good = {
      [[加快建设“1650”产业体系。

围绕“1650”产业体系推进强链补链。]],
      [[“十三五”规划全面完成。

“十四五”规划开局良好。]],
      [[出台“稳增长20条”。

落实“促消费20条”。]],
    },
  },
  check = function(link, report)
    local list = values(link.names)
    if #list == 1 then
      report.agrees { at = link.names[1], related = link.names, how = list[1].text }
      return
    end
    if #list ~= 2 then return end
    local a, b = list[1], list[2]
    local rare, usual = b, a
    if #a.places < #b.places then rare, usual = a, b end
    if #rare.places > 1 then return end
    report {
      at = rare.places[1], related = usual.places, message = "base",
      stated = rare.text, expected = usual.text,
    }
  end,
}
