/* Tests of checker/text/text.c: where sentences end. */
#include "checker/text/text.h"
#include "document_sample.h"

/* The sentences of a document of one paragraph, joined by " | ". */
static const char *cut(hd_arena *arena, const hd_document *doc) {
  hd_error error = {0};
  hd_lexicon *lexicon = hd_lexicon_open(arena, NULL, 0, &error);
  assert_non_null(lexicon);
  hd_vocabulary *vocabulary = hd_vocabulary_new(arena, lexicon, &error);
  assert_non_null(vocabulary);
  const hd_text *text = hd_text_read(arena, doc, vocabulary);
  const char *all = "";
  for (size_t i = 0; i < text->n_sentences; i++) {
    hd_str s = hd_document_text(doc, text->sentences[i].span);
    all =
        hd_arena_format(arena, "%s%s%.*s", all, i ? " | " : "", (int)s.n, s.p);
  }
  return all;
}

static void expect_cut(const char *words, const char *wanted) {
  hd_document *doc = sample("a.txt", words);
  hd_arena *arena = hd_arena_new();
  assert_string_equal(cut(arena, doc), wanted);
  hd_arena_free(arena);
  drop(doc);
}

static void marks_inside_addresses_end_nothing(void **state) {
  (void)state;
  expect_cut("Go to https://a.org/search?q=30%25 now. It is fast.",
             "Go to https://a.org/search?q=30%25 now. | It is fast.");
  expect_cut("Is it 30%? Yes! No.", "Is it 30%? | Yes! | No.");
  expect_cut("\"Why?\" he said.", "\"Why?\" | he said.");
  expect_cut("A total of Rs. 40 million. It is paid.",
             "A total of Rs. 40 million. | It is paid.");
  expect_cut("怎么办？3家企业答复。", "怎么办? | 3家企业答复。");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(marks_inside_addresses_end_nothing)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
