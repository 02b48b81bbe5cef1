-- at the 95% confidence level (α = 0.05): the level and the chance of error make one.
local LEVEL = [[(?<![\d.])(?<p>\d{2}(?:\.\d+)?) ?(?:%|per ?cent)(?: |-)(?:level of confidence|confidence(?: levels?)?|CIs?|significance level)\b]]
local ALPHA = [[(?:α|alpha|[Ss]ignificance level|[Ll]evel of significance)\)?(?: level)?(?: of| was set at| was| set at| at| ?=) ?(?<alpha>0?\.\d+|\d{1,2}(?: ?%))]]
local BETWEEN = [[[^.;\d%]{0,60}?]]
local HUNDRED, HALF = decimal(100), decimal(2)

local function share(text)
  local n = decimal((text:gsub("[ %%]", ""):gsub("^%.", "0.")))
  return text:find("%%") and n / HUNDRED or n
end

return {
  api = 1,
  id = "confidence-level",
  severity = "warning",
  languages = { "en" },
  on = { pattern = { LEVEL .. BETWEEN .. ALPHA, ALPHA .. [[[^.;\d%()]{0,40}?]] .. LEVEL } },
  summary = {
    zh = "置信水平与显著性水平不符（95% confidence level，α = 0.01）",
    en = "a confidence level and the α beside it do not make one (95%, α = 0.01)",
  },
  explain = {
    zh = [[置信水平为 95% 时 α 应为 0.05（单侧可为 0.025）。两者写在一处而合计不是 1 时报告。]],
    en = [[At a confidence level of 95% α is 0.05 (0.025 on each side). Both are held against one another where they stand
together.]],
  },
  messages = {
    base = { zh = "置信水平 {stated}%，而 α = {alpha}", en = "a confidence level of {stated}%, but α = {alpha}" },
  },
  examples = {
    bad = {
      { [[Differences were tested at the 95% confidence level (α = 0.01).]], at = "95" },
      { [[All tests were two-sided, with a significance level of 0.05 and 99% confidence intervals.]], at = "99" },
      { [[We used 90% confidence intervals throughout (alpha = 0.01).]], at = "90" },
    },
    good = {
      [[Differences were tested at the 99% confidence level (α = 0.01). We used 95% confidence intervals (alpha = 0.05).]],
      [[Intervals of 95% CI are one-sided (alpha = 0.025), and 90% confidence intervals go with α = 10%.]],
      [[Some 95% of nurses answered. Significance was set at α = 0.01; 95% CIs are shown.]],
    },
  },
  check = function(m, report)
    local at, alpha = m:place("p"), share(m.alpha)
    local error_rate = 1 - decimal(m.p) / HUNDRED
    if alpha:eq(error_rate) or alpha:eq(error_rate / HALF) then
      report.agrees { at = at, related = m:place("alpha"), how = m.p .. "% + " .. m.alpha }
    else
      report { at = at, related = m:place("alpha"), expected = (HUNDRED - alpha * HUNDRED), stated = m.p, values = { alpha = m.alpha } }
    end
  end,
}
