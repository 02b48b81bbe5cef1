-- 42% were vaccinated, 26% ..., the remaining 23% ...: what is said to be the rest
-- against the whole that stands before it, 100 % or a count.

local figures, near = lib "figures", lib "near"
local HUNDRED = interval(100, 100)
local MOST, NEAR, SENTENCES = 6, 4, 5 -- shares that are looked at; those a slip is looked for in; how far back
local COUNTS = 8

local LEAD = re.new([[^(?:,| \(| of| for| were| was| is| are| accounts?| accounted| made| makes?| up| had| have| about| approximately| some| nearly| just| over| share| balance| around| roughly| ones| \$| [$€£])*\s?[$€£]?$]])
local NOUN = re.new([[^ (?:[a-z-]+ ){1,6}\((?:about )?$]])
local LEAD_ZH = re.new("^[一-龥]{0,6}$") -- 其余企业24家, 其余均为
local CHANGED_ZH = re.new("[增减升降涨跌]|率|同比|提高")
local CHANGED = re.new([[\b(?:increas|decreas|ris|rose|fell|fall|grew|declin|higher|lower|more|less|up|down|interest|probability|confidence|CI)]])

-- Pages laid out as a table have their text in one cell.
local LONG = 400
local function is_prose(s) return not s.cell or #s.cell.text > LONG end

local function usable(c) return c.value and c.is_claim and c.bound ~= "more_than" and c.bound ~= "less_than" and c.bound ~= "at_least" and c.bound ~= "at_most" and is_prose(c.sentence) end

-- The figures of the block before the rest that may make the whole with it, the
-- last ones first.
local function before(rest, kinds, most)
  local out, all = {}, rest.doc.claims
  for i = rest.index - 1, math.max(1, rest.index - 30), -1 do
    local c = all[i]
    if c.block.index ~= rest.block.index or c.sentence.index < rest.sentence.index - SENTENCES then break end
    if kinds[c.kind] and usable(c) and #out < most then out[#out + 1] = c end
  end
  return out
end

-- All sums of the first n figures, each with the last digits that it may be off.
local function sums_of(list, n)
  local out = { { sum = interval(0, 0), step = decimal(0), members = {} } }
  for i = 1, math.min(n, #list) do
    local c = list[i]
    for k = 1, #out do
      local s = out[k]
      local members = { table.unpack(s.members) }
      members[#members + 1] = c
      out[#out + 1] = { sum = s.sum + c.interval, step = s.step + c.last_digit, members = members }
    end
  end
  return out
end

local function slip_of(claim, wanted)
  if claim.digits < 2 or wanted:le(0) then return false end
  return near.miss(claim.value, wanted) == "transposed" or not claim.number_text:find("%d") and near.teen(claim.value, wanted)
end

-- Do the shares before it leave the rest?
local function fits_shares(rest, list, sums)
  for _, s in ipairs(sums) do
    local all = s.sum + rest.interval
    if #s.members > 0 and all:widen(s.step / 2):meets(HUNDRED) then return s end
    local first = s.members[#s.members] or rest -- the members go backwards
    for _, whole in ipairs(list) do
      if whole.index < first.index and all:meets(whole.interval) then return s end
    end
  end
end

-- The shares of the rest's own sentence, where it is told as their last one.
local function own_sentence(rest, list)
  local out = {}
  for _, c in ipairs(list) do
    if c.sentence.index == rest.sentence.index then out[#out + 1] = c end
  end
  local changed = rest.doc.lang == "zh" and CHANGED_ZH or CHANGED
  if #out == 0 or changed:find(rest.sentence.text) or rest.bound ~= "exact" then return nil end
  local total, step = rest.value, rest.last_digit
  for _, c in ipairs(out) do
    if c.bound ~= "exact" then return nil end
    total, step = total + c.value, step + c.last_digit
  end
  if (total - decimal(100)):abs() <= step or total:lt(70) or total:gt(130) then return nil end
  return { sum = total - rest.value, members = out, total = total }
end

local function judge_shares(rest, report)
  local list = before(rest, { percent = true }, MOST)
  if #list == 0 then return end
  local sums = sums_of(list, MOST)
  local fit = fits_shares(rest, list, sums)
  if fit then
    if #fit.members > 0 then report.agrees { at = rest, related = fit.members, how = "the rest of 100%" } end
    return
  end
  local found
  for _, s in ipairs(sums_of(list, NEAR)) do
    local wanted = #s.members > 0 and decimal(100)
    for _, c in ipairs(s.members) do wanted = wanted - c.value end
    if wanted and slip_of(rest, wanted) then found = { members = s.members, wanted = wanted } break end
  end
  local own = not found and own_sentence(rest, list)
  if own then found = { members = own.members, wanted = decimal(100) - own.sum } end
  if not found or found.wanted:le(0) then return end
  report {
    at = rest, related = found.members, message = "share", expected = found.wanted:text() .. "%",
    values = { wanted = found.wanted:text() },
  }
end

-- 26 (49.1%) of 53: the share beside the count is of that whole.
local function is_share_of(c, whole)
  local rate = c.doc.claims[c.index + 1]
  return rate and rate.kind == "percent" and rate.value and rate.sentence == c.sentence
    and (c.interval / whole.interval * 100):meets(rate.interval)
end

-- One digit differs: a slip where shares prove whole and members.
local function proved(rest, whole, members, left)
  if #members < 2 or not near.one_slip(rest.value:text(), left:text()) then return false end
  for _, c in ipairs(members) do
    if not is_share_of(c, whole) then return false end
  end
  return true
end

local KINDS = { count = true, amount = true }
local function judge_counts(rest, report)
  if not rest.decimals or rest.digits < 2 then return end
  local list, kept = before(rest, KINDS, COUNTS), {}
  for k = #list, 1, -1 do
    local c = list[k]
    local unit = c.unit == rest.unit or (c.unit == "" or rest.unit == "") and c.kind == rest.kind
    if unit and c.scale == rest.scale then kept[#kept + 1] = c end
  end
  local found
  for w, whole in ipairs(kept) do
    local left, members = whole.value, {}
    for k = w + 1, #kept do
      local c = kept[k]
      if c.value < whole.value then
        left, members[#members + 1] = left - c.value, c
        local slack = rest.last_digit * (rest.decimals > 0 and #members + 1 or 0) / 2
        if (left - rest.value):abs() <= slack or (whole.value - c.value - rest.value):abs() <= slack then
          report.agrees { at = rest, related = { whole, c }, how = "the rest of " .. whole.text }
          return
        end
      end
    end
    if whole.value == rest.value then return end
    if #members > 0 and left:gt(0) and (slip_of(rest, left) or proved(rest, whole, members, left)) then found = { whole = whole, members = members, wanted = left } end
  end
  if not found then return end
  local related = { found.whole }
  for _, c in ipairs(found.members) do related[#related + 1] = c end
  report {
    at = rest, related = related, message = "count", expected = found.wanted:text(),
    values = { wanted = found.wanted, whole = found.whole.text },
  }
end

return {
  api = 1,
  id = "remainder-mismatch",
  severity = "warning",
  languages = { "zh", "en" },
  on = {
    pattern = {
      "(?:其余|剩余|余下)(?![额款])",
      [[(?:\b[Tt]he|[Ii]ts|[Tt]heir|, a) (?:remaining|remainder|rest|balance|others?)\b]],
    },
  },
  summary = {
    zh = "“其余”的数与前面所列的数不符",
    en = "the remaining figure is not what the figures before it leave",
  },
  explain = {
    zh = [[“42%……26%……其余23%”：其余的百分比应与前面的合计为100%，其余的个数应为总数减去已列各项。前面任何几项能使其成立的，
不予报告；改动一处笔误（两位对调）即成立的，或同一句内各项与其余之和不为100%的，予以报告。]],
    en = [["42% ..., 26% ..., the remaining 23%": the rest and shares before it make 100 %, a remaining count is the whole less
what is told of it. Where any of the figures before make it true nothing is said; a finding is what two swapped digits (thirteen and
thirty) make true, or shares of one sentence that are told with their rest and make no 100 %.]],
  },
  messages = {
    share = {
      zh = "前面各项与其余合计应为100%，其余应为 {wanted}%，印为 {stated}",
      en = "the shares before leave {wanted} %, the rest is printed as {stated}",
    },
    count = {
      zh = "{whole} 减去所列各项，其余应为 {wanted}，印为 {stated}",
      en = "of {whole} the figures told leave {wanted}, the rest is printed as {stated}",
    },
  },
  examples = {
    bad = {
      { [[全市126个项目中,已开工48个、完工36个,其余24个正在办理手续。]], at = "24个" },
      { [[参加培训的企业共312家,其中已复工187家,其余152家仍在停工。]], at = "152家" },
      { [[受访者中步行的占40%,乘公交的占35%,其余52%驾车。]], at = "52%" },
      { [[Some 40% of pupils walked, 35% came by bus and the other 52% by car.]], at = "52%" },
      { [[Of the 90 schools, 12 had closed and the other 87 had not.]], at = "87" },
      { [[Appropriately vaccinated persons accounted for 42%, and 92% of cases in this group occurred among persons of 5 years. In 26% of cases, the patients were unvaccinated. The remaining 23% were persons for whom vaccine was indicated.]], at = "23%" },
      { [[About 60 of us met. Some people (60%) lived in towns and the remaining 30% in villages.]], at = "30%" },
      { [[Coal gave 45.1% of the power, gas 35.2% and wind 12.1%; the remaining 6.7% came from the sun.]], at = "6.7%" },
      { [[A total of 53 counties were out of compliance. Twenty-six were metropolitan. Four were not, and the remaining 32 counties were small.]], at = "32 counties" },
      { [[Of the 120 schools, 45 replied in June and 28 in July. The remaining 74 schools did not.]], at = "74" },
      { [[A total of 53 (23.3%) of 227 counties were out. Twenty-six (49.1%) were metropolitan, four counties (7.5%) were not, and the remaining 33 counties were small.]], at = "33 counties" },
      { [[Of the sample, 84% were women. The rest (61%) were men.]], at = "61%" },
    },
    good = {
      [[全市126个项目中,已开工48个、完工36个,其余42个正在办理手续。]],
      [[参加培训的企业共312家,其中已复工187家,其余125家仍在停工。]],
      [[受访者中步行的占40%,乘公交的占35%,其余25%驾车。]],
      [[全区15个街道中,7个增长,其余均下降5%以上。剩余额度36万元。]],
      [[Some 40% of pupils walked, 35% came by bus and the other 25% by car. Of the 90 schools, 12 had closed and the other 78 had not.]],
      [[Appropriately vaccinated persons accounted for 42%, and 92% of cases in this group occurred among persons of 5 years. In 26% of cases, the patients were unvaccinated. The remaining 32% were persons for whom vaccine was indicated.]],
      [[Carbon dioxide accounted for 84.4% of emissions. Methane accounted for 8.7% of emissions, nitrous oxide for 4.2% and other gases for the remaining 2.6%.]],
      [[Screening applies to 88.7% of adults. One recommendation applies to most adults (64.8%), with the remaining 23.9% under the other.]],
      [[A total of 53 counties were out of compliance. Twenty-six were metropolitan. Four were not, and the remaining 23 counties were small.]],
      [[Of the 120 schools, 45 replied in June and 28 in July. The remaining 47 schools did not.]],
      [[Prices rose 12% in spring and 8% in summer, and the remaining 5% rise came later. Of the 90 schools seen, 12 had closed; the remaining 60 beds were moved.]],
      [[Some 20% moved in 2001. They waited until the rest (31%) had sold.]],
    },
  },
  check = function(m, report)
    local rest = m:next_figure()
    if not rest or not usable(rest) then return end
    local gap = figures.gap(m:place(), rest, 80)
    if not gap or not (rest.doc.lang == "zh" and LEAD_ZH:find(gap) or LEAD:find(gap) or NOUN:find(gap)) then return end
    if rest.kind == "percent" then judge_shares(rest, report) elseif KINDS[rest.kind] then judge_counts(rest, report) end
  end,
}
