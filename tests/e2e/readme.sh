#!/bin/sh
# What README.md shows is what the program prints; see tests/readme.py.
cd "$(dirname "$0")/../.." || exit 2
exec python3 tests/readme.py
