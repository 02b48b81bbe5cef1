/* numeral_en: numbers in English words.
 *
 * five hundred and twelve, twenty-one trillion three hundred, one and a
 * half, two-thirds, a quarter, nought point zero three, two hundred dozens.
 * Words may be joined by blanks, hyphens or `and`. Out: a figure whose scale
 * is inside its value. */
#include "scan.h"

enum { MOST_SHIFT = 80 }; /* totals stay below 2 to this */

typedef struct {
  hd_int total, section;
  bool any, units; /* any number word; ones are taken */
  bool tens;
  hd_int top;   /* the smallest scale seen */
  hd_int dozen; /* what a dozen counts, if one is said */
} state;

/* Behind blanks and one hyphen or dash between number words. */
static uint32_t joint(const hd_scan *scan, uint32_t at) {
  uint32_t pos = hd_scan_blanks(scan, at, 3);
  uint32_t length;
  uint32_t cp = hd_scan_cp(scan, pos, &length);
  if (cp == '-' || cp == 0x2010 || cp == 0x2011 || cp == 0x2014)
    pos = hd_scan_blanks(scan, pos + length, 1);
  return pos;
}

/* The number word at `at`, glued words allowed (seventythird). */
static const hd_numeral *word_at(const hd_scan *scan, uint32_t at,
                                 uint32_t *end) {
  hd_match match;
  if (!hd_ascii_is_letter(hd_scan_byte(scan, at)) ||
      !hd_scan_word(scan, scan->units->numerals, at, &match))
    return NULL;
  *end = at + (uint32_t)match.n;
  return &scan->units->numeral.items[match.values[0]];
}

static bool add(state *st, const hd_numeral *n) {
  switch (n->cls) {
  case HD_NUMERAL_DIGIT:
    if (st->units || (n->value == 0 && st->any))
      return false;
    st->section += (hd_int)n->value;
    st->units = true;
    break;
  case HD_NUMERAL_TEEN:
    if (st->units || st->tens)
      return false;
    st->section += (hd_int)n->value;
    st->units = st->tens = true;
    break;
  case HD_NUMERAL_TENS:
    if (st->units || st->tens)
      return false;
    st->section += (hd_int)n->value;
    st->tens = true;
    break;
  case HD_NUMERAL_HUNDRED:
    if (!st->any || st->section == 0 || st->section >= 100)
      return false;
    st->section *= 100;
    st->units = st->tens = false;
    break;
  case HD_NUMERAL_SCALE:
    if (!st->any || (st->section == 0 && st->total == 0) ||
        (st->top && st->section && (hd_int)n->value >= st->top) ||
        st->total >> MOST_SHIFT)
      return false;
    if (st->section == 0)
      st->total *= (hd_int)n->value; /* a thousand million */
    st->total += st->section * (hd_int)n->value;
    st->section = 0;
    st->units = st->tens = false;
    st->top = (hd_int)n->value;
    break;
  case HD_NUMERAL_DOZEN:
    if (!st->any || st->total + st->section > 1000000000)
      return false;
    st->section = (st->total + st->section) * (hd_int)n->value;
    st->dozen = (hd_int)n->value;
    st->total = 0;
    st->units = st->tens = true;
    break;
  default:
    return false;
  }
  return st->any = true;
}

/* `and` between parts: the word behind it must go on below 100. */
static uint32_t skip_and(const hd_scan *scan, uint32_t at, const state *st) {
  uint32_t end, next;
  const hd_numeral *word = word_at(scan, at, &end);
  if (!word || word->cls != HD_NUMERAL_AND || st->tens || st->units)
    return at;
  uint32_t pos = hd_scan_blanks(scan, end, 3);
  word = word_at(scan, pos, &next);
  if (!word || word->cls < HD_NUMERAL_DIGIT || word->cls > HD_NUMERAL_TENS)
    return at;
  uint32_t behind;
  const hd_numeral *part =
      word_at(scan, hd_scan_blanks(scan, next, 2), &behind);
  bool parts = part && (part->cls == HD_NUMERAL_PART ||
                        (part->cls == HD_NUMERAL_ORDINAL && word->value == 1 &&
                         part->value > 2 && part->value < 10));
  return parts ? at : pos; /* two million and one half, three and two thirds */
}

static uint32_t read_words(const hd_scan *scan, uint32_t at, state *st) {
  uint32_t end = at, pos = at;
  for (;;) {
    uint32_t next;
    const hd_numeral *word = word_at(scan, pos, &next);
    if (word && word->cls == HD_NUMERAL_ARTICLE && !st->any) {
      uint32_t after;
      const hd_numeral *big =
          word_at(scan, hd_scan_blanks(scan, next, 2), &after);
      if (!big ||
          (big->cls != HD_NUMERAL_HUNDRED && big->cls != HD_NUMERAL_SCALE &&
           big->cls != HD_NUMERAL_DOZEN))
        return end;
      st->section = 1;
      st->any = true;
    } else if (!word || !add(st, word)) {
      return end;
    }
    end = next;
    pos = skip_and(scan, joint(scan, end), st);
  }
}

/* The value of the digit words behind `point`. */
static void read_point(const hd_scan *scan, hd_figure *f) {
  uint32_t end, pos = hd_scan_blanks(scan, f->end, 2);
  const hd_numeral *word = word_at(scan, pos, &end);
  hd_int coefficient = 0;
  int n = 0;
  if (!word || word->cls != HD_NUMERAL_POINT)
    return;
  for (pos = end; n < 20;) {
    word = word_at(scan, joint(scan, pos), &end);
    if (!word || word->cls < HD_NUMERAL_DIGIT || word->cls > HD_NUMERAL_TEEN)
      break;
    int places = word->cls == HD_NUMERAL_TEEN ? 2 : 1;
    coefficient = coefficient * (places == 2 ? 100 : 10) + (hd_int)word->value;
    n += places;
    pos = end;
  }
  if (n == 0)
    return;
  f->low = f->high = hd_number_add(f->low, hd_number_decimal(coefficient, n));
  f->step = hd_number_decimal(1, n);
  f->decimals = (uint8_t)n;
  f->number.end = f->end = pos;
}

/* The denominator at `at` (third, fifths, quarter), 0 if none. */
static int64_t part_at(const hd_scan *scan, uint32_t at, bool plural,
                       uint32_t *end) {
  const hd_numeral *word = word_at(scan, at, end);
  if (!word)
    return 0;
  if (word->cls == HD_NUMERAL_PART)
    return word->value;
  return word->cls == HD_NUMERAL_ORDINAL && word->value > 2 && !plural &&
                 word->value < 20
             ? word->value
             : 0;
}

static void set_part(hd_figure *f, hd_number value, uint32_t end) {
  f->low = f->high = value;
  f->step = hd_number_of(0);
  f->fraction = true;
  f->number.end = f->end = end;
}

/* million, a dozen, of a million behind a part of one; 1 if none. */
static hd_number whole_behind(const hd_scan *scan, uint32_t *end) {
  uint32_t pos = hd_scan_blanks(scan, *end, 2), next;
  if (hd_scan_byte(scan, pos) == '-')
    pos++; /* a half-billion */
  if (hd_scan_is(scan, pos, "of "))
    pos = hd_scan_blanks(scan, pos + 3, 1);
  const hd_numeral *word = word_at(scan, pos, &next);
  if (word && word->cls == HD_NUMERAL_ARTICLE)
    word = word_at(scan, hd_scan_blanks(scan, next, 2), &next);
  if (!word || (word->cls != HD_NUMERAL_SCALE && word->cls != HD_NUMERAL_DOZEN))
    return hd_number_of(1);
  *end = next;
  return hd_number_of(word->value);
}

/* million behind a half or a quarter: two and a half million; 1 if none. */
static hd_number scale_behind(const hd_scan *scan, uint32_t *end) {
  uint32_t next;
  const hd_numeral *word = word_at(scan, hd_scan_blanks(scan, *end, 2), &next);
  if (!word || word->cls != HD_NUMERAL_SCALE)
    return hd_number_of(1);
  *end = next;
  return hd_number_of(word->value);
}

/* The count of parts at `at`: a, one, three; 0 if none. */
static hd_int parts_at(const hd_scan *scan, uint32_t at, uint32_t *end) {
  const hd_numeral *word = word_at(scan, at, end);
  if (!word)
    return 0;
  if (word->cls == HD_NUMERAL_ARTICLE)
    return 1;
  state st = {0};
  if (word->cls != HD_NUMERAL_DIGIT && word->cls != HD_NUMERAL_TEEN &&
      word->cls != HD_NUMERAL_TENS)
    return 0;
  *end = read_words(scan, at, &st);
  return st.total ? 0 : st.section;
}

/* Behind `and`: a half, two thirds, three quarters. One unit of the number's
 * scale is cut (a million and a half), or 1. Parts of ten and hundred behind a
 * round number are counted in it: two hundred and one thousandths is 0.201. */
static void read_and_part(const hd_scan *scan, hd_figure *f, uint32_t at) {
  uint32_t end;
  hd_int n = parts_at(scan, at, &end);
  int64_t den = n ? part_at(scan, joint(scan, end), n > 1, &end) : 0;
  if (!den)
    return;
  bool round = f->low.num % 100 == 0 && f->low.num < 1000;
  if (den % 10 == 0 && (n > 1 || hd_scan_ends(scan, end, "s"))) {
    if (round)
      set_part(f,
               hd_number_div(hd_number_add(f->low, hd_number_ratio(n, 1)),
                             hd_number_of(den)),
               end);
    return;
  }
  if (n >= den)
    return;
  hd_number unit = hd_number_cmp(f->low, hd_number_of(1000)) < 0 || n > 1
                       ? f->scale /* a dozen and a half */
                       : f->step;
  hd_number value = hd_number_add(
      f->low, hd_number_mul(unit, hd_number_ratio(n, (hd_int)den)));
  hd_number scale = scale_behind(scan, &end);
  set_part(f, hd_number_mul(value, scale), end);
  f->fraction = false;
}

/* Behind a whole number: two-thirds; and a half. */
static void read_part(const hd_scan *scan, hd_figure *f) {
  uint32_t end, pos = joint(scan, f->end);
  int64_t den =
      part_at(scan, pos, hd_number_cmp(f->low, hd_number_of(1)) != 0, &end);
  if (den && den <= 4 && f->low.num >= den && f->low.num < 100)
    return; /* four quarters are no part of one */
  if (den) {
    hd_number value = hd_number_div(f->low, hd_number_of(den));
    value = hd_number_mul(value, whole_behind(scan, &end));
    set_part(f, value, end);
    f->fraction = value.den != 1;
    return;
  }
  const hd_numeral *word = word_at(scan, pos, &end);
  if (word && word->cls == HD_NUMERAL_AND)
    read_and_part(scan, f, joint(scan, end)); /* two-and-a-half */
}

/* half, a third, a quarter million: no number word before it. */
static bool read_lone_part(const hd_scan *scan, uint32_t at, hd_figure *f) {
  uint32_t end;
  const hd_numeral *word = word_at(scan, at, &end);
  uint32_t pos = at;
  bool article = word && word->cls == HD_NUMERAL_ARTICLE;
  if (article)
    pos = hd_scan_blanks(scan, end, 2);
  int64_t den = part_at(scan, pos, false, &end);
  if (!den || (!article && den != 2))
    return false;
  hd_number value = hd_number_ratio(1, (hd_int)den);
  value = hd_number_mul(value, whole_behind(scan, &end));
  set_part(f, value, end);
  f->fraction = value.den != 1; /* half a dozen is 6 */
  return true;
}

bool hd_numeral_en_read(const hd_scan *scan, uint32_t at, hd_figure *f) {
  state st = {0};
  *f = (hd_figure){.number = {at, at},
                   .scale = hd_number_of(1),
                   .numeral = true,
                   .step = hd_number_of(1),
                   .digits = 1};
  if (read_lone_part(scan, at, f))
    return true;
  uint32_t end = read_words(scan, at, &st);
  if (end == at)
    return false;
  hd_int value = st.total + st.section;
  f->number.end = f->end = end;
  f->low = f->high = hd_number_ratio(value, 1);
  f->step = hd_number_ratio(st.section || !st.top ? 1 : st.top, 1);
  f->scale = hd_number_ratio(st.dozen ? st.dozen : 1, 1);
  f->weak = value < 10;
  for (f->digits = 0; value; value /= 10)
    f->digits++;
  read_point(scan, f);
  if (f->decimals == 0)
    read_part(scan, f);
  return true;
}
