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
#include "cli.h"
#include <errno.h>
#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Members of an entry, in the order in which they are written. */
enum { FINGERPRINT, RULE, PLACE, REASON, AUTHOR, DATE, EXPIRES, FIELDS };
static const char *const field_names[FIELDS] = {
    "fingerprint", "rule", "place", "reason", "author", "date", "expires"};

typedef struct {
  char *fields[FIELDS]; /* on malloc, never NULL */
  size_t line;          /* in the file; 0: new */
  bool used, expired;
} entry;

typedef struct {
  entry *items;
  size_t n, cap;
} entries;

struct hd_baseline {
  const char *path;
  char *folder;   /* of the file, absolute, with a slash behind it */
  char today[16]; /* YYYY-MM-DD */
  entries old, accepted;
  hd_names judged; /* files, on malloc, as in places; sorted at the end */
  char *name;      /* of the last file asked for, as in places */
  char *asked;
};

static char *copy(const char *s) {
  return strcpy(hd_cli_alloc(NULL, strlen(s) + 1), s);
}

static entry *add(entries *list) {
  if (list->n == list->cap) {
    list->cap = list->cap ? list->cap * 2 : 16;
    list->items = hd_cli_alloc(list->items, list->cap * sizeof *list->items);
  }
  list->items[list->n] = (entry){0};
  return &list->items[list->n++];
}

static void free_entries(entries *list) {
  for (size_t i = 0; i < list->n; i++)
    for (int k = 0; k < FIELDS; k++)
      free(list->items[i].fields[k]);
  free(list->items);
}

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
  char *name = slash ? strndup(path, (size_t)(slash - path) + 1) : copy(".");
  char *full = name ? realpath(name, NULL) : NULL;
  char *folder = NULL;
  if (!full || asprintf(&folder, "%s%s", full, full[1] ? "/" : "") < 0)
    folder = copy("");
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
  b->asked = copy(file);
  char *full = realpath(file, NULL);
  size_t n = strlen(b->folder);
  bool inside = full && n && strncmp(full, b->folder, n) == 0;
  b->name = copy(inside ? full + n : file);
  free(full);
  return b->name;
}

/* ---- reading ------------------------------------------------------------- */

static void say_bad(hd_cli *cli, const char *path, size_t line,
                    const char *what) {
  hd_cli_say(hd_cli_word(cli, "%s:%zu: 基线的这一行有误：%s",
                         "%s:%zu: bad line of a baseline: %s"),
             path, line, what);
  hd_cli_raise(cli, 2);
}

static bool is_fingerprint(const char *s) {
  return strlen(s) == 16 && s[strspn(s, "0123456789abcdef")] == '\0';
}

static bool is_date(const char *s) {
  static const char shape[] = "0000-00-00";
  if (strlen(s) != sizeof shape - 1)
    return false;
  for (size_t i = 0; s[i]; i++)
    if (shape[i] == '0' ? s[i] < '0' || s[i] > '9' : s[i] != '-')
      return false;
  return true;
}

/* Index of a member's name; FIELDS with the sentence in `what`. */
static int field_of(const char *key, char *what, size_t n) {
  for (int k = 0; k < FIELDS; k++)
    if (strcmp(key, field_names[k]) == 0)
      return k;
  const char *near = hd_cli_nearest(key, field_names, FIELDS);
  snprintf(what, n,
           near ? "no member \"%s\"; did you mean \"%s\"?" : "no member \"%s\"",
           key, near);
  return FIELDS;
}

/* What is wrong with an entry that has all its members; "" if nothing. */
static const char *judge_entry(const entry *e) {
  if (!is_fingerprint(e->fields[FINGERPRINT]))
    return "\"fingerprint\" has 16 hexadecimal digits";
  if (!*e->fields[RULE])
    return "\"rule\" is missing";
  if (*e->fields[EXPIRES] && !is_date(e->fields[EXPIRES]))
    return "\"expires\" is a date, YYYY-MM-DD";
  return "";
}

/* The members of an object into e; false with the sentence in `what`. */
static bool take_members(json_t *object, entry *e, char *what, size_t n) {
  const char *key;
  json_t *value;
  json_object_foreach(object, key, value) {
    int k = field_of(key, what, n);
    if (k == FIELDS)
      return false;
    if (!json_is_string(value)) {
      snprintf(what, n, "\"%s\" is a string", key);
      return false;
    }
    e->fields[k] = copy(json_string_value(value));
  }
  for (int k = 0; k < FIELDS; k++)
    if (!e->fields[k])
      e->fields[k] = copy("");
  snprintf(what, n, "%s", judge_entry(e));
  return !*what;
}

static void read_line(hd_cli *cli, hd_baseline *b, const char *text, size_t n,
                      size_t line) {
  char what[256] = "";
  json_error_t error;
  json_t *object = json_loadb(text, n, JSON_REJECT_DUPLICATES, &error);
  if (!object)
    say_bad(cli, b->path, line, error.text);
  else if (!json_is_object(object))
    say_bad(cli, b->path, line, "it is no JSON object");
  else {
    entry *e = add(&b->old);
    e->line = line;
    bool good = take_members(object, e, what, sizeof what);
    if (!good)
      say_bad(cli, b->path, line, what);
    for (int k = 0; !good && k < FIELDS; k++)
      if (!e->fields[k])
        e->fields[k] = copy("");
    e->expired =
        *e->fields[EXPIRES] && strcmp(e->fields[EXPIRES], b->today) < 0;
  }
  json_decref(object);
}

static int by_finding(const void *a, const void *b) {
  const entry *x = a, *y = b;
  int order = strcmp(x->fields[FINGERPRINT], y->fields[FINGERPRINT]);
  if (!order)
    order = strcmp(x->fields[RULE], y->fields[RULE]);
  if (!order)
    order = strcmp(x->fields[PLACE], y->fields[PLACE]);
  return order ? order : (x->line > y->line) - (x->line < y->line);
}

static void sort(entries *list) {
  if (list->n > 1)
    qsort(list->items, list->n, sizeof *list->items, by_finding);
}

static bool read_lines(hd_cli *cli, hd_baseline *b, FILE *in) {
  char *text = NULL;
  size_t cap = 0, line = 0;
  ssize_t n;
  int before = cli->status;
  cli->status = 0;
  while ((n = getline(&text, &cap, in)) >= 0) {
    line++;
    if (text[strspn(text, " \t\r\n")] != '\0' || strlen(text) < (size_t)n)
      read_line(cli, b, text, (size_t)n, line);
  }
  bool good = cli->status == 0 && !ferror(in);
  free(text);
  hd_cli_raise(cli, before);
  return good;
}

hd_baseline *hd_baseline_open(hd_cli *cli, const char *path, bool may_lack) {
  hd_baseline *b = hd_cli_alloc(NULL, sizeof *b);
  *b = (hd_baseline){.path = path, .folder = folder_of(path)};
  write_today(b->today);
  FILE *in = fopen(path, "rb");
  bool good = in ? read_lines(cli, b, in) : may_lack && errno == ENOENT;
  if (!in && !good)
    hd_cli_say(hd_cli_word(cli, "基线 %s 无法读取：%s",
                           "cannot read the baseline %s: %s"),
               path, strerror(errno));
  if (in)
    fclose(in);
  sort(&b->old);
  if (good)
    return b;
  hd_cli_raise(cli, 2);
  hd_baseline_free(b);
  return NULL;
}

/* ---- findings ------------------------------------------------------------ */

/* The first entry that is not before the finding's. */
static size_t first_entry(const entries *list, const hd_finding *f) {
  size_t low = 0, high = list->n;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const entry *e = &list->items[middle];
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
static entry *free_entry(entries *list, const hd_finding *f) {
  entry *found = NULL;
  for (size_t i = first_entry(list, f); i < list->n; i++) {
    entry *e = &list->items[i];
    if (strcmp(e->fields[FINGERPRINT], f->fingerprint) != 0 ||
        strcmp(e->fields[RULE], f->rule) != 0)
      break;
    if (!e->used && (!found || (found->expired && !e->expired)))
      found = e;
  }
  return found;
}

const char *hd_baseline_reason(hd_baseline *b, const hd_finding *finding) {
  entry *e = free_entry(&b->old, finding);
  if (!e)
    return NULL;
  e->used = true;
  return e->expired ? NULL : e->fields[REASON];
}

void hd_baseline_judged(hd_baseline *b, const hd_file *file) {
  if (!file->failed)
    hd_names_add(&b->judged, copy(file_name(b, file->name)));
}

/* The entry of a finding in either list, which is then used up in both. */
static const entry *known_entry(hd_baseline *b, hd_baseline *old,
                                const hd_finding *finding) {
  entry *own = free_entry(&b->old, finding);
  entry *other = old ? free_entry(&old->old, finding) : NULL;
  if (own)
    own->used = true;
  if (other)
    other->used = true;
  return own ? own : other;
}

const char *hd_baseline_accept(hd_baseline *b, hd_baseline *old,
                               const hd_finding *finding) {
  char place[PATH_MAX + 32];
  const entry *known = known_entry(b, old, finding);
  const char *fields[FIELDS] = {
      finding->fingerprint, finding->rule, place, "", "", b->today, ""};
  snprintf(place, sizeof place, "%s:%u:%u", file_name(b, finding->at.file),
           (unsigned)finding->at.line, (unsigned)finding->at.column);
  entry *e = add(&b->accepted);
  for (int k = 0; k < FIELDS; k++)
    e->fields[k] = copy(known && k >= REASON ? known->fields[k] : fields[k]);
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
  return file ? file : copy("");
}

static bool is_gone(const hd_baseline *b, const char *file) {
  char *path = NULL;
  if (file[0] == '/' || asprintf(&path, "%s%s", b->folder, file) < 0)
    path = copy(file);
  bool gone = access(path, F_OK) < 0 && errno == ENOENT;
  free(path);
  return gone;
}

/* Could this run have found what the entry names? Its rule ran, and its file
 * was judged or is there no more. */
static bool was_judged(const hd_baseline *b, const entry *e,
                       const hd_names *rules) {
  if (!has(rules, e->fields[RULE]))
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

static void say_entry(const hd_cli *cli, const hd_baseline *b, const entry *e) {
  if (e->expired)
    hd_cli_say(hd_cli_word(cli, "%s:%zu: 已于 %s 到期：%s %s（%s）",
                           "%s:%zu: expired on %s: %s %s (%s)"),
               b->path, e->line, e->fields[EXPIRES], e->fields[RULE],
               e->fields[FINGERPRINT], e->fields[PLACE]);
  else
    hd_cli_say(hd_cli_word(cli, "%s:%zu: 已不需要：%s %s（%s）",
                           "%s:%zu: no longer needed: %s %s (%s)"),
               b->path, e->line, e->fields[RULE], e->fields[FINGERPRINT],
               e->fields[PLACE]);
}

static int by_line(const void *a, const void *b) {
  const entry *x = *(const entry *const *)a, *y = *(const entry *const *)b;
  return (x->line > y->line) - (x->line < y->line);
}

void hd_baseline_say(const hd_cli *cli, const hd_baseline *b,
                     const hd_names *rules) {
  size_t used = 0, unused = 0, expired = 0, n = 0;
  const entry **said = hd_cli_alloc(NULL, (b->old.n + 1) * sizeof *said);
  sort_judged(b);
  for (size_t i = 0; i < b->old.n; i++) {
    const entry *e = &b->old.items[i];
    bool idle = !e->expired && !e->used && was_judged(b, e, rules);
    used += e->used && !e->expired;
    expired += e->expired;
    unused += idle;
    if (e->expired || idle)
      said[n++] = e;
  }
  qsort(said, n, sizeof *said, by_line);
  for (size_t i = 0; i < n && !cli->quiet; i++)
    say_entry(cli, b, said[i]);
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

static void write_entry(FILE *out, const entry *e) {
  json_t *object = json_object();
  for (int k = 0; k < FIELDS; k++)
    json_object_set_new(object, field_names[k], json_string(e->fields[k]));
  char *text = json_dumps(object, JSON_COMPACT);
  if (text)
    fprintf(out, "%s\n", text);
  free(text);
  json_decref(object);
}

/* Entries that this run could not judge are kept. */
static void keep_unjudged(hd_baseline *b, const hd_names *rules) {
  for (size_t i = 0; i < b->old.n; i++) {
    const entry *e = &b->old.items[i];
    if (e->used || was_judged(b, e, rules))
      continue;
    entry *kept = add(&b->accepted);
    for (int k = 0; k < FIELDS; k++)
      kept->fields[k] = copy(e->fields[k]);
  }
}

void hd_baseline_write(hd_cli *cli, hd_baseline *b, const hd_names *rules) {
  hd_output output = {0};
  sort_judged(b);
  keep_unjudged(b, rules);
  sort(&b->accepted);
  FILE *out = hd_output_begin(cli, &output, b->path);
  if (!out)
    return;
  for (size_t i = 0; i < b->accepted.n; i++)
    write_entry(out, &b->accepted.items[i]);
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
  free_entries(&b->old);
  free_entries(&b->accepted);
  for (size_t i = 0; i < b->judged.n; i++)
    free((char *)(uintptr_t)b->judged.items[i]);
  hd_names_free(&b->judged);
  free(b->folder);
  free(b->name);
  free(b->asked);
  free(b);
}
