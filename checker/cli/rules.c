/* rules: the list of rules and their sources. */
#include "cli.h"
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void hd_rules_say(hd_cli *cli, const hd_engine *engine) {
  const hd_failure *failures;
  const char *const *notes;
  size_t n = hd_engine_notes(engine, &notes);
  for (size_t i = 0; i < n && !cli->quiet; i++)
    hd_cli_say("%s", notes[i]);
  n = hd_engine_failures(engine, &failures);
  for (size_t i = 0; i < n; i++)
    hd_cli_failure(cli, &failures[i]);
}

/* ---- rules
 * --------------------------------------------------------------------- */

/* What a rule is listed under: of built-in ones "", or the folder below rules/
 * that they belong to; a pack; NULL: rules of the user's in no pack. */
static const char *group_of(const hd_rule *rule, int *n) {
  static const char home[] = "rules/";
  const char *name = rule->builtin ? rule->file + sizeof home - 1 : rule->pack;
  const char *slash = rule->builtin ? strchr(name, '/') : NULL;
  *n = slash ? (int)(slash - name) : rule->builtin ? 0 : (int)strlen(name);
  return rule->builtin || *name ? name : NULL;
}

/* precision and recall with what they are of: "0.95 (20)  0.80 (15)". */
static void print_measured(const hd_measured *m) {
  char precision[32] = "-", recall[32] = "-";
  if (*m->precision)
    snprintf(precision, sizeof precision, "%.4s (%g)", m->precision,
             strtod(m->true_positives, NULL) +
                 strtod(m->false_positives, NULL));
  if (*m->recall)
    snprintf(recall, sizeof recall, "%.4s (%s)", m->recall, m->plants);
  printf("  %-9s  %-9s", precision, recall);
}

static void print_rule(const hd_cli *cli, const hd_rule *rule, int width) {
  printf("%-*s  %-8s  %-7s", width, rule->id, hd_severity_name(rule->severity),
         rule->preview ? "preview" : "stable");
  print_measured(&rule->measured);
  printf("  %s%s%s%s\n", hd_explain_summary(cli, rule),
         rule->builtin ? "" : " (", rule->builtin ? "" : rule->file,
         rule->builtin ? "" : ")");
}

/* The head of a group: in Chinese by hand, for printf counts bytes. */
static void print_head(const hd_cli *cli, const hd_rule *rule, int width) {
  int length;
  const char *group = group_of(rule, &length);
  if (*rule->pack)
    printf("%s %s (%s)\n", rule->pack, rule->pack_version, rule->pack_licence);
  bool folder = rule->builtin && length;
  const char *label = !group ? "yours" : folder ? group : "rule";
  printf("%-*.*s  %s\n", width, folder ? length : 5, label,
         hd_cli_word(cli, "级别      状态     准确率     召回率     查什么",
                     "severity  state    precision  recall     what it finds"));
}

/* Prints the rules of the group of `first` that were not printed yet. */
static void print_group(const hd_cli *cli, const hd_rule *rules, size_t n,
                        size_t first, bool *done) {
  int width = 0, length, other;
  const char *group = group_of(&rules[first], &length);
  for (size_t i = 0; i < n; i++)
    if ((int)strlen(rules[i].id) > width)
      width = (int)strlen(rules[i].id);
  if (first > 0)
    putchar('\n');
  print_head(cli, &rules[first], width);
  for (size_t i = first; i < n; i++) {
    const char *own = group_of(&rules[i], &other);
    bool same = !group ? !own
                       : own && other == length &&
                             rules[i].builtin == rules[first].builtin &&
                             strncmp(own, group, (size_t)length) == 0;
    if (done[i] || !same)
      continue;
    print_rule(cli, &rules[i], width);
    done[i] = true;
  }
}

static void list(hd_cli *cli, const hd_engine *engine) {
  const hd_rule *rules;
  size_t n = hd_engine_rules(engine, &rules);
  bool *done = hd_cli_alloc(NULL, (n + 1) * sizeof *done);
  memset(done, 0, n * sizeof *done);
  for (size_t i = 0; i < n; i++)
    if (!done[i])
      print_group(cli, rules, n, i, done);
  free(done);
}

int hd_rules_command(hd_cli *cli) {
  if (cli->operands.n > 0 && strcmp(cli->operands.items[0], "lint") == 0)
    return hd_rules_lint_command(cli);
  if (cli->operands.n > 0) {
    hd_cli_say(hd_cli_word(cli, "hedui rules 不带“%s”；见 hedui help rules",
                           "hedui rules takes no \"%s\"; see hedui help rules"),
               cli->operands.items[0]);
    return 2;
  }
  hd_engine *engine = hd_cli_engine(cli);
  if (!engine)
    return cli->status;
  hd_rules_say(cli, engine);
  if (cli->print) {
    const hd_rule *rule = hd_explain_rule(cli, engine, cli->print);
    if (rule)
      fputs(rule->source, stdout);
  } else
    list(cli, engine);
  hd_engine_free(engine);
  hd_cli_flush(cli);
  return cli->status;
}
