/* fuzz: what the drivers of libFuzzer share. A driver is one file that defines
 * LLVMFuzzerTestOneInput; `make fuzz` links it with libFuzzer, `make check`
 * with replay.c, which runs it over the inputs that once broke something
 * (tests/fuzz/crashers/NAME). */
#ifndef HD_FUZZ_H
#define HD_FUZZ_H
#include "checker/document/document.h"
#include "checker/input/layout.h"
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* Ends the process where what must hold does not. */
static inline void fuzz_require(bool good, const char *what) {
  if (good)
    return;
  fprintf(stderr, "does not hold: %s\n", what);
  abort();
}

/* Each stretch of the map begins in the source, and each offset has a place. */
static inline void fuzz_check_map(const hd_document *doc) {
  enum { STEP = 13 };
  for (size_t i = 0; i < doc->n_segments; i++) {
    const hd_segment *s = &doc->segments[i];
    fuzz_require(s->source <= doc->source.bytes.n &&
                     (i == 0 || s->off > s[-1].off),
                 "the map is in order");
  }
  for (uint32_t off = 0; off < doc->text.n; off += STEP) {
    hd_position at = hd_document_position(doc, off);
    fuzz_require(at.line > 0 && at.column > 0, "an offset has a place");
    hd_document_place(doc, doc->arena, off);
    hd_document_location(doc, doc->arena, off, HD_LANG_ZH);
  }
}

/* Spans lie in the text, in order; each place is one of the source. */
static inline void fuzz_check_document(const hd_document *doc) {
  fuzz_require(hd_utf8_invalid(doc->text.p, doc->text.n) == doc->text.n,
               "the text is UTF-8");
  fuzz_check_map(doc);
  uint32_t last = 0;
  for (size_t i = 0; i < doc->n_blocks; i++) {
    hd_span s = doc->blocks[i].span;
    fuzz_require(s.off >= last && s.end >= s.off && s.end <= doc->text.n,
                 "blocks are in order");
    hd_position at = hd_document_position(doc, s.off);
    fuzz_require(at.line > 0 && at.column > 0 &&
                     at.source <= doc->source.bytes.n,
                 "a block has a place");
    last = s.end;
  }
  for (size_t t = 0; t < doc->n_tables; t++)
    for (size_t i = 0; i < doc->tables[t].n_cells; i++) {
      const hd_cell *c = &doc->tables[t].cells[i];
      fuzz_require(c->span.end >= c->span.off && c->span.end <= doc->text.n,
                   "a cell lies in the text");
      fuzz_require(c->row + c->rowspan <= doc->tables[t].rows &&
                       c->column + c->colspan <= doc->tables[t].columns,
                   "a cell lies in its table");
    }
  if (doc->source.layout) {
    size_t lines = 0;
    for (size_t i = 0; i < doc->source.bytes.n; i++)
      lines += doc->source.bytes.p[i] == '\n';
    fuzz_require(lines == doc->source.layout->n, "a line has its layout");
  }
}

/* Reads the bytes as a file of this name, up to blocks. */
static inline void fuzz_read(const char *name, const uint8_t *data, size_t n,
                             const hd_source_options *options) {
  hd_arena *arena = hd_arena_new();
  hd_source source;
  hd_error error = {0};
  hd_str bytes = {(const char *)data, n};
  if (hd_source_decode(arena, name, bytes, options, &source, &error))
    fuzz_check_document(hd_document_read(arena, &source));
  else
    fuzz_require(error.message && *error.message, "an error has a sentence");
  hd_arena_free(arena);
}
#endif
