/* english_table: claims of English tables.
 *
 * In: a table. Out: the slots of the claims in its cells. Each column has the
 * headers over it from top to bottom, each row its label and the groups it
 * stands among. Tables of statistics (No., %, rate) are of the caption's
 * subject, their rows say of whom; in others the row or its group is what is
 * measured (net sales), or the column is (fair value). One walk over the
 * cells. */
#include "english_table.h"

#define CUT(s, words) hd_label_cut(s, words, sizeof words / sizeof *words)
static const hd_str nothing = {"", 0};

static hd_str upto(hd_str s, size_t n) { return hd_str_trim((hd_str){s.p, n}); }

/* ---- columns ------------------------------------------------------------- */

/* RMB’million, as at 31 March, actual: a header that names no thing. */
static bool is_manner(const hd_label *l) {
  static const char *const heads[] = {"as at ", "as of ", "in million",
                                      "in thousand", NULL};
  static const char *const words[] = {
      "million", "thousand", "thousands", "millions", "’000", "000", NULL};
  static const char *const alone[] = {"actual",
                                      "constant",
                                      "restated",
                                      "reported",
                                      "audited",
                                      "unaudited",
                                      "note",
                                      "notes",
                                      "as reported",
                                      "yearended",
                                      "years ended",
                                      "comp",
                                      "comparable",
                                      "organic",
                                      "adjusted",
                                      "as adjusted",
                                      "pro forma",
                                      "constant currency",
                                      "currency-adjusted",
                                      "as restated",
                                      NULL};
  hd_str s = l->text;
  bool day = l->when.month && s.n < 16; /* December 31, over two years */
  return day || hd_label_unit(s) || hd_label_span(s) ||
         hd_str_starts_any(s, heads) ||
         (s.n < 16 && hd_str_ends_any(s, words)) || hd_str_is_any(s, alone);
}

/* children | with treated asthma */
static bool is_people(const hd_claim_reader *r, hd_str s) {
  static const char *const ends[] = {" with ",      " without ",   " who ",
                                     " receiving ", " reporting ", " having ",
                                     " aged "};
  size_t end = CUT(s, ends);
  return end < s.n && hd_label_value(r, upto(s, end), "people", true);
}

static void add_header(const hd_claim_reader *r, hd_header_column *c,
                       hd_span span) {
  if (c->n == HD_TABLE_HEADERS)
    return;
  hd_label l = hd_label_read(r, span, false);
  c->headers[c->n++] = l;
  hd_str name, inner;
  hd_stat stat = hd_stat_read(&l, false, &name);
  hd_stat bracket = hd_stat_read(&l, true, &inner);
  if (stat == HD_STAT_NONE && l.text.n == 0) { /* (95% CI) */
    stat = bracket;
    name = inner;
    bracket = HD_STAT_NONE;
  }
  if (stat != HD_STAT_NONE) {
    c->late = c->thing.n == 0;
    if (stat == HD_STAT_PERCENT && hd_stat_split(r, &name, &c->thing))
      c->late = false;
    if (!(stat == HD_STAT_INTERVAL && c->stat != HD_STAT_NONE)) {
      c->stat = stat;
      c->name = name;
    }
    if (bracket != HD_STAT_NONE) {
      c->in_bracket = bracket;
      c->bracket_name = inner;
    }
    return;
  }
  hd_people_add(&c->people, &l);
  bool everybody = hd_str_starts(l.text, HD_STR("all "));
  bool people = l.last & HD_SCOPE_PEOPLE || is_people(r, l.text);
  if (l.kind == HD_LABEL_OTHER && !l.titles && !hd_label_has(l.text, "who") &&
      !(people && everybody) && !is_manner(&l)) {
    c->thing = l.text;
    c->people_thing = people;
    c->measures = false;
  } else if (l.kind == HD_LABEL_MEASURE) {
    c->thing = l.text;
    c->measures = true;
  }
  c->people.other = nothing;
}

/* Does the row of cell i hold only a title? */
static bool is_title(const hd_table *t, size_t i) {
  return t->cells[i].row == 0 && t->cells[i].colspan >= t->columns;
}

static void read_columns(hd_table_reader *x) {
  const hd_table *t = x->t;
  x->columns =
      hd_arena_alloc(x->r->arena, (t->columns + 1u) * sizeof(hd_header_column));
  for (size_t i = 0; i < t->n_cells && t->cells[i].row < t->header_rows; i++) {
    const hd_cell *c = &t->cells[i];
    if (hd_span_empty(c->span) || is_title(t, i))
      continue;
    if (c->column == 0) {
      x->stub = hd_label_read(x->r, c->span, false);
      hd_table_when_add(&x->when, &x->stub);
      continue;
    }
    for (uint32_t k = c->column; k < c->column + c->colspan && k < t->columns;
         k++)
      add_header(x->r, &x->columns[k], c->span);
  }
  for (uint32_t k = 1; k < t->columns; k++) {
    hd_header_column *c = &x->columns[k], *left = c - 1;
    bool some = c->stat != HD_STAT_NONE && c->stat != HD_STAT_CHANGE &&
                c->stat != HD_STAT_NAMED;
    x->statistics = x->statistics || some;
    if (c->stat == HD_STAT_INTERVAL && left->stat != HD_STAT_NONE) {
      c->name = left->name;
      c->in_bracket = left->stat;
    }
  }
  x->statistics =
      x->statistics || (x->caption.subject.n > 0 && x->caption.indicator.n > 0);
}

/* ---- rows ---------------------------------------------------------------- */

/* Consolidated balance sheets data: names no thing. */
static bool is_topic(hd_str s) {
  static const char *const words[] = {"data",       "information", "statistics",
                                      "activities", "statements",  "items",
                                      "numerator",  "denominator", NULL};
  return hd_str_ends_any(s, words) > 0;
}

/* The label of the rows below: a kind of group (Sex), a group (Male), what is
 * measured (Net sales:), or a thing. */
static void open_group(hd_table_reader *x, hd_span span) {
  static const char *const by[] = {" by ", " - "};
  hd_label l = hd_label_read(x->r, span, x->ages);
  if (hd_label_unit(l.text))
    return;
  bool measure = l.kind == HD_LABEL_MEASURE && !x->statistics;
  if ((l.titles && !measure) || l.kind == HD_LABEL_OTHER ||
      l.kind == HD_LABEL_MEASURE) {
    x->group = (hd_people){.title = l.text};
    x->ages = l.ages || x->stub.ages;
    x->title = l.titles ? l : (hd_label){0};
  }
  x->group_measure = measure ? upto(l.text, CUT(l.text, by)) : nothing;
  x->group_stock = hd_table_stock(x->group_measure);
  if (l.kind == HD_LABEL_PERIOD)
    x->period = l;
  if (l.titles || measure)
    return;
  x->group_thing =
      l.kind == HD_LABEL_OTHER && !is_topic(l.text) ? l.text : nothing;
  hd_people *g = &x->group;
  if (l.kind == HD_LABEL_SEX || l.kind == HD_LABEL_TOTAL)
    *g = (hd_people){.title = g->title, .place = g->place};
  if (l.kind != HD_LABEL_OTHER)
    hd_people_add(g, &l);
}

/* The cells of the row from cell i: its label, or the group it opens. */
static void read_row(hd_table_reader *x, size_t i) {
  const hd_table *t = x->t;
  size_t filled = 0, end = i;
  hd_span only = {0, 0};
  for (; end < t->n_cells && t->cells[end].row == t->cells[i].row; end++)
    if (!hd_span_empty(t->cells[end].span)) {
      only = filled == 0 ? t->cells[end].span : only;
      filled++;
    }
  x->label = (hd_label){0};
  if (x->group_end > 0 && t->cells[i].row >= x->group_end) {
    x->group = (hd_people){0};
    x->group_end = 0;
  }
  if (filled == 1)
    open_group(x, only);
  if (t->cells[i].column == 0 && t->cells[i].rowspan > 1 && i + 1 < end) {
    open_group(x, t->cells[i].span);
    x->group_end = t->cells[i].row + t->cells[i].rowspan;
    i++; /* the next names the row itself */
  }
  if (filled < 2 || hd_span_empty(t->cells[i].span))
    return;
  x->label = hd_label_read(x->r, t->cells[i].span, x->ages);
  if (x->label.kind == HD_LABEL_PLACE &&
      hd_str_ends(x->label.text, HD_STR(" total"))) {
    x->group.age = nothing; /* Metropolitan total: the rows below, too */
    hd_people_add(&x->group, &x->label);
  }
}

/* ---- the walk ------------------------------------------------------------ */

/* Does the figure stand in a bracket behind another of its cell? */
static bool in_bracket(const hd_claim_reader *r, const hd_claim *c,
                       const hd_cell *cell) {
  hd_span span = r->q->items[c->quantity].span;
  const char *t = r->doc->text.p;
  uint32_t at = span.off;
  if (at > cell->span.off && t[at - 1] == '(')
    at--;
  return at > cell->span.off && t[at] == '(';
}

static void set_period(hd_table_reader *x, hd_claim *c,
                       const hd_header_column *col) {
  x->when.row = &x->label;
  x->when.group = &x->period;
  x->when.headers = col->headers;
  x->when.n = col->n;
  x->when.stock = x->label.stock || x->group_stock;
  hd_period p = hd_table_period(&x->when);
  if (p.first.year)
    c->period = p;
}

static void fill(hd_table_reader *x, hd_claim *c, const hd_cell *cell) {
  const hd_header_column *col = &x->columns[cell->column];
  const hd_table *t = x->t;
  bool bracket = in_bracket(x->r, c, cell);
  size_t next = (size_t)(cell - t->cells) + 1;
  bool percent =
      next < t->n_cells && t->cells[next].row == cell->row &&
      hd_str_is(hd_document_text(x->r->doc, t->cells[next].span), "%");
  set_period(x, c, col);
  hd_table_slots(x, c, col, bracket);
  hd_table_aspects(x, c, col, bracket, percent);
  hd_topic_hash(x->r, c);
}

void hd_english_table(hd_claim_reader *r, const hd_table *t, uint32_t *next) {
  hd_table_reader x = {.r = r, .t = t, .row = HD_NONE};
  x.caption = hd_table_caption_read(r, t);
  x.when = hd_table_when_read(r, x.caption.span, x.caption.of_table);
  read_columns(&x);
  x.ages = x.stub.ages;
  hd_span all = r->doc->blocks[t->block].span;
  size_t at = 0;
  for (; *next < r->q->n && r->q->items[*next].span.off < all.end; ++*next) {
    hd_claim *c = &r->out->items[*next];
    uint32_t index = r->text->sentences[c->sentence].cell;
    if (!c->is_claim || index == HD_NONE)
      continue;
    const hd_cell *cell = &t->cells[index];
    if (cell->row < t->header_rows || cell->column == 0)
      continue;
    for (; at <= index; at++)
      if (t->cells[at].row >= t->header_rows && t->cells[at].row != x.row) {
        x.row = t->cells[at].row;
        read_row(&x, at);
      }
    fill(&x, c, cell);
    if (x.label.kind == HD_LABEL_MEASURE || x.label.kind == HD_LABEL_OTHER)
      if (!hd_str_starts(x.label.text, HD_STR("percentage of ")))
        x.last_thing = x.label.text;
  }
}
