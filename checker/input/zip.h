/* zip: the parts of an archive, unpacked piece by piece under limits. */
#ifndef HD_INPUT_ZIP_H
#define HD_INPUT_ZIP_H
#include "format.h"

/* An open archive. It reads the bytes it was opened on, and says its first
 * failure in the error it was opened with. */
typedef struct hd_zip hd_zip;

/* NULL and *error where the bytes are no sound archive. */
hd_zip *hd_zip_open(hd_arena *arena, hd_str bytes, hd_error *error);
void hd_zip_close(hd_zip *zip); /* NULL is allowed */
/* Is there a part of this name? Without regard to ASCII case. */
bool hd_zip_has(const hd_zip *zip, const char *part);
/* Begins to read a part; false where there is none or it cannot be read. */
bool hd_zip_begin(hd_zip *zip, const char *part);
/* The next bytes of the part, at most `room`; 0 at its end, -1 where it is
 * damaged, too large or packed too well. */
ptrdiff_t hd_zip_next(hd_zip *zip, void *p, size_t room);
/* Ends reading the part. */
void hd_zip_end(hd_zip *zip);
/* All bytes of a part, in the arena; "" where there is none. */
bool hd_zip_read(hd_zip *zip, const char *part, hd_str *bytes);
/* The error of the archive, to say what is wrong with a part. */
bool hd_zip_fail(hd_zip *zip, const char *message);
hd_arena *hd_zip_arena(const hd_zip *zip);
#endif
