/* calendar: days, months and what a pair of them is called. */
#include "scan.h"

hd_day hd_day_of(int year, int month, int day) {
  return (hd_day){(int16_t)year, (uint8_t)month, (uint8_t)day};
}

/* Days from 1 March of year 0; years begin in March, so that the leap day is
 * their last. */
static int day_number(hd_day d) {
  int year = d.year - (d.month < 3), month = (d.month + 9) % 12;
  return year * 365 + year / 4 - year / 100 + year / 400 +
         (month * 153 + 2) / 5 + d.day - 1;
}

hd_day hd_day_add(hd_day d, int days) {
  int rest = d.day + days;
  while (rest < 1) {
    d = d.month > 1 ? hd_day_of(d.year, d.month - 1, 1)
                    : hd_day_of(d.year - 1, 12, 1);
    rest += hd_days_in_month(d.year, d.month);
  }
  for (int n; rest > (n = hd_days_in_month(d.year, d.month)); rest -= n)
    d = d.month < 12 ? hd_day_of(d.year, d.month + 1, 1)
                     : hd_day_of(d.year + 1, 1, 1);
  d.day = (uint8_t)rest;
  return d;
}

int hd_day_weekday(hd_day d) { return (day_number(d) + 2) % 7; }

/* Is the day on the calendar? A part that is not given is not judged. */
static bool possible(hd_day d) {
  return d.month <= 12 &&
         d.day <= (d.month ? hd_days_in_month(d.year, d.month) : 31);
}

void hd_date_set(hd_quantity *q, hd_day first, hd_day last) {
  q->impossible = !possible(first) || !possible(last);
  q->first = first;
  q->last = last;
  if (first.year && first.month == 0)
    q->first = hd_day_of(first.year, 1, 1);
  else if (first.month && first.day == 0)
    q->first.day = 1;
  if (last.year && last.month == 0)
    q->last = hd_day_of(last.year, 12, 31);
  else if (last.month && last.day == 0)
    q->last.day = (uint8_t)hd_days_in_month(last.year, last.month);
  bool one = first.day && memcmp(&q->first, &q->last, sizeof q->first) == 0;
  q->kind = one ? HD_KIND_DATE : HD_KIND_PERIOD;
}
