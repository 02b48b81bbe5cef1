-- What a figure is in a balance, by the words right before it. The first row
-- that matches counts.
local ROLES = {
  { "close", re.new("(?:年末|期末|月末|季末|年底|期终|结转下年|closing|ending|end of (?:the )?(?:year|period))[^,。;、\\d]{0,24}$", "i") },
  { "open", re.new("(?:年初|期初|月初|季初|上年末|上期末|上年结转|上年结余|opening|beginning)[^,。;、\\d]{0,24}$", "i") },
  { "out", re.new("(?:支出|发出|减少|销售|销出|使用|消耗|流出|死亡|迁出|归还|偿还|收回|出库|核销|注销|付出|转出|完成销售|payments?|used|withdrawals|repaid|disposals|decreases?|departures)(?:了|额|数|量|人数|合计|总计|为|of)?[^,。;、\\d]{0,8}$", "i") },
  { "inn", re.new("(?:收入|购进|增加|新增|流入|生产|出生|迁入|入库|发放|投放|转入|additions?|received|deposits|purchases|increases?|arrivals)(?:了|额|数|量|人数|合计|总计|为|of)?[^,。;、\\d]{0,8}$", "i") },
}

-- The figures of the sentence by role, or nil where one has none, where kinds
-- differ, or where the balance is not whole.
local function read(sentence)
  local b = { list = {}, open = 0, close = 0, inn = 0, out = 0 }
  for _, c in ipairs(sentence.claims) do
    if c.is_claim and (c.kind == "amount" or c.kind == "count") then
      local role
      for _, r in ipairs(ROLES) do
        if not role and r[2]:find(c:before(30)) then role = r[1] end
      end
      local first = b.list[1]
      if not role or not c.value or c.bound ~= "exact" then return nil end
      if first and (c.kind ~= first.claim.kind or c.dimension ~= first.claim.dimension) then return nil end
      b.list[#b.list + 1] = { claim = c, role = role, sign = (role == "open" or role == "inn") and 1 or -1 }
      b[role] = b[role] + 1
    end
  end
  return b.open == 1 and b.close == 1 and b.inn > 0 and b.out > 0 and b or nil
end

-- What a member should be if all others are right, in base units.
local function wanted(b, at)
  local rest = interval(0, 0)
  for _, m in ipairs(b.list) do
    if m ~= at then
      if m.sign > 0 then rest = rest + m.claim.amount else rest = rest - m.claim.amount end
    end
  end
  return at.sign > 0 and interval(0, 0) - rest or rest
end

-- The member that a slip of the pen explains: 2380 for 2830.
local function slip(b)
  for _, m in ipairs(b.list) do
    local range = wanted(b, m) / m.claim.factor
    if range.low and range.low:gt(0) and lib("near").within(m.claim.value, range, m.claim.last_digit) then
      return m, range
    end
  end
end

return {
  api = 1,
  id = "balance-mismatch",
  severity = "warning",
  on = {
    pattern = {
      [[(?:年初|期初|月初|季初|上年末|上期末|上年结转|上年结余)[^。]{1,120}?(?:年末|期末|月末|季末|年底|结转下年)[^。,;]{0,16}?\d]],
      [[\b(?:[Oo]pening|[Bb]eginning)\b[^.]{1,160}\b(?:closing|ending)\b[^.]{0,30}?\d]],
    },
  },
  summary = {
    zh = "期初数 + 增加 − 减少 ≠ 期末数",
    en = "an opening balance, what came in and what went out do not make the closing balance",
  },
  explain = {
    zh = [[同一句里依次印有期初数、本期增加、本期减少和期末数时核对：期初 + 增加 − 减少 = 期末。文中未必列出全部增减，
因此只在其中一个数改动一位、两位颠倒或差十倍就能平衡时报告。]],
    en = [[Where one sentence prints an opening figure, additions, deductions and a closing figure, they are added up. A
text need not name all movements, so a finding needs a slip of the pen that would settle it: two digits swapped, one
changed, a factor of ten.]],
  },
  messages = {
    base = {
      zh = "期初加增减少不等于期末：此数若为 {computed} 则平衡",
      en = "the balance does not add up; it would if this were {computed}",
    },
  },
  examples = {
    bad = {
      { [[年初库存1200吨,本年购进3000吨,本年发出2800吨,年末库存4100吨。]], at = "4100吨" },
      { [[年初结转12.35万元,本年收入320.18万元,本年支出318.40万元,年末结转14.31万元。]], at = "14.31万元" },
      { [[The opening balance was $1,250, additions $480, payments $310 and the closing balance $1,240.]], at = "$1,240" },
    },
    good = {
      [[年初库存1200吨,本年购进3000吨,本年发出2800吨,年末库存1400吨。]],
      [[年初结转12.35万元,本年收入320.18万元,本年支出318.40万元,年末结转14.13万元。]],
      [[年初贷款余额1200亿元,全年新增贷款300亿元,收回80亿元,年末贷款余额1377亿元。]],
      [[The opening balance was $1,250, additions $480, payments $310 and the closing balance $1,420.]],
    },
  },
  check = function(m, report)
    local b = not m.sentence.cell and read(m.sentence)
    if not b then return end
    local close
    for _, member in ipairs(b.list) do
      if member.role == "close" then close = member end
    end
    if wanted(b, close):meets(close.claim.amount) then
      local related = {}
      for _, member in ipairs(b.list) do
        if member ~= close then related[#related + 1] = member.claim end
      end
      report.agrees { at = close.claim, related = related, how = "Σ = " .. close.claim.text }
      return
    end
    local at, range = close, wanted(b, close) / close.claim.factor
    if not (range.low and lib("near").within(close.claim.value, range, close.claim.last_digit)) then
      at, range = slip(b)
      if not at then return end
    end
    local related = {}
    for _, member in ipairs(b.list) do
      if member ~= at then related[#related + 1] = member.claim end
    end
    local shown = lib("show").like(range * at.claim.factor, at.claim)
    report { at = at.claim, related = related, expected = shown, values = { computed = shown } }
  end,
}
