/* worker: the process that reads drafts.
 *
 * In: orders (which input, which rule to leave out) from the channel. Out:
 * for each its result, serialised, its length before it. The inputs
 * themselves are known since the fork. Nothing of the parent's is left to
 * it: signals are as at a program's start, other files are closed to
 * writing, and it dies with its parent. */
#include "run.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

static void reset_signals(void) {
  sigset_t none;
  if (HD_SANITIZED)
    return; /* a sanitizer reports from its handlers */
  for (int s = 1; s < NSIG; s++)
    signal(s, SIG_DFL);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Standard input can be read only once, but a set may be run twice: it is
 * kept in memory that outlives this worker, and read from there. Reads one
 * byte more than the limit, so that too much is seen as such. */
static void keep_stdin(const hd_worker_start *w, const hd_engine *engine) {
  char piece[65536];
  size_t total = 0, most = engine->options.max_file_size + 1;
  w->slot->waiting = 1;
  if (lseek(w->stdin_copy, 0, SEEK_END) == 0)
    while (total < most) {
      size_t room = most - total < sizeof piece ? most - total : sizeof piece;
      ssize_t n = read(STDIN_FILENO, piece, room);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0 || !hd_channel_write(w->stdin_copy, piece, (size_t)n))
        break;
      total += (size_t)n;
    }
  w->slot->waiting = 0;
  lseek(w->stdin_copy, 0, SEEK_SET);
  dup2(w->stdin_copy, STDIN_FILENO);
}

static bool send_result(int channel, const hd_result *result) {
  hd_buffer message = {0};
  uint64_t n = 0;
  hd_buffer_add(&message, &n, sizeof n);
  hd_serialise_write(&message, result);
  n = message.n - sizeof n;
  memcpy(message.p, &n, sizeof n);
  bool sent = hd_channel_write(channel, message.p, message.n);
  hd_buffer_free(&message);
  return sent;
}

/* The court of the rules that judge next; inputs next to each other mostly
 * have the same. */
static void enter_court(hd_workshop *workshop, const hd_rules *rules) {
  if (!rules || (workshop->court && workshop->judges == rules))
    return;
  hd_court_close(workshop->court);
  workshop->court = hd_court_open(rules);
  workshop->judges = rules;
}

static bool obey(const hd_worker_start *w, hd_workshop *workshop,
                 hd_worker_order order) {
  const hd_input *input = &w->inputs[order.index];
  const hd_engine *engine = input->engine ? input->engine : w->engine;
  int channel = w->channel;
  hd_job job = {
      .inputs = input,
      .n = 1,
      .want = w->want,
      .rules = w->want & HD_WANT_NO_RULES ? NULL : engine->rules,
      .current = &w->slot->current,
      .skip = (int)order.skip,
      .workshop = workshop,
      .press = {.call = hd_channel_ask, .closure = &channel},
  };
  w->slot->current = -1;
  if (w->stdin_copy >= 0 && hd_check_reads_stdin(input))
    keep_stdin(w, engine);
  enter_court(workshop, job.rules);
  hd_sandbox_clock(engine->options.timeout);
  hd_result *result = hd_check_run(engine, &job);
  w->slot->current = -1;
  bool sent = send_result(w->channel, result);
  hd_result_free(result);
  return sent;
}

void hd_worker_settle(const hd_worker_start *w) {
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  if (getppid() != w->parent)
    _exit(0);
  reset_signals();
  hd_sandbox_limit(w->memory);
  hd_sandbox_enter(w->ruleset, w->channel, w->stdin_copy);
}

_Noreturn void hd_worker_run(const hd_worker_start *w) {
  hd_worker_order order;
  hd_worker_settle(w);
  hd_arena_open_bank();
  hd_workshop workshop = {.arena = hd_arena_new()};
  while (hd_channel_read(w->channel, &order, sizeof order) &&
         obey(w, &workshop, order))
    continue;
  _exit(0);
}
