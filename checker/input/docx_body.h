/* docx_body: the state of reading a part of paragraphs, for its files. */
#ifndef HD_INPUT_DOCX_BODY_H
#define HD_INPUT_DOCX_BODY_H
#include "docx.h"

#define HD_DOCX_NONE UINT32_MAX

/* Which properties are open: w:b and w:ins mean other things in each. */
typedef enum {
  HD_DOCX_CONTENT,   /* none are */
  HD_DOCX_RUN,       /* w:rPr of a run */
  HD_DOCX_PARAGRAPH, /* w:pPr */
  HD_DOCX_MARK,      /* w:rPr in w:pPr: of the mark that ends it */
  HD_DOCX_ROW,
  HD_DOCX_CELL
} hd_docx_properties;

/* A paragraph that is open; one in a text box stands inside another. */
typedef struct {
  uint32_t line; /* its index */
  hd_buffer text;
  const char *style; /* id, NULL */
  hd_style says;     /* what the style says, once it is ready */
  bool ready;
  int32_t list, depth, outline; /* HD_DOCX_UNSAID: the style tells */
  int8_t centred;               /* the same */
  bool bold_seen, plain_seen;   /* in its text */
  uint32_t n;                   /* code points of its text, for pieces */
  bool mark_out;                /* its mark is left out: the next goes on */
} hd_docx_paragraph;
enum { HD_DOCX_UNSAID = -1 };

typedef enum {
  HD_DOCX_ALONE,
  HD_DOCX_MERGE_BEGINS,
  HD_DOCX_MERGE_GOES_ON
} hd_docx_merge;

/* A table that is open. */
typedef struct {
  uint32_t table;         /* index in hd_docx.tables */
  uint32_t next_row, row; /* of the cell that is open */
  uint32_t col;
  uint32_t n;                     /* cells of the row so far */
  bool header, row_out, cell_out; /* out: left out, as tracked changes say */
  uint16_t span;                  /* columns of the cell */
  hd_docx_merge merge;
  uint32_t first; /* line of its first paragraph, HD_DOCX_NONE */
  bool in_cell;
  uint32_t *owners; /* a column: first line of the cell merged down it */
} hd_docx_rows;
enum { HD_DOCX_COLUMNS = 512 }; /* Word has 63 */

typedef struct {
  hd_docx *d;
  hd_story story;
  uint32_t note; /* number of the note that is open, 0: none */
  hd_docx_properties properties;
  HD_VEC(hd_docx_paragraph)
  paragraphs; /* the open ones; behind them, text
                 buffers to be used again */
  size_t n_buffers;
  HD_VEC(hd_docx_rows *) rows; /* the open tables; the same */
  size_t n_rows;
  HD_VEC(bool) fields; /* the open ones: has the result begun? */
  size_t settled;      /* fields from the first on whose result has begun */
  size_t instructions; /* open fields whose result has not begun */
  uint32_t inserted, deleted; /* open elements of tracked changes */
  bool hidden, raised;        /* this run */
  int8_t bold;                /* HD_DOCX_UNSAID */
  bool wanted;                /* what comes next is text of the report */
  bool keep_blanks;
  bool turned; /* a page break was read, and no text since */
  size_t at;   /* the tag that the next text comes from, bytes of the part */
} hd_docx_body;

/* The open paragraph, NULL: none. */
static inline hd_docx_paragraph *hd_docx_open_paragraph(hd_docx_body *b) {
  return b->paragraphs.n > 0 ? &b->paragraphs.items[b->paragraphs.n - 1] : NULL;
}
/* Are tracked changes of this kind left out? */
static inline bool hd_docx_drops(const hd_docx_body *b, bool inserted) {
  return inserted == (b->d->x->options->revisions == HD_REVISIONS_ORIGINAL);
}

/* docx_run.c: elements of runs. */
void hd_docx_take_run_style(void *body, hd_xml *xml);
void hd_docx_take_hidden(void *body, hd_xml *xml);
void hd_docx_take_bold(void *body, hd_xml *xml);
void hd_docx_take_raised(void *body, hd_xml *xml);
void hd_docx_begin_run(void *body, hd_xml *xml);
void hd_docx_begin_text(void *body, hd_xml *xml);
void hd_docx_begin_deleted_text(void *body, hd_xml *xml);
void hd_docx_end_text(void *body);
void hd_docx_take_text(void *body, hd_str s);
void hd_docx_take_tab(void *body, hd_xml *xml);
void hd_docx_take_hyphen(void *body, hd_xml *xml);
void hd_docx_end_numerator(void *body);
void hd_docx_take_symbol(void *body, hd_xml *xml);
void hd_docx_take_rendered_break(void *body, hd_xml *xml);
void hd_docx_take_break(void *body, hd_xml *xml);
/* The open paragraph, its style looked up; NULL. */
hd_docx_paragraph *hd_docx_ready(hd_docx_body *b);
/* Takes down which element gave a piece of a line, where that is wanted. */
void hd_docx_note_piece(hd_docx_body *b, hd_docx_paragraph *p, hd_str s);
/* Does what stands here belong to the text that is read? */
bool hd_docx_is_shown(const hd_docx_body *b);

/* docx_table.c: elements of tables. */
void hd_docx_begin_table(void *body, hd_xml *xml);
void hd_docx_end_table(void *body);
void hd_docx_begin_row(void *body, hd_xml *xml);
void hd_docx_end_row(void *body);
void hd_docx_begin_cell(void *body, hd_xml *xml);
void hd_docx_end_cell(void *body);
void hd_docx_take_header(void *body, hd_xml *xml);
void hd_docx_take_grid_before(void *body, hd_xml *xml);
void hd_docx_take_span(void *body, hd_xml *xml);
void hd_docx_take_merge(void *body, hd_xml *xml);
void hd_docx_take_cell_inserted(void *body, hd_xml *xml);
void hd_docx_take_cell_deleted(void *body, hd_xml *xml);
/* A new line of the open cell: its place in the table. */
void hd_docx_place_line(hd_docx_body *b, uint32_t line);
/* The row whose properties are open was inserted or deleted. */
void hd_docx_change_row(hd_docx_body *b, bool inserted);
#endif
