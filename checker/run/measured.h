/* measured: how often each built-in rule was right, from rules/measured.csv. */
#ifndef HD_MEASURED_H
#define HD_MEASURED_H
#include "run.h"

typedef struct {
  const char *id;
  hd_measured measured;
} hd_measured_row;
typedef struct hd_measured_table {
  const hd_measured_row *rows; /* by id */
  size_t n;
} hd_measured_table;

/* The text of such a file; the embedded one, empty where there is none. */
hd_measured_table *hd_measured_read(hd_arena *arena, hd_str csv);
hd_measured_table *hd_measured_open(hd_arena *arena);
/* Fills `measured` of the built-in rules; of others, and of a rule without a
 * line, it is empty. */
void hd_measured_fill(const hd_measured_table *table, hd_rule *rules, size_t n);
#endif
