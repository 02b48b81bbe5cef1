/* chance: p_value for rules. */
#include "../base/chance.h"
#include "host.h"

/* A bound of a probability as a decimal of twelve places. */
static hd_number number_of(double p, bool up) {
  const double places = 1e12;
  int64_t n = (int64_t)(p * places) + (up && p < 1);
  return hd_number_ratio(n, (hd_int)places);
}

static double number_at(lua_State *L, int index) {
  hd_number n = hd_number_of(0);
  if (!lua_isnoneornil(L, index) && !hd_decimal_to(L, index, &n))
    luaL_argerror(L, index, "a decimal or an integer expected");
  return hd_number_double(n);
}

/* p_value(test, statistic, df1, df2): an interval, or nil */
static int p_value(lua_State *L) {
  static const char *const tests[] = {"t", "F", "chi2", "r", "z", NULL};
  hd_chance_test test = (hd_chance_test)luaL_checkoption(L, 1, NULL, tests);
  hd_chance chance;
  if (!hd_chance_of(test, number_at(L, 2), number_at(L, 3), number_at(L, 4),
                    &chance)) {
    lua_pushnil(L);
    return 1;
  }
  hd_interval i = {.low = number_of(chance.low, false),
                   .high = number_of(chance.high, true)};
  hd_interval_push(L, i);
  return 1;
}

void hd_chance_open(lua_State *L) {
  lua_pushcfunction(L, p_value);
  lua_setfield(L, -2, "p_value");
}
