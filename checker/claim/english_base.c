/* english_base: what an English figure is compared with, by the words before
 * and behind its dates.
 *
 * In: a date or period of running text, or a claim of a change. Out: whether
 * the date is a base (compared to the third quarter of 2024), whether it is the
 * claim's own time in another year (the same period in 2024), and the quarter
 * before it (up 10% from the prior quarter). */
#include "english.h"
#include <string.h>

/* the same period in 2024, the corresponding quarter of last year: the time
 * is that of the figure, but for its year. */
bool hd_english_same_then(const hd_claim_reader *r, const hd_quantity *q) {
  static const char *const words[] = {"same ", "corresponding ", "comparable ",
                                      "equivalent "};
  static const char *const times[] = {"period", "quarter", "month",
                                      "half",   "time",    "weeks"};
  static const char *const joints[] = {" of the", " in the", " of", " in", ""};
  enum { BACK = 44 };
  uint32_t low = q->span.off > BACK ? q->span.off - BACK : 0;
  hd_str s = hd_str_trim((hd_str){r->doc->text.p + low, q->span.off - low});
  for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
    if (joints[i][0] && hd_str_ends(s, hd_str_of(joints[i]))) {
      s.n -= strlen(joints[i]);
      break;
    }
  bool time = false;
  for (size_t i = 0; i < sizeof times / sizeof *times; i++)
    time = time || hd_str_ends(s, hd_str_of(times[i])) ||
           (s.n && s.p[s.n - 1] == 's' &&
            hd_str_ends((hd_str){s.p, s.n - 1}, hd_str_of(times[i])));
  for (size_t i = 0; time && i < sizeof words / sizeof *words; i++) {
    size_t at = hd_str_find(s, hd_str_of(words[i]));
    if (at < s.n && !memchr(s.p + at, ',', s.n - at))
      return true;
  }
  return false;
}

/* The period p in the year of q. */
hd_period hd_english_moved(const hd_period *p, const hd_quantity *q) {
  hd_period moved = *p;
  int by = p->last.year - q->last.year;
  moved.first.year = (int16_t)(moved.first.year - by);
  moved.last.year = q->last.year;
  if (moved.last.month == 2 && moved.last.day > 28)
    moved.last.day = 28;
  moved.span = q->span;
  moved.from = HD_FROM_CLAUSE;
  return moved;
}

/* What is compared with behind figure q: up 10% from the immediate prior
 * quarter; NULL where none of it is said before the next figure. */
static const char *before_last(const hd_claim_reader *r, const hd_quantity *q) {
  static const char *const words[] = {
      "prior quarter",  "previous quarter", "preceding quarter",
      "last quarter",   "linked quarter",   "prior month",
      "previous month", "preceding month",  "last month"};
  enum { NEAR = 72 };
  uint32_t end = r->text->sentences[q->sentence].span.end;
  if (end > q->span.end + NEAR)
    end = q->span.end + NEAR;
  if (q + 1 < r->q->items + r->q->n && q[1].span.off < end)
    end = q[1].span.off;
  hd_str s = {r->doc->text.p + q->span.end,
              end > q->span.end ? end - q->span.end : 0};
  const char *stop = memchr(s.p, ',', s.n > 3 ? s.n : 0);
  if (stop && stop > s.p)
    s.n = (size_t)(stop - s.p);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (hd_str_find(s, hd_str_of(words[i])) < s.n)
      return words[i];
  return NULL;
}

/* up 10% from the prior quarter: of a quarter, the three months before it; of
 * another time it is open. Says whether it is said. */
bool hd_english_last_quarter(const hd_claim_reader *r, hd_claim *c) {
  enum { QUARTER = 3 };
  const char *said = r->lang == HD_LANG_EN && c->aspects & HD_ASPECT_GROWTH
                         ? before_last(r, &r->q->items[c->quantity])
                         : NULL;
  const hd_period *p = &c->period;
  if (!said)
    return false;
  if (!strstr(said, "quarter") || p->first.day != 1 ||
      p->first.year != p->last.year ||
      p->last.month - p->first.month != QUARTER - 1)
    return true;
  bool turns = p->first.month <= QUARTER;
  c->base = c->period;
  c->base.first.year = c->base.last.year =
      (int16_t)(p->first.year - (turns ? 1 : 0));
  c->base.first.month = (uint8_t)(p->first.month + (turns ? 12 : 0) - QUARTER);
  c->base.last.month = (uint8_t)(c->base.first.month + QUARTER - 1);
  c->base.last.day =
      (uint8_t)hd_days_in_month(c->base.last.year, c->base.last.month);
  c->base.from = HD_FROM_CLAUSE;
  return true;
}

/* up 5% when compared to the third quarter of 2024 | , up 2% from ...: behind
 * a figure of the sentence, what is compared with is a base. */
bool hd_english_is_base(const hd_claim_reader *r, const hd_quantity *q) {
  static const char *const words[] = {"compared to the ", "compared with the ",
                                      "relative to the ", "versus the ",
                                      "than the ",        "over the ",
                                      "against the ",     "line with the ",
                                      "line with ",       NULL};
  enum { MOST = 8 }; /* dates that are passed on the way to the figure */
  if (r->lang != HD_LANG_EN)
    return false;
  const hd_quantity *before = q;
  for (int i = 0; before > r->q->items && before[-1].sentence == q->sentence &&
                  !r->out->items[before - 1 - r->q->items].is_claim;
       i++, before--)
    if (i == MOST)
      return false;
  if (before == r->q->items || before[-1].sentence != q->sentence)
    return false;
  hd_str s = {r->doc->text.p, q->span.off};
  bool changes = r->out->items[before - 1 - r->q->items].aspects &
                 (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT);
  if (changes &&
      (hd_str_ends(s, HD_STR("from ")) || hd_str_ends(s, HD_STR("from the ")) ||
       hd_english_same_then(r, q)))
    return true;
  return hd_str_ends_any(s, words) > 0;
}

/* 3.8% lower | than in 2018: a difference in time is a change. */
void hd_english_than(const hd_claim_reader *r, hd_claim *c) {
  static const char *const times[] = {"than in 19",
                                      "than in 20",
                                      "than a year",
                                      "than last year",
                                      "than the previous year",
                                      "than in the previous year",
                                      "than the same period",
                                      "than in the same period"};
  static const char *const ways[] = {" lower ", " higher ", " more ",
                                     " less ",  " fewer ",  " smaller ",
                                     " larger "};
  const hd_quantity *q = &r->q->items[c->quantity];
  bool down = c->direction == HD_FLOW_DOWN, up = c->direction == HD_FLOW_UP;
  if (q->kind != HD_KIND_PERCENT || c->aspects != HD_ASPECT_LEVEL ||
      !(down || up))
    return;
  hd_str s = {r->doc->text.p + q->span.end, r->doc->text.n - q->span.end};
  size_t n = 0;
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
    if (hd_str_starts(s, hd_str_of(ways[i])))
      n = strlen(ways[i]);
  for (size_t i = 0; n && i < sizeof times / sizeof *times; i++)
    if (hd_str_starts((hd_str){s.p + n, s.n - n}, hd_str_of(times[i])))
      c->aspects = HD_ASPECT_GROWTH;
}
