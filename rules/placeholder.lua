-- What an author leaves to be filled in later, and what a program leaves where
-- it found nothing.
local UNIT = [[(?:[年月日时%‰万亿元个家人名户项件次条座所吨亩台套]|个?百分点|公里|平方米|千瓦|[省市县区乡镇村街局厅处][^一-龥]|公司|单位|部门|街道|有限)]]

-- 万 and 亿 before a unit, not at the head of a name (__万科__).
local SCALE = [[[万亿](?:[元美人吨户亩件个台辆平立千套张次项家册公米斤桶亿]|(?![一-龥]))]]

-- The second of ?? is a sentence of its own; a number was meant where a unit
-- follows.
local QUESTION = re.new([=[^[?]]=])
local BEHIND = re.new([[^\s?]] .. UNIT)

return {
  api = 1,
  id = "placeholder",
  severity = "warning",
  on = {
    pattern = {
      [[(?<![A-Za-z0-9×])(?:[Xx]{2,}|×{2,})(?=\s?]] .. UNIT .. [[)]],
      [[(?<![A-Za-z0-9×])×{2,}(?![0-9×])]],
      [[[$£€]?\b[Xx]{2,}(?:[.,][Xx]+)?(?=\s?%|\s(?:percent|million|billion|thousand|people|patients|participants|months|days)\b)]],
      [[_{2,}(?=\s?(?:[%‰]|]] .. SCALE .. [[|家|户|吨|亩|个?百分点|平方米)|\s(?:percent|million|billion)\b)]],
      [=[[(\[【](?:此处|数据|数字)?待(?:补|填|核实|核|确认|更新|定)[^)\]】]{0,6}[)\]】]]=],
      [[(?:数据|数字|金额|具体数)待(?:补充?|填写?|核实?|更新)(?![查对准])]],
      [[\b(?:TBD|(?<![A-Z] |[A-Z][a-z] |the |\x{2018}|\x{201C}|["'])TBC(?!\s[A-Z]|['’])|(?<![A-Z][a-z] |[A-Z][a-z]{2} |[A-Z][a-z]{3} |[A-Z][a-z]{4} |[A-Z][a-z]{5} |[A-Z][a-z]{6} |[A-Z][a-z]{7} )TKK?(?![,.] (?:[A-Z]|et al)| ?\d))\b]],
      [=[\[(?:●|•|▲|■|\*|[Xx]{1,5}|insert\b[^\]]{0,40}|to (?:be|come)\b[^\]]{0,30}|TO (?:BE|COME)[^\]]{0,30}|date|amount|number|name)\]]=],
      [[(?<=^|[,。;:、(\s]|[在由经至到从于向与和及])某某(?=[年月省市县区局%万亿个家]|公司|单位|部门|项目)]],
      [=[^[?]]=],
      [[#(?:REF!|DIV/0!|VALUE!|NAME\?|N/A|NUM!|NULL!)]],
      [[(?:未找到引用源|未定义书签|Reference source not found|Bookmark not defined|No text of specified style in document)]],
      [[\b[Ll]orem ipsum\b]],
    },
  },
  summary = {
    zh = "占位符没有替换（XX万元、××公司、[●]、待补、#REF!）",
    en = "a placeholder was never filled in (XX%, TBD, [●], #REF!)",
  },
  explain = {
    zh = [[起草时留下的XX、××、____、[●]、“（待补）”、TBD，以及表格和字段更新失败留下的#REF!、
“错误!未找到引用源”，定稿前都应替换。XX、____只在后面跟单位或量词时报，签字栏的空线、XX染色体不报；
前面有姓氏的“张某某”不报。]],
    en = [[XX, ____, [●], TBD left by an author and #REF! or "Error! Reference source not found" left by a
program. XX and ____ are reported in front of a unit only, so that signature lines and chromosomes are not.]],
  },
  messages = {
    base = {
      zh = "“{at}”是没有替换的占位符",
      en = "{at} is a placeholder that was not filled in",
    },
  },
  examples = {
    bad = {
      { [[全年完成投资XX亿元，增长8%。]], at = "XX" },
      { [[由××公司承建。]], at = "××" },
      { [[受理事项____万件。]], at = "____" },
      { [[新增就业12万人（待核实），失业率下降。]], at = "（待核实）" },
      { [[全年接待游客??万人次。]], at = "?", nth = 2 },
      { [[截至某某年底完成验收。]], at = "某某" },
      { "| 项目 | 金额 |\n|---|---|\n| 合计 | #REF! |", at = "#REF!" },
      { [[各地情况见错误!未找到引用源。]], at = "未找到引用源" },
      { [[Sales rose by XX% in the quarter.]], at = "XX" },
      { [[The number of sites is TBD.]], at = "TBD" },
      { [[The meeting will be held on [●] 2030.]], at = "[●]" },
    },
    good = {
      [[外形尺寸3×4×5米，张某某公司职工，户口待定的人。]],
      [[文件为2020-03-18__万科企业股份有限公司__200002__万科__年报.pdf。]],
      [[负责人签字：____  日期：____年____月____日]],
      [[Perrine CG, Pickens CM, Boehmer TK, et al. Characteristics of an outbreak. 2019;68:860.]],
      [[Boehmer TK, DeVies J, Caruso E. Changing age distribution of the pandemic. 2020;69:7.]],
      [[TBC Bank Group reports on TBC's branches; TBC PLC is its parent.]],
      [[Females have two XX chromosomes; World War II and Title XX programmes [1] were reviewed.]],
    },
  },
  check = function(m, report)
    local place = m:place()
    if QUESTION:find(m[0]) and not (place:before(1) == "?" and BEHIND:find(place:after(3))) then return end
    report { at = place }
  end,
}
