local aims = lib "aims"

return {
  api = 1,
  id = "threshold-contradiction",
  severity = "error",
  on = { link = "threshold", pattern = { aims.higher, aims.digits, aims.worded, aims.grown } },
  summary = {
    zh = "“突破”“超过”“不足”的界限与随后给出的数值矛盾",
    en = "a mark said to be passed (or not reached) and the figure said right behind disagree",
  },
  explain = {
    zh = [[“首次突破2000亿元，达到1965.6亿元”：数值没有超过所说的界限。界限取其字面值，数值按印刷精度取区间，
整个区间都在错误一侧才报告。]],
    en = [["More than 2,000, reaching 1,965": the figure is not above the mark. The mark counts as printed,
the figure as the interval of its precision; only an interval wholly on the wrong side is reported.]],
  },
  messages = {
    above = {
      zh = "称超过 {mark}，实际为 {value}，并未超过",
      en = "said to be above {mark}, but the figure is {value}",
    },
    aim = {
      zh = "“力争”的 {value} 不高于起码的 {mark}",
      en = "the aim {value} is not above the least that is required, {mark}",
    },
    digits = {
      zh = "{value} 不是“{mark}”",
      en = "{value} is not “{mark}”",
    },
    turn = {
      zh = "由个位数到十以上，不是“{word}”",
      en = "from fewer than ten to more than ten is no “{word}”",
    },
    below = {
      zh = "称不足 {mark}，实际为 {value}，已经超过",
      en = "said to be below {mark}, but the figure is {value}",
    },
  },
  examples = {
    bad = {
      { [[铁路船舶行业保持两位数增长,增速为2.0%。]], at = "2.0", severity = "warning" },
      { [[出口连续三年保持个位数增长,增幅为12.3%。]], at = "12.3", severity = "warning" },
      { [[四年前这条街上的企业还是个位数,现如今已经减少到十多家。]], at = "减少", severity = "warning" },
      { [[5月当月,我国进出口4.45万亿元,已连续3个月超过5万亿元。]], at = "4.45万亿元" },
      { [[地区生产总值迈上6万亿元台阶,达到62661万元。]], at = "62661万元" },
      { [[地区生产总值增长7%以上、力争达到6%。]], at = "6", severity = "warning" },
      { [[有效专利同比增长4.9%,实现了将近两位数的增长。]], at = "4.9", severity = "warning" },
      { [[进出口总值同比增长8.6%,实现两位数增长。]], at = "8.6", severity = "warning" },
      { [[人均可支配收入达到4.56万元,首次突破5万元大关。]], at = "4.56万元" },
      { [[全省进口首次超2000亿元,达到1965.6亿元。]], at = "1965.6亿元" },
      { [[全市粮食产量突破50万吨,达到48.7万吨。]], at = "48.7万吨" },
      { [[农村居民人均可支配收入突破2万元大关、达到1.82万元。]], at = "1.82万元" },
    },
    good = {
      [[铁路船舶行业保持两位数增长,增速为12.0%;汽车行业保持个位数增长,增速为8.4%。产业投资实现两位数增长,技改投资增长9.6%。]],
      [[四年前这条街上的企业还是个位数,现如今已经增加到十多家;事故由十余起减少到个位数。]],
      [[地区生产总值迈上6万亿元台阶,达到62661亿元。]],
      [[枪击频发,8人死亡,至少32人受伤;冲突已造成27人死亡,上百人受伤。台风已经导致至少30人死亡,7人失踪。]],
      [[已有超过5240万只禽鸟死亡,超过先前最高纪录2015年的5050万只。军费超过8100亿美元,而邻国为720亿美元。]],
      [[监管区域以不到两万分之一的国土面积,贡献了全国五分之一的进出口总值。]],
      [[在受灾的八千余万亩农田中,有三千万亩尚未排出积水。]],
      [[毛入园率、巩固率、毛入学率分别提升至95%左右、96%以上、93%以上;分组为"30岁以下"、"31-50岁"、"50岁以上"。]],
      [[地区生产总值增长7%以上、力争达到8%,失业率控制在5.5%以内、力争5%。]],
      [[有效专利同比增长9.4%,实现了将近两位数的增长;出口增长12.3%,连续8年保持两位数增长。进出口总值同比增长10.6%,实现两位数增长。]],
      [[人均可支配收入达到5.06万元,首次突破5万元大关。]],
      [[2019年进口达到86亿元,2020年突破90亿元。]],
      [[全省进口首次超2000亿元,达到2165.6亿元。]],
      [[全市常住人口突破300万人,达到301.2万人。]],
      [[假期人员流动量超6亿人次，日均2.1亿人次。]],
      [[全年旅游收入超过80亿元,接待游客1200万人次。]],
    },
  },
  check = function(link, report, _, doc)
    if link.type ~= "link" then return aims.check(link, report) end
    local mark, level = link.base, link.level
    local value = level.amount
    if doc.lang == "zh" and lib("turned_zh").between(level, mark) then return end
    if not (value.low and value.high) or mark.bound == "about" then return end -- approximation-contradiction's
    local printed = mark.low or mark.high
    if not printed then return end
    local limit = printed * mark.factor
    local above = mark.bound == "more_than" or mark.bound == "at_least"
    local wrong
    if above then wrong = value.high < limit else wrong = value.low > limit end
    if wrong then
      report {
        at = level, related = { mark }, stated = level.text, expected = mark.text,
        message = above and "above" or "below",
        -- In English the figure may be of a part (“with … reaching”).
        severity = doc.lang == "en" and "warning" or "error",
        values = { mark = mark.text, value = level.text },
      }
    else
      report.agrees { at = level, related = { mark }, how = mark.text .. " / " .. level.text }
    end
  end,
}
