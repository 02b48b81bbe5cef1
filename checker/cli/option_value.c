/* option_value: the word behind an option, read by the kind of its row.
 *
 * In: a row and a word. Out: what the word means, in the member of hd_cli that
 * the row names; or that it is none of what the row allows. */
#include "cli.h"
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* 1-based index of value among the words of "a|b|c"; 0: none of them. */
static int choice(const char *words, const char *value) {
  size_t n = strlen(value);
  for (int i = 1; words; i++) {
    const char *bar = strchr(words, '|');
    size_t length = bar ? (size_t)(bar - words) : strlen(words);
    if (n == length && memcmp(words, value, n) == 0)
      return i;
    words = bar ? bar + 1 : NULL;
  }
  return 0;
}

/* Digits alone, at most `most`. */
static bool read_number(const char *value, unsigned long long most,
                        unsigned long long *out, const char **rest) {
  char *end;
  if (*value < '0' || *value > '9')
    return false;
  errno = 0;
  *out = strtoull(value, &end, 10);
  *rest = end;
  return errno == 0 && *out <= most;
}

static bool read_unsigned(const char *value, unsigned *out) {
  unsigned long long n;
  const char *rest;
  if (!read_number(value, 1000000, &n, &rest) || *rest)
    return false;
  *out = (unsigned)n;
  return true;
}

static bool read_size(const char *value, size_t *out) {
  static const char suffixes[] = "KMG";
  unsigned long long n;
  const char *rest;
  if (!read_number(value, 1ULL << 32, &n, &rest) || n == 0)
    return false;
  if (*rest) {
    const char *at = strchr(suffixes, *rest & ~0x20);
    if (!at || rest[1])
      return false;
    n <<= 10 * (at - suffixes + 1);
  }
  *out = (size_t)n;
  return n <= SIZE_MAX;
}

static bool read_date(const char *value) {
  static const char shape[] = "0000-00-00";
  for (size_t i = 0; i < sizeof shape; i++)
    if (shape[i] == '0' ? value[i] < '0' || value[i] > '9'
                        : value[i] != shape[i])
      return false;
  int month = atoi(value + 5), day = atoi(value + 8);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static bool read_shard(const char *value, unsigned shard[2]) {
  unsigned long long part, parts;
  const char *rest;
  if (!read_number(value, 1000000, &part, &rest) || *rest != '/' ||
      !read_number(rest + 1, 1000000, &parts, &rest) || *rest)
    return false;
  shard[0] = (unsigned)part;
  shard[1] = (unsigned)parts;
  return part >= 1 && part <= parts;
}

/* RULE.PARAM=VALUE */
static bool is_setting(const char *value) {
  const char *equals = strchr(value, '='), *dot = strchr(value, '.');
  return equals && dot && dot > value && dot + 1 < equals;
}

/* RULE=LEVEL */
static bool is_level(const char *value) {
  const char *equals = strchr(value, '=');
  return equals && equals > value &&
         choice("error|warning|note|off", equals + 1) > 0;
}

static bool read_commas(hd_cli *cli, hd_names *list, const char *value) {
  char *copy = hd_cli_alloc(NULL, strlen(value) + 1), *rest = NULL;
  size_t before = list->n;
  hd_cli_own(cli, strcpy(copy, value));
  for (char *p = strtok_r(copy, ", ", &rest); p;
       p = strtok_r(NULL, ", ", &rest))
    hd_names_add(list, p);
  return list->n > before;
}

bool hd_cli_store(hd_cli *cli, const hd_option_row *row, const char *value) {
  void *at = (char *)cli + row->offset;
  switch (row->kind) {
  case HD_OPTION_SWITCH:
    ++*(int *)at;
    return true;
  case HD_OPTION_WORD:
    *(const char **)at = value;
    return *value != 0;
  case HD_OPTION_LIST:
    hd_names_add(at, value);
    return *value != 0;
  case HD_OPTION_SETTING:
    hd_names_add(at, value);
    return is_setting(value);
  case HD_OPTION_LEVEL:
    hd_names_add(at, value);
    return is_level(value);
  case HD_OPTION_COMMAS:
    return read_commas(cli, at, value);
  case HD_OPTION_CHOICE:
    return (*(int *)at = choice(row->argument, value)) > 0;
  case HD_OPTION_NUMBER:
    return read_unsigned(value, at);
  case HD_OPTION_SIZE:
    return read_size(value, at);
  case HD_OPTION_DATE:
    *(const char **)at = value;
    return read_date(value);
  case HD_OPTION_SHARD:
    return read_shard(value, at);
  }
  return false;
}
