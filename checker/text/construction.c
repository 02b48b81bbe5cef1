/* construction: rows of en/constructions in, items with sets of words out. */
#include "construction.h"

enum { WORDS_MOST = HD_SET_WORDS * 64, NESTED = 3 };

typedef struct {
  hd_arena *arena;
  const hd_table_data *table;
  hd_constructions *out;
  uint32_t n_words;
  const char *wrong; /* what is wrong with the row, NULL */
} reader;

/* Where the words of an item go. */
typedef struct {
  reader *r;
  hd_word_set *set;
} adding;

static const char *add_word(void *closure, hd_str word) {
  adding *to = closure;
  reader *r = to->r;
  bool fresh;
  if (word.n == 0)
    return "an empty word";
  uint32_t *number = hd_map_at(r->out->words, word, &fresh);
  if (fresh)
    *number = ++r->n_words;
  if (r->n_words >= WORDS_MOST)
    return "too many words in constructions";
  hd_word_set_add(to->set, *number);
  return NULL;
}

/* The words of "a|b|@name" into the set. */
static void add_words(reader *r, hd_word_set *set, hd_str words) {
  adding to = {r, set};
  r->wrong = hd_table_words(r->table, words, NESTED, add_word, &to);
}

/* @name: the words of that name, no construction. */
static bool names_words(hd_str s) {
  return s.n && s.p[0] == '@' && !memchr(s.p, ' ', s.n);
}

static bool is_role(char c) { return c >= 'A' && c <= 'Z'; }

/* One item without its brackets and its !. */
static void read_plain(reader *r, hd_str s, hd_item *item) {
  if (s.n == 0) {
    r->wrong = "an empty item";
  } else if (s.n == 3 && s.p[0] == '<' && is_role(s.p[1]) && s.p[2] == '>') {
    *item = (hd_item){.kind = HD_ITEM_FIGURE, .c = s.p[1]};
  } else if (s.n == 3 && s.p[0] == '{' && is_role(s.p[1]) && s.p[2] == '}') {
    *item = (hd_item){.kind = HD_ITEM_LIST, .c = s.p[1]};
  } else if (s.n == 1 && strchr(",;:().", s.p[0])) {
    *item = (hd_item){.kind = HD_ITEM_MARK, .c = s.p[0]};
  } else if (s.n == 1 && strchr("#^*|~$", s.p[0])) {
    item->kind = s.p[0] == '#'   ? HD_ITEM_DATE
                 : s.p[0] == '^' ? HD_ITEM_CUE
                 : s.p[0] == '*' ? HD_ITEM_OTHER
                 : s.p[0] == '|' ? HD_ITEM_START
                 : s.p[0] == '~' ? HD_ITEM_GAP
                                 : HD_ITEM_END;
  } else if (hd_str_is(s, "~~")) {
    *item = (hd_item){.kind = HD_ITEM_GAP, .wide = true};
  } else {
    item->kind = HD_ITEM_WORDS;
    item->set = (uint16_t)r->out->n_sets;
    add_words(r, &r->out->sets[r->out->n_sets++], s);
  }
}

static void read_item(reader *r, hd_str s, hd_item *item) {
  *item = (hd_item){.kind = HD_ITEM_WORDS};
  bool optional = s.n > 2 && s.p[0] == '[' && s.p[s.n - 1] == ']';
  if (optional)
    s = (hd_str){s.p + 1, s.n - 2};
  bool said = s.n > 1 && s.p[s.n - 1] == '!';
  s.n -= said;
  read_plain(r, s, item);
  item->optional = optional;
  item->said = said;
}

static bool is_relation(hd_str s) {
  static const char *const relations[] = {"share", "change", "above",  "below",
                                          "pair",  "part",   "within", "sum",
                                          "parts", "net",    NULL};
  return hd_str_is_any(s, relations);
}

static size_t count_words(const hd_word_set *set) {
  size_t n = 0;
  for (size_t i = 0; i < HD_SET_WORDS; i++)
    n += (size_t)__builtin_popcountll(set->bits[i]);
  return n;
}

/* The smallest set of words that the construction cannot do without, in its
 * second sentence where it has two; NULL. */
static const hd_word_set *smallest_set(const hd_constructions *all,
                                       const hd_construction *c) {
  const hd_word_set *least = NULL;
  for (uint32_t i = 0; i < c->n; i++) {
    const hd_item *item = &c->items[i];
    if (item->kind == HD_ITEM_MARK && item->c == '.')
      least = NULL;
    if (item->kind != HD_ITEM_WORDS || item->optional)
      continue;
    const hd_word_set *set = &all->sets[item->set];
    if (!least || count_words(set) < count_words(least))
      least = set;
  }
  return least;
}

static void read_row(reader *r, const hd_row *row) {
  hd_construction *c = &r->out->items[r->out->n++];
  hd_str s = row->fields[0];
  c->relation = row->fields[1];
  while (s.n && !r->wrong) {
    if (c->n == HD_CONSTRUCTION_ITEMS) {
      r->wrong = "too many items";
      return;
    }
    hd_item *item = &c->items[c->n++];
    read_item(r, hd_str_piece(&s, ' '), item);
    if (item->kind == HD_ITEM_MARK && item->c == '.')
      c->apart = true;
    if (item->kind == HD_ITEM_LIST)
      c->n_figures += 2;
    else if (item->kind == HD_ITEM_FIGURE && !item->optional)
      c->n_figures++;
  }
  if (c->n == 0 || c->items[0].optional || c->items[0].kind == HD_ITEM_GAP)
    r->wrong = "a construction begins with what must be there";
  if (!r->wrong && !is_relation(c->relation))
    r->wrong = "no such relation";
  if (!r->wrong && c->apart && !smallest_set(r->out, c))
    r->wrong = "a second sentence has a word that must be there";
}

/* Items of a table, at most. */
static size_t count_items(const hd_table_data *table) {
  size_t n = 1;
  for (size_t i = 0; i < table->n_rows; i++) {
    hd_str s = table->rows[i].fields[0];
    for (n++; s.n; n++)
      hd_str_piece(&s, ' ');
  }
  return n;
}

static void index_constructions(hd_arena *arena, hd_constructions *all) {
  size_t n_words = WORDS_MOST;
  all->masks = all->n / 64 + 1;
  all->of_any = hd_arena_alloc(arena, all->masks * sizeof *all->of_any);
  all->apart = hd_arena_alloc(arena, all->masks * sizeof *all->apart);
  all->of_word =
      hd_arena_alloc(arena, n_words * all->masks * sizeof *all->of_word);
  for (size_t i = 0; i < all->n; i++) {
    uint64_t bit = (uint64_t)1 << i % 64;
    const hd_word_set *set = smallest_set(all, &all->items[i]);
    if (all->items[i].apart)
      all->apart[i / 64] |= bit;
    if (!set)
      all->of_any[i / 64] |= bit;
    for (uint32_t word = 0; set && word < n_words; word++)
      if (hd_word_set_has(set, word))
        all->of_word[word * all->masks + i / 64] |= bit;
  }
}

hd_constructions *hd_constructions_read(hd_arena *arena,
                                        const hd_lexicon *lexicon,
                                        hd_error *error) {
  reader r = {.arena = arena, .out = HD_NEW(arena, hd_constructions)};
  r.out->words = hd_map_new(arena);
  r.table = hd_lexicon_table(lexicon, "en/constructions");
  if (!r.table)
    return r.out;
  r.out->sets =
      hd_arena_alloc(arena, count_items(r.table) * sizeof(hd_word_set));
  r.out->items =
      hd_arena_alloc(arena, (r.table->n_rows + 1) * sizeof *r.out->items);
  if (hd_table_find(r.table, HD_STR("@never")) < r.table->n_rows)
    add_words(&r, &r.out->never, HD_STR("@never"));
  if (hd_table_find(r.table, HD_STR("@other")) < r.table->n_rows)
    add_words(&r, &r.out->other, HD_STR("@other"));
  for (size_t i = 0; i < r.table->n_rows; i++) {
    const hd_row *row = &r.table->rows[i];
    if (names_words(row->fields[0]))
      continue;
    read_row(&r, row);
    if (r.wrong) {
      *error = (hd_error){row->file, row->line, 1, r.wrong};
      return NULL;
    }
  }
  index_constructions(arena, r.out);
  return r.out;
}
