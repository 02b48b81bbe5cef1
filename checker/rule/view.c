/* view: handles to what a set holds, as rules see it.
 *
 * A view is a kind and indexes; its fields are rows of a table (view_text.c,
 * view_claim.c), which docs/api.md is written from. Views are read-only.
 * Views of one thing are one Lua value while any is alive (a weak table of
 * handles), so that they serve as keys of a table; places compare by what
 * they cover. A list is a range of such things and makes its members when
 * they are asked for. */
#include "host.h"

static const char handles_key, weak_key;
enum { MOST_ROOM = 1 << 16 };
static const char list_name[] = "list";

typedef struct {
  hd_view first;
  uint32_t n;
} list;

/* ---- handles ------------------------------------------------------ */
static bool is_single(uint32_t kind) {
  return kind != HD_VIEW_PLACE && kind != HD_VIEW_CELL;
}

static void open_type(lua_State *L, const hd_view_type *type);

/* A new userdata; the metatable of its type is made at the first one. */
static void push_new(lua_State *L, hd_view view) {
  const hd_view_type *type = hd_view_types[view.kind];
  hd_view *p = lua_newuserdatauv(L, sizeof *p, 0);
  *p = view;
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, type) == LUA_TNIL) {
    lua_pop(L, 1);
    open_type(L, type);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, type);
  }
  lua_setmetatable(L, -2);
}

/* How many things of a kind that rules walk along a document holds, as room
 * for their handles; 0: seldom asked for. */
static size_t count_of(const hd_set *set, uint32_t kind, uint32_t doc) {
  switch ((hd_view_kind)kind) {
  case HD_VIEW_BLOCK:
    return set->documents[doc]->n_blocks;
  case HD_VIEW_SENTENCE:
    return set->texts[doc]->n_sentences;
  case HD_VIEW_CLAIM:
    return set->claims[doc]->n;
  case HD_VIEW_LINK:
    return set->links->n;
  default:
    return 0;
  }
}

/* Pushes the weak table of handles of a kind in a document. */
static void push_handles(lua_State *L, uint32_t kind, uint32_t doc) {
  lua_Integer key = (lua_Integer)doc * HD_VIEW_TYPES + (lua_Integer)kind + 1;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &handles_key);
  if (lua_rawgeti(L, -1, key) == LUA_TNIL) {
    size_t n = count_of(hd_host_of(L)->set, kind, doc);
    lua_pop(L, 1);
    lua_createtable(L, n < MOST_ROOM ? (int)n : MOST_ROOM, 0);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &weak_key);
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_rawseti(L, -3, key);
  }
  lua_remove(L, -2);
}

void hd_view_push(lua_State *L, hd_view_kind kind, uint32_t doc, uint32_t a,
                  uint32_t b) {
  hd_view view = {(uint32_t)kind, doc, a, b};
  if (!is_single(kind)) {
    push_new(L, view);
    return;
  }
  push_handles(L, (uint32_t)kind, doc);
  if (lua_rawgeti(L, -1, (lua_Integer)a + 1) == LUA_TNIL) {
    lua_pop(L, 1);
    push_new(L, view);
    lua_pushvalue(L, -1);
    lua_rawseti(L, -3, (lua_Integer)a + 1);
  }
  lua_remove(L, -2);
}

void hd_view_push_at(lua_State *L, hd_view_kind kind, uint32_t doc,
                     uint32_t index) {
  if (index == HD_NONE)
    lua_pushnil(L);
  else
    hd_view_push(L, kind, doc, index, 0);
}

void hd_view_push_place(lua_State *L, uint32_t doc, hd_span span) {
  if (hd_span_empty(span))
    lua_pushnil(L);
  else
    hd_view_push(L, HD_VIEW_PLACE, doc, span.off, span.end);
}

void hd_view_push_str(lua_State *L, hd_str s) {
  lua_pushlstring(L, s.n ? s.p : "", s.n);
}

/* The view's type at index, or NULL; by its metatable, never by its size. */
const hd_view *hd_view_to(lua_State *L, int index) {
  const hd_view *view = lua_touserdata(L, index);
  if (!view || lua_type(L, index) != LUA_TUSERDATA ||
      lua_rawlen(L, index) != sizeof *view || !lua_getmetatable(L, index))
    return NULL;
  bool same = false;
  if (view->kind < HD_VIEW_TYPES) {
    lua_rawgetp(L, LUA_REGISTRYINDEX, hd_view_types[view->kind]);
    same = lua_rawequal(L, -1, -2);
  }
  lua_settop(L, lua_gettop(L) - (view->kind < HD_VIEW_TYPES ? 2 : 1));
  return same ? view : NULL;
}

/* Is what the handle points to in the set that is judged now? */
static bool is_stale(const hd_host *host, const hd_view *view) {
  const hd_set *set = host->set;
  if (!set || view->doc >= set->n)
    return true;
  switch ((hd_view_kind)view->kind) {
  case HD_VIEW_CLAIM:
    return view->a >= set->claims[view->doc]->n;
  case HD_VIEW_LINK:
    return view->a >= set->links->n;
  case HD_VIEW_PLACE:
    return view->b > set->documents[view->doc]->text.n;
  default:
    return false;
  }
}

const hd_view *hd_view_check(lua_State *L, int index, hd_view_kind kind) {
  const hd_view *view = hd_view_to(L, index);
  if (!view || view->kind != (uint32_t)kind)
    luaL_error(L, "a %s expected, got %s (is it x:method(), not x.method()?)",
               hd_view_types[kind]->name,
               view ? hd_view_types[view->kind]->name
                    : luaL_typename(L, index));
  if (is_stale(hd_host_of(L), view))
    luaL_error(L, "stale %s: its set is no longer judged",
               hd_view_types[kind]->name);
  return view;
}

/* ---- fields ------------------------------------------------------- */
static int unknown_field(lua_State *L, const hd_view_type *type) {
  const char *known[64], *name = luaL_tolstring(L, 2, NULL);
  size_t n = 0;
  for (const hd_field *f = type->fields; f->name && n < 64; f++)
    known[n++] = f->name;
  const char *near = hd_nearest(name, known, n);
  if (near)
    return luaL_error(L, "a %s has no field '%s' (did you mean '%s'?)",
                      type->name, name, near);
  return luaL_error(L, "a %s has no field '%s'", type->name, name);
}

/* view.field: upvalue 1 maps names to rows of the field table. */
static int get_field(lua_State *L) {
  const hd_view_type *type = lua_touserdata(L, lua_upvalueindex(2));
  const hd_view *view = lua_touserdata(L, 1);
  lua_pushvalue(L, 2);
  if (!view || lua_rawget(L, lua_upvalueindex(1)) != LUA_TLIGHTUSERDATA)
    return unknown_field(L, type);
  const hd_field *field = lua_touserdata(L, -1);
  if (is_stale(hd_host_of(L), view))
    return luaL_error(L, "stale %s: its set is no longer judged", type->name);
  if (field->call)
    lua_pushcfunction(L, field->call);
  else
    field->get(L, view);
  return 1;
}

static int refuse(lua_State *L) {
  const hd_view *view = hd_view_to(L, 1);
  return luaL_error(L, "a %s is read-only",
                    view ? hd_view_types[view->kind]->name : "list");
}

static int equal(lua_State *L) {
  const hd_view *a = hd_view_to(L, 1), *b = hd_view_to(L, 2);
  lua_pushboolean(L, a && b && memcmp(a, b, sizeof *a) == 0);
  return 1;
}

/* tostring(view): its kind and, where there is one, its text. */
static int show(lua_State *L) {
  const hd_view *view = hd_view_to(L, 1);
  const hd_host *host = hd_host_of(L);
  if (!view || is_stale(host, view) || view->kind == HD_VIEW_SET) {
    lua_pushstring(L, view ? hd_view_types[view->kind]->name : "view");
    return 1;
  }
  hd_where at = hd_view_place(host->set, view);
  hd_str text = hd_document_text(host->set->documents[at.document], at.span);
  lua_pushfstring(L, "%s ", hd_view_types[view->kind]->name);
  hd_view_push_str(L, text);
  lua_concat(L, 2);
  return 1;
}

/* ---- lists -------------------------------------------------------- */
void hd_view_push_list(lua_State *L, hd_view_kind kind, uint32_t doc,
                       uint32_t first, uint32_t n) {
  list *l = lua_newuserdatauv(L, sizeof *l, 0);
  *l = (list){{(uint32_t)kind, doc, first, 0}, n};
  luaL_setmetatable(L, list_name);
}

/* list[i] */
static int list_index(lua_State *L) {
  const list *l = luaL_checkudata(L, 1, list_name);
  if (lua_type(L, 2) != LUA_TNUMBER)
    return luaL_error(L, "a list has [1] to [#list], no field '%s'",
                      luaL_tolstring(L, 2, NULL));
  lua_Integer i = lua_tointeger(L, 2);
  if (i < 1 || i > (lua_Integer)l->n)
    lua_pushnil(L);
  else if (l->first.kind == HD_VIEW_CELL)
    hd_view_push(L, HD_VIEW_CELL, l->first.doc, l->first.a, (uint32_t)(i - 1));
  else
    hd_view_push(L, l->first.kind, l->first.doc, l->first.a + (uint32_t)(i - 1),
                 0);
  return 1;
}

static int list_length(lua_State *L) {
  const list *l = luaL_checkudata(L, 1, list_name);
  lua_pushinteger(L, l->n);
  return 1;
}

/* pairs(list): as ipairs. */
static int next_member(lua_State *L) {
  lua_Integer i = luaL_checkinteger(L, 2) + 1;
  lua_pushinteger(L, i);
  return lua_geti(L, 1, i) == LUA_TNIL ? 1 : 2;
}

static int list_pairs(lua_State *L) {
  lua_pushcfunction(L, next_member);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

/* ---- opening ------------------------------------------------------ */
/* Pushes the metatable of a type, made anew. */
static void open_type(lua_State *L, const hd_view_type *type) {
  static const luaL_Reg meta[] = {{"__newindex", refuse},
                                  {"__eq", equal},
                                  {"__tostring", show},
                                  {NULL, NULL}};
  luaL_newmetatable(L, type->name);
  luaL_setfuncs(L, meta, 0);
  lua_newtable(L);
  for (const hd_field *f = type->fields; f->name; f++) {
    lua_pushlightuserdata(L, (void *)(uintptr_t)f);
    lua_setfield(L, -2, f->name);
  }
  lua_pushlightuserdata(L, (void *)(uintptr_t)type);
  lua_pushcclosure(L, get_field, 2);
  lua_setfield(L, -2, "__index");
}

void hd_view_open(lua_State *L) {
  static const luaL_Reg meta[] = {{"__index", list_index},
                                  {"__len", list_length},
                                  {"__pairs", list_pairs},
                                  {"__newindex", refuse},
                                  {NULL, NULL}};
  luaL_newmetatable(L, list_name);
  luaL_setfuncs(L, meta, 0);
  lua_pop(L, 1);
  lua_newtable(L); /* the metatable of weak tables */
  lua_pushliteral(L, "v");
  lua_setfield(L, -2, "__mode");
  lua_rawsetp(L, LUA_REGISTRYINDEX, &weak_key);
  hd_view_forget(L);
}

void hd_view_forget(lua_State *L) {
  lua_newtable(L); /* of weak tables of handles */
  lua_rawsetp(L, LUA_REGISTRYINDEX, &handles_key);
}

bool hd_view_where(lua_State *L, int index, hd_where *where) {
  if (hd_match_where(L, index, where))
    return true;
  const hd_view *view = hd_view_to(L, index);
  if (!view || view->kind == HD_VIEW_SET)
    return false;
  hd_view_check(L, index, view->kind);
  *where = hd_view_place(hd_host_of(L)->set, view);
  return !hd_span_empty(where->span);
}
