/* sift: which figures of a document a rule walks through.
 *
 * doc:figures and doc:recurring take kinds and, behind them, a table of what
 * the figures must have beyond their kind. Most figures are passed over for
 * something as plain as that, and here it costs a few instructions where in
 * Lua each field costs some hundreds. */
#include "views.h"

typedef struct {
  uint32_t kinds; /* bits */
  bool claim, prose, has_mode;
  hd_mode mode;
  uint16_t aspect, has; /* all its aspects, one of them; 0: whichever */
  lua_Integer digits, power, name; /* so many at least; name: bytes */
  int names;                       /* where on the stack a table is; 0: none */
} sift;

static uint16_t aspect_at(lua_State *L, int index) {
  const char *name = luaL_checkstring(L, index);
  for (size_t i = 0; hd_aspect_names[i]; i++)
    if (strcmp(name, hd_aspect_names[i]) == 0)
      return (uint16_t)(1u << i);
  luaL_error(L, "'%s' is no aspect of a figure", name);
  return 0;
}

static uint32_t kind_at(lua_State *L, int index) {
  const char *name = luaL_checkstring(L, index);
  int k = 0;
  while (k < HD_KINDS && strcmp(name, hd_kind_name((hd_kind)k)) != 0)
    k++;
  luaL_argcheck(L, k < HD_KINDS, index, "no kind of figure");
  return 1u << k;
}

static void read_mode(lua_State *L, sift *s) {
  const char *name = luaL_checkstring(L, -1);
  s->has_mode = true;
  for (int m = HD_MODE_ACTUAL; m <= HD_MODE_FORECAST; m++)
    if (strcmp(name, hd_mode_name((hd_mode)m)) == 0) {
      s->mode = (hd_mode)m;
      return;
    }
  luaL_error(L, "'%s' is no modality of a figure", name);
}

/* One of what is asked, its value on the top. */
static void read_one(lua_State *L, const char *key, sift *s) {
  if (strcmp(key, "claim") == 0)
    s->claim = lua_toboolean(L, -1);
  else if (strcmp(key, "prose") == 0)
    s->prose = lua_toboolean(L, -1);
  else if (strcmp(key, "aspect") == 0)
    s->aspect = aspect_at(L, -1);
  else if (strcmp(key, "has") == 0)
    s->has = aspect_at(L, -1);
  else if (strcmp(key, "modality") == 0)
    read_mode(L, s);
  else if (strcmp(key, "digits") == 0)
    s->digits = luaL_checkinteger(L, -1);
  else if (strcmp(key, "power") == 0)
    s->power = luaL_checkinteger(L, -1);
  else if (strcmp(key, "name") == 0)
    s->name = luaL_checkinteger(L, -1);
  else if (strcmp(key, "names") == 0)
    luaL_checktype(L, -1, LUA_TTABLE);
  else
    luaL_error(L, "figures cannot be asked for '%s'", key);
}

/* The kinds from the stack index on, and a table behind them; raises. What its
 * `names` is stays on the stack. */
static sift read_sift(lua_State *L, int first) {
  sift s = {0};
  int last = lua_gettop(L);
  bool asks = last >= first && lua_istable(L, last);
  for (int i = first; i < last + !asks; i++)
    s.kinds |= kind_at(L, i);
  if (!asks)
    return s;
  for (lua_pushnil(L); lua_next(L, last); lua_pop(L, 1)) {
    if (lua_type(L, -2) != LUA_TSTRING)
      luaL_error(L, "figures are asked for by names of fields");
    read_one(L, lua_tostring(L, -2), &s);
  }
  if (lua_getfield(L, last, "names") == LUA_TTABLE)
    s.names = lua_gettop(L); /* and stays there */
  else
    lua_pop(L, 1);
  return s;
}

static bool has_key(lua_State *L, int table, hd_str key) {
  lua_pushlstring(L, key.n ? key.p : "", key.n);
  bool has = lua_rawget(L, table) != LUA_TNIL;
  lua_pop(L, 1);
  return has;
}

/* Is the name one of the table's keys, or its first character? */
static bool is_named_in(lua_State *L, int table, hd_str name) {
  uint32_t cp;
  if (has_key(L, table, name))
    return true;
  size_t n = name.n ? hd_utf8_decode(name.p, name.n, &cp) : 0;
  return n > 0 && has_key(L, table, (hd_str){name.p, n});
}

/* The power of ten that is its scale; -1: none is. */
static lua_Integer power_of(const hd_quantity *q) {
  hd_number scale = q->scale;
  lua_Integer power = 0;
  for (; scale.num > 1 && scale.num % 10 == 0; scale.num /= 10)
    power++;
  return scale.den > 1 || scale.num > 1 ? -1 : power;
}

static bool passes(lua_State *L, const sift *s, const hd_text *text,
                   const hd_claims *claims, uint32_t i) {
  const hd_claim *c = &claims->items[i];
  const hd_quantity *q = hd_claim_quantity(claims, i);
  if (!(s->kinds >> q->kind & 1))
    return false;
  if ((s->claim && !c->is_claim) || (s->aspect && c->aspects != s->aspect) ||
      (s->has && !(c->aspects & s->has)) ||
      (s->has_mode && (!c->is_claim || c->mode != s->mode)) ||
      q->digits < s->digits || (lua_Integer)c->name.n < s->name)
    return false;
  if (s->prose && text->sentences[q->sentence].cell != HD_NONE)
    return false;
  if (s->power && power_of(q) < s->power)
    return false;
  return !s->names || is_named_in(L, s->names, c->name);
}

/* doc:figures(kind, ... [, asked]) */
int hd_view_figures(lua_State *L) {
  const hd_view v = hd_view_check(L, 1, HD_VIEW_DOC);
  const hd_claims *claims = hd_view_set(L)->claims[v.doc];
  const hd_text *text = hd_view_text(L, &v);
  const sift s = read_sift(L, 2);
  hd_state_charge(L, claims->n / 8);
  lua_newtable(L);
  for (uint32_t i = 0, n = 0; i < claims->n; i++)
    if (passes(L, &s, text, claims, i)) {
      hd_view_push(L, HD_VIEW_CLAIM, v.doc, i, 0);
      lua_rawseti(L, -2, ++n);
    }
  return 1;
}

/* Outside of tables, and with a name? */
static bool is_named(const hd_text *text, const hd_claims *claims, uint32_t i) {
  return claims->items[i].is_claim && claims->items[i].name.n > 0 &&
         text->sentences[hd_claim_quantity(claims, i)->sentence].cell ==
             HD_NONE;
}

/* How many of the kinds have a name, made once for the rules that ask. */
static const hd_map *count_names(hd_host *host, uint32_t doc, uint32_t kinds) {
  const hd_claims *claims = host->set->claims[doc];
  if (host->named.map && host->named.doc == doc && host->named.kinds == kinds)
    return host->named.map;
  size_t before = hd_arena_bytes(host->arena);
  hd_map *map = hd_map_new(host->arena);
  for (uint32_t i = 0; i < claims->n; i++)
    if (kinds >> hd_claim_quantity(claims, i)->kind & 1 &&
        is_named(host->set->texts[doc], claims, i))
      ++*hd_map_at(map, claims->items[i].name, NULL);
  host->arena_before +=
      hd_arena_bytes(host->arena) - before; /* not the rule's */
  host->named.map = map;
  host->named.doc = doc;
  host->named.kinds = kinds;
  return map;
}

/* doc:recurring(kind, ... [, asked]) */
int hd_view_recurring(lua_State *L) {
  const hd_view v = hd_view_check(L, 1, HD_VIEW_DOC);
  const hd_claims *claims = hd_view_set(L)->claims[v.doc];
  const hd_text *text = hd_view_text(L, &v);
  const sift s = read_sift(L, 2);
  const hd_map *names = count_names(hd_host_of(L), v.doc, s.kinds);
  hd_state_charge(L, claims->n);
  lua_newtable(L);
  for (uint32_t i = 0, n = 0; i < claims->n; i++)
    if (is_named(text, claims, i) && passes(L, &s, text, claims, i) &&
        *hd_map_find(names, claims->items[i].name) > 1) {
      hd_view_push(L, HD_VIEW_CLAIM, v.doc, i, 0);
      lua_rawseti(L, -2, ++n);
    }
  return 1;
}
