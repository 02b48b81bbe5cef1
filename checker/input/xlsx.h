/* xlsx: the inside of the .xlsx extractor, for its files. */
#ifndef HD_INPUT_XLSX_H
#define HD_INPUT_XLSX_H
#include "layout.h"
#include "package.h"

/* ---- xlsx_number.c: a number as its format shows it ---------------------- */

/* Adds the text that Excel shows for a number (as the file has it:
 * "0.052", "1.2E+019") with this format code; `from_1904`: how days count. */
void hd_xlsx_show(hd_buffer *out, hd_str value, const char *format,
                  bool from_1904);
/* The code of one of the formats that every file has; NULL: General. */
const char *hd_xlsx_known_format(int32_t id);
/* xlsx_date.c: the same for a day and time. Is this section of a code one? */
bool hd_xlsx_is_date(hd_str section);
/* serial: days since the epoch and the part of a day. */
void hd_xlsx_show_date(hd_buffer *out, double serial, hd_str section,
                       bool from_1904);

/* ---- xlsx_book.c: what all sheets share ---------------------------------- */
typedef struct {
  const char *name, *part;
  bool hidden;
} hd_xlsx_sheet;

typedef struct {
  hd_arena *arena;
  hd_zip *zip;
  HD_VEC(hd_xlsx_sheet) sheets;
  HD_VEC(hd_str) strings;      /* shared */
  HD_VEC(const char *) styles; /* a cell style: its format code, NULL */
  bool from_1904;
} hd_xlsx_book;

/* false and the archive's error. */
bool hd_xlsx_read_book(hd_xlsx_book *book, const char *main);

/* ---- xlsx_sheet.c: the cells of a sheet ---------------------------------- */
enum { HD_XLSX_COLUMNS = 16384, HD_XLSX_CELLS = 2000000 };

typedef struct {
  uint32_t row, col;   /* 1-based */
  hd_str text;         /* as it is shown, not empty */
  uint32_t rows, cols; /* merged into it, at least 1 */
} hd_xlsx_cell;

typedef struct {
  uint32_t row, col, last_row, last_col;
} hd_xlsx_range;

typedef struct {
  HD_VEC(hd_xlsx_cell) cells; /* that are shown, by row and column */
  HD_VEC(hd_xlsx_range) merges;
  uint8_t hidden_cols[HD_XLSX_COLUMNS / 8];
  size_t hidden;   /* cells that are, with something in them */
  size_t formulas; /* without a value */
} hd_xlsx_cells;

bool hd_xlsx_read_cells(const hd_xlsx_book *book, const char *part,
                        hd_xlsx_cells *out);
static inline bool hd_xlsx_col_is_hidden(const hd_xlsx_cells *c, uint32_t col) {
  return c->hidden_cols[(col - 1) / 8] >> ((col - 1) % 8) & 1;
}

/* ---- xlsx_layout.c: tables of a sheet ------------------------------------ */
typedef struct {
  hd_arena *arena;
  HD_VEC(hd_laid_text) lines;
  uint32_t tables; /* so far */
} hd_xlsx_lines;

/* Adds the lines of a sheet: titles, tables, notes. */
void hd_xlsx_lay_out(hd_xlsx_lines *out, const char *sheet,
                     const hd_xlsx_cells *cells);
#endif
