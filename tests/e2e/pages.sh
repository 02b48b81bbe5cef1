#!/bin/sh
# HTML and CSV: what they are known by, their places, the same findings as from
# Markdown, and pages that would stop a reader that trusts them.
. "$(dirname "$0")/setup.inc"

# line:column of each finding
places() {
  tail -n +2 | cut -d, -f2,3 | tr -d '"' | tr ',' ':' | xargs
}
# "rule fingerprint" of each finding of all stable rules, sorted
marks() {
  "$HEDUI" check -q -f json --exit-zero "$1" | python3 -c '
import json, sys
for f in json.load(sys.stdin)["findings"]:
    print(f["rule"], f["severity"], f["fingerprint"])' | sort
}

# Known by suffix, by name of standard input, by content.
printf '<p>前文。</p>\n<ul><li>有<b>坏</b>数12家&#12290;</li></ul>\n' >a.html
is "a page" "2:13" "$(hedui -f csv a.html | places)"
is "its name" "2:13" "$(hedui -f csv --stdin-filename x.htm - <a.html | places)"
is "its first tag" "2:13" "$(hedui -f csv - <a.html | places)"
{ printf '\n<!-- c --><!DOCTYPE html>'; cat a.html; } >page.txt
is "a page called .txt" "3:13" "$(hedui -f csv page.txt | places)"
cp page.txt page.doc
is "a page called .doc" "3:13" "$(hedui -f csv page.doc | places)"
printf '项,数,注\n甲,坏数,\n"乙\n丙",2,坏数\n' >a.csv
is "CSV" "2:3 4:6" "$(hedui -f csv a.csv | places)"
is "CSV on standard input" "2:3 4:6" "$(hedui -f csv - <a.csv | places)"
tr ',' '\t' <a.csv >a.tsv
is "TSV" "2:3 4:6" "$(hedui -f csv a.tsv | places)"
is "a cell's place" 'table=1;row=2;column=2' \
  "$(hedui -f csv a.csv | sed -n 's/.*,"\(table[^"]*\)"$/\1/p' | head -n 1)"

# What encoding a page says it has; broken bytes are no end.
for label in gb2312 GBK utf-8; do
  printf '<meta charset="%s"><p>有坏数。' $label >g.html
  [ $label = utf-8 ] || iconv -f UTF-8 -t GB18030 g.html >h.html && mv h.html g.html 2>/dev/null
  is "charset $label" 1 "$(hedui -f csv g.html | grep -c bad-mark)"
done
printf '<meta charset=big5><p>' >b5.html
printf '有疑數，有一個數字\n' | iconv -f UTF-8 -t BIG5 >>b5.html
is "charset big5" 0 "$(status hedui b5.html)"
printf '<p>\377有坏数\376。' >bytes.html
is "broken bytes" 1 "$(hedui -f csv bytes.html | grep -c bad-mark)"
printf '<p>a\0b' >nul.html
is "a NUL" 2 "$(status hedui nul.html)"
is "and the other files go on" 1 "$(hedui -f csv nul.html a.html | grep -c bad-mark)"

# Hostile pages: read, in time, without a failure.
hostile() { # NAME SCRIPT
  python3 -c "import sys; w = sys.stdout.write
$2" >big.html
  timeout 30 "$HEDUI" check -q -f csv big.html >out 2>said
  is "$1" "0 0" "$? $(wc -c <said)"
}
hostile "a line" 'w("<p>" + "增长5.1%，" * 3000)'
hostile "200,000 nested divs" 'w("<div>" * 200000 + "5%" + "</div>" * 200000)'
hostile "unclosed everything" \
  'w("".join("<%s a=%d>x" % (t, i) for i in range(20000) for t in ("b", "font", "table", "li", "a", "td")))'
hostile "a wide cell" 'w("<table>" + "<tr><td colspan=1000000 rowspan=99999>1<td>2" * 3000)'
hostile "90,000 cells" 'w("<table>" + ("<tr>" + "<td>7" * 300) * 300 + "</table>")'
hostile "attributes" 'w("<p " + " ".join("a%d=1" % i for i in range(100000)) + ">5%")'
python3 -c 'print(("1," * 299 + "1\n") * 300)' >big.csv
timeout 30 "$HEDUI" check -q -f csv big.csv >/dev/null 2>&1
is "90,000 fields" 0 $?

# The same report in Markdown and as a page.
cat >report.md <<'MD'
# 2023年全市统计公报

全年实现进口200亿元，比上年增长12%；出口300亿元。其中，机电产品出口150亿元，占出口的52%。

## 一、工业

1. 规模以上企业1,200家，比上年增加100家，上年为1,110家。
2. 完成投资**35亿元**。

表1 各县情况

| 县 | 合计 | 男 | 女 |
| --- | --- | --- | --- |
| 东县 | 3030 | 1510 | 1520 |
| 西县 | 2471 | 1240 | 1231 |
| 南县 | 5118 | 2550 | 2568 |
| 北县 | 4090 | 2050 | 2004 |
| 中县 | 6120 | 3060 | 3060 |

全年实现进口210亿元，形势良好。
MD
cat >report.html <<'PAGE'
<html><head><title>2023年全市统计公报-某网</title></head><body><nav><a href="/">首页</a></nav>
<h1>2023年全市统计公报</h1>
<p>全年实现进口<span style="color: red">200</span>亿元，比上年增长12%；出口300亿元。其中，机电产品出口150
亿元，占出口的52%。</p>
<h2>一、工业</h2>
<ol><li>规模以上企业1,200家，比上年增加100家，上年为1,110家。<li>完成投资<b>35亿元</b>。</ol>
<table><caption>表1 各县情况</caption><thead><tr><th>县<th>合计<th>男<th>女</thead>
<tr><td>东县<td>3030<td>1510<td>1520
<tr><td>西县<td>2471<td>1240<td>1231
<tr><td>南县<td>5118<td>2550<td>2568
<tr><td>北县<td>4090<td>2050<td>2004
<tr><td>中县<td>6120<td>3060<td>3060</table>
<p>全年实现进口210亿元，形势良好。</p></body></html>
PAGE
marks report.md >m
marks report.html >h
holds "the report has findings" test "$(wc -l <m)" -ge 3
holds "the same as a page" diff m h
if command -v pandoc >/dev/null; then
  for file in "$root"/examples/*.md "$root"/tests/cases/table-total/*.md; do
    cp "$file" twin.md
    pandoc -f gfm -t html --wrap=none twin.md -o twin.html
    marks twin.md >m
    marks twin.html >h
    holds "$(basename "$file") by pandoc" diff m h
  done
else
  echo "skip: no pandoc here to make pages of Markdown"
fi
finish
