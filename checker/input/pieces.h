/* pieces: which element of a .docx gave which text.
 *
 * A line of the extracted text is a paragraph; its text comes from elements
 * (w:t, w:tab, ...), in their order. One piece an element with text, and one
 * without text at the beginning of each line. */
#ifndef HD_INPUT_PIECES_H
#define HD_INPUT_PIECES_H
#include "docx.h"

typedef struct {
  uint32_t line, column; /* of its first code point, 1-based */
  uint32_t n;            /* code points; 0: a line that begins */
  hd_story story;
  size_t off; /* of the element's tag (a line: of w:p) in the story's part */
} hd_piece;
typedef struct hd_pieces {
  HD_VEC(hd_piece) list; /* by line and column */
} hd_pieces;
#endif
