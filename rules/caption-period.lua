-- FIGURE 3. Seat belt use, 2005–2008; and the words that tell what the figure shows
-- say from 2005 to 2009.
local Y = [[(?:19|20)\d\d]]
local SPAN = re.new("(?<![\\d,.$-])(" .. Y .. ")(?:\\s?(?:--|[-–—])\\s?|\\s?(?:to|through|and)\\s)(" .. Y .. ")(?![\\d,–-]|\\.\\d)")
local HEAD = [[^\W*(?:FIGURE|TABLE|Figure|Table|Fig\.|Chart|CHART|MAP|Map|BOX|Box)\s]]
local CAPTION = re.new([[^\W*(?:FIGURE|TABLE|Figure|Table|Fig\.|Chart|CHART|MAP|Map|BOX|Box)\s(?:\w{1,3}\.)?\d*]])
local TELLS = re.new([[^\W*(?:Alternate Text:?|Alt(?:ernative)? text:?|Description:?|Notes?:?)?\W*(?:The|This|A|In)\b[^.;]{0,40}?\b(?:figure|table|chart|graph|map|picture|image|histogram|diagram|Figure \d+|Table \d+)\b(?: above| below)?[^.;]{0,60}?\b(?:shows?|presents?|]]
  .. [[depicts?|displays?|illustrates?|is|are|indicates?|gives?|provides?|describes?|summarizes?|compares?|plots?|lists?)\b]])
local NEAR, LONGEST = 3, 400 -- blocks behind the caption; bytes of one
local looked = memo() -- captions that were held against their words

-- The spans of years of a text, each once: { first =, last =, text = }.
local function spans(text)
  local out, seen, at = {}, {}, 1
  while true do
    local from, to, a, b = SPAN:find(text, at)
    if not from then return out end
    if not seen[a .. b] and tonumber(b) > tonumber(a) then
      out[#out + 1] = { first = a, last = b, text = text:sub(from, to) }
      seen[a .. b] = true
    end
    at = to + 1
  end
end

local function place_of(block, text)
  local from = block.text:find(text, 1, true)
  for _, sentence in ipairs(from and block.doc.sentences or {}) do
    local at, to = nil, nil
    if sentence.block == block then at, to = sentence.text:find(text, 1, true) end
    if at then return sentence:place(at, to) end
  end
end

local function judge(caption, told, report)
  local x, y = spans(caption.text), spans(told.text)
  if #x ~= 1 or #y ~= 1 then return end
  local one, other = x[1], y[1]
  local same_first, same_last = one.first == other.first, one.last == other.last
  if not same_first and not same_last then return end
  local at, related = place_of(caption, one.text), place_of(told, other.text)
  if not at or not related then return end
  if same_first and same_last then
    report.agrees { at = at, related = related, how = one.text }
  else
    report { at = at, related = related, expected = other.text }
  end
end

-- What tells of the figure of the caption, before the next one.
local function told_behind(blocks, i)
  for k = i + 1, math.min(i + NEAR, #blocks) do
    local block = blocks[k]
    if CAPTION:find(block.text) then return nil end
    if block.kind ~= "table" and TELLS:find(block.text) then return block end
  end
end

return {
  api = 1,
  id = "caption-period",
  severity = "warning",
  languages = { "en" },
  on = { pattern = HEAD },
  summary = {
    zh = "图题的年份区间与图的文字说明不一（2005–2008 与 from 2005 to 2009）",
    en = "a caption names other years than the words that tell what the figure shows",
  },
  explain = {
    zh = [[图题、表题中只有一个年份区间，其后说明图表内容的一段也只有一个，两者一端相同、另一端不同时报告。]],
    en = [[Where a caption names one span of years and the paragraph behind it that tells what the figure or table shows names one
too, with one end the same and the other not, one of the two is wrong.]],
  },
  messages = {
    base = { zh = "图题为 {stated}，说明为 {expected}", en = "{stated} in the caption, {expected} in the words about it" },
  },
  examples = {
    bad = {
      { "FIGURE 3. Seat belt use among drivers, 2005–2008\n\nAlternate Text: The figure is a line graph of seat belt use from 2005 to 2009.", at = "2005–2008" },
      { "Figure 2. Deaths from falls, by age, 1999–2010\n\nThe figure above shows that during 1999–2011 deaths rose among the old.", at = "1999–2010" },
      { "TABLE 1. Cases of measles, by county, 2001--2008\n\nThis table presents cases of measles in each county from 2002 through 2008.", at = "2001--2008" },
    },
    good = {
      "FIGURE 3. Seat belt use among drivers, 2005–2009\n\nAlternate Text: The figure is a line graph of seat belt use from 2005 to 2009.",
      "FIGURE 3. Seat belt use among drivers, 2005–2009\n\nAlternate Text: The figure is a line graph of seat belt use. Use rose from 2006 to 2008.",
      "FIGURE 3. Seat belt use among drivers, 2005–2009\n\nFIGURE 4. Nets of anglers, 2005–2008\n\nThe figure above shows nets during 2005–2008.",
      "Figure 2. Deaths from falls, 1999–2010\n\nThe figure above shows deaths in 1999–2005 and 2005–2010.",
    },
  },
  check = function(m, report)
    local block = m.sentence.block
    if looked[block] or block.kind == "table" or block.length > LONGEST or not CAPTION:find(block.text) then return end
    looked[block] = true
    local told = told_behind(m.doc.blocks, block.index)
    if told then judge(block, told, report) end
  end,
}
