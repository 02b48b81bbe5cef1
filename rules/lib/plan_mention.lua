-- plan_mention: what is done with a five-year plan says which one it is in a report of a
-- known year: what is drawn up (科学编制“十五五”规划) is to come, what is completed or is in its
-- key year (完成“十四五”目标任务, 是实施“十四五”规划的关键一年) is under way or has just ended.
--
-- read(before, after): what is done, "drawn", "opens", "done", "key", "past" or "since", or nil;
-- fits(what, n, own): may it be done with plan n in a report of the year?

local fiveyear = lib "fiveyear"
local plan_mention = {}

local DRAWS = re.new("(?:编制|谋划|起草|研究制定|谋篇|绘制)(?:好|和|与|实施|出|符合)?[^。;,“”]{0,8}$")
local DRAWN = re.new("^(?:规划|发展规划|规划纲要|纲要|经济社会发展)?(?:纲要)?(?:前期)?(?:编制|谋划|起草|前期研究|研究编制)")
local NO_DRAWING = re.new("(?:完成|实施|推进|执行|评估|总结|落实|中期|对照|对接|衔接)[^。;,“”]{0,10}$|以来|专项|调整")
local CLAUSE = re.new("^[^,。;]*")
local COMPLETES = re.new("(?:完成|实现|冲刺|紧盯|达到|达成|国家下达的|国家)[^。;,“”为]{0,8}$")
local TARGETS = re.new("^(?:规划|时期|期间)?(?:确定的)?[^。;,“”、未]{0,14}?(?:目标|任务|指标)(?!的?(?:关键|攻坚|重要|决胜|收官))")
local KEY = re.new("^(?:规划|时期|发展规划)?(?:目标任务|目标|任务)?的?(?:关键|攻坚|重要|承上启下|承前启后|冲刺)[^。;,“”]{0,6}年")
local IS = re.new("(?:是|也是|更是|实施|推进|完成|实现|落实)[^。;,“”]{0,8}$")
-- 实现“十四五”良好开局; “十四五”时期主要目标任务; “十三五”时期发展成就; 加快实施“十四五”规划重大工程
local OPENS = re.new("^(?:规划|时期|发展)?(?:经济社会发展)?的?[^。;,“”]{0,4}(?:良好开局|开好局|开局起步|起好步|开门红)")
local AIMS = re.new("^(?:时期|期间)(?:我国|全[国省市])?(?:经济社会发展)?的?(?:发展)?(?:主要)?(?:预期)?目标任务(?!完成|顺利)")
local PAST = re.new("^(?:时期|期间)(?:我[国省市])?(?:经济社会)?(?:发展|工作)?(?:的?主要)?(?:成就|回顾|工作回顾|发展回顾)")
local CARRIED = re.new("(?:加快实施|深入实施|全面实施|推进|落实)$")
local SINCE = re.new("^(?:规划)?(?:实施)?以来")
-- 比“十三五”末增长; 优于“十三五”目标; 由“十三五”的
local COMPARED = re.new("(?:比|较|优于|高于|低于|超过|由|从|与|过去|历史|当年|曾|二十|十年)[^。;,“”]{0,12}$")
local PREPARES = re.new("^[^。;]{0,30}(?:基础|准备|条件|前期|谋划|支撑|铺垫|创造)|^[^。;]{0,12}(?:启航|开局|起步)")

local OTHER = re.new("^[^,。;“”]{0,4}(?:普法|法治宣传)") -- they have numbers of their own

function plan_mention.read(before, after)
  if OTHER:find(after) then return nil end
  if (DRAWS:find(before) or DRAWN:find(after)) and not NO_DRAWING:find(before) and not NO_DRAWING:find(CLAUSE:match(after)) then return "drawn" end
  if KEY:find(after) and IS:find(before) then return "key" end
  if COMPLETES:find(before) and TARGETS:find(after) and not COMPARED:find(before) and not PREPARES:find(after) then return "done" end
  if OPENS:find(after) and not COMPARED:find(before) then return "opens" end
  if AIMS:find(after) and not COMPARED:find(before) and not COMPLETES:find(before) then return "opens" end
  if PAST:find(after) then return "past" end
  if CARRIED:find(before) and after:find("^规划重大") then return "done" end
  if SINCE:find(after) and not COMPARED:find(before) then return "since" end
end

local TERM, OF_TERM = 5, 3 -- reports of 2018 and 2023 tell five years
local BEFORE, AHEAD = 2, 4
local BEGUN, ENDED = 2, 2 -- years since a plan has begun well, or is looked back on
function plan_mention.fits(what, n, own)
  local first, last = fiveyear.first(n), fiveyear.last(n)
  if what == "since" then return first <= own end
  if what == "opens" then return first >= own - BEGUN and first <= own + 1 end
  if what == "past" then return last >= own - ENDED and last <= own end
  if what == "drawn" then return first >= own - BEFORE and first <= own + AHEAD end
  if own % TERM == OF_TERM and last < own then return true end
  return first <= own and last >= own - 1
end

-- The plan that is meant.
function plan_mention.meant(what, own)
  local n = 1
  while fiveyear.last(n) < own do n = n + 1 end
  if what == "opens" and fiveyear.last(n) == own then return n + 1 end
  if what == "past" and fiveyear.last(n) > own then return n - 1 end
  return what == "drawn" and n + 1 or n
end

return plan_mention
