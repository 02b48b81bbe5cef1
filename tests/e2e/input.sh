#!/bin/sh
# Where drafts come from: standard input, folders, lists, other encodings.
. "$(dirname "$0")/setup.inc"

# The files named in the findings, in order.
files() {
  cut -d, -f1 | tail -n +2 | tr -d '"' | xargs
}

is "standard input" "<stdin>" "$(hedui -f csv - <bad.txt | files)"
is "its name" "draft.md" \
  "$(hedui -f csv --stdin-filename draft.md - <bad.txt | files)"
is "an empty input" 0 "$(status hedui - </dev/null)"
is "a named pipe's worth" 1 "$(cat bad.txt | hedui -f csv - | grep -c bad-mark)"

# Encodings.
if iconv -f UTF-8 -t GB18030 bad.txt >gb.txt 2>/dev/null; then
  is "GB18030" '"6"' "$(hedui -f csv gb.txt | tail -n +2 | cut -d, -f3)"
fi
printf '\357\273\277' | cat - bad.txt >bom.txt
is "a BOM is no column" '"6"' "$(hedui -f csv bom.txt | tail -n +2 | cut -d, -f3)"
sed 's/$/\r/' bad.txt >crlf.txt
is "CRLF" '"8"' "$(hedui -f csv crlf.txt | tail -n +2 | cut -d, -f5)"
printf '全市企业\377\376\377有坏数12家。\n' >broken.txt
is "bytes of no encoding" 2 "$(status hedui broken.txt)"
is "--lenient" 1 "$(status hedui --lenient broken.txt)"
is "--max-file-size" 2 "$(status hedui --max-file-size 10 bad.txt)"
is "a size with its letter" 1 "$(status hedui --max-file-size 1M bad.txt)"

# Folders: byte order, other suffixes counted.
mkdir -p tree/b tree/.hidden
cp bad.txt tree/b/z.txt
cp bad.txt tree/a.md
cp bad.txt tree/B.txt
cp bad.txt tree/.hidden/x.txt
echo other >tree/picture.png
is "a folder" "tree/B.txt tree/a.md tree/b/z.txt" "$(hedui -f csv tree | files)"
"$HEDUI" check --rules rules --select bad-mark -f csv tree >/dev/null 2>said
holds "skipped files are counted" grep -q 'kinds skipped: 1' said
mkdir none
is "a folder of nothing" 0 "$(status hedui none)"

# Lists of names.
printf 'bad.txt\n\ntree/a.md\r\n' >list
is "--files-from" "bad.txt tree/a.md" "$(hedui -f csv --files-from list | files)"
is "--files-from -" "bad.txt" "$(echo bad.txt | hedui -f csv --files-from - | files)"
printf 'bad.txt\0tree/a.md' >list0
is "-0" "bad.txt tree/a.md" "$(hedui -f csv -0 --files-from list0 | files)"
is "no such list" 2 "$(status hedui --files-from nolist)"
is "two uses of stdin" 2 "$(status hedui --files-from - -)"

# Shards are all of it, each file once.
for part in 1 2 3; do
  hedui -f csv --shard $part/3 bad.txt tree | tail -n +2
done | sort >shards
hedui -f csv bad.txt tree | tail -n +2 | sort >whole
holds "shards" cmp shards whole
is "a shard that is none" 2 "$(status hedui --shard 4/3 bad.txt)"

# Names that look like options, and names with odd bytes.
cp bad.txt ./-q.txt
is "--" 1 "$(status hedui -- -q.txt)"
cp bad.txt "$(printf 'a\nb\377.txt')"
hedui -f csv "$(printf 'a\nb\377.txt')" >out
is "an odd name is one line" 2 "$(wc -l <out)"
holds "and UTF-8" iconv -f UTF-8 -t UTF-8 out
finish
