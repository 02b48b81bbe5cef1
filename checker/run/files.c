/* files: the names below a path that hedui reads, for users of the library.
 * The array, its strings and the struct itself live in one arena. */
#include "run.h"

hd_files *hd_files_below(const char *path) {
  hd_arena *arena = hd_arena_new();
  hd_files *files = HD_NEW(arena, hd_files);
  hd_error error = {0};
  files->memory = arena;
  hd_walked walked = {0};
  if (!hd_walk(arena, path, &walked, &error)) {
    files->error = error.message ? error.message : "it cannot be read";
    return files;
  }
  files->names = walked.files;
  files->n = walked.n;
  files->skipped = walked.skipped;
  files->ignored = walked.ignored;
  return files;
}

void hd_files_free(hd_files *files) {
  if (files)
    hd_arena_free(files->memory);
}
