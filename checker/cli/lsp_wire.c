/* lsp_wire: messages of the base protocol.
 *
 * In: the bytes of a descriptor. Out: bodies, each behind a head that ends in
 * an empty line and says its Content-Length. A head that does not say it is
 * passed over up to its empty line, a body that is too long as far as it says;
 * both are told, and the next message is read. Sending remembers that the
 * reader is gone. */
#include "lsp.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum {
  PIECE = 1 << 16,
  LONGEST_HEAD = 1 << 13,
  LONGEST_BODY = 1 << 28 /* an escaped text of 64 MB, and then some */
};

/* ---- reading ------------------------------------------------------------- */

/* Moves what is left to the front and makes room for a piece. */
static void make_room(hd_lsp_wire *w) {
  if (w->used > 0 && w->n > w->used)
    memmove(w->bytes, w->bytes + w->used, w->n - w->used);
  w->n -= w->used;
  w->used = 0;
  if (w->cap - w->n < PIECE) {
    w->cap = 2 * w->cap + PIECE;
    w->bytes = hd_cli_alloc(w->bytes, w->cap);
  }
}

void hd_lsp_wire_fill(hd_lsp_wire *w) {
  ssize_t n;
  make_room(w);
  do
    n = read(w->in, w->bytes + w->n, w->cap - w->n);
  while (n < 0 && errno == EINTR);
  if (n > 0)
    w->n += (size_t)n;
  else
    w->ended = true;
}

/* The end of the head that begins at p, behind its empty line; 0: not there
 * yet. */
static size_t head_end(const char *p, size_t n) {
  for (const char *at = p; (at = memchr(at, '\n', n - (size_t)(at - p)));) {
    at++;
    size_t left = n - (size_t)(at - p);
    if (left >= 1 && at[0] == '\n')
      return (size_t)(at - p) + 1;
    if (left >= 2 && at[0] == '\r' && at[1] == '\n')
      return (size_t)(at - p) + 2;
  }
  return 0;
}

/* The number behind the name of the field, or false. */
static bool read_length(const char *line, size_t n, size_t *length) {
  static const char name[] = "Content-Length:";
  size_t i = sizeof name - 1, digits = 0;
  if (n < i || strncasecmp(line, name, i) != 0)
    return false;
  while (i < n && (line[i] == ' ' || line[i] == '\t'))
    i++;
  for (*length = 0; i < n && line[i] >= '0' && line[i] <= '9'; i++) {
    *length = *length * 10 + (size_t)(line[i] - '0');
    if (++digits > 15)
      return false;
  }
  while (i < n && (line[i] == ' ' || line[i] == '\t' || line[i] == '\r'))
    i++;
  return digits > 0 && i == n;
}

/* Finds Content-Length among the lines of a head. */
static bool find_length(const char *head, size_t n, size_t *length) {
  for (size_t at = 0; at < n;) {
    const char *end = memchr(head + at, '\n', n - at);
    size_t line = end ? (size_t)(end - head) - at : n - at;
    if (read_length(head + at, line, length))
      return true;
    at += line + 1;
  }
  return false;
}

/* Passes over as much of a long body as has come. */
static bool skip_body(hd_lsp_wire *w) {
  size_t here = w->n - w->used < w->skip ? w->n - w->used : w->skip;
  w->used += here;
  w->skip -= here;
  return w->skip == 0;
}

hd_lsp_arrival hd_lsp_wire_next(hd_lsp_wire *w, const char **body, size_t *n) {
  size_t length;
  if (!skip_body(w))
    return HD_WIRE_NOTHING;
  const char *p = w->bytes + w->used;
  size_t have = w->n - w->used, head = have ? head_end(p, have) : 0;
  if (head == 0 && have <= LONGEST_HEAD)
    return HD_WIRE_NOTHING;
  if (head == 0 || !find_length(p, head, &length)) {
    w->used += head ? head : have;
    return HD_WIRE_BAD;
  }
  if (length > LONGEST_BODY) {
    w->used += head;
    w->skip = length;
    return HD_WIRE_BAD;
  }
  if (have - head < length)
    return HD_WIRE_NOTHING;
  *body = p + head;
  *n = length;
  w->used += head + length;
  return HD_WIRE_BODY;
}

/* ---- JSON ---------------------------------------------------------------- */

static bool is_escape(const char *p, const char *end, char least, char most) {
  if (end - p < 6 || p[0] != '\\' || p[1] != 'u' || (p[2] | 0x20) != 'd')
    return false;
  char c = p[3] >= 'A' && p[3] <= 'F' ? (char)(p[3] | 0x20) : p[3];
  return c >= least && c <= most;
}

/* Writes U+FFFD over each \uD800 to \uDFFF that is no half of a pair. */
static void mend_halves(char *p, const char *end) {
  while (p < end) {
    if (*p != '\\') {
      p++;
    } else if (is_escape(p, end, '8', 'b') && is_escape(p + 6, end, 'c', 'f')) {
      p += 12;
    } else if (is_escape(p, end, '8', 'f')) {
      memcpy(p, "\\ufffd", 6);
      p += 6;
    } else {
      p += 2;
    }
  }
}

json_t *hd_lsp_wire_parse(const char *body, size_t n) {
  json_error_t error;
  json_t *message = json_loadb(body, n, JSON_ALLOW_NUL, &error);
  if (message)
    return message;
  char *copy = hd_cli_alloc(NULL, n);
  memcpy(copy, body, n);
  mend_halves(copy, copy + n);
  message = json_loadb(copy, n, JSON_ALLOW_NUL, &error);
  free(copy);
  return message;
}

/* ---- sending --------------------------------------------------------------
 */

static void write_all(hd_lsp_wire *w, const char *p, size_t n) {
  while (n > 0 && !w->gone) {
    ssize_t done = write(w->out, p, n);
    if (done < 0 && errno == EINTR)
      continue;
    if (done <= 0) {
      w->gone = true;
      return;
    }
    p += done;
    n -= (size_t)done;
  }
}

void hd_lsp_wire_send(hd_lsp_wire *w, json_t *message) {
  char head[64];
  char *body = json_dumps(message, JSON_COMPACT);
  json_decref(message);
  if (!body)
    return;
  size_t n = strlen(body);
  int head_n = snprintf(head, sizeof head, "Content-Length: %zu\r\n\r\n", n);
  write_all(w, head, (size_t)head_n);
  write_all(w, body, n);
  free(body);
}
