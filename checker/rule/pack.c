/* pack: see pack.h. */
#include "pack.h"
#include "config.h"
#include "rule.h"
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

enum { LARGEST = 1 << 16 };
#define MANIFEST "pack.lua"

typedef struct {
  hd_arena *arena;
  hd_pack *pack;
  hd_error *error;
} reader;

static bool fail(reader *r, uint32_t line, const char *message) {
  if (!r->error->message)
    *r->error = (hd_error){r->pack->manifest, line, 0, message};
  return false;
}

/* ---- where --------------------------------------------------------- */
static bool ends(const char *s, const char *tail) {
  return hd_str_ends(hd_str_of(s), hd_str_of(tail));
}

const char *hd_pack_folder(hd_arena *arena, const char *path, bool *rule) {
  struct stat st;
  size_t n = strlen(path);
  while (n > 1 && path[n - 1] == '/')
    n--;
  path = hd_arena_copy(arena, path, n);
  const char *slash = strrchr(path, '/');
  const char *name = slash ? slash + 1 : path;
  bool file = ends(name, ".lua") && strlen(name) > 4 && stat(path, &st) == 0 &&
              S_ISREG(st.st_mode);
  *rule = file && strcmp(name, MANIFEST) != 0;
  if (!file)
    return path;
  return slash ? hd_arena_copy(arena, path,
                               slash > path ? (size_t)(slash - path) : 1)
               : ".";
}

/* The text of the manifest; p NULL where there is none. */
static hd_str read_text(reader *r, const char *path) {
  char piece[4096];
  hd_buffer b = {0};
  FILE *in = fopen(path, "rb");
  if (!in) {
    if (errno != ENOENT && errno != ENOTDIR)
      fail(r, 0, strerror(errno));
    return (hd_str){NULL, 0};
  }
  for (size_t n = 1; n > 0 && b.n <= LARGEST;)
    if ((n = fread(piece, 1, sizeof piece, in)) > 0)
      hd_buffer_add(&b, piece, n);
  if (ferror(in))
    fail(r, 0, strerror(errno));
  if (b.n > LARGEST)
    fail(r, 0, "a manifest may have 64 KB");
  fclose(in);
  hd_str text = {hd_arena_copy(r->arena, b.p ? b.p : "", b.n), b.n};
  hd_buffer_free(&b);
  return text;
}

/* ---- fields -------------------------------------------------------- */
typedef struct {
  const char *name;
  const char **text;   /* or */
  hd_pack_names *list; /* a string or a list of them */
  bool needed;
} field;

/* Does the path stay in the folder? */
static bool is_inside(const char *path) {
  if (!*path || *path == '/' || strchr(path, '\\'))
    return false;
  for (const char *p = path; p; p = strchr(p, '/') ? strchr(p, '/') + 1 : NULL)
    if (p[0] == '.' || p[0] == '/')
      return false;
  return true;
}

static bool is_name(const char *s) {
  return *s && !s[strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-")];
}

static bool take_leaf(reader *r, const field *fields, size_t n,
                      const hd_config_leaf *leaf) {
  const char *known[16], *name = leaf->parts[0];
  const field *f = NULL;
  for (size_t i = 0; i < n; i++) {
    known[i] = fields[i].name;
    if (!leaf->listed[0] && strcmp(fields[i].name, name) == 0)
      f = &fields[i];
  }
  if (!f) {
    const char *near = hd_nearest(name, known, n);
    return fail(r, leaf->line,
                near ? hd_arena_format(
                           r->arena, "a pack has no '%s' (did you mean '%s'?)",
                           name, near)
                     : hd_arena_format(r->arena, "a pack has no '%s'", name));
  }
  bool list = leaf->n_parts == 2 && leaf->listed[1] && f->list;
  if (leaf->type != HD_LEAF_STRING || (leaf->n_parts != 1 && !list))
    return fail(r, leaf->line,
                hd_arena_format(r->arena, "%s must be a string%s", name,
                                f->list ? " or a list of strings" : ""));
  if (f->text)
    *f->text = leaf->text;
  else
    HD_PUSH(r->arena, f->list, leaf->text);
  return true;
}

/* "0.1" of "0.1.0": numbers and points. */
static bool is_version(const char *s) {
  return *s >= '0' && *s <= '9' && !s[strspn(s, "0123456789.")];
}

static bool check_head(reader *r, const char *version) {
  const hd_pack *p = r->pack;
  if (!is_name(p->name))
    return fail(r, 0,
                hd_arena_format(r->arena,
                                "name may hold a-z, 0-9 and -, not \"%s\"",
                                p->name));
  if (!is_version(p->version) || !is_version(p->hedui))
    return fail(r, 0,
                hd_arena_format(
                    r->arena, "%s is a version such as \"1.2.0\", not \"%s\"",
                    is_version(p->version) ? "hedui" : "version",
                    is_version(p->version) ? p->hedui : p->version));
  if (strverscmp(p->hedui, version) > 0)
    return fail(r, 0,
                hd_arena_format(r->arena,
                                "the pack needs hedui %s, this is hedui %s",
                                p->hedui, version));
  return true;
}

/* Turns the names of a list into paths that must be there. */
static bool check_paths(reader *r, const char *what, hd_pack_names *list,
                        const char *suffix, mode_t kind) {
  for (size_t i = 0; i < list->n; i++) {
    struct stat st;
    const char *name = list->items[i];
    if (!is_inside(name))
      return fail(r, 0,
                  hd_arena_format(r->arena, "%s: \"%s\" is not in the pack",
                                  what, name));
    const char *path =
        hd_arena_format(r->arena, "%s/%s%s", r->pack->folder, name, suffix);
    if (stat(path, &st) != 0 || (st.st_mode & S_IFMT) != kind)
      return fail(r, 0,
                  hd_arena_format(r->arena, "%s: there is no %s%s", what, name,
                                  suffix));
    list->items[i] = path;
  }
  return true;
}

static bool read_fields(reader *r, hd_str text, const char *version) {
  hd_pack *p = r->pack;
  const field fields[] = {{"name", &p->name, NULL, true},
                          {"version", &p->version, NULL, true},
                          {"licence", &p->licence, NULL, true},
                          {"hedui", &p->hedui, NULL, true},
                          {"summary", &p->summary, NULL, false},
                          {"rules", NULL, &p->rules, false},
                          {"lexicons", NULL, &p->lexicons, false},
                          {"overrides", NULL, &p->overrides, false}};
  const size_t n = sizeof fields / sizeof *fields;
  hd_config_leaves leaves;
  if (!hd_config_load(r->arena, p->manifest, text, &leaves, r->error))
    return false;
  for (size_t i = 0; i < leaves.leaves.n; i++)
    if (!take_leaf(r, fields, n, &leaves.leaves.items[i]))
      return false;
  for (size_t i = 0; i < n; i++)
    if (fields[i].needed && !*fields[i].text)
      return fail(r, 0,
                  hd_arena_format(r->arena, "%s is missing", fields[i].name));
  return check_head(r, version) &&
         check_paths(r, "rules", &p->rules, ".lua", S_IFREG) &&
         check_paths(r, "lexicons", &p->lexicons, "", S_IFDIR);
}

hd_pack *hd_pack_read(hd_arena *arena, const char *path, const char *version,
                      hd_error *error) {
  bool rule;
  hd_pack *p = HD_NEW(arena, hd_pack);
  reader r = {arena, p, error};
  *error = (hd_error){0};
  p->folder = hd_pack_folder(arena, path, &rule);
  p->manifest = hd_arena_format(arena, "%s/" MANIFEST, p->folder);
  hd_str text = read_text(&r, p->manifest);
  if (!text.p || error->message || !read_fields(&r, text, version))
    return NULL;
  return p;
}

bool hd_pack_overrides(const hd_pack *pack, const char *id) {
  for (size_t i = 0; i < pack->overrides.n; i++)
    if (strcmp(pack->overrides.items[i], id) == 0)
      return true;
  return false;
}
