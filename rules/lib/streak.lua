-- streak: how many years something has gone on (连续五年居首位, for the fifth
-- consecutive year), and the same thing in another report.
--
-- One thing is told by the words before the years and those behind them: a
-- rank of the economy and one of trade end alike, 进出口 and 出口 are two. Where
-- nothing stands before, by many words behind that are told but once.

local calendar = lib "calendar"

local streak = {}

streak.patterns = {
  [[(?<before>[^,。;:、]{0,8})连续第?(?<n>\d{1,2}|十?[一二两三四五六七八九]|十|二十[一二三四五六七八九]?)个?年(?<what>[^,。;:、“”]{2,16})]],
  [[(?<before>[^,.;:]{2,60}?) for (?:the|a) (?<n>\d{1,2}(?=st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:st|nd|rd|th)? (?:consecutive|straight|successive) year\b(?<what>)]],
  [[(?<before>[^,.;:]{2,60}?) for (?<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:(?:consecutive|straight|successive) years|years (?:in a row|running))\b(?<what>)]],
}

local ENGLISH = {
  two = 2, three = 3, four = 4, five = 5, six = 6, seven = 7, eight = 8, nine = 9, ten = 10, second = 2,
  third = 3, fourth = 4, fifth = 5, sixth = 6, seventh = 7, eighth = 8, ninth = 9, tenth = 10,
}
local LONG = 15 -- bytes: five characters behind the years tell what goes on
local TAIL = 12 -- bytes that longer words before them must have in common
local HEADS = re.new("^[^\\p{L}]*(?:全省|全市|全县|全区|全年|全国|我省|我市|其中)*")

local compiled = {}
for i, pattern in ipairs(streak.patterns) do compiled[i] = re.new(pattern) end

function streak.years(text) return ENGLISH[text] or calendar.number(text) end

-- The streaks of a document: by the words behind the years, a list.
function streak.list(doc)
  local found = {}
  for _, sentence in ipairs(doc.sentences) do
    for _, r in ipairs(compiled) do
      local from, to, before, n, what = r:find(sentence.text)
      while from do
        found[what] = found[what] or {}
        table.insert(found[what], { n = streak.years(n), before = before, at = sentence:place(from + #before, to) })
        from, to, before, n, what = r:find(sentence.text, to + 1)
      end
    end
  end
  return found
end

-- The words before the years, in small letters and without what says whose,
-- and signs before it.
local function plain(words)
  local _, to = HEADS:find(words)
  return words:sub((to or 0) + 1):lower()
end

local function alike(a, b)
  a, b = plain(a), plain(b)
  return a == b or (math.min(#a, #b) > TAIL and a:sub(-TAIL) == b:sub(-TAIL))
end

-- The one of a list that (before, what) goes on with, and is n years at best.
function streak.same(list, before, what, n)
  local found
  for _, s in ipairs(list or {}) do
    local bare = plain(before) == "" or plain(s.before) == ""
    local one = alike(before, s.before) or (bare and #list == 1 and #what >= LONG)
    if one and s.n and (not found or s.n == n) then found = s end
  end
  return found
end

return streak
