-- | 营业外支出 | 288,733.45 | 系捐款26.5亿元所致 |: what a remark names as the reason of a row's
-- amount is a hundred times all of the row, and would be of it one scale word lower.
local REASON = re.new("系|所致|由于|因为|原因|导致|主要是")
-- What came or went and is booked as such; of a firm's capital (增资) only a part is booked.
local FLOW = re.new("(?:捐款|捐赠|收到|支付|计提|转回|取得|缴纳|补助|补贴|赔偿|赔款|罚款|处置|购买|发生|退回|报废|核销)[^,。;]{0,16}$")
local FAR = 100
local LOWER = decimal(10000)
local YUAN_LEAST = decimal(1000)

-- The largest amount of the cell's row that is printed to the fen.
local function largest(cell)
  local top
  for column = 1, cell.table.columns do
    local other = column ~= cell.column and cell.table:cell(cell.row, column)
    local c = other and other.claim
    if c and c.value and c.grouped and c.decimals == 2 then
      local size = c.value:abs()
      if size:ge(YUAN_LEAST) and (not top or size > top.size) then top = { claim = c, size = size } end
    end
  end
  return top
end

return {
  api = 1,
  id = "remark-scale",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = [[(?<figure>\d[\d,]*(?:\.\d+)?) ?亿 ?元]] },
  summary = {
    zh = "表中备注所说原因的金额以亿元计，远大于该行以元计的数（万元误为亿元）",
    en = "a remark's amount in 亿元 is far above the row in yuan that it explains",
  },
  explain = {
    zh = [[明细表一行印到分，备注说明“主要系……若干亿元所致”：该金额是本行最大数的一百倍以上，而换成万元便在其内，
多半是单位写错。]],
    en = [[A row is printed to the fen, its remark gives as reason an amount in 亿元 (a hundred million) that is more than a
hundred times all of the row, though in 万元 (ten thousand) it would be within it.]],
  },
  messages = {
    base = { zh = "备注中的 {stated} 远大于本行的 {row}，单位是否应为万元", en = "the remark's {stated} is far above the row's {row}: should it be 万元?" },
  },
  examples = {
    bad = {
      { [[
| 项目 | 金额 | 说明 |
|---|---|---|
| 营业外收入 | 35,271.14 | 系收到奖励3万元所致 |
| 营业外支出 | 288,733.45 | 主要系向某协会捐款26.5亿元所致 |]], at = "26.5亿元" },
    },
    good = {
      [[
| 项目 | 金额 | 说明 |
|---|---|---|
| 营业外支出 | 288,733.45 | 主要系捐款26.5万元所致 |
| 投资收益 | 388,288,733.45 | 主要系收到分红2.6亿元所致 |
| 长期股权投资 | 288,733.45 | 主要系参股公司增资9.6亿元所致 |]],
    },
  },
  check = function(m, report)
    local cell, c = m.sentence.cell, m:figure("figure")
    if not cell or not c or not c.value or not REASON:find(cell.text) then return end
    local row = largest(cell)
    if not row then return end
    if c.value > row.size * FAR and c.value / LOWER <= row.size * decimal(11) / 10 and c.value / LOWER >= row.size / 4 then
      if not FLOW:find(c:before(24)) then return end
      report { at = c, related = row.claim, values = { stated = c.text, row = row.claim.text } }
    elseif c.value <= row.size then
      report.agrees { at = c, related = row.claim, how = c.text .. " ≤ " .. row.claim.text }
    end
  end,
}
