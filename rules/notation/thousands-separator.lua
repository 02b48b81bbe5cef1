-- A group that is not three digits is a slip; with and without separators in
-- one document is a matter of style.
local style = lib "style"
local gathered = style.gather()
local UNIT = [[(?=\s?(?:[%‰元万亿人户家个名件吨亩台套米]|公里|million|billion|percent|people|persons|shares|$))]]

return {
  api = 1,
  id = "thousands-separator",
  severity = "warning",
  state = "preview",
  on = {
    pattern = {
      [[(?<![\d,.、(-])(?<wrong>\d{1,3}(?:,\d{3})*,(?:\d{4,6}|\d{1,2}(?=\.\d))(?:,\d{3})*(?:\.\d+)?)(?![\d,])]] .. UNIT,
      [[(?<![\d,.])(?<wrong>\d{4,},\d{3}(?:,\d{3})*(?:\.\d+)?)(?![\d,])]] .. UNIT,
    },
    claim = { "count", "amount" },
    set = true,
  },
  summary = {
    zh = "千分撇位置不对，或全文分节方式不一（GB/T 15835—2011，5.1.1）",
    en = "a separator is not in front of three digits, or only some figures have one (GB/T 15835—2011, 5.1.1)",
  },
  explain = {
    zh = [[GB/T 15835—2011 5.1.1：四位以上的数可用千分撇或千分空从小数点起每三位分节。分节不是三位的（12,3456）
可能多字或少字，为警告；同一文中中文稿里五位以上的数有的分节有的不分，少的一方报一处提示。]],
    en = [[GB/T 15835—2011, 5.1.1: separators part groups of three digits. 12,3456 has one digit too many or too
few: a warning. Where, in a Chinese text, of the figures of five digits and more some have separators, the smaller number of them is
one note.]],
  },
  messages = {
    base = {
      zh = "“{at}”的千分撇不在三位处，可能多字或少字",
      en = "{at}: the separator is not in front of three digits; one may be lost",
    },
    mixed = {
      zh = "五位以上的数分节方式不一：{n}处如“{at}”，另有{other}处相反",
      en = "figures of five digits and more: {n} are printed like {at}, {other} the other way",
    },
  },
  params = { most = 5 },
  examples = {
    bad = {
      { [[财政支出12,3456元。]], at = "12,3456", severity = "warning" },
      { [[甲区人口12,345人，乙区23,456人，丙区34567人，丁区45,678人。]], at = "34567", severity = "note" },
      { [[Sales were 1234,567 shares.]], at = "1234,567" },
    },
    good = {
      [[甲区人口12,345人，乙区23,456人，丙区1234人。]],
      [[Tables 1,2 and 3,4; coordinates 12,34; sales were 1,234,567.89 shares.]],
    },
  },
  check = function(item, report, params)
    if item.type == "match" then
      report { at = item:place("wrong") }
    elseif item.type == "claim" then
      if item.doc.lang == "zh" and item.value and not item.numeral and item.digits - item.decimals >= 5 then
        gathered.put(item:place("number"), item.grouped and "grouped" or "plain")
      end
    else
      gathered.report(report, function(key, places, doc)
        local other = #gathered.of(doc, key == "plain" and "grouped" or "plain")
        if #places >= other or #places > params.most then return nil end
        return { message = "mixed", severity = "note", values = { n = #places, other = other } }
      end)
    end
  end,
}
