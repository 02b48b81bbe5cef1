#!/bin/sh
# Two bulletins that follow one another: what is right stays silent, slips in
# the later one are found (levels of the year before, growth, points, years in a
# row), and a base that was revised can be accepted.
. "$(dirname "$0")/setup.inc"

cat >2023.md <<'END'
# 云泽省2023年国民经济和社会发展统计公报

初步核算，全年全省地区生产总值17560亿元，比上年增长5.8%。其中，第一产业增加值1712亿元，增长3.6%；第二产业增加值6890亿元，增长5.2%；第三产业增加值8958亿元，增长6.6%。
全年粮食总产量1900.1万吨，比上年增长1.2%，连续七年稳定在1850万吨以上。棉花总产量12.3万吨，下降2.1%。
规模以上工业企业利润总额1105亿元，增长4.4%，连续三年保持增长。
房地产开发投资605.8亿元，下降5.6%。社会消费品零售总额7120亿元，增长7.2%。
全年进出口总额1520亿元，增长8.9%。一般公共预算收入1480亿元，增长6.1%。
年末金融机构本外币各项存款余额2.95万亿元，增长10.2%。年末全省常住人口3571万人。
全年居民人均可支配收入34960元，增长6.4%。旅游总收入1630亿元，增长32.5%。
经济总量连续五年居中部第三位。空气质量优良天数比率连续两年超过85%。
END
cat >2024.md <<'END'
# 云泽省2024年国民经济和社会发展统计公报

初步核算，全年全省地区生产总值18640亿元，比上年增长5.6%。其中，第一产业增加值1776亿元，增长3.2%；第二产业增加值7240亿元，增长5.4%；第三产业增加值9624亿元，增长6.2%。
全年粮食总产量1936.2万吨，比上年增长1.9%，连续八年稳定在1850万吨以上。棉花总产量11.9万吨，下降3.3%。
规模以上工业企业利润总额1162亿元，增长5.2%，连续四年保持增长。
房地产开发投资586.4亿元，下降3.2%。社会消费品零售总额7554亿元，增长6.1%。
全年进出口总额1748亿元，增长15.0%。一般公共预算收入1561亿元，增长5.5%。
年末金融机构本外币各项存款余额3.20万亿元，增长8.5%。年末全省常住人口3563万人，比上年末减少8万人。
全年居民人均可支配收入36850元，比上年增长5.4%。旅游总收入1894亿元，增长16.2%。
经济总量连续六年居中部第三位。空气质量优良天数比率连续三年超过85%。
END
found() { # found FILE: what previous-mismatch finds, by place
  "$HEDUI" check -q -f jsonl --no-config --exit-zero --previous 2023.md \
    --select previous-mismatch "$1" |
    sed -n 's/.*"type":"finding".*"excerpt":"\([^"]*\)","related":.*/\1/p' |
    tr '\n' ' ' | sed 's/ $//'
}
is "all is right" "" "$(found 2024.md)"
is "and was looked at" 15 "$("$HEDUI" checks -q -f csv --no-config \
  --previous 2023.md --select previous-mismatch 2024.md | grep -c agrees)"
slip() { # slip FROM TO WANTED
  sed "s/$1/$2/" 2024.md >slip.md
  is "$1 as $2" "$3" "$(found slip.md)"
}
slip 1936.2万吨 1963.2万吨 1.9%
slip 增长1.9% 增长9.1% 9.1%
slip 下降3.3% 增长3.3% 3.3%
slip 11.9万吨 19.1万吨 3.3%
slip 1162亿元 1262亿元 5.2%
slip 586.4亿元 568.4亿元 3.2%
slip 下降3.2% 增长3.2% 3.2%
slip 7554亿元 7556亿元 ""
slip 7554亿元 7754亿元 6.1%
slip 1748亿元 1784亿元 15.0%
slip 增长15.0% 增长10.5% 10.5%
slip 1561亿元 1516亿元 5.5%
slip 3.20万亿元 3.02万亿元 8.5%
slip 减少8万人 增加8万人 8万人
slip 减少8万人 减少18万人 18万人
slip 36850元 38650元 5.4%
slip 1894亿元 1849亿元 16.2%
slip 连续八年 连续七年 七
slip 连续八年 连续九年 九
slip 连续四年 连续三年 三
slip 连续四年 连续第四年 ""
slip 连续六年 连续五年 五
slip 连续三年超过 连续两年超过 两

# Value added grows in real terms: no level is held against it. A base that was
# revised differs, and is accepted with its reason.
slip 地区生产总值18640亿元 地区生产总值19640亿元 ""
sed 's/1520亿元/1533亿元/' 2023.md >revised.md
check() {
  "$HEDUI" check -q -f csv --no-config --fail-on warning --previous revised.md \
    --select previous-mismatch "$@" 2024.md
}
is "a base that was revised" 1 "$(status check)"
check --write-baseline known.jsonl >/dev/null
sed -i 's/"reason":"[^"]*"/"reason":"2023 revised by the census"/' known.jsonl
is "is accepted" 0 "$(status check --baseline known.jsonl)"
is "or does not matter" 0 "$(status check --least 2个百分点)"
finish
