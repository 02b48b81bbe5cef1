-- briefs: headings, and the lines that serve as headings below 国内联播快讯: short ones
-- without a mark behind them.
--
-- each(block, judge) calls judge(heading, in_brief) for a heading and for those lines;
-- ends(sentence, heading, in_brief): is it no longer told below that heading?

local briefs = {}

local BRIEFS = re.new("快讯|简讯|简报|短讯|要闻|速览|播报|一览")
local LINE, LEAST = 120, 18 -- bytes of such a line
local ENDED = re.new("[。;!?:,、]\\s*$")
local function is_line(block)
  return block.kind == "paragraph" and block.length <= LINE and block.length >= LEAST and not ENDED:find(block.text)
end

local function is_heading(block) return block.kind == "heading" or block.kind == "title" end

function briefs.each(block, judge)
  judge(block, false)
  if block.length > LINE or not BRIEFS:find(block.text) then return end
  local line = block.next
  while line and not is_heading(line) do
    if is_line(line) then judge(line, true) end
    line = line.next
  end
end

function briefs.ends(sentence, heading, in_brief)
  local block = sentence.block
  return is_heading(block) or block.number > 0 or in_brief and block ~= heading and is_line(block)
end

return briefs
