/* decode: bytes of a draft to UTF-8. */
#ifndef HD_INPUT_DECODE_H
#define HD_INPUT_DECODE_H
#include "input.h"

/* Fills source->bytes, encoding and replaced. NUL bytes and, unless lenient,
 * bytes of no encoding are errors with their place. */
bool hd_decode(hd_arena *arena, hd_str bytes, bool lenient, hd_source *source,
               hd_error *error);
#endif
