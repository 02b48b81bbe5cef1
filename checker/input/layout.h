/* layout: what an extracted source knows of its lines beyond their text.
 *
 * A source whose text was inside a container (.docx, .xlsx, .pdf) is UTF-8 of
 * one line a unit of its contract: a paragraph, a cell, a line of a page. Its
 * layout has one hd_laid for each of these lines, in their order. Formats that
 * are read from their own text have none. */
#ifndef HD_LAYOUT_H
#define HD_LAYOUT_H
#include "input.h"

typedef enum {
  HD_LAID_TEXT, /* a paragraph, or a line of one */
  HD_LAID_TITLE,
  HD_LAID_HEADING, /* level: 1 outermost; 0: it only looks like one */
  HD_LAID_ITEM,
  HD_LAID_CELL, /* of the table it names, as a line of its cell */
  HD_LAID_CAPTION,
  HD_LAID_FOOTNOTE,
  HD_LAID_SKIPPED /* kept for its place, never read */
} hd_laid_kind;

enum { HD_LAID_CENTRED = 255 }; /* the level of a heading that is centred */

typedef struct {
  hd_laid_kind kind;
  uint8_t level;      /* heading; item: nesting, from 1 */
  bool joined;        /* the next line goes on with this paragraph */
  bool header;        /* in a header row */
  bool endnote;       /* `footnote` is the number of an endnote */
  const char *marker; /* number or sign rendered from numbering ("一、", "1."),
                         not in the source's text; "" for a bullet; NULL */
  uint32_t number;    /* of a marker, 0: none */
  uint32_t table;     /* 1-based in the document, 0: in no table */
  uint32_t row, col;  /* 0-based, of the cell's top left corner */
  uint16_t rowspan, colspan;
  uint32_t page;        /* 1-based, where the line begins; 0: unknown */
  uint32_t footnote;    /* its number, 0: none */
  const char *sheet;    /* name, NULL */
  uint32_t line, place; /* what the contract calls line and column where they
                           are not the line's number and the code point (the
                           row and column of a sheet's cell, 1-based); 0 */
} hd_laid;

/* A line break inside a paragraph or cell, in the source's text. */
#define HD_LINE_BREAK "\u2028"

/* A page that begins inside a line. */
typedef struct {
  uint32_t source; /* byte offset in the source */
  uint32_t page;
} hd_turn;

typedef struct hd_layout {
  hd_laid *lines;
  size_t n;
  hd_turn *turns; /* sorted; where pages begin in the midst of lines */
  size_t n_turns;
} hd_layout;

/* A line before it is put among the others. */
typedef struct {
  hd_str text; /* without a line end */
  hd_laid laid;
} hd_laid_text;

/* Fills the source's bytes and layout with the lines. The layout, for what
 * else is known: turns. */
hd_layout *hd_layout_build(hd_arena *arena, const hd_laid_text *lines, size_t n,
                           hd_source *source);
/* Notes of the source that so many of something were left out, if any. */
void hd_source_left_out(hd_arena *arena, hd_source *source, hd_note what,
                        size_t n);
#endif
