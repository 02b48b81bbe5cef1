local TENTH_MORE, HALF_MORE = decimal(11) / 10, decimal(3) / 2

-- Digits before trailing zeros: 110 has two, 100 has one.
local function figures(claim)
  return #claim.number_text:gsub("[^0-9]", ""):gsub("0+$", "")
end

-- The most the whole can be. 突破110万辆 has no end, but who is far above says
-- so: a tenth more, to the next mark for a round one (5000, 6000), and
-- half as much again for 100.
local function most(whole)
  if whole.bound ~= "more_than" and whole.bound ~= "at_least" then return whole.amount.high end
  if not whole.amount.low then return nil end
  local first = tonumber(whole.number_text:match("[1-9]")) or 1
  local next_mark = first > 1 and decimal(first + 1) / first or HALF_MORE
  return whole.amount.low * (figures(whole) > 1 and TENTH_MORE or next_mark)
end

-- by $500 billion, bringing the total fund size to $4.6 billion
local MONEY = [[(?:[A-Z]{0,3}[$£€] ?)?\d[\d,]*(?:\.\d+)? ?(?:thousand|million|billion|trillion)?]]
local BROUGHT = [[\bby (?:about |approximately |another |an additional |a further )?(?<part>]] .. MONEY
  .. [[)[^.;,\d]{0,40}, ?(?:thus |thereby )?(?:bringing|taking|raising) (?:the|its|their|our) [a-z -]{0,30}\b(?:total|size|amount|number|fund|balance|capacity)\b[^.;,\d]{0,30} to (?:about |approximately |over |more than |nearly )?(?<whole>]]
  .. MONEY .. [[)]]

local BROUGHT_WORDS = re.new("bringing|taking|raising")

-- 比上年低13亿元。其中; 超过计划目标10万套,其中; 同比多节约19.81亿元: by how much; 采购额超过
-- 1亿元的县市: a class.
local BY_HOW_MUCH = re.new("(?:(?<![至不最])[低高少多]|[低高少多]出|同比多[一-龥]{1,4}|相差|支大于收|收大于支|(?:低于|高于|超过|少于|多于|超)[^,。;\\d]{0,8}(?:计划|目标|预期|预算)[^,。;\\d]{0,3})(?:了|约|近)?$")
local CLASS = re.new("^的")

local WAITING = re.new("(?:后备|拟|预备|潜在)[^,。;、]{0,12}$") -- 上市公司84家,后备上市公司347家

-- 1700公里、新建包括改扩建公路7000公里: another member of the list includes it. 甲、乙等省份超300万
-- 人次: each of them. 人民币各项贷款, 绿色贷款: all of them are no part of some.
local EACH_OF = re.new("等[^,。;、\\d]{0,3}[省市县区州国镇村地企家][^,。;\\d]{0,10}$")
local ALL_OF = re.new("各项|各类|全部|所有|总")
local function is_another(link, whole, part)
  local gap = link.anchor and link.anchor.text == "包括" and whole.index < part.index and lib("figures").gap(whole, part, 60)
  return gap and gap:find("、", 1, true) ~= nil or whole.bound == "more_than" and EACH_OF:find(whole:before(30)) ~= nil
    or whole.index > part.index and ALL_OF:find(part:before(14)) ~= nil and not ALL_OF:find(whole:before(14))
end

local function is_no_whole(link, whole, part)
  local amount = whole.amount
  if is_another(link, whole, part) then return true end
  return link.anchor ~= nil and link.anchor.text == "其中" and whole.index > part.index and whole.sentence == part.sentence
    or WAITING:find(part:before(24)) ~= nil or BY_HOW_MUCH:find(whole:before(30)) ~= nil
    or whole.numeral and whole.unit_text == "块" or amount.low and not amount.high and CLASS:find(whole:after(6)) ~= nil
end

-- 遇难27人。其中在甲州,已有38人遇难: where it was stands between. Hurt are no part of dead.
local WHERE = re.new("^,?(?:仅|单|光)?(?:在|于)?[^,。;:\\d]{1,20},(?:今年以来|至今|目前|截至目前)?(?:已|就|共|仅|又|累计|一共|已经)?(?:有|造成|建成|新建|完成|实现|投入|接待)?(?:约|超过|近)?$")
local DEAD, HURT = re.new("死|遇难|丧生|身亡|罹难"), re.new("伤|失踪|感染|被困|获救|转移|撤离|受灾|流离")
local function placed(link, whole, part)
  local s, anchor = part.sentence, link.anchor
  if link.doc.lang ~= "zh" or not anchor or anchor.text ~= "其中" or s.text:find("^其中") ~= 1 or whole.sentence == s then return false end
  if not WHERE:find(lib("figures").gap(anchor, part, 40) or "") then return false end
  local of, own = whole:before(16) .. whole:after(8), part:after(10)
  if DEAD:find(of) then return DEAD:find(own) ~= nil end
  return HURT:find(of) ~= nil or not (HURT:find(own) or DEAD:find(own))
end

-- 16.1万户14.2万名: a household has a person at least.
local HOUSEHOLDS = [[(?<!每)(?<![\d.])(?<households>\d[\d.,]*)[万亿]?[多余]?户(?<persons>\d[\d.,]*)[万亿]?[多余]?[名人](?!次)]]

local function claim_of(m, group)
  for _, claim in ipairs(m.sentence.claims) do
    if claim.is_claim and m[group]:find(claim.number_text, 1, true) and claim.amount.low then return claim end
  end
end

-- What is left when something is taken away may be less than its parts.
local NET = re.new("\\b(?:loss(?:es)?|income|profits?|earnings|net|results?|margin|surplus|deficit|balance)\\b", "i")

-- 公允价值变动损益32.95亿元,较上年增加175.74亿元: it may have been below zero.
local SIGNED = re.new("损益|盈余|差额|结余|净额|净流[入出]|顺差|逆差|利润$")

-- 其中,火电1064万千瓦,太阳能331万千瓦。其中,可再生能源409万千瓦: both of what stands
-- before the first.
local function is_second_list(link)
  local s = link.whole.sentence
  return s.text:find("^其中") ~= nil and link.members[1].sentence.text:find("^其中") ~= nil
end

-- 登记3.6万户,注销1.2万户,净增2.4万户: what is left of both. 处罚860件;去年为1000件:
-- of another year.
-- 专户余额12万元,其中利息收入17万元: what came in is no part of what is left.
local LEFT, CAME = re.new("余额|结余|存量"), re.new("收入|收益|利息|投入|流入")
local NO_PART = re.new("净[增减][^,;。\\d]*$|(?:去年|上年)(?:同期)?(?:分别)?(?:为|是|有)?$")

local told = memo() -- parts that a link told of
local ITEM = re.new(";[^,、\\d]*$")

local MOST_FARTHER = 6 -- figures
-- 412 stores in 30 states, 45 of them in Ohio: of what is counted farther before.
local function of_farther(whole, part)
  local claims = whole.doc.claims
  for i = whole.index - 1, math.max(1, whole.index - MOST_FARTHER), -1 do
    local c = claims[i]
    if c.block ~= whole.block then return false end
    if c.index ~= part.index and c.kind == "count" and (not c.amount.high or c.amount.high >= part.amount.low) then return true end
  end
  return false
end

-- Three towns had fires; 14 of them: of the fires; two arms, 56 of these patients: of whom
-- it does not count. What is many times the whole is of something else.
local ANAPHOR, OWN_NOUN = re.new("^[^.;,\\d]{0,24}? of (?:them|these|those|which|whom)\\b"), re.new("^ of (?:these|those) (?!were|are|was|is|had|have|has|did|do|will|said|who|that)([a-z]{3,})")
local TIMES_MORE = 4
-- 412 stores, including 485 franchised stores; 30 sites, including 81 that are listed: what
-- is included is named as the whole is, or not at all; 13 mills, including 25 houses.
local INCLUDED = re.new("\\bincluding (?:about |approximately |a total of )?$")
local BARE, HEAD = re.new("^ (?:that|which|who|whose|in|at|on|with|from|for|by|under|aged|to|newly|now|still|currently)\\b"), re.new("^(?: [a-z-]+){0,2}? ([a-z]{3,}s|people|men|women|children)\\b")
-- Of this total of 6 million, out of this loan of 500: the whole, told again.
local AGAIN = re.new([[\b[Oo](?:f|ut of) (?:this|that|the) (?:total|loan|sum|amount|number|figure|provision)[^,.;\d]{0,20}$]])
local function includes_other(whole, part)
  if part.kind ~= "count" or not INCLUDED:find(part:before(40)) or BARE:find(part:after(16)) then return false end
  local noun = HEAD:match(whole:after(50))
  return not noun or not re.new("^(?: [a-z-]+){0,3} " .. noun .. "\\b"):find(part:after(60))
end

local function of_other_noun(whole, part)
  if includes_other(whole, part) then return true end
  if part.index < whole.index or part.kind ~= "count" then return false end
  if whole.numeral and not part.numeral or part.amount.low > whole.amount.high * TIMES_MORE then return true end
  local noun = OWN_NOUN:match(part:after(40))
  return noun ~= nil and not whole:after(60):find(noun:sub(1, -2), 1, true)
end

-- 出台32项,废止5项,修订12项;其中市政府印发28项: of all that is listed before the ;
local OF_ALL = re.new(";\\s*其中[^,;、\\d]{0,24}$")
local function of_list(whole, part)
  if not OF_ALL:find(part:before(80)) then return false end
  local sum, n, claims = nil, 0, part.doc.claims
  for i = whole.index, 1, -1 do
    local c = claims[i]
    if c.sentence ~= whole.sentence then break end
    if c.unit == whole.unit and c.amount.high then
      sum, n = sum and sum + c.amount or c.amount, n + 1
    end
    if ITEM:find(c:before(80)) then break end
  end
  return n > 1 and part.amount.low <= sum.high
end

-- 65名运动员和8名教练员,其中金牌获得者59名: of both, or all, that are joined.
local JOINED = re.new("^[^,;。\\d]{0,20}[和及与、]$")
local MOST_JOINED = 8
local function of_joined(whole, part)
  local sum, next, claims = whole.amount.high, whole, whole.doc.claims
  if not sum then return false end
  for i = whole.index - 1, math.max(1, whole.index - MOST_JOINED), -1 do
    local c = claims[i]
    if c.sentence ~= whole.sentence or c.unit ~= whole.unit or not c.amount.high then break end
    local gap = lib("figures").gap(c, next, 30)
    if not gap or not JOINED:find(gap) then break end
    sum, next = sum + c.amount.high, c
  end
  return part.amount.low <= sum
end

-- 新登记147万户、其中企业57.3万家: firms are counted either way.
local function one_unit(whole, part)
  return whole.unit == part.unit
    or whole.unit == "户" and part.unit == "家" and part:before(12):find("企业", 1, true) ~= nil
end

-- 该项目包括风电单桩32根: the whole of 包括 stands in its own sentence.
local function is_apart(link)
  return not link.same_sentence and link.doc.lang == "zh" and link.anchor and link.anchor.text ~= "其中"
end

-- 7个重点领域。其中,生态环境项目67个; 标准1660项,包含2万多项指标: the noun behind one
-- count is not what the other counts.
-- [一-龥]: \p{Han} takes in 。 and 、.
local NOUN, HOLDS, GREW = re.new("^([一-龥]{2,12}?)[中里内]?(?:[^一-龥]|$)"), re.new("^(?:包括|包含|含)"), re.new("发展成|扩大|增加到|扩展")
-- 450万人死亡,其中630万人: what befell them, not who they are.
local BEFALL = re.new("^(?:死亡|遇难|丧生|受伤|失踪|受灾|受益|就业|失业|脱贫|参加|参与|感染|被捕)")
local BEHIND, AHEAD = re.new("[^,。;:]*$"), re.new("^[^,。;:]*")
local FIRST = re.new("^[一-龥]{2}")
local function counts_other(link, whole, part)
  if link.doc.lang ~= "zh" or part.kind ~= "count" or not link.anchor then return false end
  local noun, beside = NOUN:match(whole:after(14)), BEHIND:match(part:before(16)) .. part:after(10)
  if noun and not BEFALL:find(noun) and not beside:find(noun:sub(-2 * 3), 1, true) then return true end
  if not HOLDS:find(link.anchor.text) then return false end
  local own = FIRST:match(part:after(4))
  return own and not (whole:before(20) .. AHEAD:match(whole:after(12))):find(own, 1, true) or GREW:find(part:before(30)) ~= nil
end

-- 新建高速铁路1700公里、新建包括改扩建高速公路7000公里: the word stands far behind.
local function holds_far(link, whole)
  local anchor = link.anchor
  return link.doc.lang == "zh" and anchor and HOLDS:find(anchor.text) ~= nil and anchor.block == whole.block
    and not whole:after(8):find(anchor.text, 1, true)
end

-- 其中补助资金由46亿元增加到92亿元: what it has become is the part.
local RISEN, SINCE = re.new("(?:到|至|为)$"), re.new("[由从][^,。;]{0,6}$")
local function grown(link)
  local first, second = link.members[1], link.members[2]
  if not second or second.index ~= first.index + 1 or second.unit ~= first.unit then return nil end
  return SINCE:find(first:before(8)) and RISEN:find(second:before(2)) and second or nil
end

-- 其中,一期4.5亿元、二期9.1亿元: what is told behind the first part. Behind a ; new things may
-- begin, which have parts of their own; 处分3647人,移送73人,其中厅级54人、处级285人: of both.
local OWN_PARTS, MANY = re.new("^[^。;\\d]{0,12}其中|^[^。;]{0,24}[,、](?:其中|含)|^(?:左右|以上)"), 3
-- Parts are joined by 、, or begin their clauses as the first does (4.47亿元用于防汛,9.09亿元用于抗旱);
-- 其中小麦50万吨、玉米70万吨,蔬菜产量230万吨 goes on to another thing.
local JOINT, BEGINS, FIRST_BEGINS = re.new("\\d[^,;。、]{0,10}、[^,;。、\\d]*$"), re.new("[,;]$"), re.new("其中[,:]?$")
local function later_parts(link, whole, high, report)
  for k = 2, #link.members do
    local part = link.members[k]
    local low = part.amount.low
    local lead = part:before(30)
    if not (JOINT:find(lead) or BEGINS:find(lead) and FIRST_BEGINS:find(link.members[1]:before(8))) then return end
    if low and low > high and part.unit == whole.unit and part.digits >= MANY and part.modality == whole.modality and not told[part] then
      local other = counts_other(link, whole, part) or OWN_PARTS:find(part:after(36)) or ITEM:find(part:before(80)) and not ITEM:find(link.members[2]:before(80))
      for i = whole.index - 1, math.max(1, whole.index - MOST_FARTHER), -1 do
        local c = whole.doc.claims[i]
        other = other or c.block == whole.block and c.unit == whole.unit and c.amount.high and c.amount.high >= low
      end
      if other then return end
      told[part] = true
      report {
        at = part, related = { whole }, message = "base", expected = "≤ " .. whole.text, severity = "warning",
        values = { part = part.text, whole = whole.text },
      }
    end
  end
end

-- What is added is no more than what it makes.
local function brought(m, report)
  local part, whole = claim_of(m, "part"), claim_of(m, "whole")
  if not (part and whole) or part.unit ~= whole.unit or not whole.amount.high then return end
  if part.amount.low > whole.amount.high then
    report {
      at = part, related = { whole }, message = "base", expected = "≤ " .. whole.text, severity = "warning",
      values = { part = part.text, whole = whole.text },
    }
  else
    report.agrees { at = part, related = { whole }, how = part.text .. " ≤ " .. whole.text }
  end
end

local FIRMS, STAFF = re.new("个体工商户|企业|经营主体|市场主体|家庭农场|养殖户|商户"), re.new("^[^,。;]{0,4}(?:干部|党员|队员|志愿者|技术员|工人|骨干|职工)")
local MEMBERS = re.new("^(?:[,。;、]|群众|人口|居民|监测|防返贫|脱贫|贫困|移民|受灾|搬迁|易地|村民)")
local IS_HOUSEHOLDS = re.new("^" .. HOUSEHOLDS)
local function peopled(m, report)
  local part, whole = m:figure("households"), m:figure("persons")
  if FIRMS:find(m:place("households"):before(12)) or whole and (STAFF:find(whole:after(10)) or not MEMBERS:find(whole:after(10))) then return end
  local high = whole and most(whole)
  if not part or not high or part.unit ~= "户" then return end
  if part.amount.low > high then
    report {
      at = part, related = { whole }, message = "households", severity = "warning",
      values = { part = part.text, whole = whole.text },
    }
  else
    report.agrees { at = part, related = { whole }, how = part.text .. " ≤ " .. whole.text }
  end
end

-- 新结对友好城市114对、总数达110对
local stocks = lib "stocks"
local function stocked(m, report)
  for _, pair in ipairs(stocks.pairs(m)) do
    local part, whole = pair[1], pair[2]
    local high = most(whole)
    if high and part.amount.low and part.amount.low > high and not told[part] and not WAITING:find(part:before(24)) then
      told[part] = true
      report {
        at = part, related = { whole }, message = "base", expected = "≤ " .. whole.text, severity = "warning",
        values = { part = part.text, whole = whole.text },
      }
    elseif part.amount.high and whole.amount.high and part.amount.high <= whole.amount.high then
      report.agrees { at = part, related = { whole }, how = part.text .. " ≤ " .. whole.text }
    end
  end
end

-- Of this, $5.2 trillion will go to ...: more than every amount that stands before,
-- in the paragraph before where it begins its own.
local OF_THIS = [[^(?:(?:Out )?[Oo]f|From) (?:this|that|the above|which)(?: (?:amount|sum|total|money|funding|figure))?,? (?=\D{0,60}\d)]]
local BEFORE, MOST_BEFORE, THIS = 14, 8, re.new("^(?:Out|Of|of|From) ")
local function of_this(m, report)
  local part
  for _, c in ipairs(m.sentence.claims) do
    if c.kind == "amount" and c.is_claim and c.value and c.unit ~= "" then part = c break end
  end
  if not part or told[part] or AGAIN:find(part:before(50)) then return end
  local claims, nearest, n = part.doc.claims, nil, 0
  for i = part.index - 1, math.max(1, part.index - BEFORE), -1 do
    local c = claims[i]
    if c.block.index < part.block.index - 1 or n == MOST_BEFORE then break end
    if c.kind == "amount" and c.unit == part.unit and c.sentence ~= part.sentence and not c.sentence.cell then
      n = n + 1
      if not c.amount.high or c.amount.high >= part.amount.low then
        if n == 1 then report.agrees { at = part, related = c, how = part.text .. " ≤ " .. c.text } end
        return
      end
      nearest = nearest or c
    end
  end
  if not nearest then return end
  told[part] = true
  report {
    at = part, related = { nearest }, message = "base", severity = "warning", expected = "≤ " .. nearest.text,
    values = { part = part.text, whole = nearest.text },
  }
end

return {
  api = 1,
  id = "part-exceeds-whole",
  severity = "error",
  on = { link = { "part_of", "parts" }, pattern = { OF_THIS, BROUGHT, HOUSEHOLDS, stocks.patterns[1], stocks.patterns[2], stocks.patterns[3] } },
  summary = {
    zh = "“其中”的部分大于总体",
    en = "a part is larger than the whole it is said to be of",
  },
  explain = {
    zh = [[“其中”“含”之后的数字是前面总数的一部分，不能大于总数。两者按印刷精度和“约、超、近”等限定取区间，
整个区间都大于总数才报告；总数只是下限（超…、…以上）时，部分远大于它才报告。]],
    en = [[What follows "of which" is a part of the figure before and cannot exceed it. Both are intervals of
their printed precision; where the whole is only a lower bound the part must be far above it.]],
  },
  messages = {
    households = {
      zh = "户数 {part} 多于人数 {whole}",
      en = "{part} households and only {whole} persons",
    },
    base = {
      zh = "部分 {part} 大于总体 {whole}",
      en = "the part {part} exceeds the whole {whole}",
    },
  },
  examples = {
    bad = {
      { [[洪水遇难人数升至31人,另有2万户断电。其中在灾情最重的安平县,已有43人遇难。]], at = "43人", severity = "warning" },
      { [[全市建成泵站120座。其中在北部山区,已建成136座。]], at = "136座", severity = "warning" },
      { "# 甲公司2021年年度报告\n\n2019年5月8日,董事会同意以募集资金1260万元置换自筹资金。其中,扩建项目1620万元。", at = "1620万元", severity = "warning" },
      { [[累计培育县级以上龙头企业超9.4万家。其中,国家重点龙头企业2250万家,构建了队伍。]], at = "2250万家", severity = "warning" },
      { [[战争造成至少450万人死亡,其中至少630万人是因经济恶化间接死亡。]], at = "630万人", severity = "warning" },
      { [[2003年中央财政支出70亿元,比上年增长19.9%;其中用于低保的补助资金由上年46亿元增加到92亿元。]], at = "92亿元", severity = "warning" },
      { "I will allocate an additional $5.4 billion to a second tranche of the package.\n\nOf this, $5.2 trillion will be allocated to hiring.", at = "$5.2 trillion" },
      { [[经营主体总量达1461.4万户,新登记147万户、其中企业157.3万家。]], at = "157.3万家" },
      { [[There were 58 deaths, 75 of them in children.]], at = "75", severity = "warning" },
      { [[It has 27 member states, 29 of which use the currency.]], at = "29", severity = "warning" },
      { [[There are 30 sites under review, including 81 that are on the national list.]], at = "81", severity = "warning" },
      { [[We operated 412 stores in the year, including 485 franchised stores.]], at = "485", severity = "warning" },
      { [[Some 1,200 households were interviewed, among them 1,530 headed by women.]], at = "1,530" },
      { [[Of the 85 recommendations, 96 have been carried out.]], at = "96" },
      { [[The cut saves $2 million; 28 of 21 lawyers at the office will go.]], at = "28" },
      { [[长三角铁路营业里程已超过1.54万公里,其中高铁里程突破18100公里。]], at = "18100公里", severity = "warning" },
      { [[完成营造林100万亩以上、其中南北山绿化工程200万亩。]], at = "200万亩", severity = "warning" },
      { [[16.1万户14.2万名防返贫监测对象稳定消除风险。]], at = "16.1万户", severity = "warning" },
      { [[前三季度酱油营收8.40亿元,其中三季度营收12.93亿元。]], at = "12.93亿元" },
      { [[2023年全省煤炭产量637万吨,其中四季度产量831万吨。]], at = "831万吨" },
      { [[下达防灾救灾资金5.46亿元。其中,4.47亿元用于防汛,9.09亿元用于抗旱。]], at = "9.09亿元", severity = "warning" },
      { [[全年新建公园25个,其中口袋公园52个。]], at = "52个" },
      { [[一般公共预算支出641亿元,其中民生支出703亿元。]], at = "703亿元" },
      { [[汽车保有量36318万辆(包括低速货车706万辆),比上年增加1714万辆,其中私人汽车保有量92427万辆。]], at = "92427万辆" },
      { [[We carried out a plan to increase spending by 4 trillion yuan, including 11.8 trillion yuan from the centre.]],
        at = "11.8 trillion yuan", severity = "warning" },
      { [[A total of 192,000 kilometers of highways were built, including 280,000 kilometers of expressways.]], at = "280,000 kilometers", severity = "warning" },
      { [[It will allocate 850 million yuan in the next three years, including 331.8 billion yuan from the centre.]], at = "331.8 billion yuan", severity = "warning" },
      { [[It will reduce its workforce by an additional 6,000 roles globally by 2025, of which 8,000 will go in 2023.]], at = "8,000" },
      { [[I will top up the fund by $500 billion, bringing the total fund size to $4.6 billion.]], at = "$500 billion",
        severity = "warning" },
      { [[新增国家级产业集群2个、总数达1个。]], at = "2个" },
      { [[新结对国际友好城市114对、总数达110对。]], at = "114对", severity = "warning" },
      { [[新增各类总部机构、创新中心80家、16家,累计分别达到1522家、13家。]], at = "16家", severity = "warning" },
      { [[新培育百亿企业11家,工业百亿企业总数达5家。]], at = "11家", severity = "warning" },
      { [[31个制造业大类行业中,37个行业利润总额保持增长。]], at = "37个", severity = "warning" },
      { [[重点监测的122种机械产品中,有172种产品产量增长。]], at = "172种" },
      { [[80个学科进入世界排名前1%、87个学科进入前1‰。]], at = "87个" },
      { [[汽车产量突破110万辆,新能源汽车产量突破170万辆。]], at = "170万辆" },
      { [[高新技术企业达到837家,新增1200家。]], at = "1200家" },
      { [[新增地铁运营里程43公里、总里程达到8.79公里。]], at = "43公里" },
      { [[社会保障基金积累7810亿元,比五年前增加8500多亿元。]], at = "8500多亿元", severity = "warning" },
      { [[今年中央财政为此新增支出1400亿元,用于这方面的支出总额将达到664亿元。]], at = "1400亿元" },
      { [[工业企业450家,其中大型企业45家;服务业企业380家,其中大型企业830家。]], at = "830家" },
    },
    good = {
      "今年新建高速铁路1700公里、新建包括改扩建高速公路超过7000公里。",
      "陕西、江苏、浙江等省份接待观众超300万人次，其中陕西文博场馆接待游客达652万人次。",
      "上半年人民币各项贷款新增12.92万亿元，本外币绿色贷款增加较多，达5.35万亿元。",
      [[洪水遇难人数升至31人。其中在灾情最重的安平县,已有43人受伤。全市建成泵站120座。其中在北部山区,已建成36座。]],
      [[Stocks of 2.6 million tonnes were carried over. Of this total of some 6 million tonnes, a little over one million tonnes was sold.]],
      [[铁路营业里程1590公里,其中高铁450公里;公路里程54300公里,其中高速公路1836公里。]],
      [[新增铁路里程639公里、其中高铁370公里,新增高速公路2600公里、农村公路3000公里。新增营造林148万亩、其中南北山绿化43万亩,修复治理退化草原517万亩。]],
      [[全年粮食产量120万吨,其中小麦50万吨、玉米70万吨,蔬菜产量230万吨。进口12.5亿元,其中民营企业8.2亿元、外资企业4.3亿元,出口35.6亿元。]],
      [[新开工项目150个,其中亿元以上项目45个,续建项目220个,竣工项目180个。]],
      [[处分1817人,移送司法机关474人,其中厅局级干部207人、县处级1382人。]],
      [[国内商品期货全线收跌,铁矿石主力合约收于每吨479元。有色金属中,铜期货主力合约收于每吨4.19万元,铝期货主力合约收于每吨1.3万元。]],
      [[全年吨煤成本637元/吨,其中四季度为831元/吨。单位成本为447元/吨,其中外购煤731元/吨。ARPU达2627元,其中PC端为5545元。]],
      [[实现营业收入69.5亿元,基本每股收益3.30元,其中第三季度实现营业收入20.39亿元。]],
      [[前三季度酱油、醋营收分别为8.40亿元和2.31亿元,其中三季度营收分别为2.93亿元和0.85亿元。上周国产与进口分别披露42万支和127万支,今年以来分别为819万支和1748万支。]],
      [[营收由2016年的6.87亿元增至2021年的95.75亿元,其中2022年上半年实现营收103.39亿元。归母净利润亏损6.95亿元,扣非后归母净利润亏损7.05亿元。]],
      "I will allocate an additional $5.4 billion to a second tranche of the package, on top of $25 billion.\n\nOf this, $5.2 billion will be allocated to hiring. Of the total, $12 billion is spent.",
      [[6.1万户14.2万名防返贫监测对象稳定消除风险。每户3人。走访困难职工260户,240名干部参加。家庭农场420户、200人参加培训。]],
      [[资助困难家庭120户96名大学生。个体工商户12.5万户8.6万人参加评选。消除监测风险150户,120人外出务工。发展特色种植120户,60名村民增收。]],
      [[累计发布食品安全国家标准1660项,包含2万多项指标。班列辐射113个铁路车站,品类包括汽车配件等640多个品种。]],
      [[经营主体总量达1461.4万户,新登记147万户、其中企业57.3万家。]],
      [[会议审议9件法律草案和1件决定草案,通过其中3件。代表团包括65名运动员和8名教练员,其中金牌获得者59名。]],
      [[随着最后一批8根单桩装船,项目完成交付。该项目包括海上风电单桩32根。]],
      [[专户期末资金余额为1222.9万元,其中活期利息收入1693.4万元。]],
      [[There are 412 stores in 30 states, 45 of them in Ohio. The council has 12 members and 40 staff, 35 of them women.]],
      [[In three of the towns there were fires; 14 of them were arson. Two buildings collapsed. Of these, 12 flats were occupied.]],
      [[The trial had two arms; 56 of these patients were women. At least 40 people died, 45 of them later named.]],
      [[In 2019, licenses increased $15.6 million, $18.2 million of which was through acquisitions, offset by charges.]],
      [[The cut saves $2 million; 21 of the 28 lawyers at the office will go, 2 out of 3 in May.]],
      [[We carried out a plan to increase spending by 4 trillion yuan, including 1.18 trillion yuan from the centre.]],
      [[The operating loss increased $63 million to $987 million, including $1.5 billion of amortization.]],
      [[A total of 192,000 kilometers of highways were built, including 28,000 kilometers of expressways.]],
      [[It bought 13 mills in the valley, including 25 houses, and net proceeds were $1.9 million, including $3.6 million of a sale.]],
      [[I will top up the fund by $500 million, bringing the total fund size to $4.6 billion.]],
      [[涵盖医疗卫生、养老服务等7个重点领域。其中,生态环境项目67个。累计发布国家标准1660项,包含2万多项指标。]],
      [[新结对国际友好城市4对、总数达110对。新增总部、中心80家、16家,累计分别达到1522家、103家。]],
      [[淘汰落后产能企业120家、总数降至100家。新培育百亿企业11家,上市公司总数达5家。31个行业中,17个行业增长。]],
      [[新增国家级产业集群2个、总数达3个。新增贷款2000亿元,社会融资规模达到1000亿元。]],
      [[全年新登记市场主体3.6万户,注销1.2万户,净增2.4万户。]],
      [[全年共办理行政许可1.25万件,同比增长25%;行政处罚860件,同比下降14%;去年分别为1万件和1000件。]],
      [[年内新出台政策32项,废止5项,修订12项;其中由市政府印发的有28项,由部门印发的有21项。]],
      [[项目100个,其中工业项目30个、农业项目40个,其中新开工项目60个。]],
      [[全年新建公园52个,其中口袋公园25个。]],
      [[汽车产量突破110万辆,新能源汽车产量突破70万辆。]],
      [[居民人均可支配收入39218元,增长6.3%。城镇居民人均可支配收入51821元,增长5.1%。]],
      [[猪牛羊禽肉产量478.00万吨,增长6.1%。其中,猪肉产量279.81万吨;禽肉产量190.58万吨。]],
      [[80个学科进入世界排名前1%、7个学科进入前1‰、1个学科进入前1‱。]],
      [[重点监测的122种机械产品中,有72种产品产量增长。]],
      [[全省装机1443.2万千瓦。其中,火电1064.3万千瓦,风电38.3万千瓦,太阳能330.6万千瓦。其中,可再生能源408.9万千瓦。]],
      [[签约入园企业43家、意向入园企业96家。竣工房屋面积350万平方米,施工房屋面积3186万平方米。]],
      [[安排能力提升补助资金7298万元,园区建设项目补助资金10366万元。]],
      [[公允价值变动损益32.95亿元,较上年增加175.74亿元。上级补助收入-4.4亿元,其中:彩票公益金189万元。]],
      [[居民人均可支配收入48021元。其中,城镇居民人均可支配收入52413元,农村居民33625元。]],
      [[贷款余额5000亿元,存贷款余额11000亿元。]],
      [[受理申请超100件,其中网上受理120件。]],
      [[形成制度创新成果37项,其中全国首创16项。]],
      [[一般公共预算支出641亿元,其中民生支出503亿元,增长16.8%。]],
    },
  },
  check = function(link, report, _, doc)
    if link.type == "match" then
      if BROUGHT_WORDS:find(link.text) then return brought(link, report) end
      if THIS:find(link.text) then return of_this(link, report) end
      if IS_HOUSEHOLDS:find(link.text) then return peopled(link, report) end
      return stocked(link, report)
    end
    if not link.whole then return end
    local whole, part = link.whole, grown(link) or link.members[1]
    if link.complete or not whole then return end
    local w, p = whole.amount, part.amount
    if not link.same_sentence and is_second_list(link) then return end
    if w.low and w.low:lt(0) or SIGNED:find(whole.name) then return end
    if doc.lang == "en" and (whole:has("increment") and ANAPHOR:find(part:after(40)) or p.low and part.kind == "count" and of_farther(whole, part)) then return end
    if doc.lang == "zh" and is_no_whole(link, whole, part) then return end
    if doc.lang == "en" and (NET:find(whole:before(70)) or AGAIN:find(part:before(50))) then return end
    local said = link.kind == "part_of" and link.reason == "said by a construction" and part.kind == "count" -- 28 of the 21 lawyers
    if not said and (not (link.direct or placed(link, whole, part)) or whole.unit == "" or not one_unit(whole, part)) then return end
    local high, open = most(whole), not w.high
    if not high then return end
    for _, other in ipairs(link.others) do -- an earlier 其中 may go on
      if other.amount.high and p.high and p.high <= other.amount.high then return end
    end
    if p.low and p.low > high then
      if said and doc.lang == "en" and of_other_noun(whole, part) then return end
      if counts_other(link, whole, part) or holds_far(link, whole) or is_apart(link) or of_joined(whole, part) or of_list(whole, part) or LEFT:find(whole.name .. whole:before(12)) and CAME:find(part:before(12)) or NO_PART:find(part:before(36)) then return end
      if told[part] then return end
      told[part] = true
      report {
        at = part, related = { whole }, message = "base", expected = "≤ " .. whole.text,
        severity = link.same_sentence and not open and part.kind == "count" and not ANAPHOR:find(part:after(40)) and not INCLUDED:find(part:before(40)) and "error" or "warning",
        values = { part = part.text, whole = whole.text },
      }
    elseif p.high and w.high and p.high <= w.high then
      report.agrees { at = part, related = { whole }, how = part.text .. " ≤ " .. whole.text }
      if doc.lang == "zh" then later_parts(link, whole, high, report) end
    end
  end,
}
