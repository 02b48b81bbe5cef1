-- The normalised text has half-width marks only; what is printed tells.
local style = lib "style"
local gathered = style.gather()
local FULL = { [","] = "，", [";"] = "；", [":"] = "：", ["?"] = "？", ["!"] = "！", ["("] = "（", [")"] = "）" }

return {
  api = 1,
  id = "halfwidth-punctuation",
  severity = "note",
  state = "preview",
  languages = { "zh" },
  on = {
    pattern = {
      "(?<=[一-龥”》])[,;:?!](?=[一-龥“《]|$)",
      [[(?<=[一-龥])\((?=[一-龥])]],
      [[(?<=[一-龥])\)(?=[一-龥,。;:])]],
    },
    set = true,
  },
  summary = {
    zh = "中文里用了半角标点（GB/T 15834—2011，5.1）",
    en = "half-width punctuation in Chinese text (GB/T 15834—2011, 5.1)",
  },
  explain = {
    zh = [[GB/T 15834—2011《标点符号用法》5.1：横排文稿的句号、逗号、分号、冒号、问号、叹号和括号各占一个字的
位置，即用全角。两边都是汉字的半角标点按每种符号一处报告，给出处数。数字、外文中的半角标点不算。]],
    en = [[GB/T 15834—2011, 5.1: marks in Chinese text take the place of a whole character. Half-width marks between
Han characters are reported once a kind and document, with their number.]],
  },
  messages = {
    base = {
      zh = "半角“{mark}”共{n}处，应为全角“{full}”",
      en = "half-width “{mark}” {n} times; full-width “{full}” in Chinese text",
    },
  },
  examples = {
    bad = {
      { [[经济平稳运行,财政收入增长,就业稳定。]], at = "," },
    },
    good = {
      [[经济平稳运行，财政收入增长（不含基金），比例为3:5，见GB 3100,1993。]],
    },
  },
  check = function(item, report)
    if item.type == "match" then
      local place = item:place()
      if #place.printed == 1 then gathered.put(place, place.printed) end
      return
    end
    gathered.report(report, function(mark, places)
      return { stated = mark, expected = FULL[mark], values = { mark = mark, full = FULL[mark], n = #places } }
    end)
  end,
}
