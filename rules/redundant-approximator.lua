-- Two words that bound one number. Some pairs say the same twice (约…左右),
-- others contradict each other (近…余); both are a matter of wording.
local NUMBER = [[(?:[有占为达需]|达到)?(?<number>\d[\d,.]*\s?[十百千万亿]{0,3}|[一二两三四五六七八九十百千万]{1,6})]]
local UNIT = [[(?:个?百分点|[%‰]|[A-Za-z一-龥]{1,3}?)?]]
-- 附近, 节约, 赶超 are no bounds.
-- What must not stand before a word is asked behind it, for few words are there.
local FRONT = [[(?:(?<about>约(?<![节条公合预契签制缩简隐违特]约)|大约|大概|近(?<![附靠临最邻远亲]近)|将近|接近)]]
  .. [[|(?<more>超(?<![赶反不]超)过?|逾(?<![不未]逾)|突破|高于(?<![不未]高于)|不少于|不低于|不小于|至少|最少)]]
  .. [[|(?<less>不足|不到|低于(?<![不未]低于)|少于|不超过|不高于|不多于|至多|最多))]]
local BACK = [[(?:]] .. UNIT .. [[(?<back>左右(?![两手侧岸摇])|上下(?![游级])|以上(?!学历)|以[下内])|(?<tail>余|多(?![元样种项次边])))]]
local EN = [[(?<number>[$£€]?\d[\d,.]*(?:\s(?:million|billion|percent))?%?)(?:\s[a-z]+)?\s]]

-- 超过…以下 and 不足…以上 are no pairs: 以下 may begin what follows.
local function pair(m)
  local back = m.back or m.tail
  if m.about then return m.about, back end
  if m.more then return m.more, back ~= "以下" and back ~= "以内" and back end
  return m.less, back ~= "以上" and not m.tail and back
end

local RECENT = re.new("^(?:年|个?多?年|个?月|天|日|周)") -- 近十年左右

return {
  api = 1,
  id = "redundant-approximator",
  severity = "note",
  on = {
    pattern = {
      FRONT .. NUMBER .. BACK,
      [[\b(?<about>[Aa]bout|[Aa]pproximately|[Aa]round|[Rr]oughly|[Nn]early|[Aa]lmost|[Ss]ome|[Oo]ver|[Mm]ore than|[Aa]t least)\s]]
        .. EN .. [[(?<back>or so|or thereabouts|approximately)\b]],
      [[\b(?<about>[Oo]ver|[Mm]ore than|[Aa]t least)\s]] .. EN .. [[(?<back>or more|and over|or over|and above)\b]],
    },
  },
  summary = {
    zh = "一个数前后有两个约数词（约300人左右、近百余家、超过50%以上）",
    en = "one number has two approximators (about 300 or so, at least 5 or more)",
  },
  explain = {
    zh = [[“约…左右”“超过…以上”意思重复，“近…余”“约…以上”“不足…左右”前后矛盾，保留一个即可。
“近十年左右”的“近”指最近，“节约”“附近”不是约数词，不报。属行文问题，只作提示。]],
    en = [["About 300 or so", "at least 5 or more" say one thing twice, 近…余 and 约…以上 contradict
themselves; one of the two words is enough. A matter of wording, so a note.]],
  },
  messages = {
    base = {
      zh = "“{front}”与“{back}”重复或矛盾，保留一个：“{whole}”",
      en = "“{front}” and “{back}” say the same or contradict each other: “{whole}”",
    },
  },
  examples = {
    bad = {
      { [[全市参训人员约300人左右。]], at = "约300人左右" },
      { [[合格的约占三成以上。]], at = "约占三成以上" },
      { [[引进近百余家企业。]], at = "近百余" },
      { [[投诉办结率超过95%以上。]], at = "超过95%以上" },
      { [[收集线索约1.2万余条。]], at = "约1.2万余" },
      { [[平均等候时间不足5分钟左右。]], at = "不足5分钟左右" },
      { [[The survey reached about 300 households or so.]], at = "about 300 households or so" },
    },
    good = {
      [[全市参训人员约300人，左右两侧各设展位。]],
      [[近三年左右的时间里，新增企业300多家，节约30万元以上。]],
      [[超过95%，不少于30人，不超过5%，附近10个以上站点。]],
      [[The survey reached at least 5 or 6 of about 300 households.]],
    },
  },
  check = function(m, report)
    local whole = m[0]
    local front, back = pair(m)
    if not back then return end
    local behind = whole:sub(select(2, whole:find(m.number, 1, true)) + 1)
    if front == "近" and RECENT:find(behind) then return end
    report { at = m:place(), stated = whole, values = { front = front, back = back, whole = whole } }
  end,
}
