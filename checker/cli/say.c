/* say: lists, and the sentences on stderr.
 *
 * Names of files may hold any bytes; control characters among them are masked
 * so that no message moves the terminal's cursor. */
#include "cli.h"
#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *hd_cli_alloc(void *p, size_t n) {
  void *got = realloc(p, n ? n : 1);
  if (!got) {
    fputs("hedui: out of memory\n", stderr);
    exit(2);
  }
  return got;
}

void hd_names_add(hd_names *list, const char *item) {
  if (list->n == list->cap) {
    list->cap = list->cap ? list->cap * 2 : 8;
    list->items = hd_cli_alloc(list->items, list->cap * sizeof *list->items);
  }
  list->items[list->n++] = item;
}

void hd_names_free(hd_names *list) {
  free(list->items);
  *list = (hd_names){0};
}

void hd_cli_free(hd_cli *cli) {
  hd_names *lists[] = {&cli->references, &cli->previous, &cli->outputs,
                       &cli->rules,      &cli->select,   &cli->ignore,
                       &cli->settings,   &cli->lexicons, &cli->severities,
                       &cli->material,   &cli->operands, &cli->owned};
  for (size_t i = 0; i < cli->owned.n; i++)
    free((void *)(uintptr_t)cli->owned.items[i]);
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    hd_names_free(lists[i]);
}

const char *hd_cli_own(hd_cli *cli, char *text) {
  hd_names_add(&cli->owned, text);
  return text;
}

const char *hd_cli_word(const hd_cli *cli, const char *zh, const char *en) {
  return cli->chinese ? zh : en;
}

/* Controls of ASCII and, as UTF-8 (C2 80 to C2 9F), of Latin-1. */
static void mask(char *s) {
  for (; *s; s++) {
    unsigned char c = (unsigned char)*s, next = (unsigned char)s[1];
    if (c < 0x20 || c == 0x7F)
      *s = '?';
    else if (c == 0xC2 && next >= 0x80 && next <= 0x9F)
      s[0] = s[1] = '?';
  }
}

void hd_cli_say(const char *format, ...) {
  va_list args;
  char *text = NULL;
  va_start(args, format);
  int n = vasprintf(&text, format, args);
  va_end(args);
  if (n < 0)
    return;
  mask(text);
  fprintf(stderr, "hedui: %s\n", text);
  free(text);
}

void hd_cli_raise(hd_cli *cli, int status) {
  if (status > cli->status)
    cli->status = status;
}

char *hd_cli_remark(const hd_cli *cli, const hd_remark *r) {
  const char *text =
      r->kind == HD_REMARK_UNUSED
          ? hd_cli_word(cli, "这里的 hedui-ignore %s 没有用到",
                        "hedui-ignore %s is not needed here")
      : r->kind == HD_REMARK_MALFORMED
          ? hd_cli_word(cli, "注释应写作 hedui-ignore 规则[, 规则]: 理由%s",
                        "the comment is hedui-ignore RULE[, RULE]: reason%s")
      : *r->near ? hd_cli_word(cli, "hedui-ignore：没有规则 %s；是否指 %s？",
                               "hedui-ignore: no rule %s; did you mean %s?")
                 : hd_cli_word(cli, "hedui-ignore：没有规则 %s",
                               "hedui-ignore: no rule %s");
  char *sentence = NULL;
  if (asprintf(&sentence, text, r->rule, r->near) < 0)
    return strcpy(hd_cli_alloc(NULL, 1), "");
  return sentence;
}

void hd_cli_failure(hd_cli *cli, const hd_failure *failure) {
  char place[32] = "";
  if (failure->line)
    snprintf(place, sizeof place, failure->column ? ":%u:%u" : ":%u",
             (unsigned)failure->line, (unsigned)failure->column);
  const char *gap = *failure->rule ? " [" : "";
  hd_cli_say("%s%s%s%s%s%s%s", failure->file, place, gap, failure->rule,
             *failure->rule ? "]" : "",
             *failure->file || *failure->rule ? ": " : "", failure->message);
  hd_cli_raise(cli, 2);
}

/* Is stdout a pipe or socket that nobody reads any more? */
static bool reader_is_gone(void) {
  struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
  return poll(&out, 1, 0) == 1 && (out.revents & POLLERR);
}

void hd_cli_flush(hd_cli *cli) {
  errno = 0;
  bool failed = fflush(stdout) != 0 || ferror(stdout);
  if (!failed || errno == EPIPE || reader_is_gone())
    return;
  hd_cli_say(hd_cli_word(cli, "标准输出无法写入：%s",
                         "cannot write to standard output: %s"),
             strerror(errno ? errno : EIO));
  hd_cli_raise(cli, 2);
}

hd_engine *hd_cli_engine(hd_cli *cli) {
  hd_options options = {
      .rules = cli->rules.items,
      .n_rules = cli->rules.n,
      .select = cli->select.items,
      .n_select = cli->select.n,
      .ignore = cli->ignore.items,
      .n_ignore = cli->ignore.n,
      .settings = cli->settings.items,
      .n_settings = cli->settings.n,
      .severities = cli->severities.items,
      .n_severities = cli->severities.n,
      .ruleset = cli->ruleset,
      .least = cli->material.items,
      .n_least = cli->material.n,
      .lexicons = cli->lexicons.items,
      .n_lexicons = cli->lexicons.n,
      .lang = hd_cli_language(cli->lang),
      .doc_lang = hd_cli_language(cli->doc_lang),
      .date = cli->doc_date,
      .max_file_size = cli->max_file_size,
      .max_memory = cli->max_memory,
      .timeout = cli->timeout,
      .lenient = cli->lenient != 0,
      .revisions = cli->revisions == 2 ? "original" : NULL,
  };
  hd_engine *engine = hd_engine_new(&options);
  const char *error = hd_engine_error(engine);
  if (!error)
    return engine;
  hd_cli_say("%s", error);
  hd_cli_raise(cli, 2);
  hd_engine_free(engine);
  return NULL;
}
