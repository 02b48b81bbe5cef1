-- opening: An analysis of 上半年 opens its sentences with 上半年 or 1—6月, a report of 2018 with 2018年:
-- one that opens with another month or year among many was left from an older text, or mistyped.

local opening = {}

local calendar = lib "calendar"

local SINCE = [[(?:今年|(?:19|20)\d\d年)?]]
local SPAN = [[(?<span>上半年|前三季度|一季度|1月?\s?[-—–至~]{1,2}\s?(?<to>\d{1,2})月份?|前(?<months>\d{1,2}|[两三四五七八十]|十一)个月)]]
local OF_YEAR = [[(?<year>(?:19|20)\d\d)年(?:年?末|底|全年)?,?(?=[一-龥])(?<rest>[^。;\n]{2,200}?(?:比上年|同比|比去年|较上年))]]
local OPENS = [[(?:^|[。;]|[。;,]其中,)\s?]]
local NONE = [[(?<span>)(?<to>)(?<months>)]]

local HEAD, SHORT = 3, 60 -- blocks, and code points of one, in which a title stands
local TITLE = re.new([[(上半年|前三季度|一季度|1\s?[-—–至~]{1,2}\s?\d{1,2}月)份?[^,。;]{0,24}(?:情况|分析|简况|形势|简析|综述|通报|公报|特点)$]])
local FEWEST, OTHERS, NEAR = 2, 3, 2 -- places that agree: of months, of years; years off

local LAGS = re.new([[服务业|利润|营业收入|比|较|预计|有望|将]]) -- what is told a month later
local PART = re.new([[^(?:上半年|下半年|[一二三四]季度|预计|将|有望|起|以来|前|至今|初|春|夏|秋|冬|的)|预计|将达]])

local MONTHS = { ["上半年"] = 6, ["前三季度"] = 9, ["一季度"] = 3 }
local function end_month(span, to, months)
  if MONTHS[span] then return MONTHS[span] end
  return tonumber(to ~= "" and to or nil) or calendar.number(months)
end

-- The last month of the period in the title, and the place of it.
local function titled(doc)
  for i = 1, math.min(HEAD, #doc.blocks) do
    local block = doc.blocks[i]
    local span = block.length <= SHORT * 3 and TITLE:match(block.text)
    if span then return MONTHS[span] or tonumber(span:match("(%d+)月")) end
  end
end

local months, openings = memo(), memo() -- by document
function opening.note(m)
  local doc = m.doc
  if m.span ~= "" then
    local n = end_month(m.span, m.to, m.months)
    local list = months[doc] or {}
    months[doc] = list
    local lags = LAGS:find(m:place("span"):after(40))
    if n then list[#list + 1] = { n = n, at = m:place("span"), lags = lags ~= nil } end
  elseif not PART:find(m.rest) then
    local list = openings[doc] or {}
    openings[doc] = list
    list[#list + 1] = { n = tonumber(m.year), at = m:place("year") }
  end
end

-- The one that stands alone against the others, and those.
local function lone(list, best, fewest)
  local odd, others = nil, {}
  for _, o in ipairs(list) do
    if o.n == best then
      others[#others + 1] = o.at
    elseif odd then
      return nil
    else
      odd = o
    end
  end
  if odd and #others >= fewest then return odd, others end
end

local function most_of(list)
  local count, best = {}, nil
  for _, o in ipairs(list) do
    count[o.n] = (count[o.n] or 0) + 1
    if not best or count[o.n] > count[best] then best = o.n end
  end
  return best
end

local function first_of(others) return { others[1], others[2], others[3] } end

local function judge(doc, report)
  local own = months[doc] and titled(doc)
  local odd, others = nil, nil
  if own then odd, others = lone(months[doc], own, FEWEST) end
  if odd and not odd.lags and math.abs(odd.n - own) <= NEAR then
    report { at = odd.at, related = first_of(others), message = "months", values = { n = #others, month = own } }
  end
  local years = openings[doc]
  local best = years and most_of(years)
  if best then odd, others = lone(years, best, OTHERS) else odd = nil end
  if odd and math.abs(odd.n - best) <= NEAR then
    report { at = odd.at, related = first_of(others), message = "years", expected = tostring(best), values = { n = #others, year = best } }
  end
end

opening.patterns = { OPENS .. SINCE .. SPAN .. [[(?<year>)(?<rest>),]], OPENS .. NONE .. OF_YEAR }

function opening.judge(set, report)
  for _, doc in ipairs(set.documents) do judge(doc, report) end
end

return opening
