/* date_en: English dates and periods, and dates in digits alone.
 *
 * August 28, 2019; 28 August 2019; April 12–15, 2020; January–March 2019; Q1
 * 2024; the first half of 2018; FY2023/24; 2014–2017; in 2016; last year;
 * 2019-08-28; 1990s. A bare year needs a word before it that leads to one, or
 * no noun behind it. */
#include "scan.h"

static void put(hd_quantity *q, uint32_t at, uint32_t end, hd_day first,
                hd_day last) {
  *q = (hd_quantity){.span = {at, end},
                     .number = {at, end},
                     .unit_span = {end, end},
                     .scale = hd_number_of(1),
                     .form = HD_PERIOD_ABSOLUTE};
  hd_date_set(q, first, last);
}

/* A hyphen or dash at `at`; behind it, or 0. */
static uint32_t read_dash(const hd_scan *scan, uint32_t at) {
  static const char *const marks[] = {"-", "–", "—", "‑"};
  uint32_t pos = hd_scan_blanks(scan, at, 1);
  for (size_t i = 0; i < 4; i++)
    if (hd_scan_is(scan, pos, marks[i]))
      return hd_scan_blanks(scan, pos + (uint32_t)strlen(marks[i]), 1);
  return 0;
}

/* Exactly n digits at `at`, no digit behind. */
static uint32_t read_digits(const hd_scan *scan, uint32_t at, uint32_t least,
                            uint32_t most, int *value) {
  if (!hd_is_digit(hd_scan_byte(scan, at)))
    return 0;
  uint32_t end = hd_whole_read(scan, at, value);
  return end && end - at >= least && end - at <= most ? end : 0;
}

static uint32_t read_year(const hd_scan *scan, uint32_t at, int *year) {
  uint32_t end = read_digits(scan, at, 4, 4, year);
  char next = hd_scan_byte(scan, end);
  if (!end || *year < 1900 || *year > 2100 ||
      ((next == '.' || next == ',') &&
       hd_is_digit(hd_scan_byte(scan, end + 1))))
    return 0;
  return end;
}

/* A month's name with a capital; its end. */
static uint32_t read_month(const hd_scan *scan, uint32_t at, int *month) {
  uint32_t end;
  const hd_calendar *entry = hd_is_letter(hd_scan_byte(scan, at))
                                 ? hd_scan_calendar(scan, at, &end)
                                 : NULL;
  if (!entry || entry->role != HD_CALENDAR_MONTH || scan->s[at] > 'Z')
    return 0;
  *month = entry->value;
  return end;
}

/* 28, 28th behind or before a month's name. */
static uint32_t read_day(const hd_scan *scan, uint32_t at, int *day) {
  static const char *const endings[] = {"st", "nd", "rd", "th"};
  uint32_t end = read_digits(scan, at, 1, 2, day);
  if (!end || *day < 1)
    return 0;
  for (size_t i = 0; i < 4; i++)
    if (hd_scan_is(scan, end, endings[i]))
      end += 2;
  char next = hd_scan_byte(scan, end);
  if (next == '%' || (next == '.' && hd_is_digit(hd_scan_byte(scan, end + 1))))
    return 0;
  return end;
}

/* `, 2019` or ` 2019` behind a day or month; 0 if there is none. */
static uint32_t read_year_behind(const hd_scan *scan, uint32_t at, int *year) {
  uint32_t pos = hd_scan_byte(scan, at) == ',' ? at + 1 : at;
  uint32_t next = hd_scan_blanks(scan, pos, 2);
  if (hd_scan_is(scan, next, "of "))
    next += 3;
  return next > at ? read_year(scan, next, year) : 0;
}

static int year_or_context(const hd_scan *scan, uint32_t end, int year) {
  return end ? year : scan->year;
}

/* Is the word before `at` one that leads to a date (in, since)? Sets strong
 * for leads, else it is a link (of, and). */
static bool read_lead(const hd_scan *scan, uint32_t at, bool *strong) {
  uint32_t end = hd_scan_blanks_back(scan, at), start = end, behind;
  if (end > scan->low && scan->s[end - 1] == '-')
    end--;
  start = end;
  while (start > scan->low && hd_is_letter(scan->s[start - 1]))
    start--;
  if (start == end)
    return false;
  const hd_calendar *entry = hd_scan_calendar(scan, start, &behind);
  if (!entry || entry->role < HD_CALENDAR_MONTH)
    return false;
  *strong =
      entry->role != HD_CALENDAR_LINK && entry->role != HD_CALENDAR_SEASON;
  return true;
}

/* Behind a month's first mention: –March 2019; day; year. */
static uint32_t read_month_range(const hd_scan *scan, uint32_t at,
                                 uint32_t dash, int month, hd_quantity *q) {
  int last, year = 0;
  uint32_t end = read_month(scan, dash, &last);
  if (!end)
    return 0;
  uint32_t behind = read_year_behind(scan, end, &year);
  year = year_or_context(scan, behind, year);
  put(q, at, behind ? behind : end, hd_day_of(year - (last < month), month, 0),
      hd_day_of(year, last, 0));
  return q->span.end;
}

/* August 28, 2019; August 12–15, 2020; August 12–September 3, 2020. */
static uint32_t read_month_day(const hd_scan *scan, uint32_t at, uint32_t pos,
                               int month, hd_quantity *q) {
  int day, last_day, last_month = month, year = 0;
  uint32_t end = read_day(scan, pos, &day);
  if (!end)
    return 0;
  if (day > 31) { /* August 99 */
    put(q, at, end, hd_day_of(1900 + day, month, 0),
        hd_day_of(1900 + day, month, 0));
    return end;
  }
  last_day = day;
  uint32_t dash = read_dash(scan, end);
  if (dash) {
    int d, m = month;
    uint32_t name = read_month(scan, dash, &m);
    uint32_t to =
        read_day(scan, name ? hd_scan_blanks(scan, name, 1) : dash, &d);
    if (to && (m != month || d > day)) {
      end = to;
      last_day = d;
      last_month = m;
    }
  }
  uint32_t behind = read_year_behind(scan, end, &year);
  year = year_or_context(scan, behind, year);
  put(q, at, behind ? behind : end, hd_day_of(year, month, day),
      hd_day_of(year, last_month, last_day));
  if (!behind)
    q->form = HD_PERIOD_RELATIVE;
  return q->span.end;
}

/* Behind a month and year: –March 2017. */
static uint32_t read_to_month(const hd_scan *scan, uint32_t end,
                              hd_quantity *q) {
  int month, year;
  uint32_t dash = read_dash(scan, end);
  uint32_t name = dash ? read_month(scan, dash, &month) : 0;
  uint32_t behind = name ? read_year_behind(scan, name, &year) : 0;
  if (behind) {
    hd_day first = q->first;
    put(q, q->span.off, behind, first, hd_day_of(year, month, 0));
    q->kind = HD_KIND_PERIOD;
  }
  return q->span.end;
}

/* Behind a full date: –January 3, 2015. */
static uint32_t read_to_date(const hd_scan *scan, uint32_t end,
                             hd_quantity *q) {
  int month, day, year;
  uint32_t dash = read_dash(scan, end);
  uint32_t name = dash ? read_month(scan, dash, &month) : 0;
  uint32_t number =
      name ? read_day(scan, hd_scan_blanks(scan, name, 1), &day) : 0;
  uint32_t behind = number ? read_year_behind(scan, number, &year) : 0;
  if (behind)
    put(q, q->span.off, behind, q->first, hd_day_of(year, month, day));
  return q->span.end;
}

static uint32_t read_from_month(const hd_scan *scan, uint32_t at,
                                hd_quantity *q) {
  int month, year;
  bool strong;
  uint32_t name = read_month(scan, at, &month);
  if (!name)
    return 0;
  uint32_t dash = read_dash(scan, name);
  uint32_t end = dash ? read_month_range(scan, at, dash, month, q) : 0;
  uint32_t behind = read_year_behind(scan, name, &year);
  if (end)
    return end;
  if (behind) {
    put(q, at, behind, hd_day_of(year, month, 0), hd_day_of(year, month, 0));
    return read_to_month(scan, behind, q);
  }
  end = read_month_day(scan, at, hd_scan_blanks(scan, name, 2), month, q);
  if (end)
    return read_to_date(scan, end, q);
  if (end || !read_lead(scan, at, &strong) || !strong)
    return end;
  put(q, at, name, hd_day_of(scan->year, month, 0),
      hd_day_of(scan->year, month, 0));
  q->form = HD_PERIOD_RELATIVE;
  return name;
}

/* 28 August 2019, 15–21 March 2020. */
static uint32_t read_from_day(const hd_scan *scan, uint32_t at,
                              hd_quantity *q) {
  int day, last, month, year = 0;
  uint32_t end = read_day(scan, at, &day);
  if (!end)
    return 0;
  last = day;
  uint32_t dash = read_dash(scan, end);
  uint32_t second = dash ? read_day(scan, dash, &last) : 0;
  if (second)
    end = second;
  uint32_t pos = hd_scan_blanks(scan, end, 1);
  if (hd_scan_is(scan, pos, "of "))
    pos += 3;
  uint32_t name = pos > end ? read_month(scan, pos, &month) : 0;
  if (!name || day > 31)
    return 0;
  uint32_t behind = read_year_behind(scan, name, &year);
  year = year_or_context(scan, behind, year);
  put(q, at, behind ? behind : name, hd_day_of(year, month, day),
      hd_day_of(year, month, last));
  return q->span.end;
}

/* The nth part (quarter, half) of a year that may follow. */
static uint32_t put_part(const hd_scan *scan, uint32_t at, uint32_t end, int n,
                         int parts, hd_quantity *q) {
  int year = 0, months = 12 / parts;
  uint32_t pos = hd_scan_blanks(scan, end, 1);
  static const char *const links[] = {
      "of fiscal year ", "of fiscal ", "of the year ", "of ", "fiscal ", "FY"};
  if (hd_scan_byte(scan, pos) == '-' || hd_scan_byte(scan, pos) == ',')
    pos = hd_scan_blanks(scan, pos + 1, 1);
  for (size_t i = 0; i < sizeof links / sizeof *links; i++)
    if (hd_scan_is(scan, pos, links[i])) {
      pos += (uint32_t)strlen(links[i]);
      break;
    }
  uint32_t behind = read_year(scan, pos, &year);
  year = year_or_context(scan, behind, year);
  put(q, at, behind ? behind : end, hd_day_of(year, (n - 1) * months + 1, 0),
      hd_day_of(year, n * months, 0));
  if (!behind)
    q->form = HD_PERIOD_RELATIVE;
  return q->span.end;
}

/* Q1 2024, H2; first quarter of 2018. */
static uint32_t read_part(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  char c = scan->s[at];
  int n = hd_scan_byte(scan, at + 1) - '0';
  int parts = c == 'Q' || c == 'q' ? 4 : c == 'H' ? 2 : 0;
  if (parts && n >= 1 && n <= parts &&
      !hd_is_digit(hd_scan_byte(scan, at + 2)) &&
      !hd_is_letter(hd_scan_byte(scan, at + 2)))
    return put_part(scan, at, at + 2, n, parts, q);
  hd_match match;
  uint32_t end;
  if (!hd_scan_word(scan, scan->units->numerals, at, &match))
    return 0;
  const hd_numeral *word = &scan->units->numeral.items[match.values[0]];
  if (word->cls != HD_NUMERAL_ORDINAL)
    return 0;
  uint32_t pos = at + (uint32_t)match.n;
  if (hd_scan_byte(scan, pos) != ' ' && hd_scan_byte(scan, pos) != '-')
    return 0;
  const hd_calendar *entry = hd_scan_calendar(scan, pos + 1, &end);
  if (!entry || entry->role != HD_CALENDAR_SEASON || word->value > entry->value)
    return 0;
  return put_part(scan, at, end, (int)word->value, entry->value, q);
}

/* 2023/24, 2023–24, 2014–2017 at a year's end; 0 if it is one year. */
static uint32_t read_year_range(const hd_scan *scan, uint32_t end, int year,
                                int *last) {
  uint32_t dash =
      hd_scan_byte(scan, end) == '/' ? end + 1 : read_dash(scan, end);
  if (!dash)
    return 0;
  uint32_t to = read_year(scan, dash, last);
  if (to)
    return *last > year ? to : 0;
  to = read_digits(scan, dash, 2, 2, last);
  if (!to || hd_scan_byte(scan, to) == '%' ||
      (hd_scan_byte(scan, to) == '-' &&
       hd_is_digit(hd_scan_byte(scan, to + 1))))
    return 0;
  if (*last <= 12 && *last != (year + 1) % 100)
    return 0; /* 2008-03: a month */
  *last += year / 100 * 100 + (*last < year % 100 ? 100 : 0);
  return *last > year && *last - year < 20 ? to : 0;
}

/* fiscal 2018, FY2023/24; last year. */
static uint32_t read_year_word(const hd_scan *scan, uint32_t at,
                               hd_quantity *q) {
  uint32_t end;
  int year, last;
  const hd_calendar *entry = hd_scan_calendar(scan, at, &end);
  if (!entry && hd_scan_is(scan, at, "FY") &&
      hd_is_digit(hd_scan_byte(scan, at + 2))) {
    end = at + 2;
  } else if (entry && entry->role <= HD_CALENDAR_REPORTED) {
    int base = entry->role == HD_CALENDAR_YEAR ? scan->clock.date.year
                                               : scan->clock.year_last.year;
    year = base ? base + entry->value : 0;
    put(q, at, end, hd_day_of(year, 1, 1), hd_day_of(year, 12, 31));
    q->form = HD_PERIOD_RELATIVE;
    return end;
  } else if (!entry || entry->role != HD_CALENDAR_FISCAL) {
    return 0;
  }
  uint32_t number = read_year(scan, hd_scan_blanks(scan, end, 1), &year);
  if (!number)
    return 0;
  uint32_t to = read_year_range(scan, number, year, &last);
  put(q, at, to ? to : number, hd_day_of(year, 0, 0),
      hd_day_of(to ? last : year, 0, 0));
  return q->span.end;
}

/* ---- a bare year
 * ---------------------------------------------------------------- */
/* A noun behind: 2000 patients; a function word or a mark is none. */
static bool noun_behind(const hd_scan *scan, uint32_t end) {
  static const char *const words[] = {
      "and ",   "to ",     "with ",    "was ",    "were ",  "is ",   "the ",
      "by ",    "for ",    "in ",      "at ",     "on ",    "or ",   "but ",
      "as ",    "from ",   "are ",     "among",   "when ",  "while", "that ",
      "than",   "of ",     "through ", "had ",    "has ",   "it ",   "we ",
      "they ",  "there ",  "after ",   "before ", "until ", "have ", "will ",
      "onward", "because", "versus",   "compared"};
  uint32_t pos = hd_scan_blanks(scan, end, 1);
  char c = hd_scan_byte(scan, pos);
  if (pos == end || !(c >= 'a' && c <= 'z'))
    return false;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (hd_scan_is(scan, pos, words[i]))
      return false;
  return true;
}

static bool is_unit_behind(const hd_scan *scan, uint32_t end) {
  const hd_unit *unit;
  bool blocked;
  uint32_t off;
  return hd_scan_byte(scan, end) == '%' ||
         (hd_unit_read(scan, end, &unit, &off, &blocked) &&
          unit->kind != HD_KIND_NAME && unit->kind != HD_KIND_IDENTIFIER);
}

/* Survey 2017 data: a word with a capital inside the sentence before it. */
static bool name_before(const hd_scan *scan, uint32_t at) {
  uint32_t end = hd_scan_blanks_back(scan, at), start = end;
  while (start > scan->low && hd_is_letter(scan->s[start - 1]))
    start--;
  return start < end && end < at && scan->s[start] <= 'Z' && end - start > 1;
}

/* between 1994 and 2011: a year stands before the and. */
static bool year_before(const hd_scan *scan, uint32_t at) {
  static const char *const links[] = {" and ", " to ", " or ", ", "};
  for (size_t i = 0; i < 4; i++)
    if (hd_scan_ends(scan, at, links[i])) {
      int year;
      uint32_t off = at - (uint32_t)strlen(links[i]);
      return off >= scan->low + 4 && read_year(scan, off - 4, &year) == off;
    }
  return false;
}

static bool is_year_place(const hd_scan *scan, uint32_t at, uint32_t end) {
  bool strong = false;
  hd_span span;
  if (is_unit_behind(scan, end))
    return false;
  bool lead = read_lead(scan, at, &strong);
  uint32_t back = hd_scan_blanks_back(scan, at);
  char before = back > scan->low ? scan->s[back - 1] : 0;
  bool volume = hd_scan_byte(scan, end) == ';' &&
                hd_is_digit(hd_scan_byte(scan, end + 1));
  if (strong || volume || (!scan->cell && year_before(scan, at)))
    return true;
  if (!scan->cell && name_before(scan, at) &&
      (hd_scan_blanks_back(scan, at) > scan->low + 12 ||
       !noun_behind(scan, end)))
    return true;
  if (scan->cell)
    return at == scan->low && end == scan->high;
  if (noun_behind(scan, end) || (before && strchr("$=<>#", before)) ||
      hd_approx_before(scan, at, false, &span) != HD_BOUND_EXACT)
    return false;
  return lead || before == ',' || before == '(' || before == '/' ||
         before == ')' || hd_scan_ends(scan, back, "—") || before == 0;
}

static uint32_t read_bare_year(const hd_scan *scan, uint32_t at,
                               hd_quantity *q) {
  int year;
  uint32_t end = read_year(scan, at, &year);
  char next = hd_scan_byte(scan, end);
  if (!end)
    return 0;
  if (next == 's' && year % 10 == 0 &&
      !hd_is_letter(hd_scan_byte(scan, end + 1))) {
    put(q, at, end + 1, hd_day_of(year, 0, 0), hd_day_of(year + 9, 0, 0));
    return end + 1;
  }
  if (scan->lang != HD_LANG_EN || hd_is_letter(next) ||
      !is_year_place(scan, at, end))
    return 0;
  put(q, at, end, hd_day_of(year, 0, 0), hd_day_of(year, 0, 0));
  q->low = q->high = hd_number_of(year);
  q->readings[q->n_readings++] = HD_KIND_COUNT;
  return end;
}

uint32_t hd_date_en_read(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  char c = scan->s[at];
  uint32_t end = 0;
  if (hd_is_letter(c)) {
    end = read_from_month(scan, at, q);
    if (!end)
      end = read_part(scan, at, q);
    return end ? end : read_year_word(scan, at, q);
  }
  if (!hd_is_digit(c))
    return 0;
  end = read_from_day(scan, at, q);
  return end ? end : read_bare_year(scan, at, q);
}

/* ---- dates in digits
 * -------------------------------------------------------------- */
/* 2019-08-28, 2019/4/19, 2019.9.6. */
static uint32_t read_full(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  int year, month, day;
  uint32_t end = read_digits(scan, at, 4, 4, &year);
  char mark = hd_scan_byte(scan, end);
  if (!end || year < 1900 || year > 2100 || !mark || !strchr("-/.", mark))
    return 0;
  end = read_digits(scan, end + 1, 1, 2, &month);
  if (!end || hd_scan_byte(scan, end) != mark)
    return 0;
  end = read_digits(scan, end + 1, 1, 2, &day);
  if (!end || month < 1 || month > 12 || day < 1 || day > 31 ||
      hd_scan_byte(scan, end) == mark)
    return 0;
  put(q, at, end, hd_day_of(year, month, day), hd_day_of(year, month, day));
  return end;
}

/* 20240307 */
static uint32_t read_packed(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  int packed;
  uint32_t end = read_digits(scan, at, 8, 8, &packed);
  int year = packed / 10000, month = packed / 100 % 100, day = packed % 100;
  if (!end || year < 1950 || year > 2050 || month < 1 || month > 12 ||
      day < 1 || day > hd_days_in_month(year, month) || scan->cell ||
      hd_scan_byte(scan, end) == '.' || is_unit_behind(scan, end))
    return 0;
  put(q, at, end, hd_day_of(year, month, day), hd_day_of(year, month, day));
  q->readings[q->n_readings++] = HD_KIND_COUNT;
  return end;
}

uint32_t hd_date_digits_read(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  int year, last;
  if (!hd_is_digit(scan->s[at]))
    return 0;
  uint32_t end = read_full(scan, at, q);
  if (!end)
    end = read_packed(scan, at, q);
  if (end)
    return end;
  uint32_t number = read_year(scan, at, &year);
  end = number ? read_year_range(scan, number, year, &last) : 0;
  if (!end || last - year > 100 || is_unit_behind(scan, end) ||
      (last - year > 30 && noun_behind(scan, end)))
    return 0;
  put(q, at, end, hd_day_of(year, 0, 0), hd_day_of(last, 0, 0));
  return end;
}
