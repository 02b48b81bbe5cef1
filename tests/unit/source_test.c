/* source: what is refused before a rule runs, and at which line; and what is
 * not refused. The dump of the system's Lua must be of the form that
 * source.c knows: each refusal here would be missing otherwise. */
#include "rule_sample.h"

/* The error about a rule whose check is `body`, as "LINE: sentence". */
static const char *refusal(sample *s, const char *body) {
  hd_rules *rules;
  const hd_error *errors;
  sample_check(s, "on = { claim = 'percent' },", body, &rules);
  const char *said = "";
  size_t n = hd_rules_errors(rules, &errors);
  for (size_t i = 0; i < n; i++)
    if (!*said && strstr(errors[i].file, "try.lua"))
      said = hd_arena_format(s->arena, "%u: %s", errors[i].line,
                             errors[i].message);
  hd_rules_close(rules);
  return said;
}

static void test_globals(void **state) {
  (void)state;
  sample *s = sample_new("12%");
  assert_string_equal(refusal(s, "x = 1"),
                      "1: assigned global 'x': write local x");
  assert_string_equal(refusal(s, "\n\nlocal function f() y = 1 end f()"),
                      "3: assigned global 'y': write local y");
  assert_string_equal(refusal(s, "\nfunction g() end"),
                      "2: assigned global 'g': write local g");
  assert_string_equal(refusal(s, "return os.time()"), "1: unknown global 'os'");
  assert_string_equal(refusal(s, "return require('io')"),
                      "1: unknown global 'require'");
  assert_string_equal(refusal(s, "return decimla('1')"),
                      "1: unknown global 'decimla' (did you mean "
                      "'decimal'?)");
  assert_string_equal(refusal(s, "print(1)\nx = 1"),
                      "1: unknown global 'print'");
  assert_string_equal(refusal(s, "local x = 1 x = x + 1 return x"), "");
  sample_free(s);
}

static void test_equality(void **state) {
  (void)state;
  static const char said[] = "1: a decimal is never == a number: write x:eq(n)";
  sample *s = sample_new("12%");
  assert_string_equal(refusal(s, "return item.value == 3"), said);
  assert_string_equal(refusal(s, "return 3 == item.value"), said);
  assert_string_equal(refusal(s, "return item.low ~= 1000000"), said);
  assert_string_equal(refusal(s, "return item.value == 2.5"), said);
  assert_string_equal(refusal(s, "local v = item.value if v == 0 then end"),
                      said);
  assert_string_equal(refusal(s, "return decimal('3') == 3"), said);
  assert_string_equal(refusal(s, "return item.value:round(1) == 3"), said);
  assert_string_equal(refusal(s, "return item.decimals == 3"), "");
  assert_string_equal(refusal(s, "return item.value == item.low"), "");
  assert_string_equal(refusal(s, "return item.value == decimal('3')"), "");
  assert_string_equal(refusal(s, "return item.cue_value == 'up'"), "");
  assert_string_equal(refusal(s, "return #item.text == 3"), "");
  sample_free(s);
}

/* A function of many lines: line numbers are kept as far and near steps. */
static void test_far_line(void **state) {
  (void)state;
  sample *s = sample_new("12%");
  hd_buffer body = {0};
  for (int i = 0; i < 700; i++)
    hd_buffer_puts(&body, i % 300 == 299 ? "\n" : "item = item or 1\n");
  for (int i = 0; i < 200; i++)
    hd_buffer_puts(&body, "\n");
  hd_buffer_add(&body, "x = 1\n\0", 7);
  assert_string_equal(refusal(s, body.p),
                      "901: assigned global 'x': write local x");
  hd_buffer_free(&body);
  sample_free(s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_globals),
      cmocka_unit_test(test_equality),
      cmocka_unit_test(test_far_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
