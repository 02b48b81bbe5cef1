-- 煤矿隐患整治成效明显,生产安全事故起数上升23.8%: what everybody wants less of
-- rises, or what everybody wants more of falls, in a passage that tells it as
-- a success or as an aim.
local rows = lexicon "zh/polarity"

local RISE, FALL = "升至|升到|上升|增加|增长|提高|提升|上涨|攀升|反弹|走高|抬升|延长|扩大", "下降|减少|降低|下滑|回落|下跌|走低|缩小|下调"
local FIGURE = [=[了?[至到]?(?:约|近|超过|超|逾)?\d[\d.]*(?:%|‰|倍|个百分点|[万亿]|[^\d,。;、]{1,3}(?=[,。;、])|微克)]=]
local RATIO = [=[[至到](?:约|近)?\d\.\d\d?(?:[:∶]1)?(?=[,。;])]=] -- 倍差扩大至1.83, 扩大到2.34:1
local BARE = [[”?(?=[,。;])]]

-- The noun that a verb is of. Between them: other nouns of a list, 预计, 分别,
-- 较上年.
local REACH_BACK = 48
local LEVEL = [[(?<![\d.])[\d.]+%、(?:同比|比上年|较上年)?]] -- 优良天数比例达90%、降低
local function before_verb(column, also)
  return re.new("(" .. (also or "") .. rows:any(column) .. ")([^,。;:()\\d]{0,22}?(?:\\d{4}年(?:同期|末)?[^,。;:()\\d]{0,4}|连续\\d{1,2}年只?|" .. LEVEL .. ")?)$")
end
local LESS_AT, MORE_AT, FLOW_AT = before_verb("less", [[PM(?:2\.5|10)|]]), before_verb("more"), before_verb("flow")

-- What stands among the words between or before them turns the verb round
-- (降低……增速, 遏制……上升).
local OTHER_WAY = re.new("[不未无没降减控遏防压止缓消停破查办审侦结整禁由从]|治(?!安)|标准|之后|以来|至|到|比重|占比|比率|费用率|占")
local OPENS = re.new("(?:[降减控遏防压缓治消停破查办审侦结禁限抗]|避免|抵御|应对|克服|惩治|打击|整治|执行|调整|研究|缩短)[^,。;、]{0,8}$")

-- What tells a thing as it is, bad or good: a turn of the sentence, a cause, a
-- difficulty, another country. Of what the economy brings a fall may be told
-- beside its pace.
local BUT = re.new([=[但|虽|尽管|然而|不过|仍(?!然保持)|压力|困难|不足|严峻|短板|反弹|恶化|疲软|低迷|萎缩|冲击|挑战|由于|因为|主要是|主要原因|原因是|造成|导致|受[^,。;]{1,20}(?:影响|拖累)|拖累]=]
  .. [=[|地震|强震|飓风|战争|战火|袭击|冲突|疫情(?!防控)|灾害(?!防|风险|隐患)|有升有降|翘尾|同口径|剔除(?!自然)|急剧|降温|不景气|不畅|亏损企业|美国|日本|韩国|欧[洲盟元]|英国|德国|法国|印度|转为|转降|全球|世界(?!级|一流|遗产|前)]=])
local PACE = re.new("亏损|涨幅|降幅|回落|持平|房地产|去年同期")

-- A verdict on what was done; an aim.
local DONE = re.new([=[成效(?:明显|显著|突出)|取得[^,。;]{0,8}成效|向好|好转|改善|优化|双提升|持续提升|稳步提升|显著提升|提质增效|增强|保持稳定|大局稳定|总体平稳|扎实|圆满|超额|提前完成|优于|首次|创新高|刷新|纪录|历史最|位居|居全[国省]|居中部|居西部|全国第|全省第|零发生|跑赢|好于|领先|质效|热度更高|人气更旺|持续火热|红火|强化|深入(?:开展|推进|实施)|加快|持续推进|稳步推进|全面(?:完成|推行|落实|建成)]=])
local AIM = re.new("力争|确保|目标|争取|预期|要把|努力|[,;]要")
local NEXT_TO = re.new([=[^[^,。;]{0,24}[,、](?:再次?|首次|均|并|连续[^,。;]{1,8}|稳)?(?:刷新[^,。;]{0,8}纪录|创[^,。;]{0,12}新高|居(?:全[国省]|世界|全球)[^,。;]{0,6}(?:第[一二三]|首位|前列)|位居(?:全[国省]|世界)|名列(?:世界|全国|全省)前|跃居|增速(?:居|位居|高于|快于|全国|全省)|再上新|迈上|突破|超越|跑赢)]=])
local FASTER = re.new("^了?[\\d.]+%[,、](?:均|都)?(?:快于|高于|跑赢|超过)[^,。;]{0,14}(?:增长|增速|增幅)") -- 下降9.2%,快于城镇居民收入增长
local PUSHED = re.new("(?:推动|促进|带动|助力|支撑|助推)[^。;]{0,30}$")

-- Is it a report on a year's work to those who vote on it? These tell what
-- went wrong as a difficulty, never among what was done.
local reports = memo()
local function is_work_report(doc)
  if reports[doc] == nil then
    reports[doc] = false
    for _, s in ipairs(doc.sentences) do
      if s.text:find("各位代表", 1, true) then reports[doc] = true break end
    end
  end
  return reports[doc]
end

-- Are there two verdicts in this sentence and those beside it in its paragraph?
local REACH, ENOUGH = 2, 2
local done = memo() -- verdicts of a sentence
local function verdicts(s)
  if not done[s] then
    local n = 0
    for _ in DONE:gmatch(s.text) do n = n + 1 end
    done[s] = n
  end
  return done[s]
end

local function is_praised(sentence, least)
  local n, sentences = 0, sentence.doc.sentences
  for i = math.max(1, sentence.index - REACH), sentence.index + REACH do
    local s = sentences[i]
    if s and s.block == sentence.block then
      n = n + verdicts(s) * (s == sentence and ENOUGH or 1)
    end
  end
  return n >= (least or ENOUGH)
end

-- The growth that a verb at `w` tells. The verbs of a sentence are looked through
-- once, for it may be long and have many.
local verbs = memo()
local function growth_at(w)
  local of = verbs[w.sentence]
  if not of then
    of = {}
    verbs[w.sentence] = of
    for _, c in ipairs(w.sentence.claims) do
      local before = c.verb and (c:has("growth") or c:has("increment")) and c.verb:before(20)
      if before and not of[before] then of[before] = c end
    end
  end
  return of[w:before(20)]
end

-- What falls in a work report is what is wanted less: of 25 reports of provinces
-- and of the State Council since 1984 two clauses say otherwise. Investment,
-- trade and taxes may fall; not in a list of what grew that is called a success.
local LESS, FLOW = re.new(rows:any("less")), re.new(rows:any("flow"))
local CHEAPER = re.new("高耗能|高污染|综合指数|预算内|犯|节约|计划|价格?|(?<!消)(?<!花)费|标准|负担|成本|项目|占用|支出|PM|排放|[能消损]耗|能源消费|排名|时间|用时|天数|材料|环节|事项|煤|债|税率|利率|关税|门槛|比例|强度|亏损|风险|纠纷|案件|案数|警|污|死|伤|患|病|贫|赤字|脱|淘汰|压减|化解|差|税负"
  .. "|用量|使用量|使用率|用药|农药|化肥|频次|次数|检查|文件|会议|发文|拖欠|欠款|漏损|空置|闲置|故障|流失|超标|违法|违规|上访|住院|抗生|停电|碳|库存|存量|待售|占地(?!区)|编制|机构|人员|职数|层级|审批|许可|证明|折旧|准备金|首付|出生|自然增长")
local CHEAPER_INDEX = re.new("综合指数[^,。;]{0,12}$")
local MIXED = re.new("产量|用户|增速|固定电话|客流") -- of some of these less is wanted: 粗钢产量, 固定电话用户
local MAY_FALL = re.new("投资|进口|进出口|税|预算收入|财政|土地|楼|商品房|用电|发电|生产总值|GDP")
-- How many others of the sentence grow, or nil where another falls that is not
-- wanted less.
local MOST = 40 -- figures of a sentence; a longer one tells nothing
local function grow_beside(claim)
  local n = 0
  if #claim.sentence.claims > MOST then return nil end
  for _, c in ipairs(claim.sentence.claims) do
    if c:has("growth") and c.direction == "up" then n = n + 1 end
    if c.direction == "down" and c.index ~= claim.index and c.cue ~= claim.cue and not LESS:find(c:before(24)) then return nil end
  end
  return n
end

local BESIDE, NO_NAME = 2, 9
local REACHED = re.new("(?:达到?|突破|完成|实现|超过?|增至)[约近]?[\\d.]+[^,。;、\\d]{1,6}[,、]$") -- 达到2463家、下降16.2%

-- What falls: the clause of the verb, or the one before, where it has no name.
local OWN, TWO = re.new("[^,;]*$"), re.new("[^,;]*[,;]?[^,;]*$")
local function named_before(w)
  local before = w:before(60)
  local clause = OWN:match(before)
  return #clause > NO_NAME and clause or TWO:match(before)
end

local function of_report(w, claim)
  local before = named_before(w) .. " " .. claim.name
  if LESS:find(before) or CHEAPER:find(before) then return false end
  if NEXT_TO:find(w:after(60)) or FASTER:find(w:after(40)) then return true end
  if not is_work_report(w.sentence.doc) then return false end
  if claim.modality == "target" then return true end
  local n = grow_beside(claim)
  if not n then return false end
  if MAY_FALL:find(before) then return n >= BESIDE and DONE:find(w.sentence.text) ~= nil end
  return n > 0 or is_praised(w.sentence, 1) or REACHED:find(w:before(20)) ~= nil or FLOW:find(before) ~= nil and not MIXED:find(before)
end

-- To 215 dead: of a disaster.
local REACHES, DEAD = re.new("^了?[至到]"), re.new("死亡|亡人|受伤|伤亡")

-- The noun of a verb with what stands before and between, or nil.
local function noun_of(w, pattern)
  local text = w:before(REACH_BACK)
  local from, _, noun, gap = pattern:find(text)
  if not from or OTHER_WAY:find(gap) or OPENS:find(text:sub(1, from - 1)) then return nil end
  return noun, text:sub(1, from - 1)
end

-- Where the sentence, or those beside it, say that it is a success or an aim:
-- what stands nearest on both sides.
local SHOWN = 6 -- places
local TOLD = { DONE, AIM, re.new("加大|巩固|改善|稳步|稳定|进一步|坚实|有效|胜利|全面|过紧日子|新台阶|新突破|新成效|叠加|超越|优秀|先进|未发生|没有发生") }
local FAR = 2000 -- bytes of a sentence; in a longer one nothing is near
local function praises(w)
  local own, out = w.sentence, {}
  if #own.text > FAR then return out end
  local at = #own.text - #w:after(400) -- bytes; only what is nearest matters
  for _, i in ipairs { own.index, own.index - 1, own.index + 1 } do
    local s = own.doc.sentences[i]
    if s and s.block == own.block and #out < SHOWN and #s.text <= FAR then
      for _, pattern in ipairs(TOLD) do
        local before, behind, from, to = nil, nil, pattern:find(s.text)
        while from do
          if s ~= own or to < at then before = { from, to } else behind = behind or { from, to } end
          from, to = pattern:find(s.text, to + 1)
        end
        if before then out[#out + 1] = s:place(before[1], before[2]) end
        if behind then out[#out + 1] = s:place(behind[1], behind[2]) end
      end
    end
  end
  return out
end

local function tell(w, m, noun, report)
  local related = praises(w)
  local growth = growth_at(w)
  if growth then table.insert(related, 1, growth) end
  report { at = w, related = related, values = { noun = noun, w = m.w } }
end

-- 民间投资下降2.9%: any growth.
local long = memo() -- sentences that tell nothing, for they are too long
local function any_fall(m, report)
  local w, s = m:place("w"), m.sentence
  if long[s] == nil then long[s] = #s.claims > MOST end
  if long[s] then return end
  local claim = growth_at(w)
  if not claim or claim.name == "" or claim.name:find(m.w, 1, true) or BUT:find(m.sentence.text) then return end
  if claim.modality ~= "target" and PACE:find(m.sentence.text) then return end
  if of_report(w, claim) then
    local noun = claim.indicator ~= "" and claim.indicator or claim.subject
    tell(w, m, noun, report)
  end
end

-- 下降到50.5%,首次占据“半壁江山”; “三公”经费只增不减
local FIRST = "[至到](?:约|近)?[\\d.]+[^,。;\\d]{1,4}[,、](?:首次|第一次|历史性)(?:占据|超过|突破|跃居|迈上|跨越|超越)"
local ONLY = re.new("只增不减")

local CLAUSE = re.new("[^,;、]*$")
local FIRST_TIME = re.new("首次|第一次|历史性")
local LESS_FIRST = re.new("低|少|降|减|负")
local function reached_first(m, report)
  local w = m:place("w")
  local noun = named_before(w)
  if LESS:find(noun) or CHEAPER:find(noun) or LESS_FIRST:find(w:after(40)) or BUT:find(m.sentence.text) then return end
  tell(w, m, CLAUSE:match(noun), report)
end

-- What is wanted less rises, what is wanted more falls.
-- 可支配收入|比上年增长 is no ratio; 英国的失业问题…… is told of another country.
local SINCE_LAST, ABROAD = re.new("比(?:上年|去年|上月|上季|年初|前年|同期|\\d)"), re.new("^[^。;]{0,30}(?:英国|美国|德国|法国|日本|韩国|印度|俄罗斯|欧盟|欧元区|西欧|希腊|西班牙)")
local function wrong_way(m, report, pattern)
  local w, sentence = m:place("w"), m.sentence
  local noun = noun_of(w, pattern)
  if noun and (noun:find("比$") and SINCE_LAST:find(w:before(REACH_BACK)) or ABROAD:find(sentence.block.text) or CHEAPER_INDEX:find(w:before(REACH_BACK))) then return end
  if not noun or BUT:find(sentence.text) or REACHES:find(w:after(4)) and DEAD:find(noun) then return end
  if AIM:find(sentence.text) or is_praised(sentence) or is_work_report(sentence.doc) then tell(w, m, noun, report) end
end

-- A fall called a record, or one that something pushed forward.
local function flow_falls(m, report)
  local w, sentence = m:place("w"), m.sentence
  local noun, before = noun_of(w, FLOW_AT)
  if not noun or BUT:find(sentence.text) or PACE:find(sentence.text) then return end
  if NEXT_TO:find(w:after(60)) or is_work_report(sentence.doc) and PUSHED:find(before) then tell(w, m, noun, report) end
end

-- 增速低于全国0.7个百分点, in a work report; 失业率高于全国平均水平.
local PLACES = [[全[国省市区县州盟旗](?:平均|增速|水平|[\d.]+个百分点)]]
local AHEAD = re.new("增速|增长|增幅|收入|指数|满意|优良|贡献|覆盖|比例|占比|比重")
local AHEAD_OF = re.new("^(?:高于|快于)$")
local LESS_BESIDE = re.new("(" .. rows:any("less") .. ")[^,。;:()不]{0,12}[,、]?$")
local function beside_all(m, report)
  local w, report_of = m:place("w"), is_work_report(m.sentence.doc)
  if BUT:find(m.sentence.text) then return end
  if AHEAD_OF:find(m.w) then
    local noun = LESS_BESIDE:match(w:before(REACH_BACK))
    if noun and (report_of or is_praised(m.sentence)) then
      report { at = w, values = { noun = noun, w = m.w .. m.whose } }
    end
    return
  end
  local before = named_before(w)
  if not report_of or not AHEAD:find(before) or LESS:find(before) or CHEAPER:find(before) then return end
  report { at = w, values = { noun = CLAUSE:match(before), w = m.w .. m.whose } }
end

-- One word, one finding, though two patterns find it.
local seen, RISES = memo(), re.new("升|增|提高|涨|反弹|走高|延长|扩大")
local function judge(m, report)
  local w = m:place("w")
  local words = seen[m.sentence] or {}
  seen[m.sentence] = words
  local function once(finding)
    local key = w:before(24)
    if words[key] then return end
    words[key] = true
    report(finding)
  end
  if m.whose ~= "" then return beside_all(m, once) end
  if FIRST_TIME:find(m.figure_behind) then return reached_first(m, once) end
  if RISES:find(m.w) or ONLY:find(m.w) then return wrong_way(m, once, LESS_AT) end
  wrong_way(m, once, MORE_AT)
  flow_falls(m, once)
  if m.figure_behind ~= "" then any_fall(m, once) end
end

return {
  api = 1,
  id = "verdict-contradiction",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = {
      "(?<w>" .. RISE .. ")(?<whose>)(?<figure_behind>" .. FIGURE .. ")",
      "(?<w>扩大|上升|提高)(?<whose>)(?<figure_behind>" .. RATIO .. ")",
      "(?<w>" .. FALL .. ")(?<whose>)(?<figure_behind>" .. FIGURE .. ")",
      [[(?<=实现|实现“|连年|双|持续|大幅|明显|显著|逐年)(?<w>双?(?:]] .. RISE .. "))(?<whose>)(?<figure_behind>)" .. BARE,
      [[(?<=逐季|逐月|逐年|持续|稳步)(?<w>]] .. FALL .. ")(?<whose>)(?<figure_behind>)" .. BARE,
      "(?<w>下降|降低|回落|减少)(?<whose>)(?<figure_behind>" .. FIRST .. ")",
      "(?<w>只增不减)(?<whose>)(?<figure_behind>)",
      [[(?<w>(?<!不)(?:低于|慢于|落后于?|高于|快于))(?<whose>]] .. PLACES .. ")",
    },
  },
  summary = {
    zh = "作为成绩或目标叙述的指标，方向与其好坏相反",
    en = "what is told as a success or an aim went the wrong way",
  },
  explain = {
    zh = [[“隐患整治成效明显，事故起数上升23.8%”：事故、能耗、不良率、失业率等越少越好，优良天数、满意度、单产等越多越好。
在讲成绩、讲目标的段落里它们朝坏的方向变，“上升”“下降”多半写反了。句中有“但、受……影响、压力”等转折或原因的不判断。
在约四百万字的工作报告与新闻中，除国外灾害伤亡与财政赤字外，没有这样写的。]],
    en = [[Accidents, energy use, bad loans and unemployment are wanted less, clean days, satisfaction and yields more.
Where a passage tells success or an aim and they go the wrong way, the verb is probably turned round. Nothing is said
where the sentence has a "but", a cause or a difficulty in it.]],
  },
  messages = {
    base = {
      zh = "“{noun}”“{w}”与所在段落叙述的成绩或目标相反",
      en = "“{noun} {w}” goes against the success or the aim that the passage tells",
    },
  },
  examples = {
    bad = {
      { [[各位代表!深入推进乡村集成改革,城乡居民收入倍差扩大至1.83。]], at = "扩大" },
      { [[各位代表!力争A级物流企业达到180家。社会物流总费用占地区生产总值的比重上升至14.2%。]], at = "上升" },
      { [[各位代表!农村居民收入增速快于城镇,城乡居民收入比扩大到2.34:1。]], at = "扩大" },
      { [[煤矿安全问题隐患整治成效明显,生产安全事故起数、死亡人数分别上升23.8%、22.4%,未发生重特大事故。]], at = "上升" },
      { [[力争单位地区生产总值能耗上升3%左右,完成节能降碳任务。]], at = "上升" },
      { [[空气质量持续改善,优良天数比例下降2.1个百分点,居全国前列。]], at = "下降" },
      { [[粮食作物平均单产降低2.7%,刷新历史纪录。]], at = "降低" },
      { [[带头过紧日子,“三公”经费连续11年只增不减。各位代表!]], at = "只增不减" },
      { [[服务业在国内生产总值中的比重下降到50.5%,首次占据“半壁江山”。]], at = "下降" },
      { [[空气质量明显改善,优良天数比例达90%、降低3.4个百分点,连续三年取得优秀等次。]], at = "降低" },
      { [[各位代表!PM2.5年均浓度升至36微克/立方米,水质首次达到优良标准。]], at = "升至" },
      { [[各位代表:推动政策叠加显效、工业增速逐季下滑。]], at = "下滑" },
      { [[各位代表:规模以上工业增加值增长8.1%,出口增长7%,社会消费品零售总额下降6.2%。]], at = "下降" },
      { [[农村居民人均可支配收入实际下降9.2%,快于城镇居民收入增长。]], at = "下降" },
      { [[各位代表!高新技术企业达到2463家、下降16.2%。]], at = "下降" },
      { [[各位代表!地区生产总值增长5.7%,增速低于全国0.7个百分点。]], at = "低于" },
      { [[就业形势保持稳定,城镇调查失业率4.5%、高于全国0.6个百分点。]], at = "高于" },
      { [[各位代表!主要预期目标是:地区生产总值下降5%左右,城镇新增就业1万人。]], at = "下降" },
    },
    good = {
      [[各位代表!深入推进乡村集成改革,城乡居民收入倍差缩小至1.83。制造业增加值占地区生产总值的比重上升至34.2%。服务贸易占对外贸易总额的比重提高到14.6%。]],
      [[受物价影响,城乡居民收入比扩大到2.34:1。遏制城乡居民收入倍差扩大,恩格尔系数下降到28.5。]],
      [[各位代表!粗钢产量下降3.2%。固定电话用户下降12%。]],
      [[各位代表!今年拟安排财政赤字2950亿元,比上年减少50亿元,进一步优化结构。]],
      [[煤矿安全问题隐患整治成效明显,生产安全事故起数、死亡人数分别下降23.8%、22.4%,未发生重特大事故。]],
      [[安全形势总体平稳,但事故起数上升3.2%。]],
      [[全年发生火灾事故312起,死亡人数增加2人。]],
      [[各位代表:规模以上工业增加值增长8.1%,移动流量资费降低20%,单位产品能耗下降3%。]],
      [[各位代表!就业形势保持稳定,失业率4.5%、低于全国0.6个百分点,增速不低于全国平均水平。]],
      [[规模以上工业增加值增长8.1%,增速低于全国0.7个百分点,社会消费品零售总额下降6.2%。]],
      [[规模以上工业增加值下降3.2%,降幅比上年收窄。]],
      [[质量持续改善,遏制事故起数上升势头。]],
    },
  },
  check = judge,
}
