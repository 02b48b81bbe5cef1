/* image: memory of the compiled lexicons and rules in, a table of C out. See
 * data.h.
 *
 * All of it is built twice, each time in an arena of pieces. From the first
 * piece on both are walked together: what is done is the same both times, so a
 * word that differs is a pointer, and it must point to the same place of pieces
 * that are the same. A word that does not differ may point into the program: to
 * an embedded file, which becomes a piece as well, or to an empty string; to
 * anything else is an error. Pieces that nothing points to (tables before they
 * grew) are not met. First come the pieces with pointers, then the others. */
#include "image.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct {
  hd_str *items; /* by address */
  size_t n;
} memory;

typedef struct {
  hd_str a;      /* where it lies the first time */
  const char *b; /* and the second time; NULL: it was not yet met */
  bool fixed;    /* without pointers */
  bool text;     /* of the program */
  size_t off;    /* where it will be */
} piece;

typedef struct {
  hd_arena *arenas[2];
  memory memories[2];
  piece *pieces; /* of the first memory, in its order */
  piece **met;   /* as they were met */
  size_t n_met;
  uint64_t *marks;     /* of the words of pieces with pointers */
  size_t moved, fixed; /* bytes with pointers, and of the others */
  bool failed;
} image;

static const char empty[1] = "";
extern const char __executable_start, _end; /* from the linker */

static uint64_t address_of(const void *p) { return (uint64_t)(uintptr_t)p; }

static bool in_program(uint64_t word) {
  return word >= address_of(&__executable_start) && word < address_of(&_end);
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

/* ---- the memories ---------------------------------------------------------
 */
static int by_address(const void *x, const void *y) {
  const hd_str *p = x, *q = y;
  return (p->p > q->p) - (p->p < q->p);
}

/* The pieces of an arena, and the texts of the program. */
static memory read_memory(const hd_arena *arena) {
  size_t n = hd_arena_pieces(arena, NULL, 0);
  memory m = {calloc(n + 2 * hd_embedded_count + 1, sizeof *m.items), n};
  if (!m.items)
    hd_memory_out();
  hd_arena_pieces(arena, m.items, n);
  for (size_t i = 0; i < hd_embedded_count; i++) {
    const hd_embedded *e = &hd_embedded_files[i];
    m.items[m.n++] = (hd_str){(const char *)e->data, e->n + 1};
    m.items[m.n++] = (hd_str){e->name, strlen(e->name) + 1};
  }
  m.items[m.n++] = (hd_str){empty, sizeof empty};
  qsort(m.items, m.n, sizeof *m.items, by_address);
  return m;
}

/* The index of the piece that holds the address; n: none does. */
static size_t find(const memory *m, uint64_t address) {
  size_t low = 0, high = m->n;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (address_of(m->items[middle].p) <= address)
      low = middle + 1;
    else
      high = middle;
  }
  bool inside = low > 0 &&
                address - address_of(m->items[low - 1].p) < m->items[low - 1].n;
  return inside ? low - 1 : m->n;
}

/* ---- pointers -------------------------------------------------------------
 */
/* The piece that both words point into, at the same place; NULL: none. */
static piece *pointed(image *m, uint64_t a, uint64_t b) {
  const memory *first = &m->memories[0], *second = &m->memories[1];
  size_t i = find(first, a), k = find(second, b);
  if (i == first->n && a == b && *(const char *)(uintptr_t)a == '\0')
    i = k = find(first, address_of(empty));
  if (i == first->n || k == second->n)
    return NULL;
  piece *to = &m->pieces[i];
  const hd_str *other = &second->items[k];
  if (to->text)
    return a == b || to->a.p == empty ? to : NULL;
  bool same = to->a.n == other->n &&
              a - address_of(to->a.p) == b - address_of(other->p);
  return same && (!to->b || to->b == other->p) ? to : NULL;
}

static bool is_arena(const image *m, uint64_t a, uint64_t b) {
  return a == address_of(m->arenas[0]) && b == address_of(m->arenas[1]);
}

static uint64_t second_word(const piece *p, size_t i) {
  return word_at((hd_str){p->b, p->a.n}, i);
}

static bool is_pointer(const piece *p, uint64_t a, uint64_t b) {
  return !p->text && (a != b || in_program(a));
}

/* ---- which pieces ---------------------------------------------------------
 */
static void complain(image *m, const piece *p, size_t i, uint64_t word) {
  if (!m->failed)
    fprintf(stderr, "prepare: a piece of %zu bytes points at %zu to 0x%llx\n",
            p->a.n, i * sizeof word, (unsigned long long)word);
  m->failed = true;
}

/* Meets the piece, which lies at b the second time, and what it points to. */
static void meet(image *m, piece *p, const char *b) {
  if (p->b || m->failed)
    return;
  p->b = b;
  p->fixed = true;
  m->met[m->n_met++] = p;
  for (size_t i = 0; i < words_of(p->a); i++) {
    uint64_t a = word_at(p->a, i), other = second_word(p, i);
    if (!is_pointer(p, a, other))
      continue;
    p->fixed = false;
    piece *to = is_arena(m, a, other) ? p : pointed(m, a, other);
    if (!to)
      complain(m, p, i, a);
    else if (to != p)
      meet(m, to,
           to->text
               ? to->a.p
               : (const char *)(uintptr_t)other - (a - address_of(to->a.p)));
  }
}

static void place(image *m) {
  for (size_t i = 0; i < m->n_met; i++) {
    piece *p = m->met[i];
    size_t *end = p->fixed ? &m->fixed : &m->moved;
    p->off = *end;
    *end += padded(p->a);
  }
}

/* ---- writing --------------------------------------------------------------
 */
/* The word of a piece as the image has it; *moves: it is a pointer there. */
static uint64_t translate(image *m, const piece *p, size_t i, bool *moves) {
  uint64_t a = word_at(p->a, i), b = second_word(p, i);
  *moves = is_pointer(p, a, b) && !is_arena(m, a, b);
  if (!*moves) /* nothing more is made in the arena */
    return is_pointer(p, a, b) ? 0 : a;
  const piece *to = pointed(m, a, b);
  size_t inside = to->a.p == empty ? 0 : a - address_of(to->a.p);
  return HD_IMAGE_AT + (to->fixed ? m->moved : 0) + to->off + inside;
}

static void put_word(uint64_t word, size_t i) {
  printf(word < 10 ? "%llu,%s" : "0x%llx,%s", (unsigned long long)word,
         i % 16 == 15 ? "\n" : "");
}

static void put_piece(image *m, const piece *p) {
  for (size_t i = 0; i < padded(p->a) / 8; i++) {
    bool moves = false;
    size_t at = p->off / 8 + i;
    put_word(i < words_of(p->a) ? translate(m, p, i, &moves) : 0, i);
    if (moves)
      m->marks[at / 64] |= (uint64_t)1 << at % 64;
  }
}

static void put_pieces(image *m, bool fixed) {
  for (size_t i = 0; i < m->n_met; i++)
    if (m->met[i]->fixed == fixed)
      put_piece(m, m->met[i]);
}

static void put_image(image *m) {
  size_t words = m->moved / 8;
  m->marks = calloc(words / 64 + 1, sizeof *m->marks);
  if (!m->marks)
    hd_memory_out();
  puts("_Alignas(HD_IMAGE_PAGE) const uint64_t hd_image[] = {");
  put_pieces(m, false);
  put_pieces(m, true);
  puts("0};\nconst uint64_t hd_image_marks[] = {");
  for (size_t i = 0; i <= words / 64; i++)
    put_word(m->marks[i], i);
  printf("};\nconst size_t hd_image_words = %zu, hd_image_size = %zu;\n", words,
         m->moved + m->fixed);
}

static void make_pieces(image *m) {
  const memory *first = &m->memories[0];
  m->pieces = calloc(first->n, sizeof *m->pieces);
  m->met = calloc(first->n, sizeof *m->met);
  if (!m->pieces || !m->met)
    hd_memory_out();
  for (size_t i = 0; i < first->n; i++)
    m->pieces[i] = (piece){.a = first->items[i],
                           .text = in_program(address_of(first->items[i].p))};
}

bool hd_image_write(hd_arena *a, const void *root_a, hd_arena *b,
                    const void *root_b) {
  image m = {.arenas = {a, b}, .memories = {read_memory(a), read_memory(b)}};
  make_pieces(&m);
  piece *root = pointed(&m, address_of(root_a), address_of(root_b));
  if (root)
    meet(&m, root, root_b);
  place(&m);
  if (root && !m.failed)
    put_image(&m);
  free(m.memories[0].items);
  free(m.memories[1].items);
  free(m.pieces);
  free(m.met);
  free(m.marks);
  return root && !m.failed;
}
