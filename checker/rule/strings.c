/* strings: the string, table, math and utf8 libraries that rules have.
 *
 * Kept are the functions that are the same everywhere (no random numbers, no
 * functions whose last digit hangs on the machine's mathematics, no packing,
 * no addresses). What walks a whole string or table in C charges for it. */
#include "host.h"

/* f(...) of upvalue 1 after a charge: length of the first argument × upvalue
 * 2 / 16. */
static int charged(lua_State *L) {
  size_t n = (size_t)lua_rawlen(L, 1);
  size_t factor = (size_t)lua_tointeger(L, lua_upvalueindex(2));
  hd_state_charge(L, n * factor / 16);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
  return lua_gettop(L);
}

/* Has the table on the top charge for its function `name`. */
static void charge_for(lua_State *L, const char *name, int factor) {
  lua_getfield(L, -1, name);
  lua_pushinteger(L, factor);
  lua_pushcclosure(L, charged, 2);
  lua_setfield(L, -2, name);
}

/* string.format without %p; tables and the like as rules' tostring shows
 * them. Upvalue 1: the standard one. */
static int format(lua_State *L) {
  const char *p = luaL_checkstring(L, 1);
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
  charge_for(L, "concat", 16);
  charge_for(L, "insert", 1);
  charge_for(L, "remove", 1);
  charge_for(L, "sort", 320);
  charge_for(L, "unpack", 16);
  charge_for(L, "move", 16);
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
  charge_for(L, "len", 2);
  charge_for(L, "offset", 2);
  charge_for(L, "codepoint", 2);
  hd_state_freeze(L, "function utf8.");
  lua_setfield(L, -2, "utf8");
}

void hd_strings_open(lua_State *L) {
  open_string(L);
  open_table(L);
  open_math(L);
  open_utf8(L);
}
