/* source: what can be seen wrong in a rule before it runs.
 *
 * The chunk that Lua has just compiled is dumped, and the instructions of
 * every function in the dump are looked through: a global that is assigned
 * (SETTABUP _ENV) or read and unknown (GETTABUP _ENV), and == between a number
 * and what is plainly a decimal (a field such as .value, decimal(), :round()),
 * which Lua would answer with false. The dump comes from our own Lua, so its
 * form is known: that of Lua 5.4; another version finds nothing here, and the
 * environment still refuses at run time. */
#include "host.h"

enum { /* instructions of Lua 5.4 */
       OP_GETTABUP = 11,
       OP_GETFIELD = 14,
       OP_SETTABUP = 15,
       OP_SETFIELD = 18,
       OP_SELF = 20,
       OP_EQK = 60,
       OP_EQI = 61,
       OP_GEI = 65,
       OP_CALL = 68,
       HEADER = 4 + 1 + 1 + 6 + 3 + 8 + 8 + 1,
       FAR = 40
};

typedef struct { /* one function of the dump */
  const unsigned char *code;
  size_t n_code;
  hd_str *constants; /* of strings; p NULL where another type */
  bool *numbers;     /* is constant i a number? */
  size_t n_constants;
  hd_str *upvalues;
  size_t n_upvalues;
  const signed char *lines;
  size_t n_lines;
  size_t first_line;
  const unsigned char *far_lines;
} proto;

typedef struct {
  lua_State *L;
  hd_arena *arena;
  hd_str dump;
  size_t cap, at;
  const char *message; /* about the first line so far */
  uint32_t line;
} scan;

static int write_dump(lua_State *L, const void *p, size_t n, void *ud) {
  scan *s = ud;
  (void)L;
  if (s->dump.n + n > s->cap) {
    s->cap = 2 * (s->dump.n + n) + 4096;
    char *more = hd_arena_alloc(s->arena, s->cap);
    if (s->dump.n)
      memcpy(more, s->dump.p, s->dump.n);
    s->dump.p = more;
  }
  memcpy((char *)(uintptr_t)s->dump.p + s->dump.n, p, n);
  s->dump.n += n;
  return 0;
}

/* ---- reading the dump --------------------------------------------- */
static const void *skip(scan *s, size_t n) {
  const void *p = s->dump.p + s->at;
  s->at += n;
  return p;
}
static unsigned read_byte(scan *s) { return (unsigned char)s->dump.p[s->at++]; }
static size_t read_size(scan *s) {
  size_t n = 0;
  unsigned byte;
  do {
    byte = read_byte(s);
    n = n << 7 | (byte & 0x7f);
  } while (!(byte & 0x80));
  return n;
}
static hd_str read_string(scan *s) {
  size_t n = read_size(s);
  if (n == 0)
    return (hd_str){NULL, 0};
  return (hd_str){skip(s, n - 1), n - 1};
}

static void read_constants(scan *s, proto *p) {
  p->n_constants = read_size(s);
  p->constants =
      hd_arena_alloc(s->arena, (p->n_constants + 1) * sizeof *p->constants);
  p->numbers =
      hd_arena_alloc(s->arena, (p->n_constants + 1) * sizeof *p->numbers);
  for (size_t i = 0; i < p->n_constants; i++) {
    unsigned type = read_byte(s) & 0x0f;
    if (type == LUA_TSTRING)
      p->constants[i] = read_string(s);
    else if (type == LUA_TNUMBER)
      skip(s, 8);
    p->numbers[i] = type == LUA_TNUMBER;
  }
}

static void read_debug(scan *s, proto *p) {
  p->n_lines = read_size(s);
  p->lines = skip(s, p->n_lines);
  size_t n = read_size(s);
  p->far_lines = (const unsigned char *)s->dump.p + s->at;
  for (size_t i = 0; i < 2 * n; i++)
    read_size(s);
  n = read_size(s);
  for (size_t i = 0; i < n; i++) {
    read_string(s);
    read_size(s);
    read_size(s);
  }
  p->n_upvalues = read_size(s);
  p->upvalues =
      hd_arena_alloc(s->arena, (p->n_upvalues + 1) * sizeof *p->upvalues);
  for (size_t i = 0; i < p->n_upvalues; i++)
    p->upvalues[i] = read_string(s);
}

/* ---- instructions ------------------------------------------------- */
typedef struct {
  unsigned op, a, b, c;
} instruction;

static instruction at(const proto *p, size_t pc) {
  uint32_t i;
  memcpy(&i, p->code + 4 * pc, 4);
  return (instruction){i & 0x7f, i >> 7 & 0xff, i >> 16 & 0xff, i >> 24};
}

/* Line of an instruction: the first line and the steps up to it; a step of
 * -128 takes the next absolute line instead. */
static uint32_t line_of(const proto *p, size_t pc) {
  long line = (long)p->first_line;
  scan far = {.dump = {(const char *)p->far_lines, 0}};
  for (size_t i = 0; i <= pc && i < p->n_lines; i++) {
    if (p->lines[i] != -128) {
      line += p->lines[i];
      continue;
    }
    read_size(&far);
    line = (long)read_size(&far);
  }
  return (uint32_t)line;
}

static hd_str constant(const proto *p, unsigned i) {
  return i < p->n_constants ? p->constants[i] : (hd_str){NULL, 0};
}

static bool is_env(const proto *p, unsigned upvalue) {
  return upvalue < p->n_upvalues && hd_str_is(p->upvalues[upvalue], "_ENV");
}

static void complain(scan *s, const proto *p, size_t pc, const char *message) {
  uint32_t line = line_of(p, pc);
  if (s->message && s->line <= line)
    return;
  s->message = message;
  s->line = line;
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

static void check_global(scan *s, const proto *p, size_t pc, hd_str name,
                         bool assigned) {
  if (!name.p)
    return;
  const char *text = hd_arena_copy(s->arena, name.p, name.n);
  const char *message =
      assigned
          ? hd_arena_format(s->arena, "assigned global '%s': write local %s",
                            text, text)
          : unknown_global(s, text);
  if (message)
    complain(s, p, pc, message);
}

/* ---- decimals against numbers ------------------------------------- */
static bool is_one_of(hd_str s, const char *const *names) {
  for (; s.p && *names; names++)
    if (hd_str_is(s, *names))
      return true;
  return false;
}

/* Does an instruction write register a? (Stores and tests do not.) */
static bool writes(instruction i, unsigned a) {
  bool store = i.op >= OP_SETTABUP && i.op <= OP_SETFIELD;
  bool test = i.op >= 56 && i.op <= 66;
  return i.a == a && !store && !test;
}

/* Is register a, before pc, plainly a decimal? */
static bool is_decimal(const proto *p, size_t pc, unsigned a) {
  static const char *const fields[] = {"value",  "low",        "high", "scale",
                                       "factor", "last_digit", NULL};
  static const char *const makers[] = {"decimal", "round", "abs", NULL};
  bool called = false;
  for (size_t n = 0; pc-- > 0 && n < FAR; n++) {
    instruction i = at(p, pc);
    if (!writes(i, a))
      continue;
    if (i.op == OP_CALL && !called) {
      called = true;
      continue;
    }
    if (called)
      return (i.op == OP_GETTABUP || i.op == OP_SELF) &&
             is_one_of(constant(p, i.c), makers);
    return i.op == OP_GETFIELD && is_one_of(constant(p, i.c), fields);
  }
  return false;
}

static void check_equality(scan *s, const proto *p, size_t pc, instruction i) {
  bool number = i.op == OP_EQI || (i.b < p->n_constants && p->numbers[i.b]);
  if (number && is_decimal(p, pc, i.a))
    complain(s, p, pc, "a decimal is never == a number: write x:eq(n)");
}

static void check_code(scan *s, const proto *p) {
  for (size_t pc = 0; pc < p->n_code; pc++) {
    instruction i = at(p, pc);
    if (i.op == OP_GETTABUP && is_env(p, i.b))
      check_global(s, p, pc, constant(p, i.c), false);
    else if (i.op == OP_SETTABUP && is_env(p, i.a))
      check_global(s, p, pc, constant(p, i.b), true);
    else if (i.op == OP_EQK || i.op == OP_EQI)
      check_equality(s, p, pc, i);
  }
}

/* One function and those inside it. */
static void scan_function(scan *s) {
  proto p = {0};
  read_string(s);
  p.first_line = read_size(s);
  read_size(s);
  skip(s, 3);
  p.n_code = read_size(s);
  p.code = skip(s, 4 * p.n_code);
  read_constants(s, &p);
  skip(s, 3 * read_size(s));
  for (size_t n = read_size(s); n > 0; n--)
    scan_function(s);
  read_debug(s, &p);
  check_code(s, &p);
}

const char *hd_source_check(lua_State *L, hd_arena *arena, hd_str *code,
                            uint32_t *line) {
  scan s = {.L = L, .arena = arena};
  lua_dump(L, write_dump, &s, 0);
  *code = s.dump;
  if (s.dump.n < HEADER || s.dump.p[4] != 0x54 || s.dump.p[12] != 4)
    return NULL;
  s.at = HEADER;
  scan_function(&s);
  *line = s.line;
  return s.message;
}
