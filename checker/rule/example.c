/* example: the examples of a rule, from its table. */
#include "form.h"

/* The string t[name] of the example on the top, or "". */
static const char *example_text(lua_State *L, const char *name) {
  int type = lua_getfield(L, -1, name);
  if (type != LUA_TNIL && type != LUA_TSTRING)
    luaL_error(L, "examples: %s must be a string", name);
  const char *text = type == LUA_TNIL ? "" : hd_form_keep(L, -1);
  lua_pop(L, 1);
  return text;
}

static void add_companion(lua_State *L, hd_example *e, hd_example_file file) {
  if (e->n_companions == HD_EXAMPLE_COMPANIONS)
    luaL_error(L, "examples: more than %d further documents",
               (int)HD_EXAMPLE_COMPANIONS);
  e->companions[e->n_companions++] = file;
}

/* with = { previous = [[text]], reference = [[table]] } of the example on the
 * top: what it is judged with, by role. */
static void read_with(lua_State *L, hd_example *e) {
  static const struct {
    const char *key, *name;
    hd_role role;
  } roles[] = {{"annex", "annex.md", HD_ROLE_ANNEX},
               {"translation", "translation.md", HD_ROLE_TRANSLATION},
               {"previous", "previous.md", HD_ROLE_PREVIOUS},
               {"reference", "reference.csv", HD_ROLE_REFERENCE}};
  static const char *const known[] = {"annex", "translation", "previous",
                                      "reference"};
  if (lua_getfield(L, -1, "with") != LUA_TNIL) {
    if (!lua_istable(L, -1))
      luaL_error(L, "examples: with must be a table");
    CHECK_KNOWN(L, -1, "examples: with", known);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
      const char *text = example_text(L, roles[i].key);
      if (*text)
        add_companion(L, e,
                      (hd_example_file){roles[i].name, roles[i].role, text});
    }
  }
  lua_pop(L, 1);
}

/* files = { ["annex.md"] = [[text]] }: annexes with names of their own. The
 * order is that of the names: they are put in as they sort. */
static void read_files(lua_State *L, hd_example *e) {
  uint32_t first = e->n_companions;
  if (lua_getfield(L, -1, "files") != LUA_TNIL) {
    if (!lua_istable(L, -1))
      luaL_error(L, "examples: files must be a table");
    for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
      if (lua_type(L, -2) != LUA_TSTRING || lua_type(L, -1) != LUA_TSTRING)
        luaL_error(L, "examples: files must hold texts by name");
      hd_example_file file = {hd_form_keep(L, -2), HD_ROLE_ANNEX,
                              hd_form_keep(L, -1)};
      add_companion(L, e, file);
      uint32_t at = e->n_companions - 1;
      for (; at > first && strcmp(e->companions[at - 1].name, file.name) > 0;
           at--)
        e->companions[at] = e->companions[at - 1];
      e->companions[at] = file;
    }
  }
  lua_pop(L, 1);
}

static hd_example read_example(lua_State *L, bool bad, uint32_t index) {
  static const char *const known[] = {"1",        "at",    "nth",
                                      "severity", "files", "with"};
  static const char *const levels[] = {"note", "warning", "error"};
  hd_example e = {
      .bad = bad, .index = index, .at = "", .severity = "", .nth = 1};
  if (!bad && lua_type(L, -1) == LUA_TSTRING) {
    e.text = hd_form_keep(L, -1);
    return e;
  }
  if (!lua_istable(L, -1))
    luaL_error(L, "examples: %s",
               bad ? "a bad one is {[[text]], at = \"...\"}"
                   : "a good one is a string or a table");
  CHECK_KNOWN(L, -1, "examples", known);
  if (lua_geti(L, -1, 1) != LUA_TSTRING)
    luaL_error(L, "examples: the text is missing");
  e.text = hd_form_keep(L, -1);
  lua_pop(L, 1);
  read_with(L, &e);
  read_files(L, &e);
  e.at = example_text(L, "at");
  e.severity = example_text(L, "severity");
  if (bad && !*e.at)
    luaL_error(L, "examples: a bad one needs at = \"...\"");
  if (*e.severity) {
    lua_pushstring(L, e.severity);
    hd_form_choose(L, "examples: severity", levels, 3);
    lua_pop(L, 1);
  }
  if (lua_getfield(L, -1, "nth") != LUA_TNIL)
    e.nth = (uint32_t)luaL_checkinteger(L, -1);
  lua_pop(L, 1);
  return e;
}

typedef HD_VEC(hd_example) example_list;

static void read_example_list(lua_State *L, const hd_script *s,
                              example_list *list, bool bad) {
  hd_arena *arena = hd_host_of(L)->rules->arena;
  int type = lua_getfield(L, 2, bad ? "bad" : "good");
  lua_Integer n = type == LUA_TTABLE ? luaL_len(L, 3) : 0;
  if (n == 0)
    luaL_error(L, "examples needs at least one %s one", bad ? "bad" : "good");
  for (lua_Integer i = 1; i <= n; i++) {
    lua_geti(L, 3, i);
    hd_example e = read_example(L, bad, (uint32_t)i);
    e.rule = s->info.id;
    HD_PUSH(arena, list, e);
    lua_settop(L, 3);
  }
  lua_settop(L, 2);
}

void hd_form_read_examples(lua_State *L, hd_script *s) {
  static const char *const known[] = {"bad", "good"};
  hd_form_need(L, 1, "examples", LUA_TTABLE);
  CHECK_KNOWN(L, 2, "examples", known);
  example_list list = {0};
  read_example_list(L, s, &list, true);
  read_example_list(L, s, &list, false);
  s->examples = list.items;
  s->n_examples = list.n;
  lua_settop(L, 1);
}
