#!/bin/sh
# The language server; see tests/lsp.py.
cd "$(dirname "$0")/../.." || exit 2
exec python3 tests/lsp.py
