/* lsp_place: places of a result in the text of a document.
 *
 * A place has byte offsets in the source as the engine decoded it, which is
 * the document's text without its BOM: they are used as they are. A finding
 * about the whole document stands at its first character. A place in another
 * file (an annex, last year's report) is given by line and column: where that
 * file is open here its text tells what the column is in the client's units,
 * else code points must do. */
#include "lsp.h"
#include <stdlib.h>
#include <string.h>

bool hd_lsp_place_own(const hd_lsp_document *doc, const hd_place *at) {
  return strcmp(at->file, doc->name) == 0;
}

void hd_lsp_place_span(const hd_lsp_document *doc, const hd_place *at,
                       size_t *from, size_t *to) {
  const hd_lsp_text *t = &doc->text;
  size_t bom = hd_lsp_text_bom(t);
  *from = bom + (size_t)at->source;
  *to = bom + (size_t)at->source_end;
  if (*from > t->n)
    *from = t->n;
  if (*to <= *from) /* the whole document */
    *to = hd_lsp_text_place(t, at->end_line, at->end_column);
  if (*to > t->n)
    *to = t->n;
}

bool hd_lsp_place_holds(const hd_lsp_document *doc, const hd_place *at,
                        size_t off) {
  size_t from, to;
  if (!hd_lsp_place_own(doc, at))
    return false;
  hd_lsp_place_span(doc, at, &from, &to);
  return from <= off && off <= to; /* a cursor stands behind a word, too */
}

json_t *hd_lsp_position_json(hd_lsp_position at) {
  return json_pack("{s:I, s:I}", "line", (json_int_t)at.line, "character",
                   (json_int_t)at.character);
}

static json_t *range_json(hd_lsp_position start, hd_lsp_position end) {
  return json_pack("{s:o, s:o}", "start", hd_lsp_position_json(start), "end",
                   hd_lsp_position_json(end));
}

json_t *hd_lsp_range(const hd_lsp *lsp, const hd_lsp_document *doc, size_t from,
                     size_t to) {
  hd_lsp_units units = lsp->client.units;
  return range_json(hd_lsp_text_position(&doc->text, units, from),
                    hd_lsp_text_position(&doc->text, units, to));
}

json_t *hd_lsp_place_range(const hd_lsp *lsp, const hd_lsp_document *doc,
                           const hd_place *at) {
  size_t from, to;
  hd_lsp_place_span(doc, at, &from, &to);
  return hd_lsp_range(lsp, doc, from, to);
}

/* The open document of a file, NULL. */
static const hd_lsp_document *open_file(const hd_lsp *lsp, const char *uri) {
  for (size_t i = 0; i < lsp->n_documents; i++)
    if (strcmp(lsp->documents[i]->uri, uri) == 0)
      return lsp->documents[i];
  return NULL;
}

static json_t *range_elsewhere(const hd_lsp *lsp, const char *uri,
                               const hd_place *at) {
  const hd_lsp_document *other = open_file(lsp, uri);
  if (other)
    return hd_lsp_range(
        lsp, other, hd_lsp_text_place(&other->text, at->line, at->column),
        hd_lsp_text_place(&other->text, at->end_line, at->end_column));
  return range_json((hd_lsp_position){at->line - 1, at->column - 1},
                    (hd_lsp_position){at->end_line - 1, at->end_column - 1});
}

json_t *hd_lsp_location(const hd_lsp *lsp, const hd_lsp_document *doc,
                        const hd_place *at) {
  if (hd_lsp_place_own(doc, at))
    return json_pack("{s:s, s:o}", "uri", doc->uri, "range",
                     hd_lsp_place_range(lsp, doc, at));
  char *uri = hd_lsp_uri_of(at->file);
  json_t *location = json_pack("{s:s, s:o}", "uri", uri, "range",
                               range_elsewhere(lsp, uri, at));
  free(uri);
  return location;
}

/* A member that is a number from 0 on. */
static bool read_count(const json_t *object, const char *name, size_t *n) {
  const json_t *value = json_object_get(object, name);
  if (!json_is_integer(value) || json_integer_value(value) < 0)
    return false;
  *n = (size_t)json_integer_value(value);
  return true;
}

bool hd_lsp_params_offset(const hd_lsp *lsp, const hd_lsp_document *doc,
                          const json_t *position, size_t *off) {
  hd_lsp_position at;
  if (!read_count(position, "line", &at.line) ||
      !read_count(position, "character", &at.character))
    return false;
  *off = hd_lsp_text_offset(&doc->text, lsp->client.units, at);
  return true;
}
