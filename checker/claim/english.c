/* english: subject, indicator and scope of a figure in an English sentence.
 *
 * In: the words on both sides of the figure (english_words). Out: the slots.
 * Before the figure the head is the last noun phrase that no preposition
 * governs (net sales | in Europe | were $5m); X of Y is Y with X measured
 * where X is an indicator. Behind it stands what is counted (49 cancer
 * registries) and, where no verb or "of" joins the figure to what precedes,
 * what it is of (set aside $5 billion in the fund). What is not found stays
 * empty; a figure without a phrase has what the one before it has. */
#include "english_table.h"
#include <strings.h>

typedef struct {
  hd_span head, of; /* the phrase, and what it is of; may be empty */
  hd_span scope;    /* behind a preposition */
  uint16_t aspects;
  const hd_word *change; /* a decrease in ... */
} reading;

typedef enum { NEXT_NONE, NEXT_NOUN, NEXT_OF, NEXT_PREP } next_kind;

static hd_str text_of(const hd_claim_reader *r, hd_span span) {
  return hd_document_text(r->doc, span);
}

/* Start of the phrase that ends at w[end - 1]; one "and" may join two. */
static size_t chunk_start(const hd_english_word *w, size_t end) {
  size_t at = end - 1;
  bool joined = false;
  while (at > 0) {
    if (w[at - 1].role == HD_ENGLISH_NOUN) {
      at--;
    } else if (!joined && at > 1 && w[at - 1].role == HD_ENGLISH_AND &&
               w[at - 2].role == HD_ENGLISH_NOUN) {
      at -= 2;
      joined = true;
    } else {
      break;
    }
  }
  return at;
}

/* Index behind the word that governs w[first]: past determiners, adverbs and
 * aspect words, which are noted. */
static size_t governor(const hd_english_word *w, size_t first,
                       uint16_t *aspects) {
  while (first > 0) {
    hd_english_role role = w[first - 1].role;
    if (role == HD_ENGLISH_ASPECT)
      *aspects |= hd_aspect_of(w[first - 1].word->value);
    else if (role != HD_ENGLISH_DET && role != HD_ENGLISH_ADV)
      break;
    first--;
  }
  return first;
}

static hd_span span_of(const hd_english_word *w, size_t first, size_t end) {
  return (hd_span){w[first].span.off, w[end - 1].span.end};
}

/* increase, growth: a change said as a noun. */
static bool is_change_noun(const hd_english_word *w) {
  static const char *const tails[] = {"increase",  "decrease", "growth",
                                      "decline",   "rise",     "fall",
                                      "reduction", "drop",     "gain"};
  if (w->role != HD_ENGLISH_CHANGE)
    return false;
  for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
    if (hd_str_is(w->word->text, tails[i]))
      return true;
  return false;
}

/* Number, rate, sales: what is measured of what stands behind "of". */
static bool is_measure(const hd_claim_reader *r, hd_span span) {
  static const char *const words[] = {"number", "proportion", "percentage",
                                      "share",  "value",      "amount",
                                      "volume", "level",      "total"};
  const hd_word *w = hd_vocabulary_ending(r->v, r->doc->text.p, span.off,
                                          span.end, 1u << HD_WORD_INDICATOR);
  for (size_t i = 0; !w && i < sizeof words / sizeof *words; i++) {
    size_t n = strlen(words[i]);
    if (span.end - span.off >= n &&
        strncasecmp(r->doc->text.p + span.end - n, words[i], n) == 0)
      return true;
  }
  return w != NULL;
}

/* Nouns that tell when, not of what. */
static bool tells_time(const hd_claim_reader *r, hd_span span) {
  static const char *const words[] = {
      "year",   "years",    "period",     "quarter", "quarters", "month",
      "months", "week",     "weeks",      "time",    "day",      "days",
      "date",   "addition", "total",      "half",    "fiscal",   "average",
      "past",   "future",   "percentage", "share",   "result",   "proportion",
      "terms",  "end"};
  hd_str s = text_of(r, span);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t n = strlen(words[i]);
    if (s.n >= n && strncasecmp(s.p + s.n - n, words[i], n) == 0 &&
        (s.n == n || s.p[s.n - n - 1] == ' '))
      return true;
  }
  return false;
}

/* X of Y, with w[of] the "of"; Y is w[first, end). */
static void take_of(const hd_claim_reader *r, const hd_english_word *w,
                    size_t of, size_t first, size_t end, bool of_figure,
                    reading *out) {
  hd_span y = span_of(w, first, end);
  size_t x =
      of > 0 && w[of - 1].role == HD_ENGLISH_NOUN ? chunk_start(w, of) : of;
  out->head = y;
  if (x == of)
    return;
  hd_span head = span_of(w, x, of);
  governor(w, x, &out->aspects);
  if (is_measure(r, head)) {
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

/* The head before a figure; `nearest`: the last phrase, whatever governs it. */
static bool find_head(const hd_claim_reader *r, const hd_english_word *w,
                      size_t n, bool of_figure, bool nearest, reading *out) {
  for (size_t i = n; i > 0;) {
    if (w[i - 1].role != HD_ENGLISH_NOUN) {
      i--;
      continue;
    }
    uint16_t aspects = 0;
    size_t first = chunk_start(w, i), g = governor(w, first, &aspects);
    hd_english_role role = g ? w[g - 1].role : HD_ENGLISH_MARK;
    hd_span span = span_of(w, first, i);
    bool joins = role == HD_ENGLISH_OF || role == HD_ENGLISH_PREP;
    if (joins && g > 1 && is_change_noun(&w[g - 2])) {
      out->head = span;
      out->change = w[g - 2].word;
      out->aspects |= aspects;
      return true;
    }
    if (is_pace(r, w, g, span)) {
      if (w[g - 2].role == HD_ENGLISH_CHANGE)
        out->change = w[g - 2].word;
      out->aspects |= aspects;
      i = g - 1;
      of_figure = false;
      continue;
    }
    bool at_figure = i == n && (nearest || of_figure);
    if (role == HD_ENGLISH_OF || (at_figure && role == HD_ENGLISH_PREP)) {
      if (role == HD_ENGLISH_OF)
        take_of(r, w, g - 1, first, i, of_figure, out);
      else
        out->head = span;
      out->aspects |= aspects;
      size_t x = out->of.end ? g - 1 : 0;
      if (x > 0 && w[x - 1].role == HD_ENGLISH_NOUN) {
        size_t before = governor(w, chunk_start(w, x), &aspects);
        if (before && w[before - 1].role == HD_ENGLISH_PREP && !nearest) {
          out->scope = out->head;
          out->head = out->of = (hd_span){0, 0};
          i = before - 1;
          continue;
        }
      }
      return true;
    }
    if (role == HD_ENGLISH_PREP || role == HD_ENGLISH_TO) {
      if (!tells_time(r, span))
        out->scope = span;
      i = g - 1;
      continue;
    }
    if (tells_time(r, span)) {
      i = first;
      continue;
    }
    out->head = span;
    out->aspects |= aspects;
    return true;
  }
  return false;
}

/* End of the phrase that begins at w[at]: not beyond a plural that no further
 * noun of its own follows (students | attending). */
static size_t chunk_end(const hd_claim_reader *r, const hd_english_word *w,
                        size_t n, size_t at) {
  size_t end = at;
  while (end < n && w[end].role == HD_ENGLISH_NOUN) {
    end++;
    if (end < n && hd_english_plural(r, &w[end - 1]) &&
        !hd_english_plural(r, &w[end]) &&
        r->doc->text.p[w[end].span.off] >= 'a')
      break;
  }
  return end;
}

/* of the 3,254 patients: the noun of the figure w, told by its unit. */
static bool counted_noun(const hd_claim_reader *r, const hd_english_word *w,
                         hd_span *span) {
  size_t low = 0, high = r->q->n;
  while (low < high) {
    size_t mid = low + (high - low) / 2;
    if (r->q->items[mid].span.off < w->span.off)
      low = mid + 1;
    else
      high = mid;
  }
  if (low == r->q->n || r->q->items[low].kind != HD_KIND_COUNT)
    return false;
  *span = r->q->items[low].unit_span;
  return !hd_span_empty(*span);
}

/* 401 million workers and residents: the end of what is counted together,
 * where a verb or a mark follows. */
static size_t with_second(const hd_claim_reader *r, const hd_english_word *w,
                          size_t n, size_t at, size_t end) {
  if (end + 1 >= n || end == at || w[end].role != HD_ENGLISH_AND ||
      w[end + 1].role != HD_ENGLISH_NOUN || !hd_english_plural(r, &w[end - 1]))
    return end;
  size_t second = chunk_end(r, w, n, end + 1);
  bool closed = second == n || w[second].role == HD_ENGLISH_VERB ||
                w[second].role == HD_ENGLISH_AUX ||
                w[second].role == HD_ENGLISH_MODAL ||
                w[second].role == HD_ENGLISH_PREP;
  return closed && hd_english_plural(r, &w[second - 1]) ? second : end;
}

/* What stands behind the figure. */
static next_kind look_behind(const hd_claim_reader *r, const hd_claim *c,
                             hd_span *span, hd_span *of, const hd_word **change,
                             uint16_t *aspects) {
  enum { REACH = 160 };
  hd_english_word w[HD_ENGLISH_WORDS];
  const hd_quantity *q = &r->q->items[c->quantity];
  uint32_t end = r->text->sentences[c->sentence].span.end;
  uint32_t off = q->span.end;
  if (end > off + REACH)
    end = off + REACH;
  if (off < end && r->doc->text.p[off] == ')')
    off++;
  size_t n = end > off ? hd_english_words(r, (hd_span){off, end}, false, w) : 0;
  for (size_t i = 0; i < n; i++)
    if (w[i].role == HD_ENGLISH_MARK || w[i].role == HD_ENGLISH_FIGURE) {
      if (n > 0 && w[0].role == HD_ENGLISH_OF && i < 3 &&
          counted_noun(r, &w[i], span))
        return NEXT_OF;
      n = i;
    }
  size_t at = 0;
  next_kind kind = NEXT_NOUN;
  if (n && is_change_noun(&w[0])) {
    *change = w[0].word;
    at = 1;
  }
  if (at < n && w[at].role == HD_ENGLISH_OF) {
    kind = NEXT_OF;
    at++;
  } else if (at < n &&
             (w[at].role == HD_ENGLISH_PREP || w[at].role == HD_ENGLISH_TO)) {
    kind = NEXT_PREP;
    at++;
    if (w[at - 1].role == HD_ENGLISH_TO && at < n &&
        w[at].role == HD_ENGLISH_VERB)
      at++; /* to develop housing */
  }
  while (at < n &&
         (w[at].role == HD_ENGLISH_ASPECT || w[at].role == HD_ENGLISH_ADV ||
          (kind != NEXT_NOUN && w[at].role == HD_ENGLISH_DET))) {
    if (w[at].role == HD_ENGLISH_ASPECT)
      *aspects |= hd_aspect_of(w[at].word->value);
    at++;
  }
  size_t stop = chunk_end(r, w, n, at);
  if (stop == at)
    return NEXT_NONE;
  if (kind == NEXT_NOUN)
    stop = with_second(r, w, n, at, stop);
  *span = span_of(w, at, stop);
  if (stop < n && w[stop].role == HD_ENGLISH_OF) {
    size_t y = stop + 1;
    while (y < n &&
           (w[y].role == HD_ENGLISH_DET || w[y].role == HD_ENGLISH_ADV))
      y++;
    size_t y_end = chunk_end(r, w, n, y);
    if (y_end > y)
      *of = span_of(w, y, y_end);
  }
  return kind;
}

/* Does a verb or "of" join the figure to what stands before it? */
static bool joined_before(const hd_claim_reader *r, const hd_context *context,
                          uint32_t figure) {
  hd_str gap = hd_str_trim(
      (hd_str){r->doc->text.p + context->rest.end,
               figure > context->rest.end ? figure - context->rest.end : 0});
  while (gap.n && (gap.p[gap.n - 1] == '$' || gap.p[gap.n - 1] == ' '))
    gap.n--;
  return context->cue || context->change || hd_str_ends(gap, HD_STR("of")) ||
         hd_str_ends(gap, HD_STR("at"));
}

static void set_slots(hd_claim_reader *r, hd_claim *c, hd_span head,
                      hd_span of) {
  if (!hd_span_empty(of) && of.off > head.end)
    hd_topic_set(r, of, head, HD_FROM_CLAUSE, c);
  else
    hd_topic_split(r, head, HD_FROM_CLAUSE, c);
  if (hd_str_ends(c->indicator.text, HD_STR("number")))
    c->indicator.text = HD_STR("count");
  hd_span all = hd_span_empty(of) ? head : hd_span_join(head, of);
  c->anchored = hd_topic_anchored(r, c, all.off);
}

/* What is counted: 465 patients, 49 cancer registries. */
static void set_counted(hd_claim_reader *r, hd_claim *c, hd_span counted) {
  hd_topic_set(r, counted, (hd_span){counted.end, counted.end}, HD_FROM_CLAUSE,
               c);
  c->indicator.text = HD_STR("count");
  c->anchored = true;
}

static void take_scope(hd_claim_reader *r, hd_claim *c, hd_span span) {
  hd_topic_slot(r, span, HD_FROM_CLAUSE, &c->scope);
}

/* Is the phrase an ethnic group or a place? */
static bool is_group(const hd_claim_reader *r, hd_span span) {
  static const char *const values[] = {"race", "place", "urban"};
  enum { LONGEST = 96 };
  char low[LONGEST];
  hd_str s = text_of(r, span);
  if (s.n > LONGEST)
    return false;
  for (size_t i = 0; i < s.n; i++)
    low[i] = s.p[i] >= 'A' && s.p[i] <= 'Z' ? (char)(s.p[i] | 0x20) : s.p[i];
  for (size_t i = 0; i < sizeof values / sizeof *values; i++)
    if (hd_label_value(r, (hd_str){low, s.n}, values[i], i > 0))
      return true;
  return false;
}

/* use was lower in Ohio (28%) than among Hispanics (31%): the group right
 * before the bracket is the scope, the head stands before it. Sets whether
 * there is one. */
static bool group_before(const hd_claim_reader *r, const hd_english_word *w,
                         size_t n, reading *out) {
  if (n == 0 || w[n - 1].role != HD_ENGLISH_NOUN)
    return false;
  uint16_t aspects = 0;
  size_t first = chunk_start(w, n), g = governor(w, first, &aspects);
  if (g == 0 ||
      (w[g - 1].role != HD_ENGLISH_PREP && w[g - 1].role != HD_ENGLISH_OF) ||
      !is_group(r, span_of(w, first, n)))
    return false;
  hd_span scope = span_of(w, first, n);
  find_head(r, w, g - 1, false, false, out);
  out->scope = scope;
  return true;
}

/* The phrase before the figure, its clause's or an earlier one's. */
static bool read_before(hd_claim_reader *r, const hd_claim *c,
                        const hd_context *context, bool alone, bool bracketed,
                        reading *out) {
  hd_english_word w[HD_ENGLISH_WORDS];
  const hd_quantity *q = &r->q->items[c->quantity];
  hd_span region = context->rest;
  if (bracketed && region.end > region.off)
    while (region.end > region.off && !strchr("([", r->doc->text.p[region.end]))
      region.end--;
  hd_str gap = {
      r->doc->text.p + context->rest.end,
      q->span.off > context->rest.end ? q->span.off - context->rest.end : 0};
  bool of_figure = hd_str_find(gap, HD_STR("of")) != (size_t)-1;
  size_t n = hd_english_words(r, region, true, w);
  if (bracketed && group_before(r, w, n, out))
    return !hd_span_empty(out->head);
  if (find_head(r, w, n, of_figure, bracketed, out))
    return true;
  uint32_t start = r->text->sentences[c->sentence].span.off;
  if (!alone || bracketed || start >= region.off)
    return false;
  region.off = start;
  n = hd_english_words(r, region, true, w);
  return find_head(r, w, n, of_figure, false, out);
}

static bool is_bracketed(const hd_claim_reader *r, const hd_quantity *q) {
  uint32_t at = q->span.off;
  return at > 0 && strchr("([", r->doc->text.p[at - 1]);
}

/* 37.4 | cases | per 100,000: the figure is of what was said before. */
static bool is_rate(const hd_claim_reader *r, hd_span span) {
  enum { PER = 5 };
  return span.end + PER <= r->doc->text.n &&
         memcmp(r->doc->text.p + span.end, " per ", PER) == 0;
}

/* Takes what stands behind where that is what the figure is of. */
static bool take_behind(hd_claim_reader *r, hd_claim *c, next_kind kind,
                        hd_span span, hd_span of, bool joined, bool found,
                        bool inherits) {
  const hd_quantity *q = &r->q->items[c->quantity];
  bool counts = q->kind == HD_KIND_COUNT;
  bool own_noun = counts && q->unit && !hd_span_empty(q->unit_span);
  if (own_noun) {
    set_counted(r, c, q->unit_span);
    return true;
  }
  if (kind == NEXT_NONE)
    return false;
  if (counts && joined && found && kind == NEXT_NOUN && is_rate(r, span))
    return false;
  if (counts && (kind == NEXT_NOUN || (kind == NEXT_OF && !found))) {
    set_counted(r, c, span);
    return true;
  }
  if (joined && found)
    return false;
  if (kind == NEXT_PREP &&
      (q->kind != HD_KIND_AMOUNT || inherits || tells_time(r, span)))
    return false;
  if (kind == NEXT_NOUN && !hd_span_empty(of) && is_measure(r, span))
    set_slots(r, c, span, of);
  else
    set_slots(r, c, span, (hd_span){0, 0});
  return true;
}

/* 12% of patients: a share, unless a change or another aspect is said. */
static void note_share(const hd_claim_reader *r, hd_claim *c, hd_span rest,
                       next_kind kind) {
  const hd_quantity *q = &r->q->items[c->quantity];
  if (q->kind != HD_KIND_PERCENT || c->aspects != HD_ASPECT_LEVEL ||
      is_bracketed(r, q))
    return;
  const hd_sentence *s = &r->text->sentences[c->sentence];
  bool said = false;
  for (uint32_t i = hd_token_from(r->text, s, rest.off);
       i < s->first_token + s->n_tokens; i++) {
    const hd_token *token = &r->text->tokens[i];
    if (token->span.end > rest.end)
      break;
    said = said || (token->word->cls == HD_WORD_SHARE &&
                    hd_str_ends(token->word->text, HD_STR(" of")));
  }
  if (said || kind == NEXT_OF)
    c->aspects = HD_ASPECT_SHARE;
}

static hd_flow flow_of(const hd_word *w) {
  if (hd_str_is(w->value, "up"))
    return HD_FLOW_UP;
  return hd_str_is(w->value, "down") ? HD_FLOW_DOWN : HD_FLOW_FLAT;
}

/* A change said as a noun (a decrease in net sales of $5m) is the figure's. */
static void note_change(const hd_claim_reader *r, hd_claim *c,
                        const hd_word *change, bool cued) {
  const hd_quantity *q = &r->q->items[c->quantity];
  if (!change || cued || c->direction != HD_FLOW_NONE)
    return;
  c->direction = flow_of(change);
  c->aspects &= (uint16_t)~HD_ASPECT_LEVEL;
  c->aspects |= q->kind == HD_KIND_PERCENT || q->kind == HD_KIND_POINT
                    ? HD_ASPECT_GROWTH
                    : HD_ASPECT_INCREMENT;
}

void hd_english_phrase(hd_claim_reader *r, hd_claim *c,
                       const hd_context *context, const hd_claim *before) {
  const hd_quantity *q = &r->q->items[c->quantity];
  reading read = {0};
  hd_span span = {0, 0}, of = {0, 0};
  const hd_word *change = NULL;
  uint16_t aspects = 0;
  bool bracketed = is_bracketed(r, q);
  if (bracketed && c->aspects & HD_ASPECT_SHARE &&
      look_behind(r, c, &span, &of, &change, &aspects) != NEXT_OF)
    return;
  bool found = read_before(r, c, context, !before, bracketed, &read);
  bool joined = joined_before(r, context, q->span.off) || bracketed;
  next_kind kind = look_behind(r, c, &span, &of, &change, &aspects);
  note_share(r, c, context->rest, kind);
  note_change(r, c, change ? change : read.change,
              context->cue && context->cue->cls != HD_WORD_REACH);
  bool inherits =
      !found && before &&
      before->subject.span.end < r->q->items[before->quantity].span.off;
  bool owned =
      found || (before && context->cue && context->cue->cls == HD_WORD_SHARE);
  if (take_behind(r, c, kind, span, of, joined, owned, inherits)) {
    c->aspects |= aspects;
  } else if (found) {
    c->aspects |= read.aspects;
    set_slots(r, c, read.head, read.of);
  }
  if (c->aspects & (HD_ASPECT_NEW | HD_ASPECT_INCREMENT))
    c->aspects &= (uint16_t)~HD_ASPECT_LEVEL;
  if (kind == NEXT_PREP && !tells_time(r, span) &&
      span.off != c->subject.span.off)
    take_scope(r, c, span);
  else if (!hd_span_empty(read.scope) && (found || !before || bracketed))
    take_scope(r, c, read.scope);
}

bool hd_english_own_noun(const hd_claim_reader *r, const hd_claim *c,
                         const hd_claim *before) {
  hd_span span = {0, 0}, of = {0, 0};
  const hd_word *change = NULL;
  uint16_t aspects = 0;
  const hd_quantity *p = &r->q->items[before->quantity];
  if (r->q->items[c->quantity].kind != HD_KIND_COUNT ||
      before->subject.span.off < p->number.end)
    return false;
  if (!hd_span_empty(r->q->items[c->quantity].unit_span))
    return true;
  return look_behind(r, c, &span, &of, &change, &aspects) == NEXT_NOUN;
}
