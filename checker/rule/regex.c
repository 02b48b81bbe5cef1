/* regex: PCRE2 for rules: compiling, sharing and one match.
 *
 * re.new(pattern [, "i"]) is over UTF-8; patterns of Lua's own are over bytes
 * (pattern.c). Every match has a step limit and charges for the text it may
 * walk. Patterns that a rule makes while it is
 * loaded are compiled once, when they are first used or by the build, and
 * shared by all states; others belong to the state. Machine code is made of
 * those that look through much text. Matching writes into the one match data of
 * the state. */
#include "regex.h"
#include "factor.h"
#include <stdatomic.h>

/* What a pattern may cost the interpreter before it is made machine code, in
 * bytes that it looks through (some 50 ns each): what making that of it costs.
 */
enum {
  MAKING = 200,     /* of any pattern, and */
  MAKING_BYTE = 4,  /* for each of its bytes */
  TRIED = 5,        /* an attempt, wherever it ends, and */
  TRIED_LONG = 200, /* one more for each so many bytes of the pattern */
  BRANCHED = 60     /* bytes of a pattern that is worth to be factored */
};

static const char cache_key;

/* What branches begin with is written once (factor.h); NULL: not to be done. */
static pcre2_code *compile_factored(hd_str pattern, uint32_t options) {
  int code;
  PCRE2_SIZE at;
  pcre2_code *re = NULL;
  if (!(options & PCRE2_UTF) || pattern.n < BRANCHED)
    return NULL;
  hd_arena *arena = hd_arena_new();
  hd_str factored = hd_factor(arena, pattern, options & PCRE2_CASELESS);
  if (factored.p != pattern.p)
    re = pcre2_compile((PCRE2_SPTR)factored.p, factored.n, options, &code, &at,
                       NULL);
  hd_arena_free(arena);
  return re;
}

static pcre2_code *compile(hd_str pattern, uint32_t options, char *error,
                           size_t room) {
  int code;
  PCRE2_SIZE at;
  pcre2_code *re = compile_factored(pattern, options);
  if (!re)
    re = pcre2_compile((PCRE2_SPTR)pattern.p, pattern.n, options, &code, &at,
                       NULL);
  uint32_t groups = 0;
  if (!re) {
    char said[160];
    pcre2_get_error_message(code, (PCRE2_UCHAR *)said, sizeof said);
    snprintf(error, room, "bad pattern at byte %zu: %s", (size_t)at + 1, said);
    return NULL;
  }
  pcre2_pattern_info(re, PCRE2_INFO_CAPTURECOUNT, &groups);
  if (groups < 99)
    return re;
  pcre2_code_free(re);
  snprintf(error, room, "a pattern may have 98 groups");
  return NULL;
}

/* From some of its bytes: patterns are long. */
static size_t hash_of(hd_str pattern, uint32_t options) {
  uint64_t head = 0, middle = 0, tail = 0;
  size_t n = pattern.n < sizeof head ? pattern.n : sizeof head;
  if (n) {
    memcpy(&head, pattern.p, n);
    memcpy(&middle, pattern.p + (pattern.n - n) / 2, n);
    memcpy(&tail, pattern.p + pattern.n - n, n);
  }
  uint64_t hash = (head ^ middle * 3 ^ tail * 7) + pattern.n + options;
  return (size_t)(hash * 0x9e3779b97f4a7c15u >> 32);
}

/* Where it is among the patterns, or would be; there is a free place. */
static hd_pattern **find_slot(const hd_rules *rules, hd_str pattern,
                              uint32_t options) {
  size_t at = hash_of(pattern, options) & (rules->n_pattern_slots - 1);
  hd_pattern **slots = rules->pattern_slots;
  while (slots[at] && (slots[at]->options != options ||
                       !hd_str_eq(slots[at]->pattern, pattern)))
    at = (at + 1) & (rules->n_pattern_slots - 1);
  return &slots[at];
}

static void grow_slots(hd_rules *rules) {
  size_t n = rules->n_pattern_slots ? rules->n_pattern_slots * 2 : 512;
  rules->n_pattern_slots = n;
  rules->pattern_slots =
      hd_arena_alloc(rules->arena, n * sizeof *rules->pattern_slots);
  for (size_t i = 0; i < rules->patterns.n; i++) {
    hd_pattern *p = rules->patterns.items[i];
    *find_slot(rules, p->pattern, p->options) = p;
  }
}

static hd_pattern *find_pattern(const hd_rules *rules, hd_str pattern,
                                uint32_t options) {
  return rules->n_pattern_slots ? *find_slot(rules, pattern, options) : NULL;
}

/* Where its matches may begin, in the arena of the rules; NULL: anywhere, or
 * at the text's begin with anything. */
static const hd_opening *opening_of(hd_rules *rules, hd_str pattern,
                                    const pcre2_code *code) {
  hd_begins begins;
  hd_opening opening;
  uint32_t options = 0;
  pcre2_pattern_info(code, PCRE2_INFO_ALLOPTIONS, &options);
  bool first = options & PCRE2_ANCHORED;
  if (!(options & PCRE2_UTF) || (first && !hd_str_starts(pattern, HD_STR("^"))))
    return NULL;
  hd_arena *arena = hd_arena_new();
  hd_need_begins(arena, pattern, options & PCRE2_CASELESS, &begins);
  bool few = hd_opening_make(rules->arena, &begins, &opening);
  hd_arena_free(arena);
  if (!few)
    return NULL;
  hd_opening *kept = HD_NEW(rules->arena, hd_opening);
  *kept = opening;
  kept->first = first;
  kept->dense = kept->dense && !first;
  return kept;
}

/* The pattern is not copied. */
static hd_pattern *add_pattern(hd_rules *rules, hd_str pattern,
                               uint32_t options) {
  hd_pattern *p = HD_NEW(rules->arena, hd_pattern);
  p->options = options;
  p->pattern = pattern;
  if (rules->patterns.n * 2 >= rules->n_pattern_slots)
    grow_slots(rules);
  *find_slot(rules, pattern, options) = p;
  HD_PUSH(rules->arena, &rules->patterns, p);
  return p;
}

hd_pattern *hd_regex_intern(hd_rules *rules, hd_str pattern, uint32_t options,
                            const char **error) {
  hd_arena *arena = rules->arena;
  char said[256];
  hd_pattern *known = find_pattern(rules, pattern, options);
  if (known)
    return known;
  pcre2_code *code = compile(pattern, options, said, sizeof said);
  if (code) {
    hd_str copy = {hd_arena_copy(arena, pattern.p, pattern.n), pattern.n};
    hd_pattern *p = add_pattern(rules, copy, options);
    p->opening = opening_of(rules, pattern, code);
    atomic_init(&p->code, code);
    return p;
  }
  *error = hd_arena_copy(arena, said, strlen(said));
  return NULL;
}

const char *hd_regex_wrong(hd_arena *arena, hd_str pattern) {
  char said[256];
  pcre2_code *code =
      compile(pattern, PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C, said, sizeof said);
  if (!code)
    return hd_arena_copy(arena, said, strlen(said));
  pcre2_code_free(code);
  return NULL;
}

/* Puts code at a place that is empty; another thread's that came first stays.
 */
static pcre2_code *keep_first(_Atomic(pcre2_code *) *at, pcre2_code *code) {
  pcre2_code *first = NULL;
  if (atomic_compare_exchange_strong(at, &first, code))
    return code;
  pcre2_code_free(code);
  return first;
}

/* Code that the build has written down; NULL: there is none. */
static pcre2_code *take_built(const hd_pattern *p) {
  pcre2_code *code = NULL;
  if (p->built.n &&
      pcre2_serialize_decode(&code, 1, (const uint8_t *)p->built.p, NULL) == 1)
    return code;
  return NULL;
}

const pcre2_code *hd_regex_code(hd_pattern *p) {
  char said[256];
  pcre2_code *code = atomic_load_explicit(&p->code, memory_order_acquire);
  if (code)
    return code;
  code = take_built(p);
  if (!code)
    code = compile(p->pattern, p->options, said, sizeof said);
  if (!code) /* it compiled before */
    hd_memory_out();
  return keep_first(&p->code, code);
}

/* Is it tried only at places that were found for it? */
static bool is_placed(const hd_pattern *p) {
  return p->opening && !p->opening->dense;
}

/* A copy is made machine code, for others may be matching with the code; where
 * it is tried at a place it must be anchored by itself. The tables of code that
 * was written down are counted without a lock: the copy has its own. */
static const pcre2_code *make_fast(hd_pattern *p) {
  char said[256];
  pcre2_code *copy =
      is_placed(p)
          ? compile(p->pattern, p->options | PCRE2_ANCHORED, said, sizeof said)
          : pcre2_code_copy_with_tables(hd_regex_code(p));
  if (!copy)
    hd_memory_out();
  pcre2_jit_compile(copy, PCRE2_JIT_COMPLETE);
  return keep_first(&p->fast, copy);
}

void hd_regex_drop(hd_pattern *p) {
  if (!p->code && !p->fast)
    return; /* its memory may be that of before a fork: not written */
  pcre2_code_free(p->code);
  pcre2_code_free(p->fast);
  p->code = p->fast = NULL;
}

/* Fills the regex on the top with a shared pattern, or code of its own. */
static void fill(lua_State *L, hd_regex *re, hd_str pattern, uint32_t options) {
  hd_host *host = hd_host_of(L);
  const char *error = NULL;
  char said[256];
  if (host->loading) {
    re->shared = hd_regex_intern(host->loading, pattern, options, &error);
    if (error)
      luaL_error(L, "%s", error);
    return;
  }
  re->shared = find_pattern(host->rules, pattern, options);
  if (re->shared)
    return;
  hd_state_charge(L, 50 + pattern.n * 64);
  re->owned.code = compile(pattern, options, said, sizeof said);
  if (!re->owned.code)
    luaL_error(L, "%s", said);
}

static hd_regex *push_new(lua_State *L) {
  hd_regex *re = lua_newuserdatauv(L, sizeof *re, 0);
  memset(re, 0, sizeof *re);
  hd_type_set(L, HD_TYPE_REGEX);
  return re;
}

/* re.new(pattern [, "i"]) */
static int re_new(lua_State *L) {
  hd_str pattern;
  pattern.p = luaL_checklstring(L, 1, &pattern.n);
  const char *flags = luaL_optstring(L, 2, "");
  uint32_t options = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C;
  if (strcmp(flags, "i") == 0)
    options |= PCRE2_CASELESS;
  else if (*flags)
    return luaL_error(L, "re.new: flags may be \"i\", not \"%s\"", flags);
  hd_regex *re = push_new(L);
  re->utf = true;
  fill(L, re, pattern, options);
  return 1;
}

static int re_gc(lua_State *L) {
  hd_regex *re = hd_type_check(L, 1, HD_TYPE_REGEX);
  hd_regex_drop(&re->owned);
  return 0;
}

/* The regex of the Lua pattern at index, from the state's cache. */
hd_regex *hd_regex_of_pattern(lua_State *L, int index) {
  hd_str pattern;
  pattern.p = luaL_checklstring(L, index, &pattern.n);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &cache_key);
  lua_pushvalue(L, index);
  if (lua_rawget(L, -2) != LUA_TNIL) {
    lua_replace(L, index);
    lua_pop(L, 1);
    return lua_touserdata(L, index);
  }
  lua_pop(L, 1);
  luaL_Buffer b;
  hd_regex *re = push_new(L);
  luaL_buffinit(L, &b);
  const char *error = hd_pattern_translate(pattern, &b, &re->facts);
  luaL_pushresult(&b);
  if (error)
    luaL_error(L, "%s", error);
  hd_str text;
  text.p = lua_tolstring(L, -1, &text.n);
  fill(L, re, text, PCRE2_DOTALL | (re->facts.anchored ? PCRE2_ANCHORED : 0));
  lua_pop(L, 1);
  lua_pushvalue(L, index);
  lua_pushvalue(L, -2);
  lua_rawset(L, -4);
  lua_replace(L, index);
  lua_pop(L, 1);
  return lua_touserdata(L, index);
}

/* As pcre2_match, past its checks of what is known here; by the interpreter
 * where there is no machine code, or too little stack for it. */
static int run(const hd_host *host, const pcre2_code *code, hd_str subject,
               size_t start, uint32_t options) {
  PCRE2_SPTR p = (PCRE2_SPTR)subject.p;
  int rc = PCRE2_ERROR_JIT_BADOPTION;
  if (!(options & PCRE2_ANCHORED))
    rc = pcre2_jit_match(code, p, subject.n, start, options, host->match_data,
                         host->match_context);
  if (rc == PCRE2_ERROR_JIT_BADOPTION || rc == PCRE2_ERROR_JIT_STACKLIMIT)
    rc = pcre2_match(code, p, subject.n, start, options | PCRE2_NO_JIT,
                     host->match_data, host->match_context);
  return rc;
}

/* The interpreter, which may take few steps; whatever needs more is done anew
 * by the machine code, so that what a limit decides does not hang on what was
 * searched before. */
static int interpret(const hd_host *host, hd_pattern *p, hd_str subject,
                     size_t start, uint32_t options) {
  return pcre2_match(hd_regex_code(p), (PCRE2_SPTR)subject.p, subject.n, start,
                     options | PCRE2_NO_JIT, host->match_data,
                     host->short_context);
}

/* A pattern is interpreted, n bytes this time, until that has cost as much as
 * making machine code of it: whatever is still to come, that is never more than
 * twice what the better of the two would have cost. */
static bool is_slow(hd_pattern *p, size_t n) {
  size_t most = MAKING + MAKING_BYTE * p->pattern.n;
  size_t all = TRIED + p->pattern.n / TRIED_LONG + n;
  return all <= most &&
         all + atomic_fetch_add_explicit(&p->searched, (uint32_t)all,
                                         memory_order_relaxed) <=
             most;
}

static const pcre2_code *fast_of(hd_pattern *p) {
  return atomic_load_explicit(&p->fast, memory_order_acquire);
}

static const pcre2_code *machine_code(hd_pattern *p) {
  const pcre2_code *fast = fast_of(p);
  return fast ? fast : make_fast(p);
}

/* From the start on, to the end. */
static int run_through(const hd_host *host, hd_pattern *p, hd_str subject,
                       size_t start, uint32_t options) {
  if (!fast_of(p) && is_slow(p, subject.n > start ? subject.n - start : 0)) {
    int rc = interpret(host, p, subject, start, options);
    if (rc > 0 || rc == PCRE2_ERROR_NOMATCH)
      return rc;
  }
  return run(host, machine_code(p), subject, start, options);
}

/* Where it may begin, one place after the other; where there are many and
 * there is machine code, that looks for them itself. */
static int run_placed(const hd_host *host, hd_pattern *p, hd_str subject,
                      size_t start, uint32_t options) {
  uint32_t cp;
  int rc = PCRE2_ERROR_NOMATCH;
  size_t at = hd_opening_next(p->opening, subject, start);
  while (rc == PCRE2_ERROR_NOMATCH && at < subject.n) {
    bool slow = !fast_of(p) && is_slow(p, 0);
    if (!slow && p->opening->dense)
      return run_through(host, p, subject, at, options);
    if (slow)
      rc = interpret(host, p, subject, at, options | PCRE2_ANCHORED);
    if (!slow || (rc < 0 && rc != PCRE2_ERROR_NOMATCH))
      rc = run(host, machine_code(p), subject, at, options);
    at += hd_utf8_decode(subject.p + at, subject.n - at, &cp);
    at = hd_opening_next(p->opening, subject, at);
  }
  return rc;
}

static int run_pattern(const hd_host *host, hd_pattern *p, hd_str subject,
                       size_t start, uint32_t options) {
  if (p->opening && (!p->opening->dense || !fast_of(p)))
    return run_placed(host, p, subject, start, options);
  return run_through(host, p, subject, start, options);
}

int hd_regex_run(lua_State *L, hd_pattern *pattern, hd_str subject,
                 size_t start, uint32_t options) {
  hd_host *host = hd_host_of(L);
  int rc = run_pattern(host, pattern, subject, start, options);
  size_t end = subject.n;
  if (rc > 0)
    end = pcre2_get_ovector_pointer(host->match_data)[1];
  hd_state_charge(L, 4 + (end > start ? end - start : 0) / 16);
  if (rc > 0 || rc == PCRE2_ERROR_NOMATCH)
    return rc > 0 ? rc : 0;
  if (rc == PCRE2_ERROR_MATCHLIMIT)
    hd_state_charge(L, HD_MATCH_STEPS); /* a pcall may not try for ever */
  char said[160];
  pcre2_get_error_message(rc, (PCRE2_UCHAR *)said, sizeof said);
  return luaL_error(L, "the pattern gave up on this text: %s", said);
}

void hd_regex_open(lua_State *L) {
  hd_type_open(L, HD_TYPE_REGEX);
  lua_newtable(L);
  hd_search_add_methods(L);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, re_gc);
  lua_setfield(L, -2, "__gc");
  lua_pop(L, 1);
  lua_newtable(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &cache_key);
  lua_newtable(L);
  lua_pushcfunction(L, re_new);
  lua_setfield(L, -2, "new");
  hd_state_freeze(L, "function re.");
  lua_setfield(L, -2, "re");
}
