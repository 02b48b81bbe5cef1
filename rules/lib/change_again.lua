-- change_again: the change of one amount, told twice: the amount says that it is
-- one fact.
--
-- In: CHANGE_OF links, one after the other; the figures that findings speak of.

local near = lib "near"
local change_again = {}

-- 装备制造业增加值9.5亿元,增长39.7%, and elsewhere 增长37.9%: the amount says that it
-- is one fact, whatever stands between its words.
local NAMED, TELLING = 9, 2 -- bytes of a subject; digits of an amount
local changes = memo()

local function share_subject(a, b)
  for _, pair in ipairs { { a, b }, { b, a } } do
    local subject = pair[1].subject
    if #subject >= NAMED and pair[2].sentence.text:find(subject, 1, true) then return true end
  end
end

local function one_base(a, b) return a.base_cue_value == b.base_cue_value or a.base_cue == "" or b.base_cue == "" end

function change_again.check(link, report, told)
  local level, rate = link.level, link.rate
  if link.doc.lang ~= "zh" or not (level and rate and level.value and rate.value) or level.digits < TELLING
    or rate.kind ~= "percent" or level.sentence.cell then return end
  local key = table.concat({ link.doc.name, level.text, level.indicator, level.modality }, "|")
  local known = changes[key]
  changes[key] = known or { level = level, rate = rate }
  if not known or known.rate.sentence == rate.sentence or not one_base(known.rate, rate) or not share_subject(known.level, level) then return end
  local kind = near.miss(known.rate.value, rate.value)
  if known.rate.value == rate.value then
    if known.rate.direction == rate.direction then report.agrees { at = rate, related = { known.rate, level }, how = rate.text } end
  elseif (kind == "transposed" or kind == "digit") and not (told[rate.index] or told[known.rate.index]) then
    told[rate.index] = true
    report {
      at = rate, related = { known.rate, known.level, level }, expected = known.rate.text,
      values = { topic = level.subject .. level.indicator .. level.text, near = near.note(kind) },
    }
  end
end

return change_again
