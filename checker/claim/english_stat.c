/* english_stat: the statistic that a header of an English table names.
 *
 * In: a header as plain words. Out: what kind of figure its cells hold (No.,
 * %, rate, 95% CI, change) and the words for it, abbreviations in full. */
#include "english_table.h"

static hd_str head(hd_str s, size_t n) { return (hd_str){s.p, n}; }
static hd_str tail(hd_str s, size_t n) { return (hd_str){s.p + n, s.n - n}; }

static bool among(hd_str s, const char *const *words, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (hd_str_is(s, words[i]))
      return true;
  return false;
}
#define AMONG(s, words) among(s, words, sizeof words / sizeof *words)

#define HAS(s, words) hd_label_has_any(s, words, sizeof words / sizeof *words)

/* Words before a measure that only say how it was computed. */
static hd_str without_method(hd_str s) {
  static const char *const words[] = {
      "age-adjusted ", "age-standardized ", "age-standardised ",
      "adjusted ",     "weighted ",         "unweighted ",
      "crude ",        "estimated ",        "unadjusted ",
      "reported "};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (hd_str_starts(s, hd_str_of(words[i])))
      return without_method(tail(s, strlen(words[i])));
  return s;
}

/* The name of a statistic known by its letters; "" if it is none. */
static hd_str in_full(hd_str s) {
  static const char *const rows[][2] = {
      {"rr", "rate ratio"},           {"irr", "incidence rate ratio"},
      {"or", "odds ratio"},           {"aor", "adjusted odds ratio"},
      {"hr", "hazard ratio"},         {"se", "standard error"},
      {"sd", "standard deviation"},   {"p-value", "p-value"},
      {"p value", "p-value"},         {"standard error", "standard error"},
      {"pr", "prevalence ratio"},     {"apr", "adjusted prevalence ratio"},
      {"arr", "adjusted rate ratio"}, {"md", "mean difference"}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (hd_str_is(s, rows[i][0]))
      return hd_str_of(rows[i][1]);
  return (hd_str){"", 0};
}

/* What changes: rate of "absolute rate change", "% change in rate". */
static hd_str changing(hd_str s) {
  static const char *const behind[] = {" change in ", " change of ",
                                       " increase in ", " decrease in "};
  static const char *const ends[] = {" change", " increase", " decrease",
                                     " growth"};
  static const char *const none[] = {"",         "%",
                                     "percent",  "absolute",
                                     "annual",   "annual percent",
                                     "relative", "year-on-year",
                                     "net"};
  static const char *const from[] = {" from ", " over ", " since ", ", ",
                                     " between "};
  s = head(s, hd_label_cut(s, from, sizeof from / sizeof *from));
  for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
    size_t at = hd_str_find(s, hd_str_of(behind[i]));
    if (at < s.n)
      return tail(s, at + strlen(behind[i]));
  }
  s = head(s, hd_label_cut(s, ends, sizeof ends / sizeof *ends));
  if (hd_str_starts(s, HD_STR("absolute ")))
    s = tail(s, strlen("absolute "));
  if (AMONG(s, none) || hd_label_has(s, "change") || hd_label_has(s, "apc"))
    return (hd_str){"", 0};
  return s;
}

/* No., no. of deaths, age group, no. */
static bool counts(hd_str s, hd_str *name) {
  static const char *const words[] = {"no", "no.",   "n",         "number",
                                      "#",  "count", "frequency", "cases, no"};
  static const char *const heads[] = {"no. of ", "number of "};
  if (AMONG(s, words) || hd_str_ends(s, HD_STR(", no")) ||
      hd_str_ends(s, HD_STR(", n")) || hd_str_ends(s, HD_STR(" no")))
    return true;
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
    size_t at = hd_str_find(s, hd_str_of(heads[i]));
    if (at < s.n && at < 24) {
      *name = tail(s, at + strlen(heads[i]));
      return true;
    }
  }
  return false;
}

static bool percents(hd_str s, hd_str *name) {
  static const char *const words[] = {"%",           "percent",  "percentage",
                                      "percentages", "column %", "row %",
                                      "per cent",    "share"};
  static const char *const heads[] = {"% ",     "percentage ", "percent ",
                                      "share ", "proportion ", "per cent "};
  s = without_method(s);
  if (AMONG(s, words) || hd_str_ends(s, HD_STR(", %")))
    return true;
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    if (hd_str_starts(s, hd_str_of(heads[i]))) {
      *name = s.p[0] == '%' ? tail(s, 2) : s;
      return true;
    }
  return false;
}

static hd_stat stat_of(hd_str s, hd_str *name) {
  static const char *const intervals[] = {"ci", "confidence interval",
                                          "confidence limits", "cl"};
  static const char *const changes[] = {"change", "apc", "increase", "decrease",
                                        "growth"};
  static const char *const rates[] = {"rate", "rates", "incidence",
                                      "prevalence"};
  static const char *const named[] = {"difference", "ratio", "coverage",
                                      "median", "mean"};
  *name = (hd_str){"", 0};
  if (!s.n)
    return HD_STAT_NONE;
  *name = in_full(s);
  if (!name->n)
    *name = in_full(without_method(s));
  if (name->n)
    return HD_STAT_NAMED;
  if (HAS(s, changes)) {
    *name = changing(s);
    return HD_STAT_CHANGE;
  }
  if (counts(s, name))
    return HD_STAT_COUNT;
  if (HAS(s, intervals) && s.n < 28)
    return HD_STAT_INTERVAL;
  if (hd_label_has(s, "difference")) {
    *name = s;
    return HD_STAT_NAMED;
  }
  if (percents(s, name))
    return HD_STAT_PERCENT;
  *name = without_method(s);
  if (HAS(s, rates))
    return HD_STAT_RATE;
  return HAS(s, named) ? HD_STAT_NAMED : HD_STAT_NONE;
}

hd_stat hd_stat_read(const hd_label *l, bool bracket, hd_str *name) {
  if (!bracket)
    return stat_of(l->text, name);
  hd_stat stat = stat_of(l->bracket, name);
  return stat;
}

bool hd_stat_split(const hd_claim_reader *r, hd_str *name, hd_str *thing) {
  static const char *const heads[] = {"percentage ", "proportion ", "percent "};
  static const char *const joints[] = {"of ", "receiving ", "reporting ",
                                       "using ", "with "};
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
    for (size_t k = 0; k < sizeof joints / sizeof *joints; k++) {
      size_t at = strlen(heads[i]), from = at + strlen(joints[k]);
      if (!hd_str_starts(*name, hd_str_of(heads[i])) || name->n <= from ||
          !hd_str_starts(tail(*name, at), hd_str_of(joints[k])))
        continue;
      *thing = tail(*name, from);
      *name = head(*name, at - 1);
      return true;
    }
  const hd_word *w = hd_vocabulary_ending(r->v, name->p, 0, (uint32_t)name->n,
                                          1u << HD_WORD_INDICATOR);
  if (!w || w->text.n + 1 >= name->n || hd_str_starts(*name, HD_STR("percent")))
    return false;
  *thing = hd_str_trim(head(*name, name->n - w->text.n));
  *name = tail(*name, name->n - w->text.n);
  return true;
}
