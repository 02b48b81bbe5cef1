/* rules: opens the built-in rules and those of the user's folders.
 *
 * The built-in ones are taken as the build read them (prepared.h) where that
 * can be done. In: the files embedded in the binary, folders or single files,
 * settings. Out: scripts sorted by id, errors about those that cannot be used,
 * notes about built-in rules that were overridden. Each file is compiled,
 * looked through (source.c), run once in a sandbox and its table read (form.c);
 * a file that fails leaves the others alone. Folders are read here and never
 * again, for a worker may not open files. */
#include "outline.h"
#include "prepared.h"
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { LOAD_INSTRUCTIONS = 10 * 1000 * 1000, LARGEST_FILE = 1 << 20 };

static void add_error(hd_rules *r, const char *file, uint32_t line,
                      const char *message) {
  hd_error e = {.file = file, .line = line, .message = message};
  HD_PUSH(r->arena, &r->errors, e);
}

/* An error in a rule's text, at its line and column. */
static void add_error_at(hd_rules *r, const hd_script *script, const char *file,
                         uint32_t line, const char *message) {
  hd_outline outline = hd_outline_read(r->arena, script->source);
  uint32_t column = 0;
  hd_outline_locate(&outline, message, &line, &column);
  hd_error e = {file, line, column, message};
  HD_PUSH(r->arena, &r->errors, e);
}

/* ---- one rule ----------------------------------------------------- */
/* What the protected call of loading gets. */
typedef struct {
  hd_rules *rules;
  hd_script *script;
  hd_complaints complaints; /* the first is raised */
} loading;

/* Compiles and looks through a rule or a helper, left on the stack; raises. */
static int compile(lua_State *L) {
  loading *l = lua_touserdata(L, 1);
  lua_settop(L, 0);
  hd_state_load(L, l->script->source, l->script->chunk);
  l->complaints = hd_source_check(L, l->rules->arena, &l->script->code);
  if (l->complaints.n) {
    const hd_complaint *first = l->complaints.items;
    lua_pushfstring(L, "%s:%d: %s", l->script->chunk + 1, (int)first->line,
                    first->message);
    return lua_error(L);
  }
  return 0;
}

/* Compiles, looks through, runs and reads one rule; raises. */
static int load(lua_State *L) {
  loading *l = lua_touserdata(L, 1);
  compile(L);
  lua_call(L, 0, 1);
  hd_form_read(L, l->script);
  return 0;
}

/* params with settings, to find wrong ones; raises. */
static int try_params(lua_State *L) {
  loading *l = lua_touserdata(L, 1);
  lua_settop(L, 0);
  hd_state_load_code(L, l->script->code, l->script->chunk);
  lua_call(L, 0, 1);
  hd_params_push(L, l->script);
  return 0;
}

/* "rules/x.lua:12: text" to the line and the text. */
static const char *split_line(const hd_script *s, const char *message,
                              uint32_t *line) {
  size_t n = strlen(s->chunk + 1);
  if (strncmp(message, s->chunk + 1, n) != 0 || message[n] != ':')
    return message;
  char *end;
  unsigned long number = strtoul(message + n + 1, &end, 10);
  if (end == message + n + 1 || end[0] != ':' || end[1] != ' ')
    return message;
  *line = (uint32_t)number;
  return end + 2;
}

/* ---- all rules ---------------------------------------------------- */
typedef struct {
  hd_rules *rules;
  HD_VEC(hd_script *) scripts;
  hd_host host; /* one state for all, anew where a rule spoilt it */
} opening;

/* Runs f on one rule; false and an error recorded. */
static bool attempt(opening *o, hd_script *script, lua_CFunction f,
                    const char *file) {
  hd_host *host = &o->host;
  loading l = {.rules = o->rules, .script = script};
  host->loading = o->rules;
  host->arena = o->rules->arena;
  host->script = script;
  if (!host->L && !hd_state_open(host, o->rules, NULL))
    hd_memory_out();
  const char *message =
      hd_state_call(host, host->arena, f, &l, LOAD_INSTRUCTIONS);
  if (!message)
    return true;
  uint32_t line = host->line;
  if (host->memory_hit)
    hd_state_close(host);
  message = split_line(script, message, &line);
  if (f == try_params) /* it is about an option */
    add_error(o->rules, file, line, message);
  else
    add_error_at(o->rules, script, file, line, message);
  for (size_t i = 1; i < l.complaints.n; i++)
    add_error_at(o->rules, script, file, l.complaints.items[i].line,
                 l.complaints.items[i].message);
  return false;
}

/* Takes the place of a rule with the same id, or is added. */
static void add_script(opening *o, hd_script *script) {
  hd_arena *arena = o->rules->arena;
  for (size_t i = 0; i < o->scripts.n; i++) {
    hd_script *old = o->scripts.items[i];
    if (strcmp(old->info.id, script->info.id) != 0)
      continue;
    script->info.overrides = true;
    const char *note =
        hd_arena_format(arena,
                        old->info.builtin ? "%s overrides the built-in rule %s"
                                          : "%s overrides %s of another folder",
                        script->info.file, script->info.id);
    HD_PUSH(arena, &o->rules->notes, note);
    o->scripts.items[i] = script;
    return;
  }
  HD_PUSH(arena, &o->scripts, script);
}

static hd_script *new_script(opening *o, uint32_t folder, const char *file,
                             const char *stem, hd_str source) {
  hd_script *s = HD_NEW(o->rules->arena, hd_script);
  s->folder = folder;
  s->source = source;
  s->stem = stem;
  s->chunk = hd_arena_format(o->rules->arena, "@%s", file);
  return s;
}

static void name_source(hd_script *s, const char *file) {
  s->info.file = file;
  s->info.builtin = s->folder == 0;
  s->info.source = s->source.p;
}

static void open_script(opening *o, uint32_t folder, const char *file,
                        const char *stem, hd_str source) {
  hd_script *s = new_script(o, folder, file, stem, source);
  name_source(s, file);
  if (attempt(o, s, load, file))
    add_script(o, s);
}

/* The part of a file name between the last / and .lua. */
static const char *stem_of(hd_arena *arena, const char *name) {
  const char *slash = strrchr(name, '/');
  name = slash ? slash + 1 : name;
  return hd_arena_copy(arena, name, strlen(name) - 4);
}

static bool is_lua(const char *name) {
  size_t n = strlen(name);
  return n > 4 && strcmp(name + n - 4, ".lua") == 0;
}

/* A helper that does not compile is an error here, and of each rule that
 * asks for it. */
static void add_library(opening *o, uint32_t folder, const char *file,
                        hd_str source) {
  hd_arena *arena = o->rules->arena;
  hd_script *s = HD_NEW(arena, hd_script);
  s->source = source;
  s->chunk = hd_arena_format(arena, "@%s", file);
  bool good = attempt(o, s, compile, file);
  hd_library l = {.folder = folder,
                  .name = stem_of(arena, file),
                  .chunk = s->chunk,
                  .code = good ? s->code : (hd_str){0}};
  HD_PUSH(arena, &o->rules->libraries, l);
}

/* Is name "rules/lib/X.lua"? Any other *.lua of rules/ is a rule, those in
 * folders of rules that belong together too. */
static bool is_library(const char *name) {
  return strncmp(name, "rules/lib/", 10) == 0;
}

static hd_str embedded_text(const hd_embedded *e) {
  return (hd_str){(const char *)e->data, e->n};
}

static void read_embedded(opening *o) {
  for (size_t i = 0; i < hd_embedded_count; i++)
    if (is_library(hd_embedded_files[i].name))
      add_library(o, 0, hd_embedded_files[i].name,
                  embedded_text(&hd_embedded_files[i]));
  for (size_t i = 0; i < hd_embedded_count; i++) {
    const hd_embedded *e = &hd_embedded_files[i];
    if (is_lua(e->name) && !is_library(e->name))
      open_script(o, 0, e->name, stem_of(o->rules->arena, e->name),
                  embedded_text(e));
  }
}

/* A rule or helper as the build read it. */
static void take_prepared(opening *o, const hd_embedded *e,
                          const hd_prepared *p) {
  hd_arena *arena = o->rules->arena;
  hd_script *s =
      new_script(o, 0, e->name, stem_of(arena, e->name), embedded_text(e));
  hd_library l = {.name = s->stem, .chunk = s->chunk, .code = p->code};
  if (!p->info.id) {
    HD_PUSH(arena, &o->rules->libraries, l);
    return;
  }
  hd_prepared_fill(o->rules, p, s);
  name_source(s, e->name);
  HD_PUSH(arena, &o->scripts, s);
}

static int by_name(const void *name, const void *file) {
  return strcmp(name, ((const hd_embedded *)file)->name);
}

static const hd_embedded *find_embedded(const char *name) {
  return bsearch(name, hd_embedded_files, hd_embedded_count,
                 sizeof *hd_embedded_files, by_name);
}

static void open_embedded(opening *o, bool prepared) {
  if (!prepared || !hd_prepared_usable(o->rules->arena)) {
    read_embedded(o);
    return;
  }
  hd_prepared_intern(o->rules);
  for (size_t i = 0; i < hd_prepared_count; i++) {
    const hd_embedded *e = find_embedded(hd_prepared_files[i].file);
    if (e)
      take_prepared(o, e, &hd_prepared_files[i]);
  }
}

/* ---- folders ------------------------------------------------------ */
/* The file whole, NUL behind it; p NULL and an error recorded otherwise. */
static hd_str read_file(opening *o, const char *path) {
  char piece[8192];
  hd_buffer text = {0};
  FILE *in = fopen(path, "rb");
  for (size_t n = 1; in && n > 0 && text.n <= LARGEST_FILE;)
    if ((n = fread(piece, 1, sizeof piece, in)) > 0)
      hd_buffer_add(&text, piece, n);
  hd_str copy = {NULL, 0};
  if (!in || ferror(in))
    add_error(o->rules, path, 0, strerror(errno));
  else if (text.n > LARGEST_FILE)
    add_error(o->rules, path, 0, "a rule file may have 1 MB");
  else
    copy = (hd_str){
        hd_arena_copy(o->rules->arena, text.p ? text.p : "", text.n), text.n};
  if (in)
    fclose(in);
  hd_buffer_free(&text);
  return copy;
}

static void open_one(opening *o, uint32_t folder, const char *path) {
  hd_str source = read_file(o, path);
  if (source.p)
    open_script(o, folder, path, stem_of(o->rules->arena, path), source);
}

static int choose_lua(const struct dirent *entry) {
  return entry->d_name[0] != '.' && is_lua(entry->d_name);
}

/* A folder of rules inside one of rules: not the helpers', the lexicons' or a
 * hidden one. */
static int choose_folder(const struct dirent *entry) {
  const char *name = entry->d_name;
  return name[0] != '.' && entry->d_type == DT_DIR &&
         strcmp(name, "lib") != 0 && strcmp(name, "lexicon") != 0;
}

static int by_bytes(const struct dirent **a, const struct dirent **b) {
  return strcmp((*a)->d_name, (*b)->d_name);
}

/* Takes each *.lua of a folder as a rule or as a helper. */
static void open_files(opening *o, uint32_t folder, const char *path,
                       bool libraries) {
  struct dirent **names = NULL;
  int n = scandir(path, &names, choose_lua, by_bytes);
  if (n < 0 && !libraries)
    add_error(o->rules, path, 0, strerror(errno));
  for (int i = 0; i < n; i++) {
    hd_arena *arena = o->rules->arena;
    const char *file = hd_arena_format(arena, "%s/%s", path, names[i]->d_name);
    hd_str source = libraries ? read_file(o, file) : (hd_str){0};
    if (!libraries)
      open_one(o, folder, file);
    else if (source.p)
      add_library(o, folder, file, source);
    free(names[i]);
  }
  free(names);
}

/* The rules of the folders inside one. */
static void open_inner(opening *o, uint32_t folder, const char *path) {
  struct dirent **names = NULL;
  int n = scandir(path, &names, choose_folder, by_bytes);
  for (int i = 0; i < n; i++) {
    const char *inner =
        hd_arena_format(o->rules->arena, "%s/%s", path, names[i]->d_name);
    open_files(o, folder, inner, false);
    free(names[i]);
  }
  free(names);
}

static bool is_file(const char *path) {
  struct stat st;
  return is_lua(path) && stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

/* A folder of rules, or one rule; the helpers are in lib beside it. */
static void open_path(opening *o, uint32_t folder, const char *path) {
  hd_arena *arena = o->rules->arena;
  size_t n = strlen(path);
  while (n > 1 && path[n - 1] == '/')
    n--;
  path = hd_arena_copy(arena, path, n);
  bool file = is_file(path);
  const char *slash = strrchr(path, '/');
  int home = !file ? (int)n : slash ? (int)(slash - path) : 0;
  const char *lib =
      home || slash ? hd_arena_format(arena, "%.*s/lib", home, path) : "lib";
  open_files(o, folder, lib, true);
  if (file) {
    open_one(o, folder, path);
    return;
  }
  open_files(o, folder, path, false);
  open_inner(o, folder, path);
}

/* ---- settings --------------------------------------------------- */
static int by_id(const void *a, const void *b) {
  const hd_script *const *x = a, *const *y = b;
  return strcmp((*x)->info.id, (*y)->info.id);
}

/* RULE.PARAM=VALUE; a wrong one is an error and is left out. */
static void apply_setting(opening *o, const char *text) {
  hd_rules *r = o->rules;
  const char *equals = strchr(text, '=');
  const char *dot = equals ? memchr(text, '.', (size_t)(equals - text)) : NULL;
  if (!dot) {
    add_error(r, "--set", 0,
              hd_arena_format(r->arena, "'%s' is not RULE.PARAM=VALUE", text));
    return;
  }
  hd_script *s =
      hd_choice_script(r, "--set", (hd_str){text, (size_t)(dot - text)});
  if (!s)
    return;
  hd_setting setting = {
      hd_arena_copy(r->arena, dot + 1, (size_t)(equals - dot - 1)),
      hd_arena_copy(r->arena, equals + 1, strlen(equals + 1))};
  HD_PUSH(r->arena, &s->settings, setting);
  const char *option = hd_arena_format(r->arena, "--set %s", text);
  if (!attempt(o, s, try_params, option))
    s->settings.n--;
}

/* Fills the list of rules in the order of ids. */
static void list_rules(hd_rules *r) {
  r->infos = hd_arena_alloc(r->arena, (r->n + 1) * sizeof *r->infos);
  for (size_t i = 0; i < r->n; i++) {
    r->scripts[i]->index = i;
    r->infos[i] = r->scripts[i]->info;
    r->infos[i].severity = r->scripts[i]->highest;
  }
}

hd_rules *hd_rules_open(hd_arena *arena, const hd_lexicon *lexicon,
                        const hd_rule_options *options) {
  hd_rules *r = HD_NEW(arena, hd_rules);
  opening o = {.rules = r};
  r->arena = arena;
  r->lexicon = lexicon;
  r->max_instructions =
      options->max_instructions ? options->max_instructions : 200000000;
  r->max_memory = options->max_memory ? options->max_memory : 256u << 20;
  r->needed = hd_needed_new(arena);
  open_embedded(&o, options->prepared);
  for (size_t i = 0; i < options->n_folders; i++)
    open_path(&o, (uint32_t)i + 1, options->folders[i]);
  r->scripts = o.scripts.items;
  r->n = o.scripts.n;
  if (r->n)
    qsort(r->scripts, r->n, sizeof *r->scripts, by_id);
  hd_choice_make(r, options);
  hd_material_open(r, options);
  for (size_t i = 0; i < options->n_settings; i++)
    apply_setting(&o, options->settings[i]);
  hd_state_close(&o.host);
  list_rules(r);
  return r;
}

void hd_rules_close(hd_rules *rules) {
  if (!rules)
    return;
  for (size_t i = 0; i < rules->patterns.n; i++)
    pcre2_code_free(rules->patterns.items[i]->code);
  rules->patterns.n = 0;
}

size_t hd_rules_list(const hd_rules *rules, const hd_rule_info **list) {
  *list = rules->infos;
  return rules->n;
}

size_t hd_rules_errors(const hd_rules *rules, const hd_error **errors) {
  *errors = rules->errors.items;
  return rules->errors.n;
}

size_t hd_rules_notes(const hd_rules *rules, const char *const **notes) {
  *notes = rules->notes.items;
  return rules->notes.n;
}

size_t hd_rules_examples(hd_arena *arena, const hd_rules *rules, const char *id,
                         hd_example **examples) {
  HD_VEC(hd_example) all = {0};
  for (size_t i = 0; i < rules->n; i++) {
    const hd_script *s = rules->scripts[i];
    if (id && strcmp(id, s->info.id) != 0)
      continue;
    for (size_t k = 0; k < s->examples.n; k++)
      HD_PUSH(arena, &all, s->examples.items[k]);
  }
  *examples = all.items;
  return all.n;
}
