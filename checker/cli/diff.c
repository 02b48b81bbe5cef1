/* diff: the findings that an old version has as well.
 *
 * In: OLD, a file or a folder, or git:REV, and the inputs. Out: of each input
 * the fingerprints of the findings of its old version; what is among them was
 * not brought in by the change. The old versions go through the same engines
 * as the new ones, some at a time, so that their bytes need not all be held.
 * A file without an old version has none: all its findings are new. */
#include "cli.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { AT_A_TIME = 256 };

typedef struct {
  char fingerprint[17];
  bool used;
} known;

typedef struct {
  known *items;
  size_t n;
} known_list;

struct hd_diff {
  hd_cli *cli;
  const char *old;
  bool folder, git;  /* what `old` is; git: behind its "git:" */
  known_list *lists; /* by input */
  size_t n;
  size_t *index; /* of the inputs whose old version is judged now */
  size_t taken;
};

/* What an input is called: standard input by the name it was given. */
static const char *name_of(const hd_input *input) {
  return strcmp(input->name, "-") == 0 && input->stdin_name ? input->stdin_name
                                                            : input->name;
}

/* ---- findings of old versions ---------------------------------------------
 */

static int by_fingerprint(const void *a, const void *b) {
  return strcmp(((const known *)a)->fingerprint,
                ((const known *)b)->fingerprint);
}

static int take_old(void *closure, hd_result *result) {
  hd_diff *d = closure;
  known_list *list = &d->lists[d->index[d->taken++]];
  list->items = hd_cli_alloc(NULL, (result->n_findings + 1) * sizeof(known));
  for (size_t i = 0; i < result->n_findings; i++) {
    known *k = &list->items[list->n++];
    *k = (known){.used = false};
    memcpy(k->fingerprint, result->findings[i].fingerprint, 17);
  }
  qsort(list->items, list->n, sizeof(known), by_fingerprint);
  for (size_t i = 0; i < result->n_failures; i++)
    hd_cli_failure(d->cli, &result->failures[i]);
  return 0;
}

const char *hd_diff_reason(hd_diff *d, size_t input,
                           const hd_finding *finding) {
  known_list *list = &d->lists[input];
  size_t low = 0, high = list->n;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (strcmp(list->items[middle].fingerprint, finding->fingerprint) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < list->n &&
         strcmp(list->items[low].fingerprint, finding->fingerprint) == 0;
       low++)
    if (!list->items[low].used) {
      list->items[low].used = true;
      return "";
    }
  return NULL;
}

/* ---- where old versions are ------------------------------------------------
 */

static bool exists(const char *path) {
  struct stat st;
  return stat(path, &st) == 0 && !S_ISDIR(st.st_mode);
}

/* The part of a name behind the operand it was walked to from; NULL. */
static const char *below_operand(const hd_cli *cli, const char *name) {
  for (size_t i = 0; i < cli->operands.n; i++) {
    const char *operand = cli->operands.items[i];
    size_t n = strlen(operand);
    while (n > 1 && operand[n - 1] == '/')
      n--;
    if (strncmp(name, operand, n) == 0 && name[n] == '/')
      return name + n + 1 + strspn(name + n + 1, "/");
  }
  return NULL;
}

/* The old version's path below the folder, on malloc, or NULL: none. */
static char *find_below(const hd_diff *d, const char *name) {
  const char *below = below_operand(d->cli, name);
  const char *slash = strrchr(name, '/');
  const char *const tries[] = {below, below ? NULL : name,
                               below || !slash ? NULL : slash + 1};
  for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
    char *path = NULL;
    if (!tries[i] || asprintf(&path, "%s/%s", d->old, tries[i]) < 0)
      continue;
    if (exists(path))
      return path;
    free(path);
  }
  return NULL;
}

static bool open_files(hd_diff *d, const hd_input *inputs, hd_old_file *files) {
  for (size_t i = 0; i < AT_A_TIME && files[i].input < d->n; i++) {
    const char *name = name_of(&inputs[files[i].input]);
    files[i].shown = d->folder ? find_below(d, name) : strdup(d->old);
  }
  return true;
}

/* The folder of a name, "." of none; on malloc. */
static char *folder_of(const char *name) {
  const char *slash = strrchr(name, '/');
  char *folder = slash
                     ? strndup(name, slash == name ? 1 : (size_t)(slash - name))
                     : strdup(".");
  return folder ? folder : hd_cli_alloc(NULL, 1);
}

/* Reads those that lie in one folder together. */
static bool open_git(hd_diff *d, const hd_input *inputs, hd_old_file *files) {
  size_t i = 0;
  while (i < AT_A_TIME && files[i].input < d->n) {
    char *folder = folder_of(name_of(&inputs[files[i].input]));
    size_t end = i;
    for (bool same = true;
         same && end < AT_A_TIME && files[end].input < d->n;) {
      const char *name = name_of(&inputs[files[end].input]);
      char *own = folder_of(name);
      const char *slash = strrchr(name, '/');
      same = strcmp(own, folder) == 0;
      free(own);
      if (same)
        files[end++].name = slash ? slash + 1 : name;
    }
    bool good = hd_git_read(d->cli, folder, d->old, files + i, end - i) == 0;
    free(folder);
    if (!good)
      return false;
    for (; i < end; i++)
      if (files[i].bytes && asprintf(&files[i].shown, "%s:%s", d->old,
                                     name_of(&inputs[files[i].input])) < 0)
        files[i].shown = NULL;
  }
  return true;
}

/* ---- judging them ----------------------------------------------------------
 */

/* Old versions of the inputs from `first` on; false with the sentence said. */
static bool judge_some(hd_diff *d, const hd_inputs *inputs, size_t first) {
  hd_old_file files[AT_A_TIME] = {{0}};
  hd_input old[AT_A_TIME];
  size_t index[AT_A_TIME], n = 0;
  for (size_t i = 0; i < AT_A_TIME; i++)
    files[i].input = first + i;
  bool good = d->git ? open_git(d, inputs->items, files)
                     : open_files(d, inputs->items, files);
  for (size_t i = 0; good && i < AT_A_TIME && files[i].input < d->n; i++) {
    if (!files[i].shown)
      continue;
    old[n] = (hd_input){.name = files[i].shown,
                        .bytes = files[i].bytes,
                        .n_bytes = files[i].n_bytes,
                        .engine = inputs->items[files[i].input].engine};
    index[n++] = files[i].input;
  }
  d->index = index;
  d->taken = 0;
  if (good && n > 0)
    hd_engine_run(old[0].engine, old, n, d->cli->jobs, 0, take_old, d);
  for (size_t i = 0; i < AT_A_TIME; i++) {
    free(files[i].shown);
    free(files[i].bytes);
  }
  return good;
}

static bool read_old(hd_diff *d, const char *old) {
  struct stat st;
  d->git = strncmp(old, "git:", 4) == 0;
  d->old = d->git ? old + 4 : old;
  if (d->git && *d->old)
    return true;
  if (d->git || stat(old, &st) != 0) {
    hd_cli_say(hd_cli_word(d->cli, "--diff：没有 %s", "--diff: there is no %s"),
               old);
    return false;
  }
  d->folder = S_ISDIR(st.st_mode);
  if (d->folder || d->n <= 1)
    return true;
  hd_cli_say(hd_cli_word(d->cli, "--diff %s 是一个文件，只能与一个文件比较",
                         "--diff %s is one file, for one file to check"),
             old);
  return false;
}

hd_diff *hd_diff_open(hd_cli *cli, const char *old, const hd_inputs *inputs) {
  hd_diff *d = hd_cli_alloc(NULL, sizeof *d);
  *d = (hd_diff){.cli = cli, .n = inputs->n};
  d->lists = hd_cli_alloc(NULL, (d->n + 1) * sizeof *d->lists);
  memset(d->lists, 0, (d->n + 1) * sizeof *d->lists);
  bool good = read_old(d, old);
  for (size_t i = 0; good && i < d->n; i += AT_A_TIME)
    good = judge_some(d, inputs, i);
  if (good)
    return d;
  hd_cli_raise(cli, 2);
  hd_diff_free(d);
  return NULL;
}

void hd_diff_free(hd_diff *d) {
  if (!d)
    return;
  for (size_t i = 0; i < d->n; i++)
    free(d->lists[i].items);
  free(d->lists);
  free(d);
}
