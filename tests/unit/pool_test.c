/* pool: many inputs in worker processes, in order, whatever happens to one
 * of them. A helper process stops or kills a worker while it is in a rule,
 * as a rule lost in C code would be stopped by the clock. */
#include "run_sample.h"
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/wait.h>

#include <cmocka.h>

enum { MANY = 200, MISSING = 57 };

static sample_pack pack;

static int set_up(void **state) {
  (void)state;
  return sample_open(&pack) ? 0 : -1;
}

static int tear_down(void **state) {
  (void)state;
  sample_close(&pack);
  return 0;
}

static hd_engine *new_engine(hd_options options) {
  options = sample_options(&pack, 2, options);
  hd_engine *engine = hd_engine_new(&options);
  assert_null(hd_engine_error(engine));
  return engine;
}

static hd_input input_of(const char *name, const char *text) {
  return (hd_input){.name = name, .bytes = text, .n_bytes = strlen(text)};
}

/* What came: the last result's facts, and copies of a few. */
typedef struct {
  size_t calls, last; /* last: the call after which the run is to end */
  bool in_order;
  size_t zaps[MANY], slows[MANY];
  int failed[MANY];
  char rule[MANY][64], message[MANY][200];
  hd_buffer bytes; /* all results, serialised */
} tally;

static int take(void *closure, hd_result *result) {
  tally *t = closure;
  size_t i = t->calls++;
  char name[32];
  snprintf(name, sizeof name, "file %zu", i);
  if (i == 0)
    t->in_order = true;
  t->in_order = t->in_order && strcmp(result->files[0].name, name) == 0;
  t->zaps[i] = sample_count(result, "zap");
  t->slows[i] = sample_count(result, "slow");
  t->failed[i] = result->files[0].failed;
  if (result->n_failures > 0) {
    snprintf(t->rule[i], sizeof t->rule[i], "%s", result->failures[0].rule);
    snprintf(t->message[i], sizeof t->message[i], "%s",
             result->failures[0].message);
  }
  hd_serialise_write(&t->bytes, result);
  return t->last > 0 && t->calls == t->last;
}

static tally *new_tally(void) {
  tally *t = calloc(1, sizeof *t);
  assert_non_null(t);
  return t;
}

static void free_tally(tally *t) {
  hd_buffer_free(&t->bytes);
  free(t);
}

/* "file 0", "file 1", ...; one of them is on no disk. */
static void fill(hd_input *inputs, char names[][32], size_t n) {
  for (size_t i = 0; i < n; i++) {
    snprintf(names[i], 32, "file %zu", i);
    inputs[i] = input_of(names[i], i % 2 ? "A zap of 12%.\n" : "Just 7.\n");
    if (i == MISSING)
      inputs[i].bytes = NULL;
  }
}

static void test_order(void **state) {
  hd_input inputs[MANY];
  char names[MANY][32];
  (void)state;
  fill(inputs, names, MANY);
  hd_engine *engine = new_engine((hd_options)HD_OPTIONS_DEFAULT);
  tally *t = new_tally();
  assert_int_equal(hd_engine_run(engine, inputs, MANY, 2, 0, take, t), 0);
  assert_int_equal(t->calls, MANY);
  assert_true(t->in_order);
  for (size_t i = 0; i < MANY; i++) {
    assert_int_equal(t->zaps[i], i != MISSING && i % 2);
    assert_int_equal(t->failed[i], i == MISSING);
  }
  assert_true(*t->message[MISSING] != '\0');
  free_tally(t);
  hd_engine_free(engine);
}

/* Workers give the bytes that this process gives. */
static void test_same_as_here(void **state) {
  hd_input inputs[10];
  char names[10][32];
  unsigned want = HD_WANT_CHECKS | HD_WANT_CLAIMS | HD_WANT_TREE;
  (void)state;
  fill(inputs, names, 10);
  hd_engine *engine = new_engine((hd_options)HD_OPTIONS_DEFAULT);
  tally *here = new_tally(), *there = new_tally();
  assert_int_equal(hd_engine_run(engine, inputs, 10, 3, want, take, there), 0);
  for (size_t i = 0; i < 10; i++) {
    hd_result *result = hd_engine_check(engine, &inputs[i], 1, want);
    take(here, result);
    hd_result_free(result);
  }
  assert_int_equal(here->bytes.n, there->bytes.n);
  assert_memory_equal(here->bytes.p, there->bytes.p, here->bytes.n);
  free_tally(here);
  free_tally(there);
  hd_engine_free(engine);
}

static void test_ends_early(void **state) {
  hd_input inputs[50];
  char names[50][32];
  (void)state;
  fill(inputs, names, 50);
  hd_engine *engine = new_engine((hd_options)HD_OPTIONS_DEFAULT);
  tally *t = new_tally();
  t->last = 3;
  assert_int_equal(hd_engine_run(engine, inputs, 50, 2, 0, take, t), 0);
  assert_int_equal(t->calls, 3);
  free_tally(t);
  hd_engine_free(engine);
}

static void test_none(void **state) {
  (void)state;
  hd_engine *engine = new_engine((hd_options)HD_OPTIONS_DEFAULT);
  assert_int_equal(hd_engine_run(engine, NULL, 0, 2, 0, take, NULL), 0);
  hd_engine_free(engine);
}

/* ---- the helper ---------------------------------------------------------- */

/* Ticks of processor time that a process has used, -1: there is none. */
static long used_ticks(long pid) {
  char path[64], text[1024] = "";
  unsigned long user = 0;
  snprintf(path, sizeof path, "/proc/%ld/stat", pid);
  FILE *f = fopen(path, "r");
  if (!f)
    return -1;
  size_t n = fread(text, 1, sizeof text - 1, f);
  fclose(f);
  text[n] = '\0';
  const char *p = strrchr(text, ')');
  if (!p || sscanf(p + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu",
                   &user) != 1)
    return -1;
  return (long)user;
}

/* The child of `parent`, apart from this process, that has been at work for
 * a tenth of a second; 0: none yet. */
static long find_worker(long parent) {
  char path[64];
  long pid, found = 0, least = sysconf(_SC_CLK_TCK) / 10;
  snprintf(path, sizeof path, "/proc/%ld/task/%ld/children", parent, parent);
  FILE *f = fopen(path, "r");
  if (!f)
    return 0;
  while (!found && fscanf(f, "%ld", &pid) == 1)
    if (pid != (long)getpid() && used_ticks(pid) >= least)
      found = pid;
  fclose(f);
  return found;
}

/* Starts the process that sends `signal` to the first worker that works. */
static pid_t start_helper(int signal) {
  long parent = (long)getpid();
  pid_t helper = fork();
  if (helper != 0)
    return helper;
  for (int i = 0; i < 3000; i++) {
    long worker = find_worker(parent);
    if (worker > 0) {
      kill((pid_t)worker, signal);
      _exit(0);
    }
    usleep(10000);
  }
  _exit(1);
}

static bool helper_worked(pid_t helper) {
  int status = 0;
  return waitpid(helper, &status, 0) == helper && status == 0;
}

/* A worker is in the rule `slow` when it gets the signal: the rule is named,
 * the other rule's finding is there, and so are the other inputs. */
static void disturb(int signal, hd_input first, const char *reason) {
  hd_input inputs[] = {first, input_of("file 1", "A zap.\n"),
                       input_of("file 2", "A zap and a zap.\n")};
  hd_engine *engine = new_engine((hd_options){.timeout = 2});
  tally *t = new_tally();
  pid_t helper = start_helper(signal);
  assert_true(helper > 0);
  assert_int_equal(hd_engine_run(engine, inputs, 3, 2, 0, take, t), 0);
  assert_true(helper_worked(helper));
  assert_int_equal(t->calls, 3);
  assert_true(t->in_order);
  assert_int_equal(t->zaps[0], 1);
  assert_int_equal(t->slows[0], 0);
  assert_false(t->failed[0]);
  assert_string_equal(t->rule[0], "slow");
  assert_non_null(strstr(t->message[0], "slow was stopped: "));
  assert_non_null(strstr(t->message[0], reason));
  assert_int_equal(t->zaps[1], 1);
  assert_int_equal(t->zaps[2], 2);
  assert_string_equal(t->message[1], "");
  free_tally(t);
  hd_engine_free(engine);
}

static bool can_help(void) {
  return access("/proc/thread-self/children", R_OK) == 0;
}

static void test_rule_hangs(void **state) {
  (void)state;
  if (!can_help())
    skip();
  disturb(SIGSTOP, input_of("file 0", "A zap that is SLOW.\n"),
          "it ran longer than 2 seconds");
}

static void test_rule_crashes(void **state) {
  (void)state;
  if (!can_help())
    skip();
  disturb(SIGKILL, input_of("file 0", "A zap that is SLOW.\n"), "it crashed");
}

/* Standard input is there for the second attempt too. */
static void test_stdin_again(void **state) {
  static const char text[] = "A zap that is SLOW.\n";
  int ends[2], saved = dup(STDIN_FILENO);
  (void)state;
  if (!can_help())
    skip();
  assert_int_equal(pipe(ends), 0);
  assert_int_equal(write(ends[1], text, sizeof text - 1), sizeof text - 1);
  close(ends[1]);
  dup2(ends[0], STDIN_FILENO);
  close(ends[0]);
  disturb(SIGKILL, (hd_input){.name = "-", .stdin_name = "file 0"},
          "it crashed");
  if (saved >= 0) {
    dup2(saved, STDIN_FILENO);
    close(saved);
  }
}

/* Memory runs out while a file is read: that file has failed, others not. */
static void test_file_too_much(void **state) {
  enum { LARGE = 16 << 20 };
  (void)state;
  if (HD_SANITIZED)
    skip(); /* no limit of memory there */
  char *large = malloc(LARGE);
  assert_non_null(large);
  memset(large, 'x', LARGE);
  hd_input inputs[] = {
      {.name = "file 0", .bytes = large, .n_bytes = LARGE},
      input_of("file 1", "A zap.\n"),
  };
  hd_engine *engine = new_engine((hd_options){.max_memory = 8 << 20});
  tally *t = new_tally();
  assert_int_equal(hd_engine_run(engine, inputs, 2, 1, 0, take, t), 0);
  assert_int_equal(t->calls, 2);
  assert_true(t->failed[0]);
  assert_non_null(strstr(t->message[0], "more than 8 MB of memory"));
  assert_int_equal(t->zaps[1], 1);
  free_tally(t);
  hd_engine_free(engine);
  free(large);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_order),       cmocka_unit_test(test_same_as_here),
      cmocka_unit_test(test_ends_early),  cmocka_unit_test(test_none),
      cmocka_unit_test(test_rule_hangs),  cmocka_unit_test(test_rule_crashes),
      cmocka_unit_test(test_stdin_again), cmocka_unit_test(test_file_too_much),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
