local TENTHS = { ["一"] = 1, ["二"] = 2, ["两"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8,
                 ["九"] = 9, ["半"] = 5 }
local THIRD, TWO_THIRDS = decimal("33.3"), decimal("66.6")
local TENTH, PARTS_OF = re.new("([一二两三四五六七八九])成([一二三四五六七八九半]?)"), re.new("([二三四五六七八九十])分之([一二两三四五六七八九])")
local ABOVE_HALF, BELOW_HALF = interval(decimal(50), nil), interval(nil, decimal(50))

-- What share the words leave open, read widely: nil where they say none.
local function tenths(word)
  local whole, half = TENTH:match(word)
  if whole then return decimal(TENTHS[whole] * 10 + (TENTHS[half] or 0)) end
  if word:find("半", 1, true) then return decimal(50) end
  if word:find("三分之二", 1, true) then return TWO_THIRDS end
  if word:find("三分之一", 1, true) then return THIRD end
  local of, n = PARTS_OF:match(word)
  if of then return decimal(100 * TENTHS[n]) / (TENTHS[of] or 10) end
end

local function has(word, list)
  for _, w in ipairs(list) do
    if word:find(w, 1, true) then return true end
  end
  return false
end

-- 半壁江山; a share that is only said to be passed (超过49%) is not far above it.
local NEAR = "(?:超过|超|逾|高于|约占|约|大约|接近|近|不足|不到|未到)"
local SOME = "(?:一半|半数|[二三四五六七八九十]分之[一二两三四五六七八九]|[一二两三四五六七八九]成[一二三四五六七八九半]?)"
local SAID = "(?:过半|" .. NEAR .. SOME .. "|" .. SOME .. "(?:以上|左右|上下))"
local ABOUT_HALF, ROOM = interval(decimal(43), decimal(62)), decimal(10)

local function chinese(word)
  if word:find("半壁江山", 1, true) then return ABOUT_HALF end
  if has(word, { "大多数", "大部分", "大半", "多数" }) then return ABOVE_HALF end
  local share = tenths(word)
  if not share then return nil end
  if has(word, { "不足", "不到", "未到" }) then return interval(nil, share) end
  if has(word, { "近", "接近" }) and not word:find("超", 1, true) then return interval(share - 6, share + 1) end
  if has(word, { "约", "左右", "上下" }) then return interval(share - 6, share + 6) end
  return interval(share, nil)
end

local PARTS = { { "two[- ]thirds", TWO_THIRDS }, { "third", THIRD }, { "three[- ]quarters", decimal(75) },
                { "three[- ]fourths", decimal(75) }, { "quarter", decimal(25) }, { "fourth", decimal(25) },
                { "half", decimal(50) }, { "two[- ]fifths", decimal(40) }, { "three[- ]fifths", decimal(60) },
                { "four[- ]fifths", decimal(80) }, { "fifth", decimal(20) } }

-- One in eight, 9 in 10, two out of five.
local calendar = lib "calendar"
local IN = re.new("(\\w+) (?:in|out of) (?:every )?(\\w+)$")
local FIFTH = decimal("0.2")
local function one_in(word)
  local n, of = IN:match(word)
  n, of = calendar.number(n), calendar.number(of)
  if not n or not of or n >= of or n < 1 then return nil end
  local share = decimal(100 * n) / of
  local room = share * FIFTH
  return share, room:gt(6) and decimal(6) or room
end

local function english(word)
  word = word:lower()
  local ratio, room = one_in(word)
  if ratio then
    if has(word, { "less than", "fewer than", "under" }) then return interval(nil, ratio + room / 2) end
    if has(word, { "more than", "over" }) then return interval(ratio - room / 2, nil) end
    return interval(ratio - room, ratio + room)
  end
  if word:find("minority", 1, true) then return BELOW_HALF end
  if word:find("^most") or word:find("majority", 1, true) then return ABOVE_HALF end
  local share
  for _, p in ipairs(PARTS) do
    if not share and word:find(p[1]) then share = p[2] end
  end
  if not share then return nil end
  if has(word, { "less than", "fewer than", "under" }) then return interval(nil, share) end
  if has(word, { "more than", "over" }) then return interval(share, nil) end
  if has(word, { "nearly", "almost", "just under" }) then return interval(share - 8, share + 1) end
  return interval(share - 6, share + 6)
end

-- The percentage that the match ends in or begins with.
local function percentage(m)
  for _, claim in ipairs(m.sentence.claims) do
    if claim.kind == "percent" and claim.number_text == m.p then return claim end
  end
end

-- ... (45%), (n = 412; 45%), (412 of 985 [41.8%])
local SHARE = [[[^,.;:()%\d]{0,60}\((?:(?:n ?= ?)?[\d,]+(?:(?: of |/)[\d,]+)?(?:[;,] ?| ?\[))?(?<p>\d[\d.]*)%]]

-- about half the rate we expect (11% vs 20%): of a level, no share of a group
local LEVEL = re.new([[^ (?:the|of the|that|its|their) (?:usual |expected |average |national |normal )?(?:rate|level|size|price|number|amount|cost|speed|time|length|average|proportion|share|value)\b]])

return {
  api = 1,
  id = "majority-contradiction",
  severity = "error",
  on = {
    pattern = {
      [[(?<word>(?:绝)?大多数|(?:绝)?大部分|多数|过半数?|]] .. SAID .. [[|]] .. NEAR .. [[半)[^,。;、()%\d]{0,20}\((?:占比?(?:为|达)?)?(?<p>\d[\d.]*)%]],
      [[(?:占比|比重|比例|份额|占)(?:为|达|已|均)?(?<word>过半|(?:超过|超|逾|近|接近|不足|不到)(?:一半|半数|半|三分之[一二]|[一二两三四五六七八九]成)|(?:一半|半数|三分之[一二])以上),?(?:达到|达|为|占比?达?|占比为|即)(?<p>\d[\d.]*)%]],
      [[(?:占比|比重|比例|份额|占)[^,。;、%\d]{0,8}(?<p>\d[\d.]*)%[,、](?:占比|比重)?(?:已|首次|均)?(?<word>过半|(?:超过|超|逾|近|接近|不足|不到)(?:一半|半数|三分之[一二]|[一二两三四五六七八九]成))(?:以上)?(?=[,。;、)]|$)]],
      -- 贡献了62.3%的税收,超过四分之三; 62.3%的企业(超过七成)恢复生产
      [[(?<p>(?<![\d.])\d[\d.]*)%[^,。;:、%()\d]{0,10}[,(](?:已经?|首次|均|占了?|占比|达到?)*(?<word>]] .. SAID .. [[)(?:以上)?(?=[,。;)]|$)]],
      [[(?<word>半壁江山)[”"]?[,、;][^。;,%\d]{0,12}(?:占比|比重|占|达到?|超过?|为)+(?<p>\d[\d.]*)%]],
      [[(?:占比|比重|占)[^,。;、%\d]{0,14}(?<p>\d[\d.]*)%[,、][^。;,%\d]{0,10}[“"]?(?<word>半壁江山)]],
      [[(?<word>\bMost(?! (?:common|frequent|recent|often|like|prevalent|notabl|important|significant))(?= )|\b(?:[Tt]he|[Aa]) (?:vast |large |great |small )?(?:majority\b|minority\b(?= of\b| \()))]] .. SHARE,
      [[(?<word>\b(?:[Mm]ore than|[Oo]ver|[Ll]ess than|[Ff]ewer than|[Nn]early|[Aa]lmost|[Aa]bout|[Aa]pproximately|[Rr]oughly)(?: an?| one)?]]
        .. [=[[ -](?:half|third|quarter|fourth|fifth|two[- ]thirds|three[- ](?:quarter|fourth|fifth)s|(?:two|four)[- ]fifths)\b]=]
        .. [[|\b[Tt]wo[- ](?:thirds|fifths)\b|\b[Tt]hree[- ](?:quarter|fourth|fifth)s\b|\b[Ff]our[- ]fifths\b|\b[Oo]ne[- ](?:third|quarter|fourth)\b)]]
        .. SHARE,
      [[(?<word>\b(?:(?:[Mm]ore than|(?:[Jj]ust )?[Oo]ver|[Ll]ess than|[Ff]ewer than|[Jj]ust under|[Nn]early|[Aa]lmost|[Aa]bout|[Aa]pproximately|[Aa]round|[Rr]oughly) )?(?:\d{1,2}|(?i:one|two|three|four|five|six|seven|eight|nine))]]
        .. [[ (?:in|out of) (?:every )?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty))(?=[ (])]] .. SHARE,
    },
  },
  summary = {
    zh = "“过半”“绝大部分”“超六成”与印出的占比矛盾",
    en = "most, more than half or two-thirds, and the share printed beside it disagree",
  },
  explain = {
    zh = [[“过半”“大多数”要求占比大于50%，“超六成”要求大于60%，“近七成”在64%至71%之间都算成立。占比按印刷精度取区间，
只看紧挨着这些词印出的占比。]],
    en = [["Most" and "more than half" need a share above 50%, "two-thirds" is read as 60% to 73%, "nearly half" as 42%
to 51%. Only a share printed right beside the words is judged.]],
  },
  messages = {
    base = {
      zh = "“{word}”与印出的占比 {share} 不符",
      en = "“{word}” disagrees with the share of {share} printed beside it",
    },
  },
  examples = {
    bad = {
      { [[A minority of students identified as heterosexual (77.5%).]], at = "A minority", severity = "warning" },
      { [[数字经济撑起“半壁江山”,规模占比超过29%。]], at = "半壁江山", severity = "warning" },
      { [[民营企业占比过半,达到45.3%。]], at = "过半" },
      { [[新能源汽车销量占比为38%,超过一半。]], at = "超过一半" },
      { [[绝大部分受访者表示满意。其中绝大部分(45%)受访者年龄在30岁以下。]], at = "绝大部分", nth = 2 },
      { [[超过三分之二的受访者(52.1%)支持改造。]], at = "超过三分之二" },
      { [[超八成企业(76.5%)实现盈利。]], at = "超八成" },
      { [[民营企业贡献了62.3%的税收,超过四分之三。]], at = "超过四分之三" },
      { [[62.3%的企业(超过七成)恢复生产。]], at = "超过七成" },
      { [[全市森林覆盖率达到62.3%,超过六成五。]], at = "超过六成五" },
      { [[贡献率为26.2%,三分之一以上。]], at = "三分之一以上" },
      { [[非公有制经济占比超六成,达到58.2%。]], at = "超六成" },
      { [[Most respondents (45%) agreed with the plan.]], at = "Most", severity = "warning" },
      { [[Nearly 9 in 10 young people from the group (78%) were students.]], at = "Nearly 9 in 10", severity = "warning" },
      { [[One in eight adults (20%) had moved.]], at = "One in eight", severity = "warning" },
      { [[Nearly three fourths (77.2%) of the deaths involved two drugs.]], at = "Nearly three fourths", severity = "warning" },
      { [[Approximately one fifth (31%) of adults smoked.]], at = "Approximately one fifth", severity = "warning" },
      { [[More than half of the patients (412 of 985; 41.8%) had fever.]], at = "More than half", severity = "warning" },
    },
    good = {
      [[A minority of students identified as gay (7.5%). The minority patients (61%) were seen twice.]],
      [[数字经济撑起“半壁江山”,规模占比超过49%。服务业占国内生产总值的比重为50.5%,首次占据半壁江山。]],
      [[民营企业占比过半,达到55.3%。]],
      [[新能源汽车销量占比为58%,超过一半。]],
      [[超过三分之二的受访者(68.1%)支持改造。]],
      [[民营企业贡献了76.3%的税收,超过四分之三。产值增长62.3%,近三成。]],
      [[72.3%的企业(超过七成)恢复生产。全市森林覆盖率达到65.3%,超过六成五。]],
      [[近七成(68.3%)受访者支持,不足一成(8.2%)反对。]],
      [[第三产业占比为48%,一半以上的企业盈利。]],
      [[Nearly 9 in 10 young people from the group (87%) were students, and one in eight adults (12.9%) had moved. More than one in four (28%) paid.]],
      [[Two in three of the 12 (of 85%) came. In 20 in 1,000 cases (15%) it failed. Of five in all (40%) two left.]],
      [[Most respondents (65%) agreed with the plan.]],
      [[Women answer at about half the rate we expect (11% vs 20%).]],
      [[The most common symptom (32%) was cough. Nearly half (48%) had fever.]],
      [[Nearly three fourths (72.7%) of the deaths involved two drugs; approximately one fifth (21%) of adults smoked.]],
      [[More than half of the patients (412 of 685; 60.1%) had fever.]],
    },
  },
  check = function(m, report, _, doc)
    local share = percentage(m)
    if share and doc.lang == "zh" and share:has("growth") then return end
    local said = m.word:find("%a%a") and english(m.word) or chinese(m.word)
    if not share or not said or LEVEL:find(m:place("word"):after(24)) then return end
    local printed = share.interval
    if said == ABOUT_HALF and printed.low and not printed.high then printed = interval(printed.low, printed.low + ROOM) end
    if said:meets(printed) then
      report.agrees { at = m:place("word"), related = share, how = share.text }
      return
    end
    report {
      at = m:place("word"), related = share, values = { word = m.word, share = share.text },
      severity = (doc.lang == "en" or m.word == "半壁江山") and "warning" or "error",
    }
  end,
}
