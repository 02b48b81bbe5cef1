/* print: figures as they are printed, side by side: what decides on most pairs
 * of them, for figures and claims lie far apart. */
#ifndef HD_PRINT_H
#define HD_PRINT_H
#include "linker.h"
#include "slip.h"

enum { HD_PRINT_DIGITS = 12 };

typedef struct {
  char digits[HD_PRINT_DIGITS]; /* as printed, without zeros before */
  uint8_t n;                    /* 0: takes no part */
  uint8_t significant;          /* without zeros at the end */
  uint8_t decimals, kind, direction;
  uint32_t sentence;
  uint32_t tried; /* the figure that was last held against it, + 1 */
  uint32_t lead;  /* its sentence's words before it, by number, 0: none */
  uint32_t fact;  /* of one fact only figures that have the same can be */
  double scale;
} hd_print;

/* The unit that tells whether two may be one: a long count's noun is said in
 * other words (6,760 adults, 6,760 patients). */
const hd_unit *hd_print_unit(const hd_linker *l, const hd_quantity *q);
/* That of figure k, in reading order. */
hd_print hd_print_of(const hd_linker *l, size_t k);
/* What slip of the pen lies between the two, of one kind. */
hd_slip hd_print_slip(const hd_print *x, const hd_print *y);
#endif
