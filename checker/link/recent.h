/* recent: the figures that were last put under a key.
 *
 * In: keys of bytes and numbers of figures. Out: up to HD_RECENT figures that
 * were put under the same key before. A key is known by its hash of 64 bits:
 * two that share one would be shown each other's figures, so whoever asks must
 * look at what he is shown. */
#ifndef HD_RECENT_H
#define HD_RECENT_H
#include "../base/base.h"

enum { HD_RECENT = 8 };

typedef struct hd_recent hd_recent;
hd_recent *hd_recent_new(hd_arena *arena);
/* Puts the figure under the key of n words. Returns how many were there of
 * late, and writes them to `figures`, place by place as in a ring. */
uint32_t hd_recent_put(hd_recent *recent, const uint64_t *key, size_t n,
                       uint32_t figure, uint32_t figures[HD_RECENT]);
#endif
