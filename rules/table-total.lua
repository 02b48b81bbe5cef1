-- Each relation of a table's cells is computed anew. A cell that stands in
-- more than one broken relation, or that a slip of the pen explains, is the
-- one that is reported, once; a cell that other relations confirm is not.

local cells = lib "cells"
local near = lib "near"
local relation = lib "relation"
local show = lib "show"
local sum_book = lib "sum_book"
local suspect = lib "suspect_cell"

local MOST_RELATED = 23

-- Does the link stand in a table, all its claims exact figures?
local function of_table(link)
  return link.complete and link.tabular and (link.rate ~= nil or #link.members > 0)
end

local function related_of(cell, rs)
  local out, seen = {}, { [cell] = true }
  local function add(list)
    for _, c in ipairs(list) do
      if not seen[c] and #out < MOST_RELATED then
        seen[c] = true
        out[#out + 1] = c
      end
    end
  end
  for _, r in ipairs(rs) do
    add { r.at }
    add(r.cells)
    if r.reference then add(r.reference) end
  end
  return out
end

-- One finding for all relations that break at the cell.
local function tell(r, book, report)
  local cell, count = suspect.worst(r, book)
  local mine, slip = { r }, r.slips[cell]
  for _, other in ipairs(book.broken[cell]) do
    if other ~= r and not other.told then
      mine[#mine + 1] = other
      slip = slip or other.slips[cell]
    end
  end
  for _, other in ipairs(mine) do other.told = true end
  local wanted = r.wanted(cell)
  local expected = slip and slip.value:text()
    or wanted and show.range(cells.printed(cell, wanted), cell.decimals + 1) or ""
  local sure = (count > 1 or r.strength >= 90) and slip and slip.kind == "transposed"
  report {
    at = cell, related = related_of(cell, mine), message = r.kind, expected = expected,
    severity = sure and "error" or "warning",
    values = { sum = r.shown, whole = r.total, slip = near.note(slip and slip.kind) },
  }
end

local function confirm(book, r)
  sum_book.note(book.held, r)
  local whole = r.kind == "sum" and r.at
  for _, c in ipairs(r.cells) do
    book.confirmed[c] = (book.confirmed[c] or 0) + 1
    if whole and c ~= whole then
      book.whole[c] = book.whole[c] or {}
      book.whole[c][whole] = true
    end
  end
end

local function keep(book, r)
  book.list[#book.list + 1] = r
  for _, c in ipairs(r.cells) do
    book.broken[c] = book.broken[c] or {}
    table.insert(book.broken[c], r)
  end
end

local function judge(doc, report)
  local book = { list = {}, broken = {}, confirmed = {}, whole = {}, held = sum_book.new() }
  for _, kind in ipairs { "parts", "change_of", "share_of" } do
    for _, link in ipairs(doc:links(kind)) do
      local r = of_table(link) and relation[kind](link)
      if r and r.holds then
        report.agrees { at = r.at, related = related_of(r.at, { r }), how = r.shown .. " = " .. r.total }
        confirm(book, r)
      elseif r then
        r.strength = link.strength
        sum_book.note_broken(book.held, r)
        suspect.find_slips(r)
        if r.slip or r.strength >= 90 then
          keep(book, r)
        else
          report.undecided { at = r.at, related = related_of(r.at, { r }), how = r.shown .. " ≠ " .. r.total }
        end
      end
    end
  end
  for _, r in ipairs(book.list) do
    if not r.told and not lib("no_relation").is(book, r) then tell(r, book, report) end
  end
end

return {
  api = 1,
  id = "table-total",
  severity = "error",
  summary = {
    zh = "表格中的合计、增幅、比重与各栏数字不符",
    en = "a total, rate or share in a table disagrees with its cells",
  },
  explain = {
    zh = [[表格自己说明哪一栏是合计：若某行（列）是另几行（列）之和、两列之差、增幅、比率或占合计的比重，且其余各行（列）都成立，
不成立的那一处予以报告；类、款、项编码和分组小计也据以求和。每个加数带入末位半个单位的舍入误差（以万元、千人为单位印出的整数亦然）。
只有少数行（列）可以印证时，只报告改动一处笔误（两位对调、一位有误、差十倍）就能成立的情形。
同一格使行、列两处都不平时，只报告这一格。]],
    en = [[A table says itself which line is the total: where a line is the sum of others, the difference of two,
their growth, their ratio or a share of the total, and the other rows or columns keep this, the one that breaks
it is reported. Codes and groups that begin with their subtotal are followed. Each addend carries half a unit of
its last digit, whole numbers too. Where few lines can confirm a relation only what a slip of the pen explains is
reported (two digits swapped, one digit, a factor of ten). A cell that breaks a row and a column is one finding.]],
  },
  messages = {
    sum = {
      zh = "表中各项之和为 {sum}，合计为 {whole}；请核对 {stated}{slip}",
      en = "the cells of the table add up to {sum}, the total is {whole}; check {stated}{slip}",
    },
    equal = {
      zh = "此处应与 {whole} 相等，实为 {sum}；请核对 {stated}{slip}",
      en = "this cell should equal {whole}, the other is {sum}; check {stated}{slip}",
    },
    hundred = {
      zh = "各项比重之和为 {sum}，不是 100；请核对 {stated}{slip}",
      en = "the percentages add up to {sum}, not to 100; check {stated}{slip}",
    },
    constant = {
      zh = "各项之和为 {sum}，其他各行均为 {whole}；请核对 {stated}{slip}",
      en = "the cells add up to {sum}, those of the other rows to {whole}; check {stated}{slip}",
    },
    growth = {
      zh = "按表中前后两数，变动幅度应为 {sum}，此处为 {whole}；请核对 {stated}{slip}",
      en = "the two figures of the table give a change of {sum}, printed is {whole}; check {stated}{slip}",
    },
    ratio = {
      zh = "按表中两数相除应为 {sum}，此处为 {whole}；请核对 {stated}{slip}",
      en = "the two figures of the table give {sum}, printed is {whole}; check {stated}{slip}",
    },
  },
  examples = {
    bad = {
      { [[
| 项目 | 年末 | 占总资产比例 | 年初 | 占总资产比例 | 比重增减 |
|---|---|---|---|---|---|
| 货币资金 | 1,556,575 | 23.07% | 1,956,089 | 27.80% | -4.73% |
| 应收账款 | 459,781 | 8.61% | 479,537 | 6.82% | -0.01% |
| 存货 | 842,985 | 12.49% | 905,418 | 12.87% | -0.38% |
| 固定资产 | 1,206,951 | 17.89% | 1,338,615 | 19.03% | -1.14% |
| 在建工程 | 560,674 | 8.31% | 674,333 | 9.58% | -1.27% |
]], at = "8.61%" },
      { [[
| Group | April | May |
|---|---|---|
| Total | 255 | 338 |
| Sex | | |
| Men | 129 | 170 |
| Women | 126 | 168 |
| Housing | | |
| Own | 174 | 202 |
| Rent | 81 | 136 |
| Education | | |
| School | 78 | 98 |
| College | 123 | 180 |
| Postgraduate | 45 | 60 |
]], at = "78", severity = "warning" },
      { [[
| Revenues | Q4 2019 | Q4 2018 | $ change | % change |
|---|---|---|---|---|
| Wireless | 2,493 | 2,407 | 86 | 3.6% |
| Media | 879 | 850 | 29 | 4.3% |
| Total | 3,372 | 3,257 | 115 | 3.5% |
]], at = "4.3%" },
      { [[
TABLE. Falls by region

| Region | 2021 | 2022 | % Change in rate |
|---|---|---|---|
| North | 7,493 (47.4) | 10,021 (62.6) | 32.1 |
| South | 2,882 (18.4) | 3,921 (25.1) | 63.4 |
| East | 757 (17.1) | 924 (21.6) | 26.3 |
| West | 2,525 (57.2) | 3,463 (76.1) | 33.0 |
]], at = "63.4" },
      { [[
| Deferred taxes (in thousands) | 2019 | 2018 |
|---|---|---|
| Inventory | 9,144 | 6,609 |
| Pensions | 7,074 | 5,538 |
| Losses | 3,883 | 35,086 |
| Total assets | 20,101 | 47,233 |
| Plant | (7,315) | (3,515) |
| Leases | (5,225) | (6,531) |
| Total liabilities | (12,540) | (10,046) |
| Net assets | 7,651 | 37,187 |
]], at = "7,651", severity = "warning" },
      { [[
| In millions | 2019 | 2018(1) |
|---|---|---|
| Land | 50.7 | 41.2 |
| Buildings | 747.0 | 728.6 |
| Machinery | 2,453.2 | 2,352.7 |
| Construction | 127.9 | 155.1 |
| Property, gross | 3,378.8 | 3,250.6 |
| Depreciation | (2,378.2) | (2,350.0) |
| Property, net | 1,000.6 | 900.6 |
]], at = "2,352.7", severity = "warning" },
      { [[
| Process | 2017 | 2018 | 2019 |
|---|---|---|---|
| Fine | 48.6 | 45.2 | 52.2 |
| Medium | 29.4 | 28.6 | 26.4 |
| Coarse | 22.0 | 26.2 | 21.4 |
| Total | 700.0 | 100.0 | 100.0 |
]], at = "700.0", severity = "warning" },
      { [[
| Nominee | | Votes For | | | Votes Withheld | |
|---|---|---|---|---|---|---|
| Ames | | 2,300,385,739 | | | 21,926,604 | |
| Berg | | 1,859,138,624 | | | 463,173,719 | |
| Cole | | 2,140,398,571 | | | 181,913,772 | |
| Dean | | 2,241,298,667 | | | 81,031,676 | |
| Eads | | 1,856,043,824 | | | 466,268,519 | |
]], at = "81,031,676" },
      { [[
| Type | Households |
|---|---|
| Couples | 41,203 |
| Lone parents | 18,084 |
| Single | 40,127 |
| Total | 100,134 |
]], at = "18,084", severity = "warning" },
      { [[| 产品 | 单位 | 产量 |
|---|---|---|
| 原煤 | 万吨 | 4127.52 |
| 电力产量 | 亿度 | 318.46 |
| #煤电 | 亿度 | 264.18 |
| #风电 | 亿度 | 45.28 |
| 生铁 | 万吨 | 183.07 |]], at = "45.28", severity = "warning" },
      { [[| 地区 | 合计 | 男 | 女 |
|---|---|---|---|
| 东县 | 3030 | 1510 | 1520 |
| 西县 | 2471 | 1240 | 1231 |
| 南县 | 5118 | 2550 | 2568 |
| 北县 | 4090 | 2050 | 2004 |
| 中县 | 6120 | 3060 | 3060 |]], at = "2004" },
      { [[| Product | 2018 | 2019 |
|---|---|---|
| Tables | 226,204 | 421,849 |
| Chairs | 366,194 | 382,905 |
| Shelves | 642,775 | 458,208 |
| Total | 1,235,173 | 1,289,962 |]], at = "458,208" },
      { [[| 项目 | 2019年 | 2018年 | 变动比例 |
|---|---|---|---|
| 研发人员(人) | 443 | 405 | 9.83% |
| 研发投入(元) | 122548224 | 111304662 | 10.10% |]], at = "9.83%" },
      { [[| County | Weeks | Treated | Percentage |
|---|---|---|---|
| North | 8,979,403 | 864,364 | 9.6 |
| South | 16,342,824 | 1,532,747 | 9.4 |
| East | 18,860,569 | 1,443,246 | 7.7 |
| West | 32,045,592 | 2,158,111 | 6.7 |
| Coast | 31,430,958 | 1,753,802 | 6.5 |
| Inland | 20,535,145 | 1,057,967 | 5.2 |]], at = "6.5" },
      { [[| | 2019 | 2018 | 2017 | 2016 |
|---|---|---|---|---|
| Research | 8,006 | 7,442 | 23,605 | 22,608 |
| Percentage of revenue | 9% | 9% | 8% | 8% |
| Selling | 6,320 | 5,973 | 19,574 | 18,781 |
| Percentage of revenue | 7% | 7% | 7% | 6% |
| Total expenses | 14,326 | 13,415 | 43,179 | 41,389 |
| Percentage of revenue | 27% | 16% | 15% | 14% |]], at = "27%" },
      { [[| Group | 2009 % | 2010 % | Change (percentage points) |
|---|---|---|---|
| North | 39.3 | 31.3 | 8.0 |
| South | 44.3 | 43.1 | -1.2 |
| East | 33.7 | 39.0 | 5.3 |
| West | 33.6 | 40.0 | 6.4 |
| Coast | 46.3 | 42.1 | -4.2 |]], at = "8.0" },
      { [[
| | 2019 | 2018 |
|---|---|---|
| Net loss | $(15,571) | $(24,122) |
| Weighted average common shares, basic | 16,223 | 16,041 |
| Loss per common share, basic | $(0.69) | $(1.50) |]], at = "$(0.69)", severity = "warning" },
      { [[
| | Shares | Fair value |
|---|---|---|
| Nonvested at January 1, 2018 | 5,974 | $6.51 |
| Granted | 3,288 | 6.74 |
| Vested | (1,774) | 6.60 |
| Nonvested at January 1, 2019 | 7,488 | 6.62 |
| Granted | 1,105 | 7.02 |
| Vested | (1,340) | 6.57 |
| Nonvested at December 31, 2019 | 7,523 | 6.70 |]], at = "7,523", severity = "warning" },
      { [[
| | 2019 | 2018 |
|---|---|---|
| Prepaid services | $221 | $252 |
| Prepaid bonds | 688 | 199 |
| Prepaid insurance | 62 | 19 |
| Prepaid licenses | 17 | 51 |
| Other prepaid expenses | 17 | 17 |
| | $505 | $538 |]], at = "688", severity = "warning" },
      { [[| 项目 | 2023年 | 2022年 |
|---|---|---|
| 营业收入 | 52,384 | 48,917 |
| 营业成本 | 31,270 | 29,664 |
| 期间费用 | 9,046 | 9,032 |
| 营业利润 | 12,608 | 10,221 |]], at = "12,608", severity = "warning" },
    },
    good = {
      [[
| (in millions) | Cost | Gains | Losses | Fair value |
|---|---|---|---|---|
| Cash | 27,129 | — | — | 27,129 |
| Funds | 2,067 | — | (262) | 1,805 |
| Treasuries | 25,134 | — | (1,725) | 23,409 |
| Agency securities | 5,823 | — | (655) | 5,168 |
| Deposits | 718 | — | (14) | 704 |
| Other securities | 16,948 | 2 | (1,201) | 15,749 |
| Mortgages | 22,553 | — | (2,593) | 19,960 |
]],
      "| Region | 2018 | 2019 | Density |\n|---|---|---|---|\n| North | 1,234 | 1,345 | 12.3 |\n| South | 2,345 | 2,456 | 23.4 |\n| West | 3,111 | 3,222 | 17.1 |\n| Total | 6,690 | 7,023 | 17.9 |",
      [[
| 产品 | 生产量 | 销售量 | 库存量 |
|---|---|---|---|
| 甲 | 100.29 | 100.29 | 0.06 |
| 乙 | 64.47 | 64.47 | 0.04 |
| 丙 | 125.90 | 125.90 | 0.08 |
]],
      [[
| 项目 | 本期金额 | 占比 | 增减(%) |
|---|---|---|---|
| 材料 | 12,683,846 | 29.89 | 183.08 |
| 人工 | 16,526,352 | 38.94 | 0.06 |
| 能源 | 13,226,901 | 31.17 | -23.84 |
| 小计 | 42,437,099 | 100.00 | 21.21 |
]],
      [[| 产品 | 单位 | 产量 |
|---|---|---|
| 原煤 | 万吨 | 4127.52 |
| 电力产量 | 亿度 | 318.46 |
| #煤电 | 亿度 | 264.18 |
| 生铁 | 万吨 | 45.28 |
| 钢材 | 万吨 | 183.07 |]],
      -- Some did not say their sex: 90 in April, 65 in May.
      [[
| Group | April | May |
|---|---|---|
| Total | 7,542 | 4,338 |
| Sex | | |
| Men | 4,129 | 2,170 |
| Women | 3,323 | 2,103 |
| Housing | | |
| Own | 4,174 | 3,202 |
| Rent | 3,368 | 1,136 |
| Region | | |
| North | 2,174 | 1,202 |
| South | 5,368 | 3,136 |
]],
      [[
| Type | Households |
|---|---|
| Couples | 41,203 |
| Lone parents | 18,804 |
| Single | 40,127 |
| Total | 100,134 |
]],
      [[| | First | Second | Third | Total |
|---|---|---|---|---|
| Sales | $ 94,888 | $ 96,037 | $ 88,495 | $279,420 |
| Gross profit | 38,091 | 39,821 | 36,381 | 114,293 |
| Gross margin | 40.1% | 41.5% | 41.1% | 40.9% |
| Net income | 8,511 | 854 | 522 | 9,887 |]],
      [[| | 2019 | 2018 | 2017 |
|---|---|---|---|
| Net revenue | 3,298,177 | 2,214,253 | 1,708,721 |
| Less: transaction costs | 1,558,562 | 1,230,290 | 943,200 |
| Less: partner revenue | 164,827 | — | 78,903 |
| Add: deferred revenue adjustment | 12,853 | — | — |
| Adjusted revenue | 1,587,641 | 983,963 | 686,618 |]],
      [[| | 2019 | 2018 | Change (%) |
|---|---|---|---|
| Orders | 532.0 | 470.0 | 13.2 |
| Sales | 503.6 | 476.9 | 5.6 |
| Operating margin (%) | 18.4 | 16.2 | 2.2 |
| Operating profit | 92.9 | 77.1 | 20.5 |]],
      [[| 地区 | 合计 | 男 | 女 |
|---|---|---|---|
| 东县 | 3030 | 1510 | 1520 |
| 西县 | 2471 | 1240 | 1231 |
| 南县 | 5118 | 2550 | 2568 |
| 北县 | 4090 | 2050 | 2040 |]],
      -- Two columns of four that break are another structure.
      [[| | Q2 2025 | Q2 2024 | H1 2025 | H1 2024 |
|---|---|---|---|---|
| Interest | -132 | -139 | -275 | -280 |
| Other income | 100 | 103 | 180 | 195 |
| Other, net | -32 | -36 | -102 | -93 |]],
      [[| Product | 2018 | 2019 |
|---|---|---|
| Tables | 226,204 | 421,849 |
| Chairs | 366,194 | 382,905 |
| Total | 700,500 | 900,100 |]],
      [[| Rate | Group | T1 | T2 | T3 |
|---|---|---|---|---|
| SpO2 (%) | I | 98.3±0.7 | 99±0 | 99±0 |
| SpO2 (%) | II | 98.4±0.8 | 99±0 | 95.9±1.8 |
| SpO2 (%) | III | 95.8±1.7 | 99±0 | 98.5±0.9 |]],
      [[| 项目 | 2019年 | 2018年 | 变动比例 |
|---|---|---|---|
| 研发人员(人) | 443 | 405 | 9.38% |
| 研发人员占比 | 13.45% | 12.75% | 0.70% |]],
      [[| 收入 | 预算数 | 支出 | 合计 | 一般公共预算 | 政府性基金 |
|---|---|---|---|---|---|
| 一、一般公共预算 | 156,211,123 | 一、公共服务 | 2,932,700 | 2,932,700 | |
| 二、政府性基金 | | 二、公共安全 | 1,633,418 | 1,633,418 | |
| | | 三、教育 | 7,812,394 | 7,812,394 | |
| | | 四、卫生 | 3,223,657 | 3,223,657 | |
| | | 五、住房 | 8,882,399 | 8,882,399 | |
| | | 六、城乡 | 5,993,361 | 5,993,361 | |
| | | 七、节能 | 2,106,618 | 2,106,618 | |
| | | 八、商业 | 9,220,254 | 9,220,254 | |
| 收入合计 | 156,211,123 | 支出合计 | 156,211,123 | 156,211,123 | |]],
      [[| 项目 | 期初余额 | 本期新增 | 计入损益 | 期末余额 |
|---|---|---|---|---|
| 环保改造 | 3,416,667.21 | | 500,123.30 | 2,916,543.91 |
| 车间扩建 | 1,725,310.47 | | 230,041.40 | 1,495,269.07 |
| 研发补助 | 6,038,215.66 | | 805,095.42 | 5,233,120.24 |
| 节能项目 | 2,241,909.83 | | 298,921.31 | 1,942,988.52 |
| 技术改造 | 860,416.67 | 2,000,000.00 | 291,265.91 | 2,569,150.76 |]],
      [[| 项目 | 期末余额 |
|---|---|
| (1)购置 | 5,232 |
| (2)在建工程转入 | 6,841 |
| (3)企业合并增加 | |
| 合计 | 12,073 |]],
      [[| 科目 | 合计 | 基本支出 | 项目支出 |
|---|---|---|---|
| 公共安全 | 1,633,418 | 1,633,418 | 0 |
| 教育 | 7,812,394 | 7,812,394 | 0 |
| 卫生 | 3,223,657 | 3,023,657 | 200,000 |
| 住房 | 8,882,399 | 8,882,399 | 0 |
| 城乡 | 5,993,361 | 5,993,361 | 0 |
| 商业 | 9,220,254 | 9,220,254 | 0 |
| 科技 | 2,106,618 | 2,106,618 | 0 |]],
      [[| 类 | 款 | 项 | 科目 | 合计 | 基本支出 | 项目支出 |
|---|---|---|---|---|---|---|
| 208 | 25 | | 其他救助 | 300,000 | 0 | 300,000 |
| 208 | 25 | 01 | 城市救助 | 300,000 | 0 | 300,000 |
| 208 | 99 | | 其他支出 | 7,812,394 | 6,133,194 | 1,679,200 |
| 208 | 99 | 99 | 其他支出 | 7,812,394 | 6,133,194 | 1,679,200 |
| 210 | | | 卫生 | 3,223,657 | 3,023,657 | 200,000 |
| 210 | 07 | | 人口 | 200,000 | 0 | 200,000 |
| 210 | 07 | 17 | 人口服务 | 200,000 | 0 | 200,000 |
| 210 | 11 | | 医疗 | 3,023,657 | 3,023,657 | 0 |]],
    },
  },
  check = function(set, report)
    for _, doc in ipairs(set.documents) do judge(doc, report) end
  end,
}
