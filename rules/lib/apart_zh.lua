-- apart_zh: signs in the text that two Chinese figures are of two things, whatever
-- their slots have in common: opposites (进口数量, 出口数量), the names before
-- brackets (云南(26%), 福建(19.5%)), the years of their sentences, a rounded
-- figure, money that is only called money, paragraphs of a list of places; ordinals,
-- bases, times and numbers of items, parts of a sum.
--
-- say(a, b): do the two claims stand apart by one of these?

local figures = lib "figures"
local apart = {}

-- What stands right before a figure, in its clause.
local CLAUSE = re.new("[^,。;:()]*$")
local OPPOSITES = { { "进口", "出口" }, { "顺差", "逆差" }, { "收入", "支出" }, { "城镇", "农村" }, { "男性", "女性" }, { "生产性", "非生产性" }, { "财政部门", "地方" } }
local FAR, NEAR = 60, 30

local function told(claim) return CLAUSE:match(claim:before(FAR)) or "" end

-- Only one of the two words: which, 0 for none or both.
local function pole(text, pair)
  local x, y = text:find(pair[1], 1, true), text:find(pair[2], 1, true)
  return x and not y and 1 or y and not x and 2 or 0
end

local function are_opposed(a, b)
  local x, y = told(a), told(b)
  for _, pair in ipairs(OPPOSITES) do
    if pole(x, pair) * pole(y, pair) == 2 then return true end
  end
  return false
end

-- 云南(26%), 福建(19.5%)
local NAMED = re.new("([一-龥A-Za-z]{2,12})\\(\\+?$")
local function are_named_apart(a, b)
  local x, y = NAMED:match(a:before(NEAR)), NAMED:match(b:before(NEAR))
  return x ~= nil and y ~= nil and x ~= y
end

-- 1978年到1987年……; 1988年到1997年……: sentences that share no year.
local YEAR = re.new("(?<!\\d)((?:19|20)\\d\\d)年")
local years = memo()
local function years_of(sentence)
  local out = years[sentence]
  if not out then
    out = { n = 0 }
    for year in YEAR:gmatch(sentence.text) do out.n, out[year] = out.n + 1, true end
    years[sentence] = out
  end
  return out
end
local function share_no_year(a, b)
  local x, y = years_of(a.sentence), years_of(b.sentence)
  if x.n == 0 or y.n == 0 then return false end
  for year in pairs(x) do
    if year ~= "n" and y[year] then return false end
  end
  return true
end

-- 2200万吨 and 2240万吨: one may be the other, rounded to its last digit that is not 0.
local ROUND = re.new("^[1-9]\\d*?(00+)$")
local function is_rounded(a, b)
  local zeros = ROUND:match(a.number_text)
  if not (zeros and a.value and b.value) or a.unit ~= b.unit then return false end
  local gap, step = (a.amount.low or a.low) - (b.amount.low or b.low), a.factor
  for _ = 1, #zeros do step = step * 10 end
  return (gap:abs() * 2):le(step)
end

-- 安排资金130亿元, 下达资金12亿元: money for whatever follows.
local MONEY = re.new("^(?:补助|专项|财政|中央|各类|扶持|奖补)*(?:资金|经费|投资|补贴|贷款)$")
local function is_any_money(claim) return MONEY:find(claim.name) ~= nil end

-- 洛阳GDP总量8325亿元……; 榆林GDP总量8235亿元……: paragraphs that begin alike but for
-- whom they are of. Four of them are a list of places or firms.
local MEMBERS, TAIL, NAME = 4, 9, 6 -- bytes of what they have in common, and not
local BEGINS = re.new("^([^\\d,。;:、(]{4,20}?)\\s*\\d")
local families = memo()
local function family_of(block)
  local begins = BEGINS:match(block.text)
  begins = begins and begins:gsub("%s", "") or ""
  if #begins < TAIL + NAME then return nil end
  return begins:sub(-TAIL), begins:sub(1, NAME)
end
local function count_families(doc)
  local out = {}
  for _, block in ipairs(doc.blocks) do
    local tail, name = family_of(block)
    if tail then
      local family = out[tail] or { n = 0 }
      out[tail] = family
      if not family[name] then family.n, family[name] = family.n + 1, true end
    end
  end
  return out
end
local function are_siblings(a, b)
  local x, left = family_of(a.block)
  local y, right = family_of(b.block)
  if not x or x ~= y or left == right then return false end
  families[a.doc] = families[a.doc] or count_families(a.doc)
  return families[a.doc][x].n >= MEMBERS
end

-- 第三个解锁期……313人。第四个解锁期……308人: the paragraphs are of two.
local ORDINAL = re.new("(第[一二三四五六七八九十\\d]{1,3}(?:个|期|次|批|届|轮|季度))")
local function ordinals(claim)
  local out = {}
  for word in ORDINAL:gmatch(claim.block.text) do out[word] = true end
  return out
end
local function are_of_two(a, b)
  local x, y = ordinals(a), ordinals(b)
  local only_x, only_y = false, false
  for word in pairs(x) do only_x = only_x or not y[word] end
  for word in pairs(y) do only_y = only_y or not x[word] end
  return only_x and only_y
end

-- 15个转移平台落地项目2200个: one of them counts what the noun is of.
local MARKS = re.new("[,;:。、(]")
local function share_noun(a, b)
  if a.sentence ~= b.sentence then return false end
  if b.index < a.index then a, b = b, a end
  local gap = figures.gap(a, b, 40)
  return gap ~= nil and not MARKS:find(gap)
end

-- 同比增长0.9%, 环比增长6.7%.
local function on_two_bases(a, b)
  return a.base_cue_value ~= b.base_cue_value and a.base_cue ~= "" and b.base_cue ~= ""
end

-- 4.166家外资企业获批 in a list of contents: its number is 4.
local function is_numbered(a, b)
  return a.number_text:find("^%d%d?%." .. b.number_text:gsub("%p", "%%%0") .. "$") ~= nil
end

-- 21时许, 12时30分: hours of two days.
local CLOCK = re.new("^(?:时|许|点|分|刻)?$")
local function is_clock(a) return CLOCK:find(a.name) ~= nil and a.unit == "" end

-- 前三季度 and 9月份, 上年 and 本年, in texts that have no year of their own; 一季度……,
-- 上半年……,全年…… tells three.
local TIMES = { re.new("季度"), re.new("半年"), re.new("全年"), re.new("月份|个月|\\d月") }
local PAST, NOW = re.new("上年|去年|前年"), re.new("本年|今年")
local LAST_WORDS = re.new("[^。;]{0,24}$")
local function times_of(text)
  local n, last = 0, nil
  for i, kind in ipairs(TIMES) do
    if kind:find(text) then n, last = n + 1, i end
  end
  return last, n
end
local function of_two_times(a, b)
  local left, right = LAST_WORDS:match(a:before(24)) or "", LAST_WORDS:match(b:before(24)) or ""
  if a.sentence == b.sentence and (PAST:find(left) and NOW:find(right) or NOW:find(left) and PAST:find(right)) then return true end
  local x, y = times_of(left), times_of(right)
  if x and y then return x ~= y end
  local timed = x and a or y and b
  return timed ~= nil and select(2, times_of(timed.sentence.text)) > 2
end

-- 加沙城26人死亡,汗尤尼斯36人死亡: together they are the 62 of the heading.
local MANY = 24 -- figures of a sentence
local function is_addend(a, b)
  local claims = a.sentence.claims
  for _, c in ipairs(a.value and b.value and #claims <= MANY and claims or {}) do
    if c.index ~= a.index and c.value and c.unit == a.unit and a.value + c.value == b.value then return true end
  end
  return false
end

-- 9、法国……7月终值44。11、日本……7月终值53.7: items of a list of news, each of its own.
local ITEM = re.new("^[\\s*]*\\d{1,2}[、.]\\s*")
local SHORT_NAME = 12 -- bytes
local function of_two_items(a, b)
  local x, y = a.block, b.block
  if x == y or #a.name > SHORT_NAME then return false end
  local _, from = ITEM:find(x.text)
  local _, start = ITEM:find(y.text)
  return from ~= nil and start ~= nil and x.text:sub(from + 1, from + 6) ~= y.text:sub(start + 1, start + 6)
end

-- 甲,男,54岁;乙,男,45岁
local function are_bare_ages(a) return a.kind == "age" and a.name == "" end

local function is_one_way_apart(a, b) return is_addend(a, b) or is_numbered(a, b) or is_rounded(a, b) end

function apart.say(a, b)
  return of_two_items(a, b) or of_two_times(a, b) or is_one_way_apart(a, b) or is_one_way_apart(b, a) or is_clock(a) or are_of_two(a, b) or share_noun(a, b)
    or on_two_bases(a, b) or are_bare_ages(a) or lib("two_lists").are(a, b)
    or are_opposed(a, b) or are_named_apart(a, b) or share_no_year(a, b) or is_any_money(a) and is_any_money(b)
    or are_siblings(a, b)
end

return apart
