/* docx: the inside of the .docx extractor, for its files. */
#ifndef HD_INPUT_DOCX_H
#define HD_INPUT_DOCX_H
#include "layout.h"
#include "package.h"

/* ---- docx_styles.c: what a style says of its paragraphs or runs ---------- */
typedef struct {
  hd_laid_kind kind; /* TEXT, TITLE, HEADING, CAPTION, SKIPPED (contents) */
  uint8_t level;     /* of a heading */
  bool hidden, bold, centred;
  int32_t list;  /* id of its numbering, 0: none */
  int32_t depth; /* level there, -1: the one that names the style */
} hd_style;

typedef struct hd_styles hd_styles;

/* Reads the part (NULL: there is none); NULL and the archive's error. */
hd_styles *hd_styles_read(hd_zip *zip, const char *part);
/* Of an id; NULL is the default of paragraphs. What the id itself says where
 * the file lacks the style. */
hd_style hd_styles_find(hd_styles *styles, const char *id);

/* ---- docx_numbering.c: lists and their counters -------------------------- */
typedef struct hd_numbering hd_numbering;

typedef struct {
  const char *text; /* "一、", "1.", "" for a bullet; NULL: no marker */
  uint32_t number;  /* of its own level, 0: none */
} hd_numeral;

hd_numbering *hd_numbering_read(hd_zip *zip, const char *part);
/* The level of a list that is that of a style; 0 where none says so. */
int32_t hd_numbering_depth(const hd_numbering *numbering, int32_t list,
                           const char *style);
/* The next paragraph of a list at a level (0 to 8): its marker. */
hd_numeral hd_numbering_next(hd_numbering *numbering, int32_t list,
                             int32_t depth);

/* docx_numerals.c: a number in one of the formats of office files. Writes at
 * most 64 bytes, and the NUL; an unknown format is decimal. */
void hd_numeral_write(char *out, const char *format, int32_t number);

/* ---- docx_body.c: the paragraphs of a part ------------------------------- */
typedef enum { HD_STORY_BODY, HD_STORY_FOOTNOTES, HD_STORY_ENDNOTES } hd_story;

/* A page that begins in a line. */
typedef struct {
  uint32_t line, at; /* index; bytes from its start */
  uint32_t page;
} hd_docx_turn;

/* A table while its lines are read. */
typedef struct {
  uint32_t parent;   /* index of the one it is nested in, UINT32_MAX: none */
  uint32_t row, col; /* of the parent's cell; at last, of the outermost's */
  uint32_t cells;    /* its own */
  bool wide;         /* a row of it has two cells */
  bool around;       /* it only arranges other tables on the page */
  bool inside;       /* it is text of a cell of the one it is nested in */
  uint32_t number;   /* 1-based among those that are read */
} hd_docx_table;

typedef struct {
  hd_arena *arena;
  hd_zip *zip;
  const hd_extraction *x;
  hd_styles *styles;
  hd_numbering *numbering;
  HD_VEC(hd_laid_text)
  lines; /* table: index in tables + 1, as long as they are read */
  HD_VEC(hd_docx_turn) turns;
  HD_VEC(hd_docx_table) tables;
  hd_map *notes[2];    /* ids of footnotes and endnotes to their numbers */
  uint32_t n_notes[2]; /* referred to so far */
  uint32_t page;       /* where the reading stands */
  bool paged;          /* the file says where its pages begin */
  size_t hidden;       /* characters of hidden text left out */
  size_t missing;      /* parts that are named and not there */
  size_t charts;
  size_t embedded; /* parts in other formats, not read */
} hd_docx;

/* Adds the paragraphs of a part; false and the archive's error. */
bool hd_docx_read_story(hd_docx *d, const char *part, hd_story story);
#endif
