/* english_each: what "respectively" gives each figure of a list.
 *
 * In: sentences with "respectively", their claims in order. Out: period,
 * subject or scope of each figure: the periods, or the names joined by and,
 * that stand on one side of as many figures (were $5 million and $4 million in
 * 2019 and 2018, respectively). Where the numbers differ nothing is changed.
 * Linear: a figure is looked at once for each "respectively" behind it. */
#include "english.h"

enum { MOST = 8 };

typedef struct {
  uint32_t items[MOST]; /* indexes of quantities, in order */
  uint32_t n;
} run;

/* Is nothing between two places but marks, and, or the? */
static bool joins(const hd_claim_reader *r, uint32_t off, uint32_t end) {
  static const char *const links[] = {
      ",", "and",   ", and", ";",      "; and", "and the", "or",
      "(", ") and", "),",    "), and", ", or",  NULL};
  hd_str s =
      hd_str_trim((hd_str){r->doc->text.p + off, end > off ? end - off : 0});
  return hd_str_is_any(s, links);
}

static bool is_period(const hd_quantity *q) {
  return (q->kind == HD_KIND_PERIOD || q->kind == HD_KIND_DATE) &&
         q->first.year && !q->impossible;
}

/* The periods joined to each other that end with quantity `last`. */
static run periods_back(const hd_claim_reader *r, uint32_t last) {
  run out = {{0}, 0};
  uint32_t i = last;
  while (out.n < MOST && is_period(&r->q->items[i])) {
    out.items[out.n++] = i;
    if (i == 0 ||
        !joins(r, r->q->items[i - 1].span.end, r->q->items[i].span.off))
      break;
    i--;
  }
  for (uint32_t k = 0; k < out.n / 2; k++) {
    uint32_t other = out.items[out.n - 1 - k];
    out.items[out.n - 1 - k] = out.items[k];
    out.items[k] = other;
  }
  return out;
}

/* The claims of the sentence before quantity `end` and behind `low`. */
static run claims_before(const hd_claim_reader *r, uint32_t end, uint32_t low) {
  run out = {{0}, 0};
  uint32_t sentence = r->q->items[end].sentence, from = end;
  while (from > 0 && r->q->items[from - 1].sentence == sentence &&
         r->q->items[from - 1].span.off >= low)
    from--;
  for (; from < end; from++)
    if (r->out->items[from].is_claim) {
      if (out.n == MOST)
        return (run){{0}, 0};
      out.items[out.n++] = from;
    }
  return out;
}

/* amount, share, amount, share: two figures a member. */
static bool in_pairs(const hd_claim_reader *r, const run *claims) {
  for (uint32_t i = 0; i + 2 < claims->n; i++)
    if (r->q->items[claims->items[i]].kind !=
            r->q->items[claims->items[i + 2]].kind ||
        r->q->items[claims->items[i]].kind ==
            r->q->items[claims->items[i + 1]].kind)
      return false;
  return true;
}

/* The last n of a run that are joined to each other. */
static run joined_tail(const hd_claim_reader *r, const run *all, uint32_t n) {
  run out = {{0}, 0};
  if (all->n < n)
    return out;
  for (uint32_t i = all->n - n; i < all->n; i++) {
    if (out.n && !joins(r, r->q->items[all->items[i - 1]].span.end,
                        r->q->items[all->items[i]].span.off))
      return (run){{0}, 0};
    out.items[out.n++] = all->items[i];
  }
  return out;
}

static void give_periods(hd_claim_reader *r, const run *periods, uint32_t low) {
  run claims = claims_before(r, periods->items[0], low);
  const hd_quantity *head = &r->q->items[periods->items[0]];
  uint32_t each = 1, n = periods->n;
  if (claims.n == 2 * n && in_pairs(r, &claims))
    each = 2;
  else if (claims.n != n)
    claims = joined_tail(r, &claims, n);
  if (claims.n != n * each)
    return;
  for (uint32_t i = 0; i < claims.n; i++) {
    const hd_quantity *q = &r->q->items[periods->items[i / each]];
    hd_claim *c = &r->out->items[claims.items[i]];
    c->period = (hd_period){q->first, q->last, q->span, HD_FROM_LIST};
    if (q->kind == HD_KIND_PERIOD && head->kind == HD_KIND_DATE &&
        head->last.day) { /* December 31, 2019 and 2018 */
      c->period.last = (hd_day){q->last.year, head->last.month, head->last.day};
      c->period.first = c->period.last;
    }
    hd_day first = c->period.first;
    if (hd_english_ended(r, head, &first))
      c->period.first =
          hd_english_first(c->period.last, hd_english_span(r, head));
  }
}

/* Cuts A, B and C into its names; their number, 0 where there are too many. */
static uint32_t cut(const hd_claim_reader *r, hd_span phrase, hd_span *names) {
  static const char *const links[] = {", and ", ", ", " and "};
  const char *t = r->doc->text.p;
  uint32_t n = 0, start = phrase.off;
  for (uint32_t off = phrase.off; off < phrase.end;) {
    size_t k = 0;
    for (size_t i = 0; i < sizeof links / sizeof *links && !k; i++) {
      size_t len = strlen(links[i]);
      if (off + len < phrase.end && memcmp(t + off, links[i], len) == 0)
        k = len;
    }
    if (!k) {
      off++;
      continue;
    }
    if (n + 1 >= MOST || off == start)
      return 0;
    names[n++] = (hd_span){start, off};
    off += (uint32_t)k;
    start = off;
  }
  names[n++] = (hd_span){start, phrase.end};
  return n;
}

/* of A and B, | in A and B: the names behind the figures. */
static bool names_behind(const hd_claim_reader *r, uint32_t off, uint32_t end,
                         hd_span *names, uint32_t n) {
  static const char *const leads[] = {" of ",   " in ",   " for ", " among ",
                                      " were ", " from ", " to "};
  while (end > off && strchr(", ", r->doc->text.p[end - 1]))
    end--;
  hd_str s = {r->doc->text.p + off, end > off ? end - off : 0};
  for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
    if (hd_str_starts(s, hd_str_of(leads[i]))) {
      uint32_t from = off + (uint32_t)strlen(leads[i]);
      return cut(r, (hd_span){from, end}, names) == n;
    }
  return false;
}

static void give_names(hd_claim_reader *r, const run *list,
                       const hd_span *names, bool scope) {
  for (uint32_t i = 0; i < list->n; i++) {
    hd_claim *c = &r->out->items[list->items[i]];
    if (scope) {
      hd_topic_slot(r, names[i], HD_FROM_LIST, &c->scope);
      continue;
    }
    hd_slot indicator = c->indicator;
    hd_topic_split(r, names[i], HD_FROM_LIST, c);
    if (!c->indicator.text.n && indicator.text.n)
      c->indicator = indicator;
    hd_topic_hash(r, c);
  }
}

/* The list of figures that ends with quantity `last`, right before at. */
static run list_before(const hd_claim_reader *r, uint32_t last) {
  run all = {{0}, 0};
  const hd_quantity *items = r->q->items;
  uint32_t i = last;
  while (i > 0 && r->out->items[i - 1].is_claim &&
         items[i - 1].kind == items[last].kind &&
         joins(r, items[i - 1].span.end, items[i].span.off) && last - i < MOST)
    i--;
  for (; i <= last && all.n < MOST; i++)
    all.items[all.n++] = i;
  return all;
}

/* Sales | in the | Asian, American, and European regions | were 3, 2 and 5%,
 * respectively: as many names behind a preposition before the verb. Clauses
 * part at their commas, so the sentence is looked at. */
static bool names_ahead(hd_claim_reader *r, const hd_claim *first,
                        hd_span *names, uint32_t n, hd_span *head) {
  static const char *const joints[] = {" in the ",   " in ",      " among the ",
                                       " among ",    " for the ", " for ",
                                       " from the ", " from "};
  enum { REACH = 160 };
  hd_span sentence = r->text->sentences[first->sentence].span;
  uint32_t end = hd_span_empty(first->verb) ? 0 : first->verb.off;
  uint32_t low = end > sentence.off + REACH ? end - REACH : sentence.off;
  if (end <= low + 1 || r->doc->text.p[end - 1] != ' ')
    return false;
  hd_str s = {r->doc->text.p + low, end - 1 - low};
  for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
    size_t len = strlen(joints[i]), at = hd_str_find(s, hd_str_of(joints[i]));
    if (at >= s.n)
      continue;
    hd_span list = {low + (uint32_t)(at + len), end - 1};
    if (cut(r, list, names) != n)
      continue;
    *head = (hd_span){low + (uint32_t)at, low + (uint32_t)at};
    while (head->off > low && !strchr(",.;:(", r->doc->text.p[head->off - 1]))
      head->off--;
    return true;
  }
  return false;
}

/* The measure that is told of each of the names; `places`: the names are what
 * it is of. */
static void give_head(hd_claim_reader *r, const run *list, hd_span head,
                      bool places) {
  hd_english_word w[HD_ENGLISH_WORDS];
  size_t n = hd_english_words(r, head, true, w), first = n;
  while (first > 0 && w[first - 1].role == HD_ENGLISH_NOUN)
    first--;
  if (first == n)
    return;
  hd_span phrase = hd_english_span_of(w, first, n);
  for (uint32_t i = 0; i < list->n; i++) {
    hd_claim *c = &r->out->items[list->items[i]];
    hd_topic_split(r, phrase, HD_FROM_LIST, c);
    if (places && c->indicator.text.n && !c->subject.text.n) {
      c->subject = c->scope;
      c->scope = (hd_slot){0};
    } else if (hd_english_modifier(c->subject.text)) {
      c->subject = (hd_slot){0};
    }
    hd_topic_hash(r, c);
  }
}

static void give(hd_claim_reader *r, const hd_token *word, uint32_t last,
                 uint32_t low) {
  enum { NEAR = 120 };
  const hd_quantity *q = &r->q->items[last];
  if (word->span.off < q->span.end || word->span.off - q->span.end > NEAR)
    return;
  if (is_period(q)) {
    run periods = periods_back(r, last);
    if (periods.n > 1)
      give_periods(r, &periods, low);
    return;
  }
  if (!r->out->items[last].is_claim)
    return;
  run list = list_before(r, last);
  if (list.n < 2)
    return;
  hd_claim *first = &r->out->items[list.items[0]];
  hd_span names[MOST], head;
  if (names_behind(r, q->span.end, word->span.off, names, list.n)) {
    give_names(r, &list, names,
               !hd_str_starts((hd_str){r->doc->text.p + q->span.end, 4},
                              HD_STR(" of ")));
    return;
  }
  if (list.items[0] > 0) {
    run periods = periods_back(r, list.items[0] - 1);
    if (periods.n == list.n) {
      for (uint32_t i = 0; i < list.n; i++) {
        const hd_quantity *p = &r->q->items[periods.items[i]];
        r->out->items[list.items[i]].period =
            (hd_period){p->first, p->last, p->span, HD_FROM_LIST};
      }
      return;
    }
  }
  hd_span phrase = hd_span_join(first->subject.span, first->indicator.span);
  if (first->indicator.from == HD_FROM_CLAUSE &&
      cut(r, phrase, names) == list.n)
    give_names(r, &list, names, false);
  else if (first->subject.from == HD_FROM_CLAUSE &&
           cut(r, first->subject.span, names) == list.n)
    give_names(r, &list, names, false);
  else if (cut(r, first->scope.span, names) == list.n)
    give_names(r, &list, names, true);
  else if (names_ahead(r, first, names, list.n, &head)) {
    hd_str behind = {r->doc->text.p + head.end, r->doc->text.n - head.end};
    give_names(r, &list, names, true);
    give_head(r, &list, head,
              hd_str_starts(behind, HD_STR(" in ")) ||
                  hd_str_starts(behind, HD_STR(" from ")));
  }
}

void hd_english_each(hd_claim_reader *r) {
  uint32_t at = 0, low = 0;
  for (size_t i = 0; i < r->text->n_tokens; i++) {
    const hd_token *token = &r->text->tokens[i];
    if (token->word->cls != HD_WORD_DISTRIBUTE ||
        !hd_str_is(token->word->value, "each"))
      continue;
    while (at < r->q->n && r->q->items[at].span.off < token->span.off)
      at++;
    if (at == 0)
      continue;
    const hd_sentence *s = &r->text->sentences[r->q->items[at - 1].sentence];
    if (token->span.off > s->span.off && token->span.end <= s->span.end)
      give(r, token, at - 1, low);
    low = token->span.end;
  }
}
