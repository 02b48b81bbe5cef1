/* gap_words: the lexicon of the gap search, and cuts into Chinese words.
 *
 * In: tables zh/gap, en/gap (word, roles) and zh/compounds (head, self, one,
 * two, three; tests/tools/compounds.py says how it is made). Out: roles of
 * words, and how much a piece of text wants to be a word of its own: the
 * cheapest cut of its neighbourhood in which it is one against the cheapest
 * in which it is inside longer words. A cut costs the sum of its words' costs
 * (half units of the negative logarithm of their frequency), as in any
 * unigram model. Invariant: cells of zh/compounds are checked once, here;
 * look-ups trust their width and order. */
#include "gap_frame.h"
#include "gap_pairs.h"
#include "gap_weights.h"

enum { AROUND = 6, RUN = 2 * AROUND + 8, UNKNOWN = 30, HAN = GAP_HAN_BYTES };

static const struct {
  const char *name;
  uint32_t role;
} role_names[] = {
    {"unit", GAP_UNIT},       {"measure", GAP_MEASURE},
    {"share", GAP_SHARE},     {"classifier", GAP_CLASSIFIER},
    {"weak", GAP_WEAK},       {"date", GAP_DATE},
    {"about", GAP_ABOUT},     {"scale", GAP_SCALE},
    {"left", GAP_LEFT},       {"function", GAP_FUNCTION},
    {"closing", GAP_CLOSING}, {"scope", GAP_SCOPE},
    {"cue", GAP_CUE},         {"total", GAP_TOTAL},
    {"loose", GAP_LOOSE},     {"verge", GAP_VERGE},
    {"reach", GAP_REACH},     {"beyond", GAP_BEYOND},
    {"ordinal", GAP_ORDINAL}, {"nth", GAP_NTH},
    {"count", GAP_COUNT},     {"direct", GAP_DIRECT},
    {"suffix", GAP_SUFFIX},   {"event", GAP_EVENT},
    {"round", GAP_ROUND},     {"traditional", GAP_TRADITIONAL},
    {"label", GAP_LABEL},     {"instead", GAP_INSTEAD},
    {"weigher", GAP_WEIGHER}, {"term", GAP_TERM},
    {"casual", GAP_CASUAL},   {"thing", GAP_THING},
};

/* U+4E00 to U+9FFF is E4 B8 80 to E9 BF BF. */
static bool is_ideograph(const char *p, size_t n) {
  const unsigned char *u = (const unsigned char *)p;
  return n >= HAN && (u[0] == 0xE4 ? u[1] >= 0xB8 : u[0] > 0xE4 && u[0] < 0xEA);
}

/* ---- loading ------------------------------------------------------------- */

static bool fail(const hd_row *row, const char *message, hd_error *error) {
  *error = (hd_error){.file = row->file, .line = row->line, .message = message};
  return false;
}

/* The roles named in a field, blanks between them; 0 if one is unknown. */
static uint32_t roles_of(hd_str field) {
  uint32_t roles = 0;
  while (field.n) {
    const char *blank = memchr(field.p, ' ', field.n);
    size_t n = blank ? (size_t)(blank - field.p) : field.n;
    uint32_t role = 0;
    for (size_t i = 0; i < sizeof role_names / sizeof *role_names; i++)
      if (hd_str_is((hd_str){field.p, n}, role_names[i].name))
        role = role_names[i].role;
    if (!role)
      return 0;
    roles |= role;
    n += blank != NULL;
    field = (hd_str){field.p + n, field.n - n};
  }
  return roles;
}

/* Notes where a word that wants a number begins. */
static void add_start(hd_gap_words *words, hd_str word, uint32_t roles) {
  uint32_t first;
  hd_utf8_decode(word.p, word.n, &first);
  if (first < 0x10000 && roles & GAP_STARTS)
    words->head[first / 64] |= (uint64_t)1 << first % 64;
}

static void add_reversed(hd_trie *trie, hd_str word, uint32_t roles) {
  char reversed[GAP_WORD_MOST];
  size_t n = 0;
  for (size_t at, end = word.n; end > 0; end = at) {
    at = hd_utf8_back(word.p, end);
    memcpy(reversed + n, word.p + at, end - at);
    n += end - at;
  }
  hd_trie_add(trie, (hd_str){reversed, n}, roles);
}

/* Has English words that begin so looked at. */
static void add_run(void *closure, hd_str word) {
  hd_gap_words *words = closure;
  size_t letters;
  uint32_t run = hd_ascii_run(word.p, word.n, &letters);
  if (letters)
    words->runs[run / 8] |= (uint8_t)(1 << run % 8);
}

static bool add_roles(hd_gap_words *words, const hd_table_data *table,
                      hd_error *error) {
  for (size_t i = 0; table && i < table->n_rows; i++) {
    const hd_row *row = &table->rows[i];
    uint32_t roles = roles_of(hd_row_field(row, 1));
    if (!roles || row->fields[0].n > GAP_WORD_MOST)
      return fail(row,
                  "the roles are no roles of gap words, or the word is "
                  "too long",
                  error);
    *hd_map_at(words->roles, row->fields[0], NULL) |= roles;
    add_start(words, row->fields[0], roles);
    hd_trie_add(words->forward, row->fields[0], roles);
    add_reversed(words->backward, row->fields[0], roles);
    if (roles & (GAP_SCALE | GAP_MEASURE | GAP_SHARE | GAP_TOTAL))
      add_run(words, row->fields[0]);
  }
  return true;
}

bool hd_gap_is_cell(hd_str cell, size_t n) {
  size_t width = n * HAN + 1;
  if (cell.n % width)
    return false;
  for (size_t i = 0; i < cell.n; i += width) {
    char cost = cell.p[i + width - 1];
    for (size_t k = 0; k < width - 1; k += HAN)
      if (!is_ideograph(cell.p + i + k, HAN))
        return false;
    if (cost < 'a' || cost > 'z')
      return false;
    if (i && memcmp(cell.p + i - width, cell.p + i, width - 1) >= 0)
      return false;
  }
  return true;
}

/* Is it a file of the program itself? Its cells are checked by a test. */
static bool is_embedded(const char *file) {
  for (size_t i = 0; i < hd_embedded_count; i++)
    if (strcmp(file, hd_embedded_files[i].name) == 0)
      return true;
  return false;
}

static bool check_cells(const hd_row *row, hd_error *error) {
  for (size_t n = 1; n <= 3; n++)
    if (!hd_gap_is_cell(row->fields[1 + n], n))
      return fail(row, "a cell is no sorted list of rests with their costs",
                  error);
  return true;
}

/* A row whose key is one character is a head; a longer key is one word. */
static bool add_compound(hd_gap_words *words, size_t i, bool trusted,
                         hd_error *error) {
  const hd_row *row = &words->compounds->rows[i];
  hd_str key = row->fields[0], self = row->fields[1];
  uint32_t cp;
  if (self.n != 1 || self.p[0] < 'a' || self.p[0] > 'z')
    return fail(row, "the cost of a word is a letter from a to z", error);
  if (hd_utf8_decode(key.p, key.n, &cp) < key.n) {
    words->has_own = true;
    *hd_map_at(words->own, key, NULL) = (uint32_t)(self.p[0] - 'a' + 1);
    return true;
  }
  if (!trusted && !check_cells(row, error))
    return false;
  if (cp >= GAP_HAN_FIRST && cp <= GAP_HAN_LAST && i < UINT16_MAX) {
    words->row_of[cp - GAP_HAN_FIRST] = (uint16_t)(i + 1);
    words->single[cp - GAP_HAN_FIRST] = self.p[0];
  }
  return true;
}

/* How many rests of one character the rows have, or more. */
enum { LONGEST_COMPOUND = 4 /* ideographs */ };
static size_t count_pairs(const hd_table_data *table) {
  size_t n = 0;
  for (size_t i = 0; i < table->n_rows; i++)
    n += table->rows[i].fields[2].n / (HAN + 1) + 1;
  return n;
}

/* The words of a head and the rests of `more` ideographs in the cell. */
static void note_longer(hd_gap_words *words, hd_str cell, const char *head,
                        size_t more) {
  char word[3 * HAN];
  memcpy(word, head, HAN);
  for (size_t at = 0; at + more * HAN < cell.n; at += more * HAN + 1) {
    memcpy(word + HAN, cell.p + at, 2 * HAN);
    hd_gap_pairs_note(words->pairs, word);
  }
}

/* All words of two characters: those of the heads, and over them those with a
 * row of their own. */
static void add_pairs(hd_arena *arena, hd_gap_words *words) {
  const hd_table_data *table = words->compounds;
  words->pairs = hd_gap_pairs_new(arena, count_pairs(table));
  for (uint32_t cp = GAP_HAN_FIRST; cp <= GAP_HAN_LAST; cp++) {
    uint16_t row = words->row_of[cp - GAP_HAN_FIRST];
    hd_str cell = row ? table->rows[row - 1].fields[2] : (hd_str){0};
    char pair[2 * HAN];
    hd_utf8_encode(cp, pair);
    for (size_t at = 0; at + HAN < cell.n; at += HAN + 1) {
      memcpy(pair + HAN, cell.p + at, HAN);
      hd_gap_pairs_put(words->pairs, pair, cell.p[at + HAN]);
    }
    for (size_t n = 3; row && n <= LONGEST_COMPOUND; n++)
      note_longer(words, table->rows[row - 1].fields[n], pair, n - 1);
  }
  for (size_t i = 0; words->has_own && i < table->n_rows; i++) {
    hd_str key = table->rows[i].fields[0];
    if (key.n == 2 * HAN && is_ideograph(key.p, HAN) &&
        is_ideograph(key.p + HAN, HAN))
      hd_gap_pairs_put(words->pairs, key.p, table->rows[i].fields[1].p[0]);
  }
}

hd_gap_words *hd_gap_words_new(hd_arena *arena, const hd_lexicon *lexicon,
                               hd_error *error) {
  hd_gap_words *words = HD_NEW(arena, hd_gap_words);
  words->roles = hd_map_new(arena);
  words->forward = hd_trie_new(arena);
  words->backward = hd_trie_new(arena);
  if (!add_roles(words, hd_lexicon_table(lexicon, "zh/gap"), error) ||
      !add_roles(words, hd_lexicon_table(lexicon, "en/gap"), error))
    return NULL;
  words->frames = hd_gap_frames_read(arena, lexicon, error);
  words->beside = hd_gap_beside_read(arena, lexicon, error);
  if (!words->frames || !words->beside)
    return NULL;
  words->weights = hd_gap_weights_read(arena, lexicon, error);
  if (!words->weights)
    return NULL;
  hd_gap_frames_each(words->frames, add_run, words);
  hd_trie_seal(words->forward);
  hd_trie_seal(words->backward);
  const hd_table_data *table = hd_lexicon_table(lexicon, "zh/compounds");
  if (!table || table->n_columns < 5)
    return words;
  words->compounds = table;
  words->own = hd_map_new(arena);
  const char *file = NULL;
  bool trusted = false;
  for (size_t i = 0; i < table->n_rows; i++) {
    if (table->rows[i].file != file)
      trusted = is_embedded(table->rows[i].file);
    file = table->rows[i].file;
    if (!add_compound(words, i, trusted, error))
      return NULL;
  }
  add_pairs(arena, words);
  return words;
}

/* ---- roles --------------------------------------------------------------- */

uint32_t hd_gap_roles(const hd_gap_words *words, hd_str word) {
  const uint32_t *roles = hd_map_find(words->roles, word);
  return roles ? *roles : 0;
}

static uint32_t roles_in(const hd_match *m) {
  uint32_t roles = 0;
  for (size_t i = 0; i < m->n_values; i++)
    roles |= m->values[i];
  return roles;
}

uint32_t hd_gap_roles_at(const hd_gap_words *words, hd_str s, size_t *used) {
  hd_match m;
  *used = 0;
  if (!hd_trie_longest(words->forward, s.p, s.n, &m))
    return 0;
  *used = m.n;
  return roles_in(&m);
}

uint32_t hd_gap_roles_before(const hd_gap_words *words, hd_str s) {
  enum { MOST = 8 };
  hd_match m[MOST];
  uint32_t roles = 0;
  size_t n =
      hd_trie_back(words->backward, s.p, (hd_span){0, (uint32_t)s.n}, m, MOST);
  for (size_t i = 0; i < n; i++)
    roles |= roles_in(&m[i]);
  return roles;
}

/* ---- costs --------------------------------------------------------------- */

/* As memcmp, of n ideographs. */
static int order_of(const char *a, const char *b, size_t n) {
  for (size_t i = 0; i < n * HAN; i += HAN) {
    uint32_t x = hd_utf8_three((const unsigned char *)a + i);
    uint32_t y = hd_utf8_three((const unsigned char *)b + i);
    if (x != y)
      return x < y ? -1 : 1;
  }
  return 0;
}

/* The cost of the rest in a cell of rests of its length; -1: not there. */
static int cost_in(hd_str cell, hd_str rest) {
  size_t width = rest.n + 1, low = 0, high = cell.n / width;
  while (low < high) {
    size_t mid = (low + high) / 2;
    int order = order_of(cell.p + mid * width, rest.p, rest.n / HAN);
    if (order == 0)
      return cell.p[mid * width + rest.n] - 'a';
    if (order < 0)
      low = mid + 1;
    else
      high = mid;
  }
  return -1;
}

/* The cost of a word of n ideographs; -1 if it is no known word. A single
 * character is always a word. */
static int cost_of(const hd_gap_words *words, const char *p, size_t n) {
  enum { BASE = 12 }; /* `a` is 6 */
  if (n == 2 && words->pairs) {
    char cost = hd_gap_pairs_cost(words->pairs, p);
    return cost ? BASE + cost - 'a' : -1;
  }
  uint32_t cp = hd_utf8_three((const unsigned char *)p);
  if (n == 1) {
    char single = words->single[cp - GAP_HAN_FIRST];
    return BASE + (single ? single - 'a' : UNKNOWN);
  }
  uint16_t at = words->row_of[cp - GAP_HAN_FIRST];
  if (words->pairs && !words->has_own && !hd_gap_pairs_may(words->pairs, p))
    return -1;
  if (words->has_own) {
    const uint32_t *own = hd_map_find(words->own, (hd_str){p, n * HAN});
    if (own)
      return BASE + (int)*own - 1;
  }
  if (!at)
    return -1;
  const hd_row *row = &words->compounds->rows[at - 1];
  int cost = cost_in(row->fields[n], (hd_str){p + HAN, (n - 1) * HAN});
  return cost < 0 ? -1 : BASE + cost;
}

/* ---- cuts ---------------------------------------------------------------- */

typedef struct {
  int cost[RUN + 1];
  uint8_t length[RUN + 1]; /* of the word that ends here in the cheapest cut */
} cut;

/* Cuts n ideographs at p with no boundary at `barred` (n + 1: no such). */
static void cut_run(const hd_gap_words *words, const char *p, size_t n,
                    size_t barred, cut *c) {
  c->cost[0] = barred == 0 ? HD_GAP_SURE : 0;
  for (size_t end = 1; end <= n; end++) {
    c->cost[end] = HD_GAP_SURE;
    c->length[end] = 1;
    for (size_t k = 1; end != barred && k <= 4 && k <= end; k++) {
      int before = c->cost[end - k];
      int cost =
          before >= HD_GAP_SURE ? -1 : cost_of(words, p + (end - k) * HAN, k);
      if (cost < 0 || before + cost >= c->cost[end])
        continue;
      c->cost[end] = before + cost;
      c->length[end] = (uint8_t)k;
    }
  }
}

/* The cost of the two ideographs at off; HD_GAP_SURE where they are none or
 * no word. */
static int cost_of_pair(const hd_gap_words *words, hd_str s, size_t off) {
  if (off + 2 * HAN > s.n || !is_ideograph(s.p + off, HAN) ||
      !is_ideograph(s.p + off + HAN, HAN))
    return HD_GAP_SURE;
  int cost = cost_of(words, s.p + off, 2);
  return cost < 0 ? HD_GAP_SURE : cost;
}

bool hd_gap_bound(const hd_gap_words *words, hd_str s, size_t at) {
  if (at < HAN || at >= s.n)
    return false;
  int across = cost_of_pair(words, s, at - HAN);
  if (across >= HD_GAP_SURE)
    return false;
  int before =
      at >= 2 * HAN ? cost_of_pair(words, s, at - 2 * HAN) : HD_GAP_SURE;
  return across < before && across < cost_of_pair(words, s, at);
}

bool hd_gap_is_split(const hd_gap_words *words, hd_str s, size_t left,
                     size_t right) {
  char pair[2 * HAN];
  if (left < HAN || right + HAN > s.n)
    return false;
  memcpy(pair, s.p + left - HAN, HAN);
  memcpy(pair + HAN, s.p + right, HAN);
  return cost_of_pair(words, (hd_str){pair, sizeof pair}, 0) < HD_GAP_SURE;
}

/* The word before the piece, and whether it may be an unknown one: single
 * characters that are no particles. */
static void look_left(const hd_gap_words *words, const char *p, size_t n,
                      const cut *c, hd_gap_stand *stand) {
  stand->left = n ? c->length[n] : 0;
  size_t single = 0;
  while (n && c->length[n] == 1) {
    hd_str one = {p + (n - 1) * HAN, HAN};
    if (hd_gap_roles(words, one) & GAP_FUNCTION)
      break;
    single++;
    n--;
  }
  stand->left_unknown = single >= 2;
  stand->left_derived = single == 1 && n && c->length[n] >= 2;
}

/* The length of the first word of the cheapest cut. */
static uint32_t first_word(const cut *c, size_t n) {
  uint32_t length = 0;
  while (n) {
    length = c->length[n];
    n -= length;
  }
  return length;
}

/* The cheapest cut that does not keep [from, to) as words of its own. */
static int cost_inside(const hd_gap_words *words, const char *p, size_t n,
                       hd_span piece) {
  cut c;
  int best = HD_GAP_SURE;
  for (int i = 0; i < 2; i++) {
    cut_run(words, p, n, i ? piece.end : piece.off, &c);
    if (c.cost[n] < best)
      best = c.cost[n];
  }
  return best;
}

/* One to four ideographs and nothing else: the unit 万‰ is none. */
static bool is_han_word(hd_str s, hd_span piece) {
  size_t off = piece.off;
  while (off < piece.end && is_ideograph(s.p + off, piece.end - off))
    off += HAN;
  return off == piece.end && off > piece.off && off <= piece.off + 4 * HAN;
}

hd_gap_stand hd_gap_stands(const hd_gap_words *words, hd_str s, hd_span piece) {
  size_t off = piece.off, end = piece.end, left = 0, right = 0;
  while (left < AROUND && off >= HAN && is_ideograph(s.p + off - HAN, HAN)) {
    off -= HAN;
    left++;
  }
  while (right < AROUND && is_ideograph(s.p + end, s.n - end)) {
    end += HAN;
    right++;
  }
  hd_gap_stand stand = {.margin = HD_GAP_SURE};
  size_t own = (piece.end - piece.off) / HAN, n = left + own + right;
  cut before, behind, self;
  cut_run(words, s.p + off, left, left + 1, &before);
  cut_run(words, s.p + piece.end, right, right + 1, &behind);
  look_left(words, s.p + off, left, &before, &stand);
  stand.right = first_word(&behind, right);
  if (!is_han_word(s, piece))
    return stand;
  cut_run(words, s.p + piece.off, own, own + 1, &self);
  hd_span at = {(uint32_t)left, (uint32_t)(left + own)};
  int inside = cost_inside(words, s.p + off, n, at);
  if (inside < HD_GAP_SURE)
    stand.margin =
        inside - before.cost[left] - behind.cost[right] - self.cost[own];
  return stand;
}
