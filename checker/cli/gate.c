/* gate: takes findings back that are known already.
 *
 * In: results as they come. Out: the same results, with what a baseline lists
 * among the silenced. With --write-baseline every finding that is to be
 * reported becomes an entry of it. What was silenced is counted and said;
 * findings below --min-severity are none of the gate's business. */
#include "cli.h"
#include <stdlib.h>
#include <string.h>

static void list_rules(hd_gate *gate, const hd_engine *engine) {
  const hd_rule *rules;
  size_t n = hd_engine_rules(engine, &rules);
  for (size_t i = 0; i < n; i++)
    if (rules[i].selected)
      hd_names_add(&gate->rules, rules[i].id);
}

int hd_gate_open(hd_cli *cli, hd_gate *gate, const hd_engine *engine) {
  *gate = (hd_gate){0};
  list_rules(gate, engine);
  if (cli->baseline)
    gate->known = hd_baseline_open(cli, cli->baseline, false);
  if (cli->write_baseline)
    gate->written = hd_baseline_open(cli, cli->write_baseline, true);
  if ((!cli->baseline || gate->known) &&
      (!cli->write_baseline || gate->written))
    return 0;
  hd_gate_free(gate);
  return 2;
}

void hd_gate_free(hd_gate *gate) {
  hd_baseline_free(gate->known);
  hd_baseline_free(gate->written);
  hd_names_free(&gate->rules);
  *gate = (hd_gate){0};
}

typedef struct {
  hd_gate *gate;
  hd_severity least;
} asking;

static const char *reason_of(void *closure, const hd_finding *finding) {
  const asking *ask = closure;
  hd_gate *gate = ask->gate;
  if (finding->severity < ask->least)
    return NULL;
  if (gate->written)
    return hd_baseline_accept(gate->written, gate->known, finding);
  return hd_baseline_reason(gate->known, finding);
}

void hd_gate_result(hd_gate *gate, hd_result *result, hd_severity least) {
  asking ask = {gate, least};
  if (gate->known || gate->written)
    hd_result_silence(result, HD_BY_BASELINE, reason_of, &ask);
  for (size_t i = 0; i < result->n_files; i++) {
    if (gate->known)
      hd_baseline_judged(gate->known, &result->files[i]);
    if (gate->written)
      hd_baseline_judged(gate->written, &result->files[i]);
  }
  for (size_t i = 0; i < result->n_silenced; i++)
    gate->silenced[result->silenced[i].by]++;
}

static void say_silenced(const hd_cli *cli, const hd_gate *gate) {
  const size_t *n = gate->silenced;
  if (n[HD_BY_BASELINE])
    hd_cli_say(hd_cli_word(cli, "基线中已列出、不再报告的 %zu 处",
                           "findings silenced by the baseline: %zu"),
               n[HD_BY_BASELINE]);
}

void hd_gate_close(hd_cli *cli, hd_gate *gate) {
  if (!cli->quiet)
    say_silenced(cli, gate);
  if (gate->written)
    hd_baseline_write(cli, gate->written, &gate->rules);
  else if (gate->known)
    hd_baseline_say(cli, gate->known, &gate->rules);
}
