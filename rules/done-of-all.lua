-- 68个项目已开工74个: of so many things more are done than there are.

local UNIT = [[(?<unit>个|项|家|座|条|所|户|支|件|处|名|台|辆|口|栋|幢|套|艘|宗|起|期|门|部|批)]]
local DONE = [[(?:开工|开建|完成|竣工|建成|投产|投用|投运|复工|复产|整改|销号|办结|落地|到位|开通|通车|交付|启动|实施|签约|受理|达标|通过|验收|投入|脱贫|摘帽|出列|改造|覆盖|达产|入库|收治|出台|挂牌|揭牌|运营|入驻|开业|开馆|退出|关停|关闭|化解|处置|修复|治理|安置|搬迁|入住|封顶|并网|上线|供货)]]
local HEAD = [[(?<![\d.,])(?<n>\d{1,5})]] .. UNIT .. [[(?<noun>[^,。;:、()\d]{0,16}?)(?:[,]?(?:其中|目前|现|截至目前,?)?)已(?:经|全部)?]]

-- What is planned or comes new may be exceeded or added to what there was.
local AIMS = re.new([[计划(?!的|内|项目)|目标|任务|力争|拟|预计|指标|新增|净增|新建(?!项目)|新设|增加|另有?|总数|又|其余[^,]*$]])
local CLAUSE = re.new("[^,。;:]*$")
local ALL = re.new("增至|增加到|扩大|累计|总数|达到|超过|超额|突破|比")
-- 已开工项目74个 counts projects; 已完成74个点位的 counts points.
local ENDS = re.new([[^(?:[^一-龥]|。|建成|开工|通|完成|并|和|投|实现|进入)]])
local FARTHEST = 3 -- times the whole: what is more is of something else

return {
  api = 1,
  id = "done-of-all",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = {
      HEAD .. [[有?]] .. DONE .. [[(?:了|的|的有)?(?:约|近)?(?<done>(?<m>\d{1,5})\k<unit>)]],
      HEAD .. [[有(?<done>(?<m>\d{1,5})\k<unit>)(?=]] .. DONE .. [[|实现|通|进入|投)]],
    },
  },
  summary = {
    zh = "已完成的个数多于总数（68个项目已开工74个）",
    en = "of so many things more are done than there are (68 projects, 74 of them begun)",
  },
  explain = {
    zh = [[“N个项目已开工M个”“N户已脱贫M户”：已完成的是其中的一部分，M大于N时报告。计划数、目标任务可以超额，新增的可以加在原有之上，不核对。]],
    en = [["Of N projects M have begun" (N个项目已开工M个): what is done is a part of the whole. Plans and aims may be exceeded, what
is new adds to what there was: these are not judged.]],
  },
  messages = {
    base = { zh = "总共 {n}，已完成的却有 {stated}", en = "{stated} are done of {n}" },
  },
  examples = {
    bad = {
      { [[68个项目已开工74个,完成投资32亿元。]], at = "74个" },
      { [[全年安排重点项目68个,已开工74个。]], at = "74个" },
      { [[156个行政村已有184个通硬化路。]], at = "184个" },
      { [[全市12个县区已有19个建成示范县。]], at = "19个" },
      { [[省定民生实事20件,目前已完成28件。]], at = "28件" },
      { [[县里派出的32支工作队已到位33支。]], at = "33支" },
    },
    good = {
      [[86个重大项目已开工74个。33座隧道已有29座实现进洞施工。156个行政村已有148个通硬化路。]],
      [[计划新建充电桩600个,已建成650个。3200户改造任务已竣工3980户。全国新增30个,已建成125个。]],
      [[18个比赛项目,目前已有60个国家报名。3个试点县已完成120个村庄规划。大赛12个项目已完成15个国家的报名。]],
    },
  },
  check = function(m, report)
    local n, done = tonumber(m.n), tonumber(m.m)
    local at = m:place("done")
    local behind = at:after(4)
    if AIMS:find(CLAUSE:match(m:place("n"):before(40))) or AIMS:find(m.noun) or ALL:find(m.text) or behind ~= "" and not ENDS:find(behind) then return end
    local whole = m:place("n")
    if done <= n then
      report.agrees { at = at, related = whole, how = m.m .. " ≤ " .. m.n }
    elseif done <= n * FARTHEST then
      report { at = at, related = whole, values = { n = m.n .. m.unit } }
    end
  end,
}
