#!/bin/sh
# hedui rules lint: each weakness with its place; the built-in rules have none.
. "$(dirname "$0")/setup.inc"

is "the built-in rules" "" "$("$HEDUI" rules lint)"
is "and the status" 0 "$(status "$HEDUI" rules lint)"
is "one of them by its id" 0 "$(status "$HEDUI" rules lint growth-mismatch)"

mkdir lint
cat >lint/weak.lua <<'LUA'
local unused = re.new("[0-9]+")
local used = re.new([[甲]])

local function late(s)
  return re.new("a(b"):find(s) or used:find(s) or re.new('，乙')
    or s:find("[a、]$") or s:find("、[,%]]") or s:find("[、", 1, true)
end

return {
  api = 1,
  id = "weak",
  severity = "note",
  summary = { zh = "弱", en = "weak" },
  explain = "one text for both",
  messages = {
    base = { zh = "这里是“{at}”" },
    named = { zh = "印为 {stated}", en = "printed as {state}" },
    ["order"] = { zh = "{n} 家{who}", en = "{n}" },
    unheard = { zh = "无人用", en = "not used" },
  },
  on = { pattern = { "坏数", [[增长％]], "(?!年)年初", "(?=月)日",
    "没有例子" } },
  examples = { bad = { { "甲坏数。", at = "坏数" } }, good = { "甲好数。" } },
  check = function(m, report)
    if late(m.text) then
      report { at = m:place(), message = "nmaed", values = { n = 1 } }
      report { at = m:place(), message = m.text == "" and "named" or "order" }
    end
    report { at = m:place() }
  end,
}
LUA
LC_ALL=C.UTF-8 "$HEDUI" rules lint lint/weak.lua >out.txt
is "found something" 1 $?
cat >wanted.txt <<'TXT'
lint/weak.lua:1:7: dead: nothing uses the pattern unused
lint/weak.lua:5:17: pattern: bad pattern at byte 4: missing closing parenthesis
lint/weak.lua:5:58: dead: it never matches: the text is half-width, for “，” write “,”
lint/weak.lua:6:15: bytes: “[a、]” is a set of bytes and cuts characters: use re.new
lint/weak.lua:14:3: translation: explain lacks zh/en
lint/weak.lua:16:5: translation: messages.base lacks en
lint/weak.lua:17:5: placeholder: messages.named has {stated} in Chinese, {state} in English
lint/weak.lua:19:5: message: nothing uses the message "unheard"
lint/weak.lua:21:28: dead: it never matches: the text is half-width, for “％” write “%”
lint/weak.lua:21:37: dead: it never matches: “(?!年)年初” contradicts itself
lint/weak.lua:21:48: dead: it never matches: “(?=月)日” contradicts itself
lint/weak.lua:22:5: untried: no example matches this pattern
lint/weak.lua:26:42: message: no message "nmaed"
TXT
is "what" "$(cat wanted.txt)" "$(cat out.txt)"
is "in Chinese" "lint/weak.lua:16:5: translation: messages.base 缺 en" \
  "$("$HEDUI" rules lint --lang zh lint | grep :16:)"
is "as CSV" '"lint/weak.lua","19","5","weak","message","nothing uses the message ""unheard"""' \
  "$("$HEDUI" rules lint -f csv lint | grep '"19"')"
is "its head" '"file","line","column","rule","check","message"' \
  "$("$HEDUI" rules lint -f csv lint | head -n 1)"
is "another format" 2 "$(status "$HEDUI" rules lint -f json lint)"

# ---- what cannot be loaded has its place as well
cat >lint/globals.lua <<'LUA'
return {
  api = 1,
  id = "globals",
  check = function(m, report)
    count = 1 return os.time(decimla("1")) + count
  end,
}
LUA
cat >lint/kinds.lua <<'LUA'
return {
  api = 1, id = "kinds", severity = "note", summary = "x", explain = "x",
  messages = { base = "x" },
  on = { claim = "any",
    link = { "parts", "fromto" } },
  examples = { bad = { { "x", at = "x" } }, good = { "y" } },
  check = function() end,
}
LUA
cat >lint/another.lua <<'LUA'
return {
  api = 1,
  id = "other",
}
LUA
cat >lint/untested.lua <<'LUA'
return {
  api = 1, id = "untested", severity = "note", summary = "x", explain = "x",
  messages = { base = "x" },
  on = { pattern = "a(" },
}
LUA
"$HEDUI" rules lint lint >out.txt
is "their status" 1 $?
cat >wanted.txt <<'TXT'
lint/another.lua:3:3: load: id must be "another", the file's name, not "other"
lint/globals.lua:5:5: load: assigned global 'count': write local count
lint/globals.lua:5:22: load: unknown global 'os'
lint/globals.lua:5:30: load: unknown global 'decimla' (did you mean 'decimal'?)
lint/kinds.lua:5:23: load: on.link: unknown 'fromto' (did you mean 'from_to'?)
lint/untested.lua:4:10: load: on.pattern: bad pattern at byte 3: missing closing parenthesis
TXT
is "broken ones" "$(cat wanted.txt)" "$(grep load: out.txt)"
is "a good rule beside them" "$(sed -n 's/^lint.weak.lua/x/p' out.txt | wc -l)" 13
sed -i 's/on = { pattern = "a(" },/on = { pattern = "a" },/' lint/untested.lua
is "no examples" "lint/untested.lua:1:8: load: examples is missing" \
  "$("$HEDUI" rules lint lint/untested.lua)"
is "no rule there" 2 "$(status "$HEDUI" rules lint gone)"
"$HEDUI" new-rule -q fresh/new-one
is "a new rule is clean" "" "$("$HEDUI" rules lint fresh)"
finish
