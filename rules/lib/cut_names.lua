-- cut_names: how else the names before 分别 (respectively) may be cut, or the
-- figures read.
--
-- In: a RESPECTIVE link, its figures, the names it has at least and at most. Out:
-- true where another cut may fit.

local named = {}

-- 东部、中部、西部和东北地区投资分别: 和 joins the last of names of two characters;
-- longer ones may hold it (社会保障和就业支出, 船舶和海洋工程装备).
local JOINED = re.new("^[一-龥]{2}和[一-龥]{2}(?![一-龥]{0,4}业)[一-龥]*$")
local SHORT = 6 -- bytes
-- 高技术制造业贷款、涉农贷款和民营贷款同比增速: each name ends in the same word.
local WORD_END = re.new("[一-龥]{2}$")
local function ends_alike(texts)
  local word = WORD_END:match(texts[1])
  for i = 2, #texts - 1 do
    if not word or texts[i]:sub(-#word) ~= word then return false end
  end
  local from, to = texts[#texts]:find(word .. "和", 1, true)
  return from ~= nil and texts[#texts]:find(word, to + 1, true) ~= nil
end
function named.joins_last(link, n, fewest, most)
  local k = #link.names
  if k < 3 or n ~= fewest or most ~= fewest + 1 or link.doc.lang ~= "zh" or not link.anchor.text:find("^分别") then return false end
  local texts = {}
  for i, name in ipairs(link.names) do texts[i] = name.text end
  if lib("parted").are_known(texts) or ends_alike(texts) then return true end -- 对欧盟、美国、日本和韩国
  for i = 1, k - 1 do
    if #link.names[i].text ~= SHORT then return false end
  end
  return link.names[k]:before(1) == "、" and JOINED:find(link.names[k].text) ~= nil
end

-- Lists that are cut in other ways: 大专及以上学历、35岁及以下、女性 begins before a
-- figure; 步行街、商圈客流量、营业额 are two measures; 汽车、电池等高技术、高附加值产品
-- names two things.
local BOUND = re.new("^[岁人家个]?(?:及?以[上下内])")
-- 销售商品、提供劳务收到的现金 is one item of an account; 销售费用,管理费用、财务费用
-- are three, a comma among them.
local ITEM = re.new("^(?:提供|接受)劳务[一-龥]{0,3}的现金")
local COMMA_NAME = re.new("(?:^|[,。;:])[一-龥]{2,12}(?:\\([^()]{1,12}\\))?,$")
local MEASURE, OPEN = re.new("(?:[量额率数值]|收入)(?:同比|较[一-龥]*|比[一-龥]*)?$"), re.new("等")
local function is_cut(link, n, most)
  if link.doc.lang ~= "zh" then return false end
  if n > most and (link.names[1]:before(1) == "、" or BOUND:find(link.names[1].text)) then return true end
  if #link.names == 2 and ITEM:find(link.names[2].text) then return true end
  if n == most + 1 and COMMA_NAME:find(link.names[1]:before(24)) then return true end
  local measures = 0
  for i, name in ipairs(link.names) do
    if OPEN:find(name.text) and i == n then return true end
    if MEASURE:find(name.text) then measures = measures + 1 end
  end
  return n > 1 and measures == n and #link.names > n and not MEASURE:find(link.names[1].text)
end

-- 18.3%, 135 and 499 bp below: the first is of another kind; 6.3% and 6.2% to 6.5% and
-- 6.4%: two lists; between February and April: all months; a sentence whose head stands
-- in the block before.
local TO, BETWEEN, HEADLESS = re.new([[\d%? to \d]]), re.new([[^between\b]], "i"), re.new([=[^[a-z]]=])
local function of_other_form(link, n, most)
  local members, names = link.members, link.names
  if n > 1 and members[1].unit ~= "" and members[1].unit ~= members[2].unit and members[1].kind ~= members[2].kind then return true end
  for _, m in ipairs(members) do
    if TO:find(m.text) then return true end
  end
  if names[1] and BETWEEN:find(names[1].text) then return true end
  return n > most and HEADLESS:find(link.anchor.sentence.text) ~= nil
end

function named.are_otherwise(link, n, most)
  if link.doc.lang == "en" then return of_other_form(link, n, most) end
  return is_cut(link, n, most)
end

return named
