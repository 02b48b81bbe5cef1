-- stocks: what is new and all that there is then (新结对友好城市4对、总数达110对;
-- 新增……80家、16家,累计分别达到1522家、103家), and some of those that were counted
-- just before (31个大类行业中,17个行业……).
--
-- patterns for on.pattern (groups a and b, or la and lb), and pairs(m): the
-- figures that are part and whole, each {part, whole}.

local stocks = {}

local NUMBER = [[\d[\d,]*(?:\.\d+)?]]
local COUNTED = NUMBER .. [[[万亿]?(?:[一-龥]{1,4}|[A-Za-z]{1,4})]]
local LIST = COUNTED .. "(?:[、和]" .. COUNTED .. [[)+]]
local ALL = [[(?:总(?:数|量|规模|额|计|里程|面积|长度|装机(?:容量)?|容量|库容|户数|人数|产能|存量)|累计|共计|合计)(?:量|数)?]]
local REACH = [[(?:已|均|将|分别|达到?|增至|增加到|超过?|突破|为|有|近|约)*]]

stocks.patterns = {
  [[(?<la>)(?<lb>)(?<![\d.])(?<a>]] .. NUMBER .. [[)[万亿]?(?<c>[一-龥]{1,4}|[A-Za-z]{1,4})[,、](?<lead>[^,。;、\d]{0,20}?)]]
    .. ALL .. REACH .. "(?<b>" .. NUMBER .. [[)[万亿]?\k<c>]],
  [[(?<a>)(?<b>)(?<c>)(?<![\d.])(?<la>]] .. LIST .. [[)[,、](?<lead>[^,。;、\d]{0,12}?)]] .. ALL .. REACH .. "(?<lb>" .. LIST .. ")",
  [[(?<la>)(?<lb>)(?<lead>)(?<![\d.])(?<b>]] .. NUMBER
    .. [[)(?<c>个|家|户|项|人|名|所|座|件|类|种|省份?|市|县|区|只|条|台|例|次|国)[^,。;\d]{0,16}(?<!其)中,(?:已有|仅有|共有|有|约|近)?(?<a>]] .. NUMBER .. [[)\k<c>]],
}

-- What becomes fewer, or is told of another thing or time.
local FEWER = re.new("淘汰|关闭|关停|撤|退|注销|清退|压减|压缩|整合|拆|取消|流失|处置|化解|下降|减少|少|净减|降|其中|占|人均|平均|每|累计|共|总|目标|计划|日均|当[日天月]|中$")
local ALL_OF = re.new("^(?:[我全]?[国省市区县州]?|目前|现有|现已|至今|年末|年底|截至目前|五年|历年|数量|已|并|实现|使|达到|用于这(?:些)?方面的(?:支出|投入|资金))*$")

-- Has the lead the name that stands before the figure: 新培育百亿企业11家,
-- 工业百亿企业总数?
local LEAST = 9 -- bytes: three Han
local function one_name(head, lead)
  for n = #lead, LEAST, -1 do
    local tail = lead:sub(-n)
    if utf8.len(tail) and head:sub(-n) == tail then return true end
  end
  return false
end

-- The claims whose printed figures stand one after the other in a text.
local function claims_in(sentence, text)
  local out, from = {}, 1
  for _, c in ipairs(sentence.claims) do
    local at, to = text:find(c.number_text, from, true)
    if at and c.is_claim then
      out[#out + 1], from = c, to + 1
    end
  end
  return out
end

-- The unit without its scale.
local function bare(claim) return (claim.unit_text:gsub("万", ""):gsub("亿", "")) end

-- Of two lists that tell as many.
local function listed(m)
  local _, to = m.sentence.text:find(m.text, 1, true)
  if not to then return {} end
  local parts, wholes = claims_in(m.sentence, m.la), claims_in(m.sentence, m.lb)
  local out = {}
  if #parts ~= #wholes or #parts < 2 or parts[#parts].index >= wholes[1].index then return out end
  for i, part in ipairs(parts) do
    if bare(part) ~= bare(wholes[i]) then return {} end
    out[i] = { part, wholes[i] }
  end
  return out
end

local CLAUSE, SIGN = re.new("[^,;、]*$"), re.new("[,、]")
function stocks.pairs(m)
  local first = m:place(m.la ~= "" and "la" or "a")
  local head = CLAUSE:match(first:before(24))
  if m.lead ~= "" or m.la ~= "" or not SIGN:find(m:place("a"):before(3)) then
    if FEWER:find(head) and not head:find("中,", 1, true) then return {} end
  end
  if not ALL_OF:find(m.lead) and not one_name(head, m.lead) then return {} end
  if m.la ~= "" then return listed(m) end
  local part, whole = m:figure("a"), m:figure("b")
  return part and whole and part.dimension == whole.dimension and { { part, whole } } or {}
end

return stocks
