/* aligned: tables of plain text, their columns aligned by blanks. */
#include "plain.h"

size_t hd_aligned_read(const hd_lines *lines, size_t i) {
  (void)lines;
  return i;
}
