/* html_bars: a small picture of the figures of a finding.
 *
 * In: the places of a finding with the values they state. Out: SVG bars, where
 * at least two places have a value in one unit. Where one of them comes near
 * the sum of all others they are parts: each bar begins where the one before
 * it ends, and what is missing to the total or goes beyond it is shown. Shares
 * that come near 100 are parts of it. Else the bars stand side by side. The
 * picture only shows proportions: bars are drawn from binary fractions, the
 * arithmetic that is judged is not. */
#include "html.h"
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BARS_MOST = 12, LABEL = 116, WIDTH = 220, ROW = 18, LABEL_COLUMNS = 17 };
static const double NEAR = 0.25; /* of the total, for parts */

typedef struct {
  double value;
  const char *label;
  bool primary;
} bar;

typedef struct {
  bar bars[BARS_MOST];
  size_t n;
  size_t total;    /* index of the bar that is the sum of the others, n: none */
  bool of_hundred; /* they are shares of 100 */
  double top;      /* where the scale ends */
  size_t row;      /* of the next bar */
} picture;

/* A decimal or n/d; negative where it is none. */
static double number(const char *text) {
  char *end;
  double value = strtod(text, &end);
  if (*end == '/')
    value /= strtod(end + 1, &end);
  return *text && *end == 0 && isfinite(value) ? value : -1;
}

static bool take(picture *p, const hd_place *at, const char *unit,
                 bool primary) {
  double value = number(at->value);
  if (value < 0 || strcmp(at->unit, unit) != 0)
    return true; /* another kind of figure is no part of the picture */
  if (p->n == BARS_MOST)
    return false;
  p->bars[p->n++] = (bar){value, at->text, primary};
  return true;
}

/* The unit of most places with a value: that of the related ones, since the
 * finding itself may be a rate of them. */
static const char *unit_of(const hd_finding *f) {
  const char *best = NULL;
  size_t most = 0;
  for (size_t i = 0; i <= f->n_related; i++) {
    const hd_place *a = i ? &f->related[i - 1] : &f->at;
    size_t n = *a->value != 0 && strcmp(a->unit, f->at.unit) == 0;
    for (size_t k = 0; *a->value && k < f->n_related; k++)
      n += *f->related[k].value && strcmp(f->related[k].unit, a->unit) == 0;
    if (n > most) {
      most = n;
      best = a->unit;
    }
  }
  return most > 1 ? best : NULL;
}

static bool collect(picture *p, const hd_finding *f) {
  const char *unit = unit_of(f);
  if (!unit || !take(p, &f->at, unit, true))
    return false;
  for (size_t i = 0; i < f->n_related; i++)
    if (!take(p, &f->related[i], unit, false))
      return false;
  return p->n > 1;
}

/* Finds out which bar is the total, and how far the scale goes. */
static void arrange(picture *p, bool percent) {
  double sum = 0, largest = 0;
  p->total = p->n;
  for (size_t i = 0; i < p->n; i++) {
    sum += p->bars[i].value;
    if (p->bars[i].value > largest) {
      largest = p->bars[i].value;
      p->total = i;
    }
  }
  double rest = sum - largest;
  p->top = largest > rest ? largest : rest;
  if (p->n > 2 && fabs(largest - rest) <= NEAR * largest)
    return;
  p->total = p->n;
  p->of_hundred = percent && p->n > 2 && fabs(sum - 100) <= 10;
  p->top = p->of_hundred ? (sum > 100 ? sum : 100) : largest;
}

/* ---- drawing ----------------------------------------------------------------
 */

static void put_label(hd_report *to, const char *text, size_t row) {
  const char *p = text;
  size_t n = 0;
  uint32_t cp;
  for (int columns = 0; (cp = hd_write_decode(&p)); n++)
    if ((columns += hd_write_width(cp)) > LABEL_COLUMNS)
      break;
  hd_write_printf(to, "<text x=\"0\" y=\"%zu\">", row * ROW + 13);
  p = hd_write_escaped_part(to, text, n);
  hd_write_text(to, *p ? "…</text>" : "</text>");
}

/* The bar in the next row of the picture; from where another one ended. */
static void put_bar(hd_report *to, picture *p, const bar *b, double from) {
  const char *class = b - p->bars == (ptrdiff_t)p->total ? "whole" : "part";
  double width = b->value * WIDTH / p->top;
  put_label(to, b->label, p->row);
  hd_write_printf(to,
                  "<rect class=\"%s%s\" x=\"%.1f\" y=\"%zu\" width=\"%.1f\" "
                  "height=\"%d\"/>",
                  class, b->primary ? " own" : "",
                  LABEL + from * WIDTH / p->top, p->row * ROW + 3,
                  width < 1 ? 1.0 : width, ROW - 6);
  p->row++;
}

/* What is missing to the whole, or goes beyond it, and the line where the
 * whole ends. */
static void put_gap(hd_report *to, const picture *p, double sum, double whole) {
  double low = sum < whole ? sum : whole, width = fabs(sum - whole);
  double end = LABEL + whole * WIDTH / p->top;
  if (width > p->top / 400)
    hd_write_printf(to,
                    "<rect class=\"gap\" x=\"%.1f\" y=\"0\" width=\"%.1f\" "
                    "height=\"%zu\"/>",
                    LABEL + low * WIDTH / p->top, width * WIDTH / p->top,
                    p->row * ROW);
  hd_write_printf(to, "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%zu\"/>",
                  end, end, p->row * ROW);
}

/* The parts one behind the other. */
static void put_parts(hd_report *to, picture *p) {
  bool named = p->total < p->n;
  double sum = 0;
  if (named)
    put_bar(to, p, &p->bars[p->total], 0);
  for (size_t i = 0; i < p->n; i++) {
    if (i == p->total)
      continue;
    put_bar(to, p, &p->bars[i], sum);
    sum += p->bars[i].value;
  }
  put_gap(to, p, sum, named ? p->bars[p->total].value : 100);
}

static void put_series(hd_report *to, picture *p) {
  for (size_t i = 0; i < p->n; i++)
    put_bar(to, p, &p->bars[i], 0);
}

void hd_html_bars(hd_report *to, const hd_html_set *set, const hd_finding *f) {
  picture p = {0};
  if (!collect(&p, f))
    return;
  arrange(&p, strcmp(f->at.unit, "%") == 0);
  if (p.top <= 0)
    return;
  bool parts = p.total < p.n || p.of_hundred;
  hd_write_printf(to,
                  "<svg class=\"bars\" role=\"img\" aria-label=\"%s\" "
                  "viewBox=\"0 0 %d %zu\">",
                  parts ? hd_html_word(set, "各部分与总数", "parts and total")
                        : hd_html_word(set, "数值对比", "the figures compared"),
                  LABEL + WIDTH + 4, p.n * ROW);
  if (parts)
    put_parts(to, &p);
  else
    put_series(to, &p);
  hd_write_text(to, "</svg>");
}
