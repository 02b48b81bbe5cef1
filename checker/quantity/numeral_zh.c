/* numeral_zh: numbers in Chinese characters.
 *
 * 三百二十万, 二〇二三, 两千, 一千六点五, 廿三, 十几, 数十, 四五千,
 * 百分之十二点五, 三分之一, 壹佰贰拾. Approach: one pass with a section (below
 * 万) and a total; rows of digits without 十 百 千 are positional. Invariant: 0
 * <= low <= high. What 几 and 数 leave open becomes the range low..high. */
#include "scan.h"

enum { MOST_CHARACTERS = 32 };
static const int64_t TRILLION = 1000000000000; /* 兆 */

typedef struct {
  hd_int total, section; /* 亿s and 万s; below them */
  hd_int top;            /* the largest scale in total */
  hd_int low;   /* what the digits below top count: 千万 of 八亿五千万 */
  hd_int digit; /* waiting for its 十 or the end */
  hd_int last;  /* value of the last unit or scale, for 三百一 */
  bool has_digit, zero; /* 零 stood before the digit */
  hd_int spread;   /* of 几 and 四五: high minus low, in the units so far */
  int n, n_digits; /* characters; digit characters in a row */
  bool units, digits; /* any 十百千万亿; any digit */
  hd_int row;         /* the digits in a row, positional */
} state;

static void add_unit(state *st, hd_int value) {
  if (!st->has_digit)
    st->digit = 1;
  if (st->spread)
    st->spread *= value;
  st->section += st->digit * value;
  st->digit = 0;
  st->has_digit = st->zero = false;
  st->last = value;
}

/* The largest power of ten that divides a section. */
static hd_int power_of(hd_int section) {
  hd_int by = 1;
  while (section % (by * 10) == 0)
    by *= 10;
  return by;
}

static void add_scale(state *st, hd_int value) {
  hd_int section = st->section + st->digit;
  if (section == 0 && st->total == 0)
    section = 1;
  if (value > st->top) {
    st->total = (st->total + section) * value;
    st->top = value;
  } else if (section == 0) {
    st->total *= value; /* 四万万 */
  } else {
    st->total += section * value;
    st->low = value * power_of(section);
  }
  st->spread *= value;
  st->section = st->digit = 0;
  st->has_digit = st->zero = false;
  st->last = value;
}

/* A digit; false where the number must end before it. */
static bool add_digit(state *st, const hd_numeral *numeral) {
  if (st->has_digit) {
    if (st->units && st->digit + 1 == numeral->value && !st->zero) {
      st->spread = 1; /* 十七八 */
      return true;
    }
    if (st->units)
      return false;
  }
  if (numeral->value == 0 && st->units)
    st->zero = true;
  st->digit = (hd_int)numeral->value;
  st->has_digit = numeral->value != 0 || !st->units;
  return true;
}

/* 四五千, 三四个: two digits in a row, the second one more than the first,
 * and no third: the range of both. */
static bool pair_of_digits(const hd_scan *scan, uint32_t at, state *st) {
  uint32_t length, more, third;
  const hd_numeral *a = hd_scan_numeral(scan, at, &length);
  const hd_numeral *b = hd_scan_numeral(scan, at + length, &more);
  const hd_numeral *c = hd_scan_numeral(scan, at + length + more, &third);
  bool digits = a && b && a->cls == HD_NUMERAL_DIGIT &&
                b->cls == HD_NUMERAL_DIGIT && a->value != 0 &&
                !(c && c->cls == HD_NUMERAL_DIGIT);
  bool wide = digits && a->value == 3 && b->value == 5 && c &&
              (c->cls == HD_NUMERAL_UNIT || c->cls == HD_NUMERAL_SCALE);
  if (!digits || (a->value + 1 != b->value && !wide))
    return false; /* 三五百 */
  st->digit = (hd_int)a->value;
  st->has_digit = st->digits = true;
  st->spread = (hd_int)(b->value - a->value);
  st->n = 2;
  return true;
}

/* 几 and 数: 1..10 of what follows; behind 十: 0..10 of ones. */
static void add_some(state *st) {
  st->digit = st->units ? 0 : 1;
  st->spread = st->units ? 10 : 9;
  st->has_digit = true;
  if (st->units)
    st->digit = 0;
}

/* 兆瓦, 兆帕: does a unit begin with the scale at `at`? */
static bool begins_unit(const hd_scan *scan, uint32_t at) {
  hd_match match;
  return hd_trie_longest(scan->units->units[HD_LANG_ZH], scan->s + at,
                         scan->high - at, &match) &&
         match.n > strlen("兆");
}

/* One character; false: the number ends before it. */
static bool step(const hd_scan *scan, uint32_t at, state *st,
                 const hd_numeral *numeral) {
  if (st->total > (hd_int)1 << 80 || st->n >= MOST_CHARACTERS)
    return false;
  switch (numeral->cls) {
  case HD_NUMERAL_DIGIT:
    if (st->spread || (st->has_digit && hd_scan_is(scan, at, "两")))
      return false; /* 八两: a unit */
    st->row = st->row * 10 + (hd_int)numeral->value;
    st->n_digits++;
    st->digits = true;
    return add_digit(st, numeral);
  case HD_NUMERAL_TENS: /* 廿三 */
    if (st->has_digit)
      return false;
    st->digits = true;
    st->section += (hd_int)numeral->value;
    st->last = 10;
    break;
  case HD_NUMERAL_UNIT:
    if (!st->units && st->n_digits > 1)
      return false; /* 二〇十 */
    if (numeral->value > 10 && st->units && st->digits && !st->has_digit)
      return false; /* 三万|千瓦, 二十|千米: the unit's */
    if (numeral->value != 10 || st->has_digit)
      st->digits = st->digits || st->has_digit;
    if (numeral->value == 10)
      st->digits = true;
    add_unit(st, (hd_int)numeral->value);
    break;
  case HD_NUMERAL_SCALE:
    if (numeral->value >= TRILLION && begins_unit(scan, at))
      return false; /* 十|兆瓦时 */
    if (!st->units && st->n_digits > 1) {
      st->section = st->row; /* 二五万: positional */
      st->digit = 0;
    }
    add_scale(st, (hd_int)numeral->value);
    break;
  case HD_NUMERAL_SOME:
    if (st->has_digit || st->spread)
      return false;
    st->digits = true;
    add_some(st);
    return true;
  default:
    return false;
  }
  st->units = true;
  return true;
}

/* Digits behind 点; their number, *coefficient the digits. */
static int read_decimals(const hd_scan *scan, uint32_t *at,
                         hd_int *coefficient) {
  int n = 0;
  uint32_t length, pos = hd_scan_blanks(scan, *at, 1);
  const hd_numeral *d = hd_scan_numeral(scan, pos, &length);
  for (*coefficient = 0; n < 30 && d && d->cls == HD_NUMERAL_DIGIT; n++) {
    *coefficient = *coefficient * 10 + (hd_int)d->value;
    *at = pos += length;
    d = hd_scan_numeral(scan, pos, &length);
  }
  return n;
}

/* 三百一 is 310: a last digit right behind 百 or above, without 零, and with
 * no classifier's help needed. */
static hd_int trailing(const state *st) {
  bool short_form = st->has_digit && st->units && !st->zero && st->last > 10 &&
                    st->spread == 0;
  return short_form ? st->digit * (st->last / 10) : st->digit;
}

static uint32_t read_characters(const hd_scan *scan, uint32_t at, state *st) {
  uint32_t length;
  if (pair_of_digits(scan, at, st)) {
    hd_scan_numeral(scan, at, &length);
    at += 2 * length;
  }
  for (;;) {
    const hd_numeral *numeral = hd_scan_numeral(scan, at, &length);
    state saved = *st;
    if (!numeral || !step(scan, at, st, numeral)) {
      *st = saved;
      return at;
    }
    st->n++;
    at += length;
  }
}

static void finish(hd_figure *f, const state *st, uint32_t at, uint32_t end) {
  bool row = !st->units && st->n_digits > 1 && st->spread == 0;
  hd_int value = row ? st->row : st->total + st->section + trailing(st);
  f->number = (hd_span){at, end};
  f->end = end;
  f->scale = hd_number_of(1);
  f->numeral = true;
  f->low = hd_number_ratio(value, 1);
  f->high = hd_number_ratio(value + st->spread, 1);
  hd_int counted = st->low ? st->low : st->top;
  f->step = hd_number_ratio(
      st->has_digit || st->section || !counted ? 1 : counted, 1);
  f->bare = !st->digits;
  f->weak = f->bare || st->n == 1 || (row && st->n < 4);
  for (f->digits = 0; value; value /= 10)
    f->digits++;
}

/* 100, 1000, 10000 ...: 百分之, 千分之, 百万分之. */
static bool is_power(hd_number den) {
  hd_int n = den.num;
  while (n >= 10 && n % 10 == 0)
    n /= 10;
  return den.den == 1 && n == 1 && den.num >= 100;
}

/* 分之 behind the denominator in f: 百分之十二点五, 三分之一. */
bool hd_part_zh_read(const hd_scan *scan, hd_figure *f) {
  hd_figure num;
  uint32_t at = hd_scan_blanks(scan, f->end + (uint32_t)strlen("分之"), 1);
  uint32_t sign = at;
  if (hd_scan_is(scan, at, "负"))
    at += 3;
  if (!hd_digits_read(scan, at, &num) && !hd_numeral_zh_read(scan, at, &num))
    return false;
  hd_number den = f->low;
  if (den.num == 0)
    return false;
  num.number.off = f->number.off;
  num.percent = is_power(den);
  if (num.percent)
    den = hd_number_div(den, hd_number_of(100));
  num.low = hd_number_div(num.low, den);
  num.high = hd_number_div(num.high, den);
  num.step = num.percent ? hd_number_div(num.step, den) : hd_number_of(0);
  if (sign != at) {
    num.low = hd_number_sub(hd_number_of(0), num.low);
    num.high = num.low;
  }
  num.fraction = !num.percent;
  num.weak = num.bare = false;
  num.numeral = f->numeral;
  *f = num;
  return true;
}

/* 点 and its digits, then perhaps a scale: 三点五亿. */
static void read_point(const hd_scan *scan, hd_figure *f) {
  uint32_t length, at = f->end;
  hd_int coefficient;
  const hd_numeral *point = hd_scan_numeral(scan, at, &length);
  if (!point || point->cls != HD_NUMERAL_POINT)
    return;
  at += length;
  int n = read_decimals(scan, &at, &coefficient);
  if (n == 0)
    return;
  f->low = f->high = hd_number_add(f->low, hd_number_decimal(coefficient, n));
  f->step = hd_number_decimal(1, n);
  f->decimals = (uint8_t)n;
  f->digits = (uint8_t)(f->digits + n);
  f->number.end = f->end = at;
  f->weak = f->bare = false;
}

static bool read_numeral(const hd_scan *scan, uint32_t at, hd_figure *f) {
  state st = {0};
  *f = (hd_figure){0};
  uint32_t end = read_characters(scan, at, &st);
  if (end == at) {
    uint32_t length;
    const hd_numeral *half = hd_scan_numeral(scan, at, &length);
    if (!half || half->cls != HD_NUMERAL_HALF)
      return false;
    *f = (hd_figure){.number = {at, at + length},
                     .end = at + length,
                     .low = hd_number_ratio(1, 2),
                     .high = hd_number_ratio(1, 2),
                     .scale = hd_number_of(1),
                     .step = hd_number_of(0),
                     .digits = 1,
                     .numeral = true,
                     .weak = true};
    return true;
  }
  finish(f, &st, at, end);
  if (st.spread == 0)
    read_point(scan, f);
  if (hd_scan_is(scan, f->end, "分之"))
    return hd_part_zh_read(scan, f);
  return true;
}

const hd_figure *hd_numeral_zh_peek(const hd_scan *scan, uint32_t at,
                                    hd_figure *spare) {
  hd_memo *memo = scan->memo;
  uint32_t length;
  if (at >= scan->high || (unsigned char)scan->s[at] < 0xe3 ||
      !hd_scan_numeral(scan, at, &length))
    return NULL;
  if (!memo)
    return read_numeral(scan, at, spare) ? spare : NULL;
  if (memo->at != at || memo->high != scan->high) {
    bool found = read_numeral(scan, at, spare); /* may ask for others */
    memo->at = at;
    memo->high = scan->high;
    memo->found = found;
    if (found)
      memo->figure = *spare;
  }
  return memo->found ? &memo->figure : NULL;
}

bool hd_numeral_zh_read(const hd_scan *scan, uint32_t at, hd_figure *f) {
  const hd_figure *found = hd_numeral_zh_peek(scan, at, f);
  if (found && found != f)
    *f = *found;
  return found != NULL;
}
