/* test: the examples inside rules, which lines they run, and new expectations
 * for them. */
#include "cli.h"
#include <stdlib.h>

typedef struct {
  hd_cli *cli;
  size_t passed, failed;
  hd_coverage *coverage; /* NULL: not asked for */
} tally;

static void count(void *closure, const hd_trial *trial) {
  tally *t = closure;
  t->passed += trial->passed != 0;
  t->failed += trial->passed == 0;
  if (!trial->passed)
    printf("%s %s: %s: %s\n", hd_cli_word(t->cli, "未通过", "FAIL"),
           trial->rule, trial->name, trial->message);
  else if (t->cli->verbose)
    printf("%s %s: %s\n", hd_cli_word(t->cli, "通过", "ok"), trial->rule,
           trial->name);
}

/* ---- trying -------------------------------------------------------------- */

static void try_rule(void *closure, const hd_engine *engine,
                     const hd_rule *rule) {
  tally *t = closure;
  const char *id = rule ? rule->id : NULL;
  if (t->coverage)
    hd_engine_test_covering(engine, id, t->coverage, count, t);
  else
    hd_engine_test(engine, id, count, t);
}

/* "3, 7-9": the lines in order. */
static void print_lines(const hd_coverage_row *row) {
  for (size_t i = 0, last; i < row->n_missed; i = last + 1) {
    for (last = i; last + 1 < row->n_missed &&
                   row->missed[last + 1] == row->missed[last] + 1;)
      last++;
    printf(last > i ? "%s%u-%u" : "%s%u", i ? ", " : "",
           (unsigned)row->missed[i], (unsigned)row->missed[last]);
  }
}

static void print_coverage(tally *t) {
  const hd_coverage_row *rows;
  size_t n = hd_coverage_rows(t->coverage, &rows);
  for (size_t i = 0; i < n; i++) {
    if (rows[i].lines == 0) {
      printf(hd_cli_word(t->cli, "%s：没有函数\n", "%s: no function\n"),
             rows[i].file);
      continue;
    }
    printf(hd_cli_word(t->cli, "%s：例子运行了 %u/%u 行（%u%%）",
                       "%s: examples run %u of %u lines (%u%%)"),
           rows[i].file, (unsigned)rows[i].run, (unsigned)rows[i].lines,
           (unsigned)((uint64_t)rows[i].run * 100 / rows[i].lines));
    if (rows[i].n_missed)
      fputs(hd_cli_word(t->cli, "；从未运行：", "; never: "), stdout);
    print_lines(&rows[i]);
    putchar('\n');
  }
}

/* ---- update -------------------------------------------------------------- */

static void tell_update(void *closure, const hd_trial *trial) {
  tally *t = closure;
  const char *word = trial->passed ? hd_cli_word(t->cli, "改写", "updated")
                                   : hd_cli_word(t->cli, "保留", "kept");
  printf("%s %s: %s: %s\n", word, trial->rule, trial->name, trial->message);
}

static void update_rule(void *closure, const hd_engine *engine,
                        const hd_rule *rule) {
  tally *t = closure;
  if (rule->builtin)
    return;
  char *text = hd_engine_test_update(engine, rule->id, tell_update, t);
  hd_output output = {0};
  FILE *out = text ? hd_output_begin(t->cli, &output, rule->file) : NULL;
  if (out) {
    fputs(text, out);
    hd_output_end(t->cli, &output);
  }
  free(text);
}

/* An engine that has read the rules as they are now; NULL: said. */
static hd_engine *updated_engine(hd_cli *cli, tally *t) {
  hd_engine *engine = hd_cli_engine(cli);
  if (!engine || !cli->update)
    return engine;
  hd_named_visit(cli, engine, update_rule, t);
  hd_engine_free(engine);
  return cli->status < 2 ? hd_cli_engine(cli) : NULL;
}

/* ---- the command --------------------------------------------------------- */

int hd_rules_try(hd_cli *cli) {
  tally t = {.cli = cli};
  if (cli->update && cli->operands.n == 0) {
    hd_cli_say("%s", hd_cli_word(cli, "--update 要指明规则文件或目录",
                                 "--update needs the rules: a file or folder"));
    return 2;
  }
  hd_named_add(cli);
  hd_engine *engine = updated_engine(cli, &t);
  if (!engine)
    return cli->status;
  t.coverage = cli->coverage ? hd_coverage_new() : NULL;
  hd_rules_say(cli, engine);
  if (cli->operands.n == 0)
    try_rule(&t, engine, NULL);
  hd_named_visit(cli, engine, try_rule, &t);
  hd_engine_free(engine);
  if (t.coverage)
    print_coverage(&t);
  hd_coverage_free(t.coverage);
  if (!cli->quiet)
    printf(hd_cli_word(cli, "例子：通过 %zu 个，未通过 %zu 个\n",
                       "%zu examples passed, %zu failed\n"),
           t.passed, t.failed);
  hd_cli_flush(cli);
  hd_cli_raise(cli, t.failed > 0);
  return cli->status;
}
