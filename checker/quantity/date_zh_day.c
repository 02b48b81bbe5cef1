/* date_zh_day: days of a year that are called by name or number: 国庆节, 春节,
 * 清明; 农历八月十五, 正月初五; 第20周, 第100天.
 *
 * In: a date whose year is set, and where what follows it starts. Out: its
 * first and last day. */
#include "date_zh.h"

static bool starts_with(const hd_scan *scan, uint32_t at,
                        const char *const *words, uint32_t *end) {
  for (; *words; words++)
    if (hd_scan_is(scan, at, *words)) {
      *end = at + (uint32_t)strlen(*words);
      return true;
    }
  return false;
}

static bool set_days(hd_date_zh *d, hd_day first, hd_day last, uint32_t end) {
  d->month = first.month;
  d->day = memcmp(&first, &last, sizeof first) == 0 ? first.day : 0;
  d->first = first;
  d->last = last;
  d->end = end;
  return true;
}

/* 国庆节 and 春节 where the day is meant, not the holidays around it. */
static bool read_feast(const hd_scan *scan, uint32_t at, hd_date_zh *d) {
  static const char *const same[] = {"当日", "当天", "那天", NULL};
  uint32_t end, behind, length;
  hd_day day = {0}, last;
  const hd_calendar *entry = hd_scan_calendar(scan, at, &end);
  if (!entry || entry->role < HD_CALENDAR_FEAST ||
      entry->role > HD_CALENDAR_TERM)
    return false;
  if (hd_cp_is_han(hd_scan_cp(scan, end, &length)) &&
      !starts_with(scan, end, same, &behind))
    return false;
  int month = entry->value / 100, n = entry->value % 100;
  if (entry->role == HD_CALENDAR_FEAST)
    day = hd_day_of(d->year, month, n);
  else if (entry->role == HD_CALENDAR_TERM
               ? !hd_solar_term(d->year, entry->value, &day)
               : !hd_lunar_month(d->year, month, false, &day, &last))
    return false;
  if (entry->role == HD_CALENDAR_LUNAR)
    day = hd_day_add(day, n - 1);
  return set_days(d, day, day, end);
}

/* 初五, and of a month that is surely lunar 十五, 廿三, 23日; its end. */
static uint32_t read_lunar_day(const hd_scan *scan, uint32_t at, bool *sure,
                               int *day) {
  bool early = hd_scan_is(scan, at, "初");
  *sure = *sure || hd_scan_is(scan, at, "廿");
  uint32_t end = hd_whole_read(scan, at + (early ? 3 : 0), day);
  if (!end || *day < 1 || *day > (early ? 10 : 30) || !(early || *sure))
    return 0;
  *sure = true;
  return end + (hd_scan_is(scan, end, "日") ? 3 : 0);
}

/* 正月初五, 农历八月十五, 农历闰四月; a month and day of the Gregorian calendar
 * are none. sure: 农历 stands before the year. */
static bool read_lunar(const hd_scan *scan, uint32_t at, bool sure,
                       hd_date_zh *d) {
  static const char *const calendars[] = {"农历", "阴历", "旧历", NULL};
  static const struct {
    const char *word;
    int month;
  } months[] = {{"正月", 1}, {"冬月", 11}, {"腊月", 12}};
  hd_day first, last;
  int month = 0, day;
  uint32_t end = 0;
  if (starts_with(scan, at, calendars, &end)) {
    sure = true;
    at = end;
  }
  bool leap = hd_scan_is(scan, at, "闰");
  at += leap ? 3 : 0;
  end = 0;
  for (size_t i = 0; i < sizeof months / sizeof *months; i++)
    if (hd_scan_is(scan, at, months[i].word)) {
      month = months[i].month;
      end = at + 6;
      sure = true;
    }
  if (!end) {
    uint32_t number = hd_whole_read(scan, at, &month);
    end = number && hd_scan_is(scan, number, "月") ? number + 3 : 0;
  }
  uint32_t behind = end ? read_lunar_day(scan, end, &sure, &day) : 0;
  if (!end || !sure || !hd_lunar_month(d->year, month, leap, &first, &last))
    return false;
  if (behind)
    first = last = hd_day_add(first, day - 1);
  return set_days(d, first, last, behind ? behind : end);
}

/* 第20周 as ISO 8601 counts it: the first week has the year's 4 January. */
static hd_day first_monday(int year) {
  hd_day fourth = hd_day_of(year, 1, 4);
  return hd_day_add(fourth, -hd_day_weekday(fourth));
}

static bool read_nth(const hd_scan *scan, uint32_t at, hd_date_zh *d) {
  int n;
  uint32_t end =
      hd_scan_is(scan, at, "第") ? hd_whole_read(scan, at + 3, &n) : 0;
  if (!end || n < 1 || n > 366)
    return false;
  if (hd_scan_is(scan, end, "周") && n <= 53) {
    hd_day monday = hd_day_add(first_monday(d->year), (n - 1) * 7);
    return set_days(d, monday, hd_day_add(monday, 6), end + 3);
  }
  hd_day day = hd_day_add(hd_day_of(d->year, 1, 1), n - 1);
  return hd_scan_is(scan, end, "天") && set_days(d, day, day, end + 3);
}

/* 母亲节: the nth of a weekday in a month. */
static bool read_weekday_feast(const hd_scan *scan, uint32_t at,
                               hd_date_zh *d) {
  static const struct {
    const char *word;
    int month, nth, weekday; /* 0 Monday */
  } feasts[] = {{"母亲节", 5, 2, 6}, {"父亲节", 6, 3, 6}, {"感恩节", 11, 4, 3}};
  for (size_t i = 0; i < sizeof feasts / sizeof *feasts; i++)
    if (hd_scan_is(scan, at, feasts[i].word)) {
      hd_day first = hd_day_of(d->year, feasts[i].month, 1);
      int days = (feasts[i].weekday - hd_day_weekday(first) + 7) % 7;
      hd_day day = hd_day_add(first, days + (feasts[i].nth - 1) * 7);
      return set_days(d, day, day, at + 9);
    }
  return false;
}

bool hd_date_zh_named_day(const hd_scan *scan, uint32_t year, uint32_t at,
                          hd_date_zh *d) {
  bool lunar =
      hd_scan_ends(scan, year, "农历") || hd_scan_ends(scan, year, "阴历");
  return read_feast(scan, at, d) || read_weekday_feast(scan, at, d) ||
         read_lunar(scan, at, lunar, d) || read_nth(scan, at, d);
}
