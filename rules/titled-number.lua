local calendar = lib "calendar"
local keyed, near = lib "keyed", lib "near"

-- Note 15 — Segment Information; Note 7, Income Taxes; Appendix 3 (Fee Tables).
local WORD = [[[A-Z][A-Za-z'’-]*]]
local TITLE = WORD .. [[(?: (?:of |and |for |to |in |the |on |& )*]] .. WORD .. [[){0,5}]]
local REFERENCE = [[\b(?<word>Note|Section|Chapter|Appendix|Annex|Exhibit|Schedule|Item)\s(?<n>\d{1,3})(?:\s?[—–:]\s?|\s-\s|, ["“]?|\.? ["“]|\s\()(?<title>]]
  .. TITLE .. [[)(?![A-Za-z])]]
local NO_TITLE = re.new([[^(?:The|This|These|In|As|At|For|We|Our|It|See|And|Note|Section|Item|Part|Exhibit|Schedule|Chapter|Appendix|Annex|Table|Figure|Company|Act|Code|Rule|]] .. calendar.MONTHS .. [[)\b]])
local SHORT = 8 -- letters of a title that may be anything

local all = keyed.new()

local function note(m)
  local title = m.title:lower():gsub("’s?", ""):gsub("'s?", "")
  if NO_TITLE:find(m.title) or #title < SHORT then return end
  keyed.note(all, m.sentence.doc, m.word .. "/" .. title, m.n, m:place("n"))
end

-- Notes of the group and of its parent: each list has its heading.
local HEAD = 12 -- letters of the longest word before the number, with its blank
local function is_heading(place) return #place:before(40) <= HEAD or place.block.kind == "heading" end

local function both_headings(a, b)
  return is_heading(a.places[1]) and is_heading(b.places[1])
end

-- One digit differs, is lost or doubled, or two are swapped. Neighbours (Exhibits
-- 31 and 32, both of certifications) may share a title.
local function is_slip(a, b)
  if math.abs(tonumber(a) - tonumber(b)) == 1 then return false end
  if math.abs(#a - #b) == 1 then
    local long, short = #a > #b and a or b, #a > #b and b or a
    return long:sub(2) == short or long:sub(1, -2) == short
  end
  return near.one_slip(a, b)
end

-- Note 9, Fair Value, to the statements of our Form 10-K: of another report.
local OTHER_REPORT = re.new([[\b(?:Form 10-K|Annual Report|annual report|10-K|prospectus)\b]])
local function of_one_report(a, b)
  return (OTHER_REPORT:find(a.places[1]:after(200)) ~= nil) == (OTHER_REPORT:find(b.places[1]:after(200)) ~= nil)
end

local function is_doubtful(odd, usual) return of_one_report(odd, usual) and not both_headings(odd, usual) and is_slip(odd.text, usual.text) end

local function title_of(list) return { title = list.key:gsub("^.-/", "") } end

return {
  api = 1,
  id = "titled-number",
  severity = "warning",
  languages = { "en" },
  on = { set = true, pattern = REFERENCE },
  summary = {
    zh = "同一标题的附注（Note 15 — Segment Information）前后编号不一",
    en = "one title (Note 15 — Segment Information) stands under two numbers",
  },
  explain = {
    zh = [[“Note 15 — Segment Information”这类引用带编号和标题，同一标题的编号应当一致；两个编号只差一个数字或两位对调时报告。]],
    en = [[A reference that names number and title names the same number wherever the title is the same. Two numbers
are reported where they are a slip apart: two digits swapped, one changed, lost or added.]],
  },
  messages = {
    base = { zh = "“{title}”此处编号为 {stated}，别处为 {expected}", en = "“{title}” is number {stated} here and {expected} elsewhere" },
  },
  examples = {
    bad = {
      { [[For leases see Note 12 — Lease Commitments in the accompanying statements. More is in Note 21 — Lease Commitments.]], at = "21" },
      { [[Refer to Note 7, Income Taxes, for details. The reserve is described in Note 17, Income Taxes.]], at = "17" },
      { [[The fees are listed in Appendix 3 (Fee Tables). Appendix 3 (Fee Tables) was revised; see Appendix 8 (Fee Tables).]], at = "8" },
    },
    good = {
      [[For leases see Note 12 — Lease Commitments. More is in Note 12 — Lease Commitments, and in Note 21 — Legal Commitments.]],
      [[See Note 3, Note 13 and Section 2, The Company. In Note 13, The Company lists its offices.]],
      [[Appendix 3 (Fee Tables) and Appendix 4 (Fee Tables) list the fees of both offices.]],
      [[Item 1. Business and Item 7. Properties are incorporated. See Note 2, Revenue, and Note 12, Revenue.]],
    },
  },
  check = function(m, report)
    if m.type ~= "set" then return note(m) end
    for _, doc in ipairs(m.documents) do keyed.judge(all, doc, report, is_doubtful, title_of) end
  end,
}
