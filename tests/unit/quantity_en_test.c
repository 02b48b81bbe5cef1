/* English figures: values, units, bounds, kinds and spans. */
#include "quantity_sample.h"

static void numbers(void **state) {
  (void)state;
  expect("It cost 1.2 billion.", "1.2 billion|count|1200000000");
  expect("five hundred and twelve", "five hundred and twelve|count|512");
  expect("thirty-one million two hundred fifty-six thousand",
         "thirty-one million two hundred fifty-six thousand|count|31256000");
  expect("10k downloads", "10k|count|10000");
  expect("in 17 K–12 schools", "17|count|17 12|count|12");
  expect("a change of −3.2", "−3.2|count|-3.2");
  expect("negative 1200000", "negative 1200000|count|-1200000");
  expect("The one you mentioned is of no use to one another.", "");
  expect("Of the 3,254 patients, 465 (14%) died.",
         "3,254 patients|count|3254|patients 465|count|465 14%|percent|14|%");
}

static void money(void **state) {
  (void)state;
  expect("revenue of $4.2bn", "$4.2bn|amount|4200000000|USD");
  expect("they paid £22,000", "£22,000|amount|22000|GBP");
  expect("a loan of us $ 150 million", "us $ 150 million|amount|150000000|USD");
  expect("worth $1.5m", "$1.5m|amount|1500000|USD");
  expect("450,000 yen", "450,000 yen|amount|450000|JPY");
  expect("rmb 10 usd 20", "rmb 10|amount|10|CNY usd 20|amount|20|USD");
  expect("thirteen dollars and forty-five cents",
         "thirteen dollars and forty-five cents|amount|13.45|USD");
  expect("the Form 8-K was filed", "8-K|name|");
  expect("under the 18-B program", "18-B|name|");
  expect("GEL 835million(USD 304 million)",
         "GEL 835million|amount|835000000|GEL USD 304 "
         "million|amount|304000000|USD");
  expect("a return at24.3%", "24.3%|percent|24.3|%");
}

static void shares_and_multiples(void **state) {
  (void)state;
  expect("up 12.5 per cent", "12.5 per cent|percent|12.5|%");
  expect("by 2 percentage points", "2 percentage points|point|2|pp");
  expect("by 25 basis points", "25 basis points|point|25|bp");
  expect("two-thirds of them", "two-thirds|ratio|2/3");
  expect("a third of them", "a third|ratio|1/3");
  expect("exports fell by a quarter to $5bn",
         "a quarter|ratio|0.25 $5bn|amount|5000000000|USD");
  expect("sales doubled", "doubled|multiple|2");
  expect("a threefold rise", "threefold|multiple|3");
  expect("one and a half hours", "one and a half hours|duration|1.5|hour");
}

static void bounds_and_ranges(void **state) {
  (void)state;
  expect("more than 250 ports", "250|count|250..||more_than");
  expect("at least 30 people", "30 people|count|30..|people|at_least");
  expect("approximately 97%", "97%|percent|97|%|about");
  expect("fewer than 10", "10|count|..10||less_than");
  expect("20 or more", "20|count|20..||at_least");
  expect("a range of 1% to 3%", "1% to 3%|percent|1..3|%");
  expect("from 99 to 82", "99|count|99 82|count|82");
  expect("fell from 9.3 to 4.1 percent",
         "9.3|percent|9.3|% 4.1 percent|percent|4.1|%");
  expect("people aged from 16 to 64 fell", "16 to 64|count|16..64");
  expect("from 853,479 in 2000 to 1,353,236 cases",
         "853,479|count|853479 2000|period|2000-01-01..2000-12-31 "
         "1,353,236|count|1353236");
  expect("those aged 45–54 years", "45–54 years|age|45..54|year");
  expect("persons aged ≥55 years", "55 years|age|55..|year|at_least");
  expect("during period 1 to 6.4%", "1|identifier|1 6.4%|percent|6.4|%");
}

static void statistics(void **state) {
  (void)state;
  expect("differed (p<0.001)", "0.001|statistic|..0.001||less_than");
  expect("63 (95% CI = 62.6–63.4)",
         "63|count|63 95%|statistic|95|% 62.6–63.4|statistic|62.6..63.4");
  expect("areas (1,2) and (Table 3)",
         "1|identifier| 2|identifier| 3|identifier|3");
}

static void marks_of_notes(void **state) {
  (void)state;
  expect("On the sources side,25 bank credit grew by 14.1 per cent.",
         "14.1 per cent|percent|14.1|%");
  expect("It reached 164 in 2025.13 In other places it fell.",
         "164|count|164 2025|period|2025-01-01..2025-12-31");
  expect("They left the households.12 Others stayed.", "");
  expect("A paper (Roy, 2020)38 puts it at 29.",
         "2020|period|2020-01-01..2020-12-31 29|count|29");
  expect("It cost 2025.69 Euro, a ratio of 1,25 was told.",
         "2025.69 Euro|amount|2025.69|EUR 1|count|1 25|count|25");
  expect("Land as dead capital 15.21.\tIn theory it is dead.", "");
  expect("particularly the need for large 21 \tSource: a release.", "");
  expect("a mean of 25 ± 0.5", "25|count|25 0.5|statistic|0.5");
}

static void names_and_identifiers(void **state) {
  (void)state;
  expect("COVID-19 patients", "COVID-19|name|");
  expect("a 5G network", "5G|name|");
  expect("call 404-539-4410", "404-539-4410|identifier|");
  expect("version 8.3.6", "8.3.6|identifier|");
  expect("Wkly Rep 2019;68:993–998",
         "2019|period|2019-01-01..2019-12-31 68:993–998|identifier|");
  expect("see https://a.org/12/34 for 5", "5|count|5");
  expect("a two-sided test", "two|name|2");
  expect("First, costs rose.", "First|marker|1");
  expect("the 42nd and the twenty-fifth",
         "42nd|ordinal|42 twenty-fifth|ordinal|25");
}

static void cells(void **state) {
  (void)state;
  hd_day none = {0};
  expect_in("(1,234)", true, none, "(1,234)|count|-1234");
  expect_in("-20.2", true, none, "-20.2|count|-20.2");
  expect_in("2016", true, none, "2016|period|2016-01-01..2016-12-31");
}

static void ranges_of_two_words(void **state) {
  (void)state;
  expect("between 10% and 20%", "10% and 20%|percent|10..20|%");
  expect("the number is from 200 to 3000", "200 to 3000|count|200..3000");
  expect("larger than 20 and less than 35", "20 and less than 35|count|20..35");
  expect("between the tenth and the fifteenth",
         "tenth and the fifteenth|ordinal|10..15");
}

static void words_and_codes(void **state) {
  (void)state;
  expect("the fortysecond", "fortysecond|ordinal|42");
  expect("three sixteenths", "three sixteenths|ratio|0.1875");
  expect("half a dozen", "half a dozen|count|6");
  expect("a thousand million", "a thousand million|count|1000000000");
  expect("1 and 1/2", "1 and 1/2|ratio|1.5");
  expect("from 121/2 per cent", "121/2 per cent|percent|12.5|%");
  expect("grew by 31/4%", "31/4%|percent|3.25|%");
  expect("the prime rate is 12-1/2 percent", "12-1/2 percent|percent|12.5|%");
  expect("about 1-1/4 million bushels",
         "1-1/4 million bushels|amount|1250000|bushel|about");
  expect("Rs. 4061/4 crores", "Rs. 4061/4 crores|amount|4062500000|INR");
  expect("1,75,000 farms", "1,75,000|count|175000");
  expect("1,00,00,000 farms", "1,00,00,000|count|10000000");
  expect("see scp-173m", "scp-173m|name|");
  expect("area 24703 m212", "24703|count|24703 m212|name|");
}

static void grouped_and_scaled(void **state) {
  (void)state;
  expect("it grew to 12 500 farms.", "12 500|count|12500");
  expect("On March 12 500 came", "March 12|date|2024-03-12 500|count|500");
  expect("paid 12,34,567 rupees", "12,34,567 rupees|amount|1234567|rupee");
  expect("all 1'250'000 of them", "1'250'000|count|1250000");
  expect("some 17 and a half thousand",
         "17 and a half thousand|count|17500||about");
  expect("Rs 12 crore 35 lakh", "Rs 12 crore 35 lakh|amount|123500000|INR");
  expect("a half-billion dollars",
         "a half-billion dollars|amount|500000000|USD");
  expect("a dozen and a half", "a dozen and a half|count|18");
  expect("two to three dozen", "two to three dozen|count|24..36");
  expect("5×10⁶ cells", "5×10⁶|count|5000000");
  expect("rated 34.5^§", "34.5|count|34.5");
  expect("nine in ten nurses agreed", "nine in ten|ratio|0.9");
  expect("as Table 3B shows", "3B|name|");
}

static void signs_and_units(void **state) {
  (void)state;
  expect("a loss of $(12.4) million", "$(12.4) million|amount|-12400000|USD");
  expect("10 degrees below zero",
         "10 degrees below zero|temperature|-10|degree below zero");
  expect("0.3 of a percentage point", "0.3 of a percentage point|point|0.3|pp");
  expect("two-and-a-half years", "two-and-a-half years|duration|2.5|year");
  expect("exports were double the level of 1988",
         "double|multiple|2 1988|period|1988-01-01..1988-12-31");
  expect("double-digit growth", "");
  expect("a third of one percent", "a third of one percent|percent|1/3|%");
  expect("450,000 barrels per day",
         "450,000 barrels per day|amount|450000|bbl/d");
  expect("350 cubic metres per second",
         "350 cubic metres per second|amount|350|m3/s");
}

static void ages_and_places(void **state) {
  (void)state;
  expect("six- to nine-year-olds", "six- to nine-year-olds|age|6..9|year");
  expect("a 30-to-40-minute delay", "30-to-40-minute|duration|30..40|minute");
  expect("residents 18 years and older", "18 years|age|18..|year|at_least");
  expect("men over age 75", "75|age|75..||more_than");
  expect("the median age was 38.5 years", "38.5 years|age|38.5|year");
  expect("it ranked 3rd", "3rd|rank|3");
  expect("see Sections 4.1 and 4.2", "4.1|identifier|4.1 4.2|identifier|4.2");
  expect("in Table 3 and 45 others", "3|identifier|3 45|count|45");
  expect("it took ninth place.", "ninth|rank|9");
  expect("the third time", "third|ordinal|3");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers),
      cmocka_unit_test(money),
      cmocka_unit_test(shares_and_multiples),
      cmocka_unit_test(bounds_and_ranges),
      cmocka_unit_test(statistics),
      cmocka_unit_test(marks_of_notes),
      cmocka_unit_test(names_and_identifiers),
      cmocka_unit_test(cells),
      cmocka_unit_test(ranges_of_two_words),
      cmocka_unit_test(words_and_codes),
      cmocka_unit_test(grouped_and_scaled),
      cmocka_unit_test(signs_and_units),
      cmocka_unit_test(ages_and_places),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
