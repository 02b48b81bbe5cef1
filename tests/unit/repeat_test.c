/* Tests of checker/text/repeat.c. */
#include "checker/text/repeat.h"
#include "link_sample.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* The second ones of the repeats, with | between. */
static void expect_seconds(const link_sample *s, hd_repeats found,
                           const char *wanted) {
  const char *all = "";
  for (size_t i = 0; i < found.n; i++) {
    hd_str a = hd_document_text(s->doc, found.items[i].first);
    hd_str b = hd_document_text(s->doc, found.items[i].second);
    assert_true(a.n == b.n &&
                found.items[i].first.end <= found.items[i].second.off);
    all =
        hd_arena_format(s->arena, "%s%s%.*s", all, i ? "|" : "", (int)b.n, b.p);
  }
  assert_string_equal(all, wanted);
}

static void expect_doubles(const char *text, const char *wanted) {
  link_sample s = link_sample_read(text);
  expect_seconds(&s, hd_repeat_doubles(s.arena, s.doc), wanted);
  hd_arena_free(s.arena);
}

static void doubles(void **state) {
  (void)state;
  expect_doubles("全市进行进行改革。", "进行");
  expect_doubles("层层落实，的的确确。", "");
  expect_doubles("办好学校，办好学校，再出发。", "办好学校");
  expect_doubles("Prices in the The region, of the of the people.",
                 "The|of the");
  expect_doubles("It rose 5 5 and 2019 2019.", "");
  expect_doubles("合计增长\n\n合计增长\n", "");
  expect_doubles("全面推进乡村振兴全面推进乡村振兴。", "全面推进乡村振兴");
  expect_doubles("以东南亚、南亚、中亚为重点，南亚，中亚。", "");
}

/* Wherever in a long run of ideographs they stand. */
static void doubles_anywhere(void **state) {
  (void)state;
  char text[600] = "";
  for (int n = 0; n < 140; n++) {
    size_t at = strlen(text);
    strcpy(text + at, "改革改革全面推进乡村振兴全面推进乡村振兴");
    expect_doubles(text, "改革|全面推进乡村振兴");
    const char next[] = {(char)0xE5, (char)(0x80 + n % 64),
                         (char)(0x80 + (n * 3 + n / 64) % 64), 0};
    strcpy(text + at, next);
  }
}

static void twins(void **state) {
  (void)state;
  link_sample s = link_sample_read("扎实推进重点民生项目。另一句话在此处。\n\n"
                                   "扎实推进重点民生项目。短。短。\n");
  expect_seconds(&s, hd_repeat_twins(s.arena, s.text, 20, SIZE_MAX),
                 "扎实推进重点民生项目。");
  hd_arena_free(s.arena);
}

/* What is far apart is none, but where it goes on behind one that is near. */
static void twins_near(void **state) {
  (void)state;
  link_sample s = link_sample_read("扎实推进重点民生项目。全面落实各项惠企政策"
                                   "。短。切实办好所有中小学校。\n\n"
                                   "切实办好所有中小学校。扎实推进重点民生项目"
                                   "。短。全面落实各项惠企政策。\n");
  expect_seconds(&s, hd_repeat_twins(s.arena, s.text, 20, 1),
                 "切实办好所有中小学校。|扎实推进重点民生项目。");
  expect_seconds(&s, hd_repeat_twins(s.arena, s.text, 20, 6),
                 "切实办好所有中小学校。|扎实推进重点民生项目。|"
                 "全面落实各项惠企政策。");
  hd_arena_free(s.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(doubles),
      cmocka_unit_test(doubles_anywhere),
      cmocka_unit_test(twins),
      cmocka_unit_test(twins_near),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
