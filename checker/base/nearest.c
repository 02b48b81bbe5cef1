/* nearest: a wrong name and known names in, the likely one out.
 *
 * Edit distance in one row. A name is likely where no more than a third of
 * it must be changed, so that a suggestion is no guess. */
#include "base.h"

enum { LONGEST = 40 };

/* Letters to insert, remove or change to make b of a. */
static size_t distance(const char *a, const char *b) {
  size_t row[LONGEST + 1], n = strlen(b);
  for (size_t j = 0; j <= n; j++)
    row[j] = j;
  for (size_t i = 1; *a; a++, i++) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= n; j++) {
      size_t change = diagonal + (*a != b[j - 1]);
      diagonal = row[j];
      size_t step = 1 + (row[j] < row[j - 1] ? row[j] : row[j - 1]);
      row[j] = change < step ? change : step;
    }
  }
  return row[n];
}

const char *hd_nearest(const char *name, const char *const *known, size_t n) {
  const char *best = NULL;
  size_t length = strlen(name), least = length / 3 + 2;
  if (length > LONGEST)
    return NULL;
  for (size_t i = 0; i < n; i++) {
    if (strlen(known[i]) > LONGEST)
      continue;
    size_t d = distance(name, known[i]);
    if (d < least) {
      least = d;
      best = known[i];
    }
  }
  return best;
}
