local ranks, gap_between = lib "ranks", lib("figures").gap

local BEFORE = re.new("(?:上年|去年|上年同期|去年同期|\\d{4}年)(?:排名|位次|同期)?(?:为|是|居|列|排|位居)?(?:全国|全省|全市|世界)?$")
local FROM_TO = re.new("^[^,;。]{0,12}(?:到|至|为)(?:全国|全省|世界)?$")

-- The ranks of m's sentence and the figure that m counts places by.
local function figures(m)
  local list, at = {}, nil
  for _, claim in ipairs(m.sentence.claims) do
    if claim.kind == "rank" and claim.value then list[#list + 1] = claim end
    if claim.unit == "位" and not at and claim.kind == "count" and claim.value
      and claim.text:find(m.n, 1, true) == 1 and claim:before(8):find(m.verb, 1, true) then
      at = #list
      list.places = claim
    end
  end
  return list, at
end

-- level, base: the rank before the places and the one it was before.
local function ends(m)
  local list, at = figures(m)
  if not at or at == 0 then return nil end
  local level, base = list[at], nil
  local gap = at > 1 and gap_between(list[at - 1], level, 40)
  if gap and FROM_TO:find(gap) then base = list[at - 1] end
  local next = list[at + 1]
  if not base and next and BEFORE:find(next:before(14)) then base = next end
  return level, base, list.places
end

local function judge(from, to, n, way)
  local gap = from - to
  return gap:abs() == n, gap:gt(0) == (way > 0) or way == 0
end

return {
  api = 1,
  id = "rank-change",
  severity = "error",
  on = {
    pattern = {
      [[(?<verb>前移|后移|上升|下降|提升|提高|跃升|前进|下滑|后退|升|降|进)了?(?<n>[\d一二两三四五六七八九十]{1,3})(?:个位次|位次|个名次|位(?!数|居|列|于))]],
      [[\bfrom (?<a>\d{1,3})(?:st|nd|rd|th)\b[^.;]{0,30}? to (?<b>\d{1,3})(?:st|nd|rd|th)\b[^.;]{0,30}?\b(?<verb>up|down|climb|rise|gain|drop|fall|loss)(?: of| by)? (?<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) (?:places|spots|positions|ranks)]],
      [[\b(?<verb>up|down|climbed|rose|gained|dropped|fell|slipped|lost)(?: of| by)? (?<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) (?:places|spots|positions|ranks)[^.;\d]{0,20} from (?<a>\d{1,3})(?:st|nd|rd|th)\b[^.;]{0,30}? to (?<b>\d{1,3})(?:st|nd|rd|th)\b]],
    },
  },
  summary = {
    zh = "前移、后移的位数与前后位次不符",
    en = "the number of places gained or lost disagrees with the two ranks",
  },
  explain = {
    zh = [[“由第12位升至第9位”是前移3位。前后两个位次都印出时，核对移动的位数和方向；倒数、能耗等以小为差的排名不判断。]],
    en = [[From 12th to 9th is a gain of 3 places. Where both ranks are printed, the number and the direction of the
places between them are checked; not in rankings in which a smaller number is the worse.]],
  },
  messages = {
    base = {
      zh = "{verb}{n}位与位次不符：由第{from}位到第{to}位相差 {gap} 位",
      en = "{n} places do not lie between rank {from} and rank {to}, but {gap}",
    },
    way = {
      zh = "“{verb}”与位次相反：由第{from}位到第{to}位",
      en = "“{verb}” contradicts the ranks {from} and {to}",
    },
  },
  examples = {
    bad = {
      { [[创新能力全国排名由第12位升至第9位,前移4位。]], at = "4位" },
      { [[综合竞争力居全国第5位,比上年前移2位,上年居第8位。]], at = "2位" },
      { [[经济总量居全国第5位,比上年下降2位(上年第7位)。]], at = "下降" },
      { [[The port moved from 12th to 9th in the list, up five places.]], at = "five", severity = "warning" },
    },
    good = {
      [[创新能力全国排名由第12位升至第9位,前移3位。]],
      [[综合竞争力居全国第5位,比上年前移3位,上年居第8位。]],
      [[经济总量居全国第5位,比上年上升2位(上年第7位)。]],
      [[高新区全国排名53位、提升3位,两个开发区排名46位、82位,分别提升6位、49位。]],
      [[出口居全国第5位,前移2位,进口居全国第8位,后移1位。]],
      [[The port moved from 12th to 9th in the list, up three places.]],
    },
  },
  check = function(m, report, _, doc)
    if ranks.reversed(m.sentence.text) then return end
    local from, to, n, at, related
    if m.text:find("[a-z]") then
      from, to, n, at = decimal(m.a), decimal(m.b), ranks.number(m.n), m:place("n")
      related = { m:place("a"), m:place("b") }
    else
      local level, base, places = ends(m)
      if not base then return end
      from, to, n, at, related = base.value, level.value, places.value, places, { base, level }
    end
    local way = ranks.way(m.verb)
    local right, agrees = judge(from, to, n, way)
    local gap = (from - to):abs()
    if right and agrees then
      report.agrees { at = at, related = related, how = from:text() .. " → " .. to:text() }
    else
      report {
        at = right and m:place("verb") or at, related = related, message = right and "way" or "base",
        expected = not right and gap or nil, severity = doc.lang == "en" and "warning" or "error",
        values = { verb = m.verb, n = m.n, from = from:text(), to = to:text(), gap = gap },
      }
    end
  end,
}
