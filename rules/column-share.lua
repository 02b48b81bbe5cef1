-- Counts of a table with their shares, 323 (95): the other rows say what the
-- shares are of.
local counts = lib "count_columns"
local judged = memo() -- tables

-- The share that n is of the whole, as the column prints it.
local function computed(e, whole)
  local n = decimal((e.n:gsub(",", "")))
  local share, point = interval(n, n) * 100 / whole, e.p:find(".", 1, true)
  return lib("show").range(share, (point and #e.p - point or 0) + 1)
end

-- Where the figure stands in its cell.
local function place_of(e, name)
  local cell = name == "p" and e.beside or e.cell
  local sentence = cell.claim and cell.claim.sentence
  local from, to = cell.text:find(e.n, 1, true)
  if name == "p" then from, to = cell.text:find(e.p, e.beside and 1 or to + 1, true) end
  if not (from and sentence) or sentence.text:sub(from, to) ~= e[name] then return cell end
  return sentence:place(from, to)
end

return {
  api = 1,
  id = "column-share",
  severity = "warning",
  on = {
    pattern = {
      [=[^[\s*_]*\d[\d,]*[*†‡§¶^_\\]{0,6}\s?[(\[]\s?\d{1,3}(?:\.\d+)?\s?%?[)\]]]=],
      [=[^.{0,40}(?:%|[Pp]er ?cent|占比|比重|比例).{0,20}$]=],
    },
  },
  summary = {
    zh = "表中一行的百分比与其频数不符，其余各行所用的总数可以证明",
    en = "a count and its share in a table disagree, by the whole that the other rows are shares of",
  },
  explain = {
    zh = [[“323（95）”：一列的频数与百分比说明了总数是多少（或者同一行另一栏就是总数）。前后各行都依这个总数，
只有一行不依，而改动一处笔误就能相符的，予以报告。]],
    en = [[323 (95): the counts and shares of a column say what they are shares of, or another column holds it in the same
row. Where the rows around keep that whole and one does not, and a slip of the pen explains it, the row is reported.]],
  },
  messages = {
    column = {
      zh = "其余各行的百分比以 {whole} 为总数，{n} 应为其 {share}%，印为 {p}；请核对 {stated}",
      en = "the rows around are shares of {whole}, of which {n} is {share}%, printed {p}; check {stated}",
    },
    row = {
      zh = "各行的百分比以同行的 {whole} 为总数，{n} 应为其 {share}%，印为 {p}；请核对 {stated}",
      en = "in the other rows the share is of the same row's total; {n} is {share}% of {whole}, printed {p}; check {stated}",
    },
  },
  examples = {
    bad = {
      { "| RMB in millions | 2019 |  | 2018 |  |\n|---|---|---|---|---|\n|  | Amount | % of total | Amount | % of total |\n| VAS | 199,991 | 53% | 176,646 | 56% |\n"
          .. "| FinTech | 101,355 | 27% | 73,138 | 23% |\n| Advertising | 68,377 | 81% | 58,079 | 19% |\n| Others | 7,566 | 2% | 4,831 | 2% |\n| Total | 377,289 | 100% | 312,694 | 100% |",
        at = "81" },
      { [[
| Characteristic | No. (%) |
|---|---|
| Male | 182 (53.1) |
| Female | 161 (46.9) |
| White | 211 (61.5) |
| Black | 64 (18.7) |
| Asian | 38 (11.1) |
| Other | 30 (7.8) |
| Fever | 145 (42.3) |
| Cough | 241 (70.3) |
]], at = "7.8" },
      { [[
| Characteristic | No. (%) | Total |
|---|---|---|
| Fever | 323 (95) | 339 |
| Cough | 262 (77) | 339 |
| Pain | 289 (85) | 339 |
| Low saturation | 143 (57) | 253 |
| Tachycardia | 169 (55) | 310 |
| Tachypnea | 77 (65) | 172 |
| Intensive care | 159 (47) | 340 |
]], at = "65" },
      { [[
| 年龄 | 人数 | 占比(%) |
|---|---|---|
| 20岁以下 | 182 | 13.3 |
| 20—29岁 | 261 | 19.1 |
| 30—39岁 | 311 | 22.7 |
| 40—49岁 | 264 | 19.3 |
| 50—59岁 | 238 | 14.7 |
| 60—69岁 | 112 | 8.2 |
]], at = "14.7" },
    },
    good = {
      "| RMB in millions | 2019 |  | 2018 |  |\n|---|---|---|---|---|\n|  | Amount | % of total | Amount | % of total |\n| VAS | 199,991 | 53% | 176,646 | 56% |\n"
          .. "| FinTech | 101,355 | 27% | 73,138 | 23% |\n| Advertising | 68,377 | 18% | 58,079 | 19% |\n| Others | 7,566 | 2% | 4,831 | 2% |\n| Total | 377,289 | 100% | 312,694 | 100% |",
      [[
| Age | No. (Rate) |
|---|---|
| 15–24 | 571 (1.3) |
| 25–34 | 1,762 (3.9) |
| 35–44 | 1,831 (4.5) |
| 45–54 | 1,914 (4.5) |
| 55–64 | 1,244 (3.0) |
]],
      -- Some did not answer.
      [[
| Characteristic | No. (%) |
|---|---|
| Male | 182 (53.1) |
| Female | 161 (46.9) |
| White | 211 (61.5) |
| Black | 64 (18.7) |
| Smoker | 30 (9.9) |
| Fever | 145 (42.3) |
| Cough | 241 (70.3) |
]],
      [[
| Age | Cases (rate) |
|---|---|
| 0–4 | 182 (53.1) |
| 5–17 | 161 (26.9) |
| 18–44 | 211 (11.5) |
| 45–64 | 64 (8.7) |
| ≥65 | 145 (42.3) |
| All | 241 (20.3) |
]],
    },
  },
  check = function(m, report)
    local t = m.sentence.cell and m.sentence.cell.table
    if not t or judged[t] then return end
    judged[t] = true
    for _, f in ipairs(counts.judge(t)) do
      local e, middle = f.entry, (f.whole.low + f.whole.high) / 2
      report {
        at = place_of(e, f.name), message = f.how, stated = e[f.name], expected = f.expected, related = { e.cell, e.beside },
        values = { n = e.n, p = e.p, share = computed(e, f.whole), whole = middle:round(0):text() },
      }
    end
  end,
}
