/* image: memory of the compiled lexicons in, tables of C out. See data.h.
 *
 * The data is built twice, each time in an arena of pieces. What is done is
 * the same both times, so the pieces are the same but for where they lie: a
 * word that differs is a pointer, and it must point to the same place of the
 * same piece. A word that does not differ may point into the program: to an
 * embedded file, which becomes a piece as well, or to an empty string; to
 * anything else is an error. Pieces that nothing points to (tables before they
 * grew) are left out. First come the pieces with pointers, then the others. */
#include "image.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct {
  hd_str a, b; /* the piece of the first and of the second time */
  bool live, fixed;
  bool text;  /* of the program: the same both times, without pointers */
  size_t off; /* where it will be */
} piece;

typedef struct {
  hd_arena *a, *b;
  piece *pieces; /* by address of a */
  size_t n;
  uint64_t *marks;     /* of the words of pieces with pointers */
  size_t moved, fixed; /* bytes with pointers, and of the others */
  bool failed;
} image;

static const char empty[1] = "";
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
static bool in_program(uint64_t word) {
  return word >= (uint64_t)(uintptr_t)&__executable_start &&
         word < (uint64_t)(uintptr_t)&_end;
}

/* The piece that both words point into, at the same place; NULL: none. */
static piece *pointed(const image *m, uint64_t a, uint64_t b) {
  piece *to = find(m, a);
  if (!to && a == b && *(const char *)(uintptr_t)a == '\0')
    return find(m, (uint64_t)(uintptr_t)empty);
  bool same = to && a - (uint64_t)(uintptr_t)to->a.p ==
                        b - (uint64_t)(uintptr_t)to->b.p;
  return same ? to : NULL;
}

/* The word of a piece as the image has it; *is_pointer. */
static uint64_t translate(image *m, const piece *p, size_t i,
                          bool *is_pointer) {
  uint64_t a = word_at(p->a, i), b = word_at(p->b, i);
  *is_pointer = !p->text && (a != b || in_program(a));
  if (!*is_pointer)
    return a;
  if (a == (uint64_t)(uintptr_t)m->a && b == (uint64_t)(uintptr_t)m->b) {
    *is_pointer = false; /* nothing more is made in the arena */
    return 0;
  }
  const piece *to = pointed(m, a, b);
  if (!to && !m->failed)
    fprintf(stderr, "prepare: a piece of %zu bytes points at %zu to 0x%llx\n",
            p->a.n, i * sizeof a, (unsigned long long)a);
  m->failed = m->failed || !to;
  if (!to)
    return 0;
  size_t inside = to->a.p == empty ? 0 : a - (uint64_t)(uintptr_t)to->a.p;
  return HD_IMAGE_AT + (to->fixed ? m->moved : 0) + to->off + inside;
}

/* ---- which pieces ------------------------------------------------------- */
/* Marks what can be reached from the piece, and whether it holds pointers. */
static void reach(image *m, piece *p) {
  if (p->live)
    return;
  p->live = p->fixed = true;
  for (size_t i = 0; !p->text && i < words_of(p->a); i++) {
    uint64_t a = word_at(p->a, i), b = word_at(p->b, i);
    if (a == b && !in_program(a))
      continue;
    p->fixed = false;
    piece *to = pointed(m, a, b);
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

static void put_pieces(image *m, piece *root, bool fixed) {
  for (size_t i = 0; i < m->n; i++)
    if (m->pieces[i].live && m->pieces[i].fixed == fixed &&
        &m->pieces[i] != root)
      put_piece(m, &m->pieces[i]);
}

static void put_image(image *m, piece *root) {
  size_t words = m->moved / 8;
  m->marks = hd_arena_alloc(m->a, (words / 64 + 1) * sizeof *m->marks);
  puts("#include \"checker/run/data.h\"\n"
       "_Alignas(HD_IMAGE_PAGE) const uint64_t hd_image[] = {");
  put_piece(m, root);
  put_pieces(m, root, false);
  put_pieces(m, root, true);
  puts("0};\nconst uint64_t hd_image_marks[] = {");
  for (size_t i = 0; i <= words / 64; i++)
    put_word(m->marks[i], i);
  printf("};\nconst size_t hd_image_words = %zu, hd_image_size = %zu;\n", words,
         m->moved + m->fixed);
}

static piece text_piece(const char *p, size_t n) {
  return (piece){.a = {p, n}, .b = {p, n}, .text = true};
}

/* Behind the pieces of the arenas: the texts that they point to. */
static void add_texts(image *m) {
  for (size_t i = 0; i < hd_embedded_count; i++) {
    const hd_embedded *e = &hd_embedded_files[i];
    m->pieces[m->n++] = text_piece((const char *)e->data, e->n + 1);
    m->pieces[m->n++] = text_piece(e->name, strlen(e->name) + 1);
  }
  m->pieces[m->n++] = text_piece(empty, sizeof empty);
}

static bool read_pieces(image *m) {
  m->n = hd_arena_pieces(m->a, NULL, 0);
  hd_str *a = calloc(m->n, sizeof *a), *b = calloc(m->n, sizeof *b);
  bool same = a && b && hd_arena_pieces(m->b, b, m->n) == m->n;
  m->pieces = calloc(m->n + 2 * hd_embedded_count + 1, sizeof *m->pieces);
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
  add_texts(m);
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
