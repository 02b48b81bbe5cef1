/* material: what difference is too small to matter to the user (least).
 *
 * In: "[RULE=]DIFFERENCE", DIFFERENCE an amount with its unit (100万元, 0.1
 * 个百分点, $1 million) or a per cent of what is expected (0.1%); then a
 * finding. Out: the finding as a note, and in its readings the sentence why,
 * where its difference is below.
 *
 * A finding has a difference where it stands at one figure and its `expected`
 * is a figure or an interval, alone (then in the unit of that figure) or with
 * a unit of the same dimension. Of an interval the end that is farther away
 * counts, so that no reading of the figures leaves more than was said. What a
 * rule has of its own takes the place of what is said for all. */
#include "../document/cell_unit.h"
#include "host.h"

typedef struct {
  const char *rule; /* NULL: all */
  hd_str text;      /* as the user wrote it */
  bool percent;
  hd_number size;   /* in base units of the dimension; or the per cent */
  hd_str dimension; /* "" of a per cent */
} least_row;

struct hd_material {
  const hd_vocabulary *vocabulary;
  const hd_units *units;
  HD_VEC(least_row) rows;
};

/* ---- figures --------------------------------------------------------------
 */

/* The only figure of a text, which is nothing else; false: there is none. */
static bool read_figure(const hd_material *m, hd_arena *arena, hd_str text,
                        hd_quantity *out) {
  hd_source source = {.name = "", .format = HD_FORMAT_TEXT, .bytes = text};
  hd_document *doc = hd_document_read(arena, &source);
  hd_text *words = hd_text_read(arena, doc, m->vocabulary);
  hd_quantities *all = hd_quantity_scan(arena, words, m->units, (hd_day){0});
  if (all->n != 1)
    return false;
  *out = all->items[0];
  return hd_span_empty(out->approx) &&
         out->span.end - out->span.off == hd_str_trim(doc->text).n;
}

/* Points and percentages are differences of one another. */
static hd_str dimension_of(const hd_quantity *q) {
  static const hd_str none = {"", 0};
  hd_str own = q->unit ? q->unit->dimension : none;
  return hd_str_is(own, "point") ? HD_STR("share") : own;
}

static bool is_one_number(const hd_quantity *q) {
  return q->low_known && q->high_known && hd_number_cmp(q->low, q->high) == 0;
}

/* ---- what the user says ---------------------------------------------------
 */

static void refuse(hd_rules *r, const char *text, const char *wrong) {
  hd_error e = {.file = hd_arena_format(r->arena, "--least %s", text),
                .message = wrong};
  HD_PUSH(r->arena, &r->errors, e);
}

/* DIFFERENCE into the row; NULL, or what is wrong. */
static const char *read_size(const hd_material *m, hd_arena *arena,
                             least_row *row) {
  hd_str number = {row->text.p, row->text.n ? row->text.n - 1 : 0};
  hd_quantity q = {0};
  if (hd_str_ends(row->text, HD_STR("%"))) {
    row->percent = true;
    if (!hd_number_parse(hd_str_trim(number), &row->size) || row->size.num < 0)
      return "a per cent is a number that is not below zero: 0.1%";
    return NULL;
  }
  if (!read_figure(m, arena, row->text, &q) || !is_one_number(&q) || !q.unit ||
      q.per)
    return "it is an amount with its unit (100万元, 5 million dollars, "
           "0.1个百分点) or a per cent (0.1%)";
  row->size = hd_number_mul(q.low, hd_quantity_factor(&q));
  row->dimension = dimension_of(&q);
  return NULL;
}

static void add_row(hd_rules *r, const char *text) {
  hd_material *m = r->material;
  const char *equals = strchr(text, '=');
  least_row row = {.text = hd_str_of(equals ? equals + 1 : text)};
  size_t before = r->errors.n;
  if (equals) {
    hd_str id = {text, (size_t)(equals - text)};
    const hd_script *script =
        hd_choice_script(r, hd_arena_format(r->arena, "--least %s", text), id);
    if (r->errors.n > before)
      return;
    row.rule = script->info.id;
  }
  row.text = hd_str_trim(row.text);
  const char *wrong = read_size(m, r->arena, &row);
  if (wrong)
    refuse(r, text, wrong);
  else
    HD_PUSH(r->arena, &m->rows, row);
}

void hd_material_open(hd_rules *r, const hd_rule_options *o) {
  if (o->n_least == 0)
    return;
  r->material = HD_NEW(r->arena, hd_material);
  r->material->vocabulary = o->vocabulary;
  r->material->units = o->units;
  for (size_t i = 0; i < o->n_least; i++)
    add_row(r, o->least[i]);
}

/* ---- what a finding expects -----------------------------------------------
 */

typedef struct {
  const hd_material *m;
  hd_arena *arena; /* thrown away behind the finding */
  const hd_document *doc;
  hd_quantity q; /* the figure it stands at, with the unit of its cell */
  hd_str unit_text;
  hd_number low, high; /* that are expected, in base units */
} expectation;

/* The number that s begins with; its bytes, 0: none. */
static size_t take_number(hd_str s, hd_number *out) {
  size_t n = s.n > 0 && (s.p[0] == '-' || s.p[0] == '+');
  while (n < s.n && (hd_ascii_is_digit(s.p[n]) || s.p[n] == '.'))
    n++;
  return hd_number_parse((hd_str){s.p, n}, out) ? n : 0;
}

/* "[a,b]", open ends as brackets; its bytes, 0: none. A side without an end
 * is the other end. */
static size_t take_interval(hd_str s, hd_number *low, hd_number *high) {
  size_t n = 1, left, right;
  if (s.n < 3 || (s.p[0] != '[' && s.p[0] != '('))
    return 0;
  n += left = take_number((hd_str){s.p + n, s.n - n}, low);
  if (n == s.n || s.p[n++] != ',')
    return 0;
  n += right = take_number((hd_str){s.p + n, s.n - n}, high);
  if (n == s.n || (s.p[n] != ']' && s.p[n] != ')') || left + right == 0)
    return 0;
  if (left == 0)
    *low = *high;
  if (right == 0)
    *high = *low;
  return n + 1;
}

static hd_str without_sign(hd_str s) {
  static const char *const signs[] = {"≤", "≥", "<", ">"};
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (hd_str_starts(s, hd_str_of(signs[i]))) {
      size_t n = strlen(signs[i]);
      return hd_str_trim((hd_str){s.p + n, s.n - n});
    }
  return s;
}

/* How much the unit behind a number makes of it; false: another dimension. */
static bool read_unit(const expectation *x, hd_str unit, hd_number *factor) {
  hd_quantity q;
  *factor = hd_number_mul(x->q.scale, hd_quantity_factor(&x->q));
  if (unit.n == 0 || hd_str_eq(unit, hd_str_trim(x->unit_text)))
    return true;
  hd_str text =
      hd_str_of(hd_arena_format(x->arena, "1%.*s", (int)unit.n, unit.p));
  if (!read_figure(x->m, x->arena, text, &q) ||
      !hd_str_eq(dimension_of(&q), dimension_of(&x->q)))
    return false;
  *factor = hd_number_mul(q.low, hd_quantity_factor(&q));
  return true;
}

static bool read_expected(expectation *x, hd_str text) {
  hd_quantity q;
  hd_number factor;
  hd_str s = without_sign(hd_str_trim(text));
  size_t n = take_interval(s, &x->low, &x->high);
  if (n == 0 && (n = take_number(s, &x->low)) > 0)
    x->high = x->low;
  hd_str rest = hd_str_trim((hd_str){s.p + n, s.n - n});
  if (n > 0 && read_unit(x, rest, &factor)) {
    x->low = hd_number_mul(x->low, factor);
    x->high = hd_number_mul(x->high, factor);
    return true;
  }
  if (!read_figure(x->m, x->arena, s, &q) || !is_one_number(&q) ||
      !hd_str_eq(dimension_of(&q), dimension_of(&x->q)))
    return false;
  x->low = x->high = hd_number_mul(q.low, hd_quantity_factor(&q));
  return true;
}

static hd_number absolute(hd_number a) {
  return a.num < 0 ? hd_number_sub(hd_number_of(0), a) : a;
}

static hd_number larger(hd_number a, hd_number b) {
  return hd_number_cmp(a, b) < 0 ? b : a;
}

/* ---- the finding ----------------------------------------------------------
 */

/* The figure that the finding stands at, the only one there; NULL: none. */
static const hd_quantity *figure_at(const hd_set *set, hd_where at) {
  const hd_claims *claims = set->claims[at.document];
  uint32_t i = hd_view_claim_at(claims, at.span.off);
  if (i == claims->n)
    return NULL;
  const hd_quantity *q = hd_claim_quantity(claims, i);
  bool other = i + 1 < claims->n &&
               hd_claim_quantity(claims, i + 1)->span.off < at.span.end;
  bool measured = q->kind < HD_KIND_DATE && q->kind != HD_KIND_RANK;
  return q->span.off < at.span.end && !other &&
                 (measured || q->kind == HD_KIND_DURATION) && is_one_number(q)
             ? q
             : NULL;
}

/* Does the row say what is too small for this rule and this figure? */
static bool concerns(const least_row *row, const char *rule,
                     const hd_quantity *q) {
  return (!row->rule || strcmp(row->rule, rule) == 0) &&
         (row->percent || hd_str_eq(row->dimension, dimension_of(q)));
}

/* Is a row replaced by a later one, or by one of the rule's own? */
static bool is_replaced(const hd_material *m, const least_row *row,
                        const char *rule) {
  for (const least_row *r = m->rows.items; r < m->rows.items + m->rows.n; r++) {
    bool own = r->rule && strcmp(r->rule, rule) == 0;
    bool same = row->percent == r->percent &&
                hd_str_eq(row->dimension, r->dimension) &&
                (row->rule ? own : !r->rule);
    if ((own && !row->rule) || (r > row && same))
      return true;
  }
  return false;
}

/* The row below which the difference is; NULL: none. */
static const least_row *find_row(const expectation *x, const char *rule,
                                 hd_number difference) {
  const hd_material *m = x->m;
  hd_number low = absolute(x->low), high = absolute(x->high);
  hd_number whole = hd_number_cmp(low, high) < 0 ? low : high;
  bool through = (x->low.num <= 0) != (x->high.num <= 0);
  for (size_t i = 0; i < m->rows.n; i++) {
    const least_row *row = &m->rows.items[i];
    hd_number limit = row->size;
    if (!concerns(row, rule, &x->q) || is_replaced(m, row, rule) ||
        (row->percent && through))
      continue;
    if (row->percent)
      limit = hd_number_div(hd_number_mul(whole, limit), hd_number_of(100));
    if (hd_number_cmp(difference, limit) < 0)
      return row;
  }
  return NULL;
}

/* In full where that is short. */
static const char *number_text(hd_arena *arena, hd_number n, int decimals) {
  enum { SHORT = 12 };
  const char *text = hd_number_text(arena, n);
  return strlen(text) <= SHORT && !strchr(text, '/')
             ? text
             : hd_number_round_text(arena, n, decimals);
}

/* The readings of the finding with the reason behind them. */
static const char *reason(const hd_host *host, const expectation *x,
                          const least_row *row, hd_number difference,
                          const char *readings) {
  hd_number unit = hd_number_mul(x->q.scale, hd_quantity_factor(&x->q));
  hd_number shown = hd_number_div(difference, unit);
  bool zh = host->lang == HD_LANG_ZH;
  return hd_arena_format(
      host->arena,
      zh ? "%s%s差额%s%.*s，低于重要性水平 %.*s"
         : "%s%sthe difference of %s%.*s is below what matters, %.*s",
      readings, *readings ? (zh ? "；" : "; ") : "",
      number_text(x->arena, shown, x->q.decimals + 2), (int)x->unit_text.n,
      x->unit_text.p, (int)row->text.n, row->text.p);
}

/* A cell without a unit has that of its table. */
static void give_unit(expectation *x) {
  hd_str units[HD_CELL_UNITS];
  hd_quantity one;
  size_t n = x->q.unit ? 0 : hd_cell_units(x->doc, x->q.span.off, units);
  for (size_t i = 0; i < n; i++) {
    const char *text =
        hd_arena_format(x->arena, "1%.*s", (int)units[i].n, units[i].p);
    if (!read_figure(x->m, x->arena, hd_str_of(text), &one) || !one.unit)
      continue;
    x->q.unit = one.unit;
    x->q.per = one.per;
    x->q.scale = one.scale;
    x->q.low = x->q.high = hd_number_mul(x->q.low, one.scale);
    x->unit_text = units[i];
    return;
  }
}

/* What is wrong, where it is not the figure at the place but one that is only
 * told of: *own in base units. */
static bool read_stated(const expectation *x, const hd_raw_finding *f,
                        hd_number *own) {
  hd_quantity q;
  hd_str stated = hd_str_of(f->stated);
  if (stated.n == 0 || hd_str_eq(stated, hd_document_text(x->doc, f->at.span)))
    return true;
  if (!read_figure(x->m, x->arena, stated, &q) ||
      !hd_str_eq(dimension_of(&q), dimension_of(&x->q)))
    return hd_str_eq(stated, hd_document_text(x->doc, x->q.span));
  *own = hd_number_mul(q.low, hd_quantity_factor(&q));
  return true;
}

void hd_material_lower(hd_host *host, hd_raw_finding *f) {
  const hd_material *m = host->rules->material;
  const hd_quantity *q = m ? figure_at(host->set, f->at) : NULL;
  if (!q || !*f->expected || f->severity == HD_NOTE)
    return;
  const hd_document *doc = host->set->documents[f->at.document];
  expectation x = {.m = m,
                   .arena = hd_arena_new(),
                   .doc = doc,
                   .q = *q,
                   .unit_text = hd_document_text(doc, q->unit_span)};
  give_unit(&x);
  hd_number own = hd_number_mul(x.q.low, hd_quantity_factor(&x.q));
  if (read_stated(&x, f, &own) && read_expected(&x, hd_str_of(f->expected))) {
    hd_number difference = larger(absolute(hd_number_sub(own, x.low)),
                                  absolute(hd_number_sub(own, x.high)));
    const least_row *row = find_row(&x, f->rule, difference);
    if (row) {
      f->severity = HD_NOTE;
      f->readings = reason(host, &x, row, difference, f->readings);
    }
  }
  hd_arena_free(x.arena);
}
