-- daily_months: 1—8月……完成814.6亿件。前8个月,日均揽收量在4.35亿件左右: the whole of a period of months is the
-- daily mean times its days.

local months = {}

local near, calendar, daily = lib "near", lib "calendar", lib "daily"

local BACK = 6 -- figures before the mean
local SLACK = decimal(3) -- per cent, of what is printed a digit off
local YEAR = 365 -- a whole year is often only inherited
local PERIOD = re.new("^(\\d{4})-(\\d\\d)-01/(\\d{4})-(\\d\\d)-(\\d\\d)$")

-- The days of a period of whole months in one year.
local function days_of(period)
  local y1, m1, y2, m2, d2 = PERIOD:match(period)
  if not y1 or y1 ~= y2 then return nil end
  local year, month, day = tonumber(y2), tonumber(m2), tonumber(d2)
  if day ~= calendar.month_days(year, month) then return nil end
  return calendar.day_number(year, month, day) - calendar.day_number(year, tonumber(m1), 1) + 1
end

-- The wholes of the unit and period that were told just before.
local function wholes_of(mean)
  local out = {}
  for i = mean.index - 1, math.max(1, mean.index - BACK), -1 do
    local c = mean.doc.claims[i]
    if c.sentence.cell then break end
    if c.is_claim and c.dimension == mean.dimension and c.unit == mean.unit and c.period == mean.period and (c.low or c.high)
      and daily.is_whole(c) and not c:before(18):find("日均", 1, true) then
      out[#out + 1] = c
    end
  end
  return out
end

function months.check(m, report)
  local mean = m:next_figure()
  if not mean or not mean.is_claim or mean.sentence.cell or not (mean.kind == "amount" or mean.kind == "count")
    or not (mean.low or mean.high) or not mean:before(20):find(m.text, 1, true) then return end
  local days = days_of(mean.period)
  if not days or days >= YEAR then return end
  local whole, slip, each = daily.judge(mean, wholes_of(mean), days, function(_, wanted)
    local range = interval(wanted - wanted * SLACK / 200, wanted + wanted * SLACK / 200) / mean.factor
    local kind = near.within(mean.value or mean.low or mean.high, range, mean.last_digit)
    return kind and (kind ~= "digit" or mean.digits > 2)
  end)
  if whole then
    report.agrees { at = mean, related = whole, how = whole.text .. " / " .. days }
  elseif slip then
    local shown = daily.shown(each, mean, mean.decimals)
    report { at = mean, message = "months", related = slip, expected = shown, values = { whole = slip.text, days = days, shown = shown } }
  end
end

return months
