-- 年初预算为321万元,支出决算为308万元,完成年初预算的95.9%。决算数小于预算数的主要原因:……

local PLAN = re.new("(年初|全年|年度|调整)?(?:预算|计划|任务|目标)数?(调整|变更|变动)?(?:为|是|到|至)?约?\\s*$")
local RATE = re.new("(?:完成|为)[^,;。%]{0,6}?(年初|全年|年度|调整)?(?:预算|计划|任务|目标)数?(?:\\d[\\d.]*[一-龥]{0,3})?的?约?\\s*$")
local SAYS = { ["大于"] = 1, ["高于"] = 1, ["多于"] = 1, ["小于"] = -1, ["低于"] = -1, ["少于"] = -1 }

-- What a passage prints so far: plans with their labels, and what was done.
local function new() return { plans = {} } end

local function read(facts, claim)
  if claim.kind ~= "amount" and claim.kind ~= "count" or not claim.value then return end
  local from, _, label, changed = PLAN:find(claim:before(14))
  if from then
    facts.plans[#facts.plans + 1] = { claim = claim, label = changed and changed ~= "" and "调整" or label or "" }
  else
    facts.done = claim
  end
end

-- The plans that may be meant: those of the label, else all; none of zero.
local function candidates(facts, label)
  local out, labelled = {}, {}
  for _, p in ipairs(facts.plans) do
    local a = p.claim.amount
    if facts.done and p.claim.dimension == facts.done.dimension and a.low and a.low:gt(0) then
      out[#out + 1] = p.claim
      if label ~= "" and p.label == label then labelled[#labelled + 1] = p.claim end
    end
  end
  if label == "调整" then return labelled end -- what it was before is no base
  return #labelled > 0 and labelled or out
end

-- 预算数95.4亿元,完成94.1亿元,其中:工资支出62.2亿元,完成预算的98%: the part has a
-- plan of its own, which is not printed.
local function is_part(sentence, done)
  local text = sentence.text
  local at = text:find("其中", 1, true)
  return at and text:find(done.text, at, true) and not text:sub(1, at):find(done.text, 1, true)
end

local function check_rate(facts, rate, label, report)
  local plans, done = candidates(facts, label), facts.done
  if #plans == 0 or not (done.amount.low and done.amount.high) then return end
  local nearest
  for _, plan in ipairs(plans) do
    local computed = plan.amount.high and done.amount / plan.amount * 100
    if computed and computed:widen(rate.last_digit):meets(rate.interval) then
      report.agrees { at = rate, related = { done, plan }, how = computed:text() .. " ∋ " .. rate.text }
      return
    end
    if computed then nearest = { plan = plan, computed = computed } end
  end
  if not nearest or is_part(rate.sentence, done) then return end
  local shown = lib("show").range(nearest.computed, rate.decimals + 1)
  report {
    at = rate, related = { done, nearest.plan }, expected = shown,
    values = { done = done.text, plan = nearest.plan.text, computed = shown },
  }
end

local function check_words(facts, m, report)
  local says, plans = SAYS[m.word], candidates(facts, m.label or "")
  if not says or #plans == 0 then return end
  local done = facts.done
  for _, plan in ipairs(plans) do
    local a, b = plan.amount, done.amount
    if not (a.low and a.high and b.low and b.high) then return end
    if says > 0 and b.high > a.low or says < 0 and b.low < a.high then
      report.agrees { at = m, related = { done, plan }, how = done.text .. " / " .. plan.text }
      return
    end
  end
  report {
    at = m:place("word"), related = { done, plans[#plans] }, message = "words",
    values = { word = m.word, done = done.text, plan = plans[#plans].text },
  }
end

-- 完成预算的96.98%,比预算数280.5亿元少8.47亿元; 完成305亿元,为预算的98.4%,比预算短收5亿元: the
-- plan and what it was missed by give the rate, and so do what was done and that.
local MORE, NONE = re.new("^[多超增高]"), interval(0, 0)
local function done_before(rate)
  local facts = new()
  for _, claim in ipairs(rate.sentence.claims) do
    if claim.index >= rate.index then break end
    read(facts, claim)
  end
  return facts.done
end
local function check_gap(m, report)
  local rate, gap, plan = m:figure("rate"), m:figure("gap"), m:figure("plan")
  if not (rate and gap and gap.amount.low and rate.interval) then return end
  local known = plan or done_before(rate)
  if not known or known.dimension ~= gap.dimension or not (known.amount.low and known.amount.low:gt(0)) then return end
  local beyond = MORE:find(m.how) and gap.amount or NONE - gap.amount
  local whole, done = known.amount, known.amount
  if plan then done = whole + beyond else whole = done - beyond end
  if not whole.low:gt(0) then return end
  local computed = done / whole * 100
  if computed:widen(rate.last_digit):meets(rate.interval) then
    report.agrees { at = rate, related = { known, gap }, how = computed:text() .. " ∋ " .. rate.text }
    return
  end
  local shown = lib("show").range(computed, rate.decimals + 1)
  report {
    at = rate, related = { known, gap }, message = "gap", expected = shown,
    values = { known = known.text, how = m.how, gap = gap.text, computed = shown },
  }
end

local PLANNED = [[(?:年初|全年|年度|本年|原|调整后?的?)?(?:预算|计划|任务|目标)数?]]
local GAP = [[(?:预算|计划|任务|目标)数?的?约?(?<rate>[\d.]+)%,?[^,;。%0-9]{0,4}(?:比|较)]] .. PLANNED
  .. [[的?(?:(?<plan>[\d.,]+)[^,;。%0-9多少超短增减高低]{1,4})?(?<how>(?:[多少超短增减高低]|[增减]少|增加)[收支出了]{0,2})(?<gap>[\d.,]+)]]

local seen = memo()

return {
  api = 1,
  id = "completion-mismatch",
  severity = "error",
  languages = { "zh" },
  on = {
    pattern = {
      [[(?:完成|为)[^,;。%]{0,6}(?:预算|计划|任务|目标)数?[^,;。、]{0,12}的?\s*[\d.]+%]],
      GAP,
      [[决算数?(?<word>大于|小于|高于|低于|多于|少于)(?<label>年初|全年|年度|调整)?预算]],
    },
  },
  summary = {
    zh = "完成率、“决算数大于（小于）预算数”与所列预算数、决算数不符",
    en = "a completion rate, or what is said of it, disagrees with the plan and what was done",
  },
  explain = {
    zh = [[完成率 = 完成数 ÷ 计划数（预算数）。同一句或前一句里印有两个数时复算；有年初预算、全年预算几个基数时，
任何一个能成立就不报告。“完成预算的98.4%，比预算短收5亿元”由预算数（或完成数）与差额复算。“决算数大于预算数”之后如与所列两数相反，也在此报告。]],
    en = [[The completion rate is what was done by what was planned. Where both figures stand in the sentence or the
one before, it is computed; where several plans are printed any of them may be meant. So it is from
the plan, or what was done, and what is said to be missing or beyond it.]],
  },
  messages = {
    base = {
      zh = "完成率印为 {stated}，{done} ÷ {plan} 为 {computed}%",
      en = "the completion rate is printed as {stated}; {done} by {plan} is {computed}%",
    },
    gap = {
      zh = "完成率印为 {stated}，由 {known}、{how}{gap}计算为 {computed}%",
      en = "the completion rate is printed as {stated}; {known} and the {gap} beside give {computed}%",
    },
    words = {
      zh = "“{word}”与数字相反：决算数 {done}，预算数 {plan}",
      en = "“{word}” contradicts the figures: {done} against a plan of {plan}",
    },
  },
  examples = {
    bad = {
      { [[支出年初预算为321.02万元,支出决算为307.82万元,完成年初预算的98.59%。]], at = "98.59%" },
      { [[全年预算为321.02万元,支出决算为307.82万元,完成全年预算的95.89%。决算数大于全年预算数的主要原因:人员减少。]],
        at = "大于" },
      { [[全年完成投资520亿元,完成年度计划500亿元的140%。]], at = "140%" },
      { [[全年收入完成预算的98.96%,比预算数280.5亿元少8.46亿元。]], at = "98.96%" },
      { [[决算支出占预算数的89.41%,比预算数298.2亿元少支4.75亿元。]], at = "89.41%" },
      { [[税收收入完成305亿元,为预算的94.8%,比预算短收5亿元。]], at = "94.8%" },
    },
    good = {
      [[支出年初预算为321.02万元,支出决算为307.82万元,完成年初预算的95.89%。]],
      [[全年预算为321.02万元,支出决算为307.82万元,完成全年预算的95.89%。决算数小于全年预算数的主要原因:人员减少。]],
      [[年初预算为0万元,全年预算为321.02万元,支出决算为307.82万元,完成年初预算的95.89%。决算数小于预算数。]],
      [[全年完成投资520亿元,完成年度计划500亿元的104%。]],
      [[全年收入完成预算的96.98%,比预算数280.5亿元少8.46亿元。]],
      [[决算支出占预算数的98.41%,比预算数298.2亿元少支4.75亿元。]],
      [[税收收入完成305亿元,为预算的98.4%,比预算短收5亿元。]],
      [[税收收入完成305亿元,为预算的101.7%,比预算超收5亿元。]],
      [[税收收入完成305亿元,完成预算的101.7%,比上年增加5亿元。]],
      [[年初预算为300亿元,执行中支出预算调整为470亿元,实际完成460.6亿元,为调整预算的98%。]],
      [[“三保”支出预算数95.4亿元,完成94.1亿元,完成预算的98.6%,其中:保工资支出62.2亿元,完成年初预算的98.3%。]],
      [[完成投资520亿元,完成年度计划的104%。]],
      [[全区煤炭产量12.9亿吨,完成保供任务8.3亿吨、占全国的34.5%。]],
    },
  },
  check = function(m, report)
    if m.pattern == 2 then return check_gap(m, report) end
    local sentence = m.sentence
    if m[0]:find("决算", 1, true) == 1 and m.word then
      local facts, before = new(), m.doc.sentences[sentence.index - 1]
      if before and before.cell == nil then
        for _, claim in ipairs(before.claims) do read(facts, claim) end
      end
      if facts.done then check_words(facts, m, report) end
      return
    end
    if seen[sentence] or sentence.cell then return end
    seen[sentence] = true
    local facts, rates = new(), {}
    for _, claim in ipairs(sentence.claims) do
      read(facts, claim)
      local from, _, label = RATE:find(claim:before(30))
      if claim.kind == "percent" and from then rates[#rates + 1] = { claim, label or "", facts.done } end
    end
    for _, r in ipairs(rates) do
      if r[3] then
        facts.done = r[3]
        check_rate(facts, r[1], r[2], report)
      end
    end
  end,
}
