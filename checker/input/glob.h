/* glob: patterns of file names, in the syntax of gitignore. */
#ifndef HD_INPUT_GLOB_H
#define HD_INPUT_GLOB_H
#include "../base/base.h"

/* One pattern: *, ?, [a-z] (no slash inside), and ** as a whole part between
 * slashes. */
typedef struct {
  hd_str text;      /* without !, without slashes at both ends */
  bool negated;     /* it began with ! */
  bool folder_only; /* it ended with a slash */
  bool anchored;    /* it holds a slash: the whole path is matched, otherwise
                       the last part of it */
} hd_glob;

/* Reads a line of a gitignore file; false where it is empty or a comment. */
bool hd_glob_read(hd_str line, hd_glob *glob);
/* Does it name the path (parts with slashes between, from the folder of the
 * pattern on)? */
bool hd_glob_matches(const hd_glob *glob, hd_str path, bool folder);
#endif
