-- What was founded or begun in 2018 was not finished, listed or in hand in 2017.
local DAY = [[(?:19|20)\d\d\s?年(?:(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)|底|初|末)?]]
local BEGINS = [[(?:成立|设立|创立|创建|组建|注册|始建|开建|开工|动工|破土|奠基|立项|启动建设)]]
local ENDS = [[(?:建成|竣工|投产|通车|上市|完工|验收|投入(?:使用|运营|运行)|交付|启用|开业|运营|注销|完成)]]
local BEHIND = [[(?:正式|全面|全线|经[^,。;\d]{1,8}批准|在[^,。;\d]{1,12})?]]
-- Of something before it: 前身为1995年成立的……
local BEFORE = re.new([[前身|原|曾|其中|[一二三四]期|改制|更名|迁|重组|去年|另|续建|改扩建|扩建|恢复|重新|再次]])

local function judge(m, report)
  local first, last = m:figure("a"), m:figure("b")
  if not (first and last) or first.first == "" or last.last == "" or BEFORE:find(m.text) then return end
  local values = { first = first.text, last = last.text }
  if last.last < first.first then
    report { at = last, related = first, values = values }
  else
    report.agrees { at = last, related = first, how = first.text .. " ≤ " .. last.text }
  end
end

return {
  api = 1,
  id = "event-order",
  severity = "warning",
  languages = { "zh" },
  on = {
    pattern = {
      BEGINS .. [[(?:时间|日期)?[于为:](?<a>]] .. DAY .. [[)[^。;\d]{0,24}(?:截[至止]|到)(?<b>]] .. DAY .. [[)]],
      BEGINS .. [[(?:时间|日期)?[于为:](?<a>]] .. DAY .. [[)[^。;\d]{0,16}(?<b>]] .. DAY .. [[)]] .. BEHIND .. ENDS,
      [[(?<a>(?:19|20)\d\d年以来)[^。;]{0,40}?(?:截[至止]|到|至)(?<b>(?:19|20)\d\d年)(?!以来)]],
      [[(?<a>]] .. DAY .. [[)]] .. BEHIND .. BEGINS .. [[[^。;\d]{0,16}(?<b>]] .. DAY .. [[)]] .. BEHIND .. ENDS,
    },
  },
  summary = {
    zh = "建成、上市、截止的日期早于成立、开工的日期",
    en = "what was founded or begun is finished, listed or told of before that day",
  },
  explain = {
    zh = [[“成立于2018年5月，截至2017年底”“2020年4月动工，2019年10月竣工”：两个日期必有一误。
说到前身、一期二期、改制、扩建的句子不判断。]],
    en = [[One of two dates is wrong where the end comes before the beginning. Sentences that name
a predecessor, a further phase or a rebuilding are left alone.]],
  },
  messages = {
    base = {
      zh = "{last}早于前面的{first}",
      en = "{last} is earlier than {first}, when it began",
    },
  },
  examples = {
    bad = {
      { [[2015年以来,六年间累计投入32亿元,到2012年全面完成。]], at = "2012年" },
      { [[云泽水务公司成立于2018年5月,截至2017年12月31日,公司资产总额3.2亿元。]], at = "2017年12月31日" },
      { [[工程2020年4月动工,2019年10月竣工验收,总投资3.6亿元。]], at = "2019年10月" },
      { [[公司设立于2011年8月,2010年10月在深圳证券交易所上市。]], at = "2010年10月" },
    },
    good = {
      [[云泽水务公司成立于2018年5月,截至2018年12月31日,公司资产总额3.2亿元。]],
      [[工程2020年4月动工,2022年10月竣工验收;二期工程2023年开工建设,一期工程2022年建成。]],
      [[公司设立于2011年8月,前身为2003年10月投产的云泽机械厂。]],
    },
  },
  check = judge,
}
