/* config: the rows of a .hedui.lua as options, and `hedui config`.
 *
 * Each key is an option of the command line, so that a value means the same
 * in both and is checked by the same code. Scalars: the last row holds. Lists
 * add up, in the order extended, own, overrides, command line; `select` alone
 * is replaced as a whole. A rule that --select names is not left out by what
 * a configuration ignores. */
#include "cli.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct {
  const char *key, *option;
  bool path; /* seen from the folder of the configuration */
} key_row;

/* Keys whose option a program does not have are unknown to it. */
static const key_row keys[] = {
    {"ruleset", "ruleset", false},
    {"select", "select", false},
    {"ignore", "ignore", false},
    {"severity", "severity", false},
    {"params", "set", false},
    {"least", "least", false},
    {"rules", "rules", true},
    {"lexicons", "lexicon", true},
    {"lang", "lang", false},
    {"doc_lang", "doc-lang", false},
    {"date", "date", false},
    {"fail_on", "fail-on", false},
    {"min_severity", "min-severity", false},
    {"baseline", "baseline", true},
    {"reference", "reference", true},
    {"previous", "previous", true},
    {"references", "reference", true},
};
enum { KEYS = sizeof keys / sizeof *keys };

static const key_row *key_named(const char *name) {
  for (size_t i = 0; i < KEYS; i++)
    if (strcmp(keys[i].key, name) == 0 && hd_cli_option(keys[i].option))
      return &keys[i];
  return NULL;
}

static bool is_list(const hd_option_row *option) {
  return option->kind == HD_OPTION_LIST || option->kind == HD_OPTION_COMMAS ||
         option->kind == HD_OPTION_SETTING || option->kind == HD_OPTION_LEVEL;
}

/* ---- what is wrong --------------------------------------------------------
 */

/* "FILE:LINE" on malloc. */
static char *place_of(const hd_config_row *row) {
  char *place = NULL;
  if ((row->line ? asprintf(&place, "%s:%u", row->file, (unsigned)row->line)
                 : asprintf(&place, "%s", row->file)) < 0)
    return strcpy(hd_cli_alloc(NULL, 1), "");
  return place;
}

static bool say_unknown_key(const hd_cli *cli, const hd_config_row *row) {
  const char *known[KEYS + 2] = {"extends", "overrides"};
  size_t n = 2;
  for (size_t i = 0; i < KEYS; i++)
    if (hd_cli_option(keys[i].option))
      known[n++] = keys[i].key;
  const char *near = hd_cli_nearest(row->key, known, n);
  char *place = place_of(row);
  if (near)
    hd_cli_say(hd_cli_word(cli, "%s: 没有配置项 %s；是否指 %s？",
                           "%s: unknown key %s; did you mean %s?"),
               place, row->key, near);
  else
    hd_cli_say(hd_cli_word(cli, "%s: 没有配置项 %s", "%s: unknown key %s"),
               place, row->key);
  free(place);
  return false;
}

static bool say_wrong_value(const hd_cli *cli, const hd_setting_row *s) {
  char *place = place_of(s->row);
  hd_cli_say(hd_cli_word(cli, "%s: %s 的值应为 %s，不是 %s %s",
                         "%s: %s wants %s, not the %s %s"),
             place, s->row->key, s->option->argument, s->row->type,
             s->row->value);
  free(place);
  return false;
}

static bool say_twice(const hd_cli *cli, const hd_config_row *row) {
  char *place = place_of(row);
  hd_cli_say(hd_cli_word(cli, "%s: %s 只能有一个值",
                         "%s: %s has one value, not a list"),
             place, row->key);
  free(place);
  return false;
}

/* ---- which rows hold ------------------------------------------------------
 */

static bool is_reference(const hd_config_row *row) {
  return strcmp(row->key, "references") == 0 && hd_cli_option("reference");
}

static bool same_table(const hd_config_row *a, const hd_config_row *b) {
  return strcmp(a->file, b->file) == 0 && a->override == b->override;
}

/* Does a later row take the place of an earlier one? */
static bool replaces(const hd_setting_row *later, const hd_setting_row *s) {
  if (strcmp(later->row->key, s->row->key) != 0)
    return false;
  if (strcmp(s->row->key, "select") == 0)
    return !same_table(later->row, s->row);
  if (strcmp(s->row->key, "least") == 0 && same_table(later->row, s->row))
    return false; /* amounts of several dimensions */
  if (is_reference(s->row))
    return false;
  return !is_list(s->option) ||
         (*s->row->name && strcmp(s->row->name, later->row->name) == 0);
}

static bool has(const hd_names *list, const char *word) {
  for (size_t i = 0; i < list->n; i++)
    if (strcmp(list->items[i], word) == 0)
      return true;
  return false;
}

/* Does the command line take the place of a row? */
static bool given_instead(const hd_cli *given, const hd_config_row *row) {
  if (given->select.n == 0)
    return false;
  return strcmp(row->key, "select") == 0 ||
         (strcmp(row->key, "ignore") == 0 && has(&given->select, row->value)) ||
         (strcmp(row->key, "severity") == 0 && strcmp(row->value, "off") == 0 &&
          has(&given->select, row->name));
}

/* least = {amount = X, RULE = {percent = Y}} as X and RULE=Y%; NULL where the
 * name or the type is another. */
static const char *least_of(hd_cli *owner, const hd_config_row *row) {
  const char *dot = strrchr(row->name, '.');
  const char *name = dot ? dot + 1 : row->name;
  bool percent = strcmp(name, "percent") == 0;
  bool number = strcmp(row->type, "number") == 0;
  char *text = NULL;
  if ((!percent && strcmp(name, "amount") != 0) || number != percent ||
      asprintf(&text, "%.*s%s%s%s", dot ? (int)(dot - row->name) : 0, row->name,
               dot ? "=" : "", row->value, percent ? "%" : "") < 0)
    return NULL;
  return hd_cli_own(owner, text);
}

/* The value as the option wants it; NULL: it cannot be one. */
static const char *value_of(hd_cli *owner, const hd_config_row *row,
                            bool path) {
  char *text = NULL;
  if (strcmp(row->key, "least") == 0)
    return least_of(owner, row);
  if (*row->name ? asprintf(&text, "%s=%s", row->name, row->value) < 0
                 : asprintf(&text, "%s%s",
                            path && row->value[0] != '/' ? row->folder : "",
                            row->value) < 0)
    text = NULL;
  return text ? hd_cli_own(owner, text) : row->value;
}

/* A row of the right key and type; false with the sentence said. */
static bool read_row(hd_cli *owner, const hd_config_row *row,
                     hd_setting_row *s) {
  const key_row *key = key_named(row->key);
  hd_cli scratch = {.chinese = owner->chinese};
  if (!key)
    return say_unknown_key(owner, row);
  *s = (hd_setting_row){row, hd_cli_option(key->option),
                        value_of(owner, row, key->path)};
  bool typed = s->option->kind == HD_OPTION_SETTING ||
               strcmp(row->key, "least") == 0 ||
               strcmp(row->type, "string") == 0;
  bool good = typed && s->value && hd_cli_store(&scratch, s->option, s->value);
  hd_cli_free(&scratch);
  return good || say_wrong_value(owner, s);
}

/* ---- references -----------------------------------------------------------
 */

/* The key of a row of `references`, behind the number of its table. */
static const char *reference_key(const hd_config_row *row) {
  const char *dot = strchr(row->name, '.');
  return dot ? dot + 1 : "";
}

/* How many rows, the first included, are of one table. */
static size_t count_reference(const hd_config *config, size_t first) {
  const hd_config_row *row = &config->rows[first];
  size_t n = 1, number = strcspn(row->name, ".") + 1;
  while (is_reference(row) && first + n < config->n && is_reference(row + n) &&
         same_table(row, row + n) &&
         strncmp(row->name, row[n].name, number) == 0)
    n++;
  return n;
}

/* Is a row of a table what it may be? Else false and the sentence. */
static bool judge_reference(const hd_cli *cli, const hd_config_row *row) {
  char *place = place_of(row);
  bool good = strcmp(reference_key(row), "file") == 0 ||
              hd_reference_judge(cli, place, reference_key(row), row->value);
  free(place);
  return good;
}

static bool say_no_file(const hd_cli *cli, const hd_config_row *row) {
  char *place = place_of(row);
  hd_cli_say(hd_cli_word(cli, "%s: references 的每张表都要有 file",
                         "%s: each table of references has a file"),
             place);
  free(place);
  return false;
}

/* The n rows of a table as FILE?KEY=VALUE&..., the value of --reference. */
static bool read_reference(hd_cli *owner, const hd_config_row *rows, size_t n,
                           hd_setting_row *s) {
  size_t size = 3 * strlen(rows->folder) + 1;
  bool good = true;
  for (size_t i = 0; i < n; i++)
    size += 3 * (strlen(rows[i].name) + strlen(rows[i].value)) + 2;
  char *text = hd_cli_alloc(NULL, size), *query = hd_cli_alloc(NULL, size);
  *text = *query = '\0';
  for (size_t i = 0; i < n; i++) {
    const char *key = reference_key(&rows[i]);
    char *end = query + strlen(query);
    good = good && judge_reference(owner, &rows[i]);
    if (strcmp(key, "file") == 0) {
      hd_reference_encode(text, *rows[i].value == '/' ? "" : rows->folder);
      hd_reference_encode(text + strlen(text), rows[i].value);
    } else {
      end += sprintf(end, "%c%s=", *query ? '&' : '?', key);
      hd_reference_encode(end, rows[i].value);
    }
  }
  if (good && !*text)
    good = say_no_file(owner, rows);
  *s = (hd_setting_row){rows, hd_cli_option("reference"),
                        hd_cli_own(owner, strcat(text, query))};
  free(query);
  return good;
}

bool hd_settings_read(hd_cli *owner, const hd_cli *given,
                      const hd_config *config, const char *input,
                      hd_settings *settings) {
  bool good = true;
  hd_setting_row *all = hd_cli_alloc(NULL, (config->n + 1) * sizeof *all);
  *settings = (hd_settings){.items = all};
  size_t n = 0;
  for (size_t i = 0, rows; i < config->n; i += rows) {
    const hd_config_row *row = &config->rows[i];
    rows = count_reference(config, i);
    if (is_reference(row) ? !read_reference(owner, row, rows, &all[n])
                          : !read_row(owner, row, &all[n]))
      good = false;
    else if (n > 0 && !is_list(all[n].option) &&
             same_table(all[n - 1].row, row) &&
             strcmp(all[n - 1].row->key, row->key) == 0)
      good = say_twice(owner, row);
    else if (hd_config_holds(config, row->override, input))
      n++;
  }
  for (size_t i = 0; i < n; i++) {
    bool holds = !given_instead(given, all[i].row);
    for (size_t k = i + 1; k < n && holds; k++)
      holds = !replaces(&all[k], &all[i]);
    if (holds)
      all[settings->n++] = all[i];
  }
  return good;
}

/* ---- hedui config ---------------------------------------------------------
 */

static void print_line(const char *key, const char *value, const char *origin) {
  printf("%-13s %-28s %s\n", key, value, origin);
}

/* Value i that the command line gives to an option, or NULL. */
static const char *given_value(hd_cli *given, const hd_option_row *option,
                               size_t i) {
  const void *at = (const char *)given + option->offset;
  const hd_names *list = at;
  if (is_list(option))
    return i < list->n ? list->items[i] : NULL;
  if (i > 0 || (option->kind == HD_OPTION_CHOICE && *(const int *)at == 0))
    return NULL;
  if (option->kind != HD_OPTION_CHOICE)
    return *(const char *const *)at;
  const char *word = option->argument;
  for (int k = *(const int *)at; k > 1; k--)
    word = strchr(word, '|') + 1;
  char *text = strndup(word, strcspn(word, "|"));
  return text ? hd_cli_own(given, text) : word;
}

/* The lines of one key: what the configuration sets and the command line does
 * not replace, then the command line, or else the default. */
static void print_key(hd_cli *given, const hd_settings *settings,
                      const key_row *key) {
  static const char *const usual[][2] = {
      {"ruleset", HD_RULESET}, {"fail_on", "error"}, {"min_severity", "note"}};
  const hd_option_row *option = hd_cli_option(key->option);
  const char *value;
  size_t lines = 0;
  bool replaced = !is_list(option) && given_value(given, option, 0);
  bool other = strcmp(key->key, "references") == 0; /* reference has them */
  for (size_t i = 0; i < settings->n && !replaced; i++)
    if (strcmp(settings->items[i].row->key, key->key) == 0) {
      char *place = place_of(settings->items[i].row);
      print_line(key->key, settings->items[i].value, place);
      free(place);
      lines++;
    }
  for (size_t i = 0; !other && (value = given_value(given, option, i));
       i++, lines++)
    print_line(key->key, value, hd_cli_word(given, "命令行", "command line"));
  if (lines > 0)
    return;
  value = "-";
  for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
    if (strcmp(usual[i][0], key->key) == 0)
      value = usual[i][1];
  print_line(key->key, value, hd_cli_word(given, "缺省", "default"));
}

static void print_all(hd_cli *cli, const hd_group *group) {
  print_line("config", group->config ? group->config->file : "-",
             !group->config ? hd_cli_word(cli, "没有", "none")
             : cli->config  ? hd_cli_word(cli, "命令行", "command line")
                            : hd_cli_word(cli, "最近的一个", "nearest"));
  for (size_t i = 0; i < KEYS; i++)
    if (hd_cli_option(keys[i].option))
      print_key(cli, &group->settings, &keys[i]);
}

int hd_config_command(hd_cli *cli) {
  struct stat st;
  const char *name = cli->operands.n ? cli->operands.items[0] : ".";
  char *folder = NULL;
  hd_groups groups;
  if (stat(name, &st) == 0 && S_ISDIR(st.st_mode) &&
      asprintf(&folder, "%s/", name) > 0)
    name = hd_cli_own(cli, folder);
  hd_input input = {.name = name};
  hd_inputs inputs = {.items = &input, .n = 1};
  if (hd_groups_open(cli, &groups, &inputs) == 0)
    print_all(cli, groups.items[0]);
  for (size_t i = 0; i < groups.n; i++) {
    const hd_failure *failures;
    size_t n = hd_engine_failures(groups.items[i]->engine, &failures);
    for (size_t k = 0; k < n; k++) {
      hd_failure failure = hd_group_failure(groups.items[i], &failures[k]);
      hd_cli_failure(cli, &failure);
    }
  }
  hd_groups_free(&groups);
  hd_cli_flush(cli);
  return cli->status;
}
