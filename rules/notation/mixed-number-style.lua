local WORDS = { ["十"] = "0", ["百"] = "00", ["千"] = "000" }

return {
  api = 1,
  id = "mixed-number-style",
  severity = "note",
  languages = { "zh" },
  on = {
    pattern = [[(?<![\d.])(?<digits>\d+(?:\.\d+)?)\s?(?<word>[十百千])(?<more>[万亿]?)(?=[余多个名人元户亩家项件条吨台套次种辆座所只头棵株册平公]|$|[,。;、])(?!公斤?克|平方公里|公顷|立方米|平方米)]],
  },
  summary = {
    zh = "一个数里混用阿拉伯数字和汉字数字（5千人；GB/T 15835—2011，5.3）",
    en = "Arabic and Chinese numerals in one figure (5千人; GB/T 15835—2011, 5.3)",
  },
  explain = {
    zh = [[GB/T 15835—2011 5.3：数值很大时“万”“亿”可与阿拉伯数字同用，此外的一般数值不能同时采用阿拉伯数字与
汉字数字：108写作“108”或“一百零八”，不写作“1百零8”。5千人应写作5000人或五千人。千克、千瓦等单位不算。]],
    en = [[GB/T 15835—2011, 5.3: only 万 and 亿 may stand with Arabic numerals; 108 is 108 or 一百零八, not 1百零8.
Units such as 千克 and 千瓦 are none.]],
  },
  messages = {
    base = {
      zh = "“{at}”混用两种数字，可写作“{full}”",
      en = "“{at}” mixes two kinds of numerals; “{full}” is one",
    },
  },
  examples = {
    bad = {
      { [[参加活动5千人。]], at = "5千" },
      { [[投资2千万元。]], at = "2千万" },
    },
    good = {
      [[参加活动5000人，投资2000万元，播种268.4千公顷，重3千克，装机500千瓦，十多家，1.2亿人，3百分点。]],
    },
  },
  check = function(m, report)
    local value = decimal(m.digits) * decimal("1" .. WORDS[m.word])
    report { at = m:place(), expected = value:text() .. m.more, values = { full = value:text() .. m.more } }
  end,
}
