/* date_en: English dates and periods.
 *
 * August 28, 2019; 28 August 2019; April 12–15, 2020; January–March 2019; Q1
 * 2024; the first half of 2018; FY2023/24; last year. A bare year is read by
 * year_en, dates in digits alone by date_digits. */
#include "scan.h"

/* A month's name with a capital; its end. */
static uint32_t read_month(const hd_scan *scan, uint32_t at, int *month) {
  uint32_t end;
  const hd_calendar *entry = hd_ascii_is_letter(hd_scan_byte(scan, at))
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
  uint32_t end = hd_date_number(scan, at, 1, 2, day);
  if (!end || *day < 1)
    return 0;
  for (size_t i = 0; i < 4; i++)
    if (hd_scan_is(scan, end, endings[i]))
      end += 2;
  char next = hd_scan_byte(scan, end);
  if (next == '%' ||
      (next == '.' && hd_ascii_is_digit(hd_scan_byte(scan, end + 1))))
    return 0;
  return end;
}

/* `, 2019`, ` 2019` or `-2019` behind a day or month; 0 if there is none. A
 * blank before the comma behind a month (January , 2019) is a day that was
 * lost. */
static uint32_t read_year_behind(const hd_scan *scan, uint32_t at, int *year) {
  bool day = hd_ascii_is_digit(hd_scan_byte(scan, at - 1));
  uint32_t mark = hd_scan_blanks(scan, at, day);
  uint32_t pos = hd_scan_byte(scan, mark) == ',' ? mark + 1 : at;
  if (hd_scan_byte(scan, at) == '-' &&
      hd_ascii_is_letter(hd_scan_byte(scan, at - 1)))
    pos = at + 1;
  uint32_t next = hd_scan_blanks(scan, pos, 2);
  if (hd_scan_is(scan, next, "of "))
    next += 3;
  return next > at ? hd_year_read(scan, next, year) : 0;
}

static int year_or_context(const hd_scan *scan, uint32_t end, int year) {
  return end ? year : scan->year;
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
  hd_date_put(q, at, behind ? behind : end,
              hd_day_of(year - (last < month), month, 0),
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
    hd_date_put(q, at, end, hd_day_of(1900 + day, month, 0),
                hd_day_of(1900 + day, month, 0));
    return end;
  }
  last_day = day;
  uint32_t dash = hd_date_dash(scan, end);
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
  hd_date_put(q, at, behind ? behind : end, hd_day_of(year, month, day),
              hd_day_of(year, last_month, last_day));
  if (!behind)
    q->form = HD_PERIOD_RELATIVE;
  return q->span.end;
}

/* Behind a month and year: –March 2017. */
static uint32_t read_to_month(const hd_scan *scan, uint32_t end,
                              hd_quantity *q) {
  int month, year;
  uint32_t dash = hd_date_dash(scan, end);
  uint32_t name = dash ? read_month(scan, dash, &month) : 0;
  uint32_t behind = name ? read_year_behind(scan, name, &year) : 0;
  if (behind) {
    hd_day first = q->first;
    hd_date_put(q, q->span.off, behind, first, hd_day_of(year, month, 0));
    q->kind = HD_KIND_PERIOD;
  }
  return q->span.end;
}

/* Behind a full date: –January 3, 2015. */
static uint32_t read_to_date(const hd_scan *scan, uint32_t end,
                             hd_quantity *q) {
  int month, day, year;
  uint32_t dash = hd_date_dash(scan, end);
  uint32_t name = dash ? read_month(scan, dash, &month) : 0;
  uint32_t number =
      name ? read_day(scan, hd_scan_blanks(scan, name, 1), &day) : 0;
  uint32_t behind = number ? read_year_behind(scan, number, &year) : 0;
  if (behind)
    hd_date_put(q, q->span.off, behind, q->first, hd_day_of(year, month, day));
  return q->span.end;
}

/* January to March 2019: where the second month begins, if a year follows
 * it. */
static uint32_t to_month(const hd_scan *scan, uint32_t end) {
  static const char *const words[] = {" to ", " through "};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    int month, year;
    uint32_t pos = end + (uint32_t)strlen(words[i]);
    uint32_t name =
        hd_scan_is(scan, end, words[i]) ? read_month(scan, pos, &month) : 0;
    if (name && read_year_behind(scan, name, &year))
      return pos;
  }
  return 0;
}

/* to, through or a dash at `at`; behind it, 0 if there is none. */
static uint32_t read_to(const hd_scan *scan, uint32_t at) {
  static const char *const words[] = {" to ", " through "};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (hd_scan_is(scan, at, words[i]))
      return at + (uint32_t)strlen(words[i]);
  return hd_date_dash(scan, at);
}

/* Behind 14 May or May 14 that has no year: to 2 June 2019, to June 2, 2019.
 * The end, 0 if it is none. */
static uint32_t read_to_day(const hd_scan *scan, uint32_t end, bool day_first,
                            hd_quantity *q) {
  int month, day, year;
  uint32_t pos = read_to(scan, end), behind;
  if (!pos)
    return 0;
  if (day_first) {
    behind = read_day(scan, pos, &day);
    behind =
        behind ? read_month(scan, hd_scan_blanks(scan, behind, 1), &month) : 0;
  } else {
    behind = read_month(scan, pos, &month);
    behind = behind ? read_day(scan, hd_scan_blanks(scan, behind, 1), &day) : 0;
  }
  behind = behind ? read_year_behind(scan, behind, &year) : 0;
  if (!behind || day > 31)
    return 0;
  hd_day first = q->first, last = hd_day_of(year, month, day);
  bool before =
      first.month > month || (first.month == month && first.day > day);
  hd_date_put(q, q->span.off, behind,
              hd_day_of(year - before, first.month, first.day), last);
  q->form = HD_PERIOD_ABSOLUTE;
  return behind;
}

static uint32_t read_from_month(const hd_scan *scan, uint32_t at,
                                hd_quantity *q) {
  int month, year;
  bool strong;
  uint32_t name = read_month(scan, at, &month);
  if (!name)
    return 0;
  uint32_t dash = hd_date_dash(scan, name);
  dash = dash ? dash : to_month(scan, name);
  uint32_t end = dash ? read_month_range(scan, at, dash, month, q) : 0;
  uint32_t behind = read_year_behind(scan, name, &year);
  if (end)
    return end;
  if (behind) {
    hd_date_put(q, at, behind, hd_day_of(year, month, 0),
                hd_day_of(year, month, 0));
    return read_to_month(scan, behind, q);
  }
  end = read_month_day(scan, at, hd_scan_blanks(scan, name, 2), month, q);
  if (end && q->form == HD_PERIOD_RELATIVE) {
    uint32_t to = read_to_day(scan, end, false, q);
    return to ? to : end;
  }
  if (end)
    return read_to_date(scan, end, q);
  if (end || !hd_date_lead(scan, at, &strong) || !strong)
    return end;
  hd_date_put(q, at, name, hd_day_of(scan->year, month, 0),
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
  uint32_t dash = read_to(scan, end);
  uint32_t second = dash ? read_day(scan, dash, &last) : 0;
  if (second)
    end = second;
  uint32_t pos = hd_scan_blanks(scan, end, 1);
  if (hd_scan_is(scan, pos, "of "))
    pos += 3;
  uint32_t name = read_month(scan, pos, &month);
  if (!name || day > 31)
    return 0;
  uint32_t behind = read_year_behind(scan, name, &year);
  if (pos == end) { /* 30June2025: the blanks were lost */
    behind = hd_year_read(scan, hd_scan_blanks(scan, name, 1), &year);
    if (!behind || name - pos < 3)
      return 0;
  }
  year = year_or_context(scan, behind, year);
  hd_date_put(q, at, behind ? behind : name, hd_day_of(year, month, day),
              hd_day_of(year, month, last));
  if (!behind && !second)
    read_to_day(scan, name, true, q);
  return q->span.end;
}

/* fourth of July 1995, twenty second of June: the day in words. */
static uint32_t read_from_day_word(const hd_scan *scan, uint32_t at,
                                   hd_quantity *q) {
  int month, year = 0;
  hd_quantity day;
  hd_match match;
  if (!hd_scan_word(scan, scan->units->numerals, at, &match))
    return 0;
  hd_numeral_class cls = scan->units->numeral.items[match.values[0]].cls;
  if (cls != HD_NUMERAL_ORDINAL && cls != HD_NUMERAL_TENS)
    return 0;
  uint32_t end = hd_ordinal_en_read(scan, at, &day);
  if (!end || day.low.num > 31 || !hd_scan_is(scan, end, " of "))
    return 0;
  uint32_t name = read_month(scan, end + 4, &month);
  if (!name)
    return 0;
  uint32_t behind = read_year_behind(scan, name, &year);
  year = year_or_context(scan, behind, year);
  hd_day first = hd_day_of(year, month, (int)day.low.num);
  hd_date_put(q, at, behind ? behind : name, first, first);
  if (!behind)
    q->form = HD_PERIOD_RELATIVE;
  return q->span.end;
}

/* 20Q3, 22H1 of a Chinese text: the year's last two digits; their end. */
static uint32_t read_two_digits(const hd_scan *scan, uint32_t at, int *year) {
  enum { CENTURY = 2000, LAST = 40 };
  uint32_t end = hd_date_number(scan, at, 2, 2, year);
  char before = at > scan->low ? scan->s[at - 1] : ' ';
  if (!end || scan->lang != HD_LANG_ZH || *year > LAST || before == '.' ||
      hd_ascii_is_letter(before))
    return 0;
  *year += CENTURY;
  char part = hd_scan_byte(scan, end);
  return part == 'Q' || part == 'H' ? end : 0;
}

/* 2016 Q3, 2024Q1, 20Q3, 2015 June: the year stands first. */
static uint32_t read_year_first(const hd_scan *scan, uint32_t at,
                                hd_quantity *q) {
  int year, n;
  uint32_t number = hd_date_number(scan, at, 4, 4, &year);
  if (!number)
    number = read_two_digits(scan, at, &year);
  uint32_t pos = hd_scan_blanks(scan, number, 1);
  if (hd_scan_byte(scan, number) == '-')
    pos = number + 1; /* 2019-H2 */
  if (!number || year < 1900 || year > 2100 ||
      !hd_ascii_is_letter(hd_scan_byte(scan, pos)))
    return 0;
  int parts = hd_date_short_part(scan, pos, &n);
  uint32_t end = parts ? pos + 2 : 0;
  if (!parts && pos > number) {
    end = read_month(scan, pos, &n);
    uint32_t behind = hd_scan_blanks(scan, end, 1);
    if (hd_ascii_is_digit(hd_scan_byte(scan, behind)))
      return 0; /* 2015 June 3: the day's own reader knows */
    parts = 12;
  }
  if (!end)
    return 0;
  int months = 12 / parts;
  hd_date_put(q, at, end, hd_day_of(year, (n - 1) * months + 1, 0),
              hd_day_of(year, n * months, 0));
  return end;
}

/* FY 75, FY89: the year of the two digits that the report is nearest to. */
static uint32_t read_short_year(const hd_scan *scan, uint32_t at, int *year) {
  enum { CENTURY = 100, LATE = 2000, AHEAD = 20 };
  uint32_t end = hd_date_number(scan, at, 2, 2, year);
  char next = hd_scan_byte(scan, end), after = hd_scan_byte(scan, end + 1);
  if (!end || hd_ascii_is_letter(next) || next == '%' ||
      ((next == '.' || next == ',') && hd_ascii_is_digit(after)))
    return 0;
  int now = scan->clock.date.year ? scan->clock.date.year : LATE;
  *year += now / CENTURY * CENTURY;
  if (*year > now + AHEAD)
    *year -= CENTURY;
  else if (*year <= now + AHEAD - CENTURY)
    *year += CENTURY;
  return end;
}

/* fiscal 2018, FY2023/24, FY 75; last year. */
static uint32_t read_year_word(const hd_scan *scan, uint32_t at,
                               hd_quantity *q) {
  uint32_t end;
  int year, last;
  const hd_calendar *entry = hd_scan_calendar(scan, at, &end);
  bool shortened = hd_scan_is(scan, at, "FY");
  if (!entry && shortened && hd_ascii_is_digit(hd_scan_byte(scan, at + 2))) {
    end = at + 2;
  } else if (entry && entry->role <= HD_CALENDAR_REPORTED) {
    int base = entry->role == HD_CALENDAR_YEAR ? scan->clock.date.year
                                               : scan->clock.year_last.year;
    year = base ? base + entry->value : 0;
    hd_date_put(q, at, end, hd_day_of(year, 1, 1), hd_day_of(year, 12, 31));
    q->form = HD_PERIOD_RELATIVE;
    return end;
  } else if (!entry || entry->role != HD_CALENDAR_FISCAL) {
    return 0;
  }
  uint32_t pos = hd_scan_blanks(scan, end, 1);
  uint32_t number = hd_year_read(scan, pos, &year);
  if (!number && shortened)
    number = read_short_year(scan, pos, &year);
  if (!number)
    return 0;
  uint32_t to = hd_year_range(scan, number, year, &last);
  hd_date_put(q, at, to ? to : number, hd_day_of(year, 0, 0),
              hd_day_of(to ? last : year, 0, 0));
  return q->span.end;
}

uint32_t hd_date_en_read(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  char c = scan->s[at];
  uint32_t end = 0;
  if (hd_ascii_is_letter(c)) {
    end = read_from_month(scan, at, q);
    if (!end)
      end = hd_date_part_read(scan, at, q);
    if (!end)
      end = read_from_day_word(scan, at, q);
    return end ? end : read_year_word(scan, at, q);
  }
  if (!hd_ascii_is_digit(c))
    return 0;
  uint32_t behind = hd_scan_digits(scan, at);
  unsigned char next = (unsigned char)hd_scan_byte(scan, behind);
  if (behind - at > 4 || (next >= 0xe3 && behind - at < 4))
    return 0; /* neither day nor year */
  end = behind == at + 1 ? hd_date_number_part(scan, at, q) : 0;
  if (!end)
    end = read_from_day(scan, at, q);
  if (!end)
    end = hd_date_marked_read(scan, at, q);
  if (!end)
    end = read_year_first(scan, at, q);
  return end ? end : hd_year_en_read(scan, at, q);
}
