/* document: normalised text of blocks, with one map back to the source.
 *
 * Normalised text: full-width digits, letters and punctuation folded (one
 * code point for one), markup left out, hard-wrapped lines of one paragraph
 * joined (no blank between Han characters, one blank else), each block
 * followed by "\n". Offsets are bytes of this text.
 *
 * The map is a list of segments sorted by offset; inside a segment text and
 * source agree code point for code point, so a place in the source is the
 * segment's place plus code points counted from it. Readers start a segment
 * at least every 1,024 bytes, so that a look-up is O(log n). */
#ifndef HD_DOCUMENT_H
#define HD_DOCUMENT_H
#include "../input/input.h"

typedef enum {
  HD_BLOCK_TITLE,
  HD_BLOCK_HEADING,
  HD_BLOCK_PARAGRAPH,
  HD_BLOCK_ITEM,
  HD_BLOCK_TABLE, /* its span covers all cells; see hd_table */
  HD_BLOCK_CAPTION,
  HD_BLOCK_FOOTNOTE,
  HD_BLOCK_SKIPPED /* code, front matter: kept for places, never read */
} hd_block_kind;

/* How a marker is written: 一、 (一) 1. (1) 第一章 ① A. # - */
typedef enum {
  HD_MARK_NONE,
  HD_MARK_HAN_COMMA,   /* 一、 */
  HD_MARK_HAN_PAREN,   /* (一) */
  HD_MARK_HAN_CHAPTER, /* 第一章, 第一节, 第一部分 */
  HD_MARK_DOT,         /* 1. 1、 1． */
  HD_MARK_PAREN,       /* (1) 1) */
  HD_MARK_CIRCLE,      /* ① */
  HD_MARK_DECIMAL,     /* 1.2 1.2.3 */
  HD_MARK_LETTER,      /* A. (a) */
  HD_MARK_ROMAN,       /* I. (ii) */
  HD_MARK_WORD,        /* First, ... / 首先 (inline ones are in text.h) */
  HD_MARK_BULLET       /* - * ——; Markdown # without a number */
} hd_mark_style;

#define HD_NONE UINT32_MAX

typedef struct {
  hd_block_kind kind;
  uint8_t level;      /* headings: 1 outermost; items: nesting */
  hd_mark_style mark; /* style of its marker */
  uint32_t number;    /* the marker's number (last component), 0: none */
  hd_span span;       /* whole block, marker included, "\n" excluded */
  hd_span marker;     /* the marker, empty if none */
  hd_span body;       /* behind the marker */
  uint32_t heading;   /* index of the heading it stands under, HD_NONE */
  uint32_t table;     /* index into tables for HD_BLOCK_TABLE, HD_NONE */
  uint32_t paragraph; /* 1-based number below its heading, for location */
  uint32_t section;   /* 1-based number of its heading of level 1, 0: none */
  uint32_t line;      /* source line of its first code point, 1-based */
  bool run_on;        /* a heading found at the end of a paragraph */
} hd_block;

typedef struct {
  hd_span span;         /* its text without blanks around, may be empty */
  uint32_t row, column; /* 0-based, of its top left corner */
  uint16_t rowspan, colspan;
  bool header; /* in a header row, or said to be a header of its row */
} hd_cell;

typedef struct {
  uint32_t block;
  uint32_t rows, columns, header_rows;
  hd_cell *cells; /* sorted by row, column */
  size_t n_cells;
  uint32_t caption; /* block of its caption or unit line, HD_NONE */
  uint32_t number;  /* 1-based in the document */
} hd_table;

typedef struct {
  uint32_t off;    /* text offset */
  uint32_t line;   /* source line, 1-based */
  uint32_t column; /* source column, 1-based code points */
  uint32_t source; /* byte offset in the decoded source */
} hd_segment;

typedef enum { HD_LANG_ZH, HD_LANG_EN } hd_lang;

typedef struct {
  hd_arena *arena; /* owns all below */
  hd_source source;
  hd_role role;
  hd_lang lang; /* the report's main language, by share of Han */
  hd_str text;
  hd_str printed; /* text, in the script of the source, place for place */
  hd_block *blocks;
  size_t n_blocks;
  hd_table *tables;
  size_t n_tables;
  hd_segment *segments;
  size_t n_segments;
  size_t characters; /* code points of the source (of a page: of its text)
                        without white space */
  uint32_t lines;
  struct hd_known *known; /* of a reference: its rows (reference.h); NULL */
} hd_document;

/* Is it judged, or only what others are judged against? */
static inline bool hd_document_is_judged(const hd_document *doc) {
  return doc->role < HD_ROLE_PREVIOUS;
}

/* Reads the blocks of a source. Never fails: any text is a document.
 * The document is owned by `arena`. */
hd_document *hd_document_read(hd_arena *arena, const hd_source *source);

typedef struct {
  uint32_t line, column; /* 1-based; column in code points; of a sheet's cell
                            its row and column */
  uint32_t source;       /* byte offset in the decoded source */
} hd_position;
/* Source position of a text offset (start of what stands there). */
hd_position hd_document_position(const hd_document *doc, uint32_t off);
/* The same, the line and code point of the source, of whatever format. */
hd_position hd_document_source_position(const hd_document *doc, uint32_t off);
/* Index of the segment that holds off; the first if none does. */
size_t hd_document_segment(const hd_document *doc, uint32_t off);
/* The sheet, or table of a database, that it stands in; NULL: in none. */
const char *hd_document_sheet(const hd_document *doc, uint32_t off);
/* The table that holds off, NULL; the last of its cells that begins at or
 * before off. Cells are in reading order. */
const hd_table *hd_document_table(const hd_document *doc, uint32_t off);
const hd_cell *hd_table_cell(const hd_table *table, uint32_t off);
/* Does the span stand on one line of the source? */
bool hd_document_one_line(const hd_document *doc, hd_span span);
/* Source position behind the last code point of a span that ends at `end`
 * (so an end at a line's end stays on that line). end > 0. */
hd_position hd_document_end(const hd_document *doc, uint32_t end);
/* Index of the block that holds off; the nearest before if none does. */
uint32_t hd_document_block(const hd_document *doc, uint32_t off);
/* For people: 第3节 第2段 / section 3, paragraph 2 / 表2 第4行“合计”. */
const char *hd_document_location(const hd_document *doc, hd_arena *arena,
                                 uint32_t off, hd_lang lang);
/* For machines: "" or table=2;row=4;column=3; of an extracted source also
 * page=12, footnote=3, endnote=1, sheet=NAME;cell=C7; joined by ";". */
const char *hd_document_place(const hd_document *doc, hd_arena *arena,
                              uint32_t off);
static inline hd_str hd_document_text(const hd_document *doc, hd_span s) {
  return (hd_str){doc->text.p + s.off, s.end - s.off};
}
#endif
