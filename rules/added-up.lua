-- 下达预算40.4亿元,加上提前下达的363.5亿元,合计下达403.9亿元: what 加上 adds and what
-- it comes to.

local FIGURE = "(?:[约近超达])?"
local NUMBER = "\\d[\\d,]*(?:\\.\\d+)?"
local GAP = "(?:[^,。;\\d]|20\\d\\d年){0,24}"
local LOOSE = 3 -- last digits by which what was rounded elsewhere may be off

-- 亏损3亿元,加上今年盈利5亿元: of two of which one counts against the other; 加上上月的
-- 18万辆,累计: of two months, and the whole is of more.
local LOSS = re.new("亏损?|赤字|逆差|流出|负债|欠")
local BEFORE = re.new("此前|前期|之前|先前|提前|已|历年|结转|原有")

-- Do the words bind the three otherwise than as a sum?
local function is_other(m, a, b)
  if (m.all or "") ~= "" and not BEFORE:find(b:before(24)) then return true end
  return (LOSS:find(a:before(12)) ~= nil) ~= (LOSS:find(b:before(12)) ~= nil)
end

local MADE = "(?:合计|共计|总计|(?<all>累计)|总共|共(?=[^,。;\\d]{0,4}\\d)|总额(?!度)|总量|核定|全年(?=[^,。;\\d]{0,8}总))" .. GAP .. "(?<c>" .. NUMBER .. ")"
local ADDED = "(?:再)?(?:加上|连同)" .. GAP .. FIGURE .. "(?<b>" .. NUMBER .. ")[^,。;\\d]{1,12}," .. GAP .. MADE
local OPENS = re.new("^再?(?:加上|连同)")

local function usable(c) return c and c.is_claim and c.value and c.amount.low and c.amount.high end

-- 安排资金216亿元支持336个项目。加上此前下达的389亿元,累计安排605亿元: the only figure of that
-- unit in the sentence before.
local function before(b)
  local found
  for i = b.index - 1, 1, -1 do
    local c = b.doc.claims[i]
    if c.block ~= b.block or c.sentence.index < b.sentence.index - 1 then break end
    if c.unit == b.unit and c.is_claim then
      if found then return nil end
      found = c
    end
  end
  return found
end

return {
  api = 1,
  id = "added-up",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = { "(?<a>" .. NUMBER .. ")[^,。;\\d]{1,12},?" .. ADDED, "^" .. ADDED },
  },
  summary = {
    zh = "“加上”之后的合计与两数之和不符",
    en = "what 加上 adds does not come to the total that follows",
  },
  explain = {
    zh = [[“A亿元，加上B亿元，合计C亿元”：C 应等于 A 与 B 之和，误差不超过印出的精度。]],
    en = [[A, 加上 B, 合计 C: C is the sum of A and B within what the last digits allow.]],
  },
  messages = {
    base = { zh = "{a} 加上 {b} 为 {sum}，印为 {stated}", en = "{a} and {b} make {sum}, printed as {stated}" },
  },
  examples = {
    bad = {
      { [[财政部日前下达2024年发展资金预算约40.4亿元,加上提前下达金额约363.5亿元,合计下达预算约803.9亿元。]], at = "803.9亿元" },
      { [[共安排国债资金216亿元支持336个项目。加上此前已下达的389亿元,今年累计安排705亿元,占全年800亿元的76%。]], at = "705亿元" },
      { [[下达保费补贴预算71.4亿元,加上此前已下达的476.1亿元,核定2024年应承担保费补贴金额548.5亿元。]], at = "548.5亿元" },
      { [[下达第二笔保费补贴预算71.4亿元,加上此前已下达的476.1亿元,核定应承担保费补贴金额587.5亿元。]], at = "587.5亿元" },
      { [[本年收入合计272亿元,加上上年结转收入35亿元,全年收入总数308亿元。本批接收新兵132人,加上春季接收的145人,共接收227人。]], at = "227人" },
    },
    good = {
      [[共安排国债资金216亿元支持336个项目。加上此前已下达的389亿元,今年累计安排605亿元。]],
      [[共安排国债资金216亿元支持336个项目,中央预算内投资20亿元。加上此前已下达的389亿元,累计安排625亿元。]],
      [[财政部日前下达2024年发展资金预算约40.4亿元,加上提前下达金额约363.5亿元,合计下达预算约403.9亿元。]],
      [[下达保费补贴预算71.4亿元,加上此前已下达的476.1亿元,核定2024年补贴金额547.5亿元。本批接收132人,加上春季的145人,共接收277人。]],
      [[期初收入10亿元,加上期末15亿元,全年实现利润2亿元。本月交付20万辆,加上上月的18万辆,累计交付已达500万辆。]],
      [[公司去年亏损3亿元,加上今年盈利5亿元,累计盈利2亿元。新增专项债20亿元,加上一般债10亿元,全年财政支出100亿元。]],
      [[发行债券100亿元,加上此前发行的200亿元,总额度为500亿元。县里拿出300万元,加上捐款200万元,共修建学校总投资800万元的教学楼。]],
      [[今年投入12亿元,加上社会资本30亿元,共建设项目25个。今年投入12亿元,加上社会资本30亿元、贷款8亿元,合计50亿元。]],
    },
  },
  check = function(m, report)
    local b, c = m:figure("b"), m:figure("c")
    local a
    if not OPENS:find(m.text) then a = m:figure("a") elseif b then a = before(b) end
    if m.sentence.cell or not (usable(a) and usable(b) and usable(c)) or a.unit ~= b.unit or a.unit ~= c.unit then return end
    if is_other(m, a, b) then return end
    if a.kind == "percent" or a.kind == "point" or a:has("increment") or c:has("increment") then return end
    local sum = a.amount + b.amount
    local slack = c.last_digit * c.factor
    if b.last_digit * b.factor > slack then slack = b.last_digit * b.factor end
    local made = { a = a.text, b = b.text, sum = lib("show").like(sum, c) }
    if sum:widen(slack * LOOSE):meets(c.amount) then
      report.agrees { at = c, related = { a, b }, how = made.sum }
    else
      report { at = c, related = { a, b }, expected = made.sum, values = made }
    end
  end,
}
