/* params: the defaults of a rule with the user's settings in them.
 *
 * A setting is read as the type of its default: integer, decimal, boolean,
 * string, or a list of strings with commas between. What a rule gets is
 * read-only. */
#include "host.h"

/* Pushes `text` read as the type of the value on the top, in its place;
 * raises where it is none. */
static void convert(lua_State *L, const hd_setting *s) {
  int type = lua_type(L, -1);
  hd_number n;
  bool decimal = hd_type_test(L, -1, HD_TYPE_DECIMAL) != NULL;
  bool integer = lua_isinteger(L, -1);
  lua_pop(L, 1);
  if (decimal && hd_number_parse(hd_str_of(s->value), &n))
    hd_decimal_push(L, n);
  else if (decimal)
    luaL_error(L, "%s must be a decimal number, not \"%s\"", s->name, s->value);
  else if (integer && lua_stringtonumber(L, s->value) && lua_isinteger(L, -1))
    return;
  else if (integer)
    luaL_error(L, "%s must be a whole number, not \"%s\"", s->name, s->value);
  else if (type == LUA_TBOOLEAN &&
           (strcmp(s->value, "true") == 0 || strcmp(s->value, "false") == 0))
    lua_pushboolean(L, s->value[0] == 't');
  else if (type == LUA_TBOOLEAN)
    luaL_error(L, "%s must be true or false, not \"%s\"", s->name, s->value);
  else if (type == LUA_TSTRING)
    lua_pushstring(L, s->value);
  else {
    lua_newtable(L);
    const char *p = s->value;
    for (lua_Integer i = 1; *p; i++) {
      size_t length = strcspn(p, ",");
      lua_pushlstring(L, p, length);
      lua_rawseti(L, -2, i);
      p += length + (p[length] == ',');
    }
  }
}

/* params[name] = value of the setting; params is on the top. */
static void apply(lua_State *L, const hd_setting *s) {
  if (lua_getfield(L, -1, s->name) != LUA_TNIL) {
    convert(L, s);
    lua_setfield(L, -2, s->name);
    return;
  }
  const char *known[64];
  size_t n = 0;
  lua_pop(L, 1);
  for (lua_pushnil(L); lua_next(L, -2) && n < 64; lua_pop(L, 1))
    if (lua_type(L, -2) == LUA_TSTRING)
      known[n++] = lua_tostring(L, -2);
  const char *near = hd_nearest(s->name, known, n);
  luaL_error(L,
             near ? "there is no parameter '%s' (did you mean '%s'?)"
                  : "there is no parameter '%s'",
             s->name, near);
}

void hd_params_push(lua_State *L, const hd_script *script) {
  if (lua_getfield(L, -1, "params") != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_newtable(L);
  }
  for (size_t i = 0; i < script->settings.n; i++)
    apply(L, &script->settings.items[i]);
  hd_state_freeze(L, "parameter");
}
