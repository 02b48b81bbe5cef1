/* walk: the files below a folder that hedui reads.
 *
 * In: a path. Out: names in byte order, without hidden names and links. The
 * folders that are still to be listed wait in a list, so that no depth of
 * nesting is a depth of calls. */
#include "format.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef struct {
  hd_arena *arena;
  HD_VEC(const char *) folders; /* still to be listed */
  HD_VEC(const char *) files;
  size_t skipped;
} walker;

static const char *join_path(hd_arena *arena, const char *folder,
                             const char *name) {
  size_t n = strlen(folder);
  const char *slash = n && folder[n - 1] == '/' ? "" : "/";
  return hd_arena_format(arena, "%s%s%s", folder, slash, name);
}

static void take(walker *w, const char *path) {
  struct stat st;
  if (lstat(path, &st) != 0)
    return;
  if (S_ISDIR(st.st_mode))
    HD_PUSH(w->arena, &w->folders, path);
  else if (S_ISREG(st.st_mode) && hd_format_is_walked(path))
    HD_PUSH(w->arena, &w->files, path);
  else if (S_ISREG(st.st_mode))
    w->skipped++;
}

static bool fail(hd_error *error, const char *file, const char *message) {
  *error = (hd_error){.file = file, .message = message};
  return false;
}

static bool list_folder(walker *w, const char *folder, hd_error *error) {
  DIR *dir = opendir(folder);
  if (!dir)
    return fail(error, folder,
                errno == EACCES ? "no permission to list this folder"
                                : "this folder cannot be listed");
  errno = 0;
  for (struct dirent *e; (e = readdir(dir)); errno = 0)
    if (e->d_name[0] != '.')
      take(w, join_path(w->arena, folder, e->d_name));
  int code = errno;
  closedir(dir);
  return code == 0 || fail(error, folder, "this folder cannot be listed");
}

static int by_bytes(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool hd_walk(hd_arena *arena, const char *path, const char ***files, size_t *n,
             size_t *skipped, hd_error *error) {
  walker w = {.arena = arena};
  struct stat st;
  if (stat(path, &st) != 0)
    return fail(error, path,
                errno == EACCES ? "no permission to read it"
                                : "there is no such file or folder");
  const char *own = hd_arena_copy(arena, path, strlen(path));
  if (S_ISDIR(st.st_mode))
    HD_PUSH(arena, &w.folders, own);
  else
    HD_PUSH(arena, &w.files, own);
  while (w.folders.n > 0)
    if (!list_folder(&w, w.folders.items[--w.folders.n], error))
      return false;
  if (w.files.n > 1)
    qsort(w.files.items, w.files.n, sizeof *w.files.items, by_bytes);
  *files = w.files.items;
  *n = w.files.n;
  *skipped = w.skipped;
  return true;
}
