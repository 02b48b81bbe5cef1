local NUMBER = [[(?<!第)(?<![\d.,～~—–-])(?<low>\d+(?:\.\d+)?)]]
local TO = [[\s?(?:[-～~–—]|——|至|到)\s?]]

return {
  api = 1,
  id = "range-notation",
  severity = "note",
  languages = { "zh" },
  on = {
    pattern = {
      NUMBER .. TO .. [[(?<high>\d+(?:\.\d+)?)\s?(?<unit>[%‰])]],
      NUMBER .. TO .. [[(?<high>\d+(?:\.\d+)?)\s?(?<unit>[万亿])(?![一-龥]?分)]],
    },
  },
  summary = {
    zh = "数值范围的前一个数省略了百分号或万、亿（GB/T 15835—2011，5.1.3）",
    en = "the first figure of a range lacks its %, 万 or 亿 (GB/T 15835—2011, 5.1.3)",
  },
  explain = {
    zh = [[GB/T 15835—2011《出版物上数字用法》5.1.3：前后两个数值的计量单位相同且省略不会造成歧义时才可省略；
其示例写作15%～30%、9亿～16亿，不写作15～30%、9～16亿。]],
    en = [[GB/T 15835—2011, 5.1.3: the unit of the first figure may be left out only where nothing becomes
ambiguous; its examples write 15%～30% and 9亿～16亿, not 15～30% and 9～16亿.]],
  },
  messages = {
    base = {
      zh = "“{at}”宜写作“{full}”",
      en = "write “{full}” for “{at}”",
    },
  },
  examples = {
    bad = {
      { [[预期增长5～10%。]], at = "5～10%" },
      { [[投资9-16亿元。]], at = "9-16亿" },
    },
    good = {
      [[预期增长5%～10%，投资9亿—16亿元，3—5月，2019—2023年增长20%，距离100～150公里。]],
    },
  },
  check = function(m, report)
    local low, high = decimal(m.low), decimal(m.high)
    if high <= low then return end -- 2019-20%: no range
    local text = m:place().printed
    local full = m.low .. m.unit .. text:sub(#m.low + 1)
    report { at = m:place(), stated = text, expected = full, values = { full = full } }
  end,
}
