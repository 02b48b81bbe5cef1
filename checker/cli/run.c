/* run: check, claims, checks, tree: inputs go through the engine's workers,
 * results come back in order and go to every output.
 *
 * Said on stderr: what failed (status 2), files without figures, and at the
 * end how much was read, checked and found. A reader that went away ends the
 * output, not the run: the exit status is the same as with a patient one. */
#include "cli.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  hd_cli *cli;
  hd_outputs outputs; /* none for tree */
  hd_gate gate;
  hd_groups groups;
  size_t taken; /* results so far */
  hd_listing listing;
  unsigned want;
  hd_counts sums;
  size_t found[3], files;
  hd_progress progress;
  hd_statistics statistics;
} run_state;

/* ---- a result ---------------------------------------------------------------
 */

/* The options that hold for the result that is taken now. */
static const hd_cli *options_of(const run_state *run) {
  return &run->groups.of[run->taken]->cli;
}

/* Counts them; status 1 for one at or above --fail-on. */
static void count_findings(run_state *run, const hd_result *result) {
  static const int fails[] = {HD_SEVERITY_ERROR, HD_SEVERITY_ERROR,
                              HD_SEVERITY_WARNING, HD_SEVERITY_NOTE,
                              HD_SEVERITY_ERROR + 1};
  const hd_cli *options = options_of(run);
  for (size_t i = 0; i < result->n_findings; i++) {
    const hd_finding *finding = &result->findings[i];
    if (finding->severity < hd_cli_least(options))
      continue;
    run->found[finding->severity]++;
    if (run->listing == HD_LISTING_FINDINGS && !options->exit_zero &&
        (int)finding->severity >= fails[options->fail_on])
      hd_cli_raise(run->cli, 1);
    if (run->cli->statistics)
      hd_statistics_count(&run->statistics, finding);
  }
}

static void add_counts(hd_counts *sums, const hd_counts *counts) {
  sums->figures += counts->figures;
  sums->claims += counts->claims;
  sums->links += counts->links;
  sums->checks += counts->checks;
  sums->agreeing += counts->agreeing;
  sums->idle += counts->idle;
  sums->characters += counts->characters;
  sums->silenced += counts->silenced;
}

/* What is worth saying of the files of a result. */
static void say_files(run_state *run, const hd_result *result) {
  const hd_cli *cli = run->cli;
  for (size_t i = 0; i < result->n_files; i++) {
    const hd_file *file = &result->files[i];
    if (file->failed)
      continue;
    run->files++;
    for (size_t k = 0; k < file->n_notes && !cli->quiet; k++)
      hd_cli_say("%s: %s", file->name,
                 hd_cli_word(cli, file->notes[k].zh, file->notes[k].en));
    if (file->counts.figures == 0 && !cli->quiet)
      hd_cli_say(hd_cli_word(cli, "%s：没有读到数字", "%s: no figures"),
                 file->name);
    else if (cli->verbose)
      hd_cli_say(
          hd_cli_word(cli, "%s：%s，%s，%zu 个数字", "%s: %s, %s, %zu figures"),
          file->name, file->encoding, file->lang, file->counts.figures);
  }
}

/* What is wrong with comments hedui-ignore. */
static void say_remarks(const hd_cli *cli, const hd_result *result) {
  for (size_t i = 0; i < result->n_remarks && !cli->quiet; i++) {
    const hd_remark *r = &result->remarks[i];
    char *sentence = hd_cli_remark(cli, r);
    hd_cli_say("%s:%u:%u: %s", r->file, (unsigned)r->line, (unsigned)r->column,
               sentence);
    free(sentence);
  }
}

static int take(void *closure, hd_result *result) {
  run_state *run = closure;
  hd_progress_hide(&run->progress);
  hd_gate_result(&run->gate, run->taken, result);
  if (run->want & HD_WANT_TREE)
    fputs(result->tree, stdout);
  hd_outputs_result(&run->outputs, result, options_of(run));
  add_counts(&run->sums, &result->counts);
  count_findings(run, result);
  say_files(run, result);
  say_remarks(run->cli, result);
  for (size_t i = 0; i < result->n_failures; i++)
    hd_cli_failure(run->cli, &result->failures[i]);
  hd_progress_step(&run->progress);
  run->taken++;
  return run->outputs.n > 0 && run->cli->status == 2 &&
         hd_outputs_dead(&run->outputs);
}

/* ---- the engine
 * --------------------------------------------------------------- */

/* Notes are said; rules that could not be loaded are failures of the run, and
 * stand in the reports as such. */
static void take_engine(run_state *run, const hd_group *group) {
  const char *const *notes;
  const hd_failure *failures;
  size_t n = hd_engine_notes(group->engine, &notes);
  for (size_t i = 0; i < n && !run->cli->quiet; i++)
    hd_cli_say("%s", notes[i]);
  n = hd_engine_failures(group->engine, &failures);
  if (n == 0)
    return;
  hd_failure *copy = hd_cli_alloc(NULL, n * sizeof *copy);
  for (size_t i = 0; i < n; i++) {
    copy[i] = hd_group_failure(group, &failures[i]);
    hd_cli_failure(run->cli, &copy[i]);
  }
  hd_result result = {.tree = "", .failures = copy, .n_failures = n};
  hd_outputs_result(&run->outputs, &result, &group->cli);
  free(copy);
}

/* ---- the end
 * --------------------------------------------------------------------- */

static void say_sums(const run_state *run) {
  const hd_cli *cli = run->cli;
  const hd_counts *s = &run->sums;
  hd_cli_say(hd_cli_word(cli, "文件 %zu 个，数字 %zu 个，陈述 %zu 项",
                         "files: %zu, figures: %zu, claims: %zu"),
             run->files, s->figures, s->claims);
  if (run->listing == HD_LISTING_CLAIMS)
    return;
  hd_cli_say(hd_cli_word(cli,
                         "关联 %zu 条，核对 %zu 次，其中相符 %zu 次，"
                         "未参与核对的数字 %zu 个",
                         "links: %zu, checks: %zu, agreeing: %zu, figures "
                         "in no check: %zu"),
             s->links, s->checks, s->agreeing, s->idle);
  if (run->listing == HD_LISTING_FINDINGS)
    hd_cli_say(hd_cli_word(cli, "错误 %zu，警告 %zu，提示 %zu",
                           "errors: %zu, warnings: %zu, notes: %zu"),
               run->found[HD_SEVERITY_ERROR], run->found[HD_SEVERITY_WARNING],
               run->found[HD_SEVERITY_NOTE]);
}

static void end_run(run_state *run) {
  if (!(run->want & HD_WANT_TREE)) {
    if (run->cli->statistics)
      hd_statistics_print(run->cli, &run->statistics, &run->sums);
    hd_gate_close(run->cli, &run->gate);
    if (!run->cli->quiet || run->cli->statistics)
      say_sums(run);
  }
  hd_statistics_free(&run->statistics);
}

/* ---- the commands
 * ----------------------------------------------------------------- */

static int say_no_operand(const hd_cli *cli) {
  hd_cli_say(hd_cli_word(cli,
                         "没有给出文件；用法：hedui %s %s（见 hedui help）",
                         "no file given; usage: hedui %s %s (see hedui help)"),
             cli->command->name, cli->command->operands);
  return 2;
}

/* Was the command written, or is it the one that may be left out? */
static bool command_is_given(const hd_cli *cli) {
  return cli->argc > 0 && strcmp(cli->argv[0], cli->command->name) == 0;
}

/* A command that stands behind an option, or a mistyped one in the first
 * place, is a file that does not exist or a folder of that name: the hint is
 * worth more than that. */
static void hint_command(const hd_cli *cli) {
  const char *names[32], *name = cli->operands.n ? cli->operands.items[0] : "-";
  size_t n = 0;
  for (size_t i = 0; i < hd_n_commands && n < 32; i++)
    if (hd_commands[i].help_en)
      names[n++] = hd_commands[i].name;
  const char *near = strchr(name, '.') ? NULL : hd_cli_nearest(name, names, n);
  if (!near || command_is_given(cli))
    return;
  if (access(name, F_OK) != 0)
    hd_cli_say(hd_cli_word(cli, "是否指命令：hedui %s ...（命令须在最前）",
                           "did you mean hedui %s ...? (a command comes "
                           "first)"),
               near);
  else if (strcmp(near, name) == 0 && !cli->quiet)
    hd_cli_say(hd_cli_word(cli,
                           "%s 在此当作文件或目录；命令须在最前：hedui %s ...",
                           "%s is taken for a file or folder; a command comes "
                           "first: hedui %s ..."),
               name, name);
}

static void run_engines(run_state *run, const hd_inputs *inputs) {
  for (size_t i = 0; i < run->groups.n; i++)
    take_engine(run, run->groups.items[i]);
  if (run->cli->verbose)
    hd_cli_say(
        hd_cli_word(run->cli, "工作进程的隔离：%s", "workers are held by %s"),
        hd_sandbox_state());
  hd_progress_start(run->cli, &run->progress, inputs->n);
  if (inputs->n > 0)
    hd_engine_run(inputs->items[0].engine, inputs->items, inputs->n,
                  run->cli->jobs, run->want, take, run);
  else if (!run->cli->quiet)
    hd_cli_say(hd_cli_word(run->cli, "没有可读的文件", "no files to read"));
  hd_progress_hide(&run->progress);
}

static int run_all(hd_cli *cli, hd_listing listing, unsigned want) {
  run_state run = {.cli = cli, .listing = listing, .want = want};
  hd_inputs inputs;
  if (cli->operands.n == 0 && !cli->files_from)
    return say_no_operand(cli);
  hd_inputs_open(cli, &inputs);
  hint_command(cli);
  int status = hd_groups_open(cli, &run.groups, &inputs);
  run.outputs.engine = hd_groups_engine(&run.groups);
  if (status == 0 && hd_gate_open(cli, &run.gate, &run.groups, &inputs) == 0 &&
      ((want & HD_WANT_TREE) ||
       hd_outputs_open(cli, &run.outputs, listing, &inputs) == 0)) {
    run.want |= hd_outputs_want(&run.outputs);
    if (hd_outputs_copy(&run.outputs))
      hd_inputs_hold(cli, &inputs, run.groups.of[0]->cli.max_file_size);
    run_engines(&run, &inputs);
    hd_outputs_close(cli, &run.outputs, &run.sums);
    if (want & HD_WANT_TREE)
      hd_cli_flush(cli);
    end_run(&run);
  } else
    hd_cli_raise(cli, 2);
  hd_gate_free(&run.gate);
  hd_groups_free(&run.groups);
  hd_inputs_free(&inputs);
  return cli->status;
}

int hd_run_check(hd_cli *cli) { return run_all(cli, HD_LISTING_FINDINGS, 0); }

int hd_run_claims(hd_cli *cli) {
  unsigned want = HD_WANT_CLAIMS | HD_WANT_NO_RULES;
  if (cli->unread)
    return run_all(cli, HD_LISTING_UNREAD, want | HD_WANT_UNREAD);
  return run_all(cli, HD_LISTING_CLAIMS, want);
}

int hd_run_checks(hd_cli *cli) {
  return run_all(cli, HD_LISTING_CHECKS, HD_WANT_CHECKS);
}

int hd_run_tree(hd_cli *cli) {
  return run_all(cli, HD_LISTING_CLAIMS, HD_WANT_TREE | HD_WANT_NO_RULES);
}
