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

/* Does this token end what stands before it? `tail`: its end is the region's. */
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
  static const char *const lead[] = {"的", "、", "和", "与", "及", "了", "末",
                                     "底", "各类", "各种", "各项", "—", "“", "”", "》", "各", "初"};
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
      size_t n = strlen(lead[i]);
      if (off + n <= end && memcmp(t + off, lead[i], n) == 0) {
        off += (uint32_t)n;
        more = true;
      }
    }
  }
  return off;
}

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
                token->word->cls == HD_WORD_ASPECT ||
                token->word->cls == HD_WORD_MODALITY ||
                token->word->cls == HD_WORD_CONJUNCTION)) {
      *start = token->span.end;
    }
  }
}

void hd_phrase_before(const hd_quantities *q, const hd_sentence *s,
                      hd_span region, hd_phrase *phrase) {
  const hd_text *text = q->text;
  *phrase = (hd_phrase){0};
  uint32_t start = last_open_bracket(text->doc, region);
  uint32_t dates = past_dates(q, region);
  if (dates > start)
    start = dates;
  walk_tokens(text, s, region, &start, phrase);
  start = past_lead(text->doc, start, region.end);
  phrase->span = (hd_span){start, region.end > start ? region.end : start};
}

/* Does this code point end a phrase behind a figure? */
static bool ends_phrase(uint32_t cp) {
  static const char marks[] = ",;:.!?()[]|";
  if (cp < 0x80)
    return strchr(marks, (int)cp) != NULL;
  return cp == 0x3001 || cp == 0x3002 || cp == 0x2014 || cp == 0x2026;
}

hd_span hd_phrase_after(const hd_quantities *q, const hd_sentence *s,
                        uint32_t figure) {
  const hd_text *text = q->text;
  const char *t = text->doc->text.p;
  uint32_t off = q->items[figure].span.end, end = s->span.end;
  if (figure + 1 < q->n && q->items[figure + 1].span.off < end)
    end = q->items[figure + 1].span.off;
  if (off + 3 <= end && memcmp(t + off, "的", 3) == 0)
    off += 3;
  while (off < end && t[off] == ' ')
    off++;
  uint32_t last = s->first_token + s->n_tokens, stop = end;
  for (uint32_t i = hd_token_from(text, s, off); i < last; i++) {
    const hd_token *token = &text->tokens[i];
    if (token->span.off >= end)
      break;
    if (breaks(token->word) || token->word->cls == HD_WORD_CHANGE ||
        token->word->cls == HD_WORD_SHARE ||
        token->word->cls == HD_WORD_CONJUNCTION) {
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
  while (at > off && t[at - 1] == ' ')
    at--;
  return (hd_span){off, at};
}
