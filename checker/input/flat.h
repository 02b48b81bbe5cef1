/* flat: a part that is a list: relationships, content types, states of
 * comments. Its rows are the elements inside its root. */
#ifndef HD_INPUT_FLAT_H
#define HD_INPUT_FLAT_H
#include "markup.h"

typedef struct {
  hd_tag tag; /* with its attributes; lives as long as the arena */
  size_t end; /* behind the element */
} hd_flat_row;

typedef struct {
  hd_str xml;
  hd_tag root;
  size_t close; /* of the root's closing tag */
  HD_VEC(hd_flat_row) rows;
} hd_flat;

/* "" has no root and no rows. false and a sentence where it is no XML. */
bool hd_flat_read(hd_arena *arena, hd_str xml, hd_flat *flat, hd_error *error);
/* The value of a row's attribute by its local name, "" where there is none. */
const char *hd_flat_value(const hd_flat_row *row, const char *name);
#endif
