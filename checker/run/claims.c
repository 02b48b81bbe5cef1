/* claims: every figure as it was understood, a row each in reading order.
 *
 * In: the quantities and claims of a set. Out: the columns of the claims
 * listing, as text; unknown is empty. A column is one function in a table,
 * so that a further column is a row. Low and high are exact: a decimal, or
 * n/d where there is none; the days of a date; both parts of a ratio. */
#include "run.h"

/* One figure and what is at hand to describe it. */
typedef struct {
  hd_arena *arena; /* of the result */
  const hd_reading *r;
  uint32_t document;
  const hd_quantity *quantity;
  const hd_claim *claim; /* NULL where the figure is none */
  const char *section;
} figure;

typedef const char *column(const figure *f);

static const hd_document *document_of(const figure *f) {
  return f->r->documents[f->document];
}

static const char *print(const figure *f, hd_str s) {
  return hd_result_text(f->arena, s);
}

static const char *print_text(const figure *f) {
  return hd_place_text(f->arena, document_of(f), f->quantity->span);
}

static const char *print_kind(const figure *f) {
  return hd_kind_name(f->quantity->kind);
}

/* One side of the days of a date, from "first/last". */
static const char *print_day(const figure *f, bool last) {
  const hd_quantity *q = f->quantity;
  if (q->impossible || q->form == HD_PERIOD_NONE)
    return "";
  hd_period period = {.first = q->first, .last = q->last};
  const char *text = hd_period_text(f->arena, period);
  const char *slash = strchr(text, '/');
  if (!slash)
    return text;
  return last ? slash + 1 : print(f, (hd_str){text, (size_t)(slash - text)});
}

/* The next run of digits and points of s from *at on; empty at the end. */
static hd_str next_number(hd_str s, size_t *at) {
  while (*at < s.n && (s.p[*at] < '0' || s.p[*at] > '9'))
    ++*at;
  size_t from = *at;
  while (*at < s.n && ((s.p[*at] >= '0' && s.p[*at] <= '9') || s.p[*at] == '.'))
    ++*at;
  return (hd_str){s.p + from, *at - from};
}

/* Both parts of 3:2 as they are printed, or NULL where the figure is no
 * ratio of two printed numbers. A fraction (1/2) is one number. */
static const char *print_ratio(const figure *f) {
  const hd_quantity *q = f->quantity;
  hd_str text = hd_document_text(document_of(f), q->span);
  hd_number a, b;
  size_t at = 0;
  hd_str first = next_number(text, &at);
  hd_str second = next_number(text, &at);
  if (q->kind != HD_KIND_RATIO || !hd_number_parse(first, &a) ||
      !hd_number_parse(second, &b) || next_number(text, &at).n > 0 ||
      hd_str_find(text, HD_STR("/")) != (size_t)-1 ||
      hd_number_cmp(hd_number_div(a, b), q->low) != 0)
    return NULL;
  return hd_arena_format(f->arena, "%.*s/%.*s", (int)first.n, first.p,
                         (int)second.n, second.p);
}

static const char *print_end(const figure *f, bool high) {
  const hd_quantity *q = f->quantity;
  if (q->kind == HD_KIND_DATE || q->kind == HD_KIND_PERIOD)
    return print_day(f, high);
  if (high ? !q->high_known : !q->low_known)
    return "";
  const char *ratio = print_ratio(f);
  return ratio ? ratio : hd_number_text(f->arena, high ? q->high : q->low);
}

static const char *print_low(const figure *f) { return print_end(f, false); }
static const char *print_high(const figure *f) { return print_end(f, true); }

static const char *print_unit(const figure *f) {
  const hd_quantity *q = f->quantity;
  if (!q->unit)
    return "";
  hd_str unit = q->unit->canonical;
  if (!q->per)
    return print(f, unit);
  hd_str per = q->per->canonical;
  return hd_arena_format(f->arena, "%.*s/%.*s", (int)unit.n, unit.p, (int)per.n,
                         per.p);
}

static const char *print_unit_text(const figure *f) {
  return hd_place_text(f->arena, document_of(f), f->quantity->unit_span);
}

/* Words with a number in them (5G, 2. and the like) state no amount. */
static bool is_amount(const hd_quantity *q) {
  return q->kind != HD_KIND_NAME && q->kind != HD_KIND_IDENTIFIER &&
         q->kind != HD_KIND_MARKER;
}

static const char *print_bound(const figure *f) {
  return is_amount(f->quantity) ? hd_bound_name(f->quantity->bound) : "";
}

static const char *print_decimals(const figure *f) {
  const hd_quantity *q = f->quantity;
  if (!is_amount(q) || q->kind == HD_KIND_DATE || q->kind == HD_KIND_PERIOD)
    return "";
  return hd_arena_format(f->arena, "%u", (unsigned)q->decimals);
}

static const char *print_subject(const figure *f) {
  return f->claim ? print(f, f->claim->subject.text) : "";
}

static const char *print_indicator(const figure *f) {
  return f->claim ? print(f, f->claim->indicator.text) : "";
}

static const char *print_scope(const figure *f) {
  return f->claim ? print(f, f->claim->scope.text) : "";
}

static const char *print_period(const figure *f) {
  return f->claim ? hd_period_text(f->arena, f->claim->period) : "";
}

static const char *print_aspect(const figure *f) {
  return f->claim ? hd_aspects_text(f->arena, f->claim->aspects) : "";
}

static const char *print_base(const figure *f) {
  return f->claim ? hd_period_text(f->arena, f->claim->base) : "";
}

static const char *print_section(const figure *f) { return f->section; }

static const char *print_direction(const figure *f) {
  return f->claim && f->claim->direction != HD_FLOW_NONE
             ? hd_flow_name(f->claim->direction)
             : "";
}

static const char *print_modality(const figure *f) {
  return f->claim ? hd_mode_name(f->claim->mode) : "";
}

static const char *print_price(const figure *f) {
  return f->claim && f->claim->constant_price ? "constant" : "";
}

/* All but the id, which needs to know the figures before. */
static column *const columns[HD_COLUMNS] = {
    [HD_COLUMN_TEXT] = print_text,
    [HD_COLUMN_KIND] = print_kind,
    [HD_COLUMN_LOW] = print_low,
    [HD_COLUMN_HIGH] = print_high,
    [HD_COLUMN_UNIT] = print_unit,
    [HD_COLUMN_UNIT_TEXT] = print_unit_text,
    [HD_COLUMN_BOUND] = print_bound,
    [HD_COLUMN_DECIMALS] = print_decimals,
    [HD_COLUMN_SUBJECT] = print_subject,
    [HD_COLUMN_INDICATOR] = print_indicator,
    [HD_COLUMN_SCOPE] = print_scope,
    [HD_COLUMN_PERIOD] = print_period,
    [HD_COLUMN_ASPECT] = print_aspect,
    [HD_COLUMN_BASE] = print_base,
    [HD_COLUMN_SECTION] = print_section,
    [HD_COLUMN_DIRECTION] = print_direction,
    [HD_COLUMN_MODALITY] = print_modality,
    [HD_COLUMN_PRICE] = print_price,
};

/* The text of the heading over off. The last one made is in *known, since
 * figures of one section follow one another. */
static const char *find_section(hd_arena *arena, const hd_document *doc,
                                uint32_t off, uint32_t *known,
                                const char *text) {
  uint32_t heading = HD_NONE;
  if (doc->n_blocks > 0)
    heading = doc->blocks[hd_document_block(doc, off)].heading;
  if (heading == *known)
    return text;
  *known = heading;
  if (heading == HD_NONE)
    return "";
  return hd_place_text(arena, doc, doc->blocks[heading].span);
}

/* The id is made as a fingerprint is: it survives edits elsewhere. */
static const char *make_id(const figure *f, hd_map *seen) {
  hd_arena *work = f->r->arena;
  hd_str key = hd_fingerprint_key(work, "claim", document_of(f)->printed,
                                  f->quantity->span, NULL, 0);
  bool fresh;
  char *id = hd_arena_alloc(f->arena, 17);
  hd_fingerprint_write(key, ++*hd_map_at(seen, key, &fresh), id);
  return id;
}

static hd_claim_row build_row(const figure *f, const char *id) {
  hd_where where = {f->document, f->quantity->span};
  hd_claim_row row = {.at = hd_place_build(f->arena, f->r, where),
                      .reason = ""};
  for (int c = 0; c < HD_COLUMNS; c++)
    if (columns[c])
      row.fields[c] = columns[c](f);
  row.fields[HD_COLUMN_ID] = id;
  return row;
}

/* The figure whose span is just this; NULL. Figures are in order. */
static const hd_quantity *figure_at(const hd_quantities *q, hd_span span) {
  size_t low = hd_quantities_from(q, span.off);
  bool found = low < q->n && q->items[low].span.off == span.off &&
               q->items[low].span.end == span.end;
  return found ? &q->items[low] : NULL;
}

void hd_claims_value(hd_arena *arena, const hd_reading *r, hd_where where,
                     hd_place *place) {
  figure f = {.arena = arena, .r = r, .document = where.document};
  f.quantity = figure_at(r->quantities[where.document], where.span);
  if (!f.quantity || !is_amount(f.quantity))
    return;
  const char *low = print_low(&f);
  if (!*low || strcmp(low, print_high(&f)) != 0)
    return;
  place->value = low;
  place->unit = print_unit(&f);
}

typedef HD_VEC(hd_claim_row) row_list;

/* The digits from *at up to `to` that are no figure. */
static void add_digits(figure *f, row_list *rows, hd_map *seen,
                       hd_span between) {
  const hd_document *doc = document_of(f);
  const char *reason = "";
  for (;;) {
    hd_quantity q = {.kind = HD_KIND_NAME};
    q.span = hd_unread_next(doc, between, &reason);
    if (hd_span_empty(q.span))
      return;
    between.off = q.unit_span.off = q.unit_span.end = q.span.end;
    f->quantity = &q;
    f->claim = NULL;
    hd_claim_row row = build_row(f, make_id(f, seen));
    row.fields[HD_COLUMN_KIND] = "";
    row.reason = reason;
    HD_PUSH(f->arena, rows, row);
  }
}

static void add_document(figure *f, row_list *rows, bool unread) {
  const hd_quantities *quantities = f->r->quantities[f->document];
  const hd_document *doc = document_of(f);
  hd_map *seen = hd_map_new(f->r->arena);
  hd_map *others = hd_map_new(f->r->arena);
  uint32_t heading = HD_NONE, behind = 0;
  for (size_t i = 0; i < quantities->n; i++) {
    const hd_claim *claim = &f->r->claims[f->document]->items[i];
    const hd_quantity *q = &quantities->items[i];
    f->section = find_section(f->arena, doc, q->span.off, &heading, f->section);
    if (unread)
      add_digits(f, rows, others, (hd_span){behind, q->span.off});
    behind = q->span.end;
    f->quantity = q;
    f->claim = claim->is_claim ? claim : NULL;
    const char *id = make_id(f, seen);
    const char *reason = unread ? hd_unread_reason(q, claim) : "";
    if (unread && !*reason)
      continue;
    hd_claim_row row = build_row(f, id);
    row.reason = reason;
    HD_PUSH(f->arena, rows, row);
  }
  if (unread)
    add_digits(f, rows, others, (hd_span){behind, (uint32_t)doc->text.n});
}

hd_claim_row *hd_claims_build(hd_arena *arena, const hd_reading *r, bool unread,
                              size_t *n) {
  row_list rows = {0};
  size_t total = 1;
  for (size_t d = 0; d < r->n; d++)
    total += r->quantities[d]->n;
  rows.cap = unread ? total / 4 + 1 : total;
  rows.items = hd_arena_alloc(arena, rows.cap * sizeof *rows.items);
  for (uint32_t d = 0; d < r->n; d++) {
    figure f = {.arena = arena, .r = r, .document = d, .section = ""};
    if (hd_document_is_judged(r->documents[d]))
      add_document(&f, &rows, unread);
  }
  *n = rows.n;
  return rows.items;
}
