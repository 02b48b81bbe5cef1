/* digits: a figure as it is printed in, its value out: 1,234.5 and −2.3.
 *
 * What a text calls −2.3 or 1,234 a rule cuts out by a pattern, so that such
 * texts need not be made bare in Lua before they are numbers. */
#include "host.h"

enum { MOST = 100 };
static const char minus[] = "−";

/* s: MOST bytes at most. */
static bool read(hd_str s, hd_number *value, int *decimals) {
  char bare[MOST];
  size_t n = 0, point = SIZE_MAX;
  if (hd_str_starts(s, HD_STR(minus))) {
    bare[n++] = '-';
    s = (hd_str){s.p + sizeof minus - 1, s.n - (sizeof minus - 1)};
  }
  for (size_t i = 0; i < s.n; i++) {
    bool between = i > 0 && i + 1 < s.n && hd_ascii_is_digit(s.p[i - 1]) &&
                   hd_ascii_is_digit(s.p[i + 1]);
    if (s.p[i] == ',' && between && point == SIZE_MAX)
      continue;
    if (s.p[i] == '.')
      point = n;
    bare[n++] = s.p[i];
  }
  *decimals = point == SIZE_MAX ? 0 : (int)(n - point - 1);
  return hd_number_parse((hd_str){bare, n}, value);
}

hd_number hd_digits_check(lua_State *L, int index, int *decimals) {
  hd_number n;
  hd_str s;
  s.p = luaL_checklstring(L, index, &s.n);
  luaL_argcheck(L, s.n <= MOST, index, "more digits than a figure has");
  if (!read(s, &n, decimals))
    luaL_error(L, "decimal: \"%s\" is no decimal number", s.p);
  return n;
}

hd_interval hd_digits_interval(lua_State *L) {
  int decimals;
  hd_number n = hd_digits_check(L, 1, &decimals);
  lua_Integer places = luaL_optinteger(L, 2, decimals);
  luaL_argcheck(L, places >= 0 && places <= 30, 2, "0 to 30 decimals");
  return hd_interval_rounded(n, hd_number_decimal(5, (int)places + 1));
}
