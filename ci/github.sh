#!/bin/bash
# The last step of action.yml: annotations on standard output, and the SARIF
# file where one is wanted. Files and options come one a line, so that none of
# them is read as a command.
#
#   HEDUI_FILES= HEDUI_OPTIONS= HEDUI_SARIF= bash ci/github.sh
set -eu
hedui=${HEDUI:-$(dirname "$0")/../build/hedui}
words=(check -f github)
while IFS= read -r option; do
  [ -z "$option" ] || words+=("$option")
done <<<"${HEDUI_OPTIONS:-}"
[ -z "${HEDUI_SARIF:-}" ] || words+=(-o "sarif:$HEDUI_SARIF")
words+=(--)
while IFS= read -r file; do
  [ -z "$file" ] || words+=("$file")
done <<<"${HEDUI_FILES:-.}"
exec "$hedui" "${words[@]}"
