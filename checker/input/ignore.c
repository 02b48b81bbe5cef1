/* ignore: the files .heduiignore of a folder and of those around it.
 *
 * In: absolute paths. Out: whether one is left out. What is inside a folder
 * that is left out is never asked for, as with git: no pattern brings it
 * back. */
#include "ignore.h"
#include "glob.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { LARGEST = 1 << 20 };

struct hd_ignore {
  const hd_ignore *outer;
  size_t base; /* bytes of the folder's path and the slash behind it */
  HD_VEC(hd_glob) globs;
};

/* The text of folder/.heduiignore in the arena; p NULL where there is none. */
static hd_str read_file(hd_arena *arena, const char *folder) {
  struct stat st;
  const char *slash = folder[0] == '/' && !folder[1] ? "" : "/";
  const char *path = hd_arena_format(arena, "%s%s.heduiignore", folder, slash);
  hd_str none = {NULL, 0};
  if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
    return none;
  FILE *in = fopen(path, "rb");
  if (!in)
    return none;
  char *text = hd_arena_alloc(arena, LARGEST);
  size_t n = fread(text, 1, LARGEST, in);
  fclose(in);
  return (hd_str){text, n};
}

static void read_lines(hd_arena *arena, hd_ignore *ignore, hd_str text) {
  if (hd_str_starts(text, HD_STR("\xEF\xBB\xBF")))
    text = (hd_str){text.p + 3, text.n - 3};
  while (text.n > 0) {
    const char *stop = memchr(text.p, '\n', text.n);
    size_t n = stop ? (size_t)(stop - text.p) : text.n;
    hd_glob glob;
    if (hd_glob_read((hd_str){text.p, n}, &glob))
      HD_PUSH(arena, &ignore->globs, glob);
    n += stop != NULL;
    text = (hd_str){text.p + n, text.n - n};
  }
}

const hd_ignore *hd_ignore_enter(hd_arena *arena, const char *folder,
                                 const hd_ignore *outer) {
  hd_str text = read_file(arena, folder);
  if (!text.p)
    return outer;
  hd_ignore *own = HD_NEW(arena, hd_ignore);
  own->outer = outer;
  own->base = strlen(folder) + (folder[1] != '\0');
  read_lines(arena, own, text);
  return own;
}

const hd_ignore *hd_ignore_above(hd_arena *arena, const char *folder) {
  const hd_ignore *found = NULL;
  for (const char *slash = strchr(folder, '/'); slash && slash[1];
       slash = strchr(slash + 1, '/')) {
    size_t n = slash == folder ? 1 : (size_t)(slash - folder);
    found = hd_ignore_enter(arena, hd_arena_copy(arena, folder, n), found);
  }
  return found;
}

bool hd_ignore_names(const hd_ignore *ignore, const char *path, bool folder) {
  for (; ignore; ignore = ignore->outer)
    for (size_t i = ignore->globs.n; i-- > 0;) {
      const hd_glob *glob = &ignore->globs.items[i];
      if (hd_glob_matches(glob, hd_str_of(path + ignore->base), folder))
        return !glob->negated;
    }
  return false;
}
