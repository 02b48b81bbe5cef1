/* lint: hedui rules lint: what is weak in rules, as FILE:LINE:COLUMN or CSV. */
#include "cli.h"
#include <csv.h>
#include <stdlib.h>
#include <string.h>

static void take(void *closure, const hd_engine *engine, const hd_rule *rule) {
  (void)engine;
  hd_names_add(closure, rule->id);
}

static void write_text(const hd_cli *cli, const hd_lint_row *row) {
  const char *lang = hd_cli_language(cli->lang);
  bool chinese = lang ? strcmp(lang, "zh") == 0 : cli->chinese;
  printf("%s:%u:%u: %s: %s\n", row->file, (unsigned)(row->line ? row->line : 1),
         (unsigned)(row->column ? row->column : 1), row->check,
         chinese ? row->zh : row->en);
}

static void write_csv(const hd_cli *cli, const hd_lint_row *row) {
  const char *lang = hd_cli_language(cli->lang);
  bool chinese = lang ? strcmp(lang, "zh") == 0 : cli->chinese;
  char line[12], column[12];
  snprintf(line, sizeof line, "%u", (unsigned)(row->line ? row->line : 1));
  snprintf(column, sizeof column, "%u",
           (unsigned)(row->column ? row->column : 1));
  const char *fields[] = {row->file, line,       column,
                          row->rule, row->check, chinese ? row->zh : row->en};
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
    if (i)
      putchar(',');
    csv_fwrite(stdout, fields[i], strlen(fields[i]));
  }
  putchar('\n');
}

/* Is the format CSV? -1: it is neither, which is said. */
static int reads_csv(hd_cli *cli) {
  const char *format = cli->format ? cli->format : "text";
  if (strcmp(format, "csv") == 0 || strcmp(format, "text") == 0)
    return *format == 'c';
  hd_cli_say(hd_cli_word(cli, "hedui rules lint 没有格式 %s（text、csv）",
                         "hedui rules lint has no format %s (text, csv)"),
             format);
  hd_cli_raise(cli, 2);
  return -1;
}

/* The lint of the rules that operands name, or of all. */
static hd_lint *lint(hd_cli *cli, const hd_engine *engine) {
  hd_names ids = {0};
  if (cli->operands.n == 0)
    return hd_engine_lint(engine, NULL, 0);
  hd_named_visit(cli, engine, take, &ids);
  static const char *const none[] = {""};
  hd_lint *rows = hd_engine_lint(engine, ids.n ? ids.items : none, ids.n);
  hd_names_free(&ids);
  return rows;
}

int hd_rules_lint_command(hd_cli *cli) {
  int csv = reads_csv(cli);
  if (csv < 0)
    return cli->status;
  cli->operands.n--;
  memmove(cli->operands.items, cli->operands.items + 1,
          cli->operands.n * sizeof *cli->operands.items);
  hd_named_add(cli);
  hd_engine *engine = hd_cli_engine(cli);
  if (!engine)
    return cli->status;
  hd_lint *rows = lint(cli, engine);
  if (csv)
    puts("\"file\",\"line\",\"column\",\"rule\",\"check\",\"message\"");
  for (size_t i = 0; i < rows->n; i++)
    (csv ? write_csv : write_text)(cli, &rows->rows[i]);
  hd_cli_raise(cli, rows->n > 0);
  hd_lint_free(rows);
  hd_engine_free(engine);
  hd_cli_flush(cli);
  return cli->status;
}
