/* place: a span of the normalised text as an hd_place of the result.
 *
 * In: a document and byte offsets of its text. Out: lines and columns of the
 * source, and the text as the source prints it: the map says where each code
 * point stands, so that a full-width comma that was folded for reading is
 * shown as it was written. Where map and text disagree the normalised code
 * point is shown. No place is empty. */
#include "run.h"
#include <stdlib.h>

enum { AROUND = 30 }; /* code points of context on either side */

hd_span hd_place_widen(const hd_document *doc, hd_span span) {
  uint32_t n = (uint32_t)doc->text.n;
  uint32_t cp;
  if (span.end > n)
    span.end = n;
  if (span.off > n)
    span.off = n;
  if (!hd_span_empty(span) || n == 0)
    return span;
  const char *p = doc->text.p;
  if (span.off < n && p[span.off] != '\n')
    span.end =
        span.off + (uint32_t)hd_utf8_decode(p + span.off, n - span.off, &cp);
  else if (span.off > 0)
    span = (hd_span){(uint32_t)hd_utf8_back(p, span.off), span.off};
  else
    span.end = 1;
  return span;
}

/* A walk over text and source side by side. */
typedef struct {
  const hd_document *doc;
  uint32_t off;   /* in the text */
  size_t source;  /* in the source */
  size_t segment; /* that holds off */
} walk;

static walk start_walk(const hd_document *doc, uint32_t off) {
  walk w = {doc, off, 0, 0};
  if (doc->n_segments > 0) {
    w.segment = hd_document_segment(doc, off);
    w.source = hd_document_position(doc, off).source;
  }
  return w;
}

/* The next code point as the source prints it. */
static uint32_t next_printed(walk *w) {
  const hd_document *doc = w->doc;
  hd_str source = doc->source.bytes;
  uint32_t cp, read, printed;
  while (w->segment + 1 < doc->n_segments &&
         doc->segments[w->segment + 1].off <= w->off)
    w->source = doc->segments[++w->segment].source;
  w->off +=
      (uint32_t)hd_utf8_decode(doc->text.p + w->off, doc->text.n - w->off, &cp);
  if (w->source >= source.n)
    return cp;
  hd_utf8_decode(doc->source.printed.p + w->source, source.n - w->source,
                 &printed);
  w->source +=
      hd_utf8_decode(source.p + w->source, source.n - w->source, &read);
  if (read < 0x80) /* a remark that was blanked, too */
    printed = read;
  return hd_cp_fold(read) == cp ? printed : cp;
}

/* Line ends, tabs and other controls become a blank. */
static uint32_t one_line(uint32_t cp) {
  bool breaks =
      cp < 0x20 || cp == 0x7F || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
  return breaks ? ' ' : cp;
}

const char *hd_place_text(hd_arena *arena, const hd_document *doc,
                          hd_span span) {
  if (hd_span_empty(span))
    return "";
  /* a code point and its folded twin may differ in length: at most four
   * bytes for each byte of the text */
  char small[1024];
  size_t room = (size_t)(span.end - span.off) * 4, n = 0;
  char *out = room <= sizeof small ? small : malloc(room);
  if (!out)
    hd_memory_out();
  for (walk w = start_walk(doc, span.off); w.off < span.end;)
    n += hd_utf8_encode(one_line(next_printed(&w)), out + n);
  const char *text = hd_arena_copy(arena, out, n);
  if (out != small)
    free(out);
  return text;
}

/* A window inside the block around a span, without blanks at its ends. */
static hd_span find_window(const hd_document *doc, hd_span span) {
  const char *p = doc->text.p;
  hd_span block = {0, (uint32_t)doc->text.n}, window = span;
  uint32_t cp;
  if (doc->n_blocks > 0)
    block =
        hd_span_join(doc->blocks[hd_document_block(doc, span.off)].span, span);
  for (int i = 0; i < AROUND && window.off > block.off; i++)
    window.off = (uint32_t)hd_utf8_back(p, window.off);
  for (int i = 0; i < AROUND && window.end < block.end; i++)
    window.end +=
        (uint32_t)hd_utf8_decode(p + window.end, block.end - window.end, &cp);
  while (window.off < span.off && (unsigned char)p[window.off] <= ' ')
    window.off++;
  while (window.end > span.end && (unsigned char)p[window.end - 1] <= ' ')
    window.end--;
  return window;
}

static uint32_t count(const hd_document *doc, uint32_t from, uint32_t to) {
  return (uint32_t)hd_utf8_count(doc->text.p + from, to - from);
}

/* 1:1-1:2, where a finding about the whole document stands. */
static hd_place whole_document(const char *file) {
  return (hd_place){.file = file,
                    .line = 1,
                    .column = 1,
                    .end_line = 1,
                    .end_column = 2,
                    .text = "",
                    .location = "",
                    .place = "",
                    .context = "",
                    .value = "",
                    .unit = ""};
}

hd_place hd_place_build(hd_arena *arena, const hd_reading *r, hd_where where) {
  const hd_document *doc = r->documents[where.document];
  const char *file = r->files[r->file_of[where.document]].name;
  if (where.span.end == 0 || doc->text.n == 0)
    return whole_document(file);
  hd_span span = hd_place_widen(doc, where.span);
  hd_span window = find_window(doc, span);
  hd_position start = hd_document_position(doc, span.off);
  hd_position end = hd_document_end(doc, span.end);
  const char *location = hd_document_location(doc, arena, span.off, r->lang);
  const char *place = hd_document_place(doc, arena, span.off);
  return (hd_place){
      .file = file,
      .line = start.line,
      .column = start.column,
      .end_line = end.line,
      .end_column = end.column,
      .text = hd_place_text(arena, doc, span),
      .location = location ? location : "",
      .place = place ? place : "",
      .context = hd_place_text(arena, doc, window),
      .context_at = count(doc, window.off, span.off),
      .context_len = count(doc, span.off, span.end),
      .source = start.source,
      .source_end = end.source,
      .value = "",
      .unit = "",
  };
}
