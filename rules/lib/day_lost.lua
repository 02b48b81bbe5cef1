-- day_lost: year ended December 2019, at June 2019: a date without its day, where the
-- document else writes the day behind the same words.
--
-- shape: where such a date may stand, its month being the group `lost`;
-- is_date(text): is it a match of it; is(text, doc): has it lost its day?
local MONTH = "(?:" .. lib("calendar").MONTHS .. ")"
local LEAD = [[\b(?:ended|ending|[Aa]s of|[Aa]s at|[Aa]t|[Bb]efore|after|until|through)]]
local DATE = re.new(LEAD .. [[\s(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s)?]] .. MONTH .. [[(?:\s\d{1,2})?,?\s(?:19|20)\d\d\b]])
local PLAIN = re.new("^(" .. LEAD .. ")\\s(" .. MONTH .. [[),?\s(?:19|20)\d\d$]])
local DAYED = re.new("^([A-Za-z ]+?) (?:the )?(?:[\\d]+[a-z]* )?(" .. MONTH .. ")")
local SURE = 2 -- dates with their day that make one without it a slip

local day_lost = { shape = LEAD .. [[\s(?<lost>]] .. MONTH .. [[),?\s(?:19|20)\d\d\b]] }

-- How often the lead has the month with a day and without, by both; only sentences
-- that hold the month are looked through.
local dates = memo()
local function dates_of(doc, lead, month)
  local key = lead:lower() .. " " .. month
  local told = dates[doc] or {}
  dates[doc] = told
  if told[key] then return told[key] end
  local n = { day = 0, plain = 0 }
  told[key] = n
  for _, s in ipairs(doc.sentences) do
    local text = s.text
    if not text:find(month, 1, true) then goto next end
    for date in DATE:gmatch(text) do
      local other, its = PLAIN:match(date)
      local kind = other and "plain" or "day"
      if not other then other, its = DAYED:match(date) end
      if its == month and other:lower() == lead:lower() then n[kind] = n[kind] + 1 end
    end
    ::next::
  end
  return n
end

function day_lost.is_date(text) return PLAIN:find(text) ~= nil end

function day_lost.is(text, doc)
  local n = dates_of(doc, PLAIN:match(text))
  return n.day >= SURE and n.plain == 1
end

return day_lost
