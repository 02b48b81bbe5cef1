-- 粮食总产量45.63万亩, 发电量186亿千瓦: a unit of another kind than the noun
-- before the figure is measured by.

local rows, odd_rows = lexicon("zh/measure"), lexicon("zh/odd-unit")

local PHYSICAL = { area = true, mass = true, length = true, energy = true, power = true, volume = true }
local COUNTS = {
  people = { "人", "名", "人次", "位" },
  beings = { "头", "只", "羽", "匹", "口" },
  place = { "所", "座", "家", "张", "台", "辆", "间", "艘", "架" },
  cases = { "件", "起", "例", "项", "个", "户" },
}
local class_of = {}
for class, units in pairs(COUNTS) do
  for _, unit in ipairs(units) do class_of["count:" .. unit] = class end
end

-- What may stand between a noun and its figure.
local JOINT = "(?:\\([^()]{1,14}\\))?(?:累计|合计|总计|总数|共计?|分别|约|近|超过?|突破|达到?|完成|实现|为|是|有|增至|增加到|提高到|上升到|下降到|降至|升至)*"

-- The class of a figure's unit; nil for units that say nothing.
local function class(claim)
  if claim.kind == "percent" then return "share" end
  if claim.kind == "duration" then return "time" end
  if claim.dimension:find("^money") then return not claim.unit:find("/", 1, true) and "money" or nil end
  return PHYSICAL[claim.dimension] and claim.dimension or class_of[claim.dimension]
end

local never_of = {}
for i = 1, #rows do
  local never = {}
  for word in rows[i].never:gmatch("%a+") do never[word] = true end
  for noun in rows[i].noun:gmatch("[^|]+") do never_of[noun] = never end
end

-- The longest end of a noun that is a noun of its own: 施工|面积.
local function known_end(noun)
  for at in utf8.codes(noun) do
    local never = never_of[noun:sub(at)]
    if never then return never end
  end
end

local odd_of = {}
for i = 1, #odd_rows do
  for noun in odd_rows[i].noun:gmatch("[^|]+") do
    odd_of[noun] = {}
    for unit in odd_rows[i].never:gmatch("[^|]+") do odd_of[noun][unit] = true end
    never_of[noun] = known_end(noun)
  end
end

-- 增加值6.6%的增速, 生产总值3%的范围以内: of what stands behind it.
local OF_IT = re.new("^(?:、[\\d.]+%)*(?:左右|以上|以下|以内|\\+)?(?:的|[一-龥]{0,3}(?:增长|增速))")
-- 下调净利润33%至4.2亿元, 贡献利润45%: by how much, how much of all.
local BY, SQUARE = re.new("(?:[上下]调|调[高低降增]|贡献)[^,。;]{0,24}$"), re.new("面积$")

local LISTED = re.new("[和与及或、/]")

-- 比上年增加1.2万亩 behind 89.7万吨: the change is counted by another unit.
local SINCE = "(?:上年|去年|前年|上月|上季度|年初|同期|上届|前五年|昨天|[一二三四五六七八九十]{1,2}年前|(?:19|20)\\d\\d年)(?:同期|末|底|时)?"
local MOVED = "(?:增加|减少|增长|下降|上升|提高|提升|降低|回落|净增|净减|增产|减产|扩大|缩减)了?"
local CHANGE = re.new("^[,、]?(?:比|较)" .. SINCE .. MOVED .. "$")
-- 412.6元,比年初增加36.4亿元; 48.62亿人,减少0.3万人: one of the two is of
-- another order of magnitude.
local FAR = 50 -- a fall is no more times what is left of it
local SMALL = 30 -- a change is that much smaller than a level's last digit
local SIGNED = re.new("损益|盈余|差额|结余|净额|净流[入出]|净增|顺差|逆差|损失$|利润$")
local function judge_size(level, change, report)
  local x, y = level.amount, change.amount
  if level.direction ~= "" or level:has("increment") then return end -- 减少0.3万人,比上年同期增加0.8万人
  if not (level.value and change.value and x.high and y.low and y.high) or level.kind ~= change.kind then return end
  local more = change.direction == "up" and y.low > x.high and not SIGNED:find(level.name)
  local less = level.last_digit * level.factor >= y.high * SMALL and y.high:gt(0)
  local down = change.direction == "down" and level.scale < change.scale and y.low > x.high * FAR
    and change.value / change.scale < level.value / level.scale
  if down then more = true end
  if more or less then report { at = level, related = change, message = more and "more" or "less", values = { change = change.text } } end
end

-- 实际完成213.8亿元,为预算的121.8%,比上年增加43.5亿元: the rate is said aside, the
-- change is that of the amount before it.
local BACK, MOST_BACK = 3, 8 -- figures that tell; with the dates between them
local function has_alike(all, i, change)
  local told = 0
  for k = i - 1, math.max(1, i - MOST_BACK), -1 do
    if all[k].is_claim then
      if class(all[k]) == change then return true end
      told = told + 1
      if told == BACK then return false end
    end
  end
end

-- 集成电路产量1935亿块
local PIECES, CHIPS = re.new("[块颗片枚]$"), re.new("(?:集成电路|芯片|电路板|电池|组件|面板|玻璃|晶圆|手表)[^。;]*$")
local function judge_change(m, report)
  local all, c = m.sentence.claims, m:figure("n")
  if not c or not c.is_claim then return end
  local i = c.index - all[1].index + 1
  local level = all[i - 1]
  for back = 2, 3 do
    if level and (not level.is_claim or level.kind == "duration") then level = all[i - back] end
  end
  local gap = level and level.is_claim and level:after(24)
  local to = gap and gap:find(c.number_text, 1, true)
  if not to or not CHANGE:find(gap:sub(1, to - 1)) then return end
  local a, b = class(level), class(c)
  if a and a == b then return judge_size(level, c, report) end
  local odd = a and b and b ~= "share"
  if c.kind == "point" or not odd or a == "share" and has_alike(all, i, b) then return end
  report { at = c, related = level, message = "change", values = { level = level.text } }
end

return {
  api = 1,
  id = "unit-kind",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = {
      "(?<noun>" .. rows:any("noun") .. "|" .. odd_rows:any("noun") .. ")" .. JOINT .. "(?<n>\\d[\\d,.]*)(?=[万亿]?[一-龥%‰a-zA-Z])",
      "(?<noun>)[,、]?(?:比|较)" .. SINCE .. MOVED .. "(?<n>\\d[\\d,.]*)(?=[万亿]?[一-龥a-zA-Z])",
    },
  },
  summary = {
    zh = "计量单位与指标不是一类（产量用“亩”，发电量用“千瓦”，比率用“件”）",
    en = "a unit of another kind than what is measured (output in mu, electricity in kilowatts)",
  },
  explain = {
    zh = [[面积不以吨计，发电量不以千瓦计，合格率不以件计。名词紧接在数字之前（其间只有“达到”“为”等字）时才判断；
哪些名词不用哪类单位是词表 zh/measure 的行。“比上年增加1.2万亩”紧接在以吨计的数之后，也在此报告。]],
    en = [[An area is not measured in tonnes, electricity not in kilowatts, a rate not in cases. Judged only where the noun
stands right before the figure; what has never which units are rows of the lexicon zh/measure. A change right
behind a level that is counted by another unit is reported as well.]],
  },
  messages = {
    base = {
      zh = "“{noun}”不以“{unit}”计：{stated}",
      en = "“{noun}” is not measured in “{unit}”: {stated}",
    },
    more = {
      zh = "{stated} 比其增加量 {change} 还小，请核对“万”“亿”",
      en = "{stated} is less than what it grew by, {change}: check 万 and 亿",
    },
    less = {
      zh = "{stated} 与变动量 {change} 数量级悬殊，请核对“万”“亿”",
      en = "{stated} and its change {change} are orders of magnitude apart: check 万 and 亿",
    },
    change = {
      zh = "变动量 {stated} 与 {level} 的单位不是一类",
      en = "the change {stated} has another kind of unit than {level}",
    },
  },
  examples = {
    bad = {
      { [[全年旅客周转量62.3亿吨公里,增长5.1%。]], at = "62.3亿吨公里" },
      { [[基本每股收益0.32万元。]], at = "0.32万元" },
      { [[房屋施工面积1260万平方公里。]], at = "1260万平方公里" },
      { [[开通5G基站8600亩。]], at = "8600亩" },
      { [[机关运行经费82.6万元,比上年减少1.9亿元。]], at = "82.6万元" },
      { [[全年粮食总产量45.63万亩,比上年增长1.7%。]], at = "45.63万亩" },
      { [[全年发电量186.3亿千瓦。]], at = "186.3亿千瓦" },
      { [[受理诉求全部办结,办结率98.2件。]], at = "98.2件" },
      { [[粮食总产量4445亿公斤,比上年减产120万亿公斤。]], at = "4445亿公斤" },
      { [[粮食产量达到49250万吨,比五年前增加5000亿吨。]], at = "49250万吨" },
      { [[城乡居民储蓄存款412.6元,比年初增加36.4亿元。]], at = "412.6元" },
      { [[移动电话用户52.8亿户,比上年末净增1.6万户。]], at = "52.8亿户" },
      { [[城镇登记失业率3.2%,比上年下降0.3万人。]], at = "0.3万人" },
    },
    good = {
      [[1至5月,集成电路产量1935亿块,同比增长6.8%。]],
      [[全年旅客周转量62.3亿人公里,货物周转量312亿吨公里。基本每股收益0.32元。房屋施工面积1260万平方米。开通5G基站8600个。细颗粒物平均浓度32微克/立方米。]],
      [[全年粮食总产量45.63万吨,播种面积89.7万亩,发电量186.3亿千瓦时,装机容量482.6万千瓦。]],
      [[办结率98.2%。机场货邮和旅客吞吐量420.6万吨、1.25亿人次。]],
      [[基金收入实际完成213.8亿元,为预算的121.8%,比上年增加43.5亿元。利息支出1399.2亿元,占全部支出的94.5%,较上年增加220.8亿元。]],
      [[公允价值变动损益3.2亿元,较上年增加17.5亿元。]],
      [[实现合同销售面积429.5万方,同比增长13.6%;占地面积84.8万方。利润实现40%高增长,增加值实现10%以上增长。收入与净利润分别实现68.5%、83.1%高增长。]],
      [[我们下调明年净利润33%至4.2亿元。公募业务贡献利润45%。]],
      [[失业人数12.4万人,比上季度减少0.3万人,比上年同期增加0.8万人。]],
      [[失业率3.2%,比上年下降0.3个百分点。汽车产量12万辆,比上年增加3万辆。]],
    },
  },
  check = function(m, report)
    if m.sentence.cell then return end
    if m.noun == "" then return judge_change(m, report) end
    local claim = m:figure("n")
    local never = never_of[m.noun]
    if claim and odd_of[m.noun] and odd_of[m.noun][claim.unit_text] then
      report { at = claim, values = { noun = m.noun, unit = claim.unit_text } }
      return
    end
    if not claim or not claim.is_claim or claim.unit_text:find("$", 1, true) or LISTED:find(m:place("noun"):before(1)) then return end -- 货邮和旅客吞吐量420.6万吨
    if PIECES:find(claim.unit_text) and CHIPS:find(m:place("noun"):before(24)) then return end
    if not never or claim:has("growth") or claim:has("increment") or claim:has("share") or claim.direction ~= "" then return end
    local unit = class(claim)
    if unit == "share" and (OF_IT:find(claim:after(24)) or BY:find(m:place("noun"):before(36))) then return end
    if unit == "volume" and claim.unit_text:find("方$") and SQUARE:find(m.noun) then return end -- 万方 of builders: square metres
    if unit and never[unit] then
      report { at = claim, values = { noun = m.noun, unit = claim.unit_text } }
    elseif unit then
      report.agrees { at = claim, how = m.noun .. ": " .. claim.unit_text }
    end
  end,
}
