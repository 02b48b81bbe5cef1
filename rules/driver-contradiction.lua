-- Costs increased, driven by lower compensation: costs and sales go the way of
-- what drives them, where that is more or less of the same kind.
local THING = [[(?<thing>[Ee]xpenses?|[Cc]osts?|[Ee]xpenditures?|[Ss]pending|[Rr]evenues?|[Ss]ales)]]
local WHEN = [[(?: \([^()]{1,24}\))?(?: (?:for|in|during) [^,.;:]{3,60})?]]
local BECAUSE = [[\b(?:(?:primarily |mainly |largely |principally )?(?:due|attributable|attributed|related) (?:primarily |mainly |largely |principally )?to|(?:driven|caused) (?:primarily |mainly |largely )?by|because of|(?:as )?a result of|reflecting|resulting from) ]]
local WAY = [[(?:(?:the|an?|our|overall|net|significant|\$[\d.,]+(?: million| billion)?(?: or [\d.]+%)?|[\d.]+%) ){0,3}(?<way>increases?|increased|higher|greater|growth|decreases?|decreased|lower|declines?|reductions?|reduced|fewer)\b(?<noun>[^.;,]{0,80})]]
local TEXT = [[(?:[^.;:]|[.:]\d){0,140}?]]

local DOWN = re.new("^(?:decreas|declin|fell|drop|lower|reduc|fewer|fall)")
local MOVED = re.new([[\b(?:increased|rose|grew|decreased|declined|fell|dropped|offset|compared with an?)\b]])
-- What lowers costs or sales when there is more of it, and what is no amount.
local AGAINST = re.new([[\b(?:income|gains?|credits?|charges|unfavorable|favorable|adverse|exchange|competit\w+|returns?|discount\w*|incentives?|rebates?|allowances?|]] ..
  [[maintenance|adjustments?|efficienc\w+|productivity|savings?|capitaliz\w+|leverage|recover\w+|yields?|percentage|percent of|inventor\w+|turnover|tax)\b]], "i")
local RATIO = re.new([[\b(?:percentage|rate|ratio|margin|per|percent of|net of|excluding|leverage|less)\b]], "i")

local LEAD = re.new("[^.;:]*$")

return {
  api = 1,
  id = "driver-contradiction",
  severity = "warning",
  languages = { "en" },
  on = {
    pattern = {
      [[\b]] .. THING .. WHEN .. [[ (?:also |has |have )?(?<w>increased|rose|grew|decreased|declined|fell|dropped)\b(?<gap>]] .. TEXT .. ")" .. BECAUSE .. WAY,
      [[(?<w>increase|rise|growth|decrease|decline|reduction|drop) in (?:[^.;:,]{0,40} )?]] .. THING .. WHEN .. [[(?<gap>]] .. TEXT .. [[) (?:was|were|is) ]] .. BECAUSE .. WAY,
    },
  },
  summary = {
    zh = "成本、收入的增减与其原因（同类项目的增减）方向相反",
    en = "costs or sales rise because of lower ones, or fall because of higher ones",
  },
  explain = {
    zh = [[“Operating expenses increased 8%, driven by lower compensation”：费用、成本、收入、销售额的首要原因若是同类项目的增减，
方向应当相同。原因是收益、汇率、折扣、效率等反向项目的，以及比率，不判断。]],
    en = [["Operating expenses increased 8%, driven by lower compensation": the first reason given for costs, expenses,
revenue or sales goes their way, in 250 of 253 places of published filings. Nothing is said where the reason is of
what lowers them (income, exchange rates, discounts, efficiency), nor of ratios.]],
  },
  messages = {
    base = { zh = "“{thing} {w}”与其原因“{way}{noun}”方向相反", en = "“{thing} {w}” contradicts its reason, “{way}{noun}”" },
  },
  examples = {
    bad = {
      { [[Operating expenses increased 8% in 2019, driven by lower compensation and fewer sites.]], at = "increased" },
      { [[The decrease in cost of sales was primarily due to higher volumes of panels.]], at = "decrease" },
      { [[Revenue decreased $616 million due to a $639 million increase in sales of our products.]], at = "decreased" },
    },
    good = {
      [[Operating expenses decreased 8% in 2019, driven by lower compensation. The increase in cost of sales was primarily due to higher volumes.]],
      [[Operating expenses decreased 8% in 2019, driven by higher productivity and increased interest income.]],
      [[Costs as a percentage of revenue fell because of higher prices. Sales rose while costs decreased due to lower volumes.]],
    },
  },
  check = function(m, report)
    if AGAINST:find(m.noun) or MOVED:find(m.gap) or RATIO:find(m.gap) or RATIO:find(LEAD:match(m:place():before(80))) then return end
    local w, way = m:place("w"), m:place("way")
    if RATIO:find(w:before(60)) then return end
    if (DOWN:find(m.w) ~= nil) == (DOWN:find(m.way) ~= nil) then
      report.agrees { at = w, related = way, how = m.w .. " / " .. m.way }
    else
      report { at = w, related = way, values = { thing = m.thing, w = m.w, way = m.way, noun = m.noun } }
    end
  end,
}
