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

/* Does the word, which is in lower case, stand at s? */
static bool stands(hd_str s, const char *word) {
  size_t i = 0;
  while (word[i] && i < s.n &&
         (s.p[i] >= 'A' && s.p[i] <= 'Z' ? s.p[i] + 32 : s.p[i]) == word[i])
    i++;
  return !word[i];
}

/* May a word of the table begin with it? */
static bool may_begin(char c) {
  return strchr("itm$(a0", c | (hd_ascii_is_letter(c) ? 0x20 : 0)) ||
         c == "£"[0] || c == "€"[0];
}

/* at: where the words stand in the text of the document, which s is of. */
static int8_t scale_in(const hd_linker *l, hd_str s, bool last, hd_span *at) {
  enum { LOOK = 600 };
  int8_t found = -1;
  if (s.n > LOOK)
    s = last ? (hd_str){s.p + s.n - LOOK, LOOK} : (hd_str){s.p, LOOK};
  size_t best = 0;
  for (size_t i = 0; i + 2 < s.n; i++) {
    if (!may_begin(s.p[i]))
      continue;
    for (size_t k = 0; k < sizeof scales / sizeof *scales; k++)
      if (stands((hd_str){s.p + i, s.n - i}, scales[k].word) &&
          (found < 0 || (last && i > best))) {
        found = scales[k].power;
        best = i;
        at->off = (uint32_t)(s.p + i - l->doc->text.p);
        at->end = at->off + (uint32_t)strlen(scales[k].word);
      }
  }
  return found;
}

/* in thousand|s */
static void take_letters(const hd_document *doc, hd_span *at) {
  while (at->end < doc->text.n && hd_ascii_is_letter(doc->text.p[at->end]))
    at->end++;
}

int8_t hd_row_scale(const hd_linker *l, const hd_grid *g, hd_span *at) {
  const hd_table *t = g->table;
  const hd_document *doc = l->doc;
  for (size_t i = 0; i < t->n_cells && t->cells[i].row <= t->header_rows; i++) {
    int8_t found =
        scale_in(l, hd_document_text(doc, t->cells[i].span), false, at);
    if (found >= 0) {
      take_letters(doc, at);
      return found;
    }
  }
  const uint32_t near[] = {
      t->caption, t->block ? t->block - 1 : HD_NONE,
      t->block + 1 < doc->n_blocks ? t->block + 1 : HD_NONE, 0};
  for (size_t i = 0; i < sizeof near / sizeof *near; i++) {
    if (near[i] == HD_NONE || doc->blocks[near[i]].table != HD_NONE)
      continue;
    hd_str text = hd_document_text(doc, doc->blocks[near[i]].span);
    int8_t found = scale_in(l, text, i == 1, at);
    if (found >= 0) {
      take_letters(doc, at);
      return found;
    }
  }
  return doc->lang == HD_LANG_EN ? -1 : HD_ROW_SCALE_HAN;
}

int hd_row_next_scale(int8_t said, int k) {
  enum { THOUSANDS = 3, MYRIADS = 4 };
  if (said == HD_ROW_SCALE_HAN)
    return k < 2 * MYRIADS ? k + MYRIADS : -1;
  if (said < 0)
    return k < 3 * THOUSANDS ? k + THOUSANDS : -1;
  return k < said ? said : -1;
}

double hd_row_power(int k) {
  double x = 1;
  for (; k > 0; k--)
    x *= 10;
  return x;
}
