/* decimal: exact arithmetic, comparisons and intervals as rules write them. */
#include "rule_sample.h"

#define ON "on = { claim = 'percent' },"

/* What `expression` is for the figure 12.5%, as text. */
static void is(const char *expression, const char *expected) {
  char body[600];
  snprintf(body, sizeof body,
           "local x = item.value report { at = item, stated = tostring(%s) }",
           expression);
  const char *said = sample_say("增长12.5%。", ON, body);
  if (!strstr(said, expected) || (!*expected && *said))
    fail_msg("%s: expected \"%s\", got \"%s\"", expression, expected, said);
}

static void test_arithmetic(void **state) {
  (void)state;
  is("decimal('0.1') + decimal('0.2')", "0.3");
  is("x * 2 - 1", "24");
  is("1 - x", "-11.5");
  is("-x", "-12.5");
  is("x / 3", "25/6");
  is("(x / 3):round(2)", "4.17");
  is("(x / 3):round(40)", "4.166666666666666667"); /* of 12.50…0 */
  is("decimal(7):text()", "7");
  is("decimal('-2.5'):abs()", "2.5");
  is("x:is_integer()", "false");
  is("(x / 0):is_known()", "false");
  is("x / 0", "?");
  is("decimal('1e5')", "is no decimal number");
  is("decimal('1,234.5')", "1234.5");
  is("decimal('−2.3')", "-2.3");
  is("decimal('1,234,')", "is no decimal number");
  is("decimal('1.2,3')", "is no decimal number");
  is("decimal(',1')", "is no decimal number");
  is("decimal(string.rep('1', 101))", "more digits than a figure has");
  is("x + 0.5", "write decimal(\"0.5\")");
  is("x + 'a'", "a decimal or an integer expected, got string");
  is("x:txt()", "a decimal has no method 'txt'");
}

static void test_comparison(void **state) {
  (void)state;
  is("x == decimal('12.50')", "true");
  is("x ~= decimal('12.5')", "false");
  is("x < decimal(13) and x <= decimal('12.5')", "true");
  is("x:lt(13) and x:le(13) and not x:eq(13)", "true");
  is("x:gt(12) and x:ge(12)", "true");
  is("x < 13", "compare a decimal with a number by x:lt(...)");
  is("13 > x", "compare a decimal with a number by x:lt(...)");
  is("x >= 13", "compare a decimal with a number by x:le(...)");
  is("(x / 0):eq(x)", "false");
}

static void test_interval(void **state) {
  (void)state;
  is("item.interval", "[12.45,12.55]");
  is("item.interval + item.interval", "[24.9,25.1]");
  is("item.interval - 12", "[0.45,0.55]");
  is("100 * item.interval", "[1245,1255]");
  is("-interval(1, 2)", "[-2,-1]");
  is("interval(1, 2) / 4", "[0.25,0.5]");
  is("interval(1, 2):meets(interval(2, 3))", "true");
  is("interval(1, 2):meets(3)", "false");
  is("interval(1, 3):contains(interval(2, 3))", "true");
  is("interval(1, 3):contains(interval(2, 4))", "false");
  is("decimal(2) and interval(2, 2):inside(interval(1, 3))", "true");
  is("interval(1, 2):widen(decimal('0.5'))", "[0.5,2.5]");
  is("interval(1, nil)", "[1,)");
  is("interval(nil, 2).low", "nil");
  is("interval(1, nil):contains(1000)", "true");
  is("interval(1, 1).is_point", "true");
  is("interval(1, 2) == interval(1, decimal('2.0'))", "true");
  is("interval(2, 1)", "low end is above");
  is("interval(1, 2) < interval(3, 4)", "intervals have no order");
  is("interval('31.6')", "[31.55,31.65]");
  is("interval('−1,200')", "[-1200.5,-1199.5]");
  is("interval('1.25', 1)", "[1.2,1.3]");
  is("interval('1.25', 99)", "0 to 30 decimals");
  is("interval('x')", "is no decimal number");
  is("interval(1, 2).hihg", "an interval has no 'hihg'");
  is("item.amount", "[12.45,12.55]");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_arithmetic),
      cmocka_unit_test(test_comparison),
      cmocka_unit_test(test_interval),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
