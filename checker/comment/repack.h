/* repack: an archive with some of its parts new. */
#ifndef HD_COMMENT_REPACK_H
#define HD_COMMENT_REPACK_H
#include "../base/base.h"

typedef struct {
  const char *name; /* without leading slash */
  hd_str bytes;
} hd_repack_part;
typedef HD_VEC(hd_repack_part) hd_repack_parts;

/* Adds to out the archive in which each of the parts replaces the one of its
 * name (without regard to ASCII case) or is new behind the last. All others
 * are copied as they are packed. The new ones are dated 1 January 1980, so
 * that the same parts give the same bytes. false and a sentence on failure. */
bool hd_repack(hd_str archive, const hd_repack_parts *parts, hd_buffer *out,
               hd_error *error);
#endif
