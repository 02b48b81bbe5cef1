-- run_together: names that are written without a mark between them before 分别
-- (城乡居民收入分别增长5%, 粮肉奶产量分别稳定在800亿斤、160亿斤).
--
-- count(before, values, n): how many figures the words of the clause before 分别 ask
-- for; nil where no such word stands there, where the clause names more (东中西部城乡,
-- 城乡居民和……), or where one bound is for each (n is 1: 均在95%以上).

local run_together = {}

local rows = lexicon("zh/run-together")
local RUN = re.new("(?<run>" .. rows:any("word") .. ")(?<noun>[^、和与及等\\d]{0,14})$")
local JOINED = re.new("[、和与及各东中西部省市县]$")
local OF_MORE = re.new("两|二|三|各|比|差距|分别|[量值额率数价].*[量值额率数价]|收支|进出|存贷")
local SHARED = re.new("以[上下内]$|^[约近]?100%$")
function run_together.count(before, values, n)
  local run, noun = RUN:match(before)
  if not run or OF_MORE:find(noun) or n == 1 and SHARED:find(values) then return nil end
  if JOINED:find(before:sub(1, -#run - #noun - 1)) then return nil end
  return tonumber(rows:find(run).number)
end

return run_together
