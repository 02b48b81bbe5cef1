-- “四位一体”总体布局, 中央九项规定: a name that is written with one number
-- everywhere has another here.
local rows = lexicon("zh/fixed-name")
local NUMERAL = "[一二三四五六七八九十两百千万]"
local WAYS = { ["二"] = "两" } -- 二个维护 is no other number

-- What stands before and behind the number of each name. Names that begin with
-- it, or with a quotation mark and it, are sought by what stands behind.
local names, wholes, tails, inside = {}, {}, {}, {}
for i = 1, #rows do
  local before, after = rows[i].name:match("^(.-)N(.*)$")
  names[i] = { before = before, after = after }
  if before == "" then
    tails[#tails + 1] = after
  elseif before == "“" then
    inside[#inside + 1] = after
  else
    wholes[#wholes + 1] = before .. NUMERAL .. after
  end
end

local row_of, is_right = {}, {} -- by row: the numbers that are right
for i = 1, #rows do
  row_of[rows[i].name] = row_of[rows[i].name] or i
  is_right[i] = {}
  for number in rows[i].number:gmatch("[^|]+") do is_right[i][number] = true end
end

-- The row of a text by one of its numerals, and that; quotation marks before a
-- numeral are of names that begin with them, and of no others.
local ANY = re.new(NUMERAL)
local function find_row(text, marked)
  local from, to = ANY:find(text)
  while from do
    local i = row_of[text:sub(1, from - 1) .. "N" .. text:sub(to + 1)]
    if i and (names[i].before == "“") == marked then return i, text:sub(from, to) end
    from, to = ANY:find(text, to + 1)
  end
end

-- The name with its number, and where it stands; nil where the number is longer.
local HEAD = re.new("(?<!" .. NUMERAL .. ")(?<!第)(" .. NUMERAL .. ")$")
local function named(m)
  local place, text = m:place(), m.text
  if m.whole ~= "" then return text, place end
  local head = HEAD:match(place:before(4))
  if not head then return nil end
  text = head .. text
  if place:before(2) == "“" .. head then return text, nil, "“" .. text end
  return text
end

-- The first places at which the document writes the name as everybody does.
local TOLD = 3
local function sought(doc, name)
  local out = {}
  for _, s in ipairs(doc.sentences) do
    local from, to = s.text:find(name, 1, true)
    if from then out[#out + 1] = s:place(from, to) end
    if #out == TOLD then break end
  end
  return out
end

-- “两基”攻坚 may have been explained as “两基”.
local QUOTED = re.new("^[^”]*”")
local function written(doc, name)
  local out = sought(doc, name)
  local short = #out == 0 and QUOTED:match(name)
  return short and sought(doc, short) or out
end

-- “四农”工作: two patterns may find one name.
local told = memo()
local function is_told(m)
  local places, at = told[m.sentence] or {}, m:place():before(90)
  told[m.sentence] = places
  local before = places[at]
  places[at] = true
  return before
end

-- Where the text stands in the sentence of the match.
local function place_of(m, text)
  local from, to = m.sentence.text:find(text, 1, true)
  return from and m.sentence:place(from, to) or m:place()
end

return {
  api = 1,
  id = "fixed-name",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = {
      "(?<whole>(?<!" .. NUMERAL .. ")(?<!第)(?:" .. table.concat(wholes, "|") .. "))",
      "(?<whole>)(?<=" .. NUMERAL .. ")(?:" .. table.concat(tails, "|") .. ")",
      "(?<whole>)(?<=“" .. NUMERAL .. ")(?:" .. table.concat(inside, "|") .. ")",
    },
  },
  summary = {
    zh = "固定提法中的数字有误（“四位一体”总体布局，中央九项规定）",
    en = "a name that everybody writes with one number has another",
  },
  explain = {
    zh = [[“五位一体”总体布局、中央八项规定、“两不愁三保障”等提法的数字是固定的（词表 zh/fixed-name）。]],
    en = [[The numbers of such names are fixed; they are rows of the lexicon zh/fixed-name.]],
  },
  messages = {
    base = {
      zh = "此处的固定提法为“{name}”",
      en = "this name is written “{name}”",
    },
  },
  examples = {
    bad = {
      { [[更好发挥中央和地方三个积极性。]], at = "中央和地方三个积极性" },
      { [[统筹推进“四位一体”总体布局。]], at = "四位一体”总体布局" },
      { [[严格执行中央九项规定精神。]], at = "中央九项规定" },
      { [[“两不愁四保障”全面实现。]], at = "两不愁四保障" },
      { [[共建“一带二路”走深走实。]], at = "一带二路" },
      { [[落实中央二号文件精神。]], at = "中央二号文件" },
      { [[按照“四个有利于”的标准推进改革。]], at = "“四个有利于”的标准" },
    },
    good = {
      [[推动福建与金马“小四通”,率先与金门、马祖地区通水、通电、通气、通桥。抓好教风、学风、校风“三风”建设。坚持“三个结合”:与主题教育结合。建设“四大家园”,落实“五个面向”“两个统筹”“三个健康”,开展“三下基层”,百行百业,十年磨三剑。]],
      [[统筹推进“五位一体”总体布局,坚定“四个自信”,做到“两个维护”;严格执行中央八项规定精神,“两不愁三保障”全面实现。]],
      [[推进“双随机、一公开”监管,打好七大攻坚战,“三公”经费下降3%,建立“三位一体”机制。]],
    },
  },
  check = function(m, report)
    local text, place, quoted = named(m)
    local i, numeral = nil, nil
    if text then i, numeral = find_row(text, false) end
    if quoted then
      local k, other = find_row(quoted, true)
      if k and (not i or k < i) then i, numeral, text = k, other, quoted end
    end
    if not i then return end
    if is_right[i][numeral] or is_right[i][WAYS[numeral] or numeral] or is_told(m) then return end
    local name = rows[i].name:gsub("N", (rows[i].number:match("^[^|]+")))
    local shown = name:gsub("^“", ""):gsub("”$", "")
    report { at = place or place_of(m, text), related = written(m.doc, name), stated = text, expected = name, values = { name = shown } }
  end,
}
