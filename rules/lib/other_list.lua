-- other_list: is what follows an English count no list of what it counts, or one
-- that the page cut off?
--
-- is(at, said, listed): at is the place of the count, with or without its noun.
--
--   six members voted to keep the rate, for these reasons: (1) … (2) …
--   two grants and two contracts: (1) … (4) …
--   three units: the Office of Rights and Access; the Experience Office; and …
--   six metrics: accuracy, calls, | 4 Pub. L. No. 105. | speed, and cost

local other_list = {}

local FAR = 600 -- bytes behind the count that are looked at
local PERSON = re.new([[^(?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) )?(?:[A-Za-z-]+ ){0,2}(?:members|directors|participants|respondents|officials|governors|economists|analysts|stakeholders|interviewees|commentators|speakers|experts)\b]], "i")
local NUMBERED = re.new([[(?:: |reasons |rationales |that )\(?[1ia]\) |following (?:rationales|reasons|arguments|considerations|grounds)\b]])
local AND_COUNT = re.new([=[ and (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) [a-z][^.;:()]{2,60}[:(]]=])
local COUNT_AND = re.new([[\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) [a-z][^.;:()]{2,60} and $]], "i")
local COMPOUND = re.new([[^(?:(?:two|three|four) )?-?(?:wheelers?|way|tier|door|bedroom|pillar)\b]], "i")
local FOOTNOTE = re.new([[^\d{1,3}(?: [A-Z]|$)]])
local CAPITAL = re.new([=[^\s?[A-Z]]=])
local COLON = re.new([[^[^.:;()]{0,120}: (.+)$]])
local ENDS = re.new([=[[.!?:)][^A-Za-z]{0,16}$]=])

local function semicolons(text)
  return select(2, text:gsub("; ", "")) + 1
end

function other_list.is(at, said, listed)
  if at.doc.lang ~= "en" then return false end
  local before, after = at:before(80), at:after(FAR)
  local whole = at.text .. after
  if PERSON:find(whole) and NUMBERED:find(whole) then return true end
  if COUNT_AND:find(before) or AND_COUNT:find(after) or COMPOUND:find(after:gsub("^ ", "")) or COMPOUND:find(at.text) then return true end
  if before:find("^%s*$") and FOOTNOTE:find(at.text) and (at.text:find(" ", 1, true) ~= nil or CAPITAL:find(after) ~= nil) then return true end
  local list = COLON:match(after)
  if list and semicolons(list) == said then return true end
  if said <= listed then return false end
  local block = at.block
  return block.next ~= nil and not ENDS:find(block.text) and (block.kind == "paragraph" or block.kind == "title")
end

return other_list
