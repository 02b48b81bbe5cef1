#!/bin/sh
# What README.md and the pages of docs/ show is what happens; see tests/docs.py.
cd "$(dirname "$0")/../.." || exit 2
command -v python3 >/dev/null || { echo "skip: no python3"; exit 0; }
exec python3 tests/docs.py
