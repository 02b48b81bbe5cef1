/* Chinese figures: values, units, bounds, kinds and spans. */
#include "quantity_sample.h"

static void arabic_and_scales(void **state) {
  (void)state;
  expect("发运1,115列", "1,115列|count|1115|列");
  expect("总投资502 亿元", "502 亿元|amount|50200000000|CNY");
  expect("总量1.2万亿元", "1.2万亿元|amount|1200000000000|CNY");
  expect("补助3千万元", "3千万元|amount|30000000|CNY");
  expect("人口25万6千人", "25万6千人|count|256000|人");
  expect("共有3万4000家", "3万4000家|count|34000|家");
  expect("装机7018万千瓦", "7018万千瓦|amount|70180000|kW");
  expect("吞吐量120.16万标箱", "120.16万标箱|count|1201600|TEU");
  expect("总规模30万TB", "30万TB|amount|300000|TB");
  expect("总算力5200PF", "5200PF|amount|5200|PFLOPS");
  expect("增长19·5%", "19·5%|percent|19.5|%");
}

static void numerals(void **state) {
  (void)state;
  expect("补贴三百二十万元", "三百二十万元|amount|3200000|CNY");
  expect("共两千户", "两千户|count|2000|户");
  expect("廿三家", "廿三家|count|23|家");
  expect("壹佰贰拾万元整", "壹佰贰拾万元整|amount|1200000|CNY");
  expect("三百一十二人", "三百一十二人|count|312|人");
  expect("三万千瓦", "三万千瓦|amount|30000|kW");
  expect("二十千米", "二十千米|amount|20|km");
  expect("四千万零六千人", "四千万零六千人|count|40006000|人");
  expect("三斤半", "三斤半|amount|3.5|斤");
  expect("123元1角1分", "123元1角1分|amount|123.11|CNY");
  expect("半个", "半个|count|0.5|个");
  expect("五打", "五打|count|60|打");
}

static void no_figure(void **state) {
  (void)state;
  expect("进一步统一思想,一体推进这项工作,唯一的一批", "");
  expect("十分重要,千方百计,万众一心,数据半导体", "");
  expect("四高新聚集", "");
  expect("单位:万元", "");
  expect("一、总体情况", "");
}

static void percent_and_points(void **state) {
  (void)state;
  expect("百分之十二点五", "百分之十二点五|percent|12.5|%");
  expect("万分之三", "万分之三|percent|0.03|%");
  expect("死亡率3‰", "3‰|percent|0.3|%");
  expect("三成五", "三成五|percent|35|%");
  expect("打八折", "八折|percent|80|%");
  expect("打八五折", "八五折|percent|85|%");
  expect("高0.5个百分点", "0.5个百分点|point|0.5|pp");
  expect("降25个基点", "25个基点|point|25|bp");
  expect("提高2个多百分点", "2个多百分点|point|2..|pp|more_than");
  expect("高2.2个和3.7个百分点", "2.2个|point|2.2|pp 3.7个百分点|point|3.7|pp");
  expect("占三分之一", "三分之一|ratio|1/3");
  expect("减少一半", "一半|ratio|0.5");
}

static void bounds(void **state) {
  (void)state;
  expect("进口首次超2000亿元", "2000亿元|amount|200000000000..|CNY|more_than");
  expect("企业1700余家", "1700余家|count|1700..|家|more_than");
  expect("为6500多家企业", "6500多家|count|6500..|家|more_than");
  expect("近8000家", "8000家|count|8000|家|about");
  expect("5%左右", "5%|percent|5|%|about");
  expect("70%以上", "70%|percent|70..|%|at_least");
  expect("不低于740元/月", "740元/月|amount|740..|CNY/month|at_least");
  expect("不足百个", "百个|count|..100|个|less_than");
  expect("不超过3%", "3%|percent|..3|%|at_most");
  expect("上百家企业", "百家|count|100..|家|at_least");
  expect("盘活总收益超千亿元", "千亿元|amount|100000000000..|CNY|more_than");
  expect("节约3亿元", "3亿元|amount|300000000|CNY");
  expect("数十家", "数十家|count|10..100|家");
  expect("十几万人", "十几万人|count|100000..200000|人");
}

static void ranges_and_ratios(void **state) {
  (void)state;
  expect("每年3-5家", "3-5家|count|3..5|家");
  expect("增长3~5%", "3~5%|percent|3..5|%");
  expect("奖励1万—5万元", "1万—5万元|amount|10000..50000|CNY");
  expect("三到五个", "三到五个|count|3..5|个");
  expect("2——3万港币", "2——3万港币|amount|20000..30000|HKD");
  expect("四五千块钱", "四五千块钱|amount|4000..5000|CNY");
  expect("由12家到30家", "12家|count|12|家 30家|count|30|家");
  expect("性别比105.23:100", "105.23:100|ratio|1.0523");
  expect("结构为47.9:48.5:3.6",
         "47.9|ratio|47.9 48.5|ratio|48.5 3.6|ratio|3.6");
  expect("三比一", "三比一|ratio|3");
  expect("收入比2.04∶1", "2.04∶1|ratio|2.04");
  expect("今早10:30开会", "10:30|identifier|");
}

static void ranks_multiples_index(void **state) {
  (void)state;
  expect("居全国第9位", "第9位|rank|9");
  expect("增速全国第一", "第一|rank|1");
  expect("位列前三", "前三|rank|..3||at_most");
  expect("前五名客户", "前五名|rank|..5||at_most");
  expect("是去年的3.2倍",
         "去年|period|2024-01-01..2024-12-31 3.2倍|multiple|3.2|倍");
  expect("产值翻两番", "翻两番|multiple|4");
  expect("收入翻一番", "翻一番|multiple|2");
  expect("增长一倍半", "一倍半|multiple|1.5|倍");
  expect("以上年为100", "上年|period|2023-01-01..2023-12-31 100|index|100");
  expect("指数为105.3", "105.3|index|105.3");
}

static void units(void **state) {
  (void)state;
  expect("形成200公斤/年产能", "200公斤/年|amount|200|kg/year");
  expect("单价5000元/平方米", "5000元/平方米|amount|5000|CNY/m2");
  expect("浓度33微克/立方米", "33微克/立方米|amount|33|μg/m3");
  expect("气温39°C", "39°C|temperature|39|℃");
  expect("年满60岁", "60岁|age|60|岁");
  expect("0-14岁人口", "0-14岁|age|0..14|岁");
  expect("人民币 8千元", "人民币 8千元|amount|8000|CNY");
  expect("金额103亿美元", "103亿美元|amount|10300000000|USD");
  expect("1千克", "1千克|amount|1|kg");
  expect("旅客1.2亿人次", "1.2亿人次|count|120000000|人次");
  expect("12个省份", "12个|count|12|个");
}

static void names_and_identifiers(void **state) {
  (void)state;
  expect("“4+4科创工程”", "4+4|name|");
  expect("“1650”体系", "1650|name|");
  expect("“1+13+N”模式", "1+13+N|name|");
  expect("5G基站", "5G|name|");
  expect("中国制造业500强", "500强|name|500");
  expect("十大战略", "十大|name|10");
  expect("T3航站楼", "T3|name|");
  expect("第三届博览会", "第三届|ordinal|3");
  expect("依照第二十三条", "第二十三条|identifier|23");
  expect("热线0731-85591234", "0731-85591234|identifier|");
  expect("“4·29”事故", "4·29|name|");
  expect("磁浮3.0列车", "3.0|name|");
  expect("见表3", "3|identifier|3");
  expect("“十四五”规划", "“十四五”|name|");
  expect("职责:(1)起草", "1|marker|");
  expect("打造千亿级产业", "千亿级|name|100000000000");
}

/* 870多亿: less than 880亿, whatever the column `high` leaves open. */
static void interval_of_and_more(void **state) {
  (void)state;
  static const struct {
    const char *text, *high;
  } rows[] = {{"安排870多亿元", "88000000000"},
              {"新增1000余家", "2000"},
              {"拥有2.5万多户", "26000"},
              {"历时30多年", "40"}};
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
    quantity_sample s = quantity_sample_read(rows[k].text, false, (hd_day){0});
    const hd_quantity *q = &s.found->items[0];
    const hd_interval i = hd_quantity_interval(q);
    assert_false(i.high_infinite);
    assert_true(i.high_open);
    assert_string_equal(hd_number_text(s.arena, i.high), rows[k].high);
    assert_false(q->high_known);
    hd_arena_free(s.arena);
  }
}

static void interval_of_print(void **state) {
  (void)state;
  quantity_sample s = quantity_sample_read("增长31.6%", false, (hd_day){0});
  const hd_quantity *q = &s.found->items[0];
  assert_int_equal(q->decimals, 1);
  assert_int_equal(q->digits, 3);
  assert_string_equal(hd_number_text(s.arena, hd_quantity_interval(q).low),
                      "31.55");
  assert_string_equal(hd_number_text(s.arena, hd_quantity_interval(q).high),
                      "31.65");
  hd_arena_free(s.arena);
  s = quantity_sample_read("近5.2万人", false, (hd_day){0});
  q = &s.found->items[0];
  assert_string_equal(hd_number_text(s.arena, q->last_digit), "1000");
  assert_string_equal(hd_number_text(s.arena, q->scale), "10000");
  assert_int_equal(q->approx.end - q->approx.off, 3);
  hd_arena_free(s.arena);
  s = quantity_sample_read("招生二十八万人", false, (hd_day){0});
  q = &s.found->items[0];
  assert_string_equal(hd_number_text(s.arena, hd_quantity_interval(q).low),
                      "275000");
  hd_arena_free(s.arena);
  s = quantity_sample_read("原煤产量八亿五千万吨", false, (hd_day){0});
  q = &s.found->items[0];
  assert_string_equal(hd_number_text(s.arena, q->last_digit), "10000000");
  hd_arena_free(s.arena);
  s = quantity_sample_read("一亿三千多万人", false, (hd_day){0});
  q = &s.found->items[0];
  assert_string_equal(hd_number_text(s.arena, hd_quantity_interval(q).low),
                      "130000000");
  assert_string_equal(hd_number_text(s.arena, hd_quantity_interval(q).high),
                      "140000000");
  hd_arena_free(s.arena);
  s = quantity_sample_read("一万二千余万元", false, (hd_day){0});
  q = &s.found->items[0];
  assert_string_equal(hd_number_text(s.arena, hd_quantity_interval(q).low),
                      "120000000");
  hd_arena_free(s.arena);
  s = quantity_sample_read("超2000亿元", false, (hd_day){0});
  q = &s.found->items[0];
  assert_true(hd_quantity_interval(q).high_infinite &&
              hd_quantity_interval(q).low_open);
  assert_int_equal(q->unit_span.off, 7);
  assert_int_equal(q->number.off, 3);
  hd_arena_free(s.arena);
}

static void mixed_numbers(void **state) {
  (void)state;
  expect("3千2百万元", "3千2百万元|amount|32000000|CNY");
  expect("1亿2千3百万", "1亿2千3百万|count|123000000");
  expect("1百23万", "1百23万|count|1230000");
  expect("200亿零四千230", "200亿零四千230|count|20000004230");
  expect("12亿4500余万元", "12亿4500余万元|amount|1245000000..|CNY|more_than");
  expect("两又二分之一", "两又二分之一|ratio|2.5");
  expect("共1.2×10^5", "1.2×10^5|count|120000");
}

static void ranges_of_two_words(void **state) {
  (void)state;
  expect("在一百和两百之间", "一百和两百|count|100..200");
  expect("-10000与20000间", "-10000与20000|count|-10000..20000");
  expect("第十和第十五之间", "第十和第十五|ordinal|10..15");
  expect("3和5间客房", "3|count|3|间 5间|count|5|间");
  expect("大于12小于50的目标", "12小于50|count|12..50");
  expect("大于50小于12", "50|count|50..||more_than 12|count|..12||less_than");
}

static void coins_and_degrees(void **state) {
  (void)state;
  expect("卖三块五毛二", "三块五毛二|amount|3.52|CNY");
  expect("卖5毛", "5毛|amount|0.5|CNY");
  expect("卖3毛5分", "3毛5分|amount|0.35|CNY");
  expect("零下5度", "零下5度|temperature|-5|℃");
  expect("平均气温15.3度", "15.3度|temperature|15.3|℃");
  expect("用电5度", "5度|amount|5|kWh");
}

static void compared_with(void **state) {
  (void)state;
  expect("年龄比三十大一些", "三十|count|30..||more_than");
  expect("比30%低", "30%|percent|..30|%|less_than");
  expect("三分之二强", "三分之二|ratio|2/3");
  expect("在一以上", "一|count|1..||at_least");
}

/* Words that end in a numeral: 高一, 大三; and numbers they are not. */
static void words_before_figures(void **state) {
  (void)state;
  expect("提高一个百分点", "一个百分点|point|1|pp");
  expect("比上年高一倍",
         "上年|period|2023-01-01..2023-12-31 一倍|multiple|1|倍");
  expect("扩大三倍", "三倍|multiple|3|倍");
  expect("提高两成", "两成|percent|20|%");
  expect("高一年级的学生", "");
  expect("每周三次", "三次|count|3|次");
  expect("投资亿元以上", "亿元|amount|100000000..|CNY|at_least");
  expect("亿元以上项目50个", "50个|count|50|个");
  expect("近百万群众受益", "百万|count|1000000||about");
  expect("首个十兆瓦时电站", "十兆瓦时|amount|10|MWh");
  expect("共有百余人", "百余人|count|100..|人|more_than");
  expect("投入两个亿", "两个亿|count|200000000");
  expect("身高一米八", "一米八|amount|1.8|m");
  expect("体温三十八度五", "三十八度五|temperature|38.5|℃");
  expect("-8~-3℃", "-8~-3℃|temperature|-8..-3|℃");
  expect("2小时30分", "2小时30分|duration|150|minute");
  expect("8个月大的婴儿", "8个月|age|8|month");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(arabic_and_scales),
      cmocka_unit_test(numerals),
      cmocka_unit_test(no_figure),
      cmocka_unit_test(percent_and_points),
      cmocka_unit_test(bounds),
      cmocka_unit_test(ranges_and_ratios),
      cmocka_unit_test(ranks_multiples_index),
      cmocka_unit_test(units),
      cmocka_unit_test(names_and_identifiers),
      cmocka_unit_test(interval_of_print),
      cmocka_unit_test(interval_of_and_more),
      cmocka_unit_test(mixed_numbers),
      cmocka_unit_test(ranges_of_two_words),
      cmocka_unit_test(coins_and_degrees),
      cmocka_unit_test(compared_with),
      cmocka_unit_test(words_before_figures),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
