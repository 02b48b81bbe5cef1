/* why: how a finding came about, for people who do not believe it.
 *
 * In: a finding as its rule gave it, with the steps that were noted (trace.c),
 * and the stages. Out, in the memory of the result: each figure at its places
 * with its slots and where each was read, the links that join two of these
 * figures, and the arithmetic. */
#include "run.h"

enum { MOST_FIGURES = 48, MOST_LINKS = 12 };

typedef struct {
  hd_arena *arena;
  const hd_reading *r;
  hd_claim_ref figures[MOST_FIGURES];
  size_t n;
} why;

static const char *keep(hd_arena *arena, const char *s) {
  return s && *s ? hd_arena_copy(arena, s, strlen(s)) : "";
}

static const hd_quantity *quantity_of(const why *w, hd_claim_ref ref) {
  return &w->r->quantities[ref.document]->items[ref.claim];
}

static hd_place place_of(const why *w, hd_claim_ref ref) {
  return hd_place_build(w->arena, w->r,
                        (hd_where){ref.document, quantity_of(w, ref)->span});
}

/* ---- the figures -------------------------------------------------------- */

static bool has_figure(const why *w, hd_claim_ref ref) {
  for (size_t i = 0; i < w->n; i++)
    if (w->figures[i].document == ref.document &&
        w->figures[i].claim == ref.claim)
      return true;
  return false;
}

/* Takes the figures that a place touches. */
static void take_figures(why *w, hd_where where) {
  const hd_quantities *q = w->r->quantities[where.document];
  size_t low = hd_quantities_behind(q, where.span.off);
  for (; low < q->n && q->items[low].span.off < where.span.end; low++) {
    hd_claim_ref ref = {where.document, (uint32_t)low};
    if (w->n < MOST_FIGURES && !has_figure(w, ref))
      w->figures[w->n++] = ref;
  }
}

/* ---- slots -------------------------------------------------------------- */

static const char *from_name(hd_provenance from) {
  static const char *const names[] = {"",     "clause",  "earlier", "sentence",
                                      "list", "heading", "table",   "document"};
  return names[from];
}

typedef struct {
  const why *w;
  uint32_t document;
  HD_VEC(hd_slot_row) rows;
} slots;

/* A slot with the words it was read from; an unknown one is left out. */
static void add_slot(slots *s, const char *name, const char *value,
                     hd_provenance from, hd_span span) {
  hd_arena *arena = s->w->arena;
  hd_slot_row row = {.name = name,
                     .value = keep(arena, value),
                     .from = from_name(from),
                     .words = ""};
  if (!*row.value)
    return;
  if (!hd_span_empty(span)) {
    const hd_document *doc = s->w->r->documents[s->document];
    hd_position start = hd_document_position(doc, span.off);
    row.line = start.line;
    row.column = start.column;
    row.words = hd_place_text(arena, doc, span);
  }
  HD_PUSH(arena, &s->rows, row);
}

static void add_text(slots *s, const char *name, const hd_slot *slot) {
  add_slot(s, name, hd_result_text(s->w->r->arena, slot->text), slot->from,
           slot->span);
}

static void add_period(slots *s, const char *name, hd_period period) {
  add_slot(s, name, hd_period_text(s->w->r->arena, period), period.from,
           period.span);
}

static void add_claim(slots *s, const hd_claim *claim, const hd_quantity *q) {
  static const hd_span nowhere = {0, 0};
  hd_arena *work = s->w->r->arena;
  if (q->bound != HD_BOUND_EXACT)
    add_slot(s, "bound", hd_bound_name(q->bound), HD_FROM_NONE, q->approx);
  if (!claim->is_claim)
    return;
  add_text(s, "subject", &claim->subject);
  add_text(s, "indicator", &claim->indicator);
  add_text(s, "scope", &claim->scope);
  add_period(s, "period", claim->period);
  add_period(s, "base", claim->base);
  add_slot(s, "aspect", hd_aspects_text(work, claim->aspects), HD_FROM_NONE,
           nowhere);
  add_slot(s, "direction",
           claim->direction == HD_FLOW_NONE ? ""
                                            : hd_flow_name(claim->direction),
           HD_FROM_NONE, claim->verb);
  if (claim->mode != HD_MODE_ACTUAL)
    add_slot(s, "modality", hd_mode_name(claim->mode), HD_FROM_NONE, nowhere);
  if (claim->constant_price)
    add_slot(s, "price", "constant", HD_FROM_NONE, nowhere);
}

static hd_figure_row build_figure(const why *w, hd_claim_ref ref) {
  const hd_quantity *q = quantity_of(w, ref);
  slots s = {.w = w, .document = ref.document};
  add_claim(&s, &w->r->claims[ref.document]->items[ref.claim], q);
  bool counts = q->low_known || q->high_known;
  return (hd_figure_row){
      .at = place_of(w, ref),
      .kind = hd_kind_name(q->kind),
      .interval =
          counts ? hd_interval_brief(w->arena, hd_quantity_interval(q), 6) : "",
      .slots = s.rows.items,
      .n_slots = s.rows.n};
}

/* ---- links -------------------------------------------------------------- */

typedef struct {
  HD_VEC(hd_place) places;
  HD_VEC(const char *) roles;
} member_list;

static void add_member(const why *w, member_list *list, const char *role,
                       hd_claim_ref ref) {
  if (ref.claim == HD_NONE)
    return;
  HD_PUSH(w->arena, &list->places, place_of(w, ref));
  HD_PUSH(w->arena, &list->roles, role);
}

/* How many figures of the finding the link names, up to two. */
static unsigned names_figures(const why *w, const hd_link *link) {
  const hd_claim_ref roles[] = {link->whole, link->rate, link->increment,
                                link->level, link->base};
  unsigned n = 0;
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
    n += roles[i].claim != HD_NONE && has_figure(w, roles[i]);
  for (uint32_t i = 0; i < link->n_members && n < 2; i++)
    n += has_figure(w, link->members[i]);
  for (uint32_t i = 0; i < link->n_others && n < 2; i++)
    n += has_figure(w, link->others[i]);
  return n;
}

static hd_link_row build_link(const why *w, const hd_link *link) {
  member_list list = {{0}, {0}};
  add_member(w, &list, "whole", link->whole);
  add_member(w, &list, "level", link->level);
  add_member(w, &list, "base", link->base);
  add_member(w, &list, "increment", link->increment);
  add_member(w, &list, "rate", link->rate);
  for (uint32_t i = 0; i < link->n_members; i++)
    add_member(w, &list, "member", link->members[i]);
  for (uint32_t i = 0; i < link->n_others; i++)
    add_member(w, &list, "other", link->others[i]);
  return (hd_link_row){.kind = hd_link_name(link->kind),
                       .reason = keep(w->arena, link->reason),
                       .differs = keep(w->arena, link->differs),
                       .strength = link->strength,
                       .members = list.places.items,
                       .roles = list.roles.items,
                       .n_members = list.places.n};
}

static hd_link_row *build_links(const why *w, size_t *n) {
  HD_VEC(hd_link_row) rows = {0};
  const hd_links *links = w->r->links;
  unsigned least = w->n > 1 ? 2 : 1;
  for (size_t i = 0; links && w->n && i < links->n && rows.n < MOST_LINKS; i++)
    if (names_figures(w, &links->items[i]) >= least)
      HD_PUSH(w->arena, &rows, build_link(w, &links->items[i]));
  *n = rows.n;
  return rows.items;
}

/* ---- arithmetic --------------------------------------------------------- */

static hd_step_row build_step(const why *w, const hd_raw_step *raw) {
  hd_step_row row = {.kind =
                         raw->compares ? HD_STEP_COMPARISON : HD_STEP_OPERATION,
                     .left = keep(w->arena, raw->left),
                     .op = keep(w->arena, raw->op),
                     .right = keep(w->arena, raw->right),
                     .value = keep(w->arena, raw->value),
                     .difference = keep(w->arena, raw->difference),
                     .holds = raw->holds,
                     .other = raw->other};
  if (hd_span_empty(raw->figure.span))
    return row;
  hd_place at = hd_place_build(w->arena, w->r, raw->figure);
  row.kind = HD_STEP_FIGURE;
  row.left = at.text;
  row.right = hd_arena_format(w->arena, "%u:%u", (unsigned)at.line,
                              (unsigned)at.column);
  return row;
}

hd_why *hd_why_build(hd_arena *arena, const hd_reading *r,
                     const hd_raw_finding *f) {
  why w = {.arena = arena, .r = r};
  hd_why *built = HD_NEW(arena, hd_why);
  take_figures(&w, f->at);
  for (uint32_t i = 0; i < f->n_related; i++)
    take_figures(&w, f->related[i]);
  built->n_figures = w.n;
  built->figures = hd_arena_alloc(arena, (w.n + 1) * sizeof *built->figures);
  for (size_t i = 0; i < w.n; i++)
    built->figures[i] = build_figure(&w, w.figures[i]);
  built->links = build_links(&w, &built->n_links);
  built->n_steps = f->n_steps;
  built->steps = hd_arena_alloc(arena, (f->n_steps + 1) * sizeof *built->steps);
  for (uint32_t i = 0; i < f->n_steps; i++)
    built->steps[i] = build_step(&w, &f->steps[i]);
  return built;
}
