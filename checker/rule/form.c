/* form: the table a rule file returns in, a hd_script out.
 *
 * Every field is checked by name and type; a field that is not known, or a
 * value of the wrong type, is an error that names it. Strings are copied into
 * the arena of the rules, so that the state can go. */
#include "form.h"
#include "pack.h"
#include <stdlib.h>

/* Copies the string at index into the arena of the rules. */
const char *hd_form_keep(lua_State *L, int index) {
  size_t n;
  const char *s = lua_tolstring(L, index, &n);
  return hd_arena_copy(hd_host_of(L)->rules->arena, s, n);
}

static int fail_unknown(lua_State *L, const char *where, const char *name,
                        const char *const *known, size_t n) {
  const char *near = hd_nearest(name, known, n);
  if (near)
    return luaL_error(L, "%s: unknown '%s' (did you mean '%s'?)", where, name,
                      near);
  return luaL_error(L, "%s: unknown '%s'", where, name);
}

/* Refuses fields of the table at index that are not in known. */
void hd_form_check_known(lua_State *L, int index, const char *where,
                         const char *const *known, size_t n) {
  index = lua_absindex(L, index);
  for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
    bool good = false;
    lua_pushvalue(L, -2);
    const char *name = lua_tostring(L, -1);
    for (size_t i = 0; name && !good && i < n; i++)
      good = strcmp(name, known[i]) == 0;
    if (!good)
      fail_unknown(L, where, name ? name : luaL_typename(L, -1), known, n);
    lua_pop(L, 1);
  }
}
/* Pushes t[name], which must be of the type. */
void hd_form_need(lua_State *L, int index, const char *name, int type) {
  int got = lua_getfield(L, index, name);
  if (got == LUA_TNIL)
    luaL_error(L, "%s is missing", name);
  if (got != type)
    luaL_error(L, "%s must be a %s, not a %s", name, lua_typename(L, type),
               lua_typename(L, got));
}

/* Index of the string on the top among names; raises. */
int hd_form_choose(lua_State *L, const char *where, const char *const *names,
                   size_t n) {
  if (lua_type(L, -1) != LUA_TSTRING)
    luaL_error(L, "%s must hold strings, not a %s", where,
               luaL_typename(L, -1));
  const char *name = lua_tostring(L, -1);
  for (size_t i = 0; i < n; i++)
    if (strcmp(name, names[i]) == 0)
      return (int)i;
  return fail_unknown(L, where, name, names, n);
}

/* Bits of the names in the string or list of strings on the top. */
static uint32_t choose_all(lua_State *L, const char *where,
                           const char *const *names, size_t n) {
  uint32_t bits = 0;
  if (lua_type(L, -1) == LUA_TSTRING)
    return 1u << hd_form_choose(L, where, names, n);
  if (!lua_istable(L, -1))
    luaL_error(L, "%s must be a string or a list, not a %s", where,
               luaL_typename(L, -1));
  lua_Integer length = luaL_len(L, -1);
  for (lua_Integer i = 1; i <= length; i++, lua_pop(L, 1)) {
    lua_geti(L, -1, i);
    bits |= 1u << hd_form_choose(L, where, names, n);
  }
  if (!bits)
    luaL_error(L, "%s is an empty list", where);
  return bits;
}

/* ---- texts in two languages --------------------------------------- */
/* The value on the top: {zh =, en =}, or in packs a string. */
static void read_text(lua_State *L, const hd_script *s, const char *where,
                      const char *text[2]) {
  static const char *const known[] = {"zh", "en"};
  if (lua_type(L, -1) == LUA_TSTRING && s->folder) {
    text[0] = text[1] = hd_form_keep(L, -1);
    return;
  }
  if (!lua_istable(L, -1))
    luaL_error(L, "%s must be {zh = \"...\", en = \"...\"}%s, not a %s", where,
               s->folder ? " or a string" : "", luaL_typename(L, -1));
  CHECK_KNOWN(L, -1, where, known);
  for (int i = 0; i < 2; i++) {
    int type = lua_getfield(L, -1, known[i]);
    if (type != LUA_TNIL && type != LUA_TSTRING)
      luaL_error(L, "%s.%s must be a string", where, known[i]);
    text[i] = type == LUA_TNIL ? NULL : hd_form_keep(L, -1);
    lua_pop(L, 1);
  }
  if (!text[0] && !text[1])
    luaL_error(L, "%s is empty", where);
  if (!s->folder && (!text[0] || !text[1]))
    luaL_error(L, "%s needs zh and en", where);
  text[0] = text[0] ? text[0] : text[1];
  text[1] = text[1] ? text[1] : text[0];
}

static void read_texts(lua_State *L, hd_script *s) {
  const char *text[2];
  lua_getfield(L, 1, "summary");
  read_text(L, s, "summary", text);
  s->info.summary_zh = text[HD_LANG_ZH];
  s->info.summary_en = text[HD_LANG_EN];
  lua_getfield(L, 1, "explain");
  read_text(L, s, "explain", text);
  s->info.explain_zh = text[HD_LANG_ZH];
  s->info.explain_en = text[HD_LANG_EN];
  lua_settop(L, 1);
}

static int by_key(const void *a, const void *b) {
  return strcmp(((const hd_template *)a)->key, ((const hd_template *)b)->key);
}

/* Sorted, for a table of Lua has another order in each state. */
static void read_messages(lua_State *L, hd_script *s) {
  hd_arena *arena = hd_host_of(L)->rules->arena;
  hd_form_need(L, 1, "messages", LUA_TTABLE);
  for (lua_pushnil(L); lua_next(L, 2); lua_pop(L, 1)) {
    hd_template t = {0};
    if (lua_type(L, -2) != LUA_TSTRING)
      luaL_error(L, "messages: its keys must be names");
    t.key = hd_form_keep(L, -2);
    read_text(L, s, hd_arena_format(arena, "messages.%s", t.key), t.text);
    HD_PUSH(arena, &s->messages, t);
  }
  if (s->messages.n == 0)
    luaL_error(L, "messages has no message");
  qsort(s->messages.items, s->messages.n, sizeof *s->messages.items, by_key);
  lua_settop(L, 1);
}

/* ---- on ----------------------------------------------------------- */
typedef const char *namer(int kind);
static const char *link_name(int k) { return hd_link_name((hd_link_kind)k); }
static const char *kind_name(int k) { return hd_kind_name((hd_kind)k); }
static const char *block_name(int k) {
  return hd_block_kind_name((hd_block_kind)k);
}
static const char *gap_name(int k) { return hd_gap_name((hd_gap_kind)k); }

/* Bits of on[key]; "any" (where allowed) is bit n. 0: left out. */
static uint32_t read_kinds(lua_State *L, const char *key, namer *name, int n,
                           bool any) {
  const char *names[40];
  uint32_t bits = 0;
  for (int i = 0; i < n; i++)
    names[i] = name(i);
  names[n] = "any";
  const char *where =
      hd_arena_format(hd_host_of(L)->rules->arena, "on.%s", key);
  if (lua_getfield(L, 2, key) != LUA_TNIL)
    bits = choose_all(L, where, names, (size_t)n + any);
  lua_settop(L, 2);
  return bits;
}

/* All bits of n kinds where bit n, "any", is set. */
static uint32_t spread(uint32_t bits, int n) {
  return bits >> n & 1 ? (1u << n) - 1 : bits;
}

static void add_pattern(lua_State *L, hd_script *s) {
  hd_host *host = hd_host_of(L);
  const char *error = NULL;
  hd_str pattern;
  if (lua_type(L, -1) != LUA_TSTRING)
    luaL_error(L, "on.pattern must be a string or a list of strings");
  pattern.p = lua_tolstring(L, -1, &pattern.n);
  hd_pattern *shared = hd_regex_intern(
      host->loading, pattern, PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C, &error);
  if (error)
    luaL_error(L, "on.pattern: %s", error);
  hd_needed_note(host->loading->needed, shared);
  s->patterns[s->n_patterns++] = shared;
}

static void read_patterns(lua_State *L, hd_script *s) {
  hd_arena *arena = hd_host_of(L)->rules->arena;
  int type = lua_getfield(L, 2, "pattern");
  if (type == LUA_TNIL) {
    lua_settop(L, 2);
    return;
  }
  lua_Integer n = type == LUA_TTABLE ? luaL_len(L, 3) : 1;
  s->patterns = hd_arena_alloc(arena, ((size_t)n + 1) * sizeof *s->patterns);
  if (type != LUA_TTABLE)
    add_pattern(L, s);
  for (lua_Integer i = 1; type == LUA_TTABLE && i <= n; i++) {
    lua_geti(L, 3, i);
    add_pattern(L, s);
    lua_pop(L, 1); /* there may be more of them than places on the stack */
  }
  lua_settop(L, 2);
}

/* on.KEY, which may only be a boolean. */
static bool read_flag(lua_State *L, const char *key) {
  int type = lua_getfield(L, 2, key);
  if (type != LUA_TNIL && type != LUA_TBOOLEAN)
    luaL_error(L, "on.%s must be true", key);
  bool flag = lua_toboolean(L, -1);
  lua_settop(L, 2);
  return flag;
}

static void read_on(lua_State *L, hd_script *s) {
  static const char *const known[] = {"link",     "claim",   "block", "gap",
                                      "sentence", "pattern", "above", "unit",
                                      "where",    "begins",  "set"};
  int type = lua_getfield(L, 1, "on");
  s->on.set = type == LUA_TNIL;
  if (type != LUA_TNIL && type != LUA_TTABLE)
    luaL_error(L, "on must be a table, not a %s", luaL_typename(L, 2));
  if (type == LUA_TTABLE) {
    CHECK_KNOWN(L, 2, "on", known);
    s->on.links = read_kinds(L, "link", link_name, HD_LINK_KINDS, false);
    s->on.claims = read_kinds(L, "claim", kind_name, HD_KINDS, true);
    s->on.blocks =
        spread(read_kinds(L, "block", block_name, HD_BLOCK_SKIPPED + 1, true),
               HD_BLOCK_SKIPPED + 1);
    s->on.gaps = spread(read_kinds(L, "gap", gap_name, HD_GAP_KINDS, true),
                        HD_GAP_KINDS);
    s->on.claim_any = s->on.claims >> HD_KINDS & 1;
    s->on.claims &= (1u << HD_KINDS) - 1;
    s->on.sentence = read_flag(L, "sentence");
    s->on.set = read_flag(L, "set");
    read_patterns(L, s);
    hd_wants none = {0};
    if (memcmp(&s->on, &none, sizeof none) == 0 && !s->n_patterns)
      luaL_error(L, "on names nothing");
    hd_narrow_read(L, 2, s);
  }
  lua_settop(L, 1);
}

/* ---- the rest ----------------------------------------------------- */
/* In a pack with a manifest the id is PACK/stem, or that of a built-in rule
 * which the pack overrides. */
static void check_pack_id(lua_State *L, const hd_script *s, const char *id) {
  const hd_pack *pack = s->pack;
  if (!pack || hd_pack_overrides(pack, id))
    return;
  size_t n = strlen(pack->name);
  if (strncmp(id, pack->name, n) != 0 || id[n] != '/')
    luaL_error(L, "id must be \"%s/%s\" in the pack %s, not \"%s\"", pack->name,
               s->stem, pack->name, id);
}

/* id is the stem, in a pack also PACK/stem. */
static void read_id(lua_State *L, hd_script *s) {
  hd_form_need(L, 1, "id", LUA_TSTRING);
  const char *id = lua_tostring(L, -1), *slash = strrchr(id, '/');
  const char *stem = slash ? slash + 1 : id;
  if (strcmp(stem, s->stem) != 0 || (slash && !s->folder))
    luaL_error(L, "id must be \"%s\", the file's name, not \"%s\"", s->stem,
               id);
  if (id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-/")] ||
      (slash && (slash == id || memchr(id, '/', (size_t)(slash - id)))))
    luaL_error(L, "id may hold a-z, 0-9 and -, not \"%s\"", id);
  check_pack_id(L, s, id);
  s->info.id = hd_form_keep(L, -1);
  lua_settop(L, 1);
}

/* since = "1.0": two numbers. */
static const char *read_since(lua_State *L) {
  const char *since = HD_FIRST_RULESET;
  int type = lua_getfield(L, 1, "since");
  if (type != LUA_TNIL) {
    const char *text = type == LUA_TSTRING ? lua_tostring(L, -1) : "";
    const char *rest = text + strspn(text, "0123456789");
    if (rest == text || *rest != '.' || !rest[1] ||
        rest[1 + strspn(rest + 1, "0123456789")])
      luaL_error(L, "since must be a rule set such as \"1.0\"");
    since = hd_form_keep(L, -1);
  }
  lua_pop(L, 1);
  return since;
}

static void read_head(lua_State *L, hd_script *s) {
  static const char *const levels[] = {"note", "warning", "error"};
  static const char *const states[] = {"stable", "preview"};
  static const char *const languages[] = {"zh", "en"};
  hd_form_need(L, 1, "api", LUA_TNUMBER);
  if (!lua_isinteger(L, -1) || lua_tointeger(L, -1) != 1)
    luaL_error(L, "api must be 1");
  read_id(L, s);
  hd_form_need(L, 1, "severity", LUA_TSTRING);
  s->info.severity =
      (hd_severity_level)hd_form_choose(L, "severity", levels, 3);
  if (lua_getfield(L, 1, "state") != LUA_TNIL)
    s->info.preview = hd_form_choose(L, "state", states, 2) == 1;
  s->info.since = read_since(L);
  s->languages = 3;
  if (lua_getfield(L, 1, "languages") != LUA_TNIL)
    s->languages = choose_all(L, "languages", languages, 2);
  lua_settop(L, 1);
}

static void read_check(lua_State *L, hd_script *s) {
  int type = lua_getfield(L, 1, "check");
  if (type != LUA_TNIL && type != LUA_TFUNCTION)
    luaL_error(L, "check must be a function, not a %s", lua_typename(L, type));
  s->has_check = type == LUA_TFUNCTION;
  bool only_patterns = s->n_patterns && !s->on.links && !s->on.claims &&
                       !s->on.claim_any && !s->on.blocks && !s->on.gaps &&
                       !s->on.sentence;
  if (!s->has_check && !only_patterns)
    luaL_error(L, "check is missing (only a rule with on.pattern can do "
                  "without)");
  if (lua_getfield(L, 1, "params") != LUA_TNIL && !lua_istable(L, -1))
    luaL_error(L, "params must be a table, not a %s", luaL_typename(L, -1));
  lua_settop(L, 1);
}

void hd_form_read(lua_State *L, hd_script *s) {
  static const char *const known[] = {
      "api",     "id",      "severity", "state",  "languages", "on",   "since",
      "summary", "explain", "messages", "params", "examples",  "check"};
  lua_settop(L, 1);
  if (!lua_istable(L, 1))
    luaL_error(L, "a rule file must return a table, not a %s",
               luaL_typename(L, 1));
  CHECK_KNOWN(L, 1, "rule", known);
  read_head(L, s);
  read_texts(L, s);
  read_messages(L, s);
  read_on(L, s);
  read_check(L, s);
  hd_form_read_examples(L, s);
}
