/* outputs: where reports go.
 *
 * Without -o, one report on stdout. A file is written beside its target and
 * renamed over it when it is complete, so that a reader never sees half a
 * report and a failed run leaves the old one. While it is written it has no
 * name at all where the file system can do that (O_TMPFILE): a killed run
 * leaves nothing of a draft behind. Devices and pipes are written directly.
 * Each report keeps its own first error. */
#include "cli.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static const hd_format_row *format_named(const char *name, size_t n) {
  for (size_t i = 0; i < hd_n_formats; i++)
    if (strlen(hd_formats[i].name) == n &&
        memcmp(hd_formats[i].name, name, n) == 0)
      return &hd_formats[i];
  return NULL;
}

/* ---- what goes where -------------------------------------------------------
 */

/* The format of -f, NULL if there is none; *bad where it has no such name. */
static const hd_format_row *chosen_format(hd_cli *cli, bool *bad) {
  char names[128];
  *bad = false;
  if (!cli->format)
    return NULL;
  const hd_format_row *row = format_named(cli->format, strlen(cli->format));
  if (row)
    return row;
  hd_cli_formats(names, sizeof names);
  hd_cli_say(
      hd_cli_word(cli, "没有格式 %s；有 %s", "unknown format %s; there are %s"),
      cli->format, names);
  *bad = true;
  return NULL;
}

static const hd_format_row *format_of_suffix(const char *path) {
  const char *dot = strrchr(path, '.');
  for (size_t i = 0; dot && i < hd_n_formats; i++)
    if (*hd_formats[i].suffix && strcmp(hd_formats[i].suffix, dot) == 0)
      return &hd_formats[i];
  return NULL;
}

/* FORMAT:FILE or FILE; *named says which. */
static bool read_spec(hd_cli *cli, const char *spec,
                      const hd_format_row *chosen, hd_output *output,
                      bool *named) {
  const char *colon = strchr(spec, ':');
  output->path = spec;
  output->format = colon ? format_named(spec, (size_t)(colon - spec)) : NULL;
  *named = output->format != NULL;
  if (output->format)
    output->path = colon + 1;
  else
    output->format = chosen ? chosen : format_of_suffix(spec);
  if (strcmp(output->path, "-") == 0)
    output->path = NULL;
  if (output->format && (!output->path || *output->path))
    return true;
  hd_cli_say(hd_cli_word(cli, "由 %s 看不出格式；请写 -f 或 FORMAT:FILE",
                         "no format known for %s; give -f or FORMAT:FILE"),
             spec);
  return false;
}

/* The rows of -o, or one for stdout; -f beside rows that all name their
 * format is for stdout. */
static bool read_specs(hd_cli *cli, hd_outputs *outputs) {
  bool bad, all_named = true, named;
  const hd_format_row *chosen = chosen_format(cli, &bad);
  if (bad)
    return false;
  outputs->items =
      hd_cli_alloc(NULL, (cli->outputs.n + 1) * sizeof *outputs->items);
  memset(outputs->items, 0, (cli->outputs.n + 1) * sizeof *outputs->items);
  for (size_t i = 0; i < cli->outputs.n; i++) {
    hd_output *output = &outputs->items[outputs->n++];
    if (!read_spec(cli, cli->outputs.items[i], chosen, output, &named))
      return false;
    all_named = all_named && named;
  }
  if (outputs->n == 0 || (chosen && all_named)) {
    const char *usual = isatty(STDOUT_FILENO) ? "text" : "csv";
    outputs->items[outputs->n++].format =
        chosen ? chosen : format_named(usual, strlen(usual));
  }
  return true;
}

/* ---- files
 * -------------------------------------------------------------------- */

/* The folder of a path, on malloc. */
static char *folder_of(const char *path) {
  const char *slash = strrchr(path, '/');
  if (!slash)
    return strdup(".");
  return strndup(path, slash == path ? 1 : (size_t)(slash - path));
}

/* A new file beside the target; its descriptor or -1. */
static int open_beside(hd_output *output) {
  char *folder = folder_of(output->target);
  if (!folder)
    return -1;
  int fd = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
  output->anonymous = fd >= 0;
  if (fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL)) {
    mode_t mask = umask(0);
    umask(mask);
    if (asprintf(&output->temporary, "%s/.hedui-XXXXXX", folder) < 0)
      output->temporary = NULL;
    fd = output->temporary ? mkstemp(output->temporary) : -1;
    if (fd >= 0 && fchmod(fd, 0666 & ~mask) < 0)
      errno = 0; /* the file stays private: no reason to refuse it */
  }
  free(folder);
  return fd;
}

/* Opens the file of an output. Links are resolved: the file they point to is
 * replaced, not the link. */
static int open_target(hd_output *output) {
  struct stat st;
  output->target = realpath(output->path, NULL);
  bool exists = output->target != NULL;
  if (!exists)
    output->target = strdup(output->path);
  if (!output->target)
    return -1;
  if (!exists || stat(output->target, &st) < 0) {
    int fd = open_beside(output);
    if (fd >= 0 && output->mode && fchmod(fd, output->mode) < 0)
      errno = 0; /* as below */
    return fd;
  }
  if (S_ISDIR(st.st_mode)) {
    errno = EISDIR;
    return -1;
  }
  if (!S_ISREG(st.st_mode)) {
    free(output->target);
    output->target = NULL;
    return open(output->path, O_WRONLY | O_CLOEXEC);
  }
  if (access(output->target, W_OK) < 0)
    return -1;
  int fd = open_beside(output);
  if (fd >= 0 && fchmod(fd, st.st_mode & 0777) < 0)
    errno = 0; /* as above */
  return fd;
}

/* Would the report overwrite a draft that is to be read? */
static bool is_input(const char *path, const hd_inputs *inputs) {
  struct stat output, input;
  if (stat(path, &output) < 0 || !S_ISREG(output.st_mode))
    return false;
  for (size_t i = 0; i < inputs->n; i++)
    if (strcmp(inputs->items[i].name, "-") != 0 &&
        stat(inputs->items[i].name, &input) == 0 &&
        input.st_dev == output.st_dev && input.st_ino == output.st_ino)
      return true;
  return false;
}

static void say_unwritten(hd_cli *cli, const char *path, const char *why) {
  hd_cli_say(hd_cli_word(cli, "%s 无法写入：%s", "cannot write %s: %s"), path,
             why);
  hd_cli_raise(cli, 2);
}

/* Word refuses a .docm that is called .docx, and the other way round. */
static bool same_kind(const char *draft, const char *copy) {
  const char *a = strrchr(draft, '.'), *b = strrchr(copy, '.');
  bool told = a && b && strncasecmp(a, ".doc", 4) == 0 &&
              strncasecmp(b, ".doc", 4) == 0;
  return !told || strcasecmp(a, b) == 0;
}

/* Can a copy of the draft go where this output goes? The copy of a draft that
 * others may not read is not for them either. */
static bool may_copy(hd_cli *cli, hd_output *output, const hd_inputs *inputs) {
  struct stat st;
  if (inputs->n != 1) {
    hd_cli_say(hd_cli_word(cli,
                           "格式 %s 是一个文件的副本，须恰好给出一个文件，"
                           "不是 %zu 个",
                           "format %s is a copy of one file: give exactly one, "
                           "not %zu"),
               output->format->name, inputs->n);
    return false;
  }
  if (!output->path && isatty(STDOUT_FILENO)) {
    hd_cli_say(hd_cli_word(cli, "格式 %s 不能写到终端；请用 -o 文件",
                           "format %s cannot go to a terminal; use -o FILE"),
               output->format->name);
    return false;
  }
  if (output->path && !same_kind(inputs->items[0].name, output->path)) {
    hd_cli_say(hd_cli_word(cli, "%s 的副本须有相同的后缀，不能是 %s",
                           "the copy of %s needs the same suffix, unlike %s"),
               inputs->items[0].name, output->path);
    return false;
  }
  output->report.input = &inputs->items[0];
  if (stat(inputs->items[0].name, &st) == 0)
    output->mode = st.st_mode & 0777;
  return true;
}

static bool open_file(hd_cli *cli, hd_output *output, const hd_inputs *inputs) {
  if (output->format && output->format->copies &&
      !may_copy(cli, output, inputs))
    return false;
  if (!output->path) {
    output->report.out = stdout;
    return true;
  }
  if (is_input(output->path, inputs)) {
    hd_cli_say(hd_cli_word(cli, "%s 是要读的文件，不能作输出",
                           "%s is to be read and cannot be the output"),
               output->path);
    return false;
  }
  int fd = open_target(output);
  if (fd >= 0)
    output->report.out = fdopen(fd, "wb");
  if (output->report.out)
    return true;
  int error = errno;
  if (fd >= 0)
    close(fd);
  say_unwritten(cli, output->path, strerror(error));
  return false;
}

/* ---- names
 * ----------------------------------------------------------------------- */

/* Gives the file without a name one beside the target. */
static bool name_file(hd_output *output) {
  char link[64], *folder = folder_of(output->target);
  bool done = false;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fileno(output->report.out));
  for (unsigned i = 0; folder && !done && i < 100; i++) {
    char *name;
    if (asprintf(&name, "%s/.hedui-%ld-%u", folder, (long)getpid(), i) < 0)
      break;
    done = linkat(AT_FDCWD, link, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
    if (done) {
      output->temporary = name;
      break;
    }
    free(name);
    if (errno != EEXIST)
      break;
  }
  free(folder);
  return done;
}

/* Puts the complete file in the place of the target. */
static int commit(hd_output *output) {
  errno = 0;
  if (fflush(output->report.out) != 0 || ferror(output->report.out))
    return errno ? errno : EIO;
  if (output->anonymous && !name_file(output))
    return errno ? errno : EIO;
  if (output->temporary && rename(output->temporary, output->target) < 0)
    return errno;
  free(output->temporary);
  output->temporary = NULL;
  return 0;
}

/* Ends an output without its file. */
static void discard(hd_output *output) {
  if (output->report.out && output->path)
    fclose(output->report.out);
  if (output->temporary)
    unlink(output->temporary);
  free(output->temporary);
  free(output->target);
}

FILE *hd_output_begin(hd_cli *cli, hd_output *output, const char *path) {
  static const hd_inputs none = {0};
  output->path = path;
  if (!open_file(cli, output, &none))
    discard(output);
  return output->report.out;
}

void hd_output_end(hd_cli *cli, hd_output *output) {
  int error = commit(output);
  if (error)
    say_unwritten(cli, output->path, strerror(error));
  discard(output);
}

/* ---- the reports
 * --------------------------------------------------------------------- */

int hd_outputs_colour(const hd_cli *cli, const char *path) {
  enum { AUTO = 1, ALWAYS };
  const char *plain = getenv("NO_COLOR"), *term = getenv("TERM");
  if (cli->colour > AUTO)
    return cli->colour == ALWAYS;
  return !path && isatty(STDOUT_FILENO) && !(plain && *plain) && term &&
         strcmp(term, "dumb") != 0;
}

static void begin(const hd_cli *cli, hd_output *output, hd_listing listing,
                  const hd_engine *engine) {
  hd_report *report = &output->report;
  report->listing = listing;
  report->colour = hd_outputs_colour(cli, output->path);
  report->bom = output->path && strcmp(output->format->name, "csv") == 0;
  report->lang = hd_cli_language(cli->lang);
  report->statistics = cli->statistics;
  report->quiet = cli->quiet;
  report->engine = engine;
  if (engine)
    report->n_rules = hd_engine_rules(engine, &report->rules);
  output->format->begin(report);
}

static bool same_twice(hd_cli *cli, const hd_outputs *outputs) {
  for (size_t i = 0; i < outputs->n; i++)
    for (size_t k = 0; k < i; k++) {
      const char *a = outputs->items[i].path, *b = outputs->items[k].path;
      if ((a && b) ? strcmp(a, b) == 0 : a == b) {
        hd_cli_say(hd_cli_word(cli, "两个输出写往同一处：%s",
                               "two outputs go to the same place: %s"),
                   a ? a : "-");
        return true;
      }
    }
  return false;
}

/* Says which format has no form for this listing. */
static bool shows_listing(hd_cli *cli, const hd_outputs *outputs,
                          hd_listing listing) {
  for (size_t i = 0; i < outputs->n; i++)
    if (outputs->items[i].format->findings_only &&
        listing != HD_LISTING_FINDINGS) {
      hd_cli_say(hd_cli_word(cli,
                             "格式 %s 只用于 hedui check，不能列出 hedui %s "
                             "的内容；请用 text、csv、json 或 jsonl",
                             "format %s is for hedui check and cannot list "
                             "%s; use text, csv, json or jsonl"),
                 outputs->items[i].format->name, cli->command->name);
      return false;
    }
  return true;
}

int hd_outputs_open(hd_cli *cli, hd_outputs *outputs, hd_listing listing,
                    const hd_inputs *inputs) {
  const hd_engine *engine = outputs->engine;
  *outputs = (hd_outputs){.engine = engine};
  bool good = read_specs(cli, outputs) && !same_twice(cli, outputs) &&
              shows_listing(cli, outputs, listing);
  for (size_t i = 0; good && i < outputs->n; i++)
    good = open_file(cli, &outputs->items[i], inputs);
  if (good) {
    for (size_t i = 0; i < outputs->n; i++)
      begin(cli, &outputs->items[i], listing, engine);
    return 0;
  }
  for (size_t i = 0; i < outputs->n; i++)
    discard(&outputs->items[i]);
  free(outputs->items);
  *outputs = (hd_outputs){0};
  return 2;
}

void hd_outputs_result(hd_outputs *outputs, const hd_result *result,
                       const hd_cli *options) {
  for (size_t i = 0; i < outputs->n; i++) {
    outputs->items[i].report.least = hd_cli_least(options);
    outputs->items[i].report.lang = hd_cli_language(options->lang);
    outputs->items[i].format->result(&outputs->items[i].report, result);
  }
}

bool hd_outputs_copy(const hd_outputs *outputs) {
  for (size_t i = 0; i < outputs->n; i++)
    if (outputs->items[i].format->copies)
      return true;
  return false;
}

unsigned hd_outputs_want(const hd_outputs *outputs) {
  unsigned want = 0;
  for (size_t i = 0; i < outputs->n; i++)
    want |= outputs->items[i].format->want;
  return want;
}

bool hd_outputs_dead(const hd_outputs *outputs) {
  for (size_t i = 0; i < outputs->n; i++)
    if (!outputs->items[i].report.failed)
      return false;
  return true;
}

void hd_outputs_close(hd_cli *cli, hd_outputs *outputs, const hd_counts *sums) {
  for (size_t i = 0; i < outputs->n; i++) {
    hd_output *output = &outputs->items[i];
    output->format->end(&output->report, sums);
    int error = output->report.failed;
    if (!error)
      error = commit(output);
    if (error && error != EPIPE)
      say_unwritten(cli,
                    output->path
                        ? output->path
                        : hd_cli_word(cli, "标准输出", "standard output"),
                    *output->report.why ? output->report.why : strerror(error));
    discard(output);
  }
  free(outputs->items);
  *outputs = (hd_outputs){0};
}
