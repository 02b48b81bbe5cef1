/* coordination: what stands side by side in a stretch of text.
 *
 * A stretch is cut at the marks that surely part its members: 、 in Chinese,
 * commas in English (with the last "and"), or ; where there is one. Marks in
 * brackets and quotes part nothing. A word like 和 or "and" inside a member
 * may part two more: whoever counts has to count both ways. */
#ifndef HD_COORDINATION_H
#define HD_COORDINATION_H
#include "linker.h"

enum { HD_ITEMS_MOST = 64 };

typedef struct {
  hd_span items[HD_ITEMS_MOST];
  uint32_t n;
  char mark;    /* what parts them: ';', ',' or '\\' for 、; 0: one item */
  bool full;    /* there were more than fit */
  bool open;    /* ends in 等 or etc.: more is not said */
  bool figures; /* a claim stands in one of them */
  bool closed;  /* English: the last is joined by and/or */
} hd_items;

/* Cuts the span at ; where it has one, else at its finer marks. */
void hd_coordination_cut(const hd_linker *l, hd_span span, hd_items *out);
/* Cuts it at every mark: as many members as there can be. */
void hd_coordination_cut_all(const hd_linker *l, hd_span span, hd_items *out);
/* The first comma at depth 0 in span; its end if there is none. */
uint32_t hd_coordination_comma(const hd_linker *l, hd_span span);
/* Is there a literal at off, before end? */
bool hd_coordination_at(const hd_linker *l, uint32_t off, uint32_t end,
                        const char *literal);
/* The end of a bracket or quote that opens at off; off if none opens or it
 * does not close before end. */
uint32_t hd_coordination_skip(const hd_linker *l, uint32_t off, uint32_t end);
/* The length of the first of the words (list ends with NULL) that stands at
 * off, or ends at `off`; 0 if none. */
uint32_t hd_coordination_word(const hd_linker *l, uint32_t off, uint32_t end,
                              const char *const *words);
uint32_t hd_coordination_word_before(const hd_linker *l, uint32_t from,
                                     uint32_t off, const char *const *words);
/* The span without blanks at its ends. */
hd_span hd_coordination_trim(const hd_linker *l, hd_span span);
/* Spans as a link keeps them. */
hd_span *hd_coordination_keep(hd_linker *l, const hd_items *items);
#endif
