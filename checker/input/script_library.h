/* script_library: OpenCC, loaded when the first text in traditional script is
 * read. */
#ifndef HD_INPUT_SCRIPT_LIBRARY_H
#define HD_INPUT_SCRIPT_LIBRARY_H
#include <opencc/opencc.h>
#include <stdbool.h>

/* The functions of OpenCC that are used, by their names. */
#define HD_SCRIPT_FUNCTIONS(F)                                                 \
  F(opencc_close)                                                              \
  F(opencc_convert_utf8)                                                       \
  F(opencc_convert_utf8_free)                                                  \
  F(opencc_open)

typedef struct {
#define HD_SCRIPT_MEMBER(name) __typeof__(name) *name;
  HD_SCRIPT_FUNCTIONS(HD_SCRIPT_MEMBER)
#undef HD_SCRIPT_MEMBER
} hd_script_library;

/* false where OpenCC is not installed. */
bool hd_script_library_load(hd_script_library *f);
#endif
