/* test: the examples inside rules, which lines they run, and new expectations
 * for them. */
#include "cli.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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

/* Adds the operands that are paths, not ids, to --rules. */
static void add_paths(hd_cli *cli) {
  struct stat st;
  for (size_t i = 0; i < cli->operands.n; i++)
    if (stat(cli->operands.items[i], &st) == 0)
      hd_names_add(&cli->rules, cli->operands.items[i]);
}

/* Is it the same file or below the same folder? */
static bool is_below(const char *file, const char *path) {
  struct stat a, b;
  size_t n = strlen(path);
  while (n > 1 && path[n - 1] == '/')
    n--;
  if (strncmp(file, path, n) == 0 && (file[n] == '/' || file[n] == 0))
    return true;
  return stat(file, &a) == 0 && stat(path, &b) == 0 && a.st_ino == b.st_ino &&
         a.st_dev == b.st_dev;
}

/* Calls `each` for the rules that an operand names; false: there is none. */
typedef void each_rule(tally *t, const hd_engine *engine, const hd_rule *rule);
static bool visit_operand(const hd_engine *engine, const char *operand,
                          each_rule *each, tally *t) {
  const hd_rule *rules;
  size_t n = hd_engine_rules(engine, &rules);
  bool any = false;
  for (size_t i = 0; i < n; i++)
    if (strcmp(rules[i].id, operand) == 0 ||
        (!rules[i].builtin && is_below(rules[i].file, operand))) {
      each(t, engine, &rules[i]);
      any = true;
    }
  return any;
}

/* The same for all operands; what names no rule is said. */
static void visit_operands(hd_cli *cli, const hd_engine *engine,
                           each_rule *each, tally *t) {
  for (size_t i = 0; i < cli->operands.n; i++)
    if (!visit_operand(engine, cli->operands.items[i], each, t)) {
      hd_cli_say(hd_cli_word(cli, "%s：那里没有规则", "%s: no rule there"),
                 cli->operands.items[i]);
      hd_cli_raise(cli, 2);
    }
}

/* ---- trying -------------------------------------------------------------- */

static void try_rule(tally *t, const hd_engine *engine, const hd_rule *rule) {
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

static void update_rule(tally *t, const hd_engine *engine,
                        const hd_rule *rule) {
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
  visit_operands(cli, engine, update_rule, t);
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
  add_paths(cli);
  hd_engine *engine = updated_engine(cli, &t);
  if (!engine)
    return cli->status;
  t.coverage = cli->coverage ? hd_coverage_new() : NULL;
  hd_rules_say(cli, engine);
  if (cli->operands.n == 0)
    try_rule(&t, engine, NULL);
  visit_operands(cli, engine, try_rule, &t);
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
