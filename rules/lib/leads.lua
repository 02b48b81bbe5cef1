-- leads: 分别增长10.6%和9.1%,增速分别比工业快4.6和3.1个百分点: each rate less its
-- lead is the rate that both are compared with.

local leads = {}

local NUMBER = [[\d+(?:\.\d+)?]]
leads.pattern = [[分别(?:增长|提高|上升)(?:了)?]] .. NUMBER .. [[%(?:、]] .. NUMBER .. [[%){0,3}(?:和|、)]] .. NUMBER .. [[%[^。;%\d]{0,12}分别(?:比|较|高于|快于|高出)[^。;\d]{2,24}?]]
  .. NUMBER .. [[(?:个百分点)?(?:、]] .. NUMBER .. [[(?:个百分点)?){0,3}(?:和|、)]] .. NUMBER .. [[个百分点]]

-- The rates and the points of the match, in order; nil where they are not as many.
local function read(m)
  local rates, points = {}, {}
  for _, c in ipairs(m.sentence.claims) do
    if c.value and m.text:find(c.text, 1, true) then
      if c.kind == "percent" and #points == 0 then rates[#rates + 1] = c end
      if c.kind == "point" then points[#points + 1] = c end
    end
  end
  while #rates > #points do table.remove(rates, 1) end
  return #rates == #points and #rates > 1 and rates, points
end

-- A rate that the paragraph, or the one before, prints.
local function printed(doc, from, value)
  for k = math.max(1, from - 40), from - 1 do
    local c = doc.claims[k]
    if c.kind == "percent" and c.value == value then return c end
  end
end

function leads.check(m, report, doc)
  local rates, points = read(m)
  if not rates then return end
  local base = rates[1].value - points[1].value
  local same = true
  for i = 2, #rates do same = same and rates[i].value - points[i].value == base end
  if same then
    report.agrees { at = points[1], related = rates, how = base:text() .. "%" }
    return
  end
  local near = lib "near"
  for i, rate in ipairs(rates) do
    for k, other in ipairs(rates) do
      local found = i ~= k and printed(doc, rates[1].index, other.value - points[k].value)
      local wanted = found and rate.value - found.value
      if wanted and near.miss(points[i].value, wanted) == "transposed" then
        report {
          at = points[i], related = { rate, found }, message = "leads", severity = "warning", expected = wanted:text() .. "个百分点",
          values = { rate = rate.text, base = found.text },
        }
        return
      end
    end
  end
end

return leads
