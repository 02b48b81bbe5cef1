/* image: memory of the compiled lexicons in, tables of C out. See data.h.
 *
 * The data is built twice, each time in an arena of pieces. What is done is
 * the same both times, so the pieces are the same but for where they lie: a
 * word that differs is a pointer, and it must point to the same place of the
 * same piece. A word that does not differ may point into the program: to an
 * embedded file or an empty string, which have a name; to anything else is an
 * error. Pieces that nothing points to (tables before they grew) are left out.
 */
#include "image.h"
#include <stdio.h>
#include <stdlib.h>

enum { FIXED_FROM = 1024 /* bytes of a piece that is worth its place */ };

typedef struct {
  hd_str a, b; /* the piece of the first and of the second time */
  bool live, fixed;
  size_t off; /* where it will be */
} piece;

typedef struct {
  hd_arena *a, *b;
  piece *pieces; /* by address of a */
  size_t n;
  uint64_t *marks;     /* of the moved words */
  size_t fixed, moved; /* bytes */
  bool failed;
} image;

extern const char __executable_start, _end; /* from the linker */

static int by_address(const void *x, const void *y) {
  const piece *p = x, *q = y;
  return (p->a.p > q->a.p) - (p->a.p < q->a.p);
}

static size_t words_of(hd_str s) { return (s.n + 7) / 8; }

/* Bytes of a piece in the image, aligned as in an arena. */
static size_t padded(hd_str s) { return (s.n + 15) / 16 * 16; }

/* Behind the end there are zeros. */
static uint64_t word_at(hd_str s, size_t i) {
  uint64_t word = 0;
  size_t left = s.n - i * sizeof word;
  memcpy(&word, s.p + i * sizeof word, left < sizeof word ? left : sizeof word);
  return word;
}

/* The piece of a that holds the address, or NULL. */
static piece *find(const image *m, uint64_t address) {
  size_t low = 0, high = m->n;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if ((uint64_t)(uintptr_t)m->pieces[middle].a.p <= address)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0)
    return NULL;
  piece *p = &m->pieces[low - 1];
  return address - (uint64_t)(uintptr_t)p->a.p < p->a.n ? p : NULL;
}

/* ---- pointers ----------------------------------------------------------- */
static uint64_t pointer(size_t base, size_t off) {
  return (uint64_t)base << HD_IMAGE_BASE | off;
}

static bool in_program(uint64_t word) {
  return word >= (uint64_t)(uintptr_t)&__executable_start &&
         word < (uint64_t)(uintptr_t)&_end;
}

/* Into the program, by name; false: it has none. */
static bool name_static(uint64_t word, uint64_t *out) {
  const char *p = (const char *)(uintptr_t)word;
  *out = pointer(HD_IMAGE_EMPTY, 0);
  for (size_t i = 0; i < hd_embedded_count; i++) {
    const hd_embedded *e = &hd_embedded_files[i];
    const char *data = (const char *)e->data;
    size_t base = HD_IMAGE_FILES + 2 * i;
    if (p >= data && p <= data + e->n)
      *out = pointer(base, (size_t)(p - data));
    else if (p >= e->name && p <= e->name + strlen(e->name))
      *out = pointer(base + 1, (size_t)(p - e->name));
    else
      continue;
    return true;
  }
  return *p == '\0';
}

/* Into a piece, at the same place both times. */
static bool name_piece(const image *m, uint64_t a, uint64_t b, uint64_t *out) {
  const piece *to = find(m, a);
  if (!to ||
      a - (uint64_t)(uintptr_t)to->a.p != b - (uint64_t)(uintptr_t)to->b.p)
    return false;
  *out = pointer(to->fixed ? HD_IMAGE_FIXED : HD_IMAGE_MOVED,
                 to->off + (size_t)(a - (uint64_t)(uintptr_t)to->a.p));
  return true;
}

/* The word of a piece as the image has it; *is_pointer. */
static uint64_t translate(image *m, const piece *p, size_t i,
                          bool *is_pointer) {
  uint64_t a = word_at(p->a, i), b = word_at(p->b, i), out = a;
  bool good = true;
  *is_pointer = a != b || in_program(a);
  if (*is_pointer && a == b)
    good = name_static(a, &out);
  else if (a == (uint64_t)(uintptr_t)m->a && b == (uint64_t)(uintptr_t)m->b)
    out = pointer(HD_IMAGE_ARENA, 0);
  else if (*is_pointer)
    good = name_piece(m, a, b, &out);
  if (!good && !m->failed)
    fprintf(stderr, "prepare: a piece of %zu bytes points at %zu to 0x%llx\n",
            p->a.n, i * sizeof a, (unsigned long long)a);
  m->failed = m->failed || !good;
  return out;
}

/* ---- which pieces ------------------------------------------------------- */
/* Marks what can be reached from the piece, and whether it holds pointers. */
static void reach(image *m, piece *p) {
  if (p->live)
    return;
  p->live = true;
  p->fixed = p->a.n >= FIXED_FROM;
  for (size_t i = 0; i < words_of(p->a); i++) {
    uint64_t a = word_at(p->a, i);
    if (a == word_at(p->b, i) && !in_program(a))
      continue;
    p->fixed = false;
    piece *to = find(m, a);
    if (to)
      reach(m, to);
  }
}

static void place_pieces(image *m, piece *root) {
  reach(m, root);
  root->off = 0;
  m->moved = padded(root->a);
  for (size_t i = 0; i < m->n; i++) {
    piece *p = &m->pieces[i];
    size_t *end = p->fixed ? &m->fixed : &m->moved;
    if (!p->live || p == root)
      continue;
    p->off = *end;
    *end += padded(p->a);
  }
}

/* ---- writing ------------------------------------------------------------ */
static void put_word(uint64_t word, size_t i) {
  printf(word < 10 ? "%llu,%s" : "0x%llx,%s", (unsigned long long)word,
         i % 16 == 15 ? "\n" : "");
}

static void put_piece(image *m, const piece *p) {
  for (size_t i = 0; i < padded(p->a) / 8; i++) {
    bool is_pointer = false;
    size_t at = p->off / 8 + i;
    bool inside = i < words_of(p->a);
    put_word(inside ? translate(m, p, i, &is_pointer) : 0, i);
    if (is_pointer)
      m->marks[at / 64] |= (uint64_t)1 << at % 64;
  }
}

static void put_pieces(image *m, const char *name, piece *root, bool fixed) {
  printf("_Alignas(16) const uint64_t hd_image_%s[] = {\n", name);
  if (!fixed)
    put_piece(m, root);
  for (size_t i = 0; i < m->n; i++)
    if (m->pieces[i].live && m->pieces[i].fixed == fixed &&
        &m->pieces[i] != root)
      put_piece(m, &m->pieces[i]);
  puts("0};");
}

static void put_image(image *m, piece *root) {
  size_t words = m->moved / 8;
  m->marks = hd_arena_alloc(m->a, (words / 64 + 1) * sizeof *m->marks);
  puts("#include \"checker/run/data.h\"");
  put_pieces(m, "fixed", root, true);
  put_pieces(m, "moved", root, false);
  puts("const uint64_t hd_image_marks[] = {");
  for (size_t i = 0; i <= words / 64; i++)
    put_word(m->marks[i], i);
  printf("};\nconst size_t hd_image_words = %zu;\n", words);
}

static bool read_pieces(image *m) {
  m->n = hd_arena_pieces(m->a, NULL, 0);
  hd_str *a = calloc(m->n, sizeof *a), *b = calloc(m->n, sizeof *b);
  bool same = a && b && hd_arena_pieces(m->b, b, m->n) == m->n;
  m->pieces = calloc(m->n, sizeof *m->pieces);
  if (!m->pieces)
    hd_memory_out();
  if (same)
    hd_arena_pieces(m->a, a, m->n);
  for (size_t i = 0; same && i < m->n; i++) {
    same = a[i].n == b[i].n;
    m->pieces[i] = (piece){.a = a[i], .b = b[i]};
  }
  free(a);
  free(b);
  qsort(m->pieces, m->n, sizeof *m->pieces, by_address);
  return same;
}

bool hd_image_write(void) {
  image m = {.a = hd_arena_new_pieces(), .b = hd_arena_new_pieces()};
  hd_error error = {0};
  const hd_data *root = hd_data_build(m.a, NULL, 0, &error);
  bool good = root && hd_data_build(m.b, NULL, 0, &error) && read_pieces(&m);
  if (good) {
    piece *first = find(&m, (uint64_t)(uintptr_t)root);
    place_pieces(&m, first);
    put_image(&m, first);
  }
  if (!good)
    fprintf(stderr, "prepare: %s\n",
            error.message ? error.message : "the two times differ");
  free(m.pieces);
  hd_arena_free(m.a);
  hd_arena_free(m.b);
  return good && !m.failed;
}
