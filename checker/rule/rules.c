/* rules: opens the built-in rules and those of the user's folders.
 *
 * The built-in ones are taken as the build read them (prepared.h) where that
 * can be done. In: the files embedded in the binary, folders or single files,
 * settings. Out: scripts sorted by id, errors about those that cannot be used,
 * notes about built-in rules that were overridden. Each file is compiled,
 * looked through (source.c), run once in a sandbox and its table read (form.c);
 * a file that fails leaves the others alone. Folders are read here and never
 * again, for a worker may not open files. */
#include "folder.h"
#include "outline.h"
#include "prepared.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

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

/* Runs a helper; raises. */
static int run_library(lua_State *L) {
  loading *l = lua_touserdata(L, 1);
  lua_settop(L, 0);
  hd_state_load_code(L, l->script->code, l->script->chunk);
  lua_call(L, 0, 0);
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
  const hd_pack *pack; /* of the files that are read; NULL: none */
  hd_host host;        /* one state for all, anew where a rule spoilt it */
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

static hd_script *find_script(const opening *o, const char *id) {
  for (size_t i = 0; i < o->scripts.n; i++)
    if (strcmp(o->scripts.items[i]->info.id, id) == 0)
      return o->scripts.items[i];
  return NULL;
}

/* May the new rule take the place of the old one? A pack's own only where its
 * manifest says so; what is a pack's stays, unless it is the same file. */
static bool may_replace(opening *o, const hd_script *script,
                        const hd_script *old) {
  hd_arena *arena = o->rules->arena;
  if (strcmp(script->info.file, old->info.file) == 0 ||
      (!script->pack && !old->pack) || (script->pack && old->info.builtin))
    return true;
  add_error_at(o->rules, script, script->info.file, 0,
               hd_arena_format(arena, "id \"%s\" is taken by %s%s%s",
                               script->info.id, old->info.file,
                               old->pack ? " of the pack " : "",
                               old->pack ? old->pack->name : ""));
  return false;
}

/* Takes the place of a rule with the same id, or is added. */
static void add_script(opening *o, hd_script *script) {
  hd_arena *arena = o->rules->arena;
  for (size_t i = 0; i < o->scripts.n; i++) {
    hd_script *old = o->scripts.items[i];
    if (strcmp(old->info.id, script->info.id) != 0)
      continue;
    if (!may_replace(o, script, old))
      return;
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
  s->pack = folder ? o->pack : NULL;
  s->chunk = hd_arena_format(o->rules->arena, "@%s", file);
  return s;
}

static void name_source(hd_script *s, const char *file) {
  s->info.file = file;
  s->info.builtin = s->folder == 0;
  s->info.source = s->source.p;
  if (s->pack) {
    s->info.pack = s->pack->name;
    s->info.pack_version = s->pack->version;
    s->info.pack_licence = s->pack->licence;
  }
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

/* Runs the helpers, so that their patterns are among those that all states
 * share, whatever a rule asks for when. */
static void run_libraries(opening *o) {
  for (size_t i = 0; i < o->rules->libraries.n; i++) {
    const hd_library *l = &o->rules->libraries.items[i];
    hd_script s = {.chunk = l->chunk, .code = l->code};
    if (l->code.n)
      attempt(o, &s, run_library, l->chunk + 1);
  }
}

static void read_embedded(opening *o) {
  for (size_t i = 0; i < hd_embedded_count; i++)
    if (is_library(hd_embedded_files[i].name))
      add_library(o, 0, hd_embedded_files[i].name,
                  embedded_text(&hd_embedded_files[i]));
  run_libraries(o);
  for (size_t i = 0; i < hd_embedded_count; i++) {
    const hd_embedded *e = &hd_embedded_files[i];
    if (is_lua(e->name) && !is_library(e->name))
      open_script(o, 0, e->name, stem_of(o->rules->arena, e->name),
                  embedded_text(e));
  }
}

/* Rules and helpers as the build read them. */
static void take_prepared(opening *o, const hd_prepared *p) {
  hd_arena *arena = o->rules->arena;
  for (size_t i = 0; i < p->n_libraries; i++)
    HD_PUSH(arena, &o->rules->libraries, p->libraries[i]);
  for (size_t i = 0; i < p->n_scripts; i++)
    HD_PUSH(arena, &o->scripts, hd_prepared_take_script(p, o->rules, i));
}

static void open_embedded(opening *o, const hd_rule_options *options) {
  const hd_prepared *p = options->prepared;
  hd_arena *arena = o->rules->arena;
  bool whole = p && !options->anew && hd_prepared_usable(p, arena);
  if (p)
    hd_prepared_take_patterns(p, o->rules, !whole || options->n_folders > 0);
  else
    o->rules->needed = hd_needed_new(arena);
  if (!p || !whole || options->n_folders > 0) /* words will be entered */
    o->rules->needed->lexicon = o->rules->lexicon;
  if (whole)
    take_prepared(o, p);
  else
    read_embedded(o);
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

/* Has a pack of this name been opened? */
static const hd_pack *find_pack(const hd_rules *r, const char *name) {
  for (size_t i = 0; i < r->packs.n; i++)
    if (strcmp(r->packs.items[i]->name, name) == 0)
      return r->packs.items[i];
  return NULL;
}

/* The pack's own overrides must be built-in rules; its name its own. */
static bool admit_pack(opening *o, const hd_pack *pack) {
  hd_rules *r = o->rules;
  const hd_pack *other = find_pack(r, pack->name);
  if (other && strcmp(other->folder, pack->folder) != 0) {
    add_error(r, pack->manifest, 0,
              hd_arena_format(r->arena,
                              "the name \"%s\" is taken by the pack in %s",
                              pack->name, other->folder));
    return false;
  }
  for (size_t i = 0; i < pack->overrides.n; i++) {
    const hd_script *old = find_script(o, pack->overrides.items[i]);
    if (old && (old->info.builtin || old->pack == other))
      continue;
    add_error(r, pack->manifest, 0,
              hd_arena_format(r->arena,
                              "overrides: there is no built-in rule \"%s\"",
                              pack->overrides.items[i]));
    return false;
  }
  HD_PUSH(r->arena, &r->packs, pack);
  return true;
}

/* A folder of rules, a pack, or one rule; the helpers are in lib beside it. */
static void open_path(opening *o, uint32_t folder, const char *path) {
  hd_arena *arena = o->rules->arena;
  hd_rule_files files;
  hd_error error;
  o->pack = hd_pack_read(arena, path, o->rules->version, &error);
  if (error.message) {
    HD_PUSH(arena, &o->rules->errors, error);
    return;
  }
  if (o->pack && !admit_pack(o, o->pack))
    return;
  if (!hd_folder_list(arena, path, o->pack, &files, &error))
    HD_PUSH(arena, &o->rules->errors, error);
  for (size_t i = 0; i < files.n; i++) {
    const char *file = files.items[i].path;
    hd_str source = read_file(o, file);
    if (source.p && files.items[i].helper)
      add_library(o, folder, file, source);
    else if (source.p)
      open_script(o, folder, file, stem_of(arena, file), source);
  }
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
  r->version = options->version ? options->version : "";
  r->max_instructions =
      options->max_instructions ? options->max_instructions : 200000000;
  r->max_memory = options->max_memory ? options->max_memory : 256u << 20;
  open_embedded(&o, options);
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
    hd_regex_drop(rules->patterns.items[i]);
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
    for (size_t k = 0; k < s->n_examples; k++)
      HD_PUSH(arena, &all, s->examples[k]);
  }
  *examples = all.items;
  return all.n;
}
