/* prepared: from the tables of the build to scripts. See prepared.h. */
#include "prepared.h"

/* Some of each kind of instruction. */
static const char probe[] =
    "local a, b <const>, c = ..., 1.5, {1, 2, x = 3, ['y z'] = {}}\n"
    "local function f(n, ...)\n"
    "  if n == 1 or n < 2 and n ~= a then return ... end\n"
    "  for i = 1, #c do c[i] = c[i] + i * 2 // 3 % n - n / b ~ i end\n"
    "  for k, v in pairs(c) do c.x = k .. v .. 'w' end\n"
    "  while not c.x do local t <close> = nil; n = -n & 7 | ~n << 1 >> n end\n"
    "  repeat n = n ^ 2 until n >= 9 or n <= 100 or n > b\n"
    "  goto out\n"
    "  ::out::\n"
    "  return f(n - 1, select('#', ...), c:m(n)), function() a = b return a "
    "end\n"
    "end\n"
    "return {f = f, g = a and b or c, [f] = f(3), f(4)}\n";

typedef struct {
  hd_arena *arena;
  HD_VEC(char) bytes;
} probing;

static int write_bytes(lua_State *L, const void *p, size_t n, void *ud) {
  probing *to = ud;
  (void)L;
  for (size_t i = 0; i < n; i++)
    HD_PUSH(to->arena, &to->bytes, ((const char *)p)[i]);
  return 0;
}

hd_str hd_prepared_probe_now(hd_arena *arena) {
  probing to = {.arena = arena};
  lua_State *L = luaL_newstate();
  if (!L)
    hd_memory_out();
  if (luaL_loadbufferx(L, probe, sizeof probe - 1, "@probe", "t") == LUA_OK)
    lua_dump(L, write_bytes, &to, 0);
  lua_close(L);
  return (hd_str){to.bytes.items, to.bytes.n};
}

bool hd_prepared_usable(hd_arena *arena) {
  if (hd_prepared_count == 0)
    return false;
  hd_str built = {hd_prepared_probe, hd_prepared_probe_size};
  return hd_str_eq(hd_prepared_probe_now(arena), built);
}

const char *hd_prepared_pcre2_now(hd_arena *arena) {
  enum { ROOM = 128 };
  char version[ROOM];
  uint32_t link = 0;
  if (pcre2_config(PCRE2_CONFIG_VERSION, NULL) > ROOM)
    return "";
  pcre2_config(PCRE2_CONFIG_VERSION, version);
  pcre2_config(PCRE2_CONFIG_LINKSIZE, &link);
  return hd_arena_format(arena, "%s, links of %u bytes", version,
                         (unsigned)link);
}

static hd_pattern *intern(hd_rules *rules, size_t i) {
  const hd_prepared_pattern *p = &hd_prepared_patterns[i];
  const char *error = NULL;
  return hd_regex_intern(rules, p->pattern, p->options, true, &error);
}

void hd_prepared_intern(hd_rules *rules) {
  bool same =
      strcmp(hd_prepared_pcre2_now(rules->arena), hd_prepared_pcre2) == 0;
  for (size_t i = 0; i < hd_prepared_word_count; i++)
    hd_needed_add(rules->needed, hd_prepared_words[i].word,
                  hd_prepared_words[i].bit);
  for (size_t i = 0; i < hd_prepared_pattern_count; i++) {
    const hd_prepared_pattern *from = &hd_prepared_patterns[i];
    hd_pattern *p = intern(rules, i);
    if (same)
      p->built = from->code;
    p->n_needs = from->n_needs;
    memcpy(p->needs, from->needs, sizeof p->needs);
    p->opening = from->opening;
  }
}

void hd_prepared_fill(hd_rules *rules, const hd_prepared *from,
                      hd_script *script) {
  hd_arena *arena = rules->arena;
  script->info = from->info;
  script->code = from->code;
  script->on = from->on;
  script->narrow = from->narrow;
  script->languages = from->languages;
  script->has_check = from->has_check;
  script->n_patterns = from->n_patterns;
  script->patterns =
      hd_arena_alloc(arena, (from->n_patterns + 1) * sizeof *script->patterns);
  for (size_t i = 0; i < from->n_patterns; i++)
    script->patterns[i] = rules->patterns.items[from->patterns[i]];
  for (size_t i = 0; i < from->n_messages; i++)
    HD_PUSH(arena, &script->messages, from->messages[i]);
  script->examples = from->examples;
  script->n_examples = from->n_examples;
}
