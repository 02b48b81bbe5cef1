-- four times more likely than women (20.8 versus 5.2 per 100,000): how many times the
-- first of the bracket is the second.

local figured, prose = lib "figured", lib "prose"

local N = [[(?<n>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,2}(?:\.\d+)?)(?: times|-fold)|(?<twice>[Tt]wice)]]
local WORD = [[ (?:(?:as|so) (?:high|likely|large|great|many|much|common|often|frequent|frequently|prevalent)|higher|greater|larger|more (?:likely|common|often|frequent|frequently|prevalent))\b]]
local BRACKET = re.new([[^[^.;:()\d]{0,110}\(([^()]{5,80})\)]])
local COUNT = { two = "2", three = "3", four = "4", five = "5", six = "6", seven = "7", eight = "8", nine = "9", ten = "10" }
-- Times are told roughly, and three times higher may be four times as high.
local LEAST, MOST = decimal("0.7"), decimal("1.3")

return {
  api = 1,
  id = "times-told",
  severity = "warning",
  languages = { "en" },
  on = { pattern = [[\b(?:]] .. N .. ")" .. WORD },
  summary = {
    zh = "英文“…倍”与括号中两数之比不符（four times as high (20.8 versus 2.5)）",
    en = "so many times as high, and the two figures of the bracket have another ratio",
  },
  explain = {
    zh = [[“four times more likely (20.8 versus 5.2)”：括号内前数除以后数应大致等于所说的倍数。倍数从宽理解（±30%），
“三倍多”按三倍或四倍都算。]],
    en = [[The first figure of (a versus b) over the second is the multiple that is told of it, roughly (30 %): three times
higher may be three or four times as high.]],
  },
  messages = {
    base = {
      zh = "所说为 {stated}，{a} 是 {b} 的 {computed} 倍",
      en = "{stated} is said; {a} is {computed} times {b}",
    },
  },
  examples = {
    bad = {
      { [[Men were four times more likely than women to move (20.8 versus 2.5 per 100,000).]], at = "four" },
      { [[Incidence was twice as high in prisons as elsewhere (8.4% versus 2.4%).]], at = "twice" },
    },
    good = {
      [[Men were four times more likely than women to move (20.8 versus 5.2 per 100,000). Incidence was twice as high in prisons as elsewhere (8.4% versus 4.2%).]],
      [[Rates were three times higher in towns (12.0 versus 3.1), and two times as high in ports; in villages they fell (4.0 versus 3.9).]],
    },
  },
  check = function(m, report)
    local text = prose.text(m.sentence)
    if not text then return end
    local at = m:place(m.twice and m.twice ~= "" and "twice" or "n")
    local from, to = text:find(m.text, 1, true)
    local content = from and BRACKET:match(text:sub(to + 1))
    if not content then return end
    local start = text:find(content, to + 1, true)
    local pair = figured.read(content, start).pairs[1]
    if not pair or #pair > 2 or not pair[2].value:gt(0) or not pair[1].value:gt(0) then return end
    local said = decimal(m.n and m.n ~= "" and (COUNT[m.n:lower()] or m.n) or "2")
    local ratio = pair[1].value / pair[2].value
    local places = { m.sentence:place(pair[1].from, pair[1].to), m.sentence:place(pair[2].from, pair[2].to) }
    local most = m.text:find(" [as][so] %l") and said or said + 1
    if ratio >= said * LEAST and ratio <= most * MOST then
      report.agrees { at = at, related = places, how = pair[1].text .. " / " .. pair[2].text }
      return
    end
    local computed = ratio:round(1)
    report { at = at, related = places, expected = computed, values = { computed = computed, a = pair[1].text, b = pair[2].text } }
  end,
}
