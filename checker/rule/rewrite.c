/* rewrite: new expectations in the text of a rule.
 *
 * In: the source, and for bad examples what came in place of what they say.
 * Out: the source with at, nth and severity replaced where these are written
 * out as literals; everything else stays byte for byte. */
#include "outline.h"
#include "rule.h"
#include <stdlib.h>

typedef struct {
  size_t off, end; /* of the source */
  hd_str text;
} edit;

typedef struct {
  const hd_outline *o;
  HD_VEC(edit) edits;
} rewriting;

static size_t offset_of(const rewriting *w, size_t token) {
  return (size_t)(w->o->tokens.items[token].text.p - w->o->source.p);
}

static void replace(rewriting *w, size_t token, hd_str text) {
  size_t off = offset_of(w, token);
  edit e = {off, off + w->o->tokens.items[token].text.n, text};
  HD_PUSH(w->o->arena, &w->edits, e);
}

/* "text" as Lua reads it. */
static hd_str quoted(hd_arena *arena, const char *text) {
  hd_buffer b = {0};
  hd_buffer_puts(&b, "\"");
  for (; *text; text++)
    if (*text == '\n')
      hd_buffer_puts(&b, "\\n");
    else if (*text == '"' || *text == '\\')
      hd_buffer_printf(&b, "\\%c", *text);
    else
      hd_buffer_add(&b, text, 1);
  hd_buffer_puts(&b, "\"");
  hd_str s = {hd_arena_copy(arena, b.p, b.n), b.n};
  hd_buffer_free(&b);
  return s;
}

/* The token that is the whole value of the field; SIZE_MAX: it is no literal
 * of that kind. */
static size_t literal(const rewriting *w, size_t table, const char *name,
                      hd_lua_token_kind kind) {
  hd_outline_field field;
  const char *const path[] = {name, NULL};
  if (!hd_outline_find(w->o, table, path, &field) ||
      field.end != field.first + 1 ||
      w->o->tokens.items[field.first].kind != kind)
    return SIZE_MAX;
  return field.first;
}

static bool has_field(const rewriting *w, size_t table, const char *name) {
  hd_outline_field field;
  const char *const path[] = {name, NULL};
  return hd_outline_find(w->o, table, path, &field);
}

/* Edits for one example; false, and none, where it is not written out. */
static bool rewrite_one(rewriting *w, size_t rule, const hd_expectation *x) {
  hd_arena *arena = w->o->arena;
  hd_outline_field example;
  const char *number = hd_arena_format(arena, "#%u", (unsigned)x->index);
  const char *const path[] = {"examples", "bad", number, NULL};
  if (rule == SIZE_MAX || !hd_outline_find(w->o, rule, path, &example))
    return false;
  size_t table = example.first;
  size_t at = literal(w, table, "at", HD_LUA_STRING);
  size_t nth = literal(w, table, "nth", HD_LUA_NUMBER);
  size_t severity = literal(w, table, "severity", HD_LUA_STRING);
  if (at == SIZE_MAX || (nth == SIZE_MAX && has_field(w, table, "nth")) ||
      (x->severity && severity == SIZE_MAX))
    return false;
  const char *new_nth = hd_arena_format(arena, "%u", (unsigned)x->nth);
  hd_str new_at = quoted(arena, x->at);
  if (nth != SIZE_MAX)
    replace(w, nth, hd_str_of(new_nth));
  else if (x->nth > 1)
    new_at = hd_str_of(hd_arena_format(arena, "%.*s, nth = %s", (int)new_at.n,
                                       new_at.p, new_nth));
  replace(w, at, new_at);
  if (x->severity)
    replace(w, severity, quoted(arena, x->severity));
  return true;
}

static int by_offset(const void *a, const void *b) {
  const edit *x = a, *y = b;
  return (x->off > y->off) - (x->off < y->off);
}

hd_str hd_example_rewrite(hd_arena *arena, hd_str source, hd_expectation *list,
                          size_t n) {
  hd_outline outline = hd_outline_read(arena, source);
  rewriting w = {.o = &outline};
  size_t rule = hd_outline_returned(&outline), at = 0;
  for (size_t i = 0; i < n; i++)
    list[i].done = rewrite_one(&w, rule, &list[i]);
  if (w.edits.n)
    qsort(w.edits.items, w.edits.n, sizeof *w.edits.items, by_offset);
  hd_buffer b = {0};
  for (size_t i = 0; i < w.edits.n; at = w.edits.items[i++].end) {
    hd_buffer_add(&b, source.p + at, w.edits.items[i].off - at);
    hd_buffer_add(&b, w.edits.items[i].text.p, w.edits.items[i].text.n);
  }
  hd_buffer_add(&b, source.p + at, source.n - at);
  hd_str text = {hd_arena_copy(arena, b.p ? b.p : "", b.n), b.n};
  hd_buffer_free(&b);
  return text;
}
