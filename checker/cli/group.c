/* group: which inputs have which configuration.
 *
 * In: inputs in their order. Out: groups, each with the options that hold for
 * its inputs and an engine made of them; each input knows its engine, so that
 * one run of workers takes them all and the order stays. Without a
 * configuration there is one group, with the options of the command line.
 * A configuration that is wrong fails the inputs it holds for, no others. */
#include "cli.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  hd_cli *cli; /* of the command line */
  hd_groups *groups;
  char *folder;            /* of the last input asked for */
  const hd_config *config; /* the one that holds there, NULL: none */
} grouping;

/* ---- configurations -------------------------------------------------------
 */

static const hd_config *open_config(hd_groups *groups, const char *file) {
  for (size_t i = 0; i < groups->n_configs; i++)
    if (strcmp(groups->configs[i]->file, file) == 0)
      return groups->configs[i];
  groups->configs = hd_cli_alloc(groups->configs, (groups->n_configs + 1) *
                                                      sizeof *groups->configs);
  groups->configs[groups->n_configs] = hd_config_open(file);
  return groups->configs[groups->n_configs++];
}

/* What the input is called: standard input by the name it was given. */
static const char *name_of(const hd_input *input) {
  return strcmp(input->name, "-") == 0 && input->stdin_name ? input->stdin_name
                                                            : input->name;
}

static const hd_config *config_of(grouping *g, const char *input) {
  char path[PATH_MAX];
  const char *slash = strrchr(input, '/');
  size_t n = slash ? (size_t)(slash - input) + 1 : 0;
  if (g->cli->no_config)
    return NULL;
  if (g->cli->config)
    return open_config(g->groups, g->cli->config);
  if (g->folder && strlen(g->folder) == n && strncmp(g->folder, input, n) == 0)
    return g->config;
  free(g->folder);
  g->folder = strndup(input, n);
  g->config = hd_config_find(input, path, sizeof path)
                  ? open_config(g->groups, path)
                  : NULL;
  return g->config;
}

/* ---- groups ---------------------------------------------------------------
 */

/* Which overrides hold, a digit each; on malloc. */
static char *key_of(const hd_config *config, const char *input) {
  unsigned n = config ? config->n_overrides : 0;
  char *key = hd_cli_alloc(NULL, n + 1);
  for (unsigned i = 0; i < n; i++)
    key[i] = hd_config_holds(config, i + 1, input) ? '1' : '0';
  key[n] = '\0';
  return key;
}

static void say_config(const hd_cli *cli, const hd_failure *error) {
  char place[32] = "";
  (void)cli;
  if (error->line)
    snprintf(place, sizeof place, ":%u", (unsigned)error->line);
  hd_cli_say("%s%s: %s", error->file, place, error->message);
}

static bool read_references(hd_group *group) {
  const hd_names *specs = &group->cli.references;
  group->references =
      hd_cli_alloc(NULL, (specs->n + 1) * sizeof *group->references);
  for (size_t i = 0; i < specs->n; i++)
    if (!hd_reference_option(&group->cli, specs->items[i],
                             &group->references[i]))
      return false;
  return true;
}

/* Sets what the configuration says and then, over it, the command line. */
static bool set_options(grouping *g, hd_group *group, const char *input) {
  hd_cli *own = &group->cli;
  if (group->config && group->config->error) {
    say_config(own, group->config->error);
    return false;
  }
  if (group->config &&
      !hd_settings_read(own, g->cli, group->config, input, &group->settings))
    return false;
  for (size_t i = 0; i < group->settings.n; i++)
    hd_cli_store(own, group->settings.items[i].option,
                 group->settings.items[i].value);
  return hd_cli_parse(own, g->cli->argc, g->cli->argv) == 0 &&
         read_references(group);
}

static hd_group *new_group(grouping *g, const hd_config *config, char *key,
                           const char *input) {
  hd_groups *groups = g->groups;
  hd_group *group = hd_cli_alloc(NULL, sizeof *group);
  *group = (hd_group){.config = config, .key = key};
  group->cli.chinese = g->cli->chinese;
  group->cli.command = g->cli->command;
  groups->items =
      hd_cli_alloc(groups->items, (groups->n + 1) * sizeof *groups->items);
  groups->items[groups->n++] = group;
  if (set_options(g, group, input))
    group->engine = hd_cli_engine(&group->cli);
  if (!group->engine) {
    hd_cli_raise(g->cli, 2);
    group->engine = hd_engine_refused(
        hd_cli_word(g->cli, "它的配置有误", "its configuration is wrong"));
  }
  return group;
}

static hd_group *group_of(grouping *g, const char *input) {
  const hd_config *config = config_of(g, input);
  char *key = key_of(config, input);
  for (size_t i = 0; i < g->groups->n; i++)
    if (g->groups->items[i]->config == config &&
        strcmp(g->groups->items[i]->key, key) == 0) {
      free(key);
      return g->groups->items[i];
    }
  return new_group(g, config, key, input);
}

const hd_engine *hd_groups_engine(const hd_groups *groups) {
  for (size_t i = 0; i < groups->n; i++)
    if (!hd_engine_error(groups->items[i]->engine))
      return groups->items[i]->engine;
  return NULL;
}

int hd_groups_open(hd_cli *cli, hd_groups *groups, hd_inputs *inputs) {
  *groups = (hd_groups){0};
  grouping g = {.cli = cli, .groups = groups};
  groups->of = hd_cli_alloc(NULL, (inputs->n + 1) * sizeof *groups->of);
  for (size_t i = 0; i < inputs->n; i++) {
    groups->of[i] = group_of(&g, name_of(&inputs->items[i]));
    inputs->items[i].engine = groups->of[i]->engine;
    hd_set_complete(inputs, groups->of[i], &inputs->items[i]);
  }
  if (inputs->n == 0)
    group_of(&g, "");
  free(g.folder);
  return hd_groups_engine(groups) ? 0 : 2;
}

hd_group *hd_groups_find(hd_cli *cli, hd_groups *groups, const char *input) {
  grouping g = {.cli = cli, .groups = groups};
  hd_group *group = group_of(&g, input);
  free(g.folder);
  return group;
}

void hd_groups_free(hd_groups *groups) {
  for (size_t i = 0; i < groups->n; i++) {
    hd_engine_free(groups->items[i]->engine);
    hd_cli_free(&groups->items[i]->cli);
    free(groups->items[i]->settings.items);
    free(groups->items[i]->references);
    free(groups->items[i]->companions);
    free(groups->items[i]->key);
    free(groups->items[i]);
  }
  for (size_t i = 0; i < groups->n_configs; i++)
    hd_config_free(groups->configs[i]);
  free(groups->items);
  free(groups->configs);
  free(groups->of);
  *groups = (hd_groups){0};
}

/* Is the failure about the word that the setting gave to its option? The rule
 * host calls the option the file of its failure: "--ignore", "--set X=Y". */
static bool is_about(const hd_setting_row *s, const hd_failure *failure) {
  const char *option = failure->file;
  size_t n = strlen(s->option->name);
  if (strncmp(option, "--", 2) != 0 ||
      strncmp(option + 2, s->option->name, n) != 0)
    return false;
  if (option[2 + n] == ' ')
    return strcmp(option + 3 + n, s->value) == 0;
  const char *quote = strchr(failure->message, '\'');
  size_t length = quote ? strcspn(quote + 1, "'") : 0;
  const char *id = *s->row->name ? s->row->name : s->value;
  size_t whole = strcspn(id, ".");
  return length > 0 && length == whole && strncmp(quote + 1, id, length) == 0;
}

hd_failure hd_group_failure(const hd_group *group, const hd_failure *failure) {
  hd_failure found = *failure;
  for (size_t i = 0; i < group->settings.n; i++)
    if (is_about(&group->settings.items[i], failure)) {
      found.file = group->settings.items[i].row->file;
      found.line = group->settings.items[i].row->line;
      found.column = found.line ? 1 : 0;
    }
  return found;
}
