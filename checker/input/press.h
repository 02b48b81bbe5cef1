/* press: the words of a PDF, by pdftotext of poppler.
 *
 * That program runs as a child with limits (child.h). A worker may start
 * none: it has its parent do it, so that what is asked for here is a call
 * that the caller provides. */
#ifndef HD_INPUT_PRESS_H
#define HD_INPUT_PRESS_H
#include "child.h"
#include "input.h"

typedef struct {
  size_t memory;    /* bytes that the program may have */
  unsigned seconds; /* that it may run */
  size_t most;      /* bytes of text */
} hd_press_limits;

/* Sets `pdf`; false where nobody could be asked. The caller frees out and
 * err of *printed. */
typedef bool hd_press_call(void *closure, hd_str pdf, hd_printed *printed);

typedef struct hd_press {
  hd_press_limits limits;
  hd_press_call *call; /* NULL: hd_press_run, in this process */
  void *closure;
} hd_press;

/* Runs pdftotext on the PDF. */
void hd_press_run(const hd_press_limits *limits, hd_str pdf,
                  hd_printed *printed);

/* The words of a PDF, as XHTML; the caller frees *text. false and *error where
 * there are none: no pdftotext, a broken or locked file, a limit. */
bool hd_press_text(hd_arena *arena, const hd_press *press, hd_str pdf,
                   hd_buffer *text, hd_error *error);
#endif
