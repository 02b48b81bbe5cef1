/* image: the data of the built-in lexicons and rules as a table of C. */
#ifndef HD_IMAGE_H
#define HD_IMAGE_H
#include "../run/data.h"

/* Writes hd_image_* to standard output: what was made in the same way in two
 * arenas of pieces, the roots each a piece of its own. false, and the reason on
 * standard error, where it holds what cannot be moved. */
bool hd_image_write(hd_arena *a, const void *root_a, hd_arena *b,
                    const void *root_b);
#endif
