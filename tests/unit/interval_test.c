/* Tests of checker/base/interval.c. */
#include "checker/base/number.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

/* Reads "[31.55,31.65]", "(2000,)" (no high end), "?" (undecided). */
static hd_interval read(const char *s) {
  hd_interval a = {.low_open = s[0] == '('};
  const char *comma = strchr(s, ','), *end = s + strlen(s) - 1;
  if (!comma)
    return hd_interval_point(hd_number_ratio(1, 0));
  a.high_open = *end == ')';
  a.low_infinite = comma == s + 1;
  a.high_infinite = comma + 1 == end;
  a.low = a.high = hd_number_of(0);
  hd_number_parse((hd_str){s + 1, (size_t)(comma - s - 1)}, &a.low);
  hd_number_parse((hd_str){comma + 1, (size_t)(end - comma - 1)}, &a.high);
  return a;
}

static const char *text(hd_arena *arena, hd_interval a) {
  if (hd_interval_is_nan(a))
    return "?";
  return hd_arena_format(arena, "%c%s,%s%c", a.low_open ? '(' : '[',
                         a.low_infinite ? "" : hd_number_text(arena, a.low),
                         a.high_infinite ? "" : hd_number_text(arena, a.high),
                         a.high_open ? ')' : ']');
}

static void arithmetic(void **state) {
  (void)state;
  static const struct {
    const char *a;
    char op;
    const char *b, *result;
  } rows[] = {{"[1,2]", '+', "[3,4]", "[4,6]"},
              {"(1,2]", '+', "[3,4)", "(4,6)"},
              {"(2000,)", '+', "[1,1]", "(2001,)"},
              {"[1,2]", '-', "[3,4]", "[-3,-1]"},
              {"(2000,)", '-', "(1,)", "(,)"},
              {"[5,6]", '-', "(1,)", "(,5)"},
              {"[-1,2]", '*', "[-3,4]", "[-6,8]"},
              {"[0,2]", '*', "(1,)", "[0,)"},
              {"(0,2]", '*', "[1,3)", "(0,6)"},
              {"[0,0]", '*', "(,)", "[0,0]"},
              {"[-1,2]", '*', "[3,3]", "[-3,6]"},
              {"[-1,2]", '*', "[-3,-3]", "[-6,3]"},
              {"[-3,-3]", '*', "[-1,2]", "[-6,3]"},
              {"[1,2]", '*', "[0,0]", "[0,0]"},
              {"(1,2]", '*', "[-3,-3]", "[-6,-3)"},
              {"[-2,-1]", '*', "(3,)", "(,-3)"},
              {"[0,1)", '*', "[0,1)", "[0,1)"},
              {"[1,2]", '/', "[4,8]", "[0.125,0.5]"},
              {"[1,2]", '/', "[-8,-4]", "[-0.5,-0.125]"},
              {"[1,2]", '/', "[-1,1]", "?"},
              {"[1,2]", '/', "[0,1]", "?"},
              {"[1,2]", '/', "[0,0]", "?"},
              {"[1,2]", '/', "[-4,-4]", "[-0.5,-0.25]"},
              {"(1,2]", '/', "[-4,-4]", "[-0.5,-0.25)"},
              {"[1,2]", '/', "(0,1]", "[1,)"},
              {"[1,2]", '/', "(4,)", "(0,0.5)"},
              {"[-1,2]", '/', "(4,)", "(-0.25,0.5)"},
              {"[0,0]", '/', "[2,4]", "[0,0]"},
              {"?", '+', "[1,1]", "?"},
              {"[1,1]", '-', "?", "?"},
              {"?", '*', "[0,0]", "?"},
              {"?", '/', "[1,1]", "?"}};
  hd_arena *arena = hd_arena_new();
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    hd_interval a = read(rows[i].a), b = read(rows[i].b);
    hd_interval r = rows[i].op == '+'   ? hd_interval_add(a, b)
                    : rows[i].op == '-' ? hd_interval_sub(a, b)
                    : rows[i].op == '*' ? hd_interval_mul(a, b)
                                        : hd_interval_div(a, b);
    assert_string_equal(text(arena, r), rows[i].result);
  }
  hd_arena_free(arena);
}

static void meeting(void **state) {
  (void)state;
  static const struct {
    const char *a, *b;
    bool meets;
  } rows[] = {{"[1,2]", "[2,3]", true},
              {"[1,2)", "[2,3]", false},
              {"[1,2]", "(2,3]", false},
              {"[1,2]", "[2.1,3]", false},
              {"(2000,)", "[2001,2001]", true},
              {"(2000,)", "[2000,2000]", false},
              {"(,5)", "(4,)", true},
              {"(,4)", "(4,)", false},
              {"?", "[1,1]", true},
              {"[0,9]", "[3,4]", true},
              {"(,)", "[7,7]", true}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    hd_interval a = read(rows[i].a), b = read(rows[i].b);
    assert_int_equal(hd_interval_meets(a, b), rows[i].meets);
    assert_int_equal(hd_interval_meets(b, a), rows[i].meets);
  }
}

static void rounding_and_widening(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_number half = hd_number_decimal(5, 2);
  hd_interval a = hd_interval_rounded(hd_number_decimal(316, 1), half);
  assert_string_equal(text(arena, a), "[31.55,31.65]");
  assert_string_equal(text(arena, hd_interval_widen(a, half)), "[31.5,31.7]");
  assert_string_equal(text(arena, hd_interval_widen(read("(2000,)"), half)),
                      "(1999.95,)");
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(arithmetic),
      cmocka_unit_test(meeting),
      cmocka_unit_test(rounding_and_widening),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
