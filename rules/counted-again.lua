-- 规划建设6台核电机组。……8台机组全部建成后: all of them are those told before.
local calendar = lib "calendar"

local NUMBER = [[(?<n>\d{1,4}|[一二三四五六七八九十两]{1,3})]]
local UNIT = [[(?<unit>台|座|条|架|艘|处|口|栋|组|家|所|个)]]
local DONE = [[(?:已|将)?(?:全部|全都|均已|都已)(?:建成|投产|投运|完工|竣工|完成|投入|开工|达产|并网|通车|交付)]]
local BACK = 12

-- Is the claim a number of the same things: 6台|百万千瓦级核电机组?
local function is_same(claim, m)
  if claim.unit_text ~= m.unit or not claim.value then return false end
  local behind = claim:after(16)
  local noun = behind:find(m.noun, 1, true)
  local mark = behind:find("[,;]") or #behind
  local stop = behind:find("。", 1, true) or #behind
  return noun ~= nil and noun < mark and noun < stop
end

return {
  api = 1,
  id = "counted-again",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = NUMBER .. UNIT .. [[(?<noun>[一-龥]{2})]] .. DONE },
  summary = {
    zh = "“8台机组全部建成”与前文“6台……机组”的个数不同",
    en = "all of so many are done, but another number was told before",
  },
  explain = {
    zh = [[“N台机组全部建成”说的是同一段前面说过的那几台；前面只有一种个数而与之不同时报告。]],
    en = [["All N units are built" speaks of those told before in the paragraph; reported where one other number was.]],
  },
  messages = {
    base = {
      zh = "这里是 {stated}，前文是 {other}",
      en = "{stated} here, {other} before",
    },
  },
  examples = {
    bad = {
      { [[项目规划建设6台百万千瓦级核电机组,包含两种堆型。8台机组全部建成后,年发电量约520亿千瓦时。]], at = "8台" },
    },
    good = {
      [[全年实施了40个民生项目。投资9600万元的向阳幼儿园等6个项目全部完工。]],
      [[项目规划建设6台百万千瓦级核电机组,包含两种堆型。6台机组全部建成后,年发电量约520亿千瓦时。]],
      [[项目一期2台机组、二期4台机组。6台机组全部建成后,年发电量约520亿千瓦时。]],
    },
  },
  check = function(m, report)
    local n = calendar.number(m.n)
    local at
    for _, claim in ipairs(m.sentence.claims) do
      if claim.text == m.n .. m.unit and claim:after(2) == m.noun then at = claim end
    end
    if not (n and at) or at:before(1) == "等" then return end -- 向阳幼儿园等6个项目
    local other, several = nil, false
    for step = 1, BACK do
      local claim = m.doc.claims[at.index - step]
      if not claim or claim.block ~= at.block then break end
      if is_same(claim, m) then
        if claim.value:eq(n) then
          report.agrees { at = at, related = claim, how = claim.text }
          return
        end
        several = several or (other ~= nil and other.value ~= claim.value)
        other = other or claim
      end
    end
    if other and not several then
      report { at = at, related = other, expected = other.text, values = { other = other.text } }
    end
  end,
}
