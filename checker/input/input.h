/* input: names and bytes of drafts.
 *
 * Walks folders in byte order for the suffixes hedui reads, without hidden
 * names or links; reads files and stdin whole up to a limit; decodes to
 * UTF-8: BOM of UTF-8 or UTF-16, valid UTF-8, else GB18030 where the bytes
 * decode as such (every label of the GB family means GB18030), else an error
 * with the place of the first bad byte, or U+FFFD with a warning (lenient). A
 * page may name its encoding, and is read as browsers do: leniently.
 * Formats whose text is inside a container are extracted: their bytes become
 * UTF-8 text of one line a paragraph, cell or line of a page, and a layout
 * that says what each line is (layout.h). */
#ifndef HD_INPUT_H
#define HD_INPUT_H
#include "../base/base.h"

/* What a document is in its set; the first three are judged. */
typedef enum {
  HD_ROLE_REPORT,
  HD_ROLE_ANNEX,
  HD_ROLE_TRANSLATION,
  HD_ROLE_PREVIOUS, /* only compared with, as the next */
  HD_ROLE_REFERENCE
} hd_role;

typedef enum {
  HD_FORMAT_TEXT,
  HD_FORMAT_MARKDOWN,
  HD_FORMAT_HTML,
  HD_FORMAT_CSV,
  HD_FORMAT_DOCX,
  HD_FORMAT_XLSX,
  HD_FORMAT_PDF,
  HD_FORMAT_DATABASE, /* SQLite, as a reference alone */
  HD_FORMAT_UNKNOWN
} hd_format;

struct hd_layout; /* layout.h */
struct hd_pieces; /* pieces.h */
struct hd_press;  /* press.h */

/* Something of an input that is worth saying and no failure. */
typedef struct {
  const char *zh, *en;
} hd_note;

typedef struct {
  const char *name; /* as the user gave it or as walked */
  hd_role role;
  hd_format format;
  hd_str bytes;                   /* decoded UTF-8 without BOM; in the arena;
                                     traditional script is made simplified */
  hd_str printed;                 /* as it was: as long, place for place */
  const char *encoding;           /* "UTF-8", "UTF-16LE", "GB18030", ... */
  uint32_t replaced;              /* bad sequences replaced (lenient) */
  const struct hd_layout *layout; /* of an extracted source, else NULL */
  hd_note *notes;                 /* what was left out and should be said */
  size_t n_notes;
  const char **resolved; /* fingerprints of findings of an earlier run whose
                            comments in the draft were resolved */
  size_t n_resolved;
} hd_source;

/* Which state of a text with tracked changes is read. */
typedef enum {
  HD_REVISIONS_FINAL, /* as if all changes were accepted */
  HD_REVISIONS_ORIGINAL
} hd_revisions;

typedef struct {
  size_t max_bytes; /* of a file, and of the text inside it; 0: 64 MB */
  bool lenient;
  bool reference;    /* it is a table of known figures */
  const char *table; /* of a database, the only one that is wanted; NULL */
  hd_revisions revisions;
  struct hd_pieces *pieces; /* to be filled from a .docx; NULL: not wanted */
  const struct hd_press *press; /* how a PDF is set (press.h); NULL: here */
} hd_source_options;

/* Reads a file ("-": stdin, called `stdin_name` if not NULL). false and
 * *error on failure (absent, too large, undecodable, .doc/.wps with the
 * sentence how to save as .docx). options NULL: the defaults. */
bool hd_source_read(hd_arena *arena, const char *path, const char *stdin_name,
                    const hd_source_options *options, hd_source *source,
                    hd_error *error);
/* The bytes of a file or of standard input as they are. */
bool hd_source_bytes(hd_arena *arena, const char *path, size_t max_bytes,
                     hd_str *bytes, hd_error *error);
/* The same from memory (rule examples, library users). */
bool hd_source_decode(hd_arena *arena, const char *name, hd_str bytes,
                      const hd_source_options *options, hd_source *source,
                      hd_error *error);
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
