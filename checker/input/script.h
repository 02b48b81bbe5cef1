/* script: Chinese in traditional script, to be read like simplified. */
#ifndef HD_INPUT_SCRIPT_H
#define HD_INPUT_SCRIPT_H
#include "input.h"

/* Is it written in traditional script? Told by its first 4,096 ideographs. */
bool hd_script_is_traditional(hd_str s);

/* Where source->bytes are in traditional script: they become the same text in
 * simplified script, of the same length, every character at its offset;
 * source->printed keeps what stood there. A character whose simplified form has
 * another length stays (they are rare: of the 4,105 that OpenCC changes, 824,
 * none of them common). Without OpenCC the text stays and a note says so. */
void hd_script_simplify(hd_arena *arena, hd_source *source);
#endif
