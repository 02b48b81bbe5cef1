/* date_marked: English dates whose parts are joined by marks: 10/1/2018,
 * 23-1-2018, 10/1/2017-11/2/2017, 2019-Aug-1, 23/Sep/2020. */
#include "scan.h"

/* 10/1/2018: month, day and year; 23/1/2018 day first. */
static uint32_t read_slashed(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  int month, day, year;
  uint32_t end = hd_date_number(scan, at, 1, 2, &month);
  char mark = hd_scan_byte(scan, end);
  if (!end || (mark != '/' && mark != '-'))
    return 0;
  end = hd_date_number(scan, end + 1, 1, 2, &day);
  if (!end || hd_scan_byte(scan, end) != mark)
    return 0;
  end = hd_date_number(scan, end + 1, 4, 4, &year);
  if (month > 12) {
    int first = month;
    month = day;
    day = first;
  }
  if (!end || year < 1900 || year > 2100 || month < 1 || month > 12 ||
      day < 1 || day > 31 || hd_scan_byte(scan, end) == '/')
    return 0;
  hd_date_put(q, at, end, hd_day_of(year, month, day),
              hd_day_of(year, month, day));
  return end;
}

/* The month's name between two of the same mark, in any case; behind the
 * second one, or 0. */
static uint32_t read_joined_month(const hd_scan *scan, uint32_t at,
                                  int *month) {
  uint32_t end;
  char mark = hd_scan_byte(scan, at);
  if ((mark != '-' && mark != '/') ||
      !hd_ascii_is_letter(hd_scan_byte(scan, at + 1)))
    return 0;
  const hd_calendar *entry = hd_scan_calendar(scan, at + 1, &end);
  if (!entry || entry->role != HD_CALENDAR_MONTH ||
      hd_scan_byte(scan, end) != mark)
    return 0;
  *month = entry->value;
  return end + 1;
}

/* 2019-Aug-1, 23/Sep/2020. */
static uint32_t read_joined(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  int first, last, month = 0;
  uint32_t end = hd_date_number(scan, at, 1, 4, &first);
  end = end ? read_joined_month(scan, end, &month) : 0;
  end = end ? hd_date_number(scan, end, 1, 4, &last) : 0;
  if (!end)
    return 0;
  int year = first > 31 ? first : last, day = first > 31 ? last : first;
  if (year < 1900 || year > 2100 || day < 1 || day > 31)
    return 0;
  hd_date_put(q, at, end, hd_day_of(year, month, day),
              hd_day_of(year, month, day));
  return end;
}

/* One date of this form or two with a dash between them. */
static uint32_t read_slashed_range(const hd_scan *scan, uint32_t at,
                                   hd_quantity *q) {
  hd_quantity to;
  uint32_t end = read_slashed(scan, at, q);
  uint32_t dash = end ? hd_date_dash(scan, end) : 0;
  uint32_t behind = dash ? read_slashed(scan, dash, &to) : 0;
  if (behind && q->first.year <= to.last.year) {
    hd_date_put(q, at, behind, q->first, to.last);
    return behind;
  }
  return end;
}

uint32_t hd_date_marked_read(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  uint32_t end = read_slashed_range(scan, at, q);
  return end ? end : read_joined(scan, at, q);
}
