/* report: what a rule says, into the verdicts.
 *
 *   report{at = place, message = "key", stated =, expected =, related =,
 *          severity =, readings =, values = {name = value}}
 *   report.agrees{at =, related =, how =}     report.undecided{...}
 *
 * A report is a finding and a check that differs. Everything is checked here:
 * a place must not be empty, a severity may only be lowered, a wrong field is
 * an error. Texts are copied into the arena of the verdicts; how much of it a
 * rule may fill is limited, as Lua's own memory is. */
#include "trace.h"

static const char report_key, agrees_key, undecided_key;
enum { MOST_REPORTED = 64 << 20 };

/* ---- reading the fields ------------------------------------------- */
/* Refuses a field of the table at 1 that is not among `known`. */
static void check_fields(lua_State *L, const char *const *known, size_t n) {
  luaL_checktype(L, 1, LUA_TTABLE);
  for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
    const char *name =
        lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : NULL;
    bool good = false;
    for (size_t i = 0; name && !good && i < n; i++)
      good = strcmp(name, known[i]) == 0;
    if (good)
      continue;
    const char *near = name ? hd_nearest(name, known, n) : NULL;
    luaL_error(L,
               near ? "report has no field '%s' (did you mean '%s'?)"
                    : "report has no field '%s'",
               name ? name : luaL_tolstring(L, -2, NULL), near);
  }
}

static hd_where read_at(lua_State *L) {
  hd_where at = {0};
  lua_getfield(L, 1, "at");
  if (!hd_view_where(L, -1, &at))
    luaL_error(L,
               "report: at must be a place, claim, sentence, block, gap, "
               "cell or enumerator that is not empty, got %s",
               luaL_typename(L, -1));
  lua_pop(L, 1);
  return at;
}

static hd_where read_related_one(lua_State *L) {
  hd_where where = {0};
  if (!hd_view_where(L, -1, &where))
    luaL_error(L, "report: related must hold places, got %s",
               luaL_typename(L, -1));
  return where;
}

/* One place, or a table or list of them. */
static hd_where *read_related(lua_State *L, uint32_t *n) {
  hd_arena *arena = hd_host_of(L)->arena;
  HD_VEC(hd_where) all = {0};
  lua_getfield(L, 1, "related");
  if (lua_istable(L, -1) || hd_type_test(L, -1, HD_TYPE_LIST)) {
    lua_Integer length = luaL_len(L, -1);
    hd_state_charge(L, (size_t)length * 4);
    for (lua_Integer i = 1; i <= length; i++, lua_pop(L, 1)) {
      lua_geti(L, -1, i);
      HD_PUSH(arena, &all, read_related_one(L));
    }
  } else if (!lua_isnil(L, -1)) {
    HD_PUSH(arena, &all, read_related_one(L));
  }
  lua_pop(L, 1);
  *n = (uint32_t)all.n;
  return all.items;
}

static hd_severity_level read_severity(lua_State *L) {
  static const char *const names[] = {"note", "warning", "error"};
  const hd_script *script = hd_host_of(L)->script;
  hd_severity_level severity = script->info.severity;
  if (lua_getfield(L, 1, "severity") != LUA_TNIL) {
    const char *name = lua_tostring(L, -1);
    int i = 3;
    while (i-- > 0)
      if (name && strcmp(name, names[i]) == 0)
        break;
    if (i < 0)
      luaL_error(L, "report: severity is note, warning or error");
    if (i > (int)severity)
      luaL_error(L, "report: severity \"%s\" is above the rule's \"%s\"", name,
                 names[severity]);
    severity = (hd_severity_level)i;
  }
  lua_pop(L, 1);
  if (severity == script->info.severity || severity > script->highest)
    return script->highest; /* what is less sure than the rule stays so */
  return severity;
}

/* A copy of the string on the top, which is popped. */
static const char *keep(lua_State *L) {
  size_t n;
  const char *s = lua_tolstring(L, -1, &n);
  const char *copy = hd_arena_copy(hd_host_of(L)->arena, s, n);
  lua_pop(L, 1);
  return copy;
}

/* The text of field `name`, of `other` where it is left out, or "". */
static const char *read_text(lua_State *L, const char *name,
                             const char *other) {
  if (lua_getfield(L, 1, name) == LUA_TNIL && other) {
    lua_pop(L, 1);
    lua_getfield(L, 1, other);
  }
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    return "";
  }
  hd_view_describe(L, lua_gettop(L));
  lua_remove(L, -2);
  return keep(L);
}

/* Index of the table `values` of the table at `of`, pushed; 0: none. */
static int push_values(lua_State *L, int of) {
  int type = lua_getfield(L, of, "values");
  if (type == LUA_TNIL)
    return 0;
  if (type != LUA_TTABLE)
    luaL_error(L, "report: values must be a table");
  return lua_gettop(L);
}

static const char *read_message(lua_State *L) {
  const char *key = "base";
  if (lua_getfield(L, 1, "message") != LUA_TNIL)
    key = luaL_checkstring(L, -1);
  int values = push_values(L, 1);
  hd_message_push(L, key, values, 1);
  const char *message = keep(L);
  lua_pop(L, 2);
  return message;
}

/* how: a string, or {key =, values =} of a message. */
static const char *read_how(lua_State *L) {
  int type = lua_getfield(L, 1, "how");
  if (type == LUA_TNIL) {
    lua_pop(L, 1);
    return "";
  }
  if (type != LUA_TTABLE)
    return luaL_checkstring(L, -1), keep(L);
  int how = lua_gettop(L);
  lua_getfield(L, how, "key");
  const char *key = lua_tostring(L, -1);
  if (!key)
    luaL_error(L, "report: how is a string or {key = ..., values = ...}");
  int values = push_values(L, how);
  hd_message_push(L, key, values, 1);
  const char *text = keep(L);
  lua_settop(L, how - 1);
  return text;
}

/* ---- the functions ------------------------------------------------ */
/* What a rule added to the arena is counted when it reports again; it may not
 * fill it. */
static void begin(lua_State *L) {
  hd_host *host = hd_host_of(L);
  if (!host->verdicts)
    luaL_error(L, "report: only inside check");
  if (hd_arena_bytes(host->arena) - host->arena_before > MOST_REPORTED)
    luaL_error(L, "report: more than %d MB of findings and checks",
               MOST_REPORTED >> 20);
  lua_settop(L, 1);
  hd_state_charge(L, 100);
}

static void add_check(lua_State *L, int result, hd_where at, const char *how) {
  hd_host *host = hd_host_of(L);
  hd_raw_check check = {
      .rule = host->script->info.id, .result = result, .at = at, .how = how};
  check.related = read_related(L, &check.n_related);
  HD_PUSH(host->arena, &host->verdicts->checks, check);
}

/* report{...} */
static int report(lua_State *L) {
  static const char *const known[] = {"at",       "message", "stated",
                                      "expected", "related", "severity",
                                      "readings", "values"};
  hd_host *host = hd_host_of(L);
  lua_remove(L, 1); /* called as a value: self */
  begin(L);
  check_fields(L, known, sizeof known / sizeof *known);
  hd_raw_finding f = {.rule = host->script->info.id};
  f.at = read_at(L);
  f.severity = read_severity(L);
  f.stated = read_text(L, "stated", "at");
  f.expected = read_text(L, "expected", NULL);
  f.readings = read_text(L, "readings", NULL);
  f.message = read_message(L);
  f.related = read_related(L, &f.n_related);
  hd_material_lower(host, &f);
  if (host->trace)
    f.steps = hd_trace_steps(host, &f, &f.n_steps);
  HD_PUSH(host->arena, &host->verdicts->findings, f);
  add_check(L, 0, f.at, f.message);
  return 0;
}

static int record(lua_State *L, int result) {
  static const char *const known[] = {"at", "related", "how"};
  begin(L);
  check_fields(L, known, sizeof known / sizeof *known);
  hd_where at = read_at(L);
  add_check(L, result, at, read_how(L));
  return 0;
}
static int agrees(lua_State *L) { return record(L, 1); }
static int undecided(lua_State *L) { return record(L, -1); }

/* report.agrees, report.undecided */
static int report_index(lua_State *L) {
  const char *name = luaL_checkstring(L, 2);
  if (strcmp(name, "agrees") == 0)
    lua_rawgetp(L, LUA_REGISTRYINDEX, &agrees_key);
  else if (strcmp(name, "undecided") == 0)
    lua_rawgetp(L, LUA_REGISTRYINDEX, &undecided_key);
  else
    return luaL_error(L, "report has agrees and undecided, no '%s'", name);
  return 1;
}

void hd_report_push(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &report_key);
}

void hd_report_open(lua_State *L) {
  static const luaL_Reg meta[] = {
      {"__call", report}, {"__index", report_index}, {NULL, NULL}};
  lua_newuserdatauv(L, 1, 0);
  lua_newtable(L);
  luaL_setfuncs(L, meta, 0);
  lua_setmetatable(L, -2);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &report_key);
  lua_pushcfunction(L, agrees);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &agrees_key);
  lua_pushcfunction(L, undecided);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &undecided_key);
}
