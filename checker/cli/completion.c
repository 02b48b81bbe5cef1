/* completion: what shells complete, from the tables of commands and options.
 *
 * `hedui completion bash|zsh|fish` prints the script that `make install` puts
 * where the shell looks for it. It is not among the commands that help lists.
 * Names of rules are asked of hedui itself when they are completed. */
#include "cli.h"
#include <string.h>

/* What stands behind an option. */
typedef enum { NOTHING, WORDS, RULES, FOLDER, PATH, TEXT } value_kind;

static value_kind value_of(const hd_option_row *row) {
  if (!row->argument)
    return NOTHING;
  if (row->kind == HD_OPTION_CHOICE)
    return WORDS;
  if (strncmp(row->argument, "RULE", 4) == 0)
    return RULES;
  if (strcmp(row->argument, "DIR") == 0)
    return FOLDER;
  if (strstr(row->argument, "FILE") || strstr(row->argument, "OLD"))
    return PATH;
  return TEXT;
}

static bool is_shown(const hd_command *command) { return command->help_en; }

/* "a|b|c" or the formats, with blanks between. */
static void print_words(const hd_option_row *row) {
  for (const char *p = row->argument; *p; p++)
    putchar(*p == '|' ? ' ' : *p);
}

static void print_commands(const char *between) {
  for (size_t i = 0, n = 0; i < hd_n_commands; i++)
    if (is_shown(&hd_commands[i]))
      printf("%s%s", n++ ? between : "", hd_commands[i].name);
}

/* The text without what would end a quoted word of a shell. */
static void print_plain(const char *text, const char *removed) {
  for (; *text; text++)
    if (strncmp(text, "%s", 2) == 0) {
      char formats[128];
      hd_cli_formats(formats, sizeof formats);
      fputs(formats, stdout);
      text++;
    } else if (!strchr(removed, *text))
      putchar(*text);
}

#define RULE_NAMES                                                             \
  "hedui rules 2>/dev/null | sed -n "                                          \
  "'s/^\\([a-z0-9\\/-]*\\)  *\\(error\\|warning\\|note\\) .*/\\1/p'"

/* ---- bash ------------------------------------------------------------------
 */

static void print_bash_values(void) {
  static const char rules[] = "-W \"$(" RULE_NAMES ")\"";
  static const char *const actions[] = {NULL, NULL, rules, "-d", "-f", NULL};
  for (size_t i = 0; i < hd_n_option_rows; i++) {
    const hd_option_row *row = &hd_option_rows[i];
    value_kind kind = value_of(row);
    if (kind == NOTHING)
      continue;
    printf("    --%s", row->name);
    if (row->letter)
      printf("|-%c", row->letter);
    fputs(") ", stdout);
    if (kind == WORDS) {
      fputs("COMPREPLY=($(compgen -W \"", stdout);
      print_words(row);
      fputs("\" -- \"$cur\")); ", stdout);
    } else if (actions[kind])
      printf("mapfile -t COMPREPLY < <(compgen %s -- \"$cur\"); ",
             actions[kind]);
    puts("return ;;");
  }
}

static void print_bash_options(void) {
  for (size_t i = 0; i < hd_n_commands; i++) {
    if (!is_shown(&hd_commands[i]))
      continue;
    printf("    %s) options='", hd_commands[i].name);
    for (size_t k = 0; k < hd_n_option_rows; k++)
      if (hd_option_rows[k].commands & hd_commands[i].bit)
        printf(" --%s", hd_option_rows[k].name);
    puts("' ;;");
  }
}

static void print_bash(void) {
  puts("# bash completion of hedui\n"
       "_hedui() {\n"
       "  local cur=${COMP_WORDS[COMP_CWORD]} "
       "prev=${COMP_WORDS[COMP_CWORD-1]} command=check options=\n"
       "  if [[ $cur == = ]]; then cur=; "
       "elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
       "  case $prev in");
  print_bash_values();
  fputs("  esac\n  case ${COMP_WORDS[1]} in\n    ", stdout);
  print_commands("|");
  puts(") command=${COMP_WORDS[1]} ;;\n  esac\n  case $command in");
  print_bash_options();
  fputs("  esac\n"
        "  if [[ $cur == -* ]]; then\n"
        "    mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$cur\")\n"
        "    return\n"
        "  fi\n"
        "  local words=\n"
        "  [[ $COMP_CWORD == 1 || $command == help ]] && words='",
        stdout);
  print_commands(" ");
  puts("'\n  [[ $command == explain || $command == test ]] && "
       "words=$(" RULE_NAMES ")\n"
       "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\"; "
       "compgen -f -- \"$cur\")\n"
       "}\n"
       "complete -o filenames -F _hedui hedui");
}

/* ---- zsh -------------------------------------------------------------------
 */

static void print_zsh_value(const hd_option_row *row) {
  static const char *const actions[] = {
      "",       "", ":rule:_hedui_rules", ":folder:_files -/", ":file:_files",
      ":value:"};
  value_kind kind = value_of(row);
  if (kind == WORDS) {
    fputs(":word:(", stdout);
    print_words(row);
    putchar(')');
  } else
    fputs(actions[kind], stdout);
}

static void print_zsh_option(const hd_option_row *row) {
  const char *star =
      row->kind == HD_OPTION_LIST || row->kind == HD_OPTION_SETTING ||
              row->kind == HD_OPTION_LEVEL || row->kind == HD_OPTION_COMMAS
          ? "*"
          : "";
  printf("      '%s--%s%s[", star, row->name, row->argument ? "=" : "");
  print_plain(row->help_en, "'[]:\"\\");
  putchar(']');
  print_zsh_value(row);
  puts("'");
  if (!row->letter)
    return;
  printf("      '%s-%c%s[", star, row->letter, row->argument ? "+" : "");
  print_plain(row->help_en, "'[]:\"\\");
  putchar(']');
  print_zsh_value(row);
  puts("'");
}

static void print_zsh(void) {
  puts("#compdef hedui\n"
       "_hedui_rules() {\n"
       "  local -a rules\n"
       "  rules=(${(f)\"$(" RULE_NAMES ")\"})\n"
       "  _values -s , rule $rules\n"
       "}\n"
       "_hedui() {\n"
       "  local -a commands options\n"
       "  local command=check\n"
       "  commands=(");
  for (size_t i = 0; i < hd_n_commands; i++)
    if (is_shown(&hd_commands[i])) {
      printf("    '%s:", hd_commands[i].name);
      print_plain(hd_commands[i].help_en, "'[]:\"\\");
      puts("'");
    }
  fputs("  )\n  case $words[2] in\n    ", stdout);
  print_commands("|");
  puts(") command=$words[2] ;;\n  esac\n  case $command in");
  for (size_t i = 0; i < hd_n_commands; i++) {
    if (!is_shown(&hd_commands[i]))
      continue;
    printf("    %s) options=(\n", hd_commands[i].name);
    for (size_t k = 0; k < hd_n_option_rows; k++)
      if (hd_option_rows[k].commands & hd_commands[i].bit)
        print_zsh_option(&hd_option_rows[k]);
    puts("    ) ;;");
  }
  puts("  esac\n"
       "  (( CURRENT == 2 )) && _describe -t commands command commands\n"
       "  _arguments -s $options '*:file:_files'\n"
       "}\n"
       "_hedui \"$@\"");
}

/* ---- fish ------------------------------------------------------------------
 */

static void print_fish_value(const hd_option_row *row) {
  switch (value_of(row)) {
  case NOTHING:
    return;
  case WORDS:
    fputs(" -x -a '", stdout);
    print_words(row);
    putchar('\'');
    return;
  case RULES:
    fputs(" -x -a '(__hedui_rules)'", stdout);
    return;
  case FOLDER:
    fputs(" -x -a '(__fish_complete_directories)'", stdout);
    return;
  case PATH:
    fputs(" -r", stdout);
    return;
  case TEXT:
    fputs(" -x", stdout);
    return;
  }
}

static void print_fish_option(const hd_command *command,
                              const hd_option_row *row) {
  if (strcmp(command->name, "check") == 0) {
    fputs("complete -c hedui -n 'not __fish_seen_subcommand_from", stdout);
    for (size_t i = 1; i < hd_n_commands; i++)
      if (is_shown(&hd_commands[i]))
        printf(" %s", hd_commands[i].name);
  } else
    printf("complete -c hedui -n '__fish_seen_subcommand_from %s",
           command->name);
  printf("' -l %s", row->name);
  if (row->letter)
    printf(" -s %c", row->letter);
  print_fish_value(row);
  fputs(" -d '", stdout);
  print_plain(row->help_en, "'\\");
  puts("'");
}

static void print_fish(void) {
  puts("# fish completion of hedui\n"
       "function __hedui_rules\n"
       "  " RULE_NAMES "\n"
       "end");
  for (size_t i = 0; i < hd_n_commands; i++) {
    const hd_command *command = &hd_commands[i];
    if (!is_shown(command))
      continue;
    printf("complete -c hedui -n __fish_use_subcommand -a %s -d '",
           command->name);
    print_plain(command->help_en, "'\\");
    puts("'");
    for (size_t k = 0; k < hd_n_option_rows; k++)
      if (hd_option_rows[k].commands & command->bit)
        print_fish_option(command, &hd_option_rows[k]);
  }
  puts("complete -c hedui -n '__fish_seen_subcommand_from explain test' -a "
       "'(__hedui_rules)'");
}

int hd_completion_command(hd_cli *cli) {
  static const struct {
    const char *shell;
    void (*print)(void);
  } shells[] = {{"bash", print_bash}, {"zsh", print_zsh}, {"fish", print_fish}};
  for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
    if (cli->operands.n == 1 &&
        strcmp(cli->operands.items[0], shells[i].shell) == 0) {
      shells[i].print();
      hd_cli_flush(cli);
      return cli->status;
    }
  hd_cli_say("%s", hd_cli_word(cli, "用法：hedui completion bash|zsh|fish",
                               "usage: hedui completion bash|zsh|fish"));
  return 2;
}
