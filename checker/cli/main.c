/* main: sets up the process, finds the command, runs it.
 *
 * In: argv. Out: the exit status. No core dump may keep a draft's text; a
 * reader that goes away is an error of a write, not a signal. */
#include "cli.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* clang-format off */
const hd_command hd_commands[] = {
  {"check", HD_FOR_CHECK, hd_run_check, "FILE|DIR|- ...",
   "核对报告中的数字，列出互相矛盾之处",
   "find figures of reports that disagree"},
  {"claims", HD_FOR_CLAIMS, hd_run_claims, "FILE|DIR|- ...",
   "列出读到的每个数字及其理解", "list every figure as it was understood"},
  {"checks", HD_FOR_CHECKS, hd_run_checks, "FILE|DIR|- ...",
   "列出所做的每项核对：相符、不符、未定",
   "list every check made: agrees, differs, undecided"},
  {"tree", HD_FOR_TREE, hd_run_tree, "FILE|- ...",
   "逐级显示文档、句子、数字、陈述和关联",
   "show the stages: document, sentences, figures, claims, links"},
  {"rules", HD_FOR_RULES, hd_rules_command, "[lint [RULE|DIR|FILE ...]]",
   "列出规则；lint 检查规则的写法", "list the rules; lint says what is weak in them"},
  {"explain", HD_FOR_EXPLAIN, hd_explain_command, "RULE | FINGERPRINT FILE ...",
   "说明一条规则，或一处问题", "explain a rule, or a finding"},
  {"test", HD_FOR_TEST, hd_rules_try, "[RULE|DIR|FILE ...]",
   "运行规则文件中的例子", "run the examples inside rule files"},
  {"new-rule", HD_FOR_NEW_RULE, hd_new_rule_command, "[FOLDER/]NAME",
   "写出一条可用的规则，由此改起", "write a rule that passes, to begin from"},
  {"init", HD_FOR_INIT, hd_init_command, "[DIR]",
   "写出 .hedui.lua、空基线和 .heduiignore",
   "write .hedui.lua, an empty baseline and .heduiignore"},
  {"config", HD_FOR_CONFIG, hd_config_command, "[FILE|DIR]",
   "显示对某文件有效的配置及其来源",
   "show which options hold for a file and where they come from"},
  {"lsp", HD_FOR_LSP, hd_lsp_command, "",
   "编辑器的语言服务器（标准输入输出）",
   "a language server for editors, on standard input and output"},
  {"version", HD_FOR_VERSION, hd_help_version, "",
   "显示版本", "show the version"},
  {"help", HD_FOR_HELP, hd_help_command, "[COMMAND]",
   "显示帮助", "show help"},
  {"completion", HD_FOR_TOOLS, hd_completion_command, "bash|zsh|fish", NULL,
   NULL},
  {"man", HD_FOR_TOOLS, hd_manual_command, "", NULL, NULL},
};
/* clang-format on */
const size_t hd_n_commands = sizeof hd_commands / sizeof *hd_commands;

const hd_command *hd_cli_command(const char *name) {
  for (size_t i = 0; i < hd_n_commands; i++)
    if (strcmp(hd_commands[i].name, name) == 0)
      return &hd_commands[i];
  return NULL;
}

/* Is the language of help and errors Chinese? The first that is set decides,
 * as for every program. */
static bool locale_is_chinese(void) {
  static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    const char *value = getenv(names[i]);
    if (value && *value)
      return strncmp(value, "zh", 2) == 0;
  }
  return false;
}

/* A closed descriptor 0, 1 or 2 would be given to the next file that is
 * opened; each gets one on which reading or writing fails instead. */
static bool hold_descriptors(void) {
  for (int fd = 0; fd <= 2; fd++)
    if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
        open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
      return false;
  return true;
}

static bool set_up(void) {
  struct rlimit none = {0, 0};
  signal(SIGPIPE, SIG_IGN);
  return setrlimit(RLIMIT_CORE, &none) == 0 && hold_descriptors();
}

static int run(hd_cli *cli, int argc, char **argv) {
  int status = hd_cli_parse(cli, argc, argv);
  if (status)
    return status;
  if (cli->version)
    return hd_help_version(cli);
  if (!cli->help)
    return cli->command->run(cli);
  hd_help_print(cli, argc > 0 && strcmp(argv[0], cli->command->name) == 0
                         ? cli->command
                         : NULL);
  hd_cli_flush(cli);
  return cli->status;
}

int main(int argc, char **argv) {
  hd_cli cli = {.chinese = locale_is_chinese()};
  if (!set_up())
    return 2;
  cli.command = argc > 1 ? hd_cli_command(argv[1]) : NULL;
  int skip = cli.command ? 1 : 0;
  if (!cli.command)
    cli.command = &hd_commands[0];
  int status = run(&cli, argc - skip, argv + skip);
  hd_cli_free(&cli);
  return status;
}
