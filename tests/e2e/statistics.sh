#!/bin/sh
# --statistics, and the progress of a long run on a terminal.
. "$(dirname "$0")/setup.inc"
printf '全市企业有坏数12家坏数。\n' >twice.txt
hedui --statistics --exit-zero -f csv twice.txt doubtful.txt >out.csv 2>said
is "by rule, sorted" "2 0 0 bad-mark 0 1 0 doubtful-mark 2 1 0 in all" \
  "$(sed -n '2,4p' said | xargs)"
is "of 10,000 characters" \
  "hedui: 24 characters; errors and warnings per 10,000 characters: 1250.00" \
  "$(sed -n 5p said)"
is "figures, claims, links" "hedui: files: 2, figures: 2, claims: 2" \
  "$(sed -n 6p said)"
is "nothing of it on stdout" 4 "$(wc -l <out.csv)"
hedui --statistics --min-severity error -f csv twice.txt doubtful.txt \
  >/dev/null 2>said
is "what is left out is not counted" "2 0 0 in all" "$(sed -n 3p said | xargs)"
"$HEDUI" check --statistics none.txt >/dev/null 2>said
is "of nothing" 1 "$(grep -c 'per 10,000 characters: 0.00' said)"

if python3 -c 'import pty; pty.openpty()' 2>/dev/null; then
  holds "progress on a terminal, after two seconds" env HEDUI="$HEDUI" python3 - <<'PY'
import os, pty, subprocess, time
def run(terminal):
    master, slave = pty.openpty()
    command = [os.environ["HEDUI"], "check", "--exit-zero", "-j1", "-f", "csv",
               "good.txt", "-", "bad.txt", "doubtful.txt"]
    child = subprocess.Popen(command, stdin=subprocess.PIPE,
                             stdout=subprocess.DEVNULL,
                             stderr=slave if terminal else subprocess.PIPE)
    time.sleep(2.3)
    child.stdin.write("企业12家。\n".encode())
    child.stdin.close()
    said = b"" if terminal else child.stderr.read()
    child.wait()
    os.close(slave)
    while terminal:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        said += piece
    os.close(master)
    return said
said = run(True)
assert b"[###############...............] 2/4" in said, said
assert said.count(b"\r\x1b[K") >= 2, said # drawn and taken away
assert b"\x1b" not in run(False)
PY
else
  echo "skip: no python3, or no pseudo-terminal"
fi
finish
