#!/bin/sh
# The pages of the corpus beside the Markdown that others made of them: nearly
# all figures of the Markdown, in its order, and no more false alarms. What a
# page lacks are its lists of links (Figure 1, Figure 2 at its head); what the
# Markdown lacks are ordered lists, which are the references here.
. "$(dirname "$0")/setup.inc"
corpus=$root/../shared/corpus
if [ ! -d "$corpus/html" ]; then
  echo "skip: no ../shared/corpus here"
  finish
fi
python3 - "$HEDUI" "$corpus" >verdict <<'PYTHON'
import csv, difflib, pathlib, subprocess, sys
hedui, corpus = sys.argv[1], pathlib.Path(sys.argv[2])
wanted = got = alarms = known = 0
def rows(command, path):
    done = subprocess.run([hedui, command, "-q", "-f", "csv", str(path)],
                          capture_output=True, check=False)
    if done.returncode > 1:
        print("unread", path.name, done.stderr.decode())
    return list(csv.DictReader(done.stdout.decode().splitlines()))
for page in sorted((corpus / "html").glob("*.html")):
    twin = corpus / "en" / (page.stem + ".md")
    a = [r["text"] for r in rows("claims", twin)]
    b = [r["text"] for r in rows("claims", page)]
    match = difflib.SequenceMatcher(None, a, b, autojunk=False)
    same = sum(m.size for m in match.get_matching_blocks())
    wanted, got = wanted + len(a), got + same
    if same < 0.98 * len(a):
        print("few", page.name, same, len(a))
    known += len(rows("check", twin))
    alarms += len(rows("check", page))
print("figures", "good" if got >= 0.99 * wanted else "%d of %d" % (got, wanted))
print("alarms", "good" if alarms <= known else "%d, not %d" % (alarms, known))
PYTHON
is "pages are read as their Markdown is" "figures good
alarms good" "$(cat verdict)"
finish
