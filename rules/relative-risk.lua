-- A ratio of two rates and the percentage that says it: 24% lower (RR = 0.76).
local P = [[(?<![\d.,–-])(?<p>\d{1,3}(?:\.\d+)?)(?:%| percent)]]
local WAY = [[(?<way>lower|higher|greater|smaller|less|more|fewer|reductions?|increases?|decreases?|declines?|decreased|increased|reduced)\b]]
local RATIO = [[(?:a|adjusted )?(?:IRR|RR|HR|PR|SMR|SIR|(?:[a-z]+ )?(?:rate|risk|hazards?|prevalence) ratio(?: \[[A-Z]{2,4}\])?)]]
local HUNDRED = 100
local DOWN = re.new("^(?:lower|smaller|less|fewer|reduc|decrease|decline)")

-- What the ratio r makes of it, and what the ratio turned about would.
local function percentages(r, down)
  if down then return (1 - r) * HUNDRED, (1 - 1 / r) * HUNDRED end
  return (r - 1) * HUNDRED, (1 / r - 1) * HUNDRED
end

return {
  api = 1,
  id = "relative-risk",
  severity = "warning",
  on = {
    pattern = {
      P .. [[ ]] .. WAY .. [=[[^.;()%]{0,90}[(\[]]=] .. RATIO .. [[\s?[=:]?\s?(?<r>\d{1,2}\.\d+)]],
      [[\b(?<way>lower|higher|greater|decreased|increased|reduced)\b[^.;()%\d]{0,40}\bby ]] .. P .. [=[[^.;()%]{0,60}[(\[]]=] .. RATIO
        .. [[\s?[=:]?\s?(?<r>\d{1,2}\.\d+)]],
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
      { [[Incidence was 42% lower among staff members only (IRR = 0.76 [95% CI = 0.64–0.90]).]], at = "42" },
      { [[Risk was 69% higher in smokers (adjusted rate ratio = 1.96).]], at = "69" },
      { [[Mortality was 24% higher in the treated group (RR = 0.76).]], at = "higher" },
    },
    good = {
      [[Incidence was 24% lower among staff members only (IRR = 0.76 [95% CI = 0.64–0.90]).]],
      [[Risk was 96% higher in smokers (adjusted rate ratio = 1.96), 50% lower (OR = 0.42) in others.]],
      [[Mortality was 32% higher in the untreated group (RR = 0.76).]],
    },
  },
  check = function(m, report)
    local ratio, said = interval(m.r), interval(m.p)
    local down = DOWN:find(m.way) ~= nil
    local direct, turned = percentages(ratio, down)
    local at = m:place("p")
    if direct:meets(said) or turned:meets(said) then
      report.agrees { at = at, related = m:place("r"), how = m.r }
      return
    end
    local opposite = percentages(ratio, not down):meets(said)
    report {
      at = opposite and m:place("way") or at, related = { m:place("r"), opposite and at or m:place("way") },
      message = opposite and "way" or "base", stated = (opposite and m.way or m.p .. "%"),
      expected = opposite and "" or direct:text(),
      values = { r = m.r, way = m.way, p = m.p, computed = direct },
    }
  end,
}
