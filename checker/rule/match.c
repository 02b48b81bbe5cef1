/* match: what a rule with a pattern gets: a match in a sentence.
 *
 * m[0] is the whole, m[1] and m.name are groups (nil where one took no part),
 * m.pattern is the number of the pattern in the rule's list,
 * m:place(group) says where, m:figure(group) which figure's number it is,
 * m:next_figure() what comes behind. Offsets are copied out of
 * the match data, so that a match keeps while others are made. */
#include "host.h"

enum { FIGURE_COSTS = 4 /* instructions that asking for one counts as */ };

typedef struct {
  const pcre2_code *code;
  uint32_t doc, sentence;
  uint32_t pattern; /* which of the rule's, from 1 */
  uint32_t n;       /* groups, the whole included */
  hd_span groups[]; /* of the document's text; empty end 0: unset */
} match;

void hd_match_push(lua_State *L, const pcre2_code *code, uint32_t pattern,
                   int groups, uint32_t doc, uint32_t sentence) {
  hd_host *host = hd_host_of(L);
  const PCRE2_SIZE *o = pcre2_get_ovector_pointer(host->match_data);
  uint32_t all = 0;
  pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &all);
  all++;
  match *m = lua_newuserdatauv(L, sizeof *m + all * sizeof *m->groups, 0);
  uint32_t base = host->set->texts[doc]->sentences[sentence].span.off;
  *m = (match){code, doc, sentence, pattern, all};
  for (uint32_t i = 0; i < all; i++) {
    bool unset = i >= (uint32_t)groups || o[2 * i] == PCRE2_UNSET;
    m->groups[i] = unset ? (hd_span){HD_NONE, 0}
                         : (hd_span){base + (uint32_t)o[2 * i],
                                     base + (uint32_t)o[2 * i + 1]};
  }
  hd_type_set(L, HD_TYPE_MATCH);
}

/* The number of the group that the value at index names; raises. */
static uint32_t group_at(lua_State *L, const match *m, int index) {
  lua_Integer i = -1;
  if (lua_type(L, index) == LUA_TSTRING)
    i = pcre2_substring_number_from_name(m->code,
                                         (PCRE2_SPTR)lua_tostring(L, index));
  else if (lua_isinteger(L, index))
    i = lua_tointeger(L, index);
  if (i < 0 || i >= (lua_Integer)m->n)
    luaL_error(L,
               "a match has text, sentence, doc, pattern, place, figure, "
               "next_figure and its groups, no '%s'",
               luaL_tolstring(L, index, NULL));
  return (uint32_t)i;
}

/* match:place(group) */
static int match_place(lua_State *L) {
  const match *m = hd_type_check(L, 1, HD_TYPE_MATCH);
  if (lua_isnoneornil(L, 2)) {
    lua_settop(L, 1);
    lua_pushinteger(L, 0);
  }
  hd_view_push_place(L, m->doc, m->groups[group_at(L, m, 2)]);
  return 1;
}

/* match:figure(group): the figure whose number is what the group matched. */
static int match_figure(lua_State *L) {
  const match *m = hd_type_check(L, 1, HD_TYPE_MATCH);
  const hd_claims *claims = hd_host_of(L)->set->claims[m->doc];
  hd_span span = m->groups[group_at(L, m, 2)];
  uint32_t i = hd_view_claim_at(claims, span.off);
  hd_state_charge(L, FIGURE_COSTS);
  hd_span number = {0, 0};
  if (i < claims->n)
    number = hd_claim_quantity(claims, i)->number;
  bool is = span.end && number.off == span.off && number.end == span.end;
  hd_view_push_at(L, HD_VIEW_CLAIM, m->doc, is ? i : HD_NONE);
  return 1;
}

/* match:next_figure(): the first of the sentence behind the match that claims
 * something. */
static int match_next_figure(lua_State *L) {
  const match *m = hd_type_check(L, 1, HD_TYPE_MATCH);
  const hd_set *set = hd_host_of(L)->set;
  const hd_claims *claims = set->claims[m->doc];
  uint32_t end = set->texts[m->doc]->sentences[m->sentence].span.end;
  uint32_t i = hd_view_claim_at(claims, m->groups[0].end), found = HD_NONE;
  hd_state_charge(L, FIGURE_COSTS);
  for (; found == HD_NONE && i < claims->n; i++) {
    uint32_t off = hd_claim_quantity(claims, i)->span.off;
    if (off >= end)
      break;
    if (off >= m->groups[0].end && claims->items[i].is_claim)
      found = i;
  }
  hd_view_push_at(L, HD_VIEW_CLAIM, m->doc, found);
  return 1;
}

static void push_text(lua_State *L, const match *m, uint32_t i) {
  if (m->groups[i].off == HD_NONE)
    lua_pushnil(L);
  else
    hd_view_push_str(L, hd_document_text(hd_host_of(L)->set->documents[m->doc],
                                         m->groups[i]));
}

static void push_whole(lua_State *L, const match *m) { push_text(L, m, 0); }
static void push_pattern(lua_State *L, const match *m) {
  lua_pushinteger(L, m->pattern);
}
static void push_type(lua_State *L, const match *m) {
  (void)m;
  lua_pushstring(L, hd_type_name(HD_TYPE_MATCH));
}
static void push_sentence(lua_State *L, const match *m) {
  hd_view_push(L, HD_VIEW_SENTENCE, m->doc, m->sentence, 0);
}
static void push_doc(lua_State *L, const match *m) {
  hd_view_push(L, HD_VIEW_DOC, m->doc, 0, 0);
}

typedef struct hd_match_field {
  hd_str name;
  lua_CFunction call;
  void (*push)(lua_State *L, const match *m);
} field;

/* The field of the name, or NULL: most are groups. */
static const field *find_field(hd_str name) {
  static const field fields[] = {{{"place", 5}, match_place, NULL},
                                 {{"text", 4}, NULL, push_whole},
                                 {{"sentence", 8}, NULL, push_sentence},
                                 {{"figure", 6}, match_figure, NULL},
                                 {{"next_figure", 11}, match_next_figure, NULL},
                                 {{"pattern", 7}, NULL, push_pattern},
                                 {{"type", 4}, NULL, push_type},
                                 {{"doc", 3}, NULL, push_doc}};
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
    if (hd_str_eq(fields[i].name, name))
      return &fields[i];
  return NULL;
}

/* What the key at 2 names, the slow way; a name is known from now on. */
static hd_known_group find_new(lua_State *L, const match *m,
                               hd_known_group *known) {
  hd_known_group found = {NULL, m->code, NULL, 0};
  hd_str name = {NULL, 0};
  if (lua_type(L, 2) == LUA_TSTRING) {
    name.p = lua_tolstring(L, 2, &name.n);
    found.field = find_field(name);
  }
  if (!found.field)
    found.group = group_at(L, m, 2);
  if (name.p) {
    found.name = lua_topointer(L, 2);
    hd_view_keep_name(L, 2);
    *known = found;
  }
  return found;
}

/* match.field, match[group]: found again by the address of the name. */
static int match_index(lua_State *L) {
  const match *m = lua_touserdata(L, 1); /* it is called with a match only */
  const void *name = lua_topointer(L, 2);
  size_t at = ((uintptr_t)name >> 4 ^ (uintptr_t)m->code >> 6) % HD_MATCH_KNOWN;
  hd_known_group *known = &hd_host_of(L)->known_groups[at], found = *known;
  if (!name || known->name != name || known->code != m->code)
    found = find_new(L, m, known);
  if (!found.field)
    push_text(L, m, found.group);
  else if (found.field->call)
    lua_pushcfunction(L, found.field->call);
  else
    found.field->push(L, m);
  return 1;
}

bool hd_match_where(lua_State *L, int index, hd_where *where) {
  const match *m = hd_type_test(L, index, HD_TYPE_MATCH);
  if (!m)
    return false;
  *where = (hd_where){m->doc, m->groups[0]};
  return !hd_span_empty(where->span);
}

static int refuse(lua_State *L) {
  return luaL_error(L, "a match is read-only");
}

void hd_match_open(lua_State *L) {
  hd_type_open(L, HD_TYPE_MATCH);
  lua_pushcfunction(L, match_index);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, refuse);
  lua_setfield(L, -2, "__newindex");
  lua_pop(L, 1);
}
