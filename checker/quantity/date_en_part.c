/* date_en_part: parts of a year in English: Q1 2024, 3Q25, the first half of
 * 2018, the first nine months of 2022. */
#include "scan.h"

/* The nth part (quarter, half) of a year that may follow. */
static uint32_t put_part(const hd_scan *scan, uint32_t at, uint32_t end, int n,
                         int parts, hd_quantity *q) {
  int year = 0, months = 12 / parts;
  uint32_t pos = hd_scan_blanks(scan, end, 1);
  static const char *const links[] = {
      "of fiscal year ", "of fiscal ", "of the year ", "of ", "fiscal ", "FY"};
  char mark = hd_scan_byte(scan, pos);
  if (mark == '-' || mark == ',' || mark == '/')
    pos = hd_scan_blanks(scan, pos + 1, 1);
  for (size_t i = 0; i < sizeof links / sizeof *links; i++)
    if (hd_scan_is(scan, pos, links[i])) {
      pos += (uint32_t)strlen(links[i]);
      break;
    }
  uint32_t behind = hd_year_read(scan, pos, &year);
  year = behind ? year : scan->year;
  hd_date_put(q, at, behind ? behind : end,
              hd_day_of(year, (n - 1) * months + 1, 0),
              hd_day_of(year, n * months, 0));
  if (!behind)
    q->form = HD_PERIOD_RELATIVE;
  return q->span.end;
}

/* Q1, H2: the number of parts that the year has (*n of them), 0 if none. */
int hd_date_short_part(const hd_scan *scan, uint32_t at, int *n) {
  char c = hd_scan_byte(scan, at), next = hd_scan_byte(scan, at + 2);
  int parts = c == 'Q' || c == 'q' ? 4 : c == 'H' ? 2 : 0;
  *n = hd_scan_byte(scan, at + 1) - '0';
  return *n >= 1 && *n <= parts && !hd_ascii_is_digit(next) &&
                 !hd_ascii_is_letter(next)
             ? parts
             : 0;
}

/* 2Q 2025, 1H2024, 3Q25, 9M 2025: the part's number stands first. */
uint32_t hd_date_number_part(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  enum { CENTURY = 2000 };
  char c = hd_scan_byte(scan, at + 1);
  int n = scan->s[at] - '0', year = 0;
  int parts = c == 'Q' ? 4 : c == 'H' ? 2 : c == 'M' ? 12 : 0;
  uint32_t pos = hd_scan_blanks(scan, at + 2, 1);
  if (!parts || n < 1 || n > parts || (c == 'M' && n % 3))
    return 0;
  if (hd_scan_byte(scan, pos) == '\'' || hd_scan_is(scan, pos, "FY"))
    pos += hd_scan_byte(scan, pos) == '\'' ? 1 : 2;
  uint32_t end = hd_year_read(scan, pos, &year);
  if (!end && (end = hd_date_number(scan, pos, 2, 2, &year)) != 0 &&
      pos < at + 5)
    year += CENTURY;
  char next = hd_scan_byte(scan, end);
  if (!end || hd_ascii_is_letter(next) || next == '%' ||
      (pos > at + 2 && year < CENTURY))
    return 0;
  int months = 12 / parts;
  hd_date_put(q, at, end,
              hd_day_of(year, c == 'M' ? 1 : (n - 1) * months + 1, 0),
              hd_day_of(year, n * months, 0));
  return end;
}

/* months or quarters of a year at `at`, n of them: how many months, 0 if none;
 * *end behind the noun. */
static int months_of(const hd_scan *scan, uint32_t at, int n, uint32_t *end) {
  static const struct {
    const char *noun;
    int months;
  } nouns[] = {{" months of ", 1}, {" quarters of ", 3}, {" quarter of ", 3}};
  for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
    if (hd_scan_is(scan, at, nouns[i].noun) && n * nouns[i].months <= 12) {
      *end = at + (uint32_t)strlen(nouns[i].noun);
      return n * nouns[i].months;
    }
  return 0;
}

/* nine behind `first`; 1 if none stands there. three quarters are no part. */
static int count_parts(const hd_scan *scan, uint32_t at, uint32_t *end) {
  hd_figure n;
  *end = at;
  if (hd_scan_is(scan, at, " three quarters of ")) {
    *end = at + (uint32_t)strlen(" three");
    return 3;
  }
  if (hd_scan_byte(scan, at) != ' ' ||
      !hd_figure_read(scan, at + 1, false, &n) || n.low.den != 1 ||
      n.low.num < 2 || n.low.num > 12)
    return 1;
  *end = n.end;
  return (int)n.low.num;
}

/* first nine months of 2022, last quarter of fiscal 2020: behind the first or
 * last word at `pos`. Without a year they are any nine months. */
static uint32_t read_end_parts(const hd_scan *scan, uint32_t at, uint32_t pos,
                               bool last, hd_quantity *q) {
  static const char *const years[] = {"fiscal year ", "fiscal ", "the year",
                                      "this year", "last year"};
  enum { NAMED = 2, LAST = 4, WORDS = 5 };
  uint32_t end;
  int year = 0, n = count_parts(scan, pos, &end);
  int months = n > 1 || last ? months_of(scan, end, n, &end) : 0;
  if (!months)
    return 0;
  size_t k = 0;
  while (k < WORDS && !hd_scan_is(scan, end, years[k]))
    k++;
  end += k < WORDS ? (uint32_t)strlen(years[k]) : 0;
  uint32_t behind = hd_year_read(scan, end, &year);
  if (!behind && (k < NAMED || k == WORDS))
    return 0;
  year = behind ? year : scan->year - (k == LAST && scan->year > 0);
  hd_date_put(q, at, behind ? behind : end,
              hd_day_of(year, last ? 13 - months : 1, 0),
              hd_day_of(year, last ? 12 : months, 0));
  if (!behind)
    q->form = HD_PERIOD_RELATIVE;
  return q->span.end;
}

/* Q1–Q3 2022, Q1 to Q3 2022: the end, 0 if it is one part, the nth. */
static uint32_t read_short_range(const hd_scan *scan, uint32_t at, int parts,
                                 int n, hd_quantity *q) {
  int last, year, months = 12 / parts;
  uint32_t to =
      hd_scan_is(scan, at + 2, " to ") ? at + 6 : hd_date_dash(scan, at + 2);
  if (!to || hd_date_short_part(scan, to, &last) != parts || last <= n)
    return 0;
  uint32_t pos = hd_scan_blanks(scan, to + 2, 1);
  if (hd_scan_is(scan, pos, "of "))
    pos += 3;
  uint32_t behind = hd_year_read(scan, pos, &year);
  if (!behind)
    return 0;
  hd_date_put(q, at, behind, hd_day_of(year, (n - 1) * months + 1, 0),
              hd_day_of(year, last * months, 0));
  return behind;
}

/* Q1 2024, H2; first quarter of 2018. */
uint32_t hd_date_part_read(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  int n, parts = hd_date_short_part(scan, at, &n);
  uint32_t to = parts ? read_short_range(scan, at, parts, n, q) : 0;
  if (to)
    return to;
  if (parts)
    return put_part(scan, at, at + 2, n, parts, q);
  hd_match match;
  uint32_t end;
  if (hd_scan_is(scan, at, "last "))
    return read_end_parts(scan, at, at + (uint32_t)strlen("last"), true, q);
  if (!hd_scan_word(scan, scan->units->numerals, at, &match))
    return 0;
  const hd_numeral *word = &scan->units->numeral.items[match.values[0]];
  if (word->cls != HD_NUMERAL_ORDINAL)
    return 0;
  uint32_t pos = at + (uint32_t)match.n;
  if (hd_scan_byte(scan, pos) != ' ' && hd_scan_byte(scan, pos) != '-')
    return 0;
  end = word->value == 1 ? read_end_parts(scan, at, pos, false, q) : 0;
  if (end)
    return end;
  const hd_calendar *entry = hd_scan_calendar(scan, pos + 1, &end);
  if (!entry || entry->role != HD_CALENDAR_SEASON || word->value > entry->value)
    return 0;
  return put_part(scan, at, end, (int)word->value, entry->value, q);
}
