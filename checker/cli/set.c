/* set: which files are judged together.
 *
 * In: inputs, each a set of its own. Out: with --together one set of all of
 * them, the first the report, the others its annexes; and with every set the
 * files of --previous and --reference, of the command line or of the
 * configuration that holds for it. */
#include "cli.h"
#include <stdlib.h>

void hd_inputs_join(const hd_cli *cli, hd_inputs *inputs) {
  if (!cli->together || inputs->n < 2)
    return;
  inputs->n_annexes = inputs->n - 1;
  inputs->annexes =
      hd_cli_alloc(NULL, inputs->n_annexes * sizeof *inputs->annexes);
  for (size_t i = 0; i < inputs->n_annexes; i++) {
    inputs->annexes[i] = inputs->items[i + 1];
    inputs->annexes[i].role = HD_INPUT_ANNEX;
  }
  inputs->n = 1;
}

static hd_input *put(hd_input *at, const hd_names *names, hd_input_role role) {
  for (size_t i = 0; i < names->n; i++)
    *at++ = (hd_input){.name = names->items[i], .role = role};
  return at;
}

void hd_set_complete(const hd_inputs *inputs, hd_group *group,
                     hd_input *input) {
  const hd_names *previous = &group->cli.previous;
  const hd_names *references = &group->cli.references;
  size_t n = inputs->n_annexes + previous->n + references->n;
  if (n == 0)
    return;
  if (!group->companions) {
    group->companions = hd_cli_alloc(NULL, n * sizeof *group->companions);
    for (size_t i = 0; i < inputs->n_annexes; i++)
      group->companions[i] = inputs->annexes[i];
    hd_input *end =
        put(group->companions + inputs->n_annexes, previous, HD_INPUT_PREVIOUS);
    for (size_t i = 0; group->references && i < references->n; i++)
      *end++ = group->references[i];
  }
  input->companions = group->companions;
  input->n_companions = n;
}
