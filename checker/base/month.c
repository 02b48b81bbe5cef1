/* month: how many days it has, and its name. */
#include "base.h"

int hd_days_in_month(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (month < 1 || month > HD_MONTHS)
    return 0;
  return days[month - 1] + (month == 2 && (leap || year == 0));
}

const char *const hd_month_names[HD_MONTHS] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

int hd_month_named(hd_str name) {
  enum { SMALL = 0x20 };
  for (int i = 0; name.n && i < HD_MONTHS; i++) {
    const char *known = hd_month_names[i];
    if ((name.p[0] | SMALL) == (known[0] | SMALL) &&
        hd_str_is((hd_str){name.p + 1, name.n - 1}, known + 1))
      return i + 1;
  }
  return 0;
}

int hd_month_begun(hd_str name) {
  enum { SHORTEST = 3 };
  for (int i = 0; name.n >= SHORTEST && i < HD_MONTHS; i++)
    if (hd_str_starts(hd_str_of(hd_month_names[i]), name))
      return i + 1;
  return 0;
}
