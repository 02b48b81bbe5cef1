/* rules: what each rule costs on files, for tests/bench/rules.py.
 *
 * In: [-c|-t RUNS|-p|-w] FILE... Out: a line a rule, tab separated: index, id,
 * then of -c calls of check, what its limit counts and findings; of -t the
 * nanoseconds of processor, the least of RUNS; of -p nothing: then it is run
 * once, for a profiler, each rule below a function of its own (rule_000 ...);
 * of -w the same twice, for one that forgets what came before the last
 * hd_court_open, and with that what making machine code of patterns costs.
 * With RULE=ID in the environment that rule alone is run.
 * Behind them a line of all: "-", "all", calls ... or nanoseconds with reading
 * and linking. All files are judged in one process by one court, as a worker
 * does it. */
#include "checker/run/run.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MOST = 256 };

static uint64_t spent[MOST]; /* nanoseconds of this run, by rule */
static volatile int last;    /* keeps the functions below apart */

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}

static void time_it(size_t rule, void (*go)(void *), void *closure) {
  uint64_t before = now();
  go(closure);
  if (rule < MOST)
    spent[rule] += now() - before;
}

/* ---- a function a rule --------------------------------------------------- */
typedef void below(void (*go)(void *), void *closure);
#define ONE(n)                                                                 \
  static __attribute__((noinline)) void rule_##n(void (*go)(void *),           \
                                                 void *closure) {              \
    go(closure);                                                               \
    last = 1##n;                                                               \
  }
#define TEN(n)                                                                 \
  ONE(n##0)                                                                    \
  ONE(n##1)                                                                    \
  ONE(n##2)                                                                    \
  ONE(n##3) ONE(n##4) ONE(n##5) ONE(n##6) ONE(n##7) ONE(n##8) ONE(n##9)
#define TEN_NAMES(n)                                                           \
  rule_##n##0, rule_##n##1, rule_##n##2, rule_##n##3, rule_##n##4,             \
      rule_##n##5, rule_##n##6, rule_##n##7, rule_##n##8, rule_##n##9
TEN(00)
TEN(01)
TEN(02)
TEN(03)
TEN(04)
TEN(05)
TEN(06)
TEN(07)
TEN(08)
TEN(09)
TEN(10)
TEN(11)
TEN(12)
TEN(13)
TEN(14)
TEN(15)
static below *const functions[] = {
    TEN_NAMES(00), TEN_NAMES(01), TEN_NAMES(02), TEN_NAMES(03),
    TEN_NAMES(04), TEN_NAMES(05), TEN_NAMES(06), TEN_NAMES(07),
    TEN_NAMES(08), TEN_NAMES(09), TEN_NAMES(10), TEN_NAMES(11),
    TEN_NAMES(12), TEN_NAMES(13), TEN_NAMES(14), TEN_NAMES(15)};

static void go_below(size_t rule, void (*go)(void *), void *closure) {
  if (rule < sizeof functions / sizeof *functions)
    functions[rule](go, closure);
  else
    go(closure);
}

/* ---- running ------------------------------------------------------------- */
static void count_findings(const hd_engine *engine, const hd_result *result,
                           uint64_t *findings) {
  for (size_t i = 0; i < result->n_findings; i++)
    for (size_t k = 0; k < engine->n_list && k < MOST; k++)
      if (strcmp(engine->list[k].id, result->findings[i].rule) == 0)
        findings[k]++;
}

/* Judges every file; findings by rule where asked for. */
static void run(const hd_engine *engine, const hd_meter *meter, char **files,
                uint64_t *findings) {
  hd_workshop workshop = {.arena = hd_arena_new()};
  workshop.court = hd_court_open(engine->rules);
  workshop.judges = engine->rules;
  for (; *files; files++) {
    hd_input input = {.name = *files};
    hd_job job = {.inputs = &input,
                  .n = 1,
                  .rules = engine->rules,
                  .skip = -1,
                  .meter = meter,
                  .workshop = &workshop};
    hd_result *result = hd_check_run(engine, &job);
    if (findings)
      count_findings(engine, result, findings);
    hd_result_free(result);
  }
  hd_court_close(workshop.court);
  hd_arena_free(workshop.arena);
}

static void count(const hd_engine *engine, char **files) {
  static hd_rule_cost costs[MOST], all;
  static uint64_t findings[MOST];
  uint64_t found = 0;
  run(engine, &(hd_meter){.costs = costs}, files, findings);
  for (size_t i = 0; i < engine->n_list; i++) {
    printf("%zu\t%s\t%ju\t%ju\t%ju\n", i, engine->list[i].id,
           (uintmax_t)costs[i].calls, (uintmax_t)costs[i].counted,
           (uintmax_t)findings[i]);
    all.calls += costs[i].calls;
    all.counted += costs[i].counted;
    found += findings[i];
  }
  printf("-\tall\t%ju\t%ju\t%ju\n", (uintmax_t)all.calls,
         (uintmax_t)all.counted, (uintmax_t)found);
}

static void measure(const hd_engine *engine, int runs, char **files) {
  uint64_t least[MOST], whole = UINT64_MAX;
  memset(least, 0xff, sizeof least);
  for (int r = 0; r < runs; r++) {
    memset(spent, 0, sizeof spent);
    uint64_t before = now();
    run(engine, &(hd_meter){.around = time_it}, files, NULL);
    uint64_t took = now() - before;
    whole = took < whole ? took : whole;
    for (size_t i = 0; i < MOST; i++)
      least[i] = spent[i] < least[i] ? spent[i] : least[i];
  }
  for (size_t i = 0; i < engine->n_list; i++)
    printf("%zu\t%s\t%ju\n", i, engine->list[i].id, (uintmax_t)least[i]);
  printf("-\tall\t%ju\n", (uintmax_t)whole);
}

int main(int argc, char **argv) {
  const char *how = argc > 1 ? argv[1] : "";
  const char *only = getenv("RULE");
  hd_options options = HD_OPTIONS_DEFAULT;
  options.select = &only;
  options.n_select = only ? 1 : 0;
  hd_engine *engine = hd_engine_new(&options);
  if (hd_engine_error(engine) || engine->n_list > MOST) {
    fprintf(stderr, "%s\n", hd_engine_error(engine));
    return 1;
  }
  if (strcmp(how, "-c") == 0)
    count(engine, argv + 2);
  else if (strcmp(how, "-t") == 0 && argc > 2)
    measure(engine, atoi(argv[2]), argv + 3);
  for (int r = strcmp(how, "-p") == 0   ? 1
               : strcmp(how, "-w") == 0 ? 2
                                        : 0;
       r > 0; r--)
    run(engine, &(hd_meter){.around = go_below}, argv + 2, NULL);
  hd_engine_free(engine);
  return 0;
}
