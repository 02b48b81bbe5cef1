/* prepare: a tool of the build. Opens the built-in rules and lexicons and
 * writes prepared.c (checker/rule/prepared.h, hd_prepared_table, the image of
 * checker/run/data.h) to standard output.
 *
 * It fails where a rule does, so that no program is built with a broken one. */
#include "../rule/prepared.h"
#include "image.h"
#include "lean.h"
#include <stdio.h>
#include <stdlib.h>

static void put_bytes(const char *p, size_t n) {
  putchar('"');
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)p[i];
    if (i && i % 64 == 0)
      fputs("\"\n    \"", stdout);
    if (c == '\\' || c == '"' || c == '?')
      printf("\\%c", c);
    else if (c < ' ' || c > '~')
      printf("\\%03o", c);
    else
      putchar(c);
  }
  putchar('"');
}

static void put_text(const char *s) {
  if (s)
    put_bytes(s, strlen(s));
  else
    fputs("NULL", stdout);
}

static void put_field(const char *name, const char *text) {
  printf("    .%s = ", name);
  put_text(text);
  puts(",");
}

static void put_str(const char *name, hd_str s) {
  printf("    .%s = {", name);
  put_bytes(s.p, s.n);
  printf(", %zu},\n", s.n);
}

/* ---- lists in front of the table ---------------------------------------- */
static void put_messages(const hd_script *s, size_t i) {
  printf("static const hd_template messages_%zu[] = {\n", i);
  for (size_t k = 0; k < s->messages.n; k++) {
    const hd_template *t = &s->messages.items[k];
    fputs("  {", stdout);
    put_text(t->key);
    fputs(", {", stdout);
    put_text(t->text[0]);
    fputs(", ", stdout);
    put_text(t->text[1]);
    puts("}},");
  }
  puts("};");
}

static void put_examples(const hd_script *s, size_t i) {
  printf("static const hd_example examples_%zu[] = {\n", i);
  for (size_t k = 0; k < s->n_examples; k++) {
    const hd_example *e = &s->examples[k];
    puts("  {");
    put_field("rule", e->rule);
    put_field("text", e->text);
    put_field("at", e->at);
    put_field("severity", e->severity);
    printf("    .bad = %d, .nth = %u, .index = %u, .n_companions = %u,\n",
           e->bad, (unsigned)e->nth, (unsigned)e->index,
           (unsigned)e->n_companions);
    puts("    .companions = {");
    for (uint32_t c = 0; c < e->n_companions; c++) {
      fputs("      {", stdout);
      put_text(e->companions[c].name);
      printf(", (hd_role)%d, ", (int)e->companions[c].role);
      put_text(e->companions[c].text);
      puts("},");
    }
    puts(e->n_companions ? "    }}," : "      {0}}},");
  }
  puts("};");
}

static size_t index_of(const hd_rules *rules, const hd_pattern *pattern) {
  size_t i = 0;
  while (i < rules->patterns.n && rules->patterns.items[i] != pattern)
    i++;
  return i;
}

static void put_pattern_list(const hd_rules *rules, const hd_script *s,
                             size_t i) {
  if (!s->n_patterns)
    return;
  printf("static const uint16_t patterns_%zu[] = {", i);
  for (size_t k = 0; k < s->n_patterns; k++)
    printf("%zu, ", index_of(rules, s->patterns[k]));
  puts("};");
}

/* ---- the tables -----------------------------------------------------------
 */
static void put_wants(const hd_wants *on) {
  printf("    .on = {.links = %uu, .claims = %uu, .blocks = %uu, .gaps = %uu,\n"
         "           .claim_any = %d, .sentence = %d, .set = %d},\n",
         (unsigned)on->links, (unsigned)on->claims, (unsigned)on->blocks,
         (unsigned)on->gaps, on->claim_any, on->sentence, on->set);
}

static void put_names(const char *name, const hd_name_list *list) {
  printf("    .narrow.%s.n = %zu,\n", name, list->n);
  for (size_t i = 0; i < list->n; i++) {
    printf("    .narrow.%s.names[%zu] = {", name, i);
    put_bytes(list->names[i].p, list->names[i].n);
    printf(", %zu},\n", list->names[i].n);
  }
}

static void put_narrow(const hd_narrow *n) {
  printf("    .narrow.any = %d, .narrow.bounded = %d, .narrow.above = %lld,\n",
         n->any, n->bounded, (long long)n->above);
  put_field("narrow.where", n->where);
  put_names("units", &n->units);
  put_names("begins", &n->begins);
}

static void put_script(hd_arena *arena, const hd_script *s, size_t i) {
  puts("  {");
  put_field("file", s->info.file);
  put_str("code", hd_lean_rule(arena, s->source, s->chunk));
  put_field("info.id", s->info.id);
  printf("    .info.severity = (hd_severity_level)%d, .info.preview = %d,\n",
         (int)s->info.severity, s->info.preview);
  put_field("info.since", s->info.since);
  put_field("info.summary_zh", s->info.summary_zh);
  put_field("info.summary_en", s->info.summary_en);
  put_field("info.explain_zh", s->info.explain_zh);
  put_field("info.explain_en", s->info.explain_en);
  put_wants(&s->on);
  put_narrow(&s->narrow);
  printf("    .languages = %u, .has_check = %d,\n", s->languages, s->has_check);
  if (s->n_patterns)
    printf("    .patterns = patterns_%zu, .n_patterns = %zu,\n", i,
           s->n_patterns);
  printf("    .messages = messages_%zu, .n_messages = %zu,\n"
         "    .examples = examples_%zu, .n_examples = %zu},\n",
         i, s->messages.n, i, s->n_examples);
}

static void put_library(hd_arena *arena, const hd_library *l) {
  puts("  {");
  put_field("file", l->chunk + 1);
  put_str("code", hd_lean_strip(arena, l->code));
  puts("  },");
}

static void put_files(const hd_rules *rules) {
  for (size_t i = 0; i < rules->n; i++) {
    put_messages(rules->scripts[i], i);
    put_examples(rules->scripts[i], i);
    put_pattern_list(rules, rules->scripts[i], i);
  }
  puts("const hd_prepared hd_prepared_files[] = {");
  for (size_t i = 0; i < rules->libraries.n; i++)
    put_library(rules->arena, &rules->libraries.items[i]);
  for (size_t i = 0; i < rules->n; i++)
    put_script(rules->arena, rules->scripts[i], i);
  printf("};\nconst size_t hd_prepared_count = %zu;\n",
         rules->libraries.n + rules->n);
}

static void put_needs(const hd_pattern *p) {
  printf("    .n_needs = %zu, .needs = {", p->n_needs);
  for (size_t k = 0; k < HD_NEED_SETS; k++)
    printf("%u, ", (unsigned)p->needs[k]);
  puts("},");
}

static void put_bits(const char *name, const uint64_t *bits, size_t n) {
  printf(".%s = {", name);
  for (size_t i = 0; i < n; i++)
    printf("%lluu,%s", (unsigned long long)bits[i], i % 4 ? "" : "\n");
  puts("},");
}

static void put_opening(const hd_opening *o, size_t index) {
  printf("static const hd_opening opening_%zu = {.dense = %d,\n.bytes = {",
         index, o->dense);
  for (size_t i = 0; i < sizeof o->bytes; i++)
    printf("%u,%s", o->bytes[i], i % 64 ? "" : "\n");
  puts("},");
  put_bits("points", o->points, HD_OPENING_POINTS / 32);
  put_bits("pairs", o->pairs, HD_OPENING_PAIRS / 64);
  fputs(".only = ", stdout);
  put_bytes(o->only, strlen(o->only));
  puts("};");
}

/* Its compiled code, in words as that must be aligned; the bytes, 0: none. */
static size_t put_code(hd_pattern *p, size_t index) {
  const pcre2_code *code = hd_regex_code(p);
  uint8_t *bytes;
  PCRE2_SIZE size;
  if (pcre2_serialize_encode(&code, 1, &bytes, &size, NULL) != 1)
    return 0;
  printf("static const uint64_t code_%zu[] = {", index);
  for (size_t i = 0; i < size; i += sizeof(uint64_t)) {
    uint64_t word = 0;
    memcpy(&word, bytes + i, size - i < sizeof word ? size - i : sizeof word);
    printf("0x%llx,%s", (unsigned long long)word, i / 8 % 8 ? "" : "\n");
  }
  puts("};");
  pcre2_serialize_free(bytes);
  return size;
}

static void put_patterns(const hd_rules *rules) {
  size_t *sizes =
      hd_arena_alloc(rules->arena, (rules->patterns.n + 1) * sizeof *sizes);
  for (size_t i = 0; i < rules->patterns.n; i++)
    sizes[i] = put_code(rules->patterns.items[i], i);
  for (size_t i = 0; i < rules->patterns.n; i++)
    if (rules->patterns.items[i]->opening)
      put_opening(rules->patterns.items[i]->opening, i);
  puts("const hd_prepared_pattern hd_prepared_patterns[] = {");
  for (size_t i = 0; i < rules->patterns.n; i++) {
    const hd_pattern *p = rules->patterns.items[i];
    printf("  {.options = %uu,\n", (unsigned)p->options);
    put_str("pattern", p->pattern);
    if (sizes[i])
      printf("    .code = {(const char *)code_%zu, %zu},\n", i, sizes[i]);
    put_needs(p);
    if (p->opening)
      printf("    .opening = &opening_%zu,\n", i);
    puts("  },");
  }
  printf("  {0}};\nconst size_t hd_prepared_pattern_count = %zu;\n",
         rules->patterns.n);
}

static void put_words(const hd_needed *needed) {
  puts("const hd_needed_word hd_prepared_words[] = {");
  for (size_t i = 0; i < needed->words.n; i++) {
    const hd_needed_word *w = &needed->words.items[i];
    fputs("  {.word = {", stdout);
    put_bytes(w->word.p, w->word.n);
    printf(", %zu}, .bit = %u},\n", w->word.n, (unsigned)w->bit);
  }
  printf("  {.bit = 0}};\nconst size_t hd_prepared_word_count = %zu;\n",
         needed->words.n);
}

/* ---- tables of the lexicons -----------------------------------------------
 */
static const hd_embedded *file_of(const hd_table_data *table) {
  for (size_t i = 0; i < hd_embedded_count; i++)
    if (table->n_rows &&
        strcmp(hd_embedded_files[i].name, table->rows[0].file) == 0)
      return &hd_embedded_files[i];
  return NULL;
}

/* A field of the table, the header row being row 0. */
static hd_str field(const hd_table_data *table, size_t i) {
  size_t row = i / table->n_columns, column = i % table->n_columns;
  return row ? table->rows[row - 1].fields[column] : table->columns[column];
}

static void put_table(const hd_table_data *table, size_t index) {
  const char *data = (const char *)file_of(table)->data;
  size_t n = (table->n_rows + 1) * table->n_columns;
  printf("static const uint32_t lines_%zu[] = {", index);
  for (size_t i = 0; i < table->n_rows; i++)
    printf("%u,%s", (unsigned)table->rows[i].line, i % 16 ? "" : "\n");
  printf("};\nstatic const uint32_t offsets_%zu[] = {", index);
  for (size_t i = 0; i < n; i++) {
    hd_str f = field(table, i);
    printf("%zu,%s", f.n ? (size_t)(f.p - data) : 0, i % 16 ? "" : "\n");
  }
  printf("};\nstatic const uint32_t lengths_%zu[] = {", index);
  for (size_t i = 0; i < n; i++)
    printf("%zu,%s", field(table, i).n, i % 16 ? "" : "\n");
  puts("};");
}

static void put_tables(const hd_lexicon *lexicon) {
  const hd_table_data *tables;
  size_t n = hd_lexicon_tables(lexicon, &tables), put = 0;
  for (size_t i = 0; i < n; i++)
    if (file_of(&tables[i]))
      put_table(&tables[i], i);
  puts("const hd_prepared_table hd_prepared_tables[] = {");
  for (size_t i = 0; i < n; i++) {
    const hd_table_data *t = &tables[i];
    if (!file_of(t))
      continue;
    printf("  {\"%s\", %zu, %zu, lines_%zu, offsets_%zu, lengths_%zu},\n",
           file_of(t)->name, t->n_columns, t->n_rows, i, i, i);
    put++;
  }
  printf("  {0}};\nconst size_t hd_prepared_table_count = %zu;\n", put);
}

static void put_probe(hd_arena *arena) {
  hd_str now = hd_prepared_probe_now(arena);
  fputs("const char hd_prepared_probe[] =\n    ", stdout);
  put_bytes(now.p, now.n);
  printf(";\nconst size_t hd_prepared_probe_size = %zu;\n"
         "const char hd_prepared_pcre2[] = \"%s\";\n",
         now.n, hd_prepared_pcre2_now(arena));
}

/* Patterns behind the last bit would be run on every sentence. */
static bool has_bits(const hd_needed *needed) {
  if (needed->n_sets < HD_NEED_BITS)
    return true;
  fprintf(stderr,
          "prepare: patterns need more than %d sets of words: raise "
          "HD_NEED_BITS\n",
          HD_NEED_BITS);
  return false;
}

int main(void) {
  hd_arena *arena = hd_arena_new();
  hd_error error = {0};
  hd_rule_options options = {0};
  const hd_lexicon *lexicon = hd_lexicon_open(arena, NULL, 0, &error);
  hd_rules *rules = lexicon ? hd_rules_open(arena, lexicon, &options) : NULL;
  if (!rules) {
    fprintf(stderr, "prepare: %s\n", error.message ? error.message : "failed");
    return EXIT_FAILURE;
  }
  for (size_t i = 0; i < rules->errors.n; i++)
    fprintf(stderr, "%s:%u: %s\n", rules->errors.items[i].file,
            (unsigned)rules->errors.items[i].line,
            rules->errors.items[i].message);
  puts("/* Made by checker/embed/prepare.c from rules/. */\n"
       "#include \"checker/rule/prepared.h\"");
  put_files(rules);
  put_patterns(rules);
  put_words(rules->needed);
  put_tables(lexicon);
  put_probe(arena);
  bool good =
      rules->errors.n == 0 && has_bits(rules->needed) && hd_image_write();
  hd_rules_close(rules);
  hd_arena_free(arena);
  return good && !fflush(stdout) && !ferror(stdout) ? EXIT_SUCCESS
                                                    : EXIT_FAILURE;
}
