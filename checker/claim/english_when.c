/* english_when: what words before an English date make of it.
 *
 * In: a date or period of running text. Out: whether it is what is compared
 * with (over last year), and the period that ends on it (year ended December
 * 31, 2019), in weeks where a fiscal quarter ends within a month. */
#include "english.h"
#include <strings.h>

/* Is the period q what is compared with (over last year, versus 2018)? */
bool hd_english_compared(const hd_claim_reader *r, const hd_quantity *q) {
  static const char *const words[] = {"over",    "than", "versus", "since",
                                      "against", "from", "with"};
  enum { BACK = 24 };
  uint32_t low = q->span.off > BACK ? q->span.off - BACK : 0;
  hd_str s = hd_str_trim((hd_str){r->doc->text.p + low, q->span.off - low});
  if (hd_str_ends(s, HD_STR(" the")))
    s = hd_str_trim((hd_str){s.p, s.n - 3});
  if (hd_str_ends(s, HD_STR(" than in")))
    s.n -= 3;
  if (hd_str_ends(s, HD_STR("compared to")) ||
      hd_str_ends(s, HD_STR("relative to")))
    return true;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t n = strlen(words[i]);
    if (s.n > n && s.p[s.n - n - 1] == ' ' &&
        hd_str_ends(s, hd_str_of(words[i])))
      return true;
  }
  return false;
}

static hd_day days_before(hd_day day, int n) {
  int left = day.day - n, month = day.month, year = day.year;
  while (left < 1) {
    year -= month == 1;
    month = month == 1 ? 12 : month - 1;
    left += hd_days_in_month(year, month);
  }
  return (hd_day){(int16_t)year, (uint8_t)month, (uint8_t)left};
}

hd_day hd_english_first(hd_day last, int n) {
  enum { QUARTER = 91, YEAR = 364 };
  if (last.day != hd_days_in_month(last.year, last.month) &&
      !(last.month == 2 && last.day == 28))
    return days_before(last, (n == 12 ? YEAR : n / 3 * QUARTER) - 1);
  hd_day first = {last.year, last.month, 1};
  int month = last.month - n + 1;
  while (month < 1) {
    month += 12;
    first.year--;
  }
  first.month = (uint8_t)month;
  return first;
}

int hd_english_span(const hd_claim_reader *r, const hd_quantity *q) {
  static const struct {
    const char *words;
    int months;
  } rows[] = {{"year ended", 12},        {"years ended", 12},
              {"year ending", 12},       {"quarter ended", 3},
              {"three months ended", 3}, {"six months ended", 6},
              {"nine months ended", 9},  {"twelve months ended", 12},
              {"3 months ended", 3},     {"6 months ended", 6},
              {"9 months ended", 9},     {"12 months ended", 12}};
  enum { BACK = 24 };
  if (q->kind != HD_KIND_DATE || !q->last.day)
    return 0;
  uint32_t off = q->span.off > BACK ? q->span.off - BACK : 0;
  hd_str s = hd_str_trim((hd_str){r->doc->text.p + off, q->span.off - off});
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    size_t n = strlen(rows[i].words);
    if (s.n >= n && strncasecmp(s.p + s.n - n, rows[i].words, n) == 0)
      return rows[i].months;
  }
  return 0;
}

bool hd_english_ended(const hd_claim_reader *r, const hd_quantity *q,
                      hd_day *first) {
  int months = hd_english_span(r, q);
  if (months)
    *first = hd_english_first(q->last, months);
  return months > 0;
}

hd_day hd_english_fiscal(const hd_claim_reader *r) {
  enum { BACK = 24, YEAR = 12 };
  for (size_t i = 0; i < r->q->n; i++) {
    const hd_quantity *q = &r->q->items[i];
    if (q->kind != HD_KIND_DATE || hd_english_span(r, q) != YEAR)
      continue;
    uint32_t off = q->span.off > BACK ? q->span.off - BACK : 0;
    hd_str s = {r->doc->text.p + off, q->span.off - off};
    if (hd_str_find(s, HD_STR("iscal")) < s.n)
      return (hd_day){0, q->last.month, q->last.day};
  }
  return (hd_day){0};
}

void hd_english_in_fiscal(const hd_claim_reader *r, const hd_quantity *q,
                          hd_period *p) {
  hd_str s = hd_document_text(r->doc, q->span);
  bool named =
      hd_str_starts(s, HD_STR("fiscal")) || hd_str_starts(s, HD_STR("Fiscal"));
  bool whole = p->first.year == p->last.year && p->first.month == 1 &&
               p->first.day == 1 && p->last.month == 12 && p->last.day == 31;
  if (!r->fiscal.month || !named || !whole)
    return;
  p->last = (hd_day){p->last.year, r->fiscal.month, r->fiscal.day};
  p->first = hd_english_first(p->last, 12);
}
