#!/bin/sh
# Where reports go: files whole or not at all, pipes that break, full disks.
. "$(dirname "$0")/setup.inc"

# One report, the format from the suffix.
hedui -o out.csv bad.txt >stdout 2>stderr
is "nothing on stdout" 0 "$(wc -c <stdout)"
is "nothing on stderr" 0 "$(wc -c <stderr)"
is "a BOM in the file" "efbbbf" "$(head -c 3 out.csv | od -An -tx1 | tr -d ' ')"
is "the finding" 1 "$(grep -c '"bad-mark"' out.csv)"
is "no BOM on stdout" '"file"' "$(hedui -f csv bad.txt | head -c 6)"

# Several at once, and -f for stdout beside them.
hedui -o csv:a -o json:b -o c.jsonl -o text:d bad.txt >stdout
is "csv" 2 "$(wc -l <a)"
is "json" '{"schema":1' "$(head -c 11 b)"
is "jsonl" '{"schema":1' "$(head -c 11 c.jsonl)"
is "text" "bad.txt:1:6" "$(head -n 1 d | cut -d' ' -f1)"
rm -f a b d
hedui -f text -o csv:a -o json:b bad.txt >stdout
is "-f is stdout's where -o names its own" "bad.txt:1:6" \
  "$(head -n 1 stdout | cut -d' ' -f1)"
is "two to one place" 2 "$(status hedui -o csv:a -o json:a bad.txt)"
is "no known suffix" 2 "$(status hedui -o report.xyz bad.txt)"

# A file is replaced when the new one is complete, links are followed, the
# mode is kept, nothing is left beside it.
mkdir out
echo old >out/real.csv
chmod 640 out/real.csv
ln -s real.csv out/link.csv
hedui -o out/link.csv bad.txt
is "the link stays" real.csv "$(readlink out/link.csv)"
is "its file is new" 2 "$(wc -l <out/real.csv)"
is "its mode is kept" 640 "$(stat -c %a out/real.csv)"
is "nothing beside" "link.csv real.csv" "$(ls -A out | xargs)"
echo old >out/kept.csv
is "unusable rules" 2 "$(status hedui --set nonsense -o out/kept.csv bad.txt)"
is "the old one stays" old "$(cat out/kept.csv)"
mkdir umask
(umask 027 && hedui -o umask/new.csv bad.txt)
is "the mode of a new file" 640 "$(stat -c %a umask/new.csv)"

# A draft is never overwritten.
cp bad.txt draft.txt
is "output is input" 2 "$(status hedui -o draft.txt draft.txt)"
holds "it is unharmed" cmp bad.txt draft.txt

# What cannot be written is 2.
is "no such folder" 2 "$(status hedui -o no/such/out.csv good.txt)"
is "a folder" 2 "$(status hedui -f csv -o out good.txt)"
if [ -w /dev/full ]; then
  hedui -f csv bad.txt >/dev/full 2>said
  is "a full disk on stdout" 2 $?
  holds "it is said" test -s said
  hedui -f csv -o /dev/full bad.txt 2>said
  is "a full disk with -o" 2 $?
  "$HEDUI" help >/dev/full 2>/dev/null
  is "a full disk for help" 2 $?
fi
hedui -f csv bad.txt >&- 2>/dev/null
is "stdout is closed" 2 $?
is "a device" 1 "$(status hedui -f csv -o /dev/null bad.txt)"

# A reader that goes away: quiet, and the status is the findings'.
i=0
while [ $i -lt 20000 ]; do
  echo "全市企业有坏数${i}家。"
  i=$((i + 1))
done >long.txt
for format in text csv json jsonl; do
  {
    hedui -f $format long.txt 2>said
    echo $? >ended
  } | head -n 1 >/dev/null
  is "a broken pipe is quiet, $format" 0 "$(wc -c <said)"
  is "its status, $format" 1 "$(cat ended)"
done
{ "$HEDUI" help 2>said; echo $? >ended; } | :
is "help into a closed pipe" 0 "$(wc -c <said)"
finish
