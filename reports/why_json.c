/* why_json: what why.c tells, as one JSON object, for programs.
 *
 *   {"schema":1,"tool":"hedui","version":"…","finding":{…},"figures":[…],
 *    "links":[…],"steps":[…],"checks":[…]}
 *
 * A step's operands are as in hd_step_row: "(n)" is the nth of `steps`. */
#include "write.h"

static void write_slot(hd_json *json, const hd_slot_row *slot) {
  hd_json_open(json, '{');
  hd_json_member(json, "name", slot->name);
  hd_json_member(json, "value", slot->value);
  hd_json_member(json, "from", slot->from);
  if (slot->line) {
    hd_json_count(json, "line", slot->line);
    hd_json_count(json, "column", slot->column);
    hd_json_member(json, "words", slot->words);
  }
  hd_json_close(json, '}');
}

static void write_figure(hd_json *json, const hd_figure_row *figure) {
  hd_json_open(json, '{');
  hd_json_place(json, &figure->at);
  hd_json_member(json, "kind", figure->kind);
  hd_json_member(json, "interval", figure->interval);
  hd_json_key(json, "slots");
  hd_json_open(json, '[');
  for (size_t i = 0; i < figure->n_slots; i++)
    write_slot(json, &figure->slots[i]);
  hd_json_close(json, ']');
  hd_json_close(json, '}');
}

static void write_link(hd_json *json, const hd_link_row *link) {
  hd_json_open(json, '{');
  hd_json_member(json, "kind", link->kind);
  hd_json_count(json, "strength", link->strength);
  hd_json_member(json, "differs", link->differs);
  hd_json_member(json, "reason", link->reason);
  hd_json_key(json, "members");
  hd_json_open(json, '[');
  for (size_t i = 0; i < link->n_members; i++) {
    hd_json_open(json, '{');
    hd_json_member(json, "role", link->roles[i]);
    hd_json_place(json, &link->members[i]);
    hd_json_close(json, '}');
  }
  hd_json_close(json, ']');
  hd_json_close(json, '}');
}

static void write_step(hd_json *json, const hd_step_row *step) {
  static const char *const kinds[] = {"figure", "operation", "comparison"};
  hd_json_open(json, '{');
  hd_json_member(json, "kind", kinds[step->kind]);
  hd_json_member(json, "left", step->left);
  hd_json_member(json, "op", step->op);
  hd_json_member(json, "right", step->right);
  if (step->kind == HD_STEP_COMPARISON) {
    hd_json_flag(json, "holds", step->holds);
    hd_json_member(json, "difference", step->difference);
  } else {
    hd_json_member(json, "value", step->value);
  }
  hd_json_flag(json, "other", step->other);
  hd_json_close(json, '}');
}

static void write_checks(hd_json *json, const hd_result *result,
                         const hd_finding *finding) {
  for (size_t i = 0; i < result->n_checks; i++) {
    if (!hd_write_other_check(&result->checks[i], finding))
      continue;
    hd_json_open(json, '{');
    hd_json_check(json, &result->checks[i]);
    hd_json_close(json, '}');
  }
}

#define ROWS(json, key, rows, n, write)                                        \
  hd_json_break(json);                                                         \
  hd_json_key(json, key);                                                      \
  hd_json_open(json, '[');                                                     \
  for (size_t i = 0; i < (n); i++)                                             \
    write(json, &(rows)[i]);                                                   \
  hd_json_close(json, ']')

void hd_report_why_json(hd_report *report, const hd_result *result,
                        const hd_finding *finding) {
  static const hd_why nothing = {.n_figures = 0};
  const hd_why *why = finding->why ? finding->why : &nothing;
  hd_json json = {.report = report};
  hd_json_open(&json, '{');
  hd_json_count(&json, "schema", 1);
  hd_json_member(&json, "tool", "hedui");
  hd_json_member(&json, "version", HD_VERSION);
  hd_json_break(&json);
  hd_json_key(&json, "finding");
  hd_json_open(&json, '{');
  hd_json_finding(&json, finding);
  hd_json_close(&json, '}');
  ROWS(&json, "figures", why->figures, why->n_figures, write_figure);
  ROWS(&json, "links", why->links, why->n_links, write_link);
  ROWS(&json, "steps", why->steps, why->n_steps, write_step);
  hd_json_break(&json);
  hd_json_key(&json, "checks");
  hd_json_open(&json, '[');
  write_checks(&json, result, finding);
  hd_json_close(&json, ']');
  hd_json_close(&json, '}');
  hd_write_text(report, "\n");
}
