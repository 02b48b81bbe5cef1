-- ownyear: the year a report is given in, as its title, its headings and the
-- day it was given say (lib/years). The document's own day is not asked: where
-- no heading dates a text, that is a day that it only tells of.

local years = lib "years"
local ownyear = {}

local LEAST = 2 -- places that agree
local HEAD = 12 -- blocks in which a report says that it is one
local REPORT = re.new("工作报告|工作总结|情况的报告|计划的报告|报告政府工作|向大会(?:作|报告)")
local NEWS = re.new("新闻联播|本期节目|央视网")

-- Is it a report of work? News of one quote the years of many.
local function is_report(doc)
  local found, blocks = false, doc.blocks
  for i = 1, math.min(HEAD, #blocks) do
    local text = blocks[i].text
    if NEWS:find(text) then return false end
    found = found or REPORT:find(text) ~= nil
  end
  return found
end
local report = memo()
function ownyear.is_report(doc)
  if report[doc] == nil then report[doc] = is_report(doc) end
  return report[doc]
end

-- nil where nothing says, or places disagree.
local known = memo()
function ownyear.of(doc)
  if known[doc] == nil then
    local votes = ownyear.is_report(doc) and years.read(doc).plan or {}
    local best, against = years.majority(votes)
    known[doc] = best and #votes[best] >= LEAST and against * 2 <= #votes[best] and best or false
  end
  return known[doc] or nil
end

-- The first places that say so.
local TOLD = 3
function ownyear.places(doc)
  local year, out = ownyear.of(doc), {}
  local votes = year and years.read(doc).plan[year]
  for i = 1, math.min(TOLD, votes and #votes.claims or 0) do out[i] = votes.claims[i] end
  return out
end

return ownyear
