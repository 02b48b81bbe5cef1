#!/bin/sh
# The language server by real clients: vscode-languageserver-protocol (found by
# NODE_PATH), Neovim, Emacs with Eglot, each where it is installed; the
# extension for VS Code as it is packed; and the commands of docs/editors.md.
. "$(dirname "$0")/setup.inc"
PATH=$(dirname "$HEDUI"):$PATH
export PATH
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME
printf '第一段。\n\n😀进出口总额由1520亿元增加到1748亿元，增长12.8%%。\n' >draft.md
cp draft.md draft.txt

# run NAME COMMAND...: every line "not ok" is shown and counts.
run() {
  name=$1
  shift
  timeout 120 "$@" >log 2>&1 </dev/null
  status=$?
  [ $status -eq 0 ] || grep -v '^ok' log
  is "$name" 0 $status
  holds "$name says what holds" grep -q '^ok' log
}

# block NAME: the commands of docs/editors.md under that mark.
block() {
  sed -n "/<!-- try: $1 -->/,/^\`\`\`\$/p" "$root/docs/editors.md" |
    sed '1,2d; /^```$/d'
}

is "the version of the extension" \
  "$(sed -n 's/.*HD_VERSION "\(.*\)".*/\1/p' "$root/include/hedui.h")" \
  "$(sed -n 's/^  "version": "\(.*\)",/\1/p' "$root/editors/vscode/package.json")"
if command -v node >/dev/null; then
  if node -e 'require("vscode-languageserver-protocol/node")' 2>/dev/null; then
    run "vscode-languageserver-protocol" node "$root/tests/editors/protocol.cjs" \
      "$HEDUI"
  else
    echo "skip: no vscode-languageserver-protocol in NODE_PATH"
  fi
  is "make vsix is what docs/editors.md says" "make vsix" "$(block vsix)"
  python3 "$root/editors/vscode/package.py" a.vsix
  python3 "$root/editors/vscode/package.py" b.vsix
  holds "the extension is packed alike each time" cmp a.vsix b.vsix
  python3 -m zipfile -e a.vsix vsix
  for part in '[Content_Types].xml' extension.vsixmanifest; do
    holds "$part is XML" python3 -c 'import sys, xml.dom.minidom
xml.dom.minidom.parse(sys.argv[1])' "vsix/$part"
  done
  run "the extension" node "$root/tests/editors/vscode.cjs" \
    "$dir/vsix/extension/extension.js" "$HEDUI"
else
  echo "skip: no node for the extension of VS Code"
fi

if command -v nvim >/dev/null; then
  # As docs/editors.md says, in a home of its own.
  mkdir home
  (cd "$root" && block nvim | HOME=$dir/home sh -e)
  holds "the plugin is copied" cmp "$root/editors/nvim/hedui.lua" \
    home/.config/nvim/plugin/hedui.lua
  for draft in draft.md draft.txt; do
    HOME=$dir/home run "Neovim, $draft" nvim --headless "$draft" \
      -c "luafile $root/tests/editors/nvim.lua"
  done
else
  echo "skip: no nvim"
fi

if emacs --batch -l eglot >/dev/null 2>&1; then
  HOME=$dir run "Emacs" emacs --batch -l "$root/editors/emacs/hedui.el" \
    -l "$root/tests/editors/emacs.el" draft.txt
else
  echo "skip: no emacs with eglot"
fi
finish
