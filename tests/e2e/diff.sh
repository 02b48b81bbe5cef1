#!/bin/sh
# --diff: only what a change brought in.
. "$(dirname "$0")/setup.inc"
lines() { tail -n +2 | cut -d, -f1,2 | tr -d '"' | tr ',\n' ': '; }

# A fingerprint reads eight characters before the place and four behind it.
first='在第一段的文字里有坏数的记载，写在这里。'
printf '%s\n\n在第二段的文字里有疑数的记载。\n' $first >old.txt
printf '前面新加的一段。\n\n%s\n\n在第三段的文字里有坏数的记载。\n' $first >new.txt
is "what is new" "new.txt:5 " "$(hedui -f csv --diff old.txt new.txt | lines)"
is "it decides the exit status" 1 "$(status hedui --diff old.txt new.txt)"
is "nothing new" 0 "$(status hedui --diff new.txt old.txt)"
"$HEDUI" check --rules rules --select bad-mark --diff old.txt new.txt \
  2>said >/dev/null
holds "the others are counted" grep -q 'old version has as well: 1' said
printf '%s\n\n%s\n' $first $first >twice.txt
printf '%s\n' $first >once.txt
is "one of two equal ones is new" "twice.txt:3 " \
  "$(hedui -f csv --diff once.txt twice.txt | lines)"

# Folders.
mkdir -p was/a now/a
cp old.txt was/a/r.txt
cp new.txt now/a/r.txt
cp bad.txt now/a/s.txt
is "folders, and a file that was not there" "now/a/r.txt:5 now/a/s.txt:1 " \
  "$(hedui -f csv --diff was now | lines)"
is "a file and a folder" "now/a/r.txt:5 " \
  "$(hedui -f csv --diff was/a now/a/r.txt | lines)"
is "a file for two" 2 "$(status hedui --diff old.txt old.txt new.txt)"
is "no such file" 2 "$(status hedui --diff none old.txt)"
printf '\377\377\001' >broken.txt
is "an old version that cannot be read" 2 \
  "$(status hedui --diff broken.txt new.txt)"
is "with a baseline" 0 "$(hedui --diff old.txt --write-baseline known new.txt \
  >/dev/null; status hedui --diff old.txt --baseline known new.txt)"
is "which has the new one alone" 1 "$(wc -l <known)"

# git.
if command -v git >/dev/null; then
  git init -q repo
  cd repo || exit 1
  mv ../rules .
  git config user.email a@example.org
  git config user.name a
  mkdir -p 报告 b
  cp ../old.txt 报告/r.txt
  cp ../old.txt "b/two words.txt"
  git add . && git commit -qm one
  git tag first
  cp ../new.txt 报告/r.txt
  cp ../new.txt "b/two words.txt"
  cp ../bad.txt b/fresh.txt
  is "git:HEAD" "b/fresh.txt:1 b/two words.txt:5 报告/r.txt:5 " \
    "$(hedui -f csv --diff git:HEAD b 报告 | lines)"
  is "from a folder below" "r.txt:5 " "$(cd 报告 && "$HEDUI" check -q -f csv \
    --rules ../rules --select bad-mark --diff git:first r.txt | lines)"
  is "a full path" 1 "$(hedui -f csv --diff git:HEAD "$PWD/报告/r.txt" |
    lines | grep -c 'r.txt:5')"
  is "from within a hook" "报告/r.txt:5 " "$(GIT_DIR=/nowhere \
    hedui -f csv --diff git:HEAD 报告 | lines)"
  git commit -qam two
  is "nothing since" 0 "$(status hedui --diff git:HEAD 报告)"
  is "the commit before" 1 "$(status hedui --diff git:HEAD~1 报告)"
  is "the order whatever -j is" "$(hedui -f csv --diff git:first b 报告)" \
    "$(hedui -j 3 -f csv --diff git:first b 报告)"
  hedui --diff git:nosuch 报告 2>said >/dev/null
  is "an unknown revision" 2 $?
  holds "is said" grep -q '报告 has no revision nosuch' said
  is "a revision like an option" 2 "$(status hedui --diff git:--help 报告)"
  is "none" 2 "$(status hedui --diff git: 报告)"
  cd .. && cp -r repo/rules .
  hedui --diff git:HEAD old.txt 2>said >/dev/null
  is "outside of a repository" 2 $?
  holds "is said too" grep -q 'in no git repository' said
  is "without git" 2 "$(PATH=/nowhere status hedui --diff git:HEAD repo/报告)"
else
  echo "skip: no git"
fi
finish
