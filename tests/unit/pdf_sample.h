/* A PDF as pdftotext would print it, for tests that need no PDF: words are put
 * on pages, and a call in pdftotext's place hands them over. Letters are ten
 * points large; ideographs as wide, others half of that. */
#ifndef HD_PDF_SAMPLE_H
#define HD_PDF_SAMPLE_H
#include "checker/document/document.h"
#include "checker/input/layout.h"
#include "checker/input/press.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { PAGE_WIDTH = 600, PAGE_HEIGHT = 800 };

typedef struct {
  hd_buffer printed;
  hd_arena *arena;
  hd_source source;
  hd_error error;
  hd_document *doc;
} pdf_sample;

static inline void pdf_page(pdf_sample *s) {
  hd_buffer_printf(&s->printed, "<page width=\"%d.000\" height=\"%d.000\">\n",
                   PAGE_WIDTH, PAGE_HEIGHT);
}

static inline int pdf_width(const char *word, int size) {
  hd_str w = hd_str_of(word);
  int width = 0;
  for (size_t i = 0; i < w.n;) {
    uint32_t cp;
    i += hd_utf8_decode(w.p + i, w.n - i, &cp);
    width += cp >= 0x2E80 ? size : size / 2;
  }
  return width;
}

/* A word of a size at x, y (its lower edge); returns where it ends. */
static inline int pdf_word(pdf_sample *s, int x, int y, int size,
                           const char *word) {
  int end = x + pdf_width(word, size);
  hd_buffer_printf(&s->printed,
                   "<word xMin=\"%d.0\" yMin=\"%d.0\" xMax=\"%d.0\" "
                   "yMax=\"%d.0\">%s</word>\n",
                   x, y - size, end, y, word);
  return end;
}

/* A line of words parted by blanks; "  " (two) are 30 points. */
static inline void pdf_line_of(pdf_sample *s, int x, int y, int size,
                               const char *text) {
  char word[400];
  hd_buffer_puts(&s->printed, "<line xMin=\"0\">\n");
  while (*text) {
    size_t n = strcspn(text, " ");
    snprintf(word, sizeof word, "%.*s", (int)n, text);
    x = pdf_word(s, x, y, size, word);
    text += n;
    size_t blanks = strspn(text, " ");
    x += blanks > 1 ? 30 : 4;
    text += blanks;
  }
}
static inline void pdf_line(pdf_sample *s, int x, int y, const char *text) {
  pdf_line_of(s, x, y, 10, text);
}

static inline bool pdf_press(void *closure, hd_str pdf, hd_printed *printed) {
  (void)pdf;
  pdf_sample *s = closure;
  printed->end = HD_CHILD_ENDED;
  printed->out = s->printed;
  s->printed = (hd_buffer){0};
  return true;
}

/* Reads what was put; false and s->error where it is refused. */
static inline bool pdf_read(pdf_sample *s) {
  hd_press press = {.call = pdf_press, .closure = s};
  hd_source_options options = {.press = &press};
  s->arena = hd_arena_new();
  if (!hd_source_decode(s->arena, "a.pdf", HD_STR("%PDF-1.7"), &options,
                        &s->source, &s->error))
    return false;
  s->doc = hd_document_read(s->arena, &s->source);
  return true;
}

static inline void pdf_drop(pdf_sample *s) {
  hd_arena_free(s->arena);
  hd_buffer_free(&s->printed);
}

static inline void expect_text(const pdf_sample *s, const char *wanted) {
  if (!hd_str_is(s->doc->text, wanted))
    fail_msg("“%.*s” instead of “%s”", (int)s->doc->text.n, s->doc->text.p,
             wanted);
}

static inline void expect_source(const pdf_sample *s, const char *wanted) {
  if (!hd_str_is(s->source.bytes, wanted))
    fail_msg("“%.*s” instead of “%s”", (int)s->source.bytes.n,
             s->source.bytes.p, wanted);
}
#endif
