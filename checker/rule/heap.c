/* heap: memory of one Lua state, given back as a whole.
 *
 * A state holds thousands of small things; so blocks are cut from chunks, whose
 * pages the system gives at once, and go to a list by their size when they are
 * freed: sizes are steps of 16 bytes, and above that of a quarter of the power
 * of two below. Only the largest are the C library's. With AddressSanitizer
 * every block is the C library's, so that overruns are seen. */
#include "host.h"
#include <stdlib.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HD_SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define HD_SANITIZED
#endif
#ifdef HD_SANITIZED
enum { MOST = 0 };
#else
enum { MOST = 16 << 10 };
#endif
enum {
  STEP = 16,
  SMALL_BITS = 9, /* of the largest size that is counted in steps */
  SMALL = 1 << SMALL_BITS,
  QUARTERS = 4, /* sizes from one power of two to the next */
  SIZES = SMALL / STEP + 1 + QUARTERS * 5,
  CHUNK = 128 << 10
};
_Static_assert(MOST <= SMALL << 5, "each size has a list");

typedef struct block {
  struct block *next;
} block;

struct hd_heap {
  block *free[SIZES]; /* by size, see size_of */
  hd_arena *chunks;
  char *at, *end; /* the rest of the last chunk */
};

hd_heap *hd_heap_new(void) {
  hd_heap *heap = calloc(1, sizeof *heap);
  if (!heap)
    hd_memory_out();
  heap->chunks = hd_arena_new();
  return heap;
}

void hd_heap_free(hd_heap *heap) {
  hd_arena_free(heap->chunks);
  free(heap);
}

/* Which list blocks of n bytes are of; *n becomes what they all have. */
static inline size_t size_of(size_t *n) {
  if (*n <= SMALL) {
    size_t steps = (*n + STEP - 1) / STEP;
    *n = steps * STEP;
    return steps;
  }
  unsigned bits = 63 - (unsigned)__builtin_clzll(*n - 1);
  size_t quarters = (*n - 1) >> (bits - 2); /* 4 to 7, begun ones not counted */
  *n = (quarters + 1) << (bits - 2);
  return SMALL / STEP + 1 + (bits - SMALL_BITS) * QUARTERS + quarters -
         QUARTERS;
}

static void *take_from_chunk(hd_heap *heap, size_t n) {
  if ((size_t)(heap->end - heap->at) < n) {
    heap->at = hd_arena_alloc(heap->chunks, CHUNK);
    heap->end = heap->at + CHUNK;
  }
  void *p = heap->at;
  heap->at += n;
  return p;
}

static void *take(hd_heap *heap, size_t n) {
  if (n > MOST) {
    void *p = malloc(n);
    if (!p)
      hd_memory_out();
    return p;
  }
  size_t size = size_of(&n);
  block *p = heap->free[size];
  if (!p)
    return take_from_chunk(heap, n);
  heap->free[size] = p->next;
  __builtin_prefetch(p->next, 1); /* which is asked for next of this size */
  return p;
}

static void give(hd_heap *heap, void *p, size_t n) {
  if (n > MOST) {
    free(p);
    return;
  }
  block *b = p;
  size_t size = size_of(&n);
  b->next = heap->free[size];
  heap->free[size] = b;
}

static bool is_one_size(size_t a, size_t b) {
  return a <= MOST && b <= MOST && size_of(&a) == size_of(&b);
}

void *hd_heap_resize(hd_heap *heap, void *p, size_t old, size_t n) {
  if (!p || old == 0)
    return n ? take(heap, n) : NULL;
  if (n == 0) {
    give(heap, p, old);
    return NULL;
  }
  if (old > MOST && n > MOST) {
    void *q = realloc(p, n);
    if (!q)
      hd_memory_out();
    return q;
  }
  if (is_one_size(old, n))
    return p;
  void *q = take(heap, n);
  memcpy(q, p, old < n ? old : n);
  give(heap, p, old);
  return q;
}
