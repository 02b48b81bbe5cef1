/* translation: passages of two languages that say the same, and their figures.
 *
 * A passage is the figures of one language in one block; only those that a
 * translation keeps are taken: counts, amounts and rates in running text. */
#ifndef HD_TRANSLATION_H
#define HD_TRANSLATION_H
#include "linker.h"

typedef struct {
  hd_claim_ref ref;
  hd_interval value;   /* in base units where the unit has a dimension */
  hd_number low, high; /* as printed, in the same units */
  hd_str dimension;    /* "" of what is counted */
  hd_str unit;         /* canonical; "" of what is counted */
  uint8_t digits;
  bool rate, numeral;
} hd_figure_said;

typedef struct {
  uint32_t block, place; /* place: its number among those of its document */
  size_t first, n;       /* its figures */
  uint32_t twin;         /* its translation, HD_NONE */
} hd_passage;

/* What one language says, in reading order. */
typedef struct {
  HD_VEC(hd_figure_said) figures;
  HD_VEC(hd_passage) passages;
} hd_telling;

/* Does a figure that a translation keeps stand in each language? */
bool hd_telling_is_bilingual(const hd_claims *claims);
/* Splits the figures of a document by the language of their sentences. */
void hd_telling_read(hd_arena *arena, const hd_claims *claims,
                     uint32_t document, hd_telling tellings[2]);
/* Fills `twin` of the passages of both, whatever they were before. */
void hd_telling_align(hd_arena *arena, hd_telling *a, hd_telling *b,
                      bool one_document);
/* May the two figures be one? May they be compared at all? */
bool hd_said_meets(const hd_figure_said *a, const hd_figure_said *b);
bool hd_said_comparable(const hd_figure_said *a, const hd_figure_said *b);
#endif
