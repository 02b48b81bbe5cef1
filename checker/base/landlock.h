/* landlock: a process gives up files, where the kernel has Landlock. */
#ifndef HD_BASE_LANDLOCK_H
#define HD_BASE_LANDLOCK_H
#include <stdbool.h>
#include <stdint.h>

/* What a ruleset may allow below a path. */
enum { HD_LANDLOCK_READ = 1, HD_LANDLOCK_RUN = 2 };

/* Is there Landlock? */
bool hd_landlock_is_there(void);
/* A ruleset under which no file may be opened, or -1. The caller closes it. */
int hd_landlock_new(void);
/* Allows it below path; nothing where the path is absent. */
void hd_landlock_allow(int ruleset, const char *path, unsigned what);
/* From here on this thread and its children are held to the ruleset. The
 * process must have given up new privileges. */
void hd_landlock_enter(int ruleset);
#endif
