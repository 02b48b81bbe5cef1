/* english_head: the noun phrase before an English figure.
 *
 * In: the words before the figure (english_words). Out: its head, the last
 * noun phrase that no preposition governs (net sales | in Europe | were $5m),
 * what it is of (X of Y, X for Y) and the scope; X of Y is Y with X measured
 * where X is an indicator. */
#include "english_table.h"
#include <strings.h>

static hd_str text_of(const hd_claim_reader *r, hd_span span) {
  return hd_document_text(r->doc, span);
}

/* Is w[at] a comma by where it stands: at the word before, a blank behind? */
static bool is_comma(const hd_english_word *w, size_t at) {
  return w[at].role == HD_ENGLISH_MARK && !w[at].word &&
         w[at].span.end - w[at].span.off == 1 &&
         w[at - 1].span.end == w[at].span.off &&
         w[at + 1].span.off == w[at].span.end + 1;
}

/* Start of the phrase that ends at w[end - 1]; one "and" may join two, an &
 * more of them (electricity, water & waste). */
static size_t chunk_start(const hd_english_word *w, size_t end) {
  size_t at = end - 1;
  bool joined = false, ampersand = false;
  while (at > 0) {
    const hd_english_word *v = &w[at - 1];
    bool noun = at > 1 && w[at - 2].role == HD_ENGLISH_NOUN;
    if (v->role == HD_ENGLISH_NOUN) {
      at--;
    } else if (!joined && noun && v->role == HD_ENGLISH_AND) {
      ampersand = !v->word;
      joined = true;
      at -= 2;
    } else if (ampersand && noun && is_comma(w, at - 1)) {
      at -= 2;
    } else {
      break;
    }
  }
  return at;
}

/* Index behind the word that governs w[first]: past determiners, the year
 * behind one (the 2007 peak), adverbs and aspect words, which are noted. */
static size_t governor(const hd_english_word *w, size_t first,
                       uint16_t *aspects) {
  while (first > 0) {
    hd_english_role role = w[first - 1].role;
    if (role == HD_ENGLISH_ASPECT)
      *aspects |= hd_aspect_of(w[first - 1].word->value);
    else if (role != HD_ENGLISH_DET && role != HD_ENGLISH_ADV &&
             !(role == HD_ENGLISH_FIGURE && first > 1 &&
               w[first - 2].role == HD_ENGLISH_DET))
      break;
    first--;
  }
  return first;
}

hd_span hd_english_span_of(const hd_english_word *w, size_t first, size_t end) {
  return (hd_span){w[first].span.off, w[end - 1].span.end};
}

/* X of Y, with w[of] the "of"; Y is w[first, end). */
static void take_of(const hd_claim_reader *r, const hd_english_word *w,
                    size_t of, size_t first, size_t end, bool of_figure,
                    hd_english_reading *out) {
  hd_span y = hd_english_span_of(w, first, end);
  size_t x =
      of > 0 && w[of - 1].role == HD_ENGLISH_NOUN ? chunk_start(w, of) : of;
  out->head = y;
  if (x == of)
    return;
  hd_span head = hd_english_span_of(w, x, of);
  governor(w, x, &out->aspects);
  if (hd_english_measure(r, head)) {
    out->head = head;
    out->of = y;
  } else if (!of_figure) {
    out->head = (hd_span){head.off, y.end};
  }
}

/* grew at an annual | rate of 5%: the rate is of what grew. */
static bool is_pace(const hd_claim_reader *r, const hd_english_word *w,
                    size_t g, hd_span span) {
  hd_str s = text_of(r, span);
  if (!hd_str_ends(s, HD_STR("rate")) && !hd_str_ends(s, HD_STR("pace")))
    return false;
  return g > 1 && w[g - 1].role == HD_ENGLISH_PREP &&
         hd_str_is(text_of(r, w[g - 1].span), "at") &&
         (w[g - 2].role == HD_ENGLISH_CHANGE ||
          w[g - 2].role == HD_ENGLISH_VERB);
}

/* The word's text is one of the words. */
static bool is_one(const hd_claim_reader *r, const hd_english_word *w,
                   const char *const *words, size_t n) {
  hd_str s = text_of(r, w->span);
  for (size_t i = 0; i < n; i++)
    if (s.n == strlen(words[i]) && strncasecmp(s.p, words[i], s.n) == 0)
      return true;
  return false;
}

/* below the 2007 | peak of 122: what a figure is compared with. */
static bool is_mark(const hd_claim_reader *r, const hd_english_word *w) {
  static const char *const words[] = {"peak",   "high",   "low",
                                      "levels", "record", "baseline",
                                      "norm",   "lows",   "highs"};
  return is_one(r, w, words, sizeof words / sizeof *words);
}

/* an average | annual | increase: words that only say how a change is. */
static bool is_manner(const hd_claim_reader *r, const hd_english_word *w,
                      size_t first, size_t end) {
  static const char *const words[] = {
      "annual",      "absolute",     "relative",    "average", "sharp",
      "significant", "slight",       "further",     "similar", "net",
      "total",       "largest",      "first",       "overall", "smallest",
      "marginal",    "year-on-year", "substantial", "strong",  "highest",
      "modest",      "small",        "large",       "linear"};
  for (size_t i = first; i < end; i++)
    if (!is_one(r, &w[i], words, sizeof words / sizeof *words))
      return false;
  return true;
}

/* Where the walk over the words stands. */
typedef struct {
  const hd_claim_reader *r;
  const hd_english_word *w;
  size_t n, i;          /* words; behind the phrase that is looked at */
  size_t first, g;      /* the phrase's first word; behind its governor */
  hd_english_role role; /* of its governor */
  hd_span span;
  hd_span tail; /* what a participle behind the phrase governs */
  bool of_figure, nearest;
  bool changes; /* an increase stands between the words and the figure */
} walk;

/* The phrase is none of the figure's: the walk goes on before it. */
static bool passes(walk *x, uint16_t aspects, hd_english_reading *out) {
  const hd_english_word *w = x->w;
  bool joins = x->role == HD_ENGLISH_PREP || x->role == HD_ENGLISH_TO;
  if (is_pace(x->r, w, x->g, x->span)) {
    if (w[x->g - 2].role == HD_ENGLISH_CHANGE)
      out->change = w[x->g - 2].word;
    out->aspects |= aspects;
    x->i = x->g - 1;
    x->of_figure = false;
  } else if ((x->i < x->n ? hd_english_change_noun(&w[x->i]) : x->changes) &&
             is_manner(x->r, w, x->first, x->i)) {
    x->i = x->first;
  } else if ((joins || x->of_figure) && x->i == x->n &&
             is_mark(x->r, &w[x->i - 1])) {
    x->i = joins ? x->g - 1 : x->first; /* reached a record high of $5m */
    x->of_figure = false;
  } else if (x->role == HD_ENGLISH_VERB && x->g > 1 &&
             w[x->g - 2].role == HD_ENGLISH_NOUN &&
             hd_str_ends(text_of(x->r, w[x->g - 1].span), HD_STR("ing"))) {
    x->tail = hd_span_empty(x->tail) ? x->span : x->tail;
    x->i = x->g - 1; /* death rates | involving cocaine */
    x->of_figure = false;
  } else {
    return false;
  }
  return true;
}

/* spending | on education, investment | in roads */
static bool is_spent_on(const walk *x) {
  static const char *const spent[] = {"spending",    "expenditure",
                                      "investment",  "expenditures",
                                      "investments", "outlays"};
  const hd_english_word *w = x->w;
  hd_str joint = text_of(x->r, w[x->g - 1].span);
  return (hd_str_is(joint, "on") || hd_str_is(joint, "in")) &&
         is_one(x->r, &w[x->g - 2], spent, sizeof spent / sizeof *spent);
}

/* tax deduction | for donations, receipts | from petrol: whom or what the
 * measure is for or from, it is of. */
static bool is_for(const walk *x) {
  static const char *const joints[] = {"for", "from"};
  const hd_english_word *w = x->w;
  if (x->role != HD_ENGLISH_PREP || x->g < 2 ||
      w[x->g - 2].role != HD_ENGLISH_NOUN ||
      !(is_one(x->r, &w[x->g - 1], joints, sizeof joints / sizeof *joints) ||
        is_spent_on(x)) ||
      hd_english_time(x->r, x->span) || hd_english_group(x->r, x->span))
    return false;
  bool whom = hd_str_is(text_of(x->r, w[x->g - 1].span), "for");
  if (!whom && x->r->doc->text.p[x->span.off] < 'a')
    return false; /* accounts receivable from Customer A */
  size_t first = chunk_start(w, x->g - 1);
  return hd_english_measure(x->r, hd_english_span_of(w, first, x->g - 1));
}

/* earned | at the end of | the cycle: tells when; the walk goes on before it.
 */
static bool is_time_of(walk *x) {
  static const char *const times[] = {"end",  "beginning", "start", "course",
                                      "half", "middle",    "close", "rest"};
  const hd_english_word *w = x->w;
  if (x->role != HD_ENGLISH_OF || x->g < 3 ||
      !is_one(x->r, &w[x->g - 2], times, sizeof times / sizeof *times))
    return false;
  uint16_t aspects = 0;
  size_t g = governor(w, chunk_start(w, x->g - 1), &aspects);
  if (g == 0 || w[g - 1].role != HD_ENGLISH_PREP)
    return false;
  x->i = g - 1;
  return true;
}

/* X of Y: true where that is the head, false where it is only a scope. */
static bool ends_at_of(walk *x, uint16_t aspects, hd_english_reading *out) {
  const hd_english_word *w = x->w;
  if (x->role == HD_ENGLISH_OF || is_for(x))
    take_of(x->r, w, x->g - 1, x->first, x->i, x->of_figure, out);
  else
    out->head = x->span;
  out->aspects |= aspects;
  size_t at = out->of.end ? x->g - 1 : 0;
  if (at == 0 || w[at - 1].role != HD_ENGLISH_NOUN)
    return true;
  size_t before = governor(w, chunk_start(w, at), &aspects);
  if (before == 0 || w[before - 1].role != HD_ENGLISH_PREP || x->nearest)
    return true;
  out->scope = out->head;
  out->head = out->of = (hd_span){0, 0};
  x->i = before - 1;
  return false;
}

/* the highest | inactivity rate, the largest absolute | rate increases: behind
 * a superlative and what says how. */
static size_t past_superlative(const hd_claim_reader *r,
                               const hd_english_word *w, size_t first,
                               size_t end) {
  static const char *const most[] = {"largest", "highest", "lowest", "smallest",
                                     "greatest"};
  static const char *const manner[] = {"absolute", "relative", "overall"};
  size_t at = first;
  if (at + 1 < end && is_one(r, &w[at], most, sizeof most / sizeof *most))
    at++;
  if (at > first && at + 1 < end &&
      is_one(r, &w[at], manner, sizeof manner / sizeof *manner))
    at++;
  return at;
}

/* Looks at the phrase that ends before w[i]; true where it is the head. */
static bool look_at(walk *x, hd_english_reading *out) {
  const hd_english_word *w = x->w;
  uint16_t aspects = 0;
  x->first = chunk_start(w, x->i);
  x->g = governor(w, x->first, &aspects);
  x->role = x->g ? w[x->g - 1].role : HD_ENGLISH_MARK;
  x->span =
      hd_english_span_of(w, past_superlative(x->r, w, x->first, x->i), x->i);
  bool joins = x->role == HD_ENGLISH_OF || x->role == HD_ENGLISH_PREP;
  if (joins && x->g > 1 && hd_english_change_noun(&w[x->g - 2])) {
    out->head = x->span;
    out->change = w[x->g - 2].word;
    out->aspects |= aspects;
    return true;
  }
  if (is_time_of(x) || passes(x, aspects, out))
    return false;
  bool at_figure = x->i == x->n && (x->nearest || x->of_figure);
  if (x->role == HD_ENGLISH_OF || is_for(x) ||
      (at_figure && x->role == HD_ENGLISH_PREP))
    return ends_at_of(x, aspects, out);
  if (x->role == HD_ENGLISH_PREP || x->role == HD_ENGLISH_TO) {
    if (!hd_english_time(x->r, x->span))
      out->scope = x->span;
    x->i = x->g - 1;
    return false;
  }
  if (hd_english_time(x->r, x->span)) {
    x->i = x->first;
    return false;
  }
  out->head = x->span;
  out->aspects |= aspects;
  if (x->nearest && x->i + 1 == x->n && hd_english_change_noun(&w[x->i]))
    out->change = w[x->i].word; /* the largest rate | increase (4%) */
  return true;
}

/* The head of the walk's words. */
static bool find_head(walk x, hd_english_reading *out) {
  static const char *const worth[] = {"worth"};
  if (x.n > 1 && is_one(x.r, &x.w[x.n - 1], worth, 1)) {
    x.n--; /* contracts worth $18m */
    x.nearest = true;
  }
  x.i = x.n;
  while (x.i > 0) {
    if (x.w[x.i - 1].role != HD_ENGLISH_NOUN) {
      x.i--;
      continue;
    }
    if (!look_at(&x, out))
      continue;
    if (hd_span_empty(out->of) && x.tail.off > out->head.end &&
        hd_english_measure(x.r, out->head))
      out->of = x.tail;
    return true;
  }
  return false;
}

/* use was lower in Ohio (28%) than among Hispanics (31%): the group right
 * before the bracket is the scope, the head stands before it. Sets whether
 * there is one. */
static bool group_before(const hd_claim_reader *r, const hd_english_word *w,
                         size_t n, hd_english_reading *out) {
  uint32_t end = n ? w[n - 1].span.end : 0;
  if (n > 1 && w[n - 1].role == HD_ENGLISH_NOUN &&
      hd_str_is(text_of(r, w[n - 1].span), "years") &&
      w[n - 2].role == HD_ENGLISH_FIGURE)
    n--;
  if (n > 2 && w[n - 1].role == HD_ENGLISH_FIGURE &&
      hd_str_is(text_of(r, w[n - 2].span), "aged"))
    n -= 2; /* persons | aged 18–29 years */
  if (n == 0 || w[n - 1].role != HD_ENGLISH_NOUN)
    return false;
  uint16_t aspects = 0;
  size_t first = chunk_start(w, n), g = governor(w, first, &aspects);
  if (g == 0 ||
      (w[g - 1].role != HD_ENGLISH_PREP && w[g - 1].role != HD_ENGLISH_OF))
    return false;
  hd_span scope = hd_english_span_of(w, first, n);
  if (!hd_str_is(text_of(r, w[g - 1].span), "among") &&
      !hd_english_group(r, scope))
    return false;
  scope.end = end;
  find_head((walk){.r = r, .w = w, .n = g - 1}, out);
  out->scope = scope;
  return true;
}

/* 37.4 | cases per 100,000 | compared with 19.0: words of the figure before. */
static size_t past_rate(const hd_claim_reader *r, const hd_english_word *w,
                        size_t n) {
  size_t at = 0;
  while (at < n && w[at].role == HD_ENGLISH_NOUN)
    at++;
  return at + 1 < n && w[at + 1].role == HD_ENGLISH_FIGURE &&
                 hd_str_is(text_of(r, w[at].span), "per")
             ? at + 2
             : 0;
}

/* (58.0%) than did white infants (72.7%): whom the figure before is compared
 * with has what that one has. */
static bool says_other(const hd_claim_reader *r, hd_span region) {
  static const char *const words[] = {
      "than did ", "than among ", "than in ",  "than for ", "versus ", "than ",
      "that of ",  "that among ", "those of ", "that in ",  NULL};
  hd_str s = hd_document_text(r->doc, region);
  while (s.n && strchr(")], ", s.p[0])) {
    s.p++;
    s.n--;
  }
  return hd_str_starts_any(s, words) > 0;
}

/* in the electricity, | water & waste sector: the comma before a name with an
 * ampersand parts no clauses; where the clause before it begins, else off. */
static uint32_t before_ampersand(const hd_claim_reader *r, const hd_claim *c,
                                 hd_span region) {
  enum { NEAR = 24 };
  uint32_t start = r->text->sentences[c->sentence].span.off;
  const char *t = r->doc->text.p;
  hd_str s = text_of(r, region);
  if (region.off < start + 2 || s.n < 4)
    return region.off;
  size_t at =
      hd_str_find((hd_str){s.p, s.n < NEAR ? s.n : NEAR}, HD_STR(" & "));
  uint32_t off = region.off;
  while (off > start && t[off - 1] == ' ')
    off--;
  bool parted =
      at >= NEAR || off == start || t[off - 1] != ',' || memchr(s.p, ',', at);
  return parted ? region.off : start;
}

/* a plan | to invest an additional | $4 trillion: the figure is of what is
 * invested, which no word before it names. */
static bool is_purpose(const hd_english_word *w, size_t n) {
  while (n > 0 &&
         (w[n - 1].role == HD_ENGLISH_DET || w[n - 1].role == HD_ENGLISH_ADV ||
          w[n - 1].role == HD_ENGLISH_ASPECT))
    n--;
  if (n < 4 || w[n - 1].role != HD_ENGLISH_VERB ||
      w[n - 2].role != HD_ENGLISH_TO || w[n - 3].role != HD_ENGLISH_NOUN)
    return false;
  uint16_t aspects = 0;
  size_t first = chunk_start(w, n - 2);
  governor(w, first, &aspects);
  return first > 0 && w[first - 1].role == HD_ENGLISH_DET;
}

/* The phrase before the figure, its clause's or an earlier one's. */
bool hd_english_before(hd_claim_reader *r, const hd_claim *c,
                       const hd_context *context, bool alone, bool bracketed,
                       hd_english_reading *out) {
  hd_english_word w[HD_ENGLISH_WORDS];
  const hd_quantity *q = &r->q->items[c->quantity];
  hd_span region = context->rest;
  if (region.off == r->text->clauses[c->clause].span.off)
    region.off = before_ampersand(r, c, region);
  if (bracketed && region.end > region.off)
    while (region.end > region.off && !strchr("([", r->doc->text.p[region.end]))
      region.end--;
  hd_str gap = {
      r->doc->text.p + context->rest.end,
      q->span.off > context->rest.end ? q->span.off - context->rest.end : 0};
  bool of_figure = hd_str_find(gap, HD_STR("of")) != (size_t)-1;
  walk x = {.r = r,
            .w = w,
            .nearest = bracketed,
            .of_figure = of_figure,
            .changes = context->change != NULL};
  x.n = hd_english_words(r, region, true, w);
  if (q->kind == HD_KIND_AMOUNT && !context->cue && is_purpose(w, x.n))
    return false;
  if (bracketed && group_before(r, w, x.n, out))
    return !hd_span_empty(out->head);
  if (bracketed && says_other(r, region)) {
    if (x.n > 0 && w[x.n - 1].role == HD_ENGLISH_NOUN)
      out->scope = hd_english_span_of(w, chunk_start(w, x.n), x.n);
    return false;
  }
  size_t rate = alone ? 0 : past_rate(r, w, x.n);
  x.w += rate;
  x.n -= rate;
  if (find_head(x, out))
    return true;
  uint32_t start = r->text->sentences[c->sentence].span.off;
  bool apart = x.n == 0; /* use fell, (from 8.8% to 6.0%) */
  if (!alone || (bracketed && !apart) || start >= region.off)
    return false;
  region.off = start;
  x.n = hd_english_words(r, region, true, w);
  return find_head(x, out);
}

bool hd_english_earlier(hd_claim_reader *r, const hd_claim *c, uint32_t end,
                        hd_english_reading *out) {
  hd_english_word w[HD_ENGLISH_WORDS];
  hd_span region = {r->text->sentences[c->sentence].span.off, end};
  if (region.end <= region.off)
    return false;
  for (uint32_t at = end; at-- > region.off && r->doc->text.p[at] != ')';)
    if (r->doc->text.p[at] == '(') {
      region.end = at; /* before (e.g., Virginia: 10%) */
      break;
    }
  walk x = {.r = r, .w = w, .n = hd_english_words(r, region, true, w)};
  return find_head(x, out);
}

bool hd_english_owner(const hd_claim_reader *r, hd_span region,
                      hd_span *owner) {
  static const char *const with[] = {"with", "having", "has", "have", "had"};
  hd_english_word w[HD_ENGLISH_WORDS];
  size_t n = hd_english_words(r, region, true, w);
  while (n > 0 &&
         (w[n - 1].role == HD_ENGLISH_DET || w[n - 1].role == HD_ENGLISH_ADV ||
          w[n - 1].role == HD_ENGLISH_ASPECT))
    n--;
  if (n < 2 || !is_one(r, &w[n - 1], with, sizeof with / sizeof *with) ||
      w[n - 2].role != HD_ENGLISH_NOUN)
    return false;
  size_t first = n - 2;
  while (first > 0 && w[first - 1].role == HD_ENGLISH_NOUN)
    first--;
  *owner = hd_english_span_of(w, first, n - 1);
  return true;
}
