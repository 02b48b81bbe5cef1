/* state: a Lua state in which a rule can do no harm.
 *
 * In: rules and a set. Out: a state whose only names are those of globals.c
 * and strings.c, none of which opens, loads, tells time or shows an address.
 *
 * Limits are counts, so that they fall at the same place on every machine:
 * the hook counts instructions, the allocator counts bytes asked for, C
 * functions charge for the text they walk; all go into `spent`. Behind the
 * limit the hook fires at each instruction, so that a pcall gets one more
 * instruction and no more. Rules have no __gc, hence none runs where hooks
 * are off. The hook slows each instruction, so those of a built-in rule are
 * counted only once what it asked of C, or its memory, is a good deal
 * (`alarm`): that falls at the same place everywhere, too. */
#include "cover.h"

enum {
  STEP = 1000,
  BYTES_PER_INSTRUCTION = 32,
  COLLECT_FROM = 8 << 20,
  UNCOUNTED = 16 /* of the limit a built-in rule spends so much uncounted */
};
static const char env_key, base_key, chunks_key;

/* ---- memory and instructions -------------------------------------- */
static void count(lua_State *L, lua_Debug *ar);

/* Stops what runs: every further instruction is an error. */
static int stop(lua_State *L) {
  hd_host *host = hd_host_of(L);
  host->stopped = true;
  host->step = 1;
  lua_sethook(L, count, LUA_MASKCOUNT, 1);
  if (host->memory_hit)
    return luaL_error(L, "stopped: more than %I MB of memory",
                      (lua_Integer)(host->cap >> 20));
  return luaL_error(L, "stopped after %I instructions",
                    (lua_Integer)host->limit);
}

static void start_counting(hd_host *host) {
  host->alarm = host->limit;
  lua_sethook(host->L, count,
              LUA_MASKCOUNT | (hd_cover_wanted(host) ? LUA_MASKLINE : 0),
              (int)host->step);
}

static bool is_counted(const hd_host *host) {
  return host->alarm == host->limit;
}

static void count(lua_State *L, lua_Debug *ar) {
  hd_host *host = hd_host_of(L);
  if (ar->event == LUA_HOOKLINE) {
    hd_cover_line(L, ar);
    return;
  }
  host->spent += host->step;
  if (host->spent > host->limit || host->memory_hit) {
    stop(L);
    return;
  }
  if (!is_counted(host))
    start_counting(host);
  if (host->used > COLLECT_FROM && !lua_gc(L, LUA_GCISRUNNING))
    lua_gc(L, LUA_GCRESTART);
}

void hd_state_alarm(lua_State *L) {
  hd_host *host = hd_host_of(L);
  if (host->spent > host->limit)
    stop(L);
  else
    start_counting(host);
}

/* Lua asks twice before it gives up, with a collection between: only the
 * second refusal of one size is the end. */
static void *refuse(hd_host *host, size_t n) {
  if (host->refused == n) {
    host->memory_hit = true;
    lua_sethook(host->L, count, LUA_MASKCOUNT, 1);
  }
  host->refused = n;
  return NULL;
}

/* A text stands behind the head of the block that is given back. */
enum { LEAST_HEAD = 16, MOST_HEAD = 32 };

static void forget_text(hd_host *host, const void *block) {
  for (uintptr_t head = LEAST_HEAD; head <= MOST_HEAD; head += 16)
    *hd_utf8_slot(host, (uintptr_t)block + head) = NULL;
}

static void *allocate(void *ud, void *p, size_t old, size_t n) {
  hd_host *host = ud;
  if (!p)
    old = 0; /* Lua passes a type here */
  if (n > old) {
    if (host->L && host->used + (n - old) > host->cap)
      return refuse(host, n);
    host->refused = 0;
    host->spent += (n - old) / BYTES_PER_INSTRUCTION;
    bool much = host->used > COLLECT_FROM && !is_counted(host);
    if (host->L && (much || host->spent > host->alarm) && !host->stopped)
      lua_sethook(host->L, count, LUA_MASKCOUNT, 1);
  }
  if (n == 0)
    forget_text(host, p);
  host->used += n - old;
  return hd_heap_resize(host->heap, p, old, n);
}

/* ---- calls -------------------------------------------------------- */
/* Message handler: makes the error a sentence and finds the line of the rule
 * that led to it. */
static int explain(lua_State *L) {
  hd_host *host = hd_host_of(L);
  const char *chunk = host->script ? host->script->chunk : NULL;
  lua_Debug ar;
  host->line = 0;
  for (int level = 0; chunk && lua_getstack(L, level, &ar); level++) {
    lua_getinfo(L, "Sl", &ar);
    if (ar.currentline > 0 && strcmp(ar.source, chunk) == 0) {
      host->line = (uint32_t)ar.currentline;
      break;
    }
  }
  if (lua_type(L, 1) != LUA_TSTRING)
    lua_pushfstring(L, "error with a %s as its value", luaL_typename(L, 1));
  return 1;
}

/* The message without the place, where host->line says it already. */
static const char *bare(const hd_host *host, const char *message) {
  if (!host->script || !host->line)
    return message;
  const char *file = host->script->chunk + 1;
  size_t n = strlen(file);
  if (strncmp(message, file, n) != 0 || message[n] != ':')
    return message;
  const char *p = message + n + 1;
  p += strspn(p, "0123456789");
  return p[0] == ':' && p[1] == ' ' ? p + 2 : message;
}

const char *hd_state_call(hd_host *host, hd_arena *arena, lua_CFunction f,
                          void *closure, uint64_t limit) {
  lua_State *L = host->L;
  host->spent = host->refused = 0;
  host->limit = limit;
  host->step = host->cost ? 1 : STEP;
  host->stopped = host->memory_hit = false;
  host->line = 0;
  host->alarm = limit / UNCOUNTED;
  if (!host->script || !host->script->info.builtin || host->cost ||
      hd_cover_wanted(host))
    start_counting(host);
  lua_pushcfunction(L, explain);
  lua_pushcfunction(L, f);
  lua_pushlightuserdata(L, closure);
  int status = lua_pcall(L, 1, 0, 1);
  lua_sethook(L, NULL, 0, 0);
  const char *message = NULL;
  if (host->memory_hit || status == LUA_ERRMEM)
    message = hd_arena_format(arena, "stopped: more than %zu MB of memory",
                              host->cap >> 20);
  else if (status != LUA_OK)
    message = lua_isstring(L, -1) ? bare(host, lua_tostring(L, -1)) : "error";
  if (message)
    message = hd_arena_copy(arena, message, strlen(message));
  host->limit = host->alarm = UINT64_MAX;
  lua_settop(L, 0);
  return message;
}

/* ---- read-only tables --------------------------------------------- */
/* t[key] of a name that is not there: function(t, key). */
static int unknown(lua_State *L) {
  const char *known[256];
  size_t n = 0;
  const char *what = lua_tostring(L, lua_upvalueindex(1));
  const char *name = luaL_tolstring(L, 2, NULL);
  for (lua_pushnil(L); n < 256 && lua_next(L, 1); lua_pop(L, 1))
    if (lua_type(L, -2) == LUA_TSTRING)
      known[n++] = lua_tostring(L, -2);
  const char *near = hd_nearest(name, known, n);
  if (near)
    return luaL_error(L, "unknown %s '%s' (did you mean '%s'?)", what, name,
                      near);
  return luaL_error(L, "unknown %s '%s'", what, name);
}

static int refuse_field(lua_State *L) {
  return luaL_error(L, "cannot assign '%s': it is read-only",
                    luaL_tolstring(L, 2, NULL));
}

static int refuse_global(lua_State *L) {
  const char *name = luaL_tolstring(L, 2, NULL);
  return luaL_error(L, "assigned global '%s': write local %s", name, name);
}

/* twin = setmetatable({}, {__index = t, __newindex = f, __metatable = false})
 * and setmetatable(t, {__index = unknown}); twin stays on the stack. */
static void make_twin(lua_State *L, const char *what, lua_CFunction f) {
  lua_newtable(L);
  lua_pushstring(L, what);
  lua_pushcclosure(L, unknown, 1);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
  lua_newtable(L);
  lua_newtable(L);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, f);
  lua_setfield(L, -2, "__newindex");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
  lua_remove(L, -2);
}

void hd_state_freeze(lua_State *L, const char *what) {
  make_twin(L, what, refuse_field);
}

/* ---- the state ---------------------------------------------------- */
void hd_state_keep(lua_State *L, lua_CFunction open, const char *const *names) {
  lua_pushcfunction(L, open);
  lua_call(L, 0, 1);
  for (; *names; names++) {
    lua_getfield(L, -1, *names);
    lua_setfield(L, -3, *names);
  }
  lua_pop(L, 1);
}

/* How far a text lies behind its block is Lua's own affair. */
static bool texts_lie_near(lua_State *L) {
  lua_pushliteral(L, "text");
  uintptr_t text = (uintptr_t)lua_tostring(L, -1);
  uintptr_t head = text - (uintptr_t)lua_topointer(L, -1);
  lua_pop(L, 1);
  return head >= LEAST_HEAD && head <= MOST_HEAD;
}

static int set_up(lua_State *L) {
  hd_host_of(L)->forgets_texts = texts_lie_near(L);
  lua_newtable(L);
  hd_globals_open(L);
  hd_strings_open(L);
  hd_regex_open(L);
  hd_decimal_open(L);
  hd_chance_open(L);
  hd_kept_open(L);
  hd_rows_open(L);
  hd_view_open(L);
  hd_match_open(L);
  hd_report_open(L);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &base_key);
  make_twin(L, "global", refuse_global);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &env_key);
  lua_newtable(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &chunks_key);
  return 0;
}

void hd_state_push_environment(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &env_key);
}

/* Of the chunk on the top. */
static void set_environment(lua_State *L) {
  hd_state_push_environment(L);
  if (!lua_setupvalue(L, -2, 1))
    lua_pop(L, 1);
}

static void load(lua_State *L, hd_str s, const char *chunk, const char *mode) {
  if (luaL_loadbufferx(L, s.p, s.n, chunk, mode) != LUA_OK)
    lua_error(L);
  set_environment(L);
}

size_t hd_state_globals(lua_State *L, const char **names, size_t max) {
  size_t n = 0;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &base_key);
  for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1))
    if (n < max)
      names[n++] = lua_tostring(L, -2);
  lua_pop(L, 1);
  return n;
}

void hd_state_load(lua_State *L, hd_str source, const char *chunk) {
  load(L, source, chunk, "t");
}

/* A chunk is loaded once a state and run anew for each set: all that it makes
 * is made by running it. */
void hd_state_load_code(lua_State *L, hd_str code, const char *chunk) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &chunks_key);
  if (lua_rawgetp(L, -1, code.p) == LUA_TNIL) {
    lua_pop(L, 1);
    load(L, code, chunk, "b");
    lua_pushvalue(L, -1);
    lua_rawsetp(L, -3, code.p);
  } else {
    set_environment(L); /* it may have been assigned */
  }
  lua_remove(L, -2);
}

bool hd_state_open(hd_host *host, const hd_rules *rules, const hd_set *set) {
  host->rules = rules;
  host->set = set;
  host->text = (hd_str){0};
  host->subject = NULL;
  host->limit = host->alarm = UINT64_MAX;
  host->cap = rules->max_memory;
  host->step = STEP;
  host->heap = hd_heap_new();
  memset(host->known_fields, 0, sizeof host->known_fields);
  memset(host->known_groups, 0, sizeof host->known_groups);
  memset(host->utf8, 0, sizeof host->utf8);
  lua_State *L = lua_newstate(allocate, host);
  if (!L)
    hd_memory_out();
  *(hd_host **)lua_getextraspace(L) = host;
  host->L = L;
  lua_gc(L, LUA_GCSTOP);
  host->scratch = hd_arena_new();
  host->match_data = pcre2_match_data_create(100, NULL);
  host->match_context = pcre2_match_context_create(NULL);
  host->short_context = pcre2_match_context_create(NULL);
  if (!host->match_data || !host->match_context || !host->short_context)
    hd_memory_out();
  pcre2_set_match_limit(host->match_context, HD_MATCH_STEPS);
  pcre2_set_heap_limit(host->match_context, 20000);
  pcre2_set_match_limit(host->short_context, HD_SHORT_STEPS);
  pcre2_set_heap_limit(host->short_context, 20000);
  lua_pushcfunction(L, set_up);
  return lua_pcall(L, 0, 0, 0) == LUA_OK;
}

void hd_state_close(hd_host *host) {
  if (!host->L)
    return;
  hd_kept_reset(host->kept);
  lua_close(host->L);
  hd_heap_free(host->heap);
  hd_arena_free(host->scratch);
  pcre2_match_data_free(host->match_data);
  pcre2_match_context_free(host->match_context);
  pcre2_match_context_free(host->short_context);
  host->L = NULL;
}

void hd_state_renew(hd_host *host) {
  const hd_set *set = host->set;
  hd_state_close(host);
  if (!hd_state_open(host, host->rules, set))
    hd_memory_out();
}

/* What the last set left. */
static int review(lua_State *L) {
  hd_kept_review(L);
  return 0;
}

void hd_state_begin(hd_host *host, const hd_set *set) {
  lua_State *L = host->L;
  host->set = set;
  host->text = (hd_str){0};
  host->named.map = NULL;
  lua_pushcfunction(L, review);
  if (lua_pcall(L, 0, 0, 0) != LUA_OK)
    hd_memory_out();
  if (host->used > COLLECT_FROM)
    lua_gc(L, LUA_GCCOLLECT);
  lua_gc(L, LUA_GCSTOP);
  if (host->used > COLLECT_FROM)
    hd_state_renew(host);
}

hd_arena *hd_state_scratch(hd_host *host) {
  if (hd_arena_bytes(host->scratch) > 1 << 20) {
    hd_arena_free(host->scratch);
    host->scratch = hd_arena_new();
  }
  return host->scratch;
}
