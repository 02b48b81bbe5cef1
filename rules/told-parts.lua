-- 420 participants (320 women and 190 men): the counts in the bracket make the count
-- before it.

local told_parts = lib "told_parts"
local FAR = 3 -- times: what is so much more is of something else

-- The sum, and whether one digit or two swapped ones of a part would mend it.
local function mended(whole, parts, sum)
  for _, part in ipairs(parts) do
    local wanted = (part.value + whole.value - sum):text()
    local printed, n = part.value:text(), 0
    for i = 1, #printed do n = n + (printed:byte(i) == wanted:byte(i) and 0 or 1) end
    if #printed == #wanted and (n == 1 or n == 2 and lib("near").miss(part.value, decimal(wanted)) == "transposed") then
      return part, wanted
    end
  end
end

return {
  api = 1,
  id = "told-parts",
  severity = "warning",
  languages = { "en" },
  on = { pattern = told_parts.pattern },
  summary = {
    zh = "英文括号或冒号后各部分的个数之和与总数不符（420 participants (320 women and 190 men)）",
    en = "counts in a bracket or behind a colon do not make the count before it",
  },
  explain = {
    zh = [[“420 participants (230 women and 190 men)”：括号内（或冒号后）以 and 收尾的各数就是前面那个数的各部分。和大于总数时报告；
和小于总数时，只有改动一位或对调两位就相符才报告。]],
    en = [[A list of counts that ends behind "and", in a bracket or behind a colon, is all of the count before it. A sum
above it is reported; one below it only where one digit, or two swapped ones, would mend it.]],
  },
  messages = {
    base = {
      zh = "各部分之和为 {sum}，前面印为 {whole}",
      en = "the parts make {sum}, printed as {whole}",
    },
    slip = {
      zh = "各部分之和为 {sum}，前面印为 {whole}；{part} 若为 {wanted} 则相符",
      en = "the parts make {sum}, printed as {whole}; {part} would fit as {wanted}",
    },
  },
  examples = {
    bad = {
      { [[A total of 420 participants (320 women and 190 men) were enrolled.]], at = "320" },
      { [[Nine deaths were reported: four in Iowa, five in Ohio, and two in Utah.]], at = "four" },
      { [[In all, 73 outbreaks (41 in schools and 23 in homes) were seen.]], at = "23" },
    },
    good = {
      [[A total of 420 participants (230 women and 190 men) were enrolled. Nine deaths were reported: four in Iowa, three in Ohio, and two in Utah.]],
      [[There were 60 stores in one source (12 from towns and 31 from villages) or in both. It had 3 parts (1 long and 2 short ones).]],
      [[It runs in 11 states (five in the west and two in the east, each with 12 sites). Two surveys (2014 and 2015) were made.]],
    },
  },
  check = function(m, report)
    if m.sentence.cell then return end
    local whole, parts = told_parts.read(m)
    if not whole then return end
    local sum, related = parts[1].value, {}
    for i = 2, #parts do sum = sum + parts[i].value end
    local place = function(f) return m.sentence:place(f.from, f.to) end
    if sum == whole.value then
      report.agrees { at = place(whole), related = m:place("list"), how = sum:text() }
      return
    end
    local part, wanted = mended(whole, parts, sum)
    if not part and (sum < whole.value or sum > whole.value * FAR) then return end
    for _, p in ipairs(parts) do
      if p ~= part then related[#related + 1] = place(p) end
    end
    if part then related[#related + 1] = place(whole) end
    report {
      at = place(part or whole), related = related, expected = wanted or sum, message = part and "slip" or "base",
      values = { sum = sum, whole = whole.text .. " " .. whole.noun, part = part and part.text or "", wanted = wanted or "" },
    }
  end,
}
