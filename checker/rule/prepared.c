/* prepared: from what the build has written down to rules. See prepared.h. */
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

bool hd_prepared_usable(const hd_prepared *prepared, hd_arena *arena) {
  return hd_str_eq(hd_prepared_probe_now(arena), prepared->probe);
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

static hd_needed *take_needed(hd_arena *arena, const hd_needed *from,
                              bool own) {
  if (own)
    return hd_needed_of(arena, &from->tables);
  return (hd_needed *)(uintptr_t)from; /* it is never written */
}

void hd_prepared_take_patterns(const hd_prepared *p, hd_rules *rules,
                               bool own) {
  hd_arena *arena = rules->arena;
  size_t n = p->n_patterns;
  hd_pattern *patterns = hd_arena_alloc(arena, n * sizeof *patterns);
  bool same = strcmp(hd_prepared_pcre2_now(arena), p->pcre2) == 0;
  memcpy(patterns, p->patterns, n * sizeof *patterns);
  rules->patterns.items =
      hd_arena_alloc(arena, n * sizeof *rules->patterns.items);
  rules->patterns.n = rules->patterns.cap = n;
  for (size_t i = 0; i < n; i++) {
    rules->patterns.items[i] = &patterns[i];
    if (!same)
      patterns[i].built = (hd_str){NULL, 0};
  }
  rules->n_pattern_slots = p->n_slots;
  rules->pattern_slots =
      hd_arena_alloc(arena, p->n_slots * sizeof *rules->pattern_slots);
  for (size_t i = 0; i < p->n_slots; i++)
    if (p->slots[i])
      rules->pattern_slots[i] = &patterns[p->slots[i] - 1];
  rules->needed = take_needed(arena, p->needed, own);
}

hd_script *hd_prepared_take_script(const hd_prepared *p, const hd_rules *rules,
                                   size_t i) {
  hd_arena *arena = rules->arena;
  const hd_script *from = &p->scripts[i];
  const hd_embedded *file = &hd_embedded_files[p->files[i]];
  hd_script *s = HD_NEW(arena, hd_script);
  *s = *from;
  s->source = (hd_str){(const char *)file->data, file->n};
  s->info.source = s->source.p;
  s->patterns =
      hd_arena_alloc(arena, (s->n_patterns + 1) * sizeof *s->patterns);
  for (size_t k = 0; k < s->n_patterns; k++)
    s->patterns[k] = rules->patterns.items[from->patterns[k] - p->patterns];
  return s;
}
