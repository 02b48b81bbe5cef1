/* explain: a rule in words, or one finding of a file with the readings that
 * were tried, its arithmetic and its rule. */
#include "cli.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool is_fingerprint(const char *word) {
  return strlen(word) == 16 && strspn(word, "0123456789abcdef") == 16;
}

static const hd_rule *rule_named(const hd_engine *engine, const char *id) {
  const hd_rule *rules;
  size_t n = hd_engine_rules(engine, &rules);
  for (size_t i = 0; i < n; i++)
    if (strcmp(rules[i].id, id) == 0)
      return &rules[i];
  return NULL;
}

const hd_rule *hd_explain_rule(hd_cli *cli, const hd_engine *engine,
                               const char *id) {
  const hd_rule *rules, *rule = rule_named(engine, id);
  if (rule)
    return rule;
  size_t n = hd_engine_rules(engine, &rules);
  const char **ids = hd_cli_alloc(NULL, n * sizeof *ids);
  for (size_t i = 0; i < n; i++)
    ids[i] = rules[i].id;
  const char *near = hd_cli_nearest(id, ids, n);
  if (near)
    hd_cli_say(hd_cli_word(cli, "没有规则 %s；是否指 %s？",
                           "unknown rule %s; did you mean %s?"),
               id, near);
  else
    hd_cli_say(hd_cli_word(cli, "没有规则 %s；见 hedui rules",
                           "unknown rule %s; see hedui rules"),
               id);
  free(ids);
  hd_cli_raise(cli, 2);
  return NULL;
}

/* The text in the language of --lang, or of help; the other where it is
 * empty. */
static const char *in_language(const hd_cli *cli, const char *zh,
                               const char *en) {
  const char *lang = hd_cli_language(cli->lang);
  bool chinese = lang ? strcmp(lang, "zh") == 0 : cli->chinese;
  const char *text = chinese ? zh : en;
  return *text ? text : chinese ? en : zh;
}

const char *hd_explain_summary(const hd_cli *cli, const hd_rule *rule) {
  return in_language(cli, rule->summary_zh, rule->summary_en);
}

/* How often it was right, with what that rests on. */
static void say_measured(const hd_cli *cli, const hd_measured *m) {
  if (*m->precision)
    printf(hd_cli_word(
               cli,
               "\n在开发所用报告上的准确率 %s（95%% 区间 %s–%s，对 %s，错 "
               "%s）\n",
               "\nprecision on the reports it was developed with %s (95 %% "
               "interval %s to %s; right %s, wrong %s)\n"),
           m->precision, m->low, m->high, m->true_positives,
           m->false_positives);
  if (*m->recall)
    printf(hd_cli_word(cli, "同类错误 %s 处中的召回率 %s\n",
                       "recall of %s planted errors of its kind %s\n"),
           m->plants, m->recall);
}

static void describe(const hd_cli *cli, const hd_rule *rule) {
  const char *text = in_language(cli, rule->explain_zh, rule->explain_en);
  printf("%s (%s, %s)\n%s\n", rule->id, hd_severity_name(rule->severity),
         rule->preview ? "preview" : "stable", hd_explain_summary(cli, rule));
  if (*text)
    printf("\n%s%s", text, text[strlen(text) - 1] == '\n' ? "" : "\n");
  say_measured(cli, &rule->measured);
  printf(hd_cli_word(cli, "\n例子和写法：hedui rules --print %s\n",
                     "\nexamples and how it works: hedui rules --print %s\n"),
         rule->id);
}

/* ---- a finding
 * --------------------------------------------------------------- */

typedef struct {
  hd_cli *cli;
  hd_groups groups;
  size_t taken; /* results so far */
  const char *fingerprint;
  bool found;
} search;

static const hd_format_row *text_format(void) {
  for (size_t i = 0; i < hd_n_formats; i++)
    if (strcmp(hd_formats[i].name, "text") == 0)
      return &hd_formats[i];
  return &hd_formats[0];
}

/* The finding as the text format has it, then its readings and its rule. */
static void show(search *s, const hd_result *result, hd_finding *finding) {
  hd_cli *cli = s->cli;
  hd_result one = *result;
  hd_report report = {.out = stdout,
                      .lang = hd_cli_language(cli->lang),
                      .colour = hd_outputs_colour(cli, NULL),
                      .quiet = 1};
  one.findings = finding;
  one.n_findings = 1;
  text_format()->begin(&report);
  text_format()->result(&report, &one);
  text_format()->end(&report, &result->counts);
  if (*finding->readings)
    printf("%s: %s\n\n", hd_cli_word(cli, "试过的读法", "readings tried"),
           finding->readings);
  const hd_rule *rule =
      rule_named(s->groups.of[s->taken]->engine, finding->rule);
  if (rule)
    describe(cli, rule);
}

static int look(void *closure, hd_result *result) {
  search *s = closure;
  for (size_t i = 0; i < result->n_failures; i++)
    hd_cli_failure(s->cli, &result->failures[i]);
  for (size_t i = 0; i < result->n_findings && !s->found; i++)
    if (strcmp(result->findings[i].fingerprint, s->fingerprint) == 0) {
      s->found = true;
      show(s, result, &result->findings[i]);
    }
  s->taken++;
  return s->found;
}

static void explain_finding(hd_cli *cli, const char *fingerprint) {
  search s = {.cli = cli, .fingerprint = fingerprint};
  hd_inputs inputs;
  hd_inputs_open(cli, &inputs);
  bool usable = hd_groups_open(cli, &s.groups, &inputs) == 0;
  if (usable && inputs.n > 0)
    hd_engine_run(inputs.items[0].engine, inputs.items, inputs.n, 1, 0, look,
                  &s);
  if (usable && !s.found) {
    hd_cli_say(hd_cli_word(cli, "这些文件中没有指纹为 %s 的问题",
                           "no finding with the fingerprint %s there"),
               fingerprint);
    hd_cli_raise(cli, 2);
  }
  hd_groups_free(&s.groups);
  hd_inputs_free(&inputs);
}

/* ---- the command
 * --------------------------------------------------------------- */

static int say_usage(const hd_cli *cli) {
  hd_cli_say(hd_cli_word(cli, "用法：hedui explain %s", //
                         "usage: hedui explain %s"),
             cli->command->operands);
  return 2;
}

int hd_explain_command(hd_cli *cli) {
  if (cli->operands.n == 0)
    return say_usage(cli);
  const char *word = cli->operands.items[0];
  bool finding = is_fingerprint(word) && cli->operands.n > 1;
  if (!finding && cli->operands.n > 1)
    return say_usage(cli);
  if (finding) {
    /* The operands behind it are the files. */
    cli->operands.n--;
    memmove(cli->operands.items, cli->operands.items + 1,
            cli->operands.n * sizeof *cli->operands.items);
    explain_finding(cli, word);
    hd_cli_flush(cli);
    return cli->status;
  }
  hd_engine *engine = hd_cli_engine(cli);
  if (!engine)
    return cli->status;
  const hd_rule *rule = hd_explain_rule(cli, engine, word);
  if (rule)
    describe(cli, rule);
  hd_engine_free(engine);
  hd_cli_flush(cli);
  return cli->status;
}
