#!/bin/sh
# Rule packs: a folder with a manifest; --rules takes it, rules show whose they
# are, what is wrong or clashes is said.
. "$(dirname "$0")/setup.inc"
cp -r "$root/tests/packs/audit" audit
printf '全市企业大略有320家，投资12亿元（待核）。\n' >draft.txt

found() { "$HEDUI" check -q -f csv --exit-zero --min-severity note "$@" draft.txt |
  sed -n 's/.*"\(audit[a-z/-]*\)".*/\1/p' | tr '\n' ' '; }
is "its rules run" "audit/vague-word audit/draft-mark " "$(found --rules audit)"
is "by its manifest" "audit/vague-word audit/draft-mark " \
  "$(found --rules audit/pack.lua)"
is "one of its rules" "audit/vague-word " "$(found --rules audit/vague-word.lua)"
is "selected by id" "audit/draft-mark " "$(found --rules audit --select audit/draft-mark)"
is "its examples" "4 examples passed, 0 failed" "$("$HEDUI" test audit)"
is "one rule of it" "2 examples passed, 0 failed" "$("$HEDUI" test audit/vague-word.lua)"
is "its lint" "" "$("$HEDUI" rules lint audit)"
is "its coverage" 2 "$("$HEDUI" test --coverage audit | grep -c '(100%)')"
is "whose rules they are" 1 "$("$HEDUI" rules --rules audit | grep -c '^audit 1.2.0 (MIT)$')"
is "and which" 2 "$("$HEDUI" rules --rules audit | sed -n '/^audit 1/,$p' | grep -c '^audit/')"
printf '<!-- hedui-ignore audit/draft-mark: known -->\n投资12亿元（待核）。\n' >known.md
is "a comment in a draft" 0 "$("$HEDUI" -q -f csv --exit-zero --rules audit known.md | grep -c audit/)"

# ---- a manifest that is wrong
manifest() { # NAME SED WANTED
  sed "$2" "$root/tests/packs/audit/pack.lua" >audit/pack.lua
  is "$1" "hedui: $3" "$("$HEDUI" rules --rules audit 2>&1 >/dev/null)"
  is "$1: the status" 2 "$(status "$HEDUI" -q --rules audit draft.txt)"
  cp "$root/tests/packs/audit/pack.lua" audit/pack.lua
}
manifest "an unknown key" 's/licence/license/' \
  "audit/pack.lua:5: a pack has no 'license' (did you mean 'licence'?)"
manifest "a missing one" '/licence/d' "audit/pack.lua: licence is missing"
manifest "a wrong type" 's/"1.2.0"/1.2/' "audit/pack.lua:4: version must be a string"
manifest "no version" 's/"1.2.0"/"newest"/' \
  'audit/pack.lua: version is a version such as "1.2.0", not "newest"'
manifest "another hedui" 's/"0.1"/"99.0"/' \
  "audit/pack.lua: the pack needs hedui 99.0, this is $("$HEDUI" version | head -n 1)"
manifest "a bad name" 's/"audit"/"Audit 1"/' \
  'audit/pack.lua: name may hold a-z, 0-9 and -, not "Audit 1"'
manifest "a folder that is not there" 's/= "lexicon"/= "words"/' \
  "audit/pack.lua: lexicons: there is no words"
manifest "one outside" 's,= "lexicon",= {"../lexicon"},' \
  'audit/pack.lua: lexicons: "../lexicon" is not in the pack'
manifest "a rule that is not there" 's/lexicons.*/&\n  rules = {"vague-word", "gone"},/' \
  "audit/pack.lua: rules: there is no gone.lua"
manifest "a program" 's/^return {/local function f() end\n&/' \
  "audit/pack.lua:2: 'function': a configuration is a table, without functions or loops"
manifest "no rule to override" 's/lexicons.*/&\n  overrides = {"parts-summ"},/' \
  'audit/pack.lua: overrides: there is no built-in rule "parts-summ"'
is "good rules beside it" 0 "$("$HEDUI" rules | grep -c audit)"

# ---- rules that the manifest names, ids
sed -i 's/lexicons.*/&\n  rules = {"draft-mark"},/' audit/pack.lua
is "only those it names" "audit/draft-mark " "$(found --rules audit)"
"$HEDUI" new-rule audit/too-much 2>err.txt
is "a new rule in it" 'id = "audit/too-much"' \
  "$(grep -o 'id = "[^"]*"' audit/too-much.lua)"
is "it is to be named" 1 "$(grep -c 'add "too-much" to the rules of pack.lua' err.txt)"
sed -i 's/"draft-mark"/"draft-mark", "too-much"/' audit/pack.lua
is "then it passes" "6 examples passed, 0 failed" "$("$HEDUI" test audit)"
is "no rule is called pack" 2 "$(status "$HEDUI" new-rule audit/pack)"
sed -i 's,audit/too-much,too-much,' audit/too-much.lua
is "an id without the pack" \
  'hedui: audit/too-much.lua:4:3: id must be "audit/too-much" in the pack audit, not "too-much"' \
  "$("$HEDUI" rules --rules audit 2>&1 >/dev/null)"

# ---- clashes
cp -r "$root/tests/packs/audit" other
is "two packs of one name" \
  'hedui: other/pack.lua: the name "audit" is taken by the pack in audit2' \
  "$(cp -r "$root/tests/packs/audit" audit2
  "$HEDUI" rules --rules audit2 --rules other 2>&1 >/dev/null)"
mkdir plain
sed 's/待核/待定/' other/draft-mark.lua >plain/draft-mark.lua
is "an id that a pack has" \
  'hedui: plain/draft-mark.lua:3:3: id "audit/draft-mark" is taken by other/draft-mark.lua of the pack audit' \
  "$("$HEDUI" rules --rules other --rules plain 2>&1 >/dev/null)"
sed 's/"audit"/"second"/;s/lexicons.*/overrides = {"residue"},/' other/pack.lua >plain/pack.lua
sed 's,audit/draft-mark,residue,' other/draft-mark.lua >plain/residue.lua
rm plain/draft-mark.lua
is "an override that the manifest names" \
  "hedui: plain/residue.lua overrides the built-in rule residue" \
  "$("$HEDUI" rules --rules plain 2>&1 >/dev/null)"
mkdir inside
cp -r other inside/pack
is "a pack inside a folder" \
  "hedui: inside/pack: it is a pack inside another folder: give it to --rules" \
  "$("$HEDUI" rules --rules inside 2>&1 >/dev/null)"
printf 'word\n-大略\n' >words.tsv
mkdir -p mine/zh
cp words.tsv mine/zh/audit-words.tsv
is "--lexicon comes behind" "audit/draft-mark " "$(found --rules other --lexicon mine)"
finish
