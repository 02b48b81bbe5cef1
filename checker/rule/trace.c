/* trace: see trace.h.
 *
 * Nodes are in the order in which they were made, so what a node was computed
 * from has a lower number. When there are too many of them all are forgotten:
 * what is computed from forgotten ones begins with constants. */
#include "trace.h"
#include <stdlib.h>

enum {
  MOST_NODES = 1 << 18,
  MOST_LOOKED_AT = 4096, /* comparisons before a report, the last ones */
  MOST_BEHIND = 512,     /* nodes behind a comparison */
  MOST_STEPS = 200,
  PLACES = 6 /* of a figure that is no finite decimal, or a long one */
};

typedef struct {
  const char *op;    /* NULL: a constant or a field */
  const char *field; /* of the figure at `figure`; NULL: none */
  hd_where figure;
  uint32_t a, b; /* 1 + index of operands; 0: none */
  hd_interval value;
  bool compares, holds;
  uint32_t seen;    /* the walk that was there last */
  uint32_t finding; /* that step is of */
  uint32_t step;    /* its number there, from 1 */
} node;

typedef struct {
  const void *address;
  uint32_t node; /* 1 + index, 0: free */
} slot;

struct hd_trace {
  hd_arena *arena;
  node *nodes;
  uint32_t n, cap;
  slot *slots;
  size_t n_slots; /* a power of two, at least twice n */
  HD_VEC(uint32_t) comparisons;
  size_t called;            /* comparisons before this call of check */
  uint32_t walks, findings; /* so far */
};

static void forget(hd_trace *t) {
  hd_arena_reset(t->arena);
  t->n = 0;
  t->cap = 256;
  t->nodes = hd_arena_alloc(t->arena, t->cap * sizeof *t->nodes);
  t->n_slots = 4 * (size_t)t->cap;
  t->slots = hd_arena_alloc(t->arena, t->n_slots * sizeof *t->slots);
  t->comparisons.items = NULL;
  t->comparisons.n = t->comparisons.cap = 0;
  t->called = 0;
}

hd_trace *hd_trace_new(void) {
  hd_trace *t = calloc(1, sizeof *t);
  if (!t)
    hd_memory_out();
  t->arena = hd_arena_new();
  forget(t);
  return t;
}

void hd_trace_free(hd_trace *t) {
  if (!t)
    return;
  hd_arena_free(t->arena);
  free(t);
}

/* Room for a comparison with its operands. */
static void make_room(hd_trace *t) {
  if (t->n + 3 > MOST_NODES)
    forget(t);
}

void hd_trace_begin_rule(hd_trace *t) { forget(t); }
void hd_trace_begin_call(hd_trace *t) { t->called = t->comparisons.n; }

/* ---- nodes -------------------------------------------------------- */
static slot *find_slot(const hd_trace *t, const void *address) {
  size_t at = (size_t)(hd_hash(&address, sizeof address) & (t->n_slots - 1));
  while (t->slots[at].node && t->slots[at].address != address)
    at = (at + 1) & (t->n_slots - 1);
  return &t->slots[at];
}

static void grow(hd_trace *t) {
  const slot *old = t->slots;
  size_t n = t->n_slots;
  node *more = hd_arena_alloc(t->arena, 2 * t->cap * sizeof *more);
  memcpy(more, t->nodes, t->n * sizeof *more);
  t->nodes = more;
  t->cap *= 2;
  t->n_slots = 4 * (size_t)t->cap;
  t->slots = hd_arena_alloc(t->arena, t->n_slots * sizeof *t->slots);
  for (size_t i = 0; i < n; i++)
    if (old[i].node)
      *find_slot(t, old[i].address) = old[i];
}

/* 1 + the index of a new node. */
static uint32_t add_node(hd_trace *t, node made) {
  if (t->n == t->cap)
    grow(t);
  t->nodes[t->n] = made;
  return ++t->n;
}

void hd_trace_enter(lua_State *L, hd_interval value) {
  hd_trace *t = hd_host_of(L)->trace;
  const void *address = lua_touserdata(L, -1);
  make_room(t);
  uint32_t made = add_node(t, (node){.value = value});
  *find_slot(t, address) = (slot){address, made};
}

/* The node of the value at index; what is none yet is a constant; 0: the
 * value is no figure. */
static uint32_t node_of(lua_State *L, int index) {
  hd_trace *t = hd_host_of(L)->trace;
  hd_interval value;
  const void *address =
      lua_isuserdata(L, index) ? lua_touserdata(L, index) : NULL;
  uint32_t known = address ? find_slot(t, address)->node : 0;
  if (known)
    return known;
  return hd_interval_to(L, index, &value) ? add_node(t, (node){.value = value})
                                          : 0;
}

/* The node of the userdata on the top; NULL: it is no figure. */
static node *top_node(lua_State *L) {
  hd_trace *t = hd_host_of(L)->trace;
  uint32_t found = lua_type(L, -1) == LUA_TUSERDATA
                       ? find_slot(t, lua_touserdata(L, -1))->node
                       : 0;
  return found ? &t->nodes[found - 1] : NULL;
}

void hd_trace_field(lua_State *L, const hd_view *view, const char *field) {
  node *made = top_node(L);
  if (!made || view->kind != HD_VIEW_CLAIM)
    return;
  made->field = field;
  made->figure = hd_view_place(hd_host_of(L)->set, view);
}

static bool is_constant(lua_State *L, uint32_t index) {
  const node *n = index ? &hd_host_of(L)->trace->nodes[index - 1] : NULL;
  return !n || (!n->op && !n->field);
}

void hd_trace_operation(lua_State *L, const char *op, int operands) {
  make_room(hd_host_of(L)->trace);
  uint32_t a = node_of(L, 1), b = operands > 1 ? node_of(L, 2) : 0;
  node *made = top_node(L);
  if (!made || (is_constant(L, a) && is_constant(L, b)))
    return;
  made->op = op;
  made->a = a;
  made->b = b;
}

void hd_trace_comparison(lua_State *L, const char *op) {
  hd_trace *t = hd_host_of(L)->trace;
  make_room(t);
  node made = {.op = op, .compares = true, .holds = lua_toboolean(L, -1)};
  made.a = node_of(L, 1);
  made.b = node_of(L, 2);
  uint32_t index = add_node(t, made);
  HD_PUSH(t->arena, &t->comparisons, index);
}

/* ---- which comparisons a finding rests on ------------------------- */
typedef struct {
  const hd_host *host;
  hd_trace *t;
  const hd_raw_finding *finding;
  HD_VEC(hd_raw_step) out;
  uint32_t behind[MOST_BEHIND], n; /* the nodes of the last walk, from 1 */
  bool own, at, other; /* it met figures of the finding, its own one, others */
} choice;

static bool overlap(hd_where a, hd_where b) {
  return a.document == b.document && a.span.off < b.span.end &&
         b.span.off < a.span.end;
}

static void meet_figure(choice *c, hd_where figure) {
  bool at = overlap(figure, c->finding->at), own = at;
  for (uint32_t i = 0; !own && i < c->finding->n_related; i++)
    own = overlap(figure, c->finding->related[i]);
  c->at = c->at || at;
  c->own = c->own || own;
  c->other = c->other || !own;
}

/* Walks through all that the comparison was computed from. */
static void look_behind(choice *c, uint32_t comparison) {
  uint32_t walk = ++c->t->walks;
  c->own = c->at = c->other = false;
  c->behind[0] = comparison;
  c->n = 1;
  for (uint32_t i = 0; i < c->n; i++) {
    const node *here = &c->t->nodes[c->behind[i] - 1];
    const uint32_t next[] = {here->a, here->b};
    if (here->field)
      meet_figure(c, here->figure);
    for (int k = 0; k < 2; k++)
      if (next[k] && c->t->nodes[next[k] - 1].seen != walk &&
          c->n < MOST_BEHIND) {
        c->t->nodes[next[k] - 1].seen = walk;
        c->behind[c->n++] = next[k];
      }
  }
}

/* ---- steps as text ------------------------------------------------ */
/* How far two that do not meet lie apart; "" where they do. */
static const char *distance(hd_arena *arena, hd_interval a, hd_interval b) {
  if (hd_interval_is_nan(a) || hd_interval_is_nan(b))
    return "";
  if (!a.high_infinite && !b.low_infinite && hd_number_cmp(a.high, b.low) < 0)
    return hd_number_brief(arena, hd_number_sub(b.low, a.high), PLACES);
  if (!a.low_infinite && !b.high_infinite && hd_number_cmp(b.high, a.low) < 0)
    return hd_number_brief(arena, hd_number_sub(a.low, b.high), PLACES);
  return "";
}

/* "(3)", or a constant itself. */
static const char *operand(const choice *c, uint32_t index) {
  hd_arena *arena = c->host->arena;
  if (!index)
    return "";
  const node *n = &c->t->nodes[index - 1];
  if (n->step && n->finding == c->t->findings)
    return hd_arena_format(arena, "(%u)", (unsigned)n->step);
  return hd_interval_brief(arena, n->value, PLACES);
}

static hd_raw_step describe(const choice *c, const node *made) {
  hd_arena *arena = c->host->arena;
  hd_raw_step step = {.figure = made->figure,
                      .left = operand(c, made->a),
                      .op = made->field ? made->field : made->op,
                      .right = operand(c, made->b),
                      .value = hd_interval_brief(arena, made->value, PLACES),
                      .difference = "",
                      .compares = made->compares,
                      .holds = made->holds};
  if (made->compares) {
    step.value = "";
    if (made->a && made->b && !made->holds)
      step.difference = distance(arena, c->t->nodes[made->a - 1].value,
                                 c->t->nodes[made->b - 1].value);
  }
  return step;
}

/* Is it said already? Its number, or 0. */
static uint32_t known_step(const choice *c, const hd_raw_step *step) {
  for (size_t i = 0; i < c->out.n; i++) {
    const hd_raw_step *old = &c->out.items[i];
    if (old->compares == step->compares && strcmp(old->op, step->op) == 0 &&
        strcmp(old->left, step->left) == 0 &&
        strcmp(old->right, step->right) == 0 &&
        strcmp(old->value, step->value) == 0 &&
        memcmp(&old->figure, &step->figure, sizeof step->figure) == 0)
      return (uint32_t)i + 1;
  }
  return 0;
}

static int by_number(const void *a, const void *b) {
  const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

/* Adds the nodes of the last walk, in the order they were made. */
static void add_steps(choice *c, bool other) {
  qsort(c->behind, c->n, sizeof *c->behind, by_number);
  for (uint32_t i = 0; i < c->n && c->out.n < MOST_STEPS; i++) {
    node *made = &c->t->nodes[c->behind[i] - 1];
    if (made->finding == c->t->findings || (!made->field && !made->op))
      continue;
    hd_raw_step step = describe(c, made);
    step.other = other;
    made->finding = c->t->findings;
    made->step = known_step(c, &step);
    if (made->step)
      continue;
    HD_PUSH(c->host->arena, &c->out, step);
    made->step = (uint32_t)c->out.n;
  }
}

/* The comparisons that the finding's own figure takes part in, or (any) one of
 * its figures; with others, or not. */
static void add_comparisons(choice *c, bool any, bool other) {
  const hd_trace *t = c->t;
  size_t n = t->comparisons.n, first = t->called;
  if (n - first > MOST_LOOKED_AT)
    first = n - MOST_LOOKED_AT;
  for (size_t i = first; i < n; i++) {
    look_behind(c, t->comparisons.items[i]);
    if ((any ? c->own : c->at) && c->other == other)
      add_steps(c, other);
  }
}

hd_raw_step *hd_trace_steps(const hd_host *host, const hd_raw_finding *finding,
                            uint32_t *n) {
  choice c = {.host = host, .t = host->trace, .finding = finding};
  c.t->findings++;
  for (int any = 0; any < 2 && c.out.n == 0; any++) {
    add_comparisons(&c, any, false);
    add_comparisons(&c, any, true);
  }
  *n = (uint32_t)c.out.n;
  return c.out.items;
}
