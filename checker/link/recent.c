/* recent: an open-addressed table of hashes, and a chain of figures for each.
 *
 * Most keys are seen once, so a key costs a slot of sixteen bytes and each
 * figure under it a link of eight. Two thirds of the slots may be taken. */
#include "recent.h"

enum { FIRST_CAP = 1024 };

typedef struct {
  uint64_t hash;
  uint32_t last; /* link of the figure put last, + 1; 0: a free slot */
  uint32_t n;    /* figures ever put */
} slot;

typedef struct {
  uint32_t figure;
  uint32_t before; /* link of the one put before it, + 1 */
} link;

struct hd_recent {
  hd_arena *arena;
  slot *slots;
  size_t cap, n; /* cap is a power of two */
  HD_VEC(link) links;
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
  while (r->slots[i & (r->cap - 1)].last &&
         r->slots[i & (r->cap - 1)].hash != hash)
    i++;
  return &r->slots[i & (r->cap - 1)];
}

static void grow(hd_recent *r) {
  slot *old = r->slots;
  size_t n = r->cap;
  make_slots(r, n * 2);
  for (size_t i = 0; i < n; i++)
    if (old[i].last)
      *find(r, old[i].hash) = old[i];
}

uint32_t hd_recent_put(hd_recent *r, const uint64_t *key, size_t n,
                       uint32_t figure, uint32_t figures[HD_RECENT]) {
  uint64_t hash = n;
  for (size_t i = 0; i < n; i++)
    hash = hd_hash_step(hash, key[i]);
  slot *s = find(r, hash);
  if (!s->last && (r->n + 1) * 3 > r->cap * 2) {
    grow(r);
    s = find(r, hash);
  }
  r->n += !s->last;
  uint32_t known = s->n < HD_RECENT ? s->n : HD_RECENT, at = s->last;
  for (uint32_t i = 0; i < known; i++, at = r->links.items[at - 1].before)
    figures[(s->n - 1 - i) % HD_RECENT] = r->links.items[at - 1].figure;
  HD_PUSH(r->arena, &r->links, ((link){figure, s->last}));
  *s = (slot){hash, (uint32_t)r->links.n, s->n + 1};
  return known;
}
