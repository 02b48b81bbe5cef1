/* format: which inputs there are, by suffix and by their first bytes. */
#ifndef HD_INPUT_FORMAT_H
#define HD_INPUT_FORMAT_H
#include "input.h"

/* Is a file of this name walked to in a folder? */
bool hd_format_is_walked(const char *name);
/* "text", "markdown", ...: what it was read as. A format that is unknown is
 * read as text. */
const char *hd_format_name(hd_format format);
/* NULL, or the sentence why this input cannot be read: an office format by
 * its first bytes, or by its suffix where there are no telling bytes. */
const char *hd_format_refuse(const char *name, hd_str bytes);
#endif
