-- groups: patterns of one rule with the same named groups, so that a match of
-- any of them can be asked for all ("" or nil where it has none).

local groups = {}

-- The patterns, each with those of the names that it lacks in front.
function groups.all(patterns, names)
  local out = {}
  for i, pattern in ipairs(patterns) do
    local missing = ""
    for _, name in ipairs(names) do
      if not pattern:find("(?<" .. name .. ">", 1, true) then missing = missing .. "(?<" .. name .. ">)" end
    end
    out[i] = missing .. pattern
  end
  return out
end

-- What the group matched, nil for nothing.
function groups.get(m, name)
  return m[name] and m[name] ~= "" and m[name] or nil
end

return groups
