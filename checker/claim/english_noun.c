/* english_noun: what kind of noun a phrase of an English sentence is.
 *
 * In: a word or a phrase. Out: whether it says a change, a measure, a time, a
 * group or place; whether a sentence speaks of the one before it. */
#include "english_table.h"
#include <stdlib.h>
#include <strings.h>

/* increase, growth: a change said as a noun. */
bool hd_english_change_noun(const hd_english_word *w) {
  static const char *const tails[] = {
      "increase", "decrease",  "growth", "decline", "rise",
      "fall",     "reduction", "drop",   "gain",    NULL};
  if (w->role != HD_ENGLISH_CHANGE)
    return false;
  return hd_str_is_any(w->word->text, tails);
}

/* Number, rate, sales: what is measured of what stands behind "of". */
bool hd_english_measure(const hd_claim_reader *r, hd_span span) {
  static const char *const words[] = {"number", "proportion", "percentage",
                                      "share",  "value",      "amount",
                                      "volume", "level",      "total"};
  const hd_word *w =
      hd_claim_ending(r, span.off, span.end, 1u << HD_WORD_INDICATOR);
  for (size_t i = 0; !w && i < sizeof words / sizeof *words; i++) {
    size_t n = strlen(words[i]);
    if (span.end - span.off >= n &&
        strncasecmp(r->doc->text.p + span.end - n, words[i], n) == 0)
      return true;
  }
  return w != NULL;
}

static int by_word(const void *a, const void *b) {
  return strcmp(a, *(const char *const *)b);
}

/* Nouns that tell when, not of what. */
bool hd_english_time(const hd_claim_reader *r, hd_span span) {
  static const char *const words[] = {
      "addition", "average", "date",       "day",    "days",       "end",
      "fiscal",   "future",  "half",       "last",   "month",      "months",
      "next",     "past",    "percentage", "period", "proportion", "quarter",
      "quarters", "result",  "share",      "terms",  "time",       "total",
      "week",     "weeks",   "year",       "years"};
  enum { LONGEST = 10 };
  char word[LONGEST + 1] = {0};
  hd_str s = hd_document_text(r->doc, span);
  size_t from = s.n;
  while (from > 0 && s.p[from - 1] != ' ')
    from--;
  if (s.n - from > LONGEST)
    return false;
  hd_ascii_lower(word, s.p + from, s.n - from);
  return bsearch(word, words, sizeof words / sizeof *words, sizeof *words,
                 by_word);
}

/* Is the phrase an ethnic group or a place? */
bool hd_english_group(const hd_claim_reader *r, hd_span span) {
  static const char *const values[] = {"race", "place", "urban"};
  enum { LONGEST = 96 };
  char low[LONGEST];
  hd_str s = hd_document_text(r->doc, span);
  if (s.n > LONGEST)
    return false;
  for (size_t i = 0; i < s.n; i++)
    low[i] = s.p[i] >= 'A' && s.p[i] <= 'Z' ? (char)(s.p[i] | 0x20) : s.p[i];
  for (size_t i = 0; i < sizeof values / sizeof *values; i++)
    if (hd_label_value(r, (hd_str){low, s.n}, values[i], i > 0))
      return true;
  return false;
}

static bool opens_with(hd_str s, const char *const *words, size_t n) {
  for (size_t i = 0; i < n; i++) {
    size_t k = strlen(words[i]);
    if (s.n > k && strncasecmp(s.p, words[i], k) == 0 && s.p[k] == ' ')
      return true;
  }
  return false;
}

bool hd_english_refers(const hd_claim_reader *r, const hd_claim *c) {
  static const char *const words[] = {"this", "it", "these", "they", "that"};
  static const char *const things[] = {"it", "they"};
  hd_span sentence = r->text->sentences[c->sentence].span;
  hd_span clause = r->text->clauses[c->clause].span;
  return opens_with(hd_document_text(r->doc, sentence), words,
                    sizeof words / sizeof *words) ||
         opens_with(hd_document_text(r->doc, clause), things,
                    sizeof things / sizeof *things);
}

hd_span hd_english_with_age(const hd_claim_reader *r, hd_span span) {
  static const char aged[] = " aged ", years[] = " years";
  hd_str s = {r->doc->text.p + span.end, r->doc->text.n - span.end};
  uint32_t off = span.end + (uint32_t)strlen(aged);
  hd_span bare = span;
  if (hd_span_empty(span) || !hd_str_starts(s, hd_str_of(aged)))
    return span;
  size_t i = hd_quantities_from(r->q, off);
  enum { SIGN = 3 };
  if (i == r->q->n || r->q->items[i].span.off > off + SIGN)
    return span;
  span.end = r->q->items[i].span.end;
  s = (hd_str){r->doc->text.p + span.end, r->doc->text.n - span.end};
  if (hd_str_starts(s, HD_STR(" and ")) || hd_str_starts(s, HD_STR(", ")))
    return bare; /* aged 18–49 and 50–64 years */
  if (hd_str_starts(s, hd_str_of(years)))
    span.end += (uint32_t)strlen(years);
  return span;
}
