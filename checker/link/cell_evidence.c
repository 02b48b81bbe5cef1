/* cell_evidence: is a cell the one that a figure of the text restates?
 *
 * In: a figure of the text, a cell that it would be but for a slip of the pen,
 * and the figures of the same passage with the cells that they are. Out: a
 * weight. The names of the cell's row and column next to the figure, other
 * figures of the sentence that stand in its row or column, and a reference to
 * its table add up; how many digits there are, and how they differ, says how
 * much is needed. The weights were fitted to reports as published: figures that
 * are a cell's against figures that a slip parts from one (docs/decisions.md).
 * Work for a cell is bounded by AROUND figures with HD_SAID_HITS cells each. */
#include "cell_evidence.h"

enum { AROUND = 10, NEAR = 100, LONG = 4 };

static uint32_t sentence_of(const hd_said_list *x, size_t i) {
  const hd_linker *l = x->index->all->l;
  return l->claims->items[x->figures[i].claim].sentence;
}

static hd_span span_of(const hd_said_list *x, size_t i) {
  return x->index->all->l->q->items[x->figures[i].claim].span;
}

/* The words of the figure between two offsets alone. */
static hd_said part_of(const hd_said *f, uint32_t from, uint32_t to) {
  hd_said part = *f;
  from = from < f->passage.off ? f->passage.off : from;
  to = to > f->passage.end ? f->passage.end : to;
  part.words = from < to
                   ? (hd_str){f->words.p + (from - f->passage.off), to - from}
                   : HD_STR("");
  return part;
}

bool hd_said_alike(const hd_said_list *x, size_t a, size_t b) {
  const hd_quantity *items = x->index->all->l->q->items;
  const hd_quantity *p = &items[x->figures[a].claim];
  const hd_quantity *q = &items[x->figures[b].claim];
  return sentence_of(x, a) == sentence_of(x, b) && p->kind == q->kind &&
         p->unit == q->unit && hd_number_cmp(p->scale, q->scale) == 0;
}

hd_said hd_said_before(const hd_said_list *x, size_t i) {
  uint32_t at = span_of(x, i).off, from = at > NEAR ? at - NEAR : 0;
  if (i > 0 && sentence_of(x, i - 1) == sentence_of(x, i) &&
      span_of(x, i - 1).end > from)
    from = span_of(x, i - 1).end;
  return part_of(&x->figures[i], from, at);
}

/* 5,441 (75%) were: is figure k the bracket of the one before it? */
static bool is_bracket(const hd_said_list *x, size_t k) {
  hd_str gap = hd_linker_between(x->index->all->l, span_of(x, k - 1).end,
                                 span_of(x, k).off);
  return hd_str_is(gap, " (") || hd_str_is(gap, "(") || hd_str_is(gap, "（");
}

hd_said hd_said_behind(const hd_said_list *x, size_t i) {
  uint32_t at = span_of(x, i).end, to = at + NEAR;
  size_t next = i + 1;
  next += next < x->n && is_bracket(x, next);
  if (next < x->n && sentence_of(x, next) == sentence_of(x, i) &&
      span_of(x, next).off < to)
    to = span_of(x, next).off;
  return part_of(&x->figures[i], at, to);
}

/* How many figures of the sentence the row and the column of the cell have. */
typedef struct {
  uint32_t row, column; /* other figures of the sentence that it has */
  bool named;           /* one of the column's, with its own row beside it */
  bool beside_row, beside_column; /* next to the figure */
} fellows;

static void look_at(const hd_said_list *x, size_t i, size_t k,
                    const hd_indexed *e, fellows *out) {
  enum { WHOLE = 100 };
  bool row = false, column = false;
  bool beside = k + 1 == i || k == i + 1;
  for (uint8_t h = 0; h < x->figures[k].n_hits; h++) {
    const hd_indexed *o = &x->index->cells.items[x->figures[k].hits[h]];
    if (o->grid != e->grid || o->second != e->second)
      continue;
    row = row || (o->row == e->row && o->column != e->column);
    if (o->column != e->column || o->row == e->row)
      continue;
    column = true;
    hd_said before = hd_said_before(x, k), behind = hd_said_behind(x, k);
    out->named = out->named || hd_said_names(&before, o->name) >= WHOLE ||
                 hd_said_names(&behind, o->name) >= WHOLE;
  }
  out->row += row;
  out->column += column;
  out->beside_row = out->beside_row || (row && beside);
  out->beside_column = out->beside_column || (column && beside);
}

static fellows fellows_of(const hd_said_list *x, size_t i,
                          const hd_indexed *e) {
  fellows out = {0};
  size_t from = i > AROUND ? i - AROUND : 0;
  for (size_t k = from; k < x->n && k < i + AROUND; k++)
    if (k != i && sentence_of(x, k) == sentence_of(x, i))
      look_at(x, i, k, e, &out);
  return out;
}

/* The number behind Table or 表, 0: none. */
static int number_at(hd_str s) {
  int n = 0;
  for (size_t i = 0; i < s.n && i < 4; i++) {
    if (s.p[i] >= '0' && s.p[i] <= '9')
      n = n * 10 + s.p[i] - '0';
    else if (n || s.p[i] != ' ')
      break;
  }
  return n;
}

static int table_number(const hd_linker *l, const hd_table *t) {
  const uint32_t near[] = {t->caption, t->block ? t->block - 1 : HD_NONE};
  for (size_t i = 0; i < 2; i++) {
    if (near[i] == HD_NONE)
      continue;
    hd_str s = hd_document_text(l->doc, l->doc->blocks[near[i]].span);
    for (size_t k = 0; k + 6 < s.n && k < 12; k++) {
      hd_str at = {s.p + k, s.n - k};
      if (hd_str_starts(at, HD_STR("Table")) ||
          hd_str_starts(at, HD_STR("TABLE")))
        return number_at((hd_str){at.p + 5, at.n - 5});
      if (hd_str_starts(at, HD_STR("表")))
        return number_at((hd_str){at.p + 3, at.n - 3});
    }
  }
  return 0;
}

/* The sentence, or what of a very long one is near the figure. */
static hd_span around(hd_span sentence, hd_span figure) {
  enum { REACH = 2000 };
  if (figure.off - sentence.off > REACH)
    sentence.off = figure.off - REACH;
  if (sentence.end - figure.end > REACH)
    sentence.end = figure.end + REACH;
  return sentence;
}

static int referred(const hd_said_list *x, size_t i, const hd_indexed *e) {
  const hd_linker *l = x->index->all->l;
  int own = table_number(l, x->index->all->items[e->grid]->table);
  if (!own)
    return 0;
  hd_span span =
      around(l->text->sentences[sentence_of(x, i)].span, span_of(x, i));
  hd_str s = hd_linker_between(l, span.off, span.end);
  int found = 0;
  for (size_t k = 0; k + 4 < s.n; k++) {
    hd_str at = {s.p + k, s.n - k};
    int n = hd_str_starts(at, HD_STR("Table "))
                ? number_at((hd_str){at.p + 6, at.n - 6})
            : hd_str_starts(at, HD_STR("表"))
                ? number_at((hd_str){at.p + 3, at.n - 3})
                : 0;
    if (n == own)
      return 1;
    if (n)
      found = -1;
  }
  return found;
}

static int better(int a, int b) { return a > b ? a : b; }

/* -1: it is a change and the cell is none. */
static bool is_other_change(const hd_said_list *x, size_t i,
                            const hd_indexed *e) {
  const hd_grid *g = x->index->all->items[e->grid];
  const hd_claim *c = &x->index->all->l->claims->items[x->figures[i].claim];
  return c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT) &&
         !((g->column_flags[e->column] | g->row_flags[e->row]) &
           HD_LINE_CHANGE);
}

static bool is_other_year(const hd_said_list *x, size_t i,
                          const hd_indexed *e) {
  const hd_grid *g = x->index->all->items[e->grid];
  hd_years y = hd_years_of(x->index->all->l, x->figures[i].claim);
  hd_str head = g->column_names[e->column];
  return !hd_years_meet(&y, hd_year_in(head) ? head : g->row_names[e->row]);
}

static double threshold(const hd_cell_case *c) {
  static const double swap[] = {9, 9, 2.5, 1.5, 0.5, 0.0};
  static const double digit[] = {9, 9, 4.1, 3.3, 1.2, 0.0};
  uint8_t n = c->digits < 5 ? c->digits : 5;
  if (c->slip == HD_SLIP_NONE)
    return 0;
  return c->slip == HD_SLIP_SWAP ? swap[n] : digit[n];
}

/* How well words name the cell's row; of a year, or where the row has no
 * name, how well they do so with its column. */
static int names_row(const hd_said *words, const hd_said *f,
                     const hd_indexed *e, hd_str header) {
  if (!e->name.n)
    return hd_said_names(words, header);
  int row = hd_said_names(words, e->name);
  if (hd_cell_has_letters(e->name))
    return row;
  int column = hd_said_names(f, header);
  return row < column ? row : column;
}

/* 46.1% versus 42.2%: are two figures set against each other? */
static bool are_set_apart(const hd_said_list *x, size_t a, size_t b) {
  enum { GAP = 60 };
  static const char *const joints[] = {"versus", " vs", "ompared", " than "};
  if (sentence_of(x, a) != sentence_of(x, b))
    return false;
  hd_str gap =
      hd_linker_between(x->index->all->l, span_of(x, a).end, span_of(x, b).off);
  for (size_t i = 0; gap.n <= GAP && i < sizeof joints / sizeof *joints; i++)
    if (hd_str_find(gap, hd_str_of(joints[i])) != (size_t)-1)
      return true;
  return false;
}

/* Is the figure set against the one before it or behind it? */
static bool has_rival(const hd_said_list *x, size_t i) {
  return (i > 0 && are_set_apart(x, i - 1, i)) ||
         (i + 1 < x->n && are_set_apart(x, i, i + 1));
}

double hd_cell_weigh(const hd_said_list *x, size_t i, const hd_indexed *e,
                     const hd_cell_case *c) {
  enum { PART = 50, WHOLE = 100, VOTES = 3 };
  const hd_said *f = &x->figures[i];
  hd_str header = x->index->headers[e->grid][e->column];
  fellows other = fellows_of(x, i, e);
  bool titled = !e->name.n && c->slip == HD_SLIP_SWAP && c->digits >= LONG &&
                hd_said_title(x->index, f, e);
  if (names_row(f, f, e, header) < PART && !other.row && !c->renamed && !titled)
    return -1;
  hd_said before = hd_said_before(x, i), behind = hd_said_behind(x, i);
  int near = better(names_row(&before, f, e, header),
                    names_row(&behind, f, e, header));
  int column =
      better(hd_said_names(&before, header), hd_said_names(&behind, header));
  bool rival = (other.beside_row || other.beside_column) && has_rival(x, i);
  const struct {
    double weight;
    bool holds;
  } evidence[] = {
      {1.0, near >= WHOLE},
      {0.5, column >= PART},
      {0.1, hd_said_names(f, header) >= WHOLE},
      {0.4, near >= WHOLE && hd_said_names(f, header) >= WHOLE},
      {1.2, other.row > 0},
      {1.2, other.row > 1},
      {1.1, other.beside_row},
      {0.3, other.column > 0},
      {0.8, other.column > 1},
      {0.7, other.column > 2},
      {0.9, other.beside_column},
      {1.0, rival && other.beside_row && hd_said_names(f, header) >= WHOLE},
      {0.5, rival && other.beside_column && near >= WHOLE},
      {0.7, other.named && near >= WHOLE},
      {0.8, referred(x, i, e) > 0},
      {-0.6, c->rescaled},
      {1.0, c->renamed > 0 || titled},
      {0.6, c->change},
      {1.1, c->rest},
      {-0.8, is_other_year(x, i, e)},
      {-0.7, is_other_change(x, i, e)},
      {0.6, c->votes > 0},
      {0.6, c->votes >= VOTES}};
  double sum = 0;
  for (size_t k = 0; k < sizeof evidence / sizeof *evidence; k++)
    sum += evidence[k].holds ? evidence[k].weight : 0;
  return sum - threshold(c);
}
