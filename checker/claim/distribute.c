/* distribute: figures of a 分别 and what each of them is about.
 *
 * In: lists of figures (claim.list) whose words hold 分别, and of changes. Out:
 * their subjects and indicators: those of as many figures right before the list
 * (事故1244起、死亡1318人,同比分别下降6.3%、7.5%), else the names coordinated
 * before it (工程机械、轨道交通装备出口分别增长43.7%、44%). Where the numbers
 * differ nothing is changed. Linear: a list is visited once. */
#include "slots.h"

enum { MOST = 16 };

static bool is_each(const hd_claim *c) {
  return c->distribute && hd_str_is(c->distribute->value, "each");
}

/* A、B居全国第1、第2位: ranks are one each without being said to be. */
static bool is_rank(const hd_claim_reader *r, const hd_claim *c) {
  return r->q->items[c->quantity].kind == HD_KIND_RANK;
}

/* 居住、衣着类上涨0.8%、0.1%: so are changes. */
static bool grows(const hd_claim_reader *r, const hd_claim *c) {
  return r->q->items[c->quantity].kind == HD_KIND_PERCENT && c->cue &&
         c->cue->cls == HD_WORD_CHANGE && r->lang != HD_LANG_EN;
}

/* Figures of the list that begins at claim i. */
static uint32_t length(const hd_claims *claims, uint32_t i) {
  uint32_t n = 0, list = claims->items[i].list;
  for (uint32_t k = i; k < claims->n && n <= MOST; k++) {
    if (!claims->items[k].is_claim)
      continue;
    if (claims->items[k].list != list)
      break;
    n++;
  }
  return n;
}

static void hand_on(hd_claim_reader *r, hd_claim *to, const hd_claim *from) {
  hd_topic_take(to, from, HD_FROM_LIST);
  hd_topic_hash(r, to);
}

/* The n claims right before claim i in its sentence, oldest first. */
static bool before(const hd_claim_reader *r, uint32_t i, uint32_t n,
                   uint32_t *out) {
  uint32_t sentence = r->out->items[i].sentence;
  uint32_t left = n;
  for (uint32_t k = i; k-- > 0 && left > 0;) {
    const hd_claim *c = &r->out->items[k];
    if (c->sentence != sentence)
      return false;
    if (!c->is_claim)
      continue;
    if (c->aspects & HD_ASPECT_GROWTH)
      return false;
    out[--left] = k;
  }
  return left == 0;
}

/* Cuts a phrase at 、 or a slash and at its last 和 or 与, without a 、 only
 * where two names are wanted; the number of names. */
static uint32_t cut(const hd_document *doc, hd_span phrase, uint32_t wanted,
                    hd_span *names) {
  const char *t = doc->text.p;
  uint32_t n = 0, start = phrase.off, last = HD_NONE;
  for (uint32_t off = phrase.off; off + 3 <= phrase.end && n + 2 < MOST;) {
    uint32_t cp;
    uint32_t len = (uint32_t)hd_utf8_decode(t + off, phrase.end - off, &cp);
    if (cp == 0x3001 || cp == '/') {
      names[n++] = (hd_span){start, off};
      start = off + len;
      last = HD_NONE;
    } else if (cp == 0x548C || cp == 0x4E0E) {
      last = off;
    }
    off += len;
  }
  if ((n || wanted == 2) && last != HD_NONE && last > start) {
    names[n++] = (hd_span){start, last};
    start = last + 3;
  }
  names[n++] = (hd_span){start, phrase.end};
  return n;
}

/* 生产安全事故起数、|死亡人数: a measure alone is of what the first is of,
 * unless it is one of a place. */
static void share_subject(const hd_claim_reader *r, hd_claim *c,
                          const hd_claim *first) {
  const hd_word *w = hd_claim_ending(
      r, c->indicator.span.off, c->indicator.span.end, 1u << HD_WORD_INDICATOR);
  if (c == first || c->subject.text.n || !first->subject.text.n || !w ||
      hd_str_is(w->extra, "place"))
    return;
  c->subject = first->subject;
  c->subject.from = HD_FROM_LIST;
}

/* The tail that all names share is the last one's indicator. */
static void name_each(hd_claim_reader *r, uint32_t i, uint32_t n,
                      const hd_span *names) {
  hd_slot indicator = r->out->items[i].indicator;
  bool partners = !r->out->items[i].subject.text.n;
  for (uint32_t k = i, done = 0; done < n; k++) {
    hd_claim *c = &r->out->items[k];
    if (!c->is_claim)
      continue;
    hd_topic_split(r, names[done], HD_FROM_LIST, c);
    if (!c->indicator.text.n)
      c->indicator = indicator;
    if (partners && c->subject.text.n) {
      c->scope = c->subject;
      c->subject = (hd_slot){.span = {names[done].off, names[done].off},
                             .from = HD_FROM_LIST};
    }
    share_subject(r, c, &r->out->items[i]);
    c->name = hd_str_of(hd_arena_format(
        r->arena, "%.*s%.*s", (int)c->subject.text.n, c->subject.text.p,
        (int)c->indicator.text.n, c->indicator.text.p));
    hd_topic_hash(r, c);
    done++;
  }
}

static void distribute(hd_claim_reader *r, uint32_t i, uint32_t n, bool each) {
  uint32_t sources[MOST];
  hd_span names[MOST];
  hd_claim *first = &r->out->items[i];
  hd_span phrase = hd_span_join(first->subject.span, first->indicator.span);
  bool own = first->subject.from == HD_FROM_CLAUSE ||
             (first->indicator.from == HD_FROM_CLAUSE &&
              first->scope.from == HD_FROM_CLAUSE &&
              !first->subject.text.n); /* 对东盟、中东|出口 */
  if (own && !first->subject.text.n)
    phrase = hd_span_join(first->scope.span, first->indicator.span);
  if (own && cut(r->doc, phrase, n, names) == n) {
    name_each(r, i, n, names);
    return;
  }
  if (own || !each || !before(r, i, n, sources))
    return;
  for (uint32_t k = i, done = 0; done < n; k++)
    if (r->out->items[k].is_claim)
      hand_on(r, &r->out->items[k], &r->out->items[sources[done++]]);
}

/* 甲、乙分别从202元、270元|提高到209元、280元: the ends of changes are each of
 * what their start is of; `from`: the list of the starts. */
static bool goes_on(const hd_claim_reader *r, uint32_t from, uint32_t i,
                    uint32_t n) {
  const hd_claim *a = &r->out->items[from], *b = &r->out->items[i];
  return from < i && a->sentence == b->sentence && length(r->out, from) == n &&
         b->cue && b->cue->cls == HD_WORD_CHANGE && r->lang != HD_LANG_EN &&
         b->subject.from != HD_FROM_CLAUSE &&
         b->indicator.from != HD_FROM_CLAUSE;
}

static void hand_on_each(hd_claim_reader *r, uint32_t from, uint32_t i,
                         uint32_t n) {
  for (uint32_t k = from; n > 0; i++) {
    if (!r->out->items[i].is_claim)
      continue;
    while (!r->out->items[k].is_claim)
      k++;
    hand_on(r, &r->out->items[i], &r->out->items[k++]);
    n--;
  }
}

void hd_distribute(hd_claim_reader *r) {
  uint32_t last = 0, starts = HD_NONE;
  for (uint32_t i = 0; i < r->out->n; i++) {
    const hd_claim *c = &r->out->items[i];
    if (!c->is_claim || !c->list || c->list == last)
      continue;
    last = c->list;
    uint32_t n = length(r->out, i);
    bool each = is_each(c) || is_rank(r, c);
    if (starts != HD_NONE && n > 1 && goes_on(r, starts, i, n))
      hand_on_each(r, starts, i, n);
    else if ((each || grows(r, c)) && n > 1 && n <= MOST)
      distribute(r, i, n, each);
    starts = each && n > 1 && n <= MOST ? i : HD_NONE;
  }
}
