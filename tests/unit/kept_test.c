/* kept: built-in rules and helpers change nothing that their chunks made, so
 * that a court need not look (kept.c trusts them). */
#include "checker/rule/host.h"
#include "checker/run/run.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct {
  hd_engine *engine;
  hd_workshop workshop;
} bench;

/* With the folder of rules; NULL: none. */
static bench open_bench(const char *folder) {
  hd_options options = HD_OPTIONS_DEFAULT;
  options.rules = &folder;
  options.n_rules = folder != NULL;
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
  bench b = open_bench(NULL);
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

/* A rule that counts in what its chunk made is named; it would be if it were
 * one of ours. */
static void a_trace_is_seen(void **state) {
  (void)state;
  static const char text[] =
      "local seen = {} return { api = 1, id = 'tracer', severity = 'note', on "
      "= "
      "{ claim = 'percent' }, summary = 'x', explain = 'x', messages = { base "
      "= "
      "'{at}' }, examples = { bad = { { '12%', at = '12%' } }, good = { 'x' } "
      "}, check = function(item, report) seen[#seen + 1] = 1 report { at = "
      "item "
      "} end }";
  char folder[] = "/tmp/hedui-kept-XXXXXX", path[64];
  assert_non_null(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/tracer.lua", folder);
  FILE *f = fopen(path, "w");
  assert_non_null(f);
  fputs(text, f);
  assert_int_equal(fclose(f), 0);
  bench b = open_bench(folder);
  for (int i = 0; i < 4; i++)
    judge(&b, "x.txt", "It rose 12%.");
  assert_string_equal(hd_court_changed(b.workshop.court), "tracer");
  close_bench(&b);
  remove(path);
  rmdir(folder);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(examples_leave_no_trace),
                                     cmocka_unit_test(a_trace_is_seen)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
