/* build: how the readers of document write text, map, blocks and cells.
 *
 * A reader goes through the source once, from front to back, and copies what
 * is text (hd_build_copy), puts what the source lacks (hd_build_put) and
 * opens and closes blocks. The map follows by itself: a segment begins where
 * text and source part ways, at each line, and every 1,000 bytes. */
#ifndef HD_BUILD_H
#define HD_BUILD_H
#include "document.h"

/* The level of a heading that stands in the middle of a page; Markdown's are
 * 1 to 6. */
enum { HD_LEVEL_CENTRED = 7 };

/* Where the reading stands in the source. */
typedef struct {
  uint32_t at, line, column;
} hd_cursor;

typedef struct {
  hd_arena *arena;
  hd_str source;
  hd_cursor cursor;
  char *text;
  size_t n, cap;
  uint32_t copied_to; /* source offset behind what was copied last, or HD_NONE
                         where the next copy must begin a segment */
  HD_VEC(hd_segment) segments;
  HD_VEC(hd_block) blocks;
  HD_VEC(hd_table) tables;
  HD_VEC(hd_cell) cells;   /* of the table that is open */
  HD_VEC(hd_cursor) marks; /* places to count from when it goes back */
  bool symbols;            /* * and ** begin footnotes */
} hd_build;

void hd_build_start(hd_build *b, hd_arena *arena, hd_str source);
/* The text from off on; HD_NONE: from where the open block begins. */
static inline hd_str hd_build_since(const hd_build *b, uint32_t off) {
  if (off == HD_NONE)
    off = b->blocks.items[b->blocks.n - 1].span.off;
  return (hd_str){b->text + off, b->n - off};
}
/* The source line of a text offset: that of the last segment at or before it,
 * which is one of the newest. */
uint32_t hd_build_line(const hd_build *b, uint32_t off);
/* Copies source[from, end), which holds no line end, width-folded. Where from
 * is before what was copied already, finding its line costs more. */
void hd_build_copy(hd_build *b, uint32_t from, uint32_t end);
/* Copies the lines of source[from, end), each with "\n" behind it. */
void hd_build_lines(hd_build *b, uint32_t from, uint32_t end);
/* Text that stands for the source at the cursor: a blank at a join. */
void hd_build_put(hd_build *b, const char *p, size_t n);
/* Text that stands for the source at `from`: the character of an entity. */
void hd_build_place(hd_build *b, uint32_t from, const char *p, size_t n);

/* Takes back n bytes at the end of the text, no more than were copied last. */
void hd_build_take_back(hd_build *b, size_t n);

/* A block of this kind begins here. */
hd_block *hd_build_open(hd_build *b, hd_block_kind kind);
/* The open block ends; blanks at its ends go. A block without text (and
 * without cells) is dropped: false. */
bool hd_build_close(hd_build *b);
/* A cell's text ends here; it began at text offset `off`. */
void hd_build_cell(hd_build *b, uint32_t off, hd_cell cell);
/* The open block is a table of the cells added since the last one. */
void hd_build_table(hd_build *b, uint32_t header_rows);
#endif
