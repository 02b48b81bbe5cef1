/* pool: many sets in worker processes, their results in order.
 *
 * The parent hands each worker one input at a time and waits with poll. A
 * result that comes early waits in a ring of a few a worker; no input is
 * handed out further ahead than the ring is long, so that memory stays flat
 * however many files there are. Workers are started when there is work for
 * them, and again when they die. One that dies or is past its time is buried
 * with a reason: if it was in a rule the input is run once more without that
 * rule, else the input has failed. */
#include "run.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
  MOST_JOBS = 256,
  AHEAD = 8 /* results a worker that may wait for their turn */
};

typedef struct {
  pid_t pid;    /* 0: none */
  pid_t broker; /* sets a PDF for it (channel.c), 0: none */
  int channel;  /* the parent's end */
  bool busy;
  size_t index;       /* of the input it works on */
  int skip;           /* rule left out at this attempt, -1: none */
  const char *reason; /* why it is left out, "" */
  int64_t deadline;   /* milliseconds */
  hd_buffer in;       /* what has come of its message */
} worker;

struct hd_pool {
  const hd_engine *engine;
  const hd_input *inputs;
  size_t n;
  unsigned want;
  worker *workers;
  size_t jobs;
  hd_worker_slot *slots;
  int ruleset, stdin_copy;
  size_t memory;    /* bytes of address space of a worker */
  hd_result **ring; /* of results that wait, by index */
  size_t ring_size;
  size_t next;     /* the input to hand out next */
  size_t due;      /* the input to be delivered next */
  hd_arena *arena; /* reasons, and all of this */
};
typedef struct hd_pool pool;

/* The engine that judges an input. */
static const hd_engine *engine_of(const pool *p, size_t index) {
  const hd_engine *own = p->inputs[index].engine;
  return own ? own : p->engine;
}

/* When work of w that begins now is late. */
static int64_t deadline_of(const pool *p, const worker *w) {
  return hd_milliseconds() +
         (int64_t)engine_of(p, w->index)->options.timeout * 1000;
}

static const char *name_of(const pool *p, size_t index) {
  return hd_check_name(&p->inputs[index]);
}

static void keep_result(pool *p, size_t index, hd_result *result) {
  p->ring[index % p->ring_size] = result;
}

/* ---- the life of a worker, seen from its parent ------------------------- */

/* What the child does after the fork; it never comes back. */
static _Noreturn void become_worker(pool *p, worker *w, int channel,
                                    pid_t parent) {
  for (size_t i = 0; i < p->jobs; i++)
    if (p->workers[i].pid > 0)
      close(p->workers[i].channel);
  hd_worker_start start = {
      .engine = p->engine,
      .inputs = p->inputs,
      .want = p->want,
      .ruleset = p->ruleset,
      .stdin_copy = p->stdin_copy,
      .channel = channel,
      .memory = p->memory,
      .parent = parent,
      .slot = &p->slots[w - p->workers],
  };
  hd_worker_run(&start);
}

static bool start_worker(pool *p, worker *w) {
  int ends[2];
  pid_t parent = getpid();
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
    return false;
  pid_t pid = fork();
  if (pid == 0) {
    close(ends[0]);
    become_worker(p, w, ends[1], parent);
  }
  close(ends[1]);
  if (pid < 0) {
    close(ends[0]);
    return false;
  }
  w->pid = pid;
  w->channel = ends[0];
  w->in.n = 0;
  return true;
}

/* Kills a process, which may have ended already. The status it ended with,
 * -1: unknown. */
static int end_process(pid_t pid) {
  int status = -1;
  pid_t got;
  kill(pid, SIGKILL);
  do
    got = waitpid(pid, &status, 0);
  while (got < 0 && errno == EINTR);
  return got < 0 ? -1 : status;
}

static void end_broker(worker *w) {
  if (w->broker > 0)
    end_process(w->broker);
  w->broker = 0;
}

/* Ends and forgets a worker. The status it ended with, -1: unknown. */
static int end_worker(worker *w) {
  end_broker(w);
  close(w->channel);
  int status = end_process(w->pid);
  w->pid = 0;
  return status;
}

/* Hands the worker its input. An order that does not arrive is noticed as
 * the death of the worker, by the same poll. */
static void send_order(pool *p, worker *w) {
  hd_worker_order order = {w->index, w->skip};
  p->slots[w - p->workers].current = -1;
  p->slots[w - p->workers].waiting = 0;
  w->deadline = deadline_of(p, w);
  ssize_t sent;
  do
    sent = send(w->channel, &order, sizeof order, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
}

/* ---- when one dies ------------------------------------------------------ */

static const char *rule_name(const pool *p, const worker *w, int rule) {
  const hd_rule_info *list = NULL;
  size_t n = hd_rules_list(engine_of(p, w->index)->rules, &list);
  return rule >= 0 && (size_t)rule < n ? list[rule].id : "";
}

/* The failure of a rule that was left out at the attempt that came through
 * or failed otherwise. */
static void name_skipped(const pool *p, const worker *w, hd_result *result) {
  if (w->skip < 0)
    return;
  const char *rule = rule_name(p, w, w->skip);
  const char *message =
      hd_arena_format(p->arena, "rule %s was stopped: %s", rule, w->reason);
  hd_result_fail(result,
                 (hd_failure){name_of(p, w->index), 0, 0, rule, message});
}

/* The input has failed for good. */
static void give_up(pool *p, worker *w, const char *rule, const char *reason) {
  const char *message =
      *rule ? hd_arena_format(p->arena, "rule %s was stopped: %s", rule, reason)
            : hd_arena_format(p->arena, "reading it was stopped: %s", reason);
  hd_result *result = hd_result_failed(name_of(p, w->index), rule, message);
  name_skipped(p, w, result);
  keep_result(p, w->index, result);
  w->busy = false;
}

/* Buries a worker that died, or is to die because it is late, at its work:
 * once more without the rule it was in, or the end for this input. */
static void bury(pool *p, worker *w, bool late) {
  int rule = p->slots[w - p->workers].current;
  const hd_options *o = &engine_of(p, w->index)->options;
  const char *reason = hd_worker_explain(p->arena, o, end_worker(w), late);
  const char *id = rule_name(p, w, rule);
  if (*id == '\0' || w->skip >= 0) {
    give_up(p, w, id, reason);
    return;
  }
  w->skip = rule;
  w->reason = reason;
  if (start_worker(p, w))
    send_order(p, w);
  else
    give_up(p, w, id, reason);
}

/* ---- messages ----------------------------------------------------------- */

/* The worker has sent a PDF: another process sets it and answers. Without
 * one there is no answer, and the worker's time runs out. */
static void start_broker(pool *p, worker *w) {
  hd_str pdf = {w->in.p + sizeof(uint64_t), w->in.n - sizeof(uint64_t)};
  hd_press_limits limits =
      hd_check_press_limits(&engine_of(p, w->index)->options);
  pid_t parent = getpid();
  end_broker(w);
  w->broker = fork();
  if (w->broker == 0)
    hd_channel_answer(w->channel, &limits, pdf, parent);
  hd_buffer_free(&w->in);
}

/* Takes a whole message; false while there is none. No worker has memory for
 * a longer one than the limit: who says so is ended. */
static bool take_message(pool *p, worker *w) {
  uint64_t length;
  if (w->in.n < sizeof length)
    return false;
  memcpy(&length, w->in.p, sizeof length);
  bool question = length & HD_CHANNEL_QUESTION;
  length &= ~HD_CHANNEL_QUESTION;
  if (length > engine_of(p, w->index)->options.max_memory) {
    bury(p, w, false);
    return true;
  }
  if (w->in.n - sizeof length < length)
    return false;
  if (question) {
    start_broker(p, w);
    return false;
  }
  end_broker(w);
  hd_result *result =
      hd_serialise_read(w->in.p + sizeof length, (size_t)length);
  w->in.n = 0;
  if (!result) {
    bury(p, w, false);
    return true;
  }
  name_skipped(p, w, result);
  keep_result(p, w->index, result);
  w->busy = false;
  return true;
}

/* Reads what has come from a worker; its end is its death. One that sends
 * has done its work: its time begins anew, however long the parent was away
 * writing. */
static void listen_to(pool *p, worker *w) {
  char piece[65536];
  for (;;) {
    ssize_t n = recv(w->channel, piece, sizeof piece, MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
      return;
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0) {
      bury(p, w, false);
      return;
    }
    hd_buffer_add(&w->in, piece, (size_t)n);
    w->deadline = deadline_of(p, w);
    if (take_message(p, w))
      return;
  }
}

/* ---- the round ---------------------------------------------------------- */

/* Inputs whose engine cannot be used fail without a worker. */
static void refuse_next(pool *p) {
  while (p->next < p->n && p->next < p->due + p->ring_size &&
         engine_of(p, p->next)->error) {
    keep_result(p, p->next,
                hd_result_failed(name_of(p, p->next), "",
                                 engine_of(p, p->next)->error));
    p->next++;
  }
}

/* Gives idle workers the next inputs. False where no worker can be had. */
static bool hand_out(pool *p) {
  bool any = false;
  for (size_t i = 0; i < p->jobs; i++) {
    worker *w = &p->workers[i];
    refuse_next(p);
    bool more = p->next < p->n && p->next < p->due + p->ring_size;
    if (!w->busy && more && (w->pid > 0 || start_worker(p, w))) {
      w->busy = true;
      w->skip = -1;
      w->reason = "";
      w->index = p->next++;
      send_order(p, w);
    }
    any = any || w->busy || !more;
  }
  return any;
}

/* Ends those that are past their time; one that waits for standard input is
 * given more. */
static void stop_late(pool *p) {
  int64_t time = hd_milliseconds();
  for (size_t i = 0; i < p->jobs; i++) {
    worker *w = &p->workers[i];
    if (!w->busy || w->deadline > time)
      continue;
    if (p->slots[i].waiting)
      w->deadline = deadline_of(p, w);
    else
      bury(p, w, true);
  }
}

/* Waits until a worker speaks or is late, `most` milliseconds at most. */
static void wait_for_work(pool *p, int most) {
  struct pollfd fds[MOST_JOBS];
  worker *whose[MOST_JOBS];
  int64_t first = INT64_MAX, time = hd_milliseconds();
  nfds_t n = 0;
  for (size_t i = 0; i < p->jobs; i++) {
    worker *w = &p->workers[i];
    if (!w->busy)
      continue;
    fds[n] = (struct pollfd){.fd = w->channel, .events = POLLIN};
    whose[n++] = w;
    if (w->deadline < first)
      first = w->deadline;
  }
  int64_t wait = first > time ? first - time + 1 : 0;
  if (n == 0 || poll(fds, n, wait < most ? (int)wait : most) < 0)
    return;
  for (nfds_t i = 0; i < n; i++)
    if (fds[i].revents)
      listen_to(p, whose[i]);
}

bool hd_pool_step(pool *p, int most) {
  if (!hand_out(p))
    return false;
  wait_for_work(p, most);
  stop_late(p);
  return true;
}

hd_result *hd_pool_next(pool *p) {
  hd_result **slot = &p->ring[p->due % p->ring_size];
  hd_result *result = p->due < p->n ? *slot : NULL;
  if (!result)
    return NULL;
  *slot = NULL;
  p->due++;
  return result;
}

int hd_pool_channel(const pool *p) {
  const worker *w = &p->workers[0];
  return w->busy ? w->channel : -1;
}

int hd_pool_patience(const pool *p) {
  const worker *w = &p->workers[0];
  int64_t left = w->deadline - hd_milliseconds();
  return !w->busy || left < 0 ? 0 : left < 60000 ? (int)left + 1 : 60000;
}

/* ---- beginning and end -------------------------------------------------- */

static size_t choose_jobs(unsigned jobs, size_t n) {
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  size_t count = jobs > 0 ? jobs : processors > 0 ? (size_t)processors : 1;
  if (count > n)
    count = n;
  return count > MOST_JOBS ? MOST_JOBS : count;
}

/* Memory for standard input, where an input is it; else -1. */
static int open_stdin_copy(const hd_input *inputs, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (hd_check_reads_stdin(&inputs[i]))
      return memfd_create("standard input", MFD_CLOEXEC);
  return -1;
}

/* The largest limit of the engines: workers may get inputs of any. */
static size_t most_memory(const pool *p) {
  size_t most = 0;
  for (size_t i = 0; i < p->n; i++)
    if (engine_of(p, i)->options.max_memory > most)
      most = engine_of(p, i)->options.max_memory;
  return most;
}

void hd_pool_close(pool *p) {
  for (size_t i = 0; i < p->jobs; i++) {
    if (p->workers[i].pid > 0)
      end_worker(&p->workers[i]);
    hd_buffer_free(&p->workers[i].in);
  }
  for (size_t i = 0; i < p->ring_size; i++)
    hd_result_free(p->ring[i]);
  if (p->ruleset >= 0)
    close(p->ruleset);
  if (p->stdin_copy >= 0)
    close(p->stdin_copy);
  munmap(p->slots, p->jobs * sizeof *p->slots);
  hd_arena_free(p->arena);
}

hd_pool *hd_pool_open(const hd_engine *engine, const hd_input *inputs, size_t n,
                      unsigned jobs, unsigned want) {
  size_t count = choose_jobs(jobs, n);
  hd_worker_slot *slots =
      mmap(NULL, count * sizeof *slots, PROT_READ | PROT_WRITE,
           MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (slots == MAP_FAILED)
    return NULL;
  hd_arena *arena = hd_arena_new();
  pool *p = HD_NEW(arena, pool);
  *p = (pool){.engine = engine,
              .inputs = inputs,
              .n = n,
              .want = want,
              .jobs = count,
              .slots = slots,
              .arena = arena};
  p->workers = hd_arena_alloc(arena, count * sizeof *p->workers);
  p->ring_size = count * AHEAD;
  p->ring = hd_arena_alloc(arena, p->ring_size * sizeof(hd_result *));
  p->ruleset = hd_sandbox_prepare(inputs, n);
  p->stdin_copy = open_stdin_copy(inputs, n);
  p->memory = hd_sandbox_mapped() + most_memory(p);
  return p;
}
