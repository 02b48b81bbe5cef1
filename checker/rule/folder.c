/* folder: see folder.h. */
#include "folder.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#define MANIFEST "pack.lua"

typedef struct {
  hd_arena *arena;
  hd_rule_files *files;
  hd_error *error;
} listing;

static int choose_lua(const struct dirent *entry) {
  size_t n = strlen(entry->d_name);
  return entry->d_name[0] != '.' && n > 4 &&
         strcmp(entry->d_name + n - 4, ".lua") == 0 &&
         strcmp(entry->d_name, MANIFEST) != 0;
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

static void add(listing *l, const char *path, bool helper) {
  hd_rule_file file = {path, helper};
  HD_PUSH(l->arena, l->files, file);
}

/* Each *.lua of a folder; one that is not there has no helpers. */
static bool list_files(listing *l, const char *path, bool helpers) {
  struct dirent **names = NULL;
  int n = scandir(path, &names, choose_lua, by_bytes);
  if (n < 0 && !helpers)
    *l->error = (hd_error){.file = path, .message = strerror(errno)};
  for (int i = 0; i < n; i++) {
    add(l, hd_arena_format(l->arena, "%s/%s", path, names[i]->d_name), helpers);
    free(names[i]);
  }
  free(names);
  return n >= 0 || helpers;
}

/* The rules of the folders inside one. */
static bool list_inner(listing *l, const char *path) {
  struct dirent **names = NULL;
  bool good = true;
  int n = scandir(path, &names, choose_folder, by_bytes);
  for (int i = 0; i < n; i++) {
    const char *inner =
        hd_arena_format(l->arena, "%s/%s", path, names[i]->d_name);
    const char *manifest = hd_arena_format(l->arena, "%s/" MANIFEST, inner);
    if (good && access(manifest, F_OK) == 0) {
      *l->error = (hd_error){
          .file = inner,
          .message = "it is a pack inside another folder: give it to --rules"};
      good = false;
    }
    good = good && list_files(l, inner, false);
    free(names[i]);
  }
  free(names);
  return good;
}

bool hd_folder_list(hd_arena *arena, const char *path, const hd_pack *pack,
                    hd_rule_files *files, hd_error *error) {
  listing l = {arena, files, error};
  bool rule;
  const char *folder = hd_pack_folder(arena, path, &rule);
  bool here = rule && !strchr(path, '/'); /* it keeps the name it was given */
  *files = (hd_rule_files){0};
  *error = (hd_error){0};
  list_files(&l, here ? "lib" : hd_arena_format(arena, "%s/lib", folder), true);
  if (rule) {
    add(&l, hd_arena_copy(arena, path, strlen(path)), false);
    return true;
  }
  for (size_t i = 0; pack && i < pack->rules.n; i++)
    add(&l, pack->rules.items[i], false);
  if (pack && pack->rules.n)
    return true;
  return list_files(&l, folder, false) && list_inner(&l, folder);
}
