/* errand: one piece of work on a draft in a worker of its own.
 *
 * In: a function that runs in the worker. Out: the bytes it wrote. The worker
 * lives for this alone, under the limits of those that read drafts (worker.c);
 * it sends a byte that says whether the work was done, then the bytes or the
 * sentence. What it sends counts only when it has ended in order. */
#include "run.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { OUT_OF_MEMORY = 3 /* the status a process without memory ends with */ };

/* The same in every locale. */
static const char *signal_name(int signal) {
  const char *name = sigdescr_np(signal);
  return name ? name : "an unknown signal";
}

const char *hd_worker_explain(hd_arena *arena, const hd_options *o, int status,
                              bool late) {
  if (late ||
      (status >= 0 && WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU))
    return hd_arena_format(arena, "it ran longer than %u seconds", o->timeout);
  if (status >= 0 && WIFEXITED(status) && WEXITSTATUS(status) == OUT_OF_MEMORY)
    return hd_arena_format(arena, "it needed more than %zu MB of memory",
                           o->max_memory >> 20);
  if (status >= 0 && WIFSIGNALED(status))
    return hd_arena_format(arena, "it crashed (%s)",
                           signal_name(WTERMSIG(status)));
  return "it ended before it was done";
}

/* ---- in the worker --------------------------------------------------------
 */

static _Noreturn void work(const hd_errand *errand,
                           const hd_worker_start *start) {
  hd_buffer out = {0};
  hd_error error = {0};
  hd_worker_settle(start);
  hd_sandbox_clock(errand->engine->options.timeout);
  bool done = errand->work(errand->closure, &out, &error);
  const char *p = done ? out.p : error.message;
  size_t n = done ? out.n : strlen(error.message);
  bool sent = hd_channel_write(start->channel, done ? "+" : "-", 1) &&
              hd_channel_write(start->channel, p ? p : "", n);
  _exit(sent ? 0 : 1);
}

/* ---- in its parent ---------------------------------------------------------
 */

/* Reads to the end of the channel; false where that took too long. More than
 * the memory a worker has ends it too. */
static bool listen_to(const hd_options *o, int channel, hd_buffer *in) {
  char piece[65536];
  int64_t deadline = hd_milliseconds() + (int64_t)o->timeout * 1000;
  while (in->n <= o->max_memory) {
    struct pollfd fd = {.fd = channel, .events = POLLIN};
    int64_t left = deadline - hd_milliseconds();
    if (left <= 0)
      return false;
    if (poll(&fd, 1, left < 60000 ? (int)left : 60000) <= 0)
      continue;
    ssize_t n = read(channel, piece, sizeof piece);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return true;
    hd_buffer_add(in, piece, (size_t)n);
  }
  return true;
}

/* The status it ended with, -1: unknown. */
static int bury(pid_t pid, bool late) {
  int status = -1;
  pid_t got;
  if (late)
    kill(pid, SIGKILL);
  do
    got = waitpid(pid, &status, 0);
  while (got < 0 && errno == EINTR);
  return got < 0 ? -1 : status;
}

/* Takes what a worker said apart. */
static bool understand(hd_arena *arena, const hd_buffer *in, hd_buffer *out,
                       const char **why) {
  bool done = in->n > 0 && in->p[0] == '+';
  if (done)
    hd_buffer_add(out, in->p + 1, in->n - 1);
  else if (in->n > 0)
    *why = hd_arena_copy(arena, in->p + 1, in->n - 1);
  return done;
}

bool hd_errand_run(hd_arena *arena, const hd_errand *errand, hd_buffer *out,
                   const char **why) {
  const hd_options *o = &errand->engine->options;
  int ends[2];
  *why = "no worker process could be started";
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
    return false;
  hd_worker_start start = {
      .ruleset = hd_sandbox_prepare(errand->input, 1),
      .stdin_copy = -1,
      .channel = ends[1],
      .memory = hd_sandbox_mapped() + o->max_memory,
      .parent = getpid(),
  };
  hd_buffer in = {0};
  pid_t pid = fork();
  if (pid == 0) {
    close(ends[0]);
    work(errand, &start);
  }
  close(ends[1]);
  if (start.ruleset >= 0)
    close(start.ruleset);
  bool late = pid > 0 && !listen_to(o, ends[0], &in);
  close(ends[0]);
  int status = pid > 0 ? bury(pid, late) : 0;
  bool done = pid > 0 && status == 0 && understand(arena, &in, out, why);
  if (status != 0)
    *why = hd_worker_explain(arena, o, status, late);
  hd_buffer_free(&in);
  return done;
}
