/* junit: JUnit XML as Jenkins, GitLab and others read it.
 *
 * Out: a testsuite a file, in it a testcase for each rule that ran. A rule
 * with findings has one <failure> (readers show the first only) that lists all
 * of them; a rule that failed, and a file that could not be read, have an
 * <error>. No times: the same input gives the same bytes. */
#include "write.h"
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Something to be said in the testcase of a rule. */
typedef struct {
  const char *rule; /* "": about the file */
  const hd_finding *finding;
  const hd_failure *failure;
} item;

typedef struct {
  item *items; /* by rule, then in order */
  size_t n;
} items;

static int by_rule(const void *a, const void *b) {
  const item *x = a, *y = b;
  int order = strcmp(x->rule, y->rule);
  if (order)
    return order;
  /* Both lists are arrays: what comes first there comes first here. */
  if (x->finding && y->finding)
    return (x->finding > y->finding) - (x->finding < y->finding);
  return (x->failure > y->failure) - (x->failure < y->failure);
}

/* What is to be said about `file` (NULL: of failures without a file). */
static items collect(hd_report *report, const hd_result *result,
                     const char *file) {
  items all = {0};
  size_t most = result->n_findings + result->n_failures;
  all.items = malloc((most + 1) * sizeof *all.items);
  if (!all.items) {
    report->failed = ENOMEM;
    return all;
  }
  for (size_t i = 0; file && i < result->n_findings; i++) {
    const hd_finding *f = &result->findings[i];
    if (hd_write_wanted(report, f) && strcmp(f->at.file, file) == 0)
      all.items[all.n++] = (item){f->rule, f, NULL};
  }
  for (size_t i = 0; i < result->n_failures; i++) {
    const hd_failure *f = &result->failures[i];
    if (!file || strcmp(f->file, file) == 0)
      all.items[all.n++] = (item){f->rule, NULL, f};
  }
  qsort(all.items, all.n, sizeof *all.items, by_rule);
  return all;
}

/* ---- a testcase -------------------------------------------------------------
 */

static void put_attribute(hd_report *report, const char *name,
                          const char *text) {
  hd_write_printf(report, " %s=\"", name);
  hd_write_escaped(report, text);
  hd_write_text(report, "\"");
}

static void put_pair(hd_report *report, const char *name, const char *text) {
  if (!*text)
    return;
  hd_write_printf(report, "  %s: ", name);
  hd_write_escaped(report, text);
  hd_write_text(report, "\n");
}

static void put_place(hd_report *report, const hd_place *at) {
  hd_write_escaped(report, at->file);
  hd_write_printf(report, ":%" PRIu32 ":%" PRIu32, at->line, at->column);
}

static void put_finding(hd_report *report, const hd_finding *f) {
  put_place(report, &f->at);
  hd_write_printf(report, ": %s: ", hd_severity_name(f->severity));
  hd_write_escaped(report, f->message);
  hd_write_text(report, "\n");
  put_pair(report, "location", f->at.location);
  put_pair(report, "context", f->at.context);
  put_pair(report, "stated", f->stated);
  put_pair(report, "expected", f->expected);
  for (size_t i = 0; i < f->n_related; i++) {
    hd_write_text(report, "  related: ");
    put_place(report, &f->related[i]);
    hd_write_text(report, " ");
    hd_write_escaped(report, f->related[i].text);
    hd_write_text(report, "\n");
  }
  put_pair(report, "fingerprint", f->fingerprint);
}

/* The findings among n items as one failure. */
static void put_failure(hd_report *report, const item *list, size_t n) {
  const hd_finding *worst = NULL;
  size_t found = 0;
  for (size_t i = 0; i < n; i++)
    if (list[i].finding) {
      found++;
      if (!worst || list[i].finding->severity > worst->severity)
        worst = list[i].finding;
    }
  if (!worst)
    return;
  hd_write_text(report, "      <failure");
  put_attribute(report, "type", hd_severity_name(worst->severity));
  hd_write_text(report, " message=\"");
  hd_write_escaped(report, worst->message);
  if (found > 1)
    hd_write_printf(report, " (+%zu)", found - 1);
  hd_write_text(report, "\">");
  for (size_t i = 0; i < n; i++)
    if (list[i].finding)
      put_finding(report, list[i].finding);
  hd_write_text(report, "</failure>\n");
}

static void put_error(hd_report *report, const hd_failure *f) {
  hd_write_text(report, "      <error");
  put_attribute(report, "type", *f->rule ? "rule" : "input");
  put_attribute(report, "message", f->message);
  hd_write_text(report, ">");
  hd_write_escaped(report, f->file);
  if (f->line)
    hd_write_printf(report, ":%" PRIu32 ":%" PRIu32, f->line, f->column);
  hd_write_text(report, ": ");
  hd_write_escaped(report, f->message);
  hd_write_text(report, "</error>\n");
}

static void put_case(hd_report *report, const char *file, const char *name,
                     const item *list, size_t n) {
  hd_write_text(report, "    <testcase");
  put_attribute(report, "classname", file);
  put_attribute(report, "name", *name ? name : "read");
  if (n == 0) {
    hd_write_text(report, "/>\n");
    return;
  }
  hd_write_text(report, ">\n");
  put_failure(report, list, n);
  for (size_t i = 0; i < n; i++)
    if (list[i].failure)
      put_error(report, list[i].failure);
  hd_write_text(report, "    </testcase>\n");
}

/* ---- a testsuite ------------------------------------------------------------
 */

/* Goes through rules and items side by side, both sorted by id: the next
 * testcase, its items in *from and *n. False at the end. `clean`: rules
 * without items have one too. */
typedef struct {
  const hd_report *report;
  const items *all;
  bool clean;
  size_t rule, item;
} walk;

static bool next_case(walk *w, const char **name, size_t *from, size_t *n) {
  const hd_report *r = w->report;
  while (w->rule < r->n_rules && (!w->clean || !r->rules[w->rule].selected))
    w->rule++;
  const char *rule = w->rule < r->n_rules ? r->rules[w->rule].id : NULL;
  const char *said = w->item < w->all->n ? w->all->items[w->item].rule : NULL;
  if (!rule && !said)
    return false;
  int order = !rule ? 1 : !said ? -1 : strcmp(rule, said);
  *name = order <= 0 ? rule : said;
  *from = w->item;
  if (order <= 0)
    w->rule++;
  while (order >= 0 && w->item < w->all->n &&
         strcmp(w->all->items[w->item].rule, *name) == 0)
    w->item++;
  *n = w->item - *from;
  return true;
}

static bool has_kind(const item *list, size_t n, bool finding) {
  for (size_t i = 0; i < n; i++)
    if ((list[i].finding != NULL) == finding)
      return true;
  return false;
}

static void put_suite(hd_report *report, const char *file, const items *all,
                      bool clean) {
  const walk start = {.report = report, .all = all, .clean = clean};
  size_t tests = 0, failures = 0, errors = 0, from, n;
  const char *name;
  for (walk w = start; next_case(&w, &name, &from, &n); tests++) {
    failures += has_kind(all->items + from, n, true);
    errors += has_kind(all->items + from, n, false);
  }
  hd_write_text(report, "  <testsuite");
  put_attribute(report, "name", file);
  hd_write_printf(report,
                  " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" "
                  "skipped=\"0\">\n",
                  tests, failures, errors);
  for (walk w = start; next_case(&w, &name, &from, &n);)
    put_case(report, file, name, all->items + from, n);
  hd_write_text(report, "  </testsuite>\n");
}

/* ---- the format -------------------------------------------------------------
 */

void hd_junit_begin(hd_report *report) {
  hd_write_text(report, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<testsuites name=\"hedui\">\n");
}

void hd_junit_result(hd_report *report, const hd_result *result) {
  for (size_t i = 0; i < result->n_files && !report->failed; i++) {
    const hd_file *file = &result->files[i];
    items all = collect(report, result, file->name);
    if (all.items)
      put_suite(report, file->name, &all, !file->failed);
    free(all.items);
  }
  if (result->n_files > 0 || result->n_failures == 0 || report->failed)
    return;
  items all = collect(report, result, NULL);
  if (all.items)
    put_suite(report, "hedui", &all, false);
  free(all.items);
}

void hd_junit_end(hd_report *report, const hd_counts *sums) {
  (void)sums;
  hd_write_text(report, "</testsuites>\n");
}
