#!/bin/sh
# .heduiignore: what a folder is walked without.
. "$(dirname "$0")/setup.inc"
walked() { "$HEDUI" check -q --rules rules --select bad-mark -f jsonl "$@" |
  grep '"type":"file"' | sed 's/.*"file":"\([^"]*\)".*/\1/' | tr '\n' ' '; }

mkdir -p r/drafts/old r/final
for f in r/a.txt r/drafts/b.txt r/drafts/old/c.txt r/final/d.txt r/final/e.md
do cp good.txt "$f"; done
is "all" "r/a.txt r/drafts/b.txt r/drafts/old/c.txt r/final/d.txt r/final/e.md " \
  "$(walked r)"
printf '# drafts\ndrafts/\n*.md\n' >r/.heduiignore
is "without drafts and Markdown" "r/a.txt r/final/d.txt " "$(walked r)"
printf '!e.md\n' >r/final/.heduiignore
is "a folder's own file comes first" "r/a.txt r/final/d.txt r/final/e.md " \
  "$(walked r)"
is "files of folders above hold" "r/final/d.txt r/final/e.md " \
  "$(walked r/final)"
is "wherever one stands" "./d.txt ./e.md " "$(cd r/final && "$HEDUI" check \
  -q --rules ../../rules --select bad-mark -f jsonl . | grep '"type":"file"' |
  sed 's/.*"file":"\([^"]*\)".*/\1/' | tr '\n' ' ')"
is "a file that is named is read" "r/drafts/b.txt " "$(walked r/drafts/b.txt)"
is "so is a folder" "r/drafts/b.txt r/drafts/old/c.txt " "$(walked r/drafts)"
"$HEDUI" check --rules rules --select bad-mark r 2>said >/dev/null
holds "it is counted" grep -q 'left out by .heduiignore: 1' said

# Against git itself.
counts=$(HEDUI=$HEDUI python3 "$root/tests/tools/ignore.py" 12)
case $counts in
skip*) echo "$counts" ;;
*) is "random trees against git check-ignore" "12 passed, 0 failed" "$counts" ;;
esac
finish
