-- way_told: words that say which way figures go, found by patterns, without a link: each kind
-- of them is read by a helper of its own and reported here as direction-contradiction does.
--
-- patterns for on.pattern, judge(match, report), and first_time(place).

local comparative, verdict, record, complement = lib "comparative", lib "verdict", lib "record", lib "complement"
local economy, change_of, fromto, went = lib "economy", lib "change", lib "fromto", lib "went"
local poles, way_open, lasting, outdoing = lib "poles", lib "way_open", lib "lasting", lib "against"

local way_told = {}

local told = memo() -- of each sentence, the words that a finding was told of

-- Is it the first time that the word is told of? A link and a match may both.
function way_told.first_time(place)
  local words = told[place.sentence] or {}
  told[place.sentence] = words
  local key = place:before(24) .. place.text:match("^%S*")
  local seen = words[key]
  words[key] = true
  return not seen
end

-- 居民收入增长4.3%、快于经济增长, which is 5.0%
local function against_economy(m, report)
  local way, rate, growth = economy.judge(m)
  if way > 0 then
    report.agrees { at = m:place("w"), related = { rate, growth }, how = rate.text .. " / " .. growth.text }
  elseif way < 0 then
    report {
      at = m:place("w"), related = { rate, growth }, message = "compare", severity = "warning",
      values = { cue = m.w, to = rate.text, from = growth.text },
    }
  end
end

-- Shares of one whole: what one gains the others lose.
local function complementary(m, report)
  local list, holds, which
  if m.text:find("分别", 1, true) then
    list, holds, which = complement.check_listed(m)
  else
    list, holds, which = complement.check(m.sentence)
  end
  if holds then
    report.agrees { at = list[3], related = list, how = "0" }
  elseif which then
    local others = {}
    for i, c in ipairs(list) do
      if i ~= which then others[#others + 1] = c end
    end
    report {
      at = list[which].verb or list[which], related = others, message = "complement", severity = "warning",
      values = { cue = list[which].cue, change = list[which].text },
    }
  end
end

local function with_sign(place)
  return place.text .. (place:after(1) == "%" and "%" or "")
end

-- decreased from 11.1 (95% CI = 7.8–15.8) to 4.6 (95% CI = 2.5–8.5)
local function ended(m, report)
  local way, places = fromto.check(m)
  local at = m:place("w")
  if way > 0 then
    report.agrees { at = at, related = places, how = m.a .. " → " .. m.b }
  elseif way < 0 and not change_of.other_basis(at) and not way_open.of(at, places[1], places[2]) and way_told.first_time(at) then
    report {
      at = at, related = places, message = m.way ~= "" and "compare" or "base", severity = "warning",
      values = { cue = m.w, from = with_sign(places[1]), to = places[2] and with_sign(places[2]) or m.w },
    }
  end
end

-- increased among girls (17% for 1999–2002 versus 23% for 2007–2010)
local function moved(m, report)
  local way, places = went.check(m)
  local at = m:place("w")
  if way > 0 then
    report.agrees { at = at, related = places, how = m.w }
  elseif way < 0 and not change_of.other_basis(at) and not way_open.of(at, places[1], places[2]) and way_told.first_time(at) then
    local first, last = places[1], places[#places]
    report {
      at = at, related = places, message = m.r ~= "" and "record" or "compare", severity = "warning",
      values = { cue = m.w, record = m.r, to = with_sign(last), from = with_sign(first) },
    }
  end
end

-- from 0 (highest burden) to 1 (highest burden)
local function opposite(m, report)
  local way, at, other = poles.check(m)
  if way > 0 then
    report.agrees { at = at, related = other, how = other.text .. " / " .. at.text }
  elseif way < 0 then
    report { at = at, related = other, message = "record", severity = "warning", values = { cue = at.text, record = other.text } }
  end
end

-- Two figures and whether they go the way of the word between them.
local function judge_pair(m, report, way, finding, how)
  local at = m:place("w")
  if way > 0 then
    report.agrees { at = at, related = finding.related, how = how }
  elseif way < 0 and way_told.first_time(at) then
    finding.at, finding.severity, finding.values.cue = at, "warning", m.w
    report(finding)
  end
end

-- 由现在的5小时延长至2.5小时
local function lasted(m, report)
  local way, lengths = lasting.check(m)
  if way == 0 then return end
  local from, to = lengths[1].text, lengths[2].text
  judge_pair(m, report, way, { related = lengths, message = "base", values = { from = from, to = to } }, from .. " → " .. to)
end

-- 增长7.3%,远高于预期的9.8%
local function outdone(m, report)
  local way, pair = outdoing.check(m)
  if way == 0 then return end
  local to, from = pair[1].text, pair[2].text
  judge_pair(m, report, way, { related = pair, message = "compare", values = { to = to, from = from } }, to .. " / " .. from)
end

-- 214.8 Mtoe, 1.2% lower than in 2011 (212.2 Mtoe)
local function compared(m, report)
  local way, places, first = comparative.check(m)
  if way == 0 or way < 0 and change_of.other_basis(m:place("w")) then return end
  local values = way < 0 and { to = with_sign(places[1]), from = with_sign(places[2]) }
  judge_pair(m, report, way, { related = places, message = "compare", values = values }, way > 0 and first .. " / " .. m.b)
end

-- 创历史新低,比平均水平高17%
local function against_record(m, report)
  report {
    at = m:place("w"), related = m:place("record"), message = "record", severity = "warning",
    values = { cue = m.w, record = m.record },
  }
end

-- 事故起数上升,安全生产形势整体好转
local function judged(m, report)
  local verb = verdict.verb(m)
  report {
    at = verb, related = m:place(), message = "verdict", severity = "warning", values = { cue = verb.text },
  }
end

-- What judges the matches of each pattern, by its number.
way_told.patterns = {}
local judges = {}
local function read(judge, ...)
  for _, pattern in ipairs { ... } do
    way_told.patterns[#way_told.patterns + 1] = pattern
    judges[#way_told.patterns] = judge
  end
end
read(complementary, [[第一产业[^。;]{1,40}百分点[^。;]{0,6}第二产业[^。;]{1,40}百分点[^。;]{0,6}第三产业[^。;]{1,40}百分点]], complement.listed)
read(against_economy, economy.compared, economy.all)
read(judged, verdict.pattern, verdict.target, verdict.gap, verdict.amount, verdict.streak)
read(against_record, record.high, record.low, record.risen, record.fallen)
read(lasted, lasting.pattern)
read(outdone, outdoing.pattern, outdoing.marked)
read(compared, table.unpack(comparative.patterns))
read(ended, table.unpack(fromto.patterns))
read(moved, table.unpack(went.patterns))
read(opposite, table.unpack(poles.patterns))

function way_told.judge(m, report) return judges[m.pattern](m, report) end

return way_told
