/* number: reduced fractions of 128-bit integers.
 *
 * Each operation is tried in 128 bits with overflow checks and, where that
 * fails, carried out with GMP; what does not fit even when reduced is NaN.
 * Invariant: den > 0 and gcd(num, den) == 1, or den == 0; num is never the
 * least 128-bit integer, so that it can be negated. */
#include "number.h"
#include <gmp.h>
#include <math.h>

__extension__ typedef unsigned __int128 hd_uint;

#define INT_LIMIT ((hd_int)(~(hd_uint)0 >> 1))

static const hd_number nan_number = {0, 0};

static hd_uint magnitude(hd_int n) { return n < 0 ? -(hd_uint)n : (hd_uint)n; }

static hd_uint gcd(hd_uint a, hd_uint b) {
  while (b > UINT64_MAX) {
    hd_uint rest = a % b;
    a = b;
    b = rest;
  }
  if (b == 0)
    return a;
  uint64_t x = (uint64_t)b;
  uint64_t y = a <= UINT64_MAX ? (uint64_t)a % x : (uint64_t)(a % b);
  while (y) {
    uint64_t rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

hd_number hd_number_ratio(hd_int num, hd_int den) {
  if (den == 0)
    return nan_number;
  if (den == 1 && num >= -INT_LIMIT)
    return (hd_number){num, 1};
  hd_uint n = magnitude(num), d = magnitude(den), common = gcd(n, d);
  if (((n | d) >> 64) == 0) { /* the quick way for all but a few */
    n = (uint64_t)n / (uint64_t)common;
    d = (uint64_t)d / (uint64_t)common;
  } else {
    n /= common;
    d /= common;
  }
  if (n > (hd_uint)INT_LIMIT || d > (hd_uint)INT_LIMIT)
    return nan_number;
  bool negative = (num < 0) != (den < 0);
  return (hd_number){negative ? -(hd_int)n : (hd_int)n, (hd_int)d};
}

/* ---- the way over GMP ------------------------------------------------- */

static void set_mpz(mpz_t to, hd_int n) {
  hd_uint size = magnitude(n);
  mpz_import(to, 1, -1, sizeof size, 0, 0, &size);
  if (n < 0)
    mpz_neg(to, to);
}

/* false: it does not fit. */
static bool get_mpz(const mpz_t from, hd_int *n) {
  hd_uint size = 0;
  if (mpz_sizeinbase(from, 2) > 127)
    return false;
  mpz_export(&size, NULL, -1, sizeof size, 0, 0, from);
  *n = mpz_sgn(from) < 0 ? -(hd_int)size : (hd_int)size;
  return true;
}

static void set_mpq(mpq_t to, hd_number a) {
  set_mpz(mpq_numref(to), a.num);
  set_mpz(mpq_denref(to), a.den);
}

/* The result of a GMP operation; y is not zero where it divides. */
static hd_number by_gmp(hd_number a, hd_number b,
                        void (*operation)(mpq_t, const mpq_t, const mpq_t)) {
  mpq_t x, y;
  mpq_inits(x, y, NULL);
  set_mpq(x, a);
  set_mpq(y, b);
  operation(x, x, y);
  hd_number result;
  if (!get_mpz(mpq_numref(x), &result.num) ||
      !get_mpz(mpq_denref(x), &result.den))
    result = nan_number;
  mpq_clears(x, y, NULL);
  return result;
}

/* mpq_add and its like may be macros or inline; these are functions. */
static void add_mpq(mpq_t r, const mpq_t x, const mpq_t y) { mpq_add(r, x, y); }
static void mul_mpq(mpq_t r, const mpq_t x, const mpq_t y) { mpq_mul(r, x, y); }

/* ---- arithmetic ------------------------------------------------------- */

static bool times(hd_int a, hd_int b, hd_int *out) {
  return !__builtin_mul_overflow(a, b, out) && *out >= -INT_LIMIT;
}

static bool plus(hd_int a, hd_int b, hd_int *out) {
  return !__builtin_add_overflow(a, b, out) && *out >= -INT_LIMIT;
}

hd_number hd_number_add(hd_number a, hd_number b) {
  hd_int left, right, num, den;
  if (a.den == 0 || b.den == 0)
    return nan_number;
  if (a.den == b.den) {
    if (plus(a.num, b.num, &num))
      return a.den == 1 ? (hd_number){num, 1} : hd_number_ratio(num, a.den);
  } else if (times(a.num, b.den, &left) && times(b.num, a.den, &right) &&
             plus(left, right, &num) && times(a.den, b.den, &den)) {
    return hd_number_ratio(num, den);
  }
  return by_gmp(a, b, add_mpq);
}

hd_number hd_number_sub(hd_number a, hd_number b) {
  b.num = -b.num;
  return hd_number_add(a, b);
}

hd_number hd_number_mul(hd_number a, hd_number b) {
  hd_int num, den;
  if (a.den == 0 || b.den == 0)
    return nan_number;
  if (b.num == 1 && b.den == 1)
    return a;
  if (times(a.num, b.num, &num) && times(a.den, b.den, &den))
    return hd_number_ratio(num, den);
  return by_gmp(a, b, mul_mpq);
}

hd_number hd_number_div(hd_number a, hd_number b) {
  if (a.den == 0 || b.den == 0 || b.num == 0)
    return nan_number;
  hd_number turned =
      b.num < 0 ? (hd_number){-b.den, -b.num} : (hd_number){b.den, b.num};
  return hd_number_mul(a, turned);
}

int hd_number_cmp_apart(hd_number a, hd_number b) {
  hd_int left, right;
  if (a.den == 0 || b.den == 0)
    return 0;
  if (times(a.num, b.den, &left) && times(b.num, a.den, &right))
    return (left > right) - (left < right);
  mpq_t x, y;
  mpq_inits(x, y, NULL);
  set_mpq(x, a);
  set_mpq(y, b);
  int order = mpq_cmp(x, y);
  mpq_clears(x, y, NULL);
  return (order > 0) - (order < 0);
}

double hd_number_double(hd_number a) {
  return a.den == 0 ? (double)NAN : (double)a.num / (double)a.den;
}

/* ---- reading ---------------------------------------------------------- */

/* 10^n, n from 0 to 38. */
static hd_int power_of_ten(int n) {
  hd_int power = 1;
  while (n-- > 0)
    power *= 10;
  return power;
}

hd_number hd_number_decimal(hd_int coefficient, int decimals) {
  if (coefficient == 0)
    return hd_number_of(0);
  if (decimals > 38 || decimals < -38 || coefficient < -INT_LIMIT)
    return nan_number;
  if (decimals >= 0)
    return hd_number_ratio(coefficient, power_of_ten(decimals));
  hd_int num;
  if (!times(coefficient, power_of_ten(-decimals), &num))
    return nan_number;
  return (hd_number){num, 1};
}

/* Appends the digits at s to *coefficient; *fits turns false when they are
 * too many. Returns their number. */
static size_t read_digits(hd_str s, hd_int *coefficient, bool *fits) {
  size_t i = 0;
  for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
    if (*coefficient > (INT_LIMIT - (s.p[i] - '0')) / 10)
      *fits = false;
    else
      *coefficient = *coefficient * 10 + (s.p[i] - '0');
  return i;
}

bool hd_number_parse(hd_str s, hd_number *out) {
  bool fits = true, negative = s.n && s.p[0] == '-';
  if (s.n && (s.p[0] == '-' || s.p[0] == '+'))
    s = (hd_str){s.p + 1, s.n - 1};
  hd_int coefficient = 0;
  size_t whole = read_digits(s, &coefficient, &fits), decimals = 0;
  if (whole == 0)
    return false;
  s = (hd_str){s.p + whole, s.n - whole};
  if (s.n && s.p[0] == '.') {
    s = (hd_str){s.p + 1, s.n - 1};
    decimals = read_digits(s, &coefficient, &fits);
    if (decimals == 0)
      return false;
    s.n -= decimals;
  }
  if (s.n)
    return false;
  *out = fits && decimals <= 38
             ? hd_number_decimal(negative ? -coefficient : coefficient,
                                 (int)decimals)
             : nan_number;
  return true;
}

/* ---- writing ---------------------------------------------------------- */

enum { MOST_PLACES = 30, ROOM = 44 };

/* Decimal digits of n, without a NUL, so that they end at `end`. */
static char *digits_before(char *end, hd_uint n) {
  do
    *--end = (char)('0' + (int)(n % 10));
  while ((n /= 10) != 0);
  return end;
}

/* Places a decimal with this denominator needs; -1 if it has no end or too
 * many. */
static int places_of(hd_int den) {
  int twos = 0, fives = 0;
  for (; den % 2 == 0; den /= 2)
    twos++;
  for (; den % 5 == 0; den /= 5)
    fives++;
  int places = twos > fives ? twos : fives;
  return den == 1 && places <= MOST_PLACES ? places : -1;
}

const char *hd_number_text(hd_arena *arena, hd_number a) {
  if (a.den == 0)
    return "";
  char text[3 * ROOM], *out = text;
  hd_uint size = magnitude(a.num), den = (hd_uint)a.den;
  int places = places_of(a.den);
  char whole[ROOM], *end = whole + ROOM;
  char *first = digits_before(end, places < 0 ? size : size / den);
  if (a.num < 0)
    *out++ = '-';
  memcpy(out, first, (size_t)(end - first));
  out += end - first;
  if (places < 0) {
    *out++ = '/';
    first = digits_before(end, den);
    memcpy(out, first, (size_t)(end - first));
    out += end - first;
  } else if (places > 0) {
    *out++ = '.';
    for (hd_uint rest = size % den; rest; rest = rest * 10 % den)
      *out++ = (char)('0' + (int)(rest * 10 / den));
  }
  return hd_arena_copy(arena, text, (size_t)(out - text));
}

/* |a| × 10^decimals, rounded half up. */
static void round_to_mpz(mpz_t out, hd_number a, int decimals) {
  mpz_t den, power;
  mpz_inits(den, power, NULL);
  set_mpz(out, a.num);
  mpz_abs(out, out);
  set_mpz(den, a.den);
  unsigned size = (unsigned)(decimals < 0 ? -decimals : decimals);
  mpz_ui_pow_ui(power, 10, size);
  mpz_mul(decimals < 0 ? den : out, decimals < 0 ? den : out, power);
  mpz_mul_2exp(out, out, 1);
  mpz_add(out, out, den);
  mpz_mul_2exp(den, den, 1);
  mpz_fdiv_q(out, out, den);
  if (decimals < 0)
    mpz_mul(out, out, power);
  mpz_clears(den, power, NULL);
}

/* As many zeros as a rounded number may need behind its point. */
static const char zeros[] =
    "0000000000000000000000000000000000000000000000000"
    "000000000000000000000000000000000000000000000000000";

const char *hd_number_round_text(hd_arena *arena, hd_number a, int decimals) {
  if (a.den == 0)
    return "";
  decimals = decimals > 100 ? 100 : decimals < -100 ? -100 : decimals;
  mpz_t rounded;
  mpz_init(rounded);
  round_to_mpz(rounded, a, decimals);
  char digits[256];
  mpz_get_str(digits, 10, rounded);
  const char *sign = a.num < 0 && mpz_sgn(rounded) != 0 ? "-" : "";
  mpz_clear(rounded);
  if (decimals <= 0)
    return hd_arena_format(arena, "%s%s", sign, digits);
  int n = (int)strlen(digits), whole = n - decimals;
  if (whole <= 0)
    return hd_arena_format(arena, "%s0.%.*s%s", sign, -whole, zeros, digits);
  return hd_arena_format(arena, "%s%.*s.%s", sign, whole, digits,
                         digits + whole);
}

const char *hd_number_brief(hd_arena *arena, hd_number a, int places) {
  const char *text = hd_number_text(arena, a);
  const char *point = strchr(text, '.');
  if (strchr(text, '/') || (point && strlen(point) > (size_t)places + 1))
    return hd_number_round_text(arena, a, places);
  return text;
}
