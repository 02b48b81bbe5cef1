/* lean: the text of a rule or helper in, the code that a run loads out.
 *
 * A run asks the table of a rule for `check` and `params` alone: all else has
 * been written down by the build. So what the other fields hold is left out
 * where it is written out plainly (strings, numbers, tables of them), as are
 * the names of locals. Lines stay as they are, and so does each function. */
#include "lean.h"
#include "../rule/chunk.h"
#include "../rule/outline.h"

/* ---- fields ---------------------------------------------------------------
 */
/* Does token i but put values together? The only calls are those for the words
 * of a lexicon, rows:any("noun"), and for a helper, lib("name"). */
static bool joins(const hd_outline *o, size_t i) {
  static const char *const marks[] = {"{", "}", "[", "]",  ",", ";",
                                      "=", "-", ".", "..", ")"};
  const hd_lua_token *t = &o->tokens.items[i];
  if (t->kind == HD_LUA_NAME)
    return hd_outline_is(o, i, "any") ||
           !(t[1].kind == HD_LUA_STRING || hd_outline_is(o, i + 1, "{") ||
             hd_outline_is(o, i, "function"));
  if (hd_outline_is(o, i, ":"))
    return hd_outline_is(o, i + 1, "any");
  if (hd_outline_is(o, i, "("))
    return hd_outline_is(o, i - 1, "any") || hd_outline_is(o, i - 1, "lib");
  bool joins = t->kind != HD_LUA_MARK;
  for (size_t k = 0; !joins && k < sizeof marks / sizeof *marks; k++)
    joins = hd_outline_is(o, i, marks[k]);
  return joins;
}

/* The value is no function and calls none: nobody sees whether it is made. */
static bool is_plain(const hd_outline *o, const hd_outline_field *field) {
  size_t i = field->first;
  while (i < field->end && joins(o, i))
    i++;
  return i == field->end;
}

/* nil, and the lines that the value went over, in its place in the text. */
static void blank(const hd_outline *o, const hd_outline_field *field,
                  char *text) {
  const hd_str first = o->tokens.items[field->first].text;
  const hd_str last = o->tokens.items[field->end - 1].text;
  char *from = text + (first.p - o->source.p);
  char *to = text + (last.p + last.n - o->source.p);
  if (to - from < 3)
    return;
  for (char *p = from; p < to; p++)
    if (*p != '\n')
      *p = ' ';
  if (*from == '\n' || from[1] == '\n' || from[2] == '\n')
    from = to - 3;
  memcpy(from, "nil", 3);
}

static hd_str lean_text(hd_arena *arena, hd_str source) {
  hd_outline o = hd_outline_read(arena, source);
  char *text = hd_arena_copy(arena, source.p, source.n);
  size_t table = hd_outline_returned(&o);
  hd_outline_walk walk = {.next = table + 1};
  hd_outline_field field;
  while (table != SIZE_MAX && hd_outline_next(&o, &walk, &field))
    if (field.key.p && !hd_str_is(field.key, "check") &&
        !hd_str_is(field.key, "params") && is_plain(&o, &field))
      blank(&o, &field, text);
  return (hd_str){text, source.n};
}

/* ---- names ----------------------------------------------------------------
 */
typedef struct {
  hd_arena *arena;
  hd_str dump;
  HD_VEC(char) code;
  size_t done; /* bytes of the dump */
} stripping;

static void copy_to(stripping *s, size_t end) {
  for (; s->done < end; s->done++)
    HD_PUSH(s->arena, &s->code, s->dump.p[s->done]);
}

/* Two empty lists in place of the names of a function. */
static void strip_names(void *closure, const hd_proto *p) {
  enum { NONE = 0x80 };
  stripping *s = closure;
  copy_to(s, (size_t)(p->names.p - s->dump.p));
  HD_PUSH(s->arena, &s->code, (char)NONE);
  HD_PUSH(s->arena, &s->code, (char)NONE);
  s->done += p->names.n;
}

hd_str hd_lean_strip(hd_arena *arena, hd_str dump) {
  stripping s = {.arena = arena, .dump = dump};
  hd_chunk_walk(arena, dump, strip_names, &s);
  copy_to(&s, dump.n);
  return (hd_str){s.code.items, s.code.n};
}

/* ---- a rule ---------------------------------------------------------------
 */
hd_str hd_lean_rule(hd_arena *arena, hd_str source, const char *chunk) {
  hd_str text = lean_text(arena, source), code = {"", 0};
  lua_State *L = luaL_newstate();
  if (!L)
    hd_memory_out();
  if (luaL_loadbufferx(L, text.p, text.n, chunk, "t") == LUA_OK)
    code = hd_lean_strip(arena, hd_chunk_dump(L, arena));
  lua_close(L);
  return code;
}
