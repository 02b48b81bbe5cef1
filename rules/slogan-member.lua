-- “一减两稳四增”(“一减”:……;“两稳”:……;“五增”:……): a slogan of counted words, and its
-- members taken up again, each in quotation marks.
local calendar = lib "calendar"
local NUMERAL = "[一二两三四五六七八九十]"
local MEMBER = NUMERAL .. "(?:个|大)?(?!" .. NUMERAL .. ")[一-龥]{1,3}?"
local SLOGAN = "(?<n>)(?<word>)“(?<name>" .. MEMBER .. "(?:[、,]?" .. MEMBER .. "){1,4})”"
local ONE = "(?<name>)“(?<n>" .. NUMERAL .. ")(?<word>(?:个|大)?(?!" .. NUMERAL .. ")[一-龥]{1,3})”"
local EACH = re.new("(" .. NUMERAL .. ")([^" .. NUMERAL:sub(2, -2) .. "、,]+)")

-- “五增”:…, “四着力”,是指…: taken up to be explained. “两新” is elsewhere a name of its own.
local EXPLAINED = re.new("^”(?::|——|,?(?:一?是|即|就是|指|为|包括))")

local all = memo() -- of each document: slogans in order, and the members told alone by their words

local function place_in(doc)
  local here = all[doc] or { slogans = {}, known = {}, alone = {}, words = {} }
  all[doc] = here
  return here
end

local function note_slogan(m, here)
  if here.known[m.name] then return end
  local members, at = {}, {}
  for n, word in EACH:gmatch(m.name) do
    if at[word] then return end
    members[#members + 1], at[word] = { n = n, word = word }, true
  end
  if #members < 2 then return end
  here.known[m.name] = true
  here.slogans[#here.slogans + 1] = { name = m.name, members = members, place = m:place("name") }
  for _, member in ipairs(members) do
    here.words[member.word] = (here.words[member.word] or 0) + 1
  end
end

local function note_alone(m, here)
  if not EXPLAINED:find(m:place():after(4)) and not EXPLAINED:find("”" .. m:place():after(4)) then return end
  local list = here.alone[m.word] or {}
  here.alone[m.word] = list
  list[#list + 1] = { n = m.n, place = m:place("n") }
end

-- Members explained alone with the number of the slogan show that it is taken apart; the one
-- whose number stands in none of them is in doubt.
local function judge(slogan, here, report)
  local agreed, odd = 0, nil
  for _, member in ipairs(slogan.members) do
    local same, other = false, nil
    for _, one in ipairs(here.alone[member.word] or {}) do
      if calendar.number(one.n) == calendar.number(member.n) then same = true else other = other or one end
    end
    if same then agreed = agreed + 1 end
    if other and not same and here.words[member.word] == 1 then
      if odd then return end
      odd = { one = other, member = member }
    end
  end
  if agreed == 0 then return end
  if odd then
    local stated = odd.one.n .. odd.member.word
    report { at = odd.one.place, related = slogan.place, stated = odd.one.n, expected = odd.member.n, values = { name = slogan.name, told = stated } }
  elseif agreed == #slogan.members then
    report.agrees { at = slogan.place, how = slogan.name }
  end
end

return {
  api = 1,
  id = "slogan-member",
  severity = "warning",
  languages = { "zh" },
  on = { set = true, pattern = { SLOGAN, ONE } },
  summary = {
    zh = "提法拆开来说时，其中一项的数字与提法不同（“一减两稳四增”……“五增”）",
    en = "of a slogan of counted words one member is taken up again with another number (“一减两稳四增” … “五增”)",
  },
  explain = {
    zh = [[“一减两稳四增”由若干“数字+词”组成，文中又以引号逐项解释（“一减”:、“两稳”,是指）。至少一项数字相同，而另一项只以不同数字出现时报告。]],
    en = [[A slogan is made of numerals with their words, and the text explains its members, each in quotation marks. Reported where one member at least has its
number again, and another is told with another number only.]],
  },
  messages = {
    base = { zh = "“{name}”拆开来说时此处为“{told}”", en = "“{name}” is taken apart with “{told}” here" },
  },
  examples = {
    bad = {
      { "播种面积“一减两稳四增”(“一减”:减少玉米;“两稳”:稳定花生和烤烟;“五增”:增加水稻、蔬菜、水果、饲草)。", at = "五" },
      { "总体框架概括为“两持续、五着力”。\n\n“两持续”,是指持续增强保障能力、持续巩固成果。\n\n“四着力”,是指着力壮大产业、着力推进建设、着力健全体系、着力优化配置。", at = "四" },
    },
    good = {
      "播种面积“一减两稳四增”(“一减”:减少玉米;“两稳”:稳定花生和烤烟;“四增”:增加水稻、蔬菜、水果、饲草)。",
      "贯彻“三新一高”要求,落实“两新”政策,“一高”:高质量发展。坚持“四抓一推进”,开展“三抓”活动,“一推进”是关键。",
      "实施“一核两翼”布局。推进“三翼”改造,落实“四增”要求。打造“两清三改”样板,“两清”到位,“二清”有效。",
    },
  },
  check = function(m, report)
    if m.type ~= "set" then
      local here = place_in(m.sentence.doc)
      if m.name ~= "" then return note_slogan(m, here) end
      return note_alone(m, here)
    end
    for _, doc in ipairs(m.documents) do
      local here = all[doc]
      for _, slogan in ipairs(here and here.slogans or {}) do judge(slogan, here, report) end
    end
  end,
}
