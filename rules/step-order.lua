-- to 18% from 1 January 2022, and to 15% from 1 January 2021: the second step is taken
-- behind the first.
local calendar = lib "calendar"
local MONTH = calendar.MONTH
local Y = [[(?:19|20)\d\d]]
local function point(x)
  return [[(?<]] .. x .. [[>(?:\d{1,2}(?:st|nd|rd|th)? )?(?:]] .. MONTH .. [[ )?(?:\d{1,2}(?:st|nd|rd|th)?,? )?]] .. Y .. [[)(?![\d%]|[.,]\d|[-–]\d)]]
end
local WHEN = [[ (?:(?:with )?effect(?:ive)? from|from|in|by|on|starting(?: in| from| on)?|effective|beginning(?: in| on)?) (?:the )?(?:end of |start of |YA |FY ?|Year of Assessment )?]]
local AMOUNT = [[[^,;.()\d]{0,24}?[$£€]?\d[\d.,]*(?: ?%| per ?cent| cents?| percent| million| billion)?[^,;.()\d]{0,30}?]]
local PATTERN = [[\bto ]] .. AMOUNT .. WHEN .. point "a" .. [[,?;?(?: and| then| and then| before| and again)? to ]] .. AMOUNT .. WHEN .. point "b"
-- What compares, and what came before: down to 5% in 2020 from 7% in 2018, to 4% in 2017.
local BACKWARD = re.new([[\b(?:compar\w+|from [$£€]?[\d.,]+(?: ?%| per| cents| mill| bill)|respectively|versus|against|previous\w*|earlier|ago|back to|returned)\b]])

local function key(text)
  local month = text:match("(%u%l+)")
  return tonumber(text:match("(%d%d%d%d)$")), month and calendar.month(month)
end

return {
  api = 1,
  id = "step-order",
  severity = "warning",
  languages = { "en" },
  on = { pattern = PATTERN },
  summary = {
    zh = "分步调整中后一步的日期早于前一步（to 18% from 2022, and to 15% from 2021）",
    en = "the second step of a change comes before the first (to 18% from 2022, and to 15% from 2021)",
  },
  explain = {
    zh = [[“to A from 日期, and to B from 日期”按先后列出各步，后一步的日期不早于前一步。]],
    en = [[Steps of a change are told in their order: to A from one day, and to B from a later one.]],
  },
  messages = {
    base = { zh = "前一步为 {first}，后一步却为 {stated}", en = "the step before is of {first}, this one of {stated}" },
  },
  examples = {
    bad = {
      { [[We will reduce the levy in two steps, to 18% from 1 January 2022, and to 15% from 1 January 2021.]], at = "1 January 2021" },
      { [[The fee rises to $40 in 2020, then to $50 in 2012.]], at = "2012" },
      { [[The rate will go up to 8 per cent from July 2014, and to 9 per cent from July 2013.]], at = "July 2013" },
    },
    good = {
      [[We will reduce the levy in two steps, to 18% from 1 January 2021, and to 15% from 1 January 2022.]],
      [[The fee rises to $40 in 2020, then to $50 in 2022.]],
      [[The share fell to 12% in 2019 and to 10% in 2020.]],
      [[The levy rises to $40 in March 2020, and to $50 in September 2020.]],
    },
  },
  check = function(m, report)
    local ya, ma = key(m.a)
    local yb, mb = key(m.b)
    if ya == yb and not (ma and mb) or BACKWARD:find(m[0]) then return end
    if yb < ya or yb == ya and mb < ma then
      report { at = m:place("b"), related = m:place("a"), values = { first = m.a } }
    else
      report.agrees { at = m:place("b"), related = m:place("a"), how = m.a .. " – " .. m.b }
    end
  end,
}
