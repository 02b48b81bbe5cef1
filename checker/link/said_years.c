/* said_years: which years the words around a figure of the text name.
 *
 * In: a figure. Out: up to HD_YEARS_MOST years: of 2019 and 2018,
 * respectively, both. One look at its sentence. */
#include "row_figures.h"

/* The year at p (19xx, 20xx, alone), or 0. */
static uint16_t year_at(hd_str s, size_t i) {
  if (s.p[i] != '1' && s.p[i] != '2')
    return 0;
  if (i + 4 > s.n ||
      (i > 0 && (hd_ascii_is_digit(s.p[i - 1]) || s.p[i - 1] == ',' ||
                 s.p[i - 1] == '.' || s.p[i - 1] == '$')))
    return 0;
  bool century = (s.p[i] == '1' && s.p[i + 1] == '9') ||
                 (s.p[i] == '2' && s.p[i + 1] == '0');
  if (!century || !hd_ascii_is_digit(s.p[i + 2]) ||
      !hd_ascii_is_digit(s.p[i + 3]) ||
      (i + 4 < s.n && hd_ascii_is_digit(s.p[i + 4])) ||
      (i + 5 < s.n && (s.p[i + 4] == ',' || s.p[i + 4] == '.') &&
       hd_ascii_is_digit(s.p[i + 5])))
    return 0;
  return (uint16_t)((s.p[i] - '0') * 1000 + (s.p[i + 1] - '0') * 100 +
                    (s.p[i + 2] - '0') * 10 + s.p[i + 3] - '0');
}

/* Years outside brackets of the text are added. */
static void add_years(hd_years *y, hd_str s) {
  int depth = 0;
  for (size_t i = 0; i < s.n; i++) {
    depth += s.p[i] == '(';
    depth -= s.p[i] == ')' && depth > 0;
    uint16_t year = depth ? 0 : year_at(s, i);
    bool known = false;
    if (!year)
      continue;
    for (uint32_t k = 0; k < y->n; k++)
      known = known || y->at[k] == year;
    if (!known && y->n < HD_YEARS_MOST)
      y->at[y->n++] = year;
  }
}

/* The figure before (or behind) this one in its sentence; the sentence's end
 * where there is none. Periods and dates are none. */
static uint32_t limit(const hd_linker *l, uint32_t claim, int step) {
  enum { FIGURES = 64 };
  const hd_claim *c = &l->claims->items[claim];
  hd_span span = l->text->sentences[c->sentence].span;
  int left = FIGURES;
  for (int64_t i = (int64_t)claim + step;
       i >= 0 && i < (int64_t)l->q->n && left-- > 0; i += step) {
    const hd_quantity *q = &l->q->items[i];
    if (q->span.off < span.off || q->span.off >= span.end)
      break;
    if (q->kind == HD_KIND_AMOUNT || q->kind == HD_KIND_PERCENT ||
        (q->kind == HD_KIND_COUNT && q->digits > 1 && !q->numeral))
      return step > 0 ? q->span.off : q->span.end;
  }
  return step > 0 ? span.end : span.off;
}

static uint32_t up_to_mark(const hd_linker *l, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; i++)
    if (strchr("(;", l->doc->text.p[i]))
      return i;
  return to;
}

/* The sentence, or what of a very long one is near the figure. */
static hd_str window(const hd_linker *l, hd_span sentence, hd_span figure) {
  enum { NEAR = 2000 };
  if (figure.off - sentence.off > NEAR)
    sentence.off = figure.off - NEAR;
  if (sentence.end - figure.end > NEAR)
    sentence.end = figure.end + NEAR;
  return hd_linker_between(l, sentence.off, sentence.end);
}

hd_years hd_years_of(const hd_linker *l, uint32_t claim) {
  hd_years y = {.n = 0};
  hd_span figure = l->q->items[claim].span;
  hd_span sentence = l->text->sentences[l->claims->items[claim].sentence].span;
  uint32_t end = limit(l, claim, 1), start = limit(l, claim, -1);
  add_years(&y,
            hd_linker_between(l, figure.end, up_to_mark(l, figure.end, end)));
  if (!y.n)
    add_years(&y, hd_linker_between(l, start, figure.off));
  if (!y.n)
    add_years(&y, window(l, sentence, figure));
  return y;
}

hd_years hd_years_in(hd_str text) {
  hd_years y = {.n = 0};
  add_years(&y, text);
  return y;
}

uint32_t hd_year_in(hd_str header) {
  for (size_t i = 0; i + 4 <= header.n; i++) {
    uint16_t year = year_at(header, i);
    if (year)
      return year;
  }
  return 0;
}

bool hd_years_meet(const hd_years *years, hd_str header) {
  bool any = false;
  for (size_t i = 0; i + 4 <= header.n; i++) {
    uint16_t year = year_at(header, i);
    any = any || year;
    for (uint32_t k = 0; year && k < years->n; k++)
      if (years->at[k] == year)
        return true;
  }
  return !any || !years->n;
}
