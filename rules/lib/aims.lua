-- aims: what is striven for beyond what is required (增长7%以上、力争达到8%), and
-- growth that is called two-digit.
--
-- higher, digits: patterns for on.pattern; check(m, report) judges a match.

local aims = {}

local PERCENT = [[(?<%s>\d{1,3}(?:\.\d+)?)%%]]
local DOWN = re.new("(?:下降|降低|减少|控制|压减|亏损|死亡)[^、,;。]*$")

aims.higher = PERCENT:format("least") .. [[(?:以上|左右)?[、,](?<aim>力争|努力|奋力|争取)(?:达到|实现|突破|增长|超过|达)?]] .. PERCENT:format("more")
aims.digits = [[(?<aim>)(?:增长|增加|提高|上升|增速(?:为|达)?|增幅(?:为|达)?)(?:了)?]] .. PERCENT:format("rate")
  .. [[,(?:实现|保持|取得)(?:了)?(?<near>将近|接近|近)?(?<word>两位数)]]

aims.worded = [[(?<aim>)(?<near>(?!))?(?<word>两位数|个位数)的?(?:高速|快速|较快)?(?:增长|增速|增幅|涨幅),(?:平均|年均)?(?:增速|增幅|增长率?|涨幅)(?:分别)?(?:为|达到?|高达|是)?]]
  .. PERCENT:format("rate")
aims.grown = [[(?<aim>个位数)[^。;]{0,24}?(?<turn>减少|下降|缩减|降)(?:到|至)了?(?:十|几十|数十|上百|百余|近百|\d{2})]]

local function judge_aim(m, report)
  local least, more = decimal(m.least), decimal(m.more)
  local before = m.sentence.text:sub(1, (m.sentence.text:find(m.text, 1, true) or 1) - 1)
  if DOWN:find(before) then return end
  if more > least then
    report.agrees { at = m:place("more"), related = m:place("least"), how = m.least .. " < " .. m.more }
  else
    report {
      at = m:place("more"), related = m:place("least"), message = "aim", stated = m.more .. "%", severity = "warning",
      values = { value = m.more .. "%", mark = m.least .. "%" },
    }
  end
end

local function judge_digits(m, report)
  local rate = decimal(m.rate)
  local fits
  if m.word == "个位数" then
    fits = rate:lt(10)
  elseif m.near then
    fits = rate:ge(8) and rate:lt(10)
  else
    fits = rate:ge(10)
  end
  if fits then
    report.agrees { at = m:place("rate"), related = m:place("word"), how = m.rate }
  else
    report {
      at = m:place("rate"), related = m:place("word"), message = "digits", stated = m.rate .. "%", severity = "warning",
      values = { value = m.rate .. "%", mark = (m.near or "") .. m.word },
    }
  end
end

function aims.check(m, report)
  if m.aim == "个位数" then
    report { at = m:place("turn"), related = m:place("aim"), message = "turn", severity = "warning", values = { word = m.turn } }
    return
  end
  if m.aim ~= "" then return judge_aim(m, report) end
  return judge_digits(m, report)
end

return aims
