/* lsp_check: documents are checked, one after another, in a worker process.
 *
 * In: documents with a check that is due. Out: their results, published, and
 * the requests that wait for them answered. A check begins when its document
 * has been quiet for a short time; when the text changes under it, it is ended
 * and begins anew, and one that takes long makes way for another document's.
 * The worker is forked from this process, in which the rules are open already,
 * for one check: forking costs 2 ms, and what happens to a worker happens to
 * its check alone (hedui.h, hd_engine_begin).
 *
 * The configuration is the one that `hedui check` finds for the file. What is
 * wrong with it, and rules that fail, are shown to the user once. */
#include "lsp.h"
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A check that has run for so long makes way for that of another document. */
enum { LONG = 250 /* milliseconds */ };

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- requests that wait ---------------------------------------------------
 */

/* What the answer wants of a result, HD_WANT_... */
static unsigned wanted_by(hd_lsp_answer *answer) {
  return answer == hd_lsp_hover ? HD_WANT_CLAIMS | HD_WANT_CHECKS
         : answer == hd_lsp_definition || answer == hd_lsp_references
             ? HD_WANT_CHECKS
             : 0;
}

/* What those that wait want of a result. */
static unsigned wants_of(const hd_lsp_document *doc) {
  unsigned want = 0;
  for (size_t i = 0; i < doc->n_waiting; i++)
    want |= wanted_by(doc->waiting[i].answer);
  return want;
}

static void forget(hd_lsp_document *doc, size_t i) {
  json_decref(doc->waiting[i].id);
  json_decref(doc->waiting[i].params);
  memmove(doc->waiting + i, doc->waiting + i + 1,
          (doc->n_waiting - i - 1) * sizeof *doc->waiting);
  doc->n_waiting--;
}

/* Does the result serve the answer? */
static bool serves(const hd_lsp_document *doc, hd_lsp_answer *answer) {
  unsigned want = wanted_by(answer);
  return doc->fresh && (doc->have & want) == want;
}

static void answer_waiting(hd_lsp *lsp, hd_lsp_document *doc) {
  for (size_t i = 0; i < doc->n_waiting;) {
    hd_lsp_waiting *w = &doc->waiting[i];
    if (!serves(doc, w->answer)) {
      i++;
      continue;
    }
    hd_lsp_reply(lsp, w->id, w->answer(lsp, doc, w->params));
    forget(doc, i);
  }
}

void hd_lsp_waiting_fail(hd_lsp *lsp, hd_lsp_document *doc, int code,
                         const char *message) {
  while (doc->n_waiting > 0) {
    hd_lsp_fail(lsp, doc->waiting[0].id, code, message);
    forget(doc, 0);
  }
}

bool hd_lsp_waiting_cancel(hd_lsp *lsp, const json_t *id) {
  for (size_t i = 0; i < lsp->n_documents; i++)
    for (size_t k = 0; k < lsp->documents[i]->n_waiting; k++)
      if (json_equal(lsp->documents[i]->waiting[k].id, id)) {
        hd_lsp_fail(lsp, id, HD_LSP_CANCELLED, "cancelled");
        forget(lsp->documents[i], k);
        return true;
      }
  return false;
}

void hd_lsp_wait(hd_lsp *lsp, hd_lsp_document *doc, const json_t *id,
                 const json_t *params, hd_lsp_answer *answer) {
  if (serves(doc, answer)) {
    hd_lsp_reply(lsp, id, answer(lsp, doc, params));
    return;
  }
  doc->waiting =
      hd_cli_alloc(doc->waiting, (doc->n_waiting + 1) * sizeof *doc->waiting);
  doc->waiting[doc->n_waiting++] =
      (hd_lsp_waiting){json_incref((json_t *)(uintptr_t)id),
                       json_incref((json_t *)(uintptr_t)params), answer};
  if (lsp->running.doc != doc && !doc->due)
    hd_lsp_check_soon(lsp, doc, true);
}

/* ---- configuration --------------------------------------------------------
 */

/* Shows what was said, without the name of the program, once. */
static void show_heard(hd_lsp *lsp, char *heard) {
  static const char name[] = "hedui: ";
  size_t n = strlen(heard);
  while (n > 0 && heard[n - 1] == '\n')
    heard[--n] = '\0';
  if (n > 0)
    hd_lsp_show(lsp, 1,
                strncmp(heard, name, sizeof name - 1) == 0
                    ? heard + sizeof name - 1
                    : heard);
  free(heard);
}

/* Rules that could not be loaded. */
static void show_failures(hd_lsp *lsp, const hd_group *group) {
  const hd_failure *failures;
  size_t n = hd_engine_failures(group->engine, &failures);
  hd_lsp_hearing hearing;
  hd_lsp_hear(&hearing);
  for (size_t i = 0; i < n; i++) {
    hd_failure failure = hd_group_failure(group, &failures[i]);
    hd_cli_failure(&lsp->options, &failure);
  }
  show_heard(lsp, hd_lsp_heard(&hearing));
}

/* Gives the document the engine of its configuration. */
static void find_group(hd_lsp *lsp, hd_lsp_document *doc) {
  hd_lsp_hearing hearing;
  size_t before = lsp->groups.n;
  if (doc->group)
    return;
  hd_lsp_hear(&hearing);
  doc->group = hd_groups_find(&lsp->options, &lsp->groups, doc->path);
  show_heard(lsp, hd_lsp_heard(&hearing));
  if (lsp->groups.n > before)
    show_failures(lsp, doc->group);
}

void hd_lsp_groups_drop(hd_lsp *lsp) {
  hd_lsp_check_drop(lsp, NULL);
  for (size_t i = 0; i < lsp->n_documents; i++)
    lsp->documents[i]->group = NULL;
  hd_groups_free(&lsp->groups);
}

void hd_lsp_check_anew(hd_lsp *lsp) {
  hd_lsp_groups_drop(lsp);
  for (size_t i = 0; i < lsp->n_documents; i++)
    hd_lsp_check_soon(lsp, lsp->documents[i], true);
}

/* ---- a check --------------------------------------------------------------
 */

void hd_lsp_check_soon(hd_lsp *lsp, hd_lsp_document *doc, bool at_once) {
  hd_lsp_check_drop(lsp, doc);
  doc->fresh = false;
  doc->due = true;
  doc->when = now() + (at_once ? 0 : lsp->options.debounce);
}

static void end_running(hd_lsp_running *running) {
  hd_pending_free(running->pending);
  free(running->bytes);
  *running = (hd_lsp_running){0};
}

void hd_lsp_check_drop(hd_lsp *lsp, const hd_lsp_document *doc) {
  if (!lsp->running.pending || (doc && lsp->running.doc != doc))
    return;
  lsp->running.doc->due = true;
  lsp->running.doc->when = now();
  end_running(&lsp->running);
}

/* The document's text with a BOM, so that no page is read in the encoding it
 * names: the client has decoded it. */
static void begin(hd_lsp *lsp, hd_lsp_document *doc) {
  static const char bom[] = "\xEF\xBB\xBF";
  static const hd_inputs none = {0};
  hd_lsp_running *r = &lsp->running;
  size_t added = hd_lsp_text_bom(&doc->text) ? 0 : sizeof bom - 1;
  doc->due = false;
  find_group(lsp, doc);
  *r = (hd_lsp_running){.doc = doc, .want = wants_of(doc), .since = now()};
  r->bytes = hd_cli_alloc(NULL, added + doc->text.n);
  memcpy(r->bytes, bom, added);
  if (doc->text.n > 0)
    memcpy(r->bytes + added, doc->text.bytes, doc->text.n);
  r->input = (hd_input){
      .name = doc->name, .bytes = r->bytes, .n_bytes = added + doc->text.n};
  hd_set_complete(&none, doc->group, &r->input);
  r->pending = hd_engine_begin(doc->group->engine, &r->input, r->want);
}

/* Takes back what the baseline of the configuration lists. */
static void apply_baseline(hd_lsp *lsp, hd_lsp_document *doc) {
  hd_gate gate;
  static const hd_inputs none = {0};
  hd_groups one = {.items = &doc->group, .n = 1, .of = &doc->group};
  if (!doc->group->cli.baseline ||
      hd_gate_open(&lsp->options, &gate, &one, &none) != 0)
    return;
  hd_gate_result(&gate, 0, doc->result);
  hd_gate_free(&gate);
}

/* Shows what was said of a check, unless it is what was said of the last. A
 * wrong configuration was shown when it was read. */
static void show_said(hd_lsp *lsp, hd_lsp_document *doc, char *heard) {
  bool known = doc->said && strcmp(doc->said, heard) == 0;
  free(doc->said);
  doc->said = strdup(heard);
  if (known || hd_engine_error(doc->group->engine))
    free(heard);
  else
    show_heard(lsp, heard);
}

static void take(hd_lsp *lsp, hd_result *result) {
  hd_lsp_document *doc = lsp->running.doc;
  hd_lsp_hearing hearing;
  hd_result_free(doc->result);
  doc->result = result;
  doc->have = lsp->running.want;
  doc->fresh = true;
  end_running(&lsp->running);
  hd_lsp_hear(&hearing);
  apply_baseline(lsp, doc);
  for (size_t i = 0; i < result->n_failures; i++)
    hd_cli_failure(&lsp->options, &result->failures[i]);
  show_said(lsp, doc, hd_lsp_heard(&hearing));
  hd_lsp_publish(lsp, doc);
  answer_waiting(lsp, doc);
  if (doc->n_waiting > 0)
    hd_lsp_check_soon(lsp, doc, true);
}

/* ---- one after another ----------------------------------------------------
 */

/* The document whose check has been due for longest; NULL: none is. */
static hd_lsp_document *next_due(const hd_lsp *lsp) {
  hd_lsp_document *first = NULL;
  for (size_t i = 0; i < lsp->n_documents; i++) {
    hd_lsp_document *doc = lsp->documents[i];
    if (doc->due && (!first || doc->when < first->when))
      first = doc;
  }
  return first;
}

void hd_lsp_check_step(hd_lsp *lsp) {
  if (lsp->running.pending) {
    hd_result *result = hd_pending_take(lsp->running.pending);
    if (result)
      take(lsp, result);
  }
  hd_lsp_document *doc = next_due(lsp);
  if (!doc || doc->when > now())
    return;
  if (lsp->running.pending && now() - lsp->running.since > LONG)
    hd_lsp_check_drop(lsp, NULL);
  if (!lsp->running.pending)
    begin(lsp, doc);
}

int hd_lsp_check_wait(const hd_lsp *lsp) {
  const hd_lsp_document *doc = next_due(lsp);
  int64_t left = doc ? doc->when - now() : 0;
  if (lsp->running.pending)
    return doc ? LONG : hd_pending_wait(lsp->running.pending);
  return !doc ? -1 : left > 0 ? (int)left : 0;
}
