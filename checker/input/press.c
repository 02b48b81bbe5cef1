/* press: a PDF set as lines of text, by pdftotext of poppler.
 *
 * In: the bytes of a PDF. Out: its words with their boxes (-bbox-layout), or
 * the sentence why there is none. pdftotext says little by its status: a PDF
 * whose character sets are not installed, or one of pictures only, ends with
 * 0 and no text, so what it prints to standard error is looked at too. */
#include "press.h"
#include <signal.h>
#include <stdlib.h>

enum { MOST_QUOTED = 100 };

void hd_press_run(const hd_press_limits *limits, hd_str pdf,
                  hd_printed *printed) {
  static const char *const words[] = {"pdftotext", "-bbox-layout", "-", "-",
                                      NULL};
  hd_child child = {.words = words,
                    .memory = limits->memory,
                    .seconds = limits->seconds,
                    .most = limits->most};
  hd_child_run(&child, pdf, printed);
}

static bool says(const hd_printed *printed, const char *words) {
  return printed->err.p && strstr(printed->err.p, words);
}

/* The last line of what it said, printable ASCII only. */
static const char *last_words(hd_arena *arena, const hd_printed *printed) {
  hd_str s = {printed->err.p ? printed->err.p : "", printed->err.n};
  while (s.n > 0 && (s.p[s.n - 1] == '\n' || s.p[s.n - 1] == ' '))
    s.n--;
  size_t from = s.n;
  while (from > 0 && s.p[from - 1] != '\n')
    from--;
  size_t n = s.n - from < MOST_QUOTED ? s.n - from : MOST_QUOTED;
  char *copy = hd_arena_copy(arena, s.p + from, n);
  for (size_t i = 0; i < n; i++)
    if (copy[i] < ' ' || copy[i] > '~')
      copy[i] = '?';
  return copy;
}

/* Why a program that ended by itself, with a status, has no text. */
static const char *explain_status(hd_arena *arena, const hd_printed *printed) {
  if (says(printed, "ncorrect password") || says(printed, "ncrypt"))
    return "this PDF is locked by a password: save it without one and check "
           "that file";
  if (says(printed, "bad_alloc") || says(printed, "ut of memory"))
    return "pdftotext ran out of memory on this PDF";
  return hd_arena_format(arena,
                         "this PDF is broken, pdftotext cannot read it (%s)",
                         last_words(arena, printed));
}

/* The sentence why there is no text to be had, or NULL. */
static const char *explain(hd_arena *arena, const hd_press_limits *limits,
                           const hd_printed *printed) {
  switch (printed->end) {
  case HD_CHILD_ABSENT:
    return "PDF files are read by pdftotext, which is not installed: install "
           "the packages poppler-utils and poppler-data";
  case HD_CHILD_FAILED:
    return "pdftotext, which reads PDF files, could not be started";
  case HD_CHILD_LATE:
    return hd_arena_format(arena,
                           "pdftotext was stopped: it ran longer than %u "
                           "seconds on this PDF",
                           limits->seconds);
  case HD_CHILD_VERBOSE:
    return hd_arena_format(
        arena, "the text of this PDF is larger than the limit of %zu bytes",
        limits->most);
  case HD_CHILD_KILLED:
    if (printed->status == SIGABRT)
      return hd_arena_format(arena,
                             "pdftotext was stopped: it needed more than %zu "
                             "MB of memory on this PDF",
                             limits->memory >> 20);
    return hd_arena_format(arena, "pdftotext crashed on this PDF (signal %d)",
                           printed->status);
  case HD_CHILD_ENDED:
    break;
  }
  if (printed->status != 0)
    return explain_status(arena, printed);
  if (says(printed, "Missing language pack"))
    return "characters of this PDF cannot be decoded: install the package "
           "poppler-data";
  return NULL;
}

bool hd_press_text(hd_arena *arena, const hd_press *press, hd_str pdf,
                   hd_buffer *text, hd_error *error) {
  hd_printed printed = {.end = HD_CHILD_FAILED};
  if (!press->call)
    hd_press_run(&press->limits, pdf, &printed);
  else if (!press->call(press->closure, pdf, &printed))
    printed.end = HD_CHILD_FAILED;
  error->message = explain(arena, &press->limits, &printed);
  hd_buffer_free(&printed.err);
  if (error->message)
    hd_buffer_free(&printed.out);
  *text = printed.out;
  return error->message == NULL;
}
