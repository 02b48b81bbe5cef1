/* data: what the lexicons are compiled to, and its image in the program.
 *
 * Compiling the built-in lexicons costs more than all else at the start of a
 * run. The build does it once and writes down the memory that it left: an
 * image (checker/embed/image.c). Pieces of memory that hold no pointer are
 * used where they lie; the others are copied, and the words in them that are
 * pointers are moved. Nothing of the data is written once it is open. */
#ifndef HD_DATA_H
#define HD_DATA_H
#include "../quantity/gap.h"

typedef struct {
  hd_lexicon *lexicon;
  hd_vocabulary *vocabulary;
  hd_units *units;
  hd_gap_words *gap_words;
} hd_data;

/* From the image where there are no folders; NULL and *error where a lexicon
 * cannot be read. */
hd_data *hd_data_open(hd_arena *arena, const char *const *folders, size_t n,
                      hd_error *error);
/* Always from the lexicons. The hd_data is the first piece of the arena. */
hd_data *hd_data_build(hd_arena *arena, const char *const *folders, size_t n,
                       hd_error *error);

/* A pointer in the image: an offset in the low 40 bits, above it what it
 * begins at: one of these, or HD_IMAGE_FILES + 2 i for the text of the embedded
 * file i, + 1 for its name. */
enum {
  HD_IMAGE_MOVED, /* the copied pieces */
  HD_IMAGE_FIXED, /* the others */
  HD_IMAGE_EMPTY, /* "" */
  HD_IMAGE_ARENA, /* the arena that the data lies in */
  HD_IMAGE_FILES,
  HD_IMAGE_BASE = 40 /* bits below */
};

extern const uint64_t hd_image_fixed[];
extern const uint64_t hd_image_moved[]; /* first of all the hd_data */
extern const uint64_t hd_image_marks[]; /* a bit a word: it is a pointer */
extern const size_t hd_image_words;     /* of moved; 0: there is no image */
#endif
