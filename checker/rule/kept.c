/* kept: what the chunks of rules and helpers made, kept from set to set for as
 * long as nothing in it has changed.
 *
 * Running every chunk anew for each set cost a tenth of judging. What a chunk
 * made is kept instead, but no rule may see what it did in another set. So a
 * unit (a rule, a helper) is written down when its chunk has run: all
 * functions and tables that can be reached from it, and each value in them.
 * Behind a set those that ran are held against that. A rule in which a value
 * differs is made anew, and not kept any more where it is so too often; where
 * a helper differs nothing is kept any more, for rules share helpers.
 *
 * What a chunk makes hangs on nothing but its text, so an unchanged unit is
 * what running it again would give. Userdata of ours do not change. Values are
 * told by their addresses; they are held while these are known, so that no
 * other value can have one of them. A unit is written down from the second set
 * on: one report pays nothing.
 *
 * Where all rules are built in, nothing is written down or held against it,
 * which cost a twentieth of judging: that they change nothing is tested
 * (tests/unit/kept_test.c). A rule of somebody else's may change what a helper
 * of ours made, so where there is one all are reviewed.
 *
 * What a rule found out about a document belongs into a table of memo(), which
 * is emptied before each set and is no change. */
#include "host.h"
#include <stdlib.h>

static const char shared_key, memos_key;

typedef struct {
  int type;      /* of Lua, FLOAT for a binary fraction */
  uint64_t bits; /* the address or what a number is */
} value;

enum { FLOAT = LUA_NUMTYPES, MOST_CHANGES = 6 };

typedef struct {
  int made;    /* reference: { check, params }; 0: nothing is kept */
  int objects; /* functions and tables in the order they were found */
  int held;    /* as a set: all values that have an address */
  HD_VEC(value) values;
  uint64_t cost; /* instructions of making it */
  bool used;     /* in this set */
  int changes;   /* sets in which it did */
} unit;

struct hd_kept {
  hd_arena *arena; /* of the values */
  unit *rules;     /* by index */
  size_t n_rules;
  unit *helpers;
  size_t n_helpers;
  size_t sets;         /* that have begun in this state */
  bool off;            /* a helper changes */
  bool trusts;         /* nothing is reviewed */
  const char *changed; /* see hd_kept_changed */
  int loading;         /* helpers whose chunks have begun and not ended */
};

/* ---- tables that are emptied before each set ------------------------- */
/* memo() */
static int memo(lua_State *L) {
  lua_newtable(L);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &memos_key);
  lua_pushvalue(L, -2);
  lua_pushboolean(L, 1);
  lua_rawset(L, -3);
  lua_pop(L, 1);
  return 1;
}

void hd_kept_open(lua_State *L) {
  lua_newtable(L); /* as a set, which keeps none of them alive */
  lua_createtable(L, 0, 1);
  lua_pushstring(L, "k");
  lua_setfield(L, -2, "__mode");
  lua_setmetatable(L, -2);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &memos_key);
  lua_pushcfunction(L, memo);
  lua_setfield(L, -2, "memo");
}

static void empty_memos(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &memos_key);
  for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
    lua_pushnil(L);
    lua_setmetatable(L, -3);
    for (lua_pushnil(L); lua_next(L, -3);) {
      lua_pop(L, 1);
      lua_pushvalue(L, -1);
      lua_pushnil(L);
      lua_rawset(L, -5);
    }
  }
  lua_pop(L, 1);
}

/* Is the table on the top one of them? One in which something stands, or that
 * has a metatable, when it is written down is none any more: what its chunk
 * gave it would be lost. */
static bool is_memo(lua_State *L) {
  int table = lua_gettop(L);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &memos_key);
  lua_pushvalue(L, table);
  bool is = lua_rawget(L, -2) != LUA_TNIL;
  lua_pushnil(L);
  if (is && (lua_next(L, table) || lua_getmetatable(L, table))) {
    lua_settop(L, table + 1);
    lua_pushvalue(L, table);
    lua_pushnil(L);
    lua_rawset(L, -3);
    is = false;
  }
  lua_settop(L, table);
  return is;
}

/* ---- walking through a unit --------------------------------------- */
typedef struct {
  lua_State *L;
  hd_kept *kept;
  unit *u;
  int objects, held, shared; /* stack indexes; of writing down */
  bool holds;                /* values are held against those known */
  size_t at;                 /* the next of them */
  bool same;
} walk;

/* The value at index. */
static value read_value(lua_State *L, int index) {
  value v = {.type = lua_type(L, index)};
  if (v.type == LUA_TBOOLEAN) {
    v.bits = (uint64_t)lua_toboolean(L, index);
  } else if (v.type == LUA_TNUMBER && lua_isinteger(L, index)) {
    v.bits = (uint64_t)lua_tointeger(L, index);
  } else if (v.type == LUA_TNUMBER) {
    lua_Number n = lua_tonumber(L, index);
    memcpy(&v.bits, &n, sizeof n < sizeof v.bits ? sizeof n : sizeof v.bits);
    v.type = FLOAT;
  } else {
    v.bits = (uint64_t)(uintptr_t)lua_topointer(L, index);
  }
  return v;
}

/* table[value on the top] ~= nil */
static bool is_in(lua_State *L, int table) {
  lua_pushvalue(L, -1);
  bool in = lua_rawget(L, table) != LUA_TNIL;
  lua_pop(L, 1);
  return in;
}

/* table[value on the top] = true */
static void put_in(lua_State *L, int table) {
  lua_pushvalue(L, -1);
  lua_pushboolean(L, 1);
  lua_rawset(L, table);
}

/* Writes down the value on the top, and that it is to be walked through. */
static void write_value(walk *w, value v) {
  lua_State *L = w->L;
  HD_PUSH(w->kept->arena, &w->u->values, v);
  if (v.type < LUA_TSTRING || v.type == FLOAT || is_in(L, w->held))
    return;
  put_in(L, w->held);
  if ((v.type == LUA_TTABLE || v.type == LUA_TFUNCTION) &&
      !is_in(L, w->shared) && !(v.type == LUA_TTABLE && is_memo(L))) {
    lua_pushvalue(L, -1);
    lua_rawseti(L, w->objects, (lua_Integer)lua_rawlen(L, w->objects) + 1);
  }
}

/* Takes the value at index, which stays. */
static inline void take_value(walk *w, int index) {
  value v = read_value(w->L, index);
  if (!w->holds) {
    lua_pushvalue(w->L, index);
    write_value(w, v);
    lua_pop(w->L, 1);
    return;
  }
  const value *known = &w->u->values.items[w->at];
  w->same = w->same && w->at < w->u->values.n && known->type == v.type &&
            known->bits == v.bits;
  w->at++;
}

/* All in the table or function on the top, which stays. */
static void take_object(walk *w) {
  lua_State *L = w->L;
  int object = lua_gettop(L);
  if (lua_isfunction(L, object)) {
    for (int i = 1; w->same && lua_getupvalue(L, object, i); i++) {
      take_value(w, object + 1);
      lua_settop(L, object);
    }
    return;
  }
  if (!lua_getmetatable(L, object))
    lua_pushnil(L);
  take_value(w, object + 1);
  lua_settop(L, object);
  for (lua_pushnil(L); w->same && lua_next(L, object);
       lua_settop(L, object + 1)) {
    take_value(w, object + 1);
    take_value(w, object + 2);
  }
  lua_settop(L, object);
}

/* ---- writing down ------------------------------------------------- */
/* Names what all units share, so that no walk goes through it: the
 * environment and, when they are written down, helpers. */
static void push_shared(lua_State *L) {
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &shared_key) == LUA_TTABLE)
    return;
  lua_pop(L, 1);
  lua_newtable(L);
  int shared = lua_gettop(L);
  hd_state_push_environment(L);
  put_in(L, shared);
  lua_pop(L, 1);
  lua_pushvalue(L, shared);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &shared_key);
}

/* Writes down what can be reached from the table on the top, which it takes
 * the place of; `helper`: others need not walk through it. */
static void write_unit(lua_State *L, hd_kept *kept, unit *u, bool helper) {
  int made = lua_gettop(L);
  lua_newtable(L);
  lua_newtable(L);
  push_shared(L);
  walk w = {L, kept, u, made + 1, made + 2, made + 3, false, 0, true};
  lua_pushvalue(L, made);
  lua_rawseti(L, w.objects, 1);
  for (lua_Integer i = 1; lua_rawgeti(L, w.objects, i) != LUA_TNIL; i++) {
    take_object(&w);
    if (helper)
      put_in(L, w.shared);
    lua_pop(L, 1);
  }
  lua_pop(L, 2);
  u->held = luaL_ref(L, LUA_REGISTRYINDEX);
  u->objects = luaL_ref(L, LUA_REGISTRYINDEX);
  u->made = luaL_ref(L, LUA_REGISTRYINDEX);
  u->used = true;
}

/* ---- what is kept -------------------------------------------------- */
hd_kept *hd_kept_new(const hd_rules *rules) {
  hd_kept *kept = calloc(1, sizeof *kept);
  if (!kept)
    hd_memory_out();
  kept->n_rules = rules->n;
  kept->n_helpers = rules->libraries.n;
  kept->rules = calloc(kept->n_rules + kept->n_helpers + 1, sizeof(unit));
  if (!kept->rules)
    hd_memory_out();
  kept->helpers = kept->rules + kept->n_rules;
  kept->trusts = !rules->reviews_own;
  for (size_t i = 0; i < rules->n; i++)
    kept->trusts = kept->trusts && rules->scripts[i]->folder == 0;
  kept->arena = hd_arena_new();
  return kept;
}

void hd_kept_free(hd_kept *kept) {
  if (!kept)
    return;
  free(kept->rules);
  hd_arena_free(kept->arena);
  free(kept);
}

void hd_kept_reset(hd_kept *kept) {
  if (!kept)
    return;
  for (size_t i = 0; i < kept->n_rules + kept->n_helpers; i++)
    kept->rules[i] = (unit){.changes = kept->rules[i].changes};
  hd_arena_reset(kept->arena);
  kept->sets = 0;
  kept->loading = 0;
}

/* Is what is loaded in this set to be kept? */
static bool is_keeping(const hd_kept *kept) {
  return kept && !kept->off && (kept->trusts || kept->sets > 1);
}

/* Pushes what is kept of the unit; false: nothing. */
static bool push_unit(lua_State *L, unit *u) {
  if (!u->made)
    return false;
  lua_rawgeti(L, LUA_REGISTRYINDEX, u->made);
  if (!u->used)
    hd_state_charge(L, (size_t)u->cost);
  u->used = true;
  return true;
}

/* Writes down the table on the top, which it pops, as what was made. */
static void note_unit(lua_State *L, unit *u, uint64_t cost, bool helper) {
  hd_host *host = hd_host_of(L);
  uint64_t spent = host->spent;
  if (host->kept->trusts) {
    u->made = luaL_ref(L, LUA_REGISTRYINDEX);
    u->objects = u->held = LUA_NOREF;
    u->used = true;
  } else {
    write_unit(L, host->kept, u, helper);
  }
  u->cost = cost;
  host->spent = spent;
}

bool hd_kept_push_rule(lua_State *L) {
  const hd_host *host = hd_host_of(L);
  if (!host->kept || !push_unit(L, &host->kept->rules[host->script->index]))
    return false;
  lua_rawgeti(L, -1, 1);
  lua_rawgeti(L, -2, 2);
  lua_remove(L, -3);
  return true;
}

void hd_kept_note_rule(lua_State *L, uint64_t cost) {
  const hd_host *host = hd_host_of(L);
  if (!is_keeping(host->kept))
    return;
  unit *u = &host->kept->rules[host->script->index];
  if (u->changes > MOST_CHANGES)
    return;
  lua_createtable(L, 2, 0);
  lua_pushvalue(L, -3);
  lua_rawseti(L, -2, 1);
  lua_pushvalue(L, -2);
  lua_rawseti(L, -2, 2);
  note_unit(L, u, cost, false);
}

void hd_kept_begin_helper(lua_State *L) {
  hd_kept *kept = hd_host_of(L)->kept;
  if (kept)
    kept->loading++;
}

void hd_kept_note_helper(lua_State *L, size_t helper, uint64_t cost) {
  hd_kept *kept = hd_host_of(L)->kept;
  if (!kept)
    return;
  kept->loading--;
  if (!is_keeping(kept))
    return;
  lua_createtable(L, 1, 0);
  lua_pushvalue(L, -2);
  lua_rawseti(L, -2, 1);
  note_unit(L, &kept->helpers[helper], cost, true);
}

void hd_kept_use_helper(lua_State *L, size_t helper) {
  hd_kept *kept = hd_host_of(L)->kept;
  if (kept && push_unit(L, &kept->helpers[helper]))
    lua_pop(L, 1);
}

/* ---- behind a set -------------------------------------------------- */
static bool is_unchanged(lua_State *L, hd_kept *kept, unit *u) {
  walk w = {.L = L, .kept = kept, .u = u, .holds = true, .same = true};
  lua_rawgeti(L, LUA_REGISTRYINDEX, u->objects);
  int objects = lua_gettop(L);
  for (lua_Integer i = 1; w.same && lua_rawgeti(L, objects, i) != LUA_TNIL;
       i++) {
    take_object(&w);
    lua_pop(L, 1);
  }
  lua_settop(L, objects - 1);
  return w.same && w.at == u->values.n;
}

static void drop(lua_State *L, unit *u) {
  luaL_unref(L, LUA_REGISTRYINDEX, u->made);
  luaL_unref(L, LUA_REGISTRYINDEX, u->objects);
  luaL_unref(L, LUA_REGISTRYINDEX, u->held);
  *u = (unit){.changes = u->changes};
}

static void drop_all(lua_State *L, hd_kept *kept) {
  for (size_t i = 0; i < kept->n_rules + kept->n_helpers; i++)
    if (kept->rules[i].made)
      drop(L, &kept->rules[i]);
  hd_arena_reset(kept->arena);
  lua_pushnil(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &shared_key);
  hd_globals_forget(L);
}

/* Drops the rules that have changed; of the others only what is known now. */
static void review_rules(lua_State *L, hd_kept *kept) {
  for (size_t i = 0; i < kept->n_rules; i++) {
    unit *u = &kept->rules[i];
    if (u->used && !is_unchanged(L, kept, u)) {
      kept->changed = hd_host_of(L)->rules->scripts[i]->info.id;
      u->changes++;
      drop(L, u);
    }
    u->used = false;
  }
}

static bool helpers_are_unchanged(lua_State *L, hd_kept *kept) {
  bool same = true;
  for (size_t i = 0; i < kept->n_helpers; i++) {
    unit *u = &kept->helpers[i];
    if (same && u->made && !is_unchanged(L, kept, u)) {
      kept->changed = hd_host_of(L)->rules->libraries.items[i].name;
      same = false;
    }
    u->used = false;
  }
  return same;
}

const char *hd_kept_changed(const hd_kept *kept) { return kept->changed; }

void hd_kept_review(lua_State *L) {
  hd_kept *kept = hd_host_of(L)->kept;
  empty_memos(L);
  if (!kept || !is_keeping(kept)) {
    hd_globals_forget(L);
  } else if (kept->trusts && !kept->loading) {
    for (size_t i = 0; i < kept->n_rules + kept->n_helpers; i++)
      kept->rules[i].used = false;
  } else if (kept->trusts) {
    drop_all(L, kept);
  } else if (!helpers_are_unchanged(L, kept)) {
    kept->off = true;
    drop_all(L, kept);
  } else if (kept->loading) {
    drop_all(L, kept);
  } else {
    review_rules(L, kept);
  }
  if (kept) {
    kept->loading = 0;
    kept->sets++;
  }
}
