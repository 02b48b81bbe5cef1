/* anchor: places of a document's text as points between and inside its runs.
 *
 * The reader of a .docx says of every piece of text which element gave it
 * (hd_piece); a comment's line and columns lead to pieces, these to bytes of
 * document.xml. Where no comment may stand it goes to the nearest place that
 * holds it: a text box to what it stands in, a note to its number in the
 * text, a paragraph without text to the next run. */
#ifndef HD_COMMENT_ANCHOR_H
#define HD_COMMENT_ANCHOR_H
#include "../input/pieces.h"
#include "runs.h"

/* A note: its bytes in its part, and where document.xml shows its number. */
typedef struct {
  int64_t id;
  size_t off, end;
  size_t shown; /* the tag of the reference; SIZE_MAX: none */
} hd_note_range;
typedef HD_VEC(hd_note_range) hd_note_ranges;
/* Reads footnotes.xml or endnotes.xml; "" has no notes. */
bool hd_anchor_notes(hd_arena *arena, hd_str xml, const hd_runs *runs,
                     hd_note_ranges *notes, hd_error *error);

typedef struct {
  const hd_pieces *pieces;
  const hd_runs *runs;
  hd_note_ranges notes[2]; /* footnotes, endnotes */
} hd_anchors;

typedef struct {
  uint32_t line, column, end_line, end_column;
} hd_comment_place;

/* A point at which a run can be cut. */
typedef enum {
  HD_POINT_OUTSIDE,
  HD_POINT_BETWEEN,
  HD_POINT_INSIDE
} hd_point_at;
typedef struct {
  hd_point_at at;
  size_t off;        /* byte of document.xml */
  size_t run, child; /* that it is in; INSIDE: the child is cut too */
} hd_point;

/* The points around a place; false where the document has no run at all. */
bool hd_anchor_find(const hd_anchors *anchors, const hd_comment_place *place,
                    hd_point *start, hd_point *end);
#endif
