-- | 财务费用 | 417 | 190 | 119.52% | 主要系利息支出减少所致 |: the remark of a row gives as the
-- reason of a rise that a part of the same kind fell, or the other way round.
local REASON = re.new("所\\s*致|主\\s*要\\s*(?:系|是|为|由|因)|原\\s*因")
local SAID = re.new([[(?:主要|原因|是|系|因|由于|,|及|和|与|、|^)*([^,。;:]{2,40}?)(?:同比|较上年(?:同期)?|比上年(?:同期)?|有所|大幅|相应|明显)*(增加|增长|上升|提高|减少|下降|降低|下滑)(?:较多|较大|幅度较大)?(?:等(?:因素|原因)?)?(?:所致|导致|影响|引起|造成|形成)?[。;,]?$]])
local UP = re.new("^[增上提]")
local RATE = re.new([[^([-−+]?)\d[\d,]*(?:\.\d+)?%$]])
local LEVEL = re.new([[^[-−]?\d[\d,]*(?:\.\d+)?$]])
-- What rises with the row, by its own name: of an expense another expense.
-- What was there the year before, or is done instead, or given back, works the other way.
local OTHER_WAY = re.new("上年|上期|去年|同期|往年|前期|线上|网络|视频|远程|电子|新能源|退|减|免|返还|抵|扣|递延|置换|替代|资本化|转|收回|回款|收到|发出|领用|处置|确认|偿还|归还|还款|支付|结算|理财|购买")
local KINDS = {
  { re.new("费用|支出|成本|税金"), re.new("(?:支出|费用|薪酬|工资|佣金|成本|投入|折旧|摊销|租金|奖金|社保|广告费|差旅费|服务费|运费|税金|人员)$"), re.new("收入") },
  { re.new("收入$|收入[((]|销售额"), re.new("(?:收入|销量|销售|销售额|订单|业务量|产量|客户)$"), re.new("成本|费用|支出") },
  { re.new("^(?:应收|预付|预收|应付|存货|固定资产|在建工程|短期借款|长期借款)"), re.new("(?:款|款项|存货|借款|余额|投入|采购|备货|货款)$"), nil },
}

local function is_of(kind, label, noun)
  return kind[1]:find(label) and kind[2]:find(noun) and not OTHER_WAY:find(noun) and not (kind[3] and kind[3]:find(noun))
end

local function plain(text) return (text:gsub("%s+", "")) end

-- Does the row rise? By its rate, and by its levels where two stand side by side.
local function way_of(tab, row, remark)
  local rate, levels = nil, {}
  for column = 1, tab.columns do
    local cell = column ~= remark.column and tab:cell(row, column)
    local text = cell and plain(cell.text) or ""
    local sign = RATE:match(text)
    if sign then
      if rate then return nil end
      rate = { up = sign ~= "-" and sign ~= "−", cell = cell }
    elseif LEVEL:find(text) and text:find("[1-9]") then
      levels[#levels + 1] = cell
    end
  end
  if not rate or #levels < 2 then return nil end
  local a, b = levels[1].claim, levels[2].claim
  if not (a and b and a.value and b.value) or a.value == b.value or (a.value > b.value) ~= rate.up then return nil end
  return rate.up, rate.cell
end

local function judge(tab, cell, report)
  local head = tab:cell(cell.row, 1)
  local label = head and plain(head.text) or ""
  local noun, verb = SAID:match(plain(cell.text))
  if cell.column == 1 or not noun then return end
  for _, kind in ipairs(KINDS) do
    if is_of(kind, label, noun) then
      local up, rate = way_of(tab, cell.row, cell)
      if up == nil then return end
      if (UP:find(verb) ~= nil) == up then
        report.agrees { at = cell, related = rate, how = noun .. verb .. ": " .. rate.text }
      else
        report { at = cell, related = rate, stated = verb, values = { noun = noun, verb = verb, label = label, rate = rate.text } }
      end
      return
    end
  end
end

-- 公务接待费支出2.1万元,比上年增加0.5万元,主要原因是接待批次减少。
local PROSE = [[(?<w>增加|增长|上升|减少|下降|降低)了?(?<n>\d[\d.,]*(?:万元|亿元|元|%|个百分点))(?:\([^()]{1,20}\))?[,;。](?:[增长下降减少幅加]{2,4}[\d.]+%[,;。])?(?:[增长下降减少加变动]{2,4}的?)?]]
  .. [=[主要(?:原因)?(?:是|系|为|由于|因)(?:由于|因为|因|是)?:?(?:本年度?|当年|今年|\d{4}年度?)?(?<noun>[^,。;:、\d]{2,30}?)(?:同比|较上年(?:同期)?|比上年(?:同期)?|有所|大幅|相应)?(?<v>增加|增长|上升|提高|减少|下降|降低)(?:等(?:因素|原因)?)?(?:所致|导致|引起|影响)?[,。;]]=]
local PROSE_KINDS = {
  { re.new("(?:支出|经费|费|成本)[^,。;]{0,20}$"), re.new("(?:支出|费用?|经费|薪酬|工资|人数|人员|批次|人次|次数|项目|任务|活动|维修|车辆|成本|投入|折旧|业务量)$"), re.new("退休|离休|节约|收入|结余|结转") },
  { re.new("收入[^,。;]{0,20}$"), re.new("(?:收入|销量|拨款|业务量|补助|游客|订单|项目)$"), re.new("成本|费用|支出|结余|结转") },
}
local NOT_RATIO = re.new("率|比重|占比|结余|利润|余额|差额")
local SENTENCE = re.new("[^。;]*$")
local LABEL = 60 -- characters before the change in which its thing stands

local function judge_prose(m, report)
  local w, v = m:place("w"), m:place("v")
  local before = m.sentence.cell and "" or w:before(LABEL)
  local clause = SENTENCE:match(before):gsub(",?[^,]*$", "", 1)
  local label = clause == "" and before or clause
  if NOT_RATIO:find(label) then return end
  label = label:gsub("[%d.]+[^,%d]*$", "")
  for _, kind in ipairs(PROSE_KINDS) do
    if is_of(kind, label, m.noun) then
      if (UP:find(m.v) ~= nil) == (UP:find(m.w) ~= nil) then
        report.agrees { at = v, related = w, how = m.w .. ": " .. m.noun .. m.v }
      else
        report { at = v, related = w, message = "prose", stated = m.v, values = { noun = m.noun, verb = m.v, w = m.w, n = m.n } }
      end
      return
    end
  end
end

return {
  api = 1,
  id = "remark-contradiction",
  severity = "warning",
  languages = { "zh" },
  on = { set = true, pattern = PROSE },
  summary = {
    zh = "增减与其说明的原因（同类项目的增减）方向相反",
    en = "a change and the reason given for it, of its own kind, go opposite ways",
  },
  explain = {
    zh = [[一行有本期、上期两个数和增减幅度，且三者一致时，说明栏所说的原因若是同类项目（费用之于支出、薪酬，收入之于销量），
方向应与该行相同；正文“比上年增加0.5万元，主要原因是接待批次减少”同理。上年同期的基数、收回、归还、减免、退休人员、线上会议等反向项目不判断。]],
    en = [[A row with two levels and their change, which agree, is held against its remark where the reason is of the row's own
kind (of expenses, expenses): it goes the same way. What works the other way (the
year before, repayments, reliefs, meetings online) is left alone.]],
  },
  messages = {
    base = { zh = "“{noun}{verb}”与{label}变动{rate}相反", en = "“{noun}{verb}” goes against {label}, which changed by {rate}" },
    prose = { zh = "“{noun}{verb}”与其前“{w}{n}”方向相反", en = "“{noun}{verb}” is the reason of “{w}{n}”, which goes the other way" },
  },
  examples = {
    bad = {
      { "| 项目 | 本期 | 上期 | 增减 | 说明 |\n|---|---|---|---|---|\n| 财务费用 | 4,172 | 1,900 | 119.58% | 主要系利息支出减少所致 |", at = "主要系利息支出减少所致" },
      { "| 项目 | 本期 | 上期 | 增减 | 说明 |\n|---|---|---|---|---|\n| 营业收入 | 812 | 1,015 | -20.00% | 主要是门票销量增长所致 |", at = "主要是门票销量增长所致" },
      { [[公务接待费支出2.1万元,比上年增加0.5万元,增长31.3%,主要原因是接待批次减少。]], at = "减少" },
      { [[2025年人员经费支出120万元,比2024年减少20万元,减少的主要原因是在职人员增加。]], at = "增加" },
      { [[门票收入812万元,同比下降12%,主要是旺季游客增加所致。]], at = "增加" },
    },
    good = {
      [[公务接待费支出2.1万元,比上年增加0.5万元,主要原因是接待批次增加。人员经费支出120万元,比2024年减少20万元,主要原因是退休人员增加。单位结余12万元,比上年减少2万元,主要是项目支出增加。]],
      [[维修费支出12万元,比上年减少3万元,主要原因是上年房屋维修项目增加。会议费支出5.2万元,比上年减少1万元,主要原因是视频会议次数增加。]],
      [[税收收入12亿元,同比下降12%,主要是留抵退税业务量增加。非税收入8亿元,同比下降9%,主要是上年同期一次性收入增加所致。]],
      "| 项目 | 本期 | 上期 | 增减 | 说明 |\n|---|---|---|---|---|\n| 应收账款 | 812 | 1,015 | -20.00% | 主要系本期收到的货款增加所致 |\n| 货币资金 | 812 | 1,015 | -20.00% | 主要系采购款项增加所致 |",
      "| 项目 | 本期 | 上期 | 增减 | 说明 |\n|---|---|---|---|---|\n| 财务费用 | 4,172 | 1,900 | 119.58% | 主要系利息支出增加所致 |\n| 销售费用 | 812 | 1,015 | -20.00% | 主要系广告费减少所致 |",
      "| 项目 | 本期 | 上期 | 增减 | 说明 |\n|---|---|---|---|---|\n| 财务费用 | 4,172 | 1,900 | 119.58% | 主要系利息收入减少所致 |\n| 研发费用 | 812 | 1,015 | -20.00% | 主要系资本化支出增加所致 |",
    },
  },
  check = function(set, report)
    if set.type ~= "set" then return judge_prose(set, report) end
    for _, doc in ipairs(set.documents) do
      for _, tab in ipairs(doc.lang == "zh" and doc.tables or {}) do
        for _, cell in ipairs(tab.columns > 3 and tab:matching(REASON) or {}) do judge(tab, cell, report) end
      end
    end
  end,
}
