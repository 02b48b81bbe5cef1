/* statistics: the table of --statistics, on standard error.
 *
 *     error warning    note  rule
 *         2       0       0  growth-mismatch
 *         2       1       0  in all
 *   hedui: 12540 characters; errors and warnings per 10,000 characters: 2.39
 *
 * The rate of errors is what editors are measured by (差错率); findings of
 * both severities count as one each. */
#include "cli.h"
#include <stdlib.h>
#include <string.h>

static hd_statistics_row *row_of(hd_statistics *s, const char *rule) {
  for (size_t i = 0; i < s->n; i++)
    if (strcmp(s->rows[i].rule, rule) == 0)
      return &s->rows[i];
  s->rows = hd_cli_alloc(s->rows, (s->n + 1) * sizeof *s->rows);
  hd_statistics_row *row = &s->rows[s->n++];
  *row = (hd_statistics_row){.rule = hd_cli_alloc(NULL, strlen(rule) + 1)};
  strcpy(row->rule, rule);
  return row;
}

void hd_statistics_count(hd_statistics *s, const hd_finding *finding) {
  row_of(s, finding->rule)->found[finding->severity]++;
}

static int by_rule(const void *a, const void *b) {
  const hd_statistics_row *x = a, *y = b;
  return strcmp(x->rule, y->rule);
}

static void print_row(const size_t found[3], const char *name) {
  fprintf(stderr, "%7zu %7zu %7zu  %s\n", found[HD_SEVERITY_ERROR],
          found[HD_SEVERITY_WARNING], found[HD_SEVERITY_NOTE], name);
}

/* Findings per 10,000 characters with two decimals, rounded. */
static void print_rate(const hd_cli *cli, size_t findings, size_t characters) {
  size_t hundredths =
      characters ? (findings * 1000000 + characters / 2) / characters : 0;
  hd_cli_say(hd_cli_word(cli,
                         "字数 %zu，差错率 %zu.%02zu（每万字的错误和警告）",
                         "%zu characters; errors and warnings per 10,000 "
                         "characters: %zu.%02zu"),
             characters, hundredths / 100, hundredths % 100);
}

void hd_statistics_print(const hd_cli *cli, hd_statistics *s,
                         const hd_counts *sums) {
  size_t all[3] = {0};
  if (s->n > 1)
    qsort(s->rows, s->n, sizeof *s->rows, by_rule);
  fprintf(stderr, "%7s %7s %7s  %s\n", "error", "warning", "note",
          hd_cli_word(cli, "规则", "rule"));
  for (size_t i = 0; i < s->n; i++) {
    for (int k = 0; k < 3; k++)
      all[k] += s->rows[i].found[k];
    print_row(s->rows[i].found, s->rows[i].rule);
  }
  print_row(all, hd_cli_word(cli, "合计", "in all"));
  print_rate(cli, all[HD_SEVERITY_ERROR] + all[HD_SEVERITY_WARNING],
             sums->characters);
}

void hd_statistics_free(hd_statistics *s) {
  for (size_t i = 0; i < s->n; i++)
    free(s->rows[i].rule);
  free(s->rows);
}
