/* script: traditional script is told, and made simplified place for place. */
#include "checker/input/script.h"
#include "checker/input/script_library.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs those above */
#include <cmocka.h>

static void told_by_its_ideographs(void **state) {
  (void)state;
  assert_true(hd_script_is_traditional(HD_STR("全年進出口總額達1520億元。")));
  assert_false(hd_script_is_traditional(HD_STR("全年进出口总额达1520亿元。")));
  assert_false(hd_script_is_traditional(HD_STR("Exports rose 3.2%.")));
  assert_false(hd_script_is_traditional(HD_STR("")));
}

/* A quotation of one word in a report in simplified script. */
static void a_word_is_no_script(void **state) {
  (void)state;
  assert_false(hd_script_is_traditional(
      HD_STR("全市生产总值达到一千五百二十亿元，比上年增长百分之六点一，"
             "其中工业增加值增长百分之七。老字号“萬盛”新开门店十二家。")));
}

static hd_source simplify(hd_arena *arena, const char *text) {
  hd_source source = {.bytes = hd_str_of(text)};
  hd_script_simplify(arena, &source);
  return source;
}

static void every_character_stays_in_its_place(void **state) {
  (void)state;
  hd_script_library f;
  if (!hd_script_library_load(&f))
    skip();
  hd_arena *arena = hd_arena_new();
  const char *text = "全年進出口總額達1520億元，乾果出口增長，乾坤未改。";
  hd_source s = simplify(arena, text);
  assert_true(
      hd_str_eq(s.bytes, HD_STR("全年进出口总额达1520亿元，干果出口增长，"
                                "乾坤未改。")));
  assert_true(hd_str_eq(s.printed, hd_str_of(text)));
  assert_int_equal(s.n_notes, 0);
  hd_arena_free(arena);
}

/* 㑮 is 𫝈 in simplified script, of four bytes: it stays as it was, and all
 * behind it in its place. */
static void another_length_stays(void **state) {
  (void)state;
  hd_script_library f;
  if (!hd_script_library_load(&f))
    skip();
  hd_arena *arena = hd_arena_new();
  hd_source s = simplify(arena, "總額與㑮億元");
  assert_int_equal(s.bytes.n, s.printed.n);
  assert_true(hd_str_eq(s.bytes, HD_STR("总额与㑮亿元")));
  hd_arena_free(arena);
}

/* A long text is converted piece by piece. */
static void pieces_fit(void **state) {
  (void)state;
  hd_script_library f;
  if (!hd_script_library_load(&f))
    skip();
  enum { LINES = 9000 };
  static const char line[] = "總額達1520億元。\n";
  hd_arena *arena = hd_arena_new();
  char *text = hd_arena_alloc(arena, LINES * (sizeof line - 1) + 1);
  for (int i = 0; i < LINES; i++)
    memcpy(text + i * ((int)sizeof line - 1), line, sizeof line - 1);
  hd_source s = simplify(arena, text);
  for (int i = 0; i < LINES; i++)
    assert_memory_equal(s.bytes.p + i * ((int)sizeof line - 1),
                        "总额达1520亿元。\n", sizeof line - 1);
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(told_by_its_ideographs),
      cmocka_unit_test(a_word_is_no_script),
      cmocka_unit_test(every_character_stays_in_its_place),
      cmocka_unit_test(another_length_stays),
      cmocka_unit_test(pieces_fit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
