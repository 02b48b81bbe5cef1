/* child: a program fed with bytes, what it prints taken up to a limit.
 *
 * In: a program and its input. Out: how it ended and what it printed. The
 * input lies in anonymous memory which the program reads as its standard
 * input, so that only its two outputs need be waited for. Between fork and
 * exec nothing is called that another thread could hold up: all that takes
 * memory is done before. */
#include "child.h"
#include "../base/landlock.h"
#include "confine.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_SAID = 4096, PIECE = 65536, ROUND = 1000 };

#define DEFAULT_PATH "/usr/local/bin:/usr/bin:/bin"

/* Everything the child needs, made before the fork. */
typedef struct {
  const hd_child *child;
  const char *path; /* of the program */
  const char *environment[3];
  int in, out, err; /* the child's ends; -1: none */
  int ruleset;      /* of Landlock, -1: none */
  pid_t parent;
} start;

/* ---- before the fork ---------------------------------------------------- */

/* Where on PATH the program stands; NULL. */
static const char *find_program(hd_arena *arena, const char *name,
                                const char *folders) {
  for (const char *p = folders; *p;) {
    size_t n = strcspn(p, ":");
    const char *path = hd_arena_format(arena, "%.*s/%s", (int)n, p, name);
    if (*p == '/' && access(path, X_OK) == 0)
      return path;
    p += n + (p[n] == ':');
  }
  return NULL;
}

/* The bytes as a file in memory, read from its start; -1. */
static int make_input(hd_str s) {
  int fd = memfd_create("input", MFD_CLOEXEC);
  while (fd >= 0 && s.n > 0) {
    ssize_t n = write(fd, s.p, s.n);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0) {
      close(fd);
      return -1;
    }
    s = (hd_str){s.p + n, s.n - (size_t)n};
  }
  if (fd >= 0)
    lseek(fd, 0, SEEK_SET);
  return fd;
}

/* Every file may be read and run, none written. */
static int make_ruleset(void) {
  int ruleset = hd_landlock_new();
  if (ruleset >= 0)
    hd_landlock_allow(ruleset, "/", HD_LANDLOCK_READ | HD_LANDLOCK_RUN);
  return ruleset;
}

static void close_ends(const start *s) {
  const int ends[] = {s->in, s->out, s->err, s->ruleset};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    if (ends[i] >= 0)
      close(ends[i]);
}

/* ---- in the child ------------------------------------------------------- */

/* No more than `value`, and no way back. */
static void limit(__rlimit_resource_t resource, rlim_t value) {
  struct rlimit r;
  if (getrlimit(resource, &r))
    return;
  if (value < r.rlim_max)
    r.rlim_max = value;
  r.rlim_cur = r.rlim_max;
  setrlimit(resource, &r);
}

/* The limit of time that says its name (SIGXCPU): at the hard one, which is a
 * second later, the kernel only kills. */
static void warn_at(rlim_t seconds) {
  struct rlimit r;
  if (getrlimit(RLIMIT_CPU, &r) || r.rlim_max <= seconds)
    return;
  r.rlim_cur = seconds;
  setrlimit(RLIMIT_CPU, &r);
}

static void set_limits(const hd_child *child) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_AS, child->memory);
  limit(RLIMIT_CPU, child->seconds + 1);
  warn_at(child->seconds);
}

static void forget_files(void) {
  if (syscall(SYS_close_range, 3U, ~0U, 0U) == 0)
    return;
  for (int fd = 3; fd < 1024; fd++)
    close(fd);
}

static void forget_signals(void) {
  sigset_t none;
  for (int s = 1; s < NSIG; s++)
    signal(s, SIG_DFL);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Makes fds the files 0, 1 and 2, whatever numbers they have. */
static bool put_in_place(const int fds[3]) {
  int high[3];
  for (int i = 0; i < 3; i++)
    if ((high[i] = fcntl(fds[i], F_DUPFD_CLOEXEC, 3)) < 0)
      return false;
  for (int i = 0; i < 3; i++)
    if (dup2(high[i], i) != i)
      return false;
  return true;
}

static _Noreturn void become(const start *s) {
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  forget_signals();
  if (s->ruleset >= 0)
    hd_landlock_enter(s->ruleset);
  if (getppid() != s->parent || !put_in_place((int[]){s->in, s->out, s->err}))
    _exit(127);
  forget_files();
  set_limits(s->child);
  hd_confine_calls();
  execve(s->path, (char *const *)s->child->words,
         (char *const *)s->environment);
  _exit(127);
}

/* ---- in the parent ------------------------------------------------------ */

/* Takes what a pipe holds, at most `most` bytes in all; false at its end. */
static bool take(int fd, hd_buffer *b, size_t most) {
  char piece[PIECE];
  ssize_t n = read(fd, piece, sizeof piece);
  if (n < 0)
    return errno == EINTR || errno == EAGAIN;
  size_t room = b->n < most ? most - b->n : 0;
  if (n > 0)
    hd_buffer_add(b, piece, (size_t)n < room ? (size_t)n : room);
  return n > 0;
}

/* Reads both pipes to their ends; how the program fared so far. */
static hd_child_end listen_to(const hd_child *child, const int pipes[2],
                              hd_printed *printed) {
  struct pollfd fds[2] = {{pipes[0], POLLIN, 0}, {pipes[1], POLLIN, 0}};
  int64_t deadline = hd_milliseconds() + (int64_t)child->seconds * 1000 + ROUND;
  while (fds[0].fd >= 0 || fds[1].fd >= 0) {
    int64_t left = deadline - hd_milliseconds();
    if (left <= 0)
      return HD_CHILD_LATE;
    if (poll(fds, 2, left < ROUND ? (int)left : ROUND) <= 0)
      continue;
    if (fds[0].revents && !take(fds[0].fd, &printed->out, child->most + 1))
      fds[0].fd = -1;
    if (fds[1].revents && !take(fds[1].fd, &printed->err, MOST_SAID))
      fds[1].fd = -1;
    if (printed->out.n > child->most)
      return HD_CHILD_VERBOSE;
  }
  return HD_CHILD_ENDED;
}

/* Waits for the end of the program, which is killed where it was cut off. */
static void bury(pid_t pid, hd_child_end end, hd_printed *printed) {
  int status = 0;
  pid_t got;
  if (end != HD_CHILD_ENDED)
    kill(pid, SIGKILL);
  do
    got = waitpid(pid, &status, 0);
  while (got < 0 && errno == EINTR);
  printed->end = end;
  if (end != HD_CHILD_ENDED)
    return;
  if (got < 0 || (WIFEXITED(status) && WEXITSTATUS(status) == 127))
    printed->end = HD_CHILD_FAILED;
  else if (WIFEXITED(status))
    printed->status = WEXITSTATUS(status);
  else
    printed->status = WTERMSIG(status);
  if (got >= 0 && WIFSIGNALED(status))
    printed->end =
        WTERMSIG(status) == SIGXCPU ? HD_CHILD_LATE : HD_CHILD_KILLED;
}

static void launch(start *s, const int pipes[2], hd_printed *printed) {
  s->parent = getpid();
  pid_t pid = fork();
  if (pid == 0)
    become(s);
  close_ends(s);
  if (pid > 0)
    bury(pid, listen_to(s->child, pipes, printed), printed);
}

void hd_child_run(const hd_child *child, hd_str input, hd_printed *printed) {
  hd_arena *arena = hd_arena_new();
  const char *folders = getenv("PATH");
  int out[2], err[2];
  *printed = (hd_printed){.end = HD_CHILD_FAILED};
  if (!folders || !*folders)
    folders = DEFAULT_PATH;
  start s = {.child = child,
             .path = find_program(arena, child->words[0], folders),
             .environment = {hd_arena_format(arena, "PATH=%s", folders),
                             "LC_ALL=C.UTF-8", NULL},
             .ruleset = -1};
  if (!s.path)
    printed->end = HD_CHILD_ABSENT;
  else if ((s.in = make_input(input)) >= 0) {
    bool first = pipe2(out, O_CLOEXEC) == 0;
    bool both = first && pipe2(err, O_CLOEXEC) == 0;
    s.out = first ? out[1] : -1;
    s.err = both ? err[1] : -1;
    if (both) {
      s.ruleset = make_ruleset();
      launch(&s, (const int[]){out[0], err[0]}, printed);
      close(err[0]);
    } else {
      close_ends(&s);
    }
    if (first)
      close(out[0]);
  }
  hd_arena_free(arena);
}
