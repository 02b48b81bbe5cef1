/* Dates and periods in both languages. The document is of 18 January 2025
 * and so reports on 2024. */
#include "quantity_sample.h"

static void chinese(void **state) {
  (void)state;
  expect("2023年", "2023年|period|2023-01-01..2023-12-31");
  expect("二〇二三年", "二〇二三年|period|2023-01-01..2023-12-31");
  expect(
      "去年,今年",
      "去年|period|2024-01-01..2024-12-31 今年|period|2025-01-01..2025-12-31");
  expect("比上年", "上年|period|2023-01-01..2023-12-31");
  expect("上半年", "上半年|period|2024-01-01..2024-06-30");
  expect("前三季度", "前三季度|period|2024-01-01..2024-09-30");
  expect("一季度", "一季度|period|2024-01-01..2024-03-31");
  expect("1—10月", "1—10月|period|2024-01-01..2024-10-31");
  expect("前5个月", "前5个月|period|2024-01-01..2024-05-31");
  expect("年末", "年末|date|2024-12-31");
  expect("截至2023年底", "2023年底|date|2023-12-31");
  expect("2019年8月28日", "2019年8月28日|date|2019-08-28");
  expect("2017年8月11日至22日",
         "2017年8月11日至22日|period|2017-08-11..2017-08-22");
  expect("2019—2022年", "2019—2022年|period|2019-01-01..2022-12-31");
  expect("“十四五”时期", "“十四五”时期|period|2021-01-01..2025-12-31");
  expect("近五年", "近五年|period|2020-01-01..2024-12-31");
  expect("5年来", "5年来|period|2020-01-01..2024-12-31");
  expect("2021年以来", "2021年以来|period|2021-01-01..2025-01-18");
  expect("2023年,一季度", "2023年|period|2023-01-01..2023-12-31 "
                          "一季度|period|2023-01-01..2023-03-31");
}

static void impossible(void **state) {
  (void)state;
  expect("2023年2月30日", "2023年2月30日|date!|2023-02-30");
  expect("2023年13月", "2023年13月|period!|2023-13-01..2023-13-00");
  expect("31 September 2019", "31 September 2019|date!|2019-09-31");
}

static void durations(void **state) {
  (void)state;
  expect("连续三年", "三年|duration|3|year");
  expect("延长30天", "30天|duration|30|day");
  expect("历时两个多月", "两个多月|duration|2..|month|more_than");
  expect("a 9-month delay", "9-month|duration|9|month");
}

static void english(void **state) {
  (void)state;
  expect("on August 28, 2019", "August 28, 2019|date|2019-08-28");
  expect("on 28 August 2019", "28 August 2019|date|2019-08-28");
  expect("April 12–15, 2020",
         "April 12–15, 2020|period|2020-04-12..2020-04-15");
  expect("in January–March 2021",
         "January–March 2021|period|2021-01-01..2021-03-31");
  expect("January 2014–March 2017",
         "January 2014–March 2017|period|2014-01-01..2017-03-31");
  expect("Q1 2024", "Q1 2024|period|2024-01-01..2024-03-31");
  expect("2Q 2025", "2Q 2025|period|2025-04-01..2025-06-30");
  expect("for 1H2024", "1H2024|period|2024-01-01..2024-06-30");
  expect("in 3Q25", "3Q25|period|2025-07-01..2025-09-30");
  expect("9M 2025", "9M 2025|period|2025-01-01..2025-09-30");
  expect("as of 30June2025", "30June2025|date|2025-06-30");
  expect("the first half of 2018",
         "first half of 2018|period|2018-01-01..2018-06-30");
  expect("FY2023/24", "FY2023/24|period|2023-01-01..2024-12-31");
  expect("FY 75", "FY 75|period|1975-01-01..1975-12-31");
  expect("FY23/24", "FY23/24|period|2023-01-01..2024-12-31");
  expect("in 2023–24", "2023–24|period|2023-01-01..2024-12-31");
  expect("in 2023--24", "2023--24|period|2023-01-01..2024-12-31");
  expect("in 2016, by 2014", "2016|period|2016-01-01..2016-12-31 "
                             "2014|period|2014-01-01..2014-12-31");
  expect("from 2010 to 2016", "2010|period|2010-01-01..2010-12-31 "
                              "2016|period|2016-01-01..2016-12-31");
  expect("a total of 2000 patients", "2000 patients|count|2000|patients");
  expect("the 1990s", "1990s|period|1990-01-01..1999-12-31");
  expect("on 2019-08-28", "2019-08-28|date|2019-08-28");
  expect("than last year", "last year|period|2024-01-01..2024-12-31");
}

static void clock_of_the_text(void **state) {
  (void)state;
  expect_in("据2024年3月5日公布,去年", false, (hd_day){0},
            "2024年3月5日|date|2024-03-05 去年|period|2023-01-01..2023-12-31");
  expect_in("去年和上半年", false, (hd_day){0}, "去年|period| 上半年|period|");
}

static void digits_and_short_years(void **state) {
  (void)state;
  expect("1995-01", "1995-01|period|1995-01-01..1995-01-31");
  expect("2008.03-2009", "2008.03-2009|period|2008-03-01..2009-12-31");
  expect("收入2021.08万元", "2021.08万元|amount|20210800|CNY");
  expect("自2020-05-26起至2020-05-29止",
         "2020-05-26起至2020-05-29|period|2020-05-26..2020-05-29");
  expect("1985到89年9月", "1985到89年9月|period|1985-01-01..1989-09-30");
  expect("70年第8个月", "70年第8个月|period|1970-08-01..1970-08-31");
  expect("连续第8个月", "第8个月|ordinal|8");
  expect("24年底", "24年底|date|2024-12-31");
  expect("2023财年", "2023财年|period|2023-01-01..2023-12-31");
  expect("2024年Q1", "2024年Q1|period|2024-01-01..2024-03-31");
  expect("20世纪90年代", "20世纪90年代|period|1990-01-01..1999-12-31");
  expect("2016 Q3", "2016 Q3|period|2016-07-01..2016-09-30");
  expect("10/1/2018 - 10/7/2018",
         "10/1/2018 - 10/7/2018|period|2018-10-01..2018-10-07");
}

static void parts_and_days(void **state) {
  (void)state;
  expect("in the first nine months of 2022",
         "first nine months of 2022|period|2022-01-01..2022-09-30");
  expect("the first three quarters of fiscal 2019",
         "first three quarters of fiscal 2019|period|2019-01-01..2019-09-30");
  expect("the last quarter of 2019",
         "last quarter of 2019|period|2019-10-01..2019-12-31");
  expect("the last three months of 2019",
         "last three months of 2019|period|2019-10-01..2019-12-31");
  expect("the first two months of treatment",
         "first|ordinal|1 two months|duration|2|month");
  expect("from 14 May to 2 June 2019",
         "14 May to 2 June 2019|period|2019-05-14..2019-06-02");
  expect("November 20 through January 5, 2019",
         "November 20 through January 5, 2019|period|2018-11-20..2019-01-05");
  expect("from 14 to 20 May 2019",
         "14 to 20 May 2019|period|2019-05-14..2019-05-20");
  expect("Q1–Q3 2022", "Q1–Q3 2022|period|2022-01-01..2022-09-30");
  expect("at end-2019", "2019|period|2019-01-01..2019-12-31");
  expect("2019年H1", "2019年H1|period|2019-01-01..2019-06-30");
  expect("Q4/2019", "Q4/2019|period|2019-10-01..2019-12-31");
  expect("2016-2020年期间", "2016-2020年|period|2016-01-01..2020-12-31");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(chinese),
      cmocka_unit_test(impossible),
      cmocka_unit_test(durations),
      cmocka_unit_test(english),
      cmocka_unit_test(clock_of_the_text),
      cmocka_unit_test(digits_and_short_years),
      cmocka_unit_test(parts_and_days),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
