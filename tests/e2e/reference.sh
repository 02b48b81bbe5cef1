#!/bin/sh
# Tables of known figures (--reference, references = {...}): columns, periods,
# units, which side is right, and what is said of a table that is wrong.
. "$(dirname "$0")/setup.inc"

cat >report.md <<'END'
# 云泽省2024年国民经济和社会发展统计公报

全年全省地区生产总值18640亿元，比上年增长5.6%。粮食总产量1936.2万吨，增长1.9%。年末常住人口3563万人，城镇化率62.3%。房地产开发投资586.4亿元，下降3.2%。
上半年，全省进出口总额862.5亿元。一季度，东县财政收入12.5亿元。
END
# What is compared and how: "OUTCOME PLACE IN THE TABLE" of each check.
compared() { # compared SPEC
  "$HEDUI" checks -q -f csv --no-config --select reference-mismatch \
    --reference "$1" report.md 2>said | tail -n +2 |
    sed 's/.*"reference-mismatch","\([a-z]*\)","[^#]*#\([^-"]*\).*/\1 \2/' |
    sort | tr '\n' ',' | sed 's/,$//'
}
row() { # row LINE: what comes of a table of this row
  printf '指标,地区,时期,数值,单位\n%s\n' "$1" >one.csv
  compared one.csv | sed 's/ .*//'
}
is "a right figure" agrees "$(row '地区生产总值,,2024,18640,亿元')"
is "a wrong figure" differs "$(row '地区生产总值,,2024,18460,亿元')"
is "another unit" agrees "$(row '地区生产总值,,2024,1.864,万亿元')"
is "another unit, wrong" differs "$(row '地区生产总值,,2024,18640,万元')"
is "another dimension" "" "$(row '地区生产总值,,2024,18640,吨')"
is "more digits than are printed" agrees \
  "$(row '地区生产总值,,2024,186396201,万元')"
is "another year" "" "$(row '地区生产总值,,2023,18640,亿元')"
is "a quarter for a year" "" "$(row '地区生产总值,,2024Q4,18640,亿元')"
is "half a year" agrees "$(row '进出口总额,,2024H1,862.5,亿元')"
is "half a year in words" differs "$(row '进出口总额,,2024年上半年,826,亿元')"
is "months" agrees "$(row '进出口总额,,2024年1-6月,862.5,亿元')"
is "a stock at the end of the year" agrees "$(row '常住人口,,2024,3563,万人')"
is "the day itself" differs "$(row '年末常住人口,,2024-12-31,3653,万人')"
is "another day" "" "$(row '常住人口,,2024-06-30,3653,万人')"
is "growth" agrees "$(row '粮食总产量增长率,,2024,1.9,%')"
is "growth, wrong" differs "$(row '粮食总产量增速,,2024,9.1,%')"
is "a fall" agrees "$(row '房地产开发投资增速,,2024,-3.2,%')"
is "a fall by its name" agrees "$(row '房地产开发投资下降,,2024,3.2,%')"
is "a fall that is a rise" differs "$(row '房地产开发投资增速,,2024,3.2,%')"
is "a level is no growth" "" "$(row '粮食总产量,,2024,1.9,%')"
is "a part of the place" agrees "$(row '财政收入,东县,2024Q1,12.5,亿元')"
is "another part" "" "$(row '财政收入,西县,2024Q1,12.5,亿元')"
is "the whole place" agrees "$(row '地区生产总值,云泽省,2024,18640,亿元')"
is "a unit behind the name" agrees "$(row '地区生产总值（亿元）,,2024,18640,')"
is "a note of what is not in it" 1 "$(row '粮食产量合计,,2024,1936,万吨' >out
  "$HEDUI" check -f csv --reference one.csv report.md 2>&1 >out |
    grep -c 'one.csv, 1 rows, it was held against 0; .*(粮食产量合计)')"
is "without a period" 1 "$(row '粮食总产量,,,1936,万吨' >out
  "$HEDUI" check -f csv --reference one.csv report.md 2>&1 >out |
    grep -c 'without a period: 1')"

# Columns of other names; the years as columns.
printf 'name,2023年,2024年,计量\n粮食总产量,1900,1963.2,万吨\n' >wide.csv
map='columns.value=2024年&period=2024&columns.unit=计量'
is "columns that are named" "differs 2:12" "$(compared "wide.csv?$map")"
is "with what a row does not say" "agrees 2:12" \
  "$(sed 's/1963.2/19362/; s/,计量//; s/,万吨//' wide.csv >narrow.csv
    compared 'narrow.csv?columns.value=2024年&period=2024&unit=千吨')"
printf '项目,日期,数据,单位\n进出口总额,2024-06-30,862.5,亿元\n' >dated.csv
is "dates are days" "" "$(compared 'dated.csv?columns.period=日期')"
printf '项目,日期,数据,单位\n地区生产总值,2024-12-31,18640,亿元\n' >dated.csv
is "or stand for what they end" "agrees 2:19" \
  "$(compared 'dated.csv?columns.period=日期&dates=year')"
cp wide.csv 'a&b?c%.csv'
is "a name with signs" "differs 2:12" \
  "$(compared "a%26b%3Fc%25.csv?$map")"

printf '科目,2023年（万元）,2024年（万吨）\n粮食总产量,1900,1963.2\n' >head.csv
is "a header with period and unit, as it is typed" "differs 2:12" \
  "$(compared 'head.csv?columns.value=2024年（万吨）')"
is "or folded" "differs 2:12" "$(compared 'head.csv?columns.value=2024年(万吨)')"
is "another year of it" "" "$(compared 'head.csv?columns.value=2023年（万元）')"

# Which side is right.
found() { # found SPEC
  "$HEDUI" check -q -f csv --no-config --reference "$1" report.md 2>said |
    tail -n +2 | cut -d, -f2,9,13,14 | tr -d '"'
}
is "the reference" "3,参考表为 1963.2万吨，此处为 1936.2万吨（数字疑似颠倒）,1936.2万吨,[1963.15" \
  "$(found "wide.csv?$map")"
is "the report" \
  "3,参考表为 1963.2万吨，应按此处改为 1936.2万吨（数字疑似颠倒）,1963.2万吨,1936.2万吨" \
  "$(found "wide.csv?$map&primary=document")"
is "what does not matter" 1 "$("$HEDUI" check -q -f csv --no-config \
  --least 30万吨 --reference "wide.csv?$map&primary=document" report.md |
  grep -c '"note","reference-mismatch"')"

# The same by the configuration.
cat >.hedui.lua <<'END'
return {
  references = {
    { file = "wide.csv", columns = { value = "2024年", unit = "计量" },
      period = 2024, primary = "document" },
  },
}
END
is "by the configuration" 1 "$("$HEDUI" check -q -f csv report.md |
  grep -c '应按此处改为')"
mkdir -p sub && cp report.md sub
is "seen from its folder" 1 \
  "$(cd sub && "$HEDUI" check -q -f csv report.md | grep -c '应按此处改为')"
is "hedui config" \
  "wide.csv?columns.unit=计量&columns.value=2024年&period=2024&primary=document .hedui.lua:3" \
  "$("$HEDUI" config . | awk '$1 == "references" { print $2, $3 }')"
wrong() { # wrong NAME TEXT WANTED
  printf '%s\n' "$2" >.hedui.lua
  "$HEDUI" check -q -f csv report.md >out 2>said
  is "$1 ends with 2" 2 $?
  holds "$1 is said" grep -q "$3" said
}
wrong "a key" 'return { references = {
  { file = "wide.csv", tabel = "x" } } }' \
  '\.hedui\.lua:2: a reference has no key tabel; did you mean table?'
wrong "a column" 'return { references = {
  { file = "wide.csv", columns = { vaule = "x" } } } }' \
  'no key columns.vaule; did you mean columns.value?'
wrong "a side" 'return { references = {
  { file = "wide.csv", primary = "both" } } }' \
  'primary wants reference|document'
wrong "no file" 'return { references = { { table = "x" } } }' \
  'each table of references has a file'
wrong "no list" 'return { references = "wide.csv" }' 'it is a list of tables'
rm .hedui.lua

# What is wrong with a table, by its name.
refused() { # refused NAME SPEC WANTED
  "$HEDUI" check -q -f csv --no-config --reference "$2" report.md >out 2>said
  is "$1 ends with 2" 2 $?
  holds "$1 is said" grep -qF "$3" said
  is "$1: the report is judged all the same" 1 "$(wc -l <out)"
}
refused "a column that is not there" "wide.csv?columns.value=2124年" \
  "wide.csv: there is no column '2124年' (did you mean '2024年'?); there are: name, 2023年, 2024年, 计量"
refused "no column of values" wide.csv \
  "wide.csv: no column says the value"
refused "a table that is not there" "wide.csv?table=2" \
  "wide.csv: there is no table '2'"
refused "no table" report.md "report.md: a reference is a table; there is none"
is "a wrong key of the option" 2 \
  "$(status "$HEDUI" check --reference 'wide.csv?vaule=x' report.md)"

# A sheet of a workbook, by its name; places are its cells.
command -v python3 >/dev/null || { echo "skip: no python3"; finish; }
python3 - "$root/tests/tools" <<'END'
import sys
sys.path.insert(0, sys.argv[1])
from office import xlsx
head = ["指标", "时期", "数值", "单位"]
xlsx("known.xlsx", {"去年": [head, ["粮食总产量", "2023年", 1900, "万吨"]],
                    "今年": [head, ["粮食总产量", "2024年", 1963, "万吨"],
                             ["地区生产总值", "2024年", 18640, "亿元"]]})
END
is "a workbook" "agrees 3:3,differs 2:3" "$(compared known.xlsx)"
is "a sheet" "agrees 3:3,differs 2:3" "$(compared 'known.xlsx?table=今年')"
is "another sheet" "" "$(compared 'known.xlsx?table=去年')"
refused "a sheet that is not there" "known.xlsx?table=明年" \
  "known.xlsx: there is no table '明年'"
is "the place in the sheet" 1 "$("$HEDUI" check -q -f jsonl --no-config \
  --reference known.xlsx report.md | grep -c '"place":"sheet=今年;cell=C2"')"

# A database, and hostile ones.
python3 "$root/tests/tools/database.py" . || exit 1
is "a database" "agrees 3:3,differs 2:3" "$(compared 'good.db?dates=year')"
is "a table of it" "agrees 3:3,differs 2:3" \
  "$(compared 'good.db?table=known&dates=year')"
is "the place in the table" 1 "$("$HEDUI" check -q -f jsonl --no-config \
  --reference 'good.db?dates=year' report.md |
  grep -c '"place":"sheet=known;cell=C2"')"
is "dates are days here, too" "" "$(compared good.db)"
refused "a table that is not there" "good.db?table=knwon" \
  "good.db: there is no table 'knwon' (did you mean 'known'?); there are: known, notes"
refused "a table of something else" "good.db?table=notes" \
  "good.db: no column says the subject"
is "any name of a table" "differs 2:3" \
  "$(compared 'named.db?table=a "b" %26 表&columns.subject=n&columns.value=v&columns.period=y&columns.unit=u')"
is "with a journal of its own" "agrees 3:3,differs 2:3" \
  "$(compared 'wal.db?dates=year')"
is "views and triggers are left alone" "agrees 3:3,differs 2:3" \
  "$(compared 'view.db?dates=year')"
refused "a view is no table" "view.db?table=evil" "there is no table 'evil'"
is "a column that computes is left out" "differs 2:2" \
  "$(compared 'generated.db?table=evil&period=2024&unit=万吨')"
refused "and cannot be asked for" "generated.db?table=evil&columns.unit=x" \
  "generated.db: there is no column 'x'"
refused "too many columns" "wide.db" "wide.db: this database cannot be read"
refused "no database" text.db "text.db: this database cannot be read"
for bad in cut head broken turned; do
  "$HEDUI" check -q -f csv --no-config --reference $bad.db report.md \
    >out 2>said
  is "$bad.db ends with 2" 2 $?
  is "$bad.db: one sentence" 1 "$(wc -l <said)"
  holds "$bad.db: not by a crash" grep -q "^hedui: $bad.db: " said
  is "$bad.db: the report is judged" 1 "$(wc -l <out)"
done
is "a database is no report" 2 "$(status "$HEDUI" check good.db)"
holds "that is said" sh -c '"$1" check good.db 2>&1 | grep -q by.--reference' \
  sh "$HEDUI"
mkdir data && cp good.db report.md data
is "a folder passes it over" 0 "$(status "$HEDUI" check --no-config data)"
finish
