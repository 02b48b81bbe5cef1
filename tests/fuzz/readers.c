/* Fuzz driver (libFuzzer) of the readers that work on their own source.
 *
 * The first byte chooses a page, CSV, Markdown or text; the rest is the file.
 * Whatever it is, it makes a document whose text is valid UTF-8, whose blocks
 * are in order, whose cells lie in their tables and whose places lie in the
 * source. It needs the stages base, input and document. */
#include "checker/document/document.h"
#include <stdlib.h>

static void expect(bool good) {
  if (!good)
    abort();
}

static void check_table(const hd_document *doc, const hd_table *t) {
  hd_span all = doc->blocks[t->block].span;
  for (size_t i = 0; i < t->n_cells; i++) {
    const hd_cell *c = &t->cells[i];
    expect(c->span.off >= all.off && c->span.end <= all.end);
    expect(c->row + c->rowspan <= t->rows);
    expect(c->column + c->colspan <= t->columns);
    expect(i == 0 || c->row > c[-1].row ||
           (c->row == c[-1].row && c->column >= c[-1].column + c[-1].colspan));
  }
}

static void check_places(const hd_document *doc, hd_arena *arena) {
  enum { STEP = 13 };
  uint32_t last = 0;
  for (size_t i = 0; i < doc->n_segments; i++) {
    expect(i == 0 || doc->segments[i].off > last);
    expect(doc->segments[i].source <= doc->source.bytes.n);
    last = doc->segments[i].off;
  }
  for (uint32_t off = 0; off < doc->text.n; off += STEP) {
    hd_position at = hd_document_position(doc, off);
    expect(at.line > 0 && at.column > 0 && at.source <= doc->source.bytes.n);
    hd_document_place(doc, arena, off);
    hd_document_location(doc, arena, off, HD_LANG_ZH);
  }
}

static void check(const hd_document *doc, hd_arena *arena) {
  uint32_t end = 0;
  expect(hd_utf8_invalid(doc->text.p, doc->text.n) == doc->text.n);
  for (uint32_t i = 0; i < doc->n_blocks; i++) {
    const hd_block *b = &doc->blocks[i];
    expect(b->span.off >= end && b->span.end >= b->span.off);
    expect(b->span.end <= doc->text.n);
    end = b->span.end;
  }
  for (size_t i = 0; i < doc->n_tables; i++)
    check_table(doc, &doc->tables[i]);
  check_places(doc, arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
  static const char *const names[] = {"a.html", "a.csv", "a.md", "a.txt"};
  if (n == 0)
    return 0;
  hd_arena *arena = hd_arena_new();
  hd_source source;
  hd_error error = {0};
  hd_str bytes = {(const char *)data + 1, n - 1};
  if (hd_source_decode(arena, names[data[0] % 4], bytes, NULL, &source, &error))
    check(hd_document_read(arena, &source), arena);
  else
    expect(error.message != NULL);
  hd_arena_free(arena);
  return 0;
}
