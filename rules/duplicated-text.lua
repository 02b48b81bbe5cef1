-- Words and clauses that stand twice side by side, and sentences that stand
-- twice near each other. A summary may repeat a sentence of the text, so what
-- is far apart is none.
local SENTENCE = 60 -- bytes of a sentence that is no formula
local NEAR = 8      -- sentences from one to the other

local HAN = re.new("[一-龥]{2}")
local WORD = re.new([[^[一-龥]{2,}$]])
-- 一个一个, 层层, 连战连胜: said twice on purpose.
local PURPOSE = re.new([[^[一每逐层样种几多半很太最]|^非常|^真的|^[大小成整][片块批把步段堆串口群声团包车捆束]|^([一-龥])\1|[一二三四五六七八九十百千万连再越且又边忽半不无自大小各]$]])
-- 博士博士后, 工程工程师: the second is the head of a longer word.
local SUFFIX = re.new([=[^(?:[后师长员者家会性化们部院所局站学业力率量区市县镇村链群圈起])]=])
local ENGLISH = re.new([[^[a-z][a-z’' -]*$]])
local MARK = re.new([[^[,、;。:]$]])
local DOUBLED_EN = { had = true, that = true, very = true, no = true, so = true, ha = true }
local SMALL = re.new([[^(?:of|in|on|at|for|to|by|from|with|and|the|a|an|is|was|are|were)$]])
local STOP = re.new("[。!?.]$")

-- One character twice, where no word of two ends or begins with it.
local PARTICLES = {
  [[(?<![目标有众端])的的(?!确)]], [[(?<!明)了了(?![解结然之])]], [[(?<![实现存所内潜正好在])在在(?![即线职校岗建库读场])]],
  [[(?<![还可但就于总不求凡])是是(?![非否])]], [[(?<![平共温总谐中])和和(?![平谐睦气美])]], [[(?<!以)及及(?![时早其])]],
  [[(?<![应针面反校核相绝党])对对(?![子方手象岸策等话台外])]], [[(?<![作行成认因分改称变更大人华无])为为(?!什)]], [[(?<!参)与与(?!会)]], [[(?<![由对关至等基鉴])于于]],
  [[(?<![可予得足所])以以(?![往外及上下来])]], [[(?<!即)将将(?![军士领])]], [[被被(?!子)]],
}

local function words(text)
  local _, n = text:gsub("%S+", "")
  return n
end

-- Is the word of two characters in the dictionary?
local function is_word(text)
  local row = lexicon("zh/compounds"):find(text:sub(1, 3))
  return row ~= nil and row.one:find(text:sub(4), 1, true) ~= nil
end

-- 就业创业创新: 业创 stands twice only across the words.
-- 研究生每生每年: no word at all. 纵向上向上下游: 纵向, 上下.
local function across_words(first, second)
  local text = second.text
  if #text ~= 6 then return false end
  local left, right = text:sub(1, 3), text:sub(4)
  if not is_word(text) then return true end
  return is_word(first:before(1) .. left) and is_word(right .. second:after(1))
end

-- 万吨万吨: the units of a table that lost its lines. 能躲多少躲多少, 好好说道说道.
local UNITS = re.new("^[万亿千百元人次吨个户家件平方米公里亩头只台辆套]+$")
local SAID_SO = re.new("多少$|^(?:罗斯|苏丹)$") -- and 俄罗斯罗斯托夫, 南苏丹苏丹人民解放运动
local WELL = re.new("好好$")

-- 车皮,车皮,车皮!: called out. 保持平稳发展。保持平稳发展,是基础: a heading, and what it heads.
local CALL, GOES_ON = re.new("^!"), re.new("^[,是]")
local function is_called(first, second)
  local text, mark = second.text, first:after(1)
  if CALL:find(second:after(1)) or first:before(#text + 1):find(text, 1, true) then return true end
  return mark == "。" and GOES_ON:find(second:after(1)) ~= nil
end

-- 1.2.4药敏分析药敏分析采用…: a heading that ran into its text.
local RUN_IN = re.new([[(?:^|\D)\d{1,2}(?:\.\d{1,2})+\s*$]])
local ONE_HAN = re.new("^[一-龥]")

-- 新中国|中国法制史, 总决赛|决赛: the first is the end of a longer word; 《国旗国旗真美丽》.
local LENGTHENED = re.new("(?:[新旧总半准]|《)$")
-- 西藏和|西藏和平解放, 主席同|主席同志: its last character begins another word; 手把手|把自己.
local JOINS, HAND = re.new("[和同与及跟]$"), re.new("^手把$")
local function is_cut_elsewhere(first, second)
  local text = second.text
  if LENGTHENED:find(first:before(1)) or HAND:find(text) then return true end
  return JOINS:find(text) ~= nil and is_word(text:sub(-3) .. second:after(1))
end

-- 古城区城区道路: a name and what it is of; 可感可及.
local REALM = re.new("[一-龥](?:城区|市区|县城|镇区|园区|社区)$|可")
local function chinese(first, second)
  local text = second.text
  if RUN_IN:find(first:before(10)) then return false end
  if MARK:find(first:after(1)) then return HAN:find(text) ~= nil and not is_called(first, second) end -- a clause
  if UNITS:find(text) or SAID_SO:find(text) or WELL:find(first:before(2)) then return false end
  if not WORD:find(text) or REALM:find(first:before(3) .. text) then return false end
  if is_cut_elsewhere(first, second) or second:after(8):find("^再" .. text) then return false end -- 务实务实再务实
  return not PURPOSE:find(text) and not across_words(first, second) and not (utf8.len(text) == 2 and SUFFIX:find(second:after(1)))
end

-- https://site.org/report.pdf pdf icon: the end of an address.
local ADDRESS = re.new("[^ ][./_=]$")

-- in *in vivo* models
local LATIN = re.new([[^\W{1,2}(?:vivo|vitro|situ|silico|utero|ovo|planta|extremis)\b]])

-- lau lau [a dish]: a word that is explained. Old rate rate per cc per cc: the head of
-- two columns that lost its lines. iconimage: labels of pictures.
local EXPLAINED, HEAD = re.new([=[^ \\?\[]=]), re.new([[^ ([A-Za-z]+(?: [a-z]+)?) \1\b]])
local LABEL = re.new("^(?:icon|image|logo|link)+$")

local function english(first, second)
  local text = second.text
  if EXPLAINED:find(second:after(3)) or HEAD:find(second:after(40)) or LABEL:find(text) then return false end
  if text == "in" and LATIN:find(second:after(12)) then return false end
  if first:after(3) == "   " then return false end -- in two columns of a layout
  if ONE_HAN:find(first:after(1)) then return false end -- logistic回归和有序logistic回归
  if not ENGLISH:find(text) or DOUBLED_EN[text] or second:after(1) == "-" then return false end
  if ADDRESS:find(first:before(2)) then return false end
  local n = words(text)
  if n == 2 then -- of the of the; not: the things we do we do for a reason
    local one, two = text:match("^(%S+)%s+(%S+)$")
    return SMALL:find(one) and SMALL:find(two)
  end
  if n == 1 and #text == 1 then return false end
  local begins = first.text:lower() == text and first:before(1) == "" and SMALL:find(text)
  return first.text == text or begins
end

-- Two columns of a page on one line: their last words are the same again and again.
local COLUMNS, LINE_END = 3, re.new("^[\\s`]*(?:$|\n|\\d)")
local function ends_line(second) return LINE_END:find(second:after(3)) ~= nil end
local function in_columns(pairs_of)
  local n = 0
  for _, pair in ipairs(pairs_of) do
    if pair.first.sentence and ends_line(pair.second) then n = n + 1 end
  end
  return n >= COLUMNS
end

local function doubles(doc, report)
  local done, pairs_of = {}, doc:doubles()
  local columns = doc.lang == "en" and in_columns(pairs_of)
  for _, pair in ipairs(pairs_of) do
    local first, second = pair.first, pair.second
    if columns and ends_line(second) then goto next end
    -- A heading, and the paragraph that begins with its words.
    local apart = first.sentence and first.block ~= second.block
    if first.sentence and not apart and (chinese(first, second) or english(first, second)) then
      report { at = second, related = first, values = { word = second.text } }
      done[second.sentence] = true
    end
    ::next::
  end
  return done
end

-- A note or item of its own is said again under the next figure.
local NOTE = { item = true, footnote = true }
local function is_note(pair)
  local a, b = pair.first.block, pair.second.block
  return a ~= b and NOTE[a.kind] and NOTE[b.kind] and #b.text - #pair.second.text < 8
end

-- What stands below each of two tables; a work that two notes cite; a line of the text that
-- is set apart above its paragraph.
local BELOW = re.new([=[^[^A-Za-z]{0,8}(?:Abbreviations?|Notes?|Sources?|Data might be|Percentages)\b|\b(?:Available (?:at|from)|Accessed|doi|https?):?]=])
local ROOM = 8 -- bytes of marks about a line
local function is_set_apart(pair)
  local a, b = pair.first.block, pair.second.block
  return a ~= b and a.doc.lang == "en" and a.kind == "paragraph" and #a.text - #pair.first.text < ROOM and #b.text - #pair.second.text > ROOM
end

-- A sentence behind itself, or two and more that come again a little later:
-- 决算数小于预算数的主要原因 in each of many paragraphs is a formula.
local function twins(doc, report, done)
  local pairs_of = doc:twins(SENTENCE, NEAR)
  local function distance(i)
    local pair = pairs_of[i]
    return pair and pair.second.sentence.index - pair.first.sentence.index
  end
  local last = 0 -- sentence of the last one of a run
  for i, pair in ipairs(pairs_of) do
    local second = pair.second
    local index = second.sentence.index
    local follows = pairs_of[i + 1] and pairs_of[i + 1].second.sentence.index == index + 1 and distance(i + 1) == distance(i)
    local section = second.block.heading == pair.first.block.heading -- a summary has its own
    local near = section and (distance(i) == 1 or (distance(i) <= NEAR and follows and not is_note(pair)))
      and not BELOW:find(second.block.text) and not BELOW:find(second.text) and not is_set_apart(pair)
    if index == last + 1 then
      last = index
    elseif near and not done[second.sentence] and STOP:find(second.text) then
      report { at = second, related = pair.first, message = "sentence" }
      last = index
    end
  end
end

return {
  api = 1,
  id = "duplicated-text",
  severity = "warning",
  on = { pattern = PARTICLES, set = true },
  summary = {
    zh = "词语、分句或整句重复（进行进行、相邻段落两次写同一句）",
    en = "a word, a clause or a sentence stands twice (the the)",
  },
  explain = {
    zh = [[紧挨着写了两遍的词（进行进行）、分句，以及同段或相邻段落里一字不差的长句，多是粘贴或修改时留下的。
“一个一个”“层层”一类有意的重叠不报；相距较远的重复（摘要与正文）不报。]],
    en = [[A word or clause that stands twice side by side, or a long sentence that stands twice in one
paragraph or the next, is left over from pasting. "That that", names, and sentences that a summary shares with
the text are not reported.]],
  },
  messages = {
    base = {
      zh = "“{word}”连写了两遍",
      en = "“{word}” stands twice",
    },
    sentence = {
      zh = "这一句前面已有，一字不差",
      en = "this sentence has just been said, word for word",
    },
  },
  examples = {
    bad = {
      { [[全市进行进行数字化改造。]], at = "进行", nth = 2 },
      { [[这是今年的的重点工作。]], at = "的的" },
      { [[工作立足于于本县实际。]], at = "于于" },
      { [[深入推进县域改革，深入推进县域改革，增强活力。]], at = "深入推进县域改革", nth = 2 },
      { "扎实推进一批补短板的重点民生工程项目建设。\n\n扎实推进一批补短板的重点民生工程项目建设。办好学校。",
        at = "扎实推进一批补短板的重点民生工程项目建设。", nth = 2 },
      { [[Prices in the the region rose.]], at = "the", nth = 2 },
      { [[Most of the of the people agreed.]], at = "of the", nth = 2 },
    },
    good = {
      [[由于于长生患病,大片大片的油菜花开了,煤炭大块大块切割下来,健康产业产业链长,《国旗国旗真美丽》唱响,解放军进军西藏和西藏和平解放。新中国中国法制史的创建者晋级总决赛决赛,手把手把经验教给他,国家主席同主席同志会见,把血肉联系联系起来。]],
      "High-resolution JPG for printimage iconimage iconimage icon. We talked about lau lau [a dish]. Revised Old rate rate per cc per cc 20 14.",
      "not exceeding 65mm per thousand thousand\n\nnot exceeding 70mm per thousand thousand\n\nnot exceeding 75mm per thousand thousand",
      "Most of the harbours of the north were dredged twice in the last ten years.\n\nMost of the harbours of the north were dredged twice in the last ten years. That cost more than was planned.",
      [[Estimates: https://www.cdc.gov/nchs/data/ERmentalhealth-508.pdf pdf icon]],
      "各级干部要务实务实再务实,实干实干再实干。",
      [[FIGURE 1. Visits by week

* The axis differs for the age groups to account for the numbers of visits by these groups.

* The program receives medical records without names from most of the departments of the country.

FIGURE 2. Visits by month

* The axis differs for the age groups to account for the numbers of visits by these groups.

* The program receives medical records without names from most of the departments of the country.]],
      [[1.2.4药敏分析药敏分析采用诊断系统。通过单因素logistic回归分析和有序logistic回归模型探索关系。]],
      [[获得感可感可及，实施古城区城区雨水管网改造。]],
      "产品分类\n\n产品分类是统计的基础。",
      [[大力支持就业创业创新，落实退税缓税缓费政策，群众反映很好很好。]],
      [[项目一个一个抓，任务一件一件落实，达到目的的确不易，为了了解情况，层层压实责任，高高兴兴过年。]],
      [[以东南亚、南亚、中亚为重点，中国银行、中国建设银行参与，从轻处罚、从重处罚分清，一校一策。]],
      "It is set as the change of yt       yt of the year, and is not         not working for the others.",
      [[It was inefficient in *in vivo* models, and was shown in in vitro experiments.]],
      [[He said that that was what they had had in New York New York.]],
      "合计      合计\n\n| 合计 | 合计 |\n|---|---|\n| 结余 | 结余 |",
    },
  },
  check = function(item, report)
    if item.type == "match" then
      report { at = item:place(), values = { word = item[0]:sub(1, #item[0] // 2) } }
      return
    end
    for _, doc in ipairs(item.documents) do
      twins(doc, report, doubles(doc, report))
    end
  end,
}
