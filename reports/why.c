/* why: a finding's figures, links and arithmetic, in words.
 *
 * In: a finding of HD_WANT_WHY. Text of the draft goes through
 * hd_write_shown, so that no terminal acts on it. */
#include "write.h"
#include <string.h>

typedef struct {
  const char *name, *zh, *en;
} word;

static const word slots[] = {
    {"subject", "主体", "subject"},     {"indicator", "指标", "indicator"},
    {"scope", "范围", "scope"},         {"period", "时期", "period"},
    {"base", "对比期", "base"},         {"aspect", "方面", "aspect"},
    {"direction", "方向", "direction"}, {"modality", "性质", "modality"},
    {"price", "价格", "price"},         {"bound", "界限", "bound"},
};

static const word provenances[] = {
    {"clause", "同一分句", "its own clause"},
    {"earlier", "前一分句", "an earlier clause"},
    {"sentence", "同一句", "the sentence"},
    {"list", "并列结构", "a list"},
    {"heading", "标题", "a heading"},
    {"table", "表头", "headers of the table"},
    {"document", "全文", "the document"},
};

static const word fields[] = {
    {"amount", "折合基本单位", "in base units"},
    {"value", "数值", "as printed"},
    {"interval", "可代表的范围", "what it may stand for"},
    {"cell_range", "在表中可代表的范围", "what it adds to a table"},
    {"low", "下端", "its low end"},
    {"high", "上端", "its high end"},
    {"last_digit", "末位的一个单位", "one unit of its last digit"},
    {"factor", "单位换算", "base units in its unit"},
    {"scale", "数量级", "its scale"},
};

static const word comparisons[] = {
    {"meets", "有共同的值", "have a value in common"},
    {"contains", "前者包含后者", "the first holds the second"},
    {"inside", "前者在后者之内", "the first lies within the second"},
};

#define FIND(table, name) find(table, sizeof(table) / sizeof *(table), name)
static const word *find(const word *table, size_t n, const char *name) {
  for (size_t i = 0; i < n; i++)
    if (strcmp(table[i].name, name) == 0)
      return &table[i];
  return NULL;
}

typedef struct {
  hd_report *out;
  bool chinese;
} page;

__attribute__((format_arg(2), format_arg(3))) static const char *
say(const page *p, const char *zh, const char *en) {
  return p->chinese ? zh : en;
}

static const char *named(const page *p, const word *w, const char *name) {
  return w ? say(p, w->zh, w->en) : name;
}

static void put(const page *p, const char *text) {
  hd_write_shown(p->out, text);
}

static void head(const page *p, const char *zh, const char *en) {
  hd_write_printf(p->out, "%s\n", say(p, zh, en));
}

/* ---- figures ------------------------------------------------------------ */

static void write_slot(const page *p, const hd_slot_row *slot) {
  hd_write_printf(p->out,
                  "    %s: ", named(p, FIND(slots, slot->name), slot->name));
  put(p, slot->value);
  if (*slot->from || slot->line)
    hd_write_text(p->out, "  <- ");
  if (*slot->from)
    hd_write_text(p->out, named(p, FIND(provenances, slot->from), slot->from));
  if (slot->line) {
    hd_write_printf(p->out, "%s%u:%u “", *slot->from ? " " : "",
                    (unsigned)slot->line, (unsigned)slot->column);
    put(p, slot->words);
    hd_write_text(p->out, "”");
  }
  hd_write_text(p->out, "\n");
}

static void write_figures(const page *p, const hd_why *why) {
  if (why->n_figures)
    head(p, "各处数字及其理解：", "the figures as they were understood:");
  for (size_t i = 0; i < why->n_figures; i++) {
    const hd_figure_row *f = &why->figures[i];
    hd_write_printf(p->out, "  %u:%u “", (unsigned)f->at.line,
                    (unsigned)f->at.column);
    put(p, f->at.text);
    hd_write_printf(p->out, "” %s %s\n", f->kind, f->interval);
    for (size_t k = 0; k < f->n_slots; k++)
      write_slot(p, &f->slots[k]);
  }
}

/* ---- links -------------------------------------------------------------- */

static void write_links(const page *p, const hd_why *why) {
  if (why->n_links)
    head(p, "把它们联系起来的：", "what joins them:");
  for (size_t i = 0; i < why->n_links; i++) {
    const hd_link_row *l = &why->links[i];
    hd_write_printf(p->out, "  %s", l->kind);
    for (size_t k = 0; k < l->n_members; k++) {
      hd_write_printf(p->out, " %s=", l->roles[k]);
      put(p, l->members[k].text);
    }
    hd_write_printf(p->out, say(p, "；把握 %u/100", "; strength %u of 100"),
                    l->strength);
    if (*l->differs)
      hd_write_printf(p->out, say(p, "；%s 不同", "; %s differs"), l->differs);
    if (*l->reason) {
      hd_write_text(p->out, say(p, "；", "; "));
      put(p, l->reason);
    }
    hd_write_text(p->out, "\n");
  }
}

/* ---- arithmetic --------------------------------------------------------- */

static void write_figure_step(const page *p, const hd_step_row *s) {
  put(p, s->left);
  hd_write_printf(p->out, " (%s) %s = %s", s->right,
                  named(p, FIND(fields, s->op), s->op), s->value);
}

static void write_operation(const page *p, const hd_step_row *s) {
  bool widened = strcmp(s->op, "widen") == 0;
  if (*s->right)
    hd_write_printf(p->out, "%s %s %s", s->left, widened ? "±" : s->op,
                    s->right);
  else
    hd_write_printf(p->out, "%s %s", named(p, FIND(fields, s->op), s->op),
                    s->left);
  hd_write_printf(p->out, " = %s", s->value);
}

static void write_comparison(const page *p, const hd_step_row *s) {
  const word *w = FIND(comparisons, s->op);
  if (w)
    hd_write_printf(p->out, say(p, "%s 与 %s %s？", "%s and %s %s?"), s->left,
                    s->right, say(p, w->zh, w->en));
  else
    hd_write_printf(p->out, "%s %s %s?", s->left, s->op, s->right);
  hd_write_printf(p->out, " %s",
                  s->holds ? say(p, "是", "yes") : say(p, "否", "no"));
  if (*s->difference)
    hd_write_printf(p->out, say(p, "，相差 %s", ", %s apart"), s->difference);
}

static void write_step(const page *p, const hd_step_row *s, size_t number) {
  hd_write_printf(p->out, "  (%zu) ", number);
  if (s->kind == HD_STEP_FIGURE)
    write_figure_step(p, s);
  else if (s->kind == HD_STEP_OPERATION)
    write_operation(p, s);
  else
    write_comparison(p, s);
  hd_write_text(p->out, "\n");
}

/* The steps with the finding's figures alone, or those with others. */
static void write_steps(const page *p, const hd_why *why, bool other) {
  bool any = false;
  for (size_t i = 0; i < why->n_steps; i++) {
    if ((why->steps[i].other != 0) != other)
      continue;
    if (!any && other)
      head(p, "与其他数字试过的读法：", "readings tried, with other figures:");
    else if (!any)
      head(p, "核算：", "the arithmetic:");
    any = true;
    write_step(p, &why->steps[i], i + 1);
  }
}

/* ---- other checks at the place ------------------------------------------- */

static void write_checks(const page *p, const hd_result *result,
                         const hd_finding *f) {
  bool any = false;
  for (size_t i = 0; i < result->n_checks; i++) {
    const hd_check *c = &result->checks[i];
    if (!hd_write_other_check(c, f))
      continue;
    if (!any)
      head(p, "对该处所做的其他核对：", "other checks made there:");
    any = true;
    hd_write_printf(p->out, "  %s %s  ", hd_outcome_name(c->outcome), c->rule);
    put(p, c->how);
    hd_write_text(p->out, "\n");
  }
}

void hd_report_why(hd_report *report, const hd_result *result,
                   const hd_finding *finding) {
  page p = {report, strcmp(report->lang, "zh") == 0};
  const hd_why *why = finding->why;
  if (why) {
    write_figures(&p, why);
    write_links(&p, why);
    write_steps(&p, why, false);
    write_steps(&p, why, true);
  }
  if (*finding->readings) {
    hd_write_text(report, say(&p, "规则所记的读法：",
                              "readings, as the rule "
                              "gives them: "));
    put(&p, finding->readings);
    hd_write_text(report, "\n");
  }
  write_checks(&p, result, finding);
}
