/* walk: the files below a folder that hedui reads.
 *
 * In: a path. Out: names in byte order, without hidden names (Word's ~$ for
 * what is open at the moment is one), links and what a
 * .heduiignore names. The folders that are still to be listed wait in a list,
 * so that no depth of nesting is a depth of calls. */
#include "format.h"
#include "ignore.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef struct {
  const char *path, *full; /* as the user says it; absolute */
  const hd_ignore *ignore; /* of its own file and those above */
} place;

typedef struct {
  hd_arena *arena;
  HD_VEC(place) folders; /* still to be listed */
  HD_VEC(const char *) files;
  size_t skipped, ignored;
} walker;

static const char *join_path(hd_arena *arena, const char *folder,
                             const char *name) {
  size_t n = strlen(folder);
  const char *slash = n && folder[n - 1] == '/' ? "" : "/";
  return hd_arena_format(arena, "%s%s%s", folder, slash, name);
}

static void add_folder(walker *w, const char *path, const char *full,
                       const hd_ignore *above) {
  place p = {path, full, hd_ignore_enter(w->arena, full, above)};
  HD_PUSH(w->arena, &w->folders, p);
}

static void take(walker *w, const place *folder, const char *name) {
  struct stat st;
  const char *path = join_path(w->arena, folder->path, name);
  const char *full = join_path(w->arena, folder->full, name);
  if (lstat(path, &st) != 0)
    return;
  if (hd_ignore_names(folder->ignore, full, S_ISDIR(st.st_mode)))
    w->ignored++;
  else if (S_ISDIR(st.st_mode))
    add_folder(w, path, full, folder->ignore);
  else if (S_ISREG(st.st_mode) && hd_format_is_walked(path))
    HD_PUSH(w->arena, &w->files, path);
  else if (S_ISREG(st.st_mode))
    w->skipped++;
}

static bool fail(hd_error *error, const char *file, const char *message) {
  *error = (hd_error){.file = file, .message = message};
  return false;
}

static bool is_hidden(const char *name) {
  return name[0] == '.' || (name[0] == '~' && name[1] == '$');
}

static bool list_folder(walker *w, const place *folder, hd_error *error) {
  DIR *dir = opendir(folder->path);
  if (!dir)
    return fail(error, folder->path,
                errno == EACCES ? "no permission to list this folder"
                                : "this folder cannot be listed");
  errno = 0;
  for (struct dirent *e; (e = readdir(dir)); errno = 0)
    if (!is_hidden(e->d_name))
      take(w, folder, e->d_name);
  int code = errno;
  closedir(dir);
  return code == 0 || fail(error, folder->path, "this folder cannot be listed");
}

static int by_bytes(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The folder to begin with, as an absolute path; where it has none the
 * patterns are seen from the path as it is. */
static void add_first(walker *w, const char *path) {
  char *real = realpath(path, NULL);
  const char *full = real ? hd_arena_copy(w->arena, real, strlen(real)) : path;
  free(real);
  add_folder(w, path, full, hd_ignore_above(w->arena, full));
}

bool hd_walk(hd_arena *arena, const char *path, hd_walked *walked,
             hd_error *error) {
  walker w = {.arena = arena};
  struct stat st;
  if (stat(path, &st) != 0)
    return fail(error, path,
                errno == EACCES ? "no permission to read it"
                                : "there is no such file or folder");
  const char *own = hd_arena_copy(arena, path, strlen(path));
  if (S_ISDIR(st.st_mode))
    add_first(&w, own);
  else
    HD_PUSH(arena, &w.files, own);
  while (w.folders.n > 0) {
    place folder = w.folders.items[--w.folders.n];
    if (!list_folder(&w, &folder, error))
      return false;
  }
  if (w.files.n > 1)
    qsort(w.files.items, w.files.n, sizeof *w.files.items, by_bytes);
  *walked = (hd_walked){w.files.items, w.files.n, w.skipped, w.ignored};
  return true;
}
