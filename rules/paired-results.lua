-- A comparison with its p value stands in the abstract and in the results:
-- (56% vs. 26%, p = 0.06). The same p and one equal rate are the same test.
local RATE = [[(?<%s>\d{1,3}(?:\.\d+)?)\s?%%(?:\s\([^()]{1,16}\))?]]
local VERSUS = [[[^()%;]{0,40}?\b(?:vs\.?|versus|compared (?:to|with)|and)\s[^()%;]{0,40}?]]
local P = [=[[,;]\s?(?<sign>[pP][\s\x{2009}\x{00A0}\x{202F}]?[=<][\s\x{2009}\x{00A0}\x{202F}]?)(?<p>0?\.\d{2,4})(?!\d)]=]

local seen = memo()

local function pair_of(m)
  return { a = decimal(m.a), b = decimal(m.b), at = { a = m:place("a"), b = m:place("b") }, text = m.a .. "% vs. " .. m.b .. "%" }
end

-- The side in which the pairs differ, where the other is one rate.
local function differing(x, y)
  if x.a == y.a and x.b ~= y.b then return "b" end
  if x.b == y.b and x.a ~= y.a then return "a" end
end

local SLIPS = { transposed = true, digit = true, power = true }
local function is_slip(x, y)
  if SLIPS[lib("near").miss(x, y) or ""] then return true end
  local a, b = x:text(), y:text() -- 26 and 36
  return #a == #b and #a == 2 and (a:sub(1, 1) == b:sub(1, 1) or a:sub(2) == b:sub(2))
end

return {
  api = 1,
  id = "paired-results",
  severity = "warning",
  state = "preview",
  languages = { "en" },
  on = { pattern = RATE:format("a") .. VERSUS .. RATE:format("b") .. P },
  summary = {
    zh = "同一检验的两个比率前后不一（56% vs. 26%，p=0.06）",
    en = "one test has other rates elsewhere (56% vs. 26%, p = 0.06 and 56% vs. 36%, p = 0.06)",
  },
  explain = {
    zh = [[摘要与结果中两组比率及其p值相同而只有一个比率差一个数字的，必有一处笔误。]],
    en = [[Two rates with their p value are told in the abstract and again in the results. Where p and one of the
rates are the same and the other is one digit away, one of the places has a slip.]],
  },
  messages = {
    base = { zh = "此处为 {here}，别处为 {there}，p 值相同", en = "it is {here} here and {there} elsewhere, with the same p" },
  },
  examples = {
    bad = {
      { [[Response was higher with grade 4 disease than with grade 3 (56% vs. 36%, p = 0.06).

The rate was higher in severe disease (KL4: 9/16, 56% vs. KL3: 6/23, 26%, p = 0.06).]], at = "26" },
      { [[Mortality was lower with the drug (12% vs. 19%, p = 0.031).

At one year, fewer had died with the drug (12% vs. 29%, p = 0.031).]], at = "29" },
    },
    good = {
      [[In men, recurrence was lower (12% vs. 18%, p = 0.03). In women, recurrence was lower, too (12% vs. 19%, p = 0.03).]],
      [[Mortality was lower with the drug (12% vs. 19%, p = 0.031).

At one year, fewer had died with the drug (12% vs. 19%, p = 0.031).]],
      [[Mortality was lower with the drug (12% vs. 19%, p = 0.03). Relapse was rarer, too (41% vs. 58%, p = 0.03; 12% vs. 29%, p = 0.001).]],
    },
  },
  check = function(m, report)
    local doc, key = m.sentence.doc, m.sign:gsub("[^pP=<]", ""):lower() .. m.p:gsub("^0", "")
    seen[doc] = seen[doc] or {}
    local all, pair = seen[doc], pair_of(m)
    pair.block, pair.exact = m.sentence.block.index, m.sign:find("=", 1, true) ~= nil
    for _, other in ipairs(all[key] or {}) do
      -- Tests of one paragraph are several: the abstract tells of what the
      -- results tell again.
      local side = other.block ~= pair.block and pair.exact and differing(other, pair)
      if side and is_slip(other[side], pair[side]) then
        report { at = pair.at[side], related = other.at[side], expected = other[side]:text() .. "%",
                 values = { here = pair.text, there = other.text } }
        break
      elseif other.a == pair.a and other.b == pair.b then
        report.agrees { at = pair.at.b, related = other.at.b, how = pair.text }
      end
    end
    all[key] = all[key] or {}
    table.insert(all[key], pair)
  end,
}
