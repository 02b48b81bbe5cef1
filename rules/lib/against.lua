-- against: a figure and what the next clause sets it against (增长7.3%,远低于预期的
-- 9.8%; 62.5%,高于全国平均水平(61.2%)).
--
-- pattern and marked for on.pattern, and check(m): -1, 0 or 1 as the word speaks
-- against the two figures, leaves it open, or agrees; then the two.

local against = {}

local NUMBER = [[\d[\d,]*(?:\.\d+)?]]
local UNIT = [[%|‰|[万亿]*(?:美元|欧元|元|人次|人|吨|户|家|个|辆|件|千瓦时|公里|亩|天|岁)]]
local HIGHER, LOWER = "高于|快于|多于|大于", "低于|慢于|少于|小于"
against.pattern = "(?<![\\d.])(?<a>" .. NUMBER .. ")(?<u>" .. UNIT .. [[)(?:左右|以上)?(?:的[^,。;\d]{0,8})?[,、](?<gap>[^,。;\d]{0,10}?)(?:远远?|略|明显|显著|大幅|大大|稍|均|也|仍|且|并|虽然?)*(?<![不要])(?<w>]]
  .. HIGHER .. "|" .. LOWER .. [[)(?<of>[^,。;\d]{0,16}?)(?<b>]] .. NUMBER .. [[)\k<u>(?!点)]]

-- 达35.9%,已连续31个月超过30%; 占49.7%,占比首次低于50%
against.marked = "(?<![\\d.])(?<a>" .. NUMBER .. ")(?<u>" .. UNIT .. [[)[、,](?<gap>(?:占比|比重|增速|增幅|涨幅)?)(?:今年以来|历史性地?|有史以来)?已?(?:首次|连续第?[^,。;]{1,6})(?<w>超过|突破|高于|低于|跌破)了?(?<of>)(?<b>]] .. NUMBER .. [[)\k<u>(?!点)]]

-- What the clause names anew must be what the figure before it is.
local PACE, PART = re.new("增速|增幅|涨幅|增长"), re.new("占比|比重|比例")
local FALLS = re.new("下降|降低|减少|萎缩|收缩|下跌|负增长|跌幅|降幅")
local OTHER = re.new("其中|而|利率|价格|失业|赤字|人均")
local function is_one_measure(m, a)
  if FALLS:find(m.gap .. m.of) or OTHER:find(m.gap) then return false end
  if PACE:find(m.gap) then return a:has("growth") end
  return not PART:find(m.gap) or a:has("share") or a.kind == "percent" and not a:has("growth")
end

-- 合格率98%,高于国家标准95%,高于省内96%: the figure before may be what another was
-- set against.
local REFERENCE = re.new("(?:[高低快慢]于|[多少大小]于|超过|(?<!占)比(?!重|例)|较)[^,。;]{0,14}$")
local LESS = re.new("低于|慢于|少于|小于|跌破")
function against.check(m)
  local a, b = m:figure("a"), m:figure("b")
  local mark = b and (b.value or b.low or b.high) -- 高于8%的目标 is read as a bound
  if not (a and a.is_claim and a.value and mark) or a.direction == "down" or REFERENCE:find(a:before(20)) or not is_one_measure(m, a) then return 0 end
  if a.value == mark then return 0 end
  local less = LESS:find(m.w) ~= nil
  return (a.value * a.factor < mark * b.factor) == less and 1 or -1, { a, b }
end

return against
