/* A document from a string, for the tests of checker/document. */
#ifndef HD_DOCUMENT_SAMPLE_H
#define HD_DOCUMENT_SAMPLE_H
#include "checker/document/document.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

/* name tells the format: "a.txt", "a.md". Freed with its arena. */
static inline hd_document *sample(const char *name, const char *text) {
  hd_arena *arena = hd_arena_new();
  hd_source source;
  hd_error error = {0};
  assert_true(
      hd_source_decode(arena, name, hd_str_of(text), NULL, &source, &error));
  return hd_document_read(arena, &source);
}

static inline void drop(hd_document *doc) { hd_arena_free(doc->arena); }

static inline void expect_str(hd_str got, const char *wanted) {
  if (hd_str_is(got, wanted))
    return;
  fail_msg("“%.*s” instead of “%s”", (int)got.n, got.p, wanted);
}

/* The whole text of block i is this. */
static inline void expect_block(const hd_document *doc, size_t i,
                                hd_block_kind kind, const char *text) {
  assert_true(i < doc->n_blocks);
  expect_str(hd_document_text(doc, doc->blocks[i].span), text);
  assert_int_equal(doc->blocks[i].kind, kind);
}

/* Offset of the nth (1-based) `needle` in the text. */
static inline uint32_t find(const hd_document *doc, const char *needle,
                            int nth) {
  size_t at = 0;
  for (;; at++) {
    size_t found = hd_str_find((hd_str){doc->text.p + at, doc->text.n - at},
                               hd_str_of(needle));
    if (found == (size_t)-1) {
      fail_msg("no “%s”", needle);
      return 0;
    }
    at += found;
    if (--nth == 0)
      return (uint32_t)at;
  }
}

static inline void expect_position(const hd_document *doc, const char *needle,
                                   uint32_t line, uint32_t column) {
  hd_position at = hd_document_position(doc, find(doc, needle, 1));
  assert_int_equal(at.line, line);
  assert_int_equal(at.column, column);
}

/* The text of the cell at row and column (0-based) of the first table, "" if
 * there is none. */
static inline hd_str cell(const hd_document *doc, uint32_t row,
                          uint32_t column) {
  const hd_table *t = &doc->tables[0];
  for (size_t i = 0; i < t->n_cells; i++)
    if (t->cells[i].row == row && t->cells[i].column == column)
      return hd_document_text(doc, t->cells[i].span);
  return (hd_str){"", 0};
}
#endif
