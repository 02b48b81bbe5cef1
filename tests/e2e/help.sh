#!/bin/sh
# Help comes from the tables: every option and command is there, in both
# languages; errors name the nearest.
. "$(dirname "$0")/setup.inc"
options=$(sed -n 's/^ *{"\([a-z-]*\)", *\(0\|.[^,]*.\),.*/\1/p' \
  "$root/checker/cli/options.c")
commands=$(sed -n '/HD_FOR_TOOLS/d; s/^ *{"\([a-z-]*\)", *HD_FOR_.*/\1/p' \
  "$root/checker/cli/main.c")
holds "the tables were read" test "$(echo $options | wc -w)" -gt 20
for command in $commands; do
  "$HEDUI" help "$command" >"help.$command"
  is "help $command" 0 $?
  "$HEDUI" "$command" --help >again
  holds "$command --help is the same" cmp "help.$command" again
  holds "help lists $command" sh -c "'$HEDUI' help | grep -q '^  $command '"
done
cat help.* >all
for option in $options; do
  holds "--$option is in a help" grep -q -- "--$option\b" all
done
is "-h" "$("$HEDUI" help | cksum)" "$("$HEDUI" -h | cksum)"
holds "English" grep -q 'usage: hedui check' help.check
LC_ALL=zh_CN.UTF-8 "$HEDUI" help check >zh
holds "Chinese" grep -q '用法: hedui check' zh
LC_ALL=en_US.UTF-8 LANG=zh_CN.UTF-8 "$HEDUI" help check >en
holds "LC_ALL decides" cmp en help.check
holds "no folder of this machine" sh -c '! grep -q "/home\|/usr" all'

"$HEDUI" --fail-no error bad.txt 2>said >/dev/null
is "unknown option" 2 $?
holds "the nearest" grep -q -- '--fail-on' said
"$HEDUI" --min error bad.txt 2>said >/dev/null
is "no abbreviations" 2 $?
holds "the one it begins" grep -q -- '--min-severity' said
"$HEDUI" explain bad-mrak --rules rules 2>said >/dev/null
holds "the nearest rule" grep -q 'bad-mark' said
is "the source of a rule" "$(cksum <rules/bad-mark.lua)" \
  "$("$HEDUI" rules --rules rules --print bad-mark | cksum)"
holds "the list of rules" \
  sh -c "'$HEDUI' rules --rules rules | grep -q '^bad-mark  *error  *stable'"
holds "explain a rule" \
  sh -c "'$HEDUI' explain --rules rules bad-mark | grep -q '^A bad mark'"
print=$(hedui -f csv bad.txt | tail -n 1 | cut -d'"' -f30)
"$HEDUI" explain --rules rules --select bad-mark "$print" bad.txt >explained
is "explain a finding" 0 $?
holds "its place" grep -q 'bad.txt:1:6' explained
holds "its frame" grep -q '\^\^\^\^' explained
is "explain what is not there" 2 \
  "$(status "$HEDUI" explain 0000000000000000 bad.txt)"
finish
