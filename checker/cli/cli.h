/* cli: the command line, on the public header and the report formats alone.
 *
 * main.c sets up the process and finds the command; options.c holds the one
 * table of options and reads them; help.c prints both tables; files.c makes
 * inputs of operands; config.c turns a configuration into options, group.c
 * finds which inputs have which; outputs.c opens, writes and renames reports;
 * run.c runs check, claims, checks and tree, progress.c counts the files of a
 * long run, statistics.c findings by rule; gate.c takes findings back that are
 * known already: baseline.c (lines: entry.c) those that a file lists, diff.c
 * and git.c those that an old version has; rules.c lists rules, test.c runs
 * their examples; explain.c explains a rule or a finding; say.c speaks on
 * stderr; lsp.h has the language server.
 *
 * Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the run cannot
 * be trusted; 2 beats 1 beats 0 (hd_cli_raise). Findings go to stdout, all
 * else to stderr. The locale decides the language of help and errors only. */
#ifndef HD_CLI_H
#define HD_CLI_H
#include "../../reports/report.h"
#include "hedui.h"
#include <stdbool.h>
#include <sys/types.h>

/* ---- lists of strings on malloc ---------------------------------------- */
typedef struct {
  const char **items;
  size_t n, cap;
} hd_names;
void hd_names_add(hd_names *list, const char *item); /* not copied */
void hd_names_free(hd_names *list);                  /* the array alone */
/* malloc, realloc (p may be NULL); no memory ends the program, status 2. */
void *hd_cli_alloc(void *p, size_t n);

/* ---- commands and options ------------------------------------------------ */
typedef struct hd_cli hd_cli;
typedef struct {
  const char *name;
  unsigned bit; /* in hd_option_row.commands */
  int (*run)(hd_cli *cli);
  const char *operands;          /* as in "hedui NAME OPERANDS" */
  const char *help_zh, *help_en; /* NULL: for installation, not for people */
} hd_command;
extern const hd_command hd_commands[]; /* [0] is check, the default */
extern const size_t hd_n_commands;
/* NULL where no command has this name. */
const hd_command *hd_cli_command(const char *name);

enum {
  HD_FOR_CHECK = 1,
  HD_FOR_CLAIMS = 2,
  HD_FOR_CHECKS = 4,
  HD_FOR_TREE = 8,
  HD_FOR_RULES = 16,
  HD_FOR_EXPLAIN = 32,
  HD_FOR_TEST = 64,
  HD_FOR_VERSION = 128,
  HD_FOR_HELP = 256,
  HD_FOR_NEW_RULE = 512,
  HD_FOR_CONFIG = 1024,
  HD_FOR_INIT = 2048,
  HD_FOR_TOOLS = 4096, /* commands that help does not list */
  HD_FOR_LSP = 8192
};

/* How the value of an option is read, and the type it is stored in. */
typedef enum {
  HD_OPTION_SWITCH,  /* int, counted */
  HD_OPTION_WORD,    /* const char *, the last one holds */
  HD_OPTION_LIST,    /* hd_names, one more */
  HD_OPTION_SETTING, /* the same, of RULE.PARAM=VALUE */
  HD_OPTION_LEVEL,   /* the same, of RULE=LEVEL */
  HD_OPTION_COMMAS,  /* hd_names, one or more more */
  HD_OPTION_CHOICE,  /* int: 1-based index of a word of `argument` (a|b|c) */
  HD_OPTION_NUMBER,  /* unsigned */
  HD_OPTION_SIZE,    /* size_t, with K, M or G behind */
  HD_OPTION_DATE,    /* const char *, YYYY-MM-DD */
  HD_OPTION_SHARD    /* two unsigned: I/N */
} hd_option_kind;

typedef struct {
  const char *name;     /* without -- */
  char letter;          /* 0: none */
  const char *argument; /* NULL: none; "zh|en": a choice */
  unsigned commands;    /* HD_FOR_... */
  hd_option_kind kind;
  size_t offset; /* in hd_cli */
  const char *help_zh, *help_en;
} hd_option_row;
extern const hd_option_row hd_option_rows[];
extern const size_t hd_n_option_rows;

struct hd_cli {
  bool chinese; /* language of help and errors */
  const hd_command *command;
  const char *format, *stdin_name, *files_from, *print, *doc_date;
  const char *baseline, *write_baseline, *ruleset, *config, *diff;
  hd_names references, previous; /* what drafts are judged against */
  int together;
  hd_names outputs, rules, select, ignore, settings, lexicons, severities;
  hd_names material; /* --least: differences that matter */
  int fail_on, least, exit_zero, statistics, quiet, verbose, lenient, unread;
  int colour, lang, doc_lang, revisions, null_ends, help, version, no_config;
  int update, coverage;
  int over_stdio;
  unsigned shard[2], jobs, timeout, debounce;
  size_t max_memory, max_file_size;
  hd_names operands;
  hd_names owned; /* strings on malloc that options and operands point to */
  int status;
  int argc; /* what was parsed, to parse it again over a configuration */
  char **argv;
};

/* Reads argv behind the command. 0, or 2 with the sentence said. */
int hd_cli_parse(hd_cli *cli, int argc, char **argv);
/* The row of an option by its name, or NULL. */
const hd_option_row *hd_cli_option(const char *name);
/* Stores a value as if the option were given; false where it is not of its
 * kind. The value is not copied. */
bool hd_cli_store(hd_cli *cli, const hd_option_row *row, const char *value);
/* Frees what the options point to. */
void hd_cli_free(hd_cli *cli);
/* Keeps a string on malloc as long as the options; returns it. */
const char *hd_cli_own(hd_cli *cli, char *text);
/* The name of the table nearest to a mistyped one, or NULL. */
const char *hd_cli_nearest(const char *word, const char *const *names,
                           size_t n);
/* "zh", "en" or NULL, from a HD_OPTION_CHOICE of zh|en. */
const char *hd_cli_language(int choice);
/* Findings below are left out. */
hd_severity hd_cli_least(const hd_cli *cli);
/* "text, csv, ...": the names of the formats, into out. */
void hd_cli_formats(char *out, size_t n);

/* Takes %26 and the like apart, in place; returns s. */
char *hd_cli_decode(char *s);

/* ---- saying things ---------------------------------------------------------
 */
/* The Chinese or the English text, by the locale. */
const char *hd_cli_word(const hd_cli *cli, const char *zh, const char *en)
    __attribute__((format_arg(2), format_arg(3)));
/* "hedui: ..." and a line end on stderr; control characters are masked. */
void hd_cli_say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Status is the worst so far. */
void hd_cli_raise(hd_cli *cli, int status);
/* The sentence about a comment hedui-ignore, on malloc. */
char *hd_cli_remark(const hd_cli *cli, const hd_remark *remark);
/* The sentence of a failure, with its place; raises status 2. */
void hd_cli_failure(hd_cli *cli, const hd_failure *failure);
/* Flushes stdout; a reader that is gone (EPIPE) is no failure, any other
 * error is said and raises status 2. */
void hd_cli_flush(hd_cli *cli);
/* An engine with the options, or NULL with the sentence said. */
hd_engine *hd_cli_engine(hd_cli *cli);

/* ---- inputs
 * ------------------------------------------------------------------ */
typedef struct {
  hd_input *items;
  size_t n, cap;
  size_t skipped; /* files of folders with other suffixes */
  size_t ignored; /* files and folders that a .heduiignore names */
  hd_files **folders;
  size_t n_folders;
  hd_input *annexes; /* of the one set of --together */
  size_t n_annexes;
} hd_inputs;
/* Inputs of operands and --files-from; folders are walked. What fails is said
 * and raises the status, the rest stands. */
void hd_inputs_open(hd_cli *cli, hd_inputs *inputs);
/* Reads the first input into memory, where it can be read: what is written
 * into a copy then belongs to the very bytes that were judged. `limit` is the
 * option's, 0: the usual one. */
void hd_inputs_hold(hd_cli *cli, hd_inputs *inputs, size_t limit);
void hd_inputs_free(hd_inputs *inputs);
/* set.c: with --together, one input; the others are its annexes. */
void hd_inputs_join(const hd_cli *cli, hd_inputs *inputs);

/* ---- configuration -------------------------------------------------------
 */
/* A row of a configuration and what it means: an option with a value. */
typedef struct {
  const hd_config_row *row;
  const hd_option_row *option;
  const char *value; /* as it would stand behind the option */
} hd_setting_row;
typedef struct {
  hd_setting_row *items;
  size_t n;
} hd_settings;
/* The options that a configuration sets for an input, without those that a
 * later row or the command line replaces. False with the sentence said where
 * a row is wrong. Values live as long as `owner`. */
bool hd_settings_read(hd_cli *owner, const hd_cli *given,
                      const hd_config *config, const char *input,
                      hd_settings *settings);

/* reference.c: an input of FILE?KEY=VALUE&KEY=VALUE (--reference), owned by
 * the options; false with the sentence said. */
bool hd_reference_option(hd_cli *cli, const char *spec, hd_input *input);
/* May the key have this value? Else false and the sentence, of `place`. */
bool hd_reference_judge(const hd_cli *cli, const char *place, const char *key,
                        const char *value);
/* The text as a part of such a word; out has room for three times of it. */
void hd_reference_encode(char *out, const char *text);

/* Inputs that are judged alike: the options that hold for them, from their
 * configuration and the command line, and an engine made of these. */
typedef struct {
  hd_cli cli;
  hd_engine *engine;       /* one that is refused where something is wrong */
  const hd_config *config; /* NULL: none */
  char *key;               /* tells it from the others of its configuration */
  hd_settings settings;
  hd_input *references; /* of cli.references */
  hd_input *companions; /* of each of its inputs; NULL: none, or not made yet */
} hd_group;
/* set.c: gives an input of the group its annexes and what it is judged
 * against. */
void hd_set_complete(const hd_inputs *inputs, hd_group *group, hd_input *input);
typedef struct {
  hd_group **items;
  size_t n;
  hd_group **of; /* by input */
  hd_config **configs;
  size_t n_configs;
} hd_groups;
/* Groups the inputs and gives each its engine. 0, or 2 where no engine can be
 * used; all that is wrong is said. */
int hd_groups_open(hd_cli *cli, hd_groups *groups, hd_inputs *inputs);
/* The group of one more input, which may be new; that an engine cannot be used
 * is said. `cli` and `groups`, which begin as zeros, are the same each time. */
hd_group *hd_groups_find(hd_cli *cli, hd_groups *groups, const char *input);
void hd_groups_free(hd_groups *groups);
/* The engine of the first group that has one which can be used. */
const hd_engine *hd_groups_engine(const hd_groups *groups);
/* A failure of a group's engine, with the place in the configuration where the
 * wrong word stands. */
hd_failure hd_group_failure(const hd_group *group, const hd_failure *failure);

/* ---- outputs
 * ------------------------------------------------------------------ */
typedef struct {
  const hd_format_row *format;
  const char *path; /* NULL: stdout */
  char *target;     /* path with its links resolved, where it is renamed to */
  char *temporary;  /* NULL where the file has no name yet, or needs none */
  bool anonymous;
  mode_t mode; /* of a new file; 0: what the umask leaves */
  hd_report report;
} hd_output;
typedef struct {
  hd_output *items;
  size_t n;
  const hd_engine *engine; /* its rules stand in some reports */
} hd_outputs;
/* Opens every output and writes its head; `engine` is set before. 0, or 2
 * with the sentence said. */
int hd_outputs_open(hd_cli *cli, hd_outputs *outputs, hd_listing listing,
                    const hd_inputs *inputs);
/* options: those that hold for the files of the result. */
void hd_outputs_result(hd_outputs *outputs, const hd_result *result,
                       const hd_cli *options);
/* Writes the ends and renames; errors are said and raise the status. */
void hd_outputs_close(hd_cli *cli, hd_outputs *outputs, const hd_counts *sums);
/* Is one of them a copy of the draft? */
bool hd_outputs_copy(const hd_outputs *outputs);
/* HD_WANT_...: what the formats show beside findings. */
unsigned hd_outputs_want(const hd_outputs *outputs);
/* Has every output failed? */
bool hd_outputs_dead(const hd_outputs *outputs);

/* One file that replaces `path` when it is complete: a stream to write it to,
 * or NULL with the sentence said. `output` is all zero before. */
FILE *hd_output_begin(hd_cli *cli, hd_output *output, const char *path);
/* Puts it in its place; an error is said and raises status 2. */
void hd_output_end(hd_cli *cli, hd_output *output);

/* Colours on stdout (path NULL) or in a file? */
int hd_outputs_colour(const hd_cli *cli, const char *path);

/* ---- statistics ------------------------------------------------------- */
typedef struct {
  char *rule;
  size_t found[3]; /* by hd_severity */
} hd_statistics_row;
typedef struct {
  hd_statistics_row *rows;
  size_t n;
} hd_statistics;
void hd_statistics_count(hd_statistics *s, const hd_finding *finding);
/* The table by rule, and how many there are in 10,000 characters. */
void hd_statistics_print(const hd_cli *cli, hd_statistics *s,
                         const hd_counts *sums);
void hd_statistics_free(hd_statistics *s);

/* ---- progress, on a terminal ----------------------------------------------
 */
typedef struct {
  size_t done, total;
  int64_t next; /* when it may be drawn again, milliseconds */
  bool wanted, shown;
} hd_progress;
void hd_progress_start(const hd_cli *cli, hd_progress *progress, size_t total);
/* Before anything else is written. */
void hd_progress_hide(hd_progress *progress);
/* One more file is done. */
void hd_progress_step(hd_progress *progress);

/* ---- the gate: findings that are known already ----------------------------
 */
/* A list of findings that were accepted; a file of JSON objects, one a line:
 * fingerprint, rule, place, reason, author, date, expires. */
typedef struct hd_baseline hd_baseline;
/* Reads it; NULL with the bad lines said and status 2. A file that is not
 * there is empty where `may_lack`. */
hd_baseline *hd_baseline_open(hd_cli *cli, const char *path, bool may_lack);
/* Why a finding is silenced: the reason of its entry, which is then used up;
 * NULL where it has no entry, or one that has expired. */
const char *hd_baseline_reason(hd_baseline *baseline,
                               const hd_finding *finding);
/* Takes down that the file of a result was judged. */
void hd_baseline_judged(hd_baseline *baseline, const hd_file *file);
/* Adds the finding to the entries that hd_baseline_write writes, as the entry
 * that `old` has for it where there is one. The reason as above. */
const char *hd_baseline_accept(hd_baseline *baseline, hd_baseline *old,
                               const hd_finding *finding);
/* Writes what was accepted, and the entries that this run could not judge. */
void hd_baseline_write(hd_cli *cli, hd_baseline *baseline,
                       const hd_names *rules);
/* Says which entries are unused or expired. `rules`: those that ran. */
void hd_baseline_say(const hd_cli *cli, const hd_baseline *baseline,
                     const hd_names *rules);
const char *hd_baseline_path(const hd_baseline *baseline);
void hd_baseline_free(hd_baseline *baseline);

/* An old version of an input. */
typedef struct {
  size_t input;     /* index */
  const char *name; /* in its folder, for git */
  char *shown;      /* what it is called; NULL: there is none */
  char *bytes;      /* on malloc; NULL: they are in the file `shown` */
  size_t n_bytes;
} hd_old_file;
/* Fills bytes of those that the revision has; 0, or 2 with the sentence said
 * where the folder has no repository or no such revision. */
int hd_git_read(hd_cli *cli, const char *folder, const char *revision,
                hd_old_file *files, size_t n);

/* Findings of old versions (--diff), by input. */
typedef struct hd_diff hd_diff;
/* Judges the old versions; NULL with the sentence said and status 2. */
hd_diff *hd_diff_open(hd_cli *cli, const char *old, const hd_inputs *inputs);
/* Not NULL where the old version of the input has the finding, which is then
 * used up. */
const char *hd_diff_reason(hd_diff *diff, size_t input,
                           const hd_finding *finding);
void hd_diff_free(hd_diff *diff);

typedef struct {
  hd_diff *diff;       /* NULL: none */
  hd_baseline **known; /* of each group, NULL: none; groups share them */
  const hd_groups *groups;
  hd_baseline *written;
  hd_names rules;     /* ids of those that run, sorted */
  size_t silenced[4]; /* findings, by hd_silencer */
} hd_gate;
/* 0, or 2 with the sentence said. */
int hd_gate_open(hd_cli *cli, hd_gate *gate, const hd_groups *groups,
                 const hd_inputs *inputs);
/* Silences findings of the result of an input. */
void hd_gate_result(hd_gate *gate, size_t input, hd_result *result);
/* Writes the new baseline, says what was silenced. */
void hd_gate_close(hd_cli *cli, hd_gate *gate);
void hd_gate_free(hd_gate *gate);

/* ---- commands: each returns the exit status ------------------------------ */
int hd_run_check(hd_cli *cli);
int hd_run_claims(hd_cli *cli);
int hd_run_checks(hd_cli *cli);
int hd_run_tree(hd_cli *cli);
int hd_rules_command(hd_cli *cli);
int hd_rules_try(hd_cli *cli);
/* named.c: operands that name rules. Adds those that are paths to --rules. */
void hd_named_add(hd_cli *cli);
/* Calls `each` for the rules that operands name; one that names none is said
 * and raises status 2. */
typedef void hd_named_rule(void *closure, const hd_engine *engine,
                           const hd_rule *rule);
void hd_named_visit(hd_cli *cli, const hd_engine *engine, hd_named_rule *each,
                    void *closure);
int hd_rules_lint_command(hd_cli *cli); /* behind the word lint */
/* Says what is to be said of the engine's rules; failures raise status 2. */
void hd_rules_say(hd_cli *cli, const hd_engine *engine);
int hd_new_rule_command(hd_cli *cli);
int hd_config_command(hd_cli *cli);
int hd_init_command(hd_cli *cli);
int hd_lsp_command(hd_cli *cli);
int hd_completion_command(hd_cli *cli);
int hd_manual_command(hd_cli *cli);
/* Writes a file that is not there yet. 0; 1 where it is; -1 with the error
 * said. */
int hd_cli_write_new(hd_cli *cli, const char *path, const char *text);
int hd_explain_command(hd_cli *cli);
int hd_help_version(hd_cli *cli);
int hd_help_command(hd_cli *cli);
/* The rule `id`, or NULL. */
const hd_rule *hd_explain_find(const hd_engine *engine, const char *id);
/* The same, with the nearest one said and status 2. */
const hd_rule *hd_explain_rule(hd_cli *cli, const hd_engine *engine,
                               const char *id);
/* One line about a rule, by --lang or the locale. */
const char *hd_explain_summary(const hd_cli *cli, const hd_rule *rule);
/* Help of one command, or of all (NULL), on stdout. */
void hd_help_print(const hd_cli *cli, const hd_command *command);
#endif
