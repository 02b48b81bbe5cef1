/* lint: what is weak in the rules of an engine, as rows. */
#include "run.h"
#include <stdlib.h>

typedef struct {
  hd_arena *arena;
  HD_VEC(hd_lint_row) rows;
} listing;

static const char *keep(listing *l, const char *s) {
  return hd_arena_copy(l->arena, s, strlen(s));
}

/* In English alone, as failures are. */
static void add_failures(listing *l, const hd_engine *e) {
  for (size_t i = 0; i < e->n_failures; i++) {
    const hd_failure *f = &e->failures[i];
    const char *message = keep(l, f->message);
    hd_lint_row row = {keep(l, f->file), f->line, f->column, "",
                       "load",           message, message};
    HD_PUSH(l->arena, &l->rows, row);
  }
}

static void add_notes(listing *l, const hd_engine *e, const char *id) {
  hd_lint_note *notes;
  hd_arena *work = hd_arena_new();
  size_t n = hd_rules_lint(work, e->rules, id, &notes);
  for (size_t i = 0; i < n; i++) {
    const hd_lint_note *note = &notes[i];
    hd_lint_row row = {keep(l, note->file),
                       note->line,
                       note->column,
                       keep(l, note->rule),
                       note->check,
                       keep(l, note->text[HD_LANG_ZH]),
                       keep(l, note->text[HD_LANG_EN])};
    HD_PUSH(l->arena, &l->rows, row);
  }
  hd_arena_free(work);
}

static int by_place(const void *a, const void *b) {
  const hd_lint_row *x = a, *y = b;
  int order = strcmp(x->file, y->file);
  if (!order)
    order = (x->line > y->line) - (x->line < y->line);
  if (!order)
    order = (x->column > y->column) - (x->column < y->column);
  return order ? order : strcmp(x->en, y->en);
}

hd_lint *hd_engine_lint(const hd_engine *engine, const char *const *ids,
                        size_t n) {
  listing l = {.arena = hd_arena_new()};
  hd_lint *lint = HD_NEW(l.arena, hd_lint);
  if (!engine->error) {
    add_failures(&l, engine);
    for (size_t i = 0; ids && i < n; i++)
      add_notes(&l, engine, ids[i]);
    for (size_t i = 0; !ids && i < engine->n_list; i++)
      add_notes(&l, engine, engine->list[i].id);
  }
  if (l.rows.n)
    qsort(l.rows.items, l.rows.n, sizeof *l.rows.items, by_place);
  *lint = (hd_lint){l.rows.items, l.rows.n, l.arena};
  return lint;
}

void hd_lint_free(hd_lint *lint) {
  if (lint)
    hd_arena_free(lint->memory);
}
