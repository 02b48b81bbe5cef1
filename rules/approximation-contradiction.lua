local NEAR = { ["近"] = true, ["接近"] = true, ["将近"] = true, nearly = true, almost = true, ["close to"] = true }
local LEAST = decimal("0.8")
local WIDE = decimal("0.15") -- further apart they are two facts

-- What the rough figure leaves open, in base units; nil where it says little.
local function meant(rough)
  local word = rough.approx and rough.approx.text:lower() or ""
  local limit = rough.value and rough.value * rough.factor
  if rough.bound == "about" and NEAR[word] and limit then
    local least = limit * LEAST
    return limit:lt(0) and interval(limit, least) or interval(least, limit), "near" -- 接近零下40摄氏度
  end
  local printed = rough.low or rough.high
  if rough.bound == "more_than" and printed then return interval(printed * rough.factor, nil), "above" end
  if rough.bound == "less_than" and printed then return interval(nil, printed * rough.factor), "below" end
end

local function compare(rough, exact, link, report)
  local range, message = meant(rough)
  if not range or exact.bound ~= "exact" or not (exact.amount.low and exact.amount.high) then return end
  if rough.dimension ~= exact.dimension then return end
  if range:meets(exact.amount) then
    report.agrees { at = rough, related = exact, how = rough.text .. " / " .. exact.text }
    return
  end
  report {
    at = rough, related = exact, message = message, severity = "warning",
    values = { rough = rough.text, exact = exact.text },
  }
  return link
end

local function close(a, b)
  if not (a and b and b.value) or b.numeral then return false end
  local x, y = a * WIDE, b.value * b.factor
  return (y - a):abs() <= x:abs()
end

-- 近3000家 here and 3068家 there. The rounder figure is the rough one.
local function same_fact(link, report)
  local exact
  for _, c in ipairs(link.members) do
    if c.bound == "exact" and not exact then exact = c end
  end
  for _, c in ipairs(exact and link.members or {}) do
    local printed = c.low or c.high
    if c.bound ~= "exact" and printed and c.digits <= exact.digits and c.scope == exact.scope
      and c.modality == exact.modality and close(printed * c.factor, exact) then
      compare(c, exact, link, report)
    end
  end
end

-- 增长3.3%、连续48个月保持两位数增长
local function two_digits(m, report)
  local growth
  for _, c in ipairs(m.sentence.claims) do
    if c.kind == "percent" and c.number_text == m.p and not c:has("share") then growth = c end
  end
  local range = growth and growth.interval
  if not range or not (range.low and range.high) then return end
  if range.high:gt(decimal("9.95")) and range.low:lt(100) then
    report.agrees { at = m:place("word"), related = growth, how = growth.text }
  else
    report {
      at = growth, related = m:place("word"), message = "digits", severity = "warning",
      values = { growth = growth.text, word = m.word },
    }
  end
end

return {
  api = 1,
  id = "approximation-contradiction",
  severity = "warning",
  on = {
    link = { "same_fact", "threshold" }, where = "rough",
    pattern = {
      [[(?<p>\d[\d.]*)%[,、](?:已|再次|首次|继续|仍|也|并|增速)?(?:连续\S{1,5}(?:年|个月|个季度|季度|月))?(?:保持|实现|维持|呈现|为)?(?:了)?(?<word>[两双]位数(?:以上)?(?:的)?(?:增长|增速|高增长|快速增长))]],
      [[(?<word>(?:(?:增速|增幅)(?:达到?|为|保持)?)?[两双]位数(?:的)?(?:增长|增速)?),(?:达到?|为|增长|增速达?)(?<p>\d[\d.]*)%]],
    },
  },
  summary = {
    zh = "“近”“超”“两位数增长”与同一事实印出的准确数矛盾",
    en = "a rough figure (nearly, over) and the exact figure of the same fact disagree",
  },
  explain = {
    zh = [[“近3000家”是接近而不到3000，“超3000家”是多于3000。同一事实在别处印有更准确的数时，二者应当相容；
“近”按八成至足数理解。紧挨着增长率的“两位数增长”要求增长率在10%至99%之间。]],
    en = [["Nearly 3,000" is a little less and "over 3,000" is more. Where the same fact is printed more exactly, the
rough figure must allow it; nearly is read as eight tenths up to the whole.]],
  },
  messages = {
    near = {
      zh = "称近 {rough}，实为 {exact}，并非接近而不到",
      en = "said to be nearly {rough}, but the figure is {exact}",
    },
    above = { zh = "称超过 {rough}，实为 {exact}", en = "said to be over {rough}, but the figure is {exact}" },
    below = { zh = "称不足 {rough}，实为 {exact}", en = "said to be under {rough}, but the figure is {exact}" },
    digits = { zh = "“{word}”与 {growth} 不符", en = "“{word}” disagrees with {growth}" },
  },
  examples = {
    bad = {
      { [[全市高新技术企业接近3000家,达到3068家。]], at = "3000家" },
      { [[制造业投资增长3.3%、连续48个月保持两位数增长。]], at = "3.3%" },
      { [[出口实现两位数增长,达到8.4%。]], at = "8.4%" },
    },
    good = {
      [[全市高新技术企业接近3000家,达到2968家。]],
      [[体感温度接近零下40摄氏度,气温达到零下38.6摄氏度。体感温度接近零下40摄氏度。]],
      [[制造业投资增长13.3%、连续48个月保持两位数增长。]],
      [[制造业投资增长3.3%,高技术产业投资保持两位数增长。]],
      [[出口实现两位数增长,达到18.4%。]],
      [[全市高新技术企业约3000家,达到3068家。]],
    },
  },
  check = function(item, report)
    if item.type ~= "link" then
      two_digits(item, report)
    elseif item.kind == "threshold" then
      local mark = item.base
      if mark.bound == "about" and mark.value and close(mark.value * mark.factor, item.level) then compare(mark, item.level, item, report) end
    else
      same_fact(item, report)
    end
  end,
}
