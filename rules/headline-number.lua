-- ### 第十三届图书联展举行 / 第十九届图书联展今天举行: a heading and what stands below it
-- give one thing, in the same words, two numbers.
local briefs, calendar, toll = lib "briefs", lib "calendar", lib "toll"

local BELOW = 8 -- sentences below a heading in which it is told again

-- What is numbered so: the number is no count, so headline-figure does not see it.
local VALUE = "(?:[一二三四五六七八九十百]{1,5}|\\d{1,3})"
local FORMS = {
  re.new("第" .. VALUE .. "[一-龥]"),
  re.new("(?<![第新本上下历一二三四五六七八九十百\\d.—–~-])" .. VALUE .. "(?:周年|届)"),
  re.new("(?<![\\d.—–~-])20\\d\\d(?![\\d年月./—–~-])"), -- 2024世界机器人大会
  re.new("20\\d\\d年度"), -- 感动中国2022年度人物
  re.new("(?<=[一-龥])(?:[一二三四五六七八九十]{1,3}|\\d{1,3})号(?![线文楼馆院店机码令台公凌上下])"), -- 天问二号
  re.new("(?<=连续|已经|历时|至今)" .. VALUE .. "(?:年|天|个月|周|次)"),
}
local NUMBER = re.new("\\d+|[一二三四五六七八九十百]+")
local BEFORE, AFTER = re.new("[一-龥]{1,8}$"), re.new("^[“《]?([一-龥]{1,8})")
local CHAR = 3 -- bytes of an ideograph

-- The numbers of a text with the ideographs beside them.
local function numbers_of(text)
  local out = {}
  for i, form in ipairs(FORMS) do
    local from, to = form:find(text)
    while from do
      local piece = text:sub(from, to)
      local printed = NUMBER:match(piece)
      out[#out + 1] = {
        form = i, from = from, to = to, text = piece, value = calendar.number(printed), unit = piece:sub(piece:find(printed, 1, true) + #printed),
        since = text:sub(1, from - 1):find("年$") ~= nil, before = BEFORE:match(text:sub(1, from - 1)) or "", after = AFTER:match(text:sub(to + 1)) or "",
      }
      from, to = form:find(text, to + 1)
    end
  end
  return out
end

-- How many ideographs are the same from the number on.
local function same_after(a, b)
  local n = 0
  while n < #a and n < #b and a:sub(n + 1, n + CHAR) == b:sub(n + 1, n + CHAR) do n = n + CHAR end
  return n // CHAR
end
local function same_before(a, b)
  local n = 0
  while n < #a and n < #b and a:sub(#a - n - CHAR + 1, #a - n) == b:sub(#b - n - CHAR + 1, #b - n) do n = n + CHAR end
  return n // CHAR
end

-- Of 3,500 numbers of headings told again in such words ten are of two things, and those
-- are counts.
-- 第四届消博会 / 第三届消博会: the meeting's own name follows; 自1982年第9届亚运会以来.
local SESSION, PLENUM, ABROAD = re.new("^第.*届$"), re.new("^[一二三四五六七八]中"), re.new("^(?:中国|全国|国际|全球)")
local LONG, HALF, MANY, FEW = 6, 3, 4, 2
local function is_told(a, b)
  local behind, ahead = same_after(a.after, b.after), same_before(a.before, b.before)
  if a.unit == "周年" and ahead >= FEW or a.unit == "号" and ahead >= FEW and behind >= FEW then return true end
  if SESSION:find(a.text) and SESSION:find(b.text) and not PLENUM:find(b.after) and not b.since and same_after(a.after, ABROAD:replace(b.after, "")) >= HALF then return true end
  return behind >= LONG or behind >= HALF and ahead >= HALF or behind >= MANY and ahead >= FEW or behind >= FEW and ahead >= MANY
end

-- The number below that tells of the heading's, where none below is the same.
local function other_of(head, heading, sentence, in_brief)
  local found, place
  for i = sentence.index + 1, sentence.index + BELOW do
    local s = sentence.doc.sentences[i]
    if not s or briefs.ends(s, heading, in_brief) then break end
    for _, n in ipairs(numbers_of(s.text)) do
      if n.form == head.form and n.unit == head.unit then
        if n.value == head.value then return nil, s:place(n.from, n.to), n end
        if not found and is_told(head, n) then found, place = n, s:place(n.from, n.to) end
      end
    end
  end
  return found, place
end

-- Several places, whose figures the heading adds up; 枪手本人和1名保安: one of several.
local SEVERAL, JOINED = re.new("等|[多两各三][地国州起]|[及和、]|连[发环续]"), re.new("(?:(?<![亡伤难生])[和及与]|至少|另有?|其中)[^,。;\\d]{0,8}$")

-- 撞桥事故2死17伤: what the first sentences below tell of the dead and the hurt.
local function judge_toll(sentence, block, report, in_brief)
  local head = SEVERAL:find(sentence.text) and {} or toll.headed(sentence.text)
  for _, what in ipairs { "dead", "hurt" } do
    local own, other, place, same, sum = head[what], nil, nil, nil, 0
    for i = sentence.index + 1, sentence.index + (own and BELOW or 0) do
      local s = sentence.doc.sentences[i]
      if not s or briefs.ends(s, block, in_brief) then break end
      for _, n in ipairs(toll.told(s.text)[what]) do
        sum = sum + tonumber(n.value)
        if n.value == own.value or sum == tonumber(own.value) or JOINED:find(s.text:sub(1, n.from - 1)) then same = s:place(n.from, n.to) end
        if not other then other, place = n, s:place(n.from, n.to) end
      end
    end
    local at = own and sentence:place(own.from, own.to)
    if same then
      report.agrees { at = same, related = at, how = own.value }
    elseif other then
      report { at = place, related = at, message = what, stated = other.value, expected = own.value, values = { head = own.value } }
    end
  end
end

local function judge(block, report, in_brief)
  local body = block.body or block.place
  local sentence = body and body.sentence
  if sentence then judge_toll(sentence, block, report, in_brief) end
  for _, head in ipairs(sentence and numbers_of(sentence.text) or {}) do
    local other, place, same = other_of(head, block, sentence, in_brief)
    local at = sentence:place(head.from, head.to)
    if other then
      report { at = place, related = at, stated = other.text, expected = head.text, values = { head = head.text } }
    elseif same and is_told(head, same) then
      report.agrees { at = place, related = at, how = head.text }
    end
  end
end

return {
  api = 1,
  id = "headline-number",
  severity = "warning",
  languages = { "zh" },
  on = { block = { "heading", "title" } },
  summary = {
    zh = "标题中的届次、周年等与其下正文不一致（第十三届、第十九届）",
    en = "a heading numbers a thing otherwise than the text below it",
  },
  explain = {
    zh = [[标题中的“第几届”“第几次”“多少周年”“2024某某大会”，在其下正文里词语相同而数字不同，且正文中没有标题里的
那个数，两处必有一误。新闻与报告中约三千五百处这样的重复，无一不同。]],
    en = [[第N届, N周年 or 2024 before a name stand in a heading and, in the same words, with another number below it, where the
heading's number does not occur. Of 3,500 such places in news and reports none differs by right.]],
  },
  messages = {
    dead = { zh = "标题为 {head} 死，正文为 {stated} 人死亡", en = "the heading has {head} dead, the text below it {stated}" },
    hurt = { zh = "标题为 {head} 伤，正文为 {stated} 人受伤", en = "the heading has {head} hurt, the text below it {stated}" },
    base = { zh = "标题为“{head}”，正文为“{stated}”，前后词语相同", en = "the heading has “{head}”, the text below it “{stated}”, in the same words" },
  },
  examples = {
    bad = {
      { "### 一游轮撞上码头 2死17伤\n\n一艘游轮昨天撞上码头。官方称,事故已造成2人死亡、11人受伤。", at = "11" },
      { "### 南州矿难致6死3伤\n\n南州一煤矿发生事故,9名矿工遇难,3人受伤。", at = "9" },
      { "### 探海二号深潜器完成海试\n\n记者获悉,探海三号深潜器完成海试返航。", at = "三号" },
      { "### 第四届果博会落幕\n\n在南州举行的第三届中国果博会上,新品走俏。", at = "第三届" },
      { "### 《动人中国2022年度人物盛典》播出\n\n十人获得“动人中国2021年度人物”荣誉。", at = "2021年度" },
      { "### 第十三届全球华文书店图书联展举办\n\n近日,第十九届全球华文书店图书联展在多国举办。", at = "第十九届" },
      { "### 十四届全国人大常委会第五次会议在京举行\n\n十四届全国人大常委会第四次会议28日上午在京举行。", at = "第四次" },
      { "### 中国美术馆建馆60周年座谈会召开\n\n中国美术馆建馆65周年座谈会昨天在北京召开。", at = "65周年" },
      { "### 习近平同乌干达总统就中乌建交60周年互致贺电\n\n国家主席习近平同乌干达总统互致贺电,庆祝两国建交63周年。", at = "63周年" },
      { "### 李强出席2024世界机器人大会\n\n李强今天出席2025世界机器人大会开幕式并致辞。", at = "2025" },
      { "### 快递业务量连续11年稳居世界第一\n\n去年快递业务量连续12年稳居世界第一。", at = "12年" },
    },
    good = {
      "### 一游轮撞上码头 2死17伤\n\n事故已造成2人死亡、17人受伤。去年的事故造成5人死亡。",
      "### 一地至少12死\n\n事故已造成15人死亡。\n\n### 探海二号完成海试\n\n探海二号返航,探海三号明年海试。",
      "### 矿难致6死\n\n今天有2人遇难,遇难人数升至6人。",
      "### 第十三届全球华文书店图书联展举办\n\n第13届全球华文书店图书联展在多国举办。去年举办了第十二届全球华文书店图书联展。",
      "### 第三批国家试点启动\n\n第三批试点启动,第一批、第二批国家试点已经完成。",
      "### 美术馆建馆60周年\n\n建校65周年的美术学院与美术馆共同举办展览。",
      "### 2024世界机器人大会开幕\n\n2023中国机器人产业报告同时发布。",
      "### 第三产业增长6%\n\n第二产业增长5%。",
    },
  },
  check = function(block, report)
    briefs.each(block, function(heading, in_brief) judge(heading, report, in_brief) end)
  end,
}
