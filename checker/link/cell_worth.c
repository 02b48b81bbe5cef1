/* cell_worth: a cell and a figure of the text that have the same digits, or a
 * slip's, by what both are worth.
 *
 * In: the figure, the cell, and what the tables say their figures are in. Out:
 * whether one is the other, the other in the table's scale, or by what power
 * of ten it is off. */
#include "cell_worth.h"
#include <math.h>

static const hd_quantity *quantity(const hd_row_figures *r, uint32_t claim) {
  return &r->names.all->l->q->items[claim];
}

bool hd_worth_share(const hd_row_figures *r, const hd_indexed *e) {
  const hd_grid *g = r->names.all->items[e->grid];
  return quantity(r, e->claim)->kind == HD_KIND_PERCENT ||
         (!e->second && hd_grid_at(g, e->row, e->column)->percent);
}

hd_worth hd_worth_compare(const hd_row_figures *r, const hd_said *f,
                          const hd_indexed *e, double times) {
  enum { PER_MILLE = 10 }; /* a cell has no ‰ to be read by */
  const double rounding = 0.06;
  const hd_quantity *q = quantity(r, f->claim);
  const hd_quantity *p = quantity(r, e->claim);
  bool share = q->kind == HD_KIND_PERCENT || q->kind == HD_KIND_POINT;
  if (share != hd_worth_share(r, e) &&
      (share ? p->unit != NULL : q->unit != NULL))
    return HD_WORTH_APART;
  double a = fabs(hd_number_double(q->low)), b = fabs(hd_number_double(p->low));
  if (q->unit && p->unit && !share) {
    if (!hd_str_eq(q->unit->dimension, p->unit->dimension))
      return HD_WORTH_APART;
    a *= hd_number_double(q->unit->factor);
    b *= hd_number_double(p->unit->factor);
  } else if (!share && f->digits.n >= HD_WORTH_LONG &&
             hd_number_cmp(p->scale, q->scale) != 0) {
    return HD_WORTH_ALIKE;
  }
  if (share && !p->unit &&
      hd_str_is(hd_document_text(r->names.all->l->doc, q->unit_span), "‰"))
    a *= PER_MILLE;
  int8_t said = r->scales[e->grid];
  bool scaled = hd_number_cmp(p->scale, hd_number_of(1)) != 0;
  for (int k = 0; k >= 0; k = scaled ? -1 : hd_row_next_scale(said, k)) {
    double cell = b * hd_row_power(k);
    if (fabs(a * times - cell) <= rounding * cell)
      return k == 0 ? HD_WORTH_ALIKE : HD_WORTH_RESCALED;
    if (share)
      break;
  }
  return HD_WORTH_APART;
}

bool hd_worth_scaled(const hd_row_figures *r, const hd_said *f,
                     const hd_indexed *e) {
  const hd_quantity *q = quantity(r, f->claim);
  return r->scales[e->grid] > 0 && q->kind != HD_KIND_PERCENT &&
         hd_number_cmp(q->scale, hd_number_of(1)) != 0;
}

double hd_worth_power(const hd_quantity *figure, const hd_quantity *cell) {
  const double near = 0.06, most = 1e9;
  double a = fabs(hd_number_double(figure->low));
  double b = fabs(hd_number_double(cell->low));
  for (double p = 1; p <= most; p *= 10)
    if (fabs(a - b * p) <= near * a)
      return p;
  return 0;
}

int hd_worth_power_off(const hd_row_figures *r, const hd_said *f,
                       const hd_indexed *e) {
  const double rounding = 0.06;
  const hd_quantity *q = quantity(r, f->claim);
  const hd_quantity *p = quantity(r, e->claim);
  int8_t said = r->scales[e->grid];
  bool scaled = hd_number_cmp(q->scale, hd_number_of(1)) != 0;
  if (said <= 0 || !scaled || q->kind == HD_KIND_PERCENT ||
      hd_worth_share(r, e) || hd_number_cmp(p->scale, hd_number_of(1)) != 0)
    return 0;
  double a = fabs(hd_number_double(q->low)),
         b = fabs(hd_number_double(p->low)) * hd_row_power(said);
  if (a <= 0 || b <= 0)
    return 0;
  int power = (int)lround(log10(a / b));
  double ratio = a / b / pow(10, power);
  return fabs(ratio - 1) <= rounding && power % 3 == 0 ? power : 0;
}

double hd_worth_times(const hd_said *f, const hd_cell_digits *d) {
  double a = 0, b = 0;
  for (uint8_t i = 0; i < d->n; i++) {
    a = a * 10 + (i < f->digits.n ? f->digits.at[i] - '0' : 0);
    b = b * 10 + d->at[i] - '0';
  }
  return a > 0 ? b / a : 0;
}

hd_worth hd_worth_by_ten(const hd_row_figures *r, const hd_said *f,
                         const hd_indexed *e) {
  const hd_quantity *q = quantity(r, f->claim);
  const hd_quantity *p = quantity(r, e->claim);
  if (e->digits.n != f->digits.n) /* 158 is no slip of 1,584.5 */
    return HD_WORTH_APART;
  hd_worth more = hd_worth_compare(r, f, e, 10);
  hd_worth less = hd_worth_compare(r, f, e, 0.1);
  if (hd_number_cmp(p->scale, q->scale) == 0 &&
      (more == HD_WORTH_ALIKE || less == HD_WORTH_ALIKE))
    return HD_WORTH_ALIKE;
  return hd_worth_scaled(r, f, e) && f->digits.n < HD_WORTH_LONG &&
                 (more == HD_WORTH_RESCALED || less == HD_WORTH_RESCALED)
             ? HD_WORTH_RESCALED
             : HD_WORTH_APART;
}
