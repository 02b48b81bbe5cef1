/* baseline: findings that were accepted, and why.
 *
 * In: a file of JSON objects, one a line, and the findings of a run. Out: for
 * each finding whether an entry silences it; the file written anew; words
 * about entries that nothing needs any more.
 *
 * An entry names a finding by its fingerprint and its rule and silences one
 * finding: a second one of the same fingerprint (a copy of the draft) needs a
 * second entry. The place is only for people and to know which entries a run
 * could have used: the file, seen from the folder of the baseline, with line
 * and column. No text of a draft is kept. An entry that has expired silences
 * nothing, and is kept as it is until somebody changes or deletes it. */
#include "entry.h"
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct hd_baseline {
  const char *path;
  char *folder;   /* of the file, absolute, with a slash behind it */
  char today[16]; /* YYYY-MM-DD */
  hd_entries old, accepted;
  hd_names judged; /* files, on malloc, as in places; sorted at the end */
  char *name;      /* of the last file asked for, as in places */
  char *asked;
};

/* ---- today, and names of files ------------------------------------------ */

/* SOURCE_DATE_EPOCH makes a run that can be repeated. */
static void write_today(char out[16]) {
  const char *epoch = getenv("SOURCE_DATE_EPOCH");
  time_t now = epoch && *epoch ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
  struct tm day;
  if (!(epoch && *epoch ? gmtime_r(&now, &day) : localtime_r(&now, &day)) ||
      strftime(out, 16, "%Y-%m-%d", &day) == 0)
    strcpy(out, "0000-00-00");
}

/* The folder of a path, absolute, with a slash behind it; on malloc. */
static char *folder_of(const char *path) {
  const char *slash = strrchr(path, '/');
  char *name =
      slash ? strndup(path, (size_t)(slash - path) + 1) : hd_entry_copy(".");
  char *full = name ? realpath(name, NULL) : NULL;
  char *folder = NULL;
  if (!full || asprintf(&folder, "%s%s", full, full[1] ? "/" : "") < 0)
    folder = hd_entry_copy("");
  free(name);
  free(full);
  return folder;
}

/* What a file is called in places: seen from the baseline's folder where it
 * lies in it, else as the user named it. */
static const char *file_name(hd_baseline *b, const char *file) {
  if (b->asked && strcmp(b->asked, file) == 0)
    return b->name;
  free(b->asked);
  free(b->name);
  b->asked = hd_entry_copy(file);
  char *full = realpath(file, NULL);
  size_t n = strlen(b->folder);
  bool inside = full && n && strncmp(full, b->folder, n) == 0;
  b->name = hd_entry_copy(inside ? full + n : file);
  free(full);
  return b->name;
}

/* ---- opening ------------------------------------------------------------- */

hd_baseline *hd_baseline_open(hd_cli *cli, const char *path, bool may_lack) {
  hd_baseline *b = hd_cli_alloc(NULL, sizeof *b);
  *b = (hd_baseline){.path = path, .folder = folder_of(path)};
  write_today(b->today);
  FILE *in = fopen(path, "rb");
  bool good = in ? hd_entries_read(cli, path, in, b->today, &b->old)
                 : may_lack && errno == ENOENT;
  int error = errno;
  if (!good && (!in || ferror(in)))
    hd_cli_say(hd_cli_word(cli, "基线 %s 无法读取：%s",
                           "cannot read the baseline %s: %s"),
               path, strerror(error));
  if (in)
    fclose(in);
  hd_entries_sort(&b->old);
  if (good)
    return b;
  hd_cli_raise(cli, 2);
  hd_baseline_free(b);
  return NULL;
}

/* ---- findings ------------------------------------------------------------ */

/* The first entry that is not before the finding's. */
static size_t first_entry(const hd_entries *list, const hd_finding *f) {
  size_t low = 0, high = list->n;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const hd_entry *e = &list->items[middle];
    int order = strcmp(e->fields[FINGERPRINT], f->fingerprint);
    if (!order)
      order = strcmp(e->fields[RULE], f->rule);
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* An entry of the finding that no other finding has used, one that holds
 * before one that has expired; NULL. */
static hd_entry *free_entry(hd_entries *list, const hd_finding *f) {
  hd_entry *found = NULL;
  for (size_t i = first_entry(list, f); i < list->n; i++) {
    hd_entry *e = &list->items[i];
    if (strcmp(e->fields[FINGERPRINT], f->fingerprint) != 0 ||
        strcmp(e->fields[RULE], f->rule) != 0)
      break;
    if (!e->used && (!found || (found->expired && !e->expired)))
      found = e;
  }
  return found;
}

const char *hd_baseline_reason(hd_baseline *b, const hd_finding *finding) {
  hd_entry *e = free_entry(&b->old, finding);
  if (!e)
    return NULL;
  e->used = true;
  return e->expired ? NULL : e->fields[REASON];
}

void hd_baseline_judged(hd_baseline *b, const hd_file *file) {
  if (!file->failed)
    hd_names_add(&b->judged, hd_entry_copy(file_name(b, file->name)));
}

/* The entry of a finding in either list, which is then used up in both. */
static const hd_entry *known_entry(hd_baseline *b, hd_baseline *old,
                                   const hd_finding *finding) {
  hd_entry *own = free_entry(&b->old, finding);
  hd_entry *other = old ? free_entry(&old->old, finding) : NULL;
  if (own)
    own->used = true;
  if (other)
    other->used = true;
  return own ? own : other;
}

const char *hd_baseline_accept(hd_baseline *b, hd_baseline *old,
                               const hd_finding *finding) {
  char place[PATH_MAX + 32];
  const hd_entry *known = known_entry(b, old, finding);
  const char *fields[FIELDS] = {
      finding->fingerprint, finding->rule, place, "", "", b->today, ""};
  snprintf(place, sizeof place, "%s:%u:%u", file_name(b, finding->at.file),
           (unsigned)finding->at.line, (unsigned)finding->at.column);
  hd_entry *e = hd_entries_add(&b->accepted);
  for (int k = 0; k < FIELDS; k++)
    e->fields[k] =
        hd_entry_copy(known && k >= REASON ? known->fields[k] : fields[k]);
  if (known && known->expired)
    return NULL;
  return known ? known->fields[REASON] : "";
}

/* ---- entries that no finding has used ------------------------------------ */

static int by_text(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool has(const hd_names *sorted, const char *name) {
  return sorted->n > 0 && bsearch(&name, sorted->items, sorted->n,
                                  sizeof *sorted->items, by_text) != NULL;
}

/* The file of a place, without line and column; on malloc. */
static char *place_file(const char *place) {
  size_t n = strlen(place);
  for (int colons = 0; colons < 2; colons++) {
    size_t digits = n;
    while (digits > 0 && place[digits - 1] >= '0' && place[digits - 1] <= '9')
      digits--;
    if (digits == n || digits == 0 || place[digits - 1] != ':')
      break;
    n = digits - 1;
  }
  char *file = strndup(place, n);
  return file ? file : hd_entry_copy("");
}

static bool is_gone(const hd_baseline *b, const char *file) {
  char *path = NULL;
  if (file[0] == '/' || asprintf(&path, "%s%s", b->folder, file) < 0)
    path = hd_entry_copy(file);
  bool gone = access(path, F_OK) < 0 && errno == ENOENT;
  free(path);
  return gone;
}

/* The rule that the entry is of: of the run's own ones, or what took it over.
 */
static const char *rule_now(const hd_entry *e, const hd_names *rules) {
  const char *id = e->fields[RULE];
  return has(rules, id) ? id : hd_engine_rule_id(id);
}

/* Could this run have found what the entry names? Its rule ran, and its file
 * was judged or is there no more. */
static bool was_judged(const hd_baseline *b, const hd_entry *e,
                       const hd_names *rules) {
  if (!has(rules, rule_now(e, rules)))
    return false;
  char *file = place_file(e->fields[PLACE]);
  bool judged = !*file || has(&b->judged, file) || is_gone(b, file);
  free(file);
  return judged;
}

static void sort_judged(const hd_baseline *b) {
  if (b->judged.n > 1)
    qsort(b->judged.items, b->judged.n, sizeof *b->judged.items, by_text);
}

static void say_entry(const hd_cli *cli, const hd_baseline *b,
                      const hd_entry *e, const hd_names *rules) {
  /* A fingerprint holds the rule's id: an entry of a former one is of none. */
  const char *now = rule_now(e, rules);
  if (e->expired)
    hd_cli_say(hd_cli_word(cli, "%s:%zu: 已于 %s 到期：%s %s（%s）",
                           "%s:%zu: expired on %s: %s %s (%s)"),
               b->path, e->line, e->fields[EXPIRES], e->fields[RULE],
               e->fields[FINGERPRINT], e->fields[PLACE]);
  else if (now != e->fields[RULE])
    hd_cli_say(hd_cli_word(cli,
                           "%s:%zu: 规则 %s 已并入 %s，请重写基线：%s（%s）",
                           "%s:%zu: the rule %s is part of %s now, write the "
                           "baseline anew: %s (%s)"),
               b->path, e->line, e->fields[RULE], now, e->fields[FINGERPRINT],
               e->fields[PLACE]);
  else
    hd_cli_say(hd_cli_word(cli, "%s:%zu: 已不需要：%s %s（%s）",
                           "%s:%zu: no longer needed: %s %s (%s)"),
               b->path, e->line, e->fields[RULE], e->fields[FINGERPRINT],
               e->fields[PLACE]);
}

static int by_line(const void *a, const void *b) {
  const hd_entry *x = *(const hd_entry *const *)a,
                 *y = *(const hd_entry *const *)b;
  return (x->line > y->line) - (x->line < y->line);
}

void hd_baseline_say(const hd_cli *cli, const hd_baseline *b,
                     const hd_names *rules) {
  size_t used = 0, unused = 0, expired = 0, n = 0;
  const hd_entry **said = hd_cli_alloc(NULL, (b->old.n + 1) * sizeof *said);
  sort_judged(b);
  for (size_t i = 0; i < b->old.n; i++) {
    const hd_entry *e = &b->old.items[i];
    bool idle = !e->expired && !e->used && was_judged(b, e, rules);
    used += e->used && !e->expired;
    expired += e->expired;
    unused += idle;
    if (e->expired || idle)
      said[n++] = e;
  }
  qsort(said, n, sizeof *said, by_line);
  for (size_t i = 0; i < n && !cli->quiet; i++)
    say_entry(cli, b, said[i], rules);
  if (cli->statistics)
    hd_cli_say(hd_cli_word(cli,
                           "基线 %s：%zu 条，用到 %zu，不再需要 %zu，到期 %zu，"
                           "本次未涉及 %zu",
                           "baseline %s: entries %zu, used %zu, no longer "
                           "needed %zu, expired %zu, not of this run %zu"),
               b->path, b->old.n, used, unused, expired,
               b->old.n - used - unused - expired);
  free(said);
}

/* ---- writing ------------------------------------------------------------- */

/* Entries that this run could not judge are kept. */
static void keep_unjudged(hd_baseline *b, const hd_names *rules) {
  for (size_t i = 0; i < b->old.n; i++) {
    const hd_entry *e = &b->old.items[i];
    if (e->used || was_judged(b, e, rules))
      continue;
    hd_entry *kept = hd_entries_add(&b->accepted);
    for (int k = 0; k < FIELDS; k++)
      kept->fields[k] = hd_entry_copy(e->fields[k]);
  }
}

void hd_baseline_write(hd_cli *cli, hd_baseline *b, const hd_names *rules) {
  hd_output output = {0};
  sort_judged(b);
  keep_unjudged(b, rules);
  hd_entries_sort(&b->accepted);
  FILE *out = hd_output_begin(cli, &output, b->path);
  if (!out)
    return;
  for (size_t i = 0; i < b->accepted.n; i++)
    hd_entry_write(out, &b->accepted.items[i]);
  hd_output_end(cli, &output);
  if (!cli->quiet)
    hd_cli_say(hd_cli_word(cli, "基线 %s 写入 %zu 条",
                           "entries written to the baseline %s: %zu"),
               b->path, b->accepted.n);
}

const char *hd_baseline_path(const hd_baseline *b) { return b->path; }

void hd_baseline_free(hd_baseline *b) {
  if (!b)
    return;
  hd_entries_free(&b->old);
  hd_entries_free(&b->accepted);
  for (size_t i = 0; i < b->judged.n; i++)
    free((char *)(uintptr_t)b->judged.items[i]);
  hd_names_free(&b->judged);
  free(b->folder);
  free(b->name);
  free(b->asked);
  free(b);
}
