/* math: formulas of LaTeX between $ in running text, read as they print. */
#ifndef HD_MATH_H
#define HD_MATH_H
#include "readers.h"

/* Has the source formulas at all? Nearly no report has; then hd_build_copy is
 * all there is to do. */
bool hd_math_is_in(hd_str source);
/* hd_build_copy, formulas as they print: $9 . 4 \%$ is 9.4%. */
void hd_math_copy(hd_build *b, uint32_t from, uint32_t end);
#endif
