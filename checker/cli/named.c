/* named: the rules that operands name, by id, file or folder. */
#include "cli.h"
#include <string.h>
#include <sys/stat.h>

/* Adds the operands that are paths, not ids, to --rules. */
void hd_named_add(hd_cli *cli) {
  struct stat st;
  for (size_t i = 0; i < cli->operands.n; i++)
    if (stat(cli->operands.items[i], &st) == 0)
      hd_names_add(&cli->rules, cli->operands.items[i]);
}

/* Is it the same file or below the same folder? */
static bool is_below(const char *file, const char *path) {
  struct stat a, b;
  size_t n = strlen(path);
  while (n > 1 && path[n - 1] == '/')
    n--;
  if (strncmp(file, path, n) == 0 && (file[n] == '/' || file[n] == 0))
    return true;
  return stat(file, &a) == 0 && stat(path, &b) == 0 && a.st_ino == b.st_ino &&
         a.st_dev == b.st_dev;
}

/* Calls `each` for the rules that an operand names; false: there is none. */
static bool visit_operand(const hd_engine *engine, const char *operand,
                          hd_named_rule *each, void *closure) {
  const hd_rule *rules;
  size_t n = hd_engine_rules(engine, &rules);
  bool any = false;
  for (size_t i = 0; i < n; i++)
    if (strcmp(rules[i].id, operand) == 0 ||
        (!rules[i].builtin && is_below(rules[i].file, operand))) {
      each(closure, engine, &rules[i]);
      any = true;
    }
  return any;
}

/* Is it the place of a rule that could not be loaded? */
static bool has_failed(const hd_engine *engine, const char *operand) {
  const hd_failure *failures;
  size_t n = hd_engine_failures(engine, &failures);
  for (size_t i = 0; i < n; i++)
    if (is_below(failures[i].file, operand))
      return true;
  return false;
}

void hd_named_visit(hd_cli *cli, const hd_engine *engine, hd_named_rule *each,
                    void *closure) {
  for (size_t i = 0; i < cli->operands.n; i++)
    if (!visit_operand(engine, cli->operands.items[i], each, closure) &&
        !has_failed(engine, cli->operands.items[i])) {
      hd_cli_say(hd_cli_word(cli, "%s：那里没有规则", "%s: no rule there"),
                 cli->operands.items[i]);
      hd_cli_raise(cli, 2);
    }
}
