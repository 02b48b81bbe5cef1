/* sandbox: what a worker may still do once it has begun.
 *
 * A worker reads the drafts it was started for, computes, and writes to its
 * parent. Two layers of the kernel hold it to that, each where there is one:
 * Landlock says which files may be opened, and only for reading; seccomp
 * says which calls there are at all: no sockets, no programs, no processes,
 * no writing but to the parent. Limits hold memory, processor time and core
 * dumps. A missing layer is left out, and hd_sandbox_state says so. */
#include "../base/landlock.h"
#include "run.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* Beyond this many inputs every file may be read (none written): a rule for
 * each would cost the kernel more than it gives. */
enum { MOST_PATHS = 1024 };

/* ---- Landlock ----------------------------------------------------------- */

static void allow_input(int ruleset, const hd_input *input) {
  if (!input->bytes && input->name)
    hd_landlock_allow(ruleset, input->name, HD_LANDLOCK_READ);
}

int hd_sandbox_prepare(const hd_input *inputs, size_t n) {
  /* where the C library keeps its character sets, and OpenCC its words */
  static const char *const libraries[] = {"/usr/lib",
                                          "/usr/lib64",
                                          "/lib",
                                          "/lib64",
                                          "/etc/ld.so.cache",
                                          "/usr/share/opencc",
                                          "/usr/local/share/opencc"};
  int ruleset = hd_landlock_new();
  if (ruleset < 0)
    return -1;
  if (n > MOST_PATHS) {
    hd_landlock_allow(ruleset, "/", HD_LANDLOCK_READ);
    return ruleset;
  }
  for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++)
    hd_landlock_allow(ruleset, libraries[i], HD_LANDLOCK_READ);
  for (size_t i = 0; i < n; i++) {
    allow_input(ruleset, &inputs[i]);
    for (size_t k = 0; k < inputs[i].n_companions; k++)
      allow_input(ruleset, &inputs[i].companions[k]);
  }
  return ruleset;
}

void hd_sandbox_enter(int ruleset, int channel, int copy) {
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (ruleset >= 0) {
    hd_landlock_enter(ruleset);
    close(ruleset);
  }
  hd_filter_install(channel, copy);
}

/* ---- limits ------------------------------------------------------------- */

size_t hd_sandbox_mapped(void) {
  char text[64] = "";
  int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return 0;
  ssize_t n = read(fd, text, sizeof text - 1);
  close(fd);
  return n > 0 ? strtoul(text, NULL, 10) * (size_t)sysconf(_SC_PAGESIZE) : 0;
}

/* Sets a soft limit, as far as the hard one lets it. */
static void limit(__rlimit_resource_t resource, rlim_t value) {
  struct rlimit r;
  if (getrlimit(resource, &r))
    return;
  r.rlim_cur = value < r.rlim_max ? value : r.rlim_max;
  setrlimit(resource, &r);
}

void hd_sandbox_limit(size_t memory) {
  limit(RLIMIT_CORE, 0);
  if (!HD_SANITIZED) /* the shadow memory of a sanitizer is huge */
    limit(RLIMIT_AS, memory);
}

void hd_sandbox_clock(unsigned seconds) {
  struct rusage used;
  if (getrusage(RUSAGE_SELF, &used) == 0)
    limit(RLIMIT_CPU,
          (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + seconds + 2);
}

/* ---- what there is ------------------------------------------------------ */

const char *hd_sandbox_state(void) {
  bool landlock = hd_landlock_is_there();
  /* the filter at address 0 is refused as such only where filters exist */
  bool seccomp = prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, NULL, 0, 0) < 0 &&
                 errno == EFAULT;
  if (landlock && seccomp)
    return "seccomp and Landlock";
  if (seccomp)
    return "seccomp; this kernel has no Landlock";
  if (landlock)
    return "Landlock; this kernel has no seccomp filters";
  return "none: this kernel has neither seccomp filters nor Landlock";
}
