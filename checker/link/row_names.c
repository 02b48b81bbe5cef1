/* row_names: an index over the first words of the labels of all rows.
 *
 * In: the grids. Out: see row_names.h. A label is entered under its first two
 * words, so that a place of the text looks at few; linear in the words of
 * text and tables. */
#include "row_names.h"

enum { LABELS_MOST = 20000, CHAIN_MOST = 16, WORDS_MOST = 256 };

typedef struct {
  uint32_t hash;
  hd_span span; /* in the text that was read */
  uint32_t letters;
} word;

static bool is_word(hd_str s, size_t i) {
  unsigned char c = (unsigned char)s.p[i];
  if (c >= 0x80)
    return c != 0xE2 && c != 0xC2 &&
           !(i > 0 && (unsigned char)s.p[i - 1] == 0xC2) &&
           !(i > 0 && (unsigned char)s.p[i - 1] == 0xE2) &&
           !(i > 1 && (unsigned char)s.p[i - 2] == 0xE2);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

static bool is_stop(const char *w, size_t n) {
  static const char *const stop[] = {"and", "the", "of", "a", "an", "s"};
  for (size_t i = 0; i < sizeof stop / sizeof *stop; i++)
    if (n == strlen(stop[i]) && memcmp(w, stop[i], n) == 0)
      return true;
  return false;
}

/* The next word from *i on, without the s of a plural. */
static bool next_word(hd_str s, size_t *i, word *out) {
  enum { LONGEST = 40, PLURAL = 3 };
  while (*i < s.n && !is_word(s, *i))
    ++*i;
  size_t from = *i, n = 0;
  char room[LONGEST];
  bool letters = false;
  for (; *i < s.n && is_word(s, *i); ++*i) {
    char c = s.p[*i];
    letters = letters || (c > '9' || c < '0');
    if (n < LONGEST)
      room[n++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
  }
  if (*i == from)
    return false;
  size_t digits = 0; /* intake1: a mark of a footnote */
  while (digits < n && room[n - 1 - digits] >= '0' &&
         room[n - 1 - digits] <= '9')
    digits++;
  if (digits && digits < 3 && n - digits > PLURAL)
    n -= digits;
  bool stop = is_stop(room, n);
  if (letters && n > PLURAL && room[n - 1] == 's' && room[n - 2] != 's')
    n--;
  *out = (word){.hash = stop ? 0 : (uint32_t)hd_hash(room, n) | 1,
                .span = {(uint32_t)from, (uint32_t)*i},
                .letters = letters ? (uint32_t)n : 0};
  return true;
}

/* ---- the index ---------------------------------------------------------- */
static hd_str bytes_of(const uint32_t *words, size_t n) {
  return (hd_str){(const char *)words, n * sizeof *words};
}

/* The bit of a first word; the lowest of a hash is always set. */
static uint32_t first_bit(uint32_t hash) {
  return hash >> 1 & (HD_LABEL_FIRSTS - 1);
}

static void add_label(hd_row_names *x, const word *words, uint32_t n,
                      hd_named_row row) {
  enum { LETTERS = 4 };
  hd_arena *arena = x->all->l->arena;
  uint32_t hashes[HD_LABEL_WORDS], letters = 0;
  for (uint32_t i = 0; i < n; i++) {
    hashes[i] = words[i].hash;
    letters += words[i].letters;
  }
  if (!n || letters < LETTERS || x->labels.n > LABELS_MOST)
    return;
  const uint32_t *old = hd_map_find(x->by_words, bytes_of(hashes, n));
  uint32_t label = old ? *old : (uint32_t)x->labels.n;
  bool fresh;
  if (!old) {
    uint32_t *kept = hd_arena_alloc(arena, n * sizeof *kept);
    memcpy(kept, hashes, n * sizeof *kept);
    *hd_map_at(x->by_words, bytes_of(kept, n), &fresh) = label;
    uint32_t *start =
        hd_map_at(x->by_start, bytes_of(kept, n > 1 ? 2 : 1), &fresh);
    hd_row_label one = {kept, n, letters, 0, fresh ? 0 : *start};
    *start = label;
    x->firsts[first_bit(kept[0]) / 64] |= (uint64_t)1
                                          << first_bit(kept[0]) % 64;
    HD_PUSH(arena, &x->labels, one);
  }
  row.next = x->labels.items[label].rows;
  x->labels.items[label].rows = (uint32_t)x->rows.n;
  HD_PUSH(arena, &x->rows, row);
}

/* Total, Less, Add: words that a sentence leaves out. */
static bool may_be_left_out(hd_str name, const word *w) {
  static const char *const words[] = {"total", "less", "add", "plus", "all"};
  hd_str s = {name.p + w->span.off, w->span.end - w->span.off};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    hd_str known = hd_str_of(words[i]);
    if (s.n == known.n && hd_str_is((hd_str){s.p + 1, s.n - 1}, words[i] + 1))
      return true;
  }
  return false;
}

static void add_row(hd_row_names *x, uint32_t grid, uint32_t row) {
  const hd_grid *g = x->all->items[grid];
  hd_str name = hd_grid_plain_name(x->all->l->arena, g->row_names[row]);
  word words[HD_LABEL_WORDS];
  uint32_t n = 0, first = 0;
  for (size_t i = 0; n < HD_LABEL_WORDS && next_word(name, &i, &words[n]);)
    n += words[n].hash != 0;
  bool figures = false;
  for (uint32_t k = 0; k < g->columns; k++)
    figures = figures || hd_grid_at(g, row, k)->claim != HD_NONE;
  if (!figures || !n)
    return;
  hd_named_row at = {grid, row, 0};
  add_label(x, words, n, at);
  while (first + 1 < n && may_be_left_out(name, &words[first])) {
    first++;
    add_label(x, words + first, n - first, at);
  }
}

void hd_row_names_build(hd_row_names *x, hd_grids *all) {
  hd_arena *arena = all->l->arena;
  *x = (hd_row_names){
      .all = all, .by_words = hd_map_new(arena), .by_start = hd_map_new(arena)};
  HD_PUSH(arena, &x->rows, (hd_named_row){0});
  HD_PUSH(arena, &x->labels, (hd_row_label){0});
  for (uint32_t i = 0; i < all->n && all->l->doc->lang == HD_LANG_EN; i++)
    for (uint32_t row = all->items[i]->header_rows; row < all->items[i]->rows;
         row++)
      add_row(x, i, row);
}

/* ---- the text ----------------------------------------------------------- */
/* Do the words stand side by side, with blanks, commas and hyphens alone? */
static bool beside(hd_str text, hd_span a, hd_span b) {
  for (uint32_t i = a.end; i < b.off; i++)
    if (!strchr(" ,-/&'", text.p[i]) && (unsigned char)text.p[i] < 0x80)
      return false;
  return true;
}

/* Does the label stand at word i? The number of words it takes, 0: no. */
static size_t matches(hd_str text, const hd_row_label *label, const word *words,
                      size_t i, size_t n) {
  size_t k = i;
  for (uint32_t w = 0; w < label->n; w++, k++) {
    while (w && k < n && words[k].hash == 0)
      k++;
    if (k >= n || words[k].hash != label->words[w] ||
        (k > i && !beside(text, words[k - 1].span, words[k].span)))
      return 0;
  }
  return k - i;
}

static size_t longest_at(const hd_row_names *x, hd_str text, const word *words,
                         size_t i, size_t n, uint32_t *label) {
  size_t best = 0, next = i + 1;
  uint32_t bit = first_bit(words[i].hash);
  if (!(x->firsts[bit / 64] >> bit % 64 & 1))
    return 0;
  while (next < n && words[next].hash == 0)
    next++;
  uint32_t start[2] = {words[i].hash, next < n ? words[next].hash : 0};
  for (size_t keys = 2; keys > 0 && !best; keys--) {
    const uint32_t *at = hd_map_find(x->by_start, bytes_of(start, keys));
    uint32_t k = at ? *at : 0;
    for (int tried = 0; k && tried < CHAIN_MOST;
         tried++, k = x->labels.items[k].next) {
      size_t taken = matches(text, &x->labels.items[k], words, i, n);
      if (taken > best) {
        best = taken;
        *label = k;
      }
    }
  }
  return best;
}

size_t hd_row_names_find(const hd_row_names *x, hd_span span, hd_mention *out,
                         size_t most) {
  word words[WORDS_MOST];
  size_t n = 0, found = 0, at = 0;
  hd_str text = hd_document_text(x->all->l->doc, span);
  if (x->labels.n < 2)
    return 0;
  while (n < WORDS_MOST && next_word(text, &at, &words[n]))
    n++;
  for (size_t i = 0; i < n && found < most;) {
    uint32_t label = 0;
    size_t taken = words[i].hash ? longest_at(x, text, words, i, n, &label) : 0;
    if (taken)
      out[found++] = (hd_mention){{span.off + words[i].span.off,
                                   span.off + words[i + taken - 1].span.end},
                                  label};
    i += taken ? taken : 1;
  }
  return found;
}

bool hd_row_names_only(hd_str text, const char *const *known, size_t n) {
  size_t i = 0;
  for (hd_str s = hd_row_names_word(text, &i); s.n;
       s = hd_row_names_word(text, &i)) {
    bool fits = false;
    for (size_t k = 0; k < n && !fits; k++)
      fits = hd_str_is(s, known[k]);
    if (!fits)
      return false;
  }
  return true;
}

hd_str hd_row_names_word(hd_str text, size_t *i) {
  word w;
  while (next_word(text, i, &w)) {
    hd_str s = {text.p + w.span.off, w.span.end - w.span.off};
    if (w.letters && !hd_month_named(s))
      return s;
  }
  return HD_STR("");
}
