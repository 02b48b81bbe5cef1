/* report: one file a format, on the public header alone.
 *
 * A format gets every result in order and writes to a FILE. It is one row in
 * reports/formats.c. begin, result, end are called in this order; each writes
 * through the sink, whose first error is kept and checked at the end. */
#ifndef HD_REPORT_H
#define HD_REPORT_H
#include "hedui.h"
#include <stdio.h>

typedef enum {
  HD_LISTING_FINDINGS,
  HD_LISTING_CHECKS,
  HD_LISTING_CLAIMS,
  HD_LISTING_UNREAD /* claims with the column `reason` */
} hd_listing;

typedef struct {
  FILE *out;
  hd_listing listing;
  int colour;        /* terminal colours */
  int bom;           /* CSV into a file: UTF-8 BOM first */
  const char *lang;  /* of headings and sums: "zh", "en"; NULL: each report's */
  hd_severity least; /* findings below are left out */
  int statistics;
  int quiet;
  int failed;           /* a write failed: errno of the first */
  void *state;          /* the format's own */
  const hd_rule *rules; /* of the engine, sorted by id; may be none */
  size_t n_rules;
  char why[256];           /* why it failed where errno cannot say, "" */
  const hd_engine *engine; /* for a format that opens the draft again */
  const hd_input *input;   /* the one draft of such a format, else NULL */
} hd_report;

typedef struct {
  const char *name, *suffix; /* "csv", ".csv" */
  void (*begin)(hd_report *report);
  void (*result)(hd_report *report, const hd_result *result);
  void (*end)(hd_report *report, const hd_counts *sums);
  unsigned want;     /* HD_WANT_...: what it shows beside findings */
  int findings_only; /* it has no form for the other listings */
  int copies;        /* it is a copy of its one draft with findings in it */
} hd_format_row;

/* Writes how a finding of HD_WANT_WHY (with HD_WANT_CHECKS) came about, in
 * report->lang, which is not NULL: its figures, links, arithmetic. */
void hd_report_why(hd_report *report, const hd_result *result,
                   const hd_finding *finding);
/* The same as a JSON object, with the finding. */
void hd_report_why_json(hd_report *report, const hd_result *result,
                        const hd_finding *finding);

/* Is the listing one of claims? */
static inline int hd_listing_claims(hd_listing listing) {
  return listing == HD_LISTING_CLAIMS || listing == HD_LISTING_UNREAD;
}

extern const hd_format_row hd_formats[];
extern const size_t hd_n_formats;
#endif
