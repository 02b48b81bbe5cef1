-- students in grades 9–12, and once in grades 6–12: the link holds the place of a
-- number that stands once, and those of the number that the same words have
-- otherwise (checker/link/framed_en.c, which counts what was counted); or the two
-- numbers of a passage that is told twice word for word (verbatim_en.c).
local FRAMED = 30 -- strength of such links
local POINTS = re.new("^ basis[ -]points?") -- what drove a margin is told of each segment in the same words

-- Laws have years; of each segment a share of one digit is told; paragraph 3), pages 138.
local LAW = re.new([[\b(?:Act|Code|Order|Law) of $]])
local CITED = re.new([[\b(?:paragraph|pages?|para\.|clause|section|[Cc]ols?\.|[Cc]odes? [\d.]+(?:-|–|--)) ?$|\[$|\d;$]])
local SHARE = re.new([[^ ?(?:%|per ?cent\b|percentage points?|points?\b)]])
local NOTE = re.new([[^\]\s]])
local function are_swapped(a, b)
  local x, y = { a:byte(1, -1) }, { b:byte(1, -1) }
  table.sort(x)
  table.sort(y)
  return table.concat(x, " ") == table.concat(y, " ")
end
-- 1 being “strongly disagree” to 4 being “strongly agree”: the end of a scale.
local SCALE_END = re.new([=[^ ?(?:being|representing|indicating|meaning|denoting|signifying|labell?ed|=) ?(?:["“‘'(]|strongly|very|not|never|always|extremely)]=])
-- a difference of -21%, and of 11%
local SIGNED = re.new([=[(?:^|[\s(])[-−–]$]=])
-- ** Forced by someone among the 58.0% …, below ¶ Hurt by someone among the 58.2% …: notes of one table.
local NOTE_OF = re.new([=[(?:^|[.\s])\\?\^?(?:\\?[*†§¶‡])+\^?\s?[A-Z][^†§¶‡]*$]=])
local NOTES_APART, NOTE_BYTES = 4, 300 -- blocks; characters in front
local function are_notes(a, b)
  local between = a.block.index - b.block.index
  return between <= NOTES_APART and between >= -NOTES_APART and NOTE_OF:find(a:before(NOTE_BYTES)) ~= nil and NOTE_OF:find(b:before(NOTE_BYTES)) ~= nil
end
-- aged 55 years and younger; aged 56 years and older: the next class.
local CLASS = 200
local UP, DOWN = "(?:older|over|above)", "(?:younger|under|below)"
local BEHIND = "(?: years?)?(?: of age)?,? (?:and|or) "
local UPWARD, DOWNWARD = re.new("^" .. BEHIND .. UP), re.new("^" .. BEHIND .. DOWN)
local function is_next_class(anchor)
  local n, after = math.tointeger(tonumber(anchor.text)), anchor:after(30)
  if not n or n > CLASS then return false end
  local up = UPWARD:find(after) ~= nil
  if not up and not DOWNWARD:find(after) then return false end
  return re.new("\\b" .. (up and n - 1 or n + 1) .. BEHIND .. (up and DOWN or UP)):find(anchor.sentence.text) ~= nil
end

local function is_of_each(anchor, usual)
  if #anchor.text <= 2 and SCALE_END:find(anchor:after(16)) or is_next_class(anchor) or are_notes(anchor, usual) then return true end
  if (SIGNED:find(anchor:before(2)) ~= nil) ~= (SIGNED:find(usual:before(2)) ~= nil) then return true end
  if LAW:find(anchor:before(14)) and not are_swapped(anchor.text, usual.text) then return true end
  if CITED:find(anchor:before(14)) or NOTE:find(anchor:after(3)) then return true end
  return #anchor.text == 1 and #usual.text == 1 and SHARE:find(anchor:after(18)) ~= nil
end

return {
  api = 1,
  id = "framed-number",
  severity = "warning",
  languages = { "zh", "en" },
  on = { link = "same_name" },
  summary = {
    zh = "同样的词句中总是同一个数字，只有一处不同",
    en = "words that always have one number have another in one place, a slip of the pen away",
  },
  explain = {
    zh = [[“aged 15–44 years”“Section 302 of the Act”一类词句中的整数全文一致，只有一处差一笔（两位对调、一位不同、漏一位或多一位），
且该数字全文仅此一处时报告。金额、百分数、小数和参考文献不看。
中文：同一名词前的个数（推进39个欠发达县域、推进36个欠发达县域）在两段中差一笔，且所数的是已有之物（不是新建、新增、等几个）时报告。
整段词句逐字相同（两侧各五个词以上）而只有一个数字、月份不同的，金额和百分数也报。
英文名称中的数字（nine-member board、12-week programme、17 Sustainable Development Goals、the 26 districts、the 2016 census）全文只有两种，一种仅此一处、
与另一种相差不大而周围词语相似的，也报。]],
    en = [[Where the words on both sides of a whole number (aged 15–44 years, Section 302 of the Act) have one number of three
digits and more twice (years three times; numbers of names, Section 302, and swaps of two digits four times), and another only once that stands nowhere else, a slip of
the pen away, that one is in doubt. Amounts of money, percentages, decimals and references are left out: sentences about them are built alike. In Chinese, counts before one noun in two paragraphs, where they are of what there is and not of what is new. Where five words and more on either side, fourteen in
all, are the same, any number that is a slip off, and any month or small numeral, is reported. A number in a name (a nine-member board, a 12-week
programme, 17 Sustainable Development Goals, the 26 districts, the 2016 census) is in doubt where the document has it once, the name one other number that is near, and the words about both are alike.]],
  },
  messages = {
    base = {
      zh = "此处为 {stated}，同样的词句别处为 {expected}",
      en = "{stated} here; the same words have {expected} elsewhere",
    },
  },
  examples = {
    bad = {
      { "The districts differed in age, with Lowland farms having the highest mean age (53) and Coastal farms the lowest (28).\n\nFarms were of all ages, with Lowland farms having the highest mean age (35) and Coastal farms the lowest (28). They were small.", at = "35" },
      { [[Letters of taxpayers are answered within 30 days of receipt by the office. The office answered few letters within 30 days of receipt.

In May letters were answered by the office within 27 days of receipt.]], at = "27" },
      { [[The nine-member board of the bank sets the rate. Votes of the nine-member board are secret.

By law an eight-member board of the bank meets each month.]], at = "eight" },
      { [[Patients took part in a 12-week exercise programme at home. The 12-week exercise programme was led by nurses.

After the 10-week exercise programme at home patients led by nurses walked further.]], at = "10" },
      { [[Members adopted the 17 Sustainable Development Goals in New York. Cities report on the 17 Sustainable Development Goals.

Of poverty, hunger and health speak the first of the 16 Sustainable Development Goals of New York.]], at = "16" },
      { [[Teachers in the 26 districts of the county were asked for their views by post. Each of the 26 districts of the county has a school.

In all 62 districts of the county pupils were asked, too.]], at = "62" },
      { [[Under the 3-dose series of the vaccine children are safe. Most children had the 3-dose series of the vaccine.

A 2-dose series of the vaccine was given to few children.]], at = "2" },
      { [[Agreement was told on a 5-point scale from none to full. Answers on the 5-point scale were added up.

From none to full the 4-point scale had good agreement.]], at = "4" },
      { [[Households were drawn from the 2016 census of the county. Data of the 2016 census of the county are old. Since the 2016 census the county has grown.

The county of the 2013 census data had fewer old households.]], at = "2013" },
      { "全面落实民营经济32条政策,营商环境更好。\n\n深入实施条例,落实落细民营经济23条政策。", at = "23" },
      { "一年来,扎实推进39个欠发达县域托底性帮扶。\n\n今年扎实推进36个欠发达县域托底性帮扶。", at = "36" },
      { "**产业升级。**13条重点产业链全面起势。\n\n聚焦现代化产业体系,深入推进15条重点产业链倍增计划。\n\n做强13条重点产业链。", at = "15" },
      { "# Business improvement districts\n\nFindings showed that districts in the city were associated with a large reduction in robberies and an 8% reduction in violent crime overall across the whole period of study.\n\n"
        .. "Evidence showed that districts in the city were associated with a large reduction in robberies and an 18% reduction in violent crime overall across the whole period of study.",
        at = "18" },
      { "The share of members who had agreed to the transfer of the pension fund by June was large in all three of the regions.\n\nMinutes. The share of members who had agreed to the transfer of the pension fund by July was large in all three of the regions.",
        at = "July" },
      { [[A road with more than 10,000 vehicles per day is a highway. Of the roads with more than 10,000 vehicles per day most are in towns. In all, roads with more than 10,001 vehicles per day were counted.]],
        at = "10,001" },
      { [[The officers signed what Section 302 of the Act asks for. Under Section 302 of the Act it is filed. What Section 302 of the Act says is known. As Section 302 of the Act says, all sign. A statement under Section 320 of the Act was furnished.]],
        at = "320" },
      { [[Most pupils aged 14–18 years were asked. Few pupils aged 14–18 years were ill. All pupils aged 14–18 years were in school. Of pupils aged 14–18 years half were girls. Some pupils aged 41–18 years were absent.]],
        at = "41" },
    },
    good = {
      [[Members told their agreement with each of the statements (1 being “strongly disagree” to 5 being “strongly agree”) after the film was shown to them.

Members told their agreement with each of the statements (1 being “strongly disagree” to 4 being “strongly agree”) after the film was shown to them.]],
      [[^¶^ Having been hurt on purpose by someone they were going out with, one or more times, among the 58.2% of pupils nationwide who went out with someone during the 12 months before the survey.

\*\* Having been forced to things by someone they were going out with, one or more times, among the 58.0% of pupils nationwide who went out with someone during the 12 months before the survey.]],
      [[The vaccine is for adults aged 65 years and older. Most adults aged 65 years and older had it. Of adults aged 65 years and older few did not. All adults aged 65 years and older may ask. The new one is for adults aged 55 years and younger; the old one is for adults aged 56 years and older.]],
      [[Analyses of six-day weighed food diaries showed that few were complete. Daily lists and three-day weighed food diaries were kept by half of them.]],
      [[A placebo-controlled study of the drug. N Engl J Med 1987;317:185-91. A trial of it in two cities. N Engl J Med 1987;316:61-6. A cohort of men. N Engl J Med 1987;316:70-9.]],
      [[The nine-member board of the bank sets the rate. Votes of the nine-member board are secret. The ten-member board of the insurer meets in May.]],
      [[The 123456789012345678901234567890123456-member panel of the court heard the case. The 123456789012345678901234567890123456-member panel of the court heard it again, and a 213456789012345678901234567890123456-member panel of the court heard of it.]],
      [[Letters are answered within 30 days of receipt by the office. The office answers letters within 30 days of receipt, and calls within 5 days of receipt by the office.]],
      [[The two-member panel of the court heard the case. A five-member panel of the court may hear it again, and from a two-member panel to a five-member panel is a long way.]],
      [[The three-month rate of growth fell to 2%. The three-month rate of growth was 3% before. The six-month rate of growth fell to 4%.]],
      [[A 4-room flat costs more than a 3-room flat. A 4-room flat of the city has two baths. Few live in a 3-room flat.]],
      [[The five-year plan of the state begins. Under the five-year plan of the state roads are built. A three-year plan of action for nurses began.]],
      [[Of the 423 counties of the region 420 were counted. Most of the 423 counties of the region are rural.]],
      [[Of the 17 Sustainable Development Goals the first is on poverty. Among 17 Sustainable Development Goals of the world this one counts. Three Sustainable Development Goals are on water.]],
      [[Two of the three ministers of the state voted against it. All four ministers of the north were absent. The three ministers left.]],
      [[31 The Committee noted that growth was slow in the north.

33 The Committee noted that growth was slow in the south.]],
      "The report that the company shall file with the commission under the Securities Exchange Act of 1934, as amended, and the rules is here.\n\nThe report that the company shall file with the commission under the Trust Indenture Act of 1939, as amended, and the rules is here.",
      "Volume for the northern ventures of the company and its bottlers grew 7 percent, which included growth in all of the large markets.\n\nVolume for the northern ventures of the company and its bottlers grew 8 percent, which included growth in all of the large markets.",
      "圣保罗州近日林火肆虐,大火已造成2人死亡。\n\n南部多个村镇遭袭,已造成3人死亡。",
      "扎实推进39个欠发达县域托底性帮扶。\n\n今年扎实推进39个欠发达县域托底性帮扶,其余36个欠发达县域加快发展。",
      "全面落实民营经济32条政策。\n\n政策由32条扩至35条,落实民营经济35条政策。",
      "新建5个紧密型城市医疗集团。\n\n今年新建6个紧密型城市医疗集团,提升9个紧密型城市医疗集团。",
      "长山、三江等6个省实验室挂牌。\n\n友谊医院、中医医院2个国家区域医疗中心开诊。\n\n长山等9个省实验室运行,宣武、回民等4个国家区域医疗中心开诊。",
      "年初确定的44项民生实事全部完成。\n\n高质量实施45项民生实事,推进170项重点任务。",
      "以先进制造业高地3大标志性工程为牵引。\n\n推进科技创新高地5项标志性工程。\n\n聚焦改革开放高地3项标志性工程。",
      "通道辐射113个国家和地区。\n\n来自55个国家和地区的客商参展。推进300个川渝共建重点项目。",
      "一九五三年中央六个工业部的计划完成。\n\n同年中央五个工业部的成本降低。",
      "On March 3, 2020, the Board of Directors declared a quarterly cash dividend of $0.12 per share of common stock payable to all holders of record.\n\nOn June 3, 2020, the Board of Directors declared a quarterly cash dividend of $0.14 per share of common stock payable to all holders of record.",
      "Among men the share who had met with a nurse in the clinic during the past year was 41% of those asked in all of the towns.\n\nAmong women the share who had met with a nurse in the clinic during the past year was 47% of those asked in all of the towns.",
      "The office in the northern county hired new clerks and spent in all some 35 hours a week on the calls of members and guests.\n\nThe office in the southern county hired new clerks and spent in all some 38 hours a week on the calls of members and guests.",
      [[As Item 402 of Regulation S-K asks, pay is told. Item 402 of Regulation S-K is met. See Item 402 of Regulation S-K. So Item 420 of Regulation AB is met.]],
      [[See Note 12 to the financial statements. See Note 12 to the financial statements for leases. As Note 12 to the financial statements says. See Note 21 to the financial statements.]],
      [[Coverage among adults aged 18–64 years was low. Few adults aged 18–64 years were asked. Most adults aged 18–64 years work. Of adults aged 18–64 years half are men. All adults aged 18–64 years were counted. Adults aged 18–44 years had lowest coverage; adults aged 45–64 years had more.]],
      [[Most persons aged 65 years or older live alone. Few persons aged 65 years or older work. Many persons aged 65 years or older vote. All persons aged 65 years or older were asked. Persons aged 55 years or older were eligible.]],
      [[Levels of IL-6 in serum rose. Levels of IL-6 in serum were high. Levels of IL-6 in serum fell. Levels of IL-16 in serum were low.]],
      [[Title 18 of the Code was cited. See Title 18 of the Code. As Title 18 of the Code says. Title 8 of the Code was not. Public Law 111-148 was passed, as Public Law 111-148 was read. Public Law 114-148 was not.]],
      [[ASC Topic 606 replaced ASC Topic 605. The meeting is in Room 101 today; Room 101 today is warm. Room 102 today is cold. Rule 144 of the Act and Rule 144 of the Act are met, Rule 414 of the Act is not. Route 128 was closed, Route 128 was icy. Route 182 was open.]],
      [[On day 12 of the trial blood was taken. On day 12 of the trial all were well. On day 12 of the trial one left. On day 21 of the trial it ended.]],
      "Attendance at the spring meeting of the county health boards rose to 412 members from all towns in the district.\n\nAttendance at the spring meeting of the county health boards rose to 415 members from all cities.",
      "Net earnings of the northern division decreased 11% to $220 million due to a decrease in net sales and a 190 basis-point decline in net earnings margin.\n\n"
        .. "Net earnings of the southern division decreased 8% to $539 million due to a decrease in net sales and a 110 basis-point decline in net earnings margin.",
      "Table 2. Prevalence of physical activity among high school students by sex and grade in all states\n\nTable 3. Prevalence of physical activity among high school students by sex and grade in all states",
      [[Cases were counted among women aged 15–44 years in all states. Most women aged 15–44 years were well. Of women aged 15–44 years, few were tested. Women aged 25–34 years had the most tests.]],
      [[There were 302 clinics in the north. In the plain the survey found 312 clinics of all sizes.]],
      [[Ann, age 56, joined in 1997 as a clerk. Ben, age 65, joined in 1998 as a clerk.]],
      [[The fee rose to $120 a year in 2011, to $120 a year in 2012 and to $120 a year in 2013. It will rise to $210 a year in 2014.]],
      [[Prices of 2011 were used in the tables of 2011. The tables of 2011 and the tables of 2011 agree. So do the tables of 2012.]],
    },
  },
  check = function(link, report, _, doc)
    if link.strength ~= FRAMED or POINTS:find(link.anchor:after(14)) then return end
    local anchor, usual = link.anchor, {}
    for _, place in ipairs(link.names) do
      local other = place ~= anchor and place.text ~= anchor.text
      if other and (doc.lang == "en" or lib("nouns_zh").are_one(anchor, place)) then usual[#usual + 1] = place end
    end
    if #usual > 0 and not (doc.lang == "en" and is_of_each(anchor, usual[1])) then report { at = anchor, related = usual, stated = anchor.text, expected = usual[1].text } end
  end,
}
