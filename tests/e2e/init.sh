#!/bin/sh
# hedui init; and the way of a CI: red for a new error, green after a baseline.
. "$(dirname "$0")/setup.inc"
mkdir p
is "init" 0 "$(status "$HEDUI" init p)"
is "its files" ".hedui-baseline.jsonl .hedui.lua .heduiignore " \
  "$(ls -A p | tr '\n' ' ')"
is "it is a configuration" 'fail_on       warning                      p/.hedui.lua:4' \
  "$("$HEDUI" config p | grep fail_on)"
is "the rules are pinned" 'ruleset       1.0                          p/.hedui.lua:3' \
  "$("$HEDUI" config p | grep ruleset)"
is "it overwrites nothing" 2 "$(status "$HEDUI" init p)"
rm p/.hedui.lua
is "not even a part" 2 "$(status "$HEDUI" init p)"
is "and writes nothing then" 0 "$(ls -A p | grep -c hedui.lua)"
is "no folder" 2 "$(status "$HEDUI" init none)"
rm -r p && mkdir p && cd p || exit 1
LC_ALL=zh_CN.UTF-8 "$HEDUI" init -q
is "in Chinese" 1 "$(grep -c '规则固定在此版' .hedui.lua)"
holds "is a configuration too" "$HEDUI" config

# 1115 against 1173 is a warning, so that a gate must fail on warnings.
cat >r.md <<'T'
# 2023年工作报告

全市共有高新技术企业1115家。

年末，全市共有高新技术企业1173家。
T
is "a draft with two figures for one fact" 1 "$(status "$HEDUI" -q r.md)"
is "is a warning" 1 "$("$HEDUI" -q -f csv r.md | grep -c '"warning"')"
"$HEDUI" -q --write-baseline .hedui-baseline.jsonl . >/dev/null
is "green after the baseline" 0 "$(status "$HEDUI" -q .)"
sed '2a 进出口总额由1520亿元增加到1748亿元，增长12.8%。\n' r.md >r2 && mv r2 r.md
is "red for a new one" 1 "$(status "$HEDUI" -q .)"
is "alone" 1 "$("$HEDUI" -q -f csv . | tail -n +2 | wc -l)"
finish
