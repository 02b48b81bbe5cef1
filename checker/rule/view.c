/* view: handles to what a set holds, as rules see it.
 *
 * A view is a kind and indexes; its fields are rows of a table (view_text.c,
 * view_claim.c), which docs/api.md is written from. Views are read-only. To
 * Lua a view is a light userdata that holds kind and indexes itself: it costs
 * no memory, and views of one thing are one value, so that they serve as keys
 * of a table. Only what does not fit into its bits is a userdata of its own,
 * and compares by what it covers. A list is a range of such things and makes
 * its members when they are asked for. */
#include "trace.h"

enum { FIELD_COSTS = 2 /* instructions that asking for a field counts as */ };
static const char names_key;

typedef struct {
  hd_view first;
  uint32_t n;
} list;

/* ---- a view in 64 bits -------------------------------------------- */
/* From the top: kind + 1 in 4 bits, the document in 16 (a place: 12), then
 * one index, or table and cell in 20 and 24, or a place's length and offset in
 * 19 and 29. The low bits differ most, for Lua's tables hash by them. */
static bool pack(hd_view v, uint64_t *bits) {
  const uint64_t kind = (uint64_t)(v.kind + 1) << 60;
  if (sizeof(void *) < sizeof *bits)
    return false;
  if (v.kind == HD_VIEW_PLACE) {
    uint32_t n = v.b - v.a;
    *bits = kind | (uint64_t)v.doc << 48 | (uint64_t)n << 29 | v.a;
    return v.doc < 1 << 12 && n < 1 << 19 && v.a < 1 << 29;
  }
  *bits = kind | (uint64_t)v.doc << 44;
  if (v.kind == HD_VIEW_CELL) {
    *bits |= (uint64_t)v.a << 24 | v.b;
    return v.doc < 1 << 16 && v.a < 1 << 20 && v.b < 1 << 24;
  }
  *bits |= v.a;
  return v.doc < 1 << 16;
}

static inline hd_view unpack(uint64_t bits) {
  hd_view v = {.kind = (uint32_t)(bits >> 60) - 1};
  if (v.kind == HD_VIEW_PLACE) {
    v.doc = (uint32_t)(bits >> 48) & 0xfff;
    v.a = (uint32_t)bits & 0x1fffffff;
    v.b = v.a + ((uint32_t)(bits >> 29) & 0x7ffff);
    return v;
  }
  v.doc = (uint32_t)(bits >> 44) & 0xffff;
  if (v.kind == HD_VIEW_CELL) {
    v.a = (uint32_t)(bits >> 24) & 0xfffff;
    v.b = (uint32_t)bits & 0xffffff;
  } else {
    v.a = (uint32_t)bits;
  }
  return v;
}

/* ---- handles ------------------------------------------------------ */
void hd_view_push(lua_State *L, hd_view_kind kind, uint32_t doc, uint32_t a,
                  uint32_t b) {
  hd_view view = {(uint32_t)kind, doc, a, b};
  uint64_t bits;
  if (pack(view, &bits)) {
    lua_pushlightuserdata(L, (void *)(uintptr_t)bits);
    return;
  }
  hd_view *p = lua_newuserdatauv(L, sizeof *p, 0);
  *p = view;
  hd_type_set(L, HD_TYPE_VIEW);
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
  hd_utf8_note(hd_host_of(L), lua_pushlstring(L, s.n ? s.p : "", s.n));
}

/* The view at index; false: there is none. */
static bool view_at(lua_State *L, int index, hd_view *view) {
  if (lua_islightuserdata(L, index)) {
    *view = unpack((uint64_t)(uintptr_t)lua_touserdata(L, index));
    return true;
  }
  const hd_view *p = hd_type_test(L, index, HD_TYPE_VIEW);
  if (p)
    *view = *p;
  return p != NULL;
}

/* Is what the handle points to in the set that is judged now? */
static inline bool is_stale(const hd_host *host, const hd_view *view) {
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

static void refuse_stale(lua_State *L, const hd_view *view) {
  luaL_error(L, "stale %s: its set is no longer judged",
             hd_view_types[view->kind]->name);
}

static inline void check_fresh(lua_State *L, const hd_view *view) {
  if (is_stale(hd_host_of(L), view))
    refuse_stale(L, view);
}

hd_view hd_view_check(lua_State *L, int index, hd_view_kind kind) {
  hd_view view;
  bool is_view = view_at(L, index, &view);
  if (!is_view || view.kind != (uint32_t)kind)
    luaL_error(L, "a %s expected, got %s (is it x:method(), not x.method()?)",
               hd_view_types[kind]->name,
               is_view ? hd_view_types[view.kind]->name
                       : luaL_typename(L, index));
  check_fresh(L, &view);
  return view;
}

hd_view hd_view_check_any(lua_State *L, int index) {
  hd_view view;
  if (!view_at(L, index, &view))
    luaL_error(L, "a place expected, got %s (is it x:method()?)",
               luaL_typename(L, index));
  check_fresh(L, &view);
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

/* Lua keeps one copy of a short string; while the one at index is in this table
 * its address is its own. */
void hd_view_keep_name(lua_State *L, int index) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &names_key);
  lua_pushvalue(L, index);
  lua_pushboolean(L, true);
  lua_rawset(L, -3);
  lua_pop(L, 1);
}

/* The field that the string at 2 names, the slow way; NULL: none. It is known
 * from now on. */
__attribute__((noinline)) static const hd_field *
find_new_field(lua_State *L, uint32_t kind, hd_known_field *known) {
  if (lua_type(L, 2) != LUA_TSTRING)
    return NULL;
  const char *name = lua_tostring(L, 2);
  const hd_field *f = hd_view_types[kind]->fields;
  while (f->name && strcmp(f->name, name) != 0)
    f++;
  if (!f->name)
    return NULL;
  hd_view_keep_name(L, 2);
  *known = (hd_known_field){lua_topointer(L, 2), kind, f};
  return f;
}

/* Lua keeps one copy of a short string, so fields are found again by its
 * address; the strings are kept alive in a table. */
static inline const hd_field *find_field(lua_State *L, uint32_t kind) {
  const void *name = lua_topointer(L, 2);
  size_t at = ((uintptr_t)name >> 4 ^ kind * 11) % HD_VIEW_KNOWN;
  hd_known_field *known = &hd_host_of(L)->known_fields[at];
  if (known->name == name && known->kind == kind && name)
    return known->field;
  return find_new_field(L, kind, known);
}

/* view.field; as a metamethod it is called with a view only. No address has the
 * bits that tell the kind of a view which is none. */
static int get_field(lua_State *L) {
  const hd_view *p = lua_touserdata(L, 1);
  const uint64_t bits = (uintptr_t)p;
  const hd_view view = bits >> 60 ? unpack(bits) : *p;
  const hd_field *field = find_field(L, view.kind);
  if (!field)
    return unknown_field(L, hd_view_types[view.kind]);
  check_fresh(L, &view);
  hd_state_charge(L, FIELD_COSTS);
  if (field->call)
    lua_pushcfunction(L, field->call);
  else
    field->get(L, &view);
  if (hd_host_of(L)->trace)
    hd_trace_field(L, &view, field->name);
  return 1;
}

static int refuse(lua_State *L) {
  hd_view view;
  return luaL_error(L, "a %s is read-only",
                    view_at(L, 1, &view) ? hd_view_types[view.kind]->name
                                         : "list");
}

static int equal(lua_State *L) {
  hd_view a, b;
  lua_pushboolean(L, view_at(L, 1, &a) && view_at(L, 2, &b) &&
                         memcmp(&a, &b, sizeof a) == 0);
  return 1;
}

/* tostring(view): its kind and, where there is one, its text. */
static int show(lua_State *L) {
  hd_view view;
  const hd_host *host = hd_host_of(L);
  bool is_view = view_at(L, 1, &view);
  if (!is_view || is_stale(host, &view) || view.kind == HD_VIEW_SET) {
    lua_pushstring(L, is_view ? hd_view_types[view.kind]->name : "view");
    return 1;
  }
  hd_where at = hd_view_place(host->set, &view);
  hd_str text = hd_document_text(host->set->documents[at.document], at.span);
  lua_pushfstring(L, "%s ", hd_view_types[view.kind]->name);
  hd_view_push_str(L, text);
  lua_concat(L, 2);
  return 1;
}

/* ---- lists -------------------------------------------------------- */
void hd_view_push_list(lua_State *L, hd_view_kind kind, uint32_t doc,
                       uint32_t first, uint32_t n) {
  list *l = lua_newuserdatauv(L, sizeof *l, 0);
  *l = (list){{(uint32_t)kind, doc, first, 0}, n};
  hd_type_set(L, HD_TYPE_LIST);
}

/* Member i of the list, from 0. */
static void push_member(lua_State *L, const list *l, uint32_t i) {
  if (l->first.kind == HD_VIEW_CELL)
    hd_view_push(L, HD_VIEW_CELL, l->first.doc, l->first.a, i);
  else
    hd_view_push(L, l->first.kind, l->first.doc, l->first.a + i, 0);
}

/* list[i]; as a metamethod it is called with a list only. */
static int list_index(lua_State *L) {
  const list *l = lua_touserdata(L, 1);
  if (lua_type(L, 2) != LUA_TNUMBER)
    return luaL_error(L, "a list has [1] to [#list], no field '%s'",
                      luaL_tolstring(L, 2, NULL));
  lua_Integer i = lua_tointeger(L, 2);
  if (i < 1 || i > (lua_Integer)l->n)
    lua_pushnil(L);
  else
    push_member(L, l, (uint32_t)(i - 1));
  return 1;
}

static int list_length(lua_State *L) {
  const list *l = hd_type_check(L, 1, HD_TYPE_LIST);
  lua_pushinteger(L, l->n);
  return 1;
}

/* pairs(list): as ipairs. */
static int next_member(lua_State *L) {
  lua_Integer i = luaL_checkinteger(L, 2) + 1;
  lua_pushinteger(L, i);
  return lua_geti(L, 1, i) == LUA_TNIL ? 1 : 2;
}

/* The iterator of ipairs(list), which is its upvalue: function(_, i). */
static int next_of_list(lua_State *L) {
  const list *l = lua_touserdata(L, lua_upvalueindex(1));
  lua_Integer i = luaL_checkinteger(L, 2);
  if (i < 0 || i >= (lua_Integer)l->n) {
    lua_pushnil(L);
    return 1;
  }
  lua_pushinteger(L, i + 1);
  push_member(L, l, (uint32_t)i);
  return 2;
}

bool hd_view_list_ipairs(lua_State *L) {
  if (!hd_type_test(L, 1, HD_TYPE_LIST))
    return false;
  lua_pushvalue(L, 1);
  lua_pushcclosure(L, next_of_list, 1);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return true;
}

static int list_pairs(lua_State *L) {
  lua_pushcfunction(L, next_member);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

/* ---- opening ------------------------------------------------------ */
void hd_view_open(lua_State *L) {
  static const luaL_Reg lists[] = {{"__index", list_index},
                                   {"__len", list_length},
                                   {"__pairs", list_pairs},
                                   {"__newindex", refuse},
                                   {NULL, NULL}};
  static const luaL_Reg views[] = {{"__index", get_field},
                                   {"__newindex", refuse},
                                   {"__eq", equal},
                                   {"__tostring", show},
                                   {NULL, NULL}};
  hd_type_open(L, HD_TYPE_LIST);
  luaL_setfuncs(L, lists, 0);
  lua_pop(L, 1);
  lua_pushlightuserdata(L, NULL); /* all light userdata have one metatable */
  hd_type_open(L, HD_TYPE_VIEW);
  luaL_setfuncs(L, views, 0);
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
  lua_newtable(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &names_key);
}

/* A figure that a line end of the source parts from its unit stands where its
 * number is: a place is short. Not where lines are those of a page: there the
 * fingerprint is to be that of the same report in another format. */
static hd_span on_one_line(const hd_set *set, const hd_view *claim,
                           hd_span span) {
  const hd_document *doc = set->documents[claim->doc];
  hd_span number = hd_claim_quantity(set->claims[claim->doc], claim->a)->number;
  if (hd_span_empty(number) || number.off < span.off || number.end > span.end ||
      doc->source.layout || hd_document_one_line(doc, span))
    return span;
  return number;
}

bool hd_view_where(lua_State *L, int index, hd_where *where) {
  hd_view view;
  if (hd_match_where(L, index, where))
    return true;
  if (!view_at(L, index, &view) || view.kind == HD_VIEW_SET)
    return false;
  check_fresh(L, &view);
  const hd_set *set = hd_host_of(L)->set;
  *where = hd_view_place(set, &view);
  if (view.kind == HD_VIEW_CLAIM && !hd_span_empty(where->span))
    where->span = on_one_line(set, &view, where->span);
  return !hd_span_empty(where->span);
}
