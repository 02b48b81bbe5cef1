/* need: words of which a text must hold one for a pattern to match it. */
#ifndef HD_NEED_H
#define HD_NEED_H
#include "../base/base.h"

enum { HD_NEED_MOST = 48 }; /* words of one pattern */

typedef struct {
  hd_str words[HD_NEED_MOST]; /* in the pattern's own text */
  size_t n;                   /* 0: it may match without any */
} hd_need;

/* Fills *need from a PCRE2 pattern over UTF-8 without options that change how
 * letters or blanks in it are read. */
void hd_need_read(hd_str pattern, hd_need *need);
#endif
