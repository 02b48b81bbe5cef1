/* phrase: finds noun phrases beside figures by the words around them.
 *
 * In: a region of a sentence. Out: the span of the phrase. Approach: the
 * phrase begins behind the last word that cannot belong to it (在, 其中, a verb
 * of the stop list, an opening bracket, a date) and loses leading scope
 * words, particles and conjunctions. */
#include "phrase.h"

uint32_t hd_token_from(const hd_text *text, const hd_sentence *s,
                       uint32_t off) {
  uint32_t low = s->first_token, high = s->first_token + s->n_tokens;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (text->tokens[mid].span.off < off)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

static bool is_scope(const hd_word *w) {
  return w->cls == HD_WORD_SCOPE || w->cls == HD_WORD_DIVISION;
}

/* Does this token end what stands before it? `tail`: its end is the region's.
 */
static bool breaks(const hd_word *w) {
  switch (w->cls) {
  case HD_WORD_STOP:
    return hd_str_is(w->value, "stop");
  case HD_WORD_PART:
  case HD_WORD_BASE:
  case HD_WORD_PERIOD:
  case HD_WORD_DISTRIBUTE:
    return true;
  default:
    return false;
  }
}

static uint32_t last_open_bracket(const hd_document *doc, hd_span region) {
  const char *t = doc->text.p;
  uint32_t depth = 0;
  for (uint32_t off = region.end; off > region.off; off--) {
    if (t[off - 1] == ')')
      depth++;
    else if (t[off - 1] == '(' && depth-- == 0)
      return off;
  }
  return region.off;
}

/* Behind dates and periods that lie in the region. */
static uint32_t past_dates(const hd_quantities *q, hd_span region) {
  size_t low = 0, high = q->n;
  while (low < high) {
    size_t mid = low + (high - low) / 2;
    if (q->items[mid].span.off < region.end)
      low = mid + 1;
    else
      high = mid;
  }
  while (low-- > 0 && q->items[low].span.end > region.off) {
    hd_kind kind = q->items[low].kind;
    if (kind == HD_KIND_DATE || kind == HD_KIND_PERIOD ||
        kind == HD_KIND_MARKER)
      return q->items[low].span.end < region.end ? q->items[low].span.end
                                                 : region.end;
  }
  return region.off;
}

/* Leading characters that are no part of a phrase. */
static uint32_t past_lead(const hd_document *doc, uint32_t off, uint32_t end) {
  static const char *const lead[] = {"的", "、", "和",   "与",   "及",   "了",
                                     "末", "底", "各类", "各种", "各项", "—",
                                     "“",  "”",  "》",   "各",   "初"};
  const char *t = doc->text.p;
  for (bool more = true; more && off < end;) {
    more = false;
    if (t[off] == ' ' || t[off] == ')' || t[off] == '*' || t[off] == ']' ||
        t[off] == '"' || t[off] == ',' || t[off] == '.') {
      off++;
      more = true;
      continue;
    }
    for (size_t i = 0; i < sizeof lead / sizeof *lead && !more; i++) {
      if (t[off] != lead[i][0])
        continue;
      size_t n = strlen(lead[i]);
      if (off + n <= end && memcmp(t + off, lead[i], n) == 0) {
        off += (uint32_t)n;
        more = true;
      }
    }
  }
  return off;
}

enum { HAN = 3 }; /* bytes of a Han character */

static void walk_tokens(const hd_text *text, const hd_sentence *s,
                        hd_span region, uint32_t *start, hd_phrase *p) {
  static const uint16_t taken = HD_ASPECT_NEW | HD_ASPECT_CUMULATIVE |
                                HD_ASPECT_AVERAGE | HD_ASPECT_INCREMENT;
  uint32_t end = s->first_token + s->n_tokens;
  for (uint32_t i = hd_token_from(text, s, region.off); i < end; i++) {
    const hd_token *token = &text->tokens[i];
    if (token->span.end > region.end)
      break;
    if (token->word->cls == HD_WORD_PART)
      p->part = token;
    if (is_scope(token->word))
      p->scope = token;
    if (token->word->cls == HD_WORD_ASPECT)
      p->aspects |= hd_aspect_of(token->word->value) & taken;
    if (breaks(token->word) && token->span.end > *start &&
        token->span.end < region.end) {
      *start = token->span.end;
      p->stop = token;
    } else if (token->span.off == past_lead(text->doc, *start, region.end) &&
               (is_scope(token->word) ||
                (token->word->cls == HD_WORD_ASPECT &&
                 !(token->word->text.n == HAN && /* not 居|民 */
                   hd_str_is(token->word->value, "rank"))) ||
                token->word->cls == HD_WORD_MODALITY ||
                token->word->cls == HD_WORD_CONJUNCTION)) {
      *start = token->span.end;
    }
  }
}

/* Past 又, 已 before a verb or before nothing. */
static uint32_t past_adverb(const hd_vocabulary *v, const char *t, uint32_t off,
                            uint32_t end) {
  static const char *const adverbs[] = {"又", "已", "还", "均",   "也",
                                        "再", "共", "各", "均已", "共同"};
  for (size_t i = 0; i < sizeof adverbs / sizeof *adverbs && off < end; i++) {
    if (t[off] != adverbs[i][0])
      continue;
    uint32_t n = (uint32_t)strlen(adverbs[i]);
    if (off + n > end || memcmp(t + off, adverbs[i], n) != 0)
      continue;
    if (off + n == end || hd_vocabulary_verb(v, t, off + n, end))
      return off + n;
  }
  return off;
}

/* Takes the verbs off the phrase's head that govern it. */
static uint32_t past_verbs(const hd_document *doc, const hd_vocabulary *v,
                           uint32_t off, uint32_t end, hd_phrase *p) {
  const char *t = doc->text.p;
  for (;;) {
    off = past_adverb(v, t, past_lead(doc, off, end), end);
    const hd_word *w = hd_vocabulary_verb(v, t, off, end);
    if (!w)
      return off;
    p->verb = (hd_span){off, off + (uint32_t)w->text.n};
    off = p->verb.end;
  }
}

/* 增长、达: the word of change belongs to the figure before it and names
 * nothing. Is [off, end) such a word and a mark? */
static bool is_spent_change(const hd_text *text, const hd_sentence *s,
                            uint32_t off, uint32_t end) {
  const char *t = text->doc->text.p;
  if (end < off + 3 || memcmp(t + end - 3, "、", 3) != 0)
    return false;
  uint32_t i = hd_token_from(text, s, off), last = s->first_token + s->n_tokens;
  return i < last && text->tokens[i].word->cls == HD_WORD_CHANGE &&
         text->tokens[i].span.off == off && text->tokens[i].span.end == end - 3;
}

void hd_phrase_before(const hd_quantities *q, const hd_vocabulary *v,
                      const hd_sentence *s, hd_span region, hd_phrase *phrase) {
  const hd_text *text = q->text;
  *phrase = (hd_phrase){0};
  uint32_t start = last_open_bracket(text->doc, region);
  uint32_t dates = past_dates(q, region);
  if (dates > start)
    start = dates;
  walk_tokens(text, s, region, &start, phrase);
  if (phrase->stop && phrase->stop->span.end == start &&
      phrase->stop->word->cls == HD_WORD_STOP)
    phrase->verb = phrase->stop->span;
  start = past_verbs(text->doc, v, start, region.end, phrase);
  if (is_spent_change(text, s, start, region.end))
    start = region.end;
  phrase->span = (hd_span){start, region.end > start ? region.end : start};
}

/* Does this code point end a phrase behind a figure? */
static bool ends_phrase(uint32_t cp) {
  static const char marks[] = ",;:.!?()[]|";
  if (cp < 0x80)
    return strchr(marks, (int)cp) != NULL;
  return cp == 0x3001 || cp == 0x3002 || cp == 0x2014 || cp == 0x2026;
}

/* Where the noun behind a figure may begin: past its approximator, a bracket
 * with another classifier (7万套(间)) and 的. */
static uint32_t behind(const char *t, const hd_quantity *q, uint32_t end) {
  enum { BRACKET = 16 };
  uint32_t off = q->approx.end > q->span.end ? q->approx.end : q->span.end;
  if (off < end && t[off] == '(') {
    uint32_t close = off;
    while (close < end && close - off < BRACKET && t[close] != ')')
      close++;
    if (close < end && t[close] == ')')
      off = close + 1;
  }
  if (off + 3 <= end && memcmp(t + off, "的", 3) == 0)
    off += 3;
  while (off < end && t[off] == ' ')
    off++;
  return off;
}

/* Does this word end a phrase behind a figure? */
static bool closes(const hd_word *w) {
  switch (w->cls) {
  case HD_WORD_CHANGE:
  case HD_WORD_COMPARE:
    return w->text.n > 3; /* 升级, 高频 */
  case HD_WORD_SHARE:
  case HD_WORD_BOUND:
  case HD_WORD_FROM:
    return true;
  case HD_WORD_REACH:
    return hd_str_is(w->text, "达") || hd_str_is(w->text, "为") ||
           hd_str_is(w->text, "是");
  default:
    return breaks(w);
  }
}

/* Back past a conjunction and blanks at the end of [off, at). */
static uint32_t without_joint(const char *t, uint32_t off, uint32_t at) {
  static const char *const joints[] = {"和", "与", "及", "、"};
  while (at > off && t[at - 1] == ' ')
    at--;
  for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
    if (at >= off + 3 && memcmp(t + at - 3, joints[i], 3) == 0)
      return at - 3;
  return at;
}

hd_span hd_phrase_after(const hd_quantities *q, const hd_vocabulary *v,
                        const hd_sentence *s, uint32_t figure) {
  const hd_text *text = q->text;
  const char *t = text->doc->text.p;
  uint32_t end = s->span.end;
  uint32_t off = behind(t, &q->items[figure], end);
  uint32_t next = figure + 1, from = off;
  if (next < q->n && q->items[next].span.off == off &&
      q->items[next].kind == HD_KIND_AGE)
    from = q->items[next++].approx.end; /* 40万|3岁以下|婴幼儿 */
  if (next < q->n && q->items[next].span.off < end)
    end = q->items[next].span.off;
  end = end > off ? end : off;
  if (hd_vocabulary_verb(v, t, off, end))
    return (hd_span){off, off};
  uint32_t last = s->first_token + s->n_tokens, stop = end;
  for (uint32_t i = hd_token_from(text, s, from); i < last; i++) {
    const hd_token *token = &text->tokens[i];
    if (token->span.off >= end)
      break;
    if (closes(token->word)) {
      stop = token->span.off;
      break;
    }
  }
  uint32_t at = off;
  for (int n = 0; at < stop && n < 24; n++) {
    uint32_t cp;
    size_t len = hd_utf8_decode(t + at, stop - at, &cp);
    if (ends_phrase(cp))
      break;
    at += (uint32_t)len;
  }
  return (hd_span){off, without_joint(t, off, at)};
}
