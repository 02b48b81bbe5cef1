-- verdict: what is bad rises and the next clause says that things get better
-- (事故起数连续3年上升,安全生产形势整体好转), or what is good falls.

local verdict = {}

local BAD = [[事故(?:总量|起数)?|死亡人数|火灾|(?:刑事)?(?:案件|警情|发案)|PM2\.5[^,。;]{0,6}浓度|能耗|失业率|不良(?:贷款)?率|贫困发生率|投诉量?|信访量?|死亡率|次均费用]]
local GOOD = [[优良天数|优良(?:率|比例)|满意度|合格率|达标率|及时率|按时足额率]]
local BETTER = [[(?:(?!但|仍|不过|然而)[^,。;]){0,10}(?:形势|质量|环境|状况|局面|治安|秩序)[^,。;]{0,6}(?:好转|改善|向好|提升|优化)]]
local FIGURES = [[[^,。;但虽仍]{0,24},]]

-- 上升40.5%、32.7%,降幅居全国前5位: the noun behind the figures has the other
-- direction.
local RATES = [=[了?\d+(?:\.\d+)?[%‰](?:[、和]\d+(?:\.\d+)?[%‰])*[,、]]=]
verdict.span = [[(?<bad>上升|增长|增加|提高|上涨|攀升)]] .. RATES .. [[(?:降幅|跌幅|减幅)]]
  .. [[|(?<good>下降|减少|降低|下跌|回落)]] .. RATES .. [[(?:增速|增幅|涨幅)(?:居|位居|位列|排|列|创|高于|快于)]]

verdict.pattern = [[(?:]] .. BAD .. [[)[^,。;降减]{0,14}?(?<bad>上升|增加|增长|提高|反弹|攀升)]] .. FIGURES .. BETTER
  .. [[|(?:]] .. GOOD .. [[)[^,。;升增提]{0,14}?(?<good>下降|减少|降低|下滑)]] .. FIGURES .. BETTER

-- The place of the verb that the verdict contradicts.
function verdict.verb(m)
  return m:place("bad") or m:place("good")
end

return verdict
