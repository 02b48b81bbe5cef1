/* search: find, match, gmatch and gsub, for `re` and for Lua's patterns.
 *
 * Both are a hd_regex; what differs is that a Lua pattern is over bytes and may
 * capture positions. Results are what Lua's own functions give, except that a
 * group of `re` that took no part is nil. */
#include "regex.h"

static const char subject_key;

/* Where one search goes on. */
typedef struct {
  hd_regex *re;
  hd_str subject;
  size_t at, last; /* next start; end of the last match, or SIZE_MAX */
} search;

/* The next match; false: none. Never the empty one at the last one's end. */
static bool run_search(lua_State *L, search *s) {
  uint32_t options = PCRE2_NO_UTF_CHECK;
  if (s->at > s->subject.n)
    return false;
  if (s->at == s->last)
    options |= PCRE2_NOTEMPTY_ATSTART;
  if (!hd_regex_run(L, hd_regex_pattern_of(s->re), s->subject, s->at, options))
    return false;
  s->at = s->last = pcre2_get_ovector_pointer(hd_host_of(L)->match_data)[1];
  return true;
}

static uint32_t count_groups(hd_regex *re) {
  uint32_t n = re->facts.groups;
  if (re->utf)
    pcre2_pattern_info(hd_regex_code(hd_regex_pattern_of(re)),
                       PCRE2_INFO_CAPTURECOUNT, &n);
  return n;
}

/* Pushes group i of the last match: text, a position, nil where unset. */
static void push_group(lua_State *L, const search *s, uint32_t i) {
  hd_host *host = hd_host_of(L);
  const PCRE2_SIZE *o = pcre2_get_ovector_pointer(host->match_data);
  if (i >= 2 * pcre2_get_ovector_count(host->match_data) ||
      o[2 * i] == PCRE2_UNSET)
    lua_pushnil(L);
  else if (s->re->facts.positions >> (i & 31) & 1)
    lua_pushinteger(L, (lua_Integer)o[2 * i] + 1);
  else {
    const char *text =
        lua_pushlstring(L, s->subject.p + o[2 * i], o[2 * i + 1] - o[2 * i]);
    if (s->re->utf)
      hd_utf8_note(host, text);
  }
}

/* All groups, or the whole match where there is none and `whole`. */
static int push_groups(lua_State *L, const search *s, bool whole) {
  uint32_t n = count_groups(s->re);
  luaL_checkstack(L, (int)n + 1, "too many groups");
  if (n == 0 && whole) {
    push_group(L, s, 0);
    return 1;
  }
  for (uint32_t i = 1; i <= n; i++)
    push_group(L, s, i);
  return (int)n;
}

/* Refuses a text at index that is no UTF-8, or a start inside a character. The
 * last long text that was looked through is kept, so that a loop of find walks
 * it once; while it is kept no other text can have its address. Short ones are
 * known until the state gives their memory back. */
static void check_utf8(lua_State *L, const search *s, int index) {
  enum { LONG = 256 };
  hd_host *host = hd_host_of(L);
  if (host->subject != s->subject.p) {
    hd_state_charge(L, s->subject.n / 32);
    const char **known = hd_utf8_slot(host, (uintptr_t)s->subject.p);
    size_t bad = s->subject.n;
    if (*known != s->subject.p)
      bad = hd_utf8_invalid(s->subject.p, s->subject.n);
    if (bad < s->subject.n)
      luaL_error(L, "re: byte %d of the text is no UTF-8", (int)bad + 1);
    if (s->subject.n > LONG) {
      lua_pushvalue(L, index);
      lua_rawsetp(L, LUA_REGISTRYINDEX, &subject_key);
      host->subject = s->subject.p;
    } else {
      hd_utf8_note(host, s->subject.p);
    }
  }
  if (s->at < s->subject.n &&
      ((unsigned char)s->subject.p[s->at] & 0xc0) == 0x80)
    luaL_error(L, "re: byte %d is inside a character", (int)s->at + 1);
}

/* The search that begins at `init` (stack index, 1 where left out). */
static search start_search(lua_State *L, hd_regex *re, int subject, int init) {
  search s = {.re = re, .last = SIZE_MAX};
  s.subject.p = luaL_checklstring(L, subject, &s.subject.n);
  lua_Integer from = init ? luaL_optinteger(L, init, 1) : 1;
  lua_Integer n = (lua_Integer)s.subject.n;
  from = from > 0 ? from - 1 : from < 0 && -from <= n ? n + from : 0;
  s.at = from > n ? s.subject.n + 1 : (size_t)from;
  if (re->utf)
    check_utf8(L, &s, subject);
  return s;
}

static int find_in(lua_State *L, search *s) {
  if (!run_search(L, s)) {
    lua_pushnil(L);
    return 1;
  }
  const PCRE2_SIZE *o = pcre2_get_ovector_pointer(hd_host_of(L)->match_data);
  lua_pushinteger(L, (lua_Integer)o[0] + 1);
  lua_pushinteger(L, (lua_Integer)o[1]);
  return 2 + push_groups(L, s, false);
}

static int match_in(lua_State *L, search *s) {
  if (run_search(L, s))
    return push_groups(L, s, true);
  lua_pushnil(L);
  return 1;
}

/* The iterator of gmatch: upvalues regex, subject, next start, last end. */
static int next_match(lua_State *L) {
  search s = {.re = lua_touserdata(L, lua_upvalueindex(1))};
  s.subject.p = lua_tolstring(L, lua_upvalueindex(2), &s.subject.n);
  s.at = (size_t)lua_tointeger(L, lua_upvalueindex(3));
  s.last = (size_t)lua_tointeger(L, lua_upvalueindex(4));
  if (s.re->utf)
    check_utf8(L, &s, lua_upvalueindex(2));
  if (!run_search(L, &s))
    return 0;
  lua_pushinteger(L, (lua_Integer)s.at);
  lua_replace(L, lua_upvalueindex(3));
  lua_pushinteger(L, (lua_Integer)s.last);
  lua_replace(L, lua_upvalueindex(4));
  return push_groups(L, &s, true);
}

static int push_gmatch(lua_State *L, int re, int subject) {
  luaL_checkstring(L, subject);
  lua_pushvalue(L, re);
  lua_pushvalue(L, subject);
  lua_pushinteger(L, 0);
  lua_pushinteger(L, -1);
  lua_pushcclosure(L, next_match, 4);
  return 1;
}

static hd_regex *check_re(lua_State *L) {
  return hd_type_check(L, 1, HD_TYPE_REGEX);
}

static int re_find(lua_State *L) {
  search s = start_search(L, check_re(L), 2, 3);
  return find_in(L, &s);
}
static int re_match(lua_State *L) {
  search s = start_search(L, check_re(L), 2, 3);
  return match_in(L, &s);
}
static int re_gmatch(lua_State *L) {
  check_re(L);
  return push_gmatch(L, 1, 2);
}

/* re:replace(text, with): with `with`, as it is, in place of each match, and
 * how many there were. */
static int re_replace(lua_State *L) {
  search s = start_search(L, check_re(L), 2, 0);
  lua_Integer n = 0;
  size_t copied = 0, length;
  const char *with = luaL_checklstring(L, 3, &length);
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  for (; run_search(L, &s); n++) {
    const PCRE2_SIZE *o = pcre2_get_ovector_pointer(hd_host_of(L)->match_data);
    luaL_addlstring(&b, s.subject.p + copied, o[0] - copied);
    luaL_addlstring(&b, with, length);
    copied = o[1];
  }
  if (n == 0) {
    lua_pushvalue(L, 2);
  } else {
    luaL_addlstring(&b, s.subject.p + copied, s.subject.n - copied);
    luaL_pushresult(&b);
  }
  lua_pushinteger(L, n);
  return 2;
}

/* ---- the string library's functions ------------------------------- */
/* find(s, p, init, plain), also for patterns without special characters. */
static int find_plain(lua_State *L) {
  size_t n, m;
  const char *s = luaL_checklstring(L, 1, &n), *p = luaL_checklstring(L, 2, &m);
  lua_Integer from = luaL_optinteger(L, 3, 1), length = (lua_Integer)n;
  from = from > 0 ? from - 1 : from < 0 && -from <= length ? length + from : 0;
  hd_state_charge(L, n / 32);
  const char *at =
      from > length ? NULL : memmem(s + from, n - (size_t)from, p, m);
  if (!at) {
    lua_pushnil(L);
    return 1;
  }
  lua_pushinteger(L, at - s + 1);
  lua_pushinteger(L, at - s + (lua_Integer)m);
  return 2;
}

/* Has the pattern no special characters? */
static bool is_plain(const char *p, size_t n) {
  static const bool special[256] = {
      ['^'] = true, ['$'] = true, ['*'] = true, ['+'] = true, ['?'] = true,
      ['.'] = true, ['('] = true, ['['] = true, ['%'] = true, ['-'] = true};
  size_t i = 0;
  while (i < n && !special[(unsigned char)p[i]])
    i++;
  return i == n;
}

static int string_find(lua_State *L) {
  size_t n;
  const char *p = luaL_checklstring(L, 2, &n);
  luaL_checkstring(L, 1);
  if (lua_toboolean(L, 4) || is_plain(p, n))
    return find_plain(L);
  search s = start_search(L, hd_regex_of_pattern(L, 2), 1, 3);
  return find_in(L, &s);
}

static int string_match(lua_State *L) {
  luaL_checkstring(L, 1);
  search s = start_search(L, hd_regex_of_pattern(L, 2), 1, 3);
  return match_in(L, &s);
}

static int string_gmatch(lua_State *L) {
  luaL_checkstring(L, 1);
  hd_regex_of_pattern(L, 2);
  return push_gmatch(L, 2, 1);
}

/* Adds the replacement string with %0 to %9 and %% filled in. */
static void add_filled(lua_State *L, luaL_Buffer *b, const search *s) {
  size_t n;
  const char *r = lua_tolstring(L, 3, &n);
  for (size_t i = 0; i < n; i++) {
    if (r[i] != '%') {
      luaL_addchar(b, r[i]);
      continue;
    }
    char c = ++i < n ? r[i] : 0;
    uint32_t group = (uint32_t)(c - '0');
    if (c == '%') {
      luaL_addchar(b, '%');
    } else if (c >= '0' && c <= '9' &&
               (group <= count_groups(s->re) || group == 1)) {
      push_group(L, s, group <= count_groups(s->re) ? group : 0);
      luaL_addvalue(b);
    } else {
      luaL_error(L, "invalid use of '%%' in replacement string");
    }
  }
}

/* Adds what stands in place of the match from..to. */
static void add_replacement(lua_State *L, luaL_Buffer *b, const search *s,
                            hd_str matched) {
  int type = lua_type(L, 3);
  if (type == LUA_TSTRING || type == LUA_TNUMBER) {
    add_filled(L, b, s);
    return;
  }
  if (type == LUA_TFUNCTION) {
    lua_pushvalue(L, 3);
    lua_call(L, push_groups(L, s, true), 1);
  } else {
    push_group(L, s, count_groups(s->re) ? 1 : 0);
    lua_gettable(L, 3);
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    lua_pushlstring(L, matched.p, matched.n);
  } else if (!lua_isstring(L, -1)) {
    luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  }
  luaL_addvalue(b);
}

/* Has the pattern no special characters, and the text does not hold it? */
static bool lacks_plain(lua_State *L) {
  size_t n, m;
  const char *p = luaL_checklstring(L, 2, &m), *s = luaL_checklstring(L, 1, &n);
  return is_plain(p, m) && !memmem(s, n, p, m);
}

static int string_gsub(lua_State *L) {
  luaL_checkstring(L, 1);
  int type = lua_type(L, 3);
  luaL_argexpected(L,
                   type == LUA_TNUMBER || type == LUA_TSTRING ||
                       type == LUA_TFUNCTION || type == LUA_TTABLE,
                   3, "string/function/table");
  if (lacks_plain(L)) {
    hd_state_charge(L, lua_rawlen(L, 1) / 32);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    return 2;
  }
  search s = start_search(L, hd_regex_of_pattern(L, 2), 1, 0);
  lua_Integer most = luaL_optinteger(L, 4, LUA_MAXINTEGER), n = 0;
  size_t copied = 0;
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  while (n < most && (n == 0 || !s.re->facts.anchored) && run_search(L, &s)) {
    const PCRE2_SIZE *o = pcre2_get_ovector_pointer(hd_host_of(L)->match_data);
    hd_str matched = {s.subject.p + o[0], o[1] - o[0]};
    luaL_addlstring(&b, s.subject.p + copied, o[0] - copied);
    copied = o[1];
    add_replacement(L, &b, &s, matched);
    n++;
  }
  luaL_addlstring(&b, s.subject.p + copied, s.subject.n - copied);
  luaL_pushresult(&b);
  lua_pushinteger(L, n);
  return 2;
}

void hd_search_add_methods(lua_State *L) {
  static const luaL_Reg methods[] = {{"find", re_find},
                                     {"match", re_match},
                                     {"gmatch", re_gmatch},
                                     {"replace", re_replace},
                                     {NULL, NULL}};
  luaL_setfuncs(L, methods, 0);
}

void hd_search_add_functions(lua_State *L) {
  static const luaL_Reg functions[] = {{"find", string_find},
                                       {"match", string_match},
                                       {"gmatch", string_gmatch},
                                       {"gsub", string_gsub},
                                       {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}
