/* slip: digits compared.
 *
 * In: two figures in units of their last digit. Out: how one could have been
 * mistyped for the other. At most TRIES values within the slack are looked
 * at, each in constant time. */
#include "slip.h"

enum { TRIES = 64, MOST_DIGITS = 18 };

static char digit(const char *s, size_t n, size_t i) {
  return i < n ? s[i] : '0';
}

/* Without zeros at the end: of 1200, 2. */
static size_t significant(const char *s, size_t n) {
  while (n > 1 && s[n - 1] == '0')
    n--;
  return n;
}

static bool shuffled(const char *a, const char *b, size_t n) {
  int count[10] = {0};
  if (a[0] != b[0])
    return false;
  for (size_t i = 0; i < n; i++) {
    count[a[i] - '0']++;
    count[b[i] - '0']--;
  }
  for (size_t i = 0; i < 10; i++)
    if (count[i])
      return false;
  return n >= 4;
}

size_t hd_slip_places(const char *a, const char *b, size_t n, size_t at[2]) {
  size_t differing = 0;
  for (size_t i = 0; i < n; i++)
    if (a[i] != b[i]) {
      if (differing < 2)
        at[differing] = i;
      differing++;
    }
  return differing;
}

bool hd_slip_is_swap(const char *a, const char *b, const size_t at[2]) {
  return a[at[0]] == b[at[1]] && a[at[1]] == b[at[0]];
}

bool hd_slip_is_shortened(const char *shorter, size_t n, const char *longer) {
  size_t i = 0;
  while (i < n && shorter[i] == longer[i])
    i++;
  return memcmp(shorter + i, longer + i + 1, n - i) == 0;
}

/* Is one the other with zeros behind it? */
static bool is_power(const char *a, size_t n, const char *b, size_t m) {
  for (size_t i = 0; i < n || i < m; i++)
    if (digit(a, n, i) != digit(b, m, i))
      return false;
  return significant(a, n) > 1;
}

/* hd_slip_find for two lists of digits without leading zeros. */
static hd_slip slip_of_digits(const char *a, size_t n, const char *b,
                              size_t m) {
  size_t at[2] = {0};
  if (n != m)
    return is_power(a, n, b, m) ? HD_SLIP_POWER : HD_SLIP_NONE;
  size_t differing = hd_slip_places(a, b, n, at);
  if (differing == 2 && hd_slip_is_swap(a, b, at))
    return HD_SLIP_SWAP;
  if (differing > 2 && differing < 5 && shuffled(a, b, n))
    return HD_SLIP_SWAP;
  size_t most = significant(a, n);
  if (significant(b, m) > most)
    most = significant(b, m);
  return differing == 1 && most >= 3 ? HD_SLIP_DIGIT : HD_SLIP_NONE;
}

double hd_slip_log(double x) {
  static const double logs[] = {0,     0.301, 0.477, 0.602, 0.699,
                                0.778, 0.845, 0.903, 0.954, 1};
  double whole = 0;
  for (; x >= 10 && whole < 300; whole++)
    x /= 10;
  for (; x < 1 && whole > -300; whole--)
    x *= 10;
  int i = (int)x < 9 ? (int)x : 9;
  return i < 1 ? whole
               : whole + logs[i - 1] + (x - i) * (logs[i] - logs[i - 1]);
}

double hd_slip_round(double x) {
  return (double)(int64_t)(x < 0 ? x - 0.5 : x + 0.5);
}

static double absolute(double x) { return x < 0 ? -x : x; }

/* The digits of a whole number that is below 10^MOST_DIGITS; how many. */
static size_t write_digits(char *out, double whole) {
  char back[MOST_DIGITS];
  uint64_t left = (uint64_t)whole;
  size_t n = 0;
  do
    back[n++] = (char)('0' + left % 10);
  while ((left /= 10) > 0);
  for (size_t i = 0; i < n; i++)
    out[i] = back[n - 1 - i];
  return n;
}

hd_slip hd_slip_find(double printed, double wanted, double slack, double unit) {
  char a[MOST_DIGITS], b[MOST_DIGITS];
  if (unit <= 0 || (printed < 0) != (wanted < 0))
    return HD_SLIP_NONE;
  double p = absolute(printed) / unit, w = absolute(wanted) / unit,
         s = slack / unit;
  if (p > 1e15 || w > 1e15)
    return HD_SLIP_NONE;
  size_t n = write_digits(a, hd_slip_round(p));
  hd_slip found = HD_SLIP_NONE;
  for (int i = 0; i < TRIES; i++) { /* w, w + 1, w - 1, w + 2 ... */
    if ((i + 1) / 2 - 1 > s * 1.0001 + 1e-6)
      break;
    double v = hd_slip_round(w) + (i % 2 ? (i + 1) / 2 : -i / 2);
    if (v < 1 || absolute(v - w) > s * 1.0001 + 1e-6)
      continue;
    size_t m = write_digits(b, v);
    hd_slip kind = slip_of_digits(a, n, b, m);
    if (kind == HD_SLIP_SWAP)
      return kind;
    if (kind != HD_SLIP_NONE && found == HD_SLIP_NONE)
      found = kind;
  }
  return found;
}
