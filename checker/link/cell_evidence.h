/* cell_evidence: what speaks for a cell as the one that a figure of the text
 * restates. */
#ifndef HD_CELL_EVIDENCE_H
#define HD_CELL_EVIDENCE_H
#include "row_figures.h"

/* The figures of a block that is read. */
typedef struct {
  const hd_cell_index *index;
  const hd_said *figures;
  size_t n;
} hd_said_list;

/* How the digits differ, and what the reader knows. */
typedef struct {
  hd_slip slip;
  uint8_t digits;
  bool rescaled, change, rest;
  int renamed;
  uint32_t votes; /* figures of the block that are in its column */
} hd_cell_case;

double hd_cell_weigh(const hd_said_list *list, size_t i, const hd_indexed *e,
                     const hd_cell_case *c);
/* Are two figures of one sentence, kind, unit and scale? */
bool hd_said_alike(const hd_said_list *x, size_t a, size_t b);
/* Figure i with the words between it and its neighbours in the sentence. */
hd_said hd_said_before(const hd_said_list *x, size_t i);
hd_said hd_said_behind(const hd_said_list *x, size_t i);
#endif
