/* known: figures of a report and those of tables of known figures.
 *
 * In: documents that were linked each for itself, among them tables (role
 * reference). Out: REFERENCE links: level, a figure of the report; base, that
 * of a row. They are found by name: the row's own words, or what the row's
 * sentence was understood to name, against what the figure's sentence was, in
 * letters and ideographs alone. Unit, aspects, scope and period must be
 * compatible: a row without a scope is the report's own; a stock at the end of
 * a period is a figure of that period. Of several rows that fit one that
 * agrees is taken. Names stand in the table as its author wrote them, so that
 * they need not be as long and particular as those of two sentences of a
 * report (same.c) must be. A cell of a table takes part where its own headers
 * say when. It seldom has a unit: then what is printed is compared, and the
 * rule doubts only what one slip of the pen would make right; what a row of the
 * reference is right in it is not wrong in another cell of the same name, as
 * rows of one name under two groups are. One look-up a claim, two a cell. */
#include "../document/reference.h"
#include "linker.h"

enum { MOST_ROWS = 256 }; /* of one name */

typedef struct {
  hd_claim_ref ref;
  const hd_claim *claim;
  const hd_quantity *figure;
  const hd_known_row *row;
  uint32_t next; /* of the same name, + 1 */
  bool told;     /* a cell of the document that is linked agrees */
} entry;

typedef struct {
  hd_map *map;
  HD_VEC(entry) entries;
} known_index;

/* ---- names ----------------------------------------------------------------
 */

/* Words before a name that say when or whose it is, and no more. */
static const char *const heads[] = {
    "全年", "全省", "全市", "全国", "全县", "全区", "全州",
    "年末", "年底", "期末", "月末", "我省", "我市", "the",
};

static bool drop_head(hd_str *s) {
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
    hd_str head = hd_str_of(heads[i]);
    if (s->n <= head.n || !hd_str_starts(*s, head))
      continue;
    s->p += head.n;
    s->n -= head.n;
    return true;
  }
  return false;
}

/* Letters, digits and ideographs, in lower case and without 的. */
static hd_str plain(hd_arena *arena, hd_str s) {
  char *out = hd_arena_alloc(arena, s.n + 1);
  size_t n = 0;
  while (drop_head(&s) || (s.n > 0 && s.p[0] == ' ')) {
    if (s.p[0] == ' ') {
      s.p++;
      s.n--;
    }
  }
  for (size_t i = 0, used; i < s.n; i += used) {
    uint32_t cp;
    used = hd_utf8_decode(s.p + i, s.n - i, &cp);
    bool kept = hd_cp_is_han(cp) || hd_cp_is_letter(cp) ||
                (used == 1 && hd_ascii_is_digit(s.p[i]));
    if (!kept || hd_str_starts((hd_str){s.p + i, s.n - i}, HD_STR("的")))
      continue;
    memcpy(out + n, s.p + i, used);
    if (used == 1 && s.p[i] >= 'A' && s.p[i] <= 'Z')
      out[n] = (char)(s.p[i] | 0x20);
    n += used;
  }
  return (hd_str){out, n};
}

/* ---- the index ------------------------------------------------------------
 */

static void add_name(hd_linker *l, known_index *index, entry e, hd_str name) {
  bool fresh;
  if (name.n == 0)
    return;
  uint32_t *slot = hd_map_at(index->map, name, &fresh);
  e.next = *slot;
  *slot = (uint32_t)index->entries.n + 1;
  HD_PUSH(l->arena, &index->entries, e);
}

/* The claim of a row: the figure that its value is. */
static uint32_t claim_of(const hd_linker *l, const hd_known_row *row) {
  size_t k = hd_linker_figure_from(l, row->value);
  for (size_t i = k > 0 ? k - 1 : 0; i < l->n_order && i <= k; i++) {
    const hd_span span = hd_linker_figure(l, i)->span;
    if (span.off <= row->value && row->value < span.end)
      return l->order[i];
  }
  return HD_NONE;
}

static void add_row(hd_linker *l, known_index *index, const hd_known_row *row) {
  uint32_t claim = claim_of(l, row);
  if (claim == HD_NONE || row->first.year == 0)
    return;
  const hd_claim *c = &l->claims->items[claim];
  const hd_str own = plain(l->arena, row->name);
  const hd_str understood = plain(l->arena, c->name);
  const hd_str both[] = {plain(l->arena, row->scope), own};
  entry e = {
      hd_linker_ref(l, claim), c, &l->q->items[c->quantity], row, 0, false};
  add_name(l, index, e, own);
  if (!hd_str_eq(own, understood))
    add_name(l, index, e, understood);
  if (both[0].n) { /* 东县地区生产总值: the place as a part of the name */
    char *text = hd_arena_alloc(l->arena, both[0].n + own.n + 1);
    memcpy(text, both[0].p, both[0].n);
    memcpy(text + both[0].n, own.p, own.n);
    add_name(l, index, e, (hd_str){text, both[0].n + own.n});
  }
}

/* Rows are entered from the last on: the first is found first. */
static void index_rows(hd_linker *l, known_index *index,
                       const hd_claims *const *documents, size_t n) {
  for (size_t d = n; d-- > 0;) {
    const hd_document *doc = documents[d]->quantities->text->doc;
    if (!doc->known)
      continue;
    hd_linker_enter(l, documents[d], (uint32_t)d);
    for (size_t i = doc->known->n; i-- > 0;)
      add_row(l, index, &doc->known->rows[i]);
  }
}

/* ---- what fits ------------------------------------------------------------
 */

/* A figure of a table without a unit: its number is all there is. */
static bool is_bare(const hd_linker *l, const hd_quantity *q) {
  return !q->unit && q->kind == HD_KIND_COUNT &&
         l->text->sentences[q->sentence].cell != HD_NONE;
}

static bool same_unit(const hd_linker *l, const hd_quantity *a,
                      const hd_quantity *b) {
  if (is_bare(l, a))
    return b->kind == HD_KIND_COUNT || b->kind == HD_KIND_AMOUNT;
  if (!a->unit || !b->unit)
    return a->unit == b->unit && a->kind == b->kind;
  return hd_str_eq(a->unit->dimension, b->unit->dimension);
}

static bool same_aspects(const hd_claim *c, const entry *e) {
  const uint16_t mask = HD_ASPECT_INCREMENT | HD_ASPECT_NEW | HD_ASPECT_GROWTH |
                        HD_ASPECT_COMPLETION | HD_ASPECT_RANK |
                        HD_ASPECT_AVERAGE;
  int base = c->base.first.year; /* growth of the table is that of a year */
  return (c->aspects & mask) == (e->claim->aspects & mask) &&
         (base == 0 || !e->row->growth || base == c->period.first.year - 1);
}

static bool is_day(hd_day a, hd_day b) { return memcmp(&a, &b, sizeof a) == 0; }

/* One period, or a figure of the day on which that of the row ends. */
static bool same_period(const hd_claim *c, const hd_known_row *row) {
  hd_day first = c->period.first, last = c->period.last;
  return is_day(last, row->last) &&
         (is_day(first, row->first) || is_day(first, last));
}

/* 东县 and 东县, 湖南 and 湖南省. */
static bool one_place(hd_str a, hd_str b) {
  hd_str longer = a.n < b.n ? b : a, other = a.n < b.n ? a : b;
  return other.n > 0 && hd_str_starts(longer, other) &&
         longer.n - other.n <= strlen("省");
}

/* Is it the report of this place: as it was understood, or by its title? */
static bool is_own(const hd_linker *l, hd_str scope) {
  if (l->claims->entity.n)
    return one_place(scope, l->claims->entity);
  return l->doc->n_blocks > 0 &&
         hd_str_find(hd_document_text(l->doc, l->doc->blocks[0].span), scope) !=
             (size_t)-1;
}

/* The row's place is the claim's, or stands before its name. */
static bool same_scope(const hd_linker *l, const hd_claim *c, const entry *e) {
  hd_str scope = e->row->scope;
  if (scope.n == 0)
    return c->scope.text.n == 0 || is_own(l, c->scope.text);
  if (c->scope.text.n)
    return one_place(scope, c->scope.text);
  return hd_str_starts(c->name.n ? c->name : c->subject.text, scope) ||
         is_own(l, scope);
}

static bool fits(const hd_linker *l, const hd_claim *c, const hd_quantity *q,
                 const entry *e) {
  return same_unit(l, q, e->figure) && same_aspects(c, e) &&
         same_period(c, e->row) && same_scope(l, c, e);
}

static hd_interval in_base_units(const hd_quantity *q) {
  return hd_interval_mul(hd_quantity_interval(q),
                         hd_interval_point(hd_quantity_factor(q)));
}

static hd_interval as_printed(const hd_quantity *q) {
  return hd_interval_mul(
      hd_quantity_interval(q),
      hd_interval_point(hd_number_div(hd_number_of(1), q->scale)));
}

static bool agrees(const hd_linker *l, const hd_claim *c, const hd_quantity *q,
                   const entry *e) {
  if (is_bare(l, q))
    return hd_interval_meets(as_printed(q), as_printed(e->figure));
  return c->direction == e->claim->direction &&
         hd_interval_meets(in_base_units(q), in_base_units(e->figure));
}

/* The row that a figure of this name is held against; NULL. */
static entry *find(const hd_linker *l, const known_index *index,
                   const hd_claim *c, hd_str name) {
  const uint32_t *slot = hd_map_find(index->map, name);
  const hd_quantity *q = &l->q->items[c->quantity];
  entry *found = NULL;
  uint32_t at = slot ? *slot : 0;
  for (int n = 0; at && n < MOST_ROWS; n++) {
    entry *e = &index->entries.items[at - 1];
    if (fits(l, c, q, e) && (!found || agrees(l, c, q, e)))
      found = e;
    if (found == e && agrees(l, c, q, e))
      break;
    at = e->next;
  }
  return found;
}

/* What a figure is called: in running text by its sentence, in a table by its
 * row and column. */
static hd_str name_of(const hd_claim *c, hd_arena *names) {
  if (c->name.n)
    return c->name;
  hd_str a = c->subject.text, b = c->indicator.text;
  char *text = hd_arena_alloc(names, a.n + b.n + 2);
  size_t n = 0;
  memcpy(text, a.n ? a.p : "", a.n);
  n += a.n;
  if (a.n && b.n && hd_ascii_is_letter(b.p[0]))
    text[n++] = ' ';
  memcpy(text + n, b.n ? b.p : "", b.n);
  return (hd_str){text, n + b.n};
}

/* In English every noun behind a number makes a name (34 states): it takes two
 * words to be one that a table may have, and a unit or more to say what is
 * measured. */
static bool says_enough(const hd_linker *l, const hd_claim *c, hd_str name) {
  return l->doc->lang != HD_LANG_EN ||
         (memchr(name.p, ' ', name.n) && c->subject.text.n > 0 &&
          (l->q->items[c->quantity].unit || c->indicator.text.n > 0));
}

/* A name that an earlier clause gave is the figure's only where the figure is
 * a change of what the clause told; what a list gave it may be another's. */
static bool has_name(const hd_linker *l, const hd_claim *c, hd_str name) {
  return c->period.first.year > 0 && c->mode == HD_MODE_ACTUAL && name.n > 0 &&
         !c->list && says_enough(l, c, name) &&
         (c->subject.from != HD_FROM_EARLIER ||
          (c->aspects & HD_ASPECT_GROWTH));
}

static bool is_cell(const hd_linker *l, const hd_claim *c) {
  return l->text->sentences[c->sentence].cell != HD_NONE;
}

/* Is the cell a level of a time that its table says? A column of growth seldom
 * says of which year. */
static bool says_cell(const hd_claim *c) {
  return (c->period.from == HD_FROM_TABLE ||
          c->period.from == HD_FROM_HEADING) &&
         !(c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_SHARE));
}

/* The figures of the document that a change begins with: they are of an
 * earlier time than their clause says. */
static bool *find_bases(const hd_linker *l, size_t n_links, hd_arena *arena) {
  bool *bases = hd_arena_alloc(arena, l->claims->n + 1);
  for (size_t i = 0; i < n_links; i++) {
    const hd_link *k = &l->links.items[i];
    if ((k->kind == HD_LINK_FROM_TO || k->kind == HD_LINK_CHANGE_OF ||
         k->kind == HD_LINK_COMPLETION) &&
        k->base.claim != HD_NONE && k->base.document == l->document)
      bases[k->base.claim] = true;
  }
  return bases;
}

/* The row that claim i is held against; NULL. */
static entry *row_of(hd_linker *l, const known_index *index, const bool *bases,
                     hd_arena *names, size_t i) {
  const hd_claim *c = hd_linker_claim(l, i);
  if (is_cell(l, c) ? !says_cell(c) : bases[l->order[i]])
    return NULL;
  hd_str name = name_of(c, names);
  return has_name(l, c, name) ? find(l, index, c, plain(names, name)) : NULL;
}

/* Which rows have a cell that agrees with them? */
static void note_told(hd_linker *l, const known_index *index, const bool *bases,
                      hd_arena *names) {
  for (size_t i = 0; i < index->entries.n; i++)
    index->entries.items[i].told = false;
  for (size_t i = 0; i < l->n_order; i++) {
    const hd_claim *c = hd_linker_claim(l, i);
    entry *e = is_cell(l, c) ? row_of(l, index, bases, names, i) : NULL;
    if (e && agrees(l, c, hd_linker_figure(l, i), e))
      e->told = true;
  }
}

static void link_claims(hd_linker *l, const known_index *index,
                        size_t n_links) {
  hd_arena *names = hd_arena_new();
  const bool *bases = find_bases(l, n_links, names);
  note_told(l, index, bases, names);
  for (size_t i = 0; i < l->n_order; i++) {
    const hd_claim *c = hd_linker_claim(l, i);
    const entry *e = row_of(l, index, bases, names, i);
    if (!e ||
        (is_cell(l, c) && e->told && !agrees(l, c, hd_linker_figure(l, i), e)))
      continue;
    hd_link k = hd_link_blank(HD_LINK_REFERENCE);
    k.level = hd_linker_ref(l, l->order[i]);
    k.base = e->ref;
    k.strength = 90;
    k.reason = "the same figure in the reference";
    hd_linker_add(l, k);
  }
  hd_arena_free(names);
}

void hd_link_known(hd_linker *l, const hd_claims *const *documents, size_t n) {
  known_index index = {.map = hd_map_new(l->own)};
  size_t n_links = l->links.n;
  index_rows(l, &index, documents, n);
  for (uint32_t d = 0; d < n && index.entries.n; d++) {
    const hd_document *doc = documents[d]->quantities->text->doc;
    if (!hd_document_is_judged(doc))
      continue;
    hd_linker_enter(l, documents[d], d);
    link_claims(l, &index, n_links);
  }
}
