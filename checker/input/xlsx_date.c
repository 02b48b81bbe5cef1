/* xlsx_date: days and times as their format shows them.
 *
 * In: a serial number of days, a section of a format code. Out: 2024年1月,
 * 2024/1/16, 9:05. m is a month, but minutes behind h or before s. The year
 * 1900 is no leap year, though Excel counts it as one: serials up to 60 are a
 * day early. */
#include "xlsx.h"

typedef struct {
  int year, month, day, weekday; /* weekday: 0 is Sunday */
  int hour, minute, second;
  long days; /* whole days of the serial */
} moment;

/* Bytes of what is no token of a date at s; 0 where it may be one. */
static size_t literal_at(hd_str s) {
  const char *end;
  if (s.p[0] == '"' || s.p[0] == '[') {
    end = s.n > 1 ? memchr(s.p + 1, s.p[0] == '"' ? '"' : ']', s.n - 1) : NULL;
    return end ? (size_t)(end - s.p) + 1 : 1;
  }
  if (s.p[0] == '\\' || s.p[0] == '_' || s.p[0] == '*' || s.p[0] == '!') {
    uint32_t cp;
    return s.n > 1 ? 1 + hd_utf8_decode(s.p + 1, s.n - 1, &cp) : 1;
  }
  return 0;
}

/* [h], [mm] and [ss] count on beyond a day. */
static bool is_elapsed(hd_str s) {
  return s.n >= 3 && s.p[0] == '[' && strchr("hmsHMS", s.p[1]) &&
         (s.p[2] == ']' || s.p[2] == s.p[1]);
}

bool hd_xlsx_is_date(hd_str s) {
  if (hd_str_starts(s, HD_STR("General")))
    return false;
  for (size_t i = 0; i < s.n;) {
    hd_str rest = {s.p + i, s.n - i};
    size_t literal = literal_at(rest);
    if (is_elapsed(rest) || (!literal && strchr("ymdhsYMDHS", s.p[i])) ||
        hd_str_starts(rest, HD_STR("aaa")))
      return true;
    if (!literal && strchr("0#?", s.p[i]))
      return false;
    i += literal ? literal : 1;
  }
  return false;
}

/* Day number 0 is 1970-01-01; by the calendar's cycle of 400 years. */
static void set_day(moment *m, long day) {
  long shifted = day + 719468, era = shifted / 146097,
       in_era = shifted % 146097;
  long years =
      (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
  long in_year = in_era - (365 * years + years / 4 - years / 100);
  long month = (5 * in_year + 2) / 153;
  m->day = (int)(in_year - (153 * month + 2) / 5 + 1);
  m->month = (int)(month < 10 ? month + 3 : month - 9);
  m->year = (int)(years + era * 400 + (m->month <= 2));
  m->weekday = (int)((shifted + 3) % 7);
}

static moment moment_of(double serial, bool from_1904) {
  enum { EPOCH_1900 = -25569, EPOCH_1904 = -24107, MOST = 2958466 };
  moment m = {0};
  if (serial < 0 || serial > MOST)
    serial = 0;
  m.days = (long)serial;
  long seconds = (long)((serial - (double)m.days) * 86400 + 0.5);
  m.days += seconds / 86400;
  seconds %= 86400;
  m.hour = (int)(seconds / 3600);
  m.minute = (int)(seconds / 60 % 60);
  m.second = (int)(seconds % 60);
  long early = !from_1904 && m.days < 60; /* before the day that was not */
  set_day(&m, m.days + early + (from_1904 ? EPOCH_1904 : EPOCH_1900));
  return m;
}

/* ---- showing ------------------------------------------------------------ */
static const char *const weekdays[] = {"Sunday",    "Monday",   "Tuesday",
                                       "Wednesday", "Thursday", "Friday",
                                       "Saturday"};

/* At most the first n letters, 0: all. */
static void add_name(hd_buffer *out, const char *name, size_t n) {
  size_t all = strlen(name);
  hd_buffer_add(out, name, n > 0 && n < all ? n : all);
}

static void add_number(hd_buffer *out, long value, size_t letters) {
  hd_buffer_printf(out, letters > 1 ? "%02ld" : "%ld", value);
}

static void add_han_weekday(hd_buffer *out, int weekday, size_t letters) {
  static const char *const han[] = {"日", "一", "二", "三", "四", "五", "六"};
  hd_buffer_puts(out, letters > 3 ? "星期" : "周");
  hd_buffer_puts(out, han[weekday]);
}

/* A run of one letter. minutes: m means them here. */
static void show_letters(hd_buffer *out, const moment *m, char letter, size_t n,
                         bool minutes, bool halves) {
  int hour = halves ? (m->hour + 11) % 12 + 1 : m->hour;
  switch (letter) {
  case 'y':
    add_number(out, n > 2 ? m->year : m->year % 100, n > 2 ? 1 : 2);
    break;
  case 'e':
    add_number(out, m->year, 1);
    break;
  case 'm':
    if (minutes)
      add_number(out, m->minute, n);
    else if (n > 2)
      add_name(out, hd_month_names[m->month - 1], n == 3 ? 3 : n == 5 ? 1 : 0);
    else
      add_number(out, m->month, n);
    break;
  case 'd':
    if (n > 2)
      add_name(out, weekdays[m->weekday], n == 3 ? 3 : 0);
    else
      add_number(out, m->day, n);
    break;
  case 'a':
    add_han_weekday(out, m->weekday, n);
    break;
  case 'h':
    add_number(out, hour, n);
    break;
  default:
    add_number(out, m->second, n);
  }
}

/* Does the next run of letters behind `at` mean seconds? */
static bool seconds_follow(hd_str s, size_t at) {
  while (at < s.n) {
    size_t literal = literal_at((hd_str){s.p + at, s.n - at});
    if (!literal && strchr("ymdhsYMDHS", s.p[at]))
      return (s.p[at] | 0x20) == 's';
    at += literal ? literal : 1;
  }
  return false;
}

static void show_elapsed(hd_buffer *out, const moment *m, char unit) {
  long hours = m->days * 24 + m->hour, minutes = hours * 60 + m->minute;
  hd_buffer_printf(out, "%ld",
                   unit == 'h'   ? hours
                   : unit == 'm' ? minutes
                                 : minutes * 60 + m->second);
}

static void show_literal(hd_buffer *out, hd_str s) {
  if (s.p[0] == '"' && s.n > 1)
    hd_buffer_add(out, s.p + 1, s.n - 2);
  else if (s.p[0] == '\\' || s.p[0] == '!')
    hd_buffer_add(out, s.p + 1, s.n - 1);
  else if (s.p[0] == '_')
    hd_buffer_add(out, " ", 1);
}

static bool has_halves(hd_str s) {
  return hd_str_find(s, HD_STR("AM/PM")) != (size_t)-1 ||
         hd_str_find(s, HD_STR("am/pm")) != (size_t)-1;
}

void hd_xlsx_show_date(hd_buffer *out, double serial, hd_str s,
                       bool from_1904) {
  moment m = moment_of(serial, from_1904);
  bool halves = has_halves(s), hours = false;
  for (size_t i = 0; i < s.n;) {
    hd_str rest = {s.p + i, s.n - i};
    size_t n = literal_at(rest);
    char letter = (char)(s.p[i] | 0x20);
    if (is_elapsed(rest)) {
      show_elapsed(out, &m, (char)(rest.p[1] | 0x20));
      hours = true;
    } else if (n) {
      show_literal(out, (hd_str){s.p + i, n});
    } else if (rest.n >= 5 && strncasecmp(rest.p, "AM/PM", n = 5) == 0) {
      hd_buffer_puts(out, m.hour < 12 ? "AM" : "PM");
    } else if (strchr("ymdhsae", letter)) {
      for (n = 1; n < rest.n && (rest.p[n] | 0x20) == letter; n++)
        ;
      bool minutes =
          letter == 'm' && n < 3 && (hours || seconds_follow(s, i + n));
      show_letters(out, &m, letter, n, minutes, halves);
      hours = letter == 'h';
    } else {
      n = 1;
      hd_buffer_add(out, rest.p, 1);
    }
    i += n;
  }
}
