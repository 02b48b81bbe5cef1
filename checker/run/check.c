/* check: one set from names to a result, in this process.
 *
 * Each input becomes a document and runs through the stages up to claims;
 * links are built and rules run over all documents together. An input that
 * cannot be read is a failure of its file, the others go on. The working
 * arena is freed before the result is handed over; that of a workshop is
 * emptied by the next set. */
#include "../document/reference.h"
#include "run.h"

/* Is it read from standard input? */
static bool is_stdin(const hd_input *input) {
  return !input->bytes && input->name && strcmp(input->name, "-") == 0;
}

bool hd_check_reads_stdin(const hd_input *input) {
  bool any = is_stdin(input);
  for (size_t i = 0; i < input->n_companions; i++)
    any = any || is_stdin(&input->companions[i]);
  return any;
}

const char *hd_check_name(const hd_input *input) {
  if (is_stdin(input) && input->stdin_name)
    return input->stdin_name;
  return input->name ? input->name : "";
}

/* Half the time of a set, so that a PDF that takes longer is named before
 * the worker is stopped. */
hd_press_limits hd_check_press_limits(const hd_options *options) {
  return (hd_press_limits){.memory = options->max_memory,
                           .seconds = (options->timeout + 1) / 2,
                           .most = options->max_file_size * 2};
}

/* Bytes of an input as text; false and *error where it fails. */
static bool open_source(const hd_engine *e, const hd_reading *r,
                        const hd_input *input, hd_source *source,
                        hd_error *error) {
  const hd_options *o = &e->options;
  hd_source_options options = {.max_bytes = o->max_file_size,
                               .lenient = o->lenient != 0,
                               .revisions = e->revisions,
                               .reference = input->role == HD_INPUT_REFERENCE,
                               .press = &r->press};
  if (input->reference)
    options.table = input->reference->table;
  if (!input->bytes)
    return hd_source_read(r->arena, input->name ? input->name : "",
                          input->stdin_name, &options, source, error);
  if (input->n_bytes > o->max_file_size) {
    error->message = hd_arena_format(
        r->arena, "the input is larger than the limit of %zu bytes",
        o->max_file_size);
    return false;
  }
  return hd_source_decode(r->arena, hd_check_name(input),
                          (hd_str){input->bytes, input->n_bytes}, &options,
                          source, error);
}

static hd_lang lang_of(const char *name) {
  return strcmp(name, "en") == 0 ? HD_LANG_EN : HD_LANG_ZH;
}

/* One document through the stages of its own. */
static void read_document(const hd_engine *e, hd_reading *r, hd_document *doc) {
  if (e->options.doc_lang)
    doc->lang = lang_of(e->options.doc_lang);
  hd_text *text = hd_text_read(r->arena, doc, e->vocabulary);
  hd_quantities *quantities =
      hd_quantity_scan(r->arena, text, e->units, e->date);
  r->documents[r->n] = doc;
  r->texts[r->n] = text;
  r->quantities[r->n] = quantities;
  r->claims[r->n] = hd_claim_read(r->arena, quantities, e->vocabulary);
  r->gaps[r->n] = hd_gap_order(r->arena, quantities, e->units, e->gap_words);
  r->n++;
}

/* The rows of a table of known figures; NULL and *error. */
static hd_document *read_reference(const hd_reading *r, const hd_input *input,
                                   const hd_document *doc, hd_error *error) {
  static const hd_reference usual = {0};
  static const char *const dates[] = {"day", "month", "quarter", "year"};
  const hd_reference *given = input->reference ? input->reference : &usual;
  hd_reference_form form = {
      .table = given->table,
      .columns = {given->subject, given->scope, given->period, given->value,
                  given->unit},
      .scope = given->row_scope,
      .period = given->row_period,
      .unit = given->row_unit,
      .yields = given->yields != 0,
  };
  for (int i = 0; given->dates && i < 4; i++)
    if (strcmp(given->dates, dates[i]) == 0)
      form.dates = (hd_dates)i;
  return hd_reference_read(r->arena, doc, &form, error);
}

static void read_file(const hd_engine *e, hd_reading *r, size_t i,
                      const hd_input *input) {
  hd_reading_file *file = &r->files[i];
  hd_source source = {0};
  file->name = hd_check_name(input);
  file->document = HD_NONE;
  file->failed = !open_source(e, r, input, &source, &file->error);
  if (file->failed)
    return;
  source.role = (hd_role)input->role;
  r->comments[r->n] = hd_comments_read(r->arena, &source);
  hd_document *doc = hd_document_read(r->arena, &source);
  if (doc->role == HD_ROLE_REFERENCE)
    doc = read_reference(r, input, doc, &file->error);
  if (!doc) {
    file->failed = true;
    file->error.file = file->name;
    return;
  }
  file->document = (uint32_t)r->n;
  r->file_of[r->n] = (uint32_t)i;
  read_document(e, r, doc);
}

/* The inputs of a set, companions included. */
static size_t count_inputs(const hd_job *job) {
  size_t n = job->n;
  for (size_t i = 0; i < job->n; i++)
    n += job->inputs[i].n_companions;
  return n;
}

static hd_reading *new_reading(const hd_engine *e, const hd_job *job) {
  hd_arena *arena = job->workshop ? job->workshop->arena : hd_arena_new();
  if (job->workshop) /* behind the last set nobody pays for it */
    hd_arena_reset(arena);
  hd_reading *r = HD_NEW(arena, hd_reading);
  size_t n = count_inputs(job);
  r->arena = arena;
  r->press = job->press;
  r->press.limits = hd_check_press_limits(&e->options);
  r->files = hd_arena_alloc(arena, (n + 1) * sizeof *r->files);
  r->documents = hd_arena_alloc(arena, (n + 1) * sizeof *r->documents);
  r->texts = hd_arena_alloc(arena, (n + 1) * sizeof *r->texts);
  r->quantities = hd_arena_alloc(arena, (n + 1) * sizeof *r->quantities);
  r->claims = hd_arena_alloc(arena, (n + 1) * sizeof *r->claims);
  r->gaps = hd_arena_alloc(arena, (n + 1) * sizeof *r->gaps);
  r->comments = hd_arena_alloc(arena, (n + 1) * sizeof *r->comments);
  r->file_of = hd_arena_alloc(arena, (n + 1) * sizeof *r->file_of);
  return r;
}

/* Links and, where rules are wanted, verdicts. */
static void judge(hd_reading *r, const hd_job *job) {
  if (!job->rules && !(job->want & HD_WANT_TREE))
    return;
  r->links = hd_link_build(r->arena, (const hd_claims *const *)r->claims, r->n);
  if (!job->rules)
    return;
  hd_set set = {
      .links = r->links,
      .documents = (const hd_document *const *)r->documents,
      .texts = (const hd_text *const *)r->texts,
      .claims = (const hd_claims *const *)r->claims,
      .gaps = r->gaps,
      .n = r->n,
      .traced = job->want & HD_WANT_WHY,
      .cover = job->cover,
      .meter = job->meter,
  };
  if (job->workshop && job->workshop->court)
    r->verdicts = hd_court_judge(job->workshop->court, r->arena, &set, r->lang,
                                 job->current, job->skip);
  else
    r->verdicts = hd_rules_judge(r->arena, job->rules, &set, r->lang,
                                 job->current, job->skip);
}

/* Asked for a finding: is it of the document, and its comment resolved? */
typedef struct {
  const char *file;
  const hd_map *resolved;
} resolution;

static const char *reason_of(void *closure, const hd_finding *finding) {
  const resolution *r = closure;
  return finding->at.file == r->file &&
                 hd_map_find(r->resolved, hd_str_of(finding->fingerprint))
             ? ""
             : NULL;
}

/* Takes back what comments in the drafts say is done with. */
static void silence_resolved(hd_reading *r, hd_result *result) {
  for (size_t d = 0; d < r->n; d++) {
    const hd_source *source = &r->documents[d]->source;
    hd_map *resolved = source->n_resolved ? hd_map_new(r->arena) : NULL;
    bool fresh;
    for (size_t i = 0; i < source->n_resolved; i++)
      hd_map_at(resolved, hd_str_of(source->resolved[i]), &fresh);
    resolution asked = {r->files[r->file_of[d]].name, resolved};
    if (resolved)
      hd_result_silence(result, HD_BY_RESOLVED, reason_of, &asked);
  }
}

hd_result *hd_check_run(const hd_engine *e, const hd_job *job) {
  hd_reading *r = new_reading(e, job);
  for (size_t i = 0; i < job->n; i++) {
    const hd_input *input = &job->inputs[i];
    read_file(e, r, r->n_files++, input);
    for (size_t k = 0; k < input->n_companions; k++)
      read_file(e, r, r->n_files++, &input->companions[k]);
  }
  if (e->options.lang)
    r->lang = lang_of(e->options.lang);
  else if (r->n > 0)
    r->lang = r->documents[0]->lang;
  if (r->n > 0)
    judge(r, job);
  hd_compared_note(r);
  hd_result *result = hd_result_build(r, job->want);
  silence_resolved(r, result);
  for (size_t i = 0; r->verdicts && i < r->n; i++)
    if (r->comments[i])
      hd_comments_apply(r->comments[i], r->documents[i],
                        result->files[r->file_of[i]].name, job->rules, result);
  if (!job->workshop)
    hd_arena_free(r->arena);
  return result;
}

hd_result *hd_engine_check(const hd_engine *engine, const hd_input *inputs,
                           size_t n, unsigned want) {
  if (engine->error)
    return hd_result_failed(n > 0 ? hd_check_name(&inputs[0]) : "", "",
                            engine->error);
  hd_job job = {
      .inputs = inputs,
      .n = n,
      .want = want,
      .rules = want & HD_WANT_NO_RULES ? NULL : engine->rules,
      .skip = -1,
  };
  return hd_check_run(engine, &job);
}
