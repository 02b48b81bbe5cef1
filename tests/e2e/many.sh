#!/bin/sh
# Many files at once: a line for each, shards, a reader that goes away, and
# the same status and bytes whatever --jobs is.
. "$(dirname "$0")/setup.inc"
mkdir many
i=0
while [ $i -lt 60 ]; do
  case $((i % 4)) in
  0) cp bad.txt many/$i.txt ;;
  1) cp good.txt many/$i.txt ;;
  2) cp empty.txt many/$i.txt ;;
  3) printf '全市企业\377\376\377有\n' >many/$i.txt ;;
  esac
  i=$((i + 1))
done
for jobs in 1 2 7; do
  hedui -f jsonl -j $jobs many >out.$jobs 2>said.$jobs
  is "2 beats 1, -j $jobs" 2 $?
  holds "the same bytes, -j $jobs" cmp out.1 out.$jobs
  holds "the same words, -j $jobs" cmp said.1 said.$jobs
done
is "a line for every file" 60 "$(grep -c '"type":"file"' out.1)"
is "failed ones" 15 "$(grep -c '"status":"failed"' out.1)"
is "clean ones" 30 "$(grep '"status":"read"' out.1 | wc -l |
  awk -v n="$(grep -c '"type":"finding"' out.1)" '{ print $1 - n }')"
is "a sum" 1 "$(grep -c '"type":"summary"' out.1)"
is "--exit-zero does not hide a failure" 2 \
  "$(status hedui --exit-zero -j 3 many)"
ls many/*.txt >list
for part in 1 2 3 4; do
  hedui -f jsonl --shard $part/4 --files-from list 2>/dev/null
done | grep '"type":"file"' | sort >parts
hedui -f jsonl --files-from list 2>/dev/null | grep '"type":"file"' |
  sort >whole
holds "shards are all of it" cmp parts whole

# A reader that goes away ends the output quietly.
for n in 1 2 3; do yes '全市企业有坏数12家。这里还有一句话。' | head -n 20000 >big$n.txt; done
{ hedui -f csv big1.txt big2.txt big3.txt 2>said; echo $? >code; } | head -n 1 >/dev/null
is "the status is the same" 1 "$(cat code)"
is "nothing is said" "" "$(cat said)"

# A command that is taken for a folder.
"$HEDUI" --select residue --lang zh rules 2>said >/dev/null
holds "is hinted at" grep -q 'a command comes first: hedui rules' said
"$HEDUI" check --select residue rules 2>said >/dev/null
is "not behind check" 0 "$(grep -c 'comes first' said)"
"$HEDUI" --lang zh ruls 2>said >/dev/null
holds "a mistyped one too" grep -q 'did you mean hedui rules' said
finish
