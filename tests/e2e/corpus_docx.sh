#!/bin/sh
# The Word files of ../shared/corpus are read without error, and 99 % of their
# figures are those of the text versions beside them, in the same order.
. "$(dirname "$0")/setup.inc"
shared=$root/../shared/corpus
[ -d "$shared/docx" ] && command -v python3 >/dev/null ||
  { echo "skip: no ../shared/corpus/docx"; exit 0; }
holds "the same figures" python3 - "$HEDUI" "$shared" <<'END'
import difflib, json, pathlib, subprocess, sys
hedui, shared = sys.argv[1], pathlib.Path(sys.argv[2])
worst = 1
def figures(path):
    out = subprocess.run([hedui, "claims", "-q", "-f", "jsonl", str(path)],
                         capture_output=True, check=True)
    rows = map(json.loads, out.stdout.decode().splitlines())
    return [r["text"] for r in rows if "text" in r]
for path in sorted((shared / "docx").glob("*.docx")):
    name = path.stem.replace("政府工作报告", "").replace("2025年", "")
    a = figures(path)
    b = figures(shared / "zh" / f"gwr_prov_2025_{name}.md")
    same = sum(m.size for m in difflib.SequenceMatcher(
        None, a, b, autojunk=False).get_matching_blocks())
    share = same / max(len(a), len(b))
    print(f"{path.name}: {len(a)} figures, {share:.4f} of them the same")
    worst = min(worst, share)
sys.exit(worst < 0.99)
END
finish
