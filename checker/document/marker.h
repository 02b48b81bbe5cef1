/* marker: the numbers and signs that blocks begin with. */
#ifndef HD_MARKER_H
#define HD_MARKER_H
#include "document.h"

typedef struct {
  hd_mark_style style;
  uint32_t number; /* of its last component, 0 for signs */
  uint32_t bytes;  /* of the marker, without the blanks behind it */
  uint8_t rank; /* 1.. by how much it usually holds: 第一章 before 一、 */
  bool chapter; /* marks nothing but headings: 第一章, Section 2 */
} hd_marker;

/* The marker that folded text begins with; false if there is none. */
bool hd_marker_read(hd_str s, hd_marker *marker);
/* Does source text at the start of a line begin with one? (not yet folded) */
bool hd_marker_starts(hd_str source);
#endif
