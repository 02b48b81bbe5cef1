/* config: runs the chunk of a configuration and takes its table apart.
 *
 * In: the text. Out: leaves in an order that does not hang on the table's
 * memory: lists by their numbers, names by their bytes. */
#include "config.h"
#include <lauxlib.h>
#include <lua.h>
#include <stdlib.h>

/* MOST_KEYS: in all tables together, for one may stand in many places. */
enum { INSTRUCTIONS = 1000 * 1000, MEMORY = 16 << 20, MOST_KEYS = 10000 };

/* What Lua calls the chunk in messages: it cuts longer names. */
#define CHUNK "config"

typedef struct {
  hd_arena *arena;
  hd_str source;
  hd_map *lines;
  hd_config_leaves *leaves;
  hd_config_leaf path; /* of what is being read */
  size_t used;         /* bytes of the state */
  size_t n_keys;       /* read so far */
  uint32_t line;       /* of the error, 0: in its text, if at all */
} loading;

/* ---- limits -------------------------------------------------------------- */

static void *allocate(void *ud, void *p, size_t old, size_t n) {
  loading *l = ud;
  if (!p)
    old = 0; /* Lua passes a type here */
  if (n > old && l->used + (n - old) > MEMORY)
    return NULL;
  if (n == 0) {
    free(p);
    l->used -= old;
    return NULL;
  }
  void *q = realloc(p, n);
  if (q)
    l->used += n - old;
  return q;
}

static void stop(lua_State *L, lua_Debug *ar) {
  (void)ar;
  luaL_error(L, "stopped: a configuration that computes");
}

/* ---- the table ----------------------------------------------------------- */

typedef struct {
  const char *name; /* NULL: an element of a list */
  lua_Integer number;
} table_key;

static int by_key(const void *a, const void *b) {
  const table_key *x = a, *y = b;
  if (!x->name || !y->name)
    return !x->name && !y->name
               ? (x->number > y->number) - (x->number < y->number)
               : (x->name != NULL) - (y->name != NULL);
  return strcmp(x->name, y->name);
}

/* The path as people write it: params.parts-sum.least */
static const char *path_text(const loading *l) {
  const char *text = l->path.parts[0];
  for (size_t i = 1; i < l->path.n_parts; i++)
    text = hd_arena_format(l->arena, l->path.listed[i] ? "%s[%s]" : "%s.%s",
                           text, l->path.parts[i]);
  return text;
}

/* The line of the innermost part of the path that has one. */
static uint32_t path_line(const loading *l) {
  uint32_t line = 0;
  const char *joined = "";
  for (size_t i = 0; i < l->path.n_parts; i++) {
    joined = hd_arena_format(l->arena, "%s%s%s", joined,
                             i ? HD_CONFIG_JOINT : "", l->path.parts[i]);
    const uint32_t *at = hd_map_find(l->lines, hd_str_of(joined));
    if (at)
      line = *at;
  }
  return line;
}

/* Raises with the line of the path. */
static void refuse(lua_State *L, loading *l, const char *message) {
  l->line = path_line(l);
  lua_pushstring(L, message);
  lua_error(L);
}

static const char *keep(lua_State *L, loading *l, int index) {
  size_t n;
  const char *s = lua_tolstring(L, index, &n);
  if (memchr(s, '\0', n))
    refuse(L, l, hd_arena_format(l->arena, "%s holds a NUL", path_text(l)));
  return hd_arena_copy(l->arena, s, n);
}

/* The keys of the table on the top, sorted. */
static table_key *list_keys(lua_State *L, loading *l, size_t *n) {
  HD_VEC(table_key) keys = {0};
  for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
    table_key key = {0};
    if (lua_type(L, -2) == LUA_TSTRING)
      key.name = keep(L, l, -2);
    else if (lua_isinteger(L, -2))
      key.number = lua_tointeger(L, -2);
    else
      refuse(L, l, "a key is a name, or the number of an element");
    HD_PUSH(l->arena, &keys, key);
    if (++l->n_keys > MOST_KEYS)
      refuse(L, l, "a configuration may have 10000 entries");
  }
  if (keys.n > 1)
    qsort(keys.items, keys.n, sizeof *keys.items, by_key);
  *n = keys.n;
  return keys.items;
}

/* The value on the top as a leaf. */
static void add_leaf(lua_State *L, loading *l) {
  hd_config_leaf leaf = l->path;
  switch (lua_type(L, -1)) {
  case LUA_TSTRING:
    leaf.type = HD_LEAF_STRING;
    break;
  case LUA_TNUMBER:
    leaf.type = HD_LEAF_NUMBER;
    break;
  case LUA_TBOOLEAN:
    leaf.type = HD_LEAF_BOOLEAN;
    break;
  default:
    refuse(L, l,
           hd_arena_format(l->arena,
                           "%s is a %s; a configuration has strings, numbers, "
                           "true, false and tables",
                           path_text(l), luaL_typename(L, -1)));
  }
  if (leaf.type == HD_LEAF_BOOLEAN)
    leaf.text = lua_toboolean(L, -1) ? "true" : "false";
  else
    leaf.text = keep(L, l, -1);
  leaf.line = path_line(l);
  HD_PUSH(l->arena, &l->leaves->leaves, leaf);
}

static void read_table(lua_State *L, loading *l) {
  size_t n, depth = l->path.n_parts;
  luaL_checkstack(L, 8, "nested");
  table_key *keys = list_keys(L, l, &n);
  if (n > 0 && depth == HD_CONFIG_DEPTH)
    refuse(L, l, "tables are nested too deep");
  for (size_t i = 0; i < n; i++) {
    l->path.n_parts = depth + 1;
    l->path.listed[depth] = !keys[i].name;
    l->path.parts[depth] =
        keys[i].name
            ? keys[i].name
            : hd_arena_format(l->arena, "%lld", (long long)keys[i].number);
    if (keys[i].name)
      lua_pushstring(L, keys[i].name);
    else
      lua_pushinteger(L, keys[i].number);
    lua_rawget(L, -2);
    if (lua_istable(L, -1))
      read_table(L, l);
    else
      add_leaf(L, l);
    lua_pop(L, 1);
  }
  l->path.n_parts = depth;
}

/* ---- the chunk ----------------------------------------------------------- */

/* lang = zh would be lang = nil, and nobody would know. */
static int refuse_name(lua_State *L) {
  return luaL_error(L, "'%s' is no value: a text stands in quotes",
                    luaL_tolstring(L, 2, NULL));
}

static int run(lua_State *L) {
  loading *l = lua_touserdata(L, 1);
  lua_settop(L, 0);
  if (luaL_loadbufferx(L, l->source.p, l->source.n, "=" CHUNK, "t") != LUA_OK)
    return lua_error(L);
  lua_newtable(L);
  lua_newtable(L);
  lua_pushcfunction(L, refuse_name);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
  lua_setupvalue(L, 1, 1);
  lua_call(L, 0, 1);
  if (!lua_istable(L, 1))
    return luaL_error(L, "a configuration returns a table, not a %s",
                      luaL_typename(L, 1));
  read_table(L, l);
  return 0;
}

/* "config:12: text" to the line and the text. */
static void take_error(const loading *l, const char *message, hd_error *error) {
  static const char before[] = CHUNK ":";
  size_t n = sizeof before - 1;
  error->line = l->line;
  if (strncmp(message, before, n) == 0) {
    char *end;
    unsigned long line = strtoul(message + n, &end, 10);
    if (end[0] == ':' && end[1] == ' ') {
      error->line = (uint32_t)line;
      message = end + 2;
    }
  }
  error->message = hd_arena_copy(l->arena, message, strlen(message));
}

bool hd_config_load(hd_arena *arena, const char *file, hd_str source,
                    hd_config_leaves *leaves, hd_error *error) {
  loading l = {.arena = arena,
               .source = source,
               .lines = hd_map_new(arena),
               .leaves = leaves};
  *error = (hd_error){.file = file};
  *leaves = (hd_config_leaves){0};
  if (!hd_config_lines(arena, source, l.lines, error))
    return false;
  lua_State *L = lua_newstate(allocate, &l);
  if (!L)
    hd_memory_out();
  lua_sethook(L, stop, LUA_MASKCOUNT, INSTRUCTIONS);
  lua_pushcfunction(L, run);
  lua_pushlightuserdata(L, &l);
  bool good = lua_pcall(L, 1, 0, 0) == LUA_OK;
  if (!good)
    take_error(&l, lua_isstring(L, -1) ? lua_tostring(L, -1) : "it failed",
               error);
  lua_close(L);
  return good;
}
