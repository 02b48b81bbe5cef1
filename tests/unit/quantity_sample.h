/* quantity_sample: the quantities of one sentence, as one line a test can
 * compare: text|kind|low..high|unit|bound, joined by blanks; what is unknown
 * is empty, an exact bound and empty fields at the end are left out. */
#ifndef QUANTITY_SAMPLE_H
#define QUANTITY_SAMPLE_H
#include "checker/quantity/quantity.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* A document of one paragraph, or (cell) of one table cell. */
typedef struct {
  hd_arena *arena;
  hd_document doc;
  hd_block block;
  hd_sentence sentence;
  hd_text text;
  hd_quantities *found;
} quantity_sample;

static inline bool sample_is_date(const hd_quantity *q) {
  return q->kind == HD_KIND_DATE || q->kind == HD_KIND_PERIOD;
}

static inline const char *sample_day(hd_arena *arena, hd_day d) {
  return d.year
             ? hd_arena_format(arena, "%04d-%02d-%02d", d.year, d.month, d.day)
             : "";
}

static inline quantity_sample quantity_sample_read(const char *words, bool cell,
                                                   hd_day date) {
  quantity_sample s = {.arena = hd_arena_new()};
  hd_error error = {0};
  hd_lexicon *lexicon = hd_lexicon_open(s.arena, NULL, 0, &error);
  assert_non_null(lexicon);
  hd_units *units = hd_units_new(s.arena, lexicon, &error);
  assert_non_null(units);
  size_t n = strlen(words);
  uint32_t cp = 0;
  s.doc = (hd_document){.arena = s.arena, .text = {words, n}};
  hd_utf8_decode(words, n, &cp);
  s.doc.lang = hd_cp_is_han(cp) || cp == 0x201c ? HD_LANG_ZH : HD_LANG_EN;
  s.block = (hd_block){.kind = cell ? HD_BLOCK_TABLE : HD_BLOCK_PARAGRAPH,
                       .span = {0, (uint32_t)n},
                       .body = {0, (uint32_t)n},
                       .heading = HD_NONE,
                       .table = HD_NONE};
  s.sentence =
      (hd_sentence){.span = {0, (uint32_t)n}, .cell = cell ? 0 : HD_NONE};
  hd_document *doc = HD_NEW(s.arena, hd_document);
  *doc = s.doc;
  doc->blocks = HD_NEW(s.arena, hd_block);
  *doc->blocks = s.block;
  doc->n_blocks = 1;
  hd_text *text = HD_NEW(s.arena, hd_text);
  text->doc = doc;
  text->sentences = HD_NEW(s.arena, hd_sentence);
  *text->sentences = s.sentence;
  text->n_sentences = 1;
  s.found = hd_quantity_scan(s.arena, text, units, date);
  return s;
}

static inline const char *sample_value(hd_arena *arena, const hd_quantity *q) {
  const char *low = "", *high = "";
  if (sample_is_date(q)) {
    low = sample_day(arena, q->first);
    high = sample_day(arena, q->last);
  } else {
    if (q->low_known && q->low.den)
      low = hd_number_text(arena, q->low);
    if (q->high_known && q->high.den)
      high = hd_number_text(arena, q->high);
  }
  return strcmp(low, high) == 0 ? low
                                : hd_arena_format(arena, "%s..%s", low, high);
}

static inline const char *sample_line(hd_arena *arena, const char *words,
                                      const hd_quantity *q) {
  const char *unit =
      q->unit ? hd_arena_format(arena, "%.*s%s%.*s", (int)q->unit->canonical.n,
                                q->unit->canonical.p, q->per ? "/" : "",
                                q->per ? (int)q->per->canonical.n : 0,
                                q->per ? q->per->canonical.p : "")
              : "";
  bool exact = q->bound == HD_BOUND_EXACT;
  return hd_arena_format(
      arena, "%.*s|%s%s|%s%s%s%s%s", (int)(q->span.end - q->span.off),
      words + q->span.off, hd_kind_name(q->kind), q->impossible ? "!" : "",
      sample_value(arena, q), unit[0] || !exact ? "|" : "", unit,
      exact ? "" : "|", exact ? "" : hd_bound_name(q->bound));
}

/* Compares all quantities of the words with one line. */
static inline void expect_in(const char *words, bool cell, hd_day date,
                             const char *wanted) {
  quantity_sample s = quantity_sample_read(words, cell, date);
  const char *all = "";
  for (size_t i = 0; i < s.found->n; i++)
    all = hd_arena_format(s.arena, "%s%s%s", all, i ? " " : "",
                          sample_line(s.arena, words, &s.found->items[i]));
  if (strcmp(all, wanted) != 0)
    print_error("in: %s\n", words);
  assert_string_equal(all, wanted);
  hd_arena_free(s.arena);
}

static inline void expect(const char *words, const char *wanted) {
  expect_in(words, false, (hd_day){2025, 1, 18}, wanted);
}
#endif
