-- A blank inside a figure breaks it; blanks before units are a matter of
-- style, which is one in a document.
local style = lib "style"
local gathered = style.gather()
local UNIT = [[(?:%|个百分点|万|亿|元|人|家|户|吨|亩|公里|平方米|千瓦)]]

-- A full stop with a blank ends a sentence: the broken figure is two halves.
local HALF = re.new([[[一-龥]\d+\.\s+$]])

return {
  api = 1,
  id = "number-spacing",
  severity = "warning",
  state = "preview",
  languages = { "zh" },
  on = {
    pattern = {
      [[(?<=[一-龥])(?<broken>\d+\s+\.\s?\d+)(?=\s?]] .. UNIT .. [[)]],
      [[^(?<broken>\d+)(?=\s?]] .. UNIT .. [[)]],
      [[(?<=\d)(?<blank>\s+)]] .. UNIT,
      [[(?<=\d)(?<blank>)]] .. UNIT,
    },
    set = true,
  },
  summary = {
    zh = "数字中间有空格，或数字与单位之间有的空格有的不空（GB/T 15835—2011，5.1）",
    en = "a blank inside a figure, or before some of the units only (GB/T 15835—2011, 5.1)",
  },
  explain = {
    zh = [[“12. 5%”中的空格把一个数分成两个，为警告。数字与汉字单位、百分号之间一般不空；全文多数不空而少数空的
（或相反），少的一方报一处提示。]],
    en = [[The blank in 12. 5% makes two figures of one: a warning. Where blanks stand before a few of the units only,
or before all but a few, the few are one note.]],
  },
  messages = {
    base = {
      zh = "“{at}”所在的数中间有空格",
      en = "there is a blank inside the figure at “{at}”",
    },
    mixed = {
      zh = "数字与单位之间{n}处如此，另有{other}处相反",
      en = "blank between figure and unit: {n} like this, {other} the other way",
    },
  },
  params = { most = 5 },
  examples = {
    bad = {
      { [[财政收入增长12. 5%。]], at = "5", severity = "warning" },
      { [[收入5亿元，支出6亿元，结余1 亿元，增长3%。]], at = " 亿", severity = "note" },
    },
    good = {
      [[收入5亿元，支出6亿元，增长3.5%。]],
      [[收入 5 亿元，支出 6 亿元，增长 3.5 %。]],
    },
  },
  check = function(item, report, params)
    if item.type == "set" then
      gathered.report(report, function(key, places, doc)
        local other = #gathered.of(doc, key == "blank" and "none" or "blank")
        if #places >= other or #places > params.most then return nil end
        return { message = "mixed", severity = "note", values = { n = #places, other = other } }
      end)
    elseif item[0]:find("^%d") then
      local place = item:place("broken")
      if place.text:find(".", 1, true) or HALF:find(place:before(12)) then report { at = place } end
    else
      gathered.put(item:place(), item.blank ~= "" and "blank" or "none")
    end
  end,
}
