-- 8.我国对外投资持续增长; ……### 我国对外投资持续下降: a headline of the list at the head and
-- the heading that it announces are the same words.
local LINE, PARAGRAPH, LEAST = 300, 150, 24 -- bytes of a line
local LONGEST = 7 -- digits: longer ones are dates and numbers of documents
local NOISE = re.new("[\\s,。;:!?“”‘’\"'《》()·、…—–~～-]+")
local NUMBER = re.new("\\d[\\d,.]*|(?<=第)[一二三四五六七八九十百]+|[一二三四五六七八九十百]+(?=[个年月天周季届])|(?<=十)[一二三四五](?=五)|[今去明](?=年)|[上下](?=半年)")
local WAY = "上升|下降|增长|增加|减少|上涨|下跌|提高|降低|回升|回落|扩大|缩小|收窄|上调|下调|走强|走弱|加快|放缓|增强|减弱|高于|低于|超过|不足|顺差|逆差|升温|降温|增至|降至|升至|减至|提升|改善|恶化|好转|加剧|缓解|扩张|收缩|新高|新低|最高|最低|最多|最少|盈利|亏损|提前|推迟|快于|慢于|多于|少于|涨|跌"
local WAYS = re.new(WAY)

-- Text without marks, and its frame: without its numbers and words of direction, too.
local function read(text)
  local plain = NOISE:replace(text, "")
  return { plain = plain, frame = WAYS:replace(NUMBER:replace(plain, "#"), "~") }
end

-- The numbers of a line, or its words of direction.
local function all_of(line, pattern)
  local out = {}
  for found in pattern:gmatch(line.plain) do out[#out + 1] = found end
  return out
end

-- 8.4月份进出口增长: the 8th, of April, or 8.4 months; both are tried.
local MARK = re.new("^(?:#+\\s*|[-*•]\\s*|[(]?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[.、)])")
local function readings(block)
  local text = block.text
  local from, to = MARK:find(text)
  if not from then return { read(text) } end
  local body = read(text:sub(to + 1))
  return text:find("^%d+%.%d") and { body, read(text) } or { body }
end

-- The only place at which two lists differ, nil where there is none or more than one.
local function only_odd(a, b)
  local odd
  for i = 1, #a do
    if a[i] ~= b[i] then
      if odd then return nil end
      odd = i
    end
  end
  return odd
end

local function same(a, b) return table.concat(a, "/") == table.concat(b, "/") end

-- What has no number and no word of direction has nothing to differ in.
local TELLS = re.new("\\d|第[一二三四五六七八九十]|[一二三四五六七八九十][个年月天周季届]|十[一二三四五]五|[今去明]年|[上下]半年|" .. WAY)
local KINDS = { heading = true, title = true, item = true, paragraph = true }
local function is_line(block)
  local length = block.length
  return length <= (block.kind == "paragraph" and PARAGRAPH or LINE) and length >= LEAST and KINDS[block.kind] and TELLS:find(block.text) ~= nil
end

-- Where the n-th last match of a pattern stands in a line.
local function place_of(block, pattern, n)
  local place = block.body or block.place
  local sentence, found = place.sentence, {}
  if not sentence then return place end
  local from, to = pattern:find(sentence.text)
  while from do
    found[#found + 1] = { from, to }
    from, to = pattern:find(sentence.text, to + 1)
  end
  local at = found[#found - n]
  return at and sentence:place(at[1], at[2]) or place
end

-- 第三次会议 and 第四次会议, each told twice, are two; 8 and 八 are one number.
local calendar = lib "calendar"
local function are_two(own, other, a, b, seen)
  if a:find("^%d") and b:find("^%d") then return false end
  local x, y = calendar.number(a), calendar.number(b)
  return x ~= nil and x == y or seen.plain[own.plain] > 1 or seen.plain[other.line.plain] > 1
end

local function tell(block, own, other, seen, report)
  local ways, numbers = all_of(own, WAYS), all_of(own, NUMBER)
  local other_ways, other_numbers = all_of(other.line, WAYS), all_of(other.line, NUMBER)
  local way, number = only_odd(other_ways, ways), only_odd(other_numbers, numbers)
  local turned = way and same(other_numbers, numbers)
  if number and #numbers[number] > LONGEST then return end
  if not turned and not (number and block.kind ~= other.block.kind and same(other_ways, ways)) then return end
  if not turned and are_two(own, other, other_numbers[number], numbers[number], seen) then return end
  other.told = true
  local list, n, pattern = turned and ways or numbers, turned and way or number, turned and WAYS or NUMBER
  local a, b, back = (turned and other_ways or other_numbers)[n], list[n], #list - n
  report {
    at = place_of(block, pattern, back), related = { place_of(other.block, pattern, back) }, stated = b, expected = a,
    values = { other = a, own = b },
  }
end

-- One line: is it told before, in these words or in all but one?
local function add(seen, block, report)
  local lines, odd, known = readings(block), nil, false
  for _, own in ipairs(lines) do
    if seen.plain[own.plain] then
      seen.plain[own.plain], known = seen.plain[own.plain] + 1, true
    end
    odd = odd or seen.frames[own.frame] and own
  end
  if known then return end
  if odd then
    seen.plain[odd.plain] = 1
    if #odd.plain >= LEAST then seen.odd[#seen.odd + 1] = { block = block, line = odd, other = seen.frames[odd.frame] } end
    return
  end
  for _, own in ipairs(lines) do
    seen.plain[own.plain] = 1
    seen.frames[own.frame] = { block = block, line = own }
  end
end

return {
  api = 1,
  id = "headline-twice",
  severity = "warning",
  languages = { "zh" },
  on = { set = true },
  summary = {
    zh = "提要与标题词句相同，只有升降或一个数字不同（对外投资持续增长、对外投资持续下降）",
    en = "a headline stands twice, with another direction or one other number",
  },
  explain = {
    zh = [[文首的提要和正文的标题是同一句话。两处除一个升降词或一个数字外完全相同，其中之一就错了。]],
    en = [[The headline of the list at the head and the heading below are one sentence. Where they are the same but for a word
of direction or one number, one of them is wrong.]],
  },
  messages = {
    base = { zh = "另一处为“{other}”，此处为“{own}”，其余词句相同", en = "“{other}” elsewhere, “{own}” here, in the same words" },
  },
  examples = {
    bad = {
      { "6.今年前七个月我国轻工业稳健运行;\n\n### 去年前七个月我国轻工业稳健运行\n\n统计局发布。", at = "去" },
      { "5.国务院印发《教育发展“十五五”规划》;\n\n### 国务院印发《教育发展“十四五”规划》\n\n今天。", at = "四" },
      { "10.上半年金融对经济支持持续加强;\n\n### 下半年金融对经济支持持续加强\n\n央行发布。", at = "下" },
      { "(3)火山活动加剧 当地警戒提升;\n\n### 火山活动加剧 当地警戒下降\n\n据报道。", at = "下降" },
      { "8.今年1—4月我国对外投资持续增长;\n\n### 今年1-4月我国对外投资持续下降\n\n商务部发布数据。", at = "下降" },
      { "(2)一季度全国超1.41亿人次出入境 来华外国人大幅增加;\n\n### 一季度全国超1.41亿人次出入境 来华外国人大幅减少\n\n发布会。", at = "减少" },
      { "3.外汇储备规模环比上升;\n\n### 7月份外汇储备规模环比上升\n\n### 8月份进出口顺差扩大\n\n4.8月份进出口顺差收窄", at = "收窄" },
      { "1.前三季度规模以上工业增加值同比增长6.2%;\n\n### 前三季度规模以上工业增加值同比增长2.6%\n\n统计局发布。", at = "2.6" },
      { "1.大会主席团举行第三次会议 审议各项决议;\n\n### 大会主席团举行第二次会议 审议各项决议\n\n今天。", at = "二" },
      { "(3)日本爱媛县附近发生6.6级地震 多人受伤;\n\n### 日本爱媛县附近发生6.9级地震 多人受伤\n\n据报道。", at = "6.9" },
    },
    good = {
      "8.今年1—4月我国对外投资持续增长;\n\n### 今年1-4月我国对外投资持续增长\n\n商务部发布数据。",
      "### 2021年规模以上工业增加值增长6%\n\n甲。\n\n### 2022年规模以上工业增加值增长7%\n\n乙。",
      "1.大会主席团举行第三次会议 审议各项决议;\n\n### 大会主席团举行第四次会议 审议各项决议\n\n甲。\n\n### 大会主席团举行第三次会议 审议各项决议\n\n乙。",
      "5.我国超8成市县国土空间规划批复实施;\n\n### 我国超八成市县国土空间规划批复实施\n\n记者了解到。",
      "(一)加快建设交通强国\n\n(二)加快建设制造强国",
      "- 城镇居民人均可支配收入增长\n- 农村居民人均可支配收入下降",
      "1.甲市居民消费价格比上年上涨2.1%;\n2.乙市居民消费价格比上年上涨2.3%。",
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do
      local seen = { plain = {}, frames = {}, odd = {} }
      for _, block in ipairs(doc.lang == "zh" and doc.blocks or {}) do
        if is_line(block) then add(seen, block, report) end
      end
      for _, odd in ipairs(seen.odd) do
        if not odd.other.told then tell(odd.block, odd.line, odd.other, seen, report) end
      end
    end
  end,
}
