/* link_sample: a text read up to its links, for tests of text and link. */
#ifndef HD_LINK_SAMPLE_H
#define HD_LINK_SAMPLE_H
#include "checker/link/link.h"
#include <assert.h>
#include <stdio.h>

typedef struct {
  hd_arena *arena;
  const hd_document *doc;
  const hd_text *text;
  const hd_quantities *quantities;
  const hd_links *links;
} link_sample;

/* Reads the text as Markdown. */
static inline link_sample link_sample_read(const char *text) {
  link_sample s = {.arena = hd_arena_new()};
  hd_error error = {0};
  hd_source source;
  hd_lexicon *lexicon = hd_lexicon_open(s.arena, NULL, 0, &error);
  assert(lexicon);
  hd_vocabulary *vocabulary = hd_vocabulary_new(s.arena, lexicon, &error);
  hd_units *units = hd_units_new(s.arena, lexicon, &error);
  assert(vocabulary && units);
  bool read = hd_source_decode(s.arena, "sample.md", hd_str_of(text), NULL,
                               &source, &error);
  assert(read);
  (void)read;
  s.doc = hd_document_read(s.arena, &source);
  s.text = hd_text_read(s.arena, s.doc, vocabulary);
  s.quantities = hd_quantity_scan(s.arena, s.text, units, (hd_day){0});
  const hd_claims *claims = hd_claim_read(s.arena, s.quantities, vocabulary);
  s.links = hd_link_build(s.arena, &claims, 1);
  return s;
}

/* The n-th link of the kind, or NULL. */
static inline const hd_link *link_sample_find(const link_sample *s,
                                              hd_link_kind kind, size_t n) {
  for (size_t i = 0; i < s->links->n; i++)
    if (s->links->items[i].kind == kind && n-- == 0)
      return &s->links->items[i];
  return NULL;
}

/* The names of a link joined by |, in the sample's arena. */
static inline const char *link_sample_names(const link_sample *s,
                                            const hd_link *link) {
  const char *all = "";
  for (uint32_t i = 0; i < link->n_names; i++) {
    hd_str name = hd_document_text(s->doc, link->names[i]);
    all = hd_arena_format(s->arena, "%s%s%.*s", all, i ? "|" : "", (int)name.n,
                          name.p);
  }
  return all;
}
#endif
