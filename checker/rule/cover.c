/* cover: see cover.h.
 *
 * An unreachable instruction is none that an example could run: behind the last
 * return of a function Lua writes another one, on the line of its `end`. So the
 * instructions are walked from the first along their jumps. */
#include "cover.h"
#include "chunk.h"
#include <stdlib.h>

typedef struct {
  const char *chunk; /* "@rules/x.lua" */
  bool ignored;      /* a helper that is not of the rule's own folder */
  bool *has_code, *was_run;
  uint32_t n_lines;
} covered;

struct hd_cover {
  hd_arena *arena;
  const hd_script *script; /* whose examples run; NULL: none */
  HD_VEC(covered) files;
  const char *last_source; /* of Lua, and its file */
  size_t last;
};

hd_cover *hd_cover_new(void) {
  hd_arena *arena = hd_arena_new();
  hd_cover *cover = HD_NEW(arena, hd_cover);
  cover->arena = arena;
  return cover;
}

void hd_cover_free(hd_cover *cover) {
  if (cover)
    hd_arena_free(cover->arena);
}

/* ---- lines with code ---------------------------------------------- */
typedef struct {
  hd_arena *arena;
  covered *file;
} marking;

static void want_line(marking *m, uint32_t line) {
  covered *f = m->file;
  if (line >= f->n_lines) {
    uint32_t n = 2 * line + 64;
    bool *more = hd_arena_alloc(m->arena, n);
    if (f->n_lines)
      memcpy(more, f->has_code, f->n_lines);
    f->has_code = more;
    f->n_lines = n;
  }
  f->has_code[line] = true;
}

/* Where the instruction may lead, at most two. */
static size_t next_of(const hd_proto *p, size_t pc, size_t next[2]) {
  hd_instruction i = hd_chunk_at(p, pc);
  size_t far = i.word >> 15; /* Bx */
  bool test = i.op >= HD_OP_EQ && i.op <= HD_OP_TESTSET;
  next[0] = pc + 1;
  if (i.op >= HD_OP_RETURN && i.op <= HD_OP_RETURN1)
    return 0;
  if (i.op == HD_OP_JMP)
    next[0] = pc + 1 + (i.word >> 7) - 0xffffff;
  else if (i.op == HD_OP_LFALSESKIP)
    next[0] = pc + 2;
  else if (i.op == HD_OP_TFORPREP)
    next[0] = pc + 1 + far;
  else if (test)
    next[1] = pc + 2;
  else if (i.op == HD_OP_FORPREP)
    next[1] = pc + 2 + far;
  else if (i.op == HD_OP_FORLOOP || i.op == HD_OP_TFORLOOP)
    next[1] = pc + 1 - far;
  else
    return 1;
  return test || i.op == HD_OP_FORPREP || i.op == HD_OP_FORLOOP ||
                 i.op == HD_OP_TFORLOOP
             ? 2
             : 1;
}

static void mark_function(void *closure, const hd_proto *p) {
  marking *m = closure;
  if (p->depth == 0 || p->n_code == 0)
    return;
  const uint32_t *lines = hd_chunk_lines(m->arena, p);
  bool *seen = hd_arena_alloc(m->arena, p->n_code);
  size_t *open = hd_arena_alloc(m->arena, 2 * p->n_code * sizeof *open);
  size_t n = 1, next[2];
  open[0] = 0;
  seen[0] = true;
  while (n > 0) {
    size_t pc = open[--n];
    if (hd_chunk_at(p, pc).op != HD_OP_VARARGPREP)
      want_line(m, lines[pc]);
    for (size_t k = next_of(p, pc, next); k-- > 0;)
      if (next[k] < p->n_code && !seen[next[k]]) {
        seen[next[k]] = true;
        open[n++] = next[k];
      }
  }
}

static size_t add_file(hd_cover *cover, const char *chunk, hd_str code,
                       bool ignored) {
  covered file = {
      .chunk = hd_arena_copy(cover->arena, chunk, strlen(chunk)),
      .ignored = ignored,
  };
  marking m = {cover->arena, &file};
  if (!ignored && code.n)
    hd_chunk_walk(cover->arena, code, mark_function, &m);
  file.was_run = hd_arena_alloc(cover->arena, (size_t)file.n_lines + 1);
  HD_PUSH(cover->arena, &cover->files, file);
  return cover->files.n - 1;
}

static size_t find_file(const hd_cover *cover, const char *chunk) {
  size_t i = 0;
  while (i < cover->files.n && strcmp(cover->files.items[i].chunk, chunk) != 0)
    i++;
  return i;
}

void hd_cover_begin(hd_cover *cover, const hd_rules *rules, const char *id) {
  cover->script = NULL;
  cover->last_source = NULL;
  for (size_t i = 0; i < rules->n; i++)
    if (strcmp(rules->scripts[i]->info.id, id) == 0)
      cover->script = rules->scripts[i];
  if (cover->script && find_file(cover, cover->script->chunk) == cover->files.n)
    add_file(cover, cover->script->chunk, cover->script->code, false);
}

/* ---- lines that are run ------------------------------------------- */
bool hd_cover_wanted(const hd_host *host) {
  return host->cover && host->script && host->script == host->cover->script;
}

/* A chunk that is not known yet: a helper. */
static size_t add_helper(hd_cover *cover, const hd_rules *rules,
                         const char *chunk) {
  for (size_t i = 0; i < rules->libraries.n; i++) {
    const hd_library *l = &rules->libraries.items[i];
    if (strcmp(l->chunk, chunk) == 0)
      return add_file(cover, chunk, l->code,
                      l->folder != cover->script->folder);
  }
  return add_file(cover, chunk, (hd_str){0}, true);
}

void hd_cover_line(lua_State *L, lua_Debug *ar) {
  const hd_host *host = hd_host_of(L);
  hd_cover *cover = host->cover;
  if (!hd_cover_wanted(host))
    return;
  lua_getinfo(L, "S", ar);
  if (strcmp(ar->what, "main") == 0)
    return;
  if (ar->source != cover->last_source) {
    size_t at = find_file(cover, ar->source);
    cover->last =
        at < cover->files.n ? at : add_helper(cover, host->rules, ar->source);
    cover->last_source = ar->source;
  }
  covered *f = &cover->files.items[cover->last];
  if (ar->currentline > 0 && (uint32_t)ar->currentline < f->n_lines)
    f->was_run[ar->currentline] = true;
}

/* ---- what came of it ---------------------------------------------- */
static int by_file(const void *a, const void *b) {
  return strcmp(((const hd_cover_file *)a)->file,
                ((const hd_cover_file *)b)->file);
}

static hd_cover_file sum_up(hd_cover *cover, const covered *f) {
  hd_cover_file sum = {.file = f->chunk + 1};
  uint32_t *missed =
      hd_arena_alloc(cover->arena, ((size_t)f->n_lines + 1) * sizeof *missed);
  for (uint32_t i = 0; i < f->n_lines; i++) {
    sum.lines += f->has_code[i];
    if (f->has_code[i] && f->was_run[i])
      sum.run++;
    else if (f->has_code[i])
      missed[sum.n_missed++] = i;
  }
  sum.missed = missed;
  return sum;
}

size_t hd_cover_files(hd_cover *cover, const hd_cover_file **files) {
  HD_VEC(hd_cover_file) all = {0};
  for (size_t i = 0; i < cover->files.n; i++)
    if (!cover->files.items[i].ignored)
      HD_PUSH(cover->arena, &all, sum_up(cover, &cover->files.items[i]));
  if (all.n)
    qsort(all.items, all.n, sizeof *all.items, by_file);
  *files = all.items;
  return all.n;
}
