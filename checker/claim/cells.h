/* cells: headers and labels of tables, and the slots they give. */
#ifndef HD_CELLS_H
#define HD_CELLS_H
#include "slots.h"

typedef struct {
  hd_span header;            /* the lowest header over the column */
  hd_span measure;           /* its words before 比上年增减 and brackets */
  const hd_quantity *period; /* of any header over it, NULL */
  bool is_period;            /* the header only names a period */
  bool generic;              /* 金额, 决算数: names no measure */
  bool changes, shares, ranks, completes;
  bool percent; /* says so by its sign */
  bool things;  /* 项目: names the things of its cells */
  bool units;   /* 单位: its cells name no thing */
} hd_column;

typedef struct {
  hd_span first, last;   /* the labels left of a cell; one: both the same */
  bool grouped;          /* the first stands over several rows */
  uint32_t from, column; /* of the first and of the last */
} hd_labels;

/* The last period named in a cell, or NULL. */
const hd_quantity *hd_cells_period(const hd_claim_reader *r, hd_span span);
/* english_table.c: claims of an English table; *next is the first quantity in
 * it, moved behind it. */
void hd_english_table(hd_claim_reader *r, const hd_table *t, uint32_t *next);

/* cell_slots.c */
hd_column hd_column_read(const hd_claim_reader *r, hd_span header,
                         const hd_quantity *period);
void hd_cell_slots(hd_claim_reader *r, hd_claim *c, const hd_labels *labels,
                   const hd_column *columns, const hd_column *column);
void hd_cell_aspects(const hd_claim_reader *r, hd_claim *c,
                     const hd_column *column);
#endif
