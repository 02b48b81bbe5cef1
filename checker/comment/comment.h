/* comment: a .docx and comments for it to the same .docx with the comments.
 *
 * What an earlier run wrote is replaced: a comment of ours (remarks.h) with a
 * fingerprint that is given again keeps its id and its place in the part, one
 * whose fingerprint is not given goes. Comments of others, resolved ones of
 * ours and those that somebody replied to stay as they are, and nothing is
 * hung for a resolved fingerprint. The same file and the same comments give
 * the same bytes, also when the file is what the last run wrote. */
#ifndef HD_COMMENT_COMMENT_H
#define HD_COMMENT_COMMENT_H
#include "anchor.h"

typedef struct {
  hd_comment_place place;
  const char *text;        /* paragraphs end in \n; none is needed at the end */
  const char *fingerprint; /* 16 hex digits; goes behind the last paragraph */
} hd_comment;

typedef struct {
  hd_str package;          /* the bytes of the .docx */
  const hd_pieces *pieces; /* of its text as it was read */
  const hd_comment *comments;
  size_t n;
  const char *date; /* of the comments, "2025-01-16T00:00:00Z"; NULL: when the
                       file says it was last changed, else none */
} hd_comment_order;

/* Adds the bytes of the commented .docx to out. false and a sentence where the
 * package is no sound .docx. */
bool hd_comment_write(hd_arena *arena, const hd_comment_order *order,
                      hd_buffer *out, hd_error *error);
#endif
