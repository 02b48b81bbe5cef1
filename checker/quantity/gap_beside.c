/* gap_beside: neighbours of a Chinese word that wants a number, weighed.
 *
 * In: the table zh/gap_weights (side, word or *, weight, neighbours), counted
 * in published text by tests/tools/gap_weights_zh.py. Out: the sum of four
 * weights, of the nearest character on either side (the word's own weight,
 * else that of all words) and of the one behind it. It is naive Bayes: the
 * two sides are taken to be independent of one another. And the table
 * zh/gap_pairs (word, behind): two characters that stand before the word's
 * numbers often, and never before the word itself. */
#include "gap_beside.h"
#include <stdlib.h>

enum { KEY_MOST = 64, ZERO = 0x8000 }; /* weights are kept above ZERO */

struct hd_gap_beside {
  hd_map *of; /* side, word, tab and neighbour, to ZERO and its weight */
};

/* The key of a neighbour; n 0: too long. */
static hd_str key_of(char *key, char side, hd_str word, hd_str neighbour) {
  if (word.n + neighbour.n + 2 > KEY_MOST)
    return (hd_str){key, 0};
  key[0] = side;
  memcpy(key + 1, word.p, word.n);
  key[1 + word.n] = '\t';
  memcpy(key + 2 + word.n, neighbour.p, neighbour.n);
  return (hd_str){key, word.n + neighbour.n + 2};
}

/* ---- loading --------------------------------------------------------------
 */

/* The weight of each of the neighbours, which blanks part. */
static bool add_each(hd_arena *arena, hd_gap_beside *weights, char side,
                     hd_str word, hd_str neighbours, long weight) {
  char key[KEY_MOST];
  while (neighbours.n) {
    const char *blank = memchr(neighbours.p, ' ', neighbours.n);
    hd_str one = {neighbours.p,
                  blank ? (size_t)(blank - neighbours.p) : neighbours.n};
    hd_str k = key_of(key, side, word, one);
    if (!k.n || !one.n)
      return false;
    k.p = hd_arena_copy(arena, k.p, k.n);
    *hd_map_at(weights->of, k, NULL) = (uint32_t)(ZERO + weight);
    neighbours = (hd_str){neighbours.p + one.n, neighbours.n - one.n};
    if (neighbours.n)
      neighbours = (hd_str){neighbours.p + 1, neighbours.n - 1};
  }
  return true;
}

static bool add_row(hd_arena *arena, hd_gap_beside *weights,
                    const hd_row *row) {
  hd_str side = hd_row_field(row, 0), word = hd_row_field(row, 1),
         number = hd_row_field(row, 2), rest = hd_row_field(row, 3);
  char digits[8] = "";
  if ((!hd_str_is(side, "left") && !hd_str_is(side, "right")) || !word.n ||
      !number.n || number.n >= sizeof digits)
    return false;
  memcpy(digits, number.p, number.n);
  char *end;
  long weight = strtol(digits, &end, 10);
  if (*end || weight < -100 || weight > 100)
    return false;
  return add_each(arena, weights, side.p[0], word, rest, weight);
}

/* Two characters before a word, under the side p. */
static bool add_pairs(hd_arena *arena, hd_gap_beside *weights,
                      const hd_row *row) {
  hd_str word = hd_row_field(row, 0), rest = hd_row_field(row, 1);
  return word.n && add_each(arena, weights, 'p', word, rest, 0);
}

hd_gap_beside *hd_gap_beside_read(hd_arena *arena, const hd_lexicon *lexicon,
                                  hd_error *error) {
  hd_gap_beside *weights = HD_NEW(arena, hd_gap_beside);
  weights->of = hd_map_new(arena);
  const hd_table_data *table = hd_lexicon_table(lexicon, "zh/gap_weights");
  for (size_t i = 0; table && i < table->n_rows; i++)
    if (!add_row(arena, weights, &table->rows[i])) {
      *error = (hd_error){.file = table->rows[i].file,
                          .line = table->rows[i].line,
                          .message = "a row is left or right, a word or *, a "
                                     "weight and neighbours"};
      return NULL;
    }
  table = hd_lexicon_table(lexicon, "zh/gap_pairs");
  for (size_t i = 0; table && i < table->n_rows; i++)
    if (!add_pairs(arena, weights, &table->rows[i])) {
      *error = (hd_error){.file = table->rows[i].file,
                          .line = table->rows[i].line,
                          .message = "a row is a word and what stands before "
                                     "its numbers"};
      return NULL;
    }
  return weights;
}

/* ---- weighing --------------------------------------------------------------
 */

/* One or two characters at text's end (side l) or start (side r), the nearer
 * first in the count: digits are 0, letters a, the end of a sentence ^. */
typedef struct {
  char text[10];
  size_t near, all; /* bytes of the nearest, of both */
} beside;

static size_t put_class(char *to, const char *p, size_t n, bool left) {
  char c = n == 1 ? *p : 0;
  bool stop = (c && strchr("!?;", c)) || (n == 3 && memcmp(p, "。", 3) == 0);
  if (c >= '0' && c <= '9')
    *to = '0';
  else if (hd_ascii_is_letter(c))
    *to = 'a';
  else if (stop && left)
    *to = '^';
  else {
    memcpy(to, p, n);
    return n;
  }
  return 1;
}

static beside left_of(hd_str text) {
  beside b = {"^^", 1, 2};
  size_t last = text.n ? hd_utf8_back(text.p, text.n) : 0;
  char near[4] = "^", far[4] = "^";
  size_t n = text.n ? put_class(near, text.p + last, text.n - last, true) : 1;
  size_t m = 1;
  if (last && near[0] != '^') {
    size_t first = hd_utf8_back(text.p, last);
    m = put_class(far, text.p + first, last - first, true);
  }
  memcpy(b.text, far, m);
  memcpy(b.text + m, near, n);
  b.near = n;
  b.all = n + m;
  return b;
}

static beside right_of(hd_str text) {
  beside b = {"$$", 1, 2};
  uint32_t cp;
  size_t n = text.n ? hd_utf8_decode(text.p, text.n, &cp) : 0;
  size_t m = n < text.n ? hd_utf8_decode(text.p + n, text.n - n, &cp) : 0;
  size_t a = n ? put_class(b.text, text.p, n, false) : 1;
  b.text[a] = '$';
  size_t z = m ? put_class(b.text + a, text.p + n, m, false) : 1;
  b.near = a;
  b.all = a + z;
  return b;
}

/* The weight under a key, 0 if it has none; *known: has it one? */
static int find(const hd_gap_beside *weights, char side, hd_str word,
                hd_str neighbour, bool *known) {
  char key[KEY_MOST];
  hd_str k = key_of(key, side, word, neighbour);
  const uint32_t *w = k.n ? hd_map_find(weights->of, k) : NULL;
  *known = w != NULL;
  return w ? (int)*w - ZERO : 0;
}

static int weigh_side(const hd_gap_beside *weights, char side, hd_str word,
                      const beside *b) {
  hd_str any = HD_STR("*");
  bool known;
  hd_str both = {b->text, b->all};
  hd_str near = {side == 'l' ? b->text + b->all - b->near : b->text, b->near};
  int own = find(weights, side, word, near, &known);
  if (!known)
    own = find(weights, side, any, near, &known);
  return own + find(weights, side, any, both, &known);
}

int hd_gap_beside_weight(const hd_gap_beside *weights, hd_str word, hd_str left,
                         hd_str right) {
  while (left.n && left.p[left.n - 1] == ' ')
    left.n--;
  while (right.n && right.p[0] == ' ')
    right = (hd_str){right.p + 1, right.n - 1};
  beside l = left_of(left), r = right_of(right);
  return weigh_side(weights, 'l', word, &l) +
         weigh_side(weights, 'r', word, &r);
}

bool hd_gap_beside_pair(const hd_gap_beside *weights, hd_str word,
                        hd_str left) {
  enum { PAIR = 6 }; /* two ideographs */
  bool known = false;
  while (left.n && left.p[left.n - 1] == ' ')
    left.n--;
  if (left.n >= PAIR)
    find(weights, 'p', word, (hd_str){left.p + left.n - PAIR, PAIR}, &known);
  return known;
}
