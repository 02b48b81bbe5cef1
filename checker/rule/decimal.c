/* decimal: exact figures for rules.
 *
 * decimal("12.5"), decimal(3). + - * / and unary minus with decimals and
 * integers, < <= == between decimals; a comparison with a number has a name
 * (x:lt(3)), because Lua would answer `x == 3` with false and no error.
 * Values are hd_number copied in and out byte by byte: Lua aligns to 8. */
#include "trace.h"

/* The value on the top is op of that at 1 and, of two, that at 2. */
static void computed(lua_State *L, const char *op, int operands) {
  if (hd_host_of(L)->trace)
    hd_trace_operation(L, op, operands);
}

/* The boolean on the top is what comparing those at 1 and 2 gave. */
static int compared(lua_State *L, const char *op) {
  if (hd_host_of(L)->trace)
    hd_trace_comparison(L, op);
  return 1;
}

void hd_decimal_push(lua_State *L, hd_number n) {
  void *p = lua_newuserdatauv(L, sizeof n, 0);
  memcpy(p, &n, sizeof n);
  hd_type_set(L, HD_TYPE_DECIMAL);
  if (hd_host_of(L)->trace)
    hd_trace_enter(L, hd_interval_point(n));
}

bool hd_decimal_to(lua_State *L, int index, hd_number *n) {
  const void *p;
  if (lua_isinteger(L, index)) {
    *n = hd_number_of(lua_tointeger(L, index));
    return true;
  }
  p = hd_type_test(L, index, HD_TYPE_DECIMAL);
  if (p)
    memcpy(n, p, sizeof *n);
  return p != NULL;
}

/* The decimal or integer at index, or an error that says what to write. */
static hd_number check(lua_State *L, int index) {
  hd_number n = {0, 0};
  if (hd_decimal_to(L, index, &n))
    return n;
  if (lua_type(L, index) == LUA_TNUMBER)
    luaL_error(L, "a binary fraction is not exact: write decimal(\"%s\")",
               lua_tostring(L, index));
  luaL_error(L, "a decimal or an integer expected, got %s",
             luaL_typename(L, index));
  return n;
}

/* decimal(value) */
static int new_decimal(lua_State *L) {
  int decimals;
  bool is_text = lua_type(L, 1) == LUA_TSTRING;
  hd_decimal_push(L, is_text ? hd_digits_check(L, 1, &decimals) : check(L, 1));
  return 1;
}

typedef hd_number number_op(hd_number a, hd_number b);
typedef hd_interval interval_op(hd_interval a, hd_interval b);

/* a op b; an interval on either side makes it one of intervals. */
static int combine(lua_State *L, const char *op, number_op *numbers,
                   interval_op *intervals) {
  hd_interval a, b;
  hd_number x, y;
  if (hd_decimal_to(L, 1, &x) && hd_decimal_to(L, 2, &y)) {
    hd_decimal_push(L, numbers(x, y));
    computed(L, op, 2);
    return 1;
  }
  if (hd_interval_to(L, 1, &a) && hd_interval_to(L, 2, &b)) {
    hd_interval_push(L, intervals(a, b));
    computed(L, op, 2);
    return 1;
  }
  check(L, hd_interval_to(L, 1, &a) ? 2 : 1);
  return 0;
}

static int add(lua_State *L) {
  return combine(L, "+", hd_number_add, hd_interval_add);
}
static int sub(lua_State *L) {
  return combine(L, "-", hd_number_sub, hd_interval_sub);
}
static int mul(lua_State *L) {
  return combine(L, "*", hd_number_mul, hd_interval_mul);
}
static int quotient(lua_State *L) {
  return combine(L, "/", hd_number_div, hd_interval_div);
}
static int negate(lua_State *L) {
  hd_number n;
  if (hd_decimal_to(L, 1, &n)) {
    hd_decimal_push(L, hd_number_sub(hd_number_of(0), n));
    computed(L, "-", 1);
    return 1;
  }
  hd_interval i, zero = hd_interval_point(hd_number_of(0));
  if (!hd_interval_to(L, 1, &i))
    return 0;
  hd_interval_push(L, hd_interval_sub(zero, i));
  computed(L, "-", 1);
  return 1;
}

/* -1, 0, 1 of two decimals behind an operator; NaN answers no question. */
static int compare(lua_State *L, const char *method, bool *nan) {
  for (int i = 1; i <= 2; i++)
    if (!hd_type_test(L, i, HD_TYPE_DECIMAL))
      return luaL_error(L, "compare a decimal with a %s by x:%s(...)",
                        luaL_typename(L, i), method);
  hd_number a = check(L, 1), b = check(L, 2);
  *nan = hd_number_is_nan(a) || hd_number_is_nan(b);
  return hd_number_cmp(a, b);
}

#define OPERATOR(name, method, test)                                           \
  static int name(lua_State *L) {                                              \
    bool nan;                                                                  \
    int c = compare(L, method, &nan);                                          \
    lua_pushboolean(L, !nan && c test 0);                                      \
    return compared(L, #test);                                                 \
  }
OPERATOR(op_lt, "lt", <)
OPERATOR(op_le, "le", <=)
OPERATOR(op_eq, "eq", ==)

#define METHOD(name, test)                                                     \
  static int name(lua_State *L) {                                              \
    hd_number a = check(L, 1), b = check(L, 2);                                \
    bool nan = hd_number_is_nan(a) || hd_number_is_nan(b);                     \
    lua_pushboolean(L, !nan && hd_number_cmp(a, b) test 0);                    \
    return compared(L, #test);                                                 \
  }
METHOD(lt, <)
METHOD(le, <=)
METHOD(eq, ==)
METHOD(ge, >=)
METHOD(gt, >)

static int text(lua_State *L) {
  hd_arena *scratch = hd_state_scratch(hd_host_of(L));
  const char *s = hd_number_text(scratch, check(L, 1));
  lua_pushstring(L, *s ? s : "?");
  return 1;
}

/* x:round(n): the decimal rounded half up to n places, to 18 at most. A report
 * may print more; what does not fit when it is rounded stays as it is. */
static int round_to(lua_State *L) {
  hd_arena *scratch = hd_state_scratch(hd_host_of(L));
  lua_Integer places = luaL_optinteger(L, 2, 0);
  hd_number n = check(L, 1);
  luaL_argcheck(L, places >= 0, 2, "0 places or more");
  const char *s =
      hd_number_round_text(scratch, n, places > 18 ? 18 : (int)places);
  hd_number rounded;
  bool fits = !hd_number_is_nan(n) && hd_number_parse(hd_str_of(s), &rounded);
  hd_decimal_push(L, fits ? rounded : n);
  computed(L, "round", 1);
  return 1;
}

static int absolute(lua_State *L) {
  hd_number n = check(L, 1), zero = hd_number_of(0);
  hd_decimal_push(L, hd_number_cmp(n, zero) < 0 ? hd_number_sub(zero, n) : n);
  computed(L, "abs", 1);
  return 1;
}

static int is_integer(lua_State *L) {
  lua_pushboolean(L, hd_number_is_integer(check(L, 1)));
  return 1;
}

/* x:is_known(): false for what could not be computed exactly. */
static int is_known(lua_State *L) {
  lua_pushboolean(L, !hd_number_is_nan(check(L, 1)));
  return 1;
}

static int index_decimal(lua_State *L) {
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
    return 1;
  return luaL_error(L, "a decimal has no method '%s'",
                    luaL_tolstring(L, 2, NULL));
}

static const luaL_Reg methods[] = {
    {"lt", lt},
    {"le", le},
    {"eq", eq},
    {"ge", ge},
    {"gt", gt},
    {"text", text},
    {"abs", absolute},
    {"round", round_to},
    {"is_integer", is_integer},
    {"is_known", is_known},
    {NULL, NULL},
};
static const luaL_Reg operators[] = {
    {"__add", add},       {"__sub", sub},  {"__mul", mul},  {"__div", quotient},
    {"__unm", negate},    {"__lt", op_lt}, {"__le", op_le}, {"__eq", op_eq},
    {"__tostring", text}, {NULL, NULL},
};
static const luaL_Reg arithmetic[] = {
    {"__add", add},      {"__sub", sub},    {"__mul", mul},
    {"__div", quotient}, {"__unm", negate}, {NULL, NULL},
};

/* ---- interval ----------------------------------------------------- */
void hd_interval_push(lua_State *L, hd_interval i) {
  void *p = lua_newuserdatauv(L, sizeof i, 0);
  memcpy(p, &i, sizeof i);
  hd_type_set(L, HD_TYPE_INTERVAL);
  if (hd_host_of(L)->trace)
    hd_trace_enter(L, i);
}

bool hd_interval_to(lua_State *L, int index, hd_interval *i) {
  hd_number n;
  if (hd_decimal_to(L, index, &n)) {
    *i = hd_interval_point(n);
    return true;
  }
  const void *p = hd_type_test(L, index, HD_TYPE_INTERVAL);
  if (p)
    memcpy(i, p, sizeof *i);
  return p != NULL;
}

static hd_interval check_interval(lua_State *L, int index) {
  hd_interval i;
  if (!hd_interval_to(L, index, &i))
    luaL_error(L, "an interval, a decimal or an integer expected, got %s",
               luaL_typename(L, index));
  return i;
}

/* interval(low, high): nil is no end on that side. */
static int new_interval(lua_State *L) {
  hd_interval i = {0};
  if (lua_type(L, 1) == LUA_TSTRING) {
    hd_interval_push(L, hd_digits_interval(L));
    return 1;
  }
  i.low_infinite = lua_isnoneornil(L, 1);
  i.high_infinite = lua_isnoneornil(L, 2);
  i.low = i.low_infinite ? hd_number_of(0) : check(L, 1);
  i.high = i.high_infinite ? hd_number_of(0) : check(L, 2);
  if (!i.low_infinite && !i.high_infinite && hd_number_cmp(i.low, i.high) > 0)
    return luaL_error(L, "interval: the low end is above the high end");
  hd_interval_push(L, i);
  computed(L, "..", 2);
  return 1;
}

static int meets(lua_State *L) {
  lua_pushboolean(
      L, hd_interval_meets(check_interval(L, 1), check_interval(L, 2)));
  return compared(L, "meets");
}

/* -1 where end b stands outside end a on that side, in the sense of
 * containing; open ends contain less. side: -1 low, 1 high. */
static bool end_holds(hd_interval a, hd_interval b, int side) {
  bool a_inf = side < 0 ? a.low_infinite : a.high_infinite;
  bool b_inf = side < 0 ? b.low_infinite : b.high_infinite;
  bool a_open = side < 0 ? a.low_open : a.high_open;
  bool b_open = side < 0 ? b.low_open : b.high_open;
  if (a_inf || b_inf)
    return a_inf;
  int c =
      side < 0 ? hd_number_cmp(b.low, a.low) : hd_number_cmp(a.high, b.high);
  return c > 0 || (c == 0 && (!a_open || b_open));
}

/* Does a hold all of b? Undecided ones do. */
static bool holds(hd_interval a, hd_interval b) {
  if (hd_interval_is_nan(a) || hd_interval_is_nan(b))
    return true;
  return end_holds(a, b, -1) && end_holds(a, b, 1);
}

static int contains(lua_State *L) {
  lua_pushboolean(L, holds(check_interval(L, 1), check_interval(L, 2)));
  return compared(L, "contains");
}
static int inside(lua_State *L) {
  lua_pushboolean(L, holds(check_interval(L, 2), check_interval(L, 1)));
  return compared(L, "inside");
}
static int widen(lua_State *L) {
  hd_interval_push(L, hd_interval_widen(check_interval(L, 1), check(L, 2)));
  computed(L, "widen", 2);
  return 1;
}
static int interval_text(lua_State *L) {
  hd_arena *scratch = hd_state_scratch(hd_host_of(L));
  lua_pushstring(L, hd_interval_text(scratch, check_interval(L, 1)));
  return 1;
}
static int interval_known(lua_State *L) {
  lua_pushboolean(L, !hd_interval_is_nan(check_interval(L, 1)));
  return 1;
}

static int interval_eq(lua_State *L) {
  hd_interval a = check_interval(L, 1), b = check_interval(L, 2);
  bool nan = hd_interval_is_nan(a) || hd_interval_is_nan(b);
  lua_pushboolean(L, !nan && holds(a, b) && holds(b, a));
  return compared(L, "==");
}

/* name: static, for a trace outlives the state. */
static void push_end(lua_State *L, const char *name, bool infinite,
                     hd_number end) {
  if (infinite) {
    lua_pushnil(L);
    return;
  }
  hd_decimal_push(L, end);
  computed(L, name, 1);
}

/* interval.field and its methods (upvalue 1); as a metamethod it is called with
 * an interval only. */
static int index_interval(lua_State *L) {
  hd_interval i;
  memcpy(&i, lua_touserdata(L, 1), sizeof i);
  const char *name = luaL_checkstring(L, 2);
  if (strcmp(name, "low") == 0)
    push_end(L, "low", i.low_infinite, i.low);
  else if (strcmp(name, "high") == 0)
    push_end(L, "high", i.high_infinite, i.high);
  else if (strcmp(name, "is_point") == 0)
    lua_pushboolean(L, !i.low_infinite && !i.high_infinite &&
                           !hd_interval_is_nan(i) &&
                           hd_number_cmp(i.low, i.high) == 0);
  else if (lua_getfield(L, lua_upvalueindex(1), name) == LUA_TNIL)
    return luaL_error(L, "an interval has no '%s'", name);
  return 1;
}

static int compare_intervals(lua_State *L) {
  return luaL_error(L, "intervals have no order: use a:meets(b), "
                       "a:contains(b) or a.low and a.high");
}

static const luaL_Reg interval_methods[] = {
    {"meets", meets}, {"contains", contains},  {"inside", inside},
    {"widen", widen}, {"text", interval_text}, {"is_known", interval_known},
    {NULL, NULL},
};

static void make_type(lua_State *L, hd_type type, const luaL_Reg *ops,
                      const luaL_Reg *of, lua_CFunction index) {
  hd_type_open(L, type);
  luaL_setfuncs(L, ops, 0);
  lua_newtable(L);
  luaL_setfuncs(L, of, 0);
  lua_pushcclosure(L, index, 1);
  lua_setfield(L, -2, "__index");
}

void hd_decimal_open(lua_State *L) {
  make_type(L, HD_TYPE_DECIMAL, operators, methods, index_decimal);
  lua_pop(L, 1);
  make_type(L, HD_TYPE_INTERVAL, arithmetic, interval_methods, index_interval);
  lua_pushcfunction(L, interval_eq);
  lua_setfield(L, -2, "__eq");
  lua_pushcfunction(L, interval_text);
  lua_setfield(L, -2, "__tostring");
  lua_pushcfunction(L, compare_intervals);
  lua_setfield(L, -2, "__lt");
  lua_pushcfunction(L, compare_intervals);
  lua_setfield(L, -2, "__le");
  lua_pop(L, 1);
  lua_pushcfunction(L, new_decimal);
  lua_setfield(L, -2, "decimal");
  lua_pushcfunction(L, new_interval);
  lua_setfield(L, -2, "interval");
}
