/* formats: the table of report formats, one row each. The names of -f, the
 * suffixes of -o and the help text come from here. */
#include "write.h"

#define CALLS(name) hd_##name##_begin, hd_##name##_result, hd_##name##_end
/* Of any listing; of findings alone. */
#define LISTING(name, suffix)                                                  \
  { #name, suffix, CALLS(name), 0, 0, 0 }
#define FINDINGS(name, suffix, want)                                           \
  { #name, suffix, CALLS(name), want, 1, 0 }
/* Of the findings of one draft, in a copy of it. */
#define COPY(name, suffix)                                                     \
  { #name, suffix, CALLS(name), 0, 1, 1 }

const hd_format_row hd_formats[] = {
    LISTING(text, ".txt"),
    LISTING(csv, ".csv"),
    LISTING(json, ".json"),
    LISTING(jsonl, ".jsonl"),
    FINDINGS(sarif, ".sarif", 0),
    FINDINGS(junit, ".xml", 0),
    FINDINGS(github, "", 0),
    FINDINGS(html, ".html", HD_WANT_TEXT | HD_WANT_CHECKS),
    COPY(docx, ".docx"),
};

const size_t hd_n_formats = sizeof hd_formats / sizeof *hd_formats;
