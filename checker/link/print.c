/* print: the digits of a figure of running text, and what else decides at once
 * whether it can be another, mistyped. */
#include "print.h"
#include "setting.h"

enum { LONGEST = 4000 }; /* bytes of a sentence asked */

static bool is_year(const hd_quantity *q) {
  enum { FIRST = 1700, LAST = 2100 };
  double v = hd_number_double(q->low);
  return !q->unit && !q->grouped && q->digits <= 4 && v >= FIRST && v <= LAST;
}

/* 2101102 事业单位医疗: a code, told by its neighbours' digits. */
static bool is_code(const hd_quantity *q) {
  enum { DIGITS = 5 };
  return !q->unit && !q->grouped && q->decimals == 0 && q->digits >= DIGITS;
}

/* Is sentence k one of very many in its cell: a page that is laid out in one?
 */
static bool is_page(const hd_linker *l, uint32_t k) {
  enum { MANY = 24 };
  const hd_sentence *s = &l->text->sentences[k];
  for (int side = 0; side < 2; side++) {
    uint32_t other = side ? k + MANY : k - MANY; /* below 0: too large */
    if (other < l->text->n_sentences &&
        l->text->sentences[other].block == s->block &&
        l->text->sentences[other].cell == s->cell)
      return true;
  }
  return false;
}

/* Is sentence k text, or a note to a table that was read into a cell of it? */
static bool is_text(const hd_linker *l, uint32_t k) {
  enum { SENTENCE = 50, WORDS = 8 };
  const hd_sentence *s = &l->text->sentences[k];
  uint32_t words = 0;
  const char *p = l->doc->text.p;
  if (s->cell == HD_NONE)
    return true;
  if (l->doc->lang != HD_LANG_EN || s->span.end - s->span.off < SENTENCE)
    return false;
  for (uint32_t i = s->span.off + 1; i < s->span.end && words < WORDS; i++)
    words += p[i] == ' ' && hd_ascii_is_letter(p[i - 1]);
  return words >= WORDS && !is_page(l, k);
}

static bool usable(const hd_linker *l, size_t k) {
  static const bool kinds[HD_KINDS] = {
      [HD_KIND_COUNT] = true,    [HD_KIND_AMOUNT] = true,
      [HD_KIND_PERCENT] = true,  [HD_KIND_POINT] = true,
      [HD_KIND_MULTIPLE] = true, [HD_KIND_INDEX] = true,
      [HD_KIND_AGE] = true,      [HD_KIND_TEMPERATURE] = true};
  const hd_quantity *q = hd_linker_figure(l, k);
  bool one = !q->low_known || !q->high_known || q->and_more ||
             hd_number_cmp(q->low, q->high) == 0;
  const hd_sentence *s = &l->text->sentences[q->sentence];
  /* 66.2 years to live; aged 18 years, in 30 days are of many things */
  bool measured = q->kind == HD_KIND_DURATION && q->decimals > 0;
  return (kinds[q->kind] || measured) && !q->numeral && one && !is_year(q) &&
         !is_code(q) && is_text(l, q->sentence) &&
         s->span.end - s->span.off <= LONGEST &&
         l->doc->text.p[s->span.off] != '|'; /* a row of a broken table */
}

const hd_unit *hd_print_unit(const hd_linker *l, const hd_quantity *q) {
  enum { TELLING = 4 };
  bool counted = l->doc->lang == HD_LANG_EN && q->kind == HD_KIND_COUNT &&
                 q->digits >= TELLING && (!q->unit || !q->per);
  return counted ? NULL : q->unit;
}

/* What two figures of one fact have in common whatever their digits. */
static uint32_t fact_of(const hd_linker *l, const hd_quantity *q,
                        const hd_claim *c) {
  uint64_t hash =
      hd_hash_step(hd_setting_mark(l, c), (uintptr_t)hd_print_unit(l, q));
  hash = hd_hash_step(hash, (uint64_t)q->low_known << 16 |
                                (uint64_t)q->high_known << 8 | c->mode);
  return (uint32_t)(hash >> 32);
}

hd_print hd_print_of(const hd_linker *l, size_t k) {
  hd_print p = {.n = 0};
  if (!usable(l, k))
    return p;
  hd_str s = hd_document_text(l->doc, hd_linker_figure(l, k)->number);
  for (size_t i = 0; i < s.n; i++) {
    bool digit = s.p[i] >= '0' && s.p[i] <= '9';
    if (!digit || (s.p[i] == '0' && p.n == 0))
      continue;
    if (p.n == HD_PRINT_DIGITS)
      return (hd_print){.n = 0};
    p.digits[p.n++] = s.p[i];
  }
  p.significant = p.n;
  while (p.significant > 1 && p.digits[p.significant - 1] == '0')
    p.significant--;
  const hd_quantity *q = hd_linker_figure(l, k);
  if (p.n < 2)
    p.n = 0;
  p.decimals = q->decimals;
  p.kind = (uint8_t)q->kind;
  const hd_claim *c = hd_linker_claim(l, k);
  p.direction = (uint8_t)c->direction;
  p.fact = fact_of(l, q, c);
  p.sentence = q->sentence;
  p.scale = hd_number_double(q->scale); /* a power of ten */
  return p;
}

hd_slip hd_print_slip(const hd_print *x, const hd_print *y) {
  bool alike = x->significant == y->significant &&
               memcmp(x->digits, y->digits, x->significant) == 0;
  if (x->decimals != y->decimals || x->scale != y->scale || x->n != y->n)
    return alike && x->significant > 1 ? HD_SLIP_POWER : HD_SLIP_NONE;
  uint32_t differ = 0, at[2] = {0};
  for (uint32_t i = 0; i < x->n; i++)
    if (x->digits[i] != y->digits[i] && differ++ < 2)
      at[differ - 1] = i;
  if (differ == 2 && at[1] == at[0] + 1 &&
      x->digits[at[0]] == y->digits[at[1]] &&
      x->digits[at[1]] == y->digits[at[0]])
    return HD_SLIP_SWAP;
  return differ == 1 ? HD_SLIP_DIGIT : HD_SLIP_NONE;
}
