-- A change and its reason, which is the same thing going the other way: costs
-- increased due to lower costs; it increased, and the decrease was 6.4%.
local ROSE = [[(?<w>increased|rose|grew|climbed|decreased|declined|fell|dropped)\b]]
local BECAUSE = [[\b(?:due to|because of|driven by|attributable to|as a result of|resulting from|reflecting|associated with|owing to) ]]
local WAY = [[(?<way>(?:lower|higher|greater|smaller|increased|decreased|reduced|fewer|(?:increases?|decreases?|declines?|reductions?|growth|rises?) in))]]
local DOWN = re.new("^(?:decrease|decline|fell|drop|lower|smaller|reduc|fewer|fall)")

-- What may end the noun of a reason, and names whose parts go against them.
local STOP = re.new([[ (?:among|in|for|from|by|compared|partially|partly|offset|associated|related|as|at|during|on|with|which|that|due|to|across|of|primarily|mainly|attributable|resulting|over|than|per|within|under|between)\b.*$]])
local PARTED = re.new([[\b(?:ratio|rate|share|per|proportion|margin|percentage|net|less|yield|gap|difference|deficit|loss|losses|excluding|average|mean)\b]], "i")
local FIGURE = re.new([[[ ,]*(?:\b(?:of|to|by|at|in|for|during|from)\b )*[$£€]?\d.*$]])

local function subject_of(text)
  local bare = text:lower():gsub(",%s*$", ""):gsub("%s+$", "")
  local at = FIGURE:find(bare)
  return at and bare:sub(1, at - 1) or bare
end

local function noun_of(text)
  local at = STOP:find(" " .. text)
  return at and text:sub(1, math.max(0, at - 2)) or text
end

-- Is the noun the thing that changed: its last words, or two words of it?
local function same_thing(subject, noun)
  if noun == "" then return false end
  if subject:sub(-#noun - 1) == " " .. noun or subject == noun then return true end
  return noun:find(" ", 1, true) ~= nil and (" " .. subject .. " "):find(" " .. noun .. " ", 1, true) ~= nil
end

return {
  api = 1,
  id = "reason-contradiction",
  severity = "warning",
  languages = { "en" },
  on = {
    pattern = {
      [[(?<s>\b[A-Za-z][^.;:()]{2,140}?) (?:has |have |had )?]] .. ROSE .. [[(?:[^.;]|\.\d){0,140}?]] .. BECAUSE
        .. [[(?:the |an? |primarily |mainly |largely |generally )?]] .. WAY .. [[ (?<noun>[a-z]+(?:,? [a-z]+){0,5})]],
      [[(?<s>)(?<noun>)\b]] .. ROSE .. [[[^.;:%\d]{0,60}, (?:and|with) (?:the|an?) (?:[a-z-]+ ){0,2}(?<way>decrease|increase|decline|rise|drop|fall|reduction)]]
        .. [[ (?:was|is|being|reached|reaching|amounted to|of|came to) (?:about |approximately |only |nearly )?[$£€]?\d]],
    },
  },
  summary = {
    zh = "增减与随后所说的原因或数额方向相反",
    en = "a change and the reason given for it, or its size, go opposite ways",
  },
  explain = {
    zh = [[“costs increased … due to lower costs”：原因所说的正是主语本身而方向相反，二者必有一误。比率、份额、净额等
（分子分母方向可相反）不判断。]],
    en = [["Costs increased by $30 million due to lower costs": the reason is of the very thing that changed and goes
the other way. Nothing is said of ratios, shares and net amounts, which fall when a part of them rises.]],
  },
  messages = {
    base = {
      zh = "“{w}”与其原因“{way} {noun}”方向相反",
      en = "“{w}” contradicts its reason, “{way} {noun}”",
    },
    size = { zh = "“{w}”与“{way}”方向相反", en = "“{w}” contradicts the “{way}” that is told of it" },
  },
  examples = {
    bad = {
      { [[Severance, acquisition and other costs of $28 million in Q4 2019 increased by $30 million, mainly due to lower acquisition and other costs.]],
        at = "increased" },
      { [[Prevalence of use decreased to 76.4% 1 month later, primarily associated with increases in use among men.]], at = "decreased" },
      { [[Our trade surplus increased for two consecutive years, and the year-on-year decrease was 6.4% in 2010.]], at = "increased" },
    },
    good = {
      [[Severance, acquisition and other costs of $28 million in Q4 2019 decreased by $30 million, mainly due to lower acquisition and other costs.]],
      [[The unemployment rate fell to 4.1% because of higher employment. Revenue per user rose due to fewer users.]],
      [[Net sales increased by $30 million due to lower returns and higher prices. Gross margin decreased due to increases in cost.]],
      [[Our trade surplus decreased for two consecutive years, and the year-on-year decrease was 6.4% in 2010.]],
    },
  },
  check = function(m, report)
    local noun = noun_of(m.noun)
    if m.s ~= "" then
      local subject = subject_of(m.s)
      if PARTED:find(m.s) or PARTED:find(noun) or not same_thing(subject, noun) then return end
    end
    local way = m:place("way")
    if (DOWN:find(m.w) ~= nil) == (DOWN:find(m.way) ~= nil) then
      report.agrees { at = m:place("w"), related = way, how = m.w .. " / " .. m.way }
    else
      report {
        at = m:place("w"), related = way, message = m.s ~= "" and "base" or "size",
        values = { w = m.w, way = m.way, noun = noun },
      }
    end
  end,
}
