/* map: text to number by open addressing with linear probing. At most two
 * thirds of the slots are taken; a slot without a key pointer is free. A slot
 * has the first bytes of its key, so that most keys are told where it lies. */
#include "base.h"

typedef struct {
  const char *key;
  uint64_t first; /* eight bytes of it, or all; see tail_of */
  uint64_t hash;
  uint32_t n; /* its bytes */
  uint32_t value;
} slot;

struct hd_map {
  hd_arena *arena;
  slot *slots;
  size_t cap, n; /* cap is a power of two */
};

uint64_t hd_hash(const void *p, size_t n) {
  const unsigned char *bytes = p;
  uint64_t hash = 0xcbf29ce484222325u;
  for (size_t i = 0; i < n; i++)
    hash = (hash ^ bytes[i]) * 0x100000001b3u;
  return hash;
}

/* All of fewer than eight bytes; of as many bytes, the same for the same. */
static uint64_t tail_of(const char *p, size_t n) {
  uint32_t first, last;
  const unsigned char *b = (const unsigned char *)p;
  if (n >= sizeof first) {
    memcpy(&first, p, sizeof first);
    memcpy(&last, p + n - sizeof last, sizeof last);
    return (uint64_t)first << 32 | last;
  }
  return n ? (uint64_t)b[0] << 16 | (uint64_t)b[n / 2] << 8 | b[n - 1] : 0;
}

/* The hash of a key, by eight bytes at a time; the last eight may overlap those
 * before. *first: its first eight bytes, or all; of as many bytes it is the
 * same for the same alone. */
static inline uint64_t hash_of(hd_str key, uint64_t *first) {
  uint64_t eight;
  size_t at = sizeof eight;
  if (key.n < sizeof eight) {
    *first = tail_of(key.p, key.n);
    return hd_hash_step(key.n, *first);
  }
  memcpy(first, key.p, sizeof eight);
  uint64_t hash = hd_hash_step(key.n, *first);
  for (; at + sizeof eight <= key.n; at += sizeof eight) {
    memcpy(&eight, key.p + at, sizeof eight);
    hash = hd_hash_step(hash, eight);
  }
  if (at < key.n) {
    memcpy(&eight, key.p + key.n - sizeof eight, sizeof eight);
    hash = hd_hash_step(hash, eight);
  }
  return hash;
}

hd_map *hd_map_new(hd_arena *arena) {
  hd_map *map = HD_NEW(arena, hd_map);
  map->arena = arena;
  map->cap = 16;
  map->slots = hd_arena_alloc(arena, map->cap * sizeof *map->slots);
  return map;
}

/* The slot that holds the key, or the free one where it would go. */
static inline slot *probe(const hd_map *map, hd_str key, uint64_t hash,
                          uint64_t first) {
  enum { EIGHT = sizeof(uint64_t) };
  size_t i = hash & (map->cap - 1); /* a step has mixed high and low */
  for (;; i = (i + 1) & (map->cap - 1)) {
    slot *s = &map->slots[i];
    if (!s->key)
      return s;
    if (s->hash == hash && s->n == key.n && s->first == first &&
        (key.n <= EIGHT ||
         memcmp(s->key + EIGHT, key.p + EIGHT, key.n - EIGHT) == 0))
      return s;
  }
}

static void grow(hd_map *map) {
  slot *old = map->slots;
  size_t n = map->cap;
  map->cap *= 2;
  map->slots = hd_arena_alloc(map->arena, map->cap * sizeof *map->slots);
  for (size_t i = 0; i < n; i++)
    if (old[i].key)
      *probe(map, (hd_str){old[i].key, old[i].n}, old[i].hash, old[i].first) =
          old[i];
}

uint32_t *hd_map_at(hd_map *map, hd_str key, bool *fresh) {
  if (!key.p)
    key = HD_STR("");
  uint64_t first, hash = hash_of(key, &first);
  slot *s = probe(map, key, hash, first);
  if (fresh)
    *fresh = !s->key;
  if (s->key)
    return &s->value;
  if ((map->n + 1) * 3 > map->cap * 2) {
    grow(map);
    s = probe(map, key, hash, first);
  }
  map->n++;
  *s = (slot){.key = key.p, .first = first, .hash = hash, .n = (uint32_t)key.n};
  return &s->value;
}

const uint32_t *hd_map_find(const hd_map *map, hd_str key) {
  if (!key.p)
    key = HD_STR("");
  uint64_t first, hash = hash_of(key, &first);
  const slot *s = probe(map, key, hash, first);
  return s->key ? &s->value : NULL;
}
