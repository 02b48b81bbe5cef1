local figures, ranks = lib "figures", lib "ranks"

-- 自贸区指数连续五年排名全国第三,航运中心指数排位|升至全球第18位: not from the former.
local NEXT = re.new("^[^由从]*,[^由从]*(?:排名|排行|排位|位次|名次)")
local function of_another(from, to)
  local gap = figures.gap(from, to, 80)
  return gap ~= nil and NEXT:find(gap) ~= nil
end

local function from_to(link, report, doc)
  local from, to = link.base, link.level
  if not ranks.is(from) or to.kind ~= "rank" and from.unit_text ~= to.unit_text then return end
  if not (from.value and to.value) or ranks.reversed(to.sentence.text) or of_another(from, to) then return end
  local way = ranks.way(link.cue)
  if way == 0 or from.value == to.value then return end
  local better = to.value < from.value
  if better == (way > 0) then
    report.agrees { at = link.anchor, related = { from, to }, how = from.text .. " → " .. to.text }
    return
  end
  report {
    at = link.anchor, related = { from, to }, stated = link.cue, message = better and "better" or "worse",
    values = { cue = link.cue, from = from.text, to = to.text },
    severity = doc.lang == "en" and "warning" or "error",
  }
end

-- 在全国31个省份中列第35位; ranked 35th among 31 provinces.
local function among(m, report)
  local rank, of = decimal(m.rank), decimal(m.n)
  if rank > of then
    report {
      at = m:place("rank"), related = m:place("n"), message = "among", expected = "≤ " .. m.n,
      values = { rank = m.rank, n = m.n },
    }
  else
    report.agrees { at = m:place("rank"), related = m:place("n"), how = m.rank .. " ≤ " .. m.n }
  end
end

local function ordinals(m, report)
  local from, to, way = decimal(m.from), decimal(m.to), ranks.way(m.verb:lower())
  if ranks.reversed(m.sentence.text) or from == to then return end
  local better = to < from
  if better == (way > 0) then
    report.agrees { at = m, how = m.from .. " → " .. m.to }
  else
    report {
      at = m:place("verb"), related = { m:place("from"), m:place("to") }, message = better and "better" or "worse",
      values = { cue = m.verb, from = m.from, to = m.to }, severity = "warning",
    }
  end
end

return {
  api = 1,
  id = "rank-contradiction",
  severity = "error",
  on = {
    link = "from_to",
    pattern = {
      [[(?<n>\d{1,4})个(?:省区市|省份|省市区|省市|省|市州|地市|地级市|县级市|城市|直辖市|设区市|市|县市区|县区|县|区|盟市|国家)(?:\([^()]{0,12}\))?[^,。;、\d]{0,8}(?:列|居|排名|排|位列|名列)第(?<rank>\d{1,4})(?:位|名)]],
      [[\branked (?<rank>\d{1,4})(?:st|nd|rd|th) (?:of|among|out of)(?: the)? (?<n>\d{1,4})\b]],
      [[\b(?:rank(?:s|ed|ing)?|position|place)\b[^.;\d]{0,30}\b(?<verb>rose|climbed|moved up|improved|advanced|jumped|fell|dropped|slipped|slid|declined)\b[^.;\d]{0,30} from (?<from>\d{1,3})(?:st|nd|rd|th)\b[^.;]{0,30}? to (?<to>\d{1,3})(?:st|nd|rd|th)\b]],
    },
  },
  summary = {
    zh = "位次的升降与前后位次相反，或位次超过参加排名的数目",
    en = "a rank that is said to rise falls, or is beyond the number of the ranked",
  },
  explain = {
    zh = [[位次的数字越小越靠前：“由第12位上升到第9位”是上升，“由第5位上升到第8位”是下降。倒数、末位和能耗、事故等
以小为差的排名不判断。“31个省份中列第35位”超出参加排名的数目。]],
    en = [[A smaller number is the better rank: from 12th to 9th is a rise. Rankings in which a smaller number is the
worse (lowest, from the bottom) are not judged. 35th of 31 cannot be.]],
  },
  messages = {
    better = {
      zh = "“{cue}”与位次相反：由 {from} 到 {to} 是前移",
      en = "“{cue}” contradicts the ranks: from {from} to {to} is better",
    },
    worse = {
      zh = "“{cue}”与位次相反：由 {from} 到 {to} 是后移",
      en = "“{cue}” contradicts the ranks: from {from} to {to} is worse",
    },
    among = {
      zh = "第 {rank} 位超过参加排名的 {n} 个",
      en = "rank {rank} is beyond the {n} that were ranked",
    },
  },
  examples = {
    bad = {
      { [[研发投入强度排名由全国第12位下降到第9位。]], at = "下降到" },
      { [[外贸规模从世界第三位跃升到第十位。]], at = "跃升到" },
      { [[集团在“世界500强”排名由369位下降到235位。]], at = "下降到" },
      { [[综合得分在全国31个省份中列第35位。]], at = "35" },
      { [[The city's ranking improved from 5th in 2019 to 8th in 2023.]], at = "improved", severity = "warning" },
      { [[The county ranked 12th of 11 in the region.]], at = "12" },
    },
    good = {
      [[研发投入强度排名由全国第12位上升到第9位。]],
      [[外贸规模从世界第三十位跃升到第十位,在“世界500强”排名由369位上升到235位。]],
      [[自贸试验区制度创新指数连续五年排名全国第三,国际航运中心发展指数排位升至全球第18位。]],
      [[空气质量排名由倒数第12位上升到倒数第20位。]],
      [[综合得分在全国31个省份中列第5位。]],
      [[The city's ranking improved from 8th in 2019 to 5th in 2023.]],
      [[The county ranked 9th of 11 in the region.]],
    },
  },
  check = function(item, report, _, doc)
    if item.type == "link" then
      from_to(item, report, doc)
    elseif item.text:find(" from ", 1, true) then
      ordinals(item, report)
    else
      among(item, report)
    end
  end,
}
