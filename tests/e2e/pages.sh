#!/bin/sh
# The manual and the completions, made from the table of options.
. "$(dirname "$0")/setup.inc"

"$HEDUI" man >hedui.1
LC_ALL=zh_CN.UTF-8 "$HEDUI" man >zh.1
awk -f "$root/docs/header.awk" "$root/include/hedui.h" >hedui.3
options=$("$HEDUI" help check | sed -n 's/^  .*--\([a-z-]*\).*/\1/p')
for option in $options; do
  is "man has --$option" 1 "$(grep -c "Fl -$option\( \|\$\)" hedui.1)"
done
is "man 3 has the calls" 1 "$(grep -c '^hd_result \*hd_engine_check(' hedui.3)"
is "no HD_API in it" 0 "$(grep -c '^HD_API ' hedui.3)"
for page in hedui.1 zh.1 hedui.3; do
  if command -v mandoc >/dev/null; then
    is "$page" "" "$(mandoc -T lint -W warning $page)"
  elif command -v man >/dev/null; then
    holds "$page" man -l $page
  else
    echo "skip: neither mandoc nor man"
  fi
done

# bash: sourced, and asked as readline asks.
complete() { # complete WORD...: what the last one may become
  PATH=$(dirname "$HEDUI"):$PATH bash -c '
    . ./hedui.bash
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    _hedui
    echo "${COMPREPLY[*]}"' bash "$@"
}
if command -v bash >/dev/null; then
  "$HEDUI" completion bash >hedui.bash
  is "bash: commands" "claims " "$(complete hedui cla) "
  is "bash: options of check" "--fail-on --files-from --format" \
    "$(complete hedui --f | tr ' ' '\n' | sort | tr '\n' ' ' | sed 's/ $//')"
  is "bash: options of a command" "--unread" "$(complete hedui claims --un)"
  is "bash: words" "warning" "$(complete hedui --fail-on w)"
  is "bash: words behind =" "warning" "$(complete hedui --fail-on = w)"
  is "bash: rules" "parts-sum" "$(complete hedui --select parts-s)"
  is "bash: files" "good.txt" "$(complete hedui check go)"
  is "bash: folders" "rules" "$(complete hedui --lexicon r)"
fi
for shell in bash zsh fish; do
  "$HEDUI" completion $shell >script
  if command -v $shell >/dev/null; then
    holds "$shell reads it" $shell -n script
  else
    echo "skip: no $shell"
  fi
done
if command -v fish >/dev/null; then
  is "fish: words" "warning" "$(HOME=$dir fish -c 'source script
    complete -C"hedui --fail-on w"' | cut -f1)"
  is "fish: options" "--unread" "$(HOME=$dir fish -c 'source script
    complete -C"hedui claims --unr"' | cut -f1)"
fi
is "no such shell" 2 "$(status "$HEDUI" completion csh)"
is "help does not list them" 0 "$("$HEDUI" help | grep -c completion)"
finish
