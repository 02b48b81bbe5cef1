/* nearest: the name that was meant by a word which is none. The library's own
 * (base/nearest.c) is not for programs: this one knows that a word may only
 * begin a name. */
#include "cli.h"
#include <string.h>

/* Edits that make a of b, both of at most 31 bytes. */
static size_t distance(const char *a, const char *b) {
  size_t row[32], n = strlen(b);
  if (strlen(a) > 31 || n > 31)
    return SIZE_MAX;
  for (size_t j = 0; j <= n; j++)
    row[j] = j;
  for (size_t i = 1; a[i - 1]; i++) {
    size_t corner = row[0];
    row[0] = i;
    for (size_t j = 1; j <= n; j++) {
      size_t best = corner + (a[i - 1] != b[j - 1]);
      if (row[j] + 1 < best)
        best = row[j] + 1;
      if (row[j - 1] + 1 < best)
        best = row[j - 1] + 1;
      corner = row[j];
      row[j] = best;
    }
  }
  return row[n];
}

const char *hd_cli_nearest(const char *word, const char *const *names_of,
                           size_t n) {
  const char *near = NULL;
  size_t best = strlen(word) / 3 + 1, length = strlen(word);
  for (size_t i = 0; i < n && length >= 2; i++) {
    size_t d = strncmp(names_of[i], word, length) == 0
                   ? 0
                   : distance(word, names_of[i]);
    if (d < best || (d == best && !near)) {
      best = d;
      near = names_of[i];
    }
  }
  return near;
}
