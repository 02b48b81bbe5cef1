#!/bin/sh
# hedui-ignore in text, Markdown and HTML.
. "$(dirname "$0")/setup.inc"
found() { # found FILE: line and column of each finding
  hedui -f csv "$1" | tail -n +2 | cut -d, -f2,3,8 | tr -d '"' | tr ',\n' ': '
}
said() { # what is said of a file but the sums
  "$HEDUI" check --rules rules --select bad-mark,doubtful-mark "$1" \
    2>&1 >/dev/null | grep 'hedui-ignore' | sed 's/^hedui: //'
}

# Plain text.
cat >t.txt <<'T'
第一段有坏数12家。

hedui-ignore bad-mark: 2023年已核实
第二段有坏数,还有坏数。

第三段有坏数13家。

第四段有坏数14家。  # hedui-ignore bad-mark, doubtful-mark：见附件3
第五段里说的 hedui-ignore 不是注释,有坏数。
T
is "text" "1:5:bad-mark 6:5:bad-mark 9:27:bad-mark " "$(found t.txt)"
is "a rule it does not need is said" \
  "t.txt:8:11: hedui-ignore doubtful-mark is not needed here" "$(said t.txt)"
"$HEDUI" check --rules rules --select bad-mark t.txt 2>err >/dev/null
holds "what is silenced is counted" grep -q 'silenced by comments: 3' err
is "a rule that did not run is not unused" 0 "$(grep -c 'not needed' err)"
is "figures of a reason are none" "12家 13家 14家 " \
  "$("$HEDUI" claims -q -f csv t.txt | tail -n +2 | cut -d, -f6 | tr -d '"' |
    grep 家 | tr '\n' ' ')"

# Markdown.
cat >m.md <<'T'
# 标题

<!-- hedui-ignore bad-mark: 已核实 -->

有坏数一。

有坏数二。 <!-- hedui-ignore bad-mark: 同一行 -->

<!--
hedui-ignore bad-mark: 几行的注释
-->
| 甲 | 乙 |
|---|---|
| 坏数 | 坏数 |

有坏数三。<!-- hedui-ignore bad-marc: 写错了 -->

<!-- hedui-ignore bad-mark -->

有坏数四。
T
is "Markdown" "16:2:bad-mark 20:2:bad-mark " "$(found m.md)"
is "wrong ones are said" \
  "m.md:16:6: hedui-ignore: no rule bad-marc; did you mean bad-mark?
m.md:18:1: the comment is hedui-ignore RULE[, RULE]: reason" "$(said m.md)"
printf '有坏数。\n\n<!-- hedui-ignore-file bad-mark: 草稿 -->\n\n有坏数。\n' >f.md
is "a whole file" "" "$(found f.md)"
is "needed" "" "$(said f.md)"
printf '有好数。\n\n<!-- hedui-ignore-file bad-mark: 草稿 -->\n' >g.md
is "not needed" "g.md:3:1: hedui-ignore bad-mark is not needed here" \
  "$(said g.md)"
printf '<!-- hedui-ignore bad-mark: 文末 -->\n' >e.md
is "at the end" "e.md:1:1: hedui-ignore bad-mark is not needed here" \
  "$(said e.md)"

# HTML.
cat >h.html <<'T'
<html><body>
<p>有坏数一。</p>
<!-- hedui-ignore bad-mark: 已核实 -->
<p>有坏数二。</p>
<p>有坏数三。</p> <!-- hedui-ignore bad-mark: 同一行 -->
<table><tr><td>坏数</td></tr></table>
</body></html>
T
is "HTML" "2:5:bad-mark 6:16:bad-mark " "$(found h.html)"
is "exit status" 0 "$(status hedui f.md)"
is "the baseline is not asked" 0 "$(hedui --write-baseline known f.md \
  >/dev/null; wc -l <known)"
# Any number of them, on one line too, costs no more than its bytes.
awk 'BEGIN { for (i = 0; i < 20000; i++) print "<!-- hedui-ignore x: y -->"
  print "\n全市有坏数12家。" }' >many.md
is "many of them" "20002:4:bad-mark " "$(found many.md)"
awk 'BEGIN { printf "全市有坏数12家。"
  for (i = 0; i < 100000; i++) printf "<!-- hedui-ignore a: b -->" }' >line.md
is "many on a line" 1 "$(status hedui --timeout 20 line.md)"
awk 'BEGIN { printf "全市有坏数12家。"
  for (i = 0; i < 400000; i++) printf "<!--hedui-ignore " }' >open.md
is "many that do not end" 1 "$(status hedui --timeout 20 open.md)"
awk 'BEGIN { printf "全市有坏数12家。"
  for (i = 0; i < 400000; i++) printf "%%hedui-ignore " }' >line.txt
is "many that are none" 1 "$(status hedui --timeout 20 line.txt)"
finish
