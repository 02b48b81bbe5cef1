/* cells: claims of tables, from their row and column headers.
 *
 * In: tables. Out: subject, indicator, scope, period and aspects of the claims
 * in their cells. Each cell gets the labels left of it in its row (two beside
 * each other: thing and measure) and each column the lowest header over it,
 * its period and what it says of its figures (growth, share, rank). English
 * tables have a reader of their own (english_table). One walk over the
 * cells. */
#include "cells.h"

/* Does the cell hold a name (not a code, a figure, a footnote mark)? */
static bool is_label(const hd_claim_reader *r, hd_span span) {
  hd_str s = hd_document_text(r->doc, span);
  for (size_t i = 0; i < s.n;) {
    uint32_t cp;
    i += hd_utf8_decode(s.p + i, s.n - i, &cp);
    if (hd_cp_is_han(cp))
      return true;
    if (hd_cp_is_letter(cp))
      return s.n > 2 && !hd_str_is(s, "N/A");
    if (cp >= '0' && cp <= '9')
      return hd_str_find(s, HD_STR("、")) < s.n;
  }
  return false;
}

const hd_quantity *hd_cells_period(const hd_claim_reader *r, hd_span span) {
  size_t low = hd_quantities_from(r->q, span.off);
  const hd_quantity *found = NULL;
  for (; low < r->q->n && r->q->items[low].span.end <= span.end; low++) {
    const hd_quantity *q = &r->q->items[low];
    if ((q->kind == HD_KIND_PERIOD || q->kind == HD_KIND_DATE) &&
        q->first.year && !q->impossible)
      found = q;
  }
  return found;
}

/* Columns of a table; the lowest header row wins. */
static hd_column *read_columns(hd_claim_reader *r, const hd_table *t) {
  hd_column *out = hd_arena_alloc(r->arena, (t->columns + 1u) * sizeof *out);
  for (size_t i = 0; i < t->n_cells; i++) {
    const hd_cell *c = &t->cells[i];
    if (c->row >= t->header_rows || hd_span_empty(c->span))
      continue;
    const hd_quantity *period = hd_cells_period(r, c->span);
    hd_column one = hd_column_read(r, c->span, period);
    for (uint32_t k = c->column; k < c->column + c->colspan && k < t->columns;
         k++) {
      const hd_quantity *above = out[k].period;
      hd_column *old = &out[k];
      if (one.is_period && !hd_span_empty(old->header)) {
        old->period = period;
        continue; /* a row of years below the measures */
      }
      *old = one;
      if (!period)
        old->period = above;
    }
  }
  return out;
}

static size_t row_end(const hd_table *t, size_t i) {
  size_t end = i;
  while (end < t->n_cells && t->cells[end].row == t->cells[i].row)
    end++;
  return end;
}

/* Labels that stand over several rows and reach into this one. */
typedef HD_VEC(const hd_cell *) covering;

/* Those that reach no farther go; the labels of the others that stand left of
 * the row's first cell. */
static hd_labels cover_row(const hd_claim_reader *r, const hd_cell *first,
                           covering *above) {
  hd_labels now = {0};
  size_t n = 0;
  for (size_t i = 0; i < above->n; i++) {
    const hd_cell *c = above->items[i];
    if (c->row + c->rowspan <= first->row)
      continue;
    above->items[n++] = c;
    if (c->column > first->column || !is_label(r, c->span))
      continue;
    now.first = hd_span_empty(now.first) ? c->span : now.first;
    now.last = c->span;
  }
  above->n = n;
  now.grouped = n > 0;
  return now;
}

/* 染料行业|销售量, |生产量: the thing of a row whose first cell is empty stands
 * in a row above, before a measure as here. */
static void carry_thing(const hd_claim_reader *r, const hd_table *t,
                        hd_span cells, hd_span *thing, hd_labels *now) {
  const hd_cell *first = &t->cells[cells.off];
  bool two = cells.end - cells.off > 2 && first->column == 0 &&
             first[1].column == 1 && first[1].rowspan == 1 &&
             is_label(r, first[1].span);
  if (!two || first->row < t->header_rows) {
    *thing = (hd_span){0, 0};
  } else if (!hd_span_empty(first->span)) {
    *thing = is_label(r, first->span) ? first->span : (hd_span){0, 0};
  } else if (!hd_span_empty(*thing) && hd_span_empty(now->first)) {
    now->first = now->last = *thing;
  }
}

static void label_row(const hd_claim_reader *r, const hd_table *t,
                      const hd_column *columns, hd_labels now, covering *above,
                      hd_span cells, hd_labels *out) {
  bool beside = !hd_span_empty(now.first);
  for (size_t i = cells.off; i < cells.end; i++) {
    if (t->cells[i].rowspan > 1 && t->cells[i].row >= t->header_rows) {
      HD_PUSH(r->arena, above, &t->cells[i]);
      now.grouped = true;
    }
    hd_span span = t->cells[i].span;
    out[i] = now;
    if (hd_span_empty(span) || columns[t->cells[i].column].units)
      continue;
    if (is_label(r, span)) {
      now.first = beside ? now.first : span;
      now.from = beside ? now.from : t->cells[i].column;
      now.last = span;
      now.column = t->cells[i].column;
      beside = true;
    } else {
      beside = false;
    }
  }
}

/* The labels of every cell. */
static hd_labels *read_labels(hd_claim_reader *r, const hd_table *t,
                              const hd_column *columns) {
  hd_labels *out = hd_arena_alloc(r->arena, (t->n_cells + 1) * sizeof *out);
  hd_span thing = {0, 0};
  covering above = {0};
  for (size_t from = 0, end; from < t->n_cells; from = end) {
    end = row_end(t, from);
    hd_span cells = {(uint32_t)from, (uint32_t)end};
    hd_labels now = cover_row(r, &t->cells[from], &above);
    carry_thing(r, t, cells, &thing, &now);
    label_row(r, t, columns, now, &above, cells, out);
  }
  return out;
}

static void fill(hd_claim_reader *r, hd_claim *c, const hd_labels *labels,
                 const hd_column *columns, const hd_column *column, bool plan) {
  const hd_quantity *period = column->period;
  if (!period && !hd_span_empty(labels->last))
    period = hd_cells_period(r, labels->last);
  if (period)
    c->period =
        (hd_period){period->first, period->last, period->span, HD_FROM_TABLE};
  hd_cell_slots(r, c, labels, columns, column);
  hd_cell_aspects(r, c, column);
  if (plan && c->mode == HD_MODE_ACTUAL)
    c->mode = HD_MODE_TARGET;
  hd_topic_hash(r, c);
}

static void read_table(hd_claim_reader *r, const hd_table *t, bool plan,
                       uint32_t *next) {
  hd_span all = r->doc->blocks[t->block].span;
  while (*next < r->q->n && r->q->items[*next].span.off < all.off)
    ++*next;
  if (r->lang == HD_LANG_EN) {
    hd_english_table(r, t, next);
    return;
  }
  hd_column *columns = read_columns(r, t);
  hd_labels *labels = read_labels(r, t, columns);
  for (; *next < r->q->n && r->q->items[*next].span.off < all.end; ++*next) {
    hd_claim *c = &r->out->items[*next];
    uint32_t index = r->text->sentences[c->sentence].cell;
    if (!c->is_claim || index == HD_NONE)
      continue;
    const hd_cell *cell = &t->cells[index];
    if (cell->row < t->header_rows || cell->row >= t->rows)
      continue;
    fill(r, c, &labels[index], columns, &columns[cell->column], plan);
  }
}

/* Is the document a budget? Its tables plan. */
static bool is_plan(const hd_claim_reader *r) {
  static const char *const done[] = {"决算", "执行", "完成"};
  enum { LOOK = 3 };
  bool plan = false;
  for (size_t i = 0; i < r->doc->n_blocks && i < LOOK; i++) {
    hd_str s = hd_document_text(r->doc, r->doc->blocks[i].span);
    plan = plan || hd_str_find(s, HD_STR("预算")) < s.n;
    for (size_t k = 0; k < sizeof done / sizeof *done; k++)
      if (hd_str_find(s, hd_str_of(done[k])) < s.n)
        return false;
  }
  return plan;
}

void hd_cells_read(hd_claim_reader *r) {
  uint32_t next = 0;
  bool plan = is_plan(r);
  for (size_t i = 0; i < r->doc->n_tables; i++)
    read_table(r, &r->doc->tables[i], plan, &next);
}
