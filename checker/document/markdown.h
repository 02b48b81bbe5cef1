/* markdown: the inside of the Markdown reader, for its files. */
#ifndef HD_MARKDOWN_H
#define HD_MARKDOWN_H
#include "readers.h"
#include <md4c.h>

typedef enum { MD_JOIN_NONE, MD_JOIN_SOFT, MD_JOIN_HARD } md_join;

typedef struct {
  bool ordered, pending; /* pending: the item has no block yet */
  uint32_t start, n;     /* first number, items so far */
} md_list;

typedef struct {
  hd_build *b;
  HD_VEC(md_list) lists; /* that are open */
  hd_block_kind kind;    /* of the next block */
  uint8_t level;         /* of the next heading */
  bool open;             /* a block is open */
  const char *base;      /* what the parser reads: the source, or as long */
  uint32_t seen;         /* source offset behind what was read */
  /* inline */
  md_join join; /* a line ended before the next text */
  int strong, image, link;
  bool raised;                /* between <sup> and its end */
  bool literal_bold;          /* between ** that stayed in the text */
  bool bold_seen, plain_seen; /* in the open block */
  /* HTML blocks: their source */
  bool html;
  uint32_t html_from, html_end;
  uint32_t html_counted; /* up to there <table>s were counted: */
  int html_tables;       /* those that are open; a blank line cut them */
  bool table_open, cell_open;
  uint32_t cell_off, row, column;
  size_t n_cells;
} md;

/* markdown.c: the open block ends; the next one begins at source offset at. */
void hd_md_close(md *m);
void hd_md_open(md *m, uint32_t at);

/* note.c: bytes of [^label] at the head of s, 0: none. */
size_t hd_md_note_label(hd_str s);
/* Offset of the first [^ in s; s.n if there is none. */
size_t hd_md_note_mark(hd_str s);
/* note.c: of [^label]: and the blanks behind it. */
size_t hd_md_note_head(hd_str line);
/* note.c: the source as the parser may see it. */
const char *hd_md_note_mask(hd_build *b);

/* spaced.c: base, without the blank lines behind each line of a page; what
 * stands before `from` is left alone. */
const char *hd_md_spaced(hd_build *b, const char *base, uint32_t from);

/* glued.c: where the part of the source ends that the parser may read at once,
 * of which `from` is the start. */
uint32_t hd_md_part_end(hd_str source, uint32_t from);
/* The end of the rows that begin there and have no line of dashes; `from` where
 * there are none. */
uint32_t hd_md_rows_end(hd_str source, uint32_t from);

/* inline.c: a run of text, source[from, end). */
void hd_md_text(md *m, MD_TEXTTYPE type, uint32_t from, uint32_t end);
#endif
