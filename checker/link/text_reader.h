/* text_reader: what a passage is read with that restates cells, shared by
 * text_cell.c and text_slip.c. */
#ifndef HD_LINK_TEXT_READER_H
#define HD_LINK_TEXT_READER_H

#include "cell_evidence.h"
#include "cell_worth.h"
#include "table_scale.h"

enum { HD_TEXT_VOTES = 96 };

/* How often figures of this passage restate a row or a column. */
typedef struct {
  uint32_t grid, line;
  bool column;
  uint32_t sentence; /* of the last; rows are counted a sentence */
  uint32_t n;
} hd_text_tally;

typedef struct {
  hd_cell_index index;
  hd_linker *l;
  hd_row_figures rows;
  hd_scale_vote *scales;   /* a grid */
  HD_VEC(hd_said) figures; /* of the block being read */
  hd_text_tally votes[HD_TEXT_VOTES];
  uint32_t n_votes;
} hd_text_reader;

uint32_t hd_text_sentence(const hd_text_reader *r, const hd_said *f);

/* Are the names of figure and cell, of whatever words, one? 1: of two
 * characters, 2: of more. */
int hd_text_renamed(const hd_text_reader *r, const hd_said *f,
                    const hd_indexed *e);

/* Does the figure stand in the two blocks before the cell's table or the two
 * behind it? */
bool hd_text_beside(const hd_text_reader *r, const hd_said *f,
                    const hd_indexed *e);

/* The tally of the cell's column or row; NULL: none, and none to be made. */
hd_text_tally *hd_text_vote(hd_text_reader *r, const hd_indexed *e, bool column,
                            bool make);

void hd_text_add(hd_text_reader *r, const hd_said *f, const hd_indexed *e,
                 uint8_t strength, const char *reason);

/* text_slip.c: links a figure to the cell that it is a slip away from, and to
 * one of the row whose label stands beside it. Whether there is one. */
bool hd_text_slip(hd_text_reader *r, const hd_said *f);
bool hd_text_in_row(hd_text_reader *r, const hd_said *f);

#endif
