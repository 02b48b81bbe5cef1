/* recent: an open-addressed table of hashes, with the figures of each.
 *
 * Most keys are seen once: then the slot of sixteen bytes has the figure. From
 * the second on a key has a ring of its own, so that those put of late lie
 * side by side. Two thirds of the slots may be taken. */
#include "recent.h"

enum { FIRST_CAP = 1024 };

typedef struct {
  uint64_t hash;
  uint32_t at; /* the one figure, or the ring, + 1; 0: a free slot */
  uint32_t n;  /* figures ever put */
} slot;

typedef struct {
  uint32_t figures[HD_RECENT];
} ring;

struct hd_recent {
  hd_arena *arena;
  slot *slots;
  size_t cap, n; /* cap is a power of two */
  HD_VEC(ring) rings;
};

static void make_slots(hd_recent *r, size_t cap) {
  r->cap = cap;
  r->slots = hd_arena_alloc(r->arena, cap * sizeof *r->slots);
}

hd_recent *hd_recent_new(hd_arena *arena) {
  hd_recent *r = HD_NEW(arena, hd_recent);
  r->arena = arena;
  make_slots(r, FIRST_CAP);
  return r;
}

/* The slot of the hash, or the free one where it would be. */
static slot *find(const hd_recent *r, uint64_t hash) {
  size_t i = hash >> 32;
  while (r->slots[i & (r->cap - 1)].at &&
         r->slots[i & (r->cap - 1)].hash != hash)
    i++;
  return &r->slots[i & (r->cap - 1)];
}

static void grow(hd_recent *r) {
  slot *old = r->slots;
  size_t n = r->cap;
  make_slots(r, n * 2);
  for (size_t i = 0; i < n; i++)
    if (old[i].at)
      *find(r, old[i].hash) = old[i];
}

/* Puts the figure into the slot, of a key that has been seen. */
static void put_again(hd_recent *r, slot *s, uint32_t figure) {
  if (s->n == 1) {
    HD_PUSH(r->arena, &r->rings, ((ring){{s->at - 1}}));
    s->at = (uint32_t)r->rings.n;
  }
  r->rings.items[s->at - 1].figures[s->n % HD_RECENT] = figure;
}

void hd_recent_expect(const hd_recent *r, uint64_t hash) {
  __builtin_prefetch(&r->slots[hash >> 32 & (r->cap - 1)]);
}

/* Writes the figures of a slot; how many. */
static uint32_t read_slot(const hd_recent *r, const slot *s,
                          uint32_t figures[HD_RECENT]) {
  uint32_t known = s->n < HD_RECENT ? s->n : HD_RECENT;
  if (known == 1)
    figures[0] = s->at - 1;
  else if (known)
    memcpy(figures, r->rings.items[s->at - 1].figures, known * sizeof *figures);
  return known;
}

uint32_t hd_recent_get(const hd_recent *r, uint64_t hash,
                       uint32_t figures[HD_RECENT]) {
  const slot *s = find(r, hash);
  return s->at ? read_slot(r, s, figures) : 0;
}

uint32_t hd_recent_put(hd_recent *r, uint64_t hash, uint32_t figure,
                       uint32_t figures[HD_RECENT]) {
  slot *s = find(r, hash);
  if (!s->at && (r->n + 1) * 3 > r->cap * 2) {
    grow(r);
    s = find(r, hash);
  }
  if (!s->at) {
    r->n++;
    *s = (slot){hash, figure + 1, 1};
    return 0;
  }
  uint32_t known = read_slot(r, s, figures);
  put_again(r, s, figure);
  s->n++;
  return known;
}
