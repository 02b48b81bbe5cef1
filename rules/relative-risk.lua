-- A ratio of two rates and the percentage that says it: 24% lower (RR = 0.76).
local P = [[(?<![\d.,–-])(?<p>\d{1,3}(?:\.\d+)?)(?:%| percent)]]
local WAY = [[(?<way>lower|higher|greater|smaller|less|more|fewer|reductions?|increases?|decreases?|declines?|decreased|increased|reduced)\b]]
local RATIO = [[(?:a|adjusted )?(?:IRR|RR|HR|PR|SMR|SIR|(?:[a-z]+ )?(?:rate|risk|hazards?|prevalence) ratio(?: \[[A-Z]{2,4}\])?|relative risk(?: \[RR\])?)]]
local SAID = [[(?:was|were|is|of|=|:)?\s?]]
local BETWEEN = [[[^.()%]{0,60}?]]
-- 1.50 and 1.69, that is 50% and 69% higher, respectively
local NUMBER = [[\d{1,2}\.\d+]]
local TWO = [[(?<apart>)(?<![\d.,–-])(?<r>]] .. NUMBER .. [[) and (?<r2>]] .. NUMBER .. [[)(?: times)?,[^.;()\d%]{0,140}?\b(?<p>\d{1,3}(?:\.\d+)?)(?:%| percent)? and (?<p2>\d{1,3}(?:\.\d+)?)(?:%| percent) ]] .. WAY
local ALONE = [[(?<r2>)(?<p2>)]]
local ONE = ALONE .. [[(?<apart>)]]
local HUNDRED = 100
local MORE, OF_A_FALL = re.new("^(?:greater|more|larger|higher)"), re.new("^ (?:reduc|decreas|declin|drop|fall)") -- a 59% greater reduction (RR = 0.41)
local DOWN = re.new("^(?:lower|smaller|less|fewer|reduc|decrease|decline)")

-- What the ratio r makes of it, and what the ratio turned about would.
local function percentages(r, down)
  if down then return (1 - r) * HUNDRED, (1 - 1 / r) * HUNDRED end
  return (r - 1) * HUNDRED, (1 / r - 1) * HUNDRED
end

-- In two clauses it may be said of another thing: a digit or two must have slipped.
local function slipped(p, computed)
  local meant = ((computed.low + computed.high) / 2):round(0):text()
  return lib("near").one_slip(p, meant)
end

local function fits(r, p, down)
  local direct, turned = percentages(interval(r), down)
  return direct:meets(interval(p)) or turned:meets(interval(p)), direct
end

-- Of two one is right, and tells that the other is meant so.
local function judge_two(m, report)
  local down = DOWN:find(m.way) ~= nil
  local first, a = fits(m.r, m.p, down)
  local second, b = fits(m.r2, m.p2, down)
  if first and second then report.agrees { at = m:place("p"), related = m:place("r"), how = m.r } end
  if first == second then return end
  local p, r, computed = first and "p2" or "p", first and "r2" or "r", first and b or a
  report {
    at = m:place(p), related = { m:place(r), m:place(first and "p" or "p2"), m:place(first and "r" or "r2") }, stated = m[p] .. "%", expected = computed:text(),
    values = { r = m[r], way = m.way, p = m[p], computed = computed },
  }
end

return {
  api = 1,
  id = "relative-risk",
  severity = "warning",
  on = {
    pattern = {
      ONE .. P .. [[ ]] .. WAY .. [=[[^.;()%]{0,90}[(\[]]=] .. RATIO .. [[\s?[=:]?\s?(?<r>\d{1,2}\.\d+)]],
      ONE .. [[\b(?<way>lower|higher|greater|decreased|increased|reduced)\b[^.;()%\d]{0,40}\bby ]] .. P .. [=[[^.;()%]{0,60}[(\[]]=] .. RATIO
        .. [[\s?[=:]?\s?(?<r>\d{1,2}\.\d+)]],
      ALONE .. [[\b(?<apart>]] .. RATIO .. [[) ]] .. SAID .. [=[(?<r>\d{1,2}\.\d+)(?![\d.]*\d)(?: [(\[][^()]{0,60}[)\]])?[;,]? ]=] .. BETWEEN .. P .. [[ ]] .. WAY,
      ALONE .. P .. [[ ]] .. WAY .. [[[^.()%\d]{0,70}; ]] .. BETWEEN .. "(?<apart>" .. RATIO .. [[) ]] .. SAID .. [[(?<r>\d{1,2}\.\d+)(?![\d.]*\d)]],
      TWO,
    },
  },
  summary = {
    zh = "率比（RR、HR、IRR）与所说的高低百分比不符",
    en = "a rate ratio and the percentage that says it disagree",
  },
  explain = {
    zh = [[“低24%（RR = 0.76）”：率比为 r 时，高出 (r − 1) × 100%，低 (1 − r) × 100%。按两者印出的位数取区间；
倒过来的比（1/r）也成立时不报。比值比（OR）说的不是率，不判断。]],
    en = [["24% lower (RR = 0.76)": with a ratio r of two rates one is (r − 1) × 100% higher or (1 − r) × 100%
lower. Both are intervals of their printed digits; nothing is said where the ratio turned about fits. Odds
ratios say nothing of rates and are left alone.]],
  },
  messages = {
    base = {
      zh = "率比 {r} 相当于{way} {computed}%，印为 {p}%",
      en = "a ratio of {r} is {computed}% {way}, printed as {p}%",
    },
    way = { zh = "率比 {r} 与“{way}”方向相反", en = "a ratio of {r} contradicts “{way}”" },
  },
  examples = {
    bad = {
      { [[The hazard ratio was 0.72, an 82% lower risk of death than in the control group.]], at = "82" },
      { [[The incidence rate ratio was 1.69 (95% CI = 1.2–2.1); incidence was 96% higher in towns.]], at = "96" },
      { [[Vaccinated persons had an 83% lower risk of infection; the risk ratio was 0.62.]], at = "83" },
      { [[The means are 1.50 and 1.69, which indicates that incidences among students and staff are 50% and 96% higher, respectively.]], at = "96" },
      { [[Incidence was 42% lower among staff members only (IRR = 0.76 [95% CI = 0.64–0.90]).]], at = "42" },
      { [[Risk was 69% higher in smokers (adjusted rate ratio = 1.96).]], at = "69" },
      { [[Mortality was 24% higher in the treated group (RR = 0.76).]], at = "higher" },
    },
    good = {
      [[Participants reported a 59% greater reduction in missed doses (RR = 0.41; 95% CI = 0.18–0.95) than controls.]],
      [[The rate ratio was 1.69; incidence was 69% higher. The hazard ratio was 0.72, a 28% lower risk of death. Means were 1.50 and 1.69, that is 50% and 69% higher, respectively.]],
      [[The rate ratio was 1.69, and in the second year incidence was 12% lower than in 2019. The two groups had 1.50 and 1.69 visits, and costs were 20% and 12% higher.]],
      [[Incidence was 24% lower among staff members only (IRR = 0.76 [95% CI = 0.64–0.90]).]],
      [[Risk was 96% higher in smokers (adjusted rate ratio = 1.96), 50% lower (OR = 0.42) in others.]],
      [[Mortality was 32% higher in the untreated group (RR = 0.76).]],
    },
  },
  check = function(m, report)
    if m.r2 ~= "" then return judge_two(m, report) end
    local ratio, said = interval(m.r), interval(m.p)
    local down = DOWN:find(m.way) ~= nil or MORE:find(m.way) ~= nil and OF_A_FALL:find(m:place("way"):after(12)) ~= nil
    local direct, turned = percentages(ratio, down)
    local at = m:place("p")
    if direct:meets(said) or turned:meets(said) then
      report.agrees { at = at, related = m:place("r"), how = m.r }
      return
    end
    if m.apart ~= "" and not slipped(m.p, direct) then return end
    local opposite = percentages(ratio, not down):meets(said)
    report {
      at = opposite and m:place("way") or at, related = { m:place("r"), opposite and at or m:place("way") },
      message = opposite and "way" or "base", stated = (opposite and m.way or m.p .. "%"),
      expected = opposite and "" or direct:text(),
      values = { r = m.r, way = m.way, p = m.p, computed = direct },
    }
  end,
}
