-- 2比3逆转击败日本队: who won has the larger number, which stands first.
local NUMERALS = "零一二三四五六七八九十"
local SCORE = [[(?<![\d.:])(?<a>\d{1,3}|[零一二三四五六七八九十]) ?(?:比|:|∶) ?(?<b>\d{1,3}|[零一二三四五六七八九十])(?:的(?:总?比分|成绩))?[^,。;、\d被落后失先]{0,4}?]]
local WON, LOST = "击败|战胜|力克|险胜|大胜|完胜|逆转", "不敌|负于|惜败|告负|落败|输给"

-- The number of a numeral by its place among the characters.
local function worth(text)
  local at = NUMERALS:find(text, 1, true)
  return tonumber(text) or at and (at - 1) // 3
end

return {
  api = 1,
  id = "game-result",
  severity = "warning",
  languages = { "zh" },
  on = { pattern = SCORE .. "(?<w>" .. WON .. "|" .. LOST .. ")" },
  summary = {
    zh = "比分与胜负相反（2比3击败对手）",
    en = "a score says who lost, and the words who won",
  },
  explain = {
    zh = [["以3比2战胜"的前一数是胜者的得分，必大于后一数；"负于""不敌"则相反。近14兆新闻的90处比分无一例外。]],
    en = [[The first number of a score is of the side that is told of: it won with the larger one. All of 90 scores in
14 MB of news hold.]],
  },
  messages = {
    base = { zh = "比分 {stated} 与“{w}”相反", en = "the score {stated} contradicts “{w}”" },
  },
  examples = {
    bad = {
      { [[女团决赛中,中国队2比3逆转击败日本队。]], at = "2比3" },
      { [[中国队以0:3战胜韩国队。]], at = "0:3" },
      { [[中国队以3比1不敌巴西队。]], at = "3比1" },
    },
    good = { [[中国队1比2被逆转,在0比2落后逆转取胜,1比0领先后战平。中国队3比2逆转击败日本队,11比4战胜东道主,以1:3不敌巴西队,三比一战胜对手。]] },
  },
  check = function(m, report)
    local a, b = worth(m.a), worth(m.b)
    if not a or not b or a == b then return end
    local lost = LOST:find(m.w, 1, true) ~= nil
    local score = m.sentence:place(m.sentence.text:find(m.a .. "[ ]?[^%d ]+[ ]?" .. m.b)) or m:place(0)
    if (a > b) == lost then
      report { at = score, related = m:place("w"), values = { w = m.w } }
    else
      report.agrees { at = score, related = m:place("w"), how = m.a .. ":" .. m.b }
    end
  end,
}
