#!/bin/sh
# Edits elsewhere in a report leave its baseline valid.
. "$(dirname "$0")/setup.inc"
case ${BUILD:-} in *-san) documents=5 ;; *) documents=40 ;; esac
HEDUI=$HEDUI exec python3 "$root/tests/tools/baseline_edits.py" $documents
