/* options: the one table of options, and the reader of argv.
 *
 * A row makes the option known to getopt, to --help and to the error that
 * names the nearest option. A word that only begins an option's name is no
 * option: such a word could become ambiguous with a later version. */
#include "cli.h"
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum {
  READING = HD_FOR_CHECK | HD_FOR_CLAIMS | HD_FOR_CHECKS | HD_FOR_TREE |
            HD_FOR_EXPLAIN | HD_FOR_CONFIG | HD_FOR_LSP,
  JUDGING = HD_FOR_CHECK | HD_FOR_CHECKS | HD_FOR_EXPLAIN | HD_FOR_TEST |
            HD_FOR_CONFIG | HD_FOR_LSP,
  ONE_BY_ONE = READING & ~HD_FOR_LSP, /* what an open document never is */
  LISTING = HD_FOR_CHECK | HD_FOR_CLAIMS | HD_FOR_CHECKS,
  MANY = LISTING | HD_FOR_TREE,
  CONFIGURED = READING,
  ALL = 4095 | HD_FOR_LSP
};

#define AT(member) offsetof(hd_cli, member)

/* clang-format off */
const hd_option_row hd_option_rows[] = {
  {"format", 'f', "FORMAT", LISTING | HD_FOR_RULES | HD_FOR_EXPLAIN, HD_OPTION_WORD, AT(format),
   "输出格式：%s。缺省时终端为 text，其他为 csv",
   "output format: %s; default text on a terminal, else csv"},
  {"output", 'o', "FILE", LISTING, HD_OPTION_LIST, AT(outputs),
   "写入文件（格式看后缀），或 FORMAT:FILE；可重复",
   "write to FILE (format from its suffix) or FORMAT:FILE; repeatable"},
  {"fail-on", 0, "error|warning|note|never", HD_FOR_CHECK | HD_FOR_CONFIG, HD_OPTION_CHOICE,
   AT(fail_on), "达到此级别时退出码为 1（缺省 error）",
   "exit with 1 for findings of this severity (default error)"},
  {"exit-zero", 0, NULL, HD_FOR_CHECK, HD_OPTION_SWITCH, AT(exit_zero),
   "同 --fail-on never", "the same as --fail-on never"},
  {"min-severity", 0, "error|warning|note",
   HD_FOR_CHECK | HD_FOR_CONFIG | HD_FOR_LSP, HD_OPTION_CHOICE,
   AT(least), "只报此级别及以上", "leave out findings below"},
  {"select", 0, "RULE,...", JUDGING, HD_OPTION_COMMAS, AT(select),
   "只用这些规则", "use these rules only"},
  {"ignore", 0, "RULE,...", JUDGING, HD_OPTION_COMMAS, AT(ignore),
   "不用这些规则", "leave these rules out"},
  {"baseline", 0, "FILE", HD_FOR_CHECK | HD_FOR_CONFIG | HD_FOR_LSP, HD_OPTION_WORD, AT(baseline),
   "不报基线文件中已列出的问题", "leave out the findings that FILE lists"},
  {"write-baseline", 0, "FILE", HD_FOR_CHECK, HD_OPTION_WORD,
   AT(write_baseline), "把现有的问题记入基线文件，不再报告",
   "list the findings there are in FILE and report none of them"},
  {"diff", 0, "OLD|git:REV", HD_FOR_CHECK, HD_OPTION_WORD, AT(diff),
   "只报旧版本（文件、目录或 git 版本）中没有的问题",
   "only findings that the old version (a file, a folder, a revision of git) "
   "lacks"},
  {"severity", 0, "RULE=LEVEL", JUDGING, HD_OPTION_LEVEL, AT(severities),
   "规则的最高级别：error、warning、note 或 off；可重复",
   "the highest severity of a rule: error, warning, note or off; repeatable"},
  {"least", 0, "[RULE=]DIFFERENCE", JUDGING & ~HD_FOR_TEST, HD_OPTION_LIST, AT(material),
   "差额低于此数的问题只作提示：100万元、0.1个百分点，或相对差额 0.1%；可重复",
   "a finding whose difference is smaller is a note: an amount (100万元, "
   "5 million dollars) or a per cent (0.1%); repeatable"},
  {"ruleset", 0, "VERSION", JUDGING | HD_FOR_RULES, HD_OPTION_WORD,
   AT(ruleset), "只用到此版为止的规则，其后的须以 --select 选用",
   "rules up to this set (\"1.0\"); later ones run only when selected"},
  {"rules", 0, "DIR|FILE", JUDGING | HD_FOR_RULES, HD_OPTION_LIST, AT(rules),
   "另加规则：目录或 .lua 文件；可重复",
   "further rules: a folder or a .lua file; repeatable"},
  {"set", 0, "RULE.PARAM=VALUE", JUDGING, HD_OPTION_SETTING, AT(settings),
   "设定规则参数；可重复", "set a parameter of a rule; repeatable"},
  {"lexicon", 0, "DIR", READING | JUDGING, HD_OPTION_LIST, AT(lexicons),
   "另加一个词表目录，同键的行覆盖内置的；可重复",
   "a folder of lexicons whose rows override ours; repeatable"},
  {"reference", 0, "FILE[?KEY=VALUE&...]", JUDGING, HD_OPTION_LIST, AT(references),
   "与这张表（CSV、Excel、SQLite 等）中的数字核对；列为 "
   "subject,scope,period,value,unit，或由 columns.subject=列名 等指定；可重复",
   "check against the figures of a table (CSV, Excel, SQLite, ...) with the "
   "columns subject, scope, period, value, unit, or those that "
   "columns.subject=HEADER and the like name; repeatable"},
  {"previous", 0, "FILE", JUDGING, HD_OPTION_LIST, AT(previous),
   "与上一年的报告核对基数、增幅和“连续N年”；可重复",
   "check bases, growth and years in a row against last year's report; "
   "repeatable"},
  {"together", 0, NULL, MANY, HD_OPTION_SWITCH, AT(together),
   "把所有文件当作一份报告及其附件（或译本）一起核对",
   "check all files as one report with its annexes or translation"},
  {"files-from", 0, "FILE", MANY, HD_OPTION_WORD, AT(files_from),
   "从文件读文件名（- 为标准输入），一行一个",
   "read names of files from FILE (- is standard input), one a line"},
  {"null", '0', NULL, MANY, HD_OPTION_SWITCH, AT(null_ends),
   "--files-from 的文件名以 NUL 分隔", "names of --files-from end with NUL"},
  {"stdin-filename", 0, "NAME", ONE_BY_ONE, HD_OPTION_WORD, AT(stdin_name),
   "标准输入的文件名（其后缀决定格式）",
   "the name of standard input (its suffix decides the format)"},
  {"shard", 0, "I/N", MANY, HD_OPTION_SHARD, AT(shard),
   "只处理 N 份文件中的第 I 份", "only the I-th of N parts of the files"},
  {"jobs", 'j', "N", MANY, HD_OPTION_NUMBER, AT(jobs),
   "同时运行的工作进程数（缺省为处理器数）",
   "worker processes at a time (default: as many as processors)"},
  {"lang", 0, "zh|en", LISTING | HD_FOR_RULES | HD_FOR_EXPLAIN | HD_FOR_CONFIG |
   HD_FOR_LSP, HD_OPTION_CHOICE, AT(lang), "消息的语言（缺省随报告）",
   "language of messages (default: the report's)"},
  {"doc-lang", 0, "zh|en", READING, HD_OPTION_CHOICE, AT(doc_lang),
   "报告的语言（缺省自动判断）",
   "language of the report (default: by its letters)"},
  {"date", 0, "YYYY-MM-DD", READING, HD_OPTION_DATE, AT(doc_date),
   "报告的日期（“去年”等由此推算）",
   "date of the report (for \"last year\" and the like)"},
  {"lenient", 0, NULL, ONE_BY_ONE, HD_OPTION_SWITCH, AT(lenient),
   "把无效字节读作 U+FFFD，而不拒绝文件",
   "read invalid bytes as U+FFFD instead of refusing the file"},
  {"revisions", 0, "final|original", READING, HD_OPTION_CHOICE, AT(revisions),
   "按接受（final，缺省）还是拒绝（original）修订读 .docx",
   "read a .docx as if its tracked changes were accepted (final, the default) "
   "or rejected"},
  {"timeout", 0, "SECONDS", READING, HD_OPTION_NUMBER, AT(timeout),
   "每个文件的时限（缺省 60）", "limit for each file (default 60)"},
  {"max-memory", 0, "SIZE", READING, HD_OPTION_SIZE, AT(max_memory),
   "工作进程的内存上限，可带 K、M、G（缺省 1G）",
   "memory of a worker, with K, M or G (default 1G)"},
  {"max-file-size", 0, "SIZE", READING, HD_OPTION_SIZE, AT(max_file_size),
   "文件大小上限，可带 K、M、G（缺省 64M）",
   "size of a file, with K, M or G (default 64M)"},
  {"config", 0, "FILE", CONFIGURED, HD_OPTION_WORD, AT(config),
   "用这个配置文件，不找 .hedui.lua",
   "use this configuration in place of the nearest .hedui.lua"},
  {"no-config", 0, NULL, CONFIGURED, HD_OPTION_SWITCH, AT(no_config),
   "不用配置文件", "use no configuration"},
  {"statistics", 0, NULL, HD_FOR_CHECK, HD_OPTION_SWITCH, AT(statistics),
   "结束时在标准错误上列出各规则的统计和差错率",
   "a table by rule and the rate of errors, on standard error"},
  {"color", 0, "auto|always|never", LISTING | HD_FOR_EXPLAIN,
   HD_OPTION_CHOICE, AT(colour), "text 格式的颜色（缺省 auto；遵守 NO_COLOR）",
   "colours of the text format (default auto; NO_COLOR is honoured)"},
  {"unread", 0, NULL, HD_FOR_CLAIMS, HD_OPTION_SWITCH, AT(unread),
   "只列未形成主张的数字，末列 reason 说明原因",
   "only figures of which no claim could be made; the column reason says why"},
  {"debounce", 0, "MS", HD_FOR_LSP, HD_OPTION_NUMBER, AT(debounce),
   "停止输入多少毫秒后核对（缺省 2）",
   "milliseconds without an edit before a check begins (default 2)"},
  {"stdio", 0, NULL, HD_FOR_LSP, HD_OPTION_SWITCH, AT(over_stdio),
   "经标准输入输出通信；总是如此，为编辑器而设",
   "talk over standard input and output: it always does, editors say so"},
  {"print", 0, "ID", HD_FOR_RULES, HD_OPTION_WORD, AT(print),
   "打印规则的源文件", "print the source of a rule"},
  {"update", 0, NULL, HD_FOR_TEST, HD_OPTION_SWITCH, AT(update),
   "把坏例子的期望（at、nth、severity）改写为实际结果",
   "rewrite what bad examples expect (at, nth, severity) to what they gave"},
  {"coverage", 0, NULL, HD_FOR_TEST, HD_OPTION_SWITCH, AT(coverage),
   "列出规则中例子运行到的行所占比例和从未运行的行",
   "how many lines of each rule its examples run, and which they never do"},
  {"quiet", 'q', NULL, MANY | HD_FOR_TEST | HD_FOR_NEW_RULE | HD_FOR_INIT, HD_OPTION_SWITCH, AT(quiet),
   "不输出说明和汇总", "no remarks and no summary"},
  {"verbose", 'v', NULL, MANY | HD_FOR_TEST, HD_OPTION_SWITCH, AT(verbose),
   "逐个文件说明", "say more, file by file"},
  {"help", 'h', NULL, ALL, HD_OPTION_SWITCH, AT(help),
   "显示帮助", "show this help"},
  {"version", 'V', NULL, HD_FOR_CHECK, HD_OPTION_SWITCH, AT(version),
   "显示版本", "show the version"},
};
/* clang-format on */
const size_t hd_n_option_rows = sizeof hd_option_rows / sizeof *hd_option_rows;

enum { ROWS = sizeof hd_option_rows / sizeof *hd_option_rows };

/* ---- argv
 * --------------------------------------------------------------------- */

typedef struct {
  struct option longs[ROWS + 1];
  char letters[2 * ROWS + 4];
  const hd_option_row *rows[ROWS];
} tables;

/* getopt's arrays of the rows that the command has. */
static size_t make_tables(tables *t, unsigned command) {
  size_t n = 0;
  char *letters = t->letters;
  memset(t, 0, sizeof *t);
  *letters++ = ':';
  for (size_t i = 0; i < ROWS; i++) {
    const hd_option_row *row = &hd_option_rows[i];
    if (!(row->commands & command))
      continue;
    t->longs[n] = (struct option){row->name, row->argument != NULL, NULL, 0};
    t->rows[n++] = row;
    if (row->letter)
      *letters++ = row->letter;
    if (row->letter && row->argument)
      *letters++ = ':';
  }
  return n;
}

const hd_option_row *hd_cli_option(const char *name) {
  for (size_t i = 0; i < ROWS; i++)
    if (strcmp(hd_option_rows[i].name, name) == 0)
      return &hd_option_rows[i];
  return NULL;
}

static const hd_option_row *row_of_letter(int letter) {
  for (size_t i = 0; letter && i < ROWS; i++)
    if (hd_option_rows[i].letter == letter)
      return &hd_option_rows[i];
  return NULL;
}

/* Is `word` the row's name in full, as --name or --name=value? */
static bool names(const char *word, const hd_option_row *row) {
  size_t n = strlen(row->name);
  return strncmp(word, "--", 2) == 0 && strncmp(word + 2, row->name, n) == 0 &&
         (word[2 + n] == 0 || word[2 + n] == '=');
}

static int say_unknown_long(const hd_cli *cli, const char *word,
                            const tables *t, size_t n) {
  const char *known[ROWS];
  size_t length = strcspn(word, "=");
  for (size_t i = 0; i < n; i++)
    known[i] = t->longs[i].name;
  char *name = strndup(word + 2, length > 2 ? length - 2 : 0);
  const char *near = name ? hd_cli_nearest(name, known, n) : NULL;
  bool exact = near && strcmp(near, name) == 0;
  free(name);
  if (exact)
    hd_cli_say(
        hd_cli_word(cli, "选项 %.*s 不带值", "option %.*s takes no value"),
        (int)length, word);
  else if (near)
    hd_cli_say(hd_cli_word(cli, "没有选项 %.*s；是否指 --%s？",
                           "unknown option %.*s; did you mean --%s?"),
               (int)length, word, near);
  else
    hd_cli_say(hd_cli_word(cli, "没有选项 %.*s；见 hedui help %s",
                           "unknown option %.*s; see hedui help %s"),
               (int)length, word, cli->command->name);
  return 2;
}

static bool known_long(const char *word, const tables *t, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (names(word, t->rows[i]))
      return true;
  return false;
}

/* The sentence for getopt's '?' and ':'; `word` is the one it stopped at. */
static int say_refused(const hd_cli *cli, int got, const char *word,
                       const tables *t, size_t n) {
  const hd_option_row *row = row_of_letter(optopt);
  if (got == ':' && optopt)
    hd_cli_say(hd_cli_word(cli, "选项 -%c 需要 %s", "option -%c needs %s"),
               optopt, row->argument);
  else if (got == ':' && known_long(word, t, n))
    hd_cli_say(
        hd_cli_word(cli, "选项 %s 需要一个值", "option %s needs a value"),
        word);
  else if (optopt)
    hd_cli_say(hd_cli_word(cli, "没有选项 -%c；见 hedui help %s",
                           "unknown option -%c; see hedui help %s"),
               optopt, cli->command->name);
  else
    return say_unknown_long(cli, word, t, n);
  return 2;
}

static int say_value(const hd_cli *cli, const hd_option_row *row,
                     const char *value) {
  hd_cli_say(hd_cli_word(cli, "选项 --%s 的值应为 %s，不是“%s”",
                         "option --%s wants %s, not \"%s\""),
             row->name, row->argument, value);
  return 2;
}

/* The word of argv that gave the long option `row`. */
static const char *word_of(char **argv, const hd_option_row *row) {
  const char *last = argv[optind - 1];
  return optarg == last && row->argument && optind > 1 ? argv[optind - 2]
                                                       : last;
}

int hd_cli_parse(hd_cli *cli, int argc, char **argv) {
  tables t;
  size_t n = make_tables(&t, cli->command->bit);
  int got, index = 0;
  cli->argc = argc;
  cli->argv = argv;
  optind = 0;
  opterr = 0;
  while ((got = getopt_long(argc, argv, t.letters, t.longs, &index)) != -1) {
    if (got == '?' || got == ':')
      return say_refused(cli, got, argv[optind - 1], &t, n);
    const hd_option_row *row = got ? row_of_letter(got) : t.rows[index];
    if (got == 0 && !names(word_of(argv, row), row))
      return say_unknown_long(cli, word_of(argv, row), &t, n);
    if (!hd_cli_store(cli, row, optarg))
      return say_value(cli, row, optarg);
  }
  for (int i = optind; i < argc; i++)
    hd_names_add(&cli->operands, argv[i]);
  return 0;
}

/* ---- what they say ------------------------------------------------------ */
const char *hd_cli_language(int chosen) {
  static const char *const languages[] = {NULL, "zh", "en"};
  return languages[chosen];
}

hd_severity hd_cli_least(const hd_cli *cli) {
  return cli->least ? (hd_severity)(HD_SEVERITY_ERROR + 1 - cli->least)
                    : HD_SEVERITY_NOTE;
}

void hd_cli_formats(char *out, size_t n) {
  size_t used = 0;
  out[0] = 0;
  for (size_t i = 0; i < hd_n_formats && used < n; i++)
    used += (size_t)snprintf(out + used, n - used, i ? ", %s" : "%s",
                             hd_formats[i].name);
}
