-- “一核三翼”……推动两翼协同发展: a name that numbers its parts, and those parts told right behind it;
-- “一带两翼三区”,即甲带,乙翼、丙翼,丁区、戊区: its parts listed.
local PART = [[(?:平台|组团|基地|枢纽|通道|走廊|高地|支点|板块|新城|片区|园区|中心|[翼带区轴廊片园屏极副圈港城核心点环链群谷岛湾主网镇])]]
local NUMERAL = "[一二两三四五六七八九十]"
local NAME = "“(?<name>(?:[一二两三四五六七八九十多]" .. PART .. "){2,4})”"

local VALUES = { ["一"] = 1, ["二"] = 2, ["两"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9, ["十"] = 10 }
local EACH = re.new("(" .. NUMERAL .. "|多)(" .. PART .. ")")
local BARE = re.new("(?<![一二两三四五六七八九十多第百千各每这“])(" .. NUMERAL .. ")[个大]?(" .. PART .. ")(?![一二两三四五六七八九十多级域])")
local FAR = 120 -- code points behind the name
local BEFORE = re.new(PART .. "$")

-- Its parts and how many there are of each; nil where one is named twice.
local function parts_of(name)
  local numbers, list = {}, {}
  for n, part in EACH:gmatch(name) do
    if numbers[part] then return nil end
    numbers[part] = VALUES[n] or 0
    list[#list + 1] = part
  end
  return numbers, list
end

-- Where the definition of a name begins, and its items.
local DEFINED = re.new([[^["”]?[^,。;:、\d]{0,10}(?:[:,]|——)(?:即|就是|也就是|包括|分别是)?:?]])
local ITEM, ITEMS = re.new("[^,、;和及与]+"), re.new("^[^。:(]*")
local function listed(text, list)
  local _, to = DEFINED:find(text)
  if not to then return nil end
  local count, n = {}, 0
  for item in ITEM:gmatch(ITEMS:match(text:sub(to + 1))) do
    local found
    for _, part in ipairs(list) do
      if #item > #part and item:sub(-#part) == part then found = part end
    end
    if not found or EACH:find(item) then break end
    count[found], n = (count[found] or 0) + 1, n + 1
  end
  return count, n
end

-- The one part whose number the list misses by one, all others being as said.
local function odd_part(numbers, list, count)
  local odd
  for _, part in ipairs(list) do
    local n, told = numbers[part], count[part]
    if n == 0 or not told then return nil end
    if told ~= n and (odd or math.abs(told - n) > 1) then return nil end
    if told ~= n then odd = part end
  end
  return odd
end

local function judge_list(m, numbers, list, behind, report)
  local count, n = listed(behind, list)
  if not count or n < #list then return false end
  local odd = odd_part(numbers, list, count)
  if not odd then return false end
  report {
    at = m:place("name"), message = "listed", expected = tostring(count[odd]), severity = "warning",
    values = { part = odd, said = numbers[odd], listed = count[odd] },
  }
  return true
end

-- The first of them told behind, with what is said of it in the name.
local function told_behind(numbers, behind)
  local at = 1
  while true do
    local from, to, n, part = BARE:find(behind, at)
    if not from then return end
    local said = numbers[part]
    if said and said > 1 and VALUES[n] > 1 and not BEFORE:find(behind:sub(1, from - 1)) then
      return said, n, from, to
    end
    at = to + 1
  end
end

return {
  api = 1,
  id = "structure-name",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = NAME },
  summary = {
    zh = "名称中的数目与随后所说、所列不符（“一核三翼”……推动两翼发展）",
    en = "a name that numbers its parts, told or listed right behind with another number",
  },
  explain = {
    zh = [[“一核三翼”“一带两翼三区”说明各有几个；同句随后说到“两翼”，或列举的翼只有一个、多出一个时报告。]],
    en = [[Names such as 一核三翼 (one core, three wings) number their parts. Reported where the sentence goes on with another
number of one of them, or lists one more or fewer.]],
  },
  messages = {
    base = { zh = "名称为“{name}”，此处为“{stated}”", en = "the name is {name}, but {stated} here" },
    listed = { zh = "“{part}”说是 {said} 个，列出 {listed} 个", en = "{said} of {part} are said, {listed} are listed" },
  },
  examples = {
    bad = {
      { [[构建“一核三翼”发展格局,做强核心区,推动两翼协同发展。]], at = "两翼" },
      { [[优化“一城四园”创新布局,统筹推进五园提质。]], at = "五园" },
      { [[加快建设“一主三副”城市体系,做强两个副中心。]], at = "两个副" },
      { [[构建“一带两翼三区”空间布局,即滨江发展带,东翼、西翼,生态区、农业区。]], at = "一带两翼三区" },
    },
    good = {
      [[构建“一核三翼”发展格局,做强核心区,推动三翼协同发展,融入“一带一路”。]],
      [[构建“一带两翼三区”空间布局,即滨江发展带,东翼、西翼,生态区、农业区、工业区。]],
      [[紧扣“两中心两地”战略定位和“三中心一走廊”新要求,打造第二核心区,各区四镇联动。推进“三区两园”开发,完善五区。]],
    },
  },
  check = function(m, report)
    local numbers, list = parts_of(m.name)
    if not numbers or #list < 2 then return end
    local behind = m:place("name"):after(FAR)
    local stop = behind:find("。", 1, true)
    behind = stop and behind:sub(1, stop - 1) or behind
    if judge_list(m, numbers, list, behind, report) then return end
    local said, n, from, to = told_behind(numbers, behind)
    local _, base = m.sentence.text:find(m.name .. behind, 1, true)
    if not said or not base then return end
    local place = m.sentence:place(base - #behind + from, base - #behind + to)
    if math.abs(VALUES[n] - said) == 1 then -- 三区两园……五区: other ones
      report { at = place, related = m:place("name"), values = { name = m.name } }
    elseif VALUES[n] == said then
      report.agrees { at = place, related = m:place("name"), how = said .. " = " .. n }
    end
  end,
}
