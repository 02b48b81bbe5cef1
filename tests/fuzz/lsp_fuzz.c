/* lsp: messages of the language server, and the text of a document.
 *
 * The bytes are read as messages, all at once and in pieces: the same must
 * come. Then they are edits of a text: its lines are those of the same text
 * when it is set anew, and offsets survive the way to a position and back. */
#include "checker/cli/lsp.h"
#include "fuzz.h"
#include <unistd.h>

void *hd_cli_alloc(void *p, size_t n) {
  void *got = realloc(p, n ? n : 1);
  fuzz_require(got != NULL, "there is memory");
  return got;
}

/* ---- messages --------------------------------------------------------------
 */

typedef struct {
  size_t bodies, bad, bytes;
} tally;

static void take(hd_lsp_wire *wire, tally *t) {
  const char *body;
  size_t n;
  hd_lsp_arrival arrival;
  while ((arrival = hd_lsp_wire_next(wire, &body, &n)) != HD_WIRE_NOTHING) {
    t->bad += arrival == HD_WIRE_BAD;
    if (arrival != HD_WIRE_BODY)
      continue;
    fuzz_require(body >= wire->bytes && n <= wire->n &&
                     body + n == wire->bytes + wire->used,
                 "a body is what was read last");
    t->bodies++;
    t->bytes += n;
    json_decref(hd_lsp_wire_parse(body, n));
  }
  fuzz_require(wire->used <= wire->n, "no more is used than has come");
}

static tally read_messages(const uint8_t *data, size_t n, size_t piece) {
  hd_lsp_wire wire = {.bytes = hd_cli_alloc(NULL, n), .cap = n};
  tally t = {0};
  for (size_t at = 0; at < n; at += piece) {
    size_t some = n - at < piece ? n - at : piece;
    memcpy(wire.bytes + at, data + at, some);
    wire.n += some;
    take(&wire, &t);
  }
  free(wire.bytes);
  return t;
}

static void check_messages(const uint8_t *data, size_t n) {
  static const size_t pieces[] = {1, 7};
  enum { LONGEST = 8000 }; /* a head that is longer is given up early */
  tally whole = read_messages(data, n, n + 1);
  for (size_t i = 0; n < LONGEST && i < 2; i++) {
    tally t = read_messages(data, n, pieces[i]);
    fuzz_require(t.bodies == whole.bodies && t.bad == whole.bad &&
                     t.bytes == whole.bytes,
                 "pieces make no difference");
  }
}

/* ---- edits ------------------------------------------------------------------
 */

static void check_lines(const hd_lsp_text *text) {
  hd_lsp_text fresh = {0};
  hd_lsp_text_set(&fresh, text->bytes, text->n);
  fuzz_require(fresh.n_lines == text->n_lines &&
                   memcmp(fresh.lines, text->lines,
                          fresh.n_lines * sizeof *fresh.lines) == 0,
               "lines are those of the same text");
  hd_lsp_text_free(&fresh);
}

/* What stands before an offset on its line, character by character. */
static size_t count_units(const hd_lsp_text *text, hd_lsp_units units,
                          size_t off) {
  size_t n = 0, line = hd_lsp_text_line(text, off);
  for (size_t i = text->lines[line];
       i < off && i < hd_lsp_text_line_end(text, line); i++) {
    uint8_t c = (uint8_t)text->bytes[i];
    n += units == HD_UNITS_UTF8 || (c & 0xC0) != 0x80;
    n += units == HD_UNITS_UTF16 && c >= 0xF0;
  }
  return n;
}

static size_t find(const hd_lsp_text *text, hd_lsp_units units, uint8_t line,
                   uint8_t character) {
  hd_lsp_position at = {line % (text->n_lines + 1),
                        (size_t)character * character / 16};
  size_t off = hd_lsp_text_offset(text, units, at);
  fuzz_require(off <= text->n &&
                   (off == text->n || (text->bytes[off] & 0xC0) != 0x80),
               "an offset is at a character");
  hd_lsp_position back = hd_lsp_text_position(text, units, off);
  fuzz_require(hd_lsp_text_offset(text, units, back) == off,
               "an offset survives");
  fuzz_require(back.character == count_units(text, units, off),
               "characters are counted as they stand");
  fuzz_require(back.line != at.line || back.character <= at.character,
               "it is not behind what was asked for");
  return off;
}

/* Longer than a stretch that the text counts, soon. */
#define EIGHT(s) s s s s s s s s
#define LONG(s) EIGHT(EIGHT(s))

static void check_edits(const uint8_t *data, size_t n) {
  static const char *const words[] = {"a", "\n", "\r",         "\r\n",
                                      "é", "",   LONG("a中😀"), LONG("x")};
  enum { STEP = 5, MOST = 200 };
  hd_lsp_text text = {0};
  hd_lsp_units units = n > 0 ? (hd_lsp_units)(data[0] % 3) : HD_UNITS_UTF16;
  hd_lsp_text_set(&text, "", 0);
  for (size_t i = 1; i + STEP <= n && i < MOST * STEP; i += STEP) {
    size_t from = find(&text, units, data[i], data[i + 1]);
    size_t to = find(&text, units, data[i + 2], data[i + 3]);
    const char *word = words[data[i + 4] % 8];
    hd_lsp_text_splice(&text, from < to ? from : to, from < to ? to : from,
                       word, strlen(word));
    check_lines(&text);
  }
  hd_lsp_text_free(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
  check_messages(data, n);
  check_edits(data, n);
  return 0;
}
