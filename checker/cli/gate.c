/* gate: takes findings back that are known already.
 *
 * In: results as they come. Out: the same results, with what a baseline lists
 * among the silenced. With --write-baseline every finding that is to be
 * reported becomes an entry of it. What was silenced is counted and said;
 * findings below --min-severity are none of the gate's business. */
#include "cli.h"
#include <stdlib.h>
#include <string.h>

static int by_text(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void list_rules(hd_gate *gate, const hd_groups *groups) {
  for (size_t g = 0; g < groups->n; g++) {
    const hd_rule *rules;
    size_t n = hd_engine_rules(groups->items[g]->engine, &rules);
    for (size_t i = 0; i < n; i++)
      if (rules[i].selected)
        hd_names_add(&gate->rules, rules[i].id);
  }
  if (gate->rules.n > 1)
    qsort(gate->rules.items, gate->rules.n, sizeof *gate->rules.items, by_text);
}

/* The baseline of a group; one that an earlier group has is shared. */
static bool open_known(hd_cli *cli, hd_gate *gate, size_t g) {
  const char *path = gate->groups->items[g]->cli.baseline;
  for (size_t i = 0; path && i < g && !gate->known[g]; i++)
    if (gate->known[i] && strcmp(hd_baseline_path(gate->known[i]), path) == 0)
      gate->known[g] = gate->known[i];
  if (path && !gate->known[g])
    gate->known[g] = hd_baseline_open(cli, path, false);
  return !path || gate->known[g];
}

int hd_gate_open(hd_cli *cli, hd_gate *gate, const hd_groups *groups,
                 const hd_inputs *inputs) {
  bool good = true;
  *gate = (hd_gate){.groups = groups};
  list_rules(gate, groups);
  gate->known = hd_cli_alloc(NULL, groups->n * sizeof(hd_baseline *));
  memset(gate->known, 0, groups->n * sizeof(hd_baseline *));
  for (size_t i = 0; i < groups->n; i++)
    good = open_known(cli, gate, i) && good;
  if (cli->write_baseline)
    gate->written = hd_baseline_open(cli, cli->write_baseline, true);
  good = good && (!cli->write_baseline || gate->written);
  if (good && cli->diff)
    gate->diff = hd_diff_open(cli, cli->diff, inputs);
  if (good && (!cli->diff || gate->diff))
    return 0;
  hd_gate_free(gate);
  return 2;
}

/* Is it the first group with its baseline? */
static bool is_first(const hd_gate *gate, size_t g) {
  for (size_t i = 0; i < g; i++)
    if (gate->known[i] == gate->known[g])
      return false;
  return gate->known[g] != NULL;
}

void hd_gate_free(hd_gate *gate) {
  for (size_t i = 0; gate->known && i < gate->groups->n; i++)
    if (is_first(gate, i))
      hd_baseline_free(gate->known[i]);
  free(gate->known);
  hd_baseline_free(gate->written);
  hd_diff_free(gate->diff);
  hd_names_free(&gate->rules);
  *gate = (hd_gate){0};
}

typedef struct {
  hd_diff *diff;
  size_t input;
  hd_baseline *known, *written;
  hd_severity least;
} asking;

static const char *reason_of(void *closure, const hd_finding *finding) {
  const asking *ask = closure;
  if (finding->severity < ask->least)
    return NULL;
  if (ask->written)
    return hd_baseline_accept(ask->written, ask->known, finding);
  return hd_baseline_reason(ask->known, finding);
}

static const char *is_old(void *closure, const hd_finding *finding) {
  const asking *ask = closure;
  return hd_diff_reason(ask->diff, ask->input, finding);
}

static hd_baseline *known_of(const hd_gate *gate, const hd_group *group) {
  for (size_t i = 0; i < gate->groups->n; i++)
    if (gate->groups->items[i] == group)
      return gate->known[i];
  return NULL;
}

void hd_gate_result(hd_gate *gate, size_t input, hd_result *result) {
  const hd_group *group = gate->groups->of[input];
  asking ask = {gate->diff, input, known_of(gate, group), gate->written,
                hd_cli_least(&group->cli)};
  if (ask.diff)
    hd_result_silence(result, HD_BY_CHANGE, is_old, &ask);
  if (ask.known || ask.written)
    hd_result_silence(result, HD_BY_BASELINE, reason_of, &ask);
  for (size_t i = 0; i < result->n_files; i++) {
    if (ask.known)
      hd_baseline_judged(ask.known, &result->files[i]);
    if (gate->written)
      hd_baseline_judged(gate->written, &result->files[i]);
  }
  for (size_t i = 0; i < result->n_silenced; i++)
    gate->silenced[result->silenced[i].by]++;
}

static void say_silenced(const hd_cli *cli, const hd_gate *gate) {
  const size_t *n = gate->silenced;
  if (n[HD_BY_CHANGE])
    hd_cli_say(hd_cli_word(cli, "旧版本中已有、不再报告的 %zu 处",
                           "findings that the old version has as well: %zu"),
               n[HD_BY_CHANGE]);
  if (n[HD_BY_COMMENT])
    hd_cli_say(hd_cli_word(cli, "按 hedui-ignore 注释不报告的 %zu 处",
                           "findings silenced by comments: %zu"),
               n[HD_BY_COMMENT]);
  if (n[HD_BY_BASELINE])
    hd_cli_say(hd_cli_word(cli, "基线中已列出、不再报告的 %zu 处",
                           "findings silenced by the baseline: %zu"),
               n[HD_BY_BASELINE]);
  if (n[HD_BY_RESOLVED])
    hd_cli_say(hd_cli_word(cli, "批注已解决、不再报告的 %zu 处",
                           "findings silenced by resolved comments: %zu"),
               n[HD_BY_RESOLVED]);
}

void hd_gate_close(hd_cli *cli, hd_gate *gate) {
  if (!cli->quiet)
    say_silenced(cli, gate);
  if (gate->written)
    hd_baseline_write(cli, gate->written, &gate->rules);
  for (size_t i = 0; !gate->written && i < gate->groups->n; i++)
    if (is_first(gate, i))
      hd_baseline_say(cli, gate->known[i], &gate->rules);
}
