/* entry: a baseline's lines, read and written.
 *
 * In: JSON objects, one a line, whose members are strings. Out: entries, or
 * the bad lines said with file and line. jansson refuses what is no JSON,
 * duplicate members and bad UTF-8; a member of another name is an error, for
 * "expire" in place of "expires" would accept a finding for ever. */
#include "entry.h"
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const char *const field_names[FIELDS] = {
    "fingerprint", "rule", "place", "reason", "author", "date", "expires"};

char *hd_entry_copy(const char *s) {
  return strcpy(hd_cli_alloc(NULL, strlen(s) + 1), s);
}

hd_entry *hd_entries_add(hd_entries *list) {
  if (list->n == list->cap) {
    list->cap = list->cap ? list->cap * 2 : 16;
    list->items = hd_cli_alloc(list->items, list->cap * sizeof *list->items);
  }
  list->items[list->n] = (hd_entry){0};
  return &list->items[list->n++];
}

void hd_entries_free(hd_entries *list) {
  for (size_t i = 0; i < list->n; i++)
    for (int k = 0; k < FIELDS; k++)
      free(list->items[i].fields[k]);
  free(list->items);
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
static const char *judge_entry(const hd_entry *e) {
  if (!is_fingerprint(e->fields[FINGERPRINT]))
    return "\"fingerprint\" has 16 hexadecimal digits";
  if (!*e->fields[RULE])
    return "\"rule\" is missing";
  if (*e->fields[EXPIRES] && !is_date(e->fields[EXPIRES]))
    return "\"expires\" is a date, YYYY-MM-DD";
  return "";
}

/* The members of an object into e; false with the sentence in `what`. */
static bool take_members(json_t *object, hd_entry *e, char *what, size_t n) {
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
    e->fields[k] = hd_entry_copy(json_string_value(value));
  }
  for (int k = 0; k < FIELDS; k++)
    if (!e->fields[k])
      e->fields[k] = hd_entry_copy("");
  snprintf(what, n, "%s", judge_entry(e));
  return !*what;
}

/* The file that is being read. */
typedef struct {
  hd_cli *cli;
  const char *path, *today;
  hd_entries *list;
} reading;

static void read_line(const reading *r, const char *text, size_t n,
                      size_t line) {
  char what[256] = "";
  json_error_t error;
  json_t *object = json_loadb(text, n, JSON_REJECT_DUPLICATES, &error);
  if (!object)
    say_bad(r->cli, r->path, line, error.text);
  else if (!json_is_object(object))
    say_bad(r->cli, r->path, line, "it is no JSON object");
  else {
    hd_entry *e = hd_entries_add(r->list);
    e->line = line;
    bool good = take_members(object, e, what, sizeof what);
    if (!good)
      say_bad(r->cli, r->path, line, what);
    for (int k = 0; !good && k < FIELDS; k++)
      if (!e->fields[k])
        e->fields[k] = hd_entry_copy("");
    e->expired =
        *e->fields[EXPIRES] && strcmp(e->fields[EXPIRES], r->today) < 0;
  }
  json_decref(object);
}

static int by_finding(const void *a, const void *b) {
  const hd_entry *x = a, *y = b;
  int order = strcmp(x->fields[FINGERPRINT], y->fields[FINGERPRINT]);
  if (!order)
    order = strcmp(x->fields[RULE], y->fields[RULE]);
  if (!order)
    order = strcmp(x->fields[PLACE], y->fields[PLACE]);
  return order ? order : (x->line > y->line) - (x->line < y->line);
}

void hd_entries_sort(hd_entries *list) {
  if (list->n > 1)
    qsort(list->items, list->n, sizeof *list->items, by_finding);
}

bool hd_entries_read(hd_cli *cli, const char *path, FILE *in, const char *today,
                     hd_entries *list) {
  reading r = {cli, path, today, list};
  char *text = NULL;
  size_t cap = 0, line = 0;
  ssize_t n;
  int before = cli->status;
  cli->status = 0;
  while ((n = getline(&text, &cap, in)) >= 0) {
    line++;
    if (text[strspn(text, " \t\r\n")] != '\0' || strlen(text) < (size_t)n)
      read_line(&r, text, (size_t)n, line);
  }
  bool good = cli->status == 0 && !ferror(in);
  free(text);
  hd_cli_raise(cli, before);
  return good;
}

/* ---- writing ------------------------------------------------------------- */

void hd_entry_write(FILE *out, const hd_entry *e) {
  json_t *object = json_object();
  for (int k = 0; k < FIELDS; k++)
    json_object_set_new(object, field_names[k], json_string(e->fields[k]));
  char *text = json_dumps(object, JSON_COMPACT);
  if (text)
    fprintf(out, "%s\n", text);
  free(text);
  json_decref(object);
}
