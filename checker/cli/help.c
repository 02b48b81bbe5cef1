/* help: the tables of commands and options in words, in Chinese or English. */
#include "cli.h"
#include <string.h>

static void print_commands(const hd_cli *cli) {
  for (size_t i = 0; i < hd_n_commands; i++) {
    const hd_command *c = &hd_commands[i];
    if (!c->help_en)
      continue;
    printf("  %-8s %-24s %s\n", c->name, c->operands,
           hd_cli_word(cli, c->help_zh, c->help_en));
  }
}

/* "-f, --format FORMAT": its length. */
static int option_head(char *out, size_t n, const hd_option_row *row) {
  char letter[8] = "    ";
  if (row->letter)
    snprintf(letter, sizeof letter, "-%c, ", row->letter);
  return snprintf(out, n, "%s--%s%s%s", letter, row->name,
                  row->argument ? " " : "", row->argument ? row->argument : "");
}

/* The help text; the row of -f names the formats. */
static void print_text(const char *text, const char *formats) {
  const char *at = strstr(text, "%s");
  if (at)
    printf("%.*s%s%s\n", (int)(at - text), text, formats, at + 2);
  else
    printf("%s\n", text);
}

static void print_options(const hd_cli *cli, unsigned commands) {
  enum { INDENT = 30 };
  char head[96], formats[128];
  hd_cli_formats(formats, sizeof formats);
  for (size_t i = 0; i < hd_n_option_rows; i++) {
    const hd_option_row *row = &hd_option_rows[i];
    if (!(row->commands & commands))
      continue;
    int n = option_head(head, sizeof head, row);
    if (n > INDENT - 2)
      printf("  %s\n  %*s", head, INDENT, "");
    else
      printf("  %-*s", INDENT, head);
    print_text(cli->chinese ? row->help_zh : row->help_en, formats);
  }
}

static void print_status(const hd_cli *cli) {
  fputs(hd_cli_word(cli,
                    "\n退出码：0 没有达到 --fail-on 的问题；1 有；"
                    "2 本次运行不可信\n（用法有误、文件无法读取、规则失败、"
                    "输出未能写入）。\n",
                    "\nExit status: 0 nothing at or above --fail-on; 1 "
                    "findings; 2 the run cannot\nbe trusted (usage, "
                    "unreadable input, a failed rule, output not "
                    "written).\n"),
        stdout);
}

void hd_help_print(const hd_cli *cli, const hd_command *command) {
  const hd_command *shown = command ? command : &hd_commands[0];
  printf("%s: hedui %s%s%s%s\n", hd_cli_word(cli, "用法", "usage"),
         command ? command->name : "[COMMAND]",
         shown->bit & HD_FOR_VERSION ? "" : " [OPTIONS]",
         *shown->operands ? " " : "", shown->operands);
  printf("%s\n\n", hd_cli_word(cli, shown->help_zh, shown->help_en));
  if (!command) {
    printf("%s:\n", hd_cli_word(cli, "命令（check 可省略）",
                                "commands (check may be left out)"));
    print_commands(cli);
    printf("\n%s:\n", hd_cli_word(cli, "check 的选项", "options of check"));
  } else {
    printf("%s:\n", hd_cli_word(cli, "选项", "options"));
  }
  print_options(cli, shown->bit);
  if (shown->bit & HD_FOR_CHECK)
    print_status(cli);
}

int hd_help_version(hd_cli *cli) {
  printf("hedui %s\n", HD_VERSION);
  hd_cli_flush(cli);
  return cli->status;
}

int hd_help_command(hd_cli *cli) {
  const hd_command *command = NULL;
  if (cli->operands.n > 0) {
    command = hd_cli_command(cli->operands.items[0]);
    if (!command) {
      hd_cli_say(hd_cli_word(cli, "没有命令 %s；见 hedui help",
                             "unknown command %s; see hedui help"),
                 cli->operands.items[0]);
      return 2;
    }
  }
  hd_help_print(cli, command);
  hd_cli_flush(cli);
  return cli->status;
}
