local keyed = lib "keyed"

-- 19 and 38 cases per 100,000 persons: figures, what is counted, of how many.
local NUMBER = [[(?<![\d.,–-])(?<x>\d[\d,]*(?:\.\d+)?(?:(?:,| and| to|–)\s?\d[\d,]*(?:\.\d+)?)*)]]
local PATTERN = NUMBER .. [[\s(?<noun>(?:[a-z]+ ){0,3}?)per (?<base>1,?000,000|1 million|million|100,000|10,000|1,?000|100)(?![\d,.]*\d)(?: (?<of>(?!and\b|in\b|for\b|among\b|during\b|to\b|of\b|or\b|the\b|compared\b|while\b|respectively\b|from\b|by\b|at\b|on\b|was\b|were\b|is\b|are\b)[a-z-]+))?]]

local all = keyed.new()

local function base_of(text)
  if text:find("million", 1, true) then return "1000000" end
  return (text:gsub(",", ""))
end

-- A figure of one digit may be said of many things.
local function note(m)
  if #m.x:gsub("%D", "") < 2 or (m.noun == "" and (m.of or "") == "") then return end
  keyed.note(all, m.sentence.doc, m.x .. "/" .. m.noun .. "/" .. (m.of or ""), base_of(m.base), m:place("base"))
end

return {
  api = 1,
  id = "per-how-many",
  severity = "warning",
  languages = { "en" },
  on = { set = true, pattern = PATTERN },
  summary = {
    zh = "同一比率（19 cases per 100,000）前后基数不一",
    en = "one rate (19 cases per 100,000) is told per two numbers",
  },
  explain = {
    zh = [[数字、对象和单位都相同的比率，前后所说的基数（每千、每十万）应当一致。]],
    en = [[A rate of the same figure, of the same thing and among the same is per one number wherever it stands.]],
  },
  messages = {
    base = { zh = "此处为每 {stated}，别处为每 {expected}", en = "per {stated} here and per {expected} elsewhere" },
  },
  examples = {
    bad = {
      { [[The incidence was 24 and 41 cases per 100,000 residents. In the low-incidence counties (24 and 41 cases per 10,000 residents) 60 homes were tested.]],
        at = "10,000" },
      { [[The rate was 17.3 deaths per 100,000 population. At 17.3 deaths per 1,000 population, the rate is the lowest.]], at = "1,000" },
    },
    good = {
      [[The rate was 17.3 deaths per 100,000 population; the maternal rate was 17.3 deaths per 10,000 births.]],
      [[There were 24 cases per 100,000 persons in May and 24 cases per 100,000 persons in June, and 4 cases per 1,000 persons at the fair. Of 4 cases per 10,000 persons little is known.]],
    },
  },
  check = function(m, report)
    if m.type ~= "set" then return note(m) end
    for _, doc in ipairs(m.documents) do keyed.judge(all, doc, report) end
  end,
}
