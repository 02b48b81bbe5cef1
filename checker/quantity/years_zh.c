/* years_zh: spans of years in Chinese: 近五年, 过去三年, 5年来, “十四五”时期,
 * 90年代, 20世纪90年代, 二十一世纪. */
#include "scan.h"

/* 近五年, 五年来: the last N years reported on. */
static uint32_t read_last_years(const hd_scan *scan, uint32_t at,
                                hd_quantity *q) {
  static const char *const heads[] = {"近", "过去", "最近", "这"};
  int n;
  uint32_t number = at;
  for (size_t i = 0; i < 4; i++)
    if (hd_scan_is(scan, at, heads[i]))
      number = at + (uint32_t)strlen(heads[i]);
  uint32_t end = hd_whole_read(scan, number, &n);
  if (!end || n < 1 || n > 100 || !hd_scan_is(scan, end, "年"))
    return 0;
  end += 3;
  bool since = hd_scan_is(scan, end, "来");
  if (number == at && !since)
    return 0;
  if (since)
    end += 3;
  int last =
      scan->heading_year ? scan->heading_year : scan->clock.year_last.year;
  hd_date_put(q, at, end, hd_day_of(last ? last - n + 1 : 0, 1, 1),
              hd_day_of(last, 12, 31));
  q->form = HD_PERIOD_RELATIVE;
  q->low = q->high = hd_number_of(n);
  return end;
}

/* The number of a five-year plan before its 五 (十四 of 十四五); *end at the
 * 五, 0 if there is none. 六五 began in 1981. */
static int read_plan_number(const hd_scan *scan, uint32_t at, uint32_t *end) {
  uint32_t length;
  int n = 0;
  *end = at;
  for (int i = 0; i < 3; i++) {
    const hd_numeral *numeral = hd_scan_numeral(scan, *end, &length);
    if (!numeral || !hd_scan_numeral(scan, *end + length, &length))
      break;
    n = numeral->cls == HD_NUMERAL_UNIT && numeral->value == 10
            ? (n ? n * 10 : 10)
            : n + (int)numeral->value;
    *end += 3;
  }
  return n >= 6 && n <= 20 && hd_scan_is(scan, *end, "五") ? n : 0;
}

/* “十四五”时期 is a period, “十四五” alone a name. */
static uint32_t read_plan(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  static const char *const after[] = {"时期", "期间"};
  uint32_t word = at + (hd_scan_is(scan, at, "“") ? 3 : 0), end;
  int n = read_plan_number(scan, word, &end);
  if (!n)
    return 0;
  end += 3;
  bool quoted = word > at && hd_scan_is(scan, end, "”");
  bool full = end - word == 9;
  uint32_t behind = end + (quoted ? 3 : 0);
  for (size_t i = 0; i < 2; i++)
    if (hd_scan_is(scan, behind, after[i]) && (quoted || full)) {
      hd_date_put(q, at, behind + 6, hd_day_of(1981 + (n - 6) * 5, 1, 1),
                  hd_day_of(1985 + (n - 6) * 5, 12, 31));
      return behind + 6;
    }
  if (!quoted && !(full && hd_scan_is(scan, end, "规划")) &&
      !hd_scan_ends(scan, word, "“"))
    return 0;
  hd_date_put(q, at, behind, (hd_day){0}, (hd_day){0});
  q->kind = HD_KIND_NAME;
  return behind;
}

/* 二十一世纪, 20世纪, 上世纪 at `at`: its first year less one; 0 if there is
 * none. *end behind it. */
static int read_century(const hd_scan *scan, uint32_t at, uint32_t *end) {
  int n;
  const hd_calendar *entry = hd_scan_calendar(scan, at, end);
  if (entry && entry->role == HD_CALENDAR_CENTURY) {
    int year = scan->clock.date.year;
    return ((year > 2000 ? year - 1 : 2000) / 100 + entry->value) * 100;
  }
  uint32_t number = hd_whole_read(scan, at, &n);
  *end = number + (uint32_t)strlen("世纪");
  if (number && n >= 15 && n <= 22 && hd_scan_is(scan, number, "世纪"))
    return (n - 1) * 100;
  return 0;
}

/* 初, 中期, 末 behind a decade: its first three years, the middle four, the
 * last three. Sets both years and the end. */
static void read_decade_part(const hd_scan *scan, uint32_t *end, int *first,
                             int *last) {
  static const struct {
    const char *word;
    int first, last;
  } parts[] = {{"初", 0, 2},
               {"前期", 0, 2},
               {"中期", 3, 6},
               {"末", 7, 9},
               {"后期", 7, 9}};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (hd_scan_is(scan, *end, parts[i].word)) {
      *end += (uint32_t)strlen(parts[i].word);
      *last = *first + parts[i].last;
      *first += parts[i].first;
      if (hd_scan_is(scan, *end, "期") || hd_scan_is(scan, *end, "年"))
        *end += 3;
      return;
    }
}

/* 90年代, 20世纪80年代, 20世纪. A century runs from 00 to 99, as ISO 8601
 * counts it. */
static uint32_t read_decade(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  int n;
  uint32_t behind, pos = at;
  int century = read_century(scan, at, &behind);
  pos = century ? behind : at;
  uint32_t number = hd_whole_read(scan, pos, &n);
  bool decade = number && n % 10 == 0 && hd_scan_is(scan, number, "年代") &&
                n <= 2090 && (!century || n < 100);
  if (!decade && !century)
    return 0;
  int year = !decade ? century : n >= 100 ? n : (century ? century : 1900) + n;
  uint32_t end = decade ? number + (uint32_t)strlen("年代") : behind;
  int last = decade ? year + 9 : year + 99;
  if (decade)
    read_decade_part(scan, &end, &year, &last);
  hd_date_put(q, at, end, hd_day_of(year, 1, 1), hd_day_of(last, 12, 31));
  return end;
}

uint32_t hd_years_zh_read(const hd_scan *scan, uint32_t at, hd_quantity *q) {
  uint32_t end = read_last_years(scan, at, q);
  if (!end)
    end = read_plan(scan, at, q);
  return end ? end : read_decade(scan, at, q);
}
