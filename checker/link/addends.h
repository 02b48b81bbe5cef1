/* addends: figures one behind the other of which one is the sum of some next
 * to it but for two digits swapped.
 *
 * Nothing but the arithmetic says that they belong together, so that the
 * figure a swap mends has four digits or more, stands in the run once and takes
 * part in no sum as it is printed. */
#ifndef HD_ADDENDS_H
#define HD_ADDENDS_H
#include "linker.h"

typedef struct {
  uint32_t claim;
  uint8_t digits, told; /* printed; of them, those before the last zeros */
  uint8_t decimals;
  bool sums;     /* it takes part in a sum as it is printed */
  bool again;    /* its run has it twice */
  int64_t value; /* in units of the run's last digit */
  int64_t step;  /* of its own last digit, in the same */
  hd_str name;   /* "": unknown */
} hd_addend;

typedef HD_VEC(hd_addend) hd_addends;

/* items[first, first + n) and the one that may be their sum. */
typedef struct {
  hd_addend *items;
  size_t n_items, whole, first, n;
} hd_addends_window;

/* The printed digits of a claim; false where it is no single exact figure. */
bool hd_addend_read(const hd_linker *l, uint32_t claim, hd_addend *out);
/* Calls found() once for each figure that a swap mends, with its shortest
 * window. Linear in the figures. */
void hd_addends_search(hd_addends *run,
                       void (*found)(void *to, const hd_addends_window *w),
                       void *to);
/* A PARTS link of the window's figures; its sum is for the caller to name. */
hd_link hd_addends_link(const hd_linker *l, const hd_addends_window *w);
#endif
