/* heap: memory of one Lua state, given back as a whole.
 *
 * A state holds thousands of small things; so small blocks are cut from chunks,
 * whose pages the system gives at once, and go to a list by their size when
 * they are freed; larger ones are the C library's. With AddressSanitizer every
 * block is the C library's, so that overruns are seen. */
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
enum { SMALL = 0 };
#else
enum { SMALL = 512 };
#endif
enum { STEP = 16, CHUNK = 128 << 10 };

typedef struct block {
  struct block *next;
} block;

struct hd_heap {
  block *free[512 / STEP + 1]; /* by size in steps */
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
  if (n > SMALL) {
    void *p = malloc(n);
    if (!p)
      hd_memory_out();
    return p;
  }
  size_t steps = (n + STEP - 1) / STEP;
  block *p = heap->free[steps];
  if (!p)
    return take_from_chunk(heap, steps * STEP);
  heap->free[steps] = p->next;
  __builtin_prefetch(p->next, 1); /* which is asked for next of this size */
  return p;
}

static void give(hd_heap *heap, void *p, size_t n) {
  if (n > SMALL) {
    free(p);
    return;
  }
  block *b = p;
  size_t steps = (n + STEP - 1) / STEP;
  b->next = heap->free[steps];
  heap->free[steps] = b;
}

void *hd_heap_resize(hd_heap *heap, void *p, size_t old, size_t n) {
  if (!p || old == 0)
    return n ? take(heap, n) : NULL;
  if (n == 0) {
    give(heap, p, old);
    return NULL;
  }
  if (old > SMALL && n > SMALL) {
    void *q = realloc(p, n);
    if (!q)
      hd_memory_out();
    return q;
  }
  if (n <= SMALL && (n + STEP - 1) / STEP == (old + STEP - 1) / STEP)
    return p;
  void *q = take(heap, n);
  memcpy(q, p, old < n ? old : n);
  give(heap, p, old);
  return q;
}
