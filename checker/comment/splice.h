/* splice: a text changed at byte offsets, everything between left as it is. */
#ifndef HD_COMMENT_SPLICE_H
#define HD_COMMENT_SPLICE_H
#include "../input/flat.h"

typedef struct {
  size_t off, end; /* bytes taken out; the same: none */
  hd_str text;     /* what is put before them */
  size_t order;    /* of the call: puts at one offset keep it */
} hd_splice;

typedef struct {
  hd_arena *arena;
  HD_VEC(hd_splice) list;
} hd_splices;

/* Puts text at an offset of the text as it was. Not copied. */
void hd_splice_put(hd_splices *splices, size_t off, hd_str text);
/* Takes bytes out; cuts may overlap. What is put inside a cut stays. */
void hd_splice_cut(hd_splices *splices, size_t off, size_t end);
/* Puts text behind the last row of a list. */
void hd_splice_append(hd_splices *splices, const hd_flat *flat, hd_str text);
/* Adds the changed text to out. */
void hd_splice_apply(hd_splices *splices, hd_str text, hd_buffer *out);
#endif
