/* config: .hedui.lua, from a file to rows in the order in which they hold.
 *
 * In: the path. Out: rows of what it extends (depth first, each file once),
 * then its own, then those of overrides, each with the file and line where it
 * stands. Only the shape is judged here: which keys are tables, and of what. */
#include "../rule/config.h"
#include "../input/glob.h"
#include "run.h"
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGEST = 1 << 20, MOST_FILES = 32 };

typedef struct {
  HD_VEC(hd_glob) globs; /* `files` of one override */
} file_globs;

/* Behind config->memory. */
typedef struct {
  hd_arena *arena;
  const char *folder; /* of the configuration, absolute, slash behind it */
  HD_VEC(file_globs) overrides;
} config_memory;

typedef struct {
  hd_arena *arena;
  config_memory *memory;
  HD_VEC(hd_config_row) rows;  /* that hold for all files */
  HD_VEC(hd_config_row) later; /* of overrides */
  HD_VEC(const char *) files;  /* real paths of those that were read */
  hd_error error;
} reading;

/* Of one file on its way. */
typedef struct {
  reading *r;
  const char *file, *folder;
  unsigned first; /* overrides there were before it */
} source;

/* ---- files --------------------------------------------------------------- */

static bool fail(reading *r, const char *file, uint32_t line,
                 const char *message) {
  r->error = (hd_error){.file = file, .line = line, .message = message};
  return false;
}

static bool read_file(reading *r, const char *path, hd_str *text) {
  struct stat st;
  FILE *in = NULL;
  if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
    return fail(r, path, 0, "a configuration is a file");
  if (!(in = fopen(path, "rb")))
    return fail(r, path, 0,
                errno == ENOENT ? "there is no such file"
                                : "it cannot be read");
  char *bytes = hd_arena_alloc(r->arena, LARGEST + 1);
  size_t n = fread(bytes, 1, LARGEST + 1, in);
  fclose(in);
  if (n > LARGEST)
    return fail(r, path, 0, "a configuration may have 1 MB");
  *text = (hd_str){bytes, n};
  return true;
}

/* "a/b/" of "a/b/c", "" of "c". */
static const char *folder_of(hd_arena *arena, const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? hd_arena_copy(arena, path, (size_t)(slash - path) + 1) : "";
}

/* ---- leaves to rows ------------------------------------------------------ */

static const char *type_name(hd_config_type type) {
  static const char *const names[] = {"string", "number", "boolean"};
  return names[type];
}

/* Leaf without its first n parts. */
static hd_config_leaf inner(const hd_config_leaf *leaf, size_t n) {
  hd_config_leaf rest = *leaf;
  rest.n_parts -= n;
  for (size_t i = 0; i < rest.n_parts; i++) {
    rest.parts[i] = leaf->parts[i + n];
    rest.listed[i] = leaf->listed[i + n];
  }
  return rest;
}

/* Keys whose values have names: least of them and most, and what a value
 * looks like. */
static const struct {
  const char *key;
  size_t least, most;
  const char *form;
} named_keys[] = {
    {"severity", 1, 1, "it is {RULE = LEVEL}"},
    {"params", 2, 2, "it is {RULE = {PARAM = VALUE}}"},
    {"least", 1, 2,
     "it is {amount = \"100万元\", percent = 0.1, RULE = {...}}"},
};

static size_t named_key(const char *key) {
  size_t i = 0;
  while (i < sizeof named_keys / sizeof *named_keys &&
         strcmp(named_keys[i].key, key) != 0)
    i++;
  return i;
}

/* references = {{file = ..., columns = {subject = ...}}, ...} */
static bool is_reference(const hd_config_leaf *leaf) {
  return leaf->n_parts > 0 && strcmp(leaf->parts[0], "references") == 0 &&
         !leaf->listed[0];
}

static const char *judge_reference(const hd_config_leaf *leaf) {
  size_t n = leaf->n_parts;
  bool listed = n >= 3 && leaf->listed[1] && !leaf->listed[2];
  bool columns = n == 4 && !leaf->listed[3];
  return listed && (n == 3 || columns)
             ? NULL
             : "it is a list of tables: {{file = \"known.csv\", columns = "
               "{subject = \"...\"}}}";
}

/* How many names stand behind the key of a leaf. */
static size_t count_names(const hd_config_leaf *leaf) {
  size_t kind = named_key(leaf->parts[0]), n = 0;
  if (kind == sizeof named_keys / sizeof *named_keys)
    return 0;
  while (n < named_keys[kind].most && n + 1 < leaf->n_parts &&
         !leaf->listed[n + 1])
    n++;
  return n;
}

/* How many parts a key may have, and which of them are names. What is wrong,
 * or NULL. */
static const char *judge_shape(const hd_config_leaf *leaf) {
  size_t kind = named_key(leaf->parts[0]), names = 1 + count_names(leaf);
  bool named = kind < sizeof named_keys / sizeof *named_keys;
  bool severity = kind == 0;
  if (leaf->listed[0])
    return "a key is a name";
  if (is_reference(leaf))
    return judge_reference(leaf);
  if (named && names < 1 + named_keys[kind].least)
    return leaf->n_parts > names ? "names stand here, not a list"
                                 : named_keys[kind].form;
  if (severity && leaf->n_parts > names)
    return named_keys[kind].form;
  if (leaf->n_parts > names + 1 ||
      (leaf->n_parts == names + 1 && !leaf->listed[names]))
    return "it is one value, or a list of them";
  return NULL;
}

static hd_config_row row_of(const source *s, const hd_config_leaf *leaf) {
  hd_config_row row = {.key = leaf->parts[0],
                       .name = "",
                       .value = leaf->text,
                       .type = type_name(leaf->type),
                       .file = s->file,
                       .line = leaf->line,
                       .folder = s->folder};
  size_t names = is_reference(leaf) ? leaf->n_parts - 1 : count_names(leaf);
  if (names > 0)
    row.name = leaf->parts[1];
  if (names > 1)
    row.name =
        hd_arena_format(s->r->arena, "%s.%s", leaf->parts[1], leaf->parts[2]);
  if (names > 2)
    row.name = hd_arena_format(s->r->arena, "%s.%s", row.name, leaf->parts[3]);
  return row;
}

/* Is the leaf one more element of the list that the last row holds? */
static bool continues(const hd_config_row *last, const hd_config_row *row,
                      const hd_config_leaf *leaf) {
  return strcmp(row->key, "params") == 0 && leaf->n_parts == 4 &&
         last->file == row->file && last->override == row->override &&
         strcmp(last->key, row->key) == 0 &&
         strcmp(last->name, row->name) == 0 && strcmp(leaf->parts[3], "1") != 0;
}

#define ADD_ROW(arena, rows, row, leaf)                                        \
  do {                                                                         \
    hd_config_row *last = (rows)->n ? &(rows)->items[(rows)->n - 1] : NULL;    \
    if (last && continues(last, &(row), (leaf)))                               \
      last->value =                                                            \
          hd_arena_format((arena), "%s,%s", last->value, (row).value);         \
    else                                                                       \
      HD_PUSH((arena), (rows), (row));                                         \
  } while (0)

static bool say_shape(const source *s, const hd_config_leaf *leaf,
                      const char *wrong) {
  return fail(s->r, s->file, leaf->line,
              hd_arena_format(s->r->arena, "%s: %s", leaf->parts[0], wrong));
}

/* A pattern of `files`. */
static bool add_glob(const source *s, unsigned override,
                     const hd_config_leaf *leaf) {
  hd_glob glob;
  reading *r = s->r;
  bool shaped = leaf->n_parts == 1 || (leaf->n_parts == 2 && leaf->listed[1]);
  if (!shaped || leaf->type != HD_LEAF_STRING ||
      !hd_glob_read(hd_str_of(leaf->text), &glob) || glob.negated)
    return say_shape(s, leaf, "it is a pattern of file names, or a list");
  HD_PUSH(r->arena, &r->memory->overrides.items[override - 1].globs, glob);
  return true;
}

/* overrides[i].KEY...: opens override i where it is new. */
static bool take_override(const source *s, const hd_config_leaf *leaf) {
  reading *r = s->r;
  if (leaf->n_parts < 3 || !leaf->listed[1] || leaf->listed[2])
    return say_shape(s, leaf,
                     "it is a list of tables: {{files = \"*.md\", "
                     "...}, ...}");
  /* the leaves come by their numbers: the open override, or the next one */
  long long nth = strtoll(leaf->parts[1], NULL, 10);
  long long known = (long long)r->memory->overrides.n - s->first;
  if (nth < 1 || nth > known + 1)
    return say_shape(s, leaf,
                     "its tables are numbered from 1 on, "
                     "and each has files");
  if (nth > known)
    HD_PUSH(r->arena, &r->memory->overrides, (file_globs){0});
  unsigned override = s->first + (unsigned)nth;
  hd_config_leaf rest = inner(leaf, 2);
  if (strcmp(rest.parts[0], "files") == 0)
    return add_glob(s, override, &rest);
  if (strcmp(rest.parts[0], "extends") == 0 ||
      strcmp(rest.parts[0], "overrides") == 0)
    return say_shape(s, &rest, "it does not stand inside overrides");
  const char *wrong = judge_shape(&rest);
  if (wrong)
    return say_shape(s, &rest, wrong);
  hd_config_row row = row_of(s, &rest);
  row.override = override;
  ADD_ROW(r->arena, &r->later, row, &rest);
  return true;
}

static bool take_leaf(const source *s, const hd_config_leaf *leaf) {
  if (strcmp(leaf->parts[0], "extends") == 0)
    return true;
  if (strcmp(leaf->parts[0], "overrides") == 0 && !leaf->listed[0])
    return take_override(s, leaf);
  const char *wrong = judge_shape(leaf);
  if (wrong)
    return say_shape(s, leaf, wrong);
  hd_config_row row = row_of(s, leaf);
  ADD_ROW(s->r->arena, &s->r->rows, row, leaf);
  return true;
}

static bool judge_overrides(const source *s) {
  const config_memory *memory = s->r->memory;
  for (size_t i = s->first; i < memory->overrides.n; i++)
    if (memory->overrides.items[i].globs.n == 0)
      return fail(s->r, s->file, 0,
                  hd_arena_format(s->r->arena,
                                  "overrides[%zu]: files is "
                                  "missing",
                                  i + 1 - s->first));
  return true;
}

/* ---- a file and what it extends ------------------------------------------ */

static bool open_file(reading *r, const char *file);

static bool extend(const source *s, const hd_config_leaf *leaf) {
  bool shaped = leaf->n_parts == 1 || (leaf->n_parts == 2 && leaf->listed[1]);
  if (!shaped || leaf->type != HD_LEAF_STRING || !*leaf->text)
    return say_shape(s, leaf, "it is the path of a configuration, or a list");
  const char *folder = leaf->text[0] == '/' ? "" : s->folder;
  if (open_file(s->r, hd_arena_format(s->r->arena, "%s%s", folder, leaf->text)))
    return true;
  if (s->r->error.line == 0) /* the file itself: say who wants it */
    return fail(s->r, s->file, leaf->line,
                hd_arena_format(s->r->arena, "extends %s: %s", leaf->text,
                                s->r->error.message));
  return false;
}

/* Was the file read before? Otherwise it is noted. */
static bool known_file(reading *r, const char *file) {
  char *real = realpath(file, NULL);
  const char *own = real ? hd_arena_copy(r->arena, real, strlen(real)) : file;
  free(real);
  for (size_t i = 0; i < r->files.n; i++)
    if (strcmp(r->files.items[i], own) == 0)
      return true;
  HD_PUSH(r->arena, &r->files, own);
  return false;
}

static bool open_file(reading *r, const char *file) {
  hd_str text;
  hd_config_leaves leaves;
  if (known_file(r, file))
    return true;
  if (r->files.n > MOST_FILES)
    return fail(r, file, 0, "more than 32 configurations extend each other");
  if (!read_file(r, file, &text) ||
      !hd_config_load(r->arena, file, text, &leaves, &r->error))
    return false;
  source s = {r, file, folder_of(r->arena, file), 0};
  for (size_t i = 0; i < leaves.leaves.n; i++)
    if (strcmp(leaves.leaves.items[i].parts[0], "extends") == 0 &&
        !extend(&s, &leaves.leaves.items[i]))
      return false;
  s.first = (unsigned)r->memory->overrides.n;
  for (size_t i = 0; i < leaves.leaves.n; i++)
    if (!take_leaf(&s, &leaves.leaves.items[i]))
      return false;
  return judge_overrides(&s);
}

/* ---- the public calls ---------------------------------------------------- */

static const char *absolute_folder(hd_arena *arena, const char *file) {
  const char *folder = folder_of(arena, file);
  char *real = realpath(*folder ? folder : ".", NULL);
  const char *full =
      real ? hd_arena_format(arena, "%s%s", real, real[1] ? "/" : "") : folder;
  free(real);
  return full;
}

hd_config *hd_config_open(const char *file) {
  hd_arena *arena = hd_arena_new();
  hd_config *config = HD_NEW(arena, hd_config);
  config_memory *memory = HD_NEW(arena, config_memory);
  reading r = {.arena = arena, .memory = memory};
  memory->arena = arena;
  config->memory = memory;
  config->file = hd_arena_copy(arena, file, strlen(file));
  memory->folder = absolute_folder(arena, file);
  if (!open_file(&r, config->file)) {
    hd_failure *failure = HD_NEW(arena, hd_failure);
    *failure = (hd_failure){r.error.file, r.error.line, r.error.line ? 1 : 0,
                            "", r.error.message};
    config->error = failure;
    return config;
  }
  for (size_t i = 0; i < r.later.n; i++)
    HD_PUSH(arena, &r.rows, r.later.items[i]);
  config->rows = r.rows.items;
  config->n = r.rows.n;
  config->n_overrides = (unsigned)memory->overrides.n;
  return config;
}

void hd_config_free(hd_config *config) {
  if (config)
    hd_arena_free(((config_memory *)config->memory)->arena);
}

/* The path of an input from `folder` on; as it is where it lies elsewhere. */
static hd_str seen_from(const char *folder, const char *input, char *real) {
  const char *slash = strrchr(input, '/');
  size_t n = strlen(folder), used;
  char *own = slash ? strndup(input, (size_t)(slash - input) + 1) : strdup(".");
  bool found = own && realpath(own, real);
  free(own);
  used = found ? strlen(real) : 0;
  const char *name = slash ? slash + 1 : input;
  if (!found || used + strlen(name) + 2 > PATH_MAX)
    return hd_str_of(input);
  sprintf(real + used, "%s%s", real[1] ? "/" : "", name);
  return hd_str_of(strncmp(real, folder, n) == 0 ? real + n : input);
}

/* A pattern holds for the file it names and for all in a folder it names. */
static bool names(const hd_glob *glob, hd_str path) {
  if (hd_glob_matches(glob, path, false))
    return true;
  for (size_t n = path.n; n-- > 0;)
    if (path.p[n] == '/' && hd_glob_matches(glob, (hd_str){path.p, n}, true))
      return true;
  return false;
}

int hd_config_holds(const hd_config *config, unsigned override,
                    const char *input) {
  char real[PATH_MAX + 1];
  const config_memory *memory = config->memory;
  if (override == 0)
    return 1;
  if (override > memory->overrides.n)
    return 0;
  hd_str path = seen_from(memory->folder, input, real);
  const file_globs *files = &memory->overrides.items[override - 1];
  for (size_t i = 0; i < files->globs.n; i++)
    if (names(&files->globs.items[i], path))
      return 1;
  return 0;
}

/* Is there a configuration in the folder path[0..n), which gets its name? */
static bool try_folder(char *path, size_t n, size_t size) {
  static const char name[] = "/.hedui.lua";
  struct stat st;
  if (n + sizeof name > size)
    return false;
  memcpy(path + n, name, sizeof name);
  return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

/* A path in the working folder without that folder's name. */
static void shorten(char *path) {
  char here[PATH_MAX];
  size_t n = getcwd(here, sizeof here) ? strlen(here) : 0;
  if (n > 1 && strncmp(path, here, n) == 0 && path[n] == '/')
    memmove(path, path + n + 1, strlen(path + n + 1) + 1);
}

int hd_config_find(const char *input, char *path, size_t size) {
  char real[PATH_MAX];
  const char *slash = strrchr(input, '/');
  char *own = slash ? strndup(input, (size_t)(slash - input) + 1) : NULL;
  bool good = own && realpath(own, real);
  free(own);
  if (!good && !getcwd(real, sizeof real))
    return 0;
  size_t n = strlen(real);
  n = n == 1 ? 0 : n; /* "/" is the folder without a name */
  while (n < size) {
    memcpy(path, real, n);
    if (try_folder(path, n, size)) {
      shorten(path);
      return 1;
    }
    if (n == 0)
      break;
    while (real[--n] != '/')
      continue;
  }
  return 0;
}
