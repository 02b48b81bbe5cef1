-- other_whole: whether a share is of another whole than the one it is held
-- against, by what the words around it say.
--
-- In: a SHARE_OF link or its rate, a whole. Out: true where it is.

local fit = lib "share_fit"
local other = {}

local SAID = 90 -- strength of a link whose whole is beyond doubt

-- 卫生健康支出52亿元,民生支出占比达82%: the share is of another that is named.
local NAMED = re.new("(?:^|[,;。、])(?:其中)?[,:]?(?:全[省市县区国])?([一-龥]{2,12}?)占比[一-龥]{0,4}$")
local FIRST = re.new("^[一-龥]{2}")
local function is_told(part, rate)
  local name = NAMED:match(rate:before(24))
  local head = name and FIRST:match(name)
  if not head then return false end
  return not (part:before(24) .. part.subject .. part.indicator):find(head, 1, true)
end

-- 余额8亿元,坏账准备0.4亿元,账面价值7.6亿元,坏账计提比例5%: without 占, of another
-- figure of the sentence.
local function fits_another(link, whole)
  local rate = link.rate
  if rate.doc.lang ~= "zh" or rate:before(48):match("[^;]*$"):find("占", 1, true) then return false end
  for i = rate.index - 1, 1, -1 do
    local c = rate.doc.claims[i]
    if c.sentence ~= rate.sentence then break end
    local share = c.index ~= whole.index and c.unit == whole.unit and fit.share(c, whole)
    if share and share:meets(fit.meant(rate)) then return true end
  end
  return false
end

-- 经济建设支出137亿元,占预算数的97.0%: of its own budget, which is not told.
local OWN = re.new("占(?:其|本|年初|全年|年度|调整)?(?:预算|计划|任务|目标)(?:数|额)?的?$")

-- 6,059 (26%) of those tested and 97,796 (26%) of the others: has a share of its own.
local SHARED = re.new([[^ ?\(\d[\d.]*%\)]])
local JOINED = re.new([[ (?:and|or) $]])
local function has_share(rate, whole)
  return whole.index > rate.index and SHARED:find(whole:after(10)) ~= nil and JOINED:find(whole:before(5)) ~= nil
end

-- 外国人5126.8万人次,其中免签入境外国人1589万人次,占入境外国人62.1%: of those that came in.
local WHOSE = re.new("占([一-龥]{3,12}?)(?:的|总[数量额]|比重|比例|为|达)*$")
local WIDE = re.new("^(?:[我全][国省市区县]|全部|总|同期|全年|当[年月期]|整个|本[省市区县年]|社会|其|所有|各类)*$")
local function is_narrower(rate, whole)
  if rate.doc.lang ~= "zh" or whole.name == "" then return false end
  local name = WHOSE:match(rate:before(20))
  if not name or #name <= #whole.name or name:sub(-#whole.name) ~= whole.name then return false end
  local lead = name:sub(1, -#whole.name - 1)
  return not WIDE:find(lead) and not whole:before(30):find(lead, 1, true)
end

-- 收入673.9亿元,……采购额91.49亿元,占同类采购总额的88.73%: far from what it would be, and no
-- slip of the pen, it is of what is not told. 三类海水占4.1%, 第107届: grades.
local FAR_LOW, FAR_HIGH = decimal(2), decimal(3) -- as 1 to 1.5
local GRADE = { ["类"] = true, ["届"] = true, ["级"] = true, ["期"] = true }
local function is_far(computed, stated)
  if not (computed.low and computed.high and stated.low and stated.high) then return false end
  return computed.low * FAR_LOW > stated.high * FAR_HIGH or computed.high * FAR_HIGH < stated.low * FAR_LOW
end

-- 占粮食种植面积的近50%: the whole by its name.
local OF_WHOLE, NAME = re.new("占([^,。;]*)$"), 6 -- bytes
local function is_named(rate, whole)
  local said = OF_WHOLE:match(rate:before(48))
  for _, name in ipairs(said and { whole.name, whole.indicator } or {}) do
    if #name >= NAME and said:find(name, 1, true) then return true end
  end
  return false
end

-- A row of a broken table: | a | 5 | 10% |.
local rows = memo()
local function is_row(sentence)
  if rows[sentence] == nil then rows[sentence] = sentence.text:find(" | ", 1, true) ~= nil end
  return rows[sentence]
end

-- 对欧盟、美国分别进出口5.51万亿元、4.67万亿元,分别占……: one is no whole of the other.
local function are_listed(link, whole)
  local part = link.members[1]
  return part.list ~= nil and part.list == whole.list and part.doc.lang == "zh"
end

-- Cells of two years in one row, neither in the rate's column; 人均 of a whole.
local EACH = re.new("人均|户均|亩均")
local function is_unlike(link, whole)
  local part, cell = link.members[1], link.rate.sentence.cell
  local p, w = part.sentence.cell, whole.sentence.cell
  if not cell and is_row(link.rate.sentence) then return true end
  if cell and p and w and p.row == w.row and p.row ~= cell.row then
    return p.column ~= cell.column and w.column ~= cell.column
  end
  return EACH:find(part.name) ~= nil or EACH:find(part:before(24)) ~= nil and not EACH:find(whole:before(24))
end

function other.is(link, whole)
  local part, rate = link.members[1], link.rate
  if part:before(1) == "/" then return true end -- 0.77 infections/1,000 persons (0.077%)
  return has_share(rate, whole) or is_told(part, rate) or OWN:find(rate:before(12)) ~= nil or fits_another(link, whole)
end

-- Where no slip of the pen tells why it differs from what was computed.
function other.is_left(link, whole, computed)
  local rate = link.rate
  if is_narrower(rate, whole) then return true end
  if rate.doc.lang ~= "zh" or link.strength >= SAID then return false end
  return is_far(computed, fit.meant(rate)) and not is_named(rate, whole) or GRADE[link.members[1].unit_text] == true
end

-- The two make no part and whole.
function other.is_apart(link, whole)
  return are_listed(link, whole) or is_unlike(link, whole)
end

return other
