-- A code (trial AP-007-A, the 18-B program, Regulation 2019/1021) is written
-- alike wherever it stands. Codes of one series differ in a digit by right, so
-- that only swapped digits, or one that is lost, are a slip.
local near, codes = lib "near", lib "codes"

local CODES = {
  [[(?<![\w/.-])(?<word>)(?<code>[A-Z][A-Za-z]{0,7}-?\d{2,}(?:-?[A-Za-z]{1,3}\d{0,3})?)(?![\w/]|-\w|\.\d)]],
  [[(?<![\w$€£/.,-])(?<word>)(?<code>\d{1,4}-[A-Z])(?![\w/-])]],
  [[\b(?<word>Resolution|Regulation|Directive|Form|Circular|Notice|Rule|Bill|Patent|Decree|Ordinance|Public Law|Executive Order)\s(?:No\.\s|\((?:EU|EC|EEC)\)\s(?:No\.?\s)?)?(?<code>\d[\d/-]*\d(?:-[A-Z])?)(?![\w%/]|[.,]\d|-\w)]],
}
local MONTHS = re.new([[^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|FY|Q|H|CY)]])
local AGAIN, OFTEN = 2, 3 -- times that the usual code stands: where digits are swapped, where one is lost

local found = memo() -- of each document: codes of one skeleton

-- A digit is lost: 18-B and 8-B.
local function is_short(rare, usual)
  if #usual ~= #rare + 1 then return false end
  for i = 1, #usual do
    if usual:sub(1, i - 1) .. usual:sub(i + 1) == rare then return usual:sub(i, i):find("%d") ~= nil end
  end
  return false
end

-- Codes of 12 and 21 both stand in a text of tables; 12 with 13 to 20 is a row.
local function slip_of(rare, list)
  local usual
  for _, code in ipairs(list) do
    if code ~= rare then
      local swapped = #code.places >= AGAIN and near.turned(rare.text, code.text)
      local short = #code.places >= OFTEN and is_short(rare.text, code.text)
      if swapped or short then
        if usual then return nil end
        usual = code
      end
    end
  end
  return usual
end

local function note(m)
  if not MONTHS:find(m.code) then codes.note(found, m, m.word .. "/" .. m.code:gsub("%d+", "#")) end
end

local FEW = 4 -- more codes of one skeleton are a series

return {
  api = 1,
  id = "code-number",
  severity = "warning",
  state = "preview",
  languages = { "en" },
  on = { set = true, pattern = CODES },
  summary = {
    zh = "编号（AP-007-A、18-B）前后写法不一",
    en = "a code with a number in it (AP-007-A, the 18-B program) is written in two ways",
  },
  explain = {
    zh = [[同一编号在文中多次出现，其中一处两个数字对调或少一个数字。同类编号多于四种的视为一个系列，不判断。]],
    en = [[Of a code that stands several times one place has two digits swapped, or one lost. Where a text has more
than four codes of one form they are a series, and nothing is said.]],
  },
  messages = {
    base = { zh = "编号此处为“{stated}”，别处为“{expected}”", en = "the code is “{stated}” here and “{expected}” elsewhere" },
  },
  examples = {
    bad = {
      { [[Lawyers are paid under the 18-B program. The 18-B panel has 900 lawyers. Most 18-B lawyers work alone, and Article 8-B sets the fees.]],
        at = "8-B", nth = 4 },
      { [[Patients came from trial AP-007-A. As reported for AP-007-A, pain fell. The findings support those of study AP-070-A.]],
        at = "AP-070-A" },
      { [[Waste is handled under Regulation 2019/1021. Regulation 2019/1021 lists the substances. Operators report under Regulation 2019/1012.]],
        at = "2019/1012" },
      { [[The council adopted Resolution 2231 in July. Under Resolution 2231 the panel reports. Resolution 2213 entered into force.]],
        at = "2213" },
    },
    good = {
      [[Patients came from trial AP-007-A. As reported for AP-007-A, pain fell. Study AP-008-A is under way, and AP-017-A is planned.]],
      [[We file Form 10-K, Form 10-Q and Form 8-K. Form 10-K is yearly; the Form 10-K has four parts.]],
      [[Tables T12, T13, T14, T15, T21 and T12 again; see T12.]],
      [[Waste is handled under Regulation 2019/1021. Regulation 2019/1148 is on explosives; Regulation 2019/1021 lists the substances.]],
    },
  },
  check = function(m, report)
    if m.type ~= "set" then return note(m) end
    for _, doc in ipairs(m.documents) do
      for _, list in ipairs(codes.groups(found, doc)) do
        for _, rare in ipairs(#list <= FEW and list or {}) do
          local usual = #rare.places == 1 and slip_of(rare, list)
          if usual then
            codes.report(report, rare, usual)
          elseif #rare.places >= AGAIN and #list == 1 then
            report.agrees { at = rare.places[1], related = rare.places, how = rare.text }
          end
        end
      end
    end
  end,
}
