-- A figure of the text, or of a later table, against the cell it restates:
-- brought to one scale and precision, then compared digit by digit.

local near = lib "near"
local show = lib "show"
local restated = lib "restated"

local function label(cell)
  local parts = {}
  for _, s in ipairs { cell.subject, cell.indicator } do
    if s ~= "" then parts[#parts + 1] = s end
  end
  return table.concat(parts, " · ")
end

-- A filing of a thousand cells has one that is a slip away from any figure, and one that
-- rounds to it: so many are expected where nothing is said. Of thirty planted errors none
-- has more than 5.2 (a digit), 0.5 (swapped digits). What speaks for the cell beyond what
-- must (the last digit of the link's strength) outweighs a larger crowd.
local crowd = lib "crowd"
local BY_CHANCE = { digit = 6, transposed = 0.7 }
local ROUNDED = 1

-- 26,557 in thousands, $26.6 billion: the table's words where all that the text
-- tells of it says so, else the figure.
local function judge_scale(link, report)
  local figure, cell = link.level, link.base
  if crowd.rounded(figure) > ROUNDED then return end
  local related = { cell }
  if link.anchor then related[#related + 1] = figure end
  for _, m in ipairs(link.members) do related[#related + 1] = m end
  report {
    at = link.anchor or figure, related = related, message = link.anchor and "scale" or "factor",
    values = { figure = figure.text, cell = cell.text, name = label(cell) },
  }
end

return {
  api = 1,
  id = "conflicting-table-figure",
  severity = "warning",
  on = { link = "text_cell" },
  summary = {
    zh = "正文与表格（或两张表格）的数字不一致",
    en = "a figure of the text, or of another table, differs from the table's",
  },
  explain = {
    zh = [[正文复述表格数字时应与表一致。先按数字（不论万元、元，四舍五入到各位）在各表中查找，与任何一格相同即视为一致；
都不相同、但改动一处笔误（两位对调、一位有误、小数点错位）便与某格相同，且该格的行名、列名见于同句或同段其他数字也出自该行该列的，予以报告；
英文行名完整地紧靠该数字（万、百万等单位计算在内）的，或成对的两个数（由甲到乙）中另一个出自某格、此数应为同行另一年份的，也予以报告。
两张表中同名各行的两列大多相同时，不同的一处也予以报告。]],
    en = [[A figure of the text that restates a table must be the table's. It is looked up by its digits, in
whatever unit and rounding; a figure that equals any cell agrees. One that equals none, but does so after one
slip of the pen (two digits swapped, one digit, a decimal point), is reported where the row or column of that cell is named in
its sentence, or where other figures of the passage are of that row and column, or where the whole label of the
row stands right beside the figure (scale words count: a table in thousands), or where the figure beside it
(from 69.6% to 68.6%) is a cell and this one should be the other year's. Where two columns of two
tables agree in most rows of the same name, the row that is a slip away is reported too.]],
  },
  messages = {
    base = {
      zh = "此处为 {stated}，表中“{name}”为 {cell}（{slip}）",
      en = "{stated} here, the table has {cell} for “{name}” ({slip})",
    },
    scale = {
      zh = "表称以“{stated}”计，正文却以 {figure} 复述表中“{name}”的 {cell}",
      en = "the table says {stated}, but the text tells {figure} for its {cell} (“{name}”)",
    },
    factor = {
      zh = "{stated} 与表中“{name}”的 {cell} 数字相同，而数量级不同",
      en = "{stated} has the digits of {cell} in the table (“{name}”) at another scale",
    },
  },
  examples = {
    bad = {
      { [[
Coverage of all members, of children and of adults was 48.8%, 55.2%, and 45.3%, respectively.

| Coverage, % | Children | (95% CI) | Adults | (95% CI) | All members | (95% CI) |
|---|---|---|---|---|---|---|
| Coverage of members | 55.2 | (54.4–56.0) | 45.3 | (43.7–46.9) | 47.8 | (47.4–48.2) |
]], at = "48.8%" },
      { [[全年维修投入1377.46万元，同比增长34.71%。

| 项目 | 2019年 | 2018年 | 同比增减 |
|---|---|---|---|
| 设备检修费 | 13,774,602.58 | 10,024,454.97 | 37.41% |
| 运输费 | 9,107,284.16 | 7,982,113.40 | 14.10% |]], at = "34.71%" },
      { [[
The share of farms without a well ranged from 24.7% in the Lowlands to 53.9% in the Uplands.

|  | County | Lowlands | Uplands | Coast |
|---|---|---|---|---|
| Farms without a well (%) | 29.2 | 24.7 | 35.9 | 27.3 |
| Farms without a road (%) | 53.9 | 51.0 | 58.8 | 50.2 |
]], at = "53.9%" },
      { [[
Of the visits 61.2% were made by bus, 20.7% by rail, 9.4% on foot and 5.1% by boat.

| Means | Visits | Share, % |
|---|---|---|
| Bus or coach | 8,114 | 61.2 |
| Train | 2,744 | 20.7 |
| Walking | 1,246 | 9.4 |
| Ferry | 199 | 1.5 |
| Own car | 955 | 7.2 |
]], at = "5.1%" },
      { [[2023年末，全县耕地占41.2%，林地占30.6%，草地占11.3%，建设用地占6.9%。

| 地类 | 面积 | 比重(%) |
|---|---|---|
| 耕地面积 | 824 | 41.2 |
| 林地面积 | 612 | 30.6 |
| 草地面积 | 226 | 11.3 |
| 建设用地面积 | 192 | 9.6 |
| 其他 | 146 | 7.3 |]], at = "6.9%" },
      { [[
Membership of the harbour library stood at 91,437,720 loans, and of the mobile library at 6,480 loans.

| Service | Loans |
|---|---|
| Harbour library | 9,143,772 |
| Mobile library | 6,480 |
]], at = "91,437,720" },
      { [[
The effective tax rate was 1.04% in fiscal 2019 and 31.6% in fiscal 2018.

| | 2019 | 2018 |
|---|---|---|
| Effective tax rate | 10.4% | 31.6% |
]], at = "1.04%" },
      { [[
Clinics were open at night in 14.0% of districts, and 59.2% had a pharmacy (Table 3).

Table 3. Services of districts

| Service | Districts, n (%) |
|---|---|
| Clinic open at night | 1,289 (41.0) |
| Pharmacy | 1,860 (59.2) |
]], at = "14.0%" },
      { [[
STD testing fell by 6.76 percentage points among White students and by 3.15 percentage points among Black students (Table 4).

Table 4. Changes by group

| Behavior | White | Black |
|---|---|---|
| STD testing | –6.86 (–11.06 to –2.66) | –3.15 (–9.01 to 2.70) |
| HIV testing | –2.14 (–5.00 to 0.72) | –1.08 (–6.10 to 3.90) |
]], at = "6.76 percentage points" },
      { [[
Drivers who had texted were 2.37 times as likely to speed and 1.29 times as likely to drink (Table 5).

Table 5. Likelihood among drivers

| Behavior | Texted | Had not slept |
|---|---|---|
| Speed | 2.73 (1.81–4.11) | 1.42 (1.12–1.80) |
| Drink | 1.29 (1.03–1.61) | 9.87 (6.76–14.40) |
]], at = "2.37 times" },
      { [[
| (RMB in millions) | 2019 | 2018 |
|---|---|---|
| Payment services | 101,355 | 73,138 |
| Online advertising | 68,377 | 58,079 |
| Total revenues | 377,289 | 312,694 |

Total revenues were RMB377.3 billion. Online advertising was RMB68.4 billion and Payment services were RMB101.4 million.
]], at = "RMB101.4 million" },
      { [[
| (Dollars in thousands) | 2019 | 2018 |
|---|---|---|
| Net cash provided by operating activities | 26,557 | 18,534 |
| Net cash used in investing activities | (4,172) | (5,625) |

Net cash provided by operating activities was $26.6 billion in 2019. Net cash used in investing activities was $4.17 billion.
]], at = "in thousands" },
      { [[
| (In millions) | 2019 | 2018 |
|---|---|---|
| Net cash provided by operating activities | 26,557 | 18,534 |
| Net cash used in investing activities | 4,172 | 5,625 |

Net cash provided by operating activities was $26.6 billion in 2019, against $18.5 billion in 2018. Net cash used in investing activities was $4.17 million.
]], at = "$4.17 million" },
      { [[
|  | 2019 | 2018 | % CHANGE |
|---|---|---|---|
| Net additions | 6,053 | 21,559 | (71.9%) |
| IPTV | 91,476 | 110,790 | (17.4%) |

Retail IPTV net activations decreased by 71.4% compared to last year because the market is mature.
]], at = "71.4%" },
      { [[
In Penfold, use rose from 41.3% in 2001 to 35.2% in 2018.

| County | 2001 | 2002 | 2003 | 2004 | 2005 | 2006 | 2007 | 2008 | 2009 | 2010 | 2011 | 2012 | 2013 | 2014 | 2015 | 2016 | 2017 | 2018 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| Harwick | 12.1 | 12.4 | 12.7 | 13.0 | 13.3 | 13.6 | 13.9 | 14.2 | 14.5 | 14.8 | 15.1 | 15.4 | 15.7 | 16.0 | 16.3 | 16.6 | 16.9 | 17.2 |
| Penfold | 41.3 | 42.0 | 42.7 | 43.4 | 44.1 | 44.8 | 45.5 | 46.2 | 46.9 | 47.6 | 48.3 | 49.0 | 49.7 | 50.4 | 51.1 | 51.8 | 52.5 | 53.2 |
]], at = "35.2%" },
      { [[
Coverage was highest in Hartwell (71.4%), followed by Dunmore (63.2%) and Port Lyle (58.9%).

| Town | Covered, % | Partly, % |
|---|---|---|
| Hartwell | 71.4 | 12.1 |
| Dunmore | 63.2 | 20.7 |
| Port Lyle | 53.9 | 31.0 |
]], at = "58.9%" },
      { [[
The share living near a highway ranged from 3.1% for Whites to 5.0% for Hispanics and 4.5% for Asians.

| Group | Share, % |
|---|---|
| White | 3.1 |
| Black | 4.4 |
| Asian | 5.4 |
| Other | 4.5 |
| Hispanic | 5.0 |
]], at = "4.5%" },
      { [[
We reported a net income of $392 million, compared to a net income of $320 million and $418 million in the prior and year-ago quarters.

| In millions | December 31, 2019 | September 29, 2019 | December 31, 2018 |
|---|---|---|---|
| Net income attributable to parent company | $392 | $302 | $418 |
| Operating income | $460 | $336 | $443 |
]], at = "$320 million" },
      { [[
More girls than boys had eaten no fruit (50.5% versus 43.6%), had eaten no breakfast (80.1% versus 69.9%), and had drunk no water (46.1% versus 44.2%).

| Sex | No fruit | No breakfast | No water |
|---|---|---|---|
| Female | 50.5 | 80.1 | 46.1 |
| Male | 43.6 | 69.9 | 42.2 |
| White | 44.2 | 70.8 | 41.3 |
]], at = "44.2%" },
      { [[
Of 7,280 patients, 5,441 (75%) were unvaccinated, 867 (12%) partly.

| Patients | Number |
|---|---|
| Unvaccinated | 5,451 |
| Partly vaccinated | 867 |
]], at = "5,441" },
      { [[
Of the visitors 35% were aged 18 years and under, 35% 19 to 64 years and 20% over 64 years (Table 1).

Table 1. Visitors by age

| Age | No. (%) | Tested |
|---|---|---|
| 18 years and under | 32 (35) | 8 (25) |
| 19 to 64 years | 32 (35) | 23 (72) |
| Over 64 years | 28 (30) | 14 (50) |
]], at = "20%" },
      { [[
| Number of securities | 2019 | 2018 |
|---|---|---|
| Distribution reinvestment plan | 9,143,772 | 6,480,246 |
| Placement | 105,677,937 | 39,712,882 |

Under the distribution reinvestment plan 9,134,772 (2018: 6,480,246) securities were issued.
]], at = "9,134,772" },
      { [[
| ($ in millions) | 2019 | 2018 |
|---|---|---|
| Gross profit | $444.8 | $382.3 |
| Gross margin | 18.7% | 17.7% |

Gross profit in 2019 increased to $444.8 million, or 18.7 percent of net sales, from $383.2 million for 2018.
]], at = "$383.2 million" },
      { [[全年基本支出120.58万元,其中公用经费12.03万元,项目支出202.24万元。

| 项目 | 决算数(万元) |
|---|---|
| 基本支出 | 120.58 |
| 公用经费合计 | 10.23 |
| 项目支出 | 202.24 |]], at = "12.03万元" },
      { [[Rates were highest in micropolitan counties (7.19 per 1,000) and lower in noncore counties (6.45).

| County | Rate |
|---|---|
| Noncore | 6.45 |
| Micropolitan | 9.17 |
| Small metro | 0.22 |]], at = "7.19" },
      { [[全年货物进出口总额1862亿元。其中,出口1210亿元,增长4.1%。

| 指标 | 绝对数(亿元) | 比上年增长(%) |
|---|---|---|
| 货物进出口总额 | 1862 | 3.2 |
| 货物出口额 | 1120 | 4.1 |
| 货物进口额 | 742 | 1.9 |]], at = "1210亿元" },
      { [[教育支出12.36亿元,社会保障和就业支出6.82亿元。

| 科目(单位:万元) | 执行数 |
|---|---|
| 教育支出 | 123600 |
| 社会保障和就业支出 | 86200 |]], at = "6.82亿元" },
      { [[全年出生率为1.7‰,死亡率为7.7‰。

| 指标 | 2023年 |
|---|---|
| 出生率(‰) | 7.1 |
| 死亡率(‰) | 7.7 |]], at = "1.7‰" },
      { [[At the end of 2019, $9.0 million of commercial paper was outstanding.

| (in thousands) | 2019 | 2018 |
|---|---|---|
| Commercial paper | 5,985 | 2,994 |]], at = "$9.0 million" },
      { [[At ages 65 years and older, coverage fell from 69.6% to 68.6%.

| Age | 2009 % | 2010 % |
|---|---|---|
| ≥65 yrs | 69.6 | 66.6 |
| 50–64 yrs | 45.0 | 44.5 |]], at = "68.6%" },
      { [[| 科目 | 本年支出 |
|---|---|
| 行政运行 | 12,029,501.84 |
| 事业运行 | 3,807,295.58 |
| 行政单位医疗 | 782,855.28 |
| 事业单位医疗 | 314,218.15 |

下表按部门列示。

| 科目 | 基本支出 |
|---|---|
| 行政运行 | 12,029,501.84 |
| 事业运行 | 3,807,295.58 |
| 行政单位医疗 | 728,855.28 |
| 事业单位医疗 | 314,218.15 |]], at = "728,855.28" },
    },
    good = {
      [[
Pupils were of grade (9, 10, 11, and 12), and 64-page books were read by few of them. The effect size of reading was 0.10, and the odds of reading at home were 0.37 (95% CI, 0.27–0.52).

| Reading | Pupils, % | Effect size | Odds (95% CI) | Effect size, boys |
|---|---|---|---|---|
| Grade | 21.5 | 0.10 | 0.34 (0.21–0.55) | 0.20 |
| Books | 46 | 0.13 | 0.49 (0.26–0.94) | 0.17 |
]],
      [[
The effective tax rate was 10.4% in fiscal 2019, 158 clinics took part, and 1.04% of the tax was refunded in the north.

| | 2019 | 2018 |
|---|---|---|
| Effective tax rate | 10.4% | 31.6% |
| Clinics that took part | 1,584.5 | 1,207.0 |
]],
      [[
Drivers who had texted were 2.73 times as likely to speed; cyclists were 1.23 times as likely to fall. Of those who drank 17.3% were ill; their mean weight was 71.3 kg.

Table 5. Likelihood among drivers

| Behavior | Texted | Weight, mean (SD) |
|---|---|---|
| Speed | 2.73 (1.81–4.11) | 70.2 (12.5) |
| Drink | 1.29 (1.03–1.61) | 71.3 (13.7) |
]],
      [[
Of the visits 61.2% were made by bus, 20.7% by rail, 9.4% on foot and 5.1% at night.

| Means | Visits | Share, % | At night, % |
|---|---|---|---|
| Bus or coach | 8,114 | 61.2 | 3.4 |
| Train | 2,744 | 20.7 | 2.8 |
| Walking | 1,246 | 9.4 | 6.0 |
| Ferry | 199 | 1.5 | 5.1 |
]],
      -- A pair that a table has side by side is none of another year.
      [[
More girls than boys had eaten no fruit (50.5% versus 43.6%).

| Sex | No fruit, 2019 | No fruit, 2021 |
|---|---|---|
| Female | 43.0 | 50.5 |
| Male | 40.6 | 43.6 |
]],
      [[
| (Dollars in millions) | 2019 | 2018 |
|---|---|---|
| Net cash provided by operating activities | 26,557 | 18,534 |
| Net cash used in investing activities | 4,172 | 5,625 |

Net cash provided by operating activities was $26.6 billion in 2019. Net cash used in investing activities was $4.17 billion.
]],
      [[
Answers on alcohol were missing for 37 of 5,023 pupils.

| Substance | Prevalence |
|---|---|
| Alcohol | 53.2 |
| Tobacco | 37.0 |
]],
      [[
Coverage was highest in Hartwell (71.4%), followed by Dunmore (63.2%); in the north it was 58.9%.

| Town | Covered, % | Partly, % |
|---|---|---|
| Hartwell | 71.4 | 12.1 |
| Dunmore | 63.2 | 20.7 |
| Port Lyle | 53.9 | 31.0 |
]],
      [[
Among non-Hispanic residents coverage was 63.8% in 2019.

| Residents | Covered, % | Partly, % |
|---|---|---|
| Hispanic | 63.2 | 12.1 |
| Asian | 71.4 | 20.7 |
]],
      [[Commercial paper of $9.0 million was held by subsidiaries.

| (in thousands) | 2019 | 2018 |
|---|---|---|
| Commercial paper | 5,985 | 2,994 |]],
      [[“行政运行”科目1,202.95万元,“事业运行”科目380.73万元。

| 科目(单位:元) | 预算 |
|---|---|
| 行政运行 | 12,029,501.84 |
| 事业运行 | 3,807,295.58 |]],
      [[全年公用经费12.03万元。

| 项目 | 决算数(万元) |
|---|---|
| 离退休费 | 10.23 |
| 基本支出 | 120.58 |]],
      [[全年货物进出口总额1862亿元。其中,对东盟出口1210亿元,增长8.1%。

| 指标 | 绝对数(亿元) | 比上年增长(%) |
|---|---|---|
| 货物进出口总额 | 1862 | 3.2 |
| 货物出口额 | 1320 | 4.1 |
| 货物进口额 | 542 | 1.9 |]],
      [[During 2015, rates were 7.19 in micropolitan counties.

| County | 2016 | 2017 |
|---|---|---|
| Noncore | 6.45 | 6.40 |
| Micropolitan | 9.17 | 9.35 |]],
    },
  },
  check = function(link, report)
    local figure, cell = link.level, link.base
    if not (figure and cell and figure.value and cell.value) then return end
    if link.differs == "scale" then return judge_scale(link, report) end
    local wanted, unit = restated.value(figure, cell)
    local gap = (figure.value:abs() - wanted:abs()):abs()
    if gap <= unit then
      report.agrees { at = figure, related = cell, how = figure.text .. " = " .. cell.text }
      return
    end
    if link.strength >= 90 or restated.is_other(figure, cell) then return end
    local stated = (figure.value / unit):round(0) * unit
    local kind = near.miss(stated, wanted)
    if BY_CHANCE[kind] and crowd.cells(figure.doc, cell, kind) > BY_CHANCE[kind] * math.max(1, (2 + link.strength % 10) / 3) then return end
    report {
      at = figure, related = cell, expected = show.value(wanted, figure),
      values = { cell = cell.text, name = label(cell), slip = near.words[kind or "digit"] },
    }
  end,
}
