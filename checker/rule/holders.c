/* holders: which sentences of a document hold a word of each set that patterns
 * need (needed.c).
 *
 * A rule asks for few of the sets, of every sentence. So the bits of one set
 * lie side by side, 64 sentences a word of the machine: a rule reads its own
 * sets from one end to the other, and in a text of 16 MB these are some ten
 * kilobytes each. When the bits of one sentence lay side by side, every rule
 * went through ten megabytes. */
#include "host.h"

/* What was found in the 64 sentences from `word` on, which is nothing then. */
static void keep(hd_arena *arena, hd_holders *h, const hd_needed *needed,
                 hd_found *found, size_t word) {
  const hd_needed_tables *t = &needed->tables;
  for (; found->n_held > 0; found->n_held--) {
    uint32_t held = found->held[found->n_held - 1];
    for (uint32_t i = t->words[held].first; i; i = t->members[i].next) {
      uint64_t **of_set = &h->of_set[t->members[i].bit];
      if (!*of_set)
        *of_set = hd_arena_alloc(arena, h->n * sizeof **of_set);
      (*of_set)[word] |= found->of_word[held];
    }
    found->of_word[held] = 0;
  }
}

hd_holders *hd_holders_read(hd_arena *arena, const hd_needed *needed,
                            hd_found *found, const hd_text *text) {
  hd_holders *h = HD_NEW(arena, hd_holders);
  h->n_sentences = text->n_sentences;
  h->n = (text->n_sentences + 63) / 64;
  for (size_t word = 0; word < h->n; word++) {
    for (size_t i = word * 64; i < h->n_sentences && i < word * 64 + 64; i++)
      hd_needed_find(needed,
                     hd_document_text(text->doc, text->sentences[i].span),
                     (uint64_t)1 << i % 64, found);
    keep(arena, h, needed, found, word);
  }
  return h;
}

bool hd_holders_any(const hd_holders *h, const hd_pattern *p) {
  for (size_t k = 0; k < p->n_needs; k++)
    if (!h->of_set[p->needs[k]])
      return false;
  return true;
}

uint64_t hd_holders_of(const hd_holders *h, const hd_pattern *p, size_t word) {
  size_t left = h->n_sentences - word * 64;
  uint64_t bits = left < 64 ? ((uint64_t)1 << left) - 1 : UINT64_MAX;
  for (size_t k = 0; k < p->n_needs; k++)
    bits &= h->of_set[p->needs[k]][word];
  return bits;
}
