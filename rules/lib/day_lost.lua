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

-- How often each lead has a month with a day and without.
local dates = memo()
local function dates_of(doc)
  local of = dates[doc]
  if of then return of end
  of = { day = {}, plain = {} }
  for _, s in ipairs(doc.sentences) do
    for date in DATE:gmatch(s.text) do
      local lead, month = PLAIN:match(date)
      local list = lead and of.plain or of.day
      if not lead then lead, month = DAYED:match(date) end
      if lead then
        local key = lead:lower() .. " " .. month
        list[key] = (list[key] or 0) + 1
      end
    end
  end
  dates[doc] = of
  return of
end

function day_lost.is_date(text) return PLAIN:find(text) ~= nil end

function day_lost.is(text, doc)
  local of = dates_of(doc)
  local lead, month = PLAIN:match(text)
  local key = lead:lower() .. " " .. month
  return (of.day[key] or 0) >= SURE and of.plain[key] == 1
end

return day_lost
