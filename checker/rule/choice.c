/* choice: which rules run, and how high they report.
 *
 * In: rules as they were loaded and the user's words: selection, a pinned rule
 * set, severities. Out: info.selected, info.preview and highest of each
 * script; an error with a suggestion for each name that is no rule. */
#include "host.h"

static void add_error(hd_rules *r, const char *option, const char *message) {
  hd_error e = {.file = option, .message = message};
  HD_PUSH(r->arena, &r->errors, e);
}

static hd_script *find_script(const hd_rules *r, const char *id) {
  for (size_t i = 0; i < r->n; i++)
    if (strcmp(r->scripts[i]->info.id, id) == 0)
      return r->scripts[i];
  return NULL;
}

/* The rule of the id, or what took over the built-in one that had it. */
static hd_script *find_now(const hd_rules *r, const char *id) {
  hd_script *s = find_script(r, id);
  return s ? s : find_script(r, hd_renamed_now(id));
}

const char *hd_rules_now(const hd_rules *rules, const char *id) {
  const hd_script *s = find_now(rules, id);
  return s ? s->info.id : id;
}

static void note_renamed(hd_rules *r, const char *option, const char *former,
                         const char *now) {
  const char *note = hd_arena_format(
      r->arena, "%s: the rule %s is part of %s now", option, former, now);
  HD_PUSH(r->arena, &r->notes, note);
}

/* An error with a suggestion where id names no rule. */
hd_script *hd_choice_script(hd_rules *r, const char *option, hd_str id) {
  const char *name = hd_arena_copy(r->arena, id.p, id.n);
  hd_script *s = find_now(r, name);
  if (s && strcmp(s->info.id, name) != 0)
    note_renamed(r, option, name, s->info.id);
  if (s)
    return s;
  const char **ids = hd_arena_alloc(r->arena, (r->n + 1) * sizeof *ids);
  for (size_t i = 0; i < r->n; i++)
    ids[i] = r->scripts[i]->info.id;
  const char *near = hd_nearest(name, ids, r->n);
  add_error(r, option,
            near
                ? hd_arena_format(r->arena, "no rule '%s' (did you mean '%s'?)",
                                  name, near)
                : hd_arena_format(r->arena, "no rule '%s'", name));
  return NULL;
}

static void set_selected(hd_rules *r, const char *option,
                         const char *const *ids, size_t n, bool selected) {
  for (size_t i = 0; i < n; i++) {
    hd_script *s = hd_choice_script(r, option, hd_str_of(ids[i]));
    if (s)
      s->info.selected = selected;
  }
}

static void select_rules(hd_rules *r, const hd_rule_options *o) {
  for (size_t i = 0; i < r->n; i++) {
    hd_rule_info *info = &r->scripts[i]->info;
    info->preview = info->preview ||
                    (o->ruleset && strverscmp(info->since, o->ruleset) > 0);
    info->selected = o->n_select == 0 && !info->preview;
  }
  set_selected(r, "--select", o->select, o->n_select, true);
  set_selected(r, "--ignore", o->ignore, o->n_ignore, false);
}

/* RULE=LEVEL. */
static void apply_severity(hd_rules *r, const char *text) {
  static const char *const names[] = {"note", "warning", "error", "off"};
  const char *equals = strchr(text, '=');
  size_t n = equals ? (size_t)(equals - text) : strlen(text);
  hd_script *s = hd_choice_script(r, "--severity", (hd_str){text, n});
  int level = 0;
  while (level < 4 && (!equals || strcmp(equals + 1, names[level]) != 0))
    level++;
  if (level == 4)
    add_error(r, "--severity",
              hd_arena_format(r->arena,
                              "'%s' is not RULE=error|warning|note|off", text));
  else if (s && level == 3)
    s->info.selected = false;
  else if (s)
    s->highest = (hd_severity_level)level;
}

void hd_choice_make(hd_rules *r, const hd_rule_options *o) {
  for (size_t i = 0; i < r->n; i++)
    r->scripts[i]->highest = r->scripts[i]->info.severity;
  select_rules(r, o);
  for (size_t i = 0; i < o->n_severities; i++)
    apply_severity(r, o->severities[i]);
}
