/* source: what can be seen wrong in a rule before it runs.
 *
 * The instructions of every function of the chunk that Lua has just compiled
 * are looked through: a global that is assigned (SETTABUP _ENV) or read and
 * unknown (GETTABUP _ENV), and == between a number and what is plainly a
 * decimal (a field such as .value, decimal(), :round()), which Lua would answer
 * with false. Another version of Lua finds nothing here, and the environment
 * still refuses at run time. */
#include "chunk.h"
#include <stdlib.h>

enum { FAR = 40 };

typedef struct {
  lua_State *L;
  hd_arena *arena;
  const uint32_t *lines; /* of the function that is looked through */
  hd_complaints found;
} scan;

static void complain(scan *s, size_t pc, const char *message) {
  hd_complaint c = {s->lines[pc], message};
  for (size_t i = 0; i < s->found.n; i++)
    if (s->found.items[i].line == c.line &&
        strcmp(s->found.items[i].message, message) == 0)
      return;
  HD_PUSH(s->arena, &s->found, c);
}

static int by_line(const void *a, const void *b) {
  const hd_complaint *x = a, *y = b;
  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  return strcmp(x->message, y->message);
}

static const char *unknown_global(scan *s, const char *name) {
  const char *known[128];
  size_t n = hd_state_globals(s->L, known, 128);
  for (size_t i = 0; i < n; i++)
    if (strcmp(known[i], name) == 0)
      return NULL;
  const char *near = hd_nearest(name, known, n);
  if (near)
    return hd_arena_format(s->arena, "unknown global '%s' (did you mean '%s'?)",
                           name, near);
  return hd_arena_format(s->arena, "unknown global '%s'", name);
}

static void check_global(scan *s, size_t pc, hd_str name, bool assigned) {
  if (!name.p)
    return;
  const char *text = hd_arena_copy(s->arena, name.p, name.n);
  const char *message =
      assigned
          ? hd_arena_format(s->arena, "assigned global '%s': write local %s",
                            text, text)
          : unknown_global(s, text);
  if (message)
    complain(s, pc, message);
}

/* ---- decimals against numbers ------------------------------------- */
/* Does an instruction write register a? (Stores and tests do not.) */
static bool writes(hd_instruction i, unsigned a) {
  bool store = i.op >= HD_OP_SETTABUP && i.op <= HD_OP_SETFIELD;
  bool test = i.op >= 56 && i.op <= 66;
  return i.a == a && !store && !test;
}

/* Is register a, before pc, plainly a decimal? */
static bool is_decimal(const hd_proto *p, size_t pc, unsigned a) {
  static const char *const fields[] = {"value",  "low",        "high", "scale",
                                       "factor", "last_digit", NULL};
  static const char *const makers[] = {"decimal", "round", "abs", NULL};
  bool called = false;
  for (size_t n = 0; pc-- > 0 && n < FAR; n++) {
    hd_instruction i = hd_chunk_at(p, pc);
    if (!writes(i, a))
      continue;
    if (i.op == HD_OP_CALL && !called) {
      called = true;
      continue;
    }
    if (called)
      return (i.op == HD_OP_GETTABUP || i.op == HD_OP_SELF) &&
             hd_str_is_any(hd_chunk_constant(p, i.c), makers);
    return i.op == HD_OP_GETFIELD &&
           hd_str_is_any(hd_chunk_constant(p, i.c), fields);
  }
  return false;
}

static void check_equality(scan *s, const hd_proto *p, size_t pc,
                           hd_instruction i) {
  bool number = i.op == HD_OP_EQI || (i.b < p->n_constants && p->numbers[i.b]);
  if (number && is_decimal(p, pc, i.a))
    complain(s, pc, "a decimal is never == a number: write x:eq(n)");
}

static void check_code(void *closure, const hd_proto *p) {
  scan *s = closure;
  s->lines = hd_chunk_lines(s->arena, p);
  for (size_t pc = 0; pc < p->n_code; pc++) {
    hd_instruction i = hd_chunk_at(p, pc);
    if (i.op == HD_OP_GETTABUP && hd_chunk_is_env(p, i.b))
      check_global(s, pc, hd_chunk_constant(p, i.c), false);
    else if (i.op == HD_OP_SETTABUP && hd_chunk_is_env(p, i.a))
      check_global(s, pc, hd_chunk_constant(p, i.b), true);
    else if (i.op == HD_OP_EQK || i.op == HD_OP_EQI)
      check_equality(s, p, pc, i);
  }
}

/* Is the global that c names assigned as well? Its reads are the same fault. */
static bool is_assigned(const hd_complaints *found, const hd_complaint *c) {
  const char *name = strchr(c->message, '\'');
  size_t n = name ? strcspn(name + 1, "'") + 2 : 0;
  for (size_t i = 0; n && i < found->n; i++) {
    const char *other = found->items[i].message;
    if (strncmp(other, "assigned ", 9) == 0 &&
        strncmp(strchr(other, '\''), name, n) == 0)
      return true;
  }
  return false;
}

static void drop_reads(hd_arena *arena, hd_complaints *found) {
  hd_complaints kept = {0};
  for (size_t i = 0; i < found->n; i++)
    if (strncmp(found->items[i].message, "unknown ", 8) != 0 ||
        !is_assigned(found, &found->items[i]))
      HD_PUSH(arena, &kept, found->items[i]);
  *found = kept;
}

hd_complaints hd_source_check(lua_State *L, hd_arena *arena, hd_str *code) {
  scan s = {.L = L, .arena = arena};
  *code = hd_chunk_dump(L, arena);
  hd_chunk_walk(arena, *code, check_code, &s);
  if (s.found.n)
    qsort(s.found.items, s.found.n, sizeof *s.found.items, by_line);
  drop_reads(arena, &s.found);
  return s.found;
}
