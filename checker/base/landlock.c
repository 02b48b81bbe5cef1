/* landlock: a process gives up files, where the kernel has Landlock.
 *
 * In: paths. Out: a ruleset of the kernel. The C library has no calls for it,
 * so the system calls are made by number. */
#include "landlock.h"
#include <fcntl.h>
#include <linux/landlock.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

static int version(void) {
  return (int)syscall(SYS_landlock_create_ruleset, NULL, 0,
                      LANDLOCK_CREATE_RULESET_VERSION);
}

bool hd_landlock_is_there(void) { return version() >= 1; }

/* Every right on files that this version of Landlock knows. */
static uint64_t all_rights(int of_version) {
  static const unsigned rights[] = {0, 13, 14, 15, 15, 16};
  const int last = (int)(sizeof rights / sizeof *rights) - 1;
  return (1ULL << rights[of_version < last ? of_version : last]) - 1;
}

int hd_landlock_new(void) {
  int known = version();
  if (known < 1)
    return -1;
  struct landlock_ruleset_attr attr = {.handled_access_fs = all_rights(known)};
  return (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
}

/* The rights of a folder, of which a file has no READ_DIR. */
static uint64_t rights_of(unsigned what) {
  uint64_t rights = 0;
  if (what & HD_LANDLOCK_READ)
    rights |= LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  if (what & HD_LANDLOCK_RUN)
    rights |= LANDLOCK_ACCESS_FS_EXECUTE;
  return rights;
}

void hd_landlock_allow(int ruleset, const char *path, unsigned what) {
  int fd = open(path, O_PATH | O_CLOEXEC);
  if (fd < 0)
    return;
  struct landlock_path_beneath_attr rule = {rights_of(what), fd};
  if (syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule,
              0)) {
    rule.allowed_access &= ~(uint64_t)LANDLOCK_ACCESS_FS_READ_DIR;
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule,
            0);
  }
  close(fd);
}

void hd_landlock_enter(int ruleset) {
  syscall(SYS_landlock_restrict_self, ruleset, 0);
}
