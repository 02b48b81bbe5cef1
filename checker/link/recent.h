/* recent: the figures that were last put under a key.
 *
 * In: hashes of keys and numbers of figures. Out: up to HD_RECENT figures that
 * were put under the same key before. Two keys that share a hash of 64 bits
 * would be shown each other's figures, so whoever asks must look at what he is
 * shown. */
#ifndef HD_RECENT_H
#define HD_RECENT_H
#include "../base/base.h"

enum { HD_RECENT = 8 };

typedef struct hd_recent hd_recent;
hd_recent *hd_recent_new(hd_arena *arena);
/* Puts the figure under the key, a hash that is good in its upper half
 * (hd_hash_step). Returns how many were there of late, and writes them to
 * `figures`, place by place as in a ring. */
uint32_t hd_recent_put(hd_recent *recent, uint64_t key, uint32_t figure,
                       uint32_t figures[HD_RECENT]);
/* The same, and nothing is put. */
uint32_t hd_recent_get(const hd_recent *recent, uint64_t key,
                       uint32_t figures[HD_RECENT]);
/* The key will be put soon. */
void hd_recent_expect(const hd_recent *recent, uint64_t key);
#endif
