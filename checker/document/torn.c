/* torn: a figure that a narrow cell broke over two lines.
 *
 * In: the text of a cell, 19,032,80 | 0 or 143,036,807. | 90, its line end a
 * blank, in the source too where a conversion has made it one. Out: which blank
 * tears the figure. The cell holds nothing else; its digits are in groups of
 * three, and only without the blank all groups are whole, or the decimals the
 * two that money has. */
#include "grid.h"

static bool is_digit(const char *p, const char *end) {
  return p < end && hd_ascii_is_digit(*p);
}

/* Reads digits, of which `blank` may stand among; returns how many. */
static uint32_t digits(const char **p, const char *end, const char *blank) {
  uint32_t n = 0;
  for (;; (*p)++) {
    if (*p == blank && blank)
      continue;
    if (!is_digit(*p, end))
      return n;
    n++;
  }
}

/* Is [p, end) without the blank one figure in whole groups? */
static bool is_grouped(const char *p, const char *end, const char *blank) {
  uint32_t groups = 0, n = digits(&p, end, blank);
  if (n == 0 || n > 3)
    return false;
  for (; p < end && *p == ','; groups++) {
    p++;
    if (digits(&p, end, blank) != 3)
      return false;
  }
  if (p < end && *p == '.') {
    p++;
    n = digits(&p, end, blank);
    if (n < 2 || n > 4)
      return false;
  }
  return p == end && groups > 0;
}

uint32_t hd_torn_blank(hd_str cell) {
  const char *p = cell.p, *end = p + cell.n;
  const char *blank = memchr(p, ' ', cell.n);
  if (p < end && (*p == '-' || *p == '('))
    p++;
  if (end > p && (end[-1] == ')' || end[-1] == '%'))
    end--;
  if (!blank || blank <= p || blank + 1 >= end || !is_grouped(p, end, blank))
    return HD_NONE;
  bool whole = is_digit(blank + 1, end) && is_grouped(p, blank, NULL);
  return whole ? HD_NONE : (uint32_t)(blank - cell.p);
}
