/* outline: tokens of Lua with their places, the fields of tables. */
#include "checker/rule/outline.h"
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void test_tokens(void **state) {
  (void)state;
  static const char text[] = "#!/x\n--[==[ a\n]] ]==]\nlocal 甲 -- rest\n= "
                             "[[\n二]] .. \"q\\\"\" ~= 0x1p+2";
  static const struct {
    const char *text;
    uint32_t line, column;
  } wanted[] = {{"local", 4, 1},  {"=", 5, 1},         {"[[\n二]]", 5, 3},
                {"..", 6, 5},     {"\"q\\\"\"", 6, 8}, {"~=", 6, 14},
                {"0x1p+2", 6, 17}};
  hd_arena *arena = hd_arena_new();
  hd_outline o = hd_outline_read(arena, hd_str_of(text));
  size_t k = 0;
  for (size_t i = 0; i < o.tokens.n; i++) {
    const hd_lua_token *t = &o.tokens.items[i];
    if ((unsigned char)t->text.p[0] >= 0x80)
      continue; /* no Lua, and no harm */
    assert_int_equal(t->text.n, strlen(wanted[k].text));
    assert_memory_equal(t->text.p, wanted[k].text, t->text.n);
    assert_int_equal(t->line, wanted[k].line);
    assert_int_equal(t->column, wanted[k].column);
    k++;
  }
  assert_int_equal(k, sizeof wanted / sizeof *wanted);
  hd_arena_free(arena);
}

static void test_strings(void **state) {
  (void)state;
  static const char *const pairs[][2] = {{"'a\\n\\\\\\'\"'", "a\n\\'\""},
                                         {"\"\\u{4e00}\\x41\\0651\"", "一AA1"},
                                         {"[[\n a]b]]", " a]b"},
                                         {"[=[a]]b]=]", "a]]b"},
                                         {"'a\\z  \n b'", "ab"},
                                         {"''", ""},
                                         {"[[]]", ""}};
  hd_arena *arena = hd_arena_new();
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    hd_outline o = hd_outline_read(arena, hd_str_of(pairs[i][0]));
    assert_int_equal(o.tokens.n, 1);
    hd_str s = hd_outline_string(&o, 0);
    if (!hd_str_is(s, pairs[i][1]))
      fail_msg("%s: “%.*s”", pairs[i][0], (int)s.n, s.p);
  }
  hd_arena_free(arena);
}

static void test_tables(void **state) {
  (void)state;
  static const char text[] =
      "local t = { on = 1 }\n"
      "return { id = 'x', check = function(a, b) local c, d = a, b\n"
      "  if a then return { 1, 2 } end for i = 1, 2 do a = i end\n"
      "  repeat b = 1 until a, b end,\n"
      "  ['on'] = { pattern = 'p' }; examples = { bad = { { 'a', at = 'b' }, "
      "{ 'c' } } } }";
  static const char *const at[] = {"examples", "bad", "#1", "at", NULL};
  static const char *const second[] = {"examples", "bad", "#2", "#1", NULL};
  static const char *const pattern[] = {"on", "pattern", NULL};
  static const char *const none[] = {"examples", "good", NULL};
  hd_arena *arena = hd_arena_new();
  hd_outline o = hd_outline_read(arena, hd_str_of(text));
  size_t table = hd_outline_returned(&o);
  hd_outline_field f;
  assert_true(hd_outline_find(&o, table, at, &f));
  assert_true(hd_str_is(o.tokens.items[f.first].text, "'b'"));
  assert_int_equal(f.end, f.first + 1);
  assert_true(hd_outline_find(&o, table, second, &f));
  assert_true(hd_str_is(o.tokens.items[f.first].text, "'c'"));
  assert_true(hd_outline_find(&o, table, pattern, &f));
  assert_int_equal(o.tokens.items[f.at].line, 5);
  assert_false(hd_outline_find(&o, table, none, &f));
  o = hd_outline_read(arena, hd_str_of("return make()"));
  assert_true(hd_outline_returned(&o) == SIZE_MAX);
  o = hd_outline_read(arena, hd_str_of("return { a = {"));
  assert_false(hd_outline_find(&o, hd_outline_returned(&o), none, &f));
  o = hd_outline_read(arena, hd_str_of("return { ) examples = 1 }"));
  assert_false(hd_outline_find(&o, hd_outline_returned(&o), none, &f));
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_tokens),
                                     cmocka_unit_test(test_strings),
                                     cmocka_unit_test(test_tables)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
