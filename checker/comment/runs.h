/* runs: the structure of a document part that comments are hung on.
 *
 * A comment begins and ends between runs (w:r) of a paragraph. Runs inside
 * runs (text boxes, ruby) are parts of the outer run: no comment may begin or
 * end in them. A formula is like a run in which nothing stands. The same holds
 * of what is closed: the result of a field, which is thrown away when the field
 * is updated, controls that Word fills anew from data and citations when it
 * opens the file, and those for plain text, dates and choices. LibreOffice
 * loses the words of a comment there. */
#ifndef HD_COMMENT_RUNS_H
#define HD_COMMENT_RUNS_H
#include "../base/base.h"

/* What stands in a run behind its properties. */
typedef struct {
  size_t off, end;       /* bytes of the element */
  size_t text, text_end; /* of w:t, w:delText: between the tags */
  bool is_text;          /* it is one of these */
  bool spaced, kept;     /* it says xml:space; it says that blanks count */
} hd_run_child;

typedef struct {
  size_t off, end;                   /* bytes of the element */
  size_t tag_end;                    /* behind <w:r> */
  size_t properties, properties_end; /* w:rPr; empty where it has none */
  size_t child, n_children;
} hd_run;

typedef enum {
  HD_MARK_START,     /* commentRangeStart */
  HD_MARK_END,       /* commentRangeEnd */
  HD_MARK_REFERENCE, /* commentReference */
  HD_MARK_FOOTNOTE,  /* footnoteReference */
  HD_MARK_ENDNOTE
} hd_mark_kind;
typedef struct {
  hd_mark_kind kind;
  int64_t id;
  size_t off, end;
  size_t run; /* that it stands in, SIZE_MAX: none */
} hd_mark;

typedef struct {
  size_t off, end;
} hd_closed;

typedef struct {
  hd_str xml;
  hd_str prefix;       /* of the root's name as written: "w", "" */
  bool strict;         /* its names are those of ISO 29500 strict */
  HD_VEC(hd_run) runs; /* in the order of the part */
  HD_VEC(hd_run_child) children;
  HD_VEC(hd_mark) marks;
  HD_VEC(hd_closed) closed; /* in the order of the part, none in another */
} hd_runs;

bool hd_runs_read(hd_arena *arena, hd_str xml, hd_runs *runs, hd_error *error);
/* Index of the run that byte `off` stands in; the number of runs if none. */
size_t hd_runs_at(const hd_runs *runs, size_t off);
/* What is closed around byte `off`, which is neither at its beginning nor at
 * its end; NULL. */
const hd_closed *hd_runs_closed(const hd_runs *runs, size_t off);
#endif
