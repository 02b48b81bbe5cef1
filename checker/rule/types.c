/* types: what kinds of userdata a state knows, told apart by their
 * metatables.
 *
 * luaL_checkudata looks a name up in the registry each time; here the address
 * of a type's metatable is kept in the host, and the metatable itself under a
 * number. A metatable is never collected, for the registry holds it. */
#include "host.h"

static const char *const names[HD_TYPES] = {
    "decimal", "interval",    "list",    "match",
    "re",      "lexicon row", "lexicon", "view"};

const char *hd_type_name(hd_type type) { return names[type]; }

void hd_type_open(lua_State *L, hd_type type) {
  hd_host *host = hd_host_of(L);
  lua_newtable(L);
  lua_pushstring(L, names[type]);
  lua_setfield(L, -2, "__name");
  host->types[type].metatable = lua_topointer(L, -1);
  lua_pushvalue(L, -1);
  host->types[type].reference = luaL_ref(L, LUA_REGISTRYINDEX);
}

void hd_type_set(lua_State *L, hd_type type) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, hd_host_of(L)->types[type].reference);
  lua_setmetatable(L, -2);
}

void *hd_type_test(lua_State *L, int index, hd_type type) {
  if (lua_type(L, index) != LUA_TUSERDATA || !lua_getmetatable(L, index))
    return NULL;
  const void *metatable = lua_topointer(L, -1);
  lua_pop(L, 1);
  return metatable == hd_host_of(L)->types[type].metatable
             ? lua_touserdata(L, index)
             : NULL;
}

void *hd_type_check(lua_State *L, int index, hd_type type) {
  void *p = hd_type_test(L, index, type);
  if (!p)
    luaL_typeerror(L, index, names[type]);
  return p;
}
