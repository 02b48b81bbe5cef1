-- Parts that a sentence says are all: A and 不A, A and the rest, what 两项合计
-- adds, below and above one mark, ages from 0 on, 男女.

local figures, show, groups = lib "figures", lib "show", lib "groups"
local HUNDRED = interval(100, 100)

local NUMERAL = { ["一"] = 1, ["两"] = 2, ["二"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9, ["十"] = 10 }

local function value(c)
  return c.kind == "percent" and c.interval or c.amount
end

local function sum_of(list)
  local sum
  for _, c in ipairs(list) do sum = sum and sum + value(c) or value(c) end
  return sum
end

-- Rounding of shares that are printed to add up.
local function step_of(list)
  local step = decimal(0)
  for _, c in ipairs(list) do
    if c.kind == "percent" then step = step + c.last_digit end
  end
  return step / 2
end

local function shown(sum, like)
  if like.kind == "percent" then return show.range(sum, like.decimals + 1) .. "%" end
  return show.like(sum, like)
end

local function judge(total, parts, at, report)
  local sum = sum_of(parts)
  if not (sum and sum.low and sum.high) then return end
  if sum:widen(step_of(parts)):meets(value(total)) then
    report.agrees { at = total, related = parts, how = "Σ = " .. total.text }
    return
  end
  local related = { total }
  for _, c in ipairs(parts) do related[#related + 1] = c end
  report {
    at = at, related = related, expected = shown(sum, total),
    values = { sum = shown(sum, total), total = total.text },
  }
end

-- 两项合计占78.7%: the last two figures before it.
local function judge_together(m, list, report)
  local n = NUMERAL[m.n] or tonumber(m.n)
  local total, parts
  for i, f in ipairs(list) do
    if f.claim:before(16):find(m.text, 1, true) and f.claim.number_text ~= m.n then
      total, parts = f.claim, {}
      for k = i - 1, 1, -1 do
        local c = list[k].claim
        if #parts < n and figures.alike(c, total) and c.number_text ~= m.n and not (c.kind == "percent" and c:has("growth")) then
          table.insert(parts, 1, c)
        end
      end
    end
  end
  if total and total:before(24):find("前", 1, true) then return end -- 前两项合计: of the first
  if not total or #parts ~= n or not (figures.is_share(total) or figures.is_level(total)) then return end
  judge(total, parts, total, report)
end

-- 12个镇、6个乡、3个街道,共22个: a list and its total.
local TOTAL = re.new("^[^,、。;\\d]{0,14},(?:一?共|总共|[^,。;\\d]{0,8}(?:合计|总计|共计))(?:有|为|达)?$")
local JOINT = re.new("、|^(?:和|与|及|以及)")
local STOP = re.new("[;。]")
local function judge_list(list, text, report)
  for i = 3, #list do
    local total = list[i].claim
    if figures.is_level(total) and TOTAL:find(text:sub(list[i - 1].to + 1, list[i].from - 1)) then
      local parts, from = { list[i - 1].claim }, i - 1
      while from > 1 and JOINT:find(text:sub(list[from - 1].to + 1, list[from].from - 1))
        and not text:sub(list[from - 1].to + 1, list[from].from - 1):find("[,;]") do
        from = from - 1
        table.insert(parts, 1, list[from].claim)
      end
      local same = #parts > 1
      -- 上级补助48万元,上年结转10万元、调入7万元,收入总计: the list begins before it.
      local earlier = from > 1 and list[from - 1].claim
      if earlier and figures.alike(earlier, total) and not STOP:find(text:sub(list[from - 1].to + 1, list[from].from - 1)) then same = false end
      for _, c in ipairs(parts) do same = same and not c:has("new") and figures.is_level(c) and figures.alike(c, total) and c.unit == total.unit end
      if same then judge(total, parts, total, report) end
    end
  end
end

-- 合格72家,不合格24家 of 86家; 17个……,另外6个 of 23个乡镇中.
local REST = re.new("^[^\\d。;]{0,24}?[,、;](?:而|但)?(?:其余|余下|剩余|另外|另有|其他)的?[^,。;、\\d]{0,8}$")
local NEGATED = re.new("^[^\\d。;]{0,24}?[,、;](?:而|但|尚|还有|有)?(?:不|未|没有?|非|无)(?<what>[^,。;、\\d]{1,10})$")
local ABSENT = re.new("^人?,缺席$")
local PARTS = re.new("其中|包括|包含|含") -- parts-sum's
local SIGN = re.new("[一-龥]")
-- 审结372件,未结41件: do the words before the first have a sign of what is not?
local function is_negation(gap, before)
  if ABSENT:find(gap) then return before:find("到", 1, true) ~= nil end
  local what = NEGATED:match(gap)
  for sign in SIGN:gmatch(what or "") do
    if before:find(sign, 1, true) then return true end
  end
  return false
end
local AMONG = re.new("^[^,。;\\d]{0,16}(?:中|里|内)(?:,|、|有)|^,[^。;]{0,40}")
local function judge_rest(list, text, report)
  for i = 3, #list do
    local gap = text:sub(list[i - 1].to + 1, list[i].from - 1)
    local rest, last = list[i].claim, list[i - 1].claim
    local negated = is_negation(gap, i > 2 and text:sub(list[i - 2].to + 1, list[i - 1].from - 1) or "")
    if (negated or REST:find(gap)) and figures.is_level(rest) and figures.alike(rest, last) and rest.scale == last.scale then
      local parts, total = { last, rest }, nil
      local next_one = list[i + 1] and list[i + 1].claim -- 审结120件,未结21件,中止9件
      if negated and next_one and figures.alike(next_one, rest) and not STOP:find(text:sub(list[i].to + 1, list[i + 1].from - 1)) then return end
      for k = i - 2, 1, -1 do
        local c = list[k].claim
        if not (figures.alike(c, rest) and figures.is_level(c)) then break end
        if k == 1 or negated then
          total = c
          break
        end
        table.insert(parts, 1, c)
      end
      local after = total and total:after(30)
      if total and not PARTS:find(after) and AMONG:find(after) and total.value > rest.value and total.value > last.value then
        local sum = sum_of(parts)
        local more = sum and sum.low and sum.low > total.amount.high
        if negated or more or sum:meets(total.amount) then judge(total, parts, rest, report) end
      end
      return
    end
  end
end

-- 接种率, 增长: rates of two groups, no shares of one whole.
local RATE = re.new("率|增长|下降|增速|已婚|中女性|中男性")
-- 三年以下的占85.4%,三年以上的占41.6%: more than all.
local function judge_marks(m, list, report)
  local low, high = NUMERAL[m.low] or tonumber(m.low), NUMERAL[m.high] or tonumber(m.high)
  if not low or not high or high < low then return end
  local a, b
  for _, f in ipairs(list) do
    if f.claim.kind == "percent" and f.claim.number_text == m.a and not a then a = f.claim
    elseif f.claim.kind == "percent" and f.claim.number_text == m.b then b = f.claim end
  end
  if not a or not b or not (figures.is_share(a) and figures.is_share(b)) or RATE:find(m.text) then return end
  local sum = a.interval + b.interval
  if sum.low:gt(100) then
    report { at = b, related = a, message = "over", expected = "≤ 100%", values = { sum = shown(sum, a) } }
  end
end

-- 0—14岁……,15—59岁……,60岁及以上……: ages without a gap.
local AGES = re.new("(\\d+)(?:-|—|–|至|~)(\\d+)岁[^,。;\\d]{0,16}|(\\d+)岁及?以上[^,。;\\d]{0,16}")
local function judge_ages(list, text, report)
  local parts, due, ends, from = {}, 0, nil, 1
  while true do
    local at, to, low, high, last = AGES:find(text, from)
    if not at then break end
    low, last = low and low ~= "" and tonumber(low), last and last ~= "" and tonumber(last)
    if (low or last) ~= due then return end
    due, ends, from = low and tonumber(high) + 1 or due, last and true or ends, to + 1
    for _, f in ipairs(list) do
      if f.from > to - 1 and f.from <= to + 12 and figures.is_share(f.claim) then
        parts[#parts + 1] = f.claim
        break
      end
    end
    if last then break end
  end
  if not ends or #parts < 3 then return end
  local sum = sum_of(parts)
  if sum:widen(step_of(parts)):meets(HUNDRED) then
    report.agrees { at = parts[1], related = parts, how = "Σ = 100%" }
    return
  end
  local at, expected = parts[#parts], "100%"
  for k, c in ipairs(parts) do
    local kind, v = lib("near").within(c.value, HUNDRED - sum + c.interval, c.last_digit)
    if kind then at, expected = parts[k], v:text() .. "%" end
  end
  report { at = at, related = parts, message = "hundred", expected = expected, values = { sum = shown(sum, at) } }
end

-- 男性占71.0%,女性占24.8%,其他占0.6%
local function judge_sexes(m, list, report)
  local parts = {}
  for _, name in ipairs { "a", "b", "c" } do
    for _, f in ipairs(m[name] and m[name] ~= "" and list or {}) do
      if f.claim.kind == "percent" and f.claim.number_text == m[name] and parts[#parts] ~= f.claim then
        parts[#parts + 1] = f.claim
        break
      end
    end
  end
  if #parts < 2 or RATE:find(m.text) or parts[1]:has("growth") or parts[2]:has("growth") then return end
  local sum = sum_of(parts)
  if sum:widen(step_of(parts)):meets(HUNDRED) then return end
  local all = m.c and m.c ~= "" or sum.low:gt(100)
  local at, expected = parts[2], nil
  for k, c in ipairs(parts) do
    local kind, v = lib("near").within(c.value, HUNDRED - sum + c.interval, c.last_digit)
    if kind then
      at, expected = parts[k], v:text() .. "%"
      all = all or kind == "transposed"
    end
  end
  if not all then return end
  report { at = at, related = parts, message = "hundred", expected = expected or "100%", values = { sum = shown(sum, at) } }
end

-- 收入总计4286.5万元,支出总计4108.2万元,收支相抵,结余178.3万元
local ADDED = re.new("加上?|上年|滚存|转移性|调入|补助")
local function judge_balance(list, text, report)
  if ADDED:find(text) and not (text:find("收入总计", 1, true) and text:find("支出总计", 1, true)) then return end
  local inn, out, rest
  for _, f in ipairs(list) do
    local before, c = f.claim:before(12), f.claim
    if figures.is_level(c) or c:has("cumulative") then
      local totals = text:find("收入总计", 1, true) and not before:find("总计", 1, true) and not before:find("结", 1, true)
      if totals then rest = rest
      elseif before:find("结余", 1, true) or before:find("结转", 1, true) then rest = rest or c
      elseif before:find("支出", 1, true) and not out then out = c
      elseif before:find("收入", 1, true) and not inn then inn = c end
    end
  end
  if not (inn and out and rest and figures.alike(inn, out) and figures.alike(inn, rest) and inn.amount.low and out.amount.high) then return end
  judge(inn, { out, rest }, rest, report)
end

-- 下达资金9.6亿元:中央5.2亿元,省级3.1亿元,……; 处理1260人次,第一种……: a whole and
-- what it is made of, where they make more, or a slip of the pen parts them.
local NESTED = re.new("其中|另有|另外|转回|比上年|较上年|增加|减少")
local function judge_made(list, text, report)
  local total, parts = list[1] and list[1].claim, {}
  if NESTED:find(text) then return end
  if not total or not figures.is_level(total) then return end
  for i = 2, #list do
    local c = list[i].claim
    if figures.alike(c, total) and figures.is_level(c) then parts[#parts + 1] = c
    elseif c.kind ~= "percent" then return end
  end
  if #parts < 2 then return end
  local sum = sum_of(parts)
  if sum:meets(total.amount) then
    report.agrees { at = total, related = parts, how = "Σ = " .. total.text }
    return
  end
  local colon = text:sub(list[1].to + 1, list[1].to + 1) == ":" and sum.low > total.amount.high
  for k, c in ipairs(parts) do
    local want = (total.amount - sum + c.amount) / c.factor
    local kind = want.low:gt(0) and lib("near").within(c.value, want, c.last_digit)
    if kind == "transposed" or colon and kind then return judge(total, parts, parts[k], report) end
  end
  if colon then judge(total, parts, parts[#parts], report) end
end

local judged = memo()

return {
  api = 1,
  id = "sum-mismatch",
  severity = "warning",
  state = "preview",
  languages = { "zh" },
  on = {
    pattern = groups.all({
      "(?<n>[一二两三四五2-5])[项者类个]?(?:合计|相加|之和)(?:约?占|为|达到?|共)?(?:总[^,。;\\d]{1,6})?(?:的)?\\s?(?=\\d)",
      "\\d[^,。;]{1,24}[、和][^,。;]{0,24}\\d[^,。;\\d]{1,14},(?:一?共|总共|[^,。;\\d]{0,8}(?:合计|总计|共计))(?:有|为|达)?\\d",
      "\\d[^。;:,\\d]{1,6}:[^。;\\d]{2,16}\\d[^。]{2,}\\d",
      "第一[^,。;\\d]{1,8}\\d[^。;]{2,20}第二[^,。;\\d]{1,8}\\d",
      "[,、;](?:而|但)?(?:其余|余下|剩余|另外|另有|不|未|没有?|非|无|缺席|尚未|还有)[^,。;、\\d]{0,10}\\d",
      "(?<low>[一二三四五六七八九十]|\\d+)(?:年|岁|万元|元|人|天)[^,。;\\d]{0,5}以下[^。;\\d]{0,24}?(?<a>\\d+(?:\\.\\d+)?)%[^。;\\d]{0,16}?(?<high>[一二三四五六七八九十]|\\d+)(?:年|岁|万元|元|人|天)[^,。;\\d]{0,5}以上[^。;\\d]{0,24}?(?<b>\\d+(?:\\.\\d+)?)%",
      "\\b0(?:-|—|–|至|~)\\d+岁[^。]{4,120}岁及?以上",
      "男性?[^。;\\d]{0,24}?(?<a>\\d+(?:\\.\\d+)?)%[^。;\\d]{0,4}[,;][^。;\\d]{0,8}女性?[^。;\\d]{0,14}?(?<b>\\d+(?:\\.\\d+)?)%(?:[^。;\\d]{0,8}其他[^。;\\d]{0,10}(?<c>\\d+(?:\\.\\d+)?)%)?",
      "收支相抵",
    }, { "n", "low", "high", "a", "b", "c" }),
  },
  summary = {
    zh = "说全了的几部分之和与总数不符（合格与不合格、其余、两项合计、三年以下与以上）",
    en = "parts that are said to be all do not make their whole",
  },
  explain = {
    zh = [[“检查86家，合格72家，不合格24家”“两项合计占78.7%”“12个镇、6个乡、3个街道，共22个”“0—14岁……60岁及以上”：
文中说明已是全部的几部分，其和应等于总数（占比为100%）。按印刷精度的区间比较。]],
    en = [[Qualified and not qualified of those inspected, "the two together", a list and its total, ages from 0 on: parts
that are said to be all make their whole, shares 100 %. Compared in intervals of the printed precision.]],
  },
  messages = {
    base = {
      zh = "各部分之和为 {sum}，总数为 {total}",
      en = "the parts make {sum}, the whole is {total}",
    },
    over = {
      zh = "两部分互不重叠，合计 {sum}，超过100%",
      en = "the two exclude each other and make {sum}, more than all",
    },
    hundred = {
      zh = "各部分占比之和为 {sum}，不是100%",
      en = "the shares of all parts make {sum}",
    },
  },
  examples = {
    bad = {
      { [[认为良好的占41.2%,一般的占46.5%,两项合计占78.7%。]], at = "78.7%" },
      { [[全县辖12个镇、6个乡、3个街道,共22个乡镇(街道)。]], at = "22个" },
      { [[检查的86家企业中,合格72家,不合格24家。]], at = "24家" },
      { [[全县23个乡镇中,17个完成了任务,另外8个正在推进。]], at = "8个" },
      { [[判处三年以下有期徒刑的占85.4%,三年以上的占41.6%。]], at = "41.6%" },
      { [[0—14岁人口占18.6%,15—59岁人口占62.8%,60岁及以上人口占16.8%。]], at = "16.8%" },
      { [[男性受访者达到71.0%,而女性受访者占24.8%,其他仅占0.6%。]], at = "24.8%" },
      { [[收入总计4286.5万元,支出总计4108.2万元,收支相抵,年末结余187.3万元。]], at = "187.3万元" },
    },
    good = {
      [[认为良好的占41.2%,一般的占46.5%,两项合计占87.7%。]],
      [[全县辖12个镇、6个乡、3个街道,共21个乡镇(街道)。检查的86家企业中,合格72家,不合格14家。]],
      [[收到仲裁申请150件,审结120件,未结21件,中止9件。上级补助收入48万元、调入资金7万元,上年结转10万元、债务收入5万元,收入总计70万元。]],
      [[男性就业率为68.2%,女性就业率为52.1%。18岁以下人群参保率为98.5%,18岁以上人群参保率为95.2%。]],
      [[纺织业占30.2%,医药占20.1%,食品占10.4%,前两项合计占50.3%。农业产值126亿元:种植业62亿元,其中粮食31亿元,牧业64亿元。]],
      [[社会保险基金收入126.3亿元,支出112.5亿元,收支相抵,加上上年结余138.8亿元,年末滚存结余152.6亿元。]],
      [[70个城市中,6个城市上涨,甲市持平,其余63个城市下跌。]],
      [[判处三年以下有期徒刑的占85.4%,五年以上的占8.6%。男性占71.0%,女性占28.4%,其他占0.6%。]],
      [[0—14岁人口占18.6%,15—59岁人口占62.8%,60岁及以上人口占18.6%。]],
    },
  },
  check = function(m, report)
    if m.sentence.cell then return end
    local list = figures.of(m.sentence)
    if m.n ~= "" then return judge_together(m, list, report) end
    if m.low ~= "" then return judge_marks(m, list, report) end
    if m.a ~= "" then return judge_sexes(m, list, report) end
    if judged[m.sentence] then return end
    judged[m.sentence] = true
    local text = m.sentence.text
    judge_list(list, text, report)
    judge_rest(list, text, report)
    if text:find(":", 1, true) or text:find("第一", 1, true) then judge_made(list, text, report) end
    if text:find("岁", 1, true) then judge_ages(list, text, report) end
    if text:find("收支相抵", 1, true) then judge_balance(list, text, report) end
  end,
}
