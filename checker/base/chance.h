/* chance: how likely a test statistic of at least this size is by chance.
 *
 * The one place where binary floating point is used on a report's figures:
 * these probabilities are no fractions. What is given is an interval that is
 * wider than the error of the computation: the true value lies between low and
 * high (tests/unit/chance_test.c holds it against published tables). A rule
 * sees the ends as decimals of twelve places and compares them as such. */
#ifndef HD_CHANCE_H
#define HD_CHANCE_H
#include <stdbool.h>

typedef struct {
  double low, high;
} hd_chance;

/* Which distribution; t, z and r are two-tailed, F and chi2 the upper tail. */
typedef enum {
  HD_CHANCE_T,    /* df1 */
  HD_CHANCE_F,    /* df1, df2 */
  HD_CHANCE_CHI2, /* df1 */
  HD_CHANCE_R,    /* df1: of the correlation, n - 2 */
  HD_CHANCE_Z     /* none */
} hd_chance_test;

/* P(at least |statistic|). false where a degree of freedom is not positive or
 * the statistic is none of that test (F < 0, |r| > 1). */
bool hd_chance_of(hd_chance_test test, double statistic, double df1, double df2,
                  hd_chance *chance);
#endif
