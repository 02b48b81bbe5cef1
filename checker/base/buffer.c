/* buffer: bytes that grow at their end, on malloc. The bytes are followed by
 * a NUL that does not count, so that p is a C string once it is not NULL. */
#include "base.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* Room for n more bytes and the NUL. */
static void reserve(hd_buffer *b, size_t n) {
  if (n >= SIZE_MAX / 4 || b->n >= SIZE_MAX / 4)
    hd_memory_out();
  if (b->p && b->cap - b->n > n)
    return;
  size_t cap = b->cap ? b->cap : 256;
  while (cap - b->n <= n)
    cap *= 2;
  char *grown = realloc(b->p, cap);
  if (!grown)
    hd_memory_out();
  b->p = grown;
  b->cap = cap;
}

void hd_buffer_add(hd_buffer *b, const void *p, size_t n) {
  reserve(b, n);
  if (n)
    memcpy(b->p + b->n, p, n);
  b->n += n;
  b->p[b->n] = '\0';
}

void hd_buffer_puts(hd_buffer *b, const char *s) {
  hd_buffer_add(b, s, strlen(s));
}

void hd_buffer_printf(hd_buffer *b, const char *format, ...) {
  va_list args;
  reserve(b, 128);
  va_start(args, format);
  int n = vsnprintf(b->p + b->n, b->cap - b->n, format, args);
  va_end(args);
  if (n < 0) {
    b->p[b->n] = '\0';
    return;
  }
  if ((size_t)n >= b->cap - b->n) {
    reserve(b, (size_t)n);
    va_start(args, format);
    vsnprintf(b->p + b->n, b->cap - b->n, format, args);
    va_end(args);
  }
  b->n += (size_t)n;
}

void hd_buffer_free(hd_buffer *b) {
  free(b->p);
  *b = (hd_buffer){0};
}
