/* date_zh: dates and periods in Chinese, to their first and last day.
 *
 * 2023年, 去年底, 2019年8月28日, 前三季度, 1-10月, 2017年8月11日至22日,
 * 2019—2022年, “十四五”时期, 近五年, 5年来. Approach: one date is a year (said
 * or of the context) and what follows it; a range is two, the second with what
 * it does not say taken from the first. */
#include "scan.h"

typedef struct {
  int year, month, day; /* as said; 0: not */
  hd_day first, last;
  bool said_year; /* a year of its own, in digits */
  bool relative;
  uint32_t end;
} date;

/* A mark between the ends of a range; behind it, or 0. */
static uint32_t read_to(const hd_scan *scan, uint32_t at) {
  static const char *const marks[] = {"起至", "起到", "——", "--", "-", "–",
                                      "—",    "~",    "至", "到", "―", "−"};
  uint32_t pos = hd_scan_blanks(scan, at, 1);
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (hd_scan_is(scan, pos, marks[i]))
      return hd_scan_blanks(scan, pos + (uint32_t)strlen(marks[i]), 1);
  return 0;
}

static void set_year(date *d, int year, bool said) {
  d->year = year;
  d->said_year = said;
  d->relative = !said;
  d->first = hd_day_of(year, 1, 1);
  d->last = hd_day_of(year, 12, 31);
}

/* Year digits at `at`: 2023, 二〇二三; 2 digits only before 月 or a part. */
static uint32_t read_year_number(const hd_scan *scan, uint32_t at, int *year) {
  uint32_t end = hd_whole_read(scan, at, year);
  if (!end)
    return 0;
  bool arabic = hd_is_digit(scan->s[at]);
  uint32_t n = arabic ? end - at : (end - at) / 3;
  return n == 4 && *year >= 1900 && *year <= 2100 ? end : 0;
}

/* 24年底, 23年上半年: behind a year of two digits. */
static bool is_part_of_year(const hd_scan *scan, uint32_t at) {
  static const char *const parts[] = {"底", "末", "初", "上半年", "下半年"};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (hd_scan_is(scan, at, parts[i]))
      return true;
  return false;
}

/* 24年3月, 九七年一季度: a year of two digits, sure only by what follows or
 * by its zero (08年). */
static uint32_t read_short_year(const hd_scan *scan, uint32_t at, int *year) {
  int month;
  uint32_t end = hd_whole_read(scan, at, year), length, next;
  if (!end || !hd_scan_is(scan, end, "年"))
    return 0;
  bool arabic = hd_is_digit(scan->s[at]);
  const hd_numeral *first = hd_scan_numeral(scan, at, &length);
  if (end != at + (arabic ? 2 : 6) || (first && first->cls != HD_NUMERAL_DIGIT))
    return 0;
  next = end + 3;
  if (arabic && (scan->s[at] == '0' || is_part_of_year(scan, next))) {
    *year += *year < 50 ? 2000 : 1900;
    return end;
  }
  if (*year < 10)
    return 0;
  bool nth = hd_scan_is(scan, next, "第");
  if (nth || (!arabic && hd_scan_is(scan, next, "前")))
    next += 3;
  next = hd_whole_read(scan, next, &month);
  if (next && (nth || !arabic) && hd_scan_is(scan, next, "个"))
    next += 3;
  if (!next || month < 1 || month > 12 ||
      !(hd_scan_is(scan, next, "月") || hd_scan_is(scan, next, "季度")))
    return 0;
  *year += *year < 50 ? 2000 : 1900;
  return end;
}

/* 年度 and 学年 behind a year's number are its 年. */
static uint32_t read_year_mark(const hd_scan *scan, uint32_t at) {
  static const char *const marks[] = {"年度", "学年", "财年", "年"};
  uint32_t pos = hd_scan_blanks(scan, at, 2);
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (hd_scan_is(scan, pos, marks[i]))
      return pos + (uint32_t)strlen(marks[i]);
  return 0;
}

/* ---- what follows a year ------------------------------------------------ */
static void set_months(date *d, int first, int last, uint32_t end) {
  d->month = first;
  d->first = hd_day_of(d->year, first, 1);
  d->last = hd_day_of(d->year, last, hd_days_in_month(d->year, last));
  d->end = end;
}

static void set_point(date *d, int month, int day, uint32_t end) {
  d->month = month;
  d->day = day;
  d->first = d->last = hd_day_of(d->year, month, day);
  d->end = end;
}

/* 一季度, 第三季度, 前三季度, 前两个季度, 三季度末. */
static bool read_quarter(const hd_scan *scan, uint32_t at, date *d) {
  int n;
  bool top = hd_scan_is(scan, at, "前") || hd_scan_is(scan, at, "头");
  bool ordinal = hd_scan_is(scan, at, "第");
  uint32_t number = at + (top || ordinal ? 3 : 0);
  uint32_t end = hd_whole_read(scan, number, &n);
  if (end && hd_scan_is(scan, end, "个"))
    end += top ? 3 : 0;
  bool letter = hd_scan_is(scan, at, "Q"); /* 2024年Q1 */
  if (letter)
    end = hd_date_number(scan, at + 1, 1, 1, &n);
  if (!end || n < 1 || n > 4 || !(letter || hd_scan_is(scan, end, "季度")))
    return false;
  end += letter ? 0 : 6;
  set_months(d, top ? 1 : n * 3 - 2, n * 3, end);
  if (hd_scan_is(scan, end, "末") || hd_scan_is(scan, end, "底"))
    set_point(d, n * 3, hd_days_in_month(d->year, n * 3), end + 3);
  return true;
}

/* 前5个月, 前7月. */
static bool read_first_months(const hd_scan *scan, uint32_t at, date *d) {
  int n;
  if (!hd_scan_is(scan, at, "前") && !hd_scan_is(scan, at, "头"))
    return false;
  uint32_t end = hd_whole_read(scan, at + 3, &n);
  if (end && hd_scan_is(scan, end, "个"))
    end += 3;
  if (!end || n < 1 || n > 12 || !hd_scan_is(scan, end, "月"))
    return false;
  set_months(d, 1, n, end + 3);
  return true;
}

/* 日 or 号 behind a day's number; its end. */
static uint32_t read_day(const hd_scan *scan, uint32_t at, int *day) {
  uint32_t end = hd_whole_read(scan, hd_scan_blanks(scan, at, 1), day);
  if (!end || *day < 1 || *day > 99)
    return 0;
  uint32_t mark = hd_scan_blanks(scan, end, 1);
  return hd_scan_is(scan, mark, "日") || hd_scan_is(scan, mark, "号") ? mark + 3
                                                                      : 0;
}

/* Behind 8月: 28日, 末, 上旬, 份. */
static void read_in_month(const hd_scan *scan, date *d, int month,
                          uint32_t at) {
  static const struct {
    const char *word;
    int first, last; /* 0: the last of the month */
  } parts[] = {{"底", 0, 0},     {"末", 0, 0},    {"上旬", 1, 10},
               {"中旬", 11, 20}, {"下旬", 21, 0}, {"份", 1, 0}};
  int day, days = hd_days_in_month(d->year, month);
  set_months(d, month, month, at);
  uint32_t end = read_day(scan, at, &day);
  if (end) {
    set_point(d, month, day, end);
    return;
  }
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (hd_scan_is(scan, at, parts[i].word)) {
      d->first.day = (uint8_t)(parts[i].first ? parts[i].first : days);
      d->last.day = (uint8_t)(parts[i].last ? parts[i].last : days);
      d->day = parts[i].word[0] && parts[i].first == 0 ? days : 0;
      d->end = at + (uint32_t)strlen(parts[i].word);
    }
}

/* 月 that means the month, not 月均 or 月度. */
static bool is_month_mark(const hd_scan *scan, uint32_t at) {
  static const char *const others[] = {"月均", "月度", "月产", "月活", "月薪",
                                       "月龄", "月租", "月供", "月饼"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (hd_scan_is(scan, at, others[i]))
      return false;
  return hd_scan_is(scan, at, "月");
}

/* 8月..., 1-10月. */
static bool read_month(const hd_scan *scan, uint32_t at, date *d) {
  int month, last;
  if (hd_scan_is(scan, at, "两") || hd_scan_is(scan, at, "半") ||
      hd_scan_is(scan, at, "几"))
    return false;
  uint32_t end = hd_whole_read(scan, at, &month);
  if (!end || month < 1 || month > 99)
    return false;
  uint32_t second = read_to(scan, end);
  uint32_t to = second ? hd_whole_read(scan, second, &last) : 0;
  if (to && last > month && last <= 12 &&
      is_month_mark(scan, hd_scan_blanks(scan, to, 1))) {
    set_months(d, month, last, hd_scan_blanks(scan, to, 1) + 3);
    if (hd_scan_is(scan, d->end, "份"))
      d->end += 3;
    return true;
  }
  uint32_t mark = hd_scan_blanks(scan, end, 1);
  if (!is_month_mark(scan, mark))
    return false;
  read_in_month(scan, d, month, mark + 3);
  return true;
}

/* 第8个月 of a year. */
static bool read_nth_month(const hd_scan *scan, uint32_t at, date *d) {
  int month;
  uint32_t end =
      hd_scan_is(scan, at, "第") ? hd_whole_read(scan, at + 3, &month) : 0;
  if (!end || month < 1 || month > 12 || !hd_scan_is(scan, end, "个月"))
    return false;
  set_months(d, month, month, end + 6);
  return true;
}

/* 上半年, and of a year 底 末 初 中. */
static bool read_part(const hd_scan *scan, uint32_t at, date *d) {
  uint32_t end;
  const hd_calendar *entry = hd_scan_calendar(scan, at, &end);
  if (entry && entry->role == HD_CALENDAR_PART) {
    set_months(d, entry->value / 100, entry->value % 100, end);
    return true;
  }
  if (entry && entry->role == HD_CALENDAR_POINT) {
    set_point(d, entry->value / 100, entry->value % 100, end);
    return true;
  }
  return false;
}

static bool read_rest(const hd_scan *scan, uint32_t at, date *d) {
  return read_part(scan, at, d) || read_quarter(scan, at, d) ||
         read_first_months(scan, at, d) || read_month(scan, at, d);
}

/* ---- one date ---- */
/* Behind a year in words: 去年底, 今年末. */
static bool read_end_of_year(const hd_scan *scan, date *d) {
  static const struct {
    const char *word;
    int month, day;
  } ends[] = {{"底", 12, 31},   {"末", 12, 31}, {"初", 1, 1},  {"年底", 12, 31},
              {"年末", 12, 31}, {"年初", 1, 1}, {"终", 12, 31}};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (hd_scan_is(scan, d->end, ends[i].word)) {
      set_point(d, ends[i].month, ends[i].day,
                d->end + (uint32_t)strlen(ends[i].word));
      return true;
    }
  return false;
}

static bool read_said_year(const hd_scan *scan, uint32_t at, date *d) {
  int year;
  uint32_t number = read_year_number(scan, at, &year);
  if (!number)
    number = read_short_year(scan, at, &year);
  if (!number)
    return false;
  uint32_t mark = read_year_mark(scan, number);
  if (!mark)
    return false;
  set_year(d, year, true);
  d->end = mark;
  return true;
}

static bool read_year_word(const hd_scan *scan, uint32_t at, date *d) {
  uint32_t end;
  const hd_calendar *entry = hd_scan_calendar(scan, at, &end);
  if (!entry || entry->role > HD_CALENDAR_REPORTED)
    return false;
  int base = entry->role == HD_CALENDAR_YEAR ? scan->clock.date.year
                                             : scan->clock.year_last.year;
  if (entry->role == HD_CALENDAR_REPORTED && scan->heading_year)
    base = scan->heading_year;
  set_year(d, base ? base + entry->value : 0, false);
  d->end = end;
  return true;
}

static bool read_one(const hd_scan *scan, uint32_t at, date *d) {
  *d = (date){.relative = true};
  if (read_said_year(scan, at, d) || read_year_word(scan, at, d)) {
    uint32_t pos = hd_scan_blanks(scan, d->end, 1);
    if (read_end_of_year(scan, d) || read_nth_month(scan, pos, d) ||
        read_rest(scan, pos, d))
      return true;
    if (hd_scan_is(scan, d->end, "全年"))
      d->end += 6;
    return true;
  }
  d->year = scan->year;
  return read_rest(scan, at, d);
}

/* ---- ranges ---- */
/* What behind the mark completes the range that d begins. */
static bool read_second(const hd_scan *scan, uint32_t at, const date *d,
                        date *to) {
  int day;
  if (read_said_year(scan, at, to) || read_year_word(scan, at, to)) {
    read_rest(scan, to->end, to);
    return true;
  }
  *to = (date){.year = d->year, .relative = d->relative};
  if (d->day) {
    uint32_t end = read_day(scan, at, &day);
    if (end) {
      set_point(to, d->month, day, end);
      return true;
    }
  }
  return d->month && read_month(scan, at, to);
}

static int compare_days(hd_day a, hd_day b) {
  return (a.year - b.year) * 500 + (a.month - b.month) * 40 + a.day - b.day;
}

/* 2019—2022年, 2021、2022年: the first year lacks its 年. */
static bool read_bare_year(const hd_scan *scan, uint32_t at, date *d) {
  static const char *const lists[] = {"、", "和", "与", "及"};
  int year;
  uint32_t number = read_year_number(scan, at, &year);
  if (!number)
    return false;
  bool slash = hd_scan_byte(scan, number) == '/'; /* 2022/2023学年 */
  uint32_t to = slash ? number + 1 : read_to(scan, number);
  bool list = false;
  for (size_t i = 0; !to && i < 4; i++)
    if (hd_scan_is(scan, number, lists[i])) {
      to = number + 3;
      list = true;
    }
  date last;
  if (!to || !read_said_year(scan, to, &last) || last.year <= year)
    return false;
  if (!list)
    read_rest(scan, last.end, &last);
  set_year(d, year, true);
  d->end = number;
  if (!list) {
    d->last = last.last;
    d->end = last.end;
  }
  return true;
}

/* 以来, 至今 behind a date: up to the document's own. */
static void read_since(const hd_scan *scan, date *d) {
  static const char *const words[] = {"以来", "至今"};
  for (size_t i = 0; i < 2; i++)
    if (hd_scan_is(scan, d->end, words[i])) {
      d->end += 6;
      hd_day now =
          scan->clock.date.year ? scan->clock.date : scan->clock.year_last;
      if (now.year && compare_days(now, d->first) > 0)
        d->last = now;
      d->day = 0;
    }
}

static void put(hd_quantity *q, uint32_t at, const date *d) {
  hd_date_put(q, at, d->end, d->first, d->last);
  q->form = d->relative ? HD_PERIOD_RELATIVE : HD_PERIOD_ABSOLUTE;
}

/* 29日 alone: a day of an unknown month. */
static uint32_t read_lone_day(const hd_scan *scan, uint32_t at,
                              hd_quantity *q) {
  static const char *const spans[] = {"内",   "后", "之内", "前",
                                      "以内", "均", "龄"};
  int day;
  uint32_t end = hd_is_digit(scan->s[at]) ? read_day(scan, at, &day) : 0;
  if (!end || day > 31 || !hd_scan_ends(scan, end, "日"))
    return 0;
  for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
    if (hd_scan_is(scan, end, spans[i]))
      return 0;
  date d = {.end = end, .relative = true};
  d.first = d.last = hd_day_of(0, 0, day);
  put(q, at, &d);
  q->kind = HD_KIND_DATE;
  q->readings[q->n_readings++] = HD_KIND_DURATION;
  return end;
}

/* A number can only begin a date if 年, 月, 日 or a mark of a range or list
 * stands behind it; the quick answer for most numbers. */
static bool may_be_date(const hd_scan *scan, uint32_t at) {
  static const char *const behind[] = {"年", "月", "起", "财", "学", "日", "号",
                                       "季", "至", "到", "、", "和", "与", "及",
                                       "五", "–",  "—",  "―",  "−",  "世"};
  uint32_t length;
  bool quoted = hd_scan_is(scan, at, "“");
  if (quoted)
    return hd_scan_numeral(scan, at + 3, &length) != NULL;
  bool number = hd_is_digit(scan->s[at]) || hd_scan_numeral(scan, at, &length);
  if (!number)
    return true;
  for (int i = 0; i < 12 && (hd_is_digit(hd_scan_byte(scan, at)) ||
                             hd_scan_numeral(scan, at, &length));
       i++)
    at += hd_is_digit(scan->s[at]) ? 1 : length;
  at = hd_scan_blanks(scan, at, 2);
  char c = hd_scan_byte(scan, at);
  if (c == '-' || c == '~' || c == '/')
    return true;
  for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
    if (hd_scan_is(scan, at, behind[i]))
      return true;
  return hd_scan_ends(scan, at, "五");
}

uint32_t hd_date_zh_read(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  date d, to;
  if (!may_be_date(scan, at))
    return 0;
  uint32_t end = hd_years_zh_read(scan, at, q);
  if (end)
    return end;
  if (read_bare_year(scan, at, &d)) {
    put(q, at, &d);
    return d.end;
  }
  if (!read_one(scan, at, &d))
    return read_lone_day(scan, at, q);
  uint32_t second = read_to(scan, d.end);
  bool whole = d.first.year == 0 || !second;
  if (!whole && read_second(scan, second, &d, &to) &&
      compare_days(to.last, d.first) > 0) {
    d.last = to.last;
    d.end = to.end;
    d.relative = d.relative && to.relative;
  }
  read_since(scan, &d);
  put(q, at, &d);
  return d.end;
}
