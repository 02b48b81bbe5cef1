-- 追回38件流失文物艺术品……将缴获的83件中国流失文物艺术品; 增发1000亿元财政债券……财政增发1000万元国债:
-- one thing is told twice, and one of the figures has two digits swapped or another scale.
local near, bigrams, rounded_again = lib "near", lib "bigrams", lib "rounded_again"

local REACH = 60 -- figures back
local BEHIND, BESIDE = 8, 8 -- characters whose words are compared
local ALIKE, NEARLY = 5, 2 -- pairs of characters they share: behind swapped digits; around one number

local HAN_BEHIND, HAN_BEFORE = re.new("^[一-龥]+"), re.new("[一-龥]+$")
local WORD = re.new("(?:超过|突破|达到|超|近|约|为|达|了)+$")

local behinds, besides = memo(), memo()
local function behind(c)
  if not behinds[c] then behinds[c] = bigrams.of(HAN_BEHIND:match(c:after(BEHIND)) or "") end
  return behinds[c]
end
local function beside(c)
  if not besides[c] then
    local before = HAN_BEFORE:match(WORD:replace(c:before(BESIDE + 2), "")) or ""
    besides[c] = bigrams.of(before, bigrams.of(HAN_BEHIND:match(c:after(BESIDE)) or ""))
  end
  return besides[c]
end

local function is_figure(c)
  return c.low and not c.numeral and c.unit ~= "" and c.digits > 0 and not c.sentence.cell
end

-- 1000亿元 and 1000万元 in the same words; 10 and 100 stand anywhere.
local function is_rescaled(a, b)
  if a.number_text ~= b.number_text or a.unit ~= b.unit or a.scale == b.scale then return false end
  if a.digits < 2 and not a.number_text:find("^%d%d%d") then return false end
  local both = a.scale:gt(1) and b.scale:gt(1) -- 人均4140元 and 4140亿元
  return bigrams.shared(beside(a), beside(b)) >= (both and NEARLY or ALIKE)
end

-- 去年全年……3580亿元, 今年……3850亿元: of another time.
local AGO = re.new("去年|上年|前年|同期|上月|上季|此前|过去|曾|\\d{4}年|\\d月")
local function is_other_time(a, b)
  return AGO:find(a:before(16)) ~= nil or AGO:find(b:before(16)) ~= nil
end

local function is_swapped(a, b)
  return #a.number_text == #b.number_text and a.decimals == b.decimals and a.scale == b.scale
    and near.miss(a.low, b.low) == "transposed" and bigrams.shared(behind(a), behind(b)) >= ALIKE and not is_other_time(a, b)
end

-- A number for the digits of a figure in any order, by which swapped ones meet.
local OF_BYTE = {}
for byte = 0, 255 do OF_BYTE[byte] = byte >= 48 and byte <= 57 and (byte * 2654435761) % 4294967291 or 0 end
local function digits_of(text)
  local bytes, sum = { text:byte(1, -1) }, #text
  for i = 1, #bytes do sum = sum + OF_BYTE[bytes[i]] end
  return sum
end

-- 700万亩 and 700万公顷 in the same words; 5天 and 5小时 stand anywhere.
local function is_of_other_unit(a, b)
  if a.unit == b.unit or a.number_text ~= b.number_text or a.scale ~= b.scale or a.dimension:find("^count") then return false end
  local large = a.digits > 2 or a.scale:gt(1)
  return (large or a.digits == 2) and bigrams.shared(beside(a), beside(b)) >= (large and NEARLY or ALIKE)
end

local function judge(c, list, report)
  local dimension, text, scale, index = c.dimension, c.number_text, c.scale, c.index
  for i = #list, 1, -1 do
    local a = list[i]
    if not a or a.dimension ~= dimension then goto next end
    local again = a.number_text == text
    if not again and index - a.index > REACH then break end
    if again and a.scale == scale and a.unit == c.unit then return end
    local message = is_of_other_unit(a, c) and "unit" or is_rescaled(a, c) and "scale" or is_swapped(a, c) and "base"
    if message then
      report { at = c, related = { a }, expected = a.text, message = message, values = { other = a.text } }
      return
    end
    ::next::
  end
end

local MOST = 12 -- figures of the same digits that are compared
local WANTED = { claim = true, prose = true }

return {
  api = 1,
  id = "figure-again",
  severity = "warning",
  languages = { "zh", "en" },
  on = { set = true },
  summary = {
    zh = "同样的词语前后两次，数字颠倒、“万”“亿”或单位不同，或取整有误（38件流失文物、83件流失文物）",
    en = "the same words are told twice, with two digits swapped, another scale or unit, or badly rounded",
  },
  explain = {
    zh = [[同一件事前后说了两次：后面的词语相同而两位数字颠倒，或数字相同、前后词语相同而“万”“亿”或单位（亩、公顷）不同。
1,700万字的报告和新闻里，后面八个字大半相同而数字颠倒的没有一处，数字相同而数量级不同的没有一处。
英文摘要把正文的百分数取整，后面三个词相同、旁边的数也是取整，而此数不是的，也予以报告。]],
    en = [[One thing is told twice: the words behind the figure are the same and two digits swapped, or the number and
the words around it are the same and the scale (万, 亿) or the unit (亩, 公顷) is another. 17 million characters of reports and news have none.
Of English, where a summary rounds the percentages of the text: three words behind two figures are the same and one
beside them is rounded, but this one is no rounding of the other.]],
  },
  messages = {
    base = { zh = "前面为 {other}，此处为 {stated}，数字疑似颠倒", en = "told as {other} before and as {stated} here: two digits look transposed" },
    rounded = { zh = "另一处为 {other}，此处取整为 {stated}", en = "{stated} here, where {other} would be rounded" },
    unit = { zh = "前面为 {other}，此处为 {stated}，单位不同", en = "told as {other} before and as {stated} here: another unit" },
    scale = { zh = "前面为 {other}，此处为 {stated}，数量级不同", en = "told as {other} before and as {stated} here: another scale" },
  },
  examples = {
    bad = {
      { "从美国成功追索38件流失文物艺术品。\n\n检察官办公室将缴获的83件中国流失文物艺术品移交。", at = "83件" },
      { "国务院增发1000亿元财政债券,重点用于基础设施。\n\n去年财政增发1000万元国债加强基础设施建设。", at = "1000万元" },
      { "76个国家区域医疗中心项目落地。\n\n全国共有67个国家区域医疗中心项目落地。", at = "67个" },
      { "全省粮食产量保持在1.3万亿斤以上。\n\n确保粮食产量稳定保持在1.3亿斤以上。", at = "1.3亿斤" },
      { "发放贷款支持小微企业3.25亿元。\n\n全年发放贷款支持小微企业3.25万元。", at = "3.25万元" },
      { "水库有效改善700多万亩农田灌溉条件。\n\n目前已改善下游700多万公顷农田的灌溉用水条件。", at = "700多万公顷" },
      { "全市化肥使用量125吨。\n\n全年共节约全市化肥使用量125公斤。", at = "125公斤" },
      { "新建改造18公里城市供水管网。\n\n今年新建改造81公里城市供水管网。", at = "81公里" },
      { "About 38% of the drivers were insured, 29% owned their lorry, and 7% were women.\n\nOf 1,204 drivers asked, 37.6% were insured, 26.7% owned their lorry, and 7.1% were women.", at = "29%" },
    },
    good = {
      "About 38% of the drivers were insured, 27% owned their lorry, and 7% were women.\n\nOf 1,204 drivers asked, 37.6% were insured, 26.7% owned their lorry, and 7.1% were women.",
      "About 38% of the drivers were insured, 29% owned their lorry.\n\nIn the north 33.6% were insured, 26.7% owned their lorry.",
      "从美国成功追索38件流失文物艺术品。\n\n检察官办公室将缴获的38件中国流失文物艺术品移交。",
      "国务院增发1000亿元财政债券,重点用于基础设施。\n\n全县投入1000万元用于校舍维修。",
      "2021年,新建改造18公里城市供水管网。\n\n2022年,新建改造81公里城市供水管网。",
      "累计生产天然气超100亿立方米。\n\n生产凝析油超100万立方米。",
      "农民人均纯收入4140元,比2002年增加1664元。\n\n社会保障基金积累4140亿元,比2002年增加2898亿元。",
      "工业企业38家。\n\n服务业企业83家。",
      "全市新增耕地25亩。\n\n全市新增林地25公顷。",
      "空袭造成710人死亡。\n\n空袭已造成710名平民死亡。",
      "我国中小企业数量超6000万家。\n\n我市上市企业近6000家。",
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      if doc.lang == "en" then rounded_again.judge(doc, report) end
      local firsts, seen, keys = {}, {}, {} -- figures by the number of their digits; numbers by text
      for _, c in ipairs(doc.lang == "zh" and doc:figures("amount", "count", WANTED) or {}) do
        local text = c.number_text
        if #text > 1 then
          local key = keys[text] or digits_of(text)
          keys[text] = key
          local first = firsts[key]
          if not first then
            firsts[key] = c
          elseif is_figure(c) then
            local list = seen[key] or { is_figure(first) and first or false }
            seen[key] = list
            judge(c, list, report)
            if #list < MOST then list[#list + 1] = c end
          end
        end
      end
    end
  end,
}
