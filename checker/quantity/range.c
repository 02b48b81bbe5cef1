/* range: the second end of a range of figures: 3-5家, 1万—5万元, 5 to 10.
 *
 * A word (至, to) makes no range where something moves from one figure to the
 * other (由3家到5家, rose by 3 to 5). */
#include "scan.h"

/* The mark between the ends of a range; where the second one starts, 0. */
static uint32_t read_mark(const hd_scan *scan, uint32_t at, bool *word) {
  static const char *const marks[] = {"——", "--", "-", "–", "—", "~", "―", "−"};
  static const char *const words[] = {"至", "到", "to ", "through "};
  uint32_t pos = hd_scan_blanks(scan, at, 1);
  *word = false;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (hd_scan_is(scan, pos, marks[i]))
      return hd_scan_blanks(scan, pos + (uint32_t)strlen(marks[i]), 1);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (hd_scan_is(scan, pos, words[i])) {
      *word = true;
      return hd_scan_blanks(scan, pos + (uint32_t)strlen(words[i]), 1);
    }
  return 0;
}

/* Does a word of change (增长, fell) end at `off`? */
static bool ends_change(const hd_text *text, uint32_t off) {
  size_t low = 0, high = text->n_tokens;
  while (low < high) {
    size_t mid = low + (high - low) / 2;
    if (text->tokens[mid].span.end < off)
      low = mid + 1;
    else
      high = mid;
  }
  for (; low < text->n_tokens && text->tokens[low].span.end == off; low++)
    if (text->tokens[low].word->cls == HD_WORD_CHANGE)
      return true;
  return false;
}

/* from 3 to 5, rose by 3 to 5, 由3家到5家: two figures, not a range. */
static bool moves_from(const hd_scan *scan, uint32_t off) {
  static const char *const from[] = {"从", "由", "自", "from ", "From ", "by "};
  for (size_t i = 0; i < sizeof from / sizeof *from; i++)
    if (hd_scan_ends(scan, off, from[i]))
      return true;
  return ends_change(scan->text, hd_scan_blanks_back(scan, off));
}

static void scale_figure(hd_figure *f, hd_number by) {
  f->low = hd_number_mul(f->low, by);
  f->high = hd_number_mul(f->high, by);
  f->step = hd_number_mul(f->step, by);
}

/* 2—3万, 八百到九百亿: the first takes the scale of the second. */
static void share_scale(hd_measure *a, const hd_measure *b) {
  hd_number by = b->figure.numeral ? b->figure.step : b->figure.scale;
  bool unscaled = a->figure.numeral == b->figure.numeral &&
                  hd_number_cmp(by, hd_number_of(1000)) >= 0 &&
                  !a->figure.scaled && !a->unit &&
                  hd_number_cmp(a->figure.step, hd_number_of(1)) <= 0;
  if (unscaled &&
      hd_number_cmp(a->figure.low, hd_number_div(b->figure.low, by)) < 0) {
    scale_figure(&a->figure, by);
    a->figure.scale = b->figure.scale;
  }
}

/* A whole number that could be a year. */
static bool is_year_like(const hd_figure *f) {
  return !f->grouped && !f->scaled && f->digits == 4 && f->decimals == 0 &&
         hd_number_cmp(f->low, hd_number_of(1900)) >= 0 &&
         hd_number_cmp(f->low, hd_number_of(2100)) <= 0;
}

/* The second end of a range that begins with a; its end, 0 if there is none. */
uint32_t hd_range_second(const hd_scan *scan, hd_measure *a, hd_measure *b) {
  bool word;
  uint32_t at = read_mark(scan, a->end, &word);
  if (!at || (word && moves_from(scan, a->off)) || a->figure.fraction)
    return 0;
  if (!hd_measure_read(scan, at, b) || b->figure.fraction ||
      (b->negative && !(word && a->negative)) ||
      (a->figure.numeral != b->figure.numeral && !a->unit && b->figure.weak &&
       !b->unit))
    return 0;
  if (a->figure.bare || (a->figure.weak && !b->unit && !word))
    return 0;
  bool suffix =
      a->unit && a->unit_span.end == a->end && !hd_span_empty(a->unit_span);
  if (a->unit && b->unit && a->unit != b->unit)
    return 0;
  if (!a->unit && b->unit &&
      hd_scan_context(scan, a->off) == HD_KIND_IDENTIFIER)
    return 0; /* during period 1 to 6.4% */
  if (word && is_year_like(&a->figure) && !a->unit &&
      (b->unit || b->figure.scaled))
    return 0; /* between 2010 and 2011 to 1.7 million tonnes */
  if (a->unit && !b->unit && suffix && a->unit_span.end > a->figure.end)
    return 0;
  share_scale(a, b);
  return hd_number_cmp(a->figure.low, b->figure.low) < 0 ? b->end : 0;
}
