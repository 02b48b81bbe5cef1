-- turned_zh: does a Chinese sentence turn to another thing between two figures?
-- 由8.4%增至10.1%,而同期美国则下降了0.5个百分点; 上半年增长7.9%,预计全年可达8%以上;
-- 有30%来自中方,而外方出资中,有60%以上来自港澳台.
--
-- between(a, b): true where it does; claims or places of one sentence, in any order.

local figures = lib "figures"

local turned = {}

local FAR = 150
local TURNS = re.new("[,;。](?:而|但|却|同期|反观|相比之下|与此同时|现在|如今|目前则|(?:今年|明年|预计|预期)[^,。;]{0,6}(?:全年|明年|今年)|全年预计)|,(?:今年|明年)?全年[^,。;]{0,4}预计|却完成|相当于")

function turned.between(a, b)
  if a.sentence ~= b.sentence then return false end
  for _, pair in ipairs { { a, b }, { b, a } } do
    local gap = figures.gap(pair[1], pair[2], FAR)
    if gap then return TURNS:find(gap) ~= nil end
  end
  return false
end

return turned
