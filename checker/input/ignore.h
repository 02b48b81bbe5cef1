/* ignore: .heduiignore, files of patterns that folders are walked without.
 *
 * Each folder may have one; its patterns are seen from that folder. Among all
 * that hold, those of the innermost folder come first, and in a file the last
 * line that names a path decides. */
#ifndef HD_INPUT_IGNORE_H
#define HD_INPUT_IGNORE_H
#include "../base/base.h"

/* Of one folder, then of those around it. NULL: there is none. */
typedef struct hd_ignore hd_ignore;
/* The patterns of `folder` (an absolute path) before those of `outer`. */
const hd_ignore *hd_ignore_enter(hd_arena *arena, const char *folder,
                                 const hd_ignore *outer);
/* Those of the folders above `folder`. */
const hd_ignore *hd_ignore_above(hd_arena *arena, const char *folder);
/* Is the absolute path left out? */
bool hd_ignore_names(const hd_ignore *ignore, const char *path, bool folder);
#endif
