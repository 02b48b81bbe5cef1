-- 企业、社会、财政各负担三分之一: as many as are named share the whole.
local NAME = [[[一-龥]{1,10}]]
local SHARED = "(?<names>" .. NAME .. "(?:、" .. NAME .. "){1,4}(?:和" .. NAME .. ")?|" .. NAME .. "[和与]" .. NAME .. ")(?<count>[两二三四五2-5][方家者])?各自?(?:负担|承担|占|出资|出|投入|分担|分摊|筹集|解决|持股)(?<den>[一二两三四五六七八九十]|\\d{1,2})分之(?<num>一|1)"
local DIGITS = { ["二"] = 2, ["两"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9, ["十"] = 10 }

local function names_in(text)
  local n = 1
  for _ in text:gmatch("、") do n = n + 1 end
  if text:find("和", 1, true) or not text:find("、", 1, true) then n = n + 1 end
  return n
end

return {
  api = 1,
  id = "each-share",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = SHARED },
  summary = {
    zh = "各方各占的几分之一合起来不是全部（企业、社会、财政各负担四分之一）",
    en = "the equal shares of those that are named do not make the whole",
  },
  explain = {
    zh = [[几方“各负担几分之一”：列出几方，各方就是几分之一，合起来才是全部。]],
    en = [[Where n are named to bear an equal share each, that share is one n-th.]],
  },
  messages = { base = { zh = "列出{n}方，各占{stated}，合计不是全部", en = "{n} are named with {stated} each, which is not the whole" } },
  examples = {
    bad = {
      { [[坚持实行企业、社会、财政各负担四分之一的办法。]], at = "四分之一" },
      { [[所需资金由中央、省、市、县各承担三分之一。]], at = "三分之一" },
      { [[经费由国家和地方各负担三分之一。]], at = "三分之一" },
      { [[费用由甲方、乙方和丙方各分担1/2,由省、市、县各出资二分之一。]], at = "二分之一" },
      { [[合资公司由甲集团、乙集团、丙集团三方各出资五分之一。]], at = "五分之一" },
    },
    good = {
      [[坚持实行企业、社会、财政各负担三分之一的办法。]],
      [[所需资金由中央、省、市、县各承担四分之一。]],
      [[经费由国家和地方各负担二分之一。]],
      [[小麦、玉米、大豆各占三分之一。]],
      [[常委会中妇女、青年各占五分之一,其余为各界代表。]],
    },
  },
  check = function(m, report)
    local den = DIGITS[m.den] or tonumber(m.den)
    local n = names_in(m.names)
    local rest = m:place("num"):after(20)
    if not den or rest:find("其余", 1, true) or rest:find("剩余", 1, true) or rest:find("余下", 1, true) then return end
    local at = m.sentence.text:find(m.text, 1, true)
    local from, to = m.text:find(m.den .. "分之" .. m.num, 1, true)
    local place = at and from and m.sentence:place(at + from - 1, at + to - 1) or m:place("den")
    if n == den then
      report.agrees { at = place, related = m:place("names"), how = n .. " × 1/" .. den }
    else
      report { at = place, related = m:place("names"), values = { n = n } }
    end
  end,
}
