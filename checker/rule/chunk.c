/* chunk: see chunk.h. */
#include "chunk.h"

enum { HEADER = 4 + 1 + 1 + 6 + 3 + 8 + 8 + 1 };

typedef struct {
  hd_arena *arena;
  hd_str dump;
  size_t cap, at;
  unsigned depth;
  hd_visit_proto *visit;
  void *closure;
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

hd_str hd_chunk_dump(lua_State *L, hd_arena *arena) {
  scan s = {.arena = arena};
  lua_dump(L, write_dump, &s, 0);
  return s.dump;
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

static void read_constants(scan *s, hd_proto *p) {
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

static void read_debug(scan *s, hd_proto *p) {
  p->n_lines = read_size(s);
  p->lines = skip(s, p->n_lines);
  size_t n = read_size(s);
  p->far_lines = (const unsigned char *)s->dump.p + s->at;
  for (size_t i = 0; i < 2 * n; i++)
    read_size(s);
  size_t from = s->at;
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
  p->names = (hd_str){s->dump.p + from, s->at - from};
}

/* One function and those inside it. */
static void scan_function(scan *s) {
  hd_proto p = {.depth = s->depth};
  read_string(s);
  p.first_line = read_size(s);
  read_size(s);
  skip(s, 3);
  p.n_code = read_size(s);
  p.code = skip(s, 4 * p.n_code);
  read_constants(s, &p);
  skip(s, 3 * read_size(s));
  s->depth++;
  for (size_t n = read_size(s); n > 0; n--)
    scan_function(s);
  s->depth--;
  read_debug(s, &p);
  s->visit(s->closure, &p);
}

void hd_chunk_walk(hd_arena *arena, hd_str dump, hd_visit_proto *visit,
                   void *closure) {
  scan s = {.arena = arena,
            .dump = dump,
            .at = HEADER,
            .visit = visit,
            .closure = closure};
  if (dump.n >= HEADER && dump.p[4] == 0x54 && dump.p[12] == 4)
    scan_function(&s);
}

/* ---- instructions ------------------------------------------------- */
hd_instruction hd_chunk_at(const hd_proto *p, size_t pc) {
  uint32_t i;
  memcpy(&i, p->code + 4 * pc, 4);
  return (hd_instruction){i & 0x7f, i >> 7 & 0xff, i >> 16 & 0xff, i >> 24, i};
}

/* The first line and the steps from it; a step of -128 takes the next absolute
 * line instead. */
uint32_t *hd_chunk_lines(hd_arena *arena, const hd_proto *p) {
  uint32_t *lines = hd_arena_alloc(arena, (p->n_code + 1) * sizeof *lines);
  long line = (long)p->first_line;
  scan far = {.dump = {(const char *)p->far_lines, 0}};
  for (size_t i = 0; i < p->n_code; i++) {
    if (i < p->n_lines && p->lines[i] != -128)
      line += p->lines[i];
    else if (i < p->n_lines) {
      read_size(&far);
      line = (long)read_size(&far);
    }
    lines[i] = (uint32_t)line;
  }
  return lines;
}

hd_str hd_chunk_constant(const hd_proto *p, unsigned i) {
  return i < p->n_constants ? p->constants[i] : (hd_str){NULL, 0};
}

bool hd_chunk_is_env(const hd_proto *p, unsigned upvalue) {
  return upvalue < p->n_upvalues && hd_str_is(p->upvalues[upvalue], "_ENV");
}
