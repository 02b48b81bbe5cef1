/* format: which inputs there are, by suffix and by their first bytes. */
#ifndef HD_INPUT_FORMAT_H
#define HD_INPUT_FORMAT_H
#include "input.h"

/* What an extractor works on: it fills source->bytes, encoding, layout and
 * notes, or says in error->message why not. */
typedef struct {
  hd_arena *arena;
  const char *name; /* of the input */
  hd_str bytes;     /* of the container */
  const hd_source_options *options;
  hd_source *source;
  hd_error *error;
} hd_extraction;
typedef bool hd_extractor(const hd_extraction *x);

hd_extractor hd_pdf_extract;
hd_extractor hd_database_extract; /* SQLite */
hd_extractor hd_office_extract;   /* .docx and .xlsx, whatever the name says */

/* Is a file of this name walked to in a folder? */
bool hd_format_is_walked(const char *name);
/* "text", "markdown", ...: what it was read as. A format that is unknown is
 * read as text. */
const char *hd_format_name(hd_format format);
/* What the bytes are: a page that begins as one whatever its suffix; else what
 * the suffix says; where that says nothing, a page or a table by its looks, or
 * text. */
hd_format hd_format_find(const char *name, hd_str bytes);
/* NULL, or the sentence why this input cannot be read: an office format by
 * its first bytes, or by its suffix where there are no telling bytes. */
const char *hd_format_refuse(const char *name, hd_str bytes);
/* sniff.c: does it begin as a page does? `sure`: as nothing else does. */
bool hd_sniff_page(hd_str bytes, bool sure);
/* sniff.c: are all lines, three or more, of the same three or more fields? */
bool hd_sniff_table(hd_str bytes);
/* What reads these bytes if their text is inside a container; NULL. */
hd_extractor *hd_format_extractor(const char *name, hd_str bytes);
#endif
