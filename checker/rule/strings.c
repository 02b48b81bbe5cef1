/* strings: the string, table, math and utf8 libraries that rules have.
 *
 * Kept are the functions that are the same everywhere (no random numbers, no
 * functions whose last digit hangs on the machine's mathematics, no packing,
 * no addresses). What walks a whole string or table in C charges for it. */
#include "host.h"

/* ---- what C walks is charged for ---------------------------------- */
/* The length that a function of `table` will see. With __len it could be
 * another one each time it is asked, and any number. */
static lua_Integer length_of(lua_State *L) {
  if (lua_istable(L, 1) && luaL_getmetafield(L, 1, "__len") != LUA_TNIL)
    luaL_error(L, "a table with __len has no length here");
  return lua_istable(L, 1) ? (lua_Integer)lua_rawlen(L, 1) : luaL_len(L, 1);
}

/* How many places lie from one to the other, both included. */
static size_t span_of(lua_Integer from, lua_Integer to) {
  return to < from ? 0 : (size_t)((lua_Unsigned)to - (lua_Unsigned)from);
}

static bool is_walkable(lua_State *L) {
  return lua_istable(L, 1) || lua_isuserdata(L, 1);
}

/* Each: instructions that the call counts as. */
typedef size_t price(lua_State *L);

/* concat(t, separator, i, j), unpack(t, i, j): i at `first`. */
static size_t of_range(lua_State *L, int first) {
  if (!is_walkable(L))
    return 0;
  lua_Integer n = length_of(L);
  return span_of(luaL_optinteger(L, first, 1),
                 luaL_optinteger(L, first + 1, n));
}
static size_t of_concat(lua_State *L) { return of_range(L, 3) * 2; }
static size_t of_unpack(lua_State *L) { return of_range(L, 2); }

/* insert(t, position, value) and remove(t, position) move what is behind. */
static size_t of_moved(lua_State *L, int with_position) {
  if (!is_walkable(L))
    return 0;
  lua_Integer n = length_of(L);
  return lua_gettop(L) < with_position
             ? 0
             : span_of(luaL_optinteger(L, 2, n), n) / 4;
}
static size_t of_insert(lua_State *L) { return of_moved(L, 3); }
static size_t of_remove(lua_State *L) { return of_moved(L, 2); }

static size_t of_sort(lua_State *L) {
  return is_walkable(L) ? (size_t)length_of(L) * 20 : 0;
}

/* move(from, first, last, at, to) */
static size_t of_move(lua_State *L) {
  return span_of(luaL_checkinteger(L, 2), luaL_checkinteger(L, 3));
}

static size_t of_string(lua_State *L) {
  return lua_type(L, 1) == LUA_TSTRING ? lua_rawlen(L, 1) / 8 : 0;
}

/* byte(s, i, j) makes a value of each byte. */
static size_t of_bytes(lua_State *L) {
  return lua_gettop(L) > 2 ? of_string(L) * 2 : 0;
}

/* rep(s, n, separator) of nothing goes round n times all the same; of anything
 * else the allocator charges. */
static size_t of_repeated(lua_State *L) {
  lua_Integer n = luaL_optinteger(L, 2, 0);
  bool empty = lua_type(L, 1) == LUA_TSTRING && lua_rawlen(L, 1) == 0 &&
               (lua_isnoneornil(L, 3) || lua_rawlen(L, 3) == 0);
  return empty && n > 0 ? (size_t)n : 0;
}

/* format: each directive is a call of its own. */
static size_t of_format(lua_State *L) {
  size_t n = 0;
  const char *p = lua_type(L, 1) == LUA_TSTRING ? lua_tostring(L, 1) : "";
  while ((p = strchr(p, '%')) != NULL)
    p++, n += 4;
  return n;
}

static price *const prices[] = {of_concat, of_unpack, of_insert,
                                of_remove, of_sort,   of_move,
                                of_string, of_bytes,  of_repeated};

/* f(...) of upvalue 1 after the price of upvalue 2. The functions of Lua's
 * libraries have no upvalues, so it is called as C calls, with this call's
 * arguments. */
static int charged(lua_State *L) {
  int n = lua_gettop(L);
  hd_state_charge(L, prices[lua_tointeger(L, lua_upvalueindex(2))](L));
  lua_settop(L, n);
  return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* Has the table on the top charge for its function `name`. */
static void charge_for(lua_State *L, const char *name, price *f) {
  lua_Integer i = 0;
  while (prices[i] != f)
    i++;
  lua_getfield(L, -1, name);
  lua_pushinteger(L, i);
  lua_pushcclosure(L, charged, 2);
  lua_setfield(L, -2, name);
}

void hd_strings_charge(lua_State *L, const char *name) {
  charge_for(L, name, of_string);
}

/* ---- the libraries ------------------------------------------------ */
/* string.format without %p; tables and the like as rules' tostring shows
 * them. Upvalue 1: the standard one. */
static int format(lua_State *L) {
  const char *p = luaL_checkstring(L, 1);
  hd_state_charge(L, of_format(L));
  for (p = strchr(p, '%'); p; p = strchr(p + 1, '%')) {
    p += 1 + strspn(p + 1, "-+ #0123456789.");
    if (*p == 'p')
      return luaL_error(L, "string.format: a rule has no use for %%p");
    if (!*p)
      break;
  }
  int n = lua_gettop(L);
  for (int i = 2; i <= n; i++) {
    int type = lua_type(L, i);
    if (type < LUA_TTABLE && type != LUA_TLIGHTUSERDATA)
      continue;
    if (!luaL_callmeta(L, i, "__tostring"))
      lua_pushstring(L, luaL_typename(L, i));
    lua_replace(L, i);
  }
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, n, 1);
  return 1;
}

static void open_string(lua_State *L) {
  static const char *const kept[] = {"byte", "char",    "len", "lower", "upper",
                                     "rep",  "reverse", "sub", NULL};
  lua_newtable(L);
  hd_state_keep(L, luaopen_string, kept);
  lua_pushcfunction(L, luaopen_string);
  lua_call(L, 0, 1);
  lua_getfield(L, -1, "format");
  lua_pushcclosure(L, format, 1);
  lua_setfield(L, -3, "format");
  lua_pop(L, 1);
  charge_for(L, "byte", of_bytes);
  charge_for(L, "lower", of_string);
  charge_for(L, "rep", of_repeated);
  charge_for(L, "reverse", of_string);
  charge_for(L, "upper", of_string);
  hd_search_add_functions(L);
  lua_pushliteral(L, ""); /* getmetatable("").__index = string */
  lua_getmetatable(L, -1);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 2);
  hd_state_freeze(L, "function string.");
  lua_setfield(L, -2, "string");
}

static void open_table(lua_State *L) {
  static const char *const kept[] = {"concat", "insert", "remove", "sort",
                                     "unpack", "pack",   "move",   NULL};
  lua_newtable(L);
  hd_state_keep(L, luaopen_table, kept);
  charge_for(L, "concat", of_concat);
  charge_for(L, "insert", of_insert);
  charge_for(L, "remove", of_remove);
  charge_for(L, "sort", of_sort);
  charge_for(L, "unpack", of_unpack);
  charge_for(L, "move", of_move);
  hd_state_freeze(L, "function table.");
  lua_setfield(L, -2, "table");
}

static void open_math(lua_State *L) {
  static const char *const kept[] = {
      "abs",  "ceil", "floor",      "max",        "min",
      "fmod", "modf", "tointeger",  "type",       "ult",
      "huge", "pi",   "maxinteger", "mininteger", NULL};
  lua_newtable(L);
  hd_state_keep(L, luaopen_math, kept);
  hd_state_freeze(L, "function math.");
  lua_setfield(L, -2, "math");
}

static void open_utf8(lua_State *L) {
  static const char *const kept[] = {
      "char", "charpattern", "codes", "codepoint", "len", "offset", NULL};
  lua_newtable(L);
  hd_state_keep(L, luaopen_utf8, kept);
  charge_for(L, "len", of_string);
  charge_for(L, "offset", of_string);
  charge_for(L, "codepoint", of_string);
  hd_state_freeze(L, "function utf8.");
  lua_setfield(L, -2, "utf8");
}

void hd_strings_open(lua_State *L) {
  open_string(L);
  open_table(L);
  open_math(L);
  open_utf8(L);
}
