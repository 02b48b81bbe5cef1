/* manual: hedui(1) in mdoc, from the tables of commands and options.
 *
 * `hedui man` prints it in the language of the locale; `make install` puts
 * both where man looks for them. It is not among the commands of help. */
#include "cli.h"
#include <string.h>

/* Text on lines of its own, broken at blanks; what roff would take for its own
 * is escaped. */
static void print_text(const char *text) {
  enum { WIDE = 72 };
  char formats[256];
  int column = 0;
  hd_cli_formats(formats, sizeof formats);
  for (; *text; text++) {
    if (column == 0 && (*text == '.' || *text == '\''))
      fputs("\\&", stdout);
    column++;
    if (strncmp(text, "%s", 2) == 0) {
      column += printf("%s", formats);
      text++;
    } else if (*text == '\\')
      fputs("\\e", stdout);
    else if (*text == '\n' || (*text == ' ' && column > WIDE)) {
      putchar('\n');
      column = 0;
    } else
      putchar(*text);
  }
  putchar('\n');
}

static void print_option(const hd_cli *cli, const hd_option_row *row) {
  printf(".It Fl ");
  if (row->letter)
    printf("%c , Fl ", row->letter);
  printf("-%s%s%s\n", row->name, row->argument ? " Ar " : "",
         row->argument ? row->argument : "");
  print_text(hd_cli_word(cli, row->help_zh, row->help_en));
}

/* The options that check has; and those of other commands, with their name. */
static void print_options(const hd_cli *cli) {
  puts(".Bl -tag -width Ds");
  for (size_t i = 0; i < hd_n_option_rows; i++) {
    const hd_option_row *row = &hd_option_rows[i];
    print_option(cli, row);
    if (row->commands & HD_FOR_CHECK)
      continue;
    fputs(hd_cli_word(cli, "（用于", "("), stdout);
    for (size_t k = 0, n = 0; k < hd_n_commands; k++)
      if (row->commands & hd_commands[k].bit && hd_commands[k].help_en)
        printf("%s%s", n++ ? ", " : "", hd_commands[k].name);
    puts(hd_cli_word(cli, "）", ")"));
  }
  puts(".El");
}

static void print_commands(const hd_cli *cli) {
  puts(".Bl -tag -width Ds");
  for (size_t i = 0; i < hd_n_commands; i++) {
    const hd_command *command = &hd_commands[i];
    if (!command->help_en)
      continue;
    printf(".It Cm %s", command->name);
    if (*command->operands)
      printf(" Ar \"%s\"", command->operands);
    putchar('\n');
    print_text(hd_cli_word(cli, command->help_zh, command->help_en));
  }
  puts(".El");
}

static void print_head(const hd_cli *cli) {
  puts(".Dd $Mdocdate$\n.Dt HEDUI 1\n.Os\n.Sh NAME\n.Nm hedui");
  printf(".Nd %s\n", hd_cli_word(cli, "核对报告中的数字",
                                 "find the figures of a report that disagree"));
  puts(".Sh SYNOPSIS\n.Nm\n.Op Cm check\n.Op Ar options\n"
       ".Ar file | folder | \\- ...\n.Nm\n.Ar command\n.Op Ar options\n"
       ".Op Ar ...");
  puts(".Sh DESCRIPTION");
  print_text(hd_cli_word(
      cli,
      "读入统计报告，找出与别的数字、与自身的算术或与文字相矛盾的数字。"
      "在本机运行，不使用网络，不留下草稿的副本。",
      "It reads statistical reports and finds every figure that disagrees with "
      "another figure, with its own arithmetic, or with its own words.\nIt "
      "runs on this machine, has no network code, and leaves no copy of a "
      "draft behind."));
}

static void print_environment(const hd_cli *cli) {
  puts(".Sh ENVIRONMENT\n.Bl -tag -width Ds\n.It Ev LC_ALL , LC_MESSAGES , "
       "LANG");
  print_text(hd_cli_word(cli, "帮助和错误信息的语言。",
                         "The language of help and errors."));
  puts(".It Ev NO_COLOR");
  print_text(hd_cli_word(cli, "不用颜色。", "No colours."));
  puts(".It Ev SOURCE_DATE_EPOCH");
  print_text(hd_cli_word(cli,
                         "基线条目和批注所记的日期，以及判断到期所用的今天。",
                         "The day that is today for baselines, and the date "
                         "of comments."));
  puts(".El");
}

static void print_files(const hd_cli *cli) {
  puts(".Sh FILES\n.Bl -tag -width Ds\n.It Pa .hedui.lua");
  print_text(hd_cli_word(cli,
                         "配置：自输入文件所在目录向上最近的一个；hedui config "
                         "显示有效的各项。",
                         "The configuration: the nearest one from the folder "
                         "of an input upwards; hedui config shows what "
                         "holds."));
  puts(".It Pa .heduiignore");
  print_text(hd_cli_word(cli, "遍历目录时跳过的文件，语法同 .gitignore。",
                         "What folders are walked without, in the syntax of "
                         ".gitignore."));
  puts(".El");
}

static void print_status(const hd_cli *cli) {
  puts(".Sh EXIT STATUS\n.Bl -tag -width Ds\n.It 0");
  print_text(hd_cli_word(cli, "没有达到 --fail-on 的问题。",
                         "Nothing at or above --fail-on."));
  puts(".It 1");
  print_text(hd_cli_word(cli, "有。", "Findings at or above it."));
  puts(".It 2");
  print_text(hd_cli_word(
      cli, "本次运行不可信：用法有误、文件无法读取、规则失败、输出未能写入。",
      "The run cannot be trusted: usage, unreadable input, a failed rule, "
      "output not written."));
  puts(".El");
}

int hd_manual_command(hd_cli *cli) {
  print_head(cli);
  puts(".Sh COMMANDS");
  print_commands(cli);
  puts(".Sh OPTIONS");
  print_options(cli);
  print_environment(cli);
  print_files(cli);
  print_status(cli);
  puts(".Sh EXAMPLES\n.Bd -literal\n"
       "hedui report.docx\n"
       "hedui --baseline .hedui-baseline.jsonl -f github reports/\n"
       "hedui --diff git:origin/main reports/\n"
       ".Ed\n.Sh SEE ALSO\n.Xr hedui 3");
  hd_cli_flush(cli);
  return cli->status;
}
