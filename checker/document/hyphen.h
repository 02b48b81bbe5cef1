/* hyphen: words that a line's end has parted. */
#ifndef HD_HYPHEN_H
#define HD_HYPHEN_H
#include "build.h"

typedef struct hd_hyphens hd_hyphens;
/* What is asked about this source; it is read when first needed. */
hd_hyphens *hd_hyphens_new(hd_arena *arena, hd_str source);

typedef enum {
  HD_HYPHEN_NONE, /* the line does not end in one that parts a word */
  HD_HYPHEN_KEEP, /* short- | term: it belongs to the word */
  HD_HYPHEN_DROP  /* inter- | national: the setter put it there */
} hd_hyphen;
/* What becomes of the hyphen at the end of `before` where the line `behind`
 * goes on with it. In both cases no blank stands there. */
hd_hyphen hd_hyphen_at(hd_hyphens *hyphens, hd_str before, hd_str behind);
#endif
