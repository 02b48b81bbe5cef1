/* formats: the table of report formats, one row each. The names of -f, the
 * suffixes of -o and the help text come from here. */
#include "write.h"

#define ROW(name, suffix)                                                      \
  { #name, suffix, hd_##name##_begin, hd_##name##_result, hd_##name##_end }

const hd_format_row hd_formats[] = {
    ROW(text, ".txt"),
    ROW(csv, ".csv"),
    ROW(json, ".json"),
    ROW(jsonl, ".jsonl"),
};

const size_t hd_n_formats = sizeof hd_formats / sizeof *hd_formats;
