/* grid: the figures of a table by row and column, for the table links.
 *
 * Tables of more than HD_GRID_MOST_ROWS rows are not looked at, those of more
 * than HD_GRID_MOST_COLUMNS columns only for what the text restates of them:
 * searching is a fixed power of the columns, times the rows. A lens makes rows
 * and columns the same thing: its lines are what is added up, its cases where
 * that happens. */
#ifndef HD_GRID_H
#define HD_GRID_H
#include "linker.h"

enum {
  HD_GRID_MOST_COLUMNS = 16,
  HD_GRID_MOST_READ = 64, /* columns of one that is only read, not added up */
  HD_GRID_MOST_ROWS = 2000
};

typedef struct {
  uint32_t claim; /* HD_NONE: no figure */
  bool text;      /* it holds something else: a word, 12 to 20, <5 */
  bool percent;   /* by its unit, or its column's header */
  double value;   /* in base units; for searching only, rules are exact */
  double slack;   /* half a unit of its last digit */
} hd_grid_cell;

enum {                     /* what the words of a line's header say */
       HD_LINE_TOTAL = 1,  /* 合计, Total */
       HD_LINE_LESS = 2,   /* 减: Less: */
       HD_LINE_CODE = 4,   /* 科目编码, 序号: no figures */
       HD_LINE_CHANGE = 8, /* 增减, 同比, change */
       HD_LINE_SHARE = 16, /* 占比, 比重, percentage */
       HD_LINE_MEAN = 32,  /* 平均, 中位数, median: never added up */
       HD_LINE_ADD = 64,   /* 加: Add: */
       HD_LINE_NAMES = 128 /* a column of words: it names what follows */
};

typedef struct {
  const hd_table *table;
  uint32_t rows, columns, header_rows;
  hd_grid_cell *cells;  /* rows × columns */
  hd_grid_cell *behind; /* of 1,124 (10.1) the figure in the bracket; NULL: no
                           cell has one */
  uint32_t n_behind;
  bool has_minus;       /* a figure is negative, or counts so */
  hd_str *texts;        /* of the cells, rows × columns */
  hd_str *row_names;    /* what tells the rows apart; "" unknown */
  hd_str *column_names; /* the headers from top to bottom */
  hd_str *column_heads; /* the lowest of them */
  uint8_t *row_flags, *column_flags;
  uint8_t *code_length; /* a row and column: characters of a code, 0: none */
} hd_grid;

/* The grid of table t; first_claim is an index into l->order to search from,
 * moved on. NULL where the table is too small or too large. */
hd_grid *hd_grid_read(hd_linker *l, const hd_table *t, size_t *first_claim);
/* The grid with the figures in brackets where cells have two, for what is
 * computed from those (the change of a rate beside its count); NULL where
 * few cells have them. */
const hd_grid *hd_grid_of_brackets(hd_linker *l, const hd_grid *g);
static inline const hd_grid_cell *hd_grid_at(const hd_grid *g, uint32_t row,
                                             uint32_t column) {
  return &g->cells[(size_t)row * g->columns + column];
}
/* The words that name the figure at a place: the nearest text on its left. */
hd_str hd_grid_label(const hd_grid *g, uint32_t row, uint32_t column);
/* The label of the rows that a row stands among: of the nearest row above it
 * that holds no figure; "" where there is none. */
hd_str hd_grid_group(const hd_grid *g, uint32_t row);
/* HD_LINE_ flags of a header's words. */
uint8_t hd_grid_flags(hd_arena *arena, hd_str header);
/* A row's name as other tables and the text have it: without marks of
 * enumeration, 其中:, what stands in brackets, and emphasis. */
hd_str hd_grid_plain_name(hd_arena *arena, hd_str name);

typedef struct {
  const hd_grid *g;
  bool by_row; /* lines are columns, each row is a case; else transposed */
} hd_lens;

static inline uint32_t hd_lens_lines(const hd_lens *v) {
  return v->by_row ? v->g->columns : v->g->rows;
}
static inline uint32_t hd_lens_cases(const hd_lens *v) {
  return v->by_row ? v->g->rows : v->g->columns;
}
static inline const hd_grid_cell *hd_lens_at(const hd_lens *v, uint32_t line,
                                             uint32_t one) {
  return v->by_row ? hd_grid_at(v->g, one, line) : hd_grid_at(v->g, line, one);
}
static inline uint8_t hd_lens_flags(const hd_lens *v, uint32_t line) {
  return v->by_row ? v->g->column_flags[line] : v->g->row_flags[line];
}
#endif
