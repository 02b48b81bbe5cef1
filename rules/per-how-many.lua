local keyed = lib "keyed"

-- 19 and 38 cases per 100,000 persons: figures, what is counted, of how many.
local NUMBER = [[(?<![\d.,–-])(?<x>\d[\d,]*(?:\.\d+)?(?:(?:,| and| to|–)\s?\d[\d,]*(?:\.\d+)?)*)]]
local PATTERN = NUMBER .. [[\s(?<noun>(?:[a-z]+ ){0,3}?)per (?<base>1,?000,000|1 million|million|100,000|10,000|1,?000|100)(?![\d,.]*\d)(?: (?<of>(?!and\b|in\b|for\b|among\b|during\b|to\b|of\b|or\b|the\b|compared\b|while\b|respectively\b|from\b|by\b|at\b|on\b|was\b|were\b|is\b|are\b)[a-z-]+))?]]

-- cases per 100,000 persons, (per 1,000 ED visits): what is counted among what.
local AMONG = [[(?<x>)(?<noun>)\bper (?<base>1,?000,000|1 million|million|100,000|10,000|1,?000|100)(?![\d,.]*\d)[ -](?<of>(?!and\b|in\b|for\b|among\b|during\b|to\b|of\b|or\b|the\b|per\b|compared\b|while\b|respectively\b|from\b|by\b|at\b|on\b|was\b|were\b|is\b|are\b)]]
  .. [[[A-Za-z-]+(?: (?:visits|years|births|days|population|women|men|children|persons|people|residents|tests|adults|inhabitants))?)]]
local OFTEN, OFTEN_COUNTED = 5, 3 -- how often the usual base must be told; where the noun before is one, too
local NOUN = re.new([[([A-Za-z-]+)[ (]*$]])

local all = keyed.new()
local among, counted = keyed.new(), keyed.new()

local function base_of(text)
  if text:find("million", 1, true) then return "1000000" end
  return (text:gsub(",", ""))
end

-- A figure of one digit may be said of many things.
local function note(m)
  if #m.x:gsub("%D", "") < 2 or (m.noun == "" and (m.of or "") == "") then return end
  keyed.note(all, m.sentence.doc, m.x .. "/" .. m.noun .. "/" .. (m.of or ""), base_of(m.base), m:place("base"))
end

-- Much is counted among people: deaths per 1,000, cases per 100,000.
local PEOPLE = re.new([[^(?:population|persons?|people|residents|inhabitants|adults|children|women|men)$]])

local function note_among(m)
  local doc, of, base, place = m.sentence.doc, m.of:lower(), base_of(m.base), m:place("base")
  local noun = NOUN:match(m:place():before(24))
  if not PEOPLE:find(of) then keyed.note(among, doc, of, base, place) end
  if noun then keyed.note(counted, doc, noun:lower() .. "/" .. of, base, place) end
end

local function is_often(odd, usual) return #odd.places == 1 and #usual.places >= OFTEN end

-- Some cases are rare: per 100,000 where others are per million.
local function is_counted_often(odd, usual)
  return #odd.places == 1 and #usual.places >= OFTEN_COUNTED and math.abs(#odd.text - #usual.text) > 1
end

return {
  api = 1,
  id = "per-how-many",
  severity = "warning",
  languages = { "en" },
  on = { set = true, pattern = { PATTERN, AMONG } },
  summary = {
    zh = "同一比率（19 cases per 100,000）前后基数不一",
    en = "one rate (19 cases per 100,000) is told per two numbers",
  },
  explain = {
    zh = [[数字、对象和单位都相同的比率，前后所说的基数（每千、每十万）应当一致。同一对象的基数多处一致而只有一处不同的，也予以报告。]],
    en = [[A rate of the same figure, of the same thing and among the same is per one number wherever it stands.
What is counted among one kind of thing (per 100,000 visits) in many places and per another number in one is reported, too.]],
  },
  messages = {
    base = { zh = "此处为每 {stated}，别处为每 {expected}", en = "per {stated} here and per {expected} elsewhere" },
  },
  examples = {
    bad = {
      { [[The incidence was 24 and 41 cases per 100,000 residents. In the low-incidence counties (24 and 41 cases per 10,000 residents) 60 homes were tested.]],
        at = "10,000" },
      { [[The rate was 17.3 deaths per 100,000 population. At 17.3 deaths per 1,000 population, the rate is the lowest.]], at = "1,000" },
      { [[Visits per 100,000 ED visits rose; deaths per 100,000 ED visits fell; and admissions (per 100,000 ED visits) were stable. Rates per 100,000 ED visits are not adjusted, those per 100,000 ED visits of children are.

\* Visits with a diagnosis per 1,000 ED visits.]], at = "1,000" },
      { [[Deaths per 1,000 births fell. Deaths per 1,000 births are counted by place; in towns deaths per 1,000 births are fewer. The map has deaths per 100,000 births.]], at = "100,000" },
    },
    good = {
      [[Deaths per 100,000 population fell, births per 1,000 population rose. Deaths per 100,000 population are counted by place, births per 1,000 population by mother; marriages per 1,000 population.]],
      [[The rate was 17.3 deaths per 100,000 population; the maternal rate was 17.3 deaths per 10,000 births.]],
      [[There were 24 cases per 100,000 persons in May and 24 cases per 100,000 persons in June, and 4 cases per 1,000 persons at the fair. Of 4 cases per 10,000 persons little is known.]],
    },
  },
  check = function(m, report)
    if m.type ~= "set" then return (m.x == "" and note_among or note)(m) end
    for _, doc in ipairs(m.documents) do
      keyed.judge(all, doc, report)
      keyed.judge(among, doc, report, is_often)
      keyed.judge(counted, doc, report, is_counted_often)
    end
  end,
}
