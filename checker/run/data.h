/* data: what the lexicons and rules are compiled to, and its image in the
 * program.
 *
 * Compiling those that are built in costs more than all else at the start of a
 * run. The build does it once and writes down the memory that it left: an
 * image (checker/embed/image.c). Its pointers are those of memory at
 * HD_IMAGE_AT. There the pages of the program that hold it are shown as well,
 * once a process, and used as they are: nothing is copied, and only what is
 * read is loaded. Where the system has no such place for it the part with
 * pointers is copied, and they are moved. Nothing of the data is written. */
#ifndef HD_DATA_H
#define HD_DATA_H
#include "../quantity/gap.h"
#include "../rule/prepared.h"
#include "measured.h"

typedef struct {
  hd_lexicon *lexicon;
  hd_vocabulary *vocabulary;
  hd_units *units;
  hd_gap_words *gap_words;
  hd_measured_table *measured;
  hd_prepared *prepared; /* NULL: the lexicons are not those of the build */
} hd_data;

/* The image, shown or in the arena; NULL: there is none. */
const hd_data *hd_data_image(hd_arena *arena);
/* The image where there are no folders; NULL and *error where a lexicon cannot
 * be read. */
const hd_data *hd_data_open(hd_arena *arena, const char *const *folders,
                            size_t n, hd_error *error);
/* Always from the lexicons. The hd_data is the first piece of the arena. */
hd_data *hd_data_build(hd_arena *arena, const char *const *folders, size_t n,
                       hd_error *error);

/* The same always as a copy in the arena. */
const hd_data *hd_data_copy(hd_arena *arena);

/* Below what 39 bits of address reach; a system with larger pages copies. */
#define HD_IMAGE_AT UINT64_C(0x2000000000)
#define HD_IMAGE_PAGE 4096

extern const uint64_t hd_image[];       /* first of all the hd_data */
extern const uint64_t hd_image_marks[]; /* a bit a word: it is a pointer */
extern const size_t hd_image_words;     /* that have marks; 0: no image */
extern const size_t hd_image_size;      /* bytes */
#endif
