/* holders: which sentences of a document hold a word of each set that patterns
 * need (needed.c).
 *
 * A rule asks for few of the sets, of every sentence. So the bits of one set
 * lie side by side, 64 sentences a word of the machine: a rule reads its own
 * sets from one end to the other, and in a text of 16 MB these are some ten
 * kilobytes each. When the bits of one sentence lay side by side, every rule
 * went through ten megabytes. */
#include "host.h"

/* Of 64 sentences from `word` on, by set. */
typedef struct {
  uint64_t bits[HD_NEED_BITS];
} batch;

static void enter(batch *all, const hd_held *held, size_t sentence) {
  for (size_t k = 0; k < HD_NEED_BITS / 64; k++)
    for (uint64_t bits = held->bits[k]; bits; bits &= bits - 1)
      all->bits[k * 64 + (size_t)__builtin_ctzll(bits)] |= (uint64_t)1
                                                           << sentence % 64;
}

static void keep(hd_arena *arena, hd_holders *h, const batch *all,
                 size_t word) {
  for (size_t set = 0; set < HD_NEED_BITS; set++) {
    if (!all->bits[set])
      continue;
    if (!h->of_set[set])
      h->of_set[set] = hd_arena_alloc(arena, h->n * sizeof *h->of_set[set]);
    h->of_set[set][word] = all->bits[set];
  }
}

hd_holders *hd_holders_read(hd_arena *arena, const hd_needed *needed,
                            const hd_text *text) {
  hd_holders *h = HD_NEW(arena, hd_holders);
  h->n_sentences = text->n_sentences;
  h->n = (text->n_sentences + 63) / 64;
  for (size_t word = 0; word < h->n; word++) {
    batch all = {{0}};
    for (size_t i = word * 64; i < h->n_sentences && i < word * 64 + 64; i++) {
      hd_str s = hd_document_text(text->doc, text->sentences[i].span);
      const hd_held held = hd_needed_find(needed, s);
      enter(&all, &held, i);
    }
    keep(arena, h, &all, word);
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
