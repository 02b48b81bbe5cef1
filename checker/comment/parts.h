/* parts: which part of a .docx is which, and the edits that make a comments
 * part one of them. */
#ifndef HD_COMMENT_PARTS_H
#define HD_COMMENT_PARTS_H
#include "../input/package.h"
#include "repack.h"
#include "splice.h"

typedef enum {
  HD_PART_COMMENTS,
  HD_PART_STATES, /* commentsExtended */
  HD_PART_IDS,    /* commentsIds */
  HD_PART_DATES,  /* commentsExtensible */
  HD_PART_FOOTNOTES,
  HD_PART_ENDNOTES,
  HD_PART_DOCUMENT,
  HD_PARTS
} hd_part;

typedef struct {
  hd_arena *arena;
  hd_zip *zip;
  const char *names[HD_PARTS]; /* NULL where there is none */
  const char *properties;      /* of the whole file, NULL */
  hd_repack_parts changed;
} hd_parts;

/* Finds the parts of an open archive. The archive keeps the error. */
bool hd_parts_find(hd_arena *arena, hd_zip *zip, hd_parts *parts);
/* When the draft says it was last changed, as Word writes dates; NULL where it
 * does not say. */
const char *hd_parts_date(const hd_parts *parts);
/* All bytes of a part; "" where it is not there. */
bool hd_parts_read(const hd_parts *parts, const char *name, hd_str *bytes);
/* The part is to be what the splices make of it. */
void hd_parts_change(hd_parts *parts, const char *name, hd_splices *splices,
                     hd_str xml);
/* A name for a comments part, a relation of the document and a content type. */
bool hd_parts_add_comments(hd_parts *parts, bool strict, hd_error *error);
#endif
