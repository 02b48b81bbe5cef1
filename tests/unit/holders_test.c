/* holders: the sentences that may match a pattern are those that hold a word
 * of each of its sets. */
#include "checker/rule/host.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum { SENTENCES = 200 };

static const char *const pieces[] = {"增长", "下降", "年", "甲", "元\n角"};

/* A text of sentences, each of which holds the piece whose bit its number has;
 * parts are the spans of the pieces. */
static hd_text *make_text(hd_arena *arena) {
  char *p = hd_arena_alloc(arena, SENTENCES * 64);
  hd_document *doc = HD_NEW(arena, hd_document);
  hd_text *text = HD_NEW(arena, hd_text);
  uint32_t n = 0;
  text->doc = doc;
  text->n_sentences = SENTENCES;
  text->sentences = hd_arena_alloc(arena, SENTENCES * sizeof *text->sentences);
  for (unsigned i = 0; i < SENTENCES; i++) {
    text->sentences[i].span.off = n;
    for (unsigned k = 0; k < sizeof pieces / sizeof *pieces; k++)
      if (i >> k & 1)
        n += (uint32_t)(stpcpy(p + n, pieces[k]) - (p + n));
    text->sentences[i].span.end = n;
  }
  doc->text = (hd_str){p, n};
  return text;
}

static void check(hd_arena *arena, hd_needed *needed, const hd_text *text,
                  const char *pattern, unsigned wanted) {
  hd_pattern p = {.pattern = hd_str_of(pattern)};
  hd_needed_note(needed, &p);
  const hd_holders *h =
      hd_holders_read(arena, needed, hd_found_new(arena, needed), text);
  size_t found = 0;
  assert_int_equal(h->n_sentences, SENTENCES);
  for (size_t i = 0; i < h->n * 64; i++) {
    bool here =
        hd_holders_any(h, &p) && hd_holders_of(h, &p, i / 64) >> i % 64 & 1;
    bool right = i < SENTENCES && (i & wanted) == wanted;
    if (here != right)
      fail_msg("“%s” in sentence %zu", pattern, i);
    found += here;
  }
  assert_true(found > 0);
}

static void test_sets(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_needed *needed = hd_needed_new(arena);
  const hd_text *text = make_text(arena);
  check(arena, needed, text, "增长", 1);
  check(arena, needed, text, "年.*下降", 6);
  check(arena, needed, text, ".{3}", 0);
  check(arena, needed, text, "元\n角", 16); /* with the end of a line in it */
  hd_arena_free(arena);
}

/* What no sentence holds is told without asking each. */
static void test_none(void **state) {
  (void)state;
  hd_arena *arena = hd_arena_new();
  hd_needed *needed = hd_needed_new(arena);
  hd_pattern absent = {.pattern = hd_str_of("年.*乙")};
  hd_pattern either = {.pattern = hd_str_of("甲|乙")};
  hd_needed_note(needed, &absent);
  hd_needed_note(needed, &either);
  const hd_holders *h = hd_holders_read(
      arena, needed, hd_found_new(arena, needed), make_text(arena));
  assert_false(hd_holders_any(h, &absent));
  assert_true(hd_holders_any(h, &either));
  hd_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_sets),
                                     cmocka_unit_test(test_none)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
