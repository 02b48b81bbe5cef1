/* examples: the examples inside rule files, run through the whole pipeline.
 *
 * A bad example must give exactly one finding of its rule, at the text it
 * names, of the severity it names. A good one of a built-in rule must give
 * none of any stable rule, one of a pack none of its own. All rules take
 * part, whatever the engine selects: preview rules have examples too. */
#include "run.h"
#include <stdlib.h>

typedef struct {
  const hd_engine *engine;
  hd_arena *arena;
  hd_rules *rules; /* all of them, selected */
  const hd_rule_info *infos;
  size_t n_infos;
  hd_cover *cover; /* NULL: none */
} trials;

static const hd_rule_info *find_rule(const trials *t, const char *id) {
  for (size_t i = 0; i < t->n_infos; i++)
    if (strcmp(t->infos[i].id, id) == 0)
      return &t->infos[i];
  return NULL;
}

/* Markdown where the text has a heading or a row of a table, else plain. */
static const char *name_example(const char *text) {
  bool markdown = text[0] == '#' || text[0] == '|' || strstr(text, "\n|");
  return markdown ? "example.md" : "example.txt";
}

static hd_input input_of(const char *name, const char *text) {
  return (hd_input){.name = name, .bytes = text, .n_bytes = strlen(text)};
}

static hd_result *run_example(const trials *t, const hd_example *x) {
  hd_input companions[HD_EXAMPLE_COMPANIONS];
  for (uint32_t i = 0; i < x->n_companions; i++) {
    companions[i] = input_of(x->companions[i].name, x->companions[i].text);
    companions[i].role = (hd_input_role)x->companions[i].role;
  }
  hd_input input = input_of(name_example(x->text), x->text);
  input.companions = companions;
  input.n_companions = x->n_companions;
  hd_job job = {.inputs = &input,
                .n = 1,
                .want = HD_WANT_CHECKS,
                .rules = t->rules,
                .skip = -1,
                .cover = t->cover};
  return hd_check_run(t->engine, &job);
}

/* Byte offset of the nth occurrence, or (size_t)-1. */
static size_t find_nth(const char *text, const char *needle, uint32_t nth) {
  const char *p = text;
  for (uint32_t i = 1; (p = strstr(p, needle)) != NULL; i++, p++)
    if (i >= (nth > 0 ? nth : 1))
      return (size_t)(p - text);
  return (size_t)-1;
}

/* Which of the needles begins at off, from 1. */
static uint32_t count_to(const char *text, const char *needle, size_t off) {
  uint32_t n = 1;
  for (const char *p = text; (p = strstr(p, needle)) != NULL && p < text + off;
       p++)
    n++;
  return n;
}

/* "“12%”", "“12%” (2nd there)" */
static const char *show(const trials *t, const char *at, uint32_t nth) {
  return nth > 1
             ? hd_arena_format(t->arena, "“%s” (number %u)", at, (unsigned)nth)
             : hd_arena_format(t->arena, "“%s”", at);
}

/* The sentence about a finding that stands elsewhere or is of another
 * severity than the example says; "" where all is as it says. */
static const char *compare(const trials *t, const hd_example *x,
                           const hd_finding *f) {
  size_t off = find_nth(x->text, x->at, x->nth);
  if (off == (size_t)-1)
    return hd_arena_format(t->arena,
                           "the text has no %s; found at %u:%u “%s”: %s",
                           show(t, x->at, x->nth), (unsigned)f->at.line,
                           (unsigned)f->at.column, f->at.text, f->message);
  if (f->at.source != off || f->at.source_end != off + strlen(x->at))
    return hd_arena_format(t->arena, "expected at %s, found at %u:%u “%s”: %s",
                           show(t, x->at, x->nth), (unsigned)f->at.line,
                           (unsigned)f->at.column, f->at.text, f->message);
  const char *severity = hd_severity_name(f->severity);
  if (x->severity && *x->severity && strcmp(severity, x->severity) != 0)
    return hd_arena_format(t->arena, "expected severity %s, found %s: %s",
                           x->severity, severity, f->message);
  return "";
}

/* What the rule said in place of a finding: its first check. */
static const char *said_instead(const trials *t, const hd_example *x,
                                const hd_result *result) {
  for (size_t i = 0; i < result->n_checks; i++) {
    const hd_check *c = &result->checks[i];
    if (strcmp(c->rule, x->rule) == 0)
      return hd_arena_format(t->arena, "; the rule says “%s” %s%s%s",
                             c->at.text, hd_outcome_name(c->outcome),
                             *c->how ? ": " : "", c->how);
  }
  return "";
}

/* The findings of the example's rule: their number, and the first two. */
static size_t own_findings(const hd_example *x, const hd_result *result,
                           const hd_finding *found[2]) {
  size_t n = 0;
  for (size_t i = 0; i < result->n_findings; i++)
    if (strcmp(result->findings[i].rule, x->rule) == 0) {
      if (n < 2)
        found[n] = &result->findings[i];
      n++;
    }
  return n;
}

static const char *judge_bad(const trials *t, const hd_example *x,
                             const hd_result *result) {
  const hd_finding *found[2];
  size_t n = own_findings(x, result, found);
  if (n > 1)
    return hd_arena_format(
        t->arena,
        "expected one finding, found more: at %u:%u “%s” and %u:%u “%s”",
        (unsigned)found[0]->at.line, (unsigned)found[0]->at.column,
        found[0]->at.text, (unsigned)found[1]->at.line,
        (unsigned)found[1]->at.column, found[1]->at.text);
  if (n == 0)
    return hd_arena_format(t->arena, "expected a finding at %s, found none%s",
                           show(t, x->at, x->nth), said_instead(t, x, result));
  return compare(t, x, found[0]);
}

/* Does a finding of `rule` break a good example of `own`? */
static bool breaks(const trials *t, const char *rule, const hd_rule_info *own) {
  if (strcmp(rule, own->id) == 0)
    return true;
  const hd_rule_info *info = find_rule(t, rule);
  return own->builtin && info && info->builtin && !info->preview;
}

static const char *judge_good(const trials *t, const hd_example *x,
                              const hd_result *result) {
  const hd_rule_info *own = find_rule(t, x->rule);
  for (size_t i = 0; own && i < result->n_findings; i++) {
    const hd_finding *f = &result->findings[i];
    if (breaks(t, f->rule, own))
      return hd_arena_format(
          t->arena, "expected no finding, found %s at %u:%u “%s”: %s", f->rule,
          (unsigned)f->at.line, (unsigned)f->at.column, f->at.text, f->message);
  }
  return "";
}

static const char *name_of(const trials *t, const hd_example *x) {
  return hd_arena_format(t->arena, "%s %u", x->bad ? "bad" : "good",
                         (unsigned)x->index);
}

/* Why the example fails; "" where it passes. */
static const char *judge(const trials *t, const hd_example *x,
                         const hd_result *result) {
  for (size_t i = 0; i < result->n_failures; i++)
    if (*result->failures[i].rule == '\0' ||
        strcmp(result->failures[i].rule, x->rule) == 0)
      return result->failures[i].message;
  return x->bad ? judge_bad(t, x, result) : judge_good(t, x, result);
}

static void try_example(const trials *t, const hd_example *x, hd_tried *done,
                        void *closure) {
  if (t->cover)
    hd_cover_begin(t->cover, t->rules, x->rule);
  hd_result *result = run_example(t, x);
  const char *message = judge(t, x, result);
  hd_trial trial = {
      .rule = x->rule,
      .name = name_of(t, x),
      .passed = *message == '\0',
      .message = message,
  };
  done(closure, &trial);
  hd_result_free(result);
}

/* Opens the rules once more with every one of them selected. */
static void select_all(trials *t) {
  const hd_rule_info *infos = NULL;
  size_t n = hd_rules_list(t->engine->rules, &infos);
  const char **ids = hd_arena_alloc(t->arena, (n + 1) * sizeof *ids);
  for (size_t i = 0; i < n; i++)
    ids[i] = infos[i].id;
  hd_rule_options options = hd_engine_rule_options(t->engine);
  options.select = ids;
  options.n_select = n;
  options.n_ignore = 0;
  options.n_severities = 0; /* examples say what the rule itself reports */
  options.n_least = 0;
  t->rules = hd_rules_open(t->arena, t->engine->lexicon, &options);
  if (t->rules)
    t->n_infos = hd_rules_list(t->rules, &t->infos);
}

static void close_trials(trials *t) {
  hd_rules_close(t->rules);
  hd_arena_free(t->arena);
}

static void try_all(const hd_engine *engine, const char *id, hd_cover *cover,
                    hd_tried *done, void *closure) {
  hd_example *examples = NULL;
  if (engine->error)
    return;
  trials t = {.engine = engine, .arena = hd_arena_new(), .cover = cover};
  select_all(&t);
  size_t n = t.rules ? hd_rules_examples(t.arena, t.rules, id, &examples) : 0;
  for (size_t i = 0; i < n; i++)
    try_example(&t, &examples[i], done, closure);
  close_trials(&t);
}

void hd_engine_test(const hd_engine *engine, const char *id, hd_tried *done,
                    void *closure) {
  try_all(engine, id, NULL, done, closure);
}

/* ---- coverage ------------------------------------------------------------ */

struct hd_coverage {
  hd_cover *cover;
  hd_arena *arena; /* of the rows */
};

hd_coverage *hd_coverage_new(void) {
  hd_coverage *coverage = malloc(sizeof *coverage);
  if (!coverage)
    hd_memory_out();
  coverage->cover = hd_cover_new();
  coverage->arena = hd_arena_new();
  return coverage;
}

void hd_coverage_free(hd_coverage *coverage) {
  if (!coverage)
    return;
  hd_cover_free(coverage->cover);
  hd_arena_free(coverage->arena);
  free(coverage);
}

size_t hd_coverage_rows(hd_coverage *coverage, const hd_coverage_row **rows) {
  const hd_cover_file *files;
  size_t n = hd_cover_files(coverage->cover, &files);
  hd_coverage_row *all = hd_arena_alloc(coverage->arena, (n + 1) * sizeof *all);
  for (size_t i = 0; i < n; i++)
    all[i] = (hd_coverage_row){files[i].file, files[i].lines, files[i].run,
                               files[i].missed, files[i].n_missed};
  *rows = all;
  return n;
}

void hd_engine_test_covering(const hd_engine *engine, const char *id,
                             hd_coverage *coverage, hd_tried *done,
                             void *closure) {
  try_all(engine, id, coverage->cover, done, closure);
}

/* ---- update -------------------------------------------------------------- */

/* What the example gave, where it is one finding with a text of its own; false
 * and the reason otherwise. */
static bool read_outcome(const trials *t, const hd_example *x,
                         const hd_result *result, hd_expectation *e,
                         const char **why) {
  const hd_finding *found[2];
  size_t n = own_findings(x, result, found);
  *why = judge(t, x, result);
  if (!x->bad || n != 1 || result->n_failures)
    return false;
  const hd_finding *f = found[0];
  if (f->at.source_end <= f->at.source || f->at.source_end > strlen(x->text))
    return false;
  const char *at = hd_arena_copy(t->arena, x->text + f->at.source,
                                 (size_t)(f->at.source_end - f->at.source));
  bool other =
      *x->severity && strcmp(x->severity, hd_severity_name(f->severity)) != 0;
  *e = (hd_expectation){.index = x->index,
                        .at = at,
                        .nth = count_to(x->text, at, (size_t)f->at.source),
                        .severity =
                            other ? hd_severity_name(f->severity) : NULL};
  return true;
}

static void tell(const trials *t, const hd_example *x, const hd_expectation *e,
                 const char *why, hd_tried *done, void *closure) {
  hd_trial trial = {.rule = x->rule, .name = name_of(t, x), .message = why};
  if (e && e->done) {
    trial.passed = 1;
    trial.message = hd_arena_format(
        t->arena, "at %s is now %s%s%s", show(t, x->at, x->nth),
        show(t, e->at, e->nth), e->severity ? ", severity " : "",
        e->severity ? e->severity : "");
  } else if (e) {
    trial.message = hd_arena_format(
        t->arena, "%s (its expectation is not written out in the file)", why);
  }
  done(closure, &trial);
}

/* The new text of the rule whose examples these are. */
static hd_str update(const trials *t, const hd_example *examples, size_t n,
                     hd_tried *done, void *closure) {
  const hd_rule_info *rule = find_rule(t, examples[0].rule);
  HD_VEC(hd_expectation) changed = {0};
  const char **why = hd_arena_alloc(t->arena, n * sizeof *why);
  size_t *at = hd_arena_alloc(t->arena, n * sizeof *at), done_ones = 0;
  for (size_t i = 0; i < n; i++) {
    hd_expectation e;
    hd_result *result = run_example(t, &examples[i]);
    bool known = read_outcome(t, &examples[i], result, &e, &why[i]);
    why[i] = hd_arena_copy(t->arena, why[i], strlen(why[i]));
    if (*why[i] && known) {
      HD_PUSH(t->arena, &changed, e);
      at[i] = changed.n;
    }
    hd_result_free(result);
  }
  hd_str text = hd_example_rewrite(t->arena, hd_str_of(rule->source),
                                   changed.items, changed.n);
  for (size_t i = 0; i < n; i++)
    if (*why[i])
      tell(t, &examples[i], at[i] ? &changed.items[at[i] - 1] : NULL, why[i],
           done, closure);
  for (size_t i = 0; i < changed.n; i++)
    done_ones += changed.items[i].done;
  return done_ones ? text : (hd_str){NULL, 0};
}

char *hd_engine_test_update(const hd_engine *engine, const char *id,
                            hd_tried *done, void *closure) {
  hd_example *examples = NULL;
  char *copy = NULL;
  if (engine->error || !id)
    return NULL;
  trials t = {.engine = engine, .arena = hd_arena_new()};
  select_all(&t);
  size_t n = t.rules ? hd_rules_examples(t.arena, t.rules, id, &examples) : 0;
  hd_str text = n ? update(&t, examples, n, done, closure) : (hd_str){NULL, 0};
  if (text.p && !(copy = strndup(text.p, text.n)))
    hd_memory_out();
  close_trials(&t);
  return copy;
}
