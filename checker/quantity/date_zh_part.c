/* date_zh_part: what follows a year in Chinese: 第三季度, 前7个月, 1-10月,
 * 8月28日, 上半年, 年底.
 *
 * In: a date whose year is set. Out: its month, day, first and last day. */
#include "date_zh.h"

/* A mark between the ends of a range; behind it, or 0. */
uint32_t hd_date_zh_to(const hd_scan *scan, uint32_t at) {
  static const char *const marks[] = {"起至", "起到", "——", "--", "-", "–",
                                      "—",    "~",    "至", "到", "―", "−"};
  uint32_t pos = hd_scan_blanks(scan, at, 1);
  if (!hd_scan_joint(scan, pos))
    return 0;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (hd_scan_is(scan, pos, marks[i]))
      return hd_scan_blanks(scan, pos + (uint32_t)strlen(marks[i]), 1);
  return 0;
}

static void set_months(hd_date_zh *d, int first, int last, uint32_t end) {
  d->month = first;
  d->first = hd_day_of(d->year, first, 1);
  d->last = hd_day_of(d->year, last, hd_days_in_month(d->year, last));
  d->end = end;
}

void hd_date_zh_point(hd_date_zh *d, int month, int day, uint32_t end) {
  d->month = month;
  d->day = day;
  d->first = d->last = hd_day_of(d->year, month, day);
  d->end = end;
}

/* 二、三季度, 二至四季度: the first quarter of two; behind the mark, 0 if it is
 * none. */
static uint32_t read_first_quarter(const hd_scan *scan, uint32_t at, int *n) {
  uint32_t end = hd_whole_read(scan, at, n);
  if (!end || *n < 1 || *n > 3)
    return 0;
  uint32_t to = hd_date_zh_to(scan, end);
  return hd_scan_is(scan, end, "、") ? end + 3 : to;
}

static bool read_quarters(const hd_scan *scan, uint32_t at, hd_date_zh *d) {
  int first, last;
  uint32_t second = read_first_quarter(scan, at, &first);
  uint32_t end = second ? hd_whole_read(scan, second, &last) : 0;
  if (!end || last <= first || last > 4 || !hd_scan_is(scan, end, "季度") ||
      (hd_scan_is(scan, second - 3, "、") && last != first + 1))
    return false;
  set_months(d, first * 3 - 2, last * 3, end + 6);
  return true;
}

/* Words that are a part of a year of their own, where a year is said. */
static bool read_part_word(const hd_scan *scan, uint32_t at, hd_date_zh *d) {
  static const struct {
    const char *word;
    int first, last;
  } parts[] = {
      {"首季度", 1, 3},         {"首个季度", 1, 3},    {"首月", 1, 1},
      {"首个月", 1, 1},         {"首季", 1, 3},        {"前半年", 1, 6},
      {"后半年", 7, 12},        {"春季", 3, 5},        {"春天", 3, 5},
      {"夏季", 6, 8},           {"夏天", 6, 8},        {"秋季", 9, 11},
      {"秋天", 9, 11},          {"末季度", 10, 12},    {"最后一季度", 10, 12},
      {"最后一个季度", 10, 12}, {"最后一个月", 12, 12}};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (hd_scan_is(scan, at, parts[i].word)) {
      set_months(d, parts[i].first, parts[i].last,
                 at + (uint32_t)strlen(parts[i].word));
      return true;
    }
  return false;
}

/* 后两个季度, 后三个月 of a year that is said. */
static bool read_last_months(const hd_scan *scan, uint32_t at, hd_date_zh *d) {
  int n;
  uint32_t end =
      hd_scan_is(scan, at, "后") ? hd_whole_read(scan, at + 3, &n) : 0;
  end = end && hd_scan_is(scan, end, "个") ? end + 3 : end;
  bool quarters = end && hd_scan_is(scan, end, "季度");
  if (!end || n < 1 || n > (quarters ? 3 : 11) ||
      !(quarters || hd_scan_is(scan, end, "月")))
    return false;
  set_months(d, 13 - n * (quarters ? 3 : 1), 12, end + (quarters ? 6 : 3));
  return true;
}

/* 一季度, 第三季度, 前三季度, 前两个季度, 三季度末. */
static bool read_quarter(const hd_scan *scan, uint32_t at, hd_date_zh *d) {
  int n;
  bool top = hd_scan_is(scan, at, "前") || hd_scan_is(scan, at, "头");
  bool ordinal = hd_scan_is(scan, at, "第");
  uint32_t number = at + (top || ordinal ? 3 : 0);
  uint32_t end = hd_whole_read(scan, number, &n);
  if (end && hd_scan_is(scan, end, "个"))
    end += top || ordinal ? 3 : 0;
  bool half = hd_scan_is(scan, at, "H"); /* 2024年H1 */
  bool letter = half || hd_scan_is(scan, at, "Q");
  if (letter)
    end = hd_date_number(scan, at + 1, 1, 1, &n);
  if (half && end && (n == 1 || n == 2)) {
    set_months(d, n * 6 - 5, n * 6, end);
    return true;
  }
  if (half || !end || n < 1 || n > 4 ||
      !(letter || hd_scan_is(scan, end, "季度")))
    return false;
  end += letter ? 0 : 6;
  set_months(d, top ? 1 : n * 3 - 2, n * 3, end);
  if (hd_scan_is(scan, end, "末") || hd_scan_is(scan, end, "底"))
    hd_date_zh_point(d, n * 3, hd_days_in_month(d->year, n * 3), end + 3);
  return true;
}

/* 前5个月, 前7月. */
static bool read_first_months(const hd_scan *scan, uint32_t at, hd_date_zh *d) {
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
uint32_t hd_date_zh_day(const hd_scan *scan, uint32_t at, int *day) {
  uint32_t end = hd_whole_read(scan, hd_scan_blanks(scan, at, 1), day);
  if (!end || *day < 1 || *day > 99)
    return 0;
  uint32_t mark = hd_scan_blanks(scan, end, 1);
  return hd_scan_is(scan, mark, "日") || hd_scan_is(scan, mark, "号") ? mark + 3
                                                                      : 0;
}

/* Behind 8月: 28日, 末, 上旬, 份. */
static void read_in_month(const hd_scan *scan, hd_date_zh *d, int month,
                          uint32_t at) {
  static const struct {
    const char *word;
    int first, last; /* 0: the last of the month */
  } parts[] = {{"底", 0, 0},     {"末", 0, 0},    {"初", 1, 1}, {"上旬", 1, 10},
               {"中旬", 11, 20}, {"下旬", 21, 0}, {"份", 1, 0}};
  int day, days = hd_days_in_month(d->year, month);
  set_months(d, month, month, at);
  uint32_t end = hd_date_zh_day(scan, at, &day);
  if (end) {
    hd_date_zh_point(d, month, day, end);
    return;
  }
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (hd_scan_is(scan, at, parts[i].word)) {
      d->first.day = (uint8_t)(parts[i].first ? parts[i].first : days);
      d->last.day = (uint8_t)(parts[i].last ? parts[i].last : days);
      d->day = d->first.day == d->last.day ? d->first.day : 0;
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
bool hd_date_zh_month(const hd_scan *scan, uint32_t at, hd_date_zh *d) {
  int month, last;
  if (hd_scan_is(scan, at, "两") || hd_scan_is(scan, at, "半") ||
      hd_scan_is(scan, at, "几") || hd_scan_is(scan, at, "仨") ||
      hd_scan_is(scan, at, "俩"))
    return false;
  uint32_t end = hd_whole_read(scan, at, &month);
  if (!end || month < 1 || month > 99)
    return false;
  uint32_t second = hd_date_zh_to(scan, end);
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
bool hd_date_zh_nth_month(const hd_scan *scan, uint32_t at, hd_date_zh *d) {
  int month;
  uint32_t end =
      hd_scan_is(scan, at, "第") ? hd_whole_read(scan, at + 3, &month) : 0;
  if (!end || month < 1 || month > 12 || !hd_scan_is(scan, end, "个月"))
    return false;
  set_months(d, month, month, end + 6);
  return true;
}

/* 上半年, and of a year 底 末 初 中. */
static bool read_part(const hd_scan *scan, uint32_t at, hd_date_zh *d) {
  uint32_t end;
  const hd_calendar *entry = hd_scan_calendar(scan, at, &end);
  if (entry && entry->role == HD_CALENDAR_PART) {
    set_months(d, entry->value / 100, entry->value % 100, end);
    return true;
  }
  if (entry && entry->role == HD_CALENDAR_POINT) {
    hd_date_zh_point(d, entry->value / 100, entry->value % 100, end);
    return true;
  }
  return false;
}

bool hd_date_zh_rest(const hd_scan *scan, uint32_t at, hd_date_zh *d) {
  if (d->said_year &&
      (read_part_word(scan, at, d) || read_last_months(scan, at, d)))
    return true;
  return read_part(scan, at, d) || read_quarters(scan, at, d) ||
         read_quarter(scan, at, d) || read_first_months(scan, at, d) ||
         hd_date_zh_month(scan, at, d);
}
