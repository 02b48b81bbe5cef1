-- 3,950 participants were analyzed. … infection was diagnosed in 205 (2.5%) participants; 4,042
-- adults were invited … 2,402 completed it (response rate = 54.9%): a share with two
-- digits swapped, of a whole that is named apart from it.
local near = lib "near"

local COUNT = [[(?<n>\d{1,3}(?:,\d{3})+|\d{2,5})]]
local P = [[(?<p>\d{1,2}\.\d)%]]
local PATTERNS = {
  [[(?<![\d.,–/=-])]] .. COUNT .. [[ \(]] .. P .. [[\) (?:[a-z]+ )?(?<noun>[a-z]{5,}s)\b(?<rate>)]],
  [[(?<![\d.,–/=-])]] .. COUNT .. [[(?: [a-z]+){0,3} (?:completed|responded|answered|returned|participated)\b[^.;()\d]{0,60}[;,]? ?\(?(?:for )?(?:an? |the )?(?:overall )?(?<rate>(?:response|participation|completion|cooperation|return) rate)(?: =|:| of| was)? ]]
    .. P .. [[(?<noun>)]],
}
local INVITED = re.new([[\b(?:invited|contacted|eligible|sampled|asked|sent|mailed|selected|approached|surveyed|enrolled|recruited)\b]])
local HUNDRED = decimal(100)

local function fits(n, whole, p) return (n * HUNDRED / whole):meets(interval(p)) end

local function turned(n, whole, p)
  local share = (n.low * HUNDRED / whole):round(1):text()
  if not share:find(".", 1, true) then share = share .. ".0" end
  return near.turned(share, p) and share
end

local counts = memo()
local function counts_of(doc)
  if not counts[doc] then counts[doc] = doc:figures("count", { claim = true }) or {} end
  return counts[doc]
end

-- The nearest count of the noun in front of the share; of a rate, that of those who were asked.
local function whole_of(m, at, list, least)
  local from, best = at.sentence and at.block.index or 0, nil
  for _, c in ipairs(list) do
    if c.block.index > from or c.block.index == from and c.sentence.index >= m.sentence.index then break end
    if not c.sentence.cell and c.value and c.value > least and c.bound == "exact" then
      if m.noun ~= "" and (c.unit_text .. c:after(30)):find("^ ?[a-z ]-%f[a-z]" .. m.noun .. "%f[^a-z]") then best = c end
      if m.rate ~= "" and c.block.index == from and INVITED:find(c:before(60) .. c:after(90)) then best = c end
    end
  end
  return best
end

return {
  api = 1,
  id = "noun-share",
  severity = "warning",
  languages = { "en" },
  on = { pattern = PATTERNS },
  summary = {
    zh = "占比的两个数字对调（前文 3,950 participants，此处 205 (2.5%) participants）",
    en = "a share has two digits swapped: 205 (2.5%) participants, of 3,950 participants told before",
  },
  explain = {
    zh = [[“205 (2.5%) participants”：前文最近一个同名词的总数能使数字对调后的占比成立，而全文没有一个数使印出的占比成立时报告。
“response rate”以段中受邀、受访的人数为总体。]],
    en = [[The nearest count of the same noun before it makes the share with two digits swapped, and no count of the document makes it
as it is printed. A response rate is of those who, in its paragraph, were invited or asked.]],
  },
  messages = {
    base = { zh = "{n} 占 {whole} 的 {share}%，印为 {p}%（数字疑似对调）", en = "{n} of {whole} is {share}%, printed as {p}%: two digits look swapped" },
  },
  examples = {
    bad = {
      { "Overall, 3,950 participants were analyzed.\n\nBreaks were found by scan in 205 (2.5%) participants, of whom most were men.", at = "2.5" },
      { [[In May, 4,042 adults were invited to fill in a form on the web. Most lived in towns. Overall, 2,402 respondents completed it (response rate = 54.9%).]], at = "54.9" },
    },
    good = {
      "Overall, 3,950 participants were analyzed.\n\nBreaks were found by scan in 205 (5.2%) participants, of whom most were men.",
      "Overall, 3,950 participants were analyzed, 8,200 in the year before.\n\nBreaks were found by scan in 205 (2.5%) participants, of whom most were men.",
      [[In May, 4,042 adults were invited to fill in a form on the web. Overall, 2,402 respondents completed it (response rate = 59.4%).]],
    },
  },
  check = function(m, report)
    if m.sentence.cell then return end
    local at, v = m:place("p"), decimal((m.n:gsub(",", "")))
    local n, list = interval(v, v), counts_of(m.sentence.doc)
    local whole = v:gt(0) and whole_of(m, at, list, v)
    if not whole then return end
    local related = { m:place("n"), whole }
    if fits(n, whole.value, m.p) then return report.agrees { at = at, related = related, how = m.n .. " / " .. whole.text } end
    local share = turned(n, whole.value, m.p)
    if not share then return end
    for _, c in ipairs(list) do
      if c.value and c.value > v and fits(n, c.value, m.p) then return end
    end
    report { at = at, related = related, expected = share .. "%", stated = m.p .. "%", values = { n = m.n, whole = whole.text, share = share, p = m.p } }
  end,
}
