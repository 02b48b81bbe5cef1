/* date_zh: one Chinese date while it is read, shared by the files that read
 * it. */
#ifndef HD_DATE_ZH_H
#define HD_DATE_ZH_H
#include "scan.h"

typedef struct {
  int year, month, day; /* as said; 0: not */
  hd_day first, last;
  bool said_year; /* a year of its own, in digits */
  bool relative;
  uint32_t end;
} hd_date_zh;

/* A mark between the ends of a range; behind it, or 0. */
uint32_t hd_date_zh_to(const hd_scan *scan, uint32_t at);
/* Makes d this one day, read up to `end`. */
void hd_date_zh_point(hd_date_zh *d, int month, int day, uint32_t end);
/* 28日, 28号; its end, 0 if there is none. */
uint32_t hd_date_zh_day(const hd_scan *scan, uint32_t at, int *day);
/* 8月28日, 1-10月. */
bool hd_date_zh_month(const hd_scan *scan, uint32_t at, hd_date_zh *d);
/* 第8个月, only of a year that is said. */
bool hd_date_zh_nth_month(const hd_scan *scan, uint32_t at, hd_date_zh *d);
/* 国庆节, 正月初五, 第20周 at `at`, of a year that is said at `year`. */
bool hd_date_zh_named_day(const hd_scan *scan, uint32_t year, uint32_t at,
                          hd_date_zh *d);
/* Any of the parts of a year. */
bool hd_date_zh_rest(const hd_scan *scan, uint32_t at, hd_date_zh *d);
#endif
