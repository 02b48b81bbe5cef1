/* row_figures: which row of a table a figure of the text names. */
#ifndef HD_ROW_FIGURES_H
#define HD_ROW_FIGURES_H
#include "row_names.h"
#include "text_cell.h"

typedef struct {
  hd_row_names names;
  int8_t *scales;    /* a grid: see hd_row_scale */
  hd_span *said_at;  /* the words that say so; end 0: none */
  uint32_t sentence; /* whose labels were read last */
  hd_mention mentions[HD_MENTIONS_MOST];
  size_t n;
} hd_row_figures;

/* row_label.c */
void hd_row_labels_start(hd_row_figures *r, hd_grids *all);
/* Reads the labels of a sentence, unless they were read last. */
void hd_row_labels_read(hd_row_figures *r, uint32_t sentence);
/* Is the label a phrase of its own? start: of its sentence. */
bool hd_row_label_whole(const hd_row_figures *r, const hd_mention *m,
                        uint32_t start);
/* Does the text hold nothing but verbs of being and change, periods and words
 * that join? */
bool hd_row_label_links(hd_str text);
/* The label that the figure is of; NULL. */
const hd_mention *hd_row_label_of(hd_row_figures *r, uint32_t claim);
/* The cell of its row that the figure, no cell's own, is a slip away from:
 * its claim, or HD_NONE. */
uint32_t hd_row_figures_slip(hd_row_figures *r, const hd_said *said);

/* said_years.c: the years that a figure may be of. */
enum { HD_YEARS_MOST = 8 };
typedef struct {
  uint16_t at[HD_YEARS_MOST];
  uint32_t n;
} hd_years;
/* Of the words behind the figure up to the next one, else of those before it,
 * else of its sentence outside brackets; n 0: none is said. */
hd_years hd_years_of(const hd_linker *l, uint32_t claim);
/* All years of a text outside brackets. */
hd_years hd_years_in(hd_str text);
/* The first year of a header; 0: none. */
uint32_t hd_year_in(hd_str header);
/* Does the header name one of them, or no year at all; or is none said? */
bool hd_years_meet(const hd_years *years, hd_str header);

/* Is the figure printed in a cell of the row, at any of its scales? */
bool hd_row_figures_printed(const hd_row_figures *r, uint32_t claim,
                            uint32_t grid, uint32_t row);
/* row_pair.c: do the headers of two columns differ in numbers and months
 * alone? */
bool hd_columns_alike(const hd_grid *g, uint32_t a, uint32_t b);
/* fellow.c: the cell that the figure is a slip away from, where the figure
 * beside it is a cell and this one should be the other of a pair; HD_NONE. */
uint32_t hd_fellow_slip(hd_row_figures *r, const hd_cell_index *index,
                        const hd_said *f, const hd_said *beside);
/* row_change.c: changes that the text says of a row. */
void hd_row_changes(hd_row_figures *rows);

/* row_scale.c: the power of ten that a table says its figures are in: 3 for
 * (in thousands), -1 where it says nothing, HD_ROW_SCALE_HAN where it says
 * nothing and is Chinese. *at: the words that say it. */
enum { HD_ROW_SCALE_HAN = -2 };
int8_t hd_row_scale(const hd_linker *l, const hd_grid *g, hd_span *at);
/* The next power of ten behind k that a cell may stand for: what its table
 * says, or thousands and millions (万, 亿) where it says nothing; -1: no
 * other. */
int hd_row_next_scale(int8_t said, int k);
/* 10 to the power of k. */
double hd_row_power(int k);
#endif
