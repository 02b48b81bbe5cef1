-- An estimate with its interval, 10.4 (8.1–13.3), that stands in a table or
-- elsewhere in the text with one of its three figures a slip away.
local intervals = lib "interval_columns"
local slips = lib "slips"

local END = [[−?-?(?:\d{1,3}(?:,\d{3})+|\d{1,4})(?:\.\d+)?]]
local NAMES, DIGITS = { "x", "a", "b" }, 6 -- of the two figures that agree, where nothing else speaks
local LEAST = 4

local known = memo() -- by document: entries of its tables, by two of their figures

local function digits(text) return #text:gsub("%D", ""):gsub("^0+", "") end
local function others(name) return name == "x" and { "a", "b" } or name == "a" and { "x", "b" } or { "x", "a" } end

local function key(e, name)
  local two = others(name)
  return name .. e[two[1]].text .. " " .. e[two[2]].text
end

local function add(index, e)
  index[e.x.text .. " " .. e.a.text .. " " .. e.b.text] = true
  for _, name in ipairs(NAMES) do
    local k = key(e, name)
    index[k] = index[k] or {}
    table.insert(index[k], e)
  end
end

local function index_of(doc)
  if not known[doc] then
    known[doc] = {}
    for _, t in ipairs(doc.tables) do
      for _, e in ipairs(intervals.entries(t)) do add(known[doc], e) end
    end
  end
  return known[doc]
end

local function is_slip(one, other)
  for _, text in ipairs(slips.all(one)) do
    if text == other then return true end
  end
  return false
end

-- The one entry that has two figures of e, the third being a slip away.
local function find(index, e)
  local found, wrong
  for _, name in ipairs(NAMES) do
    local two = others(name)
    local same = digits(e[two[1]].text) + digits(e[two[2]].text)
    for _, other in ipairs(same >= LEAST and index[key(e, name)] or {}) do
      local sure = same >= DIGITS or intervals.is_centred(other) and not intervals.is_centred(e)
      if sure and other.inside and is_slip(e[name].text, other[name].text) then
        if found and found[name].text ~= other[name].text then return nil end
        found, wrong = other, name
      end
    end
  end
  return found, wrong
end

return {
  api = 1,
  id = "conflicting-interval",
  severity = "warning",
  on = {
    pattern = [=[(?<![\d.,/–≥≤<>−-])(?<x>]=] .. END .. [=[)\s?(?:%|percent)?\s?(?:[(\[]|[,;(\[]\s?9[059]\s?%\s?(?:CI|CrI|UI|confidence interval|credible interval)(?: \[(?:CI|CrI|UI)\])?)]=]
      .. [=[\s?(?:[=:,]|of|was)?\s?(?<a>]=] .. END .. [=[)%?\s?(?:--|–|—|-|to|,\s)\s?(?<b>]=] .. END .. [=[)(?![\d.,]*\d)%?[)\];,]]=],
  },
  summary = {
    zh = "同一估计值及其区间在表中或文中另一处印得不同",
    en = "an estimate with its interval stands elsewhere with one of the three figures different",
  },
  explain = {
    zh = [[“10.4（8.1—13.3）”在表格或文中另一处有两个数字相同，第三个差一处笔误：两处之一有误。]],
    en = [[10.4 (95% CI = 8.1–13.3): where a table, or the text elsewhere, has two of the three figures and the third is a slip
of the pen away, one of the two is mistyped. Few digits count only where one of them is no middle of its interval.]],
  },
  messages = {
    base = { zh = "{stated} 在另一处与同样两个数字同印为 {expected}", en = "{stated} stands elsewhere, with the same two figures, as {expected}" },
  },
  examples = {
    bad = {
      { [[The ratio fell to 10.4 (95% CI = 8.1–31.3) in July.

| Outcome | April | July |
|---|---|---|
| Cases | 11.1 (7.8–15.8) | 4.6 (2.5–8.5) |
| Admissions | 13.3 (11.3–15.6) | 10.4 (8.1–13.3) |
| Deaths | 16.6 (13.5–20.4) | 11.3 (9.1–13.9) |
]], at = "31.3" },
      { [[Prevalence was 28.8% (95% CI = 21.5–37.4) among them. In transport it was 28.8% (95% CI = 12.5–37.4).]], at = "12.5" },
    },
    good = {
      [[The effect was 1.3001726201 (8–8) in all.]],
      [[The ratio fell to 10.4 (95% CI = 8.1–13.3) in July and to 1.2 (1.0–1.4) in August.

| Outcome | April | July |
|---|---|---|
| Cases | 1.2 (1.0–1.5) | 4.6 (2.5–8.5) |
| Admissions | 13.3 (11.3–15.6) | 10.4 (8.1–13.3) |
]],
    },
  },
  check = function(m, report, _, doc)
    if m.sentence.cell then return end
    local e = intervals.of_text(m.x, m.a, m.b)
    if not e then return end
    local index = index_of(doc)
    local whole = m.x .. " " .. m.a .. " " .. m.b
    if index[whole] then return end
    local other, name = find(index, e)
    e.places = { x = m:place("x"), a = m:place("a"), b = m:place("b") }
    if other then
      report {
        at = e.places[name], related = other.cell or other.places[name], stated = e[name].text, expected = other[name].text,
      }
    else
      add(index, e)
    end
  end,
}
