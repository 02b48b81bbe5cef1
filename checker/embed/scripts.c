/* scripts: rules that were opened from their text in, what a run takes of them
 * out. See checker/rule/prepared.h. */
#include "scripts.h"
#include "lean.h"

static hd_str write_code(hd_arena *arena, hd_pattern *pattern) {
  const pcre2_code *code = hd_regex_code(pattern);
  uint8_t *bytes;
  PCRE2_SIZE n;
  if (pcre2_serialize_encode(&code, 1, &bytes, &n, NULL) != 1)
    return (hd_str){NULL, 0};
  hd_str kept = {hd_arena_copy(arena, (const char *)bytes, n), n};
  pcre2_serialize_free(bytes);
  return kept;
}

static void make_patterns(hd_prepared *p, hd_arena *arena,
                          const hd_rules *rules) {
  hd_pattern *own = hd_arena_alloc(arena, rules->patterns.n * sizeof *own);
  uint16_t *slots =
      hd_arena_alloc(arena, rules->n_pattern_slots * sizeof *slots);
  for (size_t i = 0; i < rules->patterns.n; i++) {
    hd_pattern *from = rules->patterns.items[i];
    own[i].options = from->options;
    own[i].pattern = from->pattern;
    own[i].built = write_code(arena, from);
    memcpy(own[i].needs, from->needs, sizeof own[i].needs);
    own[i].n_needs = from->n_needs;
    own[i].opening = from->opening;
  }
  p->patterns = own;
  p->n_patterns = rules->patterns.n;
  for (size_t i = 0; i < rules->n_pattern_slots; i++)
    for (size_t k = 0; rules->pattern_slots[i] && k < p->n_patterns; k++)
      if (rules->patterns.items[k] == rules->pattern_slots[i])
        slots[i] = (uint16_t)(k + 1);
  p->slots = slots;
  p->n_slots = rules->n_pattern_slots;
}

static const void *keep_bytes(hd_arena *arena, const void *p, size_t n) {
  void *kept = hd_arena_alloc(arena, n);
  memcpy(kept, p, n);
  return kept;
}

static void make_needed(hd_prepared *p, hd_arena *arena,
                        const hd_needed *from) {
  hd_needed *needed = HD_NEW(arena, hd_needed);
  const hd_needed_tables *t = &from->tables;
  needed->tables = *t;
  needed->tables.nodes =
      keep_bytes(arena, t->nodes, t->n_nodes * sizeof *t->nodes);
  needed->tables.words =
      keep_bytes(arena, t->words, t->n_words * sizeof *t->words);
  needed->tables.members =
      keep_bytes(arena, t->members, t->n_members * sizeof *t->members);
  needed->tables.bytes = keep_bytes(arena, t->bytes, t->n_bytes);
  needed->tables.keys = keep_bytes(arena, t->keys, t->n_keys * sizeof *t->keys);
  needed->tables.of_char =
      keep_bytes(arena, t->of_char, HD_NEED_PLACES * sizeof *t->of_char);
  needed->tables.how = keep_bytes(arena, t->how, HD_NEED_TRIPLES);
  needed->tables.heads =
      keep_bytes(arena, t->heads, HD_NEED_SLOTS * sizeof *t->heads);
  needed->tables.slots =
      keep_bytes(arena, t->slots, HD_NEED_SLOTS * sizeof *t->slots);
  needed->tables.of_byte =
      keep_bytes(arena, t->of_byte, HD_NEED_BYTES * sizeof *t->of_byte);
  p->needed = needed;
}

static const char *keep(hd_arena *arena, const char *text) {
  return hd_arena_copy(arena, text, strlen(text));
}

/* Some names of files beside an example are of the program. */
static const hd_example *make_examples(hd_arena *arena, const hd_script *s) {
  hd_example *own = hd_arena_alloc(arena, (s->n_examples + 1) * sizeof *own);
  for (size_t i = 0; i < s->n_examples; i++) {
    own[i] = s->examples[i];
    for (uint32_t c = 0; c < own[i].n_companions; c++)
      own[i].companions[c].name = keep(arena, own[i].companions[c].name);
  }
  return own;
}

static hd_script make_script(const hd_prepared *p, hd_arena *arena,
                             const hd_rules *rules, const hd_script *from) {
  hd_script s = *from;
  s.code = hd_lean_rule(arena, from->source, from->chunk);
  s.source = (hd_str){NULL, 0};
  s.info.source = NULL;
  s.info.since = keep(arena, s.info.since);
  s.examples = make_examples(arena, from);
  s.patterns = hd_arena_alloc(arena, (s.n_patterns + 1) * sizeof *s.patterns);
  for (size_t i = 0; i < s.n_patterns; i++)
    for (size_t k = 0; k < p->n_patterns; k++)
      if (rules->patterns.items[k] == from->patterns[i])
        s.patterns[i] = (hd_pattern *)(uintptr_t)&p->patterns[k];
  return s;
}

/* Ids, by which rules are sorted and found, beside each other. */
static void gather_ids(hd_arena *arena, hd_script *scripts, size_t n) {
  size_t size = 0;
  for (size_t i = 0; i < n; i++)
    size += strlen(scripts[i].info.id) + 1;
  char *at = hd_arena_alloc(arena, size);
  for (size_t i = 0; i < n; i++) {
    size_t length = strlen(scripts[i].info.id) + 1;
    scripts[i].info.id = memcpy(at, scripts[i].info.id, length);
    at += length;
  }
}

static uint16_t file_of(const hd_script *script) {
  uint16_t i = 0;
  while (strcmp(hd_embedded_files[i].name, script->info.file) != 0)
    i++;
  return i;
}

hd_prepared *hd_scripts_prepare(const hd_rules *rules) {
  hd_arena *arena = rules->arena;
  hd_prepared *p = HD_NEW(arena, hd_prepared);
  hd_script *scripts = hd_arena_alloc(arena, rules->n * sizeof *scripts);
  hd_library *libraries =
      hd_arena_alloc(arena, rules->libraries.n * sizeof *libraries);
  uint16_t *files = hd_arena_alloc(arena, rules->n * sizeof *files);
  make_patterns(p, arena, rules);
  hd_needed_settle(rules->needed);
  make_needed(p, arena, rules->needed);
  for (size_t i = 0; i < rules->n; i++) {
    scripts[i] = make_script(p, arena, rules, rules->scripts[i]);
    files[i] = file_of(&scripts[i]);
  }
  gather_ids(arena, scripts, rules->n);
  for (size_t i = 0; i < rules->libraries.n; i++) {
    libraries[i] = rules->libraries.items[i];
    libraries[i].code = hd_lean_strip(arena, libraries[i].code);
  }
  p->scripts = scripts;
  p->files = files;
  p->n_scripts = rules->n;
  p->libraries = libraries;
  p->n_libraries = rules->libraries.n;
  p->probe = hd_prepared_probe_now(arena);
  p->pcre2 = hd_prepared_pcre2_now(arena);
  return p;
}
