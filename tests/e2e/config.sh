#!/bin/sh
# .hedui.lua: what it sets, for which files, and what is said of a wrong one.
. "$(dirname "$0")/setup.inc"
mv rules marks
both='rules = "marks", select = {"bad-mark", "doubtful-mark"}'
check() { "$HEDUI" check -q -f csv "$@"; }
rules_of() { tail -n +2 | cut -d, -f8 | tr -d '"' | tr '\n' ' '; }

echo "return { $both, fail_on = \"warning\" }" >.hedui.lua
is "rules and selection" "bad-mark " "$(check bad.txt | rules_of)"
is "fail_on" 1 "$(status check doubtful.txt)"
is "the command line wins" 0 "$(status check --fail-on error doubtful.txt)"
is "--exit-zero too" 0 "$(status check --exit-zero bad.txt)"
is "--no-config" 0 "$(status check --no-config bad.txt)"
is "--select replaces select" "" \
  "$(check --select doubtful-mark bad.txt | rules_of)"
is "claims do not mind" 0 "$(status "$HEDUI" claims -q bad.txt)"
is "from a folder below" "bad-mark " "$(mkdir -p sub && cp bad.txt sub &&
  cd sub && check bad.txt | rules_of)"
is "standard input is of the working folder" 1 \
  "$(status check - <doubtful.txt)"
echo "return { $both, ignore = {\"bad-mark\"} }" >.hedui.lua
is "ignore" "" "$(check bad.txt | rules_of)"
is "what --select names is not ignored" "bad-mark " \
  "$(check --select bad-mark bad.txt | rules_of)"
echo "return { $both, min_severity = 'error' }" >.hedui.lua
is "min_severity" "" "$(check doubtful.txt | rules_of)"
echo "return { $both, severity = { ['doubtful-mark'] = 'error' } }" >.hedui.lua
is "severity" 1 "$(status check doubtful.txt)"
check --write-baseline known bad.txt doubtful.txt >/dev/null
echo "return { $both, baseline = 'known' }" >.hedui.lua
is "baseline" 0 "$(status check --fail-on note bad.txt doubtful.txt)"
is "seen from its folder" 0 "$(cd sub && status check --fail-on note ../bad.txt)"
echo "return { lang = 'en', $both }" >.hedui.lua
is "lang" '"a bad mark"' "$(check bad.txt | tail -n +2 | cut -d, -f9)"
echo 'return { select = "shares-total", params = { ["shares-total"] = {} } }' \
  >.hedui.lua
is "no params" 0 "$(status check good.txt)"

# Several configurations in one run: the order of the files stays.
mkdir -p a b
cp bad.txt doubtful.txt a
cp bad.txt doubtful.txt b
echo "return { rules = '../marks', select = 'bad-mark' }" >a/.hedui.lua
echo "return { rules = '../marks', select = 'doubtful-mark',
  overrides = { { files = 'bad.txt', fail_on = 'never',
                  select = {'bad-mark'} } } }" >b/.hedui.lua
for jobs in 1 2 5; do
  is "each has its own, -j $jobs" \
    "a/bad.txt:bad-mark b/bad.txt:bad-mark b/doubtful.txt:doubtful-mark " \
    "$(check -j $jobs b/doubtful.txt a b | tail -n +2 | cut -d, -f1,8 |
      tr -d '"' | tr ',\n' ': ' | sed 's/^[^ ]* //')"
done
is "fail_on is of the file" 0 "$(status check b)"
is "and not of its neighbour" 1 "$(status check a b)"
is "--config for all" "" "$(check --config b/.hedui.lua a/bad.txt | rules_of |
  sed 's/bad-mark //')"

# extends: lists add up, scalars are replaced.
echo "return { $both, fail_on = 'note', ignore = 'bad-mark' }" >base.lua
echo "return { extends = 'base.lua', fail_on = 'error' }" >.hedui.lua
is "extended lists" "" "$(check bad.txt | rules_of)"
is "own scalars" 0 "$(status check doubtful.txt)"
is "hedui config says where from" "config        .hedui.lua                   nearest
ruleset       1.0                          default
select        bad-mark                     base.lua:1
select        doubtful-mark                base.lua:1
ignore        bad-mark                     base.lua:1
ignore        residue                      command line
severity      -                            default
params        -                            default
least         -                            default
rules         marks                        base.lua:1
lexicons      -                            default
lang          zh                           command line
doc_lang      -                            default
date          -                            default
fail_on       error                        .hedui.lua:1
min_severity  note                         default
baseline      -                            default" \
  "$("$HEDUI" config --ignore residue --lang zh bad.txt |
    grep -v '^reference\|^previous')"
is "of a folder" "config        a/.hedui.lua                 nearest" \
  "$("$HEDUI" config a | head -n 1)"
is "of none" "config        -                            none" \
  "$("$HEDUI" config --no-config | head -n 1)"

# The one in README.md.
mkdir readme
awk '/^```lua/ { inside = 1; next } /^```/ { inside = 0 } inside' \
  "$root/README.md" >readme/.hedui.lua
is "README's configuration" 0 "$(status "$HEDUI" config readme)"
is "is that of its folder" "readme/.hedui.lua:4" \
  "$("$HEDUI" config readme | awk '$1 == "baseline" { print $3 }')"

# Wrong ones.
wrong() { # wrong NAME TEXT WANTED
  printf '%s\n' "$2" >.hedui.lua
  check bad.txt >out 2>said
  is "$1 ends with 2" 2 $?
  holds "$1 is said" grep -q "$3" said
}
wrong "a key" 'return {
  ingore = {"x"} }' '\.hedui\.lua:2: unknown key ingore; did you mean ignore?'
wrong "a rule" "return { $both,
  ignore = {'bad-marc'} }" "\.hedui\.lua:2:1: no rule 'bad-marc' (did you mean 'bad-mark'?)"
wrong "a rule with a severity" "return { $both,
  severity = { ['bad-marc'] = 'note' } }" "\.hedui\.lua:2:1: no rule 'bad-marc'"
wrong "a parameter" "return {
  params = { ['shares-total'] = { leest = 3 } } }" \
  "\.hedui\.lua:2:1: there is no parameter 'leest'"
wrong "a value" 'return { fail_on = "fatal" }' \
  '\.hedui\.lua:1: fail_on wants error|warning|note|never, not the string fatal'
wrong "a type" 'return {

  lang = true }' '\.hedui\.lua:3: lang wants zh|en, not the boolean true'
wrong "a number" 'return { ruleset = 1.0 }' 'ruleset wants VERSION, not the number'
wrong "a list for one" 'return { lang = {"zh", "en"} }' 'lang has one value'
wrong "a date" 'return { date = "2024" }' 'date wants YYYY-MM-DD'
wrong "no Lua" 'lang = ' '\.hedui\.lua:'
wrong "a loop" 'while true do end' 'without functions or loops'
wrong "a program" 'return { lang = os.getenv("LANG") }' "'os' is no value"
wrong "a rule set" 'return { ruleset = "9.9" }' 'no rule set 9.9'
rm .hedui.lua

# It takes only its own files down.
echo 'return { langg = "zh" }' >a/.hedui.lua
check -f jsonl a b >out 2>said
is "the others are checked" 2 $?
is "and printed" 2 "$(grep -c '"type":"finding"' out)"
is "each file has its line" 4 "$(grep -c '"type":"file"' out)"
is "those of the wrong one failed" 2 "$(grep -c '"status":"failed"' out)"
is "said once" 1 "$(grep -c 'unknown key langg' said)"
is "none" 2 "$(status check --config none.lua b)"
finish
