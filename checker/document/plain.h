/* plain: the inside of the plain text reader, for its files. */
#ifndef HD_PLAIN_H
#define HD_PLAIN_H
#include "readers.h"

typedef enum {
  HD_LINE_TEXT,
  HD_LINE_BLANK,
  HD_LINE_PAGE,  /* a page number alone, or nothing but a form feed */
  HD_LINE_ROW,   /* parts with two or more blanks between them */
  HD_LINE_MARKUP /* of a <table> that a page or a scanner left */
} hd_line_kind;

enum {
  HD_LINE_WIDE = 1000, /* the width of all lines that are wider */
  HD_LINE_BYTES = 800  /* lines of more bytes are not measured */
};

typedef struct {
  uint32_t off, end; /* source, without blanks around */
  uint16_t indent;   /* columns of blanks before it */
  uint16_t width;    /* columns up to its end; Han are two wide */
  uint8_t kind;      /* hd_line_kind */
  uint8_t parts;     /* parted by two or more blanks or a tab; at most 255 */
  bool marked;       /* it begins with a marker */
  bool alone;        /* a caption, an entry of a table of contents */
  bool joined;       /* wrap.c: the line before goes on in it */
  bool bracketed;    /* it goes on in a bracket that the line before opens */
  bool page;         /* a form feed or page number stands before it */
} hd_line;

typedef struct {
  hd_build *b;
  hd_line *items;
  size_t n;
  size_t tried;  /* no table begins before this line */
  size_t barred; /* nor one of bars before this one */
  bool math;     /* there are formulas between $ */
} hd_lines;

static inline hd_str hd_line_text(const hd_lines *lines, size_t i) {
  const hd_line *line = &lines->items[i];
  return (hd_str){lines->b->source.p + line->off, line->end - line->off};
}

/* plain.c: the lines of the source, measured; of source[first, behind). */
hd_lines hd_plain_lines(hd_build *b);
hd_lines hd_plain_part(hd_build *b, uint32_t first, uint32_t behind);

/* Sets the width and the parts of a line whose text and indent are set. */
void hd_plain_measure(hd_line *line, const char *source);

/* gutter.c: cuts lines that are set in columns side by side, each column behind
 * the one before it. */
void hd_gutter_cut(hd_lines *lines);

/* wrap.c: sets `joined` of the lines that continue the one before them. */
void hd_wrap_find(hd_lines *lines);

/* aligned.c: a table that begins at line i is written; returns the line
 * behind it, i if there is none. */
size_t hd_aligned_read(hd_lines *lines, size_t i);

/* columns.c: a piece of a line that blanks part from the others. */
typedef struct {
  uint32_t off, end;    /* source */
  uint16_t left, right; /* code points from the line's start */
  uint16_t column;      /* of the table */
  bool figure;
  bool page; /* the first of a page's first row */
} hd_piece;
typedef HD_VEC(hd_piece) hd_pieces;
enum { HD_MOST_COLUMNS = 48 };

/* Adds the pieces of line i; false where they are too many for a table. */
bool hd_columns_cut(const hd_lines *lines, size_t i, hd_pieces *pieces);
/* Gives each piece its column. rows: n + 1 indexes, the first piece of each
 * row and the end of the last. false where there are too many columns. */
bool hd_columns_align(hd_arena *arena, hd_pieces *pieces, const uint32_t *rows,
                      size_t n);
/* piped.c: the table of bars whose first line is i; the line behind it, or i
 * where there is none. */
size_t hd_piped_read(hd_lines *lines, size_t i);
#endif
