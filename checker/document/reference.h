/* reference: a table of known figures, read as the sentences that its rows
 * stand for, so that its figures become claims as those of a report do.
 *
 *   subject,scope,period,value,unit
 *   粮食总产量,云泽,2024,1936.2,万吨        粮食总产量1936.2万吨。
 *   粮食总产量增速,云泽,2024,-1.9,%         粮食总产量下降1.9%。
 *
 * Columns are found by the words of the header row (subject, indicator, 指标;
 * scope, region, 地区; period, year, 时期, 年份; value, 数值; unit, 单位) or
 * by the headers that the form names, in any order; subject and value must be
 * there. Name, scope and period of each row stay beside its sentence, for a
 * row says them more plainly than a sentence can. */
#ifndef HD_REFERENCE_H
#define HD_REFERENCE_H
#include "document.h"

typedef enum {
  HD_KNOWN_SUBJECT,
  HD_KNOWN_SCOPE,
  HD_KNOWN_PERIOD,
  HD_KNOWN_VALUE,
  HD_KNOWN_UNIT,
  HD_KNOWN_COLUMNS
} hd_known_column;

/* What a date of a table stands for. */
typedef enum {
  HD_DATES_DAY,
  HD_DATES_MONTH,
  HD_DATES_QUARTER,
  HD_DATES_YEAR
} hd_dates;

typedef struct {
  const char *table; /* a sheet, a table of a database, the number of a table;
                        NULL: each that has the columns */
  const char *columns[HD_KNOWN_COLUMNS]; /* their headers; NULL: usual words */
  const char *scope, *period, *unit;     /* where a row says none; NULL */
  hd_dates dates;
  bool yields; /* where it disagrees with the report, the table is wrong */
} hd_reference_form;

typedef struct {
  hd_str name;        /* without what says that it grows */
  hd_str scope;       /* "": the report's own */
  bool growth, falls; /* the value is a change in per cent; one downwards */
  hd_day first, last; /* year 0: unknown */
  uint32_t value;     /* offset of the value in the text */
} hd_known_row;

typedef struct hd_known {
  hd_known_row *rows; /* one a block */
  size_t n, undated;  /* undated: rows without a period that is understood */
  bool yields;
} hd_known;

/* The sentences of the rows of doc's tables, each at the place of its value;
 * its `known` tells what else the rows say. NULL and *error where the table or
 * a column is missing. */
hd_document *hd_reference_read(hd_arena *arena, const hd_document *doc,
                               const hd_reference_form *form, hd_error *error);

/* period.c: 2024, 2024年, 2024-06, 2024年6月, 202406, 2024Q1, 2024年一季度,
 * 前三季度, 2024H1, 2024年上半年, 2024年1-6月, 2024年末, 2024-12-31, 20241231,
 * 2024-01-01/2024-06-30. false: none of these. */
bool hd_period_read(hd_str s, hd_dates dates, hd_day *first, hd_day *last);
#endif
