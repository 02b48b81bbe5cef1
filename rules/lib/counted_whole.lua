-- counted_whole: numbers of what has no parts, printed with decimals.
--
-- In: a match of the pattern. Out: the claim, or nil where it is a mean or a ratio.

local counted_whole = {}

-- 集装箱吞吐量达到5150.6标准箱: there are no parts of what is counted.
local COUNTED = "人(?![次均民口]|/)|列|户(?![均口])|家|辆|台(?!套)|座|标准箱|件|所|名|枚|艘|架|栋|头|羽"
  .. "|[个项条处只位次张](?!百分|月|小时|工作日|基点|点|单位|[、和])|套(?!房)|本|场|例|起|宗|株|间|幢|盏|杆"
counted_whole.pattern = "(?<unit>)(?<![0-9.,])[0-9][0-9,]*\\.[0-9]+(?:" .. COUNTED .. ")"
local WHOLE = re.new([[\.[0-9]+(?:]] .. COUNTED .. [[)$]])
-- What is counted by the head is said in the sentence, what is a ratio in the clause.
local OWN, CLAUSE, EACH = re.new("[^。;]*$"), re.new("[^,。;、]*$"), re.new("[均每]|户均|人均")
local MEAN = re.new("千人|万人口|\\d万人|万车|百户|万台|[率比]|相当于|约合|拥有量|保有量|亿元(?:GDP|国内生产总值|地区生产总值|生产总值)|百万吨|十万人|密度|规模|指数|强度|系数|折算|折合|当量")
local TURNS = re.new("周转[^。;]*$") -- 周转率1.59次,去年同期为1.68次
local function is_mean(before) return EACH:find(OWN:match(before)) or TURNS:find(before) or MEAN:find(CLAUSE:match(before)) end
local HALF = re.new("\\.5$")
function counted_whole.broken(m)
  for _, claim in ipairs(m.sentence.claims) do
    local same = claim.is_claim and claim.kind == "count" and claim.scale:eq(1) and claim.decimals > 0 and m.text == claim.text
    local opens = same and claim.sentence.text:find(claim.text, 1, true) == 1 -- 6.125个项目: the sixth item
    if same and claim.unit == "枚" and HALF:find(claim.number_text) then return nil end -- medals that two share
    if same and not opens and not is_mean(claim:before(90)) and not claim.sentence.cell then
      return claim
    end
  end
end

function counted_whole.is(m) return WHOLE:find(m.text) ~= nil end

return counted_whole
