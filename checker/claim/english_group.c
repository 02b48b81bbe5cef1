/* english_group: whom a figure is of, where the words leave its noun out.
 *
 * In: a figure whose group or thing is only named beside it: labels (Virginia:
 * 10%), members of a list of groups in brackets (among men (54%), women (61%)
 * and persons living alone (48%)), what men (20%) are more likely to be,
 * samples (N = 417), counts without a noun (489 patients came, 30 were sent
 * home). Out: the scope, the subject, or the claim that has it. */
#include "english_table.h"
#include <stdlib.h>
#include <strings.h>

static hd_str text_of(const hd_claim_reader *r, hd_span span) {
  return hd_document_text(r->doc, span);
}

static hd_str behind(const hd_claim_reader *r, uint32_t off) {
  return (hd_str){r->doc->text.p + off, r->doc->text.n - off};
}

/* Behind the bracket that opens at off: 17 | (2.0%) | were. */
static uint32_t past_share(const hd_claim_reader *r, uint32_t off) {
  enum { LONGEST = 16 };
  hd_str s = behind(r, off);
  const char *close = hd_str_starts(s, HD_STR(" ("))
                          ? memchr(s.p, ')', s.n < LONGEST ? s.n : LONGEST)
                          : NULL;
  return close ? (uint32_t)(close + 1 - r->doc->text.p) : off;
}

static int by_word(const void *a, const void *b) {
  return strcmp(a, *(const char *const *)b);
}

bool hd_english_does(const hd_claim_reader *r, uint32_t off) {
  static const char *const words[] = {
      /* sorted */
      "agreed",   "are",       "attended",    "believed",  "came",
      "chose",    "completed", "could",       "developed", "did",
      "died",     "do",        "experienced", "felt",      "had",
      "has",      "have",      "identified",  "lacked",    "lived",
      "needed",   "occurred",  "owned",       "paid",      "recalled",
      "received", "reported",  "required",    "resided",   "said",
      "smoked",   "spoke",     "survived",    "tested",    "underwent",
      "used",     "was",       "went",        "were",      "worked"};
  enum { LONGEST = 12 };
  char word[LONGEST + 1] = {0};
  hd_str s = behind(r, past_share(r, off));
  size_t n = 0;
  if (s.n < 3 || s.p[0] != ' ')
    return false;
  while (n < LONGEST && n + 1 < s.n && s.p[n + 1] >= 'a' && s.p[n + 1] <= 'z') {
    word[n] = s.p[n + 1];
    n++;
  }
  bool blank = n + 1 < s.n && s.p[n + 1] == ' ';
  return n > 1 && (blank || strcmp(word, "died") == 0) &&
         bsearch(word, words, sizeof words / sizeof *words, sizeof *words,
                 by_word);
}

const hd_claim *hd_english_ellipsis(const hd_claim_reader *r,
                                    const hd_claim *c) {
  enum { FIGURES = 12, NOUN = 48 };
  const hd_quantity *q = &r->q->items[c->quantity];
  if (q->kind != HD_KIND_COUNT || !hd_english_does(r, q->span.end))
    return NULL;
  for (uint32_t i = c->quantity, n = 0; i-- > 0 && n < FIGURES; n++) {
    const hd_claim *b = &r->out->items[i];
    const hd_quantity *p = &r->q->items[i];
    uint32_t end = b->subject.span.end;
    if (b->sentence != c->sentence)
      break;
    bool own = b->is_claim && p->kind == HD_KIND_COUNT &&
               b->subject.from == HD_FROM_CLAUSE && end > p->number.end &&
               end - p->number.end < NOUN;
    if (own && hd_english_does(r, end))
      return b;
  }
  return NULL;
}

const hd_claim *hd_english_of_these(const hd_claim_reader *r, const hd_claim *c,
                                    const hd_claim *before) {
  static const char *const heads[] = {"Of the ",      "Of these ", "Of those ",
                                      "Of all ",      "Of ",       "Among the ",
                                      "Among these ", NULL};
  const hd_quantity *q = &r->q->items[c->quantity];
  const hd_quantity *p = &r->q->items[before->quantity];
  uint32_t noun = before->subject.span.end;
  hd_span sentence = r->text->sentences[c->sentence].span;
  bool some = q->kind == HD_KIND_COUNT && p->kind == HD_KIND_COUNT &&
              before->subject.from == HD_FROM_CLAUSE && noun > p->span.end &&
              noun < q->span.off;
  size_t head = some ? hd_str_starts_any(text_of(r, sentence), heads) : 0;
  if (!head || p->span.off != sentence.off + head ||
      hd_number_cmp(q->low, p->high) > 0)
    return NULL;
  hd_str gap = {r->doc->text.p + noun, q->span.off - noun};
  return memchr(gap.p, ',', gap.n) ? before : NULL;
}

const hd_claim *hd_english_whole(const hd_claim_reader *r, const hd_claim *c) {
  static const char *const heads[] = {"Among ", "Of the ", "Of these ", NULL};
  hd_span sentence = r->text->sentences[c->sentence].span;
  if (!hd_english_does(r, r->q->items[c->quantity].span.end) ||
      !hd_str_starts_any(text_of(r, sentence), heads))
    return NULL;
  for (size_t i = hd_quantities_from(r->q, sentence.off); i < c->quantity;
       i++) {
    const hd_claim *b = &r->out->items[i];
    const hd_quantity *q = &r->q->items[i];
    if (!b->is_claim)
      continue;
    bool counts = q->kind == HD_KIND_COUNT && b->subject.text.n &&
                  b->subject.from == HD_FROM_CLAUSE &&
                  b->subject.span.off >= q->number.end;
    return counts ? b : NULL;
  }
  return NULL;
}

bool hd_english_label(const hd_claim_reader *r, const hd_claim *c,
                      hd_span *label) {
  enum { LONGEST = 40 };
  const char *t = r->doc->text.p;
  uint32_t low = r->text->sentences[c->sentence].span.off;
  uint32_t end = r->q->items[c->quantity].span.off;
  if (end < low + 3 || t[end - 1] != ' ' || t[end - 2] != ':')
    return false;
  end -= 2;
  uint32_t off = end;
  while (off > low && end - off < LONGEST && !strchr(",;([:", t[off - 1]))
    off--;
  hd_str s = {t + off, end - off};
  if (hd_str_starts(s, HD_STR(" and ")))
    off += 5;
  else if (hd_str_starts(s, HD_STR(" ")))
    off++;
  *label = (hd_span){off, end};
  return end > off &&
         hd_str_find(text_of(r, *label), HD_STR(" in ")) > LONGEST &&
         hd_english_group(r, *label);
}

/* Where the bracket opens that begins right before the figure; 0. */
static uint32_t bracket_of(const hd_claim_reader *r, const hd_quantity *q) {
  uint32_t at = q->span.off;
  return at > 1 && strchr("([", r->doc->text.p[at - 1]) ? at - 1 : 0;
}

bool hd_english_listed(const hd_claim_reader *r, const hd_claim *c,
                       const hd_claim *before, hd_span *scope) {
  static const char *const joints[] = {"), and ", "], and ", ") and ", "] and ",
                                       "), ",     "], ",     NULL};
  enum { LONGEST = 80 };
  if (!before || before->scope.from != HD_FROM_CLAUSE || !before->scope.text.n)
    return false;
  const hd_quantity *p = &r->q->items[before->quantity];
  const hd_quantity *q = &r->q->items[c->quantity];
  uint32_t open = bracket_of(r, q), first = bracket_of(r, p);
  if (!open || !first || p->kind != q->kind ||
      before->scope.span.end + 1 != first || open <= p->span.end)
    return false;
  hd_str s = {r->doc->text.p + p->span.end, open - p->span.end};
  size_t n = hd_str_starts_any(s, joints);
  *scope = (hd_span){p->span.end + (uint32_t)n, open - 1};
  hd_str group = {s.p + n, s.n - n};
  return n && group.n > 2 && group.n < LONGEST &&
         !memchr(group.p, ',', group.n) && !memchr(group.p, '(', group.n) &&
         s.p[s.n - 1] == ' ' && hd_utf8_has_letter(group) &&
         !hd_str_starts(group, HD_STR("in "));
}

/* N = | 417 */
static bool is_sample(const hd_claim_reader *r, const hd_quantity *q) {
  hd_str s = hd_str_trim((hd_str){r->doc->text.p, q->span.off});
  if (!hd_str_ends(s, HD_STR("=")))
    return false;
  s = hd_str_trim((hd_str){s.p, s.n - 1});
  return hd_str_ends(s, HD_STR("(N")) || hd_str_ends(s, HD_STR("(n")) ||
         hd_str_ends(s, HD_STR("[N")) || hd_str_ends(s, HD_STR("[n"));
}

/* The last phrase that stands alone or behind among or of: that of other
 * prepositions (with, during) tells more of it. */
static bool sampled(const hd_claim_reader *r, const hd_english_word *w,
                    size_t n, hd_span *out) {
  static const char *const joints[] = {"among", "in", "for", NULL};
  for (size_t i = n; i-- > 0;) {
    if (w[i].role != HD_ENGLISH_NOUN)
      continue;
    size_t first = i;
    while (first > 0 && w[first - 1].role == HD_ENGLISH_NOUN)
      first--;
    size_t g = first;
    while (g > 0 &&
           (w[g - 1].role == HD_ENGLISH_DET || w[g - 1].role == HD_ENGLISH_ADV))
      g--;
    *out = hd_english_span_of(w, first, i + 1);
    i = first;
    if (hd_english_time(r, *out))
      continue;
    if (g == 0 || w[g - 1].role != HD_ENGLISH_PREP ||
        hd_str_starts_any(text_of(r, w[g - 1].span), joints))
      return true;
  }
  return false;
}

bool hd_english_sample(hd_claim_reader *r, hd_claim *c) {
  const hd_quantity *q = &r->q->items[c->quantity];
  hd_english_word w[HD_ENGLISH_WORDS];
  hd_span region = r->text->sentences[c->sentence].span, noun;
  if (q->kind != HD_KIND_COUNT || !is_sample(r, q))
    return false;
  region.end = q->span.off;
  while (region.end > region.off && !strchr("([", r->doc->text.p[region.end]))
    region.end--;
  size_t n = hd_english_words(r, region, false, w);
  if (!sampled(r, w, n, &noun))
    return false;
  hd_topic_set(r, noun, (hd_span){noun.end, noun.end}, HD_FROM_CLAUSE, c);
  c->indicator.text = HD_STR("count");
  return true;
}

/* likely to be | self-employed; to have had | a vaccine */
bool hd_english_likely(const hd_claim_reader *r, const hd_claim *c,
                       hd_span *what) {
  static const char cue[] = " likely to ";
  static const char *const light[] = {"be ",      "have ",     "have been ",
                                      "have a ",  "have had ", "be a ",
                                      "have the "};
  static const char *const ends[] = {" than ", " as ", " compared ", " (",
                                     ",",      ".",    ";"};
  enum { LONGEST = 60, REACH = 1000 };
  const hd_quantity *q = &r->q->items[c->quantity];
  hd_span near = r->text->sentences[c->sentence].span;
  if (!bracket_of(r, q))
    return false;
  if (q->span.off - near.off > REACH)
    near.off = q->span.off - REACH;
  if (near.end - q->span.off > REACH)
    near.end = q->span.off + REACH;
  hd_str s = text_of(r, near);
  size_t at = hd_str_find(s, HD_STR(cue));
  if (at >= s.n)
    return false;
  at += strlen(cue);
  size_t skip = 0;
  for (size_t i = 0; i < sizeof light / sizeof *light; i++)
    if (hd_str_starts((hd_str){s.p + at, s.n - at}, hd_str_of(light[i])) &&
        strlen(light[i]) > skip)
      skip = strlen(light[i]);
  at += skip;
  hd_str said = {s.p + at, s.n - at < LONGEST ? s.n - at : LONGEST};
  size_t end = said.n;
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t k = hd_str_find(said, hd_str_of(ends[i]));
    end = k < end ? k : end;
  }
  if (skip == 0 || end == 0 || end == LONGEST)
    return false;
  *what = (hd_span){near.off + (uint32_t)at, near.off + (uint32_t)(at + end)};
  return true;
}

hd_span hd_english_rate_group(const hd_claim_reader *r, const hd_claim *c) {
  enum { REACH = 80, NEAR = 24 };
  static const char *const joints[] = {" for ", " among ", " in ", NULL};
  const hd_span none = {0, 0};
  uint32_t next = c->quantity + 1;
  if (next >= r->q->n || r->out->items[next].is_claim)
    return none;
  const hd_quantity *q = &r->q->items[c->quantity], *per = q + 1;
  hd_span sentence = r->text->sentences[c->sentence].span;
  if (per->span.off - q->span.end > NEAR ||
      !hd_str_ends((hd_str){r->doc->text.p, per->span.off}, HD_STR(" per ")))
    return none;
  size_t joint = hd_str_starts_any(behind(r, per->span.end), joints);
  if (!joint)
    return none;
  hd_english_word w[HD_ENGLISH_WORDS];
  uint32_t off = per->span.end + (uint32_t)joint;
  uint32_t end = off + REACH < sentence.end ? off + REACH : sentence.end;
  size_t n = hd_english_words(r, (hd_span){off, end}, false, w), first = 0;
  while (first < n && w[first].role == HD_ENGLISH_DET)
    first++;
  size_t last = first;
  while (last < n && w[last].role == HD_ENGLISH_NOUN)
    last++;
  if (last == first)
    return none;
  hd_span group = hd_english_span_of(w, first, last);
  return hd_english_time(r, group) ? none : group;
}

bool hd_english_modifier(hd_str subject) {
  return hd_str_ends(subject, HD_STR("ed")) &&
         !memchr(subject.p, ' ', subject.n);
}

/* energy use in the steel | sector: whose branch it is, it is of. */
static bool is_branch(hd_str s) {
  static const char *const ends[] = {"sector", "industry", "sectors",
                                     "industries", NULL};
  return hd_str_ends_any(s, ends);
}

/* • energy use in the steel sector ... | • in this sector: the first claim of
 * the item right before that has one; NULL. */
static const hd_claim *item_before(const hd_claim_reader *r,
                                   const hd_claim *c) {
  enum { FIGURES = 6, BLOCKS = 2 };
  const hd_block *blocks = r->doc->blocks;
  const hd_claim *found = NULL;
  for (uint32_t i = c->quantity, n = 0; i-- > 0 && n < FIGURES; n++) {
    const hd_claim *b = &r->out->items[i];
    if (c->block - b->block > BLOCKS || (found && b->block != found->block) ||
        blocks[b->block].kind != HD_BLOCK_ITEM)
      break;
    found = b->is_claim && b->block != c->block ? b : found;
  }
  return found;
}

void hd_english_branch(const hd_claim_reader *r, hd_claim *c,
                       const hd_claim *told) {
  static const char *const these[] = {"this ", "that ", "these ", "This ",
                                      NULL};
  enum { THIS = 6 };
  hd_span span = c->scope.span;
  if ((c->subject.text.n && !hd_english_modifier(c->subject.text)) ||
      c->scope.from != HD_FROM_CLAUSE || !is_branch(c->scope.text) ||
      span.off < THIS)
    return;
  hd_str ahead = {r->doc->text.p, span.off};
  bool refers = hd_str_ends_any(ahead, these);
  if (refers && !told)
    told = item_before(r, c);
  if (refers && (!told || !told->subject.text.n))
    return;
  c->subject = refers ? told->subject : c->scope;
  if (refers)
    c->subject.from = HD_FROM_EARLIER;
  c->scope = (hd_slot){0};
}
