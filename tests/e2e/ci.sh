#!/bin/sh
# What CI systems read; see tests/ci.py.
. "$(dirname "$0")/setup.inc"
HEDUI=$HEDUI exec python3 "$root/tests/ci.py"
