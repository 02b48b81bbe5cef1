/* hundred_en: the percentages of an English sentence that make 100 together,
 * or would but for a slip of the pen.
 *
 * In: sentences of text with three to nine single percentages (or that and the
 * next, where that tells of the remaining). Out: PARTS links of all of them. Of
 * 1,900 such sentences of published text 95 make 100, and of those that do not
 * hardly one would with two digits swapped; so a swap needs no word that they
 * are all. Another digit needs one (the remaining), or more than 100. Where
 * each stands behind its count and they make 100, the counts make the one
 * before. */
#include "linker.h"
#include "slip.h"

enum { LEAST = 3, MOST = 9, STRENGTH = 55 };

typedef struct {
  uint32_t item[MOST];
  double value[MOST];
  size_t n;
  double sum, unit, coarse; /* of the last digits: least and most */
} shares;

static double number(hd_number n) { return hd_number_double(n); }

static double absolute(double x) { return x < 0 ? -x : x; }

static bool is_single(const hd_quantity *q) {
  return q->low_known && q->high_known && !q->and_more &&
         hd_number_cmp(q->low, q->high) == 0 && number(q->low) > 0 &&
         (q->bound == HD_BOUND_EXACT || q->bound == HD_BOUND_ABOUT);
}

/* 25.1% to |32.6%: the end of a change or a range. */
static bool goes_to(const hd_linker *l, const shares *s, uint32_t next) {
  if (s->n == 0)
    return false;
  uint32_t end = l->q->items[s->item[s->n - 1]].span.end;
  return hd_str_is(hd_linker_between(l, end, l->q->items[next].span.off),
                   " to ");
}

/* Adds the percentages among items; false where one is a range, a bound or a
 * change, or there are too many. */
static bool gather(const hd_linker *l, hd_span items, shares *s) {
  for (uint32_t i = items.off; i < items.end; i++) {
    const hd_quantity *q = &l->q->items[i];
    if (q->kind == HD_KIND_POINT)
      return false;
    if (q->kind != HD_KIND_PERCENT)
      continue;
    const hd_claim *c = &l->claims->items[i];
    if (!is_single(q) || s->n == MOST ||
        c->aspects & (HD_ASPECT_GROWTH | HD_ASPECT_INCREMENT) ||
        goes_to(l, s, i))
      return false;
    double unit = number(q->last_digit);
    s->unit = s->n && s->unit < unit ? s->unit : unit;
    s->coarse = s->n && s->coarse > unit ? s->coarse : unit;
    s->item[s->n] = i;
    s->value[s->n] = number(q->low);
    s->sum += s->value[s->n++];
  }
  return true;
}

/* Do the words set some figures against others? "Less than a year" does not. */
static bool compares(hd_str s) {
  static const char *const words[] = {"compared", "versus",    " vs",
                                      " CI",      "onfidence", NULL};
  static const char *const degrees[] = {" more",  " less",   " fewer",
                                        " other", "greater", "later",
                                        "older",  "younger", NULL};
  if (hd_str_has_any(s, words))
    return true;
  hd_str than = HD_STR(" than ");
  for (size_t at; (at = hd_str_find(s, than)) != (size_t)-1;
       s = (hd_str){s.p + at + than.n, s.n - at - than.n})
    if (!hd_str_ends_any((hd_str){s.p, at}, degrees))
      return true;
  return false;
}

/* Words by which shares may be of several wholes, or overlap. */
static bool is_mixed(hd_str s) {
  static const char *const words[] = {
      " whom ",   " which ", "nclud",      " each ",  " both ",   "increas",
      "decreas",  " rate",   "prevalence", " also ",  " either ", "mong ",
      "at least", " than ",  "overage",    "average", "response", NULL};
  return hd_str_has_any(s, words);
}

/* The remaining 6%; the rest. */
static bool tells_rest(hd_str s) {
  static const char *const words[] = {"emaining", "emainder", "he rest ",
                                      "he balance ", NULL};
  return hd_str_has_any(s, words);
}

static bool fits(const shares *s) {
  return absolute(s->sum - 100) <= (double)s->n / 4 * s->coarse + 1e-6;
}

/* What would mend the sum: a swap before another digit. */
static hd_slip slip_of(const shares *s) {
  hd_slip found = HD_SLIP_NONE;
  if (s->coarse > s->unit)
    return found;
  for (size_t i = 0; i < s->n && found != HD_SLIP_SWAP; i++) {
    double wanted = 100 - (s->sum - s->value[i]);
    hd_slip slip = hd_slip_find(s->value[i], wanted, 0, s->unit);
    if (slip == HD_SLIP_SWAP || slip == HD_SLIP_DIGIT)
      found = slip;
  }
  return found;
}

/* May another digit be all that is wrong? Shares that are merely not all are
 * less than 100; what rounding leaves open is another sum. */
static bool says_all(const shares *s, hd_str said) {
  const double over = 101, most = 150;
  if (is_mixed(said) || absolute(s->sum - 100) < (double)s->n * s->coarse)
    return false;
  return tells_rest(said) || (s->sum > over && s->sum < most);
}

/* The count right before a share in a bracket: 876 |(12%); HD_NONE. */
static uint32_t part_of(const hd_linker *l, uint32_t share) {
  const hd_quantity *q = l->q->items;
  bool beside = share > 0 && q[share - 1].sentence == q[share].sentence &&
                q[share - 1].kind == HD_KIND_COUNT && is_single(&q[share - 1]);
  hd_str gap =
      beside ? hd_linker_between(l, q[share - 1].span.end, q[share].span.off)
             : (hd_str){"", 0};
  enum { NEAR = 40 };
  return hd_str_ends(gap, HD_STR(" (")) && gap.n <= NEAR ? share - 1 : HD_NONE;
}

/* Among 7,280 dockers, 5,451 (75%) ..., 876 (12%) ...: where the shares make
 * 100 their parts make the count before them. */
static void add_parts(hd_linker *l, const shares *s) {
  const hd_quantity *q = l->q->items;
  hd_link link = hd_link_blank(HD_LINK_PARTS);
  link.members = hd_arena_alloc(l->arena, s->n * sizeof *link.members);
  double sum = 0;
  for (size_t i = 0; i < s->n; i++) {
    uint32_t part = part_of(l, s->item[i]);
    if (part == HD_NONE)
      return;
    sum += number(q[part].low);
    link.members[link.n_members++] = hd_linker_ref(l, part);
  }
  uint32_t first = link.members[0].claim;
  if (first == 0 || q[first - 1].sentence != q[first].sentence ||
      q[first - 1].kind != HD_KIND_COUNT || !is_single(&q[first - 1]))
    return;
  double whole = number(q[first - 1].low), far = whole / 3;
  if (absolute(sum - whole) > far)
    return;
  link.whole = hd_linker_ref(l, first - 1);
  link.strength = 80;
  link.same_sentence = true;
  link.reason = "parts whose shares make 100";
  hd_linker_add(l, link);
}

static bool add(hd_linker *l, const shares *s, hd_span said) {
  hd_str text = hd_document_text(l->doc, said);
  hd_slip slip = s->n < LEAST || s->n > MOST ? HD_SLIP_NONE : slip_of(s);
  if (s->n < LEAST || compares(text) ||
      !(fits(s) || slip == HD_SLIP_SWAP ||
        (slip == HD_SLIP_DIGIT && says_all(s, text))))
    return false;
  hd_link link = hd_link_blank(HD_LINK_PARTS);
  link.members = hd_arena_alloc(l->arena, s->n * sizeof *link.members);
  for (size_t i = 0; i < s->n; i++)
    link.members[link.n_members++] = hd_linker_ref(l, s->item[i]);
  link.strength = STRENGTH;
  link.reason = "all percentages of the sentence";
  hd_linker_add(l, link);
  if (fits(s))
    add_parts(l, s);
  return true;
}

/* The percentages of a sentence, which begin at items.off; items.end becomes
 * the end of its figures. */
static bool read_sentence(const hd_linker *l, hd_span *items, shares *out) {
  const hd_quantity *q = l->q->items;
  uint32_t i = items->off;
  while (i < l->q->n && q[i].sentence == q[items->off].sentence)
    i++;
  items->end = i;
  return l->text->sentences[q[items->off].sentence].cell == HD_NONE &&
         gather(l, *items, out);
}

/* Adds the percentages of the sentence behind, where it tells of the rest. */
static void add_next(hd_linker *l, uint32_t first, hd_span items, shares *s) {
  const hd_quantity *q = l->q->items;
  const hd_sentence *a = &l->text->sentences[q[first].sentence];
  if (items.off >= l->q->n || q[items.off].sentence != q[first].sentence + 1)
    return;
  const hd_sentence *b = a + 1;
  size_t n = s->n;
  if (a->block == b->block && tells_rest(hd_document_text(l->doc, b->span)) &&
      read_sentence(l, &items, s) && s->n > n)
    add(l, s, (hd_span){a->span.off, b->span.end});
}

void hd_link_hundreds_english(hd_linker *l) {
  hd_span items = {0, 0};
  for (; items.off < l->q->n; items.off = items.end) {
    shares s = {.n = 0};
    const hd_quantity *q = &l->q->items[items.off];
    if (!read_sentence(l, &items, &s) || s.n == 0)
      continue;
    if (!add(l, &s, l->text->sentences[q->sentence].span))
      add_next(l, items.off, (hd_span){items.end, items.end}, &s);
  }
}
