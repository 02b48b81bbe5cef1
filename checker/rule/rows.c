/* rows: lexicon("zh/units") for rules: the rows of a data table, read-only.
 *
 * #rows, rows[i].column, rows:find(key), which gives the row whose first
 * column is key (or nil), rows:prefix(text), which gives the row with the
 * longest key that text begins with, and rows:any(column), the words of a
 * column as a pattern; the last two from an index made at the first call, which
 * stays for all sets: it holds nothing of them. */
#include "host.h"
#include <stdlib.h>

static const char cache_key;

typedef struct {
  const hd_table_data *table;
  size_t row;
} handle;

static void push_row(lua_State *L, const hd_table_data *table, size_t row) {
  handle *h = lua_newuserdatauv(L, sizeof *h, 0);
  *h = (handle){table, row};
  hd_type_set(L, HD_TYPE_ROW);
}

/* row.column; as a metamethod it is called with a row only. */
static int row_index(lua_State *L) {
  const handle *h = lua_touserdata(L, 1);
  const char *name = luaL_checkstring(L, 2);
  int column = hd_table_column(h->table, name);
  if (column < 0)
    return luaL_error(L, "lexicon %s has no column '%s'", h->table->name, name);
  hd_view_push_str(L, hd_row_field(&h->table->rows[h->row], column));
  return 1;
}

/* rows:find(key): function(self, key). */
static int rows_find(lua_State *L) {
  const handle *h = hd_type_check(L, 1, HD_TYPE_ROWS);
  hd_str key;
  key.p = luaL_checklstring(L, 2, &key.n);
  hd_state_charge(L, 8);
  size_t row = hd_table_find(h->table, key);
  if (row == h->table->n_rows)
    lua_pushnil(L);
  else
    push_row(L, h->table, row);
  return 1;
}

typedef struct {
  hd_str key;
  size_t row;
} entry;

static int by_key(const void *a, const void *b) {
  const entry *x = a, *y = b;
  size_t n = x->key.n < y->key.n ? x->key.n : y->key.n;
  int c = memcmp(x->key.p, y->key.p, n);
  if (c == 0)
    c = (x->key.n > y->key.n) - (x->key.n < y->key.n);
  return c ? c : (x->row > y->row) - (x->row < y->row);
}

/* The rows sorted by key, in user value 1 of the rows at 1; pushed. */
static const entry *sorted_rows(lua_State *L, const hd_table_data *table) {
  if (lua_getiuservalue(L, 1, 1) == LUA_TUSERDATA)
    return lua_touserdata(L, -1);
  lua_pop(L, 1);
  hd_state_charge(L, table->n_rows * 8);
  entry *all = lua_newuserdatauv(L, table->n_rows * sizeof *all + 1, 0);
  for (size_t i = 0; i < table->n_rows; i++)
    all[i] = (entry){hd_row_field(&table->rows[i], 0), i};
  qsort(all, table->n_rows, sizeof *all, by_key);
  lua_pushvalue(L, -1);
  lua_setiuservalue(L, 1, 1);
  return all;
}

/* How many of the entries have keys that are not behind text. */
static size_t count_before(const entry *all, size_t n, hd_str text) {
  entry wanted = {text, SIZE_MAX};
  size_t low = 0;
  while (low < n) {
    size_t middle = (low + n) / 2;
    if (by_key(&all[middle], &wanted) <= 0)
      low = middle + 1;
    else
      n = middle;
  }
  return low;
}

/* rows:prefix(text). The nearest key not behind text either begins it or
 * shares with it what a shorter key may be. */
static int rows_prefix(lua_State *L) {
  const handle *h = hd_type_check(L, 1, HD_TYPE_ROWS);
  hd_str text;
  text.p = luaL_checklstring(L, 2, &text.n);
  const entry *all = sorted_rows(L, h->table);
  for (size_t n = h->table->n_rows; (n = count_before(all, n, text)) > 0;) {
    hd_str key = all[n - 1].key;
    size_t same = 0;
    while (same < key.n && same < text.n && key.p[same] == text.p[same])
      same++;
    if (same == key.n) {
      while (n > 1 && hd_str_eq(all[n - 2].key, key))
        n--;
      push_row(L, h->table, all[n - 1].row);
      return 1;
    }
    text.n = same;
  }
  lua_pushnil(L);
  return 1;
}

/* ---- all words of a column ---------------------------------------------- */
static int by_length(const void *a, const void *b) {
  const entry *x = a, *y = b;
  if (x->key.n != y->key.n)
    return x->key.n < y->key.n ? 1 : -1;
  return by_key(a, b);
}

/* Pushes "long|short" of the words, longest first, each once; a word with a
 * sign of a pattern is an error. */
static void push_any(lua_State *L, entry *words, size_t n) {
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  if (n)
    qsort(words, n, sizeof *words, by_length);
  for (size_t i = 0; i < n; i++) {
    hd_str w = words[i].key;
    if (i && hd_str_eq(w, words[i - 1].key))
      continue;
    for (size_t k = 0; k < w.n; k++)
      if (strchr("\\^$.[]()?*+{}", w.p[k]))
        luaL_error(L, "rows:any: '%c' in a word", w.p[k]);
    if (i)
      luaL_addchar(&b, '|');
    luaL_addlstring(&b, w.p, w.n);
  }
  luaL_pushresult(&b);
}

/* rows:any(column), kept in user value 2 by column. A field may hold several
 * words with | between. */
static int rows_any(lua_State *L) {
  const handle *h = hd_type_check(L, 1, HD_TYPE_ROWS);
  const hd_table_data *table = h->table;
  int column = hd_table_column(table, luaL_checkstring(L, 2));
  if (column < 0)
    return luaL_error(L, "lexicon %s has no column '%s'", table->name,
                      lua_tostring(L, 2));
  if (lua_getiuservalue(L, 1, 2) != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_setiuservalue(L, 1, 2);
  }
  if (lua_rawgeti(L, -1, column) == LUA_TSTRING)
    return 1;
  lua_pop(L, 1);
  size_t n = 0, most = 0;
  for (size_t i = 0; i < table->n_rows; i++)
    most += hd_row_field(&table->rows[i], column).n + 1;
  hd_state_charge(L, most);
  entry *words = lua_newuserdatauv(L, most * sizeof *words + 1, 0);
  for (size_t i = 0; i < table->n_rows; i++) {
    hd_str rest = hd_row_field(&table->rows[i], column);
    while (rest.n) {
      const char *bar = memchr(rest.p, '|', rest.n);
      size_t used = bar ? (size_t)(bar - rest.p) : rest.n;
      if (used)
        words[n++] = (entry){{rest.p, used}, i};
      used += bar != NULL;
      rest = (hd_str){rest.p + used, rest.n - used};
    }
  }
  push_any(L, words, n);
  lua_pushvalue(L, -1);
  lua_rawseti(L, -4, column);
  return 1;
}

/* rows[i], rows.find, rows.prefix, rows.any; as a metamethod it is called with
 * rows only. */
static int rows_index(lua_State *L) {
  static const luaL_Reg methods[] = {
      {"find", rows_find}, {"prefix", rows_prefix}, {"any", rows_any}};
  const handle *h = lua_touserdata(L, 1);
  if (lua_type(L, 2) == LUA_TNUMBER) {
    lua_Integer i = lua_tointeger(L, 2);
    if (i < 1 || (size_t)i > h->table->n_rows)
      lua_pushnil(L);
    else
      push_row(L, h->table, (size_t)i - 1);
    return 1;
  }
  const char *name = luaL_checkstring(L, 2);
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
    if (strcmp(name, methods[i].name) == 0) {
      lua_pushcfunction(L, methods[i].func);
      return 1;
    }
  return luaL_error(L,
                    "a lexicon has rows[i], rows:find(key), rows:prefix(text) "
                    "and rows:any(column), no '%s'",
                    name);
}

static int rows_length(lua_State *L) {
  const handle *h = hd_type_check(L, 1, HD_TYPE_ROWS);
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
  handle *h = lua_newuserdatauv(L, sizeof *h, 2);
  *h = (handle){table, 0};
  hd_type_set(L, HD_TYPE_ROWS);
  lua_pushvalue(L, -1);
  lua_setfield(L, 2, name);
  return 1;
}

void hd_rows_open(lua_State *L) {
  hd_type_open(L, HD_TYPE_ROW);
  lua_pushcfunction(L, row_index);
  lua_setfield(L, -2, "__index");
  lua_pop(L, 1);
  hd_type_open(L, HD_TYPE_ROWS);
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
