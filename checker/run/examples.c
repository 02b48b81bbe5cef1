/* examples: the examples inside rule files, run through the whole pipeline.
 *
 * A bad example must give exactly one finding of its rule, at the text it
 * names, of the severity it names. A good one of a built-in rule must give
 * none of any stable rule, one of a pack none of its own. All rules take
 * part, whatever the engine selects: preview rules have examples too. */
#include "run.h"

typedef struct {
  const hd_engine *engine;
  hd_arena *arena;
  hd_rules *rules; /* all of them, selected */
  const hd_rule_info *infos;
  size_t n_infos;
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
  hd_job job = {.inputs = &input, .n = 1, .rules = t->rules, .skip = -1};
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

/* The sentence about a finding that stands elsewhere or is of another
 * severity than the example says; "" where all is as it says. */
static const char *compare(const trials *t, const hd_example *x,
                           const hd_finding *f) {
  size_t off = find_nth(x->text, x->at, x->nth);
  if (off == (size_t)-1)
    return hd_arena_format(t->arena, "the text has no “%s” number %u", x->at,
                           (unsigned)(x->nth > 0 ? x->nth : 1));
  if (f->at.source != off || f->at.source_end != off + strlen(x->at))
    return hd_arena_format(
        t->arena, "expected at “%s”, found at %u:%u “%s”: %s", x->at,
        (unsigned)f->at.line, (unsigned)f->at.column, f->at.text, f->message);
  const char *severity = hd_severity_name(f->severity);
  if (x->severity && *x->severity && strcmp(severity, x->severity) != 0)
    return hd_arena_format(t->arena, "expected severity %s, found %s: %s",
                           x->severity, severity, f->message);
  return "";
}

static const char *judge_bad(const trials *t, const hd_example *x,
                             const hd_result *result) {
  const hd_finding *found = NULL;
  size_t n = 0;
  for (size_t i = 0; i < result->n_findings; i++)
    if (strcmp(result->findings[i].rule, x->rule) == 0) {
      if (n == 1)
        return hd_arena_format(
            t->arena,
            "expected one finding, found more: at %u:%u “%s” and %u:%u “%s”",
            (unsigned)found->at.line, (unsigned)found->at.column,
            found->at.text, (unsigned)result->findings[i].at.line,
            (unsigned)result->findings[i].at.column,
            result->findings[i].at.text);
      found = &result->findings[i];
      n++;
    }
  if (!found)
    return hd_arena_format(t->arena, "expected a finding at “%s”, found none",
                           x->at);
  return compare(t, x, found);
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

static void try_example(const trials *t, const hd_example *x, hd_tried *done,
                        void *closure) {
  hd_result *result = run_example(t, x);
  const char *message = "";
  for (size_t i = 0; i < result->n_failures && *message == '\0'; i++)
    if (*result->failures[i].rule == '\0' ||
        strcmp(result->failures[i].rule, x->rule) == 0)
      message = result->failures[i].message;
  if (*message == '\0')
    message = x->bad ? judge_bad(t, x, result) : judge_good(t, x, result);
  hd_trial trial = {
      .rule = x->rule,
      .name = hd_arena_format(t->arena, "%s %u", x->bad ? "bad" : "good",
                              (unsigned)x->index),
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
  hd_rule_options options = hd_engine_rule_options(&t->engine->options);
  options.select = ids;
  options.n_select = n;
  options.n_ignore = 0;
  options.n_severities = 0; /* examples say what the rule itself reports */
  options.n_least = 0;
  t->rules = hd_rules_open(t->arena, t->engine->lexicon, &options);
  if (t->rules)
    t->n_infos = hd_rules_list(t->rules, &t->infos);
}

void hd_engine_test(const hd_engine *engine, const char *id, hd_tried *done,
                    void *closure) {
  hd_example *examples = NULL;
  if (engine->error)
    return;
  trials t = {.engine = engine, .arena = hd_arena_new()};
  select_all(&t);
  size_t n = t.rules ? hd_rules_examples(t.arena, t.rules, id, &examples) : 0;
  for (size_t i = 0; i < n; i++)
    try_example(&t, &examples[i], done, closure);
  hd_rules_close(t.rules);
  hd_arena_free(t.arena);
}
