/* narrow: what `on` says of an item beyond its kind.
 *
 *   above = 100            figures whose low end is above it
 *   unit = {"%", "天"}     figures with that unit
 *   where = "unpaired"     items whose field of that name is true
 *   begins = "zh/residue"  blocks and sentences that begin with a word of the
 *                          lexicon, whatever the case; blanks and brackets may
 *                          stand before it
 *
 * It is asked in C for each item, before any Lua: most are passed over. */
#include "views.h"

enum { LONGEST = 200 /* bytes of a word */ };

/* ---- reading it ------------------------------------------------------- */
/* Copies the string on the top, one of a list that `where` names. */
static void add_name(lua_State *L, const char *where, hd_name_list *list) {
  hd_arena *arena = hd_host_of(L)->rules->arena;
  size_t n;
  if (lua_type(L, -1) != LUA_TSTRING)
    luaL_error(L, "%s must hold strings, not a %s", where,
               luaL_typename(L, -1));
  if (list->n == HD_NARROW_NAMES)
    luaL_error(L, "%s may hold %d names", where, HD_NARROW_NAMES);
  const char *name = lua_tolstring(L, -1, &n);
  list->names[list->n++] = (hd_str){hd_arena_copy(arena, name, n), n};
}

/* A string or a list of them on the top. */
static void add_names(lua_State *L, const char *where, hd_name_list *list) {
  if (!lua_istable(L, -1)) {
    add_name(L, where, list);
    return;
  }
  lua_Integer n = luaL_len(L, -1);
  for (lua_Integer i = 1; i <= n; i++, lua_pop(L, 1)) {
    lua_geti(L, -1, i);
    add_name(L, where, list);
  }
}

static const hd_field *field_of(hd_view_kind kind, const char *name) {
  const hd_field *f = hd_view_types[kind]->fields;
  while (f->name && strcmp(f->name, name) != 0)
    f++;
  return f->name && f->get && strcmp(f->type, "boolean") == 0 ? f : NULL;
}

/* Which kinds of view a rule is called with. */
static bool is_wanted(const hd_wants *on, hd_view_kind kind) {
  switch (kind) {
  case HD_VIEW_LINK:
    return on->links;
  case HD_VIEW_CLAIM:
    return on->claims || on->claim_any;
  case HD_VIEW_BLOCK:
    return on->blocks;
  case HD_VIEW_GAP:
    return on->gaps;
  case HD_VIEW_SENTENCE:
    return on->sentence;
  default:
    return false;
  }
}

static void read_where(lua_State *L, hd_script *s) {
  if (lua_type(L, -1) != LUA_TSTRING)
    luaL_error(L, "on.where must be the name of a field");
  hd_arena *arena = hd_host_of(L)->rules->arena;
  const char *name = lua_tostring(L, -1);
  s->narrow.where = hd_arena_copy(arena, name, strlen(name));
  for (int k = 0; k < HD_VIEW_TYPES; k++)
    if (is_wanted(&s->on, (hd_view_kind)k) && !field_of((hd_view_kind)k, name))
      luaL_error(L, "on.where: a %s has no field '%s' that is true or false",
                 hd_view_types[k]->name, name);
}

static void read_begins(lua_State *L, hd_script *s) {
  const hd_lexicon *lexicon = hd_host_of(L)->rules->lexicon;
  hd_name_list *list = &s->narrow.begins;
  if (!s->on.blocks && !s->on.sentence)
    luaL_error(L, "on.begins is of blocks and sentences");
  add_names(L, "on.begins", list);
  for (size_t i = 0; i < list->n; i++)
    if (!lexicon || !hd_lexicon_table(lexicon, list->names[i].p))
      luaL_error(L, "on.begins: there is no lexicon '%s'", list->names[i].p);
}

/* The bound on the top. */
static void read_above(lua_State *L, hd_script *s) {
  if (!lua_isinteger(L, -1))
    luaL_error(L, "on.above must be a whole number");
  s->narrow.bounded = true;
  s->narrow.above = lua_tointeger(L, -1);
}

static void need_claims(lua_State *L, const hd_script *s, const char *what) {
  if (!is_wanted(&s->on, HD_VIEW_CLAIM))
    luaL_error(L, "on.%s is of figures: on.claim is missing", what);
}

void hd_narrow_read(lua_State *L, int on, hd_script *s) {
  if (lua_getfield(L, on, "above") != LUA_TNIL) {
    need_claims(L, s, "above");
    read_above(L, s);
  }
  if (lua_getfield(L, on, "unit") != LUA_TNIL) {
    need_claims(L, s, "unit");
    add_names(L, "on.unit", &s->narrow.units);
  }
  if (lua_getfield(L, on, "where") != LUA_TNIL)
    read_where(L, s);
  if (lua_getfield(L, on, "begins") != LUA_TNIL)
    read_begins(L, s);
  lua_pop(L, 4);
  s->narrow.any = s->narrow.bounded || s->narrow.where || s->narrow.units.n ||
                  s->narrow.begins.n;
}

/* ---- words at the beginning ------------------------------------------- */
struct hd_openings {
  hd_trie *words;
  bool first[256]; /* by the first byte of a text that may begin with one */
};

static const char *const brackets[] = {"【", "《", "«", "»"};
enum { BRACKETS = sizeof brackets / sizeof *brackets };
static const char blanks[] = " \t\n\v\f\r[(<>|";

static void add_word(struct hd_openings *o, hd_str word) {
  unsigned char first = (unsigned char)word.p[0];
  hd_trie_add(o->words, word, 0);
  o->first[first] = true;
  if (first >= 'a' && first <= 'z')
    o->first[first - 'a' + 'A'] = true;
}

/* Of the rule that runs, made when first asked for. */
static const struct hd_openings *openings_of(hd_narrowing *n) {
  const hd_script *s = n->host->script;
  const hd_rules *rules = n->host->rules;
  if (!n->openings)
    n->openings = hd_arena_alloc(n->arena, rules->n * sizeof *n->openings);
  size_t at = s->index;
  if (n->openings[at])
    return n->openings[at];
  struct hd_openings *o = n->openings[at] =
      HD_NEW(n->arena, struct hd_openings);
  o->words = hd_trie_new(n->arena);
  for (size_t i = 0; i < s->narrow.begins.n; i++) {
    const hd_table_data *t =
        hd_lexicon_table(rules->lexicon, s->narrow.begins.names[i].p);
    for (size_t k = 0; k < t->n_rows; k++)
      add_word(o, hd_row_field(&t->rows[k], 0));
  }
  hd_trie_seal(o->words);
  for (size_t i = 0; i < BRACKETS; i++)
    o->first[(unsigned char)brackets[i][0]] = true;
  for (const char *p = blanks; *p; p++)
    o->first[(unsigned char)*p] = true;
  return o;
}

/* Behind blanks and brackets. */
static hd_str skip_opening(hd_str s) {
  for (size_t n = 1; n > 0 && s.n > 0; s = (hd_str){s.p + n, s.n - n}) {
    n = memchr(blanks, s.p[0], sizeof blanks - 1) ? 1 : 0;
    for (size_t i = 0; n == 0 && i < BRACKETS; i++)
      if (hd_str_starts(s, hd_str_of(brackets[i])))
        n = strlen(brackets[i]);
  }
  return s;
}

/* The first n bytes of s in lower case. */
static hd_str lower(hd_str s, char *out, size_t n) {
  n = s.n < n ? s.n : n;
  for (size_t i = 0; i < n; i++)
    out[i] = (char)(s.p[i] >= 'A' && s.p[i] <= 'Z' ? s.p[i] + 32 : s.p[i]);
  return (hd_str){out, n};
}

static bool begins_with(const struct hd_openings *o, hd_str s) {
  char head[LONGEST];
  if (s.n == 0 || !o->first[(unsigned char)s.p[0]])
    return false;
  s = skip_opening(s);
  hd_match match;
  s = lower(s, head, sizeof head);
  return hd_trie_longest(o->words, s.p, s.n, &match);
}

/* ---- asking ------------------------------------------------------------ */
static bool figure_passes(const hd_narrow *narrow, const hd_quantity *q) {
  bool passes = narrow->units.n == 0;
  for (size_t i = 0; !passes && q->unit && !q->per && i < narrow->units.n; i++)
    passes = hd_str_eq(q->unit->canonical, narrow->units.names[i]);
  if (!passes || !narrow->bounded)
    return passes;
  return q->low_known && hd_number_cmp(q->low, hd_number_of(narrow->above)) > 0;
}

bool hd_narrow_passes(lua_State *L, hd_narrowing *n, const hd_view *v) {
  const hd_narrow *narrow = &n->host->script->narrow;
  const hd_set *set = n->host->set;
  if (!narrow->any)
    return true;
  if (v->kind == HD_VIEW_CLAIM &&
      !figure_passes(narrow, hd_claim_quantity(set->claims[v->doc], v->a)))
    return false;
  if (narrow->begins.n &&
      (v->kind == HD_VIEW_BLOCK || v->kind == HD_VIEW_SENTENCE)) {
    hd_where at = hd_view_place(set, v);
    hd_str text = hd_document_text(set->documents[at.document], at.span);
    if (!begins_with(openings_of(n), text))
      return false;
  }
  if (!narrow->where)
    return true;
  field_of((hd_view_kind)v->kind, narrow->where)->get(L, v);
  bool is = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return is;
}
