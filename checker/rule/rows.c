/* rows: lexicon("zh/units") for rules: the rows of a data table, read-only.
 *
 * #rows, rows[i].column and rows:find(key), which gives the row whose first
 * column is key (or nil) from an index made at the first call. */
#include "host.h"

static const char rows_name[] = "lexicon", row_name[] = "lexicon row";
static const char cache_key;

typedef struct {
  const hd_table_data *table;
  size_t row;
} handle;

static void push_row(lua_State *L, const hd_table_data *table, size_t row) {
  handle *h = lua_newuserdatauv(L, sizeof *h, 0);
  *h = (handle){table, row};
  luaL_setmetatable(L, row_name);
}

/* row.column */
static int row_index(lua_State *L) {
  const handle *h = luaL_checkudata(L, 1, row_name);
  const char *name = luaL_checkstring(L, 2);
  int column = hd_table_column(h->table, name);
  if (column < 0)
    return luaL_error(L, "lexicon %s has no column '%s'", h->table->name, name);
  hd_view_push_str(L, hd_row_field(&h->table->rows[h->row], column));
  return 1;
}

/* rows:find(key): function(self, key), index in user value 1. */
static int rows_find(lua_State *L) {
  const handle *h = luaL_checkudata(L, 1, rows_name);
  luaL_checkstring(L, 2);
  if (lua_getiuservalue(L, 1, 1) != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_newtable(L);
    hd_state_charge(L, h->table->n_rows);
    for (size_t i = h->table->n_rows; i-- > 0;) {
      hd_view_push_str(L, hd_row_field(&h->table->rows[i], 0));
      lua_pushinteger(L, (lua_Integer)i);
      lua_rawset(L, -3);
    }
    lua_pushvalue(L, -1);
    lua_setiuservalue(L, 1, 1);
  }
  lua_pushvalue(L, 2);
  if (lua_rawget(L, -2) == LUA_TNUMBER)
    push_row(L, h->table, (size_t)lua_tointeger(L, -1));
  return 1;
}

/* rows[i], rows.find */
static int rows_index(lua_State *L) {
  const handle *h = luaL_checkudata(L, 1, rows_name);
  if (lua_type(L, 2) == LUA_TNUMBER) {
    lua_Integer i = lua_tointeger(L, 2);
    if (i < 1 || (size_t)i > h->table->n_rows)
      lua_pushnil(L);
    else
      push_row(L, h->table, (size_t)i - 1);
    return 1;
  }
  if (strcmp(luaL_checkstring(L, 2), "find") != 0)
    return luaL_error(L, "a lexicon has rows[i] and rows:find(key), no '%s'",
                      lua_tostring(L, 2));
  lua_pushcfunction(L, rows_find);
  return 1;
}

static int rows_length(lua_State *L) {
  const handle *h = luaL_checkudata(L, 1, rows_name);
  lua_pushinteger(L, (lua_Integer)h->table->n_rows);
  return 1;
}

/* lexicon(name) */
static int lexicon(lua_State *L) {
  const char *name = luaL_checkstring(L, 1);
  lua_settop(L, 1);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &cache_key);
  if (lua_getfield(L, -1, name) != LUA_TNIL)
    return 1;
  const hd_lexicon *all = hd_host_of(L)->rules->lexicon;
  const hd_table_data *table = all ? hd_lexicon_table(all, name) : NULL;
  if (!table)
    return luaL_error(L, "there is no lexicon '%s'", name);
  handle *h = lua_newuserdatauv(L, sizeof *h, 1);
  *h = (handle){table, 0};
  luaL_setmetatable(L, rows_name);
  lua_pushvalue(L, -1);
  lua_setfield(L, 2, name);
  return 1;
}

void hd_rows_open(lua_State *L) {
  luaL_newmetatable(L, row_name);
  lua_pushcfunction(L, row_index);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  luaL_newmetatable(L, rows_name);
  lua_pushcfunction(L, rows_index);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, rows_length);
  lua_setfield(L, -2, "__len");
  lua_pop(L, 1);
  lua_newtable(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &cache_key);
  lua_pushcfunction(L, lexicon);
  lua_setfield(L, -2, "lexicon");
}
