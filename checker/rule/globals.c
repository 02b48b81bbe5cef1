/* globals: the functions of Lua's base library that rules have.
 *
 * pairs and next go through a table in the order of its keys (numbers, then
 * strings by bytes, then booleans), so that no output hangs on addresses or
 * on the seed of a hash. tostring shows no address. setmetatable takes no
 * finalizers. lib loads a helper. */
#include "host.h"
#include <stdlib.h>

static const char libraries_key;

/* ---- pairs in order ----------------------------------------------- */
typedef struct {
  int type; /* LUA_TNUMBER, LUA_TSTRING, LUA_TBOOLEAN */
  lua_Number number;
  lua_Integer integer;
  hd_str text;
  lua_Integer at; /* its place in the list of keys */
} key;

static int rank_of(int type) {
  return type == LUA_TNUMBER ? 0 : type == LUA_TSTRING ? 1 : 2;
}

static int by_key(const void *x, const void *y) {
  const key *a = x, *b = y;
  if (a->type != b->type)
    return rank_of(a->type) - rank_of(b->type);
  if (a->type == LUA_TSTRING) {
    size_t n = a->text.n < b->text.n ? a->text.n : b->text.n;
    int c = memcmp(a->text.p, b->text.p, n);
    return c ? c : (a->text.n > b->text.n) - (a->text.n < b->text.n);
  }
  if (a->number < b->number || a->number > b->number)
    return a->number < b->number ? -1 : 1;
  return (a->integer > b->integer) - (a->integer < b->integer);
}

/* What key the value at index is; an error where it has no order. */
static key read_key(lua_State *L, int index, lua_Integer at) {
  key k = {.type = lua_type(L, index), .at = at};
  if (k.type == LUA_TNUMBER) {
    k.number = lua_tonumber(L, index);
    k.integer = lua_isinteger(L, index) ? lua_tointeger(L, index) : 0;
  } else if (k.type == LUA_TSTRING) {
    k.text.p = lua_tolstring(L, index, &k.text.n);
  } else if (k.type == LUA_TBOOLEAN) {
    k.integer = lua_toboolean(L, index);
  } else {
    luaL_error(L, "a table with a %s as key has no order",
               luaL_typename(L, index));
  }
  return k;
}

/* Pushes the list of the keys of the table at index 1, sorted; their
 * number. */
static lua_Integer push_keys(lua_State *L) {
  lua_Integer n = 0;
  lua_newtable(L);
  for (lua_pushnil(L); lua_next(L, 1);) {
    lua_pop(L, 1);
    lua_pushvalue(L, -1);
    lua_rawseti(L, -3, ++n);
  }
  hd_state_charge(L, (size_t)n * 8);
  key *keys = lua_newuserdatauv(L, (size_t)n * sizeof *keys + 1, 0);
  for (lua_Integer i = 0; i < n; i++) {
    lua_rawgeti(L, -2, i + 1);
    keys[i] = read_key(L, -1, i + 1);
    lua_pop(L, 1);
  }
  qsort(keys, (size_t)n, sizeof *keys, by_key);
  lua_createtable(L, (int)n, 0);
  for (lua_Integer i = 0; i < n; i++) {
    lua_rawgeti(L, -3, keys[i].at);
    lua_rawseti(L, -2, i + 1);
  }
  lua_replace(L, -3);
  lua_pop(L, 1);
  return n;
}

/* The iterator: upvalues keys, position; what is nil by now is passed. */
static int next_pair(lua_State *L) {
  lua_Integer i = lua_tointeger(L, lua_upvalueindex(2));
  for (;;) {
    if (lua_rawgeti(L, lua_upvalueindex(1), ++i) == LUA_TNIL)
      return 1;
    lua_pushvalue(L, -1);
    if (lua_rawget(L, 1) != LUA_TNIL)
      break;
    lua_pop(L, 2);
  }
  lua_pushinteger(L, i);
  lua_replace(L, lua_upvalueindex(2));
  return 2;
}

static int pairs(lua_State *L) {
  luaL_checkany(L, 1);
  if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
    lua_pushvalue(L, 1);
    lua_call(L, 1, 3);
    return 3;
  }
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  push_keys(L);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, next_pair, 2);
  lua_pushvalue(L, 1);
  return 2;
}

static int next_item(lua_State *L) {
  lua_Integer i = luaL_checkinteger(L, 2);
  i = (lua_Integer)((lua_Unsigned)i + 1);
  lua_pushinteger(L, i);
  return lua_geti(L, 1, i) == LUA_TNIL ? 1 : 2;
}

/* ipairs(t): as in Lua; through a list of views without its metamethod. */
static int ipairs(lua_State *L) {
  luaL_checkany(L, 1);
  if (hd_view_list_ipairs(L))
    return 3;
  lua_pushcfunction(L, next_item);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

/* next(t, key): a walk over all keys each time; for next(t) == nil. */
static int next(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 2);
  lua_Integer n = push_keys(L), i = 1;
  if (!lua_isnil(L, 2)) {
    for (; i <= n; i++, lua_pop(L, 1)) {
      lua_rawgeti(L, 3, i);
      if (lua_rawequal(L, 2, -1))
        break;
    }
    if (i++ > n)
      return luaL_error(L, "next: no such key");
  }
  if (lua_rawgeti(L, 3, i) == LUA_TNIL)
    return 1;
  lua_pushvalue(L, -1);
  lua_rawget(L, 1);
  return 2;
}

/* ---- metatables and text ------------------------------------------ */
static int refuse_fields(lua_State *L) {
  static const char *const refused[] = {"__gc", "__close", "__mode", "__name"};
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
    lua_pushstring(L, refused[i]);
    if (lua_rawget(L, 2) != LUA_TNIL)
      return luaL_error(L, "a rule may not set %s", refused[i]);
    lua_pop(L, 1);
  }
  return 0;
}

static int set_metatable(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  if (!lua_isnil(L, 2)) {
    luaL_checktype(L, 2, LUA_TTABLE);
    refuse_fields(L);
  }
  if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL)
    return luaL_error(L, "this table's metatable is protected");
  lua_settop(L, 2);
  lua_setmetatable(L, 1);
  return 1;
}

static int get_metatable(lua_State *L) {
  if (!lua_istable(L, 1) || !lua_getmetatable(L, 1)) {
    lua_pushnil(L);
    return 1;
  }
  luaL_getmetafield(L, 1, "__metatable"); /* pushed only where there is one */
  return 1;
}

static int to_string(lua_State *L) {
  luaL_checkany(L, 1);
  lua_settop(L, 1);
  int type = lua_type(L, 1);
  if (luaL_callmeta(L, 1, "__tostring"))
    luaL_checkstring(L, -1);
  else if (type <= LUA_TSTRING && type != LUA_TLIGHTUSERDATA)
    luaL_tolstring(L, 1, NULL);
  else
    lua_pushstring(L, luaL_typename(L, 1));
  return 1;
}

/* ---- lib ---------------------------------------------------------- */
/* The helper of the rule's own folder, else the built-in one. */
static const hd_library *find_library(const hd_host *host, const char *name) {
  const hd_library *found = NULL;
  uint32_t folder = host->script ? host->script->folder : 0;
  for (size_t i = 0; i < host->rules->libraries.n; i++) {
    const hd_library *l = &host->rules->libraries.items[i];
    if (strcmp(l->name, name) == 0 && (l->folder == folder || l->folder == 0))
      if (!found || l->folder == folder)
        found = l;
  }
  return found;
}

/* lib(name): the table that the helper returns, read-only, loaded once. */
static int lib(lua_State *L) {
  const char *name = luaL_checkstring(L, 1);
  hd_host *host = hd_host_of(L);
  const hd_library *found = find_library(host, name);
  if (!found)
    return luaL_error(L, "no helper '%s' in rules/lib", name);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &libraries_key);
  int type = lua_rawgetp(L, -1, found);
  if (type == LUA_TBOOLEAN)
    return luaL_error(L, "helper '%s' needs itself", name);
  size_t index = (size_t)(found - host->rules->libraries.items);
  if (type != LUA_TNIL) {
    hd_kept_use_helper(L, index);
    return 1;
  }
  lua_pop(L, 1);
  lua_pushboolean(L, 0);
  lua_rawsetp(L, -2, found);
  if (found->code.n == 0)
    return luaL_error(L, "helper '%s' does not compile", name);
  uint64_t before = host->spent;
  hd_kept_begin_helper(L);
  hd_state_load_code(L, found->code, found->chunk);
  lua_call(L, 0, 1);
  if (!lua_istable(L, -1))
    return luaL_error(L, "helper '%s' must return a table", name);
  hd_state_freeze(L, found->chunk + 1);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, -3, found);
  hd_kept_note_helper(L, index, host->spent - before);
  return 1;
}

/* As in Lua; an error caught unwinds C, and Lua then looks through its stack:
 * that has a price, or a rule that fails for ever takes minutes to be
 * stopped. */
static int protected_call(lua_State *L) {
  enum { UNWINDING = 400 };
  luaL_checkany(L, 1);
  bool good = lua_pcall(L, lua_gettop(L) - 1, LUA_MULTRET, 0) == LUA_OK;
  lua_pushboolean(L, good);
  lua_insert(L, 1);
  if (!good)
    hd_state_charge(L, UNWINDING);
  return lua_gettop(L);
}

static const luaL_Reg own[] = {
    {"pcall", protected_call},
    {"pairs", pairs},
    {"ipairs", ipairs},
    {"next", next},
    {"tostring", to_string},
    {"setmetatable", set_metatable},
    {"lib", lib},
    {"getmetatable", get_metatable},
    {NULL, NULL},
};

void hd_globals_open(lua_State *L) {
  static const char *const kept[] = {"assert", "error",    "select", "tonumber",
                                     "type",   "rawequal", "rawlen", NULL};
  hd_state_keep(L, luaopen_base, kept);
  hd_strings_charge(L, "tonumber");
  luaL_setfuncs(L, own, 0);
  hd_globals_forget(L);
}

void hd_globals_forget(lua_State *L) {
  lua_newtable(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &libraries_key);
}
