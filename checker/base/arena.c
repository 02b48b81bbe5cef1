/* arena: memory that is handed out piece by piece and freed whole.
 *
 * Pieces come from blocks of zeroed memory that double in size up to a
 * megabyte. A reset arena zeroes what was handed out and keeps its large
 * blocks: pages that the system gives anew cost several times as much; so does
 * one whose other arena, made for a while, is freed (hd_arena_within). Under
 * AddressSanitizer, and with -DHD_DEBUG_ARENA, each piece is an allocation of
 * its own, so that an overrun of one is seen. Invariant: the part of a block
 * that was not yet handed out is zero. */
#include "base.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define HD_PIECES 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HD_PIECES 1
#endif
#endif
#if !defined(HD_PIECES) && defined(HD_DEBUG_ARENA)
#define HD_PIECES 1
#endif
#ifndef HD_PIECES
#define HD_PIECES 0
#endif

#if HD_PIECES && defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#endif

/* Blocks from MAPPED on come from the system. Their pages are asked for READY
 * bytes or a quarter of the block at once, before they are used: one that is
 * asked for by touching it costs several times as much, one that is never used
 * as much as one that is. Of a block from TOUCHED on, an array that has grown,
 * none is. One from LARGE on is worth pages of 2 MB, where the system has them:
 * of small ones it has more than a processor remembers the places of. A bank
 * has such pages for smaller blocks, where BANK_FROM bytes have been asked for:
 * a small text needs less. */
enum {
  ALIGN = 16,
  PAGE = 4096,
  HUGE_PAGE = 2 * 1024 * 1024,
  BANK_FROM = 512 * 1024,
  FIRST_BLOCK = 32 * 1024,
  READY = 64 * 1024,
  MAPPED = 128 * 1024,
  LAST_BLOCK = 1024 * 1024,
  TOUCHED = 4 * 1024 * 1024,
  LARGE = 8 * 1024 * 1024,
  MOST_KEPT = 16 * 1024 * 1024,
  /* an arena that holds so much, of a large text, keeps less beside it */
  MUCH = 48 * 1024 * 1024,
  MOST_BESIDE = 2 * 1024 * 1024
};

typedef struct block {
  _Alignas(ALIGN) struct block *next;
  size_t size;  /* of the memory behind this header */
  size_t used;  /* of it; of the newest block the arena knows */
  size_t ready; /* of it: its pages are there, or are not asked for */
} block;

_Static_assert(sizeof(block) % ALIGN == 0, "memory behind it is aligned");

struct hd_arena {
  block *blocks; /* the newest first: the one that is being filled */
  block *spare;  /* zeroed blocks that are not in use, `spared` bytes in all */
  size_t spared;
  hd_arena *owner; /* of the spare blocks; itself, or the one it is within */
  size_t used;     /* of the newest block */
  size_t next_size;
  size_t bytes;
};

_Noreturn void hd_memory_out(void) {
  static const char message[] = "hedui: out of memory\n";
  ssize_t ignored = write(STDERR_FILENO, message, sizeof message - 1);
  (void)ignored;
  _exit(3);
}

hd_arena *hd_arena_new(void) {
  hd_arena *arena = calloc(1, sizeof *arena);
  if (!arena)
    hd_memory_out();
  arena->next_size = FIRST_BLOCK;
  arena->owner = arena;
  return arena;
}

hd_arena *hd_arena_within(hd_arena *arena) {
  hd_arena *within = hd_arena_new();
  within->owner = arena->owner;
  if (within->owner->bytes >= MAPPED) /* no small text: it has spare blocks */
    within->next_size = MAPPED;
  return within;
}

/* Without a size of blocks each piece gets a block of its own. */
hd_arena *hd_arena_new_pieces(void) {
  hd_arena *arena = hd_arena_new();
  arena->next_size = 0;
  return arena;
}

size_t hd_arena_pieces(const hd_arena *arena, hd_str *pieces, size_t max) {
  size_t n = 0;
  for (const block *b = arena->blocks; b; b = b->next, n++)
    if (n < max)
      pieces[n] = (hd_str){(const char *)(b + 1), b->size};
  return n;
}

static void free_block(block *b) {
  if (!HD_PIECES && b->size >= MAPPED)
    munmap(b, sizeof *b + b->size);
  else
    free(b);
}

static void free_list(block *b) {
  for (block *next; b; b = next) {
    next = b->next;
    free_block(b);
  }
}

/* Zeroes the blocks and keeps them as spare ones, the others are freed. */
static void keep_list(hd_arena *owner, block *b) {
  size_t most = owner->bytes < MUCH ? MOST_KEPT : MOST_BESIDE;
  for (block *next; b; b = next) {
    next = b->next;
    if (HD_PIECES || b->size < MAPPED || owner->spared + b->size > most) {
      free_block(b);
      continue;
    }
    memset(b + 1, 0, b->used);
    b->used = 0;
    owner->spared += b->size;
    b->next = owner->spare;
    owner->spare = b;
  }
}

/* Its blocks, the newest known with what was used of it; it has none then. */
static block *give_up(hd_arena *arena) {
  block *blocks = arena->blocks;
  if (blocks)
    blocks->used = arena->used;
  arena->blocks = NULL;
  arena->used = arena->bytes = 0;
  return blocks;
}

void hd_arena_free(hd_arena *arena) {
  if (!arena)
    return;
  block *blocks = give_up(arena);
  if (arena->owner == arena)
    free_list(blocks);
  else
    keep_list(arena->owner, blocks);
  free_list(arena->spare);
  free(arena);
}

void hd_arena_reset(hd_arena *arena) {
  block *spare = arena->spare;
  arena->spare = NULL;
  arena->spared = 0;
  arena->next_size = FIRST_BLOCK;
  keep_list(arena->owner, give_up(arena));
  keep_list(arena->owner, spare);
}

/* n bytes of new pages; NULL if there are none. */
static char *map(size_t n) {
  void *p =
      mmap(NULL, n, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return p == MAP_FAILED ? NULL : p;
}

/* ---- large pages ----------------------------------------------------------
 */
/* What blocks are cut from; a block is given back to the system by itself. */
static struct {
  bool open;
  size_t asked; /* bytes since then */
  char *at, *end;
} bank;

void hd_arena_open_bank(void) { bank.open = true; }

/* Room for one large page, where one may lie. */
static bool fill_bank(void) {
  char *p = map(2 * HUGE_PAGE);
  if (!p)
    return false;
  size_t before = HUGE_PAGE - (uintptr_t)p % HUGE_PAGE;
  munmap(p, before);
  bank.at = p + before;
  bank.end = bank.at + HUGE_PAGE;
  if (before < HUGE_PAGE)
    munmap(bank.end, HUGE_PAGE - before);
  madvise(bank.at, HUGE_PAGE, MADV_HUGEPAGE); /* refused, nothing is lost */
  return true;
}

static void *from_bank(size_t n) {
  n = (n + PAGE - 1) & ~(size_t)(PAGE - 1);
  bank.asked += n;
  if (bank.asked < BANK_FROM || n > HUGE_PAGE / 2 ||
      ((size_t)(bank.end - bank.at) < n && !fill_bank()))
    return NULL;
  bank.at += n;
  return bank.at - n;
}

/* n bytes of zeroed memory; NULL if there are none. */
static void *zeroed(size_t n) {
  if (HD_PIECES || n < MAPPED + sizeof(block))
    return calloc(1, n);
  void *p = bank.open ? from_bank(n) : NULL;
  if (!p)
    p = map(n);
  if (p && n >= LARGE)
    madvise(p, n, MADV_HUGEPAGE); /* refused, nothing is lost */
  return p;
}

/* Asks for the pages of the first n bytes of a block, and for some more. A
 * system that cannot gives them when they are touched. */
static void make_ready(block *b, size_t n) {
#ifdef MADV_POPULATE_WRITE
  size_t left = b->size - b->ready, more = n - b->ready, some = b->size / 4;
  char *from = (char *)(b + 1) + b->ready;
  size_t before = (uintptr_t)from % PAGE; /* of a page that is begun */
  some = some > READY ? some : READY;
  more = more > some ? more : some;
  more = more < left ? more : left;
  madvise(from - before, before + more, MADV_POPULATE_WRITE);
  b->ready += more;
#else
  b->ready = b->size;
#endif
}

/* A spare block of at least `size` bytes and not much more, or NULL. */
static block *take_spare(hd_arena *owner, size_t size) {
  for (block **at = &owner->spare; *at; at = &(*at)->next) {
    block *b = *at;
    if (b->size < size || b->size / 4 > size)
      continue;
    *at = b->next;
    owner->spared -= b->size;
    return b;
  }
  return NULL;
}

/* Puts a zeroed block of `size` bytes in front of the others. */
static block *add_block(hd_arena *arena, size_t size) {
  block *b = arena->owner->spare ? take_spare(arena->owner, size) : NULL;
  if (!b) {
    b = zeroed(sizeof *b + size);
    if (!b)
      hd_memory_out();
    b->size = size;
    b->ready = HD_PIECES || size < MAPPED || size >= TOUCHED ? size : 0;
  }
  if (arena->blocks)
    arena->blocks->used = arena->used;
  b->next = arena->blocks;
  arena->blocks = b;
  arena->used = 0;
  return b;
}

/* A block with room for n bytes becomes the newest. A big piece gets a block
 * of its own behind the newest, whose rest stays in use. */
static void *from_new_block(hd_arena *arena, size_t n) {
  if (n > arena->next_size / 4 && arena->blocks) {
    block *newest = arena->blocks;
    size_t used = arena->used;
    block *own = add_block(arena, n);
    own->used = n;
    if (own->ready < n)
      make_ready(own, n);
    arena->blocks = newest;
    arena->used = used;
    own->next = newest->next;
    newest->next = own;
    return own + 1;
  }
  block *b = add_block(arena, n > arena->next_size ? n : arena->next_size);
  if (arena->next_size < LAST_BLOCK)
    arena->next_size *= 2;
  arena->used = n;
  if (b->ready < n)
    make_ready(b, n);
  return b + 1;
}

static size_t round_up(size_t n) {
  return n ? (n + ALIGN - 1) & ~(size_t)(ALIGN - 1) : ALIGN;
}

void *hd_arena_alloc(hd_arena *arena, size_t n) {
  if (n > SIZE_MAX / 2)
    hd_memory_out();
  if (HD_PIECES) {
    arena->bytes += n;
    return add_block(arena, n) + 1;
  }
  n = round_up(n);
  arena->bytes += n;
  block *b = arena->blocks;
  if (!b || b->size - arena->used < n)
    return from_new_block(arena, n);
  char *p = (char *)(b + 1) + arena->used;
  arena->used += n;
  if (b->ready < arena->used)
    make_ready(b, arena->used);
  return p;
}

char *hd_arena_copy(hd_arena *arena, const char *p, size_t n) {
  char *copy = hd_arena_alloc(arena, n + 1);
  if (n)
    memcpy(copy, p, n);
  return copy;
}

char *hd_arena_format(hd_arena *arena, const char *format, ...) {
  char small[512];
  va_list args;
  va_start(args, format);
  int n = vsnprintf(small, sizeof small, format, args);
  va_end(args);
  if (n < 0)
    return hd_arena_copy(arena, "", 0);
  if ((size_t)n < sizeof small)
    return hd_arena_copy(arena, small, (size_t)n);
  char *text = hd_arena_alloc(arena, (size_t)n + 1);
  va_start(args, format);
  vsnprintf(text, (size_t)n + 1, format, args);
  va_end(args);
  return text;
}

size_t hd_arena_bytes(const hd_arena *arena) { return arena->bytes; }

/* Whoever still uses the old place of a vector is seen by AddressSanitizer. */
static void forbid(void *items, size_t n) {
#if HD_PIECES && defined(__SANITIZE_ADDRESS__)
  __asan_poison_memory_region(items, n);
#else
  (void)items;
  (void)n;
#endif
}

/* A piece at the end of what the newest block has handed out grows there. */
static bool grow_last(hd_arena *arena, const void *items, size_t old,
                      size_t wanted) {
  block *b = arena->blocks;
  if (!b || (const char *)items + old != (char *)(b + 1) + arena->used ||
      b->size - arena->used < wanted - old)
    return false;
  arena->used += wanted - old;
  if (b->ready < arena->used)
    make_ready(b, arena->used);
  return true;
}

/* A piece that has a block of its own, from the system, grows with it, and may
 * move: its pages are not copied. NULL where it has none. */
static void *grow_own(hd_arena *arena, const void *items, size_t old,
                      size_t wanted) {
  if (old < MAPPED || !arena->blocks)
    return NULL;
  for (block **at = &arena->blocks->next; *at; at = &(*at)->next) {
    block *b = *at;
    if (b + 1 != items || b->used != old)
      continue;
    if (b->size < wanted) {
      b = mremap(b, sizeof *b + b->size, sizeof *b + wanted, MREMAP_MAYMOVE);
      if (b == MAP_FAILED)
        return NULL;
      b->size = wanted;
      *at = b;
    }
    b->used = wanted;
    return b + 1;
  }
  return NULL;
}

void *hd_vec_grow(hd_arena *arena, void *items, size_t *cap, size_t size) {
  size_t n = *cap, more = n < 4 ? 8 : n * 2;
  if (more < n || more > SIZE_MAX / 2 / size)
    hd_memory_out();
  size_t old = round_up(n * size), wanted = round_up(more * size);
  void *grown = NULL;
  *cap = more;
  if (!HD_PIECES && n && grow_last(arena, items, old, wanted))
    grown = items;
  else if (!HD_PIECES && n)
    grown = grow_own(arena, items, old, wanted);
  if (grown) {
    arena->bytes += wanted - old;
    return grown;
  }
  grown = hd_arena_alloc(arena, more * size);
  if (n && items) {
    memcpy(grown, items, n * size);
    forbid(items, n * size);
  }
  return grown;
}
