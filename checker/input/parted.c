/* parted: figures that the edge of a narrow cell has parted.
 *
 * In: two lines of a cell. Out: whether they are one figure. Only what cannot
 * be a figure by itself is taken for a part: a point or comma with nothing
 * behind it, a last group of fewer than three digits; and of money that ends
 * with one decimal the other, alone in its line. */
#include "parted.h"

static size_t count_digits(hd_str s) {
  size_t n = 0;
  while (n < s.n && hd_ascii_is_digit(s.p[n]))
    n++;
  return n;
}

/* Digits that s lacks at its end to be a figure: behind 1,23 one, behind
 * 1,234, three; -1: any number, behind 12. and 0: none. */
static int lacking(hd_str s) {
  size_t n = s.n, digits = 0;
  if (n > 1 && s.p[n - 1] == '.')
    return hd_ascii_is_digit(s.p[n - 2]) ? -1 : 0;
  while (n > 0 && hd_ascii_is_digit(s.p[n - 1])) {
    n--;
    digits++;
  }
  bool group = n > 1 && s.p[n - 1] == ',' && hd_ascii_is_digit(s.p[n - 2]);
  return group && digits < 3 ? 3 - (int)digits : 0;
}

/* 4,588,673.5 and 0 */
static bool lacks_decimal(hd_str s, hd_str text) {
  return s.n > 3 && s.p[s.n - 2] == '.' && hd_ascii_is_digit(s.p[s.n - 1]) &&
         memchr(s.p, ',', s.n) && text.n == 1 && hd_ascii_is_digit(text.p[0]);
}

bool hd_figure_is_parted(hd_str before, hd_str text) {
  if (before.n == 0 || text.n == 0 || memchr(before.p, ' ', before.n))
    return false;
  if (hd_ascii_is_digit(before.p[before.n - 1]) && text.n > 1 &&
      (text.p[0] == '.' || text.p[0] == ',') && hd_ascii_is_digit(text.p[1]))
    return true;
  if (lacks_decimal(before, text))
    return true;
  int want = lacking(before);
  size_t have = count_digits(text);
  return want < 0 ? have > 0 : want > 0 && have == (size_t)want;
}
