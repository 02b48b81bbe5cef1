/* input: names and bytes of drafts.
 *
 * Walks folders in byte order for the suffixes hedui reads, without hidden
 * names or links; reads files and stdin whole up to a limit; decodes to
 * UTF-8: BOM of UTF-8 or UTF-16, valid UTF-8, else GB18030 where the bytes
 * decode as such (every label of the GB family means GB18030), else an error
 * with the place of the first bad byte, or U+FFFD with a warning (lenient). */
#ifndef HD_INPUT_H
#define HD_INPUT_H
#include "../base/base.h"

typedef enum {
  HD_FORMAT_TEXT,
  HD_FORMAT_MARKDOWN,
  HD_FORMAT_UNKNOWN
} hd_format;

typedef struct {
  const char *name; /* as the user gave it or as walked */
  hd_format format;
  hd_str bytes;         /* decoded UTF-8 without BOM; in the arena */
  const char *encoding; /* "UTF-8", "UTF-16LE", "GB18030", ... */
  uint32_t replaced;    /* bad sequences replaced (lenient) */
} hd_source;

/* Reads a file ("-": stdin, called `stdin_name` if not NULL). false and
 * *error on failure (absent, too large, undecodable, .doc/.wps with the
 * sentence how to save as .docx). */
bool hd_source_read(hd_arena *arena, const char *path, const char *stdin_name,
                    size_t max_bytes, bool lenient, hd_source *source,
                    hd_error *error);
/* The same from memory (rule examples, library users). */
bool hd_source_decode(hd_arena *arena, const char *name, hd_str bytes,
                      bool lenient, hd_source *source, hd_error *error);
hd_format hd_format_of(const char *name); /* by suffix */

typedef struct {
  const char **files; /* in byte order; in the arena */
  size_t n;
  size_t skipped; /* files left out for their suffix */
  size_t ignored; /* files and folders left out by a .heduiignore */
} hd_walked;
/* Files below a folder. A path that is a file is returned as it is. false and
 * *error on failure. */
bool hd_walk(hd_arena *arena, const char *path, hd_walked *walked,
             hd_error *error);
#endif
