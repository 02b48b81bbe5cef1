/* explain: a rule in words, or one finding of a file with the readings that
 * were tried, its arithmetic and its rule. */
#include "cli.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FINGERPRINT = 16, LEAST_OF_IT = 4 };

/* A fingerprint, or how one begins. */
static bool is_fingerprint(const char *word) {
  size_t n = strlen(word);
  return n >= LEAST_OF_IT && n <= FINGERPRINT &&
         strspn(word, "0123456789abcdef") == n;
}

static const hd_rule *find_rule(const hd_engine *engine, const char *id) {
  const hd_rule *rules;
  size_t n = hd_engine_rules(engine, &rules);
  for (size_t i = 0; i < n; i++)
    if (strcmp(rules[i].id, id) == 0)
      return &rules[i];
  return NULL;
}

const hd_rule *hd_explain_find(const hd_engine *engine, const char *id) {
  const hd_rule *rule = find_rule(engine, id);
  return rule ? rule : find_rule(engine, hd_engine_rule_id(id));
}

const hd_rule *hd_explain_rule(hd_cli *cli, const hd_engine *engine,
                               const char *id) {
  const hd_rule *rules, *rule = hd_explain_find(engine, id);
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
static void say_measured(const hd_cli *cli, const hd_measured *m, FILE *out) {
  if (*m->precision)
    fprintf(out,
            hd_cli_word(
                cli,
                "\n在开发所用报告上的准确率 %s（95%% 区间 %s–%s，对 %s，错 "
                "%s）\n",
                "\nprecision on the reports it was developed with %s (95 %% "
                "interval %s to %s; right %s, wrong %s)\n"),
            m->precision, m->low, m->high, m->true_positives,
            m->false_positives);
  if (*m->recall)
    fprintf(out,
            hd_cli_word(cli, "同类错误 %s 处中的召回率 %s\n",
                        "recall of %s planted errors of its kind %s\n"),
            m->plants, m->recall);
}

static void describe(const hd_cli *cli, const hd_rule *rule, FILE *out) {
  const char *text = in_language(cli, rule->explain_zh, rule->explain_en);
  fprintf(out, "%s (%s, %s)\n%s\n", rule->id, hd_severity_name(rule->severity),
          rule->preview ? "preview" : "stable", hd_explain_summary(cli, rule));
  if (*text)
    fprintf(out, "\n%s%s", text, text[strlen(text) - 1] == '\n' ? "" : "\n");
  say_measured(cli, &rule->measured, out);
  fprintf(out,
          hd_cli_word(cli, "\n例子和写法：hedui rules --print %s\n",
                      "\nexamples and how it works: hedui rules --print %s\n"),
          rule->id);
}

/* ---- a finding
 * --------------------------------------------------------------- */

enum { MOST_LISTED = 8 };
typedef struct {
  hd_cli *cli;
  hd_groups groups;
  size_t taken; /* results so far */
  const char *begins;
  char found[MOST_LISTED][FINGERPRINT + 1]; /* those that begin so */
  size_t n;
  bool json;
  FILE *page; /* about the first */
  char *text;
  size_t length;
} search;

static const hd_format_row *text_format(void) {
  for (size_t i = 0; i < hd_n_formats; i++)
    if (strcmp(hd_formats[i].name, "text") == 0)
      return &hd_formats[i];
  return &hd_formats[0];
}

static const char *language_of(const hd_result *result, const char *file) {
  for (size_t i = 0; i < result->n_files; i++)
    if (strcmp(result->files[i].name, file) == 0)
      return result->files[i].lang;
  return "zh";
}

static void show_json(search *s, const hd_result *result,
                      const hd_finding *finding) {
  hd_report report = {.out = s->page};
  hd_report_why_json(&report, result, finding);
}

/* The finding as the text format has it, how it came about, its rule. */
static void show(search *s, const hd_result *result,
                 const hd_finding *finding) {
  hd_cli cli = *s->cli;
  hd_result one = *result;
  const char *lang = hd_cli_language(cli.lang);
  hd_report report = {.out = s->page,
                      .lang =
                          lang ? lang : language_of(result, finding->at.file),
                      .colour = hd_outputs_colour(s->cli, NULL),
                      .quiet = 1};
  hd_finding copy = *finding;
  one.findings = &copy;
  one.n_findings = 1;
  text_format()->begin(&report);
  text_format()->result(&report, &one);
  text_format()->end(&report, &result->counts);
  hd_report_why(&report, result, finding);
  fputc('\n', s->page);
  const hd_rule *rule =
      hd_explain_find(s->groups.of[s->taken]->engine, finding->rule);
  cli.chinese = strcmp(report.lang, "zh") == 0;
  if (rule)
    describe(&cli, rule, s->page);
}

static void meet(search *s, const hd_result *result, hd_finding *finding) {
  if (strncmp(finding->fingerprint, s->begins, strlen(s->begins)) != 0)
    return;
  for (size_t i = 0; i < s->n; i++)
    if (strcmp(s->found[i], finding->fingerprint) == 0)
      return;
  if (s->n == 0)
    (s->json ? show_json : show)(s, result, finding);
  if (s->n < MOST_LISTED)
    strcpy(s->found[s->n++], finding->fingerprint);
}

/* Findings that a comment in the draft silences are explained as well. */
static int look(void *closure, hd_result *result) {
  search *s = closure;
  for (size_t i = 0; i < result->n_failures; i++)
    hd_cli_failure(s->cli, &result->failures[i]);
  for (size_t i = 0; i < result->n_findings; i++)
    meet(s, result, &result->findings[i]);
  for (size_t i = 0; i < result->n_silenced; i++)
    meet(s, result, &result->silenced[i].finding);
  s->taken++;
  return 0;
}

/* Writes what was found, or says why nothing is. */
static void conclude(search *s) {
  if (s->n == 1) {
    fwrite(s->text, 1, s->length, stdout);
    return;
  }
  hd_cli_raise(s->cli, 2);
  if (s->n == 0) {
    hd_cli_say(hd_cli_word(s->cli, "这些文件中没有指纹为 %s 的问题",
                           "no finding with the fingerprint %s there"),
               s->begins);
    return;
  }
  hd_cli_say(hd_cli_word(s->cli, "不止一处问题的指纹以 %s 开头：",
                         "more than one fingerprint begins with %s:"),
             s->begins);
  for (size_t i = 0; i < s->n; i++)
    hd_cli_say("  %s", s->found[i]);
}

static void explain_finding(hd_cli *cli, const char *fingerprint) {
  search s = {.cli = cli,
              .begins = fingerprint,
              .json = cli->format && strcmp(cli->format, "json") == 0};
  hd_inputs inputs;
  hd_inputs_open(cli, &inputs);
  bool usable = hd_groups_open(cli, &s.groups, &inputs) == 0;
  s.page = open_memstream(&s.text, &s.length);
  if (usable && s.page && inputs.n > 0)
    hd_engine_run(inputs.items[0].engine, inputs.items, inputs.n, 1,
                  HD_WANT_WHY | HD_WANT_CHECKS, look, &s);
  if (s.page)
    fclose(s.page);
  if (usable && s.page)
    conclude(&s);
  free(s.text);
  hd_groups_free(&s.groups);
  hd_inputs_free(&inputs);
}

/* ---- the command
 * --------------------------------------------------------------- */

/* A finding can be had as text and as JSON, a rule as text. */
static bool has_format(const hd_cli *cli, bool finding) {
  bool had = !cli->format || strcmp(cli->format, "text") == 0 ||
             (finding && strcmp(cli->format, "json") == 0);
  if (!had)
    hd_cli_say(
        finding
            ? hd_cli_word(cli, "explain 没有格式 %s；可用 text、json",
                          "explain has no format %s; there are text and json")
            : hd_cli_word(cli, "规则的说明没有格式 %s，只有 text",
                          "a rule is explained as text, not as %s"),
        cli->format);
  return had;
}

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
  if (!has_format(cli, finding))
    return 2;
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
    describe(cli, rule, stdout);
  hd_engine_free(engine);
  hd_cli_flush(cli);
  return cli->status;
}
