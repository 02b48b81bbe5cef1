/* result: what a set came to, in one piece of memory.
 *
 * In: a reading with its verdicts. Out: an hd_result whose strings all live
 * in result->memory. Findings are sorted by file, place and rule, identical
 * ones are one, no primary span is empty, at most 24 places are related.
 * Counts are a file's and the set's: a figure is idle where no check and no
 * finding names a place that touches it. */
#include "../input/format.h"
#include "run.h"
#include <stdlib.h>

enum { MOST_RELATED = 24 };

/* ---- results without a reading ------------------------------------------ */

hd_result *hd_result_new(void) {
  hd_arena *arena = hd_arena_new();
  hd_result *result = HD_NEW(arena, hd_result);
  result->memory = arena;
  result->tree = "";
  return result;
}

void hd_result_free(hd_result *result) {
  if (result)
    hd_arena_free(result->memory);
}

const char *hd_result_text(hd_arena *arena, hd_str s) {
  return s.n > 0 ? hd_arena_copy(arena, s.p, s.n) : "";
}

static const char *copy(hd_arena *arena, const char *s) {
  return s ? hd_result_text(arena, hd_str_of(s)) : "";
}

void hd_result_fail(hd_result *result, hd_failure failure) {
  hd_arena *arena = result->memory;
  size_t n = result->n_failures;
  hd_failure *all = hd_arena_alloc(arena, (n + 1) * sizeof *all);
  if (n > 0)
    memcpy(all, result->failures, n * sizeof *all);
  all[n] =
      (hd_failure){copy(arena, failure.file), failure.line, failure.column,
                   copy(arena, failure.rule), copy(arena, failure.message)};
  result->failures = all;
  result->n_failures = n + 1;
}

hd_result *hd_result_failed(const char *file, const char *rule,
                            const char *message) {
  hd_result *result = hd_result_new();
  hd_file *files = HD_NEW(result->memory, hd_file);
  *files = (hd_file){.name = copy(result->memory, file),
                     .encoding = "",
                     .lang = "",
                     .failed = 1,
                     .format = ""};
  result->files = files;
  result->n_files = 1;
  hd_result_fail(result, (hd_failure){file, 0, 0, rule, message});
  return result;
}

/* ---- findings and checks ------------------------------------------------ */

/* What is being built: the reading, and the memory of the result. */
typedef struct {
  const hd_reading *r;
  hd_result *result;
  hd_arena *arena;
  hd_shown *shown; /* the text, NULL where it is not wanted */
  unsigned want;
} build;

static hd_place build_place(build *b, hd_where where) {
  hd_place place = hd_place_build(b->arena, b->r, where);
  if (b->shown)
    hd_shown_point(b->shown, where, &place);
  return place;
}

static bool same_place(hd_where a, hd_where b) {
  return a.document == b.document && a.span.off == b.span.off &&
         a.span.end == b.span.end;
}

/* The other places, each once, the primary left out, at most 24. They are
 * put to the front of the list that the rule gave; their number. */
static uint32_t keep_related(hd_where at, hd_where *list, uint32_t n) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < n && kept < MOST_RELATED; i++) {
    bool known = same_place(at, list[i]);
    for (uint32_t j = 0; j < kept && !known; j++)
      known = same_place(list[j], list[i]);
    if (!known)
      list[kept++] = list[i];
  }
  return kept;
}

static hd_place *build_places(build *b, const hd_where *list, uint32_t n) {
  hd_place *places = hd_arena_alloc(b->arena, (n + 1) * sizeof *places);
  for (uint32_t i = 0; i < n; i++)
    places[i] = build_place(b, list[i]);
  return places;
}

/* By file, place and rule; what is left apart by the rest of it. */
static int compare_where(hd_where a, hd_where b) {
  if (a.document != b.document)
    return a.document < b.document ? -1 : 1;
  if (a.span.off != b.span.off)
    return a.span.off < b.span.off ? -1 : 1;
  return 0;
}

/* What findings and checks have in common. */
typedef struct {
  hd_where at;
  const char *rule;
  const hd_where *related;
  uint32_t n_related;
} told;

static int compare_rest(const told *a, const told *b) {
  if (a->at.span.end != b->at.span.end)
    return a->at.span.end < b->at.span.end ? -1 : 1;
  for (uint32_t i = 0; i < a->n_related && i < b->n_related; i++) {
    int order = compare_where(a->related[i], b->related[i]);
    if (order)
      return order;
    if (a->related[i].span.end != b->related[i].span.end)
      return a->related[i].span.end < b->related[i].span.end ? -1 : 1;
  }
  return (a->n_related > b->n_related) - (a->n_related < b->n_related);
}

static int compare_told(told a, told b) {
  int order = compare_where(a.at, b.at);
  if (!order)
    order = strcmp(a.rule, b.rule);
  return order ? order : compare_rest(&a, &b);
}

static int compare_findings(const void *a, const void *b) {
  const hd_raw_finding *x = a, *y = b;
  int order = compare_told((told){x->at, x->rule, x->related, x->n_related},
                           (told){y->at, y->rule, y->related, y->n_related});
  if (!order)
    order = strcmp(x->message, y->message);
  return order ? order : (int)y->severity - (int)x->severity;
}

static int compare_checks(const void *a, const void *b) {
  const hd_raw_check *x = a, *y = b;
  int order = compare_told((told){x->at, x->rule, x->related, x->n_related},
                           (told){y->at, y->rule, y->related, y->n_related});
  if (!order)
    order = strcmp(x->how ? x->how : "", y->how ? y->how : "");
  return order ? order : x->result - y->result;
}

/* One after another, sorted; all but the severity is the same. */
static bool identical(const hd_raw_finding *a, const hd_raw_finding *b) {
  return same_place(a->at, b->at) && strcmp(a->rule, b->rule) == 0 &&
         strcmp(a->message, b->message) == 0 &&
         compare_rest(&(told){a->at, a->rule, a->related, a->n_related},
                      &(told){b->at, b->rule, b->related, b->n_related}) == 0;
}

/* The figure with its unit where the place is that of its number alone, because
 * a line of the source ends between them: no line end counts in a fingerprint.
 */
static hd_span whole_figure(const hd_reading *r, hd_where at) {
  const hd_quantities *q = r->quantities[at.document];
  size_t low = hd_quantities_from(q, at.span.off + 1);
  const hd_quantity *figure = low > 0 ? &q->items[low - 1] : NULL;
  bool number = figure && figure->number.off == at.span.off &&
                figure->number.end == at.span.end &&
                !hd_document_one_line(r->documents[at.document], figure->span);
  return number ? figure->span : at.span;
}

/* What a fingerprint takes for the place. */
static hd_span marked(const hd_reading *r, hd_where at) {
  return hd_place_widen(r->documents[at.document], whole_figure(r, at));
}

/* What stands at a place, in the script of the source. */
static hd_str printed(const hd_reading *r, hd_where at) {
  hd_span span = marked(r, at);
  return (hd_str){r->documents[at.document]->printed.p + span.off,
                  span.end - span.off};
}

/* The figure as it is printed, where a rule gave what it read. */
static const char *stated(const build *b, const hd_raw_finding *f) {
  hd_span span = f->at.span;
  const hd_document *doc = b->r->documents[f->at.document];
  if (!f->stated ||
      !hd_str_eq(hd_str_of(f->stated), hd_document_text(doc, span)))
    return copy(b->arena, f->stated);
  return hd_result_text(
      b->arena, (hd_str){doc->printed.p + span.off, span.end - span.off});
}

/* The key of a finding's fingerprint, in the working arena. */
static hd_str finding_key(const hd_reading *r, const hd_raw_finding *f) {
  hd_str related[MOST_RELATED];
  for (uint32_t i = 0; i < f->n_related; i++)
    related[i] = printed(r, f->related[i]);
  return hd_fingerprint_key(r->arena, f->rule,
                            r->documents[f->at.document]->printed,
                            marked(r, f->at), related, f->n_related);
}

static hd_finding build_finding(build *b, const hd_raw_finding *f) {
  return (hd_finding){
      .at = build_place(b, f->at),
      .severity = (hd_severity)f->severity,
      .rule = copy(b->arena, f->rule),
      .message = copy(b->arena, f->message),
      .stated = stated(b, f),
      .expected = copy(b->arena, f->expected),
      .readings = copy(b->arena, f->readings),
      .related = build_places(b, f->related, f->n_related),
      .n_related = f->n_related,
      .why = b->want & HD_WANT_WHY ? hd_why_build(b->arena, b->r, f) : NULL,
  };
}

static void build_findings(build *b) {
  hd_raw_finding *raw = b->r->verdicts->findings.items;
  size_t n = b->r->verdicts->findings.n, used = 0;
  hd_map *seen = NULL;
  for (size_t i = 0; i < n; i++)
    raw[i].n_related =
        keep_related(raw[i].at, raw[i].related, raw[i].n_related);
  if (n > 1)
    qsort(raw, n, sizeof *raw, compare_findings);
  hd_finding *all = hd_arena_alloc(b->arena, (n + 1) * sizeof *all);
  for (size_t i = 0; i < n; i++) {
    if (i > 0 && identical(&raw[i], &raw[i - 1]))
      continue;
    if (i == 0 || raw[i].at.document != raw[i - 1].at.document)
      seen = hd_map_new(b->r->arena); /* ordinals are a document's own */
    bool fresh;
    hd_str key = finding_key(b->r, &raw[i]);
    all[used] = build_finding(b, &raw[i]);
    hd_fingerprint_write(key, ++*hd_map_at(seen, key, &fresh),
                         all[used].fingerprint);
    used++;
  }
  b->result->findings = all;
  b->result->n_findings = used;
}

static void build_checks(build *b) {
  hd_raw_check *raw = b->r->verdicts->checks.items;
  size_t n = b->r->verdicts->checks.n;
  if (n > 1)
    qsort(raw, n, sizeof *raw, compare_checks);
  hd_check *all = hd_arena_alloc(b->arena, (n + 1) * sizeof *all);
  for (size_t i = 0; i < n; i++) {
    uint32_t related =
        keep_related(raw[i].at, raw[i].related, raw[i].n_related);
    all[i] = (hd_check){
        .at = build_place(b, raw[i].at),
        .rule = copy(b->arena, raw[i].rule),
        .how = copy(b->arena, raw[i].how),
        .outcome = raw[i].result > 0    ? HD_AGREES
                   : raw[i].result == 0 ? HD_DIFFERS
                                        : HD_UNDECIDED,
        .related = build_places(b, raw[i].related, related),
        .n_related = related,
    };
  }
  b->result->checks = all;
  b->result->n_checks = n;
}

/* ---- counts ------------------------------------------------------------- */

/* Marks the figures that a place touches. */
static void touch(const hd_reading *r, bool **busy, hd_where where) {
  const hd_quantities *q = r->quantities[where.document];
  size_t low;
  /* first figure that ends behind the place's start */
  HD_FIRST_NOT(low, q->n, i, q->items[i].span.end <= where.span.off);
  for (; low < q->n && q->items[low].span.off < where.span.end; low++)
    busy[where.document][low] = true;
}

static void touch_all(const hd_reading *r, bool **busy, hd_where at,
                      const hd_where *related, uint32_t n) {
  touch(r, busy, at);
  for (uint32_t i = 0; i < n; i++)
    touch(r, busy, related[i]);
}

static bool **mark_busy(const hd_reading *r) {
  bool **busy = hd_arena_alloc(r->arena, (r->n + 1) * sizeof *busy);
  for (size_t d = 0; d < r->n; d++)
    busy[d] = hd_arena_alloc(r->arena, r->quantities[d]->n + 1);
  if (!r->verdicts)
    return busy;
  for (size_t i = 0; i < r->verdicts->checks.n; i++) {
    const hd_raw_check *c = &r->verdicts->checks.items[i];
    touch_all(r, busy, c->at, c->related, c->n_related);
  }
  for (size_t i = 0; i < r->verdicts->findings.n; i++) {
    const hd_raw_finding *f = &r->verdicts->findings.items[i];
    touch_all(r, busy, f->at, f->related, f->n_related);
  }
  return busy;
}

/* The document a link belongs to: that of the first claim it names. */
static uint32_t link_document(const hd_link *link) {
  const hd_claim_ref refs[] = {link->whole, link->rate, link->increment,
                               link->level, link->base};
  for (size_t i = 0; i < sizeof refs / sizeof *refs; i++)
    if (refs[i].claim != HD_NONE)
      return refs[i].document;
  return link->n_members > 0 ? link->members[0].document : 0;
}

static void count_documents(const hd_reading *r, hd_counts *counts) {
  bool **busy = mark_busy(r);
  for (size_t d = 0; d < r->n; d++) {
    counts[d].figures = r->quantities[d]->n;
    counts[d].claims = r->claims[d]->n_claims;
    counts[d].characters = r->documents[d]->characters;
    for (size_t i = 0; i < r->claims[d]->n; i++)
      counts[d].idle += r->claims[d]->items[i].is_claim && !busy[d][i];
  }
  for (size_t i = 0; r->links && i < r->links->n; i++)
    counts[link_document(&r->links->items[i])].links++;
  for (size_t i = 0; r->verdicts && i < r->verdicts->checks.n; i++) {
    const hd_raw_check *check = &r->verdicts->checks.items[i];
    counts[check->at.document].checks++;
    counts[check->at.document].agreeing += check->result > 0;
  }
}

static void add_counts(hd_counts *sum, const hd_counts *c) {
  sum->figures += c->figures;
  sum->claims += c->claims;
  sum->links += c->links;
  sum->checks += c->checks;
  sum->agreeing += c->agreeing;
  sum->idle += c->idle;
  sum->characters += c->characters;
}

/* ---- files and failures ------------------------------------------------- */

static void build_notes(build *b, hd_file *out, const hd_note *notes,
                        size_t n) {
  for (size_t i = 0; i < n; i++)
    out->notes[out->n_notes++] = (hd_file_note){copy(b->arena, notes[i].zh),
                                                copy(b->arena, notes[i].en)};
}

static hd_file build_file(build *b, const hd_reading_file *file,
                          const hd_counts *counts) {
  hd_file out = {.name = copy(b->arena, file->name),
                 .encoding = "",
                 .lang = "",
                 .failed = file->failed,
                 .format = ""};
  if (file->document == HD_NONE)
    return out;
  const hd_document *doc = b->r->documents[file->document];
  out.encoding = copy(b->arena, doc->source.encoding);
  out.lang = doc->lang == HD_LANG_EN ? "en" : "zh";
  out.replaced = doc->source.replaced;
  out.counts = counts[file->document];
  out.format = hd_format_name(doc->source.format);
  size_t own = doc->source.n_notes;
  size_t more = file->document == 0 ? b->r->n_compared : 0;
  out.notes = hd_arena_alloc(b->arena, (own + more + 1) * sizeof *out.notes);
  build_notes(b, &out, doc->source.notes, own);
  build_notes(b, &out, b->r->compared, more);
  return out;
}

static void build_files(build *b) {
  const hd_reading *r = b->r;
  hd_counts *counts = hd_arena_alloc(r->arena, (r->n + 1) * sizeof *counts);
  count_documents(r, counts);
  hd_file *files = hd_arena_alloc(b->arena, (r->n_files + 1) * sizeof *files);
  for (size_t i = 0; i < r->n_files; i++) {
    hd_file file = build_file(b, &r->files[i], counts);
    uint32_t d = r->files[i].document;
    r->files[i].name = file.name; /* places share it */
    if (d != HD_NONE && !hd_document_is_judged(r->documents[d]))
      continue;
    add_counts(&b->result->counts, &file.counts);
    files[b->result->n_files++] = file;
  }
  b->result->files = files;
}

static void build_failures(build *b) {
  const hd_reading *r = b->r;
  size_t n = r->verdicts ? r->verdicts->failures.n : 0, used = 0;
  hd_failure *all =
      hd_arena_alloc(b->arena, (r->n_files + n + 1) * sizeof *all);
  for (size_t i = 0; i < r->n_files; i++) {
    const hd_error *e = &r->files[i].error;
    if (r->files[i].failed)
      all[used++] = (hd_failure){r->files[i].name, e->line, e->column, "",
                                 copy(b->arena, e->message)};
  }
  for (size_t i = 0; i < n; i++) {
    const hd_error *e = &r->verdicts->failures.items[i];
    all[used++] = (hd_failure){r->files[0].name, 0, 0, copy(b->arena, e->file),
                               copy(b->arena, e->message)};
  }
  b->result->failures = all;
  b->result->n_failures = used;
}

hd_result *hd_result_build(const hd_reading *r, unsigned want) {
  hd_result *result = hd_result_new();
  build b = {.r = r, .result = result, .arena = result->memory, .want = want};
  build_files(&b);
  if (want & HD_WANT_TEXT)
    b.shown = hd_shown_build(b.arena, r, &result->blocks, &result->n_blocks);
  build_failures(&b);
  if (r->verdicts)
    build_findings(&b);
  if (r->verdicts && (want & HD_WANT_CHECKS))
    build_checks(&b);
  if (want & HD_WANT_CLAIMS)
    result->claims =
        hd_claims_build(b.arena, r, want & HD_WANT_UNREAD, &result->n_claims);
  if (want & HD_WANT_TREE)
    result->tree = hd_tree_print(b.arena, r);
  return result;
}
