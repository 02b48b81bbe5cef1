-- The mean of n whole numbers is a whole number over n: with few n and many
-- decimals most figures can be none (GRIM; Brown and Heathers 2017).
local MEAN = [[(?<mean>\d+\.\d{1,4})(?![\d%])]]
local N = [[\(?[nN]\s?=\s?(?<n>\d{1,4})(?![\d.,]\d|\s?%)]]

local OF_EACH = re.new("[户家名人所]")

-- 20户…户均: is the mean of what was counted?
local function of_the_same(m)
  local unit = OF_EACH:match(m.count)
  return not unit or m[0]:sub(#m.n + 1, #m.n + #unit) == unit
end

return {
  api = 1,
  id = "mean-impossible",
  severity = "warning",
  on = {
    pattern = {
      [[(?<count>)\b[Mm](?:ean)?\s?=\s?]] .. MEAN .. [[[,;\s]{0,2}(?:\(?SD\s?=\s?\d*\.\d+[,;)]?\s?)?]] .. N,
      [[(?<count>)\([nN]\s?=\s?(?<n>\d{1,4})[,;]\s?[Mm](?:ean)?\s?=\s?]] .. MEAN,
      [[\b(?<count>mean number of [a-z ]{2,40}?)\s(?:was|were|is|of|=)\s]] .. MEAN .. [[[,\s]{0,2}]] .. N,
      [[(?<!\d)(?<n>\d{1,3})[户家名人所][^,。;0-9]{0,8},?(?<count>(?:平均)?每[户家名人所]|[户家名人所]均)[^,。;0-9]{0,8}(?<mean>\d+\.\d{1,3})(?=[人个次件本头只台辆项](?![均/]))]],
    },
  },
  summary = {
    zh = "n个整数的平均数不可能是此数（20户户均3.47人）",
    en = "no mean of n whole numbers is this figure (mean number of visits 3.47, n = 20)",
  },
  explain = {
    zh = [[n个整数的平均数等于一个整数除以n。例如20户户均3.47人：合计应为69.4人，不是整数。按印出的位数取区间，
四舍五入两种习惯都算对。数的是人、次、件时为警告；“M = 3.45（n = 20）”未说明数据是否为整数，只作提示。]],
    en = [[The mean of n whole numbers is a whole number over n: no 20 counts have the mean 3.47. Compared in the
interval of the printed digits, whichever way halves are rounded. Where the text counts something it is a
warning; "M = 3.47 (n = 20)" may be of data that are no whole numbers, so it is a note.]],
  },
  messages = {
    base = {
      zh = "{n}个整数的平均数不可能为{stated}：最接近的是{nearest}（合计{total}）",
      en = "{n} whole numbers cannot have the mean {stated}: the nearest is {nearest} (total {total})",
    },
  },
  examples = {
    bad = {
      { [[The mean number of visits was 3.47 (n = 20).]], at = "3.47", severity = "warning" },
      { [[Ratings were high, M = 5.19 (n = 28), SD = 1.1.]], at = "5.19", severity = "note" },
      { [[抽查20户，户均3.47人。]], at = "3.47" },
    },
    good = {
      [[The mean number of visits was 3.45 (n = 20); ratings were M = 3.47 (n = 200) and M = 4.5 (n = 12).]],
      [[抽查20户，人均住房3.47间，户均103.27平方米。]],
      [[Ratings were high, M = 5.18, SD = 1.1, n = 28.]],
      [[抽查20户，户均3.45人，户均面积103.27平方米。]],
    },
  },
  check = function(m, report)
    local n, mean = decimal(m.n), decimal(m.mean)
    if n:lt(2) or not of_the_same(m) then return end
    local places = #m.mean - m.mean:find(".", 1, true)
    local total = (mean * n):round(0)
    local nearest = total / n
    local at, related = m:place("mean"), m:place("n")
    if interval(m.mean):contains(nearest) then
      report.agrees { at = at, related = related, how = total:text() .. "/" .. m.n }
      return
    end
    report {
      at = at, related = related, expected = nearest:round(places):text(),
      severity = m.count ~= "" and "warning" or "note",
      values = { n = m.n, nearest = nearest:round(places + 1), total = total },
    }
  end,
}
