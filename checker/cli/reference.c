/* reference: what is said of a table of known figures.
 *
 * In: FILE, or FILE?KEY=VALUE&KEY=VALUE as in an address, with %26 for & and
 * the like; the tables of `references` in a configuration are written so, too,
 * so that both have the same keys and mean the same. Out: the file and how its
 * table is read. A file whose name is the whole of it is that file. */
#include "cli.h"
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  const char *key, *words; /* words: its values are these, NULL: any */
  size_t offset;           /* of a const char * in hd_reference */
} key_row;

#define AT(member) offsetof(hd_reference, member)
static const key_row keys[] = {
    {"table", NULL, AT(table)},
    {"columns.subject", NULL, AT(subject)},
    {"columns.scope", NULL, AT(scope)},
    {"columns.period", NULL, AT(period)},
    {"columns.value", NULL, AT(value)},
    {"columns.unit", NULL, AT(unit)},
    {"scope", NULL, AT(row_scope)},
    {"period", NULL, AT(row_period)},
    {"unit", NULL, AT(row_unit)},
    {"dates", "day|month|quarter|year", AT(dates)},
    {"primary", "reference|document", 0},
};
enum { KEYS = sizeof keys / sizeof *keys };

static const key_row *find_key(const char *name) {
  for (size_t i = 0; i < KEYS; i++)
    if (strcmp(keys[i].key, name) == 0)
      return &keys[i];
  return NULL;
}

static bool is_word(const char *words, const char *value) {
  size_t n = strlen(value);
  for (; words; words = strchr(words, '|') ? strchr(words, '|') + 1 : NULL)
    if (strcspn(words, "|") == n && strncmp(words, value, n) == 0)
      return true;
  return false;
}

static bool say_unknown(const hd_cli *cli, const char *place,
                        const char *name) {
  const char *known[KEYS];
  for (size_t i = 0; i < KEYS; i++)
    known[i] = keys[i].key;
  const char *near = hd_cli_nearest(name, known, KEYS);
  if (near)
    hd_cli_say(hd_cli_word(cli, "%s: 参考表没有“%s”一项；是否指 %s？",
                           "%s: a reference has no key %s; did you mean %s?"),
               place, name, near);
  else
    hd_cli_say(hd_cli_word(cli, "%s: 参考表没有“%s”一项",
                           "%s: a reference has no key %s"),
               place, name);
  return false;
}

bool hd_reference_judge(const hd_cli *cli, const char *place, const char *name,
                        const char *value) {
  const key_row *key = find_key(name);
  if (!key)
    return say_unknown(cli, place, name);
  if (*value && (!key->words || is_word(key->words, value)))
    return true;
  hd_cli_say(hd_cli_word(cli, "%s: %s 的值应为 %s", "%s: %s wants %s"), place,
             name,
             key->words ? key->words : hd_cli_word(cli, "一段文字", "a text"));
  return false;
}

void hd_reference_encode(char *out, const char *s) {
  for (; *s; s++)
    if (strchr("%&?", *s))
      out += sprintf(out, "%%%02X", (unsigned)(unsigned char)*s);
    else
      *out++ = *s;
  *out = '\0';
}

/* KEY=VALUE; false with the sentence said. */
static bool take(const hd_cli *cli, char *word, hd_reference *form) {
  char *equals = strchr(word, '=');
  char *value = equals ? equals + 1 : word + strlen(word);
  if (equals)
    *equals = '\0';
  hd_cli_decode(word);
  hd_cli_decode(value);
  if (!hd_reference_judge(cli, "--reference", word, value))
    return false;
  if (strcmp(word, "primary") == 0)
    form->yields = strcmp(value, "document") == 0;
  else
    *(const char **)(void *)((char *)form + find_key(word)->offset) = value;
  return true;
}

bool hd_reference_option(hd_cli *cli, const char *spec, hd_input *input) {
  hd_reference *form = hd_cli_alloc(NULL, sizeof *form);
  const char *query = strchr(spec, '?');
  char *rest = NULL, *copy = NULL;
  *form = (hd_reference){0};
  hd_cli_own(cli, (char *)form);
  *input = (hd_input){.name = spec, .role = HD_INPUT_REFERENCE};
  if (access(spec, F_OK) == 0)
    return true;
  if (!query && !strchr(spec, '%'))
    return true;
  copy = strcpy(hd_cli_alloc(NULL, strlen(spec) + 2), spec);
  hd_cli_own(cli, copy);
  if (!query)
    query = spec + strlen(spec);
  copy[query - spec] = '\0';
  copy[strlen(spec) + 1] = '\0'; /* where there is no query, an empty one */
  input->name = hd_cli_decode(copy);
  input->reference = form;
  for (char *p = strtok_r(copy + (query - spec) + 1, "&", &rest); p;
       p = strtok_r(NULL, "&", &rest))
    if (!take(cli, p, form))
      return false;
  return true;
}
