/* kept: built-in rules and helpers change nothing that their chunks made, so
 * that a court need not look (kept.c trusts them). */
#include "checker/rule/host.h"
#include "checker/run/run.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

typedef struct {
  hd_engine *engine;
  hd_workshop workshop;
} bench;

static bench open_bench(const char *const *folders, size_t n) {
  hd_options options = HD_OPTIONS_DEFAULT;
  options.rules = folders;
  options.n_rules = n;
  bench b = {.engine = hd_engine_new(&options)};
  assert_null(hd_engine_error(b.engine));
  b.engine->rules->reviews_own = true;
  b.workshop.arena = hd_arena_new();
  b.workshop.court = hd_court_open(b.engine->rules);
  b.workshop.judges = b.engine->rules;
  return b;
}

static void close_bench(bench *b) {
  hd_court_close(b->workshop.court);
  hd_arena_free(b->workshop.arena);
  hd_engine_free(b->engine);
}

static void judge(bench *b, const char *name, const char *text) {
  hd_input input = {.name = name, .bytes = text, .n_bytes = strlen(text)};
  hd_job job = {.inputs = &input,
                .n = 1,
                .rules = b->engine->rules,
                .skip = -1,
                .workshop = &b->workshop};
  hd_result_free(hd_check_run(b->engine, &job));
}

static void examples_leave_no_trace(void **state) {
  (void)state;
  bench b = open_bench(NULL, 0);
  hd_arena *arena = hd_arena_new();
  size_t judged = 0;
  for (size_t i = 0; i < b.engine->n_list; i++) {
    hd_example *examples;
    size_t n = hd_rules_examples(arena, b.engine->rules, b.engine->list[i].id,
                                 &examples);
    for (size_t k = 0; k < n; k++, judged++)
      judge(&b, strchr(examples[k].text, '|') ? "x.md" : "x.txt",
            examples[k].text);
    judge(&b, "x.txt", ""); /* what the last one left is reviewed */
    const char *changed = hd_court_changed(b.workshop.court);
    if (changed)
      fail_msg("%s, on examples of %s: what a chunk makes may not change; use "
               "memo()",
               changed, b.engine->list[i].id);
  }
  assert_true(judged > 1000);
  hd_arena_free(arena);
  close_bench(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(examples_leave_no_trace)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
