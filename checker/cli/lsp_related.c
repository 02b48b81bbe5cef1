/* lsp_related: from a figure to the others it was held against.
 *
 * In: a result with checks, and an offset. Out: locations. “Definition” leads
 * from a figure in doubt to the other places of its findings, from any other
 * to those of its checks; “references” are all places of all checks that it
 * took part in. */
#include "lsp.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
  const hd_lsp *lsp;
  const hd_lsp_document *doc;
  size_t off;
  bool itself;             /* the place under the cursor is one of them */
  const hd_place **places; /* some more than once */
  size_t n, cap;
} gathering;

static void add(gathering *g, const hd_place *at) {
  if (!g->itself && hd_lsp_place_holds(g->doc, at, g->off))
    return;
  if (g->n == g->cap) {
    g->cap = g->cap ? 2 * g->cap : 16;
    g->places = hd_cli_alloc(g->places, g->cap * sizeof(hd_place *));
  }
  g->places[g->n++] = at;
}

/* Adds all places of a finding or check, if the offset is in one of them. */
static void add_all(gathering *g, const hd_place *at, const hd_place *related,
                    size_t n) {
  bool held = hd_lsp_place_holds(g->doc, at, g->off);
  for (size_t i = 0; i < n && !held; i++)
    held = hd_lsp_place_holds(g->doc, &related[i], g->off);
  if (!held)
    return;
  add(g, at);
  for (size_t i = 0; i < n; i++)
    add(g, &related[i]);
}

static void add_findings(gathering *g) {
  const hd_result *r = g->doc->result;
  hd_severity least = hd_cli_least(&g->doc->group->cli);
  for (size_t i = 0; i < r->n_findings; i++)
    if (r->findings[i].severity >= least)
      add_all(g, &r->findings[i].at, r->findings[i].related,
              r->findings[i].n_related);
}

static void add_checks(gathering *g) {
  const hd_result *r = g->doc->result;
  for (size_t i = 0; i < r->n_checks; i++)
    add_all(g, &r->checks[i].at, r->checks[i].related, r->checks[i].n_related);
}

/* In the order of the text; those of other files behind. */
static int by_place(const void *a, const void *b) {
  const hd_place *x = *(const hd_place *const *)a;
  const hd_place *y = *(const hd_place *const *)b;
  int order = strcmp(x->file, y->file);
  if (order == 0)
    order = (x->line > y->line) - (x->line < y->line);
  if (order == 0)
    order = (x->column > y->column) - (x->column < y->column);
  if (order == 0)
    order = (x->end_line > y->end_line) - (x->end_line < y->end_line);
  return order ? order
               : (x->end_column > y->end_column) -
                     (x->end_column < y->end_column);
}

static bool same_place(const hd_place *a, const hd_place *b) {
  return a->line == b->line && a->column == b->column &&
         a->end_line == b->end_line && a->end_column == b->end_column &&
         strcmp(a->file, b->file) == 0;
}

/* The locations of what was gathered, which is freed; NULL where nothing is. */
static json_t *give(gathering *g) {
  json_t *list = g->n ? json_array() : NULL;
  if (g->n > 1)
    qsort(g->places, g->n, sizeof *g->places, by_place);
  for (size_t i = 0; i < g->n; i++)
    if (i == 0 || !same_place(g->places[i - 1], g->places[i]))
      json_array_append_new(list,
                            hd_lsp_location(g->lsp, g->doc, g->places[i]));
  free(g->places);
  return list;
}

json_t *hd_lsp_definition(hd_lsp *lsp, hd_lsp_document *doc,
                          const json_t *params) {
  gathering g = {.lsp = lsp, .doc = doc};
  if (!hd_lsp_params_offset(lsp, doc, json_object_get(params, "position"),
                            &g.off))
    return NULL;
  add_findings(&g);
  if (g.n == 0)
    add_checks(&g);
  return give(&g);
}

json_t *hd_lsp_references(hd_lsp *lsp, hd_lsp_document *doc,
                          const json_t *params) {
  gathering g = {.lsp = lsp, .doc = doc};
  const json_t *context = json_object_get(params, "context");
  g.itself = json_is_true(json_object_get(context, "includeDeclaration"));
  if (!hd_lsp_params_offset(lsp, doc, json_object_get(params, "position"),
                            &g.off))
    return NULL;
  add_findings(&g);
  add_checks(&g);
  return give(&g);
}
