/* enumerate: inline enumerators (一是, 第二, 首先, (3), Fourth) of a text. */
#ifndef HD_ENUMERATE_H
#define HD_ENUMERATE_H
#include "text.h"

/* Fills text->enumerators from the starts of its clauses. */
void hd_enumerate(hd_arena *arena, hd_text *text);
/* Reads a Chinese numeral of 1 to 99 (一, 十二, 二十) at s: its value and
 * bytes; 0 if there is none. */
uint32_t hd_small_numeral(const char *s, size_t n, size_t *used);
#endif
