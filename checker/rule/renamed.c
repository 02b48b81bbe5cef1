/* renamed: rules that became part of another. An id is a contract: it stands in
 * configurations, in comments of drafts and in baselines, so a former one goes
 * on to mean the rule that asks its question now. */
#include "rule.h"
#include <string.h>

static const struct {
  const char *former, *now;
} rows[] = {
    {"added-up", "parts-sum"},
    {"announced-parts", "parts-sum"},
    {"code-number", "code-told"},
    {"compared-with-itself", "period-series"},
    {"daily-mean-of-months", "daily-mean"},
    {"goal-year", "fixed-number"},
    {"impossible-year", "impossible-date"},
    {"numbered-by-year", "fixed-number"},
    {"opening-period", "heading-period"},
    {"paired-results", "conflicting-figures"},
    {"period-part", "part-of-period"},
    {"standard-title", "fixed-number"},
    {"stray-year", "period-ahead"},
    {"sum-mismatch", "parts-sum"},
    {"title-year", "period-ahead"},
    {"trend-told", "trend-contradiction"},
    {"year-ahead", "period-ahead"},
    {"year-twice", "period-series"},
};

const char *hd_renamed_now(const char *id) {
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (strcmp(rows[i].former, id) == 0)
      return rows[i].now;
  return id;
}
