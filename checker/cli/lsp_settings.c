/* lsp_settings: options that the client configures.
 *
 * In: the client's object, {"minSeverity": "warning", "ignore": ["residue"]}.
 * Out: words as they would stand on a command line, --min-severity=warning, so
 * that a value means the same everywhere and is checked by the same code. The
 * command line comes first, as it does before a .hedui.lua: its words stand
 * last. What cannot be used is shown and left out; the rest holds. */
#include "lsp.h"
#include <stdlib.h>
#include <string.h>

/* ---- hearing --------------------------------------------------------------
 */

void hd_lsp_hear(hd_lsp_hearing *h) {
  *h = (hd_lsp_hearing){.before = stderr};
  h->into = open_memstream(&h->text, &h->n);
  if (h->into)
    stderr = h->into;
}

char *hd_lsp_heard(hd_lsp_hearing *h) {
  stderr = h->before;
  if (!h->into)
    return strcpy(hd_cli_alloc(NULL, 1), "");
  fclose(h->into);
  return h->text;
}

/* ---- one option ------------------------------------------------------------
 */

/* minSeverity and min_severity become min-severity; false: too long. */
static bool option_name(const char *key, char *out, size_t n) {
  size_t used = 0;
  for (; *key && used + 3 < n; key++) {
    bool upper = *key >= 'A' && *key <= 'Z';
    if (upper)
      out[used++] = '-';
    out[used++] = *key == '_' ? '-' : upper ? (char)(*key | 0x20) : *key;
  }
  out[used] = '\0';
  return *key == '\0';
}

static const hd_option_row *find_option(const char *name) {
  const hd_option_row *row = hd_cli_option(name);
  return row && row->commands & HD_FOR_LSP && strcmp(name, "help") != 0 ? row
                                                                        : NULL;
}

static void show_unknown(hd_lsp *lsp, const char *key, const char *name) {
  const char *known[64], *near;
  size_t n = 0;
  char *text = NULL;
  for (size_t i = 0; i < hd_n_option_rows && n < 64; i++)
    if (find_option(hd_option_rows[i].name))
      known[n++] = hd_option_rows[i].name;
  near = hd_cli_nearest(name, known, n);
  if (asprintf(&text,
               near ? hd_cli_word(lsp->cli, "hedui 没有设置项 %s；是否指 %s？",
                                  "hedui has no setting %s; did you mean %s?")
                    : hd_cli_word(lsp->cli, "hedui 没有设置项 %s",
                                  "hedui has no setting %s"),
               key, near) < 0)
    return;
  hd_lsp_show(lsp, 2, text);
  free(text);
}

/* Adds --NAME=VALUE where the option takes it, else shows why not. */
static void add_word(hd_lsp *lsp, const hd_option_row *row, const char *value) {
  hd_cli scratch = {.chinese = lsp->cli->chinese};
  char *word = NULL;
  if ((row->argument ? asprintf(&word, "--%s=%s", row->name, value)
                     : asprintf(&word, "--%s", row->name)) < 0)
    return;
  bool good = hd_cli_store(&scratch, row, value);
  hd_cli_free(&scratch);
  if (good) {
    hd_names_add(&lsp->words, word);
    return;
  }
  free(word);
  word = NULL;
  if (asprintf(&word,
               hd_cli_word(lsp->cli, "hedui 的设置 %s 的值应为 %s，不是“%s”",
                           "the setting %s of hedui wants %s, not \"%s\""),
               row->name, row->argument, value) < 0)
    return;
  hd_lsp_show(lsp, 2, word);
  free(word);
}

/* A value of JSON as words; null, false, "" and 0 of a switch are none. */
static void add_value(hd_lsp *lsp, const hd_option_row *row,
                      const json_t *value) {
  char number[32];
  size_t i;
  json_t *item;
  if (json_is_array(value)) {
    json_array_foreach(value, i, item) add_value(lsp, row, item);
  } else if (json_is_string(value) && json_string_length(value) > 0) {
    add_word(lsp, row, json_string_value(value));
  } else if (json_is_integer(value)) {
    snprintf(number, sizeof number, "%lld",
             (long long)json_integer_value(value));
    add_word(lsp, row, number);
  } else if (json_is_true(value)) {
    add_word(lsp, row, row->argument ? "true" : "");
  }
}

/* Keys that editors keep beside those of the server. */
static bool is_foreign(const char *key) {
  return strcmp(key, "trace") == 0 || strcmp(key, "path") == 0 ||
         strcmp(key, "enable") == 0;
}

/* ---- all ------------------------------------------------------------------
 */

void hd_lsp_settings_free(hd_lsp *lsp) {
  size_t client = lsp->words.n - (size_t)lsp->cli->argc;
  for (size_t i = 1; lsp->words.n > 0 && i <= client; i++)
    free((void *)(uintptr_t)lsp->words.items[i]);
  hd_names_free(&lsp->words);
  hd_cli_free(&lsp->options);
  lsp->options = (hd_cli){0};
}

void hd_lsp_settings(hd_lsp *lsp, const json_t *settings) {
  const hd_cli *cli = lsp->cli;
  char name[64];
  const char *key;
  json_t *value;
  hd_lsp_settings_free(lsp);
  hd_names_add(&lsp->words, cli->argv[0]);
  json_object_foreach((json_t *)(uintptr_t)settings, key, value) {
    const hd_option_row *row =
        option_name(key, name, sizeof name) ? find_option(name) : NULL;
    if (row)
      add_value(lsp, row, value);
    else if (!is_foreign(key))
      show_unknown(lsp, key, name);
  }
  for (int i = 1; i < cli->argc; i++)
    hd_names_add(&lsp->words, cli->argv[i]);
  lsp->options = (hd_cli){.chinese = cli->chinese,
                          .command = cli->command,
                          .debounce = HD_LSP_DEBOUNCE};
  hd_cli_parse(&lsp->options, (int)lsp->words.n,
               (char **)(uintptr_t)lsp->words.items);
}
