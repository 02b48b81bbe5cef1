/* engine: options in; lexicons and rules, read once, out.
 *
 * Everything lives in the engine's arena and is immutable when
 * hd_engine_new returns, so that threads and forked workers share it. What
 * makes an engine unusable is one sentence (error); a broken rule is a
 * failure beside which the others work. */
#include "../rule/pack.h"
#include "data.h"
#include "measured.h"
#include "run.h"
#include <stdio.h>

enum { MEGABYTE = 1 << 20, LARGEST_FILE = 1 << 30 };

const char *hd_severity_name(hd_severity severity) {
  static const char *const names[] = {"note", "warning", "error"};
  return (unsigned)severity < 3 ? names[severity] : "";
}

const char *hd_outcome_name(hd_outcome outcome) {
  static const char *const names[] = {"differs", "agrees", "undecided"};
  return (unsigned)outcome < 3 ? names[outcome] : "";
}

const char *hd_column_name(int column) {
  static const char *const names[HD_COLUMNS] = {
      "text",      "kind",     "low",      "high",    "unit",
      "unit_text", "bound",    "decimals", "subject", "indicator",
      "scope",     "period",   "aspect",   "base",    "section",
      "direction", "modality", "price",    "id"};
  return column >= 0 && column < HD_COLUMNS ? names[column] : "";
}

/* A copy of a string; NULL stays NULL. */
static const char *keep(hd_arena *arena, const char *s) {
  return s ? hd_arena_copy(arena, s, strlen(s)) : NULL;
}

static const char *const *keep_list(hd_arena *arena, const char *const *list,
                                    size_t n) {
  const char **copy = hd_arena_alloc(arena, (n + 1) * sizeof *copy);
  for (size_t i = 0; i < n; i++)
    copy[i] = keep(arena, list[i]);
  return copy;
}

static hd_options keep_options(hd_arena *arena, const hd_options *given) {
  hd_options o = *given;
  o.rules = keep_list(arena, o.rules, o.n_rules);
  o.select = keep_list(arena, o.select, o.n_select);
  o.ignore = keep_list(arena, o.ignore, o.n_ignore);
  o.settings = keep_list(arena, o.settings, o.n_settings);
  o.severities = keep_list(arena, o.severities, o.n_severities);
  o.least = keep_list(arena, o.least, o.n_least);
  o.ruleset = keep(arena, o.ruleset);
  o.lexicons = keep_list(arena, o.lexicons, o.n_lexicons);
  o.lang = keep(arena, o.lang);
  o.doc_lang = keep(arena, o.doc_lang);
  o.date = keep(arena, o.date);
  o.revisions = keep(arena, o.revisions);
  if (o.max_file_size == 0)
    o.max_file_size = (size_t)64 * MEGABYTE;
  if (o.max_file_size > LARGEST_FILE) /* offsets have 32 bits */
    o.max_file_size = LARGEST_FILE;
  if (o.max_memory == 0)
    o.max_memory = (size_t)1024 * MEGABYTE;
  if (o.timeout == 0)
    o.timeout = 60;
  return o;
}

static bool known_lang(const char *lang) {
  return !lang || strcmp(lang, "zh") == 0 || strcmp(lang, "en") == 0;
}

/* YYYY-MM-DD, a day that exists. */
static bool read_day(const char *s, hd_day *day) {
  if (strlen(s) != 10 || s[4] != '-' || s[7] != '-')
    return false;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && (s[i] < '0' || s[i] > '9'))
      return false;
  int year = (s[0] - '0') * 1000 + (s[1] - '0') * 100 + (s[2] - '0') * 10 +
             (s[3] - '0');
  int month = (s[5] - '0') * 10 + (s[6] - '0');
  int days = (s[8] - '0') * 10 + (s[9] - '0');
  if (year < 1 || month < 1 || month > 12 || days < 1 ||
      days > hd_days_in_month(year, month))
    return false;
  *day = (hd_day){(int16_t)year, (uint8_t)month, (uint8_t)days};
  return true;
}

/* Two numbers, from the first rule set to the newest. */
static bool known_ruleset(const char *s) {
  const char *rest = s + strspn(s, "0123456789");
  return rest > s && *rest == '.' && rest[1] &&
         rest[1 + strspn(rest + 1, "0123456789")] == '\0' &&
         strverscmp(HD_FIRST_RULESET, s) <= 0 && strverscmp(s, HD_RULESET) <= 0;
}

static bool read_revisions(const char *s, hd_revisions *revisions) {
  bool original = s && strcmp(s, "original") == 0;
  *revisions = original ? HD_REVISIONS_ORIGINAL : HD_REVISIONS_FINAL;
  return !s || original || strcmp(s, "final") == 0;
}

/* The sentence about a bad option, or NULL. */
static const char *check_options(hd_engine *e) {
  const hd_options *o = &e->options;
  if (!known_lang(o->lang))
    return hd_arena_format(e->arena, "no language of messages: %s (zh, en)",
                           o->lang);
  if (!known_lang(o->doc_lang))
    return hd_arena_format(e->arena, "no language of documents: %s (zh, en)",
                           o->doc_lang);
  if (o->date && !read_day(o->date, &e->date))
    return hd_arena_format(e->arena, "no date (YYYY-MM-DD): %s", o->date);
  if (!read_revisions(o->revisions, &e->revisions))
    return hd_arena_format(e->arena,
                           "no state of tracked changes: %s (final, original)",
                           o->revisions);
  if (o->ruleset && !known_ruleset(o->ruleset))
    return hd_arena_format(e->arena,
                           "no rule set %s; the rule sets are " HD_FIRST_RULESET
                           " to " HD_RULESET,
                           o->ruleset);
  return NULL;
}

/* "FILE:LINE:COLUMN: message", without what is unknown. */
static const char *error_text(hd_arena *arena, const hd_error *error) {
  const char *file = error->file ? error->file : "";
  const char *message = error->message ? error->message : "it failed";
  if (*file == '\0')
    return message;
  if (error->line == 0)
    return hd_arena_format(arena, "%s: %s", file, message);
  return hd_arena_format(arena, "%s:%u:%u: %s", file, (unsigned)error->line,
                         (unsigned)(error->column ? error->column : 1),
                         message);
}

/* Puts the lexicons of packs before those of the options. A wrong manifest is a
 * failure of its rules. */
static void add_lexicons(hd_engine *e) {
  HD_VEC(const char *) all = {0};
  hd_options *o = &e->options;
  hd_error ignored;
  for (size_t i = 0; i < o->n_rules; i++) {
    const hd_pack *pack =
        hd_pack_read(e->arena, o->rules[i], HD_VERSION, &ignored);
    for (size_t k = 0; pack && k < pack->lexicons.n; k++)
      HD_PUSH(e->arena, &all, pack->lexicons.items[k]);
  }
  if (!all.n)
    return;
  for (size_t i = 0; i < o->n_lexicons; i++)
    HD_PUSH(e->arena, &all, o->lexicons[i]);
  o->lexicons = all.items;
  o->n_lexicons = all.n;
}

/* Reads the lexicons and what is compiled from them. */
static bool open_data(hd_engine *e) {
  hd_error error = {0};
  add_lexicons(e);
  const hd_data *data = hd_data_open(e->arena, e->options.lexicons,
                                     e->options.n_lexicons, &error);
  if (!data) {
    e->error = error_text(e->arena, &error);
    return false;
  }
  const hd_data *image = data->prepared ? data : hd_data_image(e->arena);
  e->prepared = image ? image->prepared : NULL;
  e->measured = data->measured;
  e->lexicon = data->lexicon;
  e->vocabulary = data->vocabulary;
  e->units = data->units;
  e->gap_words = data->gap_words;
  return true;
}

hd_rule_options hd_engine_rule_options(const hd_engine *e) {
  const hd_options *o = &e->options;
  return (hd_rule_options){
      .folders = o->rules,
      .n_folders = o->n_rules,
      .select = o->select,
      .n_select = o->n_select,
      .ignore = o->ignore,
      .n_ignore = o->n_ignore,
      .settings = o->settings,
      .n_settings = o->n_settings,
      .severities = o->severities,
      .n_severities = o->n_severities,
      .ruleset = o->ruleset,
      .least = o->least,
      .n_least = o->n_least,
      .version = HD_VERSION,
      .vocabulary = e->vocabulary,
      .units = e->units,
      .prepared = e->prepared,
      .anew = o->n_lexicons > 0,
  };
}

static const char *or_empty(const char *s) { return s ? s : ""; }

static hd_rule describe(const hd_rule_info *info) {
  return (hd_rule){
      .id = or_empty(info->id),
      .severity = (hd_severity)info->severity,
      .preview = info->preview,
      .selected = info->selected,
      .builtin = info->builtin,
      .file = or_empty(info->file),
      .summary_zh = or_empty(info->summary_zh),
      .summary_en = or_empty(info->summary_en),
      .explain_zh = or_empty(info->explain_zh),
      .explain_en = or_empty(info->explain_en),
      .source = or_empty(info->source),
      .since = or_empty(info->since),
      .pack = or_empty(info->pack),
      .pack_version = or_empty(info->pack_version),
      .pack_licence = or_empty(info->pack_licence),
  };
}

static void list_failures(hd_engine *e) {
  const hd_error *errors = NULL;
  e->n_failures = hd_rules_errors(e->rules, &errors);
  e->failures =
      hd_arena_alloc(e->arena, (e->n_failures + 1) * sizeof *e->failures);
  for (size_t i = 0; i < e->n_failures; i++)
    e->failures[i] =
        (hd_failure){or_empty(errors[i].file), errors[i].line, errors[i].column,
                     "", or_empty(errors[i].message)};
}

static void list_rules(hd_engine *e) {
  const hd_rule_info *infos = NULL;
  e->n_list = hd_rules_list(e->rules, &infos);
  e->list = hd_arena_alloc(e->arena, (e->n_list + 1) * sizeof *e->list);
  for (size_t i = 0; i < e->n_list; i++)
    e->list[i] = describe(&infos[i]);
  hd_measured_fill(e->measured, e->list, e->n_list);
}

static void open_rules(hd_engine *e) {
  hd_rule_options options = hd_engine_rule_options(e);
  e->rules = hd_rules_open(e->arena, e->lexicon, &options);
  if (!e->rules) {
    e->error = "the rules could not be opened";
    return;
  }
  list_failures(e);
  list_rules(e);
}

hd_engine *hd_engine_new(const hd_options *options) {
  static const hd_options none = HD_OPTIONS_DEFAULT;
  hd_arena *arena = hd_arena_new();
  hd_engine *e = HD_NEW(arena, hd_engine);
  e->arena = arena;
  e->options = keep_options(arena, options ? options : &none);
  e->error = check_options(e);
  if (!e->error && open_data(e))
    open_rules(e);
  return e;
}

hd_engine *hd_engine_refused(const char *reason) {
  static const hd_options none = HD_OPTIONS_DEFAULT;
  hd_arena *arena = hd_arena_new();
  hd_engine *e = HD_NEW(arena, hd_engine);
  e->arena = arena;
  e->options = keep_options(arena, &none);
  e->error = keep(arena, reason);
  return e;
}

void hd_engine_free(hd_engine *engine) {
  if (!engine)
    return;
  hd_rules_close(engine->rules);
  hd_arena_free(engine->arena);
}

const char *hd_engine_error(const hd_engine *engine) { return engine->error; }

size_t hd_engine_failures(const hd_engine *engine,
                          const hd_failure **failures) {
  *failures = engine->failures;
  return engine->n_failures;
}

size_t hd_engine_notes(const hd_engine *engine, const char *const **notes) {
  *notes = NULL;
  return engine->rules ? hd_rules_notes(engine->rules, notes) : 0;
}

const char *hd_engine_rule_id(const char *id) { return hd_renamed_now(id); }

size_t hd_engine_rules(const hd_engine *engine, const hd_rule **rules) {
  *rules = engine->list;
  return engine->n_list;
}
