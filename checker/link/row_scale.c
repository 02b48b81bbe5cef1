/* row_scale: in thousands, in millions: what the words around a table say of
 * its figures.
 *
 * In: a table with its header, its caption, the block before and the block
 * behind it, and the head of the document. Out: the power of ten. The nearest
 * word counts; at most LOOK bytes of a block are read. */
#include "row_figures.h"

static const struct {
  const char *word;
  int8_t power;
} scales[] = {{"in thousand", 3},  {"in million", 6},  {"in billion", 9},
              {"thousands of", 3}, {"millions of", 6}, {"$ million", 6},
              {"$000", 3},         {"$'000", 3},       {"in 000", 3},
              {"($ thousand", 3},  {"$m", 6},          {"amounts in m", 6},
              {"£m", 6},           {"€m", 6},          {"(millions", 6},
              {"(thousands", 3},   {"€ million", 6},   {"£ million", 6},
              {"000s", 3}};

static int8_t scale_in(hd_str s, bool last) {
  enum { LOOK = 600 };
  int8_t found = -1;
  if (s.n > LOOK)
    s = last ? (hd_str){s.p + s.n - LOOK, LOOK} : (hd_str){s.p, LOOK};
  size_t best = 0;
  for (size_t i = 0; i + 2 < s.n; i++)
    for (size_t k = 0; k < sizeof scales / sizeof *scales; k++) {
      hd_str word = hd_str_of(scales[k].word);
      size_t n = 0;
      while (n < word.n && i + n < s.n &&
             (s.p[i + n] >= 'A' && s.p[i + n] <= 'Z' ? s.p[i + n] + 32
                                                     : s.p[i + n]) == word.p[n])
        n++;
      if (n == word.n && (found < 0 || (last && i > best))) {
        found = scales[k].power;
        best = i;
      }
    }
  return found;
}

int8_t hd_row_scale(const hd_linker *l, const hd_grid *g) {
  const hd_table *t = g->table;
  const hd_document *doc = l->doc;
  for (size_t i = 0; i < t->n_cells && t->cells[i].row <= t->header_rows; i++) {
    int8_t found = scale_in(hd_document_text(doc, t->cells[i].span), false);
    if (found >= 0)
      return found;
  }
  const uint32_t near[] = {
      t->caption, t->block ? t->block - 1 : HD_NONE,
      t->block + 1 < doc->n_blocks ? t->block + 1 : HD_NONE, 0};
  for (size_t i = 0; i < sizeof near / sizeof *near; i++) {
    if (near[i] == HD_NONE || doc->blocks[near[i]].table != HD_NONE)
      continue;
    int8_t found =
        scale_in(hd_document_text(doc, doc->blocks[near[i]].span), i == 1);
    if (found >= 0)
      return found;
  }
  return -1;
}

int hd_row_next_scale(int8_t said, int k) {
  if (said < 0)
    return k < 9 ? k + 3 : -1;
  return k < said ? said : -1;
}

double hd_row_power(int k) {
  double x = 1;
  for (; k > 0; k--)
    x *= 10;
  return x;
}
