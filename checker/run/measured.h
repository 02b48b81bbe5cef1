/* measured: how often each built-in rule was right, from rules/measured.csv. */
#ifndef HD_MEASURED_H
#define HD_MEASURED_H
#include "run.h"

/* Fills `measured` of the built-in rules; others stay empty. A file that is
 * not there, or a rule without a line, leaves them so. */
void hd_measured_fill(hd_arena *arena, hd_rule *rules, size_t n);
/* The same from the text of such a file. */
void hd_measured_read(hd_arena *arena, hd_str csv, hd_rule *rules, size_t n);
#endif
