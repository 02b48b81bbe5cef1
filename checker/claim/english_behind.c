/* english_behind: what stands behind an English figure.
 *
 * In: the words behind the figure (english_words). Out: the noun it counts or
 * is of, with the word that joins them: 465 | patients, 12% | of employers, $5
 * billion | in the fund, a 5% decrease | in sales, 87% higher | chance. */
#include "english.h"

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

/* of the 3,254 patients, out of 23 | plans: the noun of the figure w, told by
 * its unit or by the words behind it. */
static bool counted_noun(const hd_claim_reader *r, const hd_english_word *w,
                         hd_span *span) {
  enum { REACH = 80 };
  size_t low = hd_quantities_from(r->q, w->span.off);
  if (low == r->q->n || r->q->items[low].kind != HD_KIND_COUNT)
    return false;
  const hd_quantity *q = &r->q->items[low];
  *span = q->unit_span;
  if (!hd_span_empty(*span))
    return true;
  uint32_t end = r->text->sentences[q->sentence].span.end;
  if (end > q->span.end + REACH)
    end = q->span.end + REACH;
  hd_english_word next[HD_ENGLISH_WORDS];
  size_t n = end > q->span.end
                 ? hd_english_words(r, (hd_span){q->span.end, end}, false, next)
                 : 0;
  size_t stop = chunk_end(r, next, n, 0);
  if (stop)
    *span = hd_english_span_of(next, 0, stop);
  return stop > 0;
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

/* 189 recognized or accredited programs, 58,000 Gypsy or Irish Travellers: the
 * end of the plural that two adjectives or names share. */
static size_t with_shared(const hd_claim_reader *r, const hd_english_word *w,
                          size_t n, size_t end) {
  if (end == 0 || end + 1 >= n || w[end].role != HD_ENGLISH_AND ||
      hd_english_plural(r, &w[end - 1]))
    return end;
  size_t second = chunk_end(r, w, n, end + 1);
  bool plural = second > end + 1 && hd_english_plural(r, &w[second - 1]);
  return plural ? second : end;
}

/* each, a month, over the next five years, this year: no part of what the
 * figure is of. The index behind it. */
static size_t past_time(const hd_claim_reader *r, const hd_english_word *w,
                        size_t n, size_t at) {
  static const char *const each[] = {"each", "every", "per", "a", "this"};
  size_t end = at;
  if (end < n && w[end].role == HD_ENGLISH_PREP &&
      (hd_str_is(hd_document_text(r->doc, w[end].span), "over") ||
       hd_str_is(hd_document_text(r->doc, w[end].span), "during")))
    for (end++; end < n && (w[end].role == HD_ENGLISH_DET ||
                            w[end].role == HD_ENGLISH_ADV ||
                            (w[end].role == HD_ENGLISH_NOUN && end + 1 < n &&
                             w[end + 1].role == HD_ENGLISH_FIGURE));)
      end++;
  else
    for (size_t i = 0; i < sizeof each / sizeof *each && end == at; i++)
      if (end < n && hd_str_is(hd_document_text(r->doc, w[end].span), each[i]))
        end++;
  if (end == at)
    return at;
  if (end < n && w[end].role == HD_ENGLISH_FIGURE && at + 1 < end)
    return end + 1;
  if (end < n && w[end].role == HD_ENGLISH_NOUN &&
      hd_english_time(r, w[end].span))
    return end + 1;
  bool joint = end < n &&
               (w[end].role == HD_ENGLISH_PREP || w[end].role == HD_ENGLISH_TO);
  return joint && end == at + 1 ? end : at;
}

/* 87% | higher | chance of death, 39.8 million tonnes | lower than: which way
 * what follows is compared. */
static hd_flow compares(const hd_claim_reader *r, const hd_quantity *q,
                        const hd_english_word *w) {
  static const struct {
    const char *word;
    hd_flow flow;
  } rows[] = {{"higher", HD_FLOW_UP},    {"greater", HD_FLOW_UP},
              {"larger", HD_FLOW_UP},    {"lower", HD_FLOW_DOWN},
              {"smaller", HD_FLOW_DOWN}, {"fewer", HD_FLOW_DOWN},
              {"less", HD_FLOW_DOWN},    {"more", HD_FLOW_UP}};
  if (q->kind != HD_KIND_PERCENT && q->kind != HD_KIND_MULTIPLE &&
      q->kind != HD_KIND_AMOUNT)
    return HD_FLOW_NONE;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (hd_str_is(hd_document_text(r->doc, w->span), rows[i].word))
      return rows[i].flow;
  return HD_FLOW_NONE;
}

/* The words behind the figure, up to a mark or another figure. */
static size_t words_behind(const hd_claim_reader *r, const hd_claim *c,
                           hd_english_word *w, hd_english_next *out) {
  enum { REACH = 160 };
  const hd_quantity *q = &r->q->items[c->quantity];
  uint32_t end = r->text->sentences[c->sentence].span.end;
  uint32_t off = q->span.end;
  if (end > off + REACH)
    end = off + REACH;
  if (off < end && r->doc->text.p[off] == ')')
    off++;
  size_t n = end > off ? hd_english_words(r, (hd_span){off, end}, false, w) : 0;
  size_t skip = past_time(r, w, n, 0);
  memmove(w, w + skip, (n - skip) * sizeof *w);
  n -= skip;
  for (size_t i = 0; i < n; i++)
    if (w[i].role == HD_ENGLISH_MARK || w[i].role == HD_ENGLISH_FIGURE) {
      bool out_of = i > 1 && w[1].role == HD_ENGLISH_OF &&
                    hd_str_is(hd_document_text(r->doc, w[0].span), "out");
      if ((out_of ? i < 5 : w[0].role == HD_ENGLISH_OF && i < 3) &&
          counted_noun(r, &w[i], &out->span))
        out->kind = out_of ? HD_ENGLISH_NEXT_NOUN : HD_ENGLISH_NEXT_OF;
      return i;
    }
  return n;
}

/* Past what joins the noun to the figure; the kind of joint is noted. */
static size_t past_joint(const hd_claim_reader *r, const hd_quantity *q,
                         const hd_english_word *w, size_t n,
                         hd_english_next *out) {
  static const char worth[] = "worth";
  size_t at = 0;
  out->kind = HD_ENGLISH_NEXT_NOUN;
  if (n && hd_english_change_noun(&w[0])) {
    out->change = w[0].word;
    at = 1;
  } else if (n && compares(r, q, &w[0]) != HD_FLOW_NONE) {
    out->flow = compares(r, q, &w[0]);
    out->kind = HD_ENGLISH_NEXT_COMPARED;
    return 1;
  } else if (n > 1 && w[1].role == HD_ENGLISH_OF &&
             hd_str_is(hd_document_text(r->doc, w[0].span), worth)) {
    at = 1;
  }
  if (at < n && w[at].role == HD_ENGLISH_OF) {
    out->kind = HD_ENGLISH_NEXT_OF;
    at++;
  } else if (at < n &&
             (w[at].role == HD_ENGLISH_PREP || w[at].role == HD_ENGLISH_TO)) {
    out->kind = HD_ENGLISH_NEXT_PREP;
    out->joint = w[at].span;
    at++;
    if (w[at - 1].role == HD_ENGLISH_TO && at < n &&
        w[at].role == HD_ENGLISH_VERB)
      at++; /* to develop housing */
  }
  return at;
}

/* of | those | arriving into the UK, those born abroad. */
static bool is_those(const hd_claim_reader *r, const hd_english_word *w,
                     size_t n, size_t at) {
  static const char *const ends[] = {"ing", "ed", "er", "born", "living", NULL};
  return at < n &&
         hd_str_is(hd_document_text(r->doc, w[at - 1].span), "those") &&
         hd_str_ends_any(hd_document_text(r->doc, w[at].span), ends);
}

/* The end of what "those" are: before the verb, without a preposition that has
 * lost its noun. */
static size_t those_end(const hd_claim_reader *r, const hd_english_word *w,
                        size_t n, size_t at) {
  enum { LONGEST = 8 };
  size_t end = at + 1;
  while (end < n && end < at + LONGEST &&
         (w[end].role == HD_ENGLISH_NOUN || w[end].role == HD_ENGLISH_PREP ||
          w[end].role == HD_ENGLISH_DET || w[end].role == HD_ENGLISH_OF) &&
         !hd_english_does(r, w[end - 1].span.end))
    end++;
  while (end > at + 1 && w[end - 1].role != HD_ENGLISH_NOUN)
    end--;
  return end;
}

/* chance of | receiving | a prescription */
static bool takes_object(const hd_claim_reader *r, const hd_english_word *w,
                         size_t n, size_t i) {
  return i + 1 < n && w[i + 1].role == HD_ENGLISH_DET &&
         hd_str_ends(hd_document_text(r->doc, w[i].span), HD_STR("ing"));
}

void hd_english_behind(const hd_claim_reader *r, const hd_claim *c,
                       hd_english_next *out) {
  hd_english_word w[HD_ENGLISH_WORDS];
  *out = (hd_english_next){.kind = HD_ENGLISH_NEXT_NONE};
  hd_span figure = r->q->items[c->quantity].span;
  if (figure.end < r->doc->text.n && r->doc->text.p[figure.end] == '-')
    return; /* 4-room flats: an adjective */
  size_t n = words_behind(r, c, w, out);
  if (out->kind != HD_ENGLISH_NEXT_NONE)
    return;
  size_t at = past_joint(r, &r->q->items[c->quantity], w, n, out);
  while (at < n &&
         (w[at].role == HD_ENGLISH_ASPECT || w[at].role == HD_ENGLISH_ADV ||
          ((out->kind != HD_ENGLISH_NEXT_NOUN ||
            r->q->items[c->quantity].kind == HD_KIND_MULTIPLE) &&
           w[at].role == HD_ENGLISH_DET))) {
    if (w[at].role == HD_ENGLISH_ASPECT)
      out->aspects |= hd_aspect_of(w[at].word->value);
    at++;
  }
  size_t stop = chunk_end(r, w, n, at);
  if (stop == at) {
    out->kind = HD_ENGLISH_NEXT_NONE;
    return;
  }
  if (out->kind == HD_ENGLISH_NEXT_NOUN &&
      r->q->items[c->quantity].kind == HD_KIND_COUNT)
    stop = with_shared(r, w, n, stop);
  if (out->kind == HD_ENGLISH_NEXT_NOUN)
    stop = with_second(r, w, n, at, stop);
  else if (at > 0 && is_those(r, w, n, at))
    stop = those_end(r, w, n, at--);
  out->span = hd_english_span_of(w, at, stop);
  if (stop == n || w[stop].role != HD_ENGLISH_OF)
    return;
  size_t y = stop + 1;
  while (y < n && (w[y].role == HD_ENGLISH_DET || w[y].role == HD_ENGLISH_ADV ||
                   w[y].role == HD_ENGLISH_VERB || takes_object(r, w, n, y)))
    y++;
  size_t y_end = chunk_end(r, w, n, y);
  if (y_end > y)
    out->of = hd_english_span_of(w, y, y_end);
}
