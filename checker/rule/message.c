/* message: a template of a rule and the values of a report in, one sentence
 * out.
 *
 * {name} is a value of the report: values.name, else its stated, expected or
 * at, else related1, related2 ... {{ is a brace. A placeholder without a
 * value is an error: a message with a hole is worse than none. */
#include "host.h"
#include <stdlib.h>

enum { DEEPEST = 8 }; /* lists in lists */
static void describe(lua_State *L, int index, int depth);

/* Pushes the members of the table or list at index, joined. A list may hold
 * itself. */
static void describe_list(lua_State *L, int index, int depth) {
  const char *mark = hd_host_of(L)->lang == HD_LANG_ZH ? "、" : ", ";
  if (depth == DEEPEST)
    luaL_error(L, "a message cannot show lists nested more than %d deep",
               DEEPEST);
  luaL_checkstack(L, 8, "a list in a list");
  lua_pushliteral(L, "");
  lua_Integer n = luaL_len(L, index);
  for (lua_Integer i = 1; i <= n; i++) {
    hd_state_charge(L, 4);
    lua_pushstring(L, i > 1 ? mark : "");
    lua_geti(L, index, i);
    describe(L, lua_gettop(L), depth + 1);
    lua_remove(L, -2);
    lua_concat(L, 3);
  }
}

/* Replaces a value {zh = ..., en = ...} by the one in the language of the
 * messages; false: it is none. */
static bool choose_language(lua_State *L, int index) {
  const char *lang = hd_host_of(L)->lang == HD_LANG_ZH ? "zh" : "en";
  if (lua_type(L, index) != LUA_TTABLE)
    return false;
  if (lua_getfield(L, index, lang) == LUA_TSTRING)
    return true;
  lua_pop(L, 1);
  return false;
}

static void describe(lua_State *L, int index, int depth) {
  hd_arena *scratch = hd_state_scratch(hd_host_of(L));
  hd_number number;
  hd_interval interval;
  hd_where at;
  int type = lua_type(L, index);
  if (type == LUA_TSTRING) {
    lua_pushvalue(L, index);
  } else if (type == LUA_TNUMBER && !lua_isinteger(L, index)) {
    luaL_error(L, "a message needs exact figures: %s is a binary fraction",
               lua_tostring(L, index));
  } else if (hd_decimal_to(L, index, &number)) {
    const char *s = hd_number_text(scratch, number);
    lua_pushstring(L, *s ? s : "?");
  } else if (hd_interval_to(L, index, &interval)) {
    lua_pushstring(L, hd_interval_text(scratch, interval));
  } else if (hd_view_where(L, index, &at)) {
    const hd_document *doc = hd_host_of(L)->set->documents[at.document];
    hd_view_push_str(L, hd_document_text(doc, at.span));
  } else if (choose_language(L, index)) {
    return;
  } else if (type == LUA_TTABLE || hd_type_test(L, index, HD_TYPE_LIST)) {
    describe_list(L, index, depth);
  } else {
    luaL_error(L, "a message cannot show a %s", luaL_typename(L, index));
  }
}

void hd_view_describe(lua_State *L, int index) { describe(L, index, 0); }

/* Pushes related[i] of the report for "related2" and the like; `related` is
 * the first. false: there is none. */
static bool push_related(lua_State *L, const char *name, int fields) {
  if (strncmp(name, "related", 7) != 0 || strspn(name + 7, "0123456789") > 4)
    return false;
  lua_Integer i = name[7] ? atoi(name + 7) : 1;
  int type = lua_getfield(L, fields, "related");
  if (type == LUA_TNIL)
    return false;
  if (type != LUA_TTABLE && !hd_type_test(L, -1, HD_TYPE_LIST))
    return i == 1;
  return lua_geti(L, -1, i) != LUA_TNIL;
}

/* Pushes the text for {name}; the stack grows by one. */
static void push_value(lua_State *L, const char *name, int values, int fields) {
  static const char *const own[] = {"stated", "expected", "at"};
  int top = lua_gettop(L);
  bool found = values && lua_getfield(L, values, name) != LUA_TNIL;
  for (int i = 0; fields && !found && i < 3; i++)
    if (strcmp(name, own[i]) == 0)
      found = lua_getfield(L, fields, name) != LUA_TNIL;
  if (!found && fields && strcmp(name, "stated") == 0)
    found = lua_getfield(L, fields, "at") != LUA_TNIL;
  if (!found && fields)
    found = push_related(L, name, fields);
  if (!found)
    luaL_error(L, "the message has {%s}, the report no value for it", name);
  hd_view_describe(L, lua_gettop(L));
  lua_replace(L, top + 1);
  lua_settop(L, top + 1);
}

static const hd_template *find_template(lua_State *L, const char *key) {
  const hd_script *script = hd_host_of(L)->script;
  const char *known[64];
  size_t n = 0;
  for (size_t i = 0; i < script->messages.n; i++) {
    if (strcmp(script->messages.items[i].key, key) == 0)
      return &script->messages.items[i];
    if (n < 64)
      known[n++] = script->messages.items[i].key;
  }
  const char *near = hd_nearest(key, known, n);
  luaL_error(L,
             near ? "messages has no '%s' (did you mean '%s'?)"
                  : "messages has no '%s'",
             key, near);
  return NULL;
}

void hd_message_push(lua_State *L, const char *key, int values, int fields) {
  const hd_template *t = find_template(L, key);
  const char *p = t->text[hd_host_of(L)->lang];
  luaL_checkstack(L, 12, "message");
  lua_pushliteral(L, "");
  while (*p) {
    size_t n = strcspn(p, "{}");
    lua_pushlstring(L, p, n);
    p += n;
    const char *end = *p == '{' && p[1] != '{' ? strchr(p, '}') : NULL;
    if (end) {
      lua_pushlstring(L, p + 1, (size_t)(end - p - 1));
      push_value(L, lua_tostring(L, -1), values, fields);
      lua_remove(L, -2);
      p = end + 1;
    } else if (*p) {
      lua_pushlstring(L, p, 1);
      p += p[1] == p[0] ? 2 : 1;
    } else {
      lua_pushliteral(L, "");
    }
    lua_concat(L, 3);
  }
}
