#!/bin/sh
# Edits elsewhere in a report leave its baseline valid.
. "$(dirname "$0")/setup.inc"
HEDUI=$HEDUI exec python3 "$root/tests/tools/baseline_edits.py"
