-- 假期三天流动量7.9亿人次,日均2.64亿人次: the whole is the mean times the days.

local daily = lib "daily"

local MEAN = re.new("日均[^,。;0-9]{0,14}$")
local FAR = decimal(40)  -- per cent: only a slip of the pen lies so far off
local MOST_DAYS = 60
local OF_MONTHS = 1 -- pattern of a mean whose days are those of its months

-- The one figure of each kind in the sentence; nil where there are several.
local function read(m)
  local mean, days, wholes = nil, nil, {}
  for _, c in ipairs(m.sentence.claims) do
    if c.kind == "duration" and (c.unit == "天" or c.unit == "day" or c.unit == "d") and c.value then
      if days and days.value ~= c.value then return nil end
      days = c
    elseif c.is_claim and (c.kind == "count" or c.kind == "amount") and c.unit ~= "" and (c.low or c.high) then
      if MEAN:find(c:before(18)) then
        if mean then return nil end
        mean = c
      elseif daily.is_whole(c) then
        wholes[#wholes + 1] = c
      end
    end
  end
  return mean, days, wholes
end

-- Do two neighbouring digits swapped, four at least, make it the mean?
local function is_swapped(mean, each)
  local text = mean.number_text:gsub(",", "")
  if mean.digits < 4 or mean.numeral then return false end
  for i = 1, #text - 1 do
    local turned = text:sub(1, i - 1) .. text:sub(i + 1, i + 1) .. text:sub(i, i) .. text:sub(i + 2)
    if turned ~= text and turned:find("^%d[%d.]*%d$") and daily.fits(decimal(turned) * mean.scale * mean.factor, each) then return true end
  end
  return false
end

local function of_unit(wholes, mean)
  local out = {}
  for _, whole in ipairs(wholes) do
    if whole.unit == mean.unit then out[#out + 1] = whole end
  end
  return out
end

return {
  api = 1,
  id = "daily-mean",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = { "日均[^,。;\\d]{0,14}", [[(?<![年月])(?:\d{1,2}|[一二三四五六七八九十]{1,3})天[^。]{2,90}日均|日均[^。]{2,90}(?:\d{1,2}|[一二三四五六七八九十]{1,3})天]] } },
  summary = {
    zh = "日均数乘以天数与总数不符（三天7.9亿人次，日均2.46万人次；前8个月814.6亿件，日均4.35亿件）",
    en = "a daily mean times the days is not the whole",
  },
  explain = {
    zh = [[一句话里有天数、总数和日均数时，总数应约等于日均数乘以天数（容许“近、约”等百分之三）。相差很大、
而改一处笔误（两位对调、万亿之差）就相符的才报告。前面说了同一时期几个月的总数的，天数从时期算出。]],
    en = [[Where a sentence has days, a whole and a daily mean, the whole is about the mean times the days. Reported
only where a slip of the pen (two digits swapped, 万 for 亿) parts them. A mean of months is held against the totals of
these months that were told before.]],
  },
  messages = {
    base = {
      zh = "{days} 共 {whole}，日均应约为 {shown}，印为 {stated}",
      en = "{whole} in {days} are {shown} a day, printed as {stated}",
    },
    months = { zh = "{whole} 除以 {days} 天约为 {shown}，日均印为 {stated}", en = "{whole} in {days} days are {shown} a day, printed as {stated}" },
  },
  examples = {
    bad = {
      { [[清明假期三天,预计全社会跨区域人员流动量约7.9亿人次,日均约2.64万人次。]], at = "2.64万人次" },
      { [[春运40天,铁路发送旅客5.13亿人次,日均发送1822.9万人次。]], at = "1822.9万人次" },
      { [[2023年1—8月,快递业务量累计完成814.6亿件,同比增长15.9%。1—8月,快递日均揽收量在4.35亿件左右。]], at = "4.35亿件" },
      { [[2022年上半年,全省用电量3620亿千瓦时,日均用电量25亿千瓦时。2022年1—6月,铁路发送旅客7.24亿人次,日均发送旅客420万人次。]], at = "420万人次" },
      { [[2021年一季度,快递业务量完成219.3亿件,日均快递业务量2.73亿件。]], at = "2.73亿件" },
    },
    good = {
      [[清明假期三天,预计全社会跨区域人员流动量约7.9亿人次,日均约2.64亿人次。]],
      [[假期三天,公园接待游客120万人次,景区日均接待游客10万人次。]],
      [[春运40天,铁路发送旅客5.13亿人次,日均发送1282.9万人次。]],
      [[春运40天,铁路发送旅客5.13亿人次,日均发送0.12829亿人次。]],
      [[2023年1—8月,快递业务量累计完成814.6亿件,同比增长15.9%。1—8月,快递日均揽收量在3.35亿件左右。]],
      [[2022年1—6月,铁路发送旅客7.24亿人次,日均发送旅客400万人次。]],
      [[2021年全年发电量3650亿千瓦时,日均发电量10亿千瓦时。]],
      [[2021年全年发电量3650亿千瓦时,夏季日均发电量14亿千瓦时。]],
    },
  },
  check = function(m, report)
    if m.pattern == OF_MONTHS then return lib("daily_months").check(m, report) end
    local mean, days, wholes = read(m)
    if not (mean and days and #wholes > 0) or days.value:gt(MOST_DAYS) or days.value:lt(2) then return end
    local whole, slip, each = daily.judge(mean, of_unit(wholes, mean), days.value, function(printed, wanted)
      local scaled = daily.off(printed, wanted) > FAR
        and (daily.fits(printed * 10000, wanted) or daily.fits(printed / 10000, wanted))
      return scaled or is_swapped(mean, wanted)
    end)
    if whole then
      report.agrees { at = mean, related = { whole, days }, how = whole.text .. " / " .. days.text }
    end
    if not slip or #wholes > 2 then return end
    local shown = daily.shown(each, mean, mean.decimals + 2)
    report {
      at = mean, related = { slip, days }, expected = shown,
      values = { days = days.text, whole = slip.text, shown = shown },
    }
  end,
}
