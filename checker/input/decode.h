/* decode: bytes of a draft to UTF-8. */
#ifndef HD_INPUT_DECODE_H
#define HD_INPUT_DECODE_H
#include "input.h"

typedef struct {
  bool lenient;
  const char *charset; /* what the file itself says, as iconv names it; NULL */
} hd_decoding;

/* Fills source->bytes, encoding and replaced. NUL bytes and, unless lenient,
 * bytes of no encoding are errors with their place. */
bool hd_decode(hd_arena *arena, hd_str bytes, hd_decoding how,
               hd_source *source, hd_error *error);

/* charset.c: what a page says its encoding is (<meta>, <?xml), as iconv names
 * it; NULL where it says nothing or a name that is unknown. Every label of the
 * GB family is GB18030. */
const char *hd_charset_of_page(hd_str bytes);
#endif
